import type { Instant } from "@dianan/model";
import { isCommandAllowed, isDangerousCommand } from "../core/command-rules.ts";
import { told } from "../ports/act.ts";
import type { CommandActor, CommandRecord, Commands } from "../ports/commands.ts";
import { bodyOf, type CommandBody, commandIdPrefix, recordOf } from "./command-book.ts";
import { type CommandDeps, createDeviceCommands } from "./device-commands.ts";
import { openDispatcher } from "./dispatcher.ts";
import { createCommandPolicies } from "./policies.ts";

/** Commands of one device that may wait, those that wait for approval among them. */
const WAITING_MAX = 20;
/** Items read at once, and how many of such pages one page of a list looks through. */
const PAGE = 200;
const PAGES_MAX = 20;
/** Behind every id of a millisecond. */
const LAST = "~";

/** The engine of commands, for the door and for the hub. */
export type CommandEngine = Commands & {
  /** Once a second. */ tick(): void;
  /** Resolves when nothing is being written. */ idle(): Promise<void>;
};

const actorOf = ({ actor, name }: CommandActor): CommandActor => ({
  actor,
  // Names of persons are looked up, so that they are kept in one place (SEC-PII-07).
  name: actor.startsWith("account:") ? "" : name,
});

/** Loads what has not ended; then commands can be asked for. */
export const openCommands = async (deps: CommandDeps): Promise<CommandEngine> => {
  const { tenant: home, drivers, downlink, access } = deps;
  const policies = createCommandPolicies(deps);
  const dispatcher = await openDispatcher(deps, policies);
  const devices = createDeviceCommands(deps, dispatcher);

  const find: Commands["find"] = async (tenant, id) => {
    const item = await access.item(tenant, "command", id);
    return item === null ? null : recordOf(id, bodyOf(item));
  };

  const ask: Commands["ask"] = async (who, draft, at) => {
    const { device, component, action, parameters, reason } = draft;
    const driver = who.tenant === home ? drivers.get(device.protocol) : undefined;
    if (driver === undefined)
      return {
        fault: "not-supported",
        words: {
          en: `This hub sends commands only to devices that come to its own doors (${[...drivers.keys()].join(", ")}).`,
          zh: `本平台只能向直接接入的设备(${[...drivers.keys()].join("、")})下发命令。`,
        },
      };
    const plan = driver.commands.plan({
      action,
      parameters,
      componentKey: component?.key ?? null,
      profileId: device.profileId,
    });
    if (!plan.ok) {
      const { path, words } = plan.error;
      return path === null ? { fault: "not-supported", words } : { fault: "invalid", path, words };
    }
    const policy = await policies.find(home);
    if (!isCommandAllowed(action, driver.trust, policy.isT0Allowed)) return { fault: "trust-too-low" };
    const isDangerous = isDangerousCommand(action);
    if (isDangerous && draft.confirmName !== draft.unitName) return { fault: "name-not-typed" };
    const { id, at: askedAt } = dispatcher.newId();
    const needsApproval = isDangerous && policy.needsSecondPerson;
    const expiresAt = (askedAt + draft.expiresInMs) as Instant;
    const fresh: CommandBody = {
      ...{ deviceId: device.id, unitId: device.unitId, componentId: component?.id ?? null },
      ...{ action, parameters, reason, state: needsApproval ? "awaitingApproval" : "queued" },
      ...{ askedBy: actorOf(who), askedAt, approvedBy: null, expiresAt, sentAt: null, endedAt: null },
      ...{ result: null, frames: [], question: plan.value, protocol: driver.id, serial: null, transmissions: 0 },
      componentKey: component?.key ?? null,
    };
    const words = `${action} device:${device.id} ${reason}`;
    const asked = await dispatcher.act(device.id, id, {
      input: ({ queue }) =>
        queue.commands.length >= WAITING_MAX ? null : { kind: "asked", id, expiresAt, needsApproval, at: deps.clock() },
      fresh,
      also: [told(who, "command.ask", `command:${id}`, "done", at, words)],
    });
    if (asked !== null) devices.ring(device.id);
    return asked ?? { fault: "full" };
  };

  const approve: Commands["approve"] = async (who, id, sees, at) => {
    const command = await find(who.tenant, id);
    if (command === null || !(await sees(command))) return "absent";
    if (command.state !== "awaitingApproval") return "wrong-state";
    if (command.askedBy.actor === who.actor) return "same-person";
    const done = await dispatcher.act(command.deviceId, id, {
      input: ({ queue }) => {
        const open = queue.commands.find((one) => one.id === id);
        const now = deps.clock();
        return open?.state === "awaitingApproval" && now < open.expiresAt ? { kind: "approved", id, at: now } : null;
      },
      edit: { id, set: () => ({ approvedBy: actorOf(who) }) },
      also: [told(who, "command.approve", `command:${id}`, "done", at, `${command.action} device:${command.deviceId}`)],
    });
    if (done !== null) devices.ring(command.deviceId);
    return done ?? "wrong-state";
  };

  const cancel: Commands["cancel"] = async (who, id, reason, sees, at) => {
    const command = await find(who.tenant, id);
    if (command === null || !(await sees(command))) return "absent";
    const done = await dispatcher.act(command.deviceId, id, {
      input: ({ queue }) => {
        const open = queue.commands.find((one) => one.id === id);
        return open === undefined || open.state === "sent" ? null : { kind: "cancelled", id, at: deps.clock() };
      },
      also: [told(who, "command.cancel", `command:${id}`, "done", at, reason)],
    });
    return done ?? "wrong-state";
  };

  const list: Commands["list"] = async (tenant, query, sees, after, limit) => {
    const { from, to, deviceId, unitId, state } = query;
    const fits = (one: CommandRecord): boolean =>
      (deviceId === null || one.deviceId === deviceId) &&
      (unitId === null || one.unitId === unitId) &&
      (state === null || one.state === state);
    const found: CommandRecord[] = [];
    // What was asked at `to` or later comes before this place.
    let place = after ?? (to === null ? "" : `${commandIdPrefix(to)}${LAST}`);
    for (let pages = 0; pages < PAGES_MAX; pages += 1) {
      const items = await access.items(tenant, "command", place, PAGE);
      for (const item of items) {
        const one = recordOf(item.id, bodyOf(item));
        if (from !== null && one.askedAt < from) return { items: found, next: null };
        if (fits(one) && (await sees(one))) {
          if (found.length === limit) return { items: found, next: found.at(-1)?.id ?? null };
          found.push(one);
        }
        place = item.id;
      }
      if (items.length < PAGE) return { items: found, next: null };
    }
    return { items: found, next: place };
  };

  return {
    policies,
    devices,
    ask,
    approve,
    cancel,
    find,
    list,
    nextContactAt: ({ state, deviceId }) =>
      state === "queued" && downlink.lineOf(deviceId) === null ? downlink.expectedAt(deviceId) : null,
    tick: dispatcher.tick,
    idle: dispatcher.idle,
  };
};
