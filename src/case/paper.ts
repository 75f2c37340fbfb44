import type { EvidenceRules, Paper as Template } from "../content/library.js";
import type { PaperBlockFile } from "../content/schema/paper.js";
import type { Facts } from "./case.js";
import { adviseEvidence, type EvidenceAdvice } from "./evidence.js";
import { holdsFor } from "./fact-holds.js";
import { addressee, blank, fillText, type Told } from "./paper-words.js";

/** One block of a paper, ready to be set. */
export type PaperBlock =
  | { readonly kind: "heading" | "text"; readonly text: string }
  | { readonly kind: "numbered"; readonly items: readonly string[] }
  | { readonly kind: "fields"; readonly rows: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: "table"; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "closing"; readonly to: string; readonly signer: string };

export interface FilledPaper {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
  /** For the person, on a page that is not handed in. */
  readonly guide: { readonly where: string; readonly attach: readonly string[]; readonly mind: readonly string[] };
}

export interface PaperGround extends Told {
  readonly facts: Facts;
  /** Missing where nobody has written down what proves such a complaint. */
  readonly evidence?: EvidenceRules;
  /** What was sent in, by its shown name. */
  readonly files: readonly string[];
}

/** The papers that fit a complaint, in the order they are offered. */
export function papersFor(papers: ReadonlyMap<string, Template>, dialog: string): readonly Template[] {
  return [...papers.values()].filter(({ dialogs }) => dialogs.includes(dialog)).sort((one, other) => one.rank - other.rank);
}

/** A template with what was told in it; what was not told is a marked blank. */
export function fillPaper(template: Template, ground: PaperGround): FilledPaper {
  const { dialog, facts, region, evidence } = ground;
  const fill = fillText(ground);
  const holds = (one: Parameters<typeof holdsFor>[0]): boolean => holdsFor(one, { dialog: dialog.id, facts });
  const texts = (all: Template["mind"]): readonly string[] => all.filter(holds).map(({ text }) => fill(text));
  const advice = evidence && adviseEvidence(evidence, facts);
  const setBlock = (block: PaperBlockFile): PaperBlock => {
    if ("heading" in block) return { kind: "heading", text: block.heading };
    if ("text" in block) return { kind: "text", text: fill(block.text) };
    if ("numbered" in block) return { kind: "numbered", items: texts(block.numbered) };
    if ("evidence" in block) return block.evidence === "list" ? evidenceList(advice) : evidenceTable(advice, ground.files);
    const rows = block.fields.filter(holds).map(({ name, text }) => ({ name, value: fill(text) }));
    return { kind: "fields", rows: rows.filter(({ name }, index) => rows.findIndex((row) => row.name === name) === index) };
  };
  const to = addressee(region, template.to);
  return {
    title: template.title,
    blocks: [...template.blocks.filter(holds).map(setBlock), { kind: "closing", to, signer: template.signer }],
    guide: { where: fill(`{${template.to}}`), attach: texts(template.attach), mind: texts(template.mind) },
  };
}

function evidenceList(advice: EvidenceAdvice | undefined): PaperBlock {
  const inHand = (advice?.inHand ?? []).map(({ item, proves }) => `${item}，证明${proves}；`);
  const employer = (advice?.employer ?? []).map(({ item, proves }) => `${item}（由单位保管，请求责令单位提供），证明${proves}；`);
  const items = [...(inHand.length === 0 ? [blank("手里有的证据，比如欠条、转账记录、聊天记录")] : inHand), ...employer];
  return { kind: "numbered", items };
}

const EVIDENCE_COLUMNS = ["序号", "证据名称", "证明什么", "来源", "页数"];

function evidenceTable(advice: EvidenceAdvice | undefined, files: readonly string[]): PaperBlock {
  const own = (advice?.inHand ?? []).map(({ item, proves }) => [item, proves, "本人持有"]);
  const sent = files.map((name) => [`已交的文件：${name}`, blank("证明什么"), "本人提供"]);
  const employer = (advice?.employer ?? []).map(({ item, proves }) => [item, proves, "由单位保管，申请责令单位提供"]);
  const empty = [1, 2].map(() => ["", "", ""]);
  const rows = [...own, ...sent, ...employer, ...empty].map((row, index) => [String(index + 1), ...row, ""]);
  return { kind: "table", columns: EVIDENCE_COLUMNS, rows };
}
