import { z } from "zod";
import { readWecomSettings, type WecomChoice } from "./wecom-settings.js";

const number = (name: string) => z.string().regex(/^\d+$/, `${name} 要是整数`).transform(Number);

/** Every setting, with what the house does when it is not set. Empty means not set. */
const Settings = z.object({
  PORT: number("PORT")
    .refine((port) => port <= 65_535, "PORT 要在 0 到 65535 之间")
    .default(3000),
  HOST: z.string().default("0.0.0.0"),
  DATA_DIR: z.string().default("./data"),
  /** The folder that holds intents/, dialogs/ and knowledge/. */
  CONTENT_DIR: z.string().optional(),
  REGION: z.string().default("gulang"),
  METRICS_PORT: number("METRICS_PORT")
    .refine((port) => port <= 65_535, "METRICS_PORT 要在 0 到 65535 之间")
    .optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"], "LOG_LEVEL 只能是 debug、info、warn、error、silent").default("info"),
  /** Comma-separated origins that may embed or call the web chat besides our own page. */
  ALLOWED_ORIGINS: z
    .string()
    .transform((list) =>
      list
        .split(",")
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ""),
    )
    .pipe(z.array(z.url({ protocol: /^https?$/, error: "ALLOWED_ORIGINS 要写成 https://example.org 这样" })))
    .default([]),
  /** How many proxies stand before us: whose word on the peer's address is taken. */
  TRUST_PROXY: number("TRUST_PROXY")
    .refine((count) => count <= 5, "TRUST_PROXY 是前面代理的层数")
    .default(0),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly contentDir?: string;
  readonly region: string;
  readonly metricsPort?: number;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: number;
  /** Faults in it shut that channel alone. */
  readonly wecom: WecomChoice;
}

/** Bad settings: every fault at once, in plain words. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`配置有 ${faults.length} 处错误：\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

/** Reads the environment once; throws a ConfigError that lists every fault. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ""));
  const parsed = Settings.safeParse(given);
  const postgres =
    given["DATABASE_URL"] === undefined ? [] : ["DATABASE_URL：PostgreSQL 还没有接入，请先去掉这一项，数据会放在 DATA_DIR 里"];
  const faults = parsed.success
    ? postgres
    : [...parsed.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`), ...postgres];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const { PORT, HOST, DATA_DIR, CONTENT_DIR, REGION, METRICS_PORT, LOG_LEVEL, ALLOWED_ORIGINS, TRUST_PROXY } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: DATA_DIR,
    region: REGION,
    logLevel: LOG_LEVEL,
    allowedOrigins: ALLOWED_ORIGINS,
    trustProxy: TRUST_PROXY,
    wecom: readWecomSettings(given),
    ...(CONTENT_DIR === undefined ? {} : { contentDir: CONTENT_DIR }),
    ...(METRICS_PORT === undefined ? {} : { metricsPort: METRICS_PORT }),
  };
}
