import type { Words } from "../requirement.ts";
import { ask, type CodecCase, speech } from "./ask.ts";
import { framesOf, type MessageKind, messageKinds, typeRequirement } from "./frames.ts";
import { onInputs } from "./generated.ts";
import { judgeRefused } from "./judge.ts";

type Members = { readonly [name: string]: unknown };

const REFUSED = { codes: ["bad-value", "bad-length"] } as const;

/** The same value with one member of its own or of what it holds replaced. `path`: names and indexes. */
const withMember = (value: unknown, path: readonly (string | number)[], change: (old: unknown) => unknown): unknown => {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, i) => (i === name ? withMember(one, rest, change) : one));
  return { ...(value as Members), [name]: withMember((value as Members)[name], rest, change) };
};

const head = (name: string, path: readonly string[], bad: unknown, requirement: string, words: Words): CodecCase => ({
  target: "codec",
  polarity: "negative",
  kind: "generated",
  needs: ["encode"],
  id: `F3/unfit/${name}`,
  requirements: [requirement, "DP-ENCODE-01"],
  asks: "full",
  title: { zh: `编码:${words.zh},应拒绝`, en: `encode: ${words.en} is refused` },
  run: (context) =>
    onInputs(context, framesOf(messageKinds[1] as MessageKind), ({ value }) => {
      const request = { op: "encode", ...speech(), value: withMember(value, path, () => bad) } as const;
      return ask(context.seat, request, (reply) => judgeRefused(request, REFUSED, reply));
    }),
});

const label = (part: string, bad: number, words: Words): CodecCase =>
  head(
    `time-${part}-${bad}`,
    ["time"],
    { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3, [part]: bad },
    "F3-6.6-05",
    words,
  );

const headCases: readonly CodecCase[] = [
  head("serial-65536", ["serial"], 65_536, "F3-6.6-02", { zh: "业务流水号 65536", en: "serial 65536" }),
  head("serial-minus", ["serial"], -1, "F3-6.6-02", { zh: "业务流水号 -1", en: "serial -1" }),
  head("serial-half", ["serial"], 0.5, "F3-6.6-02", { zh: "业务流水号 0.5", en: "serial 0.5" }),
  head("serial-text", ["serial"], "7", "F3-6.6-02", { zh: "业务流水号为文字", en: "a serial that is text" }),
  head("source-above", ["source"], 2 ** 48, "F3-6.6-06", {
    zh: "源地址超过 6 字节",
    en: "a source address above 6 bytes",
  }),
  head("source-minus", ["source"], -1, "F3-6.6-06", { zh: "源地址 -1", en: "source address -1" }),
  head("destination-above", ["destination"], 2 ** 48, "F3-6.6-06", {
    zh: "目的地址超过 6 字节",
    en: "a destination address above 6 bytes",
  }),
  head("destination-missing", ["destination"], null, "F3-6.6-06", { zh: "没有目的地址", en: "no destination address" }),
  head("main-version-256", ["version", "main"], 256, "F3-6.6-04", { zh: "主版本号 256", en: "main version 256" }),
  head("user-version-minus", ["version", "user"], -1, "F3-6.6-04", { zh: "用户版本号 -1", en: "user version -1" }),
  head("command-0", ["command"], 0, "F3-T2-01", { zh: "保留的命令字节 0", en: "reserved command 0" }),
  head("command-7", ["command"], 7, "F3-T2-01", { zh: "保留的命令字节 7", en: "reserved command 7" }),
  head("command-127", ["command"], 127, "F3-T2-01", { zh: "保留的命令字节 127", en: "reserved command 127" }),
  head("command-256", ["command"], 256, "F3-T2-01", { zh: "命令字节 256", en: "command 256" }),
  label("month", 13, { zh: "时间标签为 13 月", en: "a time label of month 13" }),
  label("month", 0, { zh: "时间标签为 0 月", en: "a time label of month 0" }),
  label("day", 32, { zh: "时间标签为 32 日", en: "a time label of day 32" }),
  label("hour", 24, { zh: "时间标签为 24 时", en: "a time label of hour 24" }),
  label("minute", 60, { zh: "时间标签为 60 分", en: "a time label of minute 60" }),
  label("second", 60, { zh: "时间标签为 60 秒", en: "a time label of second 60" }),
  label("year", 2100, { zh: "时间标签为 2100 年", en: "a time label of year 2100" }),
  label("year", 1999, { zh: "时间标签为 1999 年", en: "a time label of year 1999" }),
];

