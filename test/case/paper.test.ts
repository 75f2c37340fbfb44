import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillPaper, papersFor, type FilledPaper, type PaperGround } from "../../src/case/paper.js";
import { yuan } from "../../src/case/paper-words.js";
import { library, region, told, WAGES } from "./told.js";

function paper(id: string, ground: PaperGround): FilledPaper {
  const template = library.papers.get(id);
  if (template === undefined) throw new Error(`no paper ${id}`);
  return fillPaper(template, ground);
}

const textOf = (filled: FilledPaper): string => JSON.stringify(filled);

describe("a paper", () => {
  it("says what was told, and marks what was not", () => {
    const text = textOf(paper("inspection-complaint", told("unpaid-wages", WAGES)));
    for (const said of ["张某", "某建筑劳务有限公司", "某某建设集团", "支付拖欠的工资23000元", "2026年1月20日离开", "共12人"])
      expect(text).toContain(said);
    expect(text).toContain("（请填写：身份证号码）");
    expect(text).not.toMatch(/[{}][^",:[\]{}]*[一-鿿]/u);
  });

  it("follows the answers: no main contractor is named for a restaurant", () => {
    const text = textOf(paper("arbitration-application", told("unpaid-wages", { ...WAGES, work: "company" })));
    expect(text).not.toContain("总承包");
    expect(text).not.toContain("先行清偿");
  });

  it("leaves blanks for everything nobody told", () => {
    const text = textOf(paper("inspection-complaint", told("unpaid-wages", {})));
    expect(text).toContain("（请填写：单位全称，和营业执照、合同上一样）");
    expect(text).toContain("（请填写：数额）");
    expect(text).toContain("（请填写：手里有的证据");
  });

  it("says of a sum told roughly that it is about that much", () => {
    const ground = told("unpaid-wages", WAGES);
    const answers = ground.state.answers.map((one) =>
      one.step === "amount" ? { ...one, bounds: { low: 2_000_000, high: 2_500_000 } } : one,
    );
    expect(textOf(paper("payment-order", { ...ground, state: { ...ground.state, answers } }))).toContain("约23000元");
  });

  it("names an office only once the region has confirmed it", () => {
    const ground = told("unpaid-wages", WAGES);
    expect(paper("arbitration-application", ground).guide.where).toBe("当地劳动人事争议仲裁委员会（电话12333）");
    const offices = { ...region.offices, 仲裁委: { name: "某县仲裁委员会", phone: "0935-0000000", address: "某某路1号", verify: false } };
    const sure = paper("arbitration-application", { ...ground, region: { ...region, offices } });
    expect(sure.guide.where).toBe("某县仲裁委员会（某某路1号，0935-0000000）");
    expect(sure.blocks.at(-1)).toEqual({ kind: "closing", to: "某县仲裁委员会", signer: "申请人" });
  });

  it("puts what people wrote in once, whatever it looks like", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom("{name}", "{空:x}", "{amount}", "__proto__", "constructor", "提交", "9".repeat(40), "😀".repeat(200)),
    );
    fc.assert(
      fc.property(hostile, (employer) => {
        const { blocks } = paper("evidence-list", told("unpaid-wages", { ...WAGES, employer }));
        const fields = blocks.find((block) => block.kind === "fields");
        expect(fields?.kind === "fields" && fields.rows.find(({ name }) => name === "对方单位")?.value).toBe(employer);
      }),
    );
  });

  it("asks a court only where a sum is written down, and says so", () => {
    const warning = "先别走这条路";
    expect(textOf(paper("payment-order", told("unpaid-wages", WAGES)))).not.toContain(warning);
    expect(textOf(paper("payment-order", told("unpaid-wages", { ...WAGES, evidence: ["chat"] })))).toContain(warning);
  });

  it("of every kind can be filled from every complaint it is offered for, told or not", () => {
    for (const id of library.dialogs.current.keys())
      for (const template of papersFor(library.papers, id)) {
        const { blocks, guide } = fillPaper(template, told(id, {}));
        expect(blocks.length, template.id).toBeGreaterThan(2);
        expect([...guide.attach, ...guide.mind].length, template.id).toBeGreaterThan(2);
        expect(JSON.stringify(blocks), template.id).not.toContain("undefined");
      }
  });
});

it("offers papers in their order, and those of a complaint alone", () => {
  expect(papersFor(library.papers, "unpaid-wages").map(({ id }) => id)).toEqual([
    "inspection-complaint",
    "arbitration-application",
    "evidence-list",
    "payment-order",
    "legal-aid-application",
  ]);
  expect(papersFor(library.papers, "hardship").map(({ id }) => id)).toEqual(["hardship-application"]);
  expect(papersFor(library.papers, "suggestion")).toEqual([]);
});

it("writes sums in figures", () => {
  expect([2_300_000, 123_456, 100_005, 0].map(yuan)).toEqual(["23000元", "1234.56元", "1000.05元", "0元"]);
});
