import { expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import { VARIABLES } from "../../src/web/desk/talk/fill-template.js";
import { makeFolder, removeFolder } from "./temporary-folder.js";

it("a new office has replies to begin with, which the page can fill in, of which none states law", async () => {
  const folder = await makeFolder();
  const store = await openSqlite({ folder });
  const templates = await store.templates();
  expect(templates.length).toBeGreaterThanOrEqual(12);
  const known: readonly string[] = VARIABLES;
  const named = templates.flatMap(({ text }) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name));
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
  expect(templates.filter(({ text }) => /《|法|条例|\d+(天|倍|元)/.test(text))).toEqual([]);
  const [first] = templates;
  if (first !== undefined) await store.dropTemplate(first.id);
  await store.close();
  const again = await openSqlite({ folder });
  expect((await again.templates()).length).toBe(templates.length - 1);
  await again.close();
  await removeFolder(folder);
});
