import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One vector; which fields it has depends on its list. */
export interface Vector {
  readonly name: string;
  readonly token: string;
  readonly aeskey: string;
  readonly receiveid: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypt: string;
  readonly msg_signature: string;
}

export interface PositiveVector extends Vector {
  readonly plaintext: string;
  readonly random_hex: string;
  readonly xml_fields?: Readonly<Record<string, string>>;
}

export interface NegativeVector extends Vector {
  readonly expect: string;
}

export interface HttpVector extends Vector {
  readonly method: "GET" | "POST";
  readonly query: string;
  readonly body?: string;
  readonly content_type?: string;
  readonly expect_status: number;
  readonly expect_body?: string;
  readonly expect_plaintext?: string;
}

export interface MediaVector {
  readonly name: string;
  readonly aeskey_base64: string;
  readonly ciphertext_base64: string;
  readonly plaintext_hex: string;
}

export interface JsapiVector {
  readonly name: string;
  readonly ticket: string;
  readonly noncestr: string;
  readonly timestamp: string;
  readonly page_url: string;
  readonly signature: string;
}

export interface Vectors {
  readonly positive: readonly PositiveVector[];
  readonly negative: readonly NegativeVector[];
  readonly http: readonly HttpVector[];
  readonly jsapi: readonly JsapiVector[];
  readonly bot_media: readonly MediaVector[];
}

/** Beside the checkout, as the other reference data; elsewhere `WECOM_VECTORS` names it. */
const FILE = process.env["WECOM_VECTORS"] ?? join(import.meta.dirname, "../../../../shared/wecom/vectors.json");

/** Published by Tencent and by independent implementations, or made with Tencent's own library. None where the file is not at hand. */
export const VECTORS = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Vectors) : undefined;
if (VECTORS === undefined) console.warn(`WeCom's published vectors were left out: ${FILE} is not there.`);
