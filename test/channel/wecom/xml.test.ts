import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cdata, childrenOf, childText, readXml, writeXml } from "../../../src/channel/wecom/xml.js";

describe("the envelope reader", () => {
  test.each([
    ["", "nothing"],
    ["hello", "no element"],
    ["<xml>", "no end"],
    ["<xml><a>1</xml>", "an element without end"],
    ["<xml><a>1</b></xml>", "ends that do not match"],
    ["<xml/>", "a short form"],
    ["<xml a='1'></xml>", "an attribute"],
    ["<xml></xml><xml></xml>", "two roots"],
    ["<xml></xml>x", "something after the root"],
    ["<other></other>", "another root"],
    ["<!DOCTYPE x><xml></xml>", "a document type"],
    ["<xml><!-- x --></xml>", "a comment"],
    ["<xml><![CDATA[x</xml>", "a section without end"],
    ["<xml><a>words<b>1</b></a></xml>", "words beside elements"],
    [`${"<xml>".repeat(50)}${"</xml>".repeat(50)}`, "too deep"],
    [`<xml>${"<a></a>".repeat(3_000)}</xml>`, "too many"],
  ])("%s is refused: %s", (source) => expect(readXml(source)).toBeUndefined());

  test("keeps texts as they stand", () => {
    const source =
      '<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n <a><![CDATA[0012]]></a><b> 1e5 </b><c><![CDATA[ x ]]><![CDATA[y]]></c><d></d></xml>';
    const root = readXml(source);
    expect(root && ["a", "b", "c", "d", "e"].map((name) => childText(root, name))).toEqual(["0012", "1e5", " x y", "", undefined]);
  });

  test("names that reach behind objects are names", () => {
    const root = readXml("<xml><__proto__>1</__proto__><constructor>2</constructor></xml>");
    expect(root && [childText(root, "__proto__"), childText(root, "constructor"), childText(root, "toString")]).toEqual([
      "1",
      "2",
      undefined,
    ]);
  });

  test("a repeated child has no one text", () => {
    const root = readXml("<xml><a>1</a><a>2</a></xml>");
    expect(root && childText(root, "a")).toBeUndefined();
    expect(root && childrenOf(root, "a").map(({ text }) => text)).toEqual(["1", "2"]);
  });
});

test("any text written is read again as it was, but for what XML cannot hold", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.constantFrom("]]>", "]]]]>>", "<![CDATA[", "</xml>", "&amp;", "\u0000x", "a]]></Content><MsgType>event</MsgType>"),
  );
  fc.assert(
    fc.property(
      fc.array(nasty).map((parts) => parts.join("")),
      (text) => {
        const root = readXml(writeXml({ Content: text, Number: 5 }));
        const legal = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, "");
        expect(root && childText(root, "Content")).toBe(legal);
        expect(root && childText(root, "Number")).toBe("5");
      },
    ),
    { numRuns: 1_000 },
  );
  expect(cdata("a]]>b")).toBe("<![CDATA[a]]]]><![CDATA[>b]]>");
});

test("takes any text at all without throwing", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("<", ">", "/", "xml", "a", "]]>", "<![CDATA[", "!", " ", "&", "<xml>", "</xml>"), maxLength: 60 }),
      (source) => {
        readXml(source);
      },
    ),
    { numRuns: 5_000 },
  );
});
