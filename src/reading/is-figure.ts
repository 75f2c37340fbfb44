/** 两万六, 13800001111 and 去年十月 name nothing. */
export function isFigure(said: string): boolean {
  return /^[\d零一二两三四五六七八九十百千万亿几多半点.,元块钱年月日号天个人名左右大概去今前]+$/u.test(said);
}
