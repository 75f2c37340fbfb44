/** One phone in one page; what people wrote is put in as text. */
export const PHONE_PAGE = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>微信客服（模拟）</title>
<style>
  body { margin: 0; background: #ddd; font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 420px; height: 100vh; margin: auto; display: flex; flex-direction: column; background: #ededed; }
  header, form, nav { padding: 8px 12px; background: #f7f7f7; }
  #talk { flex: 1; overflow-y: auto; padding: 12px; }
  .line { margin: 0 0 12px; padding: 8px 12px; border-radius: 6px; background: #fff; width: fit-content; max-width: 85%; white-space: pre-wrap; overflow-wrap: anywhere; }
  .person { margin-left: auto; background: #95ec69; }
  .staff { background: #ffe9b8; }
  .line button { display: block; margin-top: 6px; border: 0; background: none; color: #576b95; font: inherit; text-align: left; cursor: pointer; }
  form { display: flex; gap: 8px; } input[type=text] { flex: 1; font: inherit; padding: 6px; }
  nav button { margin: 2px; } small { color: #666; }
</style>
<main>
  <header>职工热线 <small id="state"></small></header>
  <div id="talk" aria-live="polite"></div>
  <form id="form"><input id="text" type="text" aria-label="说话" autocomplete="off"><button>发送</button></form>
  <nav>
    <button data-do="enter">进入会话</button><label>发照片 <input id="photo" type="file" accept="image/*"></label>
    <button data-do="recall">撤回上一条</button><button data-do="staff">工作人员回话</button><button data-do="end">工作人员结束</button>
    <button data-do="later">过一天</button>
  </nav>
</main>
<script>
  const user = new URLSearchParams(location.search).get("user") ?? "guest";
  const STATES = ["新会话", "机器人接待", "在接待池里等人", "人工接待", "已结束或没开始"];
  const talk = document.getElementById("talk");
  let shown = 0;
  const ask = async (path, body) => show(await (await fetch(path + "?user=" + user, body === undefined ? {} : { method: "POST", body })).json());
  const say = (content, menu_id) => ask("/say", JSON.stringify(menu_id === undefined ? { content } : { content, menu_id }));
  function show({ state, seen }) {
    document.getElementById("state").textContent = STATES[state];
    for (const { from, msgtype, message } of seen.slice(shown)) {
      const line = document.createElement("div");
      line.className = "line " + from;
      const menu = message.msgmenu;
      line.textContent = message.text?.content ?? menu?.head_content ?? "〔" + msgtype + "〕";
      for (const { click } of menu?.list ?? []) {
        const button = document.createElement("button");
        button.textContent = click.content;
        button.onclick = () => say(click.content, click.id);
        line.append(button);
      }
      if (menu?.tail_content) line.append(menu.tail_content);
      talk.append(line);
      talk.scrollTop = talk.scrollHeight;
    }
    shown = seen.length;
  }
  document.getElementById("form").onsubmit = (event) => {
    event.preventDefault();
    const text = document.getElementById("text");
    if (text.value !== "") say(text.value);
    text.value = "";
  };
  document.getElementById("photo").onchange = (event) => ask("/photo", event.target.files[0]);
  for (const button of document.querySelectorAll("[data-do]")) {
    button.onclick = () => {
      const what = button.dataset.do;
      const words = what === "staff" ? prompt("工作人员说：") : "";
      if (words !== null) ask("/" + what, words);
    };
  }
  setInterval(() => ask("/seen"), 700);
  ask("/enter", "");
</script>`;
