import { expect, test } from "vitest";
import { readCount } from "../../src/reading/read-count.js";
import { table } from "./cases/table.js";

const CASES = table(`
1 | 1 1
12 | 12 12
12个人 | 12 12
１２个 | 12 12
十二个人 | 12 12
我们十几个人 | 11 19
十几个 | 11 19
二十多人 | 20 30
三四十人 | 30 40
三四个 | 3 4
大概二十个人 | 20 20
差不多30人 | 30 30
一共8个人 | 8 8
共十一人 | 11 11
我们班组十五个人 | 15 15
有6个工友 | 6 6
30多名农民工 | 30 40
5名工人 | 5 5
20来号人 | 20 20
就我一个 | 1 1
就我一个人 | 1 1
只有我自己 | 1 1
就我自己 | 1 1
我一个人 | 1 1
一个人 | 1 1
没别人 | 1 1
我和我媳妇 | 2 2
两口子 | 2 2
我们俩 | 2 2
俺俩 | 2 2
我们仨 | 3 3
7、8个人 | 7 8
两百多个工人 | 200 300
`);

test.each(CASES)("$words → $expected", ({ words: text, expected: wanted }) => {
  const [low, high] = wanted.split(" ").map(Number);
  expect(readCount(text)).toEqual({ kind: "read", value: { count: low, low, high } });
});

test.each(["三个月", "去年八月", "5号", "不知道", "很多人", "", "个人原因", "3个小时", "-5", "constructor", "😀", "两个工地", "一天两百"])(
  "no count: %s",
  (text) => expect(readCount(text).kind).toBe("unread"),
);
