import type { Attachment } from "../conversation/activity.js";
import { Play, type Stage } from "./play.js";

export const DEFAULT_TIME = Date.parse("2026-03-02T09:00:00+08:00");

/**
 * Plays a story's own lines (`#` what it shows, `>` worker, `@` the clock, `!` an event) and writes the whole story
 * again with what the core says now. A story that holds comes back unchanged. Throws on a line it does not know.
 */
export function replay(story: string, stage: Stage): string {
  const play = new Play(stage, DEFAULT_TIME);
  const told: string[] = [];
  for (const line of story.split("\n")) {
    const mark = line.slice(0, 1);
    if (line === "" || mark === "#") {
      told.push(line);
      continue;
    }
    if ("<|[=".includes(mark)) continue;
    told.push(line);
    if (mark === "@") play.setClock(Date.parse(`${line.slice(1).trim().replace(" ", "T")}:00+08:00`));
    else if (mark === ">") told.push(play.tell(play.say(unescape(line.slice(1).trim()))));
    else if (mark === "!") told.push(...happen(play, line.slice(1).trim()));
    else throw new Error(`unknown line in a story: ${line}`);
  }
  return told.join("\n");
}

/** `\n` and `×3` let one line hold a long or a broken message. */
export function unescape(text: string): string {
  const many = /^(.*)×(\d+)$/.exec(text);
  const whole = many === null ? text : (many[1] ?? "").repeat(Number(many[2]));
  return whole.replaceAll("\\n", "\n").replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

function happen(play: Play, event: string): string[] {
  const [what = "", count = "1"] = event.split(" ");
  switch (what) {
    case "arrive":
      return [play.tell(play.say("", { kind: "arrive" }))];
    case "files": {
      const file: Attachment = { name: "photo.jpg", contentType: "image/jpeg", bytes: 1000 };
      return [play.tell(play.say("", { attachments: Array.from({ length: Number(count) }, () => file) }))];
    }
    case "staff-takes-over":
      play.setOwner({ by: "staff", staffId: "s1", name: "王某" });
      return [];
    case "staff-hands-back":
      play.setOwner({ by: "bot" });
      return [];
    default:
      throw new Error(`unknown event in a story: ${event}`);
  }
}
