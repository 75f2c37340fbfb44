import { widthOf } from "./song-widths.js";

/** May not stand first in a line. */
const CLOSING = new Set("，。、；：？！）》】”’…,.;:?!)%");

/** Lines no wider than `width` (thousandths of the size). Chinese breaks anywhere but before a closing mark; a long number breaks where it must. */
export function breakLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const character of paragraph) {
      // A closing mark hangs over the edge.
      if (line !== "" && widthOf(line + character) > width && !CLOSING.has(character)) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
    lines.push(line);
  }
  return lines;
}
