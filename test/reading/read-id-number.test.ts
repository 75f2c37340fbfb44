import { describe, expect, test } from "vitest";
import { isIdNumber } from "../../src/reading/read-id-number.js";

// The first is the specimen of GB 11643-1999; the others are made up, with the check digit worked out apart from the code.
const VALID = [
  "11010519491231002X",
  "440524188001010014",
  "11010519491231002x",
  " 11010519491231002X ",
  "110105 19491231 002X",
  "110105-19491231-002X",
  "１１０１０５１９４９１２３１００２Ｘ",
];

describe("isIdNumber", () => {
  test.each(VALID)("%s holds", (text) => {
    expect(isIdNumber(text)).toBe(true);
  });

  test.each([
    "",
    "1101051949123100",
    "110105194912310021",
    "11010519491231002Y",
    "身份证号",
    "11010519491231002",
    "X10105194912310021",
    "constructor",
  ])("%j does not", (text) => {
    expect(isIdNumber(text)).toBe(false);
  });

  test.each(Array.from({ length: 17 }, (_, place) => place))("one wrong figure in place %i is noticed", (place) => {
    const figures = [..."11010519491231002X"];
    figures[place] = String((Number(figures[place]) + 1) % 10);
    expect(isIdNumber(figures.join(""))).toBe(false);
  });
});
