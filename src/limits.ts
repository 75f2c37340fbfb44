/** Every bound in one place; units last in the name. */
export const LIMITS = {
  /** A message longer than this is refused with a reason. In code points. */
  textCharsMax: 5_000,
  bodyBytesMax: 64 * 1024,
  attachmentBytesMax: 20 * 1024 * 1024,
  /** Messages waiting in one conversation's lane before the door says "later". */
  laneDepthMax: 50,
  /** Turns of one activity that may fail before people see it. */
  turnTriesMax: 5,
  outboxTriesMax: 8,
  socketBufferedBytesMax: 1024 * 1024,
  transcriptPageMax: 200,
} as const;
