import { askFor, figureFen, type Environment } from "./figures.js";
import { cite, flag, type Flag, type Step } from "./result.js";
import { sayYuan } from "./say.js";

export interface SeveranceBase {
  readonly baseFen: number;
  /** Half months that may be counted at most, when the base is capped. */
  readonly halvesMax?: number;
  readonly steps: readonly Step[];
  readonly flags: readonly Flag[];
}

/** Twelve years, in half months (劳动合同法 第四十七条第二款). */
const CAPPED_HALVES = 24;

/**
 * The month's pay that counts: never under the local minimum wage, never over three times the local average. Both figures
 * are regional; where one is not confirmed the pay stands as it is, and a flag says what might change it.
 */
export function severanceBase(payFen: number, endedOn: string, env: Environment): SeveranceBase {
  const average = figureFen(env, "average-wage", endedOn);
  const minimum = figureFen(env, "minimum-wage", endedOn);
  const flags: Flag[] = [];
  if (average === undefined)
    flags.push(
      flag("cap", `您的月工资要是高过当地上年度职工月平均工资的3倍，就按3倍算，年限最多算12年，会比这个数少。${askFor("average-wage")}。`),
    );
  if (minimum === undefined)
    flags.push(flag("floor", `您的月工资要是低于当地最低工资，就按最低工资算，会比这个数多。${askFor("minimum-wage")}。`));
  if (average !== undefined && payFen > average * 3) return capped(payFen, average, flags);
  if (minimum !== undefined && payFen < minimum) return raised(payFen, minimum, flags);
  return {
    baseFen: payFen,
    flags,
    steps: [
      {
        text: `月工资按离职前12个月的平均应发工资算（奖金、津贴、补贴都算）：${sayYuan(payFen)}。`,
        basis: [...cite("劳动合同法", "第四十七条"), ...cite("劳动合同法实施条例", "第二十七条")],
      },
    ],
  };
}

function capped(payFen: number, average: number, flags: readonly Flag[]): SeveranceBase {
  const baseFen = average * 3;
  const text = `月工资${sayYuan(payFen)}高过当地上年度职工月平均工资${sayYuan(average)}的3倍，按3倍${sayYuan(baseFen)}算，年限最多12年。`;
  return {
    baseFen,
    halvesMax: CAPPED_HALVES,
    steps: [{ text, basis: cite("劳动合同法", "第四十七条") }],
    flags: [...flags, flag("cap", "月工资超过3倍，已经封顶。")],
  };
}

function raised(payFen: number, minimum: number, flags: readonly Flag[]): SeveranceBase {
  const text = `月平均工资${sayYuan(payFen)}低于当地最低工资，按最低工资${sayYuan(minimum)}算。`;
  return {
    baseFen: minimum,
    steps: [{ text, basis: cite("劳动合同法实施条例", "第二十七条") }],
    flags: [...flags, flag("floor", "月工资低于最低工资，已经按最低工资托底。")],
  };
}
