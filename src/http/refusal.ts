import type { Response } from "express";
import { OutsideError } from "../errors.js";

/** Why a request is turned away, as whoever sent it may see it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

export const badRequest = (message = "请求的格式不对。"): Refusal => new Refusal(400, "bad-request", message);
export const notFound = (): Refusal => new Refusal(404, "not-found", "没有这个地址，或者这次对话已经结束。");
export const unsupported = (message = "不支持这种内容格式。"): Refusal => new Refusal(415, "unsupported-type", message);
export const tooLarge = (message = "内容太长了，请分几次发。"): Refusal => new Refusal(413, "too-large", message);
export const tooMany = (seconds: number, message = "发得太快了，请过一会儿再试。"): Refusal =>
  new Refusal(429, "too-many", message, seconds);
export const busy = (): Refusal => new Refusal(503, "busy", "系统正忙，请过一会儿再试；急事请打12351。", 3);
const fault = (): Refusal => new Refusal(500, "fault", "系统出了点问题，请再试一次；急事请打12351。");

/** Codes that the body parser and the router give to requests they cannot read. */
const READING: ReadonlyMap<number, () => Refusal> = new Map([
  [400, badRequest],
  [413, tooLarge],
  [415, unsupported],
]);

/** What to answer to an error, and whether it is a fault of ours. */
export function refusalFor(error: unknown): { readonly refusal: Refusal; readonly fault: boolean } {
  if (error instanceof Refusal) return { refusal: error, fault: false };
  if (error instanceof OutsideError) return { refusal: busy(), fault: false };
  const status = error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : 500;
  if (status < 400 || status >= 500) return { refusal: fault(), fault: true };
  return { refusal: (READING.get(status) ?? badRequest)(), fault: false };
}

export function refuse(response: Response, refusal: Refusal): void {
  const { status, retryAfterSeconds } = refusal;
  if (retryAfterSeconds !== undefined) response.set("Retry-After", String(retryAfterSeconds));
  response.status(status).json(bodyOf(refusal));
}

export function bodyOf({ code, message }: Refusal): { readonly error: { readonly code: string; readonly message: string } } {
  return { error: { code, message } };
}
