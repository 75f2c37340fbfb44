import { checkCitations } from "./check-citations.js";
import type { Say } from "./fault.js";
import { findArticle, type Answer, type Library } from "./library.js";

/** What the answer was before: times that neither overlap nor leave the order open, each on law of its time. */
export function checkEarlier(library: Library, answer: Answer, say: Say): void {
  checkChanged(library, answer, say);
  const { earlier = [], from, asksDay } = answer;
  if (earlier.length === 0) return asksDay === undefined ? undefined : say("asksDay", "没有 earlier，就不用问日子");
  if (from === undefined) return say("from", "写了 earlier，就要写现在的说法从哪天起（from）");
  let next = from;
  earlier.forEach(({ from: begun, until, citations }, index) => {
    const at = `earlier.${index}`;
    if (until >= next) say(`${at}.until`, `和后面的时间重了：要早于 ${next}`);
    if (begun === undefined && index < earlier.length - 1) say(`${at}.from`, "前面还有更早的，要写从哪天起");
    if (begun !== undefined && begun > until) say(`${at}.from`, "起比止晚");
    next = begun ?? until;
    const days = begun === undefined ? [until] : [begun, until];
    for (const { where, what } of days.flatMap((day) => checkCitations(library, citations, day))) say(`${at}.${where}`, what);
  });
}

/** The older wording of an article would let today's answer pass for that time's. */
function checkChanged(library: Library, answer: Answer, say: Say): void {
  for (const { law, article } of answer.citations) {
    const found = findArticle(library, law, article);
    const changed = found?.before?.some(({ gist }) => gist !== found.gist) ?? false;
    if (found !== undefined && changed && (answer.from ?? "") < found.inForce.from)
      say("from", `《${law}》${article}从 ${found.inForce.from} 起才是这样，这条答案要写 from`);
  }
}
