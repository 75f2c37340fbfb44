import { z } from "zod";
import { POLICY } from "./policy.js";
import type { Route } from "./route.js";
import { ROLES } from "../staff/role.js";

const PROBLEM = {
  type: "object",
  properties: {
    error: { type: "object", properties: { code: { type: "string" }, message: { type: "string" } }, required: ["code", "message"] },
  },
};

/** The route table as an OpenAPI 3.1 document; nothing in it is written by hand. */
export function describeRoutes(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "职工热线工作台", version: "1", description: "写操作要带请求头 X-Desk: 1，并且来自同一网址。" },
    servers: [{ url: "/api" }],
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-desk" } },
      schemas: { Problem: PROBLEM },
    },
    paths,
  };
}

function operation(route: Route): object {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const path = names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const { properties = {}, required = [] } = schemaOf(route.query) as { properties?: Record<string, object>; required?: string[] };
  const query = Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema }));
  const json = (schema: object): object => ({ content: { "application/json": { schema } } });
  return {
    summary: route.title,
    description: ruleOf(route),
    security: route.may === "anyone" ? [] : [{ session: [] }],
    parameters: [...path, ...query],
    ...(route.method === "post" ? { requestBody: json(schemaOf(route.body)) } : {}),
    responses: {
      "200": { description: "完成", ...(route.answer === undefined ? {} : json(schemaOf(route.answer))) },
      default: { description: "没有完成，原因见 message", ...json({ $ref: "#/components/schemas/Problem" }) },
    },
  };
}

function ruleOf({ may, fresh }: Route): string {
  const who = may === "anyone" ? "不用登录" : may === "signed-in" ? "登录即可" : `${POLICY[may].map((role) => ROLES[role]).join("、")}可用`;
  return fresh ? `${who}；五分钟内要再输入过密码` : who;
}

function schemaOf(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}
