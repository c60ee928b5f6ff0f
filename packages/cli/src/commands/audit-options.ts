import type { Options } from "../options/option.ts";

// biome-ignore format: a table is read by its rows
export const auditOptions = [
  { name: "public-key", kind: "text", default: null, zh: "平台的审计公钥(base64);不填则只证明文件自身完整。", en: "The hub's public audit key (base64). None: only that a file is of one piece is proven." },
  { name: "json", kind: "flag", zh: "每个文件输出一行 JSON。", en: "Print one line of JSON for each file." },
] as const satisfies Options;
