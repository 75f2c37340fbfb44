import { composeAnswer } from "../answer/compose-answer.js";
import { citationLine } from "../answer/source.js";
import { beijingDay } from "../clock.js";
import type { Library, Region } from "../content/library.js";
import type { Activity, Reply } from "../conversation/activity.js";
import { newConversation, type Conversation } from "../conversation/conversation.js";
import { runningDialog } from "../conversation/running-dialog.js";
import { takeTurn } from "../conversation/take-turn.js";
import type { TurnContext, TurnResult } from "../conversation/turn.js";
import type { WorkCalendar } from "../calendar.js";
import { position } from "../dialog/dialog.js";
import type { Recognizer } from "../recognizer/recognizer.js";

/** All a conversation needs besides what is said. */
export interface Stage {
  readonly library: Library;
  readonly region: Region;
  readonly recognizer: Recognizer;
  readonly calendar: WorkCalendar;
  /** Long answers as their id and citations, so that rewording one leaves stories alone. */
  readonly short: boolean;
}

/**
 * A conversation held in memory, one turn after the other. Its state goes through JSON between turns, as it does
 * through the store.
 */
export class Play {
  #conversation: Conversation = newConversation("play", "terminal");
  #references = 0;
  #activities = 0;

  constructor(
    private readonly stage: Stage,
    private now: number,
  ) {}

  get conversation(): Conversation {
    return this.#conversation;
  }

  setClock(now: number): void {
    this.now = now;
  }

  setOwner(owner: Conversation["owner"]): void {
    this.#conversation = { ...this.#conversation, owner };
  }

  /** Goes on where another play, or the store, left off. */
  takeUp(conversation: Conversation): void {
    this.#conversation = conversation;
  }

  setChoices(choices: Conversation["choices"]): void {
    this.#conversation = { ...this.#conversation, choices };
  }

  say(text: string, more: Partial<Pick<Activity, "kind" | "attachments">> = {}): TurnResult {
    const result = takeTurn(this.#context(text, more));
    this.#conversation = JSON.parse(JSON.stringify(result.conversation)) as Conversation;
    return result;
  }

  /** The turn as a story tells it: `<` a reply, `|` its further lines, `[…]` its buttons, `=` how it ended and where we stand. */
  tell(result: TurnResult): string {
    const lines = result.replies.flatMap((one) => this.#tellReply(one));
    const effects = result.effects.map((effect) =>
      effect.kind === "request-handoff" ? `${effect.kind} ${effect.reason}${effect.urgent ? " urgent" : ""}` : effect.kind,
    );
    return [...lines, `= ${[result.outcome + this.#standing(), ...effects].join(" + ")}`].join("\n");
  }

  #tellReply({ text, suggestions, sources }: Reply): string[] {
    const { topic } = this.#conversation;
    const buttons = suggestions.length === 0 ? [] : [`[${suggestions.map(({ label }) => label).join("] [")}]`];
    if (this.stage.short && topic !== undefined) {
      const { library, region } = this.stage;
      const bubbles = composeAnswer({ library, region, day: beijingDay(this.now), dayUnsaid: true }, topic).bubbles.map(
        (bubble) => bubble.text,
      );
      if (bubbles[0] !== undefined && text.endsWith(bubbles[0]) && bubbles.length > 1)
        return text === bubbles[0] ? [] : [`< ${text.split("\n")[0] ?? ""}`];
      if (bubbles.includes(text)) return [`< [answer ${topic}] 〔${citationLine(sources)}〕`, ...buttons];
    }
    const [first = "", ...others] = text.split("\n");
    return [`< ${first}`, ...others.map((line) => `| ${line}`), ...buttons];
  }

  #standing(): string {
    const running = runningDialog(this.#context("", {}));
    if (running === undefined) return "";
    const here = position(running.dialog, running.state);
    return `, ${running.dialog.id} at ${here.at === "review" ? "review" : here.step}`;
  }

  #context(text: string, more: Partial<Pick<Activity, "kind" | "attachments">>): TurnContext {
    this.#activities += 1;
    const id = String(this.#activities);
    const { library, region, recognizer, calendar } = this.stage;
    const activity: Activity = {
      id,
      channel: "terminal",
      conversationId: "play",
      sourceId: id,
      from: { role: "worker", id: "worker" },
      kind: "message",
      text,
      attachments: [],
      at: this.now,
      ...more,
    };
    const newReference = (): string => `HHHH-${String((this.#references += 1)).padStart(4, "0")}`;
    const newReceipt = (): string => `CCCC-CCCC-CCCC-CCCC-CCCC-CCCC-${String(this.#references).padStart(4, "0")}`;
    const { now } = this;
    return {
      casePage: "/case",
      activity,
      conversation: this.#conversation,
      library,
      region,
      recognizer,
      calendar,
      now,
      newReference,
      newReceipt,
    };
  }
}
