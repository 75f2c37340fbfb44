/** The words of a kept message of text; empty for any other. */
export function textOf(raw: string): string {
  const { text } = JSON.parse(raw) as { text?: { content?: unknown } };
  return typeof text?.content === "string" ? text.content : "";
}

/** The code with which a newcomer may be greeted. */
export function welcomeCodeOf(raw: string): string | undefined {
  const { event } = JSON.parse(raw) as { event?: { welcome_code?: unknown } };
  return typeof event?.welcome_code === "string" && event.welcome_code !== "" ? event.welcome_code : undefined;
}
