import type { Owner } from "../conversation/conversation.js";
import type { TranscriptEntry } from "./store.js";

export interface KeptToken {
  readonly token: string;
  readonly obtainedAt: number;
  readonly expiresAt: number;
}

export interface WecomTokenStore {
  wecomToken(name: string): Promise<KeptToken | undefined>;
  wecomKeepToken(name: string, token: KeptToken): Promise<void>;
  /** Forgets it only while it is still this one. */
  wecomDropToken(name: string, token: string): Promise<void>;
}

/** A 微信客服 account as we know it. `liveAt`: when it was first heard of; what is older is not answered by itself. */
export interface KfAccount {
  readonly openKfid: string;
  /** Where the next fetch begins; empty for the oldest there is. */
  readonly cursor: string;
  readonly cursorAt: number | undefined;
  /** Of the last notification, for the next fetches. */
  readonly token: string | undefined;
  readonly tokenAt: number | undefined;
  readonly notifiedAt: number;
  readonly pulledAt: number | undefined;
  readonly liveAt: number;
}

/** A message as the platform listed it; `raw` is its JSON. Times in ms. */
export interface KfIncoming {
  readonly msgid: string;
  readonly conversationId: string;
  readonly externalUserid: string;
  /** 3 the person, 4 an event, 5 staff in their client. */
  readonly origin: number;
  readonly type: string;
  readonly sentAt: number;
  readonly raw: string;
}

export interface KfPage {
  readonly openKfid: string;
  readonly holder: string;
  readonly nextCursor: string;
  /** In the order to be handled. */
  readonly messages: readonly KfIncoming[];
  readonly at: number;
}

export interface KfLease {
  readonly openKfid: string;
  readonly holder: string;
  readonly at: number;
  readonly until: number;
}

/** Kept and not handled yet. `turn`: the message that names the turn it was taken into, once that is decided. */
export interface KfWaiting extends KfIncoming {
  readonly position: number;
  readonly openKfid: string;
  readonly keptAt: number;
  readonly turn: string | undefined;
}

export interface KfLine {
  readonly conversationId: string;
  readonly id: string;
  readonly at: number;
  readonly from: "staff" | "worker";
  readonly fromId: string;
  readonly text: string;
  readonly sourceId: string;
}

/** Someone who writes to one of our accounts. */
export interface KfPerson {
  readonly conversationId: string;
  readonly openKfid: string;
  readonly externalUserid: string;
  /** When the person last wrote; 0 for never. */
  readonly heardAt: number;
  /** What we have sent since. */
  readonly used: number;
  /** As the platform last told us: 0 new, 1 bot, 2 pool, 3 staff, 4 ended. */
  readonly serviceState: number | undefined;
  readonly stateAt: number | undefined;
}

export interface KfAttempt {
  readonly msgid: string;
  readonly entryId: string;
  readonly conversationId: string;
  readonly at: number;
}

/** Whether a line may go out now. All but `send` and `welcome` leave the person alone. */
export type KfVerdict =
  /** `doubtful`: an earlier attempt ended without an answer, so it may have been heard. */
  | { readonly kind: "send"; readonly person: KfPerson; readonly doubtful: boolean }
  | { readonly kind: "welcome"; readonly person: KfPerson; readonly code: string; readonly doubtful: boolean }
  | { readonly kind: "done" }
  /** The second attempt's answer did not tell whether the first was heard. */
  | { readonly kind: "unknown" }
  /** Outside the 48 hours or over the five messages: waits until the person writes. */
  | { readonly kind: "held" }
  /** A person has taken over since this was decided. */
  | { readonly kind: "overtaken" }
  /** A greeting whose 20 seconds are over. */
  | { readonly kind: "late" }
  /** Nobody we know: the conversation did not come in through 微信客服. */
  | { readonly kind: "nobody" };

export type KfSendState = "accepted" | "held" | "delayed" | "unknown" | "refused" | "skipped";

