// The worker's entry when the program runs from source; not part of the build.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
