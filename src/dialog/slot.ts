import type { SlotFile } from "../content/schema/slot.js";
import { countChars, visible } from "../reading/plain-text.js";
import { readChoice } from "../reading/read-choice.js";
import { readCount } from "../reading/read-count.js";
import { readEmployer } from "../reading/read-employer.js";
import { readIdNumber } from "../reading/read-id-number.js";
import { readManyChoice } from "../reading/read-many-choice.js";
import { readName } from "../reading/read-name.js";
import { readPhone } from "../reading/read-phone.js";
import { readProject } from "../reading/read-project.js";
import { readTownship } from "../reading/read-township.js";
import { readYesNoIn } from "../reading/read-yes-no.js";
import type { Reading } from "../reading/reading.js";
import { readAmountSlot } from "./amount-slot.js";
import { readDateSlot, readDatesSlot, readDurationSlot } from "./date-slot.js";
import { readNumberSlot } from "./number-slot.js";
import type { Setting } from "./setting.js";
import { taken, UNUSABLE, type SlotReading } from "./slot-reading.js";

/** Reads a person's words as the kind of value a step asks for. */
export function readSlot(slot: SlotFile, text: string, setting: Setting): SlotReading {
  switch (slot.type) {
    case "text":
      return readText(text, slot.min, slot.max);
    case "yes-no":
      return plainly(readYesNoIn(text, slot));
    case "phone":
      return plainly(readPhone(text));
    case "choice":
      return plainly(readChoice(text, slot.options));
    case "many-choice":
      return plainly(readManyChoice(text, slot.options, slot.none));
    case "amount":
      return readAmountSlot(text, slot.per);
    case "date":
      return readDateSlot(text, slot.edge, setting.today);
    case "duration":
      return readDurationSlot(text);
    case "count":
      return readCountSlot(text, slot);
    case "number":
      return readNumberSlot(text, slot, setting.today);
    case "dates":
      return readDatesSlot(text, slot.max, setting.today);
    case "id-number":
      return readIdNumberSlot(text);
    case "name":
      return tooLong(text) ?? plainly(readName(text));
    case "employer":
      return tooLong(text) ?? plainly(readEmployer(text));
    case "project":
      return tooLong(text) ?? plainly(readProject(text));
    case "township":
      return tooLong(text) ?? plainly(readTownship(text, setting.places));
    case "files":
      return /^(没有|没|无|没得|没有照片|没照片|没材料|以后再补|后面再补|好了|发完了|完了|就这些|没了)$/.test(
        visible(text).replace(/[。！!，,]/g, ""),
      )
        ? taken([])
        : UNUSABLE;
  }
}

const NAME_CHARS_MAX = 60;

function plainly<T extends string | number | boolean | readonly string[]>(reading: Reading<T>): SlotReading {
  return reading.kind === "read" ? taken(reading.value) : UNUSABLE;
}

function tooLong(text: string): SlotReading | undefined {
  return countChars(visible(text)) > NAME_CHARS_MAX ? { kind: "unusable", because: "too-long" } : undefined;
}

function readText(text: string, min: number, max: number): SlotReading {
  const shown = visible(text);
  const length = countChars(shown);
  return length >= min && length <= max && /[\p{L}\p{N}]/u.test(shown) ? taken(shown) : UNUSABLE;
}

function readCountSlot(text: string, { min, max }: { readonly min: number; readonly max: number }): SlotReading {
  const reading = readCount(text);
  if (reading.kind === "unread") return UNUSABLE;
  const { count, low, high } = reading.value;
  if (count < min || count > max) return { kind: "unusable", because: "out-of-range" };
  return taken(count, low === high ? undefined : { low, high });
}

function readIdNumberSlot(text: string): SlotReading {
  const reading = readIdNumber(text);
  if (reading.kind === "read") return taken(reading.value);
  return /\d{17}[\dXx]/.test(text.replace(/[\s-]/g, "")) ? { kind: "unusable", because: "check-digit" } : UNUSABLE;
}
