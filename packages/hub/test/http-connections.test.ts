import { afterEach, expect, test } from "vitest";
import { connect, EVERYTHING, invite, openPlatform, PARTY, type Platform, READ_AND_WRITE } from "./connected-hubs.ts";
import { alarm, component, device, operator, unit, until } from "./http-fixture.ts";
import type { Answer } from "./http-people.ts";

const SLOW = 120_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const both = async (): Promise<readonly [Platform, Platform]> => [
  await openPlatform(ends, "ALPHA01"),
  await openPlatform(ends, "BRAVO01"),
];
const person = { contactName: "林大山", contactPhone: "+86-595-85601234" };
/** A place of a platform: its records with ids of their own. */
const placeOf = (code: string) => ({
  operators: { ...operator, id: `${code}-op`, ...person },
  // The hub itself counts its devices: a change of nobody's.
  units: { ...unit, id: `${code}-unit`, operatorId: `${code}-op`, platformCode: code, ...person },
  devices: { ...device, id: `${code}-dev`, operatorId: `${code}-op`, unitId: `${code}-unit`, platformCode: code },
  components: { ...component, id: `${code}-dev:1`, deviceId: `${code}-dev` },
});
const alarmOf = (code: string, id: string) => ({
  ...{ ...alarm, id, deviceId: `${code}-dev`, unitId: `${code}-unit`, platformCode: code },
});
const fill = async ({ hub, code }: Platform): Promise<void> => {
  for (const [plural, item] of Object.entries(placeOf(code))) {
    const answer = await hub.call("POST", `/api/v1/${plural}`, { items: [item] });
    expect(answer.status, await answer.text()).toBe(200);
  }
};
const raise = async ({ hub, code }: Platform, id: string): Promise<void> => {
  const answer = await hub.call("POST", "/api/v1/alarms", { items: [alarmOf(code, id)] });
  expect(answer.status, await answer.text()).toBe(200);
};
const has = async ({ hub }: Platform, path: string): Promise<{ readonly [member: string]: unknown } | null> => {
  const answer = await hub.call("GET", `/api/v1/${path}`);
  const body = (await answer.json()) as { readonly [member: string]: unknown };
  return answer.status === 200 ? body : null;
};
const arrives = (at: Platform, path: string) =>
  until(
    () => has(at, path),
    (one) => one !== null,
    20_000,
  );
const push = { push: { kinds: EVERYTHING, periodSeconds: 1 } };

test("EF-N.3, EF-N.4: one call from each side connects two hubs; records and alarms go both ways and nothing comes back", {
  timeout: SLOW,
}, async () => {
  const [alpha, bravo] = await both();
  await fill(alpha);
  const made = await connect(alpha, bravo, { exchange: push }, { exchange: push });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect(made.body).toMatchObject({
    ...{ platformCode: "ALPHA01", name: "平台 ALPHA01", state: "connected", initiative: "here", version: "1" },
    exchange: { push: { kinds: EVERYTHING, periodSeconds: 1, personalData: "masked", coordinateSystem: "CGCS2000" } },
  });
  expect(made.headers.get("location")).toBe(`/api/v1/parties/${made.body.id}`);
  expect(await alpha.party()).toMatchObject({ platformCode: "BRAVO01", state: "connected", initiative: "there" });
  expect(JSON.stringify([made.body, await alpha.party()])).not.toMatch(/dp_/);
  await fill(bravo);
  await raise(alpha, "al-alpha");
  await raise(bravo, "al-bravo");
  for (const path of ["components/BRAVO01-dev:1", "alarms/al-bravo"]) await arrives(alpha, path);
  for (const path of ["components/ALPHA01-dev:1", "alarms/al-alpha"]) await arrives(bravo, path);
  for (const side of [alpha, bravo]) expect(await side.settled()).toMatchObject({ refused: 0, lastError: null });
  // Persons went masked, and what the other side was given masked did not come back over what is known here.
  for (const [side, other] of [
    [alpha, bravo],
    [bravo, alpha],
  ] as const) {
    const people = await side.people.key(["records:read", "pii:read"]);
    for (const plural of ["operators", "units"] as const) {
      const read = async (code: string) => {
        const path = `/api/v1/${plural}/${code}-${plural === "operators" ? "op" : "unit"}`;
        return (await side.people.ask("GET", path, undefined, people, `/api/v1/${plural}/{id}`)).body;
      };
      expect(await read(side.code)).toMatchObject(person);
      expect(await read(other.code)).toMatchObject({ contactName: "林某", contactPhone: "000-0000-1234" });
    }
  }
  const { id: destination } = await alpha.settled();
  const change = { name: "x" };
  const touched = await alpha.people.ask(
    ...(["PATCH", `/api/v1/sharing/${String(destination)}`, change] as const),
    { ...(await alpha.people.invited("systemAdministrator")).headers, "if-match": '"1"' },
    "/api/v1/sharing/{id}",
  );
  expect([touched.status, touched.body.code]).toEqual([409, "wrong-state"]);
});

