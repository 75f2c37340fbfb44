import { expect, test } from "vitest";
import { Play, type Stage } from "../../src/cli/play.js";
import type { Dialog } from "../../src/content/library.js";
import { dialog as first, region, scriptedRecognizer, smallLibrary } from "../support/small-library.js";

const NOW = Date.parse("2026-03-02T09:00:00+08:00");
const message = first.steps["message"];
if (message === undefined) throw new Error("small library: no step message");
/** The next version asks something else altogether. */
const second: Dialog = {
  ...first,
  version: 2,
  first: "matter",
  steps: { matter: { ...message, name: "什么事", ask: "什么事？", next: "end" } },
};

function stageWith(versions: readonly Dialog[], current: Dialog): Stage {
  const byVersion = new Map(versions.map((one) => [`${one.id}@${one.version}`, one]));
  const library = smallLibrary({ dialogs: { byVersion, current: new Map([[current.id, current]]) } });
  return { library, region, recognizer: scriptedRecognizer({}), calendar: { isWorkday: () => true }, short: false };
}

test("a dialog begun on version 1 goes on with it when version 2 has come; a new one begins with version 2", () => {
  const before = new Play(stageWith([first], first), NOW);
  before.say("留言");
  before.say("某某公司欠我工资");
  const after = new Play(stageWith([first, second], second), NOW);
  after.takeUp(before.conversation);
  expect(after.say("否").replies[0]?.text).toContain("哪类？");
  expect(after.conversation.dialog).toMatchObject({ version: 1 });
  expect(after.conversation.dialog?.answers[0]?.value).toBe("某某公司欠我工资");
  after.say("取消");
  after.say("取消");
  after.say("留言");
  expect(after.conversation.dialog).toMatchObject({ version: 2 });
});

test("should the old file be gone, no answer of it is called an answer to a question it never was", () => {
  const before = new Play(stageWith([first], first), NOW);
  before.say("留言");
  before.say("某某公司欠我工资");
  const after = new Play(stageWith([second], second), NOW);
  after.takeUp(before.conversation);
  expect(after.say("继续").replies.at(-1)?.text).toContain("什么事？");
});
