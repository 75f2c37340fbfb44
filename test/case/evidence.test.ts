import fc from "fast-check";
import { expect, it } from "vitest";
import { adviseEvidence } from "../../src/case/evidence.js";
import { library } from "./told.js";

const rules = library.evidence.get("unpaid-wages");
if (rules === undefined) throw new Error("no rules");

it("grades what is in hand, the strongest first, and lists the rest with where to get it", () => {
  const { inHand, toGet, verdict } = adviseEvidence(rules, { evidence: ["witness", "chat", "iou"] });
  expect(inHand.map(({ item, strength }) => [item, strength])).toEqual([
    ["欠条、结算单", "strong"],
    ["聊天、录音", "weak"],
    ["工友能作证", "alone"],
  ]);
  expect(toGet.map(({ item }) => item)).toEqual(["劳动合同", "考勤、记工本", "转账记录", "工牌、工作服、安全帽的照片"]);
  expect(verdict).toContain("有力");
});

it("never says that it is enough, and turns nobody away", () => {
  expect(adviseEvidence(rules, { evidence: ["witness"] }).verdict).toContain("不够");
  expect(adviseEvidence(rules, {}).verdict).toContain("也照样能投诉");
  expect(adviseEvidence(rules, { evidence: [] }).inHand).toEqual([]);
});

it("follows the answers: the site's own records only of a site, and nothing to do that is done", () => {
  const site = adviseEvidence(rules, { trade: "site", evidence: ["iou"] });
  expect(site.employer.map(({ item }) => item)).toEqual(["工资支付台账", "用工管理台账、实名考勤、工资支付表"]);
  expect(site.today[0]).toContain("把欠条、结算单正反面拍清楚");
  const company = adviseEvidence(rules, { trade: "company", evidence: [] });
  expect(company.employer).toHaveLength(1);
  expect(company.employer[0]?.basis).toContainEqual({ law: "劳动争议调解仲裁法", article: "第三十九条" });
  expect(company.today.join()).not.toMatch(/工地|欠条、结算单/);
});

it("gives three things to do for every kind of complaint, whatever is in hand", () => {
  for (const [id, each] of library.evidence)
    fc.assert(
      fc.property(fc.subarray(each.items.map((item) => item.id)), (evidence) => {
        const { today, inHand, toGet } = adviseEvidence(each, { evidence: [...evidence, "__proto__"] });
        expect([id, today.length]).toEqual([id, 3]);
        expect(inHand).toHaveLength(evidence.length);
        expect(inHand.length + toGet.length).toBe(each.items.length);
      }),
      { numRuns: 30 },
    );
});
