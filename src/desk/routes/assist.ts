import { z } from "zod";
import { composeAnswer } from "../../answer/compose-answer.js";
import { citationLine, resolveSources } from "../../answer/source.js";
import { beijingDay } from "../../clock.js";
import { badRequest } from "../../http/refusal.js";
import { route } from "../route.js";
import { Instant, text } from "../text.js";

const CANDIDATES_MAX = 5;

export const assistRoutes = [
  route("POST /assist", {
    title: "按一句话找知识库里可能用得上的条目，带依据；什么都不会自动发出去",
    may: "assist.use",
    body: z.strictObject({ text: text("要找的话", 1_000) }),
    answer: z.object({
      entries: z.array(
        z.object({
          entry: z.string(),
          title: z.string(),
          score: z.number(),
          /** `withheld-…`: not to be said as it stands. */
          outcome: z.string(),
          text: z.string(),
          citation: z.string(),
        }),
      ),
    }),
    handle({ desk, body }) {
      const { library, region, recognizer } = desk.stage;
      const day = beijingDay(desk.clock());
      const { candidates } = recognizer.recognize(body.text);
      const entries = candidates.slice(0, CANDIDATES_MAX).flatMap(({ entry, score }) => {
        const answer = library.answers.get(entry);
        if (answer === undefined) return [];
        const { outcome, bubbles } = composeAnswer({ library, region, day }, entry);
        const citation = citationLine(resolveSources(library, answer.citations, day) ?? []);
        return [{ entry, title: answer.title, score, outcome, text: bubbles.map((bubble) => bubble.text).join("\n"), citation }];
      });
      return Promise.resolve({ entries });
    },
  }),

  route("POST /assist/report", {
    title: "这条不对：交给知识编辑看",
    may: "answer.report",
    body: z.strictObject({ entry: z.string().max(80), why: text("哪里不对", 500), reference: z.string().max(80).default("") }),
    async handle({ desk, actor, body, audited }) {
      if (!desk.stage.library.answers.has(body.entry)) throw badRequest("没有这个条目。");
      await audited(body.entry).reportAnswer({ ...body, id: desk.ids.next(), by: actor.staffId, at: desk.clock() });
      return {};
    },
  }),

  route("GET /assist/reports", {
    title: "同事说不对的条目",
    may: "answer.report",
    answer: z.object({
      reports: z.array(
        z.object({ id: z.string(), entry: z.string(), why: z.string(), reference: z.string(), by: z.string(), at: Instant }),
      ),
    }),
    handle: async ({ desk }) => ({ reports: [...(await desk.store.answerReports(500))] }),
  }),
];
