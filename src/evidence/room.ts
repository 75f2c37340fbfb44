import { statfs } from "node:fs/promises";
import { noRoom } from "./file-refused.js";

const FREE_SHARE_MIN = 0.05;
const FREE_BYTES_MIN = 200 * 1024 * 1024;

export interface Room {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Whether files may still be taken: small writes must go on succeeding when big ones would fill the disk. */
export function hasRoom({ freeBytes, totalBytes }: Room): boolean {
  return freeBytes >= FREE_BYTES_MIN && freeBytes >= totalBytes * FREE_SHARE_MIN;
}

export async function roomOf(folder: string): Promise<Room> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** Rejects with a Refusal when the disk is nearly full. A disk that cannot say is taken for full. */
export async function requireRoom(folder: string, measure: typeof roomOf = roomOf): Promise<void> {
  const room = await measure(folder).catch(() => undefined);
  if (room === undefined || !hasRoom(room)) throw noRoom();
}
