import type { IncomingMessage } from "node:http";
import { Refusal } from "../http/refusal.js";

const foreign = (): Refusal => new Refusal(403, "origin", "这个请求不是从工作台页面发出的，没有执行。");

/** Another site's page can send neither this header nor our Origin, whatever cookies the browser adds. */
export function refuseForeign(request: IncomingMessage & { readonly host?: string }): void {
  if (request.headers["x-desk"] !== "1" || !isOwnOrigin(request.headers.origin, request.host ?? request.headers.host ?? ""))
    throw foreign();
}

/** A missing Origin is refused too: every browser sends one with what we ask for. */
export function isOwnOrigin(origin: string | undefined, host: string): boolean {
  return origin !== undefined && host !== "" && URL.canParse(origin) && new URL(origin).host === host;
}
