import { expect, test } from "vitest";
import { readName, spotOwnName } from "../../src/reading/read-name.js";
import { table } from "./cases/table.js";

const CASES = table(`
张某某 | 张某某
我叫张某某 | 张某某
我叫李某。 | 李某
我是王小明 | 王小明
姓名：赵某某 | 赵某某
姓名:马某某 | 马某某
名字叫刘某 | 刘某
我的名字是陈某某 | 陈某某
本人周某某 | 周某某
欧阳某某 | 欧阳某某
姓张 | 姓张
张某某 13800001111 | 张某某
我叫李某某，电话13800001111 | 李某某
免贵姓王 | 姓王
老赵 | 老赵
小李 | 小李
张师傅 | 张师傅
叫我老王就行 | 老王
张某某吧 | 张某某
阿卜杜拉·买买提 | 阿卜杜拉·买买提
古丽·某某 | 古丽·某某
您好，我叫孙某某 | 孙某某
马大姐 | 马大姐
`);

test.each(CASES)("$words → $expected", ({ words: text, expected: wanted }) =>
  expect(readName(text)).toEqual({ kind: "read", value: wanted }),
);

test.each([
  "不想说",
  "为什么",
  "怎么了？",
  "13800001111",
  "某某公司",
  "匿名",
  "老板",
  "不知道",
  "没有",
  "constructor1",
  "",
  "。。。",
  "你们要名字干嘛",
  "这个可以不写吗",
])("no name: %s", (text) => expect(readName(text).kind).toBe("unread"));

test.each([
  ["我叫张某某，在某某公司上班", "张某某"],
  ["本人李某某，男，四十岁", "李某某"],
  ["我叫王某在工地干活", "王某"],
  ["姓名：赵某某 电话13800001111", "赵某某"],
])("own name in a story: %s → %s", (text, wanted) => expect(spotOwnName(text)).toBe(wanted));

test.each(["本人查阅到文件", "我叫他给钱他不给", "老板叫王某某", "我叫不醒他", "本人于2009年入职"])("no own name in a story: %s", (text) =>
  expect(spotOwnName(text)).toBeUndefined(),
);
