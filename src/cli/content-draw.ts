import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawDialog } from "../content/draw.js";
import { printFault } from "../content/fault.js";
import { readLibrary } from "../content/load.js";

/** `hotline content draw`: writes every current dialog's diagram; the names of the files written. */
export function contentDraw(root: string, folder: string): readonly string[] {
  const { library, faults } = readLibrary(root);
  if (faults.length > 0) throw new Error(faults.map(printFault).join("\n"));
  mkdirSync(folder, { recursive: true });
  return [...library.dialogs.current.values()].map((dialog) => {
    const file = join(folder, `${dialog.id}.md`);
    writeFileSync(file, drawDialog(dialog));
    return file;
  });
}
