import type { ComponentKey, Instant, ModelEvent, Status } from "@dianan/model";
import {
  condition,
  diagnostic,
  type Events,
  endConditions,
  instantOfSeconds,
  portKey,
  portStateEvents,
  reading,
  rowOf,
  rssiOfCsq,
  sentinel,
} from "../pile-events.ts";
import type { NormaliseContext } from "../protocol.ts";
import { portStates, pushedAlarms, recognitionCodes, startResults, stopReasons } from "./codes.ts";
import { type Ap3000Dialect, dialectIn } from "./dialects.ts";
import type { Ap3000Frame } from "./frame.ts";
import { orderText } from "./order-text.ts";

type Message = Ap3000Frame["message"];
type Of<K extends Message["kind"]> = Extract<Message, { readonly kind: K }>;

/** Scaled integers of the model in one step on the wire. */
const PER_ENERGY_STEP = 100;
const PER_HOST_CURRENT_STEP = 10;
const PER_MILLIAMP = 10;
const PER_DEGREE = 10;
const PER_DBM = 10;
const TEMPERATURE_OFFSET = 65;
const RSSI_OFFSET = 100;
const BALANCE_QUERY = 0xff;
const FIRMWARE_STEPS = 100;

const portOf = (index: number): ComponentKey => portKey(index + 1);
const stateEvents = portStateEvents(portStates);
const hostCodes: ReadonlySet<number> = new Set([recognitionCodes.host.code, recognitionCodes.leakageHost.code]);
const kept = (kind: string): Events => [diagnostic("kept-bytes", `${kind}: its data are kept as bytes`)];

/** Raw 0 is "no sensor", never a number. */
const temperature = (
  component: ComponentKey | null,
  raw: number | null,
  isOffset: boolean,
  at: Instant | null = null,
): Events => {
  if (raw === null) return [];
  if (raw === 0) return [sentinel(component, "temperature", at)];
  return [reading(component, "temperature", (raw - (isOffset ? TEMPERATURE_OFFSET : 0)) * PER_DEGREE, at)];
};

const rssi = (raw: number | null, dialect: Ap3000Dialect): Events =>
  raw === null ? [] : [dialect.rssi === "csq" ? rssiOfCsq(raw) : reading(null, "rssi", (raw - RSSI_OFFSET) * PER_DBM)];

const version = (raw: number): string => (raw / FIRMWARE_STEPS).toFixed(2);

const registered = (message: Of<"register">, { device }: Ap3000Frame): Events => [
  {
    kind: "identity",
    facts: {
      firmware: version(message.firmware),
      ports: String(message.ports),
      virtualId: String(message.virtualId),
      deviceType: String(message.deviceType),
      workMode: String(message.workMode),
      ...(message.powerBoardFirmware === null ? {} : { powerBoardFirmware: String(message.powerBoardFirmware) }),
      qrNumber: String(device.number),
    },
  },
];

const heartbeat = (message: Of<"heartbeat">, dialect: Ap3000Dialect): Events => [
  reading(null, "voltage", message.voltage),
  ...message.states.flatMap((state, index) => stateEvents(portOf(index), state)),
  ...rssi(message.rssi, dialect),
  ...temperature(null, message.temperature, dialect.temperature !== "plain"),
];

const oldHeartbeat = (message: Of<"oldHeartbeat">, dialect: Ap3000Dialect): Events => [
  { kind: "identity", facts: { firmware: version(message.firmware) } },
  reading(null, "voltage", message.voltage),
  ...message.states.flatMap((state, index) => stateEvents(portOf(index), state)),
  ...message.powers.map((power, index) => reading(portOf(index), "activePower", power)),
  ...rssi(message.rssi, dialect),
  ...temperature(null, message.temperature, dialect.temperature === "minus65"),
];

const clock = (at: Instant | null): Events => (at === null ? [] : [{ kind: "deviceClock", at }]);

/** Card numbers are personal: they stay in the frame. */
const cardSwipe = ({ port, time }: Of<"cardSwipe">): Events => [
  diagnostic("card-swipe", port === BALANCE_QUERY ? "balance query" : portOf(port)),
  ...clock(instantOfSeconds(time)),
];

const settlement = (message: Of<"settlement">): Events => {
  const { stopReason, seconds, energy, order } = message;
  const component = portOf(message.port);
  const at = instantOfSeconds(message.time);
  const row = rowOf(stopReasons, stopReason);
  const end = row?.end ?? "unknown";
  const rawCode = `stop:${stopReason}`;
  const session: ModelEvent = {
    kind: "session",
    component,
    phase: "ended",
    order: orderText(order),
    elapsed: seconds,
    energy: energy * PER_ENERGY_STEP,
    amount: null,
    end,
    rawCode,
    at,
  };
  return [session, ...endConditions(component, end, row?.also ?? null, rawCode, at)];
};

const running: ReadonlySet<Status> = new Set<Status>(["charging", "full"]);

