import { z } from "zod";
import { ArticleLabel, Day, Interval, line } from "./common.js";

/** What the article of that number said before. */
const EarlierArticle = z.strictObject({ gist: line(400), from: Day, until: Day, version: line(80) });
export type EarlierArticle = z.infer<typeof EarlierArticle>;

/** One article: what it says in our own plain words, every number exact. */
const ArticleFile = z.union([
  line(400),
  z.strictObject({
    gist: line(400),
    /** When the article's own life differs from the statute's. */
    from: Day.optional(),
    until: Day.optional(),
    /** In force on paper, but another article decides today: "劳动争议调解仲裁法 第二十七条". Such an article is not cited. */
    decidedBy: line(40).optional(),
    /** Latest first. */
    before: z.array(EarlierArticle).min(1).optional(),
  }),
]);

export const StatuteFile = z.strictObject({
  id: line(40),
  title: line(60),
  /** How it is printed between 《》. */
  short: line(30),
  level: z.enum(["法律", "行政法规", "部门规章", "司法解释", "党内法规", "规范性文件"]),
  version: line(80),
  inForce: Interval,
  source: z.strictObject({ name: line(40), url: z.url() }),
  /** False: known, but not to be relied on until a person has confirmed it. */
  citable: z.boolean().default(true),
  articles: z.record(ArticleLabel, ArticleFile),
});
export type StatuteFile = z.infer<typeof StatuteFile>;
