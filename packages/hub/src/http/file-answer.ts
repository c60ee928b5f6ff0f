import type { OpenFile } from "../ports/files.ts";
import { type Problem, problem } from "./problem.ts";

/** Characters that RFC 8187 lets stand and encodeURIComponent does not escape. */
const escapedName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** A name for old programs: what is not plain ASCII becomes `_`. */
const plainName = (name: string): string => name.replace(/[^A-Za-z0-9._-]/g, "_").slice(-100);

/** Says that a file is to be kept and never shown as a page (RFC 6266). */
export const attachment = (name: string): string =>
  `attachment; filename="${plainName(name)}"; filename*=UTF-8''${escapedName(name)}`;

type Part = { readonly start: number; readonly end: number };

/**
 * The part of a file that a request asks for (RFC 9110 §14): one range of bytes. What is no range, or several, asks for the whole.
 *
 * @returns null for the whole, `none` when the range lies behind the end
 */
export const partOf = (range: string | null, bytes: number): Part | "none" | null => {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") return null;
  if (from === "") return Number(to) === 0 ? "none" : { start: Math.max(0, bytes - Number(to)), end: bytes };
  const start = Number(from);
  if (to !== "" && Number(to) < start) return null;
  return start >= bytes ? "none" : { start, end: to === "" ? bytes : Math.min(bytes, Number(to) + 1) };
};

/** Bytes that were made for this answer alone, to be kept and never shown as a page. */
export const madeFile = (name: string, bytes: Uint8Array): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": attachment(name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "no-store",
      "Content-Length": String(bytes.length),
    },
  });

/** The bytes of a file, whole or from where a download broke off: it is never shown as a page, whatever is in it. */
export const fileAnswer = ({ view, stream }: OpenFile, request: Request): Response | Problem => {
  const tag = `"${view.sha256}"`;
  const headers = {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": attachment(view.name),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "no-store",
    "Accept-Ranges": "bytes",
    "Repr-Digest": `sha-256=:${Buffer.from(view.sha256, "hex").toString("base64")}:`,
    ETag: tag,
  };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers: { ETag: tag } });
  const ifRange = request.headers.get("if-range");
  const part = ifRange === null || ifRange === tag ? partOf(request.headers.get("range"), view.bytes) : null;
  if (part === "none")
    return problem("bad-range", "The range lies behind the end of the file. 请求的范围超出文件末尾。", {
      headers: { "Content-Range": `bytes */${view.bytes}` },
    });
  const { start, end } = part ?? { start: 0, end: view.bytes };
  return new Response(stream(start, end), {
    status: part === null ? 200 : 206,
    headers: {
      ...headers,
      "Content-Length": String(end - start),
      ...(part === null ? {} : { "Content-Range": `bytes ${start}-${end - 1}/${view.bytes}` }),
    },
  });
};
