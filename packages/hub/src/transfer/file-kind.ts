import { isTooBigUnpacked } from "@dianan/sharing/table";
import type { FileFault, MediaType } from "../ports/files.ts";

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

/** Where a kind's mark stands, and its bytes. */
const marks: readonly (readonly [
  type: MediaType,
  ...at: readonly (readonly [place: number, bytes: readonly number[]])[],
])[] = [
  ["image/png", [0, [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a]]],
  ["image/jpeg", [0, [0xff, 0xd8, 0xff]]],
  ["image/gif", [0, ascii("GIF8")]],
  ["image/webp", [0, ascii("RIFF")], [8, ascii("WEBP")]],
  ["application/pdf", [0, ascii("%PDF-")]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const hasAt = (bytes: Uint8Array, place: number, mark: readonly number[]): boolean =>
  mark.every((byte, i) => bytes[place + i] === byte);

const fault = (code: FileFault["code"], zh: string, en: string): FileFault => ({ code, words: { zh, en } });

const unknownKind = (): FileFault =>
  fault(
    "unknown-kind",
    "只接收图片(PNG、JPEG、GIF、WebP)、PDF、CSV 和 XLSX。",
    "Only pictures (PNG, JPEG, GIF, WebP), PDF, CSV and XLSX are taken.",
  );

/** Text that no table has and that a browser or a shell would run. */
const looksActive = (text: string): boolean => /^\s*(<|#!|%!)/.test(text);

const textOf = (bytes: Uint8Array): string | null => {
  if (hasAt(bytes, 0, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  for (const encoding of ["utf-8", "gb18030"])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  return null;
};

const isTable = (bytes: Uint8Array): boolean => {
  const text = textOf(bytes);
  return text !== null && text.trim() !== "" && !/[^\P{Cc}\t\r\n]/u.test(text) && !looksActive(text);
};

/**
 * What a file is by its bytes, whatever its name says (SEC-API-05). Nothing is unpacked: a workbook that says that it unpacks to more
 * than anybody's register is refused (压缩炸弹), as is one with macros.
 */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | FileFault => {
  for (const [type, ...places] of marks) if (places.every(([place, mark]) => hasAt(bytes, place, mark))) return type;
  if (!hasAt(bytes, 0, ZIP)) return isTable(bytes) ? "text/csv" : unknownKind();
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!names.includes("[Content_Types].xml") || !names.includes("xl/workbook.xml")) return unknownKind();
  if (names.includes("xl/vbaProject.bin"))
    return fault(
      "macros",
      "含宏的工作簿不接收,请另存为 .xlsx。",
      "A workbook with macros is not taken: save it as .xlsx.",
    );
  if (isTooBigUnpacked(bytes))
    return fault(
      "too-big-unpacked",
      "工作簿展开后太大,请分成几个。",
      "The workbook is too big when unpacked: split it.",
    );
  return XLSX;
};
