/** XML 1.0 knows no other control characters, and a file with one opens nowhere; nothing turns the reading direction either. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{C}\n]/gu, "")
    .trim();
}
