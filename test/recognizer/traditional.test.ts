import { expect, it } from "vitest";
import { toSimplified } from "../../src/recognizer/traditional.js";

it.each([
  ["勞動爭議仲裁", "劳动争议仲裁"],
  ["職業傷殘補償", "职业伤残补偿"],
  ["麵廠關門騷擾", "面厂关门骚扰"],
  ["老細唔出糧，搵邊個", "老细不出粮，找边个"],
  ["简体不变 abc 😀", "简体不变 abc 😀"],
])("simplifies %s", (from, to) => {
  expect(toSimplified(from)).toBe(to);
});
