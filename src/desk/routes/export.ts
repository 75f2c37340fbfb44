import { z } from "zod";
import { beijingDay } from "../../clock.js";
import { badRequest } from "../../http/refusal.js";
import { exportRows, writeSheet } from "../export-sheet.js";
import { route } from "../route.js";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "日期要写成 2026-01-31 这样。");

/** More would hold the server up for everybody else; a year of a county is less. */
const ROWS_MAX = 20_000;
const PAGE = 500;

export const exportRoutes = [
  route("POST /export", {
    title: "一件一行的表格（xlsx），按登记日期；不含姓名、电话、身份证号",
    may: "matter.export",
    fresh: true,
    body: z.strictObject({ from: Day, to: Day }),
    async handle({ desk, actor, body, audited, response }) {
      const from = Date.parse(`${body.from}T00:00:00+08:00`);
      const until = Date.parse(`${body.to}T00:00:00+08:00`) + 86_400_000;
      if (!(from < until)) throw badRequest("开始日期要在结束日期之前。");
      const matters = [];
      for (let after = 0; matters.length < ROWS_MAX;) {
        const page = await audited("", { from: body.from, to: body.to }).mattersOpened({ from, until, after, limit: PAGE });
        matters.push(...page);
        after = page.at(-1)?.position ?? after;
        if (page.length < PAGE) break;
      }
      if (matters.length >= ROWS_MAX) throw badRequest(`超过${ROWS_MAX}件，请分几段导出。`);
      const staff = new Map((await desk.store.staffList()).map(({ id, name }) => [id, name]));
      const mark = `导出人 ${actor.name}，${beijingDay(desk.clock())}`;
      const bytes = await writeSheet(exportRows(matters, { library: desk.stage.library, staff }), mark);
      response.set({
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Disposition": `attachment; filename="matters-${body.from}-${body.to}.xlsx"`,
      });
      response.send(bytes);
      return {};
    },
  }),
];
