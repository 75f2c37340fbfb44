import type { PaperGround } from "../../src/case/paper.js";
import { readLibrary } from "../../src/content/load.js";
import type { DialogAnswer } from "../../src/dialog/dialog.js";
import { factsOf, onPath } from "../../src/dialog/fill.js";
import type { SlotValue } from "../../src/dialog/slot-value.js";

export const { library } = readLibrary(process.cwd());
const gulang = library.regions.get("gulang");
if (gulang === undefined) throw new Error("no region");
export const region = gulang;

/** A complaint of that kind with these answers, by step. */
export function told(id: string, answers: Readonly<Record<string, SlotValue>>): PaperGround {
  const dialog = library.dialogs.current.get(id);
  if (dialog === undefined) throw new Error(`no dialog ${id}`);
  const consents = Object.keys(dialog.steps).map((step): DialogAnswer => ({ step: `${step}/consent`, value: true, from: "" }));
  const given = Object.entries(dialog.steps).map(([step]): DialogAnswer => ({ step, value: answers[step] ?? null, from: "" }));
  const state = onPath(dialog, { dialog: id, version: dialog.version, answers: [...consents, ...given] });
  const evidence = library.evidence.get(id);
  return { dialog, state, region, facts: factsOf(dialog, state), files: [], ...(evidence === undefined ? {} : { evidence }) };
}

/** 张某's wages from a building site, as told by someone who left nothing out. */
export const WAGES: Readonly<Record<string, SlotValue>> = {
  work: "site",
  employer: "某建筑劳务有限公司",
  project: "某某小学工地",
  main: "某某建设集团",
  township: "土门镇",
  amount: 2_300_000,
  since: "2025-11-01",
  still: false,
  left: "2026-01-20",
  people: 12,
  evidence: ["iou", "chat"],
  level: "named",
  name: "张某",
  phone: "13800000000",
};
