import { z } from "zod";
import { reply, type Reply } from "../../../conversation/activity.js";
import { OutsideError } from "../../../errors.js";
import type { Log } from "../../../log.js";
import type { Channel } from "../../channel.js";
import type { WecomClient } from "../client.js";
import { bytesOf, splitText } from "../kf/split-text.js";
import { memberOf } from "./heard.js";

/** message/send cuts a text silently after so many bytes. */
const TEXT_BYTES_MAX = 2_048;
/** The platform compares by content for so long; the only help against saying a thing twice it has here. */
const SAME_SECONDS = 1_800;

const SentBody = z.looseObject({ invaliduser: z.string().catch(""), unlicenseduser: z.string().catch("") });

export interface AppChannelOptions {
  readonly client: Pick<WecomClient, "call">;
  readonly agentId: number;
  readonly log: Log;
}

/** Out to a member of the corp, in the app. There are no buttons in a text: what may be said is listed with its number. */
export function appChannel({ client, agentId, log }: AppChannelOptions): Channel {
  return {
    name: "wecom-app",
    fit: (replies) => replies.map(withChoices),
    async send({ conversationId, entry, tries }) {
      for (const content of splitText(entry.text, TEXT_BYTES_MAX)) {
        // Only on a second try: someone who asks twice gets the same answer twice.
        const again = tries === 0 ? {} : { enable_duplicate_check: 1, duplicate_check_interval: SAME_SECONDS };
        const body = { touser: memberOf(conversationId), msgtype: "text", agentid: agentId, text: { content }, ...again };
        const answer = await client.call({ api: "message/send", body });
        if (answer.kind === "refused") throw new OutsideError("channel-refused", answer.policy !== "target" && answer.policy !== "mistake");
        const { invaliduser, unlicenseduser } = SentBody.parse(answer.body);
        if (invaliduser === "" && unlicenseduser === "") continue;
        // errcode 0 and yet nobody reached.
        log.warn("wecom-member-not-reached", { conversationId });
        throw new OutsideError("channel-refused", false);
      }
    },
  };
}

function withChoices(said: Reply): Reply {
  if (said.suggestions.length === 0) return said;
  const list = said.suggestions.map(({ label }, index) => `${index + 1}. ${label}`).join("\n");
  const text = `${said.text}\n\n可以回复：\n${list}`;
  return bytesOf(text) <= TEXT_BYTES_MAX ? reply(text, said.suggestions, said.sources) : said;
}
