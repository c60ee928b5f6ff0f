import { textOf } from "@dianan/layout";
import type { ComponentKey, ModelEvent } from "@dianan/model";
import {
  diagnostic,
  type Events,
  endConditions,
  portKey,
  portStateEvents,
  reading,
  rowOf,
  rssiOfCsq,
} from "../pile-events.ts";
import type { NormaliseContext } from "../protocol.ts";
import { portStates, stopReasons } from "./codes.ts";
import { dialectIn, type JuyDialect } from "./dialects.ts";
import type { JuyFrame } from "./frame.ts";

type Message = JuyFrame["message"];
type Of<K extends Message["kind"]> = Extract<Message, { readonly kind: K }>;

/** Scaled integers of the model in one step on the wire. */
const PER_ENERGY_STEP = 100;
const PER_DEGREE = 10;
const BYTE = 256;
/** From here on the byte behind the CCID is the version of the protocol. */
const LEAST_VERSION = 0x64;

const stateEvents = portStateEvents(portStates);

const temperature = (component: ComponentKey | null, raw: number, dialect: JuyDialect): ModelEvent => {
  const degrees = dialect.temperature === "signed" && raw >= BYTE / 2 ? raw - BYTE : raw;
  return reading(component, "temperature", degrees * PER_DEGREE);
};

const rssi = (raw: number, dialect: JuyDialect): Events => (dialect.rssi === "csq" ? [rssiOfCsq(raw)] : []);

const login = (message: Of<"login">, dialect: JuyDialect): Events => {
  const { signalOrVersion, reason } = message;
  const isVersion = signalOrVersion !== null && signalOrVersion >= LEAST_VERSION;
  return [
    {
      kind: "identity",
      facts: {
        imei: textOf(message.imei),
        ports: String(message.ports),
        hardware: textOf(message.hardware),
        firmware: textOf(message.software),
        iccid: textOf(message.ccid),
        ...(isVersion ? { protocolVersion: String(signalOrVersion) } : {}),
        ...(reason === null ? {} : { loginReason: String(reason) }),
      },
    },
    ...(signalOrVersion === null || isVersion ? [] : rssi(signalOrVersion, dialect)),
  ];
};

const heartbeat = (message: Of<"heartbeat">, dialect: JuyDialect): Events => [
  ...rssi(message.rssi, dialect),
  temperature(null, message.temperature, dialect),
  ...message.states.flatMap((state, index) => stateEvents(portKey(index + 1), state)),
];

const portData = (message: Of<"portData" | "morePortData">, dialect: JuyDialect): Events => [
  reading(null, "voltage", message.voltage),
  temperature(null, message.temperature, dialect),
  ...message.ports.map((one) => temperature(portKey(one.port), one.temperature, dialect)),
];

const ended = (message: Of<"end">): Events => {
  const component = portKey(message.port);
  const rawCode = `stop:${message.stopReason}`;
  const end = rowOf(stopReasons, message.stopReason)?.end ?? "unknown";
  const { seconds: elapsed, energy, amount, order } = message;
  return [
    {
      ...{ kind: "session", component, phase: "ended", order: String(order) },
      ...{ elapsed, energy: energy * PER_ENERGY_STEP, amount, end, rawCode, at: null },
    },
    ...endConditions(component, end, null, rawCode),
  ];
};

/** It ended; why, and what it took, stands in bytes whose widths are not published. */
const endedSomehow = ({ port, order }: Of<"keptEnd">): Events => [
  {
    ...{ kind: "session", component: portKey(port), phase: "ended", order: String(order) },
    ...{ elapsed: null, energy: null, amount: null, end: null, rawCode: "", at: null },
  },
  diagnostic("kept-bytes", "end: set the dialect option endNumbers to read duration, energy, amount and reason"),
];

/** A result other than 0 is taken for a failure: its numbers are not published. */
const commandResult = (command: string, result: number): Events => [
  {
    ...{ kind: "commandResult", component: null, command },
    ...{ outcome: result === 0 ? "done" : "failed", serial: null, rawCode: `result:${result}` },
  },
];

/**
 * What a frame says in the words of the model, in the order of its bytes; what the platform itself sends says nothing.
 *
 * @throws RangeError for an unknown dialect option
 */
export const normalise = ({ result, message }: JuyFrame, context: NormaliseContext): Events => {
  const dialect = dialectIn(context);
  switch (message.kind) {
    case "login":
      return login(message, dialect);
    case "heartbeat":
      return heartbeat(message, dialect);
    case "portData":
    case "morePortData":
      return portData(message, dialect);
    case "end":
      return ended(message);
    case "keptEnd":
      return endedSomehow(message);
    case "imei":
      return [{ kind: "identity", facts: { imei: textOf(message.imei) } }];
    case "startAnswer":
    case "stopAnswer":
    case "parametersAnswer":
    case "moreParametersAnswer":
    case "meterAnswer":
    case "tariffAnswer":
    case "moreTariffAnswer":
    case "upgradeAnswer":
      return commandResult(message.kind.slice(0, -"Answer".length), result);
    case "localStart":
    case "onlineCard":
      return [diagnostic("kept-bytes", `${message.kind}: its data are kept as bytes`)];
    case "unknown":
      return context.direction === "down"
        ? []
        : [diagnostic("unknown-command", `command ${message.command}: kept as bytes`)];
    case "loginAnswer":
    case "heartbeatAnswer":
    case "start":
    case "stop":
    case "endAnswer":
    case "localStartAnswer":
    case "onlineCardAnswer":
    case "portDataAnswer":
    case "morePortDataAnswer":
    case "parameters":
    case "moreParameters":
    case "meter":
    case "tariff":
    case "moreTariff":
    case "imeiAnswer":
    case "upgrade":
      return [];
  }
};
