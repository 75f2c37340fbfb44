import { z } from "zod";
import { LIMITS } from "../../limits.js";
import { badRequest, tooLarge } from "../../http/refusal.js";

/** The sender's own id for a message, as the stock client makes it. */
const ClientId = z.string().regex(/^[\x21-\x7e]{1,128}$/);

/** Strict about what is used; what else the stock client sends along is neither read nor kept. */
const Posted = z.object({
  type: z.string().min(1).max(64),
  name: z.string().max(256).nullish(),
  text: z.string().nullish(),
  channelData: z.object({ clientActivityID: ClientId.nullish() }).nullish(),
});

export type Decoded =
  | { readonly kind: "message"; readonly text: string; readonly clientId?: string }
  | { readonly kind: "arrive" }
  /** Typing, events of other programs: acknowledged, nothing to do. */
  | { readonly kind: "ignored" };

/** A Direct Line activity as what it means here. Throws a Refusal. */
export function decode(body: unknown): Decoded {
  const posted = Posted.safeParse(body);
  if (!posted.success) throw badRequest("消息的格式不对。");
  const { type, name, text, channelData } = posted.data;
  if (type === "conversationUpdate" || (type === "event" && name === "webchat/join")) return { kind: "arrive" };
  if (type !== "message") return { kind: "ignored" };
  const clientId = channelData?.clientActivityID;
  return { kind: "message", text: readable(text ?? ""), ...(clientId ? { clientId } : {}) };
}

/** Half a surrogate pair cannot be stored as UTF-8 and becomes U+FFFD here, so that what is read back is what was kept. */
function readable(text: string): string {
  const whole = text.replace(/\p{Cs}/gu, "\ufffd");
  if (whole.length > LIMITS.messageCharsMax && [...whole].length > LIMITS.messageCharsMax) {
    throw tooLarge(`这段太长了（最多${LIMITS.messageCharsMax}字），没有收下。请先用两三句话说最要紧的：谁、什么事、多久了。`);
  }
  return whole;
}

/** Throws a Refusal for a value that is repeated or is no whole number. */
export function decodeWatermark(value: unknown): number {
  if (value === undefined || value === "" || value === "-") return 0;
  if (typeof value !== "string" || !/^\d{1,15}$/.test(value)) throw badRequest("watermark 不对。");
  return Number(value);
}

const Start = z.object({
  user: z
    .object({
      id: z
        .string()
        .regex(/^[\w.@:-]{1,64}$/)
        .nullish(),
    })
    .nullish(),
});

/** The name a client gave its user, if it gave one. It is shown to nobody else and opens nothing. */
export function decodeUser(body: unknown): string | undefined {
  const start = Start.safeParse(body ?? {});
  if (!start.success) throw badRequest();
  return start.data.user?.id ?? undefined;
}
