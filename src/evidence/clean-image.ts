import { spawn, type ChildProcess } from "node:child_process";
import { open, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFileName, syncFolder } from "./keep-file.js";
import type { CaseFile } from "../store/case-store.js";

const TIME_MS = 20_000;
const MEMORY_BYTES = 700 * 1024 * 1024;
const LOOK_MS = 100;
const PAGE_BYTES = 4096;

/** A copy of a picture without place, time and camera, on disk when this resolves; undefined when none can be made safely. */
export async function cleanImage(folder: string, picture: Pick<CaseFile, "file" | "contentType">): Promise<CaseFile["clean"] | undefined> {
  const file = newFileName();
  const contentType = picture.contentType === "image/png" ? "image/png" : "image/jpeg";
  const to = join(folder, file);
  const made = await run(join(folder, picture.file), to, contentType);
  if (!made) {
    await unlink(to).catch(() => undefined);
    return undefined;
  }
  const handle = await open(to, "r+");
  await handle.sync().finally(() => handle.close());
  await syncFolder(folder);
  return { file, contentType, bytes: (await stat(to)).size };
}

/** Whether the child made the copy in its time and memory. */
function run(from: string, to: string, contentType: string): Promise<boolean> {
  const child = spawn(process.execPath, [...program(), from, to, contentType], { stdio: "ignore", env: {} });
  const timer = setTimeout(() => child.kill("SIGKILL"), TIME_MS);
  const watch = setInterval(() => void killIfLarge(child), LOOK_MS);
  return new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  }).finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
  });
}

/** Linux only; elsewhere the limit on pixels and the time are what there is. */
async function killIfLarge(child: ChildProcess): Promise<void> {
  const statm = await readFile(`/proc/${child.pid}/statm`, "utf8").catch(() => "");
  if (Number(statm.split(" ")[1] ?? 0) * PAGE_BYTES > MEMORY_BYTES) child.kill("SIGKILL");
}

/** From source the child is TypeScript, which tsx has to read. */
function program(): readonly string[] {
  const source = import.meta.url.endsWith(".ts");
  const path = fileURLToPath(new URL(source ? "./clean-image-child.ts" : "./clean-image-child.js", import.meta.url));
  return source ? ["--import", import.meta.resolve("tsx"), path] : [path];
}
