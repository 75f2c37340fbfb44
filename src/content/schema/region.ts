import { z } from "zod";
import { Id, line } from "./common.js";

/** The offices an answer may send people to, as written in steps: {劳动监察}. */
export const OFFICES = [
  "工会",
  "劳动监察",
  "仲裁委",
  "法律援助",
  "人社局",
  "社保",
  "医保",
  "法院",
  "公安",
  "妇联",
  "应急",
  "卫健",
  "住建",
  "民政",
  "税务",
  "帮扶中心",
] as const;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "时间要写成 08:30");

/** The county's own facts. Unconfirmed phones and addresses (`verify: true`) are never shown. */
export const RegionFile = z.strictObject({
  id: Id,
  name: line(30),
  county: line(12),
  union: line(30),
  timezone: z.literal("Asia/Shanghai"),
  hours: z.strictObject({
    workdays: z.array(z.strictObject({ from: Clock, to: Clock })).min(1),
    /** Shown to people as it stands. */
    say: line(40),
    verify: z.boolean(),
  }),
  /** In working days: until a matter is taken, until it is finished, until the follow-up. Unconfirmed, nobody is promised them. */
  clocks: z
    .strictObject({
      take: z.number().int().min(1).max(60),
      finish: z.number().int().min(1).max(180),
      followUp: z.number().int().min(1).max(60),
      verify: z.boolean(),
    })
    .optional(),
  hotline: z.string().regex(/^\d{3,12}$/),
  townships: z.array(line(12)),
  /** What else people call a township, besides its name without 镇 or 乡: 县城. */
  townshipsAlso: z.record(line(12), z.array(line(12))).optional(),
  offices: z.partialRecord(
    z.enum(OFFICES),
    z.strictObject({
      name: line(30),
      hotline: z
        .string()
        .regex(/^\d{3,5}$/)
        .optional(),
      phone: z.string().optional(),
      address: z.string().optional(),
      verify: z.boolean(),
    }),
  ),
});
export type RegionFile = z.infer<typeof RegionFile>;
