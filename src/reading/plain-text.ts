/** Controls and zero-width characters gone, white space single: what a person sees, in the person's own signs. */
export function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same with full-width signs folded, for reading. */
export function tidy(text: string): string {
  return visible(text.normalize("NFKC"));
}

/** A short utterance bare of punctuation, blanks, pictures and closing particles, to be looked up among fixed words. */
export function bareWords(text: string): string {
  const bare = tidy(text)
    .replace(/[\s\p{P}\p{S}\p{M}]+/gu, "")
    .toLowerCase();
  return bare.length > 2 ? bare.replace(/(吧|啊|呀|哦|喔|嘛|哈|哇|咯|啦|了|谢谢|谢了)+$/u, "") : bare;
}

export function countChars(text: string): number {
  return [...text].length;
}

/** At most `max` characters, with an ellipsis when something was left out. */
export function clip(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join("")}…`;
}
