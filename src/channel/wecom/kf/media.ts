import { Readable } from "node:stream";
import type { Attachment } from "../../../conversation/activity.js";
import { OutsideError } from "../../../errors.js";
import { LIMITS } from "../../../limits.js";
import type { Log } from "../../../log.js";
import { keepAnyFile, makeFolder, syncFolder } from "../../../evidence/keep-file.js";
import type { WecomClient } from "../client.js";
import type { Said } from "./listed.js";

export interface MediaOptions {
  readonly client: Pick<WecomClient, "download">;
  readonly folder: string;
  readonly log: Log;
}

interface Kind {
  readonly what: string;
  readonly names: readonly [string, ...string[]];
}

const FILE: Kind = { what: "文件", names: ["文件.bin"] };
/** Only files have a name of their own; the rest is called after what it turns out to be. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["image", { what: "图片", names: ["图片.jpg", "图片.png", "图片.gif", "图片.webp"] }],
  ["voice", { what: "语音", names: ["语音.amr", "语音.mp3", "语音.m4a"] }],
  ["video", { what: "视频", names: ["视频.mp4"] }],
]);

/**
 * The file of a message, on disk when this resolves. One that the platform will not give, or that is too long, is an
 * attachment without bytes: staff see that there was something. Rejects with OutsideError when it may be had later.
 */
export async function fetchMedia(
  { client, folder, log }: MediaOptions,
  { mediaId, type }: Extract<Said, { kind: "media" }>,
): Promise<Attachment> {
  const { what, names } = KINDS.get(type) ?? FILE;
  await makeFolder(folder);
  const download = await client.download(mediaId);
  if (download.kind === "refused") {
    if (download.policy !== "mistake") throw new OutsideError("channel-unavailable", true);
    return missing(what);
  }
  const bytes = whileReachable(download.body);
  const named = type === "file" && download.name !== undefined ? ([download.name] as const) : names;
  const kept = await keepAnyFile(folder, { names: named, bytes, bytesMax: LIMITS.attachmentBytesMax });
  if (kept === undefined) log.warn("kf-media-too-long");
  await syncFolder(folder);
  return kept ?? missing(what);
}

/** A forwarded chat log as a file of text: often the only proof of what was promised. */
export async function keepLog(
  { folder }: Pick<MediaOptions, "folder">,
  { title, lines }: Extract<Said, { kind: "log" }>,
): Promise<Attachment> {
  await makeFolder(folder);
  const bytes = Readable.from([Buffer.from(`${[title, ...lines].join("\n")}\n`, "utf8")]) as AsyncIterable<Buffer>;
  const kept = await keepAnyFile(folder, { names: [`${title}.txt`], bytes, bytesMax: LIMITS.attachmentBytesMax });
  await syncFolder(folder);
  return kept ?? missing("聊天记录");
}

export function missing(what: string): Attachment {
  return { name: `${what}（没有取到）`, contentType: "application/octet-stream", bytes: 0 };
}

async function* whileReachable(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new OutsideError("channel-unavailable", true);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
