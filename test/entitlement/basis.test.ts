import { readFileSync } from "node:fs";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { FIGURE_WORDS } from "../../src/entitlement/figures.js";
import { ROOT } from "../support/stage.js";

const SOURCES = join(ROOT, "src/entitlement");
const texts = readdirSync(SOURCES).map((name) => readFileSync(join(SOURCES, name), "utf8"));

interface StatuteText {
  readonly short: string;
  readonly articles: Readonly<Record<string, unknown>>;
}

function statute(id: string): StatuteText {
  return parse(readFileSync(join(ROOT, `knowledge/statutes/${id}.yaml`), "utf8")) as StatuteText;
}

test("every article a calculator cites is one the library holds", () => {
  const constants = new Map([["LAW", ["渐进式延迟法定退休年龄办法", "劳动争议调解仲裁法"]]]);
  const cited = texts.flatMap((text) =>
    [...text.matchAll(/\bcite\(\s*("[^"]+"|LAW),\s*([^)]*)\)/g)].flatMap(([, law = "", articles = ""]) =>
      [...articles.matchAll(/"(第[^"]+条)"/g)].map(([, article = ""]) => ({
        laws: law === "LAW" ? constants.get("LAW") : [law.replaceAll('"', "")],
        article,
      })),
    ),
  );
  expect(cited.length).toBeGreaterThan(100);
  const faults = cited.filter(({ laws = [], article }) => !laws.some((law) => Object.hasOwn(statute(law).articles, article)));
  expect(faults).toEqual([]);
});

test("every figure a calculator needs is one the library keeps", () => {
  const kept = readdirSync(join(ROOT, "knowledge/figures")).map((name) => name.replace(".yaml", ""));
  expect(Object.keys(FIGURE_WORDS).filter((id) => !kept.includes(id))).toEqual([]);
});
