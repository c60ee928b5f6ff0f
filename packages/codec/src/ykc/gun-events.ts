import type { AlarmType, ModelEvent, Status } from "@dianan/model";
import { ownComponentTypes } from "../component-types.ts";
import { condition, conditionIf, missing, reading } from "../pile-events.ts";
import { gunStates, hardwareFaults, heartbeatStates } from "./codes.ts";
import { batteryOf, type Of, orderOf, portOf, temperature } from "./words.ts";

type FaultName = keyof typeof hardwareFaults;

/** What each hardware fault bit is in the model. */
const faultTypes: { readonly [N in FaultName]: AlarmType } = {
  emergencyStop: "chargeAbnormalOff",
  noRectifier: "deviceFault",
  outletTemperature: "temperatureOver",
  surgeProtector: "deviceFault",
  moduleComm: "commFault",
  insulationComm: "commFault",
  meterComm: "commFault",
  cardReaderComm: "commFault",
  controllerComm: "commFault",
  fanBoard: "deviceFault",
  dcFuse: "fuseBlown",
  contactor: "relayWelded",
  doorOpen: "doorForced",
};
const faultNames = Object.keys(faultTypes) as FaultName[];
/** Each type once, in the order of its lowest bit. */
const types = [...new Set(faultNames.map((name) => faultTypes[name]))];

/** The document counts the bits from 1. */
const bitOf = (name: FaultName): number => hardwareFaults[name].code + 1;

/** Several bits of one type are one condition: any of them makes it present. A fault state without a bit is a device fault. */
const faultsOf = ({ gun, state, faults }: Of<"realtime">): readonly ModelEvent[] => {
  const component = portOf(gun);
  const isFaultState = state === gunStates.fault.code;
  const named = types.map((type) => {
    const mine = faultNames.filter((name) => faultTypes[name] === type);
    const set = mine.filter((name) => faults[name]);
    const isState = type === "deviceFault" && isFaultState;
    const bits = (set.length > 0 ? set : mine).map(bitOf).join(",");
    const rawCode = isState ? (set.length > 0 ? `state:1 fault:${bits}` : "state:1") : `fault:${bits}`;
    const rawText = set.map((name) => hardwareFaults[name].zh).join("、");
    return conditionIf(set.length > 0 || isState, component, type, rawCode, rawText);
  });
  if (faults.reserved === 0) return named;
  return [...named, condition(component, "unmapped", `fault:reserved:${faults.reserved}`)];
};

type Told = { readonly status: Status; readonly portState: number };
/** Numbers of the quantity `portState`. */
const OFFLINE = 0;
const IDLE = 1;
const OCCUPIED = 2;
const CHARGING = 3;
const FAULT = 255;

const told = ({ state, plugged }: Of<"realtime">): Told | null => {
  switch (state) {
    case gunStates.offline.code:
      return { status: "offline", portState: OFFLINE };
    case gunStates.fault.code:
      return { status: "fault", portState: FAULT };
    case gunStates.idle.code:
      return plugged === 1 ? { status: "occupied", portState: OCCUPIED } : { status: "idle", portState: IDLE };
    case gunStates.charging.code:
      return { status: "charging", portState: CHARGING };
    default:
      return null;
  }
};

const stateOf = (body: Of<"realtime">): readonly ModelEvent[] => {
  const component = portOf(body.gun);
  const known = told(body);
  const state: ModelEvent = {
    kind: "componentState",
    component,
    componentType: ownComponentTypes.chargingPort,
    status: known?.status ?? "unknown",
    note: "",
    at: null,
  };
  return known === null
    ? [state, condition(component, "unmapped", `state:${body.state}`)]
    : [state, reading(component, "portState", known.portState)];
};

const SECONDS = 60;
/** From 0.1 A to mA. */
const MILLIAMPS = 100;
/** From 0.0001 yuan to fen. */
export const fenOf = (amount: number): number => Math.round(amount / 100);

/** What 0x13 says: state, values, faults, and the session while there is one. */
export const realtimeEvents = (body: Of<"realtime">): readonly ModelEvent[] => {
  const component = portOf(body.gun);
  const battery = batteryOf(body.gun);
  const order = orderOf(body.transaction);
  const isCharging = body.state === gunStates.charging.code;
  const session: readonly ModelEvent[] = isCharging
    ? [
        {
          kind: "session",
          component,
          phase: "progress",
          order,
          elapsed: body.elapsed * SECONDS,
          energy: body.energy,
          amount: fenOf(body.amount),
          end: null,
          rawCode: "",
          at: null,
        },
      ]
    : [];
  return [
    ...stateOf(body),
    reading(component, "voltage", body.voltage),
    reading(component, "current", body.current * MILLIAMPS),
    temperature(component, body.gunTemperature),
    // Alternating-current piles know nothing of the battery, and a pile in standby neither: they send 0.
    body.soc === 0 ? missing(battery, "batteryPercent") : reading(battery, "batteryPercent", body.soc * 10),
    temperature(battery, body.batteryTemperature),
    reading(component, "energyImport", body.energy),
    reading(component, "chargeAmount", fenOf(body.amount)),
    ...faultsOf(body),
    ...session,
  ];
};

/** What 0x03 says. A sound gun may charge or not: only the fault is told, never a state. */
export const heartbeatEvents = ({ gun, state }: Of<"heartbeat">): readonly ModelEvent[] => {
  const component = portOf(gun);
  if (state === heartbeatStates.normal.code || state === heartbeatStates.fault.code)
    return [conditionIf(state === heartbeatStates.fault.code, component, "deviceFault", `heartbeat:${state}`)];
  return [condition(component, "unmapped", `heartbeat:${state}`)];
};

/** What the battery says in 0x25. Only the lower bit of a pair says that it is so. */
export const batteryEvents = ({ gun, temperatureMax, state }: Of<"bmsInfo">): readonly ModelEvent[] => {
  const battery = batteryOf(gun);
  return [
    temperature(battery, temperatureMax),
    conditionIf(
      state.overTemperature && !state.overTemperatureUntrusted,
      battery,
      "temperatureOver",
      "bms:overTemperature",
    ),
    conditionIf(state.overCurrent && !state.overCurrentUntrusted, battery, "overCurrent", "bms:overCurrent"),
    conditionIf(state.cellVoltageHigh && !state.cellVoltageLow, battery, "overVoltage", "bms:cellVoltageHigh"),
    conditionIf(
      state.insulationAbnormal && !state.insulationUntrusted,
      battery,
      "insulationLow",
      "bms:insulationAbnormal",
    ),
    conditionIf(state.connectorAbnormal && !state.connectorUntrusted, battery, "contactBad", "bms:connectorAbnormal"),
  ];
};

/** Why battery or charger stopped: its bits are not ours to name, so that a fault is an alarm without a name. */
export const abortEvents = (body: Of<"bmsAbort" | "chargerAbort">): readonly ModelEvent[] =>
  body.fault === 0 && body.error === 0
    ? []
    : [condition(portOf(body.gun), "unmapped", `${body.kind}:${body.reason}:${body.fault}:${body.error}`)];
