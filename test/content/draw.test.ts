import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawDialog } from "../../src/content/draw.js";
import { readLibrary } from "../../src/content/load.js";
import { ROOT } from "../support/stage.js";

const { library } = readLibrary(ROOT);
const FOLDER = join(ROOT, "docs/dialogs");

test.each([...library.dialogs.current.values()].map((dialog) => [dialog.id, dialog] as const))(
  "docs/dialogs/%s.md shows the dialog as it is (hotline content draw)",
  (id, dialog) => expect(readFileSync(join(FOLDER, `${id}.md`), "utf8")).toBe(drawDialog(dialog)),
);

test("no diagram is left of a dialog that is gone", () => {
  const drawn = readdirSync(FOLDER).map((name) => name.replace(/\.md$/, ""));
  expect(drawn.filter((id) => !library.dialogs.current.has(id))).toEqual([]);
});
