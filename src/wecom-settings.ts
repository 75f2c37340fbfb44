/** What the WeCom channel is told by the administrator. Secrets: never in a log line, never in a browser. */
export interface WecomSettings {
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
  readonly token: string;
  readonly aesKey: string;
  /** Where the platform's API is; another place for a stand-in. */
  readonly apiBase: string;
  /** Customer-service accounts whose people are handed over to staff inside the WeCom client; the others answer at our desk. */
  readonly nativeAccounts: ReadonlySet<string>;
  /** Our own address as browsers see it, for links in cards and for signing in. */
  readonly publicUrl?: string;
  readonly bot?: WecomBotSettings;
}

export interface WecomBotSettings {
  readonly botId: string;
  readonly secret: string;
  readonly wsUrl: string;
}

/** `faulty`: the channel stays shut and says which settings are missing or malformed; the web chat serves all the same. */
export type WecomChoice =
  | { readonly kind: "off" }
  | { readonly kind: "faulty"; readonly faults: readonly WecomFault[] }
  | { readonly kind: "on"; readonly settings: WecomSettings };

export interface WecomFault {
  readonly name: string;
  readonly say: string;
}

interface Rule {
  readonly form: RegExp;
  readonly say: string;
}

/** The five without which nothing works, as the console issues them. */
const NEEDED = {
  WECOM_CORP_ID: { form: /^w[wx][0-9A-Za-z]{8,40}$/, say: "企业ID，以 ww 开头，在“我的企业”最下面" },
  WECOM_AGENT_ID: { form: /^\d{1,12}$/, say: "应用的 AgentId，是一串数字" },
  WECOM_SECRET: { form: /^[\w-]{16,128}$/, say: "应用的 Secret" },
  WECOM_TOKEN: { form: /^[0-9A-Za-z]{1,32}$/, say: "接收消息的 Token，最多 32 位字母和数字" },
  WECOM_AES_KEY: { form: /^[0-9A-Za-z+/]{43}$/, say: "接收消息的 EncodingAESKey，正好 43 位" },
} as const satisfies Readonly<Record<string, Rule>>;

const OPTIONAL = {
  WECOM_API_BASE: { form: /^https?:\/\/[^\s?#]+$/, say: "接口地址，写成 https://… 这样" },
  WECOM_WS_URL: { form: /^wss?:\/\/[^\s?#]+$/, say: "长连接地址，写成 wss://… 这样" },
  WECOM_KF_NATIVE: { form: /^[\w-]{1,64}(\s*,\s*[\w-]{1,64})*$/, say: "客服账号的 open_kfid，多个用逗号隔开" },
  WECOM_BOT_ID: { form: /^[\w-]{1,128}$/, say: "智能机器人的 BotID" },
  WECOM_BOT_SECRET: { form: /^[\w-]{8,256}$/, say: "智能机器人的 Secret" },
  PUBLIC_URL: { form: /^https?:\/\/[^\s/?#]+$/, say: "本系统对外的网址，写成 https://example.org 这样，后面不带斜杠" },
} as const satisfies Readonly<Record<string, Rule>>;

const API_BASE = "https://qyapi.weixin.qq.com";
const WS_URL = "wss://openws.work.weixin.qq.com";

type Given = Readonly<Record<string, string | undefined>>;

/** Off when none of the five is set; otherwise all must be there and in form. */
export function readWecomSettings(given: Given): WecomChoice {
  const needed = Object.keys(NEEDED);
  if (needed.every((name) => given[name] === undefined)) return { kind: "off" };
  const missing = needed.filter((name) => given[name] === undefined).map((name) => ({ name, say: `没有填（${ruleOf(name).say}）` }));
  const malformed = [...needed, ...Object.keys(OPTIONAL)]
    .filter((name) => given[name] !== undefined && !ruleOf(name).form.test(given[name]))
    .map((name) => ({ name, say: `格式不对（${ruleOf(name).say}）` }));
  const halfBot = (given["WECOM_BOT_ID"] === undefined) !== (given["WECOM_BOT_SECRET"] === undefined);
  const lone = halfBot ? [{ name: "WECOM_BOT_ID、WECOM_BOT_SECRET", say: "要填就两个都填" }] : [];
  const faults = [...missing, ...malformed, ...lone];
  return faults.length > 0 ? { kind: "faulty", faults } : { kind: "on", settings: settingsOf(given) };
}

function settingsOf(given: Given): WecomSettings {
  const { WECOM_BOT_ID: botId, WECOM_BOT_SECRET: botSecret, PUBLIC_URL: publicUrl } = given;
  return {
    corpId: given["WECOM_CORP_ID"] ?? "",
    agentId: Number(given["WECOM_AGENT_ID"]),
    secret: given["WECOM_SECRET"] ?? "",
    token: given["WECOM_TOKEN"] ?? "",
    aesKey: given["WECOM_AES_KEY"] ?? "",
    apiBase: (given["WECOM_API_BASE"] ?? API_BASE).replace(/\/$/, ""),
    nativeAccounts: new Set(
      (given["WECOM_KF_NATIVE"] ?? "")
        .split(",")
        .map((one) => one.trim())
        .filter((one) => one !== ""),
    ),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(botId === undefined || botSecret === undefined
      ? {}
      : { bot: { botId, secret: botSecret, wsUrl: given["WECOM_WS_URL"] ?? WS_URL } }),
  };
}

function ruleOf(name: string): Rule {
  const rule = new Map<string, Rule>(Object.entries({ ...NEEDED, ...OPTIONAL })).get(name);
  if (rule === undefined) throw new Error(`no rule for ${name}`);
  return rule;
}
