const FOCUSABLE = "button, a[href], input, textarea";

/** Prepares a dialog of the page: its close buttons, a press beside it, and Tab going round inside. */
export function prepareSheet(sheet: HTMLDialogElement): void {
  for (const closer of sheet.querySelectorAll(".sheet-close")) closer.addEventListener("click", () => closeSheet(sheet));
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet) closeSheet(sheet);
  });
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Tab") goRound(sheet, event);
    if (event.key === "Escape") closeSheet(sheet);
  });
}

/** Opens it; when it closes, focus goes back to where it was. */
export function openSheet(sheet: HTMLDialogElement): void {
  const before = document.activeElement;
  sheet.addEventListener("close", () => (before instanceof HTMLElement && before.isConnected ? before.focus() : undefined), { once: true });
  // Phones from before 2022 know no modal dialogs; there it lies over the page all the same.
  const modal = typeof sheet.showModal === "function";
  sheet.classList.toggle("flat", !modal);
  if (modal) sheet.showModal();
  else sheet.setAttribute("open", "");
  sheet.scrollTop = 0;
  sheet.querySelector<HTMLElement>(".sheet-close")?.focus();
}

export function closeSheet(sheet: HTMLDialogElement): void {
  if (typeof sheet.close === "function") return sheet.close();
  sheet.removeAttribute("open");
  sheet.dispatchEvent(new Event("close"));
}

function goRound(sheet: HTMLElement, event: KeyboardEvent): void {
  const stops = [...sheet.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const [edge, other] = event.shiftKey ? [first, last] : [last, first];
  if (document.activeElement !== edge) return;
  event.preventDefault();
  other?.focus();
}
