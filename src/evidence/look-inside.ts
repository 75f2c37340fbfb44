import type { FileHandle } from "node:fs/promises";
import { contentTypeOf } from "./file-kind.js";
import { mixedKind, unknownKind, unpacksTooLarge } from "./file-refused.js";
import { findDirectory, readDirectory } from "./zip-directory.js";

const HEAD_BYTES = 1024;
/** The end record of a zip, and the longest comment it may carry. */
const TAIL_BYTES = 22 + 65_535;
const UNPACKED_BYTES_MAX = 200 * 1024 * 1024;
const UNPACKED_TIMES_MAX = 200;

/** What a browser or another program would take for its own, wherever near the beginning it stands. */
const OTHER_BEGINNINGS = ["<script", "<html", "<svg", "<!doctype", "<?php", "<body", "<iframe"] as const;

/**
 * The content type of a file on disk, by its name's ending and its bytes together. Throws a Refusal for what is of
 * no accepted kind, what is of two kinds at once, and what unpacks to more than it pretends.
 */
export async function lookInside(name: string, handle: FileHandle, size: number): Promise<string> {
  const head = await readAt(handle, 0, Math.min(size, HEAD_BYTES));
  const contentType = contentTypeOf(name, head);
  if (contentType === undefined) throw unknownKind();
  const text = head.toString("latin1").toLowerCase();
  if (OTHER_BEGINNINGS.some((words) => text.includes(words))) throw mixedKind();
  if (contentType !== "application/pdf" && text.includes("%pdf-")) throw mixedKind();
  const tailAt = Math.max(0, size - TAIL_BYTES);
  const directory = findDirectory(await readAt(handle, tailAt, size - tailAt));
  const office = contentType.includes("officedocument");
  if (!office && directory !== undefined) throw mixedKind();
  if (office) await lookAtOffice(contentType, handle, { size, directory });
  return contentType;
}

interface Zip {
  readonly size: number;
  readonly directory: ReturnType<typeof findDirectory>;
}

async function lookAtOffice(contentType: string, handle: FileHandle, { size, directory }: Zip): Promise<void> {
  if (directory === undefined || directory.offset + directory.length > size) throw unknownKind();
  const entries = readDirectory(await readAt(handle, directory.offset, directory.length));
  const unpacked = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (unpacked > UNPACKED_BYTES_MAX || unpacked > size * UNPACKED_TIMES_MAX) throw unpacksTooLarge();
  const names = new Set(entries.map((entry) => entry.name));
  const main = contentType.includes("wordprocessing") ? "word/document.xml" : "xl/workbook.xml";
  if (!names.has("[Content_Types].xml") || !names.has(main)) throw unknownKind();
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
