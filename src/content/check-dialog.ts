import type { Fault } from "./fault.js";
import type { Dialog } from "./library.js";
import { END, type StepFile } from "./schema/dialog.js";

/** Every `next` exists, every step can be reached, the end can be reached, branches look back at real steps. */
export function checkDialog(dialog: Dialog): Fault[] {
  const faults: Fault[] = [];
  const file = `dialogs/${dialog.id}.yaml`;
  const targets = (name: string): string[] => {
    const next = dialog.steps[name]?.next ?? [];
    return typeof next === "string" ? [next] : next.map(({ go }) => go);
  };
  if (dialog.steps[dialog.first] === undefined) faults.push({ file, where: "first", what: `没有“${dialog.first}”这一步` });
  for (const [name, step] of Object.entries(dialog.steps)) {
    for (const target of targets(name)) {
      if (target !== END && dialog.steps[target] === undefined)
        faults.push({ file, where: `steps.${name}.next`, what: `没有“${target}”这一步` });
    }
    if (typeof step.next === "string") continue;
    if (step.next.at(-1)?.when !== undefined)
      faults.push({ file, where: `steps.${name}.next`, what: "最后一条不能带条件，否则可能无路可走" });
    for (const { when } of step.next) {
      if (when !== undefined && dialog.steps[when.step] === undefined)
        faults.push({ file, where: `steps.${name}.next`, what: `条件里没有“${when.step}”这一步` });
    }
  }
  for (const [name, step] of Object.entries(dialog.steps))
    faults.push(...checkStep(dialog, name, step).map((fault) => ({ file, ...fault })));
  return [...faults, ...checkCalculators(dialog).map((fault) => ({ file, ...fault })), ...checkReach(dialog, file, targets)];
}

type FaultIn = Omit<Fault, "file">;

function checkStep(dialog: Dialog, name: string, step: StepFile): FaultIn[] {
  const where = `steps.${name}`;
  const faults: FaultIn[] = [];
  const { skipWhen, slot } = step;
  if (skipWhen !== undefined && dialog.steps[skipWhen.step] === undefined)
    faults.push({ where: `${where}.skipWhen`, what: `条件里没有“${skipWhen.step}”这一步` });
  if ((slot.type === "amount" || slot.type === "date") && step.confirm === undefined)
    faults.push({ where: `${where}.confirm`, what: "问钱数、日期的要写 confirm: readback" });
  if (slot.type === "id-number" && step.consent === undefined)
    faults.push({ where: `${where}.consent`, what: "问身份证号要先单独征得同意" });
  if (slot.type !== "choice" && slot.type !== "many-choice") return faults;
  const values = slot.options.map(({ value }) => value);
  if (new Set(values).size < values.length) faults.push({ where: `${where}.slot`, what: "选项的 value 有重复" });
  return faults;
}

/** Every input of a calculator must be asked by some step. */
function checkCalculators({ calculate, steps }: Dialog): FaultIn[] {
  const asked = new Set(Object.values(steps).map(({ fact }) => fact));
  return calculate.flatMap(({ name, when, inputs }) => {
    const where = `calculate.${name}`;
    const unasked = Object.values(inputs).filter((fact) => !asked.has(fact));
    return [
      ...(when !== undefined && steps[when.step] === undefined ? [{ where, what: `条件里没有“${when.step}”这一步` }] : []),
      ...unasked.map((fact) => ({ where, what: `没有哪一步问“${fact}”` })),
    ];
  });
}

function checkReach(dialog: Dialog, file: string, targets: (name: string) => string[]): Fault[] {
  const reached = new Set<string>();
  const open = [dialog.first];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    if (name !== END) open.push(...targets(name));
  }
  const lost = Object.keys(dialog.steps).filter((name) => !reached.has(name));
  const faults = lost.map((name) => ({ file, where: `steps.${name}`, what: "这一步走不到" }));
  if (!reached.has(END)) faults.push({ file, where: "", what: "走不到结尾" });
  return faults;
}
