/** Every bound in one place; units last in the name. */
export const LIMITS = {
  /** A message longer than this is refused with a reason. In code points. */
  textCharsMax: 5_000,
  bodyBytesMax: 64 * 1024,
  attachmentBytesMax: 20 * 1024 * 1024,
  /** Messages waiting in one conversation's lane before the door says "later". */
  laneDepthMax: 50,
  /** Conversations kept in memory so that their next turn need not be read for; a few kilobytes each. */
  recentConversationsMax: 1_000,
  /** Turns of one activity that may fail before people see it. */
  turnTriesMax: 5,
  outboxTriesMax: 8,
  socketBufferedBytesMax: 1024 * 1024,
  transcriptPageMax: 200,
  /** Over this a message is turned away at the door; between textCharsMax and this it is kept and answered with a reason. In code points. */
  messageCharsMax: 20_000,
  uploadFilesMax: 5,
  uploadBytesMax: 25 * 1024 * 1024,
  /** A page of transcript ends early when its lines make this much text. */
  pageBytesMax: 256 * 1024,
  /** The only key an anonymous worker has to come back days later; renewed at every use of the page. */
  tokenSeconds: 30 * 86_400,
  /** A ticket stands in an address, which others may log. */
  ticketSeconds: 60,
} as const;

/** So many in so many seconds. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
}

/** How much of the web chat one address or one conversation may use. */
export interface WebchatLimits {
  /** New tokens and conversations from one address; a whole building site may share one. */
  readonly newcomers: Rate;
  /** Messages in one conversation: a person typing. */
  readonly messages: Rate;
  readonly uploads: Rate;
  readonly uploadsPerPeer: Rate;
  /** Fetches of the transcript in one conversation. */
  readonly reads: Rate;
  /** Frames from the client, which has nothing to say but that it is there. */
  readonly frames: Rate;
  readonly socketsPerConversation: number;
  readonly socketsPerPeer: number;
  readonly sockets: number;
  readonly connectionsPerPeer: number;
  readonly connections: number;
}

export const WEBCHAT_LIMITS: WebchatLimits = {
  newcomers: { points: 300, seconds: 60 },
  messages: { points: 40, seconds: 60 },
  uploads: { points: 20, seconds: 3_600 },
  uploadsPerPeer: { points: 200, seconds: 3_600 },
  reads: { points: 100, seconds: 10 },
  frames: { points: 30, seconds: 10 },
  socketsPerConversation: 5,
  socketsPerPeer: 500,
  sockets: 5_000,
  connectionsPerPeer: 1_000,
  connections: 10_000,
};
