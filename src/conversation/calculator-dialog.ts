import type { Dialog } from "../content/library.js";
import { END, type StepFile } from "../content/schema/dialog.js";
import type { Calculator as CalculatorName } from "../content/schema/related.js";
import type { SlotFile } from "../content/schema/slot.js";
import type { Calculator } from "../entitlement/calculator.js";
import { CALCULATORS } from "../entitlement/calculate.js";
import type { Input } from "../entitlement/input.js";
import { FLOWS, type Asked } from "./calculator-flow.js";
import { SUM_PHRASES } from "./sum-phrases.js";
import { CALCULATOR_WORDS, OPTION_WORDS, YES_NO_WORDS } from "./calculator-words.js";

const PREFIX = "calc-";

/** The id under which a calculator is a guided dialog. */
export function dialogIdOf(calculator: CalculatorName): string {
  return `${PREFIX}${calculator}`;
}

/** The calculator behind a dialog; undefined for every other dialog. */
export function calculatorOf({ id, outcome }: Dialog): Calculator | undefined {
  return outcome === "calculation" ? CALCULATORS.get(id.slice(PREFIX.length)) : undefined;
}

/** A calculator's table of inputs as a guided dialog: every input a step of its own name, its answers the inputs. */
export function calculatorDialog(calculator: Calculator, flow: readonly Asked[]): Dialog {
  const { name, version } = calculator;
  const inputs = new Map(calculator.inputs.map((input) => [input.name, input]));
  const steps = flow.map((asked, index): [string, StepFile] => {
    const input = inputs.get(asked.input);
    if (input === undefined) throw new Error(`calculator ${name}: no input ${asked.input}`);
    return [asked.input, stepFor(calculator, { input, asked, next: nextAfter(flow, index) })];
  });
  const title = `算一算：${CALCULATOR_WORDS[name as CalculatorName].short}`;
  return {
    id: `${PREFIX}${name}`,
    version,
    title,
    opening: SUM_PHRASES.opening(title),
    prepare: [],
    topics: [],
    cues: [],
    first: flow[0]?.input ?? END,
    steps: Object.fromEntries(steps),
    outcome: "calculation",
    calculate: [],
    submitted: SUM_PHRASES.nothingToSubmit,
    cancelled: SUM_PHRASES.cancelled,
  };
}

/** The next that is always asked, and before it those asked only when something holds. */
function nextAfter(flow: readonly Asked[], index: number): StepFile["next"] {
  const following = flow.slice(index + 1);
  const always = following.findIndex(({ only }) => only === undefined);
  const branches = (always < 0 ? following : following.slice(0, always)).map(({ input, only }) => ({ when: only, go: input }));
  const go = following[always]?.input ?? END;
  return branches.length === 0 ? go : [...branches, { go }];
}

interface Making {
  readonly input: Input;
  readonly asked: Asked;
  readonly next: StepFile["next"];
}

function stepFor(calculator: Calculator, { input, asked, next }: Making): StepFile {
  const slot = slotFor(calculator.name, input, asked);
  return {
    name: input.label,
    ask: input.question,
    why: SUM_PHRASES.why(input.label),
    slot,
    ...(input.fact === undefined ? {} : { fact: input.fact }),
    retry: [...SUM_PHRASES.retry(slot)],
    optional: input.optional && asked.needed !== true,
    sensitive: false,
    ...(slot.type === "amount" || slot.type === "date" ? { confirm: "readback" as const } : {}),
    ...(asked.unless === undefined ? {} : { skipWhen: asked.unless }),
    next,
  };
}

function slotFor(calculator: string, input: Input, { edge }: Asked): SlotFile {
  switch (input.kind) {
    case "amount":
      return { type: "amount", ...(input.per === undefined ? {} : { per: input.per }) };
    case "date":
      return { type: "date", edge: edge ?? "first" };
    case "dates":
      return { type: "dates", max: 20 };
    case "count":
      return { type: "number", unit: input.unit, min: input.min, max: input.max, decimals: input.decimals ?? 0 };
    case "choice":
      return {
        type: "choice",
        options: input.choices.map((choice) => ({ ...choice, ...optionWords(calculator, input.name, choice.value) })),
      };
    case "yes-no": {
      const { yes = [], no = [] } = YES_NO_WORDS.get(`${calculator}.${input.name}`) ?? {};
      return { type: "yes-no", yes: [...yes], no: [...no] };
    }
  }
}

function optionWords(calculator: string, input: string, value: string): { readonly also: string[]; readonly cues: string[] } {
  const { also = [], cues = [] } = OPTION_WORDS.get(`${calculator}.${input}.${value}`) ?? {};
  return { also: [...also], cues: [...cues] };
}

/** Every calculator as a dialog, by the dialog's id. */
export const CALCULATOR_DIALOGS: ReadonlyMap<string, Dialog> = new Map(
  (Object.entries(FLOWS) as [CalculatorName, readonly Asked[]][]).flatMap(([name, flow]) => {
    const calculator = CALCULATORS.get(name);
    return calculator === undefined ? [] : [[dialogIdOf(name), calculatorDialog(calculator, flow)]];
  }),
);
