import type { Library } from "../content/library.js";
import { TOPICS, type Topic } from "../content/schema/topic.js";
import type { QuizCount } from "../store/quiz-store.js";
import { withStore } from "./with-store.js";

const WORST_MAX = 10;

/** `hotline quiz results`, for those Beijing days. */
export async function quizResults(
  folder: string,
  days: { readonly from: string; readonly until: string },
  library: Library,
): Promise<string> {
  const place = { folder, instead: "请先停掉服务再看。" };
  return withStore(place, async (store) => listQuizResults(await store.quizResults(days), library));
}

/** The quiz's results as a list: topics, the least understood first, then the questions most often missed. */
export function listQuizResults(counts: readonly QuizCount[], library: Library): string {
  if (counts.length === 0) return "还没有人答过题。";
  const topics = byTopic(counts).map(({ topic, answered, right }) => `${TOPICS[topic]}\t答${answered}次\t${share(right, answered)}`);
  const texts = new Map([...library.quiz.values()].flatMap(({ questions }) => questions.map((one) => [one.id, one.question] as const)));
  const missed = counts
    .filter(({ answered, right }) => right < answered)
    .slice(0, WORST_MAX)
    .map(({ question, answered, right }) => `${texts.get(question) ?? question}\t答${answered}次\t${share(right, answered)}`);
  return ["按类，最不熟的在前：", ...topics, ...(missed.length === 0 ? [] : ["", "答错最多的题：", ...missed])].join("\n");
}

function share(right: number, answered: number): string {
  return `答对${Math.round((right * 100) / answered)}%`;
}

interface TopicCount {
  readonly topic: Topic;
  readonly answered: number;
  readonly right: number;
}

function byTopic(counts: readonly QuizCount[]): readonly TopicCount[] {
  const sums = new Map<Topic, TopicCount>();
  for (const { topic, answered, right } of counts) {
    const before = sums.get(topic) ?? { topic, answered: 0, right: 0 };
    sums.set(topic, { topic, answered: before.answered + answered, right: before.right + right });
  }
  return [...sums.values()].sort((one, other) => one.right / one.answered - other.right / other.answered);
}
