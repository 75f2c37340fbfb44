import { openMessage, sealMessage, sign, type CallbackKeys, type OpenFault } from "./crypto.js";
import { childText, readXml, writeXml } from "./xml.js";

/** A callback as it came over the wire: nothing in it is believed yet. */
export interface RawCallback {
  readonly query: Readonly<Record<string, unknown>>;
  /** The body as text; for the address check there is none. */
  readonly body: string;
}

export type Heard =
  | { readonly kind: "heard"; readonly message: string }
  | { readonly kind: "refused"; readonly status: 400 | 403; readonly why: OpenFault | "bad-parameters" | "bad-envelope" };

/** The check WeCom makes when an administrator saves the address: the answer is the message and not one byte more. */
export function hearEcho(keys: CallbackKeys, { query }: RawCallback): Heard {
  // Somewhere before us %2B may have been decoded, and a plus sign in a form is a space.
  const encrypt = typeof query["echostr"] === "string" ? query["echostr"].replaceAll(" ", "+") : undefined;
  return open(keys, query, encrypt);
}

/** A message of WeCom's, in the XML of apps or the JSON of bots. What stands outside the encrypted part is not signed and not read. */
export function hearMessage(keys: CallbackKeys, { query, body }: RawCallback): Heard {
  const encrypt = body.trimStart().startsWith("{") ? encryptInJson(body) : encryptInXml(body);
  if (encrypt === undefined || encrypt === "") return { kind: "refused", status: 400, why: "bad-envelope" };
  return open(keys, query, encrypt);
}

/** The answer to a callback in XML. `at` in ms. */
export function sealXml(keys: CallbackKeys, message: string, { at, nonce }: { at: number; nonce: string }): string {
  const { encrypt, timestamp, signature } = seal(keys, message, { at, nonce });
  return writeXml({ Encrypt: encrypt, MsgSignature: signature, TimeStamp: Number(timestamp), Nonce: nonce });
}

/** The answer to a bot's callback. */
export function sealJson(keys: CallbackKeys, message: string, { at, nonce }: { at: number; nonce: string }): string {
  const { encrypt, timestamp, signature } = seal(keys, message, { at, nonce });
  return JSON.stringify({ encrypt, msgsignature: signature, timestamp: Number(timestamp), nonce });
}

function seal(keys: CallbackKeys, message: string, { at, nonce }: { at: number; nonce: string }) {
  const encrypt = sealMessage(keys, message);
  const timestamp = String(Math.floor(at / 1000));
  return { encrypt, timestamp, signature: sign(keys.token, { timestamp, nonce, encrypt }) };
}

function open(keys: CallbackKeys, query: RawCallback["query"], encrypt: string | undefined): Heard {
  const { msg_signature: signature, timestamp, nonce } = query;
  // A repeated parameter is a list.
  if (typeof signature !== "string" || typeof timestamp !== "string" || typeof nonce !== "string" || encrypt === undefined)
    return { kind: "refused", status: 400, why: "bad-parameters" };
  const opened = openMessage(keys, { signature, timestamp, nonce, encrypt });
  if (opened.kind === "opened") return { kind: "heard", message: opened.message };
  return { kind: "refused", status: opened.why === "bad-signature" ? 403 : 400, why: opened.why };
}

function encryptInXml(body: string): string | undefined {
  const root = readXml(body);
  return root === undefined ? undefined : childText(root, "Encrypt");
}

function encryptInJson(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null && "encrypt" in parsed && typeof parsed.encrypt === "string"
      ? parsed.encrypt
      : undefined;
  } catch {
    return undefined;
  }
}
