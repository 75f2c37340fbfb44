import { buildApp, type App } from "./app.js";
import { readConfig, type Config } from "./config.js";
import { OutsideError } from "./errors.js";
import { createLog } from "./log.js";
import { explainStoreError } from "./store/explain.js";

const STOP_WITHIN_MS = 20_000;

/** The process: settings, doors, and an orderly end. */
async function serve(): Promise<void> {
  const config = readConfig();
  const log = createLog(undefined, config.logLevel);
  // After a fault nobody expected nothing is certain; what was acknowledged is taken up at the next start.
  for (const last of ["unhandledRejection", "uncaughtException"] as const) {
    process.on(last, (error: unknown) => {
      log.fault("unexpected", error);
      process.exit(1);
    });
  }
  const app = await openOrExplain(config, () => buildApp({ config, log }));
  const port = await openOrExplain(config, () => app.ready());
  const code = await app.offerSetup();
  // Before the line is printed: whoever waits for it may end us at once.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(app));
  const address = `http://${config.host === "0.0.0.0" ? "localhost" : config.host}:${port}`;
  process.stdout.write(`职工热线助手已启动：${address}/\n${code === undefined ? "" : firstRun(address, code)}`);
}

function firstRun(address: string, code: string): string {
  return `工作台还没有人员。请在72小时内打开 ${address}/desk ，输入设置码：${code}\n`;
}

async function stop(app: App): Promise<void> {
  // What is acknowledged is on disk; whatever holds the end up is taken up again at the next start.
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  await app.stop();
  process.exit(0);
}

async function openOrExplain<T>(config: Config, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw new Error(explain(error, config), { cause: error });
  }
}

function explain(error: unknown, { dataDir, host, port }: Config): string {
  if (error instanceof OutsideError) return explainStoreError(error, dataDir);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `端口 ${port} 已被别的程序占用。请停掉它，或另设 PORT。`;
  if (code === "EACCES" || code === "EADDRNOTAVAIL") return `不能在 ${host}:${port} 上提供服务。请检查 HOST 和 PORT。`;
  return error instanceof Error ? error.message : String(error);
}

try {
  await serve();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
