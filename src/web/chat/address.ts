/** The parsed address; undefined when it is none. `URL.canParse` is younger than many phones. */
export function addressOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
