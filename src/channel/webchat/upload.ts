import busboy from "busboy";
import type { Request } from "express";
import type { Readable } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { LIMITS } from "../../limits.js";
import { refuseForbiddenKeys } from "../../http/read-json.js";
import { decode, type Decoded } from "./decode.js";
import { dropFile, keepFile, type KeptFile, makeFolder, syncFolder } from "../../evidence/keep-file.js";
import { requireRoom } from "../../evidence/room.js";
import { badRequest, tooLarge, unsupported, type Refusal } from "../../http/refusal.js";

export interface Upload {
  readonly said: Extract<Decoded, { kind: "message" }>;
  readonly attachments: readonly KeptFile[];
}

/** The stock client sends the activity as a file part of this name. */
const ACTIVITY_PART = "activity";
const TOO_MUCH = "这次发的文件太大了，请分几次发。";
const tooManyFiles = (): Refusal => tooLarge(`一次最多发 ${LIMITS.uploadFilesMax} 个文件，请分几次发。`);

/** Reads a multipart upload: the activity and its files, which are on disk when this resolves. Rejects with a Refusal and nothing kept. */
export async function readUpload(request: Request, folder: string): Promise<Upload> {
  if (!/^multipart\/form-data\s*;/i.test(request.headers["content-type"] ?? "")) throw unsupported();
  if (Number(request.headers["content-length"] ?? 0) > LIMITS.uploadBytesMax) throw tooLarge(TOO_MUCH);
  await makeFolder(folder);
  await requireRoom(folder);
  const parts = new Parts(folder);
  try {
    await parts.read(request);
    const upload = await parts.finish();
    await syncFolder(folder);
    return upload;
  } catch (error) {
    await parts.drop();
    throw error;
  }
}

export async function dropUpload(folder: string, attachments: Upload["attachments"]): Promise<void> {
  await Promise.all(attachments.map(({ file }) => dropFile(folder, file)));
}

class Parts {
  #activity: Promise<string> | undefined;
  readonly #files: Promise<KeptFile>[] = [];
  readonly #streams: Readable[] = [];

  constructor(private readonly folder: string) {}

  /** Resolves when the whole body has been read; rejects at the first part that is refused and reads no further. */
  read(request: Request): Promise<void> {
    const form = openForm(request);
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        reject(error instanceof Error ? error : badRequest());
        request.unpipe(form);
        form.destroy();
        for (const stream of this.#streams) stream.destroy(new Error("upload refused"));
      };
      form.on("file", (field, stream, { filename }) => {
        this.#streams.push(stream);
        // A stream may fail before its reader has begun; the reader meets the error later.
        stream.on("error", () => undefined);
        // Busboy goes on to the next part after it has found one malformed.
        if (form.destroyed) stream.destroy();
        else if (field === ACTIVITY_PART) this.#takeActivity(textOf(stream), fail);
        else this.#takeFile(keepFile(this.folder, filename ?? "", stream), fail);
      });
      form.on("field", (field, value, { valueTruncated }) => {
        if (valueTruncated) fail(tooLarge());
        else if (field === ACTIVITY_PART) this.#takeActivity(Promise.resolve(value), fail);
      });
      for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const) form.on(limit, () => fail(tooManyFiles()));
      form.on("error", () => fail(badRequest("上传的格式不对。")));
      form.on("close", resolve);
      request.on("close", () => (request.complete ? undefined : fail(badRequest())));
      countBytes(request, fail);
      request.pipe(form);
    });
  }

  async finish(): Promise<Upload> {
    const attachments = await Promise.all(this.#files);
    const said = this.#activity === undefined ? decode({ type: "message" }) : decode(parse(await this.#activity));
    if (attachments.length === 0) throw badRequest("没有收到文件。");
    if (attachments.length > LIMITS.uploadFilesMax) throw tooManyFiles();
    if (said.kind !== "message") throw badRequest("消息的格式不对。");
    return { said, attachments };
  }

  async drop(): Promise<void> {
    for (const kept of await Promise.allSettled(this.#files)) {
      if (kept.status === "fulfilled") await dropFile(this.folder, kept.value.file);
    }
  }

  #takeFile(kept: Promise<KeptFile>, fail: (error: unknown) => void): void {
    this.#files.push(kept);
    kept.catch(fail);
  }

  #takeActivity(text: Promise<string>, fail: (error: unknown) => void): void {
    if (this.#activity !== undefined) fail(badRequest());
    this.#activity = text;
    text.catch(fail);
  }
}

function openForm(request: Request): busboy.Busboy {
  const { uploadFilesMax, attachmentBytesMax, bodyBytesMax } = LIMITS;
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: "utf8",
      limits: {
        files: uploadFilesMax + 1,
        fileSize: attachmentBytesMax,
        fields: 4,
        fieldSize: bodyBytesMax,
        parts: uploadFilesMax + 4,
        headerPairs: 20,
      },
    });
  } catch {
    throw badRequest("上传的格式不对。");
  }
}

/** A body sent in chunks says no length beforehand. */
function countBytes(request: Request, fail: (error: Refusal) => void): void {
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LIMITS.uploadBytesMax) fail(tooLarge(TOO_MUCH));
  });
}

function parse(text: string): unknown {
  if (text.length > LIMITS.bodyBytesMax) throw tooLarge();
  try {
    return JSON.parse(text, refuseForbiddenKeys);
  } catch {
    throw badRequest("消息的格式不对。");
  }
}
