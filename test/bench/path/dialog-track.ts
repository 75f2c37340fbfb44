import { HANDED_IN, SCRIPT, type Contender } from "./contender.js";
import type { Track } from "./in-process.js";

/** Conversations come back, so that neither side's memory grows with the run. */
const CONVERSATIONS = 500;

/** The dialog from its first word to its last. A lap throws when it does not end as it should. */
export function dialogTrack(contender: Contender): Track {
  const { name } = contender;
  let dialogs = 0;
  return {
    name,
    async lap() {
      const conversationId = `conversation-${(dialogs += 1) % CONVERSATIONS}`;
      const times: number[] = [];
      let last = "";
      for (const text of SCRIPT) {
        const began = performance.now();
        last = await contender.say(conversationId, text);
        times.push(performance.now() - began);
      }
      if (!last.startsWith(HANDED_IN)) throw new Error(`${name} ended with: ${last}`);
      return times;
    },
  };
}
