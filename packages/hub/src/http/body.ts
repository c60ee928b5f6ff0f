import type { Result, SharingError } from "@dianan/sharing";
import { type JsonFault, parseJson } from "./json-text.ts";
import { type Finding, invalid, type Problem, problem } from "./problem.ts";

/** Largest body of an ordinary request and of a bulk upsert (SEC-API-06). Bytes. */
export const BODY_MAX = 1024 * 1024;
export const BULK_BODY_MAX = 16 * 1024 * 1024;
/** Items of one bulk upsert, records or readings. */
export const BULK_ITEMS_MAX = 500;

const faultWords: { readonly [C in JsonFault["code"]]: { readonly en: string; readonly zh: string } } = {
  "bad-encoding": { en: "The body is not UTF-8.", zh: "请求体不是 UTF-8。" },
  "bad-syntax": { en: "The body is not JSON.", zh: "请求体不是 JSON。" },
  "too-deep": { en: "Objects and arrays may be nested 32 deep.", zh: "对象和数组最多嵌套 32 层。" },
  "too-many-items": { en: "An array or object may hold 10,000 items.", zh: "一个数组或对象最多 10000 项。" },
  "duplicate-member": { en: "An object names a member twice.", zh: "对象中有重名成员。" },
  "bad-text": { en: "A text holds U+0000 or a lone surrogate.", zh: "文字含有 U+0000 或不成对的代理码元。" },
  "big-number": { en: "A number is too large to be kept exactly.", zh: "数值过大,无法精确保存。" },
};

const tooLarge = (maxBytes: number): Problem =>
  problem("too-large", `Send at most ${maxBytes} bytes. 请求体最多 ${maxBytes} 字节。`);

/** Counts while it reads, so that a chunked body is limited like any other. */
export const readBytes = async (request: Request, maxBytes: number): Promise<Result<Uint8Array, Problem>> => {
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > maxBytes) return { ok: false, error: tooLarge(maxBytes) };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      // Leaving the loop cancels the body: what is still to come is not read.
      if (size > maxBytes) return { ok: false, error: tooLarge(maxBytes) };
      chunks.push(chunk);
    }
  } catch {
    return { ok: false, error: problem("bad-json", "The body broke off. 请求体中断。") };
  }
  return { ok: true, value: chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size) };
};

/**
 * Reads a JSON body: media type, size, encoding, syntax.
 *
 * @returns the parsed value; 415, 413 or 400 as a problem
 */
export const readJson = async (
  request: Request,
  maxBytes: number,
  wanted: "application/json" | "application/merge-patch+json" = "application/json",
): Promise<Result<unknown, Problem>> => {
  const [mediaType = "", ...parameters] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  const isUtf8 = parameters.every((one) => one.trim() === "" || /^charset="?utf-?8"?$/.test(one.trim()));
  const isPlain = (request.headers.get("content-encoding") ?? "identity") === "identity";
  if (mediaType.trim() !== wanted || !isUtf8 || !isPlain)
    return {
      ok: false,
      error: problem(
        "wrong-media-type",
        `Send Content-Type: ${wanted}, UTF-8, not compressed. 请以 UTF-8 发送未压缩的 ${wanted}。`,
      ),
    };
  const bytes = await readBytes(request, maxBytes);
  if (!bytes.ok) return bytes;
  const parsed = parseJson(bytes.value);
  if (parsed.ok) return parsed;
  const { code, at } = parsed.error;
  const words = faultWords[code];
  const message =
    at === null ? words : { en: `Character ${at + 1}: ${words.en}`, zh: `第 ${at + 1} 个字符:${words.zh}` };
  return {
    ok: false,
    error: problem("bad-json", `${message.en} ${message.zh}`, { errors: [{ path: "", code, message }] }),
  };
};

export const isObject = (value: unknown): value is { readonly [member: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The items of a bulk body `{ items: [...] }`: 1 to {@link BULK_ITEMS_MAX}; their content is not looked at. */
export const readItems = async (request: Request): Promise<Result<readonly unknown[], Problem>> => {
  const body = await readJson(request, BULK_BODY_MAX);
  if (!body.ok) return body;
  const items = isObject(body.value) && Object.hasOwn(body.value, "items") ? body.value.items : undefined;
  if (!Array.isArray(items) || items.length === 0)
    return {
      ok: false,
      error: invalid("/items", "Send an object with 1 to 500 items.", "请发送含 1 到 500 条 items 的对象。"),
    };
  if (items.length > BULK_ITEMS_MAX)
    return {
      ok: false,
      error: problem("too-large", `Send at most ${BULK_ITEMS_MAX} items. 每次最多 ${BULK_ITEMS_MAX} 条。`),
    };
  return { ok: true, value: items };
};

/** A validator's finding as this door says it. */
export const findingOf = ({ path, code, clause, message }: SharingError): Finding => ({ path, code, clause, message });
