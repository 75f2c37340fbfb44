export interface Row {
  readonly words: string;
  readonly expected: string;
}

/** Lines of `words | expected`; `-` expects that nothing is read. Blanks beside the words are not part of them. */
export function table(text: string): readonly Row[] {
  return text
    .split("\n")
    .filter((line) => line.includes(" | "))
    .map((line) => {
      const [words = "", expected = ""] = line.split(" | ");
      return { words: words.trim(), expected: expected.trim() };
    });
}
