import { decrypt, encrypt, getSignature } from "@wecom/crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decipher, openMessage, readAesKey, sealMessage, sign, unpad, type CallbackKeys } from "../../../src/channel/wecom/crypto.js";
import { childText, readXml } from "../../../src/channel/wecom/xml.js";
import { VECTORS, type Vector, type Vectors } from "./vectors.js";

const keysOf = ({ token, aeskey, receiveid }: Vector): CallbackKeys => ({ token, aesKey: aeskey, receiveId: receiveid });
const signedOf = ({ timestamp, nonce, encrypt: sealed, msg_signature }: Vector) => ({
  ...{ timestamp, nonce, encrypt: sealed, signature: msg_signature },
});

if (VECTORS !== undefined) testVectors(VECTORS);

function testVectors({ positive, negative, http, bot_media: media }: Vectors): void {
  test("the published and generated messages are all there", () =>
    expect([positive.length, negative.length, http.length]).toEqual([24, 24, 12]));

  for (const vector of positive) {
    test(`${vector.name}, opened and closed again`, () => {
      expect(openMessage(keysOf(vector), signedOf(vector))).toEqual({ kind: "opened", message: vector.plaintext });
      expect(sealMessage(keysOf(vector), vector.plaintext, Buffer.from(vector.random_hex, "hex"))).toBe(vector.encrypt);
      expect(sign(vector.token, signedOf(vector))).toBe(vector.msg_signature);
      const root = vector.plaintext.startsWith("<xml>") ? readXml(vector.plaintext) : undefined;
      for (const [name, value] of Object.entries(vector.xml_fields ?? {})) expect(root && childText(root, name)).toBe(value);
    });
  }

  for (const vector of negative) {
    test(`${vector.name} is refused`, () => {
      const opened = openMessage(keysOf(vector), signedOf(vector));
      expect(opened.kind).toBe("refused");
      if (opened.kind === "refused" && vector.expect !== "decrypt_failed_any") {
        expect(opened.why).toBe(vector.expect.replaceAll("_", "-"));
      }
    });
  }

  for (const vector of media) {
    test(`media ${vector.name}`, () => {
      const plain = unpad(decipher(Buffer.from(vector.aeskey_base64, "base64"), Buffer.from(vector.ciphertext_base64, "base64")));
      expect(plain?.toString("hex")).toBe(vector.plaintext_hex);
    });
  }
}

const aesKeys = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("base64").slice(0, 43));
const wellFormed = fc.string({ unit: "grapheme", maxLength: 300 });

test("what we close Tencent's library opens, and the other way round", () => {
  fc.assert(
    fc.property(aesKeys, wellFormed, fc.stringMatching(/^[a-z0-9]{0,20}$/), (aesKey, message, receiveId) => {
      const keys = { token: "t0ken", aesKey, receiveId };
      expect(decrypt(aesKey, sealMessage(keys, message))).toMatchObject({ message, id: receiveId });
      const sealed = encrypt(aesKey, message, receiveId);
      const signature = getSignature("t0ken", "1", "n", sealed);
      expect(openMessage(keys, { timestamp: "1", nonce: "n", encrypt: sealed, signature })).toEqual({ kind: "opened", message });
    }),
    { numRuns: 300 },
  );
});

test("a key whose last sign has spare bits is a key; 42 or 44 signs are none", () => {
  expect(readAesKey("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")).toHaveLength(32);
  for (const bad of ["", "a".repeat(42), "a".repeat(44), `${"a".repeat(42)}-`, `${"a".repeat(42)}=`])
    expect(readAesKey(bad)).toBeUndefined();
});
