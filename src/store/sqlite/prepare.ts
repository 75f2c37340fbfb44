import type Database from "better-sqlite3";

/** One statement for each text, under the same name. */
export function prepareAll<Name extends string>(
  db: Database.Database,
  texts: Readonly<Record<Name, string>>,
): Readonly<Record<Name, Database.Statement>> {
  const prepared = Object.entries<string>(texts).map(([name, sql]) => [name, db.prepare(sql)]);
  return Object.fromEntries(prepared) as Record<Name, Database.Statement>;
}
