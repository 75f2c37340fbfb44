import { createHash } from "node:crypto";
import { z } from "zod";
import type { KfIncoming, KfWaiting } from "../../../store/wecom-store.js";

const Event = z.looseObject({
  event_type: z.string().max(64).catch(""),
  open_kfid: z.string().max(128).catch(""),
  external_userid: z.string().max(128).catch(""),
});

/** A message as kf/sync_msg lists it. Loose: unknown fields and kinds pass and are kept as they came. */
const Listed = z.looseObject({
  msgid: z.string().min(1).max(128),
  send_time: z.number().int().nonnegative(),
  origin: z.number().int(),
  msgtype: z.string().max(64),
  open_kfid: z.string().max(128).catch(""),
  external_userid: z.string().max(128).catch(""),
  event: Event.optional(),
});

export const SyncBody = z.looseObject({
  next_cursor: z.string().max(256).default(""),
  has_more: z.number().int().default(0),
  msg_list: z.array(z.unknown()).default([]),
});

/** A person in one account; which one stays out of ids and logs. */
export function conversationOf(openKfid: string, externalUserid: string): string {
  return `kf-${createHash("sha256").update(`${openKfid}\n${externalUserid}`).digest("hex").slice(0, 32)}`;
}

/** A page in the order to be handled: by second, then as listed. What concerns nobody, or cannot be told apart, is left out. */
export function readPage(
  list: readonly unknown[],
  openKfid: string,
): { readonly messages: readonly KfIncoming[]; readonly unread: number } {
  const messages = list.flatMap((one): readonly KfIncoming[] => {
    const parsed = Listed.safeParse(one);
    if (!parsed.success) return [];
    const { msgid, send_time, origin, msgtype, event } = parsed.data;
    // Of events the person stands inside.
    const externalUserid = parsed.data.external_userid || (event?.external_userid ?? "");
    const type = msgtype === "event" ? `event:${event?.event_type ?? ""}` : msgtype;
    const conversationId = conversationOf(openKfid, externalUserid);
    return [{ msgid, conversationId, externalUserid, origin, type, sentAt: send_time * 1000, raw: JSON.stringify(one) }];
  });
  const known = messages.filter(({ externalUserid }) => externalUserid !== "");
  return { messages: known.toSorted((a, b) => a.sentAt - b.sentAt), unread: list.length - messages.length };
}

/** What a kept message means. */
export type Said =
  | { readonly kind: "words"; readonly text: string; readonly menuId?: string }
  | { readonly kind: "media"; readonly mediaId: string; readonly type: string }
  | { readonly kind: "log"; readonly title: string; readonly lines: readonly string[] }
  /** Kept as it came; the person is asked for words. */
  | { readonly kind: "unreadable" };

const Words = z.looseObject({ content: z.string(), menu_id: z.string().max(128).optional() });
const Media = z.looseObject({ media_id: z.string().min(1).max(512) });
const Place = z.looseObject({ name: z.string().catch(""), address: z.string().catch("") });
const Link = z.looseObject({ title: z.string().catch(""), url: z.string().catch("") });
const Merged = z.looseObject({ title: z.string().catch("聊天记录"), item: z.array(z.unknown()).catch([]) });
const MergedItem = z.looseObject({
  send_time: z.number().catch(0),
  msgtype: z.string().catch(""),
  sender_name: z.string().catch(""),
  msg_content: z.string().catch(""),
});

const ITEMS_MAX = 2_000;
/** A forwarded log may hold forwarded logs. */
const DEPTH_MAX = 4;

export function readSaid({ type, raw }: Pick<KfWaiting, "type" | "raw">): Said {
  const body = new Map(Object.entries(JSON.parse(raw) as object)).get(type) as unknown;
  switch (type) {
    case "text": {
      const words = Words.safeParse(body);
      if (!words.success) return { kind: "unreadable" };
      const { content: text, menu_id: menuId } = words.data;
      return { kind: "words", text, ...(menuId === undefined || menuId === "" ? {} : { menuId }) };
    }
    case "image":
    case "voice":
    case "video":
    case "file": {
      const media = Media.safeParse(body);
      return media.success ? { kind: "media", mediaId: media.data.media_id, type } : { kind: "unreadable" };
    }
    case "location": {
      const place = Place.safeParse(body);
      const text = place.success ? [place.data.name, place.data.address].filter((part) => part !== "").join("，") : "";
      return text === "" ? { kind: "unreadable" } : { kind: "words", text };
    }
    case "link": {
      const link = Link.safeParse(body);
      return link.success && link.data.url !== "" ? { kind: "words", text: link.data.url } : { kind: "unreadable" };
    }
    case "merged_msg": {
      const merged = Merged.safeParse(body);
      if (!merged.success) return { kind: "unreadable" };
      const { title, item } = merged.data;
      return { kind: "log", title, lines: item.slice(0, ITEMS_MAX).flatMap((one) => logLines(one, 1)) };
    }
    default:
      return { kind: "unreadable" };
  }
}

/** Text of people we do not know: read defensively, shown as text. */
function logLines(one: unknown, depth: number): readonly string[] {
  const item = MergedItem.safeParse(one);
  if (!item.success) return [];
  const { send_time, sender_name, msgtype, msg_content } = item.data;
  const who = `${new Date((send_time + 8 * 3_600) * 1000 || 0).toISOString().slice(0, 19).replace("T", " ")} ${sender_name}`;
  const content = parse(msg_content);
  if (msgtype === "text") {
    const words = Words.safeParse((content as { text?: unknown } | undefined)?.text ?? content);
    return [`${who}：${words.success ? words.data.content : msg_content}`];
  }
  const inner = Merged.safeParse((content as { merged_msg?: unknown } | undefined)?.merged_msg ?? content);
  if (msgtype !== "merged_msg" || !inner.success || depth >= DEPTH_MAX) return [`${who}：〔${msgtype}〕`];
  const { title, item: items } = inner.data;
  return [
    `${who}：〔${title}〕`,
    ...items
      .slice(0, ITEMS_MAX)
      .flatMap((below) => logLines(below, depth + 1))
      .map((line) => `  ${line}`),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
