import { expect, test } from "vitest";
import { spotFacts } from "../../src/dialog/spot-facts.js";

const SETTING = {
  today: "2026-03-02",
  places: [
    { name: "土门镇", also: ["土门"] },
    { name: "大靖镇", also: ["大靖"] },
  ],
};

/** Amounts in fen; `?` after a value: to be read back. */
function told(story: string): string {
  return Object.entries(spotFacts(story, SETTING))
    .map(([fact, { value, doubtful }]) => `${fact}=${String(value)}${doubtful ? "?" : ""}`)
    .sort()
    .join(" ");
}

test.each([
  ["我在宏达建筑工地干了3个月，老板欠我两万三没给", "amount=2300000 project=宏达建筑工地 workedMonths=3"],
  ["去年八月到某某建筑公司上班，一个月6000", "employer=某某建筑公司 monthlyPay=600000 startedOn=2025-08-01"],
  ["某某饭店从去年十一月到现在没发工资", "employer=某某饭店 unpaidFrom=2025-11-01"],
  ["老板只给了五千，还欠两万", "amount=2000000"],
  ["干了三个月，一共两万三，一分没给", "amount=2300000 workedMonths=3"],
  ["没签劳动合同，去年3月5号入职的", "startedOn=2025-03-05 writtenContract=false"],
  ["我叫张某某，电话13800001111，在土门镇某某砖厂上班", "employer=土门镇某某砖厂 name=张某某 phone=13800001111 township=土门镇"],
  ["包工头叫王某，欠我们五个人三万块工钱", "amount=3000000? foreman=王某 people=5"],
  ["我们十几个工友都没拿到钱", "people=11"],
  ["总包是某某建设集团，分包是某某劳务公司", "mainContractor=某某建设集团 subContractor=某某劳务公司"],
  ["今年1月15号在车间把手压伤了", "happenedOn=2026-01-15"],
  ["上个月15号我在工地干活，从架子上掉下来腿摔断了", "happenedOn=2026-02-15"],
  ["我上个月20号离职了，公司还欠8000元", "amount=800000 endedOn=2026-02-20"],
  ["本人李某某，在甘肃某某商贸有限公司工作了两年", "employer=甘肃某某商贸有限公司 name=李某某 workedMonths=24"],
  ["签了劳动合同，月薪五千", "monthlyPay=500000 writtenContract=true"],
  ["某某建设集团拖欠工资，我是某某建设集团有限公司的一名员工", "employer=某某建设集团有限公司"],
  ["因为经营不善，我于2019年8月20日离职并签订了欠条", "endedOn=2019-08-20"],
  ["自2025年6月至今包工头一直没给钱", "unpaidFrom=2025-06-01"],
  ["我于2025年6月给某某装饰有限公司干活", "employer=某某装饰有限公司 startedOn=2025-06-01"],
  ["月工资2390元，每个月扣278元社保", "monthlyPay=239000"],
])("%s", (story, wanted) => expect(told(story)).toBe(wanted));

// What might be meant otherwise is not filled.
test.each([
  ["老板罚了我500块", ""],
  ["押金扣了两千", ""],
  ["医药费花了三万", ""],
  ["老板电话13800001111", ""],
  ["包工头手机是13800001111", ""],
  ["公司说下个月给", ""],
  ["有人欠我一万，有人欠我两万", ""],
  ["我去县人民医院看了病", ""],
  ["没签合同怎么要双倍工资", "writtenContract=false"],
  ["和公司没有签过合同吗", "writtenContract=false"],
  ["某某公司和另外一家某某集团都不管", ""],
  ["土门和大靖都有工地", ""],
  ["constructor __proto__ toString", ""],
  ["2014年投诉过一次", ""],
  ["注册资金五百万", ""],
  ["原来的工资条2024年1月的找不到了", ""],
  ["我和几个工友做了2个多月", "workedMonths=2?"],
  ["到今天还没发工资", ""],
])("nothing that was not surely said: %s", (story, wanted) => expect(told(story)).toBe(wanted));
