import type { CaseState } from "./case.js";
import type { CaseAct } from "./life.js";

/** Where a case stands, in the words of whoever filed it. */
export const STATE_WORDS: Readonly<Record<CaseState, string>> = {
  waiting: "已经收到，正在等工作人员接手。",
  accepted: "工作人员已经接手，正在看您的材料。",
  working: "正在办理。",
  "awaiting-worker": "在等您回话或者补材料，请看下面的留言。",
  "awaiting-employer": "已经联系单位，正在等单位答复。",
  referred: "已经转给有关部门，我们会一直跟到那边答复。",
  "follow-up": "已经办完，会有工作人员问您结果怎么样。",
  closed: "已经办结。还有问题可以在这里说，会重新办理。",
  declined: "这一件已经退回或者并到别的件里，原因请看下面的留言。",
  withdrawn: "您已经撤回。想重新办，在这里说一声就行，号码不变。",
};

/** What happened, for the complainant's history. Acts not named here are the office's own affair. */
export const ACT_WORDS: ReadonlyMap<
  CaseAct | "filed" | "evidence" | "message-in" | "message-out" | "reminded" | "escalated" | "linked",
  string
> = new Map([
  ["filed", "您提交了登记"],
  ["claim", "工作人员接手"],
  ["transfer", "换了一位工作人员负责"],
  ["begin", "开始办理"],
  ["ask-worker", "请您回话或者补材料"],
  ["ask-employer", "联系了单位，等单位答复"],
  ["refer", "转给了有关部门"],
  ["resume", "继续办理"],
  ["answered", "有关部门已经答复"],
  ["finish", "办理完毕，等回访"],
  ["settle", "办结"],
  ["close", "回访后办结"],
  ["unsolved", "问题没有解决，继续办理"],
  ["decline", "退回，没有受理"],
  ["merge", "和另一件合在一起办"],
  ["withdraw", "您撤回了登记"],
  ["reopen", "重新办理"],
  ["evidence", "您补充了材料"],
  ["message-in", "您留了言"],
  ["message-out", "工作人员给您留了言"],
]);
