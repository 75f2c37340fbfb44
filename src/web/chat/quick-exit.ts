const ELSEWHERE = "https://www.weather.com.cn/";
const TWICE_WITHIN_MS = 1_000;

/** By the button or Esc twice: the page is emptied, its place in the history goes to the weather, and coming back shows nothing. */
export function prepareQuickExit(exit: HTMLElement, before: () => void): void {
  const leave = (): void => {
    before();
    document.documentElement.classList.add("left");
    document.body.replaceChildren();
    location.replace(ELSEWHERE);
  };
  let lastEsc = -Infinity;
  exit.addEventListener("click", leave);
  const press = (event: KeyboardEvent): void => {
    // Esc also gives up a word half typed in Chinese.
    if (event.key !== "Escape" || event.isComposing || event.repeat) return;
    const closesSheet = document.querySelector("dialog[open]") !== null;
    if (event.timeStamp - lastEsc < TWICE_WITHIN_MS && !closesSheet) leave();
    lastEsc = event.timeStamp;
  };
  addEventListener("keydown", press, { capture: true });
  addEventListener("pageshow", () => {
    if (document.documentElement.classList.contains("left")) location.reload();
  });
}
