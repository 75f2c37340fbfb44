import { button, element } from "../chat/element.js";
import type { CaseShown } from "./case-api.js";
import { evidence, group, papers } from "./aids.js";
import { card } from "./card.js";

export interface CaseActions {
  readonly say: (text: string) => Promise<boolean>;
  readonly upload: (files: readonly File[]) => Promise<void>;
  readonly list: (list: File | string) => Promise<boolean>;
  readonly withdraw: () => void;
  readonly again: (act: "reopen" | "unsolved", reason: string) => Promise<boolean>;
  readonly download: (path: string, name: string) => Promise<void>;
  readonly refresh: () => void;
  readonly print: () => void;
}

const ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,.pdf,.docx,.xlsx,.mp3,.m4a,.amr,.mp4";
const TEXT_CHARS_MAX = 2_000;

/** The case as one column of cards. */
export function drawCase(shown: CaseShown, actions: CaseActions): readonly HTMLElement[] {
  return [
    status(shown, actions),
    words(shown, actions),
    files(shown, actions),
    ...evidence(shown),
    ...papers(shown, actions),
    ...group(shown, actions),
    history(shown),
    filed(shown, actions),
    ...ending(shown, actions),
  ];
}

function status({ reference, status: where, promisedOn }: CaseShown, { refresh }: CaseActions): HTMLElement {
  const line = element("p", "status", where);
  line.tabIndex = -1;
  line.id = "status";
  const promise = promisedOn === undefined ? [] : [element("p", "", `最晚 ${promisedOn} 有下一步。`)];
  return card(`编号 ${reference}`, line, ...promise, element("div", "acts", button("quiet", "刷新", refresh)));
}

function words({ messages }: CaseShown, { say }: CaseActions): HTMLElement {
  const talk = messages.map(({ at, from, text }) =>
    element("div", `word ${from}`, element("time", "", `${from === "staff" ? "工作人员" : "您"} ${at}`), text),
  );
  const box = element("textarea", "");
  box.rows = 3;
  box.maxLength = TEXT_CHARS_MAX;
  box.setAttribute("aria-label", "给工作人员留言");
  const form = element("form", "", box, element("button", "big", "留言"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (box.value.trim() !== "") void say(box.value);
  });
  return card("留言", ...(talk.length === 0 ? [element("p", "small", "还没有留言。")] : talk), form);
}

function files({ files: kept }: CaseShown, { upload, download }: CaseActions): HTMLElement {
  const list = kept.map(({ file, name, at }) =>
    element(
      "li",
      "",
      button("quiet", name, () => void download(`/files/${file}`, name)),
      element("time", "", at),
    ),
  );
  const pick = element("input", "");
  pick.type = "file";
  pick.multiple = true;
  pick.accept = ACCEPTED;
  pick.setAttribute("aria-label", "补充材料");
  pick.addEventListener("change", () => {
    if (pick.files !== null && pick.files.length > 0) void upload([...pick.files]);
  });
  const hint = element("p", "small", "照片、pdf、docx、xlsx、录音、视频都可以，一次最多5个，每个不超过20 MB。");
  return card("材料", element("ul", "", ...list), element("form", "", hint, pick));
}

function history({ history: past }: CaseShown): HTMLElement {
  return card("经过", element("ol", "", ...past.map(({ at, what }) => element("li", "", element("time", "", at), what))));
}

function filed({ reference, title, filedAt, unit, hotline, summary, sha256 }: CaseShown, actions: CaseActions): HTMLElement {
  const pairs = [
    { name: "登记时间", value: filedAt },
    { name: "登记事项", value: title },
    { name: "负责单位", value: unit },
    { name: "查询电话", value: hotline },
    ...summary,
    { name: "内容校验值", value: sha256 },
  ];
  const list = element("dl", "", ...pairs.flatMap(({ name, value }) => [element("dt", "", name), element("dd", "", value)]));
  const acts = element(
    "div",
    "acts",
    button("big", "下载回执", () => void actions.download("/proof.pdf", `${reference}.pdf`)),
    button("big quiet", "打印这一页", actions.print),
    button("big quiet", "下载登记内容（校验值由它算出）", () => void actions.download("/filed.json", `${reference}.json`)),
  );
  return card("回执", list, acts);
}

/** What may be done now, each behind one more step. */
function ending({ acts }: CaseShown, actions: CaseActions): readonly HTMLElement[] {
  const cards: HTMLElement[] = [];
  if (acts.includes("unsolved")) cards.push(reasonCard("问题没有解决？", "没解决，继续办", (reason) => actions.again("unsolved", reason)));
  if (acts.includes("reopen")) cards.push(reasonCard("还要办？", "重新办理", (reason) => actions.again("reopen", reason)));
  if (acts.includes("withdraw")) {
    const sure = element("div", "", element("p", "", "撤回以后工作人员就不再办了。以后想办还可以用这个查询码重新办理。"));
    sure.hidden = true;
    sure.append(button("big", "确定撤回", actions.withdraw));
    const ask = button("quiet", "撤回登记", () => {
      sure.hidden = !sure.hidden;
    });
    cards.push(element("section", "card talk", ask, sure));
  }
  return cards;
}

function reasonCard(name: string, label: string, send: (reason: string) => Promise<boolean>): HTMLElement {
  const box = element("textarea", "");
  box.rows = 2;
  box.required = true;
  box.maxLength = TEXT_CHARS_MAX;
  box.setAttribute("aria-label", "怎么回事，写一句就行");
  const form = element("form", "", element("p", "small", "怎么回事，写一句就行。"), box, element("button", "big", label));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(box.value);
  });
  return card(name, form);
}
