import type { Request, Response } from "express";
import { z } from "zod";
import type { Ports } from "../store/kept.js";
import type { Actor } from "./actor.js";
import type { Desk } from "./desk.js";
import type { Right } from "./policy.js";

/** What a handler is given: everything read, nothing of it unchecked. */
export interface Call<Query = unknown, Body = unknown> {
  readonly desk: Desk;
  readonly query: Query;
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  readonly peer: string;
  readonly request: Request;
  readonly response: Response;
}

export interface StaffCall<Query = unknown, Body = unknown> extends Call<Query, Body> {
  readonly actor: Actor;
  /** The store, each of whose calls is written to the audit under the route's name, as done to `object` by the actor. */
  readonly audited: (object: string, detail?: Readonly<Record<string, string>>) => Ports;
}

/** One thing that can be asked of the desk, with its rule. There is no way to the desk but through these. */
export interface Route {
  /** GET changes nothing. */
  readonly method: "get" | "post";
  /** Under /api. */
  readonly path: string;
  /** In Chinese, for the description. */
  readonly title: string;
  readonly may: Right | "signed-in" | "anyone";
  /** The person must have given the password again within the last minutes. */
  readonly fresh: boolean;
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  /** What is not in here does not leave, whatever the handler gives. Missing: the handler answers by itself. */
  readonly answer: z.ZodType | undefined;
  readonly handle: (call: StaffCall<never, never>) => Promise<unknown>;
}

interface Shape<Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> {
  readonly title: string;
  readonly fresh?: true;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer?: Answer;
}

interface OpenShape<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> extends Shape<Q, B, A> {
  readonly may: "anyone";
  readonly handle: (call: Call<z.output<Q>, z.output<B>>) => Promise<z.input<A>>;
}

interface StaffShape<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> extends Shape<Q, B, A> {
  readonly may: Right | "signed-in";
  readonly handle: (call: StaffCall<z.output<Q>, z.output<B>>) => Promise<z.input<A>>;
}

/** No parameters: a strict object, so that an unknown one is refused. */
const Nothing = z.strictObject({});

/** For `GET /path` and `POST /path`. Handlers of routes for anyone are not given an actor. */
export function route<Q extends z.ZodType = typeof Nothing, B extends z.ZodType = typeof Nothing, A extends z.ZodType = z.ZodUnknown>(
  address: `GET /${string}` | `POST /${string}`,
  shape: OpenShape<Q, B, A> | StaffShape<Q, B, A>,
): Route {
  const [method, path = ""] = address.split(" ");
  return {
    method: method === "GET" ? "get" : "post",
    path,
    title: shape.title,
    may: shape.may,
    fresh: shape.fresh ?? false,
    query: shape.query ?? Nothing,
    body: shape.body ?? Nothing,
    answer: shape.answer,
    handle: shape.handle,
  };
}
