/** By which door a conversation came in. */
export type ChannelName = "webchat" | "wecom-kf" | "wecom-app" | "wecom-bot" | "phone" | "terminal";

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** What came in, once it is ours: validated, bounded, with an id of our own. */
export interface Activity {
  readonly id: string;
  readonly channel: ChannelName;
  readonly conversationId: string;
  /** The sender's own id for it; the same one delivered again is the same activity. */
  readonly sourceId: string;
  readonly from: { readonly role: "worker" | "staff"; readonly id: string };
  /** `arrive`: someone opened the conversation and has said nothing yet. */
  readonly kind: "message" | "arrive";
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A button: what it shows, and what pressing it says. */
export interface Suggestion {
  readonly label: string;
  readonly say: string;
}

/** The article behind a statement, as its sheet shows it. */
export interface Source {
  readonly law: string;
  readonly title: string;
  readonly short: string;
  readonly article: string;
  readonly gist: string;
  readonly level: string;
  readonly version: string;
  readonly from: string;
  readonly until?: string;
  readonly url: string;
}

/** What goes out: one bubble. Channels encode it within their own limits. */
export interface Reply {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
  readonly sources: readonly Source[];
}

export function reply(text: string, suggestions: readonly (string | Suggestion)[] = [], sources: readonly Source[] = []): Reply {
  return { text, sources, suggestions: suggestions.map((one) => (typeof one === "string" ? { label: one, say: one } : one)) };
}
