import {
  alarmClasses,
  alarmTypes,
  deviceTypes,
  type Quantity,
  quantities,
  severities,
  severityOfLevel,
} from "@dianan/model";
import { offlineAfterSeconds } from "./check-transport.ts";
import { kindOf } from "./check-vectors.ts";
import { commandSection } from "./command-docs.ts";
import { protocolOf } from "./dialect.ts";
import type { Measure, Note, Profile } from "./generated/types.ts";
import { code, section, table } from "./markdown.ts";
import { meaningsOf, senseOf } from "./meanings.ts";
import { type Source, sourceName } from "./samples.ts";

const systems = {
  electricalFire: "电气火灾监控 electrical fire monitoring",
  charging: "电动自行车充电 e-bike charging",
  both: "电气火灾监控与充电 electrical fire monitoring and charging",
} as const;
const statuses: { readonly [S in Note["status"]]: string } = {
  unconfirmed: "未证实 unconfirmed",
  choice: "我们的选择 our choice",
  practice: "现场做法 field practice",
  information: "说明 information",
};
const holds = {
  untilReset: "复位前一直在 until reset",
  followsValue: "随值消失 goes with the value",
  once: "只报一次 told once",
} as const;
const vectorKinds = {
  events: "报文 → 事件 frame → events",
  error: "应拒绝 refused",
  command: "命令 → 报文 command → frame",
  refused: "命令应拒绝 command refused",
} as const;

const partOf = (profile: Profile, key: string | undefined): { readonly zh: string; readonly en: string } => {
  if (key === undefined) return { zh: "设备", en: "device" };
  const part = profile.components.find((one) => one.key === key);
  return part === undefined ? { zh: key, en: key } : part;
};

const numberText = (value: number): string => String(value);

/** How a raw value becomes a value, as an electrician would write it. */
const conversion = (rule: Measure, quantity: Quantity): string => {
  const { a = 1, b = 0, divide = 1, values, bits, sentinels = [], missing = [], min, max } = rule;
  const { symbol } = quantities[quantity];
  const parts: string[] = [];
  if (bits !== undefined) parts.push(`位 bits ${bits.first}–${bits.first + bits.count - 1}`);
  if (values !== undefined)
    parts.push(
      Object.entries(values)
        .map(([raw, value]) => `${raw} → ${value}`)
        .join(", "),
    );
  else {
    const factor = a === 1 ? "x" : `${numberText(a)}·x`;
    const divided = divide === 1 ? factor : `${factor}/${numberText(divide)}`;
    const offset = b === 0 ? "" : b < 0 ? ` − ${numberText(-b)}` : ` + ${numberText(b)}`;
    parts.push(`${divided}${offset} ${symbol}`.trimEnd());
  }
  if (sentinels.length > 0) parts.push(`无效 invalid: ${sentinels.map(String).join(", ")}`);
  if (missing.length > 0) parts.push(`未接 absent: ${missing.map(String).join(", ")}`);
  if (min !== undefined || max !== undefined)
    parts.push(`量程 range: ${min ?? "−∞"} … ${max ?? "∞"} ${symbol}`.trimEnd());
  return parts.join("; ");
};

const sourceText = (rule: Source): string => {
  const { register, item, analog, status, native } = rule;
  const name = code(sourceName(rule));
  if (register !== undefined)
    return `${name} ${register.type ?? "u16"}${register.order === undefined ? "" : ` ${register.order}`}`;
  if (item !== undefined) return `DI ${name}${item.format === undefined ? "" : ` ${item.format}`}`;
  if (analog !== undefined) return `模拟量 ${name}${ofType(analog.componentType)}`;
  if (status !== undefined) return `状态字 ${name}${ofType(status.componentType)}`;
  if (native !== undefined) return `协议 protocol${native.rawCode === undefined ? "" : ` ${code(native.rawCode)}`}`;
  return `字段 field ${name}`;
};
const ofType = (type: number | undefined): string => (type === undefined ? "" : ` 部件类型 component type ${type}`);

const pointRows = (profile: Profile): readonly (readonly string[])[] =>
  (profile.points ?? []).map((point) => {
    const part = partOf(profile, point.component);
    const { zh, en, code: number } = quantities[point.quantity];
    const isFromFrame = point.analog !== undefined;
    return [
      point.zh ?? (isFromFrame ? zh : `${part.zh} ${zh}`),
      point.en ?? (isFromFrame ? en : `${part.en}: ${en.toLowerCase()}`),
      isFromFrame ? "按帧 by the frame" : code(point.component ?? "—"),
      sourceText(point),
      conversion(point, point.quantity),
      `${code(point.quantity)} (${number})`,
    ];
  });

const conditionRows = (profile: Profile): readonly (readonly string[])[] =>
  (profile.conditions ?? []).flatMap((rule) =>
    meaningsOf(rule).map(({ code: raw, meaning }) => {
      const sense = senseOf(meaning);
      const where = rule.flags === undefined ? `= ${raw}` : `位 bit ${raw}`;
      const source = rule.native === undefined ? `${sourceText(rule)} ${where}` : sourceText(rule);
      if (sense === null) return [source, "", "", "不是告警 no alarm", "", "", ""];
      const type = sense.isTest ? "selfCheck" : sense.type;
      const row = alarmTypes[type];
      const own = [sense.zh, sense.en].filter((text) => text !== "").join(" ");
      const component = sense.component ?? rule.component;
      return [
        source,
        own,
        code(component ?? (rule.status === undefined ? "—" : "按帧 by the frame")),
        `${row.zh} ${row.en}`,
        `${code(type)} (${row.code})`,
        `${alarmClasses[row.class].zh} ${row.class}, ${severities[severityOfLevel(row.severity)].zh} ${row.severity}`,
        holds[sense.latching],
      ];
    }),
  );

