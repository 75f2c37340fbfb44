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

/** Many in the same matter: a list pasted, or a table sent. */
export function group({ group: offered }: CaseShown, { list: send, download }: CaseActions): readonly HTMLElement[] {
  if (!offered) return [];
  const box = element("textarea", "");
  box.rows = 4;
  box.setAttribute("aria-label", "名单，一个人一行");
  box.placeholder = "张某 13800000000 12000\n李某，欠8000，代表";
  const form = element("form", "", box, element("button", "big", "交名单"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (box.value.trim() !== "") void send(box.value);
  });
  const pick = element("input", "");
  pick.type = "file";
  pick.accept = ".xlsx,.csv";
  pick.setAttribute("aria-label", "交名单表格");
  pick.addEventListener("change", () => {
    const [file] = pick.files ?? [];
    if (file !== undefined) void send(file);
  });
  const hint = element(
    "p",
    "small",
    "一个人一行：姓名、电话、欠多少；推选的代表在后面写“代表”。也可以交表格（.xlsx、.csv，最大2 MB，最多2000人）。",
  );
  const template = button("quiet", "下载表格模板", () => void download("/group-template.xlsx", "名单模板.xlsx"));
  return [card("一起被欠的人", hint, form, element("form", "", element("div", "acts", template), pick))];
}
