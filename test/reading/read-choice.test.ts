import { expect, test } from "vitest";
import { readChoice } from "../../src/reading/read-choice.js";
import { table } from "./cases/table.js";

const WANTED = [
  { value: "pay", label: "拿回工资", also: ["要工资", "讨薪"] },
  { value: "back", label: "回去上班", also: ["复工", "继续干"] },
  { value: "compensation", label: "要赔偿", also: ["补偿", "赔钱"] },
  { value: "other", label: "别的" },
];

const CHOICES = table(`
1 | pay
2 | back
３ | compensation
④ | other
4 | other
第一个 | pay
第二项 | back
第三种 | compensation
选3 | compensation
选择2 | back
我选1 | pay
选一 | pay
二 | back
2号 | back
最后一个 | other
最后 | other
拿回工资 | pay
拿回工资。 | pay
讨薪 | pay
我就想讨薪 | pay
回去上班吧 | back
继续干 | back
要赔偿！ | compensation
我要补偿 | compensation
别的 | other
5 | -
0 | -
第九个 | -
工资和补偿都要，讨薪也要赔偿 | -
不知道 | -
随便 | -
__proto__ | -
constructor | -
😀 | -
99999999999 | -
`);

test.each(CHOICES)("$words → $expected", ({ words, expected }) => {
  const reading = readChoice(words, WANTED);
  expect(reading.kind === "read" ? reading.value : "-").toBe(expected);
});
