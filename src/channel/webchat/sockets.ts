import type { WebchatLimits } from "../../limits.js";
import type { TranscriptEntry } from "../../store/store.js";
import type { Feed } from "./feed.js";
import { busy, tooMany, type Refusal } from "../../http/refusal.js";
import { LOOK_EVERY_MS, type ClientSocket } from "./socket.js";

export interface Place {
  readonly conversationId: string;
  readonly peer: string;
}

interface Seat extends Place {
  readonly socket: ClientSocket;
  readonly feed: Feed;
}

/** Everyone who listens, found by conversation. */
export class Sockets {
  readonly #byConversation = new Map<string, Set<Seat>>();
  readonly #perPeer = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #count = 0;
  #idle: (() => void) | undefined;

  constructor(private readonly limits: WebchatLimits) {
    this.#timer = setInterval(() => this.#each(({ socket }) => socket.look()), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  get count(): number {
    return this.#count;
  }

  /** Why one more from this address cannot be had. */
  refusalFor(peer: string): Refusal | undefined {
    if (this.#count >= this.limits.sockets) return busy();
    return (this.#perPeer.get(peer) ?? 0) >= this.limits.socketsPerPeer ? tooMany(10) : undefined;
  }

  /** Of a conversation's sockets beyond the limit the oldest goes: most likely a phone's that changed its network. */
  add(seat: Seat): void {
    const { conversationId, peer, socket } = seat;
    const seats = this.#byConversation.get(conversationId) ?? new Set();
    this.#byConversation.set(conversationId, seats.add(seat));
    this.#perPeer.set(peer, (this.#perPeer.get(peer) ?? 0) + 1);
    this.#count += 1;
    socket.closed.addEventListener("abort", () => this.#remove(seat), { once: true });
    const [oldest] = seats;
    if (seats.size > this.limits.socketsPerConversation) oldest?.socket.cut();
  }

  offer(entries: readonly TranscriptEntry[]): void {
    const [first] = entries;
    const seats = first === undefined ? undefined : this.#byConversation.get(first.conversationId);
    for (const { feed } of seats ?? []) feed.offer(entries);
  }

  /** Tells everyone to come back later; who has not gone after `patienceMs` is cut. */
  async closeAll(patienceMs: number): Promise<void> {
    clearInterval(this.#timer);
    if (this.#count === 0) return;
    const idle = new Promise<void>((resolve) => (this.#idle = resolve));
    this.#each(({ socket }) => socket.goAway());
    const timer = setTimeout(() => this.#each(({ socket }) => socket.cut()), patienceMs);
    await idle;
    clearTimeout(timer);
  }

  #remove(seat: Seat): void {
    const { conversationId, peer } = seat;
    const seats = this.#byConversation.get(conversationId);
    seats?.delete(seat);
    if (seats?.size === 0) this.#byConversation.delete(conversationId);
    const left = (this.#perPeer.get(peer) ?? 1) - 1;
    if (left === 0) this.#perPeer.delete(peer);
    else this.#perPeer.set(peer, left);
    this.#count -= 1;
    if (this.#count === 0) this.#idle?.();
  }

  #each(act: (seat: Seat) => void): void {
    for (const seats of [...this.#byConversation.values()]) for (const seat of [...seats]) act(seat);
  }
}
