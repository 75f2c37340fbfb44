import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What one callback address is guarded by. `receiveId`: the corp's id; empty for a bot. */
export interface CallbackKeys {
  readonly token: string;
  readonly aesKey: string;
  readonly receiveId: string;
}

export interface SignedMessage {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypt: string;
}

/** Why a message was not opened; one word for the log, nothing of the message. */
export type OpenFault =
  | "bad-aes-key"
  | "bad-signature"
  | "bad-base64"
  | "bad-ciphertext-length"
  | "bad-padding"
  | "bad-length"
  | "receiveid-mismatch"
  | "bad-utf8";

export type Opened = { readonly kind: "opened"; readonly message: string } | { readonly kind: "refused"; readonly why: OpenFault };

const BLOCK = 16;
/** WeCom pads to multiples of 32, which OpenSSL's own unpadding refuses. */
const PAD_BLOCK = 32;
const RANDOM_BYTES = 16;
const HEADER_BYTES = RANDOM_BYTES + 4;

/** Undefined unless it is a key: 43 signs of base64 whose last may have spare bits set. */
export function readAesKey(aesKey: string): Buffer | undefined {
  if (!/^[0-9A-Za-z+/]{43}$/.test(aesKey)) return undefined;
  const key = Buffer.from(`${aesKey}=`, "base64");
  return key.length === 32 ? key : undefined;
}

/** SHA-1 over the four parts in the order of their bytes. */
export function sign(token: string, { timestamp, nonce, encrypt }: Omit<SignedMessage, "signature">): string {
  const parts = [token, timestamp, nonce, encrypt].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return createHash("sha1").update(parts.join("")).digest("hex");
}

/** Opens what WeCom sent, in the strict order: nothing is decrypted before the signature holds. */
export function openMessage(keys: CallbackKeys, signed: SignedMessage): Opened {
  const key = readAesKey(keys.aesKey);
  if (key === undefined) return refused("bad-aes-key");
  if (!equalText(signed.signature, sign(keys.token, signed))) return refused("bad-signature");
  if (!/^[0-9A-Za-z+/]*={0,2}$/.test(signed.encrypt) || signed.encrypt.length % 4 !== 0) return refused("bad-base64");
  const bytes = Buffer.from(signed.encrypt, "base64");
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) return refused("bad-ciphertext-length");
  const plain = unpad(decipher(key, bytes));
  return plain === undefined ? refused("bad-padding") : unpack(plain, keys.receiveId);
}

/** Closes what we answer. `random` is fixed by tests alone. Throws when the key is none; settings are checked at the start. */
export function sealMessage(keys: CallbackKeys, message: string, random: Buffer = randomBytes(RANDOM_BYTES)): string {
  const key = readAesKey(keys.aesKey);
  if (key === undefined) throw new Error("wecom: bad aes key");
  const body = Buffer.from(message, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(keys.receiveId, "utf8")]);
  const pad = PAD_BLOCK - (plain.length % PAD_BLOCK);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, BLOCK)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString("base64");
}

/** AES-256-CBC with the key's first half as its vector; `bytes` a multiple of 16. */
export function decipher(key: Buffer, bytes: Buffer): Buffer {
  const deciphering = createDecipheriv("aes-256-cbc", key, key.subarray(0, BLOCK)).setAutoPadding(false);
  return Buffer.concat([deciphering.update(bytes), deciphering.final()]);
}

/** Undefined unless every byte of the padding says the same. */
export function unpad(plain: Buffer): Buffer | undefined {
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > PAD_BLOCK || pad > plain.length) return undefined;
  const end = plain.length - pad;
  return plain.subarray(end).every((byte) => byte === pad) ? plain.subarray(0, end) : undefined;
}

/** 16 random bytes, the message's length, the message, and to the end for whom it is. */
function unpack(plain: Buffer, receiveId: string): Opened {
  if (plain.length < HEADER_BYTES) return refused("bad-length");
  const length = plain.readUInt32BE(RANDOM_BYTES);
  if (length > plain.length - HEADER_BYTES) return refused("bad-length");
  const end = HEADER_BYTES + length;
  if (!plain.subarray(end).equals(Buffer.from(receiveId, "utf8"))) return refused("receiveid-mismatch");
  try {
    return {
      kind: "opened",
      message: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plain.subarray(HEADER_BYTES, end)),
    };
  } catch {
    return refused("bad-utf8");
  }
}

function refused(why: OpenFault): Opened {
  return { kind: "refused", why };
}

function equalText(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
