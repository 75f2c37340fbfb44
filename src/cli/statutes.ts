import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Library } from "../content/library.js";
import { keep, readRegister, readTexts } from "../official/official-folder.js";
import { changesOf, falseQuotes, planImport, type Plan, type Planned } from "../official/plan-import.js";
import { readOfficial } from "../official/read-official.js";
import { withOfficial } from "../official/with-official.js";
import { survey } from "../statute/survey.js";

const ENDINGS = new Set([".docx", ".md", ".json"]);
/** What stands beside the texts in folders people keep them in. */
const NOT_LAW = new Set(["index.json", "README.md"]);
const STANDINGS: Readonly<Record<Planned["standing"], string>> = {
  new: "新收录",
  "new version": "新的一版",
  same: "已有，一样",
  corrected: "已有这一版，文字不同，会换成这一份",
  "no gists": "新收录（知识库里还没有这部法的大意，答案用不到）",
};

export interface Import {
  readonly library: Library;
  readonly dataDir: string;
  readonly from?: string;
}

/** Reads the files and says what they would do. Throws, with every fault, when one cannot be read: then nothing is kept. */
export function previewImport(paths: readonly string[], { library, dataDir, from }: Import): { plan: Plan; text: string } {
  const files = paths.flatMap(filesUnder).map((path) => ({ path, splits: readOfficial(path) }));
  if (files.length === 0) throw new Error("这里没有 .docx、.md、.json 文件。");
  const plan = planImport(files, { library, kept: readTexts(dataDir), ...(from === undefined ? {} : { from }) });
  if (plan.faults.length > 0) {
    const lines = plan.faults.map(({ path, line, what }) => `${path}${line > 0 ? `：第 ${line} 行` : ""}：${what}`);
    throw new Error([...lines, `共 ${lines.length} 处，什么都没有存。`].join("\n"));
  }
  return { plan, text: plan.planned.map(describe).join("\n\n") };
}

/** Keeps what was previewed and notes which cards are to be looked at again. */
export function keepImport({ planned }: Plan, { library, dataDir }: Import, today: string): string {
  const { changes, settled } = readRegister(dataDir);
  const fresh = planned.filter(({ standing }) => standing !== "same");
  const noted = changesOf(fresh, today).filter(
    (one) => !changes.some(({ law, article, from }) => law === one.law && article === one.article && from === one.from),
  );
  keep(
    dataDir,
    fresh.map(({ text }) => text),
    { changes: [...changes, ...noted], settled },
  );
  const { doubts } = withOfficial(library, dataDir).official ?? { doubts: new Map<string, unknown>() };
  return `存了 ${fresh.length} 份。${doubts.size === 0 ? "没有要重新核对的答案。" : `有 ${doubts.size} 条答案要重新核对，用 hotline statutes review 看。`}重启服务后生效。`;
}

/** The cards that rest on changed articles, and the quotes that are not in the law. */
export function reviewList(library: Library, dataDir: string): string {
  const whole = withOfficial(library, dataDir);
  const cards = [...(whole.official?.doubts ?? [])].map(([card, articles]) => {
    const title = (library.answers.get(card) ?? library.drafts.get(card))?.title ?? "";
    return `${card}  ${title}：${articles.map(({ law, article }) => `《${law}》${article}`).join("、")}`;
  });
  const quotes = falseQuotes(whole).map(({ card, law, article }) => `${card}  引文和《${law}》${article}原文不一样`);
  const all = [...cards, ...quotes];
  return all.length === 0
    ? "没有要重新核对的答案。"
    : [...all, `共 ${all.length} 条。核对一条：hotline statutes settle 编号 --by 姓名`].join("\n");
}

/** Notes that somebody has held a card against the changed articles; the caution on it goes. */
export function settleCard(card: string, by: string, { library, dataDir, today }: Import & { readonly today: string }): string {
  const open = withOfficial(library, dataDir).official?.doubts.get(card) ?? [];
  if (by.trim() === "") throw new Error("请写明 --by 核对人姓名。");
  if (open.length === 0) throw new Error(`“${card}”不在要核对的答案里，用 hotline statutes review 看有哪些。`);
  const register = readRegister(dataDir);
  const settled = register.changes
    .filter(({ law, article }) => open.some((one) => one.law === law && one.article === article))
    .map(({ law, article, from }) => ({ card, law, article, from, by: by.trim(), on: today }));
  keep(dataDir, [], { ...register, settled: [...register.settled, ...settled] });
  return `记下了：${by.trim()}核对了“${card}”。重启服务后，答案上的提醒就没有了。`;
}

function filesUnder(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => ENDINGS.has(extname(name).toLowerCase()) && !NOT_LAW.has(name))
    .map((name) => join(path, name));
}

function describe({ path, text, standing, changed }: Planned): string {
  const { chapters, articles, first, last, gaps } = survey(text);
  return [
    `《${text.title}》（${STANDINGS[standing]}）`,
    `  文件：${path}`,
    `  版本：${text.version === "" ? "文件里没有写" : text.version}`,
    `  施行：${text.from}`,
    `  读到：${chapters === 0 ? "不分章" : `${chapters} 个章节`}，${articles} 条，从${first}到${last}`,
    ...(gaps.length === 0 ? [] : [`  缺号：${gaps.join("、")}（节录才会缺号，全文缺号请查原件）`]),
    ...(changed.length === 0 ? [] : [`  改动：${changed.length} 条，引了它们的答案要重新核对`]),
  ].join("\n");
}
