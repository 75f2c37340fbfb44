import type { OutsideError } from "../errors.js";

/** Why the store would not open, in words for whoever starts the program. */
export function explainStoreError({ code, retryable }: OutsideError, folder: string): string {
  if (code === "store-locked")
    return `数据文件夹 ${folder} 正被另一个进程使用。同一个文件夹只能由一个进程打开：请先停掉它，或给这个进程另设 DATA_DIR。`;
  if (code === "store-newer")
    return `数据文件夹 ${folder} 是更新版本的程序写的，这个版本读不了。请改用新版本，或用旧版本时的备份。数据没有被改动。`;
  if (code === "store-full") return `数据文件夹 ${folder} 所在的磁盘已满。请腾出空间后再启动。`;
  if (retryable) return `数据文件夹 ${folder} 现在打不开。请检查磁盘和读写权限后再启动。`;
  return `数据文件夹 ${folder} 不能可靠地保存数据：数据库文件损坏，或磁盘不支持。请先不要改动它，用 hotline verify 检查，必要时从备份恢复。`;
}
