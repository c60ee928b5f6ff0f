import type { Instant, TenantId, Words } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";
import type { CommandAction } from "./device-command.ts";
import type { JsonObject, Page } from "./records.ts";

export type CommandState =
  | "awaitingApproval"
  | "queued"
  | "sent"
  | "done"
  | "refused"
  | "failed"
  | "expired"
  | "cancelled";

/** Who asked or approved: as in the audit log, with the name of a machine; names of persons are looked up when they are shown. */
export type CommandActor = { readonly actor: string; readonly name: string };

/** A command (命令) as it is kept. */
export type CommandRecord = {
  readonly id: string;
  readonly deviceId: string;
  /** Unit of the device when it was asked for. */ readonly unitId: string;
  readonly componentId: string | null;
  readonly action: CommandAction;
  readonly parameters: JsonObject;
  readonly reason: string;
  readonly state: CommandState;
  readonly askedBy: CommandActor;
  readonly askedAt: Instant;
  readonly approvedBy: CommandActor | null;
  readonly expiresAt: Instant;
  /** When it was sent first. */ readonly sentAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly result: string | null;
  /** Ids of the device's frames that answer it. */ readonly frames: readonly string[];
};

/** What somebody asks for. The caller has looked the device and the component up, and may see them. */
export type CommandDraft = {
  readonly device: {
    readonly id: string;
    readonly unitId: string;
    readonly protocol: string;
    readonly profileId: string;
  };
  /** Name of the device's unit, which dangerous commands want typed. */ readonly unitName: string;
  readonly component: { readonly id: string; readonly key: string } | null;
  readonly action: CommandAction;
  readonly parameters: JsonObject;
  readonly reason: string;
  readonly expiresInMs: number;
  readonly confirmName: string | null;
};

/** Why it is not taken. `full`: too many wait for this device. */
export type CommandFault =
  | { readonly fault: "trust-too-low" | "name-not-typed" | "full" }
  | { readonly fault: "not-supported"; readonly words: Words }
  | { readonly fault: "invalid"; readonly path: string; readonly words: Words };

export type CommandQuery = {
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly deviceId: string | null;
  readonly unitId: string | null;
  readonly state: string | null;
};

/** Whether somebody may see a command: by the unit its device was in. */
export type SeesCommand = (command: CommandRecord) => Promise<boolean>;

/** What an organisation allows (命令策略), SEC-DEV-14. */
export type CommandPolicy = {
  /** Commands other than reads, clock setting and duty checks go to T0 devices too. */ readonly isT0Allowed: boolean;
  /** The written word by which they do. */ readonly authorisation: string | null;
  /** Dangerous commands wait for a second person. */ readonly needsSecondPerson: boolean;
};

export type CommandPolicies = {
  /** Version 0: never set. */ find(tenant: TenantId): Promise<CommandPolicy & { readonly version: number }>;
  put(
    who: Caller,
    version: number,
    policy: CommandPolicy,
    at: Circumstance,
  ): Promise<(CommandPolicy & { readonly version: number }) | "conflict">;
};

/** A command as a device gets it that asks for it (领取). */
export type FetchedCommand = Pick<CommandRecord, "id" | "deviceId" | "action" | "parameters" | "expiresAt"> & {
  readonly protocol: string;
  readonly wireAddress: string;
  /** In the device's own numbering; null: the device as a whole. */ readonly component: string | null;
  /** The command as the device's protocol has it. */ readonly bytes: Uint8Array;
};

/** What a device says became of a command. `failed`: it tried and could not. */
export type CommandReport = { readonly outcome: "done" | "refused" | "failed"; readonly text: string };

/** The device whose credential asks, and from where. */
export type CommandAsker = { readonly tenant: TenantId; readonly deviceId: string; readonly remote: string };

/** The side of devices that ask for their commands and say what became of them (SEC-DEV-14, SEC-DEV-18). */
export type DeviceCommands = {
  /** Whether this device may act for that one: it is itself, or its gateway. */ carries(
    asker: Pick<CommandAsker, "deviceId">,
    deviceId: string,
  ): boolean;
  /** How many commands wait for it and for those behind it. */ waiting(asker: CommandAsker): number;
  /** The same of one device that it may act for, itself or another; none of any other. */ fetchOf(
    asker: CommandAsker,
    deviceId: string,
  ): Promise<readonly FetchedCommand[]>;
  /**
   * The one that is under way or next, of it and of each behind it: at most 100. The same comes again until it is reported or over.
   *
   * @param waitMs - how long to wait when there is none
   */
  fetch(asker: CommandAsker, waitMs?: number, signal?: AbortSignal): Promise<readonly FetchedCommand[]>;
  /** The same report again changes nothing. `wrong-state`: it was not fetched, or has ended otherwise. */
  report(
    asker: CommandAsker,
    id: string,
    report: CommandReport,
    at: Circumstance,
  ): Promise<"done" | "absent" | "wrong-state">;
};

/** Commands to devices (设备命令). Each act is durable, with its audit entry, before anything is sent. */
export type Commands = {
  readonly policies: CommandPolicies;
  readonly devices: DeviceCommands;
  ask(who: Caller, draft: CommandDraft, at: Circumstance): Promise<CommandRecord | CommandFault>;
  /** `same-person`: who asked does not approve. */
  approve(
    who: Caller,
    id: string,
    sees: SeesCommand,
    at: Circumstance,
  ): Promise<CommandRecord | "absent" | "wrong-state" | "same-person">;
  /** `wrong-state`: it was sent, or has ended. */
  cancel(
    who: Caller,
    id: string,
    reason: string,
    sees: SeesCommand,
    at: Circumstance,
  ): Promise<CommandRecord | "absent" | "wrong-state">;
  find(tenant: TenantId, id: string): Promise<CommandRecord | null>;
  /** Newest first; a page may be shorter than asked and have a next one all the same. @param after - id behind which it begins */
  list(
    tenant: TenantId,
    query: CommandQuery,
    sees: SeesCommand,
    after: string | null,
    limit: number,
  ): Promise<Page<CommandRecord>>;
  /** When the device of a command that waits is next expected; null when it waits for nothing, or nobody knows. */
  nextContactAt(command: CommandRecord): Instant | null;
};
