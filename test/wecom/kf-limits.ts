import type { ApiAnswer } from "./stand-in.js";

type Fields = Readonly<Record<string, unknown>>;

/** The byte limits of kf messages; undefined when the message keeps them. */
export function checkMessage(body: Fields): ApiAnswer | undefined {
  switch (body["msgtype"]) {
    case "text":
      return within(fieldsOf(body["text"])["content"], 2_048) ? undefined : tooLong("text.content");
    case "msgmenu":
      return checkMenu(fieldsOf(body["msgmenu"]));
    case "image":
    case "voice":
    case "video":
    case "file":
    case "link":
    case "miniprogram":
    case "location":
      return undefined;
    default:
      return { errcode: 40008, errmsg: "invalid message type" };
  }
}

/** The sender's own id is good once in an account; undefined when it is, or when there is none. */
export function takeMsgid(taken: Set<string>, { msgid }: Fields): ApiAnswer | undefined {
  if (msgid === undefined) return undefined;
  if (typeof msgid !== "string" || !/^[0-9a-zA-Z_-]{1,32}$/.test(msgid)) return { errcode: 40058, errmsg: "invalid msgid" };
  if (taken.has(msgid)) return { errcode: 40058, errmsg: "msgid duplicate" };
  taken.add(msgid);
  return undefined;
}

function checkMenu({ head_content: head, tail_content: tail, list }: Fields): ApiAnswer | undefined {
  if (head !== undefined && !within(head, 1_024)) return tooLong("head_content");
  if (tail !== undefined && !within(tail, 1_024)) return tooLong("tail_content");
  if (!Array.isArray(list)) return { errcode: 40058, errmsg: "list missing" };
  if (list.length > 10) return { errcode: 95008, errmsg: "too many menu items" };
  return list.map((item) => checkItem(fieldsOf(item))).find((refused) => refused !== undefined);
}

function checkItem(item: Fields): ApiAnswer | undefined {
  const click = fieldsOf(item["click"]);
  switch (item["type"]) {
    case "click":
      return within(click["id"], 64) && within(click["content"], 128) ? undefined : tooLong("click");
    case "view":
    case "miniprogram":
    case "text":
      return undefined;
    default:
      return { errcode: 95009, errmsg: "bad menu item" };
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** At least one byte and at most so many, and no half of a pair. */
function within(value: unknown, most: number): boolean {
  if (typeof value !== "string" || value === "" || /\p{Cs}/u.test(value)) return false;
  return Buffer.byteLength(value, "utf8") <= most;
}

function tooLong(what: string): ApiAnswer {
  return { errcode: 40058, errmsg: `${what} out of range` };
}
