/** Chinese characters, small letters and digits alone, as on most buttons and in most answers: nothing in them to tidy. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    const plain = (sign >= 0x4e00 && sign <= 0x9fa5) || (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x30 && sign <= 0x39);
    if (!plain) return false;
  }
  return true;
}

/** Controls and zero-width characters gone, white space single: what a person sees, in the person's own signs. */
export function visible(text: string): string {
  if (isPlain(text)) return text;
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same with full-width signs folded, for reading. */
export function tidy(text: string): string {
  return isPlain(text) ? text : visible(text.normalize("NFKC"));
}

/** A short utterance bare of punctuation, blanks, pictures and closing particles, to be looked up among fixed words. */
export function bareWords(text: string): string {
  const bare = isPlain(text)
    ? text
    : tidy(text)
        .replace(/[\s\p{P}\p{S}\p{M}]+/gu, "")
        .toLowerCase();
  return bare.length > 2 ? bare.replace(/(吧|啊|呀|哦|喔|嘛|哈|哇|咯|啦|了|谢谢|谢了)+$/u, "") : bare;
}

/** Whether words ask something, so that a name among them is no choice made. */
export function isQuestion(text: string): boolean {
  return /[?？]\s*$|[吗么]$|能不能|可不可以|是不是|算不算|要不要|会不会|怎么|多久|咋/u.test(text.trim());
}

export function countChars(text: string): number {
  return [...text].length;
}

/** At most `max` characters, with an ellipsis when something was left out. */
export function clip(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join("")}…`;
}
