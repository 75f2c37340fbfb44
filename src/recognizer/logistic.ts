/** Feature numbers (below `width`) with their values. */
export interface SparseRow {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

export interface Example {
  readonly row: SparseRow;
  readonly positive: boolean;
  /** How much this example counts. */
  readonly weight: number;
}

export interface LogisticOptions {
  readonly width: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
}

export interface LogisticModel {
  /** The log of the odds. */
  decide(row: SparseRow): number;
}

/** Binary logistic regression by AdaGrad in a fixed order, so that the same examples always give the same model. */
export function trainLogistic(examples: readonly Example[], options: LogisticOptions): LogisticModel {
  const weights = new Float32Array(options.width + 1);
  const seen = new Float32Array(options.width + 1).fill(1e-6);
  const order = shuffled(examples.length);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const index of order) learn(examples[index] as Example, { weights, seen, options });
  }
  return { decide: (row) => margin(weights, row) };
}

interface State {
  readonly weights: Float32Array;
  readonly seen: Float32Array;
  readonly options: LogisticOptions;
}

function learn({ row, positive, weight }: Example, { weights, seen, options }: State): void {
  const error = weight * ((positive ? 1 : 0) - sigmoid(margin(weights, row)));
  const { features, values } = row;
  for (let at = 0; at < features.length; at++) {
    const feature = features[at] as number;
    const old = weights[feature] as number;
    const slope = error * (values[at] as number) - options.decay * old;
    seen[feature] = (seen[feature] as number) + slope * slope;
    weights[feature] = old + (options.rate * slope) / Math.sqrt(seen[feature]);
  }
  const bias = options.width;
  seen[bias] = (seen[bias] as number) + error * error;
  weights[bias] = (weights[bias] as number) + (options.rate * error) / Math.sqrt(seen[bias]);
}

function margin(weights: Float32Array, { features, values }: SparseRow): number {
  let total = weights[weights.length - 1] as number;
  for (let at = 0; at < features.length; at++) total += (weights[features[at] as number] as number) * (values[at] as number);
  return total;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** 0..count-1 in an order that looks random and never changes. */
export function shuffled(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  let state = 0x9e3779b9;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
  return order;
}
