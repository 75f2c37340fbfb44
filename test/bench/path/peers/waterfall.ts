import { HANDED_IN, KINDS, ASKED, type Contender } from "../contender.js";

export interface WaterfallOptions {
  readonly name: string;
  readonly kit: BotFramework.Kit;
  /** Answers like a channel that has no network: the framework's whole turn, and no server beyond it. */
  readonly adapter: BotFramework.Adapter & { readonly sent: string[] };
  readonly toActivity: (fields: object) => object;
}

/** The dialog as the frameworks' own samples write it: a waterfall of prompts over a memory storage, saved at each turn's end. */
export function createWaterfall({ name, kit, adapter, toActivity }: WaterfallOptions): Contender {
  const state = new kit.ConversationState(new kit.MemoryStorage());
  const dialogs = dialogSet(kit, state);
  adapter.onTurnError = (_context, error) => Promise.reject(error);
  let id = 0;

  async function turn(context: BotFramework.TurnContext): Promise<void> {
    const dialog = await dialogs.createContext(context);
    const { status } = await dialog.continueDialog();
    if (status === "empty") await dialog.beginDialog("leave-message");
    await state.saveChanges(context);
  }

  return {
    name,
    async say(conversationId, text) {
      adapter.sent.length = 0;
      const activity = toActivity({
        ...{ type: "message", id: String((id += 1)), channelId: "bench", serviceUrl: "https://bench.invalid", locale: "zh-cn", text },
        ...{ conversation: { id: conversationId }, from: { id: "worker" }, recipient: { id: "bot" } },
      });
      await adapter.runMiddleware(new kit.TurnContext(adapter, activity), turn);
      return adapter.sent.at(-1) ?? "";
    },
  };
}

function dialogSet(kit: BotFramework.Kit, state: BotFramework.ConversationState): BotFramework.DialogSet {
  const { DialogSet, WaterfallDialog, TextPrompt, ConfirmPrompt, ChoicePrompt } = kit;
  return new DialogSet(state.createProperty("dialog"))
    .add(new TextPrompt("text"))
    .add(new ConfirmPrompt("yes-no", undefined, "zh-cn"))
    .add(new ChoicePrompt("choice", undefined, "zh-cn"))
    .add(new TextPrompt("phone", ({ recognized }) => Promise.resolve(/^1[3-9]\d{9}$/.test(recognized.value ?? ""))))
    .add(new WaterfallDialog("leave-message", STEPS));
}

const STEPS: readonly BotFramework.Step[] = [
  async (step) => {
    await step.context.sendActivity(ASKED.opening);
    return step.prompt("text", ASKED.message);
  },
  (step) => {
    step.values["message"] = step.result;
    return step.prompt("yes-no", ASKED.callback);
  },
  (step) => {
    step.values["callback"] = step.result;
    return step.prompt("choice", { prompt: ASKED.kind, choices: KINDS });
  },
  (step) => {
    step.values["kind"] = (step.result as { readonly value: string }).value;
    return step.prompt("phone", ASKED.phone);
  },
  (step) => {
    step.values["phone"] = step.result;
    return step.prompt("text", ASKED.employer);
  },
  (step) => {
    step.values["employer"] = step.result;
    const { message, callback, kind, phone, employer } = step.values;
    const summary = [message, callback, kind, phone, employer].map((value, index) => `${index + 1}. ${String(value)}`);
    return step.prompt("choice", { prompt: [...summary, ASKED.review].join("\n"), choices: ["提交", "修改", "取消"] });
  },
  async (step) => {
    await step.context.sendActivity(HANDED_IN);
    return step.endDialog();
  },
];
