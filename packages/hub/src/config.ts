import type { DueDays } from "./core/alarm-life-state.ts";

/** Limits that are always set (SEC-DEV-08, SEC-DEV-09, SEC-API-06). Raising one for a benchmark is named in its report. */
export type HubLimits = {
  /** Open device connections in all. */ readonly connections: number;
  /** Open device connections per source address; cellular devices share addresses behind NAT. */ readonly connectionsPerSource: number;
  /** A connection without one valid frame is closed after this. */ readonly silentConnectionMs: number;
  /** A started frame must be complete within this. */ readonly frameCompletionMs: number;
  /** Bytes waiting to be sent to one device. */ readonly sendQueueBytes: number;
  /** Unregistered addresses listed. */ readonly strangers: number;
  /** Refused frames kept. */ readonly undecodable: number;
  /** Frames waiting for their commit; above it the sockets are paused (back-pressure). */ readonly pendingFrames: number;
  /** Changes kept in the feed. */ readonly changes: number;
  /** Events that may wait for one webhook; above it all but alarms are given up, the oldest first. */ readonly webhookPending: number;
  /** By which the documented budgets of requests (SEC-API-08) are multiplied; 1 in service. */ readonly requestRateFactor: number;
};

export const defaultLimits: HubLimits = {
  connections: 20_000,
  connectionsPerSource: 256,
  silentConnectionMs: 60_000,
  frameCompletionMs: 10_000,
  sendQueueBytes: 256 * 1024,
  strangers: 10_000,
  undecodable: 10_000,
  pendingFrames: 20_000,
  changes: 1_000_000,
  webhookPending: 100_000,
  requestRateFactor: 1,
};

/** A city platform to share with: its base URL takes the same bulk upsert that our open API serves. */
export type CityConfig = {
  readonly url: string;
  readonly key: string | null;
  readonly secret: string | null;
  /** How much it takes of pushes and of records; absent: as fast as it answers. */
  readonly rate?: { readonly pushesPerSecond?: number; readonly recordsPerSecond?: number } | null;
};

/** A port on which devices of one protocol connect (设备端口). */
export type DoorConfig = {
  /** Id of the protocol, such as `ykc`; `mqtt`: of any, by topics. */ readonly protocol: string;
  readonly host: string;
  /** 0 takes any free port. */ readonly port: number;
};

/** A gateway that the hub calls, and the line behind it (主动连接的线路). */
export type LineConfig = {
  /** As wire addresses of its units begin: `plc1` of `plc1/3`. */ readonly name: string;
  /** `modbus-tcp`, or `modbus-rtu` for serial frames over TCP; `mqtt`: a broker. */ readonly protocol: string;
  /** An address or a name. A name may lead into a plant's network, not to this machine. */ readonly host: string;
  readonly port: number;
  /** Only of brokers; absent: none. */ readonly username?: string;
  /** Only of brokers. Never logged. */ readonly password?: string;
};

export type HubConfig = {
  /** Folder of the database; made when missing. */ readonly dataDir: string;
  readonly httpHost: string;
  /** 0 takes any free port. */ readonly httpPort: number;
  readonly gb26875Host: string;
  readonly gb26875Port: number;
  /** Ports of other protocols; absent: none. */ readonly doors?: readonly DoorConfig[];
  /** Gateways that the hub calls; absent: none. */ readonly lines?: readonly LineConfig[];
  /** 平台厂商code of this platform, SH-1. */ readonly platformCode: string;
  readonly platformName: string;
  readonly city: CityConfig | null;
  /** Built files of the console; null serves none. */ readonly consoleDir: string | null;
  /** Zone of device clocks and of the pages: 480 is China. Minutes. */ readonly utcOffsetMinutes: number;
  /** Expected upload period of a device without its own (EF-4.4.2: at most 6 h). */ readonly expectedPeriodMs: number;
  /** Folder of device profiles of one's own, beside those that come with the hub (EF-N.2); empty or absent: none. */
  readonly profilesFolder?: string;
  /** Silence that makes a device timed-out offline; absent, and at most: 6 h (EF-4.4.2). */ readonly timedOutAfterMs?:
    | number
    | undefined;
  /** A closed link counts as lost after this. */ readonly linkGraceMs: number;
  /** Makes another API key and sign-in code at this start, because the first was lost. */ readonly newKey?: boolean;
  /** Master key in base64; empty or absent: the file `master.key` in `dataDir`, made at the first start. */
  readonly masterKey?: string;
  /** File of signed checkpoints of the audit log, best on another disk; empty or absent: `audit-checkpoints.jsonl` in `dataDir`. */
  readonly auditCheckpoints?: string;
  /** Address at which browsers reach the console, for passkeys; empty or absent: http://localhost and the port. */
  readonly publicUrl?: string;
  /** `mlps3`: what assessors of GB/T 22239-2019 level 3 expect. */ readonly passwordPolicy?: "default" | "mlps3";
  /** Ranges that are not public and that the hub may call all the same (webhooks, other platforms, sharing destinations), such as `10.20.0.0/24,127.0.0.1`; absent: none (SEC-OUT-03). */
  readonly outboundAllow?: string;
  /** Holds every answer of the open API against the document: one that breaks it becomes a 500 and a line in the log. */
  readonly checkAnswers?: boolean;
  /** How long people have to deal with an alarm; absent: 7 days for electrical fire (EF-5.3), 3 for charging (CP-4.2). */
  readonly dueDays?: DueDays;
  /** Folder of backups, best on another disk; empty or absent: `backups` in `dataDir`. */ readonly backupFolder?: string;
  /** The hub backs itself up so often; 0: never; absent: 24. */ readonly backupEveryHours?: number;
  /** Usable backups that are kept; absent: 7. */ readonly backupKeep?: number;
  /** How long a device's answer to a command is waited for before it is sent again; absent: 9 s. Milliseconds. */
  readonly commandAnswerMs?: number;
  readonly limits: HubLimits;
};

/** A hub that runs. `close` stops taking frames, commits and confirms what it has, and resolves within 10 s. */
export type RunningHub = {
  readonly httpUrl: string;
  readonly httpPort: number;
  readonly gb26875Port: number;
  /** Ports of `doors`, in their order. */ readonly doorPorts: readonly number[];
  /** The first API key, at first start or when asked for: shown once, stored as a hash. */ readonly firstKey:
    | string
    | null;
  /** One-time code for a first look at the console, only with `firstKey`. */ readonly signInCode: string | null;
  /** One-time code that makes the first administrator, good for an hour, only with `firstKey`. */ readonly setupCode:
    | string
    | null;
  close(): Promise<void>;
};
