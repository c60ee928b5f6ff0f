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

/** Commands to devices (设备命令). Each act is durable, with its audit entry, before anything is sent. */
export type Commands = {
  readonly policies: CommandPolicies;
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
