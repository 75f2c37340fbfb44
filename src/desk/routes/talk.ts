import { z } from "zod";
import { resolveSources, citationLine } from "../../answer/source.js";
import { FETCHED_CHANNELS } from "../../channel/channel.js";
import { beijingDay } from "../../clock.js";
import { reply, type Reply } from "../../conversation/activity.js";
import { badRequest, Refusal } from "../../http/refusal.js";
import { accessMatter, requireOwn } from "../access.js";
import { route, type StaffCall } from "../route.js";
import { Id, text } from "../text.js";

const Tag = text("标签", 12);

export const talkRoutes = [
  route("POST /matters/:reference/reply", {
    title: "回复当事人；id 由页面定，同一个 id 只发一次",
    may: "matter.reply",
    body: z.strictObject({ id: Id, text: text("回复", 2_000), cite: z.string().max(80).optional() }),
    answer: z.object({ seq: z.int() }),
    async handle(call) {
      const { desk, actor, body, audited } = call;
      const matter = await accessMatter(call);
      requireOwn(actor, matter);
      const { reference, conversationId, channel } = matter;
      const by = { staffId: actor.staffId, name: actor.name };
      const id = `${actor.staffId}.${body.id}`;
      const said = await audited(reference).sayAsStaff({
        ...{ reference, conversationId, by, id, reply: wordsOf(call, body), send: !FETCHED_CHANNELS.has(channel), at: desk.clock() },
      });
      if (said.kind === "colleague") throw new Refusal(409, "colleague", `${said.name}正在和当事人说话，没有发出去。`);
      await desk.store.saveDraft({ staffId: actor.staffId, reference, kind: "reply", text: "", at: 0 });
      desk.delivery.said(said.entries);
      desk.changed();
      return { seq: said.entries[0]?.seq ?? 0 };
    },
  }),

  route("POST /matters/:reference/note", {
    title: "内部备注：只有工作人员看得到",
    may: "matter.note",
    body: z.strictObject({ id: Id, text: text("备注", 2_000) }),
    async handle(call) {
      const { desk, actor, body, audited } = call;
      const { reference } = await accessMatter(call);
      await audited(reference).addNote(reference, {
        id: `${actor.staffId}.${body.id}`,
        at: desk.clock(),
        staffId: actor.staffId,
        text: body.text,
      });
      await desk.store.saveDraft({ staffId: actor.staffId, reference, kind: "note", text: "", at: 0 });
      desk.tell({ kind: "note", reference });
      return {};
    },
  }),

  route("POST /matters/:reference/return", {
    title: "交还机器人：事项还在自己手里，对话由机器人接着答",
    may: "matter.act",
    body: z.strictObject({ reason: text("原因", 500) }),
    async handle(call) {
      const { desk, actor, body, audited } = call;
      const matter = await accessMatter(call);
      requireOwn(actor, matter);
      const { reference, conversationId, channel } = matter;
      const say = { id: desk.ids.next(), reply: reply("工作人员先去忙您的事了。有问题可以接着问我，想找人回复“转人工”。", ["转人工"]) };
      const by = { staffId: actor.staffId, name: actor.name };
      const voice = { conversationId, kind: "free", by, say, send: !FETCHED_CHANNELS.has(channel), at: desk.clock() } as const;
      const returned = await audited(reference, { reason: body.reason }).returnToBot(voice);
      if (returned.kind === "said") desk.delivery.said(returned.entries);
      desk.tell({ kind: "speaker", reference });
      return {};
    },
  }),

  route("POST /matters/:reference/draft", {
    title: "存草稿；空的就是删掉",
    may: "matter.reply",
    body: z.strictObject({ kind: z.enum(["reply", "note"]), text: z.string().max(4_000) }),
    async handle(call) {
      const { desk, actor, body } = call;
      const { reference } = await accessMatter(call);
      await desk.store.saveDraft({ ...body, staffId: actor.staffId, reference, at: desk.clock() });
      return {};
    },
  }),

  route("POST /matters/:reference/tags", {
    title: "改标签",
    may: "matter.note",
    body: z.strictObject({ tags: z.array(Tag).max(10, "标签最多10个。") }),
    async handle(call) {
      const { desk, body, audited } = call;
      const { reference } = await accessMatter(call);
      await audited(reference).setTags(reference, [...new Set(body.tags)]);
      desk.tell({ kind: "tags", reference });
      return {};
    },
  }),
];

/** Words with the articles behind an entry of the library under them, when the person chose to cite one. */
function wordsOf({ desk }: StaffCall, { text: words, cite }: { readonly text: string; readonly cite?: string | undefined }): Reply {
  if (cite === undefined) return reply(words);
  const { library } = desk.stage;
  const entry = library.answers.get(cite);
  const sources = entry === undefined ? undefined : resolveSources(library, entry.citations, beijingDay(desk.clock()));
  if (sources === undefined) throw badRequest("要引用的条目没有了，或者它引的法条现在不适用，请去掉引用再发。");
  return reply(`${words}\n依据：${citationLine(sources)}`, [], sources);
}
