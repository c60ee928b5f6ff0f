import { alarmTypes, quantities } from "@dianan/model";
import type { AskField, Get } from "../parts/ask-fields.ts";
import type { Language } from "../words/code-words.ts";
import type { receiverWords } from "../words/pages/receiver-words.ts";
import { protocolIds } from "./bench-protocols.ts";
import { scalarText } from "./draft-parts.ts";
import { everySecret, hasCommands, type Receiver, type RowCounts, switchesOf, takesSecret } from "./receiver-draft.ts";

type Words = (typeof receiverWords)["zh"];
type Options = NonNullable<AskField["options"]>;
type Setting = {
  readonly words: Words;
  readonly language: Language;
  /** Null: one to make. */ readonly receiver: Receiver | null;
  readonly counts: RowCounts;
  /** Mappings of pushes that the hub brings along. */ readonly presets: Options;
};

const same = (...values: readonly string[]): Options => values.map((value) => [value, value] as const);
const isMapping = (get: Get): boolean => get("platform") === "mapping";
const isFrames = (get: Get): boolean => !isMapping(get) && get("kind") === "frames";
const isMembers = (get: Get): boolean => !isMapping(get) && get("kind") === "members";

const rowFields = ({ words, language, receiver, counts }: Setting): readonly AskField[] => {
  const { fields, hints, rowHint, groups } = words;
  const { readings = [], conditions = [] } = receiver?.payload ?? {};
  const wordsOf = (table: { readonly [slug: string]: { readonly [L in Language]: string } }): Options =>
    Object.entries(table).map(([slug, row]) => [slug, row[language]] as const);
  const when = { isAsked: isMembers };
  const free = { ...when, kind: "text", isOptional: true } as const;
  /** Fields of one row of a list, by the member that each is. */
  const row = (row: string, list: string, n: number) => {
    const at = (member: keyof typeof fields) => ({
      ...{ name: `${row}${n}.${member}`, path: `/payload/${list}/${n}/${member}`, label: fields[member] },
    });
    return {
      text: (member: keyof typeof fields, start: string, more: Partial<AskField> = {}): AskField => ({
        ...{ ...free, ...at(member), start },
        ...more,
      }),
      choice: (member: keyof typeof fields, options: Options, start: string): AskField => ({
        ...{ ...when, ...at(member), kind: "select", options, start },
      }),
    };
  };
  return [
    ...Array.from({ length: counts.readings }, (_, n): readonly AskField[] => {
      const [{ text, choice }, now] = [row("reading", "readings", n), readings[n]];
      return [
        text("member", now?.member ?? "", { most: 200, group: groups.readings(String(n + 1)), hint: rowHint }),
        choice("quantity", wordsOf(quantities), now?.quantity ?? ""),
        text("component", now?.component ?? "", { most: 64 }),
        text("factor", String(now?.factor ?? ""), { kind: "number", hint: hints.factor }),
      ];
    }).flat(),
    ...Array.from({ length: counts.conditions }, (_, n): readonly AskField[] => {
      const [{ text, choice }, now] = [row("condition", "conditions", n), conditions[n]];
      return [
        text("member", now?.member ?? "", { most: 200, group: groups.conditions(String(n + 1)), hint: rowHint }),
        choice("type", wordsOf(alarmTypes), now?.type ?? ""),
        text("raisedBy", scalarText(now?.raisedBy ?? []), { hint: hints.raisedBy }),
        text("component", now?.component ?? "", { most: 64 }),
      ];
    }).flat(),
  ];
};

const payloadFields = ({ words, receiver, presets }: Setting): readonly AskField[] => {
  const { fields, hints } = words;
  const payload = receiver?.payload;
  const own = (name: keyof typeof fields, more: Partial<AskField>): AskField => ({
    ...{ name, path: `/payload/${name}`, label: fields[name], kind: "text" },
    ...more,
  });
  return [
    own("kind", {
      ...{ kind: "select", options: Object.entries(words.kinds), isAsked: (get) => !isMapping(get) },
      ...{ start: payload?.kind === "members" ? "members" : "frames", group: words.groups.payload },
    }),
    own("protocol", {
      kind: "select",
      options: same(...protocolIds),
      isAsked: isFrames,
      start: payload?.protocol ?? "",
    }),
    own("member", { isAsked: isFrames, most: 200, hint: hints.member, start: payload?.member ?? "" }),
    own("encoding", {
      kind: "select",
      options: same("base64", "hex"),
      isAsked: isFrames,
      start: payload?.encoding ?? "",
    }),
    own("preset", {
      ...{ kind: "select", options: presets, isOptional: true, isAsked: isMapping, start: payload?.preset ?? "" },
      group: words.groups.payload,
    }),
    own("expression", {
      kind: "area",
      isOptional: true,
      isAsked: isMapping,
      most: 16_384,
      start: payload?.expression ?? "",
    }),
    own("parameters", {
      ...{ kind: "area", isOptional: true, isAsked: isMapping, most: 16_384 },
      start: payload?.parameters === undefined ? "" : JSON.stringify(payload.parameters),
    }),
    own("headers", {
      kind: "area",
      isOptional: true,
      isAsked: isMapping,
      most: 700,
      hint: hints.headers,
      start: (payload?.headers ?? []).join("\n"),
    }),
  ];
};

