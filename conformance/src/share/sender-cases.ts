import { isInChina, looksSwapped, recordKinds, type SharingErrorCode, unknownCodes } from "@dianan/sharing";
import { Unmet } from "../case.ts";
import { clauses } from "./clauses.ts";
import { endpointCases } from "./endpoint-cases.ts";
import {
  danglingOf,
  disagreement,
  fallen,
  miscounted,
  pointOf,
  strayComponent,
  tooEarly,
  twice,
  unsharedDeletion,
} from "./sender-checks.ts";
import { caseOf, errorOf, first, isTomb, keyOf, live, ofKind, type Rule, type SenderCase } from "./sender-rule.ts";

const texts: readonly SharingErrorCode[] = ["bad-text", "too-deep", "missing"];

const shapeRules: readonly Rule[] = recordKinds.flatMap((kind): readonly Rule[] => [
  {
    ...{ id: `${kind}/whole`, requirements: [clauses[kind]], polarity: "positive" },
    ...{ zh: `${kind} 的必填成员齐全`, en: `every ${kind} has its required members` },
    check: (sent) => {
      const own = ofKind(sent, kind);
      if (own.length === 0) throw new Unmet(`没有共享 ${kind} / no ${kind} was shared`);
      return first(own, "the required members", (one) => errorOf(one, (code) => code === "missing"));
    },
  },
  {
    ...{ id: `${kind}/shape`, requirements: [clauses[kind]] },
    ...{ zh: `${kind} 的成员格式正确`, en: `no member of any ${kind} has another shape` },
    check: (sent) =>
      first(ofKind(sent, kind), "members of their shape", (one) => errorOf(one, (code) => !texts.includes(code))),
  },
]);

/** Province codes of GB/T 2260. */
const provinces = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split(" "),
);
const CLOCK_MS = 300_000;

