import { z } from "zod";
import { confirmedFigures } from "../content/confirmed-figure.js";
import type { Calculator } from "../entitlement/calculator.js";
import { CALCULATORS } from "../entitlement/calculate.js";
import type { Input, RawInputs } from "../entitlement/input.js";
import type { Result } from "../entitlement/result.js";
import type { Stage } from "./play.js";

/** The result for inputs as JSON text on the Beijing day `on`. Throws in Chinese, every fault listed, when the JSON is of another shape. */
export function calculateFrom(
  place: Pick<Stage, "library" | "region">,
  name: string,
  input: { readonly json: string; readonly on: string },
): Result {
  const calculator = CALCULATORS.get(name);
  if (calculator === undefined) throw new Error(`没有“${name}”，可用的有：${[...CALCULATORS.keys()].join("、")}`);
  const raw = parseInputs(calculator, input.json);
  return calculator.calculate(raw, { on: input.on, figures: confirmedFigures(place.library, place.region) });
}

export function listCalculators(): readonly string[] {
  return [...CALCULATORS.values()].flatMap(({ name, title, inputs }) => [
    `${name}  ${title}`,
    ...inputs.map((input) => `    ${describe(input)}`),
  ]);
}

export function calculatorsAsData() {
  return [...CALCULATORS.values()].map(({ name, title, version, inputs }) => ({ name, title, version, inputs }));
}

function describe(input: Input): string {
  const choices = input.kind === "choice" ? `：${input.choices.map(({ value, label }) => `${value} ${label}`).join("；")}` : "";
  return `${input.name}  ${input.label}，${KINDS[input.kind]}${input.optional ? "，可不填" : ""}${choices}`;
}

const KINDS: Readonly<Record<Input["kind"], string>> = {
  amount: "金额，单位是分",
  date: "日期，如 2026-01-31",
  dates: "一组日期",
  count: "数字",
  choice: "选一个",
  "yes-no": "true 或 false",
};

function parseInputs(calculator: Calculator, json: string): RawInputs {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error("输入不是 JSON。");
  }
  const parsed = schemaOf(calculator.inputs).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(sayIssue).join("\n"));
}

function schemaOf(inputs: readonly Input[]) {
  return z.strictObject(Object.fromEntries(inputs.map((input) => [input.name, shapeOf(input).nullish()])), {
    error: (issue) => (issue.code === "unrecognized_keys" ? `没有这些项：${issue.keys.join("、")}` : "输入要是一个 JSON 对象，如 {}"),
  });
}

function shapeOf(input: Input) {
  switch (input.kind) {
    case "amount":
      return z.int(`${input.label}要填整数，单位是分`);
    case "count":
      return z.number(`${input.label}要填数字`);
    case "yes-no":
      return z.boolean(`${input.label}要填 true 或 false`);
    case "dates":
      return z.array(z.string(`${input.label}要填日期，如 2026-01-31`), `${input.label}要填一组日期`);
    case "date":
    case "choice":
      return z.string(`${input.label}要填文字`);
  }
}

function sayIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}：${message}`;
}