const checkFields = ({ words, receiver }: Setting): readonly AskField[] => {
  const { fields, hints } = words;
  const choices: { readonly [name: string]: Options } = {
    ...{
      aesIv: same("key", "zero"),
      hmacAlgorithm: same("sha256", "sha512", "sha1"),
      hmacEncoding: same("hex", "base64"),
    },
  };
  const switches = [
    "header",
    "aesIv",
    "hmacHeader",
    "hmacAlgorithm",
    "hmacEncoding",
    "hmacPrefix",
    "idHeader",
    "idMember",
  ] as const;
  return [
    {
      ...{ name: "sources", label: fields.sources, kind: "area", isOptional: true, most: 1_200, hint: hints.sources },
      ...{ start: (receiver?.sources ?? []).join("\n"), group: words.groups.checks },
    },
    ...switches.map(
      (name): AskField => ({
        ...{
          name,
          path: `/switches/${name}`,
          label: fields[name],
          kind: choices[name] === undefined ? "text" : "select",
        },
        ...{
          options: choices[name] ?? [],
          isOptional: true,
          start: receiver?.switches[name] ?? "",
          most: name === "idMember" ? 200 : 64,
        },
        ...(name === "header" || name === "aesIv" ? { hint: hints[name] } : {}),
        isAsked: (get) => switchesOf(get("platform")).includes(name),
      }),
    ),
  ];
};

const commandFields = ({ words, receiver }: Setting): readonly AskField[] => {
  const { fields, hints } = words;
  const now = receiver?.commands;
  const own = (name: keyof typeof fields, member: string, more: Partial<AskField>): AskField => ({
    ...{ name, path: `/commands/${member}`, label: fields[name], kind: "text", isOptional: true, isAsked: hasCommands },
    ...more,
  });
  return [
    {
      ...{ name: "commands", label: fields.commands, kind: "check", start: now == null ? "" : "yes" },
      ...{ group: words.groups.commands, isAsked: (get: Get) => get("platform") === "ctwing" && isFrames(get) },
    },
    own("commandUrl", "url", { isOptional: false, most: 2_048, start: now?.url ?? "" }),
    own("commandPath", "path", { most: 128, start: now?.path ?? "", hint: hints.commandPath }),
    own("commandVersion", "version", { most: 32, start: now?.version ?? "" }),
    own("content", "content", {
      kind: "select",
      options: same("payload", "typedPayload"),
      start: now?.content ?? "",
      hint: hints.content,
    }),
    own("ttlSeconds", "ttlSeconds", { kind: "number", least: 0, most: 864_000, start: String(now?.ttlSeconds ?? "") }),
    own("confirms", "confirms", { kind: "check", start: now?.confirms === true ? "yes" : "" }),
  ];
};

const secretFields = ({ words, receiver }: Setting): readonly AskField[] =>
  everySecret.flatMap((name): readonly AskField[] => {
    const isSet = receiver?.secretsSet.includes(name) ?? false;
    const label = words.secrets[name];
    const isAsked = (get: Get): boolean =>
      takesSecret(get("platform"), name) &&
      (name !== "headerValue" || get("header") !== "") &&
      (!["appKey", "appSecret", "masterKey"].includes(name) || hasCommands(get));
    return [
      {
        ...{ name: `secret-${name}`, path: `/secrets/${name}`, label, kind: "password", isOptional: true, isAsked },
        ...(isSet ? { hint: words.isSet } : {}),
      },
      ...(isSet ? [{ name: `drop-${name}`, path: "", label: words.drop(label), kind: "check" } as const] : []),
    ];
  });

/** Everything that the API takes of a receiver, each asked for where it means something. The platform stays as it was made. */
export const receiverFields = (setting: Setting): readonly AskField[] => {
  const { words, receiver } = setting;
  const { fields } = words;
  const platforms = Object.entries(words.platforms).filter(([id]) => receiver === null || id === receiver.platform);
  const secrets = secretFields(setting);
  return [
    { name: "name", label: fields.name, kind: "text", most: 100, start: receiver?.name ?? "" },
    { name: "platform", label: fields.platform, kind: "select", options: platforms },
    {
      ...{ name: "deviceKey", label: fields.deviceKey, kind: "select", options: Object.entries(words.deviceKeys) },
      ...{ start: receiver?.deviceKey ?? "", isAsked: (get: Get) => !isMapping(get) },
    },
    { name: "isEnabled", label: fields.isEnabled, kind: "check", start: (receiver?.isEnabled ?? true) ? "yes" : "" },
    ...payloadFields(setting),
    ...rowFields(setting),
    ...checkFields(setting),
    ...commandFields(setting),
    ...secrets.map(
      (one, n): AskField =>
        n === 0 ? { ...one, group: words.groups.secrets, isAsked: one.isAsked ?? (() => true) } : one,
    ),
  ];
};
