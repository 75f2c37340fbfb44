import { createHash } from "node:crypto";
import { reply, type Reply, type Suggestion } from "../../../conversation/activity.js";
import type { TranscriptEntry } from "../../../store/store.js";
import { bytesOf, splitText, takeBytes } from "./split-text.js";

/** A message as kf/send_msg takes it. */
export type KfMessage =
  | { readonly msgtype: "text"; readonly text: { readonly content: string } }
  | {
      readonly msgtype: "msgmenu";
      readonly msgmenu: { readonly head_content?: string; readonly list: readonly KfMenuItem[]; readonly tail_content?: string };
    };

type KfMenuItem = { readonly type: "click"; readonly click: { readonly id: string; readonly content: string } };

/** In bytes of UTF-8; items by count. */
export const KF_LIMITS = { text: 2_048, head: 1_024, tail: 1_024, items: 10, label: 128, menuId: 64, msgid: 32 } as const;
const CHOOSE = "请点一下，或者直接打字：";
const CUT = "\n（这里放不下了，全文请到工会网页上的在线咨询里看，或打12351。）";

/**
 * One turn in at most two messages: of the five that go out between two of the person's, three stay for staff, news of
 * a case and a second answer. The buttons go with the last words.
 */
export function fitReplies(replies: readonly Reply[]): readonly Reply[] {
  const said = replies.filter(({ text, suggestions }) => text !== "" || suggestions.length > 0);
  if (said.length === 0) return replies;
  const suggestions = said.flatMap((one) => one.suggestions);
  const sources = said.flatMap((one) => one.sources);
  const [first, second] = inTwo(
    said.map(({ text }) => plain(text)).filter((text) => text !== ""),
    suggestions.length > 0,
  );
  if (first === undefined) return [reply(CHOOSE, suggestions, sources)];
  return second === undefined ? [reply(first, suggestions, sources)] : [reply(first), reply(second, suggestions, sources)];
}

function inTwo(texts: readonly string[], buttons: boolean): readonly string[] {
  const all = texts.join("\n\n");
  const lastMax = buttons ? KF_LIMITS.head : KF_LIMITS.text;
  if (all === "") return [];
  if (bytesOf(all) <= lastMax) return [all];
  for (let count = texts.length - 1; count > 0; count--) {
    const [first, second] = [texts.slice(0, count).join("\n\n"), texts.slice(count).join("\n\n")];
    if (bytesOf(first) <= KF_LIMITS.text && bytesOf(second) <= lastMax) return [first, second];
  }
  const [first, rest] = takeBytes(all, KF_LIMITS.text);
  if (rest === "") return [first, CHOOSE];
  if (bytesOf(rest) <= lastMax) return [first.trimEnd(), rest.trimStart()];
  return [first.trimEnd(), takeBytes(rest.trimStart(), lastMax - bytesOf(CUT))[0] + CUT];
}

/** A line as the messages it is sent in, one unless it was not fitted; each with an id that is the same at every try. */
export function encodeLine({ id, text, reply: said }: Pick<TranscriptEntry, "id" | "text" | "reply">): readonly KfNumbered[] {
  const suggestions = said?.suggestions ?? [];
  const words = plain(text);
  const parts = suggestions.length > 0 && bytesOf(words) <= KF_LIMITS.head ? [] : splitText(words, KF_LIMITS.text);
  const last = parts.length === 0 ? words : CHOOSE;
  const texts = parts.map((content, index): KfNumbered => ({ msgid: kfMsgid(id, index), message: { msgtype: "text", text: { content } } }));
  if (suggestions.length === 0) return texts;
  const msgid = kfMsgid(id, texts.length);
  return [...texts, { msgid, message: menuOf(last, suggestions, msgid) }];
}

export interface KfNumbered {
  readonly msgid: string;
  readonly message: KfMessage;
}

/** Up to 32 signs of `[0-9a-zA-Z_-]`: the platform's key against saying a thing twice. */
export function kfMsgid(entryId: string, part: number): string {
  return `${createHash("sha256").update(entryId).digest("base64url").slice(0, 28)}-${part}`;
}

/** What a click brings back: which menu, which item. */
export function readMenuId(id: string): { readonly msgid: string; readonly index: number } | undefined {
  const match = /^([\w-]{1,32})-(\d{1,2})$/.exec(id);
  return match?.[1] === undefined ? undefined : { msgid: match[1], index: Number(match[2]) };
}

function menuOf(head: string, suggestions: readonly Suggestion[], msgid: string): KfMessage {
  const list = suggestions.slice(0, KF_LIMITS.items).map(({ label }, index): KfMenuItem => {
    return { type: "click", click: { id: `${msgid}-${index}`, content: takeBytes(plain(label), KF_LIMITS.label)[0] } };
  });
  const more = suggestions.slice(KF_LIMITS.items).map(({ label }) => plain(label));
  const tail = more.length === 0 ? {} : { tail_content: takeBytes(`还可以说：${more.join("、")}`, KF_LIMITS.tail)[0] };
  return { msgtype: "msgmenu", msgmenu: { ...(head === "" ? {} : { head_content: head }), list, ...tail } };
}

/** Nothing the phone would show as a box or refuse: no control signs, no half of a pair, no marks of Markdown. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\*\*([^*\n]+)\*\*/g, "$1")
    .replace(/^#{1,6} /gm, "");
}
