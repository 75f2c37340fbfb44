import { shallowRef } from "vue";

export const VIEWS = {
  queue: "工作台",
  intake: "电话来访",
  board: "看板",
  templates: "常用语",
  people: "人员",
  audit: "操作记录",
  account: "我的账号",
} as const;
export type View = keyof typeof VIEWS;

/** On a narrow screen the three panes are three pages. */
export type Pane = "list" | "talk" | "card";

interface Place {
  readonly view: View;
  readonly reference?: string;
}

export const place = shallowRef<Place>(read());
export const pane = shallowRef<Pane>(place.value.reference === undefined ? "list" : "talk");

/** The address after `#` is the place, so that 后退 goes back; it is never sent anywhere. */
export function followAddress(): void {
  addEventListener("hashchange", () => {
    place.value = read();
    pane.value = place.value.reference === undefined ? "list" : "talk";
  });
}

export function go(view: View, reference?: string): void {
  location.hash = reference === undefined ? view : `${view}/${encodeURIComponent(reference)}`;
}

function read(): Place {
  const [name = "", reference = ""] = location.hash.slice(1).split("/");
  const view = Object.keys(VIEWS).find((one) => one === name) as View | undefined;
  return reference === "" ? { view: view ?? "queue" } : { view: view ?? "queue", reference: decoded(reference) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
