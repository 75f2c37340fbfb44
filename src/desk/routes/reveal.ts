import { z } from "zod";
import { Refusal } from "../../http/refusal.js";
import type { KeptMatter } from "../../store/case-store.js";
import { accessMatter } from "../access.js";
import { isConfidential } from "../mask.js";
import { presentSlots } from "../present.js";
import { route, type StaffCall } from "../route.js";
import { text } from "../text.js";

const Body = z.strictObject({ reason: text("查看的原因", 200, 2), fields: z.array(z.string().max(40)).min(1).max(10) });
const Answer = z.object({ values: z.array(z.object({ step: z.string(), name: z.string(), value: z.string() })) });

export const revealRoutes = [
  route("POST /matters/:reference/reveal", {
    title: "看隐藏的姓名、电话：要写原因，记录在案；保密件不能这样看",
    may: "matter.reveal",
    body: Body,
    answer: Answer,
    async handle(call) {
      const matter = await accessMatter(call);
      if (isConfidential(matter.about)) throw new Refusal(403, "confidential", "这是保密件，只有主任能打开身份。");
      return reveal(call, matter, ["name", "phone"]);
    },
  }),

  route("POST /matters/:reference/identity", {
    title: "打开保密件的身份，或看身份证号：要写原因，记录在案",
    may: "identity.open",
    fresh: true,
    body: Body,
    answer: Answer,
    handle: async (call) => reveal(call, await accessMatter(call), ["name", "phone", "idNumber"]),
  }),
];

/** Written down before it is shown: what cannot be written down is not shown. */
async function reveal(
  { desk, body, audited }: StaffCall<unknown, z.output<typeof Body>>,
  { reference, about }: KeptMatter,
  open: readonly string[],
): Promise<z.input<typeof Answer>> {
  if (!("dialog" in about)) return { values: [] };
  const detail = { fields: body.fields.join(","), reason: body.reason };
  await audited(reference, detail).findMatter(reference);
  const shown = new Set(body.fields);
  const rows = presentSlots(about.dialog, { library: desk.stage.library, confidential: false, shown });
  const values = rows.flatMap(({ step, name, value, fact = "" }) =>
    shown.has(step) && open.includes(fact) && value !== undefined ? [{ step, name, value }] : [],
  );
  return { values };
}
