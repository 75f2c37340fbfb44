/** One thing wrong with the content, in words an editor understands. `file` is relative to the content root. */
export interface Fault {
  readonly file: string;
  readonly where: string;
  readonly what: string;
}

export function printFault(fault: Fault): string {
  return fault.where === "" ? `${fault.file}：${fault.what}` : `${fault.file}：${fault.where}：${fault.what}`;
}

/** Broken content: every fault of every file at once. */
export class ContentError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`内容有 ${faults.length} 处错误：\n${faults.map((fault) => `  ${printFault(fault)}`).join("\n")}`);
    this.name = "ContentError";
  }
}

/** Takes down a fault of one file. */
export type Say = (where: string, what: string) => void;
