import type { Basis, Quantity, Result, Step } from "./result.js";
import { sayDay, sayYuan } from "./say.js";

/** What a law is called in a sentence, by the id it is cited with. */
export type NameOfLaw = (law: string) => string;

/** A result in lines of plain Chinese: the conclusion, the sum, the steps with their basis, what to mind. */
export function sayResult(result: Result, nameOf: NameOfLaw): readonly string[] {
  switch (result.kind) {
    case "missing":
      return ["还要知道：", ...result.wanted.map(({ question }) => `- ${question}`)];
    case "refused":
      return result.faults.map(({ say }) => say);
    case "withheld":
      return [result.say];
    case "calculated":
      return [
        `${result.label}：${sayQuantity(result.amount)}`,
        `算法：${result.formula}`,
        ...sayNumbered(result.steps, nameOf),
        ...result.parts.map(({ label, quantity }) => `${label}：${sayQuantity(quantity)}`),
        ...result.flags.map(({ text }) => `注意：${text}`),
      ];
  }
}

/** 1. … with the articles each step rests on. */
export function sayNumbered(steps: readonly Step[], nameOf: NameOfLaw): readonly string[] {
  return steps.map(({ text, basis }, index) => `${index + 1}. ${text}${sayBasis(basis, nameOf)}`);
}

export function sayQuantity(quantity: Quantity): string {
  switch (quantity.unit) {
    case "fen":
      return between(quantity, sayYuan);
    case "days":
      return between(quantity, (count) => `${count}天`);
    case "months":
      return between(quantity, (count) => `${count}个月`);
    case "hours":
      return between(quantity, (count) => `${count}小时`);
    case "date":
      return sayDay(quantity.value);
    case "month":
      return `${Number(quantity.value.slice(0, 4))}年${Number(quantity.value.slice(5, 7))}月`;
    case "no-limit":
      return "目前没有期限";
  }
}

function between({ from, to }: { readonly from: number; readonly to: number }, say: (count: number) => string): string {
  return from === to ? say(from) : `${say(from)}到${say(to)}`;
}

/** 《劳动合同法》第四十六条、第四十七条, each law named once. */
function sayBasis(basis: readonly Basis[], nameOf: NameOfLaw): string {
  const laws = [...new Set(basis.map(({ law }) => law))];
  const said = laws.map(
    (law) =>
      `《${nameOf(law)}》${basis
        .filter((one) => one.law === law)
        .map(({ article }) => article)
        .join("、")}`,
  );
  return said.length === 0 ? "" : `（${said.join("；")}）`;
}
