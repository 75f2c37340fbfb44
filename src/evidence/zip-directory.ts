// APPNOTE.TXT 4.3.16 and 4.3.12: the end record, and the list of entries it points to.
const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const ENTRIES_MAX = 5_000;
const DIRECTORY_BYTES_MAX = 1024 * 1024;

export interface Directory {
  readonly offset: number;
  readonly length: number;
}

export interface Entry {
  readonly name: string;
  /** Unpacked, as the entry itself says. */
  readonly bytes: number;
}

/** Where a zip's list of entries lies, from the last bytes of a file; undefined when these end no zip. */
export function findDirectory(tail: Buffer): Directory | undefined {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const length = tail.readUInt32LE(at + 12);
    return { offset: tail.readUInt32LE(at + 16), length: Math.min(length, DIRECTORY_BYTES_MAX) };
  }
  return undefined;
}

/** The entries; one that is cut short ends the list. */
export function readDirectory(bytes: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; entries.length < ENTRIES_MAX && at + ENTRY_BYTES <= bytes.length && bytes.readUInt32LE(at) === ENTRY;) {
    const nameBytes = bytes.readUInt16LE(at + 28);
    const end = at + ENTRY_BYTES + nameBytes;
    entries.push({ name: bytes.toString("utf8", at + ENTRY_BYTES, end), bytes: bytes.readUInt32LE(at + 24) });
    at = end + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
