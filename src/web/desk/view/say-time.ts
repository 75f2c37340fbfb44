const DAY = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric" });
const TIME = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", hour12: false });
const WHOLE = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false },
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Beijing time: the hour when it was today, else the day too. */
export function sayTime(at: number, now: number): string {
  return DAY.format(at) === DAY.format(now) && now - at < DAY_MS ? TIME.format(at) : `${DAY.format(at)} ${TIME.format(at)}`;
}

export function sayWhole(at: number): string {
  return WHOLE.format(at);
}

export function sayDay(at: number): string {
  return DAY.format(at);
}

/** How long somebody has waited. */
export function sayAge(from: number, now: number): string {
  const passed = Math.max(0, now - from);
  if (passed < MINUTE_MS) return "刚刚";
  if (passed < HOUR_MS) return `${Math.floor(passed / MINUTE_MS)}分钟`;
  return passed < DAY_MS ? `${Math.floor(passed / HOUR_MS)}小时` : `${Math.floor(passed / DAY_MS)}天`;
}
