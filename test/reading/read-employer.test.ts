import { expect, test } from "vitest";
import { organisationsIn } from "../../src/reading/organisation.js";
import { readEmployer } from "../../src/reading/read-employer.js";
import { table } from "./cases/table.js";

const ANSWERS = table(`
某某建筑公司 | 某某建筑公司
叫某某餐饮有限公司 | 某某餐饮有限公司
是某某服装厂 | 某某服装厂
在某某超市 | 某某超市
单位：某某物业 | 某某物业
我们公司叫某某科技 | 某某科技
包工头王某 | 包工头王某
老板姓刘 | 老板姓刘
某某饭店欠的 | 某某饭店
某某火锅店。 | 某某火锅店
我在甘肃某某建设集团有限公司的工地上干活 | 甘肃某某建设集团有限公司
某某砖厂 | 某某砖厂
某某养殖合作社 | 某某养殖合作社
应该是某某劳务公司吧 | 某某劳务公司
某某幼儿园 | 某某幼儿园
`);

test.each(ANSWERS)("$words → $expected", ({ words: text, expected: wanted }) =>
  expect(readEmployer(text)).toEqual({ kind: "read", value: wanted }),
);

test.each(["不知道", "没有", "公司", "老板", "工地", "为什么要问这个？", "1", "", "？", "能要双倍工资吗", "那个", "是"])(
  "no employer: %s",
  (text) => expect(readEmployer(text).kind).toBe("unread"),
);

const IN_STORIES = table(`
我在某某建筑公司上班 | 某某建筑公司
去年到宏达电子厂打工 | 宏达电子厂
我们是兴旺饭店的服务员 | 兴旺饭店
投诉某某物业管理有限公司拖欠工资 | 某某物业管理有限公司
老板在大发砖厂那里 | 大发砖厂
总包是某某建设集团 | 某某建设集团
我现在甘肃某某商贸有限公司做销售 | 甘肃某某商贸有限公司
某某（甘肃）科技有限公司欠我工资 | 某某(甘肃)科技有限公司
`);

test.each(IN_STORIES)("in a story: $words → $expected", ({ words: text, expected: wanted }) =>
  expect(organisationsIn(text.normalize("NFKC")).map(({ name }) => name)).toEqual([wanted]),
);

test.each([
  "我们公司不发工资",
  "一家公司欠我钱",
  "这个厂太黑了",
  "物业公司不管",
  "建筑公司拖欠",
  "还需要公司公章",
  "分公司的人说不管",
  "每家公司都这样",
  "要求公司给钱",
  "回公司上班",
])("nothing named: %s", (text) => expect(organisationsIn(text)).toEqual([]));
