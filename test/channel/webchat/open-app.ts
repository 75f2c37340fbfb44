import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp, type App, type AppOptions } from "../../../src/app.js";
import { readConfig } from "../../../src/config.js";
import { createLog } from "../../../src/log.js";
import { stage } from "../../support/stage.js";

export interface TestApp {
  readonly app: App;
  readonly port: number;
  /** http://127.0.0.1:port */
  readonly url: string;
  readonly dataDir: string;
  /** What was logged, one JSON line each. */
  readonly logged: readonly string[];
  /** Stops the app and removes its data folder. */
  close(): Promise<void>;
}

export type TestOptions = Partial<Omit<AppOptions, "config" | "log">> & { readonly settings?: Readonly<Record<string, string>> };

/** The real app with the real content, on an ephemeral port and a data folder of its own. */
export async function openTestApp({ settings = {}, ...options }: TestOptions = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), "hotline-web-"));
  const logged: string[] = [];
  const log = createLog((line) => logged.push(line));
  const config = readConfig({ PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, ...settings });
  const app = await buildApp({ config, log, stage: { ...stage(), short: false }, ...options });
  const port = await app.ready();
  return {
    ...{ app, port, dataDir, logged },
    url: `http://127.0.0.1:${port}`,
    async close() {
      await app.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
