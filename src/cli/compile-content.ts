import { writeCompiled, type ReadBefore } from "../content/compiled.js";
import { readLibrary } from "../content/load.js";
import { contentRoot } from "./stage.js";

/** The last step of the build. What is broken is left out, for the start to read again and to name. */
const read: ReadBefore = new Map();
readLibrary(contentRoot(), read);
writeCompiled(read);
