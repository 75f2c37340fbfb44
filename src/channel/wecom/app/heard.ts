import type { Activity } from "../../../conversation/activity.js";
import { LIMITS } from "../../../limits.js";
import { childText, type XmlElement } from "../xml.js";

const PREFIX = "app-";

/** A member's conversation with the app. Reversible, so that an answer finds its way back without a table. */
export function conversationOfMember(userid: string): string {
  return PREFIX + Buffer.from(userid, "utf8").toString("base64url");
}

export function memberOf(conversationId: string): string {
  return Buffer.from(conversationId.slice(PREFIX.length), "base64url").toString("utf8");
}

/**
 * What a member says to the app, as the activity it is; undefined for events and for kinds the app is not asked by.
 * `at` in ms. A member of a linked corp has a slash in the id and is none of ours.
 */
export function readMember(root: XmlElement, at: number): Omit<Activity, "id"> | undefined {
  const userid = childText(root, "FromUserName") ?? "";
  const sourceId = childText(root, "MsgId") ?? "";
  if (!/^[\w.@-]{1,64}$/.test(userid) || !/^\d{1,24}$/.test(sourceId)) return undefined;
  const text = wordsOf(root);
  if (text === undefined) return undefined;
  const conversationId = conversationOfMember(userid);
  return {
    channel: "wecom-app",
    conversationId,
    sourceId,
    from: { role: "worker", id: userid },
    kind: "message",
    text,
    attachments: [],
    at,
  };
}

function wordsOf(root: XmlElement): string | undefined {
  switch (childText(root, "MsgType")) {
    case "text":
      return [...(childText(root, "Content") ?? "").replace(/\p{Cs}/gu, "\ufffd")].slice(0, LIMITS.messageCharsMax).join("");
    case "link":
      return childText(root, "Url") ?? "";
    case "location":
      return childText(root, "Label") ?? "";
    // Pictures and recordings cannot be read: asked for in words.
    case "image":
    case "voice":
    case "video":
      return "";
    case undefined:
    default:
      return undefined;
  }
}
