import type Database from "better-sqlite3";
import type { About } from "../../case/case.js";
import type { KeptMatter } from "../case-store.js";
import { matterOf, type MatterRow } from "./matter-rows.js";
import { MATTER_COLUMNS } from "./matter-sql.js";
import { prepareAll } from "./prepare.js";
import { unseal } from "./sealed.js";
import { samenessOf, searchPairs, searchQuery } from "./search-terms.js";

const SEARCH_SQL = {
  addPairs: `INSERT INTO matter_search (rowid, pairs) SELECT position, @pairs FROM matter WHERE reference = @reference`,
  addSame: `INSERT INTO matter_same (reference, kind, value) VALUES (@reference, @kind, @value) ON CONFLICT DO NOTHING`,
  notIndexed: `
    SELECT a.reference, a.about FROM matter m JOIN matter_about a ON a.reference = m.reference
    WHERE m.position > COALESCE((SELECT rowid FROM matter_search ORDER BY rowid DESC LIMIT 1), 0) ORDER BY m.position LIMIT 1000`,
  search: `
    SELECT ${MATTER_COLUMNS}, m.position FROM matter_search s JOIN matter m ON m.position = s.rowid
    JOIN matter_about a ON a.reference = m.reference
    WHERE matter_search MATCH @query AND s.rowid < @before ORDER BY s.rowid DESC LIMIT @limit`,
  related: `
    SELECT ${MATTER_COLUMNS}, m.position, 'person' AS same FROM matter m JOIN matter_about a ON a.reference = m.reference
    WHERE m.conversation_id = (SELECT conversation_id FROM matter WHERE reference = @reference) AND m.reference <> @reference
    UNION
    SELECT ${MATTER_COLUMNS}, m.position, s.kind AS same FROM matter_same o
    JOIN matter_same s ON s.kind = o.kind AND s.value = o.value AND s.reference <> o.reference
    JOIN matter m ON m.reference = s.reference JOIN matter_about a ON a.reference = m.reference
    WHERE o.reference = @reference
    ORDER BY position DESC LIMIT @limit`,
} as const;

/** Finding matters by what was said in them. */
export interface Search {
  /** To be called in the act that opens the matter. */
  add(reference: string, about: About): void;
  find(search: { readonly words: string; readonly before: number; readonly limit: number }): {
    readonly matters: readonly KeptMatter[];
    readonly next?: number;
  };
  related(reference: string, limit: number): readonly (KeptMatter & { readonly same: "person" | "employer" })[];
}

export function prepareSearch(db: Database.Database): Search {
  const run = prepareAll(db, SEARCH_SQL);

  function add(reference: string, about: About): void {
    run.addPairs.run({ reference, pairs: searchPairs(reference, about) });
    for (const same of samenessOf(about)) run.addSame.run({ reference, ...same });
  }

  // Matters from before there was a search.
  for (;;) {
    const rows = run.notIndexed.all() as Pick<MatterRow, "reference" | "about">[];
    if (rows.length === 0) break;
    db.transaction(() => rows.forEach(({ reference, about }) => add(reference, unseal<About>(about))))();
  }

  return {
    add,
    find({ words, before, limit }) {
      const query = searchQuery(words);
      if (query === undefined) return { matters: [] };
      const rows = run.search.all({ query, before, limit: limit + 1 }) as MatterRow[];
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { matters: rows.slice(0, limit).map(matterOf), ...(last === undefined ? {} : { next: last.position }) };
    },
    related: (reference, limit) =>
      (run.related.all({ reference, limit }) as (MatterRow & { same: "person" | "employer" })[]).map((row) => ({
        ...matterOf(row),
        same: row.same,
      })),
  };
}
