import { LIMITS } from "../../limits.js";
import { activityOf, judge, numbered, uploadPath, type Answer } from "./direct-line.js";
import { newId } from "./outbox.js";
import type { PendingView } from "./pending.js";
import type { Session } from "./session.js";

export interface UploadEvents {
  readonly posted: (seq: number) => void;
  readonly gone: () => void;
}

const ENDINGS: ReadonlySet<string> = new Set("jpg jpeg png gif webp pdf docx xlsx mp3 amr m4a mp4".split(" "));
const PATIENCE_MS = 180_000;
const MEGABYTE = 1024 * 1024;

/** Files on their way. They wait in memory only: a page that is closed forgets them. */
export class Uploads {
  constructor(
    private readonly session: Session,
    private readonly view: PendingView,
    private readonly events: UploadEvents,
  ) {}

  send(files: readonly File[]): void {
    if (files.length === 0) return;
    const id = newId();
    const retry = (): void => void this.#try(id, files);
    this.view.add({ id, text: "", files: files.map(({ name }) => name) }, retry);
    const reason = reasonAgainst(files);
    if (reason === undefined) retry();
    else this.view.refused(id, reason);
  }

  async #try(id: string, files: readonly File[]): Promise<void> {
    this.view.progress(id, 0);
    const answer = await this.#post(id, files);
    switch (answer.kind) {
      case "ok":
        this.view.sent(id);
        return this.events.posted(answer.value);
      case "refused":
        return this.view.refused(id, answer.reason);
      case "gone":
        this.view.stuck(id);
        return this.events.gone();
      case "later":
        return this.view.stuck(id);
    }
  }

  /** Never rejects. XMLHttpRequest, because fetch does not tell how much has been sent. */
  #post(id: string, files: readonly File[]): Promise<Answer<number>> {
    const { key } = this.session;
    if (key === undefined) return Promise.resolve({ kind: "later" });
    const form = new FormData();
    form.append("activity", JSON.stringify(activityOf({ id, text: "" })));
    for (const file of files) form.append("file", file, file.name);
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", uploadPath(key));
      request.setRequestHeader("Authorization", `Bearer ${key.token}`);
      request.timeout = PATIENCE_MS;
      request.upload.onprogress = ({ loaded, total }) => this.view.progress(id, total > 0 ? loaded / total : 0);
      request.onload = () =>
        resolve(numbered(judge(request.status, readJson(request.responseText), request.getResponseHeader("Retry-After"))));
      request.onerror = request.ontimeout = () => resolve({ kind: "later" });
      request.send(form);
    });
  }
}

/** What the server would refuse anyway, said before anything is sent over a slow line. */
function reasonAgainst(files: readonly File[]): string | undefined {
  const { uploadFilesMax, attachmentBytesMax, uploadBytesMax } = LIMITS;
  if (files.length > uploadFilesMax) return `一次最多发 ${uploadFilesMax} 个文件，请分几次发。`;
  if (files.some(({ name }) => !ENDINGS.has(name.split(".").pop()?.toLowerCase() ?? "")))
    return "这种文件收不了。可以发照片、pdf、docx、xlsx、录音（mp3、m4a、amr）或视频（mp4）。";
  if (files.some(({ size }) => size > attachmentBytesMax)) return `文件太大了，一个文件最多 ${attachmentBytesMax / MEGABYTE} MB。`;
  if (files.some(({ size }) => size === 0)) return "这个文件是空的。";
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return total > uploadBytesMax - MEGABYTE ? "这次发的文件太大了，请分几次发。" : undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
