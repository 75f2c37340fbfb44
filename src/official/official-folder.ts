import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ArticleLabel, Day } from "../content/schema/common.js";

const KeptText = z.object({
  /** The house's id of the law, or the title of one it holds no gists of. */
  law: z.string().min(1),
  title: z.string(),
  version: z.string(),
  from: Day,
  articles: z.array(z.object({ label: ArticleLabel, chapter: z.string(), text: z.string() })),
});
export type KeptText = Readonly<z.infer<typeof KeptText>>;

/** An article whose words changed with a version, and when that was brought in. */
const Change = z.object({ law: z.string(), article: ArticleLabel, from: Day, on: Day });
/** A card held against the changed article and found right, or set right. */
const Settled = z.object({ card: z.string(), law: z.string(), article: ArticleLabel, from: Day, by: z.string(), on: Day });
const Register = z.object({ changes: z.array(Change), settled: z.array(Settled) });
export type Change = Readonly<z.infer<typeof Change>>;
export type Register = { readonly changes: readonly Change[]; readonly settled: readonly Readonly<z.infer<typeof Settled>>[] };

const REGISTER = "register.json";

/** The official texts in the data folder: `statutes/<law>@<from>.json`, a version a file, and the register of changes. */
export function readTexts(dataDir: string): readonly KeptText[] {
  const folder = join(dataDir, "statutes");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.includes("@") && name.endsWith(".json"));
  return names.map((name) => KeptText.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));
}

export function readRegister(dataDir: string): Register {
  const path = join(dataDir, "statutes", REGISTER);
  return existsSync(path) ? Register.parse(JSON.parse(readFileSync(path, "utf8"))) : { changes: [], settled: [] };
}

/** All or nothing as far as a reader can tell: every file is written beside its place before the first is put there. */
export function keep(dataDir: string, texts: readonly KeptText[], register: Register): void {
  const folder = join(dataDir, "statutes");
  mkdirSync(folder, { recursive: true });
  const files: readonly { readonly name: string; readonly value: unknown }[] = [
    ...texts.map((text) => ({ name: `${text.law}@${text.from}.json`, value: text })),
    { name: REGISTER, value: register },
  ];
  for (const { name, value } of files) writeFileSync(join(folder, `${name}.new`), JSON.stringify(value));
  for (const { name } of files) renameSync(join(folder, `${name}.new`), join(folder, name));
}
