/** One step of the schema. Once released a step is never edited; the next one corrects it. */
export interface Migration {
  /** 1, 2, 3, … without gaps; the database keeps the last one applied. */
  readonly version: number;
  readonly sql: string;
}
