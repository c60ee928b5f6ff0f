import type { Language } from "./paths.ts";

const chinese: readonly (readonly [RegExp, string])[] = [
  [/ length of ([\w.]+)/, ",$1 的长度"],
  [/ count of ([\w.]+)/, ",$1 的个数"],
  [/ tag of ([\w.]+)/, ",决定 $1 的种类"],
  [/^(\w+) of (\w+)\.\.(\w+)$/, "$1,自 $2 至 $3"],
  [/, may be absent|^may be absent/, "(可没有)"],
  [/^list of (\w+)/, "列表,$1 项"],
  [/^list (\S+)/, "列表,$1 项"],
  [/^list$/, "列表"],
  [/ of even size/, ",等长"],
  [/^one of$/, "其中一种"],
  [/^struct$/, "结构"],
  [/^text /, "文字 "],
  [/^bytes/, "字节"],
  [/^flags /, "位标志 "],
  [/^bits, (\w+) of them/, "位,共 $1 个"],
  [/^bits/, "位"],
  [/^reserved (\d+) x (\d+)/, "保留,$1 个 $2"],
  [/ length and content/, " 长度加内容"],
  [/^time label bcd/, "时间标签(BCD)"],
  [/^time label/, "时间标签"],
  [/ or /g, " 或 "],
  [/: none$/, ":表示没有"],
  [/, 0 to (\d+) times/, ",0 至 $1 次"],
  [/ low first/, " 低位在前"],
  [/, signed/, ",带符号"],
  [/^each byte \+ /, "每字节加 "],
  [/^unsigned of 1 to (\d+) bytes/, "1 至 $1 字节无符号数"],
];

/** The type of a field in words of a language. */
export const typeIn = (type: string, language: Language): string =>
  language === "en" ? type : chinese.reduce((text, [from, to]) => text.replace(from, to), type);
