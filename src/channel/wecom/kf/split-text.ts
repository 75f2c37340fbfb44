const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Where a text may be parted, best first; the sign stays with what is before it. */
const SEAMS: readonly RegExp[] = [/\n\n/g, /\n/g, /[。！？；!?;]/g, /[，、：,:]/g];
/** A seam in the first part of the room wastes it. */
const LEAST_SHARE = 0.4;

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/**
 * As much of the text as goes into `maxBytes` of UTF-8, ended where people pause, and what is left. Joined again they
 * are the text; no sign that is seen as one is ever cut, unless it alone is over the limit.
 */
export function takeBytes(text: string, maxBytes: number): readonly [head: string, rest: string] {
  if (bytesOf(text) <= maxBytes) return [text, ""];
  const room = longestPrefix(text, maxBytes);
  const least = room.length * LEAST_SHARE;
  for (const seam of SEAMS) {
    const end = [...room.matchAll(seam)].map(({ index, 0: sign }) => index + sign.length).findLast((at) => at >= least);
    if (end !== undefined && end < text.length) return [text.slice(0, end), text.slice(end)];
  }
  return [room, text.slice(room.length)];
}

/** Parts of at most `maxBytes` each. */
export function splitText(text: string, maxBytes: number): readonly string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== "";) {
    const [head, left] = takeBytes(rest, maxBytes);
    parts.push(head);
    rest = left;
  }
  return parts;
}

function longestPrefix(text: string, maxBytes: number): string {
  let end = 0;
  let bytes = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    bytes += bytesOf(segment);
    if (bytes > maxBytes) return end > 0 ? text.slice(0, end) : wholeSigns(segment, maxBytes);
    end = index + segment.length;
  }
  return text;
}

/** For a sign built of so many that no message holds it. */
function wholeSigns(segment: string, maxBytes: number): string {
  let taken = "";
  for (const sign of segment) {
    if (bytesOf(taken + sign) > maxBytes) break;
    taken += sign;
  }
  return taken;
}