/** The first member that is a number, down to the first object of a list. */
const numberIn = (value: unknown, path: readonly (string | number)[] = []): readonly (string | number)[] | null => {
  if (typeof value === "number") return path;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = numberIn(inner, [...path, Array.isArray(value) ? Number(name) : name]);
    if (found !== null) return found;
  }
  return null;
};

/** Values of one type that do not fit: too many objects, none, a number above its field, a member that is not there. */
const casesOfKind = (kind: MessageKind): readonly CodecCase[] => {
  const { typeFlag, direction, max } = kind;
  const one = (
    name: string,
    words: Words,
    change: (value: Members) => unknown,
    requirements: readonly string[],
  ): CodecCase => ({
    target: "codec",
    polarity: "negative",
    kind: "generated",
    needs: ["encode"],
    id: `F3/unfit/${name}-type-${typeFlag}`,
    requirements,
    asks: "full",
    title: { zh: `编码类型 ${typeFlag}:${words.zh},应拒绝`, en: `encode type ${typeFlag}: ${words.en} is refused` },
    run: (context) =>
      onInputs(context, framesOf(kind), async ({ value }) => {
        const changed = change(value as Members);
        if (changed === null) return null;
        const request = { op: "encode", ...speech(direction), value: changed } as const;
        return ask(context.seat, request, (reply) => judgeRefused(request, REFUSED, reply));
      }),
  });
  const number = one(
    "number",
    { zh: "数值超出字段", en: "a number above its field" },
    (value) => {
      const path = numberIn(value.message);
      return path === null ? null : withMember(value, ["message", ...path], () => 2 ** 33);
    },
    [typeRequirement(kind), "DP-ENCODE-01"],
  );
  // What has no number has nothing that could be too large.
  const numbers = ["readTransmitterStatus", "readTransmitterVersion", "readTransmitterConfiguration"];
  const hasNumber = ![...numbers, "readTransmitterTime", "initialise", "setClock", "transmitterTime"].includes(
    kind.kind,
  );
  if (max === null) return hasNumber ? [number] : [];
  const items = (value: Members) => (value.message as { readonly items: readonly unknown[] }).items;
  const count = [`F3-COUNT-${String(typeFlag).padStart(2, "0")}`, "DP-ENCODE-01"];
  const filled = (value: Members, size: number): unknown =>
    withMember(value, ["message", "items"], () => Array.from({ length: size }, () => items(value)[0]));
  return [
    number,
    one("many", { zh: `${max + 1} 个信息对象`, en: `${max + 1} objects` }, (value) => filled(value, max + 1), count),
    one("none", { zh: "没有信息对象", en: "no object" }, (value) => filled(value, 0), count),
  ];
};

const analog = messageKinds.find(({ kind }) => kind === "componentAnalog") as MessageKind;

/** An analog value just outside of its 16 bits. */
const analogCases = [32_768, -32_769].map(
  (bad): CodecCase => ({
    target: "codec",
    polarity: "negative",
    kind: "generated",
    needs: ["encode"],
    id: `F3/unfit/analog-${bad}`,
    requirements: ["F3-T6-01", "DP-ENCODE-01"],
    asks: "full",
    title: { zh: `编码:模拟量值 ${bad},应拒绝`, en: `encode: an analog value of ${bad} is refused` },
    run: (context) =>
      onInputs(context, framesOf(analog), ({ value }) => {
        const changed = withMember(value, ["message", "items", 0, "value"], () => bad);
        const request = { op: "encode", ...speech(), value: changed } as const;
        return ask(context.seat, request, (reply) => judgeRefused(request, REFUSED, reply));
      }),
  }),
);

/** Cases of values that an encoder must refuse. */
export const encodeCases: readonly CodecCase[] = [...headCases, ...messageKinds.flatMap(casesOfKind), ...analogCases];
