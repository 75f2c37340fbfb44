import { describe, expect, it } from "vitest";
import { createBridge } from "../../src/recognizer/bridge.js";
import { createSegmenter } from "../../src/recognizer/segment.js";

describe("segment", () => {
  const segment = createSegmenter(["停工留薪期", "无固定期限劳动合同", "一次性伤残补助金", "bad term", ""]);
  it.each([
    ["停工留薪期工资谁发", ["停工留薪期", "工资", "谁", "发"]],
    ["签无固定期限劳动合同", ["签", "无固定期限劳动合同"]],
    ["一次性伤残补助金！！", ["一次性伤残补助金"]],
    ["", []],
    ["，。？", []],
  ])("keeps terms whole and drops punctuation: %s", (text, words) => {
    expect(segment(text)).toEqual(words);
  });
});

describe("bridge", () => {
  const bridge = createBridge(
    [
      { say: ["炒鱿鱼", "卷铺盖"], law: ["解除劳动合同"] },
      { say: ["鱿鱼"], law: ["海鲜"] },
      { say: ["１２３５１"], law: ["工会热线"] },
      { say: ["没…工资", "没…工…资"], law: ["拖欠工资"] },
      { say: ["…", "结尾…"], law: ["没有这回事"] },
    ],
    (text) => text.normalize("NFKC"),
  );
  it.each([
    ["老板炒鱿鱼还让我卷铺盖", ["解除劳动合同", "海鲜"]],
    ["打12351有用吗", ["工会热线"]],
    ["发工资了", []],
    ["没给我们发工资", ["拖欠工资"]],
    ["没工资", ["拖欠工资"]],
    ["没有支付上个月的工资", []],
    ["没做。工资高", []],
    ["工资没", []],
    ["结尾", []],
    ["", []],
  ])("names the law's words once: %s", (text, law) => {
    expect([...bridge(text)]).toEqual(law);
  });

  it("does not slow down on a text of beginnings", () => {
    const begun = performance.now();
    bridge("没".repeat(20_000));
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
