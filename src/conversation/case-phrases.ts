/** What is said of cases that are filed already. */
export const CASE_PHRASES = {
  noneHere: "从这次对话里没有登记过。请把回执上的查询码发过来，或者打12351说受理编号。",
  unknownCode: "这个查询码没有查到。请对照回执，一个字一个字核对一遍再发。",
  numberOnly: "只凭受理编号，这里不能说办到哪一步了，怕被别人看到。请发回执上的查询码，或者打12351。",
  sendFiles: "好的，照片、录音、文件直接发在这里就行，会放进您登记的那件事里。",
  allEnded: "您登记的事已经办结或者撤回了。还要办的话，转人工说一声就行，编号不变。",
  sureToWithdraw: "撤回以后，工作人员就不再办这件事了。确定要撤回吗？",
  withdrawn: (reference: string) => `已经撤回（编号 ${reference}）。以后想重新办，用查询码或者打12351都行，编号不变。`,
  papers: ({ names, page }: { readonly names: string; readonly page: string }) =>
    `打开查询页 ${page} ，输入查询码，就能下载：${names}。已经按您说的填好，没说到的留着空，交之前请核对一遍。`,
  promise: (day: string) => `最晚 ${day} 有下一步。`,
  status: ({ reference, title, words }: { readonly reference: string; readonly title: string; readonly words: string }) =>
    `编号 ${reference}${title === "" ? "" : `（${title}）`}：${words}`,
} as const;
