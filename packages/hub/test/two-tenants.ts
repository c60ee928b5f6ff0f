// A hub with two organisations in it: its own, and another that must never meet the first one's data.
import { scopes } from "@dianan/open-api/tables";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { enrolAt, openPeople, type People } from "./http-people.ts";

type Headers = Record<string, string>;
export type TwoTenants = {
  readonly hub: TestHub;
  /** People of the first organisation. */ readonly people: People;
  /** Who is in for the other one, by role. */ readonly others: ReadonlyMap<string, Headers>;
};

const ROLES = ["systemAdministrator", "auditAdministrator", "dutyOfficer", "operatorUser"] as const;
const PASSWORD = "a long enough sentence";

/** The other organisation is made as any is: by a system administrator, whose code makes its first administrator. */
export const openTwoTenants = async (): Promise<TwoTenants> => {
  const hub = await openTestHub();
  const people = await openPeople(hub);
  const { ask } = people;
  const system = (await people.invited("systemAdministrator")).headers;
  const made = await ask("POST", "/api/v1/tenants", { name: "乙平台", platformCode: "OTHER" }, system);
  const draft = { account: "other-lin", name: "乙管理员", password: PASSWORD, code: made.body.code };
  const security = await enrolAt(ask, (await ask("POST", "/api/v1/setup", draft)).body.ticket);
  const others = new Map([["securityAdministrator", security]]);
  for (const role of ROLES) {
    const invited = await ask(
      "POST",
      "/api/v1/users",
      { account: `other-${role}`, name: "乙", grant: { role } },
      security,
    );
    const step = await ask("POST", "/api/v1/session/invitation", { code: invited.body.code, password: PASSWORD });
    others.set(role, await enrolAt(ask, step.body.ticket));
  }
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const key = await ask("POST", "/api/v1/api-keys", { name: "乙", scopes: Object.keys(scopes), expiresAt }, security);
  if (key.status !== 201) throw new Error(`the other organisation has no key: ${JSON.stringify(key.body)}`);
  others.set("platform", { authorization: `Bearer ${String(key.body.secret)}` });
  return { hub, people, others };
};
