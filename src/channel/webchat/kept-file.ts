import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, unlink } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import type { Attachment } from "../../conversation/activity.js";
import { OutsideError } from "../../errors.js";
import { contentTypeOf, HEAD_BYTES } from "./file-kind.js";
import { tooLarge, unsupported } from "../../http/refusal.js";

const NAME_CHARS_MAX = 100;

/** Keeps the bytes under a random name, on disk when this resolves. Rejects with a Refusal, or with OutsideError when the disk will not. */
export async function keepFile(folder: string, name: string, bytes: Readable & { readonly truncated?: boolean }): Promise<Attachment> {
  const file = randomBytes(16).toString("hex");
  try {
    const { count, head, sha256 } = await write(join(folder, file), bytes);
    if (bytes.truncated === true) throw tooLarge("文件太大了，一个文件最多 20 MB。");
    const contentType = contentTypeOf(name, head);
    if (contentType === undefined)
      throw unsupported("这种文件收不了。可以发照片（jpg、png、webp、gif）、pdf、docx、xlsx、录音（mp3、m4a、amr）或视频（mp4）。");
    return { name: shownName(name), contentType, bytes: count, file, sha256 };
  } catch (error) {
    await dropFile(folder, file);
    throw error;
  }
}

async function write(path: string, bytes: Readable): Promise<{ count: number; head: Buffer; sha256: string }> {
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  let count = 0;
  const handle = await onDisk(open(path, "wx", 0o600));
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]).subarray(0, HEAD_BYTES);
      hash.update(chunk);
      count += chunk.length;
      await onDisk(handle.writeFile(chunk));
    }
    await onDisk(handle.sync());
  } finally {
    await handle.close();
  }
  return { count, head, sha256: hash.digest("hex") };
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
    const full = cause instanceof Error && "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT");
    throw new OutsideError(full ? "store-full" : "store-unavailable", true, { cause });
  }
}
