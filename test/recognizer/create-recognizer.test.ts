import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRecognizer } from "../../src/recognizer/create-recognizer.js";
import type { Recognition } from "../../src/recognizer/recognizer.js";
import { CARD_VARIANTS, smallLibrary } from "./small-library.js";

const recognizer = createRecognizer(smallLibrary());
const first = ({ candidates }: Recognition): string | undefined => candidates[0]?.entry;

describe("recognizing", () => {
  it("answers every phrase and title of its own, word for word", () => {
    for (const [id, variants] of CARD_VARIANTS) {
      for (const text of [...variants, `${variants[0]}？？`]) {
        expect([text, recognizer.recognize(text).verdict, first(recognizer.recognize(text))]).toEqual([text, "answer", id]);
      }
    }
    expect(recognizer.recognize("哪些算工伤").candidates[0]).toMatchObject({ entry: "injury-what-counts", score: 0.99 });
    expect(recognizer.recognize("工资拖了仨月！").candidates[0]).toMatchObject({ entry: "wages-unpaid", score: 0.99 });
  });

  it("finds the card of most variants it has not seen", () => {
    let right = 0;
    let asked = 0;
    for (let drop = 0; drop < 6; drop++) {
      const unseen = createRecognizer(smallLibrary(drop));
      for (const [id, variants] of CARD_VARIANTS) {
        asked++;
        if (first(unseen.recognize(variants[drop] ?? "")) === id) right++;
      }
    }
    expect(right / asked).toBeGreaterThanOrEqual(0.8);
  });

  it("understands the law's word for a colloquial one and a typing error", () => {
    expect(first(recognizer.recognize("叫我卷铺盖，给多少补偿"))).toBe("severance-how-much");
    expect(first(recognizer.recognize("公商能认吗"))).toBe("injury-what-counts");
  });

  it("names the articles of the likely cards, best first", () => {
    const [best] = recognizer.findStatutes("老板两个月没给工资了");
    expect(best).toMatchObject({ law: "劳动合同法", article: "第三十条" });
  });

  it.each([["离婚了房子怎么分"], ["闯红灯要扣几分呀"], ["楼上邻居装修漏水"]])("sends away what is not about work: %s", (text) => {
    const { verdict, outside } = recognizer.recognize(text);
    expect(verdict).toBe("out-of-scope");
    expect(outside).toBeDefined();
  });

  it.each([["工资三个月没发了"], ["公司裁员给多少补偿"], ["在车间摔伤了算工伤吗"]])("keeps what is about work: %s", (text) => {
    expect(recognizer.recognize(text).scope).toBeGreaterThan(0.5);
  });

  it("offers a choice for a letter that tells much, however well a card fits", () => {
    const letter = "老板不给工资，厂里压着两个月工资没发，工资一直拖着不结，欠薪找谁。".repeat(6);
    expect(recognizer.recognize(letter)).toMatchObject({ verdict: "clarify" });
  });

  it("hears a greeting", () => {
    expect(recognizer.recognize("你好啊")).toMatchObject({ verdict: "intent", intent: { id: "greeting" } });
  });

  it("gives the same recognition for the same library and text", () => {
    const again = createRecognizer(smallLibrary());
    for (const text of ["工资没发", "补偿金", "离婚", "你好", "constructor"]) {
      expect(again.recognize(text)).toEqual(recognizer.recognize(text));
      expect(recognizer.recognize(text)).toEqual(recognizer.recognize(text));
    }
  });

  it("works with an empty library", () => {
    const library = { ...smallLibrary(), answers: new Map(), statutes: new Map(), intents: new Map(), outside: new Map() };
    expect(createRecognizer(library).recognize("工资没发")).toMatchObject({ verdict: "not-understood", candidates: [] });
    expect(createRecognizer(library).findStatutes("工资没发")).toEqual([]);
  });
});

describe("asking on about the answer last given", () => {
  it.each([
    ["要是没证据呢？", "evidence", "wages-unpaid"],
    ["那赔多少？", "topic", "severance-how-much"],
    ["那要多久", "topic", "arbitration-time-limit"],
    ["那怎么办", "topic", "wages-unpaid"],
    ["如果老板不承认呢", "topic", "wages-unpaid"],
  ] as const)("%s", (text, follow, entry) => {
    const recognition = recognizer.recognize(text, { topic: "wages-unpaid" });
    expect(recognition).toMatchObject({ verdict: "answer", follow });
    expect(first(recognition)).toBe(entry);
  });

  it.each([["上班摔伤算工伤吗"], ["仲裁有期限吗"], ["你好"]])("lets a text with its own matter speak for itself: %s", (text) => {
    const recognition = recognizer.recognize(text, { topic: "wages-unpaid" });
    expect(recognition).toEqual(recognizer.recognize(text));
  });

  it("takes a long text for a question of its own", () => {
    expect(recognizer.recognize("那怎么办".repeat(5), { topic: "wages-unpaid" }).follow).toBeUndefined();
  });

  it("ignores a topic that is no answer", () => {
    expect(recognizer.recognize("那赔多少？", { topic: "constructor" }).follow).toBeUndefined();
  });
});

describe("any text", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "constructor",
      "__proto__",
      "toString",
      "1".repeat(40),
      "😀".repeat(300),
      "转人工",
      "\ud800",
      "<script>alert(1)</script>",
      "工资".repeat(10_000),
    ),
    fc
      .array(fc.constantFrom("工资", "怎么办", "那", "__proto__", "１", "?", "\n", "工伤"), { maxLength: 12 })
      .map((parts) => parts.join("")),
  );
  it("gives a valid recognition", () => {
    fc.assert(
      fc.property(hostile, fc.option(fc.constantFrom("wages-unpaid", "__proto__", "nothing")), (text, topic) => {
        const found = recognizer.recognize(text, topic === null ? {} : { topic });
        expect(found.candidates.length).toBeLessThanOrEqual(10);
        const statutes = recognizer.findStatutes(text);
        expect(statutes.length).toBeLessThanOrEqual(10);
        for (const score of [found.scope, ...found.candidates.map((c) => c.score), ...statutes.map((s) => s.score)]) {
          expect(score >= 0 && score <= 1).toBe(true);
        }
        for (const { entry } of found.candidates) expect(CARD_VARIANTS.has(entry)).toBe(true);
        if (found.verdict === "answer" || found.verdict === "clarify") expect(found.candidates.length).toBeGreaterThan(0);
        if (found.verdict === "intent") expect(found.intent).toBeDefined();
      }),
      { numRuns: 400 },
    );
  });
});
