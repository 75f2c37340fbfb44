import { z } from "zod";
import { ENDED } from "../../case/case.js";
import { badRequest, Refusal } from "../../http/refusal.js";
import { accessMatter } from "../access.js";
import { route } from "../route.js";
import { Reference } from "../text.js";
import { ActAnswer, actOn } from "./act.js";

export const linkRoutes = [
  route("POST /matters/:reference/merge", {
    title: "和另一件是同一件：这一件到此为止，写明并到哪一件，当事人同时得到通知",
    may: "matter.act",
    body: z.strictObject({ into: Reference, revision: z.int() }),
    answer: ActAnswer,
    async handle(call) {
      const { into, revision } = call.body;
      const matter = await accessMatter(call);
      const target = await call.desk.store.findMatter(into);
      if (target === undefined || into === matter.reference) throw badRequest("没有要并入的那一件。");
      if (ENDED.has(target.state)) throw new Refusal(409, "refused", "要并入的那一件已经结束了，请先重新办理那一件。");
      // Told twice in one conversation: whoever speaks there goes on for the other matter.
      const voice = target.conversationId === matter.conversationId ? ({ voice: "stay" } as const) : {};
      return actOn(call, matter, { act: "merge", revision, details: { into }, ...voice });
    },
  }),

  route("POST /matters/:reference/link", {
    title: "和另一件有关联（比如同一单位的几个人）：两边都看得到",
    may: "matter.act",
    body: z.strictObject({ other: Reference }),
    async handle(call) {
      const { desk, actor, body, audited } = call;
      const { reference } = await accessMatter(call);
      const link = { reference, other: body.other, staffId: actor.staffId, at: desk.clock() };
      const linked = await audited(reference, { other: body.other }).linkMatters(link);
      if (linked.kind === "unknown") throw badRequest("没有要关联的那一件。");
      desk.changed();
      return {};
    },
  }),
];
