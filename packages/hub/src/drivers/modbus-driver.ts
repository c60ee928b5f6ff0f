import { type ModbusRtuFrame, type ModbusTcpFrame, modbusRtu, modbusTcp } from "@dianan/codec";
import type { ModelEvent } from "@dianan/model";
import { applyProfile, dialectOf, type Profile } from "@dianan/profile";
import type { BusSays } from "../core/bus.ts";
import type { BusDriver } from "../ports/bus.ts";
import type { ProtocolDriver } from "../ports/protocol.ts";
import type { JsonObject } from "../ports/records.ts";
import { noCommands } from "./command-checks.ts";
import { pollsOf, questionOf } from "./modbus-questions.ts";
import { profileOf } from "./profiles.ts";

type Id = "modbus-rtu" | "modbus-tcp";
type Frame = ModbusRtuFrame | ModbusTcpFrame;

/** Line, as `--lines` names it, and unit: `plc1/3`. */
const ADDRESS = /^([a-z0-9][a-z0-9-]{0,30})\/(0|[1-9][0-9]{0,2})$/;
const UNIT_MAX = 255;
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

const createBus = (id: Id): BusDriver => {
  const isTcp = id === "modbus-tcp";
  /** Registers of a profile for RTU are the same over TCP; switches of its serial line say nothing there. */
  const dialectFor = ({ transport }: Profile) => (transport.protocol === id ? { dialect: dialectOf(transport) } : {});
  const encode = (profile: Profile, { unit, message }: ModbusRtuFrame, transaction: number): Uint8Array => {
    const context = { direction: "down", ...dialectFor(profile) } as const;
    return isTcp
      ? modbusTcp.encodeFrame({ transaction, unit, message }, context)
      : modbusRtu.encodeFrame({ unit, message }, context);
  };
  const decode = isTcp ? modbusTcp.decodeFrame : modbusRtu.decodeFrame;
  const cut = isTcp ? modbusTcp.cutFrames : modbusRtu.cutFrames;

  return {
    placeOf: (wireAddress) => {
      const [, line, unit] = ADDRESS.exec(wireAddress) ?? [];
      return line === undefined || Number(unit) > UNIT_MAX ? null : { line, unit: Number(unit) };
    },
    questionsOf: (profileId, unit) => {
      const profile = profileOf(profileId);
      if (profile === null) return [];
      try {
        const polls = pollsOf(profile, unit, 0, 0);
        for (const { frame } of polls) encode(profile, frame, 0);
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
      return encode(profile, poll.frame, serial);
    },
    cut: (carry, chunk, request) => cut(carry, chunk, request === null ? {} : { request }),
    open: (bytes, { profileId, bytes: request }, receivedAt) => {
      const profile = profileOf(profileId);
      if (profile === null) return other({ code: "bad-value", offset: 0, path: "", clause: modbusRtu.document });
      const decoded = decode(bytes, { request, ...dialectFor(profile) });
      if (!decoded.ok) return other({ ...decoded.error } as JsonObject);
      const frame: Frame = decoded.value;
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
const createModbusDriver = (id: Id): ProtocolDriver => ({
  id,
  trust: "T0",
  bus: createBus(id),
  cut: (carry, chunk) => (id === "modbus-tcp" ? modbusTcp : modbusRtu).cutFrames(carry, chunk),
  commands: noCommands(
    "A Modbus device is read by itself, as its profile says; commands to it are not supported.",
    "Modbus 设备由平台按设备档案自动轮询,不支持下发命令。",
  ),
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