/** `native`: only if staff in the WeCom client, or the pool there, have the conversation now. */
export interface KfOwnerChange {
  readonly conversationId: string;
  readonly owner: Owner;
  readonly from: "any" | "native";
}

/** A person of an account whose staff answer in the WeCom client, waiting to be handed over there. */
export interface KfHandoff {
  readonly person: KfPerson;
  readonly reference: string;
  readonly since: number;
}

/**
 * What the WeCom channel keeps. Promises and refusals as in `Store`: resolved means on disk, done again with the same
 * ids it converges.
 */
export interface WecomStore extends WecomTokenStore {
  /** True the first time within a day; for callbacks of the app, which the platform repeats. */
  wecomFirstTime(key: string, at: number): Promise<boolean>;

  kfNotified(notice: { readonly openKfid: string; readonly token: string; readonly at: number }): Promise<void>;
  /** Makes an account known that nothing has been heard of yet. */
  kfKnow(openKfid: string, at: number): Promise<void>;
  kfAccounts(): Promise<readonly KfAccount[]>;
  /** Undefined while another holds it. */
  kfTakeLease(lease: KfLease): Promise<KfAccount | undefined>;
  /** Messages and cursor in one transaction, each message once. False when the lease has been lost: nothing is kept then. */
  kfKeepPage(page: KfPage): Promise<boolean>;
  /** All there was has been read. At the first time: one task for people for each who was left without an answer. */
  kfEndReading(end: { readonly openKfid: string; readonly holder: string; readonly at: number }): Promise<void>;
  /** The platform does not know the cursor: everything it still has is read again. */
  kfForgetCursor(openKfid: string): Promise<void>;

  /** In order of arrival, after `position`. */
  kfWaiting(after: number, limit: number): Promise<readonly KfWaiting[]>;
  /** Decides which messages make up one turn, before it is taken, so that after a crash it is the same turn. */
  kfJoin(join: { readonly openKfid: string; readonly msgids: readonly string[]; readonly turn: string }): Promise<void>;
  kfDone(done: { readonly openKfid: string; readonly msgids: readonly string[]; readonly state: "done" | "failed" }): Promise<void>;
  /** Hides what was taken back: from the transcript, and from an answer not sent yet. The platform's own record stays. */
  kfRecall(recall: { readonly openKfid: string; readonly msgid: string }): Promise<void>;
  /** A line said on the platform without us, once per `sourceId`. */
  kfNoteLine(line: KfLine): Promise<readonly TranscriptEntry[]>;
  /** What a click on one of our menus says; undefined when no such menu went to this person. */
  kfChoice(click: {
    readonly conversationId: string;
    readonly msgid: string;
    readonly index: number;
  }): Promise<{ readonly say: string; readonly current: boolean; readonly asking: boolean } | undefined>;

  /** Everything that must hold before a line goes out, looked up and noted in one transaction. */
  kfBeginSend(attempt: KfAttempt): Promise<KfVerdict>;
  kfEndSend(end: { readonly msgid: string; readonly state: KfSendState; readonly at: number }): Promise<void>;
  /** The platform says later that an accepted message did not arrive. False when it is none of ours. */
  kfSendFailed(failure: { readonly msgid: string; readonly failType: number; readonly at: number }): Promise<boolean>;
  /** Lines that an outage kept back are tried again. Resolves to how many. */
  kfRetryDelayed(at: number): Promise<number>;

  kfPerson(conversationId: string): Promise<KfPerson | undefined>;
  kfNoteState(state: { readonly conversationId: string; readonly serviceState: number; readonly at: number }): Promise<void>;
  /** Sets who speaks, whatever turn is under way: that one is decided again. */
  kfSetOwner(change: KfOwnerChange): Promise<void>;
  kfHandoffs(openKfids: readonly string[]): Promise<readonly KfHandoff[]>;
  kfHandedOver(handed: { readonly conversationId: string; readonly reference: string; readonly at: number }): Promise<void>;
  /** Puts in front of people who has been in the platform's pool since before `before` and nobody took. Resolves to how many. */
  kfEscalate(before: number, at: number): Promise<number>;
}
