import { modbusRtu } from "@dianan/codec";
import { commandFrame, type Profile } from "@dianan/profile";
import type { CommandAction, CommandAnswer, CommandDriver } from "../ports/device-command.ts";
import type { JsonObject } from "../ports/records.ts";
import { notIn, type Refused, refuse, wholeDevice } from "./command-checks.ts";
import { decodeAnswer, encodeRequest, type ModbusFrame, type ModbusId, placeOf } from "./modbus-frames.ts";
import { profileOf } from "./profiles.ts";

type SlotValues = Parameters<typeof commandFrame>[2];

/** What a profile calls the actions. What reads is polled, and no command. */
const names: { readonly [A in CommandAction]?: string } = {
  openBreaker: "open",
  closeBreaker: "close",
  setThreshold: "setThreshold",
  reset: "reset",
  mute: "silence",
  selfTest: "selfCheck",
  syncClock: "setClock",
};
const writes: readonly string[] = ["writeCoil", "writeRegister", "writeCoils", "writeRegisters"];
const { exceptions } = modbusRtu;
const forGood: ReadonlySet<number> = new Set(
  [exceptions.illegalFunction, exceptions.illegalAddress, exceptions.illegalValue].map(({ code }) => code),
);

const frameOf = (profile: Profile, key: string, slots: SlotValues, unit: number, serial: number, at: number) =>
  commandFrame(profile, key, slots, { device: unit, serial, at });

/** The profile's command of an action: `form` tells those apart that have the same name. */
const keyOf = (profile: Profile, name: string, form: unknown): string | Refused => {
  const keys = Object.keys(profile.commands ?? {}).filter((key) => key === name || key.startsWith(`${name}.`));
  if (keys.length === 0)
    return refuse(
      null,
      `The profile ${profile.id} maps no register to this command; it has ${Object.keys(profile.commands ?? {}).join(", ")}.`,
      `设备档案 ${profile.id} 没有此命令,有:${Object.keys(profile.commands ?? {}).join("、")}。`,
    );
  const key = form === undefined ? (keys.find((one) => one === name) ?? keys[0]) : `${name}.${String(form)}`;
  if (key !== undefined && keys.includes(key) && (form !== undefined || keys.length === 1 || key === name)) return key;
  const forms = keys.map((one) => one.slice(name.length + 1)).filter((one) => one !== "");
  return refuse("/parameters/form", `form is one of ${forms.join(", ")}.`, `form 应为 ${forms.join("、")} 之一。`);
};

const plan =
  (id: ModbusId): CommandDriver["plan"] =>
  (wish) => {
    const profile = wish.profileId ? profileOf(wish.profileId) : null;
    if (profile === null)
      return refuse(
        null,
        "The device's record names no profile, so that its registers are not known: set profileId.",
        "设备记录没有 profileId,不知道命令对应哪个寄存器,请先填写。",
      );
    const name = names[wish.action];
    if (name === undefined) return notIn("Modbus", Object.keys(names) as CommandAction[]);
    const part = wholeDevice(wish);
    if (part !== null) return part;
    const { form, ...slots } = wish.parameters;
    const key = keyOf(profile, name, form);
    if (typeof key !== "string") return key;
    const made = frameOf(profile, key, slots as SlotValues, 1, 0, 0);
    if (!made.ok) {
      const { path, message } = made.error;
      const at = path.startsWith("slots.") ? `/parameters/${path.slice("slots.".length)}` : "/parameters";
      return refuse(at, message.en, message.zh);
    }
    const frame = made.value as ModbusFrame;
    if (!writes.includes(frame.message.kind))
      return refuse(null, `${key} of ${profile.id} writes nothing.`, `设备档案 ${profile.id} 的 ${key} 不是写操作。`);
    try {
      encodeRequest(id, profile, frame, 0);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      return refuse("/parameters", error.message, `参数超出寄存器的范围:${error.message}`);
    }
    return { ok: true, value: { profileId: profile.id, key, slots: slots as JsonObject } };
  };

/** Writes as commands, where the profile maps them to registers. A device proves nothing of itself (T0). */
export const modbusCommands = (id: ModbusId): CommandDriver => {
  const encode: CommandDriver["encode"] = ({ profileId, key, slots }, { wireAddress, serial, now }) => {
    const profile = profileOf(String(profileId));
    const unit = placeOf(wireAddress)?.unit;
    // The device has moved, or its profile is gone: nothing is sent, and the command ends without an answer.
    if (profile === null || unit === undefined) return new Uint8Array(0);
    const made = frameOf(profile, String(key), slots as SlotValues, unit, serial, now);
    return made.ok ? encodeRequest(id, profile, made.value as ModbusFrame, serial) : new Uint8Array(0);
  };
  return {
    plan: plan(id),
    encode,
    answerOf: (question, envelope, bytes): CommandAnswer | null => {
      const profile = profileOf(String(question.profileId));
      const request = encode(question, envelope);
      if (profile === null || request.length === 0) return null;
      const decoded = decodeAnswer(id, profile, bytes, request);
      if (!decoded.ok) return null;
      const { message } = decoded.value;
      const { serial } = envelope;
      if (message.kind !== "exception")
        return { serial, says: "done", words: { en: "the device took the value", zh: "设备已写入" } };
      // It works on it: what became of it is not known yet, and its next word may say so.
      if (message.code === exceptions.acknowledge.code) return null;
      const row = Object.values(exceptions).find(({ code }) => code === message.code);
      const words = {
        en: `exception ${message.code} ${row?.en ?? ""}`.trim(),
        zh: `异常 ${message.code} ${row?.zh ?? ""}`.trim(),
      };
      return { serial, says: forGood.has(message.code) ? "refused" : "deny", words };
    },
  };
};
