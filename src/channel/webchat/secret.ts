import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

const BYTES = 32;

/**
 * The key that signs tokens, made once per data folder and readable by its owner alone. On disk before it is used:
 * tokens outlive a power cut. Throws when the file is there but is no key.
 */
export function openSecret(dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "webchat.key");
  if (!existsSync(path)) writeKey(dataDir, path);
  chmodSync(path, 0o600);
  const key = readFileSync(path);
  if (key.length !== BYTES) throw new Error(`${path} 已损坏。删掉它会生成新的，但所有人要重新开始对话。`);
  return key;
}

function writeKey(dataDir: string, path: string): void {
  const half = `${path}.new`;
  const file = openSync(half, "w", 0o600);
  writeSync(file, randomBytes(BYTES));
  fsyncSync(file);
  closeSync(file);
  renameSync(half, path);
  const folder = openSync(dataDir, "r");
  fsyncSync(folder);
  closeSync(folder);
}
