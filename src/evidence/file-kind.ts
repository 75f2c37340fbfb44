interface FileKind {
  readonly contentType: string;
  readonly extensions: readonly string[];
  /** Whether a file that begins like this is one. */
  readonly begins: (head: Buffer) => boolean;
}

const at =
  (offset: number, ...signatures: readonly string[]) =>
  (head: Buffer): boolean =>
    signatures.some((signature) => head.subarray(offset, offset + signature.length).toString("latin1") === signature);

const OFFICE = "application/vnd.openxmlformats-officedocument";
const zip = at(0, "PK\x03\x04");
const mpegFrame = (head: Buffer): boolean => head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2;
const riff = at(0, "RIFF");
const webp = at(8, "WEBP");

/** What is accepted: photos, documents, recordings. */
const KINDS: readonly FileKind[] = [
  { contentType: "image/jpeg", extensions: ["jpg", "jpeg"], begins: at(0, "\xff\xd8\xff") },
  { contentType: "image/png", extensions: ["png"], begins: at(0, "\x89PNG\r\n\x1a\n") },
  { contentType: "image/gif", extensions: ["gif"], begins: at(0, "GIF87a", "GIF89a") },
  { contentType: "image/webp", extensions: ["webp"], begins: (head) => riff(head) && webp(head) },
  { contentType: "application/pdf", extensions: ["pdf"], begins: at(0, "%PDF-") },
  { contentType: `${OFFICE}.wordprocessingml.document`, extensions: ["docx"], begins: zip },
  { contentType: `${OFFICE}.spreadsheetml.sheet`, extensions: ["xlsx"], begins: zip },
  { contentType: "audio/mpeg", extensions: ["mp3"], begins: (head) => at(0, "ID3")(head) || mpegFrame(head) },
  { contentType: "audio/amr", extensions: ["amr"], begins: at(0, "#!AMR") },
  { contentType: "audio/mp4", extensions: ["m4a"], begins: at(4, "ftyp") },
  { contentType: "video/mp4", extensions: ["mp4"], begins: at(4, "ftyp") },
];

/** The content type when the name's ending and the first bytes agree; what the sender calls it does not count. */
export function contentTypeOf(name: string, head: Buffer): string | undefined {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  return KINDS.find(({ extensions, begins }) => ending !== undefined && extensions.includes(ending) && begins(head))?.contentType;
}
