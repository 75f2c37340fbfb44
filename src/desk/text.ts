import { z } from "zod";

/** So many letters, counted as people count them; blanks at the ends do not count. */
export function text(name: string, max: number, min = 1): z.ZodType<string, string> {
  return z
    .string(`${name}要是文字。`)
    .transform((given) => given.replace(/\p{Cs}/gu, "\ufffd").trim())
    .refine((given) => [...given].length >= min, `${name}不能空着。`)
    .refine((given) => [...given].length <= max, `${name}太长了，最多${max}个字。`);
}

export const Instant = z.int().nonnegative();
export const Id = z.string().regex(/^[\w-]{1,64}$/, "编号的格式不对。");
export const Reference = z.string().regex(/^[\w.-]{1,80}$/, "编号的格式不对。");
