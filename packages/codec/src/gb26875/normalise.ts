import type { KeptTimeLabel, TimeLabel } from "@dianan/layout";
import { textOf } from "@dianan/layout";
import type { AlarmType, ComponentKey, Instant, ModelEvent, Status } from "@dianan/model";
import type { NormaliseContext } from "../protocol.ts";
import { componentMeaning } from "./component-alarm-map.ts";
import type { ComponentStatus } from "./component-status.ts";
import type { Frame } from "./frame.ts";
import { readingOf } from "./readings.ts";
import type { SystemStatus } from "./system-status.ts";
import { instantOf } from "./time.ts";
import type { TransmitterStatus } from "./transmitter.ts";

const CHINA = 480;

/** A component's address as text: `systemType/systemAddress/componentType/componentAddress`. */
export const componentKey = (object: {
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentType: number;
  readonly componentAddress: number;
}): ComponentKey =>
  `${object.systemType}/${object.systemAddress}/${object.componentType}/${object.componentAddress}` as ComponentKey;

/**
 * What a frame says in the words of the model. Every status word yields each condition that it can tell, present or
 * gone. Bit 0 clear ("test") suppresses nothing: many devices leave it clear while they report a fire.
 *
 * @returns events in the order of the objects; empty for a frame without data
 */
export const normalise = (frame: Frame, context: NormaliseContext): readonly ModelEvent[] => {
  const offset = context.utcOffsetMinutes ?? CHINA;
  const { message } = frame;
  switch (message.kind) {
    case "componentStatus":
      return message.items.flatMap((item) => [
        ...clockFault(item.time),
        ...ofComponent(item, instantOf(item.time, offset)),
      ]);
    case "systemStatus":
      return withoutContradiction(
        message.items.flatMap((item) => [...clockFault(item.time), ...ofSystem(item, instantOf(item.time, offset))]),
      );
    case "componentAnalog":
      return message.items.flatMap((item) => [
        ...clockFault(item.time),
        readingOf(item, componentKey(item), instantOf(item.time, offset)),
      ]);
    case "transmitterStatus":
      return [...clockFault(message.time), ...ofTransmitter(message, instantOf(message.time, offset))];
    case "transmitterTime": {
      const at = instantOf(message.time, offset);
      return at === null ? clockFault(message.time) : [{ kind: "deviceClock", at }];
    }
    case "setClock":
    case "dutyCheck":
    case "empty":
      return [];
    case "unknown":
      return [
        {
          kind: "diagnostic",
          code: "unknown-type",
          text: `command ${frame.command}, type ${message.typeFlag}: kept as bytes`,
        },
      ];
  }
};

const condition = (
  component: ComponentKey | null,
  type: AlarmType,
  present: boolean,
  bit: string,
  note: string,
  at: Instant | null,
): ModelEvent => ({ kind: "condition", component, type, present, at, rawCode: `status:${bit}`, rawText: note });

const stateOf = ({ fire, fault, shielded, powerFault }: ComponentStatus["status"]): Status =>
  fire ? "alarm" : fault || powerFault ? "fault" : shielded ? "disabled" : "normal";

const ofComponent = (item: ComponentStatus, at: Instant | null): readonly ModelEvent[] => {
  const component = componentKey(item);
  const meaning = componentMeaning(item.componentType);
  const note = textOf(item.note);
  const { status } = item;
  return [
    { kind: "componentState", component, componentType: item.componentType, status: stateOf(status), note, at },
    condition(component, meaning.fire, status.fire, "fire", note, at),
    condition(component, meaning.fault, status.fault, "fault", note, at),
    condition(component, "mainsSupplyFault", status.powerFault, "powerFault", note, at),
  ];
};

/** A system is not a component of ours: what its word says is said of the device. */
const ofSystem = ({ status, systemType, systemAddress }: SystemStatus, at: Instant | null): readonly ModelEvent[] => {
  const where = `system ${systemType}/${systemAddress}`;
  return [
    condition(null, "fireAlarm", status.fire, "fire", where, at),
    condition(null, "deviceFault", status.fault, "fault", where, at),
    condition(null, "mainsSupplyFault", status.mainPowerFault, "mainPowerFault", where, at),
    condition(null, "backupSupplyFault", status.backupPowerFault, "backupPowerFault", where, at),
    condition(null, "commFault", status.busFault, "busFault", where, at),
  ];
};

/** Several systems in one frame speak of one device: what one of them has is not gone because another lacks it. */
const withoutContradiction = (events: readonly ModelEvent[]): readonly ModelEvent[] => {
  const present = new Set(events.flatMap((event) => (event.kind === "condition" && event.present ? [event.type] : [])));
  return events.filter((event) => event.kind !== "condition" || event.present || !present.has(event.type));
};

const ofTransmitter = ({ status }: TransmitterStatus, at: Instant | null): readonly ModelEvent[] => [
  condition(null, "fireAlarm", status.fire, "fire", "", at),
  condition(null, "deviceFault", status.fault, "fault", "", at),
  condition(null, "mainsSupplyFault", status.mainPowerFault, "mainPowerFault", "", at),
  condition(null, "backupSupplyFault", status.backupPowerFault, "backupPowerFault", "", at),
  // Two bits, one condition: either makes it present.
  condition(null, "commFault", status.channelFault || status.lineFault, "channelFault|lineFault", "", at),
];

/** Six bytes that are no time: the message counts all the same, and its maker should hear of it. */
const clockFault = (time: TimeLabel | KeptTimeLabel | null): readonly ModelEvent[] =>
  time !== null && "raw" in time
    ? [{ kind: "diagnostic", code: "bad-time", text: `time label is no time: ${[...time.raw].join(" ")}` }]
    : [];
