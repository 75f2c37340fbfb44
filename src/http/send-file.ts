import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";

export interface FileToSend {
  /** Its name in the folder; from a row of ours, never from a request. */
  readonly file: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/**
 * Sends a file that somebody sent us so that no browser opens it by itself: as a download, of the kind we found it to
 * be, with nothing in it allowed to run. Whether the asker may have it has been decided before.
 */
export async function sendFile(response: Response, folder: string, { file, name, contentType, bytes }: FileToSend): Promise<void> {
  response.set({
    "Content-Type": contentType,
    "Content-Length": String(bytes),
    "Content-Disposition": `attachment; filename*=UTF-8''${quoted(name)}`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-store",
  });
  await pipeline(createReadStream(join(folder, file)), response);
}

/** For bytes of our own making, as a download; the name is plain ASCII. */
export function attach(response: Response, contentType: string, name: string): Response {
  return response.set({ "Content-Type": contentType, "Content-Disposition": `attachment; filename="${name}"` });
}

/** RFC 8187: what encodeURIComponent leaves alone and a header may not carry. */
function quoted(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, "")).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
