import { gb26875 } from "@dianan/codec";
import { analogFrame, CONFIRM, openWire, statusFrame, type Wire } from "./wire.ts";

/** What a device has sent, by the bytes in hex. */
export type Sent = {
  readonly address: number;
  readonly serial: number;
  /** Null: an alarm frame, which has no reading. */ readonly value: number | null;
  confirms: number;
};

/** A device as the standard wants it: one message at a time, sent again with the same bytes until it is confirmed. */
export type KillDevice = {
  /** Runs on this port until the wire closes. Never rejects. */ run(port: number): Promise<void>;
  /** Sends nothing new; the message under way is still brought to its end. */ finish(): void;
};

/** Each tenth message says that the same alarm occurred again. */
const ALARM_EVERY = 10;
const PAUSE_MS = 20;

export const createKillDevice = (
  address: number,
  localAddress: string,
  startedAt: number,
  sent: Map<string, Sent>,
  /** Told at once of each confirm. */ onConfirm: () => void,
): KillDevice => {
  let serial = 0;
  let pending: { readonly bytes: Uint8Array; readonly hex: string } | null = null;
  let isFinishing = false;

  const nextMessage = (): NonNullable<typeof pending> => {
    serial = (serial + 1) % 65_536;
    const isAlarm = serial % ALARM_EVERY === 0;
    // One second of device time per message: each occurrence is another one.
    const at = startedAt + serial * 1_000;
    const frame = isAlarm
      ? statusFrame(address, serial, { fire: true }, at)
      : analogFrame(address, serial, serial % 30_000, at);
    const bytes = gb26875.encodeFrame(frame);
    const hex = Buffer.from(bytes).toString("hex");
    sent.set(hex, { address, serial, value: isAlarm ? null : serial % 30_000, confirms: 0 });
    return { bytes, hex };
  };

  const talk = async (wire: Wire): Promise<void> => {
    for (;;) {
      if (pending === null && isFinishing) return;
      pending ??= nextMessage();
      wire.send(pending.bytes);
      const answer = await wire.next();
      if (answer.command === CONFIRM) {
        const row = sent.get(pending.hex);
        if (!row || answer.serial !== row.serial) throw new Error(`serial ${answer.serial} confirmed out of turn`);
        row.confirms += 1;
        onConfirm();
        pending = null;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };

  return {
    run: async (port) => {
      const wire = await openWire(port, localAddress).catch(() => null);
      if (!wire) return;
      // The wire closes under us in the middle of anything: that is what the test is about.
      await talk(wire).catch((error: unknown) => {
        if (error instanceof Error && error.message.includes("out of turn")) throw error;
      });
      await wire.end();
    },
    finish: () => {
      isFinishing = true;
    },
  };
};
