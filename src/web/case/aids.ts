import { button, element } from "../chat/element.js";
import type { CaseShown, EvidenceShown } from "./case-api.js";
import { card } from "./card.js";
import type { CaseActions } from "./case-view.js";

/** What proves it: what is in hand, what is missing, what the employer must bring, and what to do today. */
export function evidence({ evidence: shown }: CaseShown): readonly HTMLElement[] {
  return shown === undefined ? [] : [card("证据", element("p", "", shown.verdict), ...lists(shown))];
}

function lists({ today, inHand, toGet, employer }: EvidenceShown): readonly HTMLElement[] {
  return [
    ...list("今天先做", today),
    ...list(
      "手里有的",
      inHand.map(({ item, proves, strength }) => `${item}（${strength}）：证明${proves}。`),
    ),
    ...list(
      "还能去找的",
      toGet.map(({ item, get }) => `${item}：${get}`),
    ),
    ...list(
      "该由单位拿出来的",
      employer.map(({ item, basis }) => `${item}（${basis}）。`),
    ),
  ];
}

function list(name: string, lines: readonly string[]): readonly HTMLElement[] {
  if (lines.length === 0) return [];
  return [element("h3", "", name), element("ul", "plain", ...lines.map((line) => element("li", "", line)))];
}

export function papers({ reference, papers: offered }: CaseShown, { download }: CaseActions): readonly HTMLElement[] {
  if (offered.length === 0) return [];
  const hint = element("p", "small", "按您说的填好了，没说到的地方留着空。是 Word 文件，打印店也能打开；交之前一项一项核对。");
  const buttons = offered.map(({ id, name }) =>
    button("big quiet", `下载${name}`, () => void download(`/papers/${id}`, `${reference}-${id}.docx`)),
  );
  return [card("可以带走的文书", hint, element("div", "acts", ...buttons))];
}