const powerHeartbeat = (message: Of<"powerHeartbeat">, dialect: Ap3000Dialect): Events => {
  const { seconds, energy, power, voltage, current } = message;
  const component = portOf(message.port);
  const at = instantOfSeconds(message.time);
  const order = orderText(message.order);
  const isRunning = order !== null || seconds > 0 || running.has(rowOf(portStates, message.state)?.status ?? "unknown");
  const isOffset = dialect.temperature !== "plain";
  return [
    ...stateEvents(component, message.state, at),
    ...(isRunning
      ? [
          {
            kind: "session",
            component,
            phase: "progress",
            order,
            elapsed: seconds,
            energy: energy * PER_ENERGY_STEP,
            amount: null,
            end: null,
            rawCode: "",
            at,
          } as const,
        ]
      : []),
    reading(component, "activePower", power, at),
    ...(voltage === null ? [] : [reading(component, "voltage", voltage, at)]),
    ...(current === null ? [] : [reading(component, "current", current, at)]),
    ...temperature(null, message.temperature, isOffset, at),
    ...temperature(component, message.portTemperature, isOffset, at),
    ...clock(at),
  ];
};

const startStopAnswer = (message: Of<"startStopAnswer">, { messageId }: Ap3000Frame): Events => {
  const row = rowOf(startResults, message.result);
  const component = message.port === null ? null : portOf(message.port);
  const rawCode = `result:${message.result}`;
  const alarm = row === null ? "unmapped" : row.alarm;
  return [
    {
      kind: "commandResult",
      component,
      command: "startStop",
      outcome: row?.outcome ?? "failed",
      serial: messageId,
      rawCode,
    },
    ...(alarm === null ? [] : [condition(component, alarm, rawCode)]),
  ];
};

/** A host tells of a unit on its RS-485 line, everything else of its own ports. */
const alarm = ({ type, place }: Of<"alarm">, { device }: Ap3000Frame): Events => {
  const component = hostCodes.has(device.recognition) ? (`unit/${place}` as ComponentKey) : portOf(place);
  return [condition(component, rowOf(pushedAlarms, type)?.alarm ?? "unmapped", `alarm:${type}`)];
};

const OPEN = 0;
const CLOSED = 1;

const hostSwitch = (raw: number, { hostSwitch: rule }: Ap3000Dialect): Events => {
  if (rule === "unstated" || raw > 1) return [];
  return [reading(null, "switchState", (raw === 1) === (rule === "oneIsClosed") ? CLOSED : OPEN)];
};

const key = (text: string): ComponentKey => text as ComponentKey;
const scaled = (component: ComponentKey, quantity: "energyImport" | "residualCurrent" | "smoke", per: number) => {
  return (raw: number | null): Events => (raw === null ? [] : [reading(component, quantity, raw * per)]);
};
const meterEnergy = scaled(key("meter/1"), "energyImport", PER_ENERGY_STEP);
const smoke = scaled(key("smoke/1"), "smoke", 1);
const residualCurrent = scaled(key("current/1"), "residualCurrent", PER_MILLIAMP);

const hostStatus = (message: Of<"hostStatus">, dialect: Ap3000Dialect): Events => {
  const isOffset = dialect.temperature !== "plain";
  return [
    ...hostSwitch(message.switch, dialect),
    ...temperature(null, message.temperature, isOffset),
    reading(null, "voltage", message.voltage),
    reading(null, "current", message.current * PER_HOST_CURRENT_STEP),
    reading(null, "energyImport", message.energy * PER_ENERGY_STEP),
    ...meterEnergy(message.meterEnergy),
    ...smoke(message.smoke),
    ...residualCurrent(message.leakage),
    ...temperature(key("temperature/live"), message.liveTemperature, isOffset),
    ...temperature(key("temperature/neutral"), message.neutralTemperature, isOffset),
  ];
};

/**
 * What a frame says in the words of the model, in the order of its bytes; what the platform itself sends says nothing.
 *
 * @throws RangeError for an unknown dialect option
 */
export const normalise = (frame: Ap3000Frame, context: NormaliseContext): Events => {
  const dialect = dialectIn(context);
  const { message } = frame;
  switch (message.kind) {
    case "register":
      return registered(message, frame);
    case "heartbeat":
      return heartbeat(message, dialect);
    case "oldHeartbeat":
      return oldHeartbeat(message, dialect);
    case "cardSwipe":
      return cardSwipe(message);
    case "settlement":
      return settlement(message);
    case "powerHeartbeat":
      return powerHeartbeat(message, dialect);
    case "startStopAnswer":
      return startStopAnswer(message, frame);
    case "alarm":
      return alarm(message, frame);
    case "hostStatus":
      return hostStatus(message, dialect);
    case "timeRequest":
    case "hostTimeRequest":
      return [diagnostic("need", "clock")];
    case "hostHeartbeat":
    case "cabinetHeartbeat":
    case "fullNotice":
    case "portPush":
    case "setThresholdsAnswer":
    case "setMoreThresholdsAnswer":
    case "setLimitsAnswer":
    case "rebootAnswer":
    case "changeDurationAnswer":
    case "locateAnswer":
      return kept(message.kind);
    case "unknown":
      return context.direction === "down"
        ? []
        : [diagnostic("unknown-command", `command ${message.command}: kept as bytes`)];
    case "oldHeartbeatAnswer":
    case "cardAnswer":
    case "settlementAnswer":
    case "registerAnswer":
    case "heartbeatAnswer":
    case "hostTimeAnswer":
    case "timeAnswer":
    case "query":
    case "startStop":
    case "setThresholds":
    case "setMoreThresholds":
    case "setLimits":
    case "reboot":
    case "changeDuration":
    case "locate":
      return [];
  }
};
