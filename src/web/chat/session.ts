import { drop, keep, recall, watch } from "./kept.js";
import { field } from "./line.js";

export interface Key {
  readonly conversationId: string;
  /** Opens this one conversation; renewed whenever the page is used. */
  readonly token: string;
}

/** Calls back when another tab has forgotten the conversation or begun a new one. */
export function whenReplaced(act: () => void): void {
  watch("key", (before, after) => {
    if (field(before, "conversationId") !== undefined && field(before, "conversationId") !== field(after, "conversationId")) act();
  });
}

/** The conversation this device comes back to. */
export class Session {
  get key(): Key | undefined {
    const kept = recall("key");
    const conversationId = field(kept, "conversationId");
    const token = field(kept, "token");
    return typeof conversationId === "string" && typeof token === "string" ? { conversationId, token } : undefined;
  }

  keep({ conversationId, token }: Key): void {
    keep("key", { conversationId, token });
  }

  /** After a quick exit nothing is shown before it is asked for: whoever opens the page next may be somebody else. */
  get left(): boolean {
    return recall("left") === true && this.key !== undefined;
  }

  set left(left: boolean) {
    if (left) keep("left", true);
    else drop("left");
  }

  forget(): void {
    drop("key");
    drop("left");
  }
}
