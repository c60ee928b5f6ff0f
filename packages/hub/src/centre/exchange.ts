import type { Message } from "@dianan/codec";
import { type Device, DeviceError } from "@dianan/device";

/** What became of one exchange (send and confirm with its resends, §6.5). `closed`: we hung up ourselves. */
export type Exchanged = "confirmed" | "denied" | "unconfirmed" | "closed";

/** Sends a message and waits until it is settled; while there is no link it waits for one. */
export const exchange = async (device: Device, message: Message): Promise<Exchanged> => {
  try {
    await device.send(message);
    return "confirmed";
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    return error.code === "denied" || error.code === "unconfirmed" ? error.code : "closed";
  }
};

/** Why an exchange failed, for people. */
export const failureText = (outcome: Exclude<Exchanged, "confirmed" | "closed">): string =>
  outcome === "denied"
    ? "denied to the last resend (§6.5) 对方始终否认"
    : "no confirm after the last resend (§6.5) 重发后仍无确认";
