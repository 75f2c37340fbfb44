import type { Dialog, Library } from "../content/library.js";
import { COMPLAINT_DIALOGS } from "../content/schema/related.js";
import type { Recognizer } from "../recognizer/recognizer.js";
import { bareWords, countChars, tidy } from "../reading/plain-text.js";

const WISH =
  /(?:要|想|得|来|必须|准备|打算|给我|帮我|替我|我)(?:去|再|还|也|们|你们|实名|匿名)*(?:投诉|举报|告他们?|告老板|告公司|告单位|告这|告我们|控告|登记|立案|立个案|反映|维权|讨薪|讨要|申诉)|^(?:投诉|举报|反映|登记)|要告(?!诉|知|别)|讨(?:个|回)(?:说法|公道)/u;
/** Help and a word of advice are filed the same way. */
const ASKS =
  /(?:我|想|要|来|给我|帮我)(?:们|想|要|来|先|再)*(?:申请|登记)(?:一下|个|点)?(?:困难|帮扶|救助)|(?:我|想)(?:们|想|要|来|有|提|个|一?点|一?些|几|条)*(?:意见|建议)/u;
const HOW =
  /怎么|如何|咋|哪里|哪儿|去哪|找谁|能不能|可不可以|可以(?:投诉|举报|告)|多久|什么(?:部门|地方|时候|条件|材料)|流程|入口|电话是|有用吗|吗$/u;
const HOW_CHARS_MAX = 20;
/** Whoever complained elsewhere and was not heard asks what to do about that. */
const UNHEARD =
  /(?:投诉|举报|反映|信访|立案).{0,12}(?:石沉大海|[没无](?:有)?(?:动静|回音|回复|结果|下文|人[理管])|不(?:受理|立案|处理)|答复)/u;
/** A likely answer says as much of the matter as two cue words. */
const CARD_WEIGHT = 2;
/** Closer rivals are asked about: the wrong form costs more than a question. */
const LEAD_MIN = 0.5;

/** Whether a text asks us to take a complaint, and not how complaints are made. */
export function wishesToComplain(text: string): boolean {
  const plain = tidy(text);
  return (
    (WISH.test(plain) || ASKS.test(plain)) && !UNHEARD.test(plain) && !(HOW.test(bareWords(plain)) && countChars(plain) <= HOW_CHARS_MAX)
  );
}

/** The dialogs that take complaints, what people come for most often first. */
export function complaintDialogs({ dialogs }: Library): readonly Dialog[] {
  return COMPLAINT_DIALOGS.flatMap((id) => dialogs.current.get(id) ?? []).filter(({ outcome }) => outcome === "case");
}

/** The one dialog a story is surely about: by its cue words, and by the answer its words lead to. */
export function dialogFor(library: Library, recognizer: Recognizer, text: string): Dialog | undefined {
  const plain = tidy(text);
  const { candidates } = recognizer.recognize(text);
  const likely = (id: string): number =>
    Math.max(0, ...candidates.filter(({ entry }) => leadsTo(library, entry) === id).map(({ score }) => score));
  const ranked = complaintDialogs(library)
    .map((dialog) => ({
      dialog,
      score: cuesIn(dialog, plain) + CARD_WEIGHT * likely(dialog.id),
    }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const [first, second] = ranked;
  return first !== undefined && first.score >= (second?.score ?? 0) + LEAD_MIN ? first.dialog : undefined;
}

function cuesIn({ cues }: Dialog, plain: string): number {
  return cues.filter((cue) => plain.includes(cue)).length;
}

/** The complaint dialog an answer leads on to, where there is one. */
export function leadsTo({ answers, dialogs }: Library, entry: string): string | undefined {
  const answer = answers.get(entry);
  if (answer === undefined) return undefined;
  if (answer.dialog !== undefined) return dialogs.current.has(answer.dialog) ? answer.dialog : undefined;
  return [...dialogs.current.values()].find(({ topics }) => topics.includes(answer.topic))?.id;
}