const rules: readonly Rule[] = [
  ...shapeRules,
  {
    id: "text",
    requirements: ["CS-TEXT-01"],
    zh: "文字中没有 U+0000 和不成对的代理码元",
    en: "no text holds U+0000 or a lone surrogate",
    check: (sent) => first(sent, "text", (one) => errorOf(one, (code) => code === "bad-text")),
  },
  {
    id: "depth",
    requirements: ["CS-DEPTH-01"],
    zh: "嵌套不超过 32 层",
    en: "nothing nests deeper than 32",
    check: (sent) => first(sent, "at most 32 deep", (one) => errorOf(one, (code) => code === "too-deep")),
  },
  {
    id: "codes",
    requirements: ["CS-CODE-01"],
    asks: "full",
    zh: "代码都在代码表中",
    en: "every code is of its list",
    check: (sent) =>
      first(sent, "a code of the list", (one) => {
        const [unknown] = isTomb(one) ? [] : unknownCodes(one.kind, one.record as Parameters<typeof unknownCodes>[1]);
        return unknown === undefined ? null : `${keyOf(one)} ${unknown.path}: ${unknown.list} has no ${unknown.code}`;
      }),
  },
  {
    id: "references",
    requirements: ["CS-REF-01"],
    zh: "引用的记录都已共享",
    en: "nothing refers to what was never shared",
    check: danglingOf,
  },
  {
    id: "belongs",
    requirements: ["CS-REF-02"],
    zh: "部件属于告警的设备,设备属于告警的单位",
    en: "no alarm has another device's component",
    check: strayComponent,
  },
  {
    id: "key-of-unit",
    requirements: ["CS-KEY-01"],
    zh: "改名后主键不变",
    en: "no unit has two keys",
    check: (sent) =>
      twice(ofKind(live(sent), "unit"), "one key", ({ record }) =>
        typeof record.creditCode === "string"
          ? JSON.stringify([record.creditCode, record.address, record.latitude, record.longitude])
          : null,
      ),
  },
  {
    id: "one-platform",
    requirements: ["CS-KEY-02"],
    zh: "平台厂商代码一致",
    en: "one platform vendor code",
    check: (sent) => {
      const [one, ...more] = [
        ...new Set(
          sent
            .filter((each) => !isTomb(each))
            .map(({ record }) => record.platformCode)
            .filter((code) => code !== undefined),
        ),
      ];
      return more.length === 0 ? null : { expected: String(one), got: more.join(", "), shown: [] };
    },
  },
  {
    id: "counts",
    requirements: ["CS-COUNT-01"],
    zh: "设备数和部件数与共享的一致",
    en: "counts are those of the records",
    check: miscounted,
  },
  {
    id: "places",
    requirements: ["CS-GEO-01"],
    zh: "位置在中国境内,经纬度没有写反",
    en: "no place is exchanged or outside China",
    check: (sent) =>
      first(sent, "a place in China", (one) => {
        const point = pointOf(one);
        if (point === null) return null;
        return looksSwapped(point)
          ? `${keyOf(one)}: latitude ${point.latitude} and longitude ${point.longitude} are exchanged`
          : isInChina(point)
            ? null
            : `${keyOf(one)}: ${point.latitude}, ${point.longitude}`;
      }),
  },
  {
    id: "datum",
    requirements: ["CS-GEO-02"],
    asks: "full",
    zh: "声明了坐标系",
    en: "the coordinate system is declared",
    check: (sent) =>
      first(ofKind(live(sent), "unit"), "coordinateSystem", ({ record }) =>
        record.coordinateSystem === undefined ? `unit ${String(record.id)} without coordinateSystem` : null,
      ),
  },
  {
    id: "region",
    requirements: ["CS-REGION-01"],
    zh: "区域编码的省级代码存在",
    en: "every region code is of a province",
    check: (sent) =>
      first(ofKind(live(sent), "unit"), "a code of GB/T 2260", ({ record }) =>
        typeof record.regionCode === "string" && !provinces.has(record.regionCode.slice(0, 2))
          ? `regionCode ${record.regionCode}`
          : null,
      ),
  },
  {
    id: "future",
    requirements: ["CS-TIME-01"],
    zh: "没有未来的告警",
    en: "no alarm of the future",
    check: (sent) =>
      first(ofKind(sent, "alarm"), "a time before it was shared", ({ record, push }) =>
        Date.parse(String(record.occurredAt)) > (push.at ?? Date.now()) + CLOCK_MS
          ? `occurredAt ${String(record.occurredAt)}`
          : null,
      ),
  },
  {
    id: "cleared",
    requirements: ["CS-TIME-01"],
    zh: "解除不早于发生",
    en: "no alarm is cleared before it occurred",
    check: (sent) =>
      first(ofKind(sent, "alarm"), "clearedAt after occurredAt", ({ record }) =>
        Date.parse(String(record.clearedAt)) + CLOCK_MS < Date.parse(String(record.occurredAt))
          ? `occurredAt ${String(record.occurredAt)}, clearedAt ${String(record.clearedAt)}`
          : null,
      ),
  },
  {
    id: "repeat",
    requirements: ["CS-REPEAT-01"],
    zh: "同一告警只有一个编号",
    en: "no alarm has two numbers",
    check: (sent) =>
      twice(
        ofKind(sent, "alarm").filter((one) => !isTomb(one)),
        "one number",
        ({ record }) =>
          JSON.stringify([
            record.deviceId,
            record.componentId ?? null,
            record.type,
            Date.parse(String(record.occurredAt)),
          ]),
      ),
  },
  { id: "versions", requirements: ["CS-ORDER-02"], zh: "版本不回退", en: "no version falls", check: fallen },
  {
    id: "order",
    requirements: ["CS-ORDER-03"],
    asks: "full",
    zh: "被引用的先发",
    en: "nothing comes before what it refers to",
    check: tooEarly,
  },
  {
    id: "deletions",
    requirements: ["CS-DELETE-01"],
    needs: ["full-export"],
    zh: "删除以删除标记共享",
    en: "no deletion is left unsaid",
    check: unsharedDeletion,
  },
  {
    id: "same",
    requirements: ["CS-SAME-01"],
    needs: ["full-export"],
    zh: "变更与全量一致",
    en: "changes and full export agree",
    check: disagreement,
  },
  {
    id: "phone",
    requirements: ["CS-PERSON-01"],
    zh: "联系人电话没有脱敏",
    en: "no phone is masked",
    check: (sent) =>
      first(sent, "a phone that can be called", ({ record }) =>
        typeof record.contactPhone === "string" && /\*|^0{3}-0{4}-/.test(record.contactPhone)
          ? `contactPhone ${record.contactPhone}`
          : null,
      ),
  },
  {
    id: "batch",
    requirements: ["CS-BATCH-02"],
    needs: ["endpoint"],
    zh: "一次不超过 500 条",
    en: "never over 500 at once",
    check: (_, { pushes }) => {
      const big = pushes.find(({ items }) => items.length > 500);
      return big === undefined
        ? null
        : { expected: "at most 500 items", got: `${big.items.length} ${big.kind}`, shown: [] };
    },
  },
];

/** Cases of what a sender shared (共享方). */
export const senderCases: readonly SenderCase[] = [...rules.map(caseOf), ...endpointCases];
