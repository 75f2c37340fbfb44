import type { MatterChange } from "./act.js";
import { BODIES } from "./case.js";
import { STATE_WORDS } from "./words.js";

/** What the person is told of a change. */
export interface ChangeTold {
  readonly text: string;
  /** Written by staff for the person, and so kept on his page too; missing when the state says it all. */
  readonly letter?: string;
}

/**
 * A change by staff in the person's words; every act has some. Of what staff wrote only what is meant for the person is
 * in it: never a reason of the office's own.
 */
export function tellChange(change: MatterChange, names: { readonly by: string; readonly to?: string }): ChangeTold {
  const { act, details } = change;
  const words = wordsOf(change, names);
  if (act === "merge") return { text: words, letter: words };
  const letter = act === "ask-worker" ? details.reason : details.told;
  return letter === undefined ? { text: words } : { text: `${words}\n${letter}`, letter };
}

function wordsOf({ act, reference, state, details }: MatterChange, { by, to = "" }: { readonly by: string; readonly to?: string }): string {
  const about = `（编号 ${reference}）`;
  switch (act) {
    case "claim":
      return `工作人员${by}来了，接下来由他和您说。${about}`;
    case "release":
      return `工作人员${by}先离开了，您的事还排着，会有别的同事来接手，不用重新登记。${about}`;
    case "transfer":
      return `工作人员${by}先离开了，接下来由工作人员${to}负责您的事。${about}`;
    case "refer":
      return `您的事有新进展${about}：已经转给${details.body === undefined ? "有关部门" : BODIES[details.body]}，我们会一直跟到那边答复。`;
    case "answered":
      return `您的事有新进展${about}：有关部门已经答复，工作人员接着办。`;
    case "merge":
      return `您的这件事${about}和已经登记的${details.into === undefined ? "" : `（编号 ${details.into}）`}是同一件，合在一起办，不用再登记。`;
    case "reopen":
      return `您的事重新办理了${about}，正在等工作人员接手，编号不变。`;
    case "begin":
    case "ask-worker":
    case "ask-employer":
    case "resume":
    case "finish":
    case "settle":
    case "decline":
    case "close":
    case "unsolved":
    case "withdraw":
      return `您的事有新进展${about}：${STATE_WORDS[state]}`;
  }
}