const identityRows = (profile: Profile): readonly (readonly string[])[] => {
  const { identity, transport, presence } = profile;
  const protocol = protocolOf(transport.protocol);
  const dialect = transport.dialect === undefined ? undefined : protocol?.dialects[transport.dialect];
  const options = Object.entries(transport.options ?? {}).map(([name, value]) => code(`${name}=${value}`));
  const { uploadSeconds } = presence;
  const note = presence.note === undefined ? "" : `。${presence.note.zh} ${presence.note.en}`;
  const { zh, en } = deviceTypes[identity.deviceType];
  return [
    ["厂商 vendor", `${identity.vendor.zh} ${identity.vendor.en}`],
    ["型号 models", identity.models.join(", ")],
    ...(identity.firmware === undefined ? [] : [["固件 firmware", identity.firmware]]),
    ...(identity.hardware === undefined ? [] : [["硬件 hardware", identity.hardware]]),
    ["系统 system", systems[identity.system]],
    ["设备类型 device type", `${zh} ${en}`],
    ["产品标准 product standard", identity.standard ?? "资料未说明 not stated by the source"],
    ...(identity.certificate === undefined ? [] : [["证书 certificate", identity.certificate]]),
    ["资料 sources", identity.sources.join("; ")],
    ["协议 protocol", `${code(transport.protocol)} ${protocol?.document ?? ""}`],
    ...(transport.dialect === undefined
      ? []
      : [["方言 dialect", `${code(transport.dialect)} ${dialect?.zh ?? ""} ${dialect?.en ?? ""}`]]),
    ...(options.length === 0 ? [] : [["选项 options", options.join(", ")]]),
    ...(transport.line === undefined ? [] : [["线路 line", `${transport.line.zh} ${transport.line.en}`]]),
    [
      "上报周期 upload period",
      uploadSeconds === null ? `资料未规定 not given by the source${note}` : `${uploadSeconds} s${note}`,
    ],
    ["离线 offline after", `${offlineAfterSeconds(profile)} s`],
  ];
};

/**
 * A profile as a page for people (点表与对照表): identity, point list for electricians, mapping sheet to the codes, commands with a
 * frame of each, and what its vectors prove. Chinese and English.
 *
 * @param profile - as `validateProfile` accepts it
 * @returns Markdown, one page
 */
export const profileDocs = (profile: Profile): string => {
  const { identity, components, notes = [], ignore = [], vectors } = profile;
  const lines = [
    `# ${identity.vendor.zh} ${identity.vendor.en}`,
    "",
    `设备档案 Device profile ${code(profile.id)} ${profile.version}`,
    "",
    ...table(["项 item", "内容 value"], identityRows(profile)),
    ...section(
      "说明 Notes",
      notes.map(({ status, zh, en }) => `- **${statuses[status]}**:${zh} ${en}`),
    ),
    ...section(
      "部件 Components",
      table(
        ["键 key", "中文", "English", "编号 numbers", "类型 type"],
        components.map(({ key, zh, en, first = 1, count, type }) => [
          code(key),
          zh,
          en,
          count === undefined ? "" : `${first}–${first + count - 1}`,
          String(type),
        ]),
      ),
    ),
    ...section(
      "点表 Point list",
      table(
        ["中文", "English", "部件 component", "来源 source", "换算 conversion", "标准量(代码) quantity (code)"],
        pointRows(profile),
      ),
    ),
    ...section("告警对照表 Mapping to alarm codes", [
      ...table(
        [
          "来源 source",
          "设备的说法 device's words",
          "部件 component",
          "标准报警 alarm",
          "代码 code",
          "类别、等级 class, level",
          "保持 holds",
        ],
        conditionRows(profile),
      ),
      ...((profile.conditions ?? []).some((rule) => rule.codes !== undefined || rule.flags !== undefined)
        ? [
            "表外的代码记为未识别的告警(故障,3 级),原始代码保留。 A code that is not here becomes an unrecognised alarm (fault, level 3); its raw code is kept.",
            "",
          ]
        : []),
    ]),
    ...section(
      "不采用的协议事件 Events of the protocol that are not used",
      table(
        ["事件 event", "原因 why"],
        ignore.map(({ kind, component, quantity, type, why }) => [
          [kind, component, quantity, type].filter((part) => part !== undefined).join(" "),
          `${why.zh} ${why.en}`,
        ]),
      ),
    ),
    ...commandSection(profile),
    ...section(
      "向量 Vectors",
      table(
        ["证明什么 what it proves", "种类 kind", "来源 source"],
        vectors.map((vector) => [vector.name, vectorKinds[kindOf(vector) ?? "events"], vector.source ?? ""]),
      ),
    ),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
};
