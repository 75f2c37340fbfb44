import type { Migration } from "./migration.js";

export const quiz: Migration = {
  version: 8,
  sql: `
    -- Answers to quiz questions, counted by day; nothing here leads to a person or a conversation.
    CREATE TABLE quiz_count (
      day TEXT NOT NULL,
      topic TEXT NOT NULL,
      question TEXT NOT NULL,
      answered INTEGER NOT NULL,
      right_ones INTEGER NOT NULL,
      PRIMARY KEY (day, question)
    ) STRICT;
  `,
};
