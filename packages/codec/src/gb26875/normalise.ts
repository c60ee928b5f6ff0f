import { textOf } from "@dianan/layout";
import type { Instant, ModelEvent } from "@dianan/model";
import type { Direction, NormaliseContext } from "../protocol.ts";
import { commands } from "./commands.ts";
import { componentKey } from "./component-key.ts";
import { ofComponent, ofSystem, ofTransmitter, withoutContradiction } from "./conditions.ts";
import type { GbDialect } from "./dialect.ts";
import { pairingOf } from "./exchange.ts";
import type { Time } from "./fields.ts";
import { isHeartbeat } from "./heartbeats.ts";
import { ofFacilityOperation, ofTransmitterOperation } from "./operations.ts";
import type { Frame, GbLayouts } from "./packet.ts";
import { readingOf } from "./readings.ts";
import { clockFault, instantOf } from "./time.ts";

const CHINA = 480;
type Events = readonly ModelEvent[];
const NONE: Events = [];

/**
 * What a frame says in the words of the model. Every status word yields each condition that it can tell, present or
 * gone. Bit 0 clear ("test") suppresses nothing: many devices leave it clear while they report a fire.
 *
 * @returns events in the order of the objects; empty for a frame without data
 */
export const normalisePacket = (frame: Frame, context: NormaliseContext, layouts: GbLayouts): Events => {
  const { dialect } = layouts;
  const direction = context.direction ?? "up";
  const version = versionEvents(frame, dialect);
  const odd = oddEvents(frame, direction, layouts);
  const answered = direction === "up" ? answerEvents(frame) : NONE;
  const said = eventsOf(frame, context.utcOffsetMinutes ?? CHINA, dialect);
  const isPlain = version.length === 0 && odd.length === 0 && answered.length === 0;
  return isPlain ? said : [...version, ...odd, ...answered, ...said];
};

const eventsOf = (frame: Frame, offset: number, dialect: GbDialect): Events => {
  const { message } = frame;
  /** Events of each object, behind the fault of its clock when it has one. */
  const each = <T extends { readonly time?: Time | undefined }>(
    items: readonly T[],
    said: (item: T, at: Instant | null) => Events,
  ): Events => {
    const events: Events[number][] = [];
    for (const item of items) {
      for (const event of clockFault(item.time)) events.push(event);
      for (const event of said(item, instantOf(item.time, offset))) events.push(event);
    }
    return events;
  };
  const form = dialect.componentAddress;
  switch (message.kind) {
    case "componentStatus":
      return each(message.items, (item, at) => ofComponent(item, at, form));
    case "systemStatus":
      return withoutContradiction(each(message.items, ofSystem));
    case "componentAnalog":
      return each(message.items, (item, at) => [readingOf(item, componentKey(item, form), at, dialect)]);
    case "operation":
      return each(message.items, ofFacilityOperation);
    case "transmitterOperation":
      return each(message.items, ofTransmitterOperation);
    case "transmitterStatus":
      return each([message], ofTransmitter);
    case "softwareVersion":
      return identity(`${message.systemType}/${message.systemAddress}/firmware`, versionText(message));
    case "transmitterVersion":
      return identity("firmware", versionText(message));
    case "systemConfiguration":
      return message.items.flatMap((item) =>
        identity(`${item.systemType}/${item.systemAddress}/configuration`, textOf(item.description)),
      );
    case "componentConfiguration":
      return message.items.flatMap((item) => identity(`${componentKey(item, form)}/description`, textOf(item.note)));
    case "transmitterConfiguration":
      return identity("configuration", textOf(message.description));
    case "systemTime":
    case "transmitterTime":
      return each([message], (_, at) => (at === null ? [] : [{ kind: "deviceClock", at }]));
    case "unknown":
      return isHeartbeat(frame, dialect) ? [] : [unknownType(frame.command, message.typeFlag)];
    case "registration":
      return [{ kind: "diagnostic", code: "registration", text: `${message.bytes.length} bytes, kept` }];
    case "setClock":
    case "setClockBare":
    case "dutyCheck":
    case "dutyCheckBare":
    case "initialise":
    case "readSystemStatus":
    case "readComponentStatus":
    case "readComponentAnalog":
    case "readOperation":
    case "readSoftwareVersion":
    case "readSystemConfiguration":
    case "readComponentConfiguration":
    case "readSystemTime":
    case "readTransmitterStatus":
    case "readTransmitterOperation":
    case "readTransmitterVersion":
    case "readTransmitterConfiguration":
    case "readTransmitterTime":
    case "empty":
    case "shortPacket":
      return NONE;
    default:
      // A user type without a hook.
      return userType(frame.command, message);
  }
};

const userType = (command: number, message: never): Events => [
  {
    kind: "diagnostic",
    code: "user-type",
    text: `command ${command}, ${(message as { readonly kind: string }).kind}: opened, and nobody says what it means`,
  },
];

const identity = (name: string, text: string): Events => [{ kind: "identity", facts: { [name]: text } }];
const versionText = ({ major, minor }: { readonly major: number; readonly minor: number }): string =>
  `${major}.${minor}`;

const unknownType = (command: number, typeFlag: number): ModelEvent => ({
  kind: "diagnostic",
  code: "unknown-type",
  text: `command ${command}, type ${typeFlag}: kept as bytes`,
});

/** Table 1 fixes the main version to 1; fielded dialects send others. */
const versionEvents = ({ version, message }: Frame, { mainVersion }: GbDialect): Events =>
  version.main === 1 || mainVersion !== "tell" || message.kind === "shortPacket"
    ? NONE
    : [{ kind: "diagnostic", code: "main-version", text: `main version ${version.main}, where the standard has 1` }];

/** A type that does not belong to its command or direction, or a device that asks for the time. */
const oddEvents = (frame: Frame, direction: Direction, layouts: GbLayouts): Events => {
  const { command, message } = frame;
  const odd = pairingOf(layouts, frame, direction);
  if (odd !== null)
    return [
      {
        kind: "diagnostic",
        code: "unexpected-type",
        text: `type ${odd.typeFlag} with command ${odd.command} going ${odd.direction}: tables 2 and 3 pair them otherwise`,
      },
    ];
  const asksTheTime =
    direction === "up" &&
    command === commands.control.code &&
    (message.kind === "setClock" || message.kind === "setClockBare");
  return asksTheTime ? [{ kind: "diagnostic", code: "clock-request", text: "the device asks for the time" }] : NONE;
};

/** What a device's answer says of the command it answers; the serial tells which. A device confirms only what controls it. */
const answerEvents = ({ command, serial }: Frame): Events => {
  const result = (name: string, outcome: "done" | "refused", rawCode: string): Events => [
    { kind: "commandResult", component: null, command: name, outcome, serial, rawCode },
  ];
  switch (command) {
    case commands.confirm.code:
      return result("control", "done", "confirm");
    case commands.reply.code:
      return result("request", "done", "reply");
    case commands.deny.code:
      return result("deny", "refused", "deny");
    default:
      return NONE;
  }
};
