import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeLine, fitReplies, KF_LIMITS, readMenuId } from "../../../../src/channel/wecom/kf/encode.js";
import { bytesOf, splitText, takeBytes } from "../../../../src/channel/wecom/kf/split-text.js";
import { composeAnswer } from "../../../../src/answer/compose-answer.js";
import { reply } from "../../../../src/conversation/activity.js";
import { stage } from "../../../support/stage.js";
import { checkMessage } from "../../../wecom/kf-limits.js";

const FAMILY = "👨‍👩‍👧‍👦";
const words = fc
  .array(fc.constantFrom("老板欠薪", "。", "\n\n", "\n", FAMILY, "𠮷", "e\u0301", "abc ", "constructor", "，", "0"), { maxLength: 900 })
  .map((all) => all.join(""));
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

describe("parting a text", () => {
  test("joined again it is the text; each part keeps the limit and cuts nothing that is seen as one", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 2_048 }), (text, most) => {
        const parts = splitText(text, most);
        expect(parts.join("")).toBe(text);
        const signs = parts.flatMap((part) => [...graphemes.segment(part)].map(({ segment }) => segment));
        expect(signs).toEqual([...graphemes.segment(text)].map(({ segment }) => segment));
        for (const part of parts) {
          expect(bytesOf(part)).toBeLessThanOrEqual(most);
          expect(part).not.toMatch(/\p{Cs}/u);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a sign over the limit alone is parted between its own signs, and ends", () => {
    const giant = `a${"\u0301".repeat(3_000)}`;
    expect(splitText(giant, 2_048).join("")).toBe(giant);
    expect(splitText(giant, 2_048).every((part) => bytesOf(part) <= 2_048)).toBe(true);
  });

  test("ends where people pause", () => {
    expect(takeBytes("第一句。第二句很长很长。第三句", 40)[0]).toBe("第一句。第二句很长很长。");
  });
});

const labels = fc.array(fc.constantFrom("转人工", "是", FAMILY.repeat(20), "constructor", "__proto__"), { maxLength: 14 });

test("whatever is said goes out in two messages the platform takes", () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), labels, (texts, buttons) => {
      const fitted = fitReplies(texts.map((text, index) => reply(text, index === texts.length - 1 ? buttons : [])));
      expect(fitted.length).toBeLessThanOrEqual(2);
      const said = texts.some((text) => text !== "") || buttons.length > 0;
      const messages = fitted.flatMap((one, index) => encodeLine({ id: `e${index}`, text: one.text, reply: one }));
      if (said) expect(messages.length).toBe(fitted.length);
      for (const { message, msgid } of messages) {
        expect(checkMessage(message)).toBeUndefined();
        expect(msgid).toMatch(/^[\w-]{1,32}$/);
      }
      expect(fitted.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))).toEqual(said ? buttons : []);
    }),
    { numRuns: 150 },
  );
});

test("every answer there is fits without a word cut off", () => {
  const { library, region } = stage();
  for (const id of library.answers.keys()) {
    const { bubbles } = composeAnswer({ library, region, day: "2026-03-02" }, id);
    const fitted = fitReplies(bubbles);
    const whole = bubbles.map(({ text }) => text).join("\n\n");
    expect(fitted.map(({ text }) => text).join("\n\n")).toBe(whole);
    expect(whole).not.toMatch(/\*\*|^#|`/m);
  }
});

test("staff may write at length: the parts follow each other, each with its own id", () => {
  const messages = encodeLine({ id: "line-1", text: "字".repeat(2_000) });
  expect(messages).toHaveLength(3);
  expect(new Set(messages.map(({ msgid }) => msgid)).size).toBe(3);
  expect(encodeLine({ id: "line-1", text: "字".repeat(2_000) })).toEqual(messages);
  expect(KF_LIMITS.text).toBe(2_048);
});

test("a click tells its menu and item; anything else tells nothing", () => {
  const [numbered] = encodeLine({ id: "x", text: "选哪个", reply: reply("选哪个", ["是", "否"]) });
  const menu = numbered?.message.msgtype === "msgmenu" ? numbered.message.msgmenu.list : [];
  expect(menu.map(({ click }) => readMenuId(click.id))).toEqual([0, 1].map((index) => ({ msgid: numbered?.msgid, index })));
  for (const other of ["", "constructor", "__proto__-1x", "a".repeat(65), "a b-1", `${"9".repeat(40)}-1`])
    expect(readMenuId(other)).toBeUndefined();
});
