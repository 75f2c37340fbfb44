import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, unlink } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import type { Attachment } from "../conversation/activity.js";
import { OutsideError } from "../errors.js";
import { Refusal } from "../http/refusal.js";
import { tooLargeFile } from "./file-refused.js";
import { lookInside } from "./look-inside.js";

const NAME_CHARS_MAX = 100;

/** A file as kept, and how to name it to people. */
export type KeptFile = Required<Attachment>;

/** Keeps the bytes under a random name, on disk when this resolves. Rejects with a Refusal and nothing kept, or with OutsideError when the disk will not. */
export async function keepFile(folder: string, name: string, bytes: Readable & { readonly truncated?: boolean }): Promise<KeptFile> {
  const file = newFileName();
  try {
    const { count, contentType, sha256 } = await write(join(folder, file), name, bytes);
    return { name: shownName(name), contentType, bytes: count, file, sha256 };
  } catch (error) {
    await dropFile(folder, file);
    throw error;
  }
}

/** Says nothing of what is in it or whose it is. */
export function newFileName(): string {
  return randomBytes(16).toString("hex");
}

async function write(
  path: string,
  name: string,
  bytes: Readable & { readonly truncated?: boolean },
): Promise<{ count: number; contentType: string; sha256: string }> {
  const hash = createHash("sha256");
  let count = 0;
  const handle = await onDisk(open(path, "wx+", 0o600));
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      hash.update(chunk);
      count += chunk.length;
      await onDisk(handle.writeFile(chunk));
    }
    if (bytes.truncated === true) throw tooLargeFile();
    const contentType = await onDisk(lookInside(name, handle, count));
    await onDisk(handle.sync());
    return { count, contentType, sha256: hash.digest("hex") };
  } finally {
    await handle.close();
  }
}

export async function dropFile(folder: string, file: string): Promise<void> {
  await unlink(join(folder, file)).catch(() => undefined);
}

/** After this the names of the files are on disk too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await onDisk(open(folder, "r"));
  await onDisk(handle.sync()).finally(() => handle.close());
}

export async function makeFolder(folder: string): Promise<void> {
  await onDisk(mkdir(folder, { recursive: true, mode: 0o700 }));
}

/** The name as people may see it: no path, nothing invisible, nothing that turns the reading direction. */
function shownName(name: string): string {
  const plain = basename(name.replaceAll("\\", "/"))
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim();
  return plain === "" ? "file" : [...plain].slice(0, NAME_CHARS_MAX).join("");
}

async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const full = cause instanceof Error && "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT");
    throw new OutsideError(full ? "store-full" : "store-unavailable", true, { cause });
  }
}
