import { bareWords } from "../reading/plain-text.js";

/** What somebody wants of a case that is filed already. */
export type CaseWish =
  | { readonly kind: "status" | "withdraw" | "evidence" | "papers" | "proof" }
  | { readonly kind: "withdraw-surely"; readonly reference: string }
  | { readonly kind: "receipt"; readonly receipt: string }
  | { readonly kind: "reference"; readonly reference: string };

const WORDS = {
  status:
    "查进度 进度 查询进度 查一下进度 看进度 我的进度 办理进度 查投诉 查登记 查结果 我的投诉 我的事办得怎么样了 我的事怎么样了 办得怎么样了 投诉怎么样了 我的投诉怎么样了 我的投诉有结果吗 我的事有结果吗 我的投诉处理了吗",
  withdraw: "撤回 撤诉 撤回投诉 撤回登记 撤销投诉 撤销登记 我要撤回 我要撤诉 不投诉了 我不投诉了 不告了 我不告了",
  papers:
    "下载投诉书 下载仲裁申请书 下载证据清单 下载支付令申请书 下载法律援助申请 下载帮扶申请 下载文书 下载申请书 投诉书怎么下载 申请书怎么下载 我要投诉书 我要仲裁申请书",
  proof: "还缺什么证据 还缺啥证据 我还缺什么证据 证据够不够 证据够吗 我的证据够吗",
  evidence: "补充材料 补材料 补充证据 补证据 我要补充材料 再传材料 再传证据",
} as const;

const KINDS = new Map<string, keyof typeof WORDS>();
for (const [kind, words] of Object.entries(WORDS) as [keyof typeof WORDS, string][]) {
  for (const word of words.split(" ").map(bareWords)) KINDS.set(word, kind);
}

// The alphabet of ids.ts: seven groups of four are a receipt code, two are a number.
const RECEIPT_CHARS = 28;
const NUMBER = /^(?:查|查一下|编号|受理编号|查进度)?[：: ]*([34679ACDEFGHJKMNPQRTUVWXY]{4})[- ]?([34679ACDEFGHJKMNPQRTUVWXY]{4})$/i;
const SURELY = /^确定撤回 ?([34679ACDEFGHJKMNPQRTUVWXY]{4})[- ]?([34679ACDEFGHJKMNPQRTUVWXY]{4})$/i;
const TEXT_CHARS_MAX = 120;

/** Read before the turn, for only then are the cases looked up; undefined for nearly everything anybody says. */
export function readCaseWish(text: string): CaseWish | undefined {
  if (text.length > TEXT_CHARS_MAX) return undefined;
  const kind = KINDS.get(bareWords(text));
  if (kind !== undefined) return { kind };
  const plain = text.normalize("NFKC").trim();
  const [, first, second] = SURELY.exec(plain) ?? [];
  if (first !== undefined && second !== undefined) return { kind: "withdraw-surely", reference: `${first}-${second}`.toUpperCase() };
  const code = plain.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
  if (code.length === RECEIPT_CHARS && /^[34679ACDEFGHJKMNPQRTUVWXY]+$/.test(code)) return { kind: "receipt", receipt: code };
  const [, head, tail] = NUMBER.exec(plain) ?? [];
  return head === undefined || tail === undefined ? undefined : { kind: "reference", reference: `${head}-${tail}`.toUpperCase() };
}
