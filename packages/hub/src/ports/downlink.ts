import type { Instant } from "@dianan/model";
import type { DeviceLink } from "./device-link.ts";

/** Where a device can be reached now (下行). */
export type DeviceLine = {
  readonly protocol: string;
  readonly wireAddress: string;
  readonly link: DeviceLink;
};

/** What the ingest knows of the way down to a device. */
export type Downlink = {
  /** Null: it has no link on which it has spoken. */ lineOf(deviceId: string): DeviceLine | null;
  /** Where its commands go, whether it has a link or not, and the gateway that carries it; null: it has no address. */
  addressOf(
    deviceId: string,
  ): (Pick<DeviceLine, "protocol" | "wireAddress"> & { readonly gatewayId: string | null }) | null;
  /** When a device without a link is next expected; null when nobody knows, or it is overdue. */
  expectedAt(deviceId: string): Instant | null;
  /** From now on this one is told. */ listen(listener: DownlinkListener): void;
};

/** A frame that may answer a command. */
export type AnswerFrame = {
  readonly wireAddress: string;
  readonly bytes: Uint8Array;
  /** Id of the stored frame; null: it is not stored. */ readonly evidence: string | null;
  /** Address and port of the peer. */ readonly remote: string;
};

/** What the ingest tells whoever sends commands. Called for every frame: it must cost nothing while nobody waits. Never throws. */
export type DownlinkListener = {
  /** It has spoken, and what it sent is durable and answered; or it can be spoken to from now on. */ spoke(
    deviceId: string,
  ): void;
  /** It has lost its link. */ lost(deviceId: string): void;
  /** It may have answered a command, perhaps on a link that is gone by now. */
  answered(deviceId: string, frame: AnswerFrame): void;
};
