import { z } from "zod";
import { verifyAudit } from "../../store/audit-chain.js";
import { route } from "../route.js";
import { Instant } from "../text.js";

const Row = z.object({
  seq: z.int(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  peer: z.string(),
  detail: z.record(z.string(), z.string()),
  outcome: z.string(),
  hash: z.string(),
});

const PAGE = 200;

export const auditRoutes = [
  route("GET /audit", {
    title: "操作记录，新的在前",
    may: "audit.see",
    query: z.strictObject({ before: z.coerce.number().int().positive().optional() }),
    answer: z.object({ rows: z.array(Row) }),
    async handle({ query, audited }) {
      const rows = await audited("").auditPage({ before: query.before ?? Number.MAX_SAFE_INTEGER, limit: PAGE });
      return { rows: [...rows] };
    },
  }),

  route("GET /audit/verify", {
    title: "从头核对操作记录有没有被改过",
    may: "audit.see",
    answer: z.union([
      z.object({ kind: z.literal("whole"), rows: z.int(), head: z.string() }),
      z.object({ kind: z.literal("broken"), seq: z.int() }),
    ]),
    handle: ({ desk }) => verifyAudit((after, limit) => desk.store.auditAfter(after, limit)),
  }),
];
