// A process of its own that opens a data folder, says how that went, and holds it until it is killed.
import { OutsideError } from "../../src/errors.js";
import { openSqlite } from "../../src/store/sqlite/sqlite.js";

try {
  await openSqlite({ folder: process.argv[2] ?? "" });
  process.stdout.write("open\n");
} catch (error) {
  process.stdout.write(`${error instanceof OutsideError ? error.code : String(error)}\n`);
}
