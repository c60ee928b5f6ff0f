import { modbusRtu, modbusTcp } from "@dianan/codec";
import type { ModelEvent } from "@dianan/model";
import { applyProfile } from "@dianan/profile";
import type { BusSays } from "../core/bus.ts";
import type { BusDriver } from "../ports/bus.ts";
import type { ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { modbusCommands } from "./modbus-commands.ts";
import { decodeAnswer, encodeRequest, type ModbusId, placeOf } from "./modbus-frames.ts";
import { pollsOf, questionOf } from "./modbus-questions.ts";
import { profileOf } from "./profiles.ts";

const { exceptions } = modbusRtu;
const saysOf: ReadonlyMap<number, BusSays> = new Map([
  [exceptions.illegalFunction.code, "refused"],
  [exceptions.illegalAddress.code, "refused"],
  [exceptions.illegalValue.code, "refused"],
  [exceptions.acknowledge.code, "busy"],
  [exceptions.busy.code, "busy"],
  // The gateway speaks, the unit does not.
  [exceptions.gatewayPath.code, "absent"],
  [exceptions.gatewayTarget.code, "absent"],
]);

const nameOf = (code: number): string => {
  const known = Object.values(exceptions).find((one) => one.code === code);
  return known === undefined ? String(code) : `${code} ${known.en} ${known.zh}`;
};

const createBus = (id: ModbusId): BusDriver => {
  const isTcp = id === "modbus-tcp";
  const cut = isTcp ? modbusTcp.cutFrames : modbusRtu.cutFrames;

  return {
    placeOf,
    questionsOf: (profileId, unit) => {
      const profile = profileOf(profileId);
      if (profile === null) return [];
      try {
        const polls = pollsOf(profile, unit, 0, 0);
        for (const { frame } of polls) encodeRequest(id, profile, frame, 0);
        return polls.map((poll) => questionOf(profile, poll, unit, isTcp));
      } catch (error) {
        // A unit that the transport does not have, such as 255 on a serial line.
        if (error instanceof RangeError) return [];
        throw error;
      }
    },
    ask: (profileId, unit, key, serial, at) => {
      const profile = profileOf(profileId);
      const poll = profile && pollsOf(profile, unit, serial, at).find((one) => one.key === key);
      if (!profile || !poll) throw new RangeError(`${profileId} has no question ${key}`);
      return encodeRequest(id, profile, poll.frame, serial);
    },
    cut: (carry, chunk, request) => cut(carry, chunk, request === null ? {} : { request }),
    // Unit and function: an exception has no more than these of what it answers.
    looksOf: (bytes) => (isTcp ? null : `${bytes[0]}/${bytes[1]}`),
    open: (bytes, { profileId, bytes: request }, receivedAt) => {
      const profile = profileOf(profileId);
      if (profile === null) return other({ code: "bad-value", offset: 0, path: "", clause: modbusRtu.document });
      const decoded = decodeAnswer(id, profile, bytes, request);
      if (!decoded.ok) return other({ ...decoded.error } as JsonObject);
      const frame = decoded.value;
      const { message } = frame;
      if (message.kind === "exception") return exception(message.function, message.code);
      return { kind: "answer", says: "data", events: applyProfile(profile, frame, { receivedAt, request }) };
    },
  };
};

const other = (error: JsonObject): ReturnType<BusDriver["open"]> => ({ kind: "other", error });

const exception = (asked: number, code: number): ReturnType<BusDriver["open"]> => {
  const says = saysOf.get(code) ?? "failed";
  const text = `function ${asked} 功能码: exception ${nameOf(code)}`;
  const events: readonly ModelEvent[] = says === "busy" ? [] : [{ kind: "diagnostic", code: "exception", text }];
  return { kind: "answer", says, events };
};

/** Modbus as the ingest drives it: lines that the hub dials, whose units it asks by their profiles. */
const createModbusDriver = (id: ModbusId): ProtocolDriver => ({
  id,
  trust: "T0",
  bus: createBus(id),
  cut: (carry, chunk) => (id === "modbus-tcp" ? modbusTcp : modbusRtu).cutFrames(carry, chunk),
  commands: modbusCommands(id),
  // Registers without the request that they answer say nothing: a line opens them by its bus.
  open: () => ({
    kind: "broken",
    error: { code: "no-request", offset: 0, path: "", clause: modbusRtu.document },
    deny: () => null,
  }),
  describeComponent: (key) => ({ type: "component", name: `部件 ${key}`.slice(0, 100), address: key }),
});

export const modbusDrivers: readonly ProtocolDriver[] = [
  createModbusDriver("modbus-rtu"),
  createModbusDriver("modbus-tcp"),
];
