#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { text as textOf } from "node:stream/consumers";
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { readConfig } from "../config.js";
import { Day } from "../content/schema/common.js";
import { sayResult } from "../entitlement/say-result.js";
import { ask } from "./ask.js";
import { askLines } from "./ask-lines.js";
import { calculateFrom, calculatorsAsData, listCalculators } from "./calculate.js";
import { chat } from "./chat.js";
import { contentCheck } from "./content-check.js";
import { contentDraw } from "./content-draw.js";
import { quizResults } from "./quiz-results.js";
import { READ_KINDS, readText, type ReadKind } from "./read.js";
import { replay } from "./replay.js";
import { addStaff, disableStaff, listStaff, resetStaff } from "./staff.js";
import { contentRoot, openContent, openStage, today } from "./stage.js";
import { addStatutesCommand } from "./statutes-command.js";

/** 0: done. 1: refused, with the reason on stderr. 2: the command's words are off. */
const REFUSED = 1;
const MISUSED = 2;

const out = (text: string): boolean => process.stdout.write(`${text}\n`);

function day(text: string): string {
  const parsed = Day.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError("日期要写成 2026-01-31 这样");
  return parsed.data;
}

interface Place {
  readonly content?: string;
  readonly region: string;
}

const program = new Command("hotline")
  .description("12351 职工热线助手")
  .option("--content <folder>", "存放 intents、dialogs、knowledge 的文件夹")
  .option("--region <id>", "地区，knowledge/regions 里的文件名", "gulang")
  .showHelpAfterError("用 --help 看用法");

const place = (): Place => program.opts<Place>();
const stageFor = (short: boolean) => openStage({ ...place(), short });

program
  .command("serve")
  .description("启动服务（同 npm start）")
  .action(async () => {
    await import("../main.js");
  });

program
  .command("ask")
  .description("问一句，看怎么答")
  .argument("[question]", "问题")
  .option("--json", "输出候选、得分和理由")
  .option("--jsonl", '从标准输入逐行读 {"id","query","at"?}，逐行输出')
  .addOption(new Option("--at <date>", "按哪一天的法律答").argParser(day))
  .action(async (question: string | undefined, options: { json?: boolean; jsonl?: boolean; at?: string }) => {
    const at = options.at ?? today();
    if (options.jsonl === true) {
      for (const line of askLines(stageFor(false), await textOf(process.stdin), at)) out(line);
      return;
    }
    if (question === undefined) return program.error('要问什么？例如：hotline ask "没签合同能要双倍工资吗"', { exitCode: MISUSED });
    const asked = ask(stageFor(false), question, at);
    out(options.json === true ? JSON.stringify(asked, null, 2) : asked.reply);
  });

program
  .command("chat")
  .description("在终端里对话；--script 重放一段记录")
  .option("--script <file>", "test/transcripts 那样的 .chat 文件")
  .action(async ({ script }: { script?: string }) => {
    if (script === undefined) return chat(stageFor(false), process.stdin, process.stdout);
    out(replay(readFileSync(script, "utf8"), stageFor(true)));
  });

program
  .command("read")
  .description("读出一句话里的金额、日期或时长")
  .addArgument(new Argument("<kind>", "amount 金额，date 日期，duration 时长").choices(READ_KINDS))
  .argument("<text>", "文本")
  .option("--json", "输出读到的值、原文和把握")
  .action((kind: ReadKind, text: string, { json }: { json?: boolean }) => {
    const { reading, lines } = readText(kind, text, today());
    out(json === true ? JSON.stringify(reading, null, 2) : lines.join("\n"));
  });

program
  .command("calculate")
  .description("算一算该得多少钱、到哪一天为止；从标准输入读 JSON。金额字段以 Fen 结尾，单位是分；日期写成 2026-01-31")
  .argument("[name]", "算什么，用 --list 看名字")
  .option("--list", "列出能算什么、各要填什么")
  .option("--json", "输出金额、算式、步骤、依据和提醒")
  .addOption(new Option("--at <date>", "把哪一天当作今天").argParser(day))
  .action(async (name: string | undefined, options: { list?: boolean; json?: boolean; at?: string }) => {
    if (options.list === true)
      return void out(options.json === true ? JSON.stringify(calculatorsAsData(), null, 2) : listCalculators().join("\n"));
    if (name === undefined) return program.error("要算什么？用 hotline calculate --list 看名字", { exitCode: MISUSED });
    const content = openContent(place());
    const result = calculateFrom(content, name, { json: await textOf(process.stdin), on: options.at ?? today() });
    out(
      options.json === true
        ? JSON.stringify(result, null, 2)
        : sayResult(result, (law) => content.library.statutes.get(law)?.short ?? law).join("\n"),
    );
  });

const content = program.command("content").description("内容检查、画图");

content
  .command("check")
  .description("检查 intents、dialogs、knowledge，列出所有错误")
  .action(() => {
    const { ok, text } = contentCheck(contentRoot(place().content), today());
    if (ok) out(text);
    else throw new Error(text);
  });

content
  .command("draw")
  .description("把每个对话画成流程图，写到 docs/dialogs")
  .option("--out <folder>", "写到哪个文件夹", "docs/dialogs")
  .action(({ out: folder }: { out: string }) => {
    for (const file of contentDraw(contentRoot(place().content), folder)) out(file);
  });

addStatutesCommand(program, () => openContent(place()).library);

const staff = program.command("staff").description("工作台的人员（服务停着时用；平时在工作台“人员”里操作）");
const dataDir = (): string => readConfig().dataDir;

staff
  .command("add")
  .description("添加人员，打印一次性入职码")
  .requiredOption("--name <name>", "姓名，登录时用")
  .requiredOption("--role <role...>", "接待员、办理员、主任、知识编辑、管理员，可以写几个")
  .action(async ({ name, role }: { name: string; role: string[] }) => void out(await addStaff(dataDir(), { name, roles: role })));

staff
  .command("reset")
  .description("清除密码和动态验证码，打印新的入职码")
  .requiredOption("--name <name>", "姓名")
  .action(async ({ name }: { name: string }) => void out(await resetStaff(dataDir(), name)));

staff
  .command("disable")
  .description("停用")
  .requiredOption("--name <name>", "姓名")
  .action(async ({ name }: { name: string }) => void out(await disableStaff(dataDir(), name)));

staff
  .command("list")
  .description("列出人员")
  .action(async () => void out(await listStaff(dataDir())));

program
  .command("quiz")
  .description("普法答题")
  .command("results")
  .description("各类题答对多少，哪些题错得多（服务停着时用）")
  .addOption(new Option("--from <date>", "从哪一天").argParser(day).default("0000-01-01", "头一天"))
  .addOption(new Option("--to <date>", "到哪一天").argParser(day).default("9999-12-31", "今天"))
  .action(
    async ({ from, to }: { from: string; to: string }) =>
      void out(await quizResults(dataDir(), { from, until: to }, openContent(place()).library)),
  );

for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) command.exitOverride();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Commander has already said why; its code for words that are off is 1, ours is 2. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError)
    return error.code.startsWith("commander.") && error.exitCode !== 0 && error.code !== "commander.error" ? MISUSED : error.exitCode;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return REFUSED;
}
