import type { NumberToken } from "./number-token.js";

type Figures = Extract<NumberToken, { kind: "figures" }>;

/** What has been read so far: `upper` from 万 on, `section` below it, `pending` the figures whose unit is still to come. */
export interface SoFar {
  readonly upper: number;
  readonly section: number;
  /** How much more 多 or a range of figures adds to what is already closed. */
  readonly spread: number;
  readonly pending: Figures | undefined;
  readonly pendingAt: number;
  readonly unit: number;
  readonly largest: number;
  /** 万 or 亿, whichever came last. */
  readonly lastLarge: number;
  readonly grain: number;
  readonly zero: boolean;
  readonly open: boolean;
  readonly bare: boolean;
  readonly sure: number;
}

export const EMPTY: SoFar = {
  upper: 0,
  section: 0,
  spread: 0,
  pending: undefined,
  pendingAt: 0,
  unit: 0,
  largest: 1,
  lastLarge: 0,
  grain: 1,
  zero: false,
  open: false,
  bare: false,
  sure: 1,
};

/** Takes the next piece in; undefined when the number ended before it. */
export function add(state: SoFar, token: NumberToken, at: number): SoFar | undefined {
  if (state.open && !(token.kind === "unit" && token.size >= 10_000)) return undefined;
  switch (token.kind) {
    case "zero":
      return state.pending === undefined ? { ...state, zero: true } : undefined;
    case "figures":
      return addFigures(state, token, at);
    case "tens":
      return state.pending !== undefined || (state.unit !== 0 && state.unit < 100)
        ? undefined
        : { ...state, section: state.section + token.size, unit: 10, largest: Math.max(state.largest, 10), grain: 10, zero: false };
    case "unit":
      return token.size < 10_000 ? addSmallUnit(state, token.size) : addLargeUnit(state, token.size);
    case "more":
      return {
        ...state,
        spread: state.spread + (state.pending?.grain ?? state.grain) * shorthand(state),
        open: true,
        sure: state.sure * 0.8,
      };
  }
}

function addFigures(state: SoFar, token: Figures, at: number): SoFar | undefined {
  if (state.pending !== undefined || (state.bare && state.unit > 10)) return undefined;
  if (state.unit !== 0 && token.high >= state.unit) return undefined;
  return { ...state, pending: token, pendingAt: at };
}

function addSmallUnit(state: SoFar, size: number): SoFar | undefined {
  if (state.section !== 0 && state.unit <= size) return undefined;
  const { pending } = state;
  if (pending === undefined && state.unit !== 0 && size !== 10) return undefined;
  const low = pending?.low ?? 1;
  const spread = state.spread + ((pending?.high ?? 1) - low) * size;
  const grain = size * Math.min(1, pending?.grain ?? 1);
  const bare = state.bare || (pending === undefined && state.unit === 0 && size > 10);
  return {
    ...state,
    section: state.section + low * size,
    spread,
    pending: undefined,
    unit: size,
    largest: Math.max(state.largest, size),
    grain,
    zero: false,
    bare,
  };
}

function addLargeUnit(state: SoFar, size: number): SoFar | undefined {
  const again = state.lastLarge === size;
  const closed = close(state);
  const empty = closed.section === 0 && closed.spread === 0;
  if (again || (empty && state.upper === 0 && state.unit !== 0) || (empty && state.upper !== 0 && size === 10_000)) return undefined;
  const section = empty && state.upper === 0 ? 1 : closed.section;
  const upper = size === 10_000 ? state.upper + section * size : (state.upper + section) * size;
  const grain = size * Math.min(1, state.pending?.grain ?? 1);
  const bare = state.bare || (empty && state.upper === 0);
  return {
    ...state,
    upper,
    section: 0,
    spread: closed.spread * size,
    pending: undefined,
    unit: size,
    largest: Math.max(state.largest, size),
    lastLarge: size,
    grain,
    zero: false,
    open: false,
    bare,
  };
}

/** 四千五 is 4500: a last figure without its unit counts the next lower one. 2w35 is most likely 23 500. */
export function shorthand({ pending, unit, zero, largest }: SoFar): number {
  if (pending === undefined || zero || unit < 100 || pending.grain < 1) return 1;
  if (pending.digits === 1) return unit / 10;
  return pending.digits === 2 && pending.low >= 10 && unit === largest && unit >= 10_000 ? unit / 100 : 1;
}

/** The pending figures counted into the section. */
export function close(state: SoFar): Pick<SoFar, "section" | "spread"> {
  const { pending } = state;
  if (pending === undefined) return state;
  const scale = shorthand(state);
  return { section: state.section + pending.low * scale, spread: state.spread + (pending.high - pending.low) * scale };
}
