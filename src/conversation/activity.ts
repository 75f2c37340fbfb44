import type { Source } from "../answer/source.js";

/** By which door a conversation came in. */
export type ChannelName = "webchat" | "wecom-kf" | "wecom-app" | "wecom-bot" | "phone" | "terminal";

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Under which name the bytes are kept in the data folder; random, never the sender's. */
  readonly file?: string;
  readonly sha256?: string;
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
  /** What it opens, so that a short label means the right thing: an answer, as of a day, or an answer's evidence list. */
  readonly opens?: { readonly answer: string; readonly part?: "evidence"; readonly day?: string };
  /** The guided dialog it begins. */
  readonly begins?: string;
}

/** What goes out: one bubble. Channels encode it within their own limits. */
export interface Reply {
  readonly text: string;
  readonly suggestions: readonly Suggestion[];
  /** The articles the text rests on, each with its sheet. */
  readonly sources: readonly Source[];
}

export function reply(text: string, suggestions: readonly (string | Suggestion)[] = [], sources: readonly Source[] = []): Reply {
  return { text, sources, suggestions: suggestions.map((one) => (typeof one === "string" ? { label: one, say: one } : one)) };
}
