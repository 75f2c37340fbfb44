import { expect, test } from "vitest";
import { projectsIn, readProject } from "../../src/reading/read-project.js";
import { readTownship, townshipsIn } from "../../src/reading/read-township.js";
import { table } from "./cases/table.js";

const PLACES = ["古浪镇", "土门镇", "大靖镇", "海子滩镇", "古丰镇", "新堡乡", "横梁乡"].map((name) => ({
  name,
  also: [name.replace(/[镇乡]$/u, ""), ...(name === "古浪镇" ? ["县城", "城里"] : [])],
}));

const TOWNSHIPS = table(`
土门镇 | 土门镇
土门 | 土门镇
在土门 | 土门镇
在大靖镇上 | 大靖镇
大靖那边 | 大靖镇
就在县城 | 古浪镇
城里 | 古浪镇
古浪镇 | 古浪镇
横梁乡 | 横梁乡
新堡 | 新堡乡
海子滩镇某某村 | 海子滩镇
武威市凉州区 | 武威市凉州区
兰州 | 兰州
新疆那边 | 新疆
内蒙 | 内蒙
天祝县某某镇 | 天祝县某某镇
`);

test.each(TOWNSHIPS)("$words → $expected", ({ words: text, expected: wanted }) =>
  expect(readTownship(text, PLACES)).toEqual({ kind: "read", value: wanted }),
);

test.each(["不知道", "工地", "土门还是大靖", "", "123", "在哪都一样吗", "古丰路"])("no township: %s", (text) =>
  expect(readTownship(text, PLACES).kind).toBe("unread"),
);

test("a street or a company that bears a township's name is none", () => {
  expect(townshipsIn("在土门建筑公司上班，住古丰路", PLACES)).toEqual([]);
  expect(townshipsIn("我在土门镇干活，家在大靖", PLACES)).toEqual(["土门镇", "大靖镇"]);
});

const PROJECTS = table(`
某某小区二期 | 某某小区二期
叫某某小学工地 | 某某小学工地
在某某安置房 | 某某安置房
某某高速第三标段。 | 某某高速第三标段
城东污水处理厂 | 城东污水处理厂
是某某广场项目 | 某某广场项目
`);

test.each(PROJECTS)("project: $words → $expected", ({ words: text, expected: wanted }) =>
  expect(readProject(text)).toEqual({ kind: "read", value: wanted }),
);

test.each(["不知道", "工地", "项目", "没有", "？", "1", "能投诉吗"])("no project: %s", (text) =>
  expect(readProject(text).kind).toBe("unread"),
);

test.each([
  ["我在宏达建筑工地干了3个月", ["宏达建筑工地"]],
  ["某某公司承建的城东小区二期", ["城东小区二期"]],
  ["我们工地不发钱", []],
  ["每次经过工地", []],
  ["这个项目欠我们钱", []],
  ["到建筑工地打工", []],
  ["做光伏发电项目的活", []],
])("projects in a story: %s", (text, wanted) => expect(projectsIn(text)).toEqual(wanted));
