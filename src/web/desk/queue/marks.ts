import type { Row } from "../ask/shapes.js";
import { sayDay } from "../view/say-time.js";

/** By which door it came. */
export const DOORS: ReadonlyMap<string, string> = new Map([
  ["webchat", "网页"],
  ["wecom-kf", "微信"],
  ["wecom-app", "企业微信"],
  ["wecom-bot", "企业微信"],
  ["phone", "电话来访"],
  ["terminal", "试用"],
]);

export const RISKS = ["", "留意", "紧要", "危险"] as const;

/** The due badge in words: colour alone says nothing to some. */
export function dueWords({ badge, dueAt }: Pick<Row, "badge" | "dueAt">): string {
  if (dueAt === undefined || badge === "none") return "";
  if (badge === "overdue") return "已超时";
  return badge === "today" ? "今天到期" : `${sayDay(dueAt)}到期`;
}
