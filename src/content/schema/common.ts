import { z } from "zod";

/** A calendar day in Beijing, `YYYY-MM-DD`; compared as text. */
export const Day = z.iso.date("日期要写成 2026-01-31 这样");

/** Days on which something holds: `from` is the first, `until` the last (both included). */
export const Interval = z.strictObject({ from: Day, until: Day.optional() });
export type Interval = z.infer<typeof Interval>;

/** An id that is also the file's name: lower case words joined by hyphens. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "编号只能用小写英文字母、数字和连字符");

/** 第四十七条, 第二百七十六条之一. */
export const ArticleLabel = z.string().regex(/^第[一二三四五六七八九十百千零]+条(之[一二三四五六七八九十]+)?$/, "条号要写成“第四十七条”");

/** Text of at most `max` characters as a reader counts them. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, "不能为空")
    .refine((text) => [...text].length <= max, `超过 ${max} 个字`);
}

/** Whether something with this interval holds on that day. */
export function holdsOn(interval: Interval, day: string): boolean {
  return interval.from <= day && (interval.until === undefined || day <= interval.until);
}
