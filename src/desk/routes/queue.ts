import { z } from "zod";
import { TABS, type Tab } from "../../case/queue-order.js";
import { presentRow, Row } from "../present.js";
import { route } from "../route.js";
import { text } from "../text.js";

const PAGE_MAX = 100;
const COUNT_MAX = 1_000;
const TAB_NAMES = Object.keys(TABS) as [Tab];

export const queueRoutes = [
  route("GET /queue", {
    title: "队列的一页，和各个标签的件数（最多数到1000）",
    may: "queue.see",
    query: z.strictObject({
      tab: z.enum(TAB_NAMES).default("waiting"),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(50),
    }),
    answer: z.object({ matters: z.array(Row), next: z.string().optional(), counts: z.record(z.enum(TAB_NAMES), z.int()) }),
    async handle({ desk, actor, query }) {
      const { store, clock, stage } = desk;
      const viewer = { staffId: actor.staffId, now: clock() };
      const { cursor, ...page } = query;
      const wanted = { ...page, ...viewer, ...(cursor === undefined ? {} : { cursor }) };
      const [{ matters, next }, counts] = await Promise.all([
        store.listMatters(wanted),
        store.countMatters({ ...viewer, most: COUNT_MAX }),
      ]);
      const rows = matters.map((matter) => presentRow(matter, { library: stage.library, now: viewer.now }));
      return { matters: rows, counts, ...(next === undefined ? {} : { next }) };
    },
  }),

  route("POST /search", {
    title: "按编号、姓名、手机尾号、单位、文字查找，新的在前",
    may: "matter.see",
    body: z.strictObject({ words: text("要找的字", 100), before: z.int().positive().optional() }),
    answer: z.object({ matters: z.array(Row), next: z.int().optional() }),
    async handle({ desk, body, audited }) {
      const before = body.before ?? Number.MAX_SAFE_INTEGER;
      const { matters, next } = await audited("").searchMatters({ words: body.words, before, limit: 30 });
      const rows = matters.map((matter) => presentRow(matter, { library: desk.stage.library, now: desk.clock() }));
      return { matters: rows, ...(next === undefined ? {} : { next }) };
    },
  }),
];
