import type { Dialog, Library } from "../content/library.js";
import type { DialogState } from "../dialog/dialog.js";
import { CALCULATOR_DIALOGS } from "./calculator-dialog.js";
import type { TurnContext } from "./turn.js";

export interface Running {
  readonly dialog: Dialog;
  readonly state: DialogState;
}

export function runningDialog({ conversation, library }: TurnContext): Running | undefined {
  const state = conversation.dialog;
  const dialog = state === undefined ? undefined : dialogOf(library, state);
  return state === undefined || dialog === undefined ? undefined : { dialog, state };
}

/** The version a dialog was begun with; should its file be gone, the newest takes over the same answers. */
export function dialogOf(library: Library, state: DialogState): Dialog | undefined {
  return library.dialogs.byVersion.get(`${state.dialog}@${state.version}`) ?? newestDialog(library, state.dialog);
}

/** The newest version of a dialog, one made from a calculator among them. */
export function newestDialog({ dialogs }: Library, id: string): Dialog | undefined {
  return dialogs.current.get(id) ?? CALCULATOR_DIALOGS.get(id);
}
