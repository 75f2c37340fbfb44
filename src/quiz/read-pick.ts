import type { QuizQuestion } from "../content/library.js";

/** What somebody wants of the quiz. `pass`: he does not know. */
export type QuizWord = "begin" | "pass" | "stop" | "go-on";

const WORDS: Readonly<Record<QuizWord, string>> = {
  begin:
    "普法答题 答题 普法 法律答题 学法答题 普法问答 知识竞赛 法律知识竞赛 有奖答题 考考我 考我 做题 做几道题 答几道题 来几道题 出几道题 法律测试 普法竞赛 我要答题 我想答题 开始答题 再来一轮 再答一轮 接着答 接着答题 继续答题",
  pass: "不知道 不清楚 不懂 不会 我不会 跳过 下一题 看答案 答案是什么 答案 没学过",
  stop: "不答了 不答 不玩了 结束答题 退出答题 停止答题 取消答题 不想答了 不答题了 取消 退出 结束 停止 算了",
  "go-on": "继续 接着 接着来",
};

const FOUND = new Map<string, QuizWord>();
for (const [word, texts] of Object.entries(WORDS) as [QuizWord, string][]) for (const text of texts.split(" ")) FOUND.set(text, word);

/** `bare`: the words without signs and closing particles. */
export function readQuizWord(bare: string): QuizWord | undefined {
  return FOUND.get(bare);
}

/** A, 选b, 答案是C → the position of the option, from 1; undefined when the words name none. */
export function readLetter(bare: string, { options }: QuizQuestion): number | undefined {
  const letter = /^(?:我选|我选择|选|选择|答案是|应该是)?([a-d])(?:项)?$/.exec(bare)?.[1];
  const place = letter === undefined ? 0 : "abcd".indexOf(letter) + 1;
  return place >= 1 && place <= options.length ? place : undefined;
}
