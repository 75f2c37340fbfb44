import type { Card, Line } from "../ask/shapes.js";

/** One thing said or noted, in the order of time. */
export interface Said {
  readonly key: string;
  readonly kind: "worker" | "bot" | "staff" | "note";
  readonly at: number;
  readonly staffId?: string;
  readonly text: string;
  readonly attachments: Line["attachments"];
  readonly cited: readonly string[];
}

/**
 * The conversation, what was written on the case page, and the notes among staff. What staff wrote stands both in the
 * conversation and with the case, under one id; it is shown once.
 */
export function woven(lines: readonly Line[], card: Card | undefined): readonly Said[] {
  const known = new Set(lines.map(({ id }) => id));
  const fromCase = (card?.messages ?? []).filter(({ id }) => !known.has(id));
  const all: Said[] = [
    ...lines.map(({ id, at, from, staffId, text, attachments, sources }) => ({
      ...{ key: id, kind: from, at, text, attachments, cited: sources.map(({ title, article }) => `《${title}》${article}`) },
      ...(staffId === undefined ? {} : { staffId }),
    })),
    ...fromCase.map(({ id, at, from, staffId, text }) => ({
      ...{ key: id, kind: from === "staff" ? ("staff" as const) : ("worker" as const), at, text, attachments: [], cited: [] },
      ...(staffId === undefined ? {} : { staffId }),
    })),
    ...(card?.notes ?? []).map(({ id, at, staffId, text }) => ({
      ...{ key: `note.${id}`, kind: "note" as const, at, staffId, text, attachments: [], cited: [] },
    })),
  ];
  // Stable: what is of one instant keeps the order it was given in.
  return all.sort((a, b) => a.at - b.at);
}
