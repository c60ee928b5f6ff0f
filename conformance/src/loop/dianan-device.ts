import { type Content, dianan, type Hmac } from "@dianan/codec";
import { type DiananDevice, type DiananDeviceOptions, openDiananDevice } from "@dianan/device";

const PERIOD_MS = 30;
const LOOPBACK = "127.0.0.1";
const NONE = new Uint8Array(0);
const TYPE = 1;
const PLACE = 0x10;

const facts: Content = {
  kind: "identity",
  facts: [
    { what: 1, text: "1.0.3" },
    { what: 6, text: "示例电气" },
  ],
};
const period = (upload = 1): Content => ({ kind: "period", upload, silent: upload * 3, unparsed: NONE });
export const introduction: readonly Content[] = [facts, period()];
export const longPeriod: readonly Content[] = [facts, period(30_000)];
const readings: Content = {
  kind: "readings",
  series: [{ quantity: 1, place: PLACE, values: { width: 2, values: [123] } }],
} as Content;
const alarm = (state: number, place = PLACE): Content => ({
  ...{ kind: "alarm", type: TYPE, place, state, at: 0, value: 6890, threshold: 5000, unparsed: NONE },
});

/** How a device differs from the kit's own. */
export type DiananTwist = {
  readonly options?: Partial<DiananDeviceOptions>;
  readonly place?: number;
  readonly testState?: number;
  /** Alarms that nobody confirms are given up, or not asked to be confirmed, or lost while away. */
  readonly alarms?: "told" | "lost-away";
  readonly forgetsCounter?: boolean;
  readonly isSilent?: boolean;
};

/**
 * The kit as a device of the open protocol (工具扮演的设备), time compressed.
 *
 * @param hmac - with its key; null: its frames are not secured
 * @param resendMs - when it sends again
 */
export const startKitDiananDevice = (port: number, hmac: Hmac | null, resendMs: number, twist: DiananTwist = {}) => {
  let counter = 0;
  let device: DiananDevice;
  const raise = (place?: number, state = 1): void => {
    const records = [alarm(state, place)];
    if (twist.alarms === "told") device.tell(records);
    else if (twist.alarms !== "lost-away" || device.linkUp) device.report(records).catch(() => {});
  };
  const onCommand: DiananDeviceOptions["onCommand"] = (command) => {
    if (command.kind === "report") device.tell([readings]);
    if (command.kind === "act" && command.action === dianan.actions.selfTest.code) raise(PLACE, twist.testState ?? 2);
    return "done";
  };
  const open = (): DiananDevice =>
    openDiananDevice({
      ...{ host: LOOPBACK, port, address: 889, hmac, introduction },
      ...{ resendAfterMs: resendMs, longestPauseMs: 2_000, reconnectMs: [20, 1_000] },
      ...{ counter: twist.forgetsCounter === true ? 0 : counter, onCommand },
      onCounter: (next) => {
        counter = next;
      },
      ...twist.options,
    });
  device = open();
  let isOpen = true;
  const beat = async (): Promise<void> => {
    while (isOpen) {
      if (twist.isSilent !== true || counter < 2) device.tell([readings]);
      await new Promise((resolve) => setTimeout(resolve, PERIOD_MS));
    }
  };
  const beating = beat();
  return {
    press: async (): Promise<void> => raise(),
    clear: async (): Promise<void> => raise(twist.place, 0),
    restart: async (): Promise<void> => {
      await device.close();
      device = open();
    },
    close: async (): Promise<void> => {
      isOpen = false;
      await device.close();
      await beating;
    },
  };
};
