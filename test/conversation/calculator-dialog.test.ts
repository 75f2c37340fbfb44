import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Play } from "../../src/cli/play.js";
import { checkDialog } from "../../src/content/check-dialog.js";
import type { Calculator as CalculatorName } from "../../src/content/schema/related.js";
import { CALCULATOR_DIALOGS, calculatorOf, dialogIdOf } from "../../src/conversation/calculator-dialog.js";
import { CALCULATOR_WORDS } from "../../src/conversation/calculator-words.js";
import type { TurnResult } from "../../src/conversation/turn.js";
import { CALCULATORS } from "../../src/entitlement/calculate.js";
import { stage } from "../support/stage.js";
import { region, scriptedRecognizer, smallLibrary } from "../support/small-library.js";

const real = stage();
const dialogs = [...CALCULATOR_DIALOGS.values()];
const each = dialogs.map((dialog) => [dialog.id, dialog] as const);
const MARCH = Date.parse("2026-03-02T09:00:00+08:00");

describe("calculators as dialogs", () => {
  test("every calculator is one, and every dialog passes the check of content", () => {
    expect(dialogs.map((dialog) => calculatorOf(dialog)?.name)).toEqual([...CALCULATORS.keys()]);
    expect(dialogs.flatMap(checkDialog)).toEqual([]);
  });

  test.each(each)("%s asks for every input its sum cannot do without, and lets it not be skipped", (_, dialog) => {
    const needed = calculatorOf(dialog)?.inputs.filter(({ optional }) => !optional) ?? [];
    expect(needed.length).toBeGreaterThan(0);
    for (const { name } of needed) expect(dialog.steps[name]?.optional, name).toBe(false);
  });

  test("what complaint dialogs have worked out are inputs of calculators", () => {
    for (const { id, calculate } of real.library.dialogs.byVersion.values()) {
      for (const { name, inputs, fixed } of calculate) {
        const known = CALCULATORS.get(name)?.inputs.map((input) => input.name) ?? [];
        expect(known, `${id}: ${name}`).toEqual(expect.arrayContaining([...Object.keys(inputs), ...Object.keys(fixed)]));
      }
    }
  });
});

function play(name: CalculatorName, words: readonly string[]): readonly TurnResult[] {
  const recognizer = scriptedRecognizer({});
  const one = new Play({ library: smallLibrary(), region, recognizer, calendar: { isWorkday: () => true }, short: false }, MARCH);
  one.say("算一算");
  one.say(CALCULATOR_WORDS[name].short);
  expect(one.conversation.dialog?.dialog).toBe(dialogIdOf(name));
  return words.map((text) => one.say(text));
}

const said = (result: TurnResult | undefined): string => (result?.replies ?? []).map(({ text }) => text).join("\n");
const names = Object.keys(CALCULATOR_WORDS) as CalculatorName[];
const HELPFUL = "1 2 是 否 6000 五六千 2024年3月1日 去年八月 上个月底 没有 跳过 对 三年 12 2025年 八级".split(" ");
const HOSTILE = `constructor __proto__ ${"1".repeat(40)} 😀 不知道 返回 改第2项 重复 为什么 不对，是七千 不对 提交 2099年1月1日 负五`.split(
  " ",
);

describe("whatever is answered", () => {
  test("the sum is told once with its ways on, and the dialog is over", () => {
    const words = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HELPFUL) }, fc.constantFrom(...HOSTILE)), {
      minLength: 12,
      maxLength: 40,
    });
    let told = 0;
    fc.assert(
      fc.property(fc.constantFrom(...names), words, (name, answers) => {
        for (const { outcome, conversation, replies } of play(name, answers)) {
          expect(replies.length).toBeGreaterThan(0);
          if (outcome !== "calculated") continue;
          told += 1;
          expect(conversation.dialog).toBeUndefined();
          expect(conversation.calculated?.dialog).toBe(dialogIdOf(name));
          expect(replies.at(-1)?.suggestions.map(({ label }) => label)).toEqual(["修改", "再算一次", "登记投诉", "转人工"]);
        }
      }),
      { numRuns: 200 },
    );
    expect(told).toBeGreaterThan(0);
  });

  test("the sum is the calculator's own", () => {
    const last = play("severance", ["1", "2020年3月1日", "2025年12月31日", "6000", "否"]).at(-1);
    expect(said(last)).toContain("6000元 × 6个月 = 36000元");
  });

  test("a rough answer widens the sum to both its ends", () => {
    const last = play("severance", ["1", "2020年3月1日", "2025年12月31日", "五六千", "对", "否"]).at(-1);
    expect(said(last)).toContain("30000元到36000元");
  });

  test("whole months without pay are no rough answer", () => {
    const last = play("unpaid-wages", ["1", "5000", "去年十一月", "今年一月", "没有"]).at(-1);
    expect(said(last)).toContain("5000元 × 3个月 = 15000元");
    expect(said(last)).not.toContain("往少算");
  });

  test("without a number for what decides, no sum", () => {
    const last = play("overtime", ["4000", "2026年1月20日", "1", "不知道", "不知道", "不知道", "跳过", "跳过", "跳过"]).at(-1);
    expect(last?.outcome).toBe("explained");
    expect(said(last)).not.toMatch(/合计|加班费：\d/);
  });

  test("a figure nobody confirmed gives no number", () => {
    const last = play("injury", ["人没了（工亡）", "2026年1月15日", "是", "否", "没有", "否"]).at(-1);
    expect(last?.outcome).toBe("withheld-no-figure");
    expect(last?.replies.at(-1)?.text).not.toMatch(/\d元/);
  });
});

describe("with a complaint", () => {
  const told = ["我要投诉拖欠工资", "公司", "某某餐饮有限公司", "土门镇", "不知道", "一个月五千", "2025年11月", "否", "2026年1月31日"];
  const rest = ["1", "都没有", "不同意", "匿名"];

  test("what is owed and by when goes along to the desk as it was shown", () => {
    const one = new Play(real, MARCH);
    const shown = [...told, ...rest].map((text) => one.say(text)).at(-1);
    expect(shown?.outcome).toBe("summarized");
    expect(shown?.replies.map(({ text }) => text.split("\n")[0])).toEqual([
      "照您填的，估算可以要：",
      expect.stringContaining("最迟2027年1月29日以前申请仲裁"),
      expect.stringContaining("请您核对"),
    ]);
    const [filed] = one.say("提交").effects;
    expect(filed).toMatchObject({
      kind: "file-case",
      calculations: [
        { calculator: "unpaid-wages", kind: "calculated", amount: { unit: "fen", from: 1_500_000, to: 1_500_000 } },
        { calculator: "limitation", kind: "calculated" },
      ],
    });
  });
});
