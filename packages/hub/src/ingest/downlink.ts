import type { Instant } from "@dianan/model";
import type { Downlink, DownlinkListener } from "../ports/downlink.ts";
import type { DeviceBook, Entry } from "./device-book.ts";

/** The way down, and whoever listens to what comes back by it. */
export type IngestDownlink = Downlink & {
  /** Tells of a device; of a stranger nothing. */
  tell(entry: Entry, what: (listener: DownlinkListener, deviceId: string) => void): void;
};

export const createDownlink = (book: DeviceBook, clock: () => Instant): IngestDownlink => {
  let listener: DownlinkListener | null = null;
  return {
    lineOf: (deviceId) => {
      const entry = book.boundTo(deviceId);
      if (!entry?.line?.isOpen()) return null;
      const { protocol, wireAddress, line } = entry;
      return { protocol, wireAddress, link: line };
    },
    addressOf: (deviceId) => {
      const entry = book.boundTo(deviceId);
      if (!entry?.device) return null;
      const { protocol, wireAddress, device } = entry;
      return { protocol, wireAddress, gatewayId: device.gatewayId };
    },
    expectedAt: (deviceId) => {
      const entry = book.boundTo(deviceId);
      const heardAt = entry?.state?.presence.heardAt ?? null;
      if (!entry?.device || heardAt === null) return null;
      const at = (heardAt + entry.device.periodMs) as Instant;
      return at > clock() ? at : null;
    },
    listen: (one) => {
      listener = one;
    },
    tell: ({ device }, what) => {
      if (listener !== null && device !== null) what(listener, device.deviceId);
    },
  };
};
