import type { Answer, Dialog, Library, Region, Statute } from "../../src/content/library.js";
import type { QuizFile } from "../../src/content/schema/quiz.js";
import type { Recognition, Recognizer } from "../../src/recognizer/recognizer.js";

/** A library small enough to hold in the head: two answers, one danger, one dialog of every kind of slot. */
export function smallLibrary(changes: Partial<Library> = {}): Library {
  return {
    statutes: new Map([["劳动合同法", statute]]),
    drafts: new Map(),
    answers: new Map([
      [doublePay.id, doublePay],
      [severance.id, severance],
    ]),
    figures: new Map([["minimum-wage", { id: "minimum-wage", name: "最低工资", unit: "元", askWhom: "人社局（12333）", rows: [] }]]),
    regions: new Map([["gulang", region]]),
    intents: new Map(),
    dangers: new Map([
      [
        "injury-now",
        {
          id: "injury-now",
          title: "有人受伤",
          rules: [
            {
              all: [
                ["流血", "昏迷"],
                ["现在", "正在"],
              ],
              none: ["去年"],
            },
          ],
          past: ["赔多少"],
          examples: [],
          counterExamples: [],
          reply: "先打120。",
          order: 1,
        },
      ],
    ]),
    outside: new Map([["marriage", { id: "marriage", title: "婚姻", referral: "婚姻家庭的事可以问12348。", phrases: [] }]]),
    inside: new Map(),
    matters: new Map(),
    evidence: new Map(),
    papers: new Map(),
    quiz: new Map([["contract", quiz]]),
    menus: new Map([
      [
        "home",
        {
          id: "home",
          greeting: "您好，这里是{工会}。",
          buttons: [
            { label: "没签合同", answers: ["double-pay"] },
            { label: "被辞退", answers: ["severance", "double-pay"] },
            { label: "转人工", say: "转人工" },
            { label: "留言", say: "留言" },
          ],
        },
      ],
    ]),
    words: { terms: [], colloquial: [], typos: {} },
    dialogs: { byVersion: new Map([["leave-message@1", dialog]]), current: new Map([["leave-message", dialog]]) },
    ...changes,
  };
}

export const statute: Statute = {
  id: "劳动合同法",
  title: "中华人民共和国劳动合同法",
  short: "劳动合同法",
  level: "法律",
  version: "2012-12-28修正",
  inForce: { from: "2013-07-01" },
  source: { name: "国家法律法规数据库", url: "https://flk.npc.gov.cn/" },
  citable: true,
  articles: new Map(
    ["第四十七条", "第八十二条"].map((article) => [
      article,
      { law: "劳动合同法", article, gist: `${article}的大意`, inForce: { from: "2013-07-01" } },
    ]),
  ),
};

export const doublePay: Answer = {
  id: "double-pay",
  topic: "contract",
  title: "没签合同二倍工资",
  variants: ["没签合同怎么办"],
  conclusion: "可以要二倍工资。",
  branches: [{ when: "满一个月没满一年", then: "从第二个月起每月再要一份" }],
  steps: ["到{劳动监察}投诉"],
  evidence: ["工资转账记录"],
  citations: [{ law: "劳动合同法", article: "第八十二条", for: "二倍工资" }],
  notCovered: "数额看实际工资。",
  followUps: [{ ask: "补偿怎么算", open: "severance" }],
};

export const severance: Answer = {
  id: "severance",
  topic: "severance",
  title: "经济补偿怎么算",
  variants: ["补偿金怎么算"],
  conclusion: "干一年给一个月工资，不低于{数字:minimum-wage}。",
  steps: ["算一算工龄"],
  citations: [{ law: "劳动合同法", article: "第四十七条", for: "年限折算" }],
  notCovered: "税。",
  followUps: [{ ask: "没签合同呢", open: "double-pay" }],
  figures: ["minimum-wage"],
};

export const quiz: QuizFile = {
  id: "contract",
  questions: [1, 2, 3].map((number) => ({
    id: `question-${number}`,
    question: `第${number}问？`,
    options: ["甲样", "乙样", "丙样"],
    right: 2,
    why: `因为${number}。`,
    card: "double-pay",
    citation: { law: "劳动合同法", article: "第八十二条" },
  })),
};

export const region: Region = {
  id: "gulang",
  name: "甘肃省武威市古浪县",
  county: "古浪县",
  union: "古浪县总工会",
  timezone: "Asia/Shanghai",
  hours: {
    workdays: [
      { from: "08:30", to: "12:00" },
      { from: "14:30", to: "18:00" },
    ],
    say: "周一到周五 8:30-12:00、14:30-18:00",
    verify: false,
  },
  hotline: "12351",
  townships: ["古浪镇"],
  offices: { 劳动监察: { name: "劳动监察大队", hotline: "12333", phone: "0935-0000000", verify: true } },
};

export const dialog: Dialog = {
  id: "leave-message",
  version: 1,
  title: "留言",
  opening: "请留言。",
  prepare: [],
  topics: [],
  cues: [],
  calculate: [],
  first: "message",
  steps: {
    message: step("留言内容", { type: "text", min: 2, max: 100, takesAnything: true }, "callback"),
    callback: step("要不要回电", { type: "yes-no", yes: [], no: [] }, [
      { when: { step: "callback", equals: true }, go: "phone" },
      { go: "kind" },
    ]),
    phone: { ...step("电话", { type: "phone" }, "kind"), optional: true },
    kind: step(
      "哪类",
      {
        type: "choice",
        options: [
          { value: "wages", label: "工资", also: ["欠薪"], cues: [] },
          { value: "injury", label: "工伤", also: [], cues: [] },
        ],
      },
      "employer",
    ),
    employer: { ...step("单位", { type: "text", min: 2, max: 30, takesAnything: false }, "end"), optional: true },
  },
  outcome: "message",
  submitted: "收到，编号 {编号}。",
  cancelled: "没有提交。",
};

function step(name: string, slot: Dialog["steps"][string]["slot"], next: Dialog["steps"][string]["next"]): Dialog["steps"][string] {
  return {
    name,
    ask: `${name}？`,
    why: `为了${name}。`,
    slot,
    retry: [`${name}没听懂。`, `再说一遍${name}。`],
    optional: false,
    sensitive: false,
    next,
  };
}

/** Recognizes what it is told to; everything else is not understood. */
export function scriptedRecognizer(script: Readonly<Record<string, Partial<Recognition>>>): Recognizer {
  const told = new Map(Object.entries(script));
  return {
    findStatutes: () => [],
    recognize: (text) => ({ verdict: "not-understood", candidates: [], scope: 0.5, text, words: [], ...told.get(text) }),
  };
}

export function answerOf(entry: string, score = 0.95): Partial<Recognition> {
  return { verdict: "answer", candidates: [{ entry, score, why: {} }] };
}
