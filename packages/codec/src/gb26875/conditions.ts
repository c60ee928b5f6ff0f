import { textOf } from "@dianan/layout";
import type { AlarmType, ComponentKey, Instant, ModelEvent, Status } from "@dianan/model";
import { componentMeaning } from "./component-alarm-map.ts";
import { componentKey } from "./component-key.ts";
import type { GbDialect } from "./dialect.ts";
import type { ComponentStatus, SystemStatus } from "./facility.ts";
import type { ComponentFault } from "./status-bits.ts";
import type { TransmitterStatus } from "./transmitter.ts";

/** One condition of a status word; `bit` names it in the raw code. */
export const condition = (
  component: ComponentKey | null,
  type: AlarmType,
  present: boolean,
  bit: string,
  note: string,
  at: Instant | null,
): ModelEvent => ({ kind: "condition", component, type, present, at, rawCode: `status:${bit}`, rawText: note });

/** What makers' bits 9 to 15 of a component mean. An upgrade that failed is a fault of the device. */
const faultMeanings: { readonly [F in ComponentFault]: AlarmType } = {
  offline: "commFault",
  open: "sensorOpen",
  short: "sensorShort",
  removed: "removed",
  sensorFault: "sensorFault",
  upgradeFault: "deviceFault",
};
const faultNames = Object.keys(faultMeanings) as readonly ComponentFault[];

const stateOf = (status: ComponentStatus["status"]): Status => {
  if (status.fire) return "alarm";
  const isFaulty =
    status.fault || status.powerFault || faultNames.some((name) => status[name] === true && name !== "offline");
  if (isFaulty) return "fault";
  return status.offline === true ? "offline" : status.shielded ? "disabled" : "normal";
};

/** State and conditions of a component. Bit 0 suppresses nothing: many devices leave it clear while they report a fire. */
export const ofComponent = (
  item: ComponentStatus,
  at: Instant | null,
  form: GbDialect["componentAddress"],
): readonly ModelEvent[] => {
  const component = componentKey(item, form);
  const meaning = componentMeaning(item.componentType);
  const note = textOf(item.note ?? "");
  const { status } = item;
  const more = faultNames.flatMap((name): readonly ModelEvent[] => {
    const present = status[name];
    return present === undefined ? [] : [condition(component, faultMeanings[name], present, name, note, at)];
  });
  const said: readonly ModelEvent[] = [
    { kind: "componentState", component, componentType: item.componentType, status: stateOf(status), note, at },
    condition(component, meaning.fire, status.fire, "fire", note, at),
    condition(component, meaning.fault, status.fault, "fault", note, at),
    condition(component, "mainsSupplyFault", status.powerFault, "powerFault", note, at),
  ];
  return more.length === 0 ? said : withoutContradiction([...said, ...more]);
};

/** A system is not a component of ours: what its word says is said of the device. */
export const ofSystem = (
  { status, systemType, systemAddress }: SystemStatus,
  at: Instant | null,
): readonly ModelEvent[] => {
  const where = `system ${systemType}/${systemAddress}`;
  return [
    condition(null, "fireAlarm", status.fire, "fire", where, at),
    condition(null, "deviceFault", status.fault, "fault", where, at),
    condition(null, "mainsSupplyFault", status.mainPowerFault, "mainPowerFault", where, at),
    condition(null, "backupSupplyFault", status.backupPowerFault, "backupPowerFault", where, at),
    condition(null, "commFault", status.busFault, "busFault", where, at),
    // Happenings: a clear bit says nothing.
    ...(status.reset ? [condition(null, "reset", true, "reset", where, at)] : []),
    ...(status.configurationChanged ? [condition(null, "paramChanged", true, "configurationChanged", where, at)] : []),
  ];
};

/** Several words or bits speak of one condition: what one of them has is not gone because another lacks it. */
export const withoutContradiction = (events: readonly ModelEvent[]): readonly ModelEvent[] => {
  const present = new Set(events.flatMap((event) => (event.kind === "condition" && event.present ? [event.type] : [])));
  return events.filter((event) => event.kind !== "condition" || event.present || !present.has(event.type));
};

export const ofTransmitter = ({ status }: TransmitterStatus, at: Instant | null): readonly ModelEvent[] => [
  condition(null, "fireAlarm", status.fire, "fire", "", at),
  condition(null, "deviceFault", status.fault, "fault", "", at),
  condition(null, "mainsSupplyFault", status.mainPowerFault, "mainPowerFault", "", at),
  condition(null, "backupSupplyFault", status.backupPowerFault, "backupPowerFault", "", at),
  // Two bits, one condition: either makes it present.
  condition(null, "commFault", status.channelFault || status.lineFault, "channelFault|lineFault", "", at),
];
