import { get } from "../ask/ask.js";

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary?: string }>>>>;
}

/** What each route does, by the name the audit keeps it under; from the server's own description. */
export async function actionNames(): Promise<ReadonlyMap<string, string>> {
  const asked = await get<Described>("/openapi.json");
  if (asked.kind === "refused") return new Map();
  return new Map(
    Object.entries(asked.value.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary }]): [string, string] => {
        const action = `${method} ${path.replace(/\{(\w+)\}/g, ":$1")}`;
        return [action, summary ?? action];
      }),
    ),
  );
}

/** How it ended; a code without words stays as it is. */
export const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["done", "完成"],
  ["added", "完成"],
  ["changed", "完成"],
  ["lost", "别人先了一步"],
  ["not-allowed", "没有权限"],
  ["wrong-password", "密码不对"],
  ["wrong-code", "验证码不对"],
  ["totp-needed", "没有动态验证码"],
  ["confirm-needed", "要再输密码"],
]);
