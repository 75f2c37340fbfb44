import type { Stage } from "../../../src/cli/play.js";
import { systemClock } from "../../../src/clock.js";
import type { Dialog, Library } from "../../../src/content/library.js";
import type { Activity } from "../../../src/conversation/activity.js";
import { newConversation, type Conversation } from "../../../src/conversation/conversation.js";
import { takeTurn } from "../../../src/conversation/take-turn.js";
import { ASKED, HANDED_IN, KINDS, type Contender } from "./contender.js";
import type { Track } from "./in-process.js";
import { QUESTIONS } from "./lines.js";

export interface OwnOptions {
  readonly name: string;
  /** Whether a conversation goes through JSON between its turns, as it does through the peers' storage. */
  readonly kept: "as JSON" | "in memory";
  /** Whether the last answer is first tried as a question of law, which the peers do not do. */
  readonly lastSlot: "takes anything" | "may be a question";
}

/** The whole `takeTurn` on the real content, with the five-question dialog in place of our own. */
export function createOwn(stage: Stage, { name, kept, lastSlot }: OwnOptions): Contender {
  const turn = turnTaker({ ...stage, library: withDialog(stage.library, fiveQuestions(lastSlot === "takes anything")) });
  const read = (state: unknown): Conversation =>
    typeof state === "string" ? (JSON.parse(state) as Conversation) : (state as Conversation);
  const states = new Map<string, Conversation | string>();
  return {
    name,
    say(id, text) {
      const { conversation, replies } = turn(read(states.get(id) ?? newConversation(id, "webchat")), text);
      states.set(id, kept === "as JSON" ? JSON.stringify(conversation) : conversation);
      return replies.at(-1)?.text ?? "";
    },
  };
}

/** All the questions, one after the other, in one conversation. */
export function questionTrack(stage: Stage, name: string): Track {
  const turn = turnTaker(stage);
  return {
    name,
    lap() {
      let conversation = newConversation("questions", "webchat");
      return QUESTIONS.map((text) => {
        const began = performance.now();
        ({ conversation } = turn(conversation, text));
        return performance.now() - began;
      });
    },
  };
}

function turnTaker({
  library,
  region,
  recognizer,
  calendar,
}: Stage): (conversation: Conversation, text: string) => ReturnType<typeof takeTurn> {
  const now = systemClock();
  let count = 0;
  return (conversation, text) => {
    const id = String((count += 1));
    const activity: Activity = {
      ...{ id, channel: "webchat", conversationId: conversation.id, sourceId: id, from: { role: "worker", id: "worker" } },
      ...{ kind: "message", text, attachments: [], at: now },
    };
    return takeTurn({
      activity,
      conversation,
      library,
      region,
      recognizer,
      calendar,
      now,
      newReference: () => "HHHH-0001",
      newReceipt: () => "CCCC-0001",
    });
  };
}

function withDialog(library: Library, dialog: Dialog): Library {
  const dialogs = { byVersion: new Map([[`${dialog.id}@${dialog.version}`, dialog]]), current: new Map([[dialog.id, dialog]]) };
  return { ...library, dialogs };
}

function fiveQuestions(lastTakesAnything: boolean): Dialog {
  const options = KINDS.map((label, index) => ({ value: `kind-${index}`, label, also: [], cues: [] }));
  return {
    ...{ id: "leave-message", version: 1, title: "留言", opening: ASKED.opening, first: "message" },
    ...{ prepare: [], topics: [], cues: [], calculate: [] },
    steps: {
      message: step("内容", ASKED.message, { type: "text", min: 2, max: 2000, takesAnything: true }, "callback"),
      callback: step("回电", ASKED.callback, { type: "yes-no", yes: [], no: [] }, "kind"),
      kind: step("类别", ASKED.kind, { type: "choice", options }, "phone"),
      phone: step("电话", ASKED.phone, { type: "phone" }, "employer"),
      employer: step("单位", ASKED.employer, { type: "text", min: 2, max: 30, takesAnything: lastTakesAnything }, "end"),
    },
    ...{ outcome: "message", submitted: `${HANDED_IN}，编号 {编号}。`, cancelled: "没有提交。" },
  };
}

function step(name: string, ask: string, slot: Dialog["steps"][string]["slot"], next: string): Dialog["steps"][string] {
  return { name, ask, why: `为了${name}。`, slot, retry: ["没听懂。", "再说一遍。"], optional: false, sensitive: false, next };
}