test("SEC-API-04: tokens are renewed from either side while pushes go on, and no push is refused for it", {
  timeout: SLOW,
}, async () => {
  const [alpha, bravo] = await both();
  await connect(alpha, bravo, { exchange: push }, { exchange: push });
  await fill(bravo);
  await fill(alpha);
  let raised = 0;
  let isOver = false;
  const errors: unknown[] = [];
  const watch = async (side: Platform): Promise<void> => {
    while (!isOver) {
      const { lastError } = await side.settled(() => true);
      if (lastError !== null) errors.push(lastError);
    }
  };
  const raising = (async () => {
    while (!isOver) {
      raised += 1;
      await raise(bravo, `al-b-${raised}`);
      await raise(alpha, `al-a-${raised}`);
    }
  })();
  const watching = [watch(alpha), watch(bravo)];
  const renewals: string[] = [];
  for (const side of [bravo, bravo, alpha, bravo, alpha]) {
    const before = await side.party();
    const done = await side.ask(
      "POST",
      `${PARTY.replace("{id}", String(before.id))}/rotate`,
      undefined,
      `${PARTY}/rotate`,
    );
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    renewals.push(String(done.body.credentialsRenewedAt));
    const seen = raised;
    await until(
      () => raised,
      (n) => n > seen + 2,
      20_000,
    );
  }
  isOver = true;
  await Promise.all([raising, ...watching]);
  expect(errors).toEqual([]);
  for (const side of [alpha, bravo]) expect(await side.settled()).toMatchObject({ refused: 0, lastError: null });
  for (const n of [1, raised]) {
    await arrives(alpha, `alarms/al-b-${n}`);
    await arrives(bravo, `alarms/al-a-${n}`);
  }
  expect(renewals).toHaveLength(5);
});

