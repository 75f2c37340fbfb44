import { z } from "zod";
import { Day } from "../content/schema/common.js";
import { ask } from "./ask.js";
import type { Stage } from "./play.js";

const Row = z.object({ id: z.union([z.string(), z.number()]).transform(String), query: z.string().max(100_000), at: Day.optional() });

/** A line of `ask --jsonl` that cannot be used; the message says which and why. */
export class LineError extends Error {}

/** One `{"id","query","at"?}` a line in, one answer a line out. Throws a LineError at the first bad line. */
export function* askLines(stage: Stage, input: string, today: string): Generator<string> {
  let number = 0;
  for (const line of input.split("\n")) {
    number += 1;
    if (line.trim() === "") continue;
    const { id, query, at } = readRow(line, number);
    yield JSON.stringify({ id, ...ask(stage, query, at ?? today) });
  }
}

function readRow(line: string, number: number): z.infer<typeof Row> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new LineError(`第 ${number} 行不是 JSON`);
  }
  const row = Row.safeParse(json);
  if (!row.success)
    throw new LineError(`第 ${number} 行：${row.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("；")}`);
  return row.data;
}
