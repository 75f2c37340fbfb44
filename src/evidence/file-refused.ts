import { Refusal } from "../http/refusal.js";

export const tooLargeFile = (): Refusal => new Refusal(413, "too-large", "文件太大了，一个文件最多 20 MB。照片可以先截屏再发。");
export const unknownKind = (): Refusal =>
  new Refusal(
    415,
    "unsupported-type",
    "这种文件收不了。可以发照片（jpg、png、webp、gif）、pdf、docx、xlsx、录音（mp3、m4a、amr）或视频（mp4）。",
  );
export const mixedKind = (): Refusal => new Refusal(415, "unsupported-type", "这个文件里面混有别的内容，收不了。请重新拍照或者截屏再发。");
export const unpacksTooLarge = (): Refusal => new Refusal(413, "too-large", "这个文件解开以后太大，收不了。请拍照或者截屏再发。");
export const noRoom = (): Refusal =>
  new Refusal(503, "no-room", "现在存不下文件了，文字可以照常发。文件请过些时候再传，急事请打12351。", 600);
