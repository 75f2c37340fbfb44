import { createInterface } from "node:readline/promises";
import { InvalidArgumentError, Option, type Command } from "commander";
import { readConfig } from "../config.js";
import { Day } from "../content/schema/common.js";
import type { Library } from "../content/library.js";
import { today } from "./stage.js";
import { keepImport, previewImport, reviewList, settleCard } from "./statutes.js";

const out = (text: string): boolean => process.stdout.write(`${text}\n`);

/** `hotline statutes …`: official texts in, and what they mean for the cards. */
export function addStatutesCommand(program: Command, open: () => Library): void {
  const statutes = program.command("statutes").description("法规原文：导入、看哪些答案要重新核对");
  statutes
    .command("import")
    .description("导入国家法律法规数据库的 .docx，或 .md、.json；先给您看读到了什么，同意了才存")
    .argument("<path...>", "文件或文件夹")
    .option("--yes", "不问，直接存")
    .addOption(new Option("--from <date>", "这一版从哪天起施行（文件里没写明时）").argParser(day))
    .action(async (paths: string[], { yes, from }: { yes?: boolean; from?: string }) => {
      const place = { library: open(), dataDir: readConfig().dataDir, ...(from === undefined ? {} : { from }) };
      const { plan, text } = previewImport(paths, place);
      out(text);
      if (yes === true || (await agreed())) out(keepImport(plan, place, today()));
      else out("没有存。");
    });
  statutes
    .command("review")
    .description("列出依据的法条改了、还没重新核对的答案，和引文与原文不一样的答案")
    .action(() => void out(reviewList(open(), readConfig().dataDir)));
  statutes
    .command("settle")
    .description("记下某条答案已按新条文核对过")
    .argument("<card>", "答案编号")
    .requiredOption("--by <name>", "核对人姓名")
    .action((card: string, { by }: { by: string }) => {
      out(settleCard(card, by, { library: open(), dataDir: readConfig().dataDir, today: today() }));
    });
}

async function agreed(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const said = await lines.question("读得对吗？存就输入“存”：");
  lines.close();
  return said.trim() === "存";
}

function day(text: string): string {
  const parsed = Day.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError("日期要写成 2026-01-31 这样");
  return parsed.data;
}
