import { mkdir, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDERS = ["src", "test/delivery", "test/wecom"];

/** Puts the program into a folder as JavaScript, as the build does, so that a child process starts fast. */
export async function compile(into: string): Promise<void> {
  await symlink(join(ROOT, "node_modules"), join(into, "node_modules"));
  await writeFile(join(into, "package.json"), '{ "type": "module" }');
  for (const folder of FOLDERS) {
    const names = await readdir(join(ROOT, folder), { recursive: true });
    await Promise.all(
      names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).map((name) => compileFile(into, join(folder, name))),
    );
  }
}

async function compileFile(into: string, path: string): Promise<void> {
  const source = await readFile(join(ROOT, path), "utf8");
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  const target = join(into, path.replace(/\.ts$/, ".js"));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, ts.transpileModule(source, { compilerOptions }).outputText);
}
