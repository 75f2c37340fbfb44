import type { Card } from "../ask/shapes.js";

/** What `{…}` in a ready text may name. */
export const VARIABLES = ["姓名", "编号", "事由", "单位", "金额", "我的姓名", "今天"] as const;

export interface Filling {
  readonly card: Card;
  readonly myName: string;
  /** In words. */
  readonly today: string;
}

/** The text with what the case knows put in. What is not known stays as `{…}`, so that nobody sends a guess. */
export function fillTemplate(text: string, { card, myName, today }: Filling): string {
  // A hidden name is masked; a masked name in a letter would be an insult.
  const fact = (name: string): string | undefined => card.slots.find((slot) => slot.fact === name && !slot.hidden)?.value;
  const values = new Map<string, string | undefined>([
    ...([
      ["姓名", fact("name")],
      ["编号", card.reference],
      ["事由", card.title],
      ["单位", fact("employer")],
      ["金额", fact("amount")],
      ["我的姓名", myName],
      ["今天", today],
    ] as const),
  ]);
  return text.replace(/\{([^{}]{1,20})\}/g, (whole, name: string) => values.get(name.trim()) ?? whole);
}

/** A hole left in a text: not to be sent so. */
export function holeIn(text: string): string | undefined {
  return /\{[^{}]{1,20}\}/.exec(text)?.[0];
}
