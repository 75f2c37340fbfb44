import { makeDay, partsOf } from "../reading/calendar-day.js";
import { FIRST_DAY, type Input, type InputValue, type RawInputs } from "./input.js";
import type { Fault, Missing, Refusal, Wanted } from "./result.js";
import { sayYuan } from "./say.js";

export type Checked = Missing | Refusal | { readonly kind: "given"; readonly values: ReadonlyMap<string, InputValue> };

const DATES_MAX = 20;

/** Every fault at once; what is in order but not there is asked for only when nothing is wrong. */
export function checkInputs(inputs: readonly Input[], raw: RawInputs, on: string): Checked {
  const given = new Map(Object.entries(raw).filter((entry): entry is [string, InputValue] => entry[1] !== null && entry[1] !== undefined));
  const known = new Set(inputs.map(({ name }) => name));
  const strangers = [...given.keys()].filter((name) => !known.has(name)).map((name) => ({ input: name, say: "没有这一项，请去掉。" }));
  const faults = inputs.flatMap((input): Fault[] => {
    const value = given.get(input.name);
    const say = value === undefined ? undefined : faultOf(input, value, on);
    return say === undefined ? [] : [{ input: input.name, say: `${input.label}：${say}` }];
  });
  if (faults.length + strangers.length > 0) return { kind: "refused", faults: [...faults, ...strangers] };
  const wanted = inputs.filter(({ name, optional }) => !optional && !given.has(name)).map(wantedOf);
  return wanted.length > 0 ? { kind: "missing", wanted } : { kind: "given", values: given };
}

export function wantedOf({ name, question }: Input): Wanted {
  return { name, question };
}

function faultOf(input: Input, value: InputValue, on: string): string | undefined {
  switch (input.kind) {
    case "amount":
      if (typeof value !== "number" || !Number.isInteger(value)) return "金额以分为单位，要填整数。";
      if (value < input.min) return input.min > 0 ? "金额要大于0。" : "金额不能是负数。";
      return value > input.max ? `金额超过${sayYuan(input.max)}，请核对。` : undefined;
    case "count":
      if (typeof value !== "number" || !Number.isFinite(value)) return "要填数字。";
      if (!Number.isInteger(value) && !fits(value, input.decimals)) return input.decimals === undefined ? "要填整数。" : "小数位数太多。";
      return value < input.min || value > input.max ? `要在${input.min}到${input.max}${input.unit}之间，请核对。` : undefined;
    case "date":
      return dayFault(value, on, input.ahead === true);
    case "dates":
      if (!Array.isArray(value)) return "要填一组日期。";
      if (value.length > DATES_MAX) return `最多填${DATES_MAX}个日期。`;
      return (value as readonly unknown[]).map((day) => dayFault(day, on, false)).find((say) => say !== undefined);
    case "choice":
      return input.choices.some((choice) => choice.value === value) ? undefined : `只能从这些里选：${labels(input.choices)}。`;
    case "yes-no":
      return typeof value === "boolean" ? undefined : "请回答是或者否。";
  }
}

function fits(value: number, decimals: number | undefined): boolean {
  return decimals !== undefined && Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) < 1e-6;
}

function dayFault(value: unknown, on: string, ahead: boolean): string | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return "日期要写成 2026-01-31 这样。";
  const { year, month, day } = partsOf(value);
  if (makeDay(year, month, day) === undefined) return "日历上没有这一天，请核对。";
  if (value < FIRST_DAY) return "这一天太早了，请核对年份。";
  return value > on && !ahead ? "这一天还没到，请核对。" : undefined;
}

function labels(choices: readonly { readonly value: string; readonly label: string }[]): string {
  return choices.map(({ value, label }) => `${value}（${label}）`).join("、");
}
