import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, unlink, type FileHandle } from "node:fs/promises";
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
    const look = (handle: FileHandle, count: number): Promise<string> => {
      if (bytes.truncated === true) throw tooLargeFile();
      return lookInside(name, handle, count);
    };
    const { count, look: contentType, sha256 } = await write(join(folder, file), bytes as AsyncIterable<Buffer>, look);
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

/** A file that another platform took from the person already: refusing it would lose evidence. */
export interface AnyFile {
  /** What it may be called, the likeliest first; the first whose kind it is becomes its name. */
  readonly names: readonly [string, ...string[]];
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly bytesMax: number;
}

/**
 * As keepFile, but what is of no accepted kind is kept as bytes to be saved and never shown. Undefined for what is
 * longer than `bytesMax`, of which nothing is kept.
 */
export async function keepAnyFile(folder: string, { names, bytes, bytesMax }: AnyFile): Promise<KeptFile | undefined> {
  const file = newFileName();
  try {
    const kept = await write(join(folder, file), bounded(bytes, bytesMax), (handle, count) => firstKind(names, handle, count));
    const { name, contentType } = kept.look;
    return { name: shownName(name), contentType, bytes: kept.count, file, sha256: kept.sha256 };
  } catch (error) {
    await dropFile(folder, file);
    if (error instanceof TooLong) return undefined;
    throw error;
  }
}

async function firstKind(names: AnyFile["names"], handle: FileHandle, count: number): Promise<{ name: string; contentType: string }> {
  for (const name of names) {
    try {
      return { name, contentType: await lookInside(name, handle, count) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { name: names[0], contentType: "application/octet-stream" };
}

class TooLong extends Error {}

async function* bounded(bytes: AsyncIterable<Uint8Array>, most: number): AsyncIterable<Buffer> {
  let count = 0;
  for await (const chunk of bytes) {
    count += chunk.length;
    if (count > most) throw new TooLong();
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
}

async function write<Look>(
  path: string,
  bytes: AsyncIterable<Buffer>,
  look: (handle: FileHandle, count: number) => Promise<Look>,
): Promise<{ count: number; look: Look; sha256: string }> {
  const hash = createHash("sha256");
  let count = 0;
  const handle = await onDisk(open(path, "wx+", 0o600));
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      count += chunk.length;
      await onDisk(handle.writeFile(chunk));
    }
    const seen = await onDisk(look(handle, count));
    await onDisk(handle.sync());
    return { count, look: seen, sha256: hash.digest("hex") };
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
