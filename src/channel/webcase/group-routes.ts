import { Readable } from "node:stream";
import express, { type Request, type Response, type Router } from "express";
import { GROUP_ROWS_MAX, judgeGroup, type GroupRow } from "../../case/group.js";
import { rowsOfTable } from "../../case/group-table.js";
import { rowsOfText } from "../../case/group-text.js";
import { sayFaults, sayList } from "../../case/group-words.js";
import { groupSheet, groupTemplate } from "../../document/group-sheet.js";
import { readTable } from "../../document/read-sheet.js";
import { dropFile, keepFile, makeFolder, syncFolder } from "../../evidence/keep-file.js";
import { requireRoom } from "../../evidence/room.js";
import { attach } from "../../http/send-file.js";
import { badRequest, Refusal, tooLarge } from "../../http/refusal.js";
import type { Webcase } from "./webcase.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const BYTES_MAX = 2 * 1024 * 1024;
const HEAD = "第一行要写清每一列是什么：姓名、电话、欠薪金额。请下载模板照着填。";
const EMPTY = "名单是空的。一个人一行，写上姓名和欠多少。";

const parse = express.raw({ type: () => true, limit: BYTES_MAX, inflate: false });

/**
 * Many workers of one case: the empty list to fill in, and the filled one. A list with a fault is refused whole and
 * nothing of it is kept; a good one becomes a file of the case and a word to staff.
 */
export function addGroupRoutes(router: Router, webcase: Webcase, view: (matter: { readonly reference: string }) => Promise<unknown>): void {
  const { access, store, clock, filesFolder } = webcase;

  router.get("/group-template.xlsx", async (request, response) => {
    await access.accessCase(request);
    attach(response, XLSX, "template.xlsx").send(await groupTemplate());
  });

  router.post("/group", async (request, response) => {
    const { reference, conversationId } = await access.accessCase(request);
    const judged = judgeGroup(await rowsOf(request, response));
    if (judged.kind === "refused") throw new Refusal(422, "list-refused", sayFaults(judged.faults));
    await makeFolder(filesFolder);
    await requireRoom(filesFolder);
    const file = await keepFile(filesFolder, "名单.xlsx", Readable.from([await groupSheet(judged.list)]));
    try {
      await syncFolder(filesFolder);
      await store.addEvidence(reference, [{ ...file, conversationId, at: clock() }]);
    } catch (error) {
      await dropFile(filesFolder, file.file);
      throw error;
    }
    await store.addCaseMessage(reference, { id: `group-${file.file}`, at: clock(), from: "complainant", text: sayList(judged.list) });
    response.json(await view({ reference }));
  });
}

/** Pasted as text, or a table. */
async function rowsOf(request: Request, response: Response): Promise<readonly GroupRow[]> {
  const bytes = await bodyOf(request, response);
  if (request.is("text/plain") !== false) return bounded(rowsOfText(new TextDecoder().decode(bytes)));
  const table = await readTable(bytes);
  if (table.kind === "refused") throw badRequest(table.say);
  if (table.rows.every((row) => row.every((cell) => cell.trim() === ""))) throw badRequest(EMPTY);
  const rows = rowsOfTable(table.rows);
  if (rows === undefined) throw badRequest(HEAD);
  return bounded(rows);
}

function bounded(rows: readonly GroupRow[]): readonly GroupRow[] {
  if (rows.length === 0) throw badRequest(EMPTY);
  if (rows.length > GROUP_ROWS_MAX) throw badRequest("名单最多2000人，请分几次交。");
  return rows;
}

function bodyOf(request: Request, response: Response): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error === undefined) resolve(request.body instanceof Uint8Array ? request.body : new Uint8Array());
      else
        reject(error instanceof Error && "status" in error && error.status === 413 ? tooLarge("名单文件太大了，最大2 MB。") : badRequest());
    });
  });
}
