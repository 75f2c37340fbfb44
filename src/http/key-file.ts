import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

const BYTES = 32;

/**
 * A key of the data folder under `name`, made once and readable by its owner alone. On disk before it is used: what it
 * signs or seals outlives a power cut. Throws when the file is there but is no key.
 */
export function openKeyFile(dataDir: string, name: string): Buffer {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, name);
  if (!existsSync(path)) writeKey(dataDir, path);
  chmodSync(path, 0o600);
  const key = readFileSync(path);
  if (key.length !== BYTES) throw new Error(`${path} 已损坏。请从备份恢复它；删掉它会生成新的，但用它签过、封过的都要重来。`);
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
