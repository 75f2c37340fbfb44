import { describe, expect, it } from "vitest";
import { createNormalizer } from "../../src/recognizer/normalize.js";

const normalize = createNormalizer({ 公商: "工伤", 欠帐: "欠账", "a.b": "点" });

describe("normalize", () => {
  it.each([
    ["full width", "ＡＢＣ１２３，％", "abc123,%"],
    ["traditional characters", "老闆沒給我簽勞動合同，還拖欠薪資", "老板没给我签劳动合同,还拖欠薪资"],
    ["repeated punctuation", "为什么？？？！！！", "为什么?!"],
    ["a stutter", "啊啊啊啊啊啊", "啊啊"],
    ["spaces between characters", "工 资 没 发", "工资没发"],
    ["spaces between words of letters", "word  and   word", "word and word"],
    ["known typing errors", "公商怎么赔，还欠帐", "工伤怎么赔,还欠账"],
    ["a typing error with a pattern's characters", "a.b axb", "点 axb"],
    ["characters without a glyph", "工\u200b资\u0000没\ufeff发\ud800", "工资没发"],
    ["nothing", " \n\t ", ""],
  ])("unifies %s", (_, from, to) => {
    expect(normalize(from)).toBe(to);
  });

  it("keeps the beginning and the end of an endless text", () => {
    const text = normalize(`开头${"工资没发。".repeat(5_000)}结尾`);
    expect([...text].length).toBeLessThanOrEqual(1_002);
    expect(text.startsWith("开头")).toBe(true);
    expect(text.endsWith("结尾")).toBe(true);
  });

  it("does not let compatibility characters outgrow the limit", () => {
    expect([...normalize("ﷺ".repeat(900))].length).toBeLessThanOrEqual(1_002);
  });
});
