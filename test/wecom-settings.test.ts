import { expect, test } from "vitest";
import { readConfig } from "../src/config.js";
import { readWecomSettings } from "../src/wecom-settings.js";

const GOOD = {
  WECOM_CORP_ID: "ww0123456789abcdef",
  WECOM_AGENT_ID: "1000002",
  WECOM_SECRET: "secret-of-the-app-0123456789",
  WECOM_TOKEN: "t0ken",
  WECOM_AES_KEY: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
};

test("without any of them the channel is off; with all it is on", () => {
  expect(readWecomSettings({}).kind).toBe("off");
  expect(readWecomSettings(GOOD)).toMatchObject({ kind: "on", settings: { agentId: 1_000_002, apiBase: "https://qyapi.weixin.qq.com" } });
});

test.each(Object.keys(GOOD))("without %s it stays shut and says so, and the rest serves", (name) => {
  const choice = readWecomSettings({ ...GOOD, [name]: undefined });
  expect(choice).toMatchObject({ kind: "faulty", faults: [{ name }] });
  expect(readConfig({ ...GOOD, [name]: "" }).wecom).toEqual(choice);
});

test.each([
  ["WECOM_CORP_ID", "corp"],
  ["WECOM_AGENT_ID", "one"],
  ["WECOM_SECRET", "short"],
  ["WECOM_TOKEN", "has-a-dash"],
  ["WECOM_AES_KEY", "abc"],
  ["WECOM_API_BASE", "qyapi.weixin.qq.com"],
  ["WECOM_KF_NATIVE", "wk 1"],
  ["PUBLIC_URL", "example.org"],
])("a malformed %s is named, and its value is not repeated", (name, value) => {
  const choice = readWecomSettings({ ...GOOD, [name]: value });
  expect(choice).toMatchObject({ kind: "faulty", faults: [{ name }] });
  expect(JSON.stringify(choice)).not.toContain(`"${value}"`);
});

test("half a bot is none", () => {
  expect(readWecomSettings({ ...GOOD, WECOM_BOT_ID: "bot1" }).kind).toBe("faulty");
});
