import { isQuantity, type Words } from "@dianan/model";
import type { MappedFacts, PushFault } from "../ports/receivers.ts";
import { isObject, type Json } from "./platform-message.ts";

/** What keeps a value from being one of the document's schemas; nothing when it is one. */
export type Findings = (
  schema: string,
  value: unknown,
) => readonly { readonly path: string; readonly code?: string | undefined; readonly message: Words }[];

/** Facts of one device, and where in the mapping's result they stand. */
export type PlacedFacts = {
  readonly path: string;
  readonly facts: MappedFacts;
  /** Place of each frame in the list that it stood in. */ readonly framePlaces: readonly number[];
};
export type FactsRead = { readonly placed: readonly PlacedFacts[]; readonly faults: readonly PushFault[] };

/** Devices that one push may tell of. */
const DEVICES_MAX = 500;

const fault = (path: string, zh: string, en: string): PushFault => ({
  ...{ code: "mapping-result", path, message: { zh, en }, position: null },
});

/** A list of one is often written as the one (JSONata makes no difference). */
const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

const NOTHING = { device: null, imei: null };
const NO_LISTS = { readings: [], conditions: [], frames: [] };
/** Items of each list that are looked at. */
const ITEMS_MAX = { readings: 500, conditions: 100, frames: 100 } as const;
const SAID_LISTS = { readings: "UplinkReading", conditions: "UplinkCondition", frames: "MappedFrame" } as const;

/** Frames are one text, readings are of a quantity that is known: the schema cannot say it. */
const furtherFault = (list: keyof typeof SAID_LISTS, item: Json, path: string): PushFault | null => {
  if (list === "readings" && !isQuantity(String(item.quantity)))
    return fault(
      `${path}/quantity`,
      `代码表 quantities 中没有 ${String(item.quantity)}`,
      `${String(item.quantity)} is not in the code list quantities.`,
    );
  if (list === "frames" && (item.hex === undefined) === (item.base64 === undefined))
    return fault(path, "应有 hex 或 base64 之一", "It has either hex or base64.");
  return null;
};

const factsOfOne = (value: unknown, path: string, findings: Findings): FactsRead => {
  if (!isObject(value))
    return { placed: [], faults: [fault(path, "应为对象或对象数组", "It should be an object, or a list of objects.")] };
  const faults: PushFault[] = [];
  const found = { readings: [] as unknown[], conditions: [] as unknown[], frames: [] as unknown[] };
  const { readings, conditions, frames, ...head } = value;
  const framePlaces: number[] = [];
  let isNamed = true;
  for (const { path: at, code, message } of findings("MappedFacts", { ...NOTHING, ...head, ...NO_LISTS })) {
    faults.push(fault(`${path}${at}`, message.zh, message.en));
    // A member too many says nothing wrong of the others.
    if (code !== "additionalProperties") isNamed = false;
  }
  if (!isNamed) return { placed: [], faults };
  for (const [name, list] of Object.entries({ readings, conditions, frames }) as [keyof typeof SAID_LISTS, unknown][])
    for (const [n, item] of listOf(list).entries()) {
      const place = `${path}/${name}/${n}`;
      if (n === ITEMS_MAX[name]) {
        faults.push(fault(place, `最多 ${n} 项`, `There may be ${n} at most.`));
        break;
      }
      const wrong = findings(SAID_LISTS[name], item);
      const further = wrong.length === 0 ? furtherFault(name, item as Json, place) : null;
      if (wrong.length === 0 && further === null) {
        found[name].push(item);
        if (name === "frames") framePlaces.push(n);
      } else
        faults.push(
          further ?? fault(`${place}${wrong[0]?.path}`, wrong[0]?.message.zh ?? "", wrong[0]?.message.en ?? ""),
        );
    }
  const facts = { device: head.device ?? null, imei: head.imei ?? null, ...found } as MappedFacts;
  // Frames say themselves whose they are.
  const needsName = found.frames.length === 0 || found.readings.length + found.conditions.length > 0;
  if (facts.device !== null || !needsName) return { placed: [{ path, facts, framePlaces }], faults };
  faults.push(fault(`${path}/device`, "没有设备标识 device", "It names no device."));
  const { frames: own } = facts;
  return {
    placed: own.length === 0 ? [] : [{ path, framePlaces, facts: { ...facts, readings: [], conditions: [] } }],
    faults,
  };
};

/**
 * What of a mapping's result can be taken. What is wrong is refused by itself, with its place, and keeps nothing beside it from being
 * taken: an alarm is not lost because a value beside it is none.
 */
export const factsOf = (result: unknown, findings: Findings): FactsRead => {
  const isList = Array.isArray(result);
  const all = isList ? result : [result];
  const read = all.slice(0, DEVICES_MAX).map((one, n) => factsOfOne(one, isList ? `/${n}` : "", findings));
  const tooMany =
    all.length > DEVICES_MAX
      ? [
          fault(
            `/${DEVICES_MAX}`,
            `每次推送最多 ${DEVICES_MAX} 台设备`,
            `A push tells of ${DEVICES_MAX} devices at most.`,
          ),
        ]
      : [];
  return {
    placed: read.flatMap(({ placed }) => placed),
    faults: [...read.flatMap(({ faults }) => faults), ...tooMany],
  };
};
