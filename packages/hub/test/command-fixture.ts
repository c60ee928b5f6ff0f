// A hub with people who send commands, and devices at its door.
import type { Message } from "@dianan/codec";
import { type Device, type DeviceOptions, openDevice } from "@dianan/device";
import type { HubConfig } from "../src/config.ts";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { register } from "./registry.ts";

type Shown = { readonly [member: string]: unknown };
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Shown };
export type Officer = { readonly id: string; readonly headers: Record<string, string> };

export type CommandDesk = {
  hub(): TestHub;
  readonly people: People;
  readonly officer: Officer;
  readonly second: Officer;
  ask(who: Officer["headers"], method: string, path: string, body?: unknown, template?: string): Promise<Answer>;
  /** Sends as the officer; adds a reason. */ send(
    device: string,
    draft: object,
    who?: Officer["headers"],
  ): Promise<Answer>;
  get(id: unknown): Promise<Shown>;
  /** Waits until a command is in one of these states. */ settled(
    id: unknown,
    states?: readonly string[],
  ): Promise<Shown>;
  approve(id: unknown, who: Officer["headers"]): Promise<Answer>;
  cancel(id: unknown, who: Officer["headers"], body?: unknown): Promise<Answer>;
  /** Sets the policy as the security administrator. */ allow(policy: object): Promise<Answer>;
  /** Acts in the audit log about an object, oldest first. */ acts(object: unknown): Promise<readonly string[]>;
  device(address: number, more?: Partial<DeviceOptions>): Device;
  restart(more?: Partial<HubConfig>): Promise<void>;
  end(): Promise<void>;
};

export const ENDED = ["done", "refused", "failed", "expired", "cancelled"];
export const heartbeat: Message = { kind: "empty" };

export const openDesk = async (addresses: readonly number[], config: Partial<HubConfig> = {}): Promise<CommandDesk> => {
  let hub = await openTestHub({ commandAnswerMs: 1_500, ...config });
  await register(hub, addresses);
  const people = await openPeople(() => hub);
  const officer = await people.invited("dutyOfficer");
  const second = await people.invited("dutyOfficer");
  const auditor = await people.invited("auditAdministrator");
  const devices = new Set<Device>();
  const ask: CommandDesk["ask"] = async (who, method, path, body, template) => {
    const answer = await people.ask(method, path, body, who, template);
    return { ...answer, body: (answer.body ?? {}) as Shown };
  };
  const get: CommandDesk["get"] = async (id) =>
    (await ask(officer.headers, "GET", `/api/v1/commands/${id}`, undefined, "/api/v1/commands/{id}")).body;
  return {
    hub: () => hub,
    people,
    officer,
    second,
    ask,
    get,
    send: (device, draft, who = officer.headers) =>
      ask(
        who,
        "POST",
        `/api/v1/devices/${device}/commands`,
        { reason: "夜间扰民", ...draft },
        "/api/v1/devices/{id}/commands",
      ),
    settled: (id, states = ENDED) =>
      until(
        () => get(id),
        ({ state }) => states.includes(String(state)),
        15_000,
      ),
    approve: (id, who) =>
      ask(who, "POST", `/api/v1/commands/${id}/approve`, undefined, "/api/v1/commands/{id}/approve"),
    cancel: (id, who, body = { reason: "误下发" }) =>
      ask(who, "POST", `/api/v1/commands/${id}/cancel`, body, "/api/v1/commands/{id}/cancel"),
    allow: async (policy) => {
      const now = await ask(people.security.headers, "GET", "/api/v1/command-policy");
      const who = { ...people.security.headers, "if-match": now.headers.get("etag") ?? "" };
      return ask(who, "PUT", "/api/v1/command-policy", policy);
    },
    acts: async (object) => {
      const { body } = await ask(
        auditor.headers,
        "GET",
        `/api/v1/audit?object=command:${object}`,
        undefined,
        "/api/v1/audit",
      );
      return (body.items as readonly { act: string }[]).map(({ act }) => act).reverse();
    },
    device: (address, more = {}) => {
      const one = openDevice({
        host: "127.0.0.1",
        port: hub.hub.gb26875Port,
        address,
        reconnectMs: [50, 100],
        ...more,
      });
      devices.add(one);
      return one;
    },
    restart: async (more = {}) => {
      hub = await hub.restart(more);
    },
    end: async () => {
      for (const one of devices) await one.close();
      await hub.end();
    },
  };
};

/** What a device was asked, in order. */
export const asked = (answers: (message: Message) => Message | "confirm" | "deny" | "silence") => {
  const heard: string[] = [];
  return {
    heard,
    onAsked: (message: Message) => {
      heard.push(message.kind);
      return answers(message);
    },
  };
};
