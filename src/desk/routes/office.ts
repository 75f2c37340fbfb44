import { z } from "zod";
import { beijingDay } from "../../clock.js";
import { Refusal } from "../../http/refusal.js";
import { readId } from "../read-id.js";
import { route } from "../route.js";
import { Id, Instant, text } from "../text.js";

const CAPACITY_USUAL = 20;
const Template = z.object({ id: z.string(), title: z.string(), text: z.string(), by: z.string(), at: Instant });
const Person = z.object({
  staffId: z.string(),
  name: z.string(),
  onDuty: z.boolean(),
  present: z.boolean(),
  capacity: z.int(),
  open: z.int(),
  overdue: z.int(),
});

export const officeRoutes = [
  route("POST /feed/ticket", {
    title: "实时消息的连接凭证：30秒内用一次",
    may: "queue.see",
    answer: z.object({ ticket: z.string() }),
    handle: ({ desk, actor }) => Promise.resolve({ ticket: desk.tickets.issue(actor.session.id) }),
  }),

  route("GET /board", {
    title: "现在的情况：待接、最久等了多久、超期、在办",
    may: "board.see",
    answer: z.object({
      ...{ now: Instant, waiting: z.int(), oldestWaitingSince: Instant.optional(), overdue: z.int(), inHand: z.int() },
      ...{ referred: z.int(), followUp: z.int(), openedToday: z.int(), endedToday: z.int() },
      byOwner: z.array(z.object({ staffId: z.string(), open: z.int(), overdue: z.int() })),
    }),
    async handle({ desk }) {
      const now = desk.clock();
      const board = await desk.store.board({ now, dayStart: Date.parse(`${beijingDay(now)}T00:00:00+08:00`) });
      return { now, ...board, byOwner: [...board.byOwner] };
    },
  }),

  route("GET /duty", {
    title: "谁在岗、谁在线、各有多少件",
    may: "duty.see",
    answer: z.object({ people: z.array(Person) }),
    async handle({ desk }) {
      const [staff, duties, board] = await Promise.all([
        desk.store.staffList(),
        desk.store.duties(),
        desk.store.board({ now: desk.clock(), dayStart: 0 }),
      ]);
      const present = desk.feed.present();
      const people = staff
        .filter(({ active, roles }) => active && roles.some((role) => role === "receptionist" || role === "handler" || role === "director"))
        .map(({ id, name }) => {
          const duty = duties.find(({ staffId }) => staffId === id);
          const { open = 0, overdue = 0 } = board.byOwner.find(({ staffId }) => staffId === id) ?? {};
          const capacity = duty?.capacity ?? CAPACITY_USUAL;
          return { staffId: id, name, onDuty: duty?.onDuty ?? false, present: present.has(id), capacity, open, overdue };
        });
      return { people };
    },
  }),

  route("POST /duty", {
    title: "我在岗或不在岗、同时最多办几件",
    may: "duty.own",
    body: z.strictObject({ onDuty: z.boolean(), capacity: z.int().min(1).max(200).default(CAPACITY_USUAL) }),
    async handle({ desk, actor, body, audited }) {
      await audited(actor.staffId, { onDuty: String(body.onDuty) }).setDuty({ ...body, staffId: actor.staffId });
      desk.tell({ kind: "duty" });
      return {};
    },
  }),

  route("GET /bot", {
    title: "机器人是不是开着",
    may: "queue.see",
    answer: z.object({ on: z.boolean() }),
    handle: async ({ desk }) => ({ on: await desk.store.botIsOn() }),
  }),

  route("POST /bot", {
    title: "开关机器人；关了以后每个人都转到队列",
    may: "bot.switch",
    fresh: true,
    body: z.strictObject({ on: z.boolean() }),
    async handle({ desk, body, audited }) {
      await audited("bot", { on: String(body.on) }).setBot(body.on);
      desk.bot.isOn = body.on;
      desk.tell({ kind: "bot", on: body.on });
      return {};
    },
  }),

  route("GET /templates", {
    title: "常用语",
    may: "template.see",
    answer: z.object({ templates: z.array(Template) }),
    handle: async ({ desk }) => ({ templates: [...(await desk.store.templates())] }),
  }),

  route("POST /templates", {
    title: "新增或修改常用语；{姓名} 这样的变量由页面填",
    may: "template.edit",
    body: z.strictObject({ id: Id.optional(), title: text("标题", 30), text: text("内容", 1_000) }),
    answer: z.object({ id: z.string() }),
    async handle({ desk, actor, body, audited }) {
      const id = body.id ?? desk.ids.next();
      await audited(id).saveTemplate({ id, title: body.title, text: body.text, by: actor.staffId, at: desk.clock() });
      return { id };
    },
  }),

  route("POST /templates/:id/drop", {
    title: "删除常用语",
    may: "template.edit",
    async handle({ params, audited }) {
      const id = readId({ params });
      if ((await audited(id).dropTemplate(id)).kind === "unknown") throw new Refusal(404, "not-found", "没有这条常用语。");
      return {};
    },
  }),
];
