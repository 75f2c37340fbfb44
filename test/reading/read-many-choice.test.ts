import { expect, test } from "vitest";
import { readManyChoice } from "../../src/reading/read-many-choice.js";
import { table } from "./cases/table.js";

const PROOF = [
  { value: "contract", label: "劳动合同", also: ["合同"] },
  { value: "iou", label: "欠条、结算单", also: ["欠条", "结算单"] },
  { value: "attendance", label: "考勤、记工本", also: ["考勤", "记工"] },
  { value: "chat", label: "聊天、录音", also: ["聊天记录", "录音", "微信"] },
];

const CASES = table(`
1 | contract
1、3 | contract attendance
1,3 | contract attendance
1，3 | contract attendance
1 3 | contract attendance
1和3 | contract attendance
13 | contract attendance
３、１ | contract attendance
第一个、第三个 | contract attendance
欠条 | iou
考勤和录音 | attendance chat
有欠条，还有微信聊天记录 | iou chat
没有合同，有考勤 | attendance
都有 | contract iou attendance chat
全有 | contract iou attendance chat
除了合同都有 | iou attendance chat
就一个欠条 | iou
`);

test.each(CASES)("$words → $expected", ({ words: text, expected: wanted }) =>
  expect(readManyChoice(text, PROOF, "都没有")).toEqual({ kind: "read", value: wanted.split(" ") }),
);

test.each(["都没有", "没有", "没", "啥都没有", "什么也没有", "一样也没有", "没证据", "无", "没有合同"])("none: %s", (text) =>
  expect(readManyChoice(text, PROOF, "都没有")).toEqual({ kind: "read", value: [] }),
);

test.each(["不知道", "9", "1、9", "", "哪些算证据？", "constructor", "__proto__"])("unread: %s", (text) =>
  expect(readManyChoice(text, PROOF, "都没有").kind).toBe("unread"),
);