test("EF-N.3: what is connected already, is this hub, was used, or leads nowhere is refused, and nothing stays behind", {
  timeout: SLOW,
}, async () => {
  const [alpha, bravo] = await both();
  const { token, versionsUrl } = await invite(alpha, bravo);
  const join = (more: object, who: Platform = bravo): Promise<Answer> =>
    who.ask("POST", "/api/v1/party-connections", { versionsUrl, token, scopes: READ_AND_WRITE, ...more });
  const refusals: readonly (readonly [number, string, object])[] = [
    [422, "peer-unreachable", { token: "dp_nobody00000000" }],
    [422, "peer-unreachable", { versionsUrl: `${alpha.hub.hub.httpUrl}/nothing` }],
    [422, "address-forbidden", { versionsUrl: "http://10.0.0.1/versions" }],
    [400, "bad-scope", { scopes: ["nothing:here"] }],
    [422, "beyond-own-rights", { scopes: ["accounts:manage"] }],
    [422, "invalid", { scopes: [] }],
    [422, "invalid", { versionsUrl: "ftp://x" }],
    [422, "invalid", { exchange: { push: { kinds: [] } } }],
    [422, "invalid", { exchange: { push: { kinds: ["unit"], personalData: "full" } } }],
    [422, "invalid", { exchange: { push: { kinds: ["unit"], coordinateSystem: "MARS" } } }],
    [422, "invalid", { exchange: { pull: { kinds: ["reading"] } } }],
    [422, "invalid", { exchange: { pull: { kinds: ["unit"], periodSeconds: 0 } } }],
  ];
  for (const [status, code, more] of refusals) {
    const answer = await join(more);
    expect([answer.status, answer.body.code, more]).toEqual([status, code, more]);
  }
  expect((await bravo.ask("GET", "/api/v1/parties")).body.items).toEqual([]);
  // An invitation for somebody else.
  const charlie = await openPlatform(ends, "CHARLIE1");
  const other = await join({}, charlie);
  expect([other.status, other.body.code]).toEqual([422, "peer-refused"]);
  expect((await charlie.ask("GET", "/api/v1/parties")).body.items).toEqual([]);
  // Itself.
  const own = await invite(bravo, alpha, { platformCode: "SELF0001" });
  const self = await join({ token: own.token, versionsUrl: own.versionsUrl });
  expect(self.status).toBe(422);
  // One handshake, then none with the same token, and none beside it.
  expect((await join({})).status).toBe(201);
  expect((await join({})).status).toBe(422);
  const party = await bravo.party().catch(() => null);
  expect(party).toBe(null);
  const again = await alpha.ask("POST", "/api/v1/parties", {
    ...{ name: "x", platformCode: "BRAVO01", scopes: READ_AND_WRITE },
  });
  expect([again.status, again.body.code]).toEqual([409, "already-exists"]);
  for (const path of ["rotate", "exchange"]) {
    const method = path === "rotate" ? "POST" : "PUT";
    const body = path === "rotate" ? undefined : {};
    expect((await bravo.ask(method, `/api/v1/parties/nobody/${path}`, body, `${PARTY}/${path}`)).status).toBe(404);
  }
  // The one that it invited has not come yet.
  const waiting = ((await bravo.ask("GET", "/api/v1/parties")).body.items as Answer["body"][]).find(
    ({ state }) => state === "invited",
  );
  const early = await bravo.ask("POST", `/api/v1/parties/${String(waiting?.id)}/rotate`, undefined, `${PARTY}/rotate`);
  expect([early.status, early.body.code]).toEqual([405, "not-registered"]);
});

test("SEC-AZ-05: who is no security administrator connects, renews and agrees to nothing", {
  timeout: SLOW,
}, async () => {
  const [alpha, bravo] = await both();
  const { token, versionsUrl } = await invite(alpha, bravo);
  const body = { versionsUrl, token, scopes: READ_AND_WRITE };
  const key = { authorization: `Bearer ${bravo.hub.key}` };
  expect((await bravo.system("POST", "/api/v1/party-connections", body)).status).toBe(403);
  expect((await bravo.people.ask("POST", "/api/v1/party-connections", body, key)).status).toBe(403);
  const made = await bravo.ask("POST", "/api/v1/party-connections", body);
  expect(made.status).toBe(201);
  const path = `/api/v1/parties/${String(made.body.id)}`;
  expect((await bravo.system("POST", `${path}/rotate`, undefined, `${PARTY}/rotate`)).status).toBe(403);
  expect((await bravo.system("PUT", `${path}/exchange`, {}, `${PARTY}/exchange`)).status).toBe(403);
  const bad = await bravo.ask(
    "PUT",
    `${path}/exchange`,
    { push: { kinds: ["unit"], personalData: "full" } },
    `${PARTY}/exchange`,
  );
  expect([bad.status, (bad.body.errors as { path: string }[])[0]?.path]).toEqual([422, "/push/agreement"]);
});

