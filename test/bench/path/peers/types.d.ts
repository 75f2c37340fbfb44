/** What the bench uses of the two frameworks, one being the other's successor. Their own types are not there where the peers are not installed. */
declare namespace BotFramework {
  interface Kit {
    readonly DialogSet: new (state: unknown) => DialogSet;
    readonly WaterfallDialog: new (id: string, steps: readonly Step[]) => unknown;
    readonly TextPrompt: new (id: string, validate?: (prompt: PromptContext) => Promise<boolean>) => unknown;
    readonly ConfirmPrompt: new (id: string, validate: undefined, locale: string) => unknown;
    readonly ChoicePrompt: new (id: string, validate: undefined, locale: string) => unknown;
    readonly ConversationState: new (storage: unknown) => ConversationState;
    readonly MemoryStorage: new () => unknown;
    readonly TurnContext: new (adapter: unknown, activity: object) => TurnContext;
  }
  type Step = (step: StepContext) => Promise<unknown>;
  interface StepContext {
    readonly context: TurnContext;
    readonly values: Record<string, unknown>;
    readonly result: unknown;
    prompt(id: string, prompt: string | { readonly prompt: string; readonly choices: readonly string[] }): Promise<unknown>;
    endDialog(): Promise<unknown>;
  }
  interface PromptContext {
    readonly recognized: { readonly value?: string };
  }
  interface TurnContext {
    sendActivity(text: string): Promise<unknown>;
  }
  interface ConversationState {
    createProperty(name: string): unknown;
    saveChanges(context: TurnContext): Promise<void>;
  }
  interface DialogSet {
    add(dialog: unknown): DialogSet;
    createContext(
      context: TurnContext,
    ): Promise<{ continueDialog(): Promise<{ readonly status: string }>; beginDialog(id: string): Promise<unknown> }>;
  }
  /** What both call an adapter: middleware, a revocable context, an error handler. */
  interface Adapter {
    onTurnError: (context: TurnContext, error: Error) => Promise<void>;
    runMiddleware(context: TurnContext, next: (context: TurnContext) => Promise<void>): Promise<void>;
  }
}

declare module "botbuilder-core" {
  export const ConversationState: BotFramework.Kit["ConversationState"];
  export const MemoryStorage: BotFramework.Kit["MemoryStorage"];
  export const TurnContext: BotFramework.Kit["TurnContext"];
  export const BotAdapter: new () => BotFramework.Adapter;
}
declare module "botbuilder-dialogs" {
  export const DialogSet: BotFramework.Kit["DialogSet"];
  export const WaterfallDialog: BotFramework.Kit["WaterfallDialog"];
  export const TextPrompt: BotFramework.Kit["TextPrompt"];
  export const ConfirmPrompt: BotFramework.Kit["ConfirmPrompt"];
  export const ChoicePrompt: BotFramework.Kit["ChoicePrompt"];
}
declare module "@microsoft/agents-activity" {
  export const Activity: { fromObject(activity: object): object };
}
declare module "@microsoft/agents-hosting" {
  export const ConversationState: BotFramework.Kit["ConversationState"];
  export const MemoryStorage: BotFramework.Kit["MemoryStorage"];
  export const TurnContext: BotFramework.Kit["TurnContext"];
  export const BaseAdapter: new () => BotFramework.Adapter;
}
declare module "@microsoft/agents-hosting-dialogs" {
  export const DialogSet: BotFramework.Kit["DialogSet"];
  export const WaterfallDialog: BotFramework.Kit["WaterfallDialog"];
  export const TextPrompt: BotFramework.Kit["TextPrompt"];
  export const ConfirmPrompt: BotFramework.Kit["ConfirmPrompt"];
  export const ChoicePrompt: BotFramework.Kit["ChoicePrompt"];
}
