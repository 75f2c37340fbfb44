/** Day and place in which words are read: 去年 and 镇上 mean nothing without. */
export interface Setting {
  /** `YYYY-MM-DD` in Beijing. */
  readonly today: string;
  readonly places: readonly Place[];
}

/** A township and the other names people give it. */
export interface Place {
  readonly name: string;
  readonly also: readonly string[];
}
