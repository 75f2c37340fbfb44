import { expect, test } from "vitest";
import { listQuizResults, quizResults } from "../../src/cli/quiz-results.js";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";
import { message, turnOf } from "../store/samples.js";
import { makeFolder, removeFolder } from "../store/temporary-folder.js";
import { smallLibrary } from "../support/small-library.js";

const counts = [
  { topic: "contract", question: "question-1", answered: 4, right: 1 },
  { topic: "contract", question: "question-gone", answered: 2, right: 1 },
  { topic: "hours", question: "weekly-rest", answered: 3, right: 3 },
] as const;

test("topics come first, the least understood on top, then the questions most often missed", () => {
  expect(listQuizResults(counts, smallLibrary()).split("\n")).toEqual([
    "按类，最不熟的在前：",
    "合同订立\t答6次\t答对33%",
    "工时加班\t答3次\t答对100%",
    "",
    "答错最多的题：",
    "第1问？\t答4次\t答对25%",
    "question-gone\t答2次\t答对50%",
  ]);
});

test("nothing answered is said in words", () => {
  expect(listQuizResults([], smallLibrary())).toBe("还没有人答过题。");
});

test("what turns have counted is read from the data folder, and not beside a running service", async () => {
  const folder = await makeFolder();
  const days = { from: "2026-03-01", until: "2026-03-31" };
  try {
    const store = await openSqlite({ folder });
    const activity = message();
    await store.receive(activity);
    const effects = [{ kind: "quiz-result", question: "question-1", topic: "contract", right: true }] as const;
    await store.commitTurn(turnOf(activity, { at: Date.parse("2026-03-02T09:00:00+08:00"), effects }));
    await expect(quizResults(folder, days, smallLibrary())).rejects.toThrow("服务正在运行。请先停掉服务再看。");
    await store.close();
    expect(await quizResults(folder, days, smallLibrary())).toContain("合同订立\t答1次\t答对100%");
    expect(await quizResults(folder, { from: "2026-04-01", until: "2026-04-30" }, smallLibrary())).toBe("还没有人答过题。");
  } finally {
    await removeFolder(folder);
  }
});
