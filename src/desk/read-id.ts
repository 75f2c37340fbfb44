import { Refusal } from "../http/refusal.js";
import { Id } from "./text.js";

/** The id in the address. Throws a Refusal 404: what is no id names nothing. */
export function readId({ params }: { readonly params: Readonly<Record<string, string>> }): string {
  const parsed = Id.safeParse(params["id"]);
  if (!parsed.success) throw new Refusal(404, "not-found", "没有这个编号。");
  return parsed.data;
}
