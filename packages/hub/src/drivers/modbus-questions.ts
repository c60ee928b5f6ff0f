import { type ModbusRtuFrame, modbusRtu } from "@dianan/codec";
import { type Condition, commandFrame, type Profile } from "@dianan/profile";
import type { BusQuestion } from "../core/bus.ts";

/** What a profile has polled: the frame without its transport, by its place in the profile's list. */
export type Poll = { readonly key: string; readonly everyMs: number; readonly frame: ModbusRtuFrame };

const reads = { readCoils: 1, readDiscreteInputs: 2, readHoldingRegisters: 3, readInputRegisters: 4 } as const;
type ReadMessage = Extract<ModbusRtuFrame["message"], { readonly kind: keyof typeof reads }>;

const isRead = (message: ModbusRtuFrame["message"]): message is ReadMessage => Object.hasOwn(reads, message.kind);

/** The reads of a profile's `poll` for a unit; commands that write are none, and are never sent on their own. */
export const pollsOf = (profile: Profile, unit: number, serial: number, at: number): readonly Poll[] =>
  (profile.transport.poll ?? []).flatMap(({ command, slots = {}, everySeconds }, place) => {
    const made = commandFrame(profile, command, slots, { device: unit, serial, at });
    if (!made.ok) return [];
    const frame = made.value as ModbusRtuFrame;
    return isRead(frame.message) ? [{ key: String(place), everyMs: everySeconds * 1_000, frame }] : [];
  });

/** Whether an alarm of the profile is read from one of these registers. */
const tellsAlarms = ({ register }: Condition, message: ReadMessage): boolean => {
  if (register === undefined) return false;
  const address = Number(register.address);
  const ofFunction = [register.function].flat().includes(reads[message.kind]);
  return ofFunction && address >= message.address && address < message.address + message.quantity;
};

/** @param isNumbered - every answer names its request */
export const questionOf = (
  { conditions = [] }: Profile,
  poll: Poll,
  unit: number,
  isNumbered: boolean,
): BusQuestion => {
  const message = poll.frame.message as ReadMessage;
  return {
    key: poll.key,
    everyMs: poll.everyMs,
    isUrgent: conditions.some((one) => tellsAlarms(one, message)),
    // An exception has no length of its own: the function is all that it shares with what it answers.
    looks: isNumbered ? null : `${unit}/${modbusRtu.functions[message.kind].code}`,
  };
};
