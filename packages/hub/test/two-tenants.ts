// A hub with two organisations in it: "main", whose data is planted with a word, and "other", which must never meet it.
import { randomUUID } from "node:crypto";
import type { Instant } from "@dianan/model";
import { DAY, MASTER_KEY, openAccess, other } from "./access-fixture.ts";
import { openTestHub, type TestHub } from "./http-fixture.ts";

type Headers = Record<string, string>;
export type TwoTenants = {
  readonly hub: TestHub;
  /** Who is in for the other organisation, by role. */ readonly others: ReadonlyMap<string, Headers>;
  /** Closes the hub and removes its data. */ end(): Promise<void>;
};

const ROLES = ["systemAdministrator", "auditAdministrator", "dutyOfficer"] as const;

/** The second organisation's people and key are made by the hub's own engine before it opens its door. */
export const openTwoTenants = async (): Promise<TwoTenants> => {
  const access = await openAccess();
  access.clock.now = Date.now();
  const now = access.clock.now as Instant;
  const body = {
    name: "other",
    platformCode: "OTHR01",
    state: "active",
    leastTrust: "T0",
    createdAt: now,
    updatedAt: now,
  };
  const item = { kind: "tenant", id: other, body, lookup: null, expiresAt: null } as const;
  await access.store.commit({ tenant: other, writes: [{ kind: "item", item, ifVersion: null }] });
  const code = await access.people.firstCode(other, "securityAdministrator", now);
  const first = await access.enrol(code ?? "", "other-lin");
  const headersOf = (session: string): Headers => ({ cookie: `dianan_session=${session}` });
  const others = new Map([["securityAdministrator", headersOf(first.session)]]);
  for (const role of ROLES) {
    const { session } = await access.invited(first.caller, `other-${role}`, role);
    others.set(role, headersOf(session));
  }
  const grant = { name: "other", role: "platform", scope: {}, scopes: null, expiresAt: (now + DAY) as Instant };
  const { secret } = await access.keys.add("hub", other, grant, { now, source: "", requestId: randomUUID() });
  others.set("platform", { authorization: `Bearer ${secret}` });
  await access.close();
  const hub = await openTestHub({ dataDir: access.folder, masterKey: Buffer.from(MASTER_KEY).toString("base64") });
  return {
    hub,
    others,
    end: async () => {
      await hub.end();
      access.remove();
    },
  };
};
