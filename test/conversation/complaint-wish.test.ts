import { expect, test } from "vitest";
import { dialogFor, wishesToComplain } from "../../src/conversation/complaint-wish.js";
import { stage } from "../support/stage.js";

const { library, recognizer } = stage();

test.each([
  ["我要投诉老板欠工资", "unpaid-wages"],
  ["包工头跑了，工钱没给，我要举报", "unpaid-wages"],
  ["我要投诉单位没签合同", "no-contract"],
  ["我要投诉公司辞退我", "dismissed"],
  ["我要投诉被开除", "dismissed"],
  ["我要投诉周末加班不给钱", "overtime-leave"],
  ["我要投诉公司一直不交社保", "social-insurance"],
  ["工地上摔断了腿老板不管，我要投诉", "work-injury"],
  ["我要投诉，怀孕被辞退", "women-workers"],
  ["我要举报主管性骚扰", "women-workers"],
  ["我要举报工地没有安全网", "safety-hazard"],
  ["我要投诉单位不让建工会", "collective-union"],
  ["我要投诉外卖平台乱扣钱", "dispatch-platform"],
  ["我想申请困难帮扶", "hardship"],
  ["我想提个建议", "suggestion"],
  ["我要投诉", undefined],
])("%s is taken up as %s", (text, id) => {
  expect(wishesToComplain(text)).toBe(true);
  expect(dialogFor(library, recognizer, text)?.id).toBe(id);
});

test.each(["怎么申请困难帮扶", "申请困难帮扶要什么材料", "怎么投诉老板", "社保断了怎么办"])("%s is a question", (text) =>
  expect(wishesToComplain(text)).toBe(false),
);
