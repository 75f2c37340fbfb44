import { LIMITS } from "../../limits.js";
import type { TranscriptEntry } from "../../store/store.js";
import { encode, type DirectLineActivity, type SentLines } from "./encode.js";

/** Lines in order, and the watermark after which the next ones come. */
export interface ActivityPage {
  readonly activities: readonly DirectLineActivity[];
  readonly watermark: string;
}

/** As many of the entries as make one page; at least one, when there is one. */
export function fillPage(entries: readonly TranscriptEntry[], after: number, sent: SentLines): ActivityPage {
  const activities: DirectLineActivity[] = [];
  let bytes = 0;
  let watermark = after;
  for (const entry of entries) {
    const activity = encode(entry, sent);
    bytes += JSON.stringify(activity).length;
    if (activities.length > 0 && bytes > LIMITS.pageBytesMax) break;
    activities.push(activity);
    watermark = entry.seq;
  }
  return { activities, watermark: String(watermark) };
}

/** When the disk will not, or a client asks too often: nothing new, and where it stood. */
export function emptyPage(after: number): ActivityPage {
  return { activities: [], watermark: String(after) };
}
