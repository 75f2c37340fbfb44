import type { Migration } from "./migration.js";

/** To begin with; an office words them anew or drops them. None says what the law says: that takes a citation. */
const FIRST: readonly (readonly [id: string, title: string, text: string])[] = [
  ["first-hello", "打招呼", "您好，我是工会的{我的姓名}，您的事由我来办（编号 {编号}）。您先把经过说一说，不着急。"],
  ["first-seen", "材料看过了", "您交的材料我看过了（编号 {编号}）。我先核实一下，有情况马上告诉您。"],
  ["first-ask-pay", "请补工资凭据", "请把能看出工资的东西拍照发来：银行到账记录、工资条、微信转账、老板写的欠条，有几样发几样。"],
  [
    "first-ask-work",
    "请补上班凭据",
    "请把能看出您在那里上班的东西拍照发来：合同、工牌、考勤、工作群的聊天、工友的联系方式，有几样发几样。",
  ],
  ["first-ask-dates", "请说清日期", "请告诉我几个日子：哪天开始上班，哪天离开的，欠的是哪几个月。记不准说个大概，并注明“大概”。"],
  ["first-call", "约打电话", "打字说不清的话，我给您打个电话。您什么时候方便接？写个时间就行。"],
  ["first-visit", "请来一趟", "方便的话请到工会来一趟，带上身份证和手里的材料。来之前打12351说一声，省得白跑。"],
  ["first-employer", "在联系单位", "我正在联系{单位}，等他们答复。单位要是找您，先别签看不懂的东西，拍照发给我看看。"],
  ["first-keep", "保存证据", "手机里的聊天、转账、照片先别删，也别换手机清空。重要的截图存好，原件别交给别人。"],
  ["first-wait", "还在办", "您的事还在办（编号 {编号}），没有放下。一有进展我就告诉您，您有新情况也随时写在这里。"],
  ["first-done", "办完了", "您的事办完了（编号 {编号}）。过几天会有别的同事问您满意不满意；要是没落实，写在这里，会接着办。"],
  ["first-thanks", "道歉并安抚", "让您久等了，对不住。您的难处我明白，咱们一步一步来，我先把最要紧的那件办了。"],
];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const firstTemplates: Migration = {
  version: 10,
  sql: `INSERT INTO reply_template (id, title, text, by_staff, at) VALUES
    ${FIRST.map((row) => `(${row.map(quoted).join(", ")}, '', 0)`).join(",\n    ")};`,
};
