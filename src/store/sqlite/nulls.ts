/** A row whose empty columns are missing rather than null. */
export function orUndefined<Row extends object>(row: Row): { [K in keyof Row]: Exclude<Row[K], null> | undefined } {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, (value as unknown) ?? undefined])) as {
    [K in keyof Row]: Exclude<Row[K], null> | undefined;
  };
}
