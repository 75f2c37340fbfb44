import { bareWords, countChars } from "../reading/plain-text.js";

/** Words that always work, whatever is going on. */
export type Command =
  | "staff"
  | "menu"
  | "back"
  | "change"
  | "skip"
  | "why"
  | "repeat"
  | "cancel"
  | "later"
  | "resume"
  | "restart"
  | "submit"
  | "none"
  | "message";

const WORDS: Readonly<Record<Command, string>> = {
  staff:
    "转人工 人工 找人工 要人工 我要人工 接人工 人工客服 人工服务 真人 找真人 要真人 找工作人员 工作人员 我要找工作人员 接线员 客服 找客服 有人吗 有没有人 找个人 我要找人 叫个人来 找你们领导 不要机器人 换人 换个人 叫你们领导 有人没 给我打电话 不想跟机器人说 转接人工 转工作人员",
  menu: "菜单 首页 主菜单 帮助 目录 回到首页 返回首页 返回菜单 help menu",
  back: "返回 上一步 上一题 退回 回去 返回上一步 后退 回上一步",
  change: "修改 改 改一下 我要改 要改 修改一下 更改 改改 填错了 写错了 说错了",
  skip: "跳过 略过 下一题 下一步 不填 不想说 不方便说 不想填 没电话 没有电话 没有手机 不留电话 不想留 不留了 pass 不知道 不清楚 不太清楚 不确定 记不清 记不清了 记不得 记不得了 想不起来 想不起来了 忘了 忘记了 不晓得 说不上来 不想写 不想填 不愿意说 不告诉你 没法说 这个不知道 我不知道 我也不知道 真不知道 不记得 不记得了 不好说",
  why: "为什么 为啥 为什么问 为什么要问 问这个干嘛 问这个干什么 为什么要问这个 干嘛问这个 为啥问 为啥要这个 为什么要这个 凭什么问 问这个有什么用 问这个有啥用 干嘛要问 为什么要知道 为什么要填 为啥要填 要这个干嘛 要这个干什么 这个有什么用 你问这个干啥 问这干啥 你们要这个干什么",
  repeat:
    "重复 再说一遍 重说 没看清 再说一次 再发一遍 重复一遍 刚才说什么 刚才问什么 你问的什么 刚才问的什么 问的啥 没看懂 没看明白 啥意思 什么意思",
  cancel: "取消 不填了 算了 退出 结束 不弄了 不办了 停止 放弃",
  later:
    "稍后 等会儿 等会 等一下 等下 回头再说 以后再说 晚点 晚点再说 暂停 先放着 改天 先不填 一会儿再说 我先忙 先停一下 停一下 明天再说 明天再填 有事先走 我去忙了 先干活去了 回头填 下班再填 晚上再填",
  resume: "继续 接着 接着填 接着来 接着说 继续填 继续填写",
  restart: "重新开始 从头来 从头开始 重来 重新填 重填 全部重填 从头填",
  submit: "提交 确认提交 交 提交吧 确认 没问题提交 没错提交",
  none: "都不是 不是问这个 不是这个 都不对 都不像 没有我要的 不是这些 哪个都不是 一个都不是",
  message: "留言 我要留言 留个言 给你们留言 留话 留个电话 给我回电 回电",
};

// The first command to claim a word keeps it.
const COMMANDS = new Map<string, Command>();
for (const [command, words] of Object.entries(WORDS) as [Command, string][]) {
  for (const word of words.split(" ").map(bareWords)) if (!COMMANDS.has(word)) COMMANDS.set(word, command);
}

/** Meant only where a step waits for an answer, but for the plain words; elsewhere 不知道 or 改一下 are just words. */
const IN_DIALOG_ONLY: ReadonlySet<Command> = new Set(["skip", "why", "submit", "change", "back", "restart"]);
const PLAIN = new Set(["返回", "上一步", "修改", "跳过", "提交"]);
const STAFF_WITHIN = /(转|找|要|接|叫|换)(个|一下)?(人工(?![费智资成流作])|真人|工作人员(?!证))|人工(客服|服务)/;
const NOT_STAFF = /(不|别|不用|不要|不想|无需)(再)?(转|找|要|接)?(人工|真人|工作人员)(?!.*(转|找))/;
const STAFF_CHARS_MAX = 15;

/** The command a text is, if it is nothing else. `inDialog`: whether a question of ours is standing. */
export function readCommand(text: string, inDialog: boolean): Command | undefined {
  const bare = bareWords(text);
  const found = COMMANDS.get(bare);
  if (found !== undefined && (inDialog || !IN_DIALOG_ONLY.has(found) || PLAIN.has(bare))) return found;
  const asksForStaff = countChars(bare) <= STAFF_CHARS_MAX && STAFF_WITHIN.test(bare) && !NOT_STAFF.test(bare);
  return asksForStaff ? "staff" : undefined;
}
