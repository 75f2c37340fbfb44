import type { Answer, Article, Library, Statute } from "../../src/content/library.js";
import type { Topic } from "../../src/content/schema/topic.js";

interface Card {
  readonly id: string;
  readonly topic: Topic;
  readonly title: string;
  readonly conclusion: string;
  readonly cites: readonly [law: string, article: string, gist: string];
  readonly variants: readonly string[];
  readonly evidence?: readonly string[];
  readonly followUps?: readonly { readonly ask: string; readonly open: string }[];
}

const CARDS: readonly Card[] = [
  {
    id: "wages-unpaid",
    topic: "wages",
    title: "老板拖欠工资怎么办",
    conclusion: "单位要按月足额发工资，拖着不给可以到劳动监察投诉。",
    cites: ["劳动合同法", "第三十条", "工资要及时足额发，拖欠的可申请支付令。"],
    evidence: ["工资流水", "考勤记录"],
    followUps: [
      { ask: "多久内要提", open: "arbitration-time-limit" },
      { ask: "赔多少钱", open: "severance-how-much" },
    ],
    variants: [
      "工资拖了仨月",
      "老板不给工资",
      "厂里压着两个月工资没发",
      "饭店欠我工资要不回来",
      "工资一直拖着不结",
      "干完活老板不结工钱",
      "欠薪找谁",
    ],
  },
  {
    id: "severance-how-much",
    topic: "severance",
    title: "经济补偿怎么算",
    conclusion: "经济补偿按工作年限算，一年一个月工资。",
    cites: ["劳动合同法", "第四十七条", "经济补偿：每工作满一年给一个月工资，半年以内给半个月。"],
    variants: [
      "补偿金怎么算",
      "被辞退赔几个月工资",
      "干了五年公司让我走赔多少",
      "裁员补偿多少",
      "辞退补偿按哪个工资算",
      "公司不要我了能拿多少补偿",
    ],
  },
  {
    id: "injury-what-counts",
    topic: "injury",
    title: "哪些算工伤",
    conclusion: "上班时间在单位因为干活受的伤算工伤。",
    cites: ["工伤保险条例", "第十四条", "工作时间、场所内因工作受伤的应认定为工伤。"],
    variants: [
      "上班摔伤算工伤吗",
      "车间砸了脚算不算工伤",
      "干活切到手指是工伤不",
      "下班路上被车撞算工伤吗",
      "工地摔下来能认工伤吗",
      "厂里烫伤算工伤",
    ],
  },
  {
    id: "arbitration-time-limit",
    topic: "dispute",
    title: "仲裁时效一年",
    conclusion: "知道权利被侵害起一年内申请仲裁。",
    cites: ["劳动争议调解仲裁法", "第二十七条", "申请仲裁的期限是一年，从知道权利被侵害起算。"],
    variants: [
      "仲裁有期限吗",
      "离职一年半还能申请仲裁吗",
      "超过一年仲裁还受理不",
      "仲裁时效从哪天算",
      "去年的事现在仲裁晚不晚",
      "仲裁多久过期",
    ],
  },
];

const OUTSIDE: readonly (readonly [id: string, phrases: readonly string[]])[] = [
  [
    "marriage",
    [
      "离婚孩子归谁",
      "彩礼能退吗",
      "老公出轨怎么分房子",
      "想离婚他不同意",
      "孩子抚养费给多少",
      "婚前买的房算共同财产吗",
      "分居两年能离吗",
      "结婚证丢了怎么补",
    ],
  ],
  [
    "traffic",
    ["闯红灯扣几分", "追尾谁全责", "酒驾怎么处罚", "违停罚款在哪交", "驾照过期换证", "电动车要上牌吗", "超速扣几分", "停车位被占了"],
  ],
  [
    "housing",
    [
      "房产证什么时候办",
      "物业不修电梯",
      "开发商延期交房",
      "楼上漏水怎么办",
      "学区房划片",
      "小区停车费太贵",
      "买房定金能退吗",
      "邻居装修噪音大",
    ],
  ],
];

function answerOf({ cites: [law, article], ...card }: Card): Answer {
  return {
    id: card.id,
    topic: card.topic,
    title: card.title,
    variants: [...card.variants],
    conclusion: card.conclusion,
    steps: ["到{劳动监察}投诉"],
    citations: [{ law, article, for: card.conclusion.slice(0, 20) }],
    notCovered: "要看具体事实。",
    followUps: [...(card.followUps ?? [])],
    ...(card.evidence === undefined ? {} : { evidence: [...card.evidence] }),
  };
}

function statutesOf(cards: readonly Card[]): Map<string, Statute> {
  const statutes = new Map<string, Statute>();
  for (const { cites } of cards) {
    const [law, article, gist] = cites;
    const articles = new Map<string, Article>(statutes.get(law)?.articles ?? []);
    articles.set(article, { law, article, gist, inForce: { from: "2020-01-01" } });
    const source = { name: "国家法律法规数据库", url: "https://flk.npc.gov.cn/" };
    statutes.set(law, {
      id: law,
      title: law,
      short: law,
      level: "法律",
      version: "现行",
      inForce: { from: "2020-01-01" },
      source,
      citable: true,
      articles,
    });
  }
  return statutes;
}

/** Four cards, three fields outside, one greeting; `drop` leaves out the variant with that number of every card. */
export function smallLibrary(drop?: number): Library {
  const answers = CARDS.map((card) => answerOf({ ...card, variants: card.variants.filter((_, index) => index !== drop) }));
  return {
    statutes: statutesOf(CARDS),
    drafts: new Map(),
    answers: new Map(answers.map((answer) => [answer.id, answer])),
    figures: new Map(),
    regions: new Map(),
    intents: new Map([
      ["greeting", { id: "greeting", title: "问候", phrases: ["你好", "您好", "在吗", "早上好", "有人吗"], opens: { reply: ["您好"] } }],
    ]),
    dangers: new Map(),
    inside: new Map(),
    matters: new Map(),
    evidence: new Map(),
    papers: new Map(),
    quiz: new Map(),
    menus: new Map(),
    outside: new Map(OUTSIDE.map(([id, phrases]) => [id, { id, title: id, referral: "请问别处", phrases: [...phrases] }])),
    words: {
      terms: ["经济补偿", "工伤"],
      colloquial: [
        { say: ["炒鱿鱼", "卷铺盖"], law: ["解除劳动合同", "辞退"] },
        { say: ["摔伤", "砸了"], law: ["工伤"] },
      ],
      typos: { 公商: "工伤", 欠帐: "欠账" },
    },
    dialogs: { byVersion: new Map(), current: new Map() },
  };
}

export const CARD_VARIANTS: ReadonlyMap<string, readonly string[]> = new Map(CARDS.map(({ id, variants }) => [id, variants]));
