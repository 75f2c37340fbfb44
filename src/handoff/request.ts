/** Why a person is wanted. */
export const HANDOFF_REASONS = {
  asked: "本人要求",
  danger: "遇险",
  "not-understood": "机器人没听懂",
  complaint: "要投诉",
  "bot-off": "机器人已关闭",
} as const;

export type HandoffReason = keyof typeof HANDOFF_REASONS;
