/**
 * Why a message did not arrive. `denied`: the platform refused it to the last resend; `unconfirmed`: nobody answered;
 * `closed`: the device was closed before an answer; `full`: too many messages wait.
 */
export class DeviceError extends Error {
  readonly code: "denied" | "unconfirmed" | "closed" | "full";
  constructor(code: DeviceError["code"], message: string) {
    super(message);
    this.name = "DeviceError";
    this.code = code;
  }
}
