import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replay } from "../src/cli/replay.js";
import { stage } from "./support/stage.js";

const FOLDER = join(import.meta.dirname, "transcripts");
const RECORD = process.env["RECORD"] === "1" && process.env["CI"] === undefined;

const stories = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".chat"));

describe("transcripts", () => {
  test("there are stories of every kind", () => expect(stories.length).toBeGreaterThan(40));

  for (const name of stories) {
    test(name.replaceAll("\\", "/"), () => {
      const path = join(FOLDER, name);
      const story = readFileSync(path, "utf8");
      const told = replay(story, stage());
      if (RECORD) writeFileSync(path, told);
      else expect(told).toBe(story);
    });
  }
});
