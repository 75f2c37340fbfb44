/**
 * What an error code of the platform asks of us. `token`: fetch a new one and try once more. `later`: try again by
 * itself. `frequency`: leave this API alone for its block time. `hold`: the person must write first. `state`: someone
 * else serves the person, ask who. `settings`: an administrator must see to it. `target`: this receiver cannot be had.
 */
export type Policy = "token" | "later" | "frequency" | "hold" | "state" | "settings" | "target" | "mistake";

const POLICIES: ReadonlyMap<number, Policy> = new Map<number, Policy>([
  [-1, "later"],
  [6000, "later"],
  [45033, "later"],
  [45009, "frequency"],
  [40014, "token"],
  [42001, "token"],
  // On gettoken it is the secret that is wrong; elsewhere a credential gone bad, worth one new token.
  [40001, "token"],
  [41001, "mistake"],
  [40013, "settings"],
  [40091, "settings"],
  [48002, "settings"],
  [48006, "settings"],
  [50003, "settings"],
  [60020, "settings"],
  [95000, "settings"],
  [95003, "settings"],
  [95004, "settings"],
  [95011, "settings"],
  [95012, "settings"],
  [95017, "settings"],
  [95023, "settings"],
  [95032, "settings"],
  [95001, "hold"],
  [95002, "hold"],
  [95031, "hold"],
  [95013, "state"],
  [95016, "state"],
  [95018, "state"],
  [40096, "target"],
  [95014, "target"],
  [95019, "target"],
  [81013, "target"],
]);

/** A code nobody told us of is a mistake of ours: not tried again, shown to people. */
export function policyOf(errcode: number): Policy {
  return POLICIES.get(errcode) ?? "mistake";
}
