import { randomBytes } from "node:crypto";
import { sealMessage, sign, type CallbackKeys } from "../../src/channel/wecom/crypto.js";
import { cdata, writeXml } from "../../src/channel/wecom/xml.js";
import type { Clock } from "../../src/clock.js";

const REPEATS = 3;
const PATIENCE_MS = 5_000;

/** Signs and sends what happens to the app, and repeats it when it is not taken within five seconds. */
export class Callbacks {
  /** Where they go; nowhere while it is not known. */
  url: string | undefined;
  /** While true nothing is sent: notifications are lost. */
  dropped = false;
  /** How often each one is sent on purpose. */
  copies: () => number = () => 1;
  /** What came back, newest last. */
  readonly answers: { readonly status: number; readonly body: string }[] = [];
  readonly #options: { readonly clock: Clock; readonly keys: CallbackKeys };
  readonly #underWay = new Set<Promise<void>>();

  constructor(options: { readonly clock: Clock; readonly keys: CallbackKeys }) {
    this.#options = options;
  }

  /** kf_msg_or_event: something is there to fetch, and nothing of what. */
  notice(openKfid: string, token: string): void {
    const { clock, keys } = this.#options;
    this.send(
      writeXml({
        ...{ ToUserName: keys.receiveId, CreateTime: Math.floor(clock() / 1000), MsgType: "event" },
        ...{ Event: "kf_msg_or_event", Token: token, OpenKfId: openKfid },
      }),
    );
  }

  send(message: string): void {
    if (this.dropped || this.url === undefined) return;
    for (let copy = this.copies(); copy > 0; copy--) {
      const sending: Promise<void> = this.#deliver(message).finally(() => this.#underWay.delete(sending));
      this.#underWay.add(sending);
    }
  }

  /** The request as it goes over the wire. */
  request(message: string): { readonly url: string; readonly body: string } {
    const { keys, clock } = this.#options;
    const encrypt = sealMessage(keys, message);
    const [timestamp, nonce] = [String(Math.floor(clock() / 1000)), randomBytes(6).toString("hex")];
    const query = new URLSearchParams({ msg_signature: sign(keys.token, { timestamp, nonce, encrypt }), timestamp, nonce });
    const body = `<xml><ToUserName>${cdata(keys.receiveId)}</ToUserName><Encrypt>${cdata(encrypt)}</Encrypt><AgentID></AgentID></xml>`;
    return { url: `${this.url ?? ""}?${query.toString()}`, body };
  }

  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #deliver(message: string): Promise<void> {
    const { url, body } = this.request(message);
    for (let tries = 0; tries <= REPEATS; tries++) {
      try {
        const init = { method: "POST", headers: { "Content-Type": "text/xml" }, body, signal: AbortSignal.timeout(PATIENCE_MS) };
        const response = await fetch(url, init);
        this.answers.push({ status: response.status, body: await response.text() });
        if (response.status === 200) return;
      } catch {
        // Repeated.
      }
    }
  }
}
