import { textOf } from "@dianan/layout";
import type { ModelEvent } from "@dianan/model";
import { dialectOf } from "../dialect.ts";
import { diagnostic } from "../pile-events.ts";
import type { NormaliseContext } from "../protocol.ts";
import { subCommands } from "./codes.ts";
import { type BkvDialect, dialectOptions } from "./dialects.ts";
import type { BkvFrame } from "./frame.ts";
import { MARKER } from "./items.ts";
import { abnormalEvents, endEvents, progressEvents, valueEvents } from "./port-events.ts";
import { allItems, componentOf, type Of, type Scope, scopeOf } from "./scopes.ts";

const CHINA = 480;

type UpFrame = Extract<BkvFrame, { readonly direction: "up" }>;
type Container = Extract<UpFrame["payload"], { readonly kind: "container" }>;

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(2, "0");

/** Sub-commands whose acknowledgement is the outcome of a command of the platform. */
const answers = new Map<number, "control" | "setParams" | "readParams">([
  [subCommands.control.code, "control"],
  [subCommands.setParams.code, "setParams"],
  [subCommands.paramsAnswer.code, "setParams"],
  [subCommands.readParams.code, "readParams"],
]);

const ackEvents = (
  scope: Scope,
  serial: number,
  subCommand: number,
  { ackDone }: BkvDialect,
): readonly ModelEvent[] => {
  const ack = scope.numbers.get("ack");
  const command = answers.get(subCommand);
  if (ack === undefined || command === undefined) return [];
  if (ackDone === "unconfirmed") return [diagnostic("ack", `${command}, serial ${serial}: acknowledgement ${ack}`)];
  const outcome = ack === ackDone ? "done" : "refused";
  return [{ kind: "commandResult", component: componentOf(scope), command, outcome, serial, rawCode: `ack:${ack}` }];
};

const subCommandEvents = (scope: Scope, subCommand: number, utcOffsetMinutes: number): readonly ModelEvent[] => {
  switch (subCommand) {
    case subCommands.status.code:
      return progressEvents(scope);
    case subCommands.end.code:
      return endEvents(scope, utcOffsetMinutes);
    case subCommands.abnormal.code:
      return abnormalEvents(scope);
    case subCommands.control.code:
    case subCommands.setParams.code:
    case subCommands.readParams.code:
    case subCommands.paramsAnswer.code:
      return [];
    default:
      return [diagnostic("unknown-sub-command", `sub-command ${hex(subCommand)}: its items are kept`)];
  }
};

/** What nobody published: markers and tags. */
const doubtsOf = ({ items }: Container): readonly ModelEvent[] => {
  const all = allItems(items);
  const tags = all.flatMap(({ content }) => (content.kind === "unknown" ? [hex(content.tag)] : []));
  const markers = [...new Set(all.map(({ marker }) => marker))].filter((marker) => marker !== MARKER);
  return [
    ...(tags.length === 0 ? [] : [diagnostic("unknown-tag", `tags ${tags.join(", ")}: kept as bytes`)]),
    ...(markers.length === 0 ? [] : [diagnostic("unknown-marker", `markers ${markers.join(", ")}: items kept`)]),
  ];
};

const socketFacts = (content: Of<"firmware">): Readonly<Record<string, string>> => ({
  firmware: [...content.value].map(hex).join(""),
});

/** Firmware of the sockets; the component says which. */
const firmwareOf = (scope: Scope): readonly ModelEvent[] => {
  const component = componentOf(scope);
  const own = scope.own.flatMap((content): readonly ModelEvent[] =>
    content.kind === "firmware"
      ? [{ kind: "identity", facts: { ...(component === null ? {} : { component }), ...socketFacts(content) } }]
      : [],
  );
  return [...own, ...scope.inner.flatMap(firmwareOf)];
};

const containerEvents = (
  container: Container,
  serial: number,
  dialect: BkvDialect,
  utcOffsetMinutes: number,
): readonly ModelEvent[] => {
  const scope = scopeOf(container.items);
  const subCommand = scope.numbers.get("subCommand");
  const doubts = doubtsOf(container);
  if (subCommand === undefined) return [...doubts, diagnostic("no-sub-command", "a container without a sub-command")];
  return [
    ...doubts,
    ...firmwareOf(scope),
    ...valueEvents(scope, dialect),
    ...subCommandEvents(scope, subCommand, utcOffsetMinutes),
    ...ackEvents(scope, serial, subCommand, dialect),
  ];
};

/**
 * What a frame says in the words of the model. What the platform sends says nothing of the sockets.
 *
 * @throws RangeError for an unknown dialect option
 */
export const normalise = (frame: BkvFrame, context: NormaliseContext): readonly ModelEvent[] => {
  const dialect = dialectOf(dialectOptions, context.dialect);
  if (frame.direction === "down") return [];
  const { payload, serial, gateway, packetType } = frame;
  const direction =
    packetType === 1 ? [] : [diagnostic("direction", `packet type ${packetType} in a frame from the gateway`)];
  return [...direction, ...payloadEvents(payload, { serial, gateway }, dialect, context.utcOffsetMinutes ?? CHINA)];
};

const payloadEvents = (
  payload: UpFrame["payload"],
  { serial, gateway }: Pick<UpFrame, "serial" | "gateway">,
  dialect: BkvDialect,
  utcOffsetMinutes: number,
): readonly ModelEvent[] => {
  switch (payload.kind) {
    case "heartbeat": {
      const { iccid, firmware, rssi } = payload;
      // The scale of the signal strength is not said: a fact as it came, no reading.
      const facts = {
        serialNumber: gateway,
        iccid: textOf(iccid),
        firmware: textOf(firmware),
        rssiRaw: String(rssi),
      };
      return [{ kind: "identity", facts }];
    }
    case "container":
      return containerEvents(payload, serial, dialect, utcOffsetMinutes);
    case "directControl":
      return [diagnostic("direct-control", `control ${hex(payload.control)}: ${payload.content.length} bytes kept`)];
    case "networkList":
    case "ota":
      return [diagnostic("kept", `${payload.kind}: ${payload.content.length} bytes kept`)];
    case "unknown":
      return [diagnostic("unknown-command", `command ${hex(payload.command)}: kept as bytes`)];
  }
};
