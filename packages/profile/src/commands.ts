import type { Result } from "@dianan/codec";
import { dialectOf, protocolOf } from "./dialect.ts";
import type { Profile, SlotValues } from "./generated/types.ts";
import { finding, type ProfileError } from "./profile-error.ts";
import { wireValue } from "./slots.ts";
import { type CommandContext, filledTemplate } from "./template.ts";

const wrong = (error: ProfileError): { readonly ok: false; readonly error: ProfileError } => ({ ok: false, error });

/**
 * The frame of a command (命令) for a device of this profile, not yet bytes: for whoever adds to it, such as an authentication code.
 *
 * @param key - in the profile's commands, such as `close` or `read.thresholds`
 * @param slots - values that the command needs, in the units of its slots
 * @returns the frame as the profile's protocol encodes it, or the first slot that does not fit; `path` is `slots.<name>`
 */
export const commandFrame = (
  profile: Profile,
  key: string,
  slots: SlotValues,
  context: CommandContext,
): Result<unknown, ProfileError> => {
  const commands = profile.commands ?? {};
  const command = Object.hasOwn(commands, key) ? commands[key] : undefined;
  if (command === undefined) {
    const known = Object.keys(commands).join(", ");
    return wrong(
      finding(
        "no-such",
        "command",
        `这种设备没有命令 ${key}。有:${known || "(没有)"}。`,
        `This device has no command ${key}. There are: ${known || "none"}.`,
      ),
    );
  }
  const known = command.slots ?? {};
  for (const name of Object.keys(slots))
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known).join(", ");
      return wrong(
        finding(
          "no-such",
          `slots.${name}`,
          `命令 ${key} 没有 ${name}。有:${names || "(没有)"}。`,
          `The command ${key} has no ${name}. There are: ${names || "none"}.`,
        ),
      );
    }
  const wire: { [name: string]: unknown } = {};
  for (const [name, slot] of Object.entries(known)) {
    const one = wireValue(slot, `slots.${name}`, Object.hasOwn(slots, name) ? slots[name] : undefined);
    if (!one.ok) return wrong(one.error);
    wire[name] = one.value;
  }
  const { utcOffsetMinutes } = profile.transport;
  const when = utcOffsetMinutes === undefined ? context : { ...context, utcOffsetMinutes };
  return { ok: true, value: filledTemplate(command.frame, wire, when) };
};

/**
 * The bytes of a command for a device of this profile.
 *
 * @returns the frame's bytes, or why there are none; parameters as those of {@link commandFrame}
 */
export const encodeCommand = (
  profile: Profile,
  key: string,
  slots: SlotValues,
  context: CommandContext,
): Result<Uint8Array, ProfileError> => {
  const frame = commandFrame(profile, key, slots, context);
  if (!frame.ok) return frame;
  const { protocol } = profile.transport;
  try {
    const value = protocolOf(protocol)?.encodeFrame(frame.value, {
      direction: "down",
      dialect: dialectOf(profile.transport),
    });
    if (value === undefined) throw new RangeError(`protocol: there is no ${protocol}`);
    return { ok: true, value };
  } catch (error) {
    // The codec's own words begin with the member that does not fit.
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    return wrong(
      finding(
        "bad-value",
        `commands.${key}`,
        `帧模板编不成帧:${error.message}`,
        `The template makes no frame: ${error.message}`,
      ),
    );
  }
};
