/** Fen as yuan with two places, for reading. */
export function sayYuan(fen: number): string {
  return `${(fen / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}元`;
}

/** Yuan as typed, in fen; undefined for what is no amount. */
export function readYuan(text: string): number | undefined {
  const found = /^(\d{1,9})(?:[.．](\d{1,2}))?$/.exec(text.normalize("NFKC").replace(/[,，\s元]/g, ""));
  return found === null ? undefined : Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}
