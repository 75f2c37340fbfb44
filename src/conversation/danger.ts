import type { Danger, Library } from "../content/library.js";
import { reply } from "./activity.js";
import type { Ending } from "./end-turn.js";
import type { Heard } from "./hear.js";
import type { TurnContext } from "./turn.js";

/** Danger comes before everything: the number to call, and people told at once. No form stands in the way. */
export function meetDanger({ conversation, library, newReference, now }: TurnContext, { text }: Heard): Ending | undefined {
  const danger = findDanger(library, text);
  if (danger === undefined) return undefined;
  const { owner } = conversation;
  if (owner.by === "queue" && owner.urgent) return { outcome: "danger", replies: sayings(danger), changes: putAside(conversation) };
  const reference = newReference();
  const effects = [{ kind: "request-handoff", reference, reason: "danger", urgent: true }] as const;
  // A person is already there: the bot stays silent and the alarm goes to the desk alone.
  if (owner.by === "staff") return { outcome: "danger", replies: [], effects };
  return {
    outcome: "danger",
    replies: sayings(danger),
    changes: { ...putAside(conversation), owner: { by: "queue", since: now, reference, urgent: true } },
    effects,
  };
}

/** The first danger one of whose rules holds: a word of every group is there and none of the excluding words. */
export function findDanger(library: Library, text: string): Danger | undefined {
  for (const danger of library.dangers.values()) {
    const met = danger.rules.some(
      ({ all, none }) => all.every((group) => group.some((word) => text.includes(word))) && !none.some((word) => text.includes(word)),
    );
    if (met) return danger;
  }
  return undefined;
}

function sayings(danger: Danger) {
  return danger.reply.map((line) => reply(line));
}

function putAside({ dialog }: TurnContext["conversation"]) {
  return dialog === undefined ? {} : { dialog: null, paused: dialog };
}
