import { Chat } from "./chat.js";
import { find } from "./element.js";
import { prepareQuickExit } from "./quick-exit.js";
import { Session, whenReplaced } from "./session.js";
import { closeSheet, openSheet, prepareSheet } from "./sheet.js";
import { prepareTextSize } from "./text-size.js";

const session = new Session();
const chat = new Chat(session);

prepareTextSize(find("text-size", HTMLElement));
prepareQuickExit(find("quick-exit", HTMLButtonElement), () => (session.left = true));
for (const sheet of document.querySelectorAll("dialog")) prepareSheet(sheet);
find("open-privacy", HTMLButtonElement).addEventListener("click", () => openSheet(find("privacy", HTMLDialogElement)));
find("open-forget", HTMLButtonElement).addEventListener("click", () => openSheet(find("forget", HTMLDialogElement)));
find("forget-now", HTMLButtonElement).addEventListener("click", () => {
  closeSheet(find("forget", HTMLDialogElement));
  chat.forget();
});
whenReplaced(() => location.reload());
// By its address it would leave an entry in the history, to which a quick exit can be undone.
find("skip", HTMLAnchorElement).addEventListener("click", (event) => {
  event.preventDefault();
  find("say", HTMLTextAreaElement).focus();
});

if (session.left) askFirst();
else chat.begin();

/** After a quick exit the earlier conversation is shown to whoever asks for it, not to whoever opens the page. */
function askFirst(): void {
  const veil = find("veil", HTMLElement);
  veil.hidden = false;
  document.body.classList.add("veiled");
  find("resume", HTMLButtonElement).addEventListener("click", () => lift(veil));
  find("begin-new", HTMLButtonElement).addEventListener("click", () => {
    chat.forget();
    lift(veil);
  });
}

function lift(veil: HTMLElement): void {
  session.left = false;
  veil.remove();
  document.body.classList.remove("veiled");
  chat.begin();
}
