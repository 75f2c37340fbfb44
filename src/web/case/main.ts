import { find } from "../chat/element.js";
import { prepareQuickExit } from "../chat/quick-exit.js";
import { CaseApi, type Answer, type CaseShown } from "./case-api.js";
import { drawCase, type CaseActions } from "./case-view.js";

const form = find("open", HTMLFormElement);
const code = find("code", HTMLInputElement);
const said = find("said", HTMLParagraphElement);
const shown = find("case", HTMLDivElement);
/** A message that may have arrived is sent again with the same id, and is kept once. */
let unsent: { readonly id: string; readonly text: string } | undefined;

prepareQuickExit(find("quick-exit", HTMLButtonElement), () => undefined);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const api = new CaseApi(code.value.normalize("NFKC").replace(/[^0-9A-Za-z]/g, ""));
  void api.show().then((answer) => {
    if (!tell(answer)) return;
    form.hidden = true;
    code.value = "";
    draw(api, answer.value, true);
  });
});

function draw(api: CaseApi, view: CaseShown, first = false): void {
  const update = async (asked: Promise<Answer<CaseShown>>, done: string): Promise<boolean> => {
    const answer = await asked;
    if (!tell(answer, done)) return false;
    draw(api, answer.value);
    return true;
  };
  const actions: CaseActions = {
    async say(text) {
      if (unsent?.text !== text) unsent = { id: newId(), text };
      const sent = await update(api.post("/messages", unsent), "已经转给工作人员。");
      if (sent) unsent = undefined;
      return sent;
    },
    upload: async (files) => void (await update(api.upload(files), "材料收到了。")),
    list: (list) => update(api.list(list), "名单收到了，合计写在下面的留言里。"),
    withdraw: () => void update(api.post("/withdraw", { confirm: true }), "已经撤回。"),
    again: (act, reason) => update(api.post(`/${act}`, { reason }), "收到，会继续办理。"),
    refresh: () => void update(api.show(), "已刷新。"),
    print: () => print(),
    async download(path, name) {
      const answer = await api.download(path);
      if (tell(answer)) save(answer.value, name);
    },
  };
  shown.replaceChildren(...drawCase(view, actions));
  shown.hidden = false;
  if (first) document.getElementById("status")?.focus();
}

function tell<T>(answer: Answer<T>, done = ""): answer is Extract<Answer<T>, { kind: "ok" }> {
  const text = answer.kind === "ok" ? done : answer.message;
  said.textContent = text;
  said.hidden = text === "";
  return answer.kind === "ok";
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
