import { readAmount, type Amount } from "../reading/read-amount.js";
import type { Period } from "../reading/say-money.js";
import { taken, UNUSABLE, type SlotReading } from "./slot-reading.js";

/** Below this a reading of money is said back before it counts. */
const PLAIN = 0.7;
/** One hundred million yuan: nobody is owed that for work. */
const FEN_MAX = 1e10;

/** An amount for a period, or in all; of several, the one called the total or corrected to. */
export function readAmountSlot(text: string, per: Period | undefined): SlotReading {
  const reading = readAmount(text);
  if (reading.kind === "unread") return UNUSABLE;
  const fitting = reading.value.filter(({ period }) => period === per || (period === undefined && per !== undefined));
  if (fitting.length === 0) return { kind: "unusable", because: "other-period" };
  const one = onlyOne(fitting, text);
  return one === undefined ? { kind: "unusable", because: "several" } : ofAmount(one);
}

export function ofAmount({ fen, low = fen, high = fen, sure }: Amount): SlotReading {
  if (fen > FEN_MAX) return { kind: "unusable", because: "absurd" };
  const bounds = low === high ? undefined : { low, high };
  return taken(fen, bounds, sure < PLAIN || bounds !== undefined);
}

function onlyOne(amounts: readonly Amount[], text: string): Amount | undefined {
  const [first, ...others] = amounts;
  if (first === undefined || others.every(({ fen }) => fen === first.fen)) return first;
  const total = amounts.filter(({ said }) => new RegExp(`(一共|总共|合计|共计|总的|加起来)[^\\d,，。]{0,6}$`).test(before(text, said)));
  return total.length === 1 ? total[0] : undefined;
}

function before(text: string, said: string): string {
  const at = text.indexOf(said);
  return at < 0 ? "" : text.slice(0, at);
}
