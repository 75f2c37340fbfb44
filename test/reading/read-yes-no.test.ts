import { expect, test } from "vitest";
import { readYesNo } from "../../src/reading/read-yes-no.js";
import { table } from "./cases/table.js";

const ANSWERS = table(`
是 | yes
是的 | yes
是的。 | yes
对 | yes
对的呀 | yes
嗯 | yes
嗯嗯 | yes
好 | yes
好的！ | yes
可以 | yes
有 | yes
有的 | yes
有一点 | yes
有一点点 | yes
签了的有合同 | -
没错 | yes
没问题 | yes
愿意 | yes
同意 | yes
当然 | yes
行 | yes
得行 | yes
要得 | yes
中 | yes
OK | yes
ｙｅｓ | yes
Y | yes
1 | yes
确认 | yes
需要 | yes
想要 | yes
有签过 | yes
否 | no
不 | no
不是 | no
不是的 | no
没有 | no
没有啊 | no
没 | no
没得 | no
冇 | no
木有 | no
不用了 | no
不想 | no
不愿意 | no
从来没有 | no
没签过 | no
不需要谢谢 | no
无 | no
2 | no
不知道 | -
不清楚 | -
说不准 | -
不好说 | -
看情况 | -
怎么了 | -
有什么用 | -
可以吗 | -
是不是要交钱 | -
有没有用 | -
要不要写名字 | -
哪个合同 | -
😀 | -
constructor | -
__proto__ | -
`);

test.each(ANSWERS)("$words → $expected", ({ words, expected }) => {
  const reading = readYesNo(words);
  expect(reading.kind === "read" ? (reading.value ? "yes" : "no") : "-").toBe(expected);
});
