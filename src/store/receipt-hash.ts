import { createHash, createHmac } from "node:crypto";

/** Says what the hash is for; no secret. The code itself has 112 bits or more, which no list of guesses comes near. */
const PURPOSE = "hotline case receipt 1";

/** What is kept of a receipt code. However it was typed, only its letters and digits count. */
export function receiptHash(receipt: string): string {
  const plain = receipt
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  return createHmac("sha256", PURPOSE).update(plain).digest("hex");
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
