// Hubs with a security administrator each, and the handshake between two of them.
import type { HubConfig } from "../src/config.ts";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { type Answer, openPeople, type People, type Person } from "./http-people.ts";

export type Platform = {
  readonly hub: TestHub;
  readonly code: string;
  readonly people: People;
  /** A request of the security administrator. */
  ask(method: string, path: string, body?: unknown, template?: string): Promise<Answer>;
  /** A request of the system administrator, who is made when first asked for. */
  system(method: string, path: string, body?: unknown, template?: string): Promise<Answer>;
  /** The one party that it has. */ party(): Promise<Answer["body"]>;
  /** Reads the destination of its one party until it is as wanted. */
  settled(isGood?: (body: Answer["body"]) => boolean, ms?: number): Promise<Answer["body"]>;
};

export const PARTY = "/api/v1/parties/{id}";
export const EVERYTHING = ["operator", "unit", "device", "component", "alarm"] as const;
export const READ_AND_WRITE = ["records:read", "records:write", "alarms:read", "alarms:write"] as const;

export const openPlatform = async (
  ends: (() => Promise<void>)[],
  code: string,
  more: Partial<HubConfig> = {},
): Promise<Platform> => {
  const names = { platformCode: code, platformName: `平台 ${code}` };
  const hub = await openTestHub({ ...names, outboundAllow: "127.0.0.1", ...more });
  ends.push(() => hub.end());
  const people = await openPeople(hub);
  let systemPerson: Promise<Person> | null = null;
  const ask: Platform["ask"] = (method, path, body, template) =>
    people.ask(method, path, body, people.security.headers, template);
  const system: Platform["system"] = async (method, path, body, template) => {
    systemPerson ??= people.invited("systemAdministrator");
    return people.ask(method, path, body, (await systemPerson).headers, template);
  };
  const party = async (): Promise<Answer["body"]> => {
    const { body } = await ask("GET", "/api/v1/parties");
    const items = body.items as readonly Answer["body"][];
    if (items.length !== 1) throw new Error(`${items.length} parties`);
    return items[0] as Answer["body"];
  };
  return {
    ...{ hub, code, people, ask, system, party },
    settled: async (isGood = ({ state, pending }) => state === "idle" && pending === 0, ms = 20_000) => {
      const { destinationId } = await until(party, (one) => one.destinationId !== null, ms);
      const path = `/api/v1/sharing/${String(destinationId)}`;
      return until(async () => (await system("GET", path, undefined, "/api/v1/sharing/{id}")).body, isGood, ms);
    },
  };
};

/** `from` invites `to`: token A and where it is good. */
export const invite = async (from: Platform, to: Platform, more: object = {}) => {
  const draft = { name: `平台 ${to.code}`, platformCode: to.code, scopes: READ_AND_WRITE, ...more };
  const made = await from.ask("POST", "/api/v1/parties", draft);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body as { readonly partyId: string; readonly token: string; readonly versionsUrl: string };
};

/** One call of each side. */
export const connect = async (from: Platform, to: Platform, there: object = {}, here: object = {}): Promise<Answer> => {
  const { token, versionsUrl } = await invite(from, to, there);
  return to.ask("POST", "/api/v1/party-connections", { versionsUrl, token, scopes: READ_AND_WRITE, ...here });
};
