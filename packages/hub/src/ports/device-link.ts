/**
 * How what a device sends comes in (接入方式): by a connection of its protocol, by the hub's own MQTT, HTTP or CoAP, by a broker that is not
 * the hub's, by another IoT platform.
 */
export type DeviceWay = "connection" | "mqtt" | "http" | "coap" | "broker" | "platform";

/** One connection of a device as the ingest sees it (设备连接). */
export type DeviceLink = {
  /** Address and port of the peer, as evidence. */ readonly remote: string;
  /** Absent: a connection of the device's protocol. */ readonly by?: DeviceWay;
  /** Queues bytes; what is queued in one turn leaves in one write. A full queue closes the link. */ send(
    bytes: Uint8Array,
  ): void;
  /** Whether an answer to what is sent now could come back: the peer has not closed its half. */ isOpen(): boolean;
  /** Back-pressure: stops and starts reading. */ pause(): void;
  resume(): void;
  /** Sends what is queued and closes it. Absent: this link is not for its reader to close. */ end?(): void;
};

/** What the transport must know after each chunk to keep its limits (SEC-DEV-08). */
export type ReadState = {
  /** A frame has begun and its end is missing. */ readonly unfinished: boolean;
  /** Valid frames in this chunk. */ readonly valid: number;
};

/** The ingest's side of a connection. No call throws. */
export type LinkReader = {
  read(chunk: Uint8Array): ReadState;
  /** Frames are on their way and will be answered. */ isBusy(): boolean;
  closed(): void;
  /** Once a second; `at` as of a clock that only grows. */ sweep?(at: number): void;
};

export type AcceptLink = (link: DeviceLink) => LinkReader;
