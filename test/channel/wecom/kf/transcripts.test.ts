import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { conversationOf } from "../../../../src/channel/wecom/kf/listed.js";
import { fitReplies } from "../../../../src/channel/wecom/kf/encode.js";
import { Play } from "../../../../src/cli/play.js";
import { DEFAULT_TIME, unescape } from "../../../../src/cli/replay.js";
import type { TurnResult } from "../../../../src/conversation/turn.js";
import type { Kept } from "../../../../src/store/kept.js";
import { openSqlite } from "../../../../src/store/sqlite/sqlite.js";
import { ROOT, stage } from "../../../support/stage.js";
import type { Seen } from "../../../wecom/kf-desk.js";
import { ACCOUNT } from "../../../wecom/keys.js";
import { itemsOf, openKf, Phone, wordsOf, type KfWorld } from "../../../wecom/open-kf.js";

const FOLDER = join(ROOT, "test/transcripts");
const USER = "wmStory";
/** All of them with WECOM_STORIES=1; every run one in so many. */
const EVERY = Number(process.env["WECOM_STORIES"] ?? 12);

beforeAll(() => void stage(), 120_000);

/** Numbers are drawn anew each time. */
const withoutNumbers = (text: string): string => text.replace(/[0-9A-Z]{4}(-[0-9A-Z]{4})+/g, "编号");

interface Said {
  readonly words: string;
  readonly buttons: readonly string[];
}

const expected = (result: TurnResult): readonly Said[] =>
  fitReplies(result.replies).map(({ text, suggestions }) => ({
    words: withoutNumbers(text),
    buttons: suggestions.slice(0, 10).map(({ label }) => label),
  }));

const seen = ({ message }: Seen): Said => ({
  words: withoutNumbers(wordsOf(message)),
  buttons: itemsOf(message).map(({ content }) => content),
});

/** One story told to the core and to a phone at once. */
class Telling {
  readonly play = new Play({ ...stage(), short: false }, DEFAULT_TIME);
  readonly phone: Phone;
  #received = 0;
  #turns = 0;

  constructor(
    readonly world: KfWorld,
    readonly store: Kept,
  ) {
    this.phone = new Phone(world, USER);
  }

  setClock(at: number): void {
    this.play.setClock(at);
    this.world.pass(at - this.world.now());
  }

  async say(text: string): Promise<void> {
    this.phone.say(text);
    await this.#compare(this.play.say(text));
  }

  async happen(event: string): Promise<void> {
    const [what = "", count = "1"] = event.split(" ");
    const conversationId = conversationOf(ACCOUNT, USER);
    if (what === "arrive") {
      // Who has written already is not greeted again on WeChat.
      if (this.#turns > 0) return;
      this.world.standIn.kf.enter(ACCOUNT, USER);
      await this.#compare(this.play.say("", { kind: "arrive" }));
    } else if (what === "files") {
      const media_id = this.world.standIn.media.put(Buffer.from("\xff\xd8\xff photo", "latin1"), "photo.jpg");
      for (let number = 0; number < Number(count); number++) this.phone.send({ msgtype: "image", image: { media_id } });
      const file = { name: "photo.jpg", contentType: "image/jpeg", bytes: 1_000 };
      await this.#compare(this.play.say("", { attachments: Array.from({ length: Number(count) }, () => file) }));
    } else {
      const owner = what === "staff-takes-over" ? ({ by: "staff", staffId: "s1", name: "王某" } as const) : ({ by: "bot" } as const);
      this.play.setOwner(owner);
      await this.store.kfSetOwner({ conversationId, owner, from: "any" });
    }
  }

  async #compare(result: TurnResult): Promise<void> {
    this.#turns += 1;
    const turns = (): readonly string[] => this.world.logged.filter((line) => line.includes("turn-committed"));
    await expect.poll(() => turns().length, { timeout: 30_000, interval: 10 }).toBe(this.#turns);
    const messages = expected(result);
    await this.phone.receives(this.#received + messages.length);
    expect(this.phone.received.slice(this.#received).map(seen)).toEqual(messages);
    this.#received += messages.length;
    expect(turns().at(-1)).toContain(`"outcome":"${result.outcome}"`);
  }
}

const stories = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".chat"))
  .toSorted()
  .filter((_, index) => index % EVERY === 0);

describe("a story told over WeChat ends as it does in the core", () => {
  for (const name of stories) {
    test(name, { timeout: 120_000 }, async () => {
      let store: Kept | undefined;
      const openStore = async (folder: string): Promise<Kept> => (store = await openSqlite({ folder }));
      const world = await openKf({ startAt: DEFAULT_TIME, mergeMs: 60, app: { openStore } });
      const telling = new Telling(world, store as unknown as Kept);
      for (const line of readFileSync(join(FOLDER, name), "utf8").split("\n")) {
        const rest = line.slice(1).trim();
        if (line.startsWith("@")) telling.setClock(Date.parse(`${rest.replace(" ", "T")}:00+08:00`));
        else if (line.startsWith(">")) await telling.say(unescape(rest));
        else if (line.startsWith("!")) await telling.happen(rest);
      }
      await world.close();
    });
  }
});