test("SEC-AZ-07: suspended on either side nothing goes, and nothing is lost; removed on one side it is over on both", {
  timeout: SLOW,
}, async () => {
  const [alpha, bravo] = await both();
  await connect(alpha, bravo, { exchange: push }, { exchange: push });
  await fill(bravo);
  await arrives(alpha, "components/BRAVO01-dev:1");
  const act = async (side: Platform, word: string): Promise<void> => {
    const { id } = await side.party();
    const done = await side.ask(
      "POST",
      `/api/v1/parties/${String(id)}/${word}`,
      { reason: "核查" },
      `${PARTY}/${word}`,
    );
    expect(done.status).toBe(200);
  };
  await act(alpha, "suspend");
  expect((await alpha.settled(({ state }) => state === "paused")).pausedReason).toMatch(/suspended/);
  await raise(bravo, "al-1");
  expect((await bravo.settled(({ state }) => state === "retrying")).lastError).toBe("HTTP 403 forbidden");
  await act(alpha, "restore");
  await bravo.system(
    "POST",
    `/api/v1/sharing/${String((await bravo.settled(() => true)).id)}/retry`,
    undefined,
    "/api/v1/sharing/{id}/retry",
  );
  await arrives(alpha, "alarms/al-1");
  await alpha.settled();
  await act(bravo, "suspend");
  await bravo.settled(({ state }) => state === "paused");
  await raise(bravo, "al-2");
  await act(bravo, "restore");
  await arrives(alpha, "alarms/al-2");

  const { id } = await bravo.party();
  expect((await bravo.ask("DELETE", `/api/v1/parties/${String(id)}`, undefined, PARTY)).status).toBe(204);
  for (const side of [alpha, bravo]) {
    await until(
      async () => (await side.ask("GET", "/api/v1/parties")).body.items as readonly unknown[],
      (items) => items.length === 0,
      20_000,
    );
    await until(
      async () => (await side.system("GET", "/api/v1/sharing")).body.items as readonly unknown[],
      (items) => items.length === 0,
      20_000,
    );
  }
  // What came over stays; and they may connect again.
  expect(await has(alpha, "alarms/al-2")).not.toBe(null);
  expect((await connect(alpha, bravo)).status).toBe(201);
});

test("EF-N.4: what the other side offers is pulled without its doing anything, changes and tombstones too; the state is seen", {
  timeout: SLOW,
}, async () => {
  const [alpha, bravo] = await both();
  await fill(alpha);
  await raise(alpha, "al-1");
  const pull = { pull: { kinds: EVERYTHING, periodSeconds: 1 } };
  await connect(alpha, bravo, { scopes: ["records:read", "alarms:read"] }, { exchange: pull });
  for (const path of ["components/ALPHA01-dev:1", "alarms/al-1"]) await arrives(bravo, path);
  expect(await has(bravo, "operators/ALPHA01-op")).toMatchObject({ name: operator.name });
  const state = (await until(bravo.party, ({ pull: one }) => one !== null)).pull;
  expect(state).toMatchObject({ lastError: null, refused: 0, taken: 5 });
  await alpha.hub.call("POST", "/api/v1/units", { items: [{ ...placeOf("ALPHA01").units, name: "改名制衣厂" }] });
  await until(
    () => has(bravo, "units/ALPHA01-unit"),
    (one) => one?.name === "改名制衣厂",
    20_000,
  );
  await alpha.hub.call("DELETE", "/api/v1/components/ALPHA01-dev:1");
  await until(
    () => has(bravo, "components/ALPHA01-dev:1"),
    (one) => one === null,
    20_000,
  );
  // A right that it does not have is said, and a period later it is tried again.
  const { id } = await bravo.party();
  const { id: theirs } = await alpha.party();
  await alpha.ask("POST", `/api/v1/parties/${String(theirs)}/suspend`, { reason: "核查" }, `${PARTY}/suspend`);
  const failing = await until(bravo.party, (one) => (one.pull as { lastError: unknown }).lastError !== null, 20_000);
  expect((failing.pull as { lastError: string }).lastError).toMatch(/^operator: HTTP 403/);
  await alpha.ask("POST", `/api/v1/parties/${String(theirs)}/restore`, { reason: "核查" }, `${PARTY}/restore`);
  await until(bravo.party, (one) => (one.pull as { lastError: unknown }).lastError === null, 20_000);
  // Nothing is pulled any more, and nobody remembers where it stood.
  await bravo.ask("PUT", `/api/v1/parties/${String(id)}/exchange`, {}, `${PARTY}/exchange`);
  await until(bravo.party, (one) => one.pull === null, 20_000);
});
