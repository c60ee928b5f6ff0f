import { afterEach, expect, test } from "vitest";
import { AT, askHub, centreDraft, openCentreHub, openFakeCentre, SOURCE } from "./centre-fixture.ts";
import { operator, unit, until } from "./http-fixture.ts";
import { register } from "./registry.ts";
import { openWire, statusFrame } from "./wire.ts";

const SLOW = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const SHARING = "/api/v1/sharing";

test("SEC-OUT-01, EF-N.4: what a fire centre cannot have is refused where it stands, and nothing is made", {
  timeout: SLOW,
}, async () => {
  const here = await openCentreHub(ends);
  const good = centreDraft(9_000);
  const { centre: _, ...bare } = good;
  const refusals: readonly (readonly [body: object, code: string, pointer: string | null])[] = [
    [{ ...good, url: "https://city.example/api" }, "invalid", "/url"],
    [{ ...good, url: "gb26875://127.0.0.1" }, "invalid", "/url"],
    [{ ...good, url: "gb26875://user@127.0.0.1:9000" }, "invalid", "/url"],
    [{ ...good, url: "gb26875://127.0.0.1:9000/path" }, "invalid", "/url"],
    [{ ...good, url: "gb26875://127.0.0.1:9000?x=1" }, "invalid", "/url"],
    [bare, "invalid", "/centre"],
    [{ ...good, centre: {} }, "invalid", "/centre/sourceAddress"],
    [{ ...good, centre: { sourceAddress: 2 ** 48 } }, "invalid", "/centre/sourceAddress"],
    [{ ...good, centre: { sourceAddress: 1, resends: 11 } }, "invalid", "/centre/resends"],
    [{ ...good, centre: { sourceAddress: 1, answerSeconds: 11 } }, "invalid", "/centre/answerSeconds"],
    [{ ...good, centre: { sourceAddress: 1, nobody: 1 } }, "invalid", null],
    [{ ...good, centre: { sourceAddress: 1, unitIds: ["nobody"] } }, "invalid", "/centre/unitIds/0"],
    [{ ...good, kinds: ["alarm", "unit"] }, "invalid", "/kinds"],
    [{ ...good, kinds: [] }, "invalid", "/kinds"],
    [{ ...good, personalData: "full", agreement: "x" }, "invalid", "/personalData"],
    [{ ...good, secret: `whsec_${"A".repeat(44)}` }, "invalid", "/secret"],
    [{ ...good, headers: { a: "b" } }, "invalid", "/headers"],
    [{ ...good, form: "dianan", url: "https://city.example/api" }, "invalid", "/centre"],
    [{ ...bare, form: "dianan" }, "invalid", "/url"],
    // Addresses that nobody allowed: the test hub allows 127.0.0.1 alone. Any spelling of it is known.
    [{ ...good, url: "gb26875://10.0.0.1:9000" }, "address-forbidden", null],
    [{ ...good, url: "gb26875://169.254.169.254:9000" }, "address-forbidden", null],
    [{ ...good, url: "gb26875://8.8.8.8:9000" }, "address-forbidden", null],
    [{ ...good, url: "gb26875://[::1]:9000" }, "address-forbidden", null],
    [{ ...good, url: "gb26875://0x0a000001:9000" }, "address-forbidden", null],
    [{ ...good, url: "gb26875://127.0.0.1:22" }, "address-forbidden", null],
  ];
  for (const [body, code, pointer] of refusals) {
    const answer = await here.ask("POST", SHARING, body);
    expect([body, answer.status, answer.body.code]).toEqual([body, 422, code]);
    if (pointer !== null) expect([body, JSON.stringify(answer.body)]).toEqual([body, expect.stringContaining(pointer)]);
  }
  const { items } = (await here.ask("GET", SHARING)).body as { items: readonly unknown[] };
  expect(items).toEqual([]);
});

test("EF-N.4: a centre is set up with what the standard asks for where nothing is said, changed, compared with nothing, and removed", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const here = await openCentreHub(ends);
  await here.hub.call("POST", "/api/v1/operators", { items: [operator] });
  await here.hub.call("POST", "/api/v1/units", { items: [unit] });
  const id = await here.addCentre(centre.port);
  const up = await here.settled(id, ({ link }) => (link as { heardAt: unknown }).heardAt !== null);
  expect(up).toMatchObject({
    ...{ form: "gb26875", url: `gb26875://127.0.0.1:${centre.port}`, kinds: ["alarm"], state: "idle", pending: 0 },
    centre: {
      ...{ sourceAddress: SOURCE, centreAddress: 0, unitIds: [], systemType: 1, systemAddress: 1 },
      ...{ heartbeatSeconds: 30, answerSeconds: 10, resends: 3 },
    },
    link: { isUp: true, dutyCheckUntil: null },
  });
  const patch = (set: object, tag: string) => here.ask("PATCH", `${SHARING}/${id}`, set, AT, { "if-match": tag });
  const other = await patch({ form: "dianan", url: "https://city.example" }, '"1"');
  expect([other.status, JSON.stringify(other.body)]).toEqual([422, expect.stringContaining("/form")]);
  const set = { centre: { sourceAddress: 7, unitIds: [unit.id] } };
  const patched = await patch(set, '"1"');
  expect(patched.body).toMatchObject({ version: 2, centre: { sourceAddress: 7, unitIds: [unit.id], resends: 3 } });
  expect((await patch(set, '"1"')).status).toBe(412);
  await until(
    () => centre.heard.at(-1)?.frame.source,
    (source) => source === 7,
  );
  const draft = { destinationId: id, kinds: ["alarm"] };
  const compared = await here.ask("POST", "/api/v1/reconciliations", draft);
  expect([compared.status, JSON.stringify(compared.body)]).toEqual([422, expect.stringContaining("/destinationId")]);
  expect((await here.ask("DELETE", `${SHARING}/${id}`, undefined, AT)).status).toBe(204);
  for (const path of ["", "/queue", "/points"])
    expect([path, (await here.ask("GET", `${SHARING}/${id}${path}`, undefined, `${AT}${path}`)).status]).toEqual([
      path,
      404,
    ]);
});

test("EF-N.5: what waits while it is paused is told in order when it is resumed; points and queue are there to read", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const here = await openCentreHub(ends);
  await register(here.hub, [889]);
  const id = await here.addCentre(centre.port);
  await until(
    () => centre.heard.length,
    (count) => count === 1,
  );
  const pause = `${SHARING}/${id}/pause`;
  expect((await here.ask("POST", pause, { reason: "对方检修" }, `${AT}/pause`)).body).toMatchObject({
    ...{ state: "paused", link: { isUp: false } },
  });
  const retried = await here.ask("POST", `${SHARING}/${id}/retry`, undefined, `${AT}/retry`);
  expect([retried.status, retried.body.code]).toEqual([409, "wrong-state"]);
  const wire = await openWire(here.hub.hub.gb26875Port);
  ends.push(() => wire.end());
  const at = Date.now() - 10_000;
  await wire.ask(statusFrame(889, 1, { fire: true }, at));
  await wire.ask(statusFrame(889, 2, { fire: false }, at + 1_000));
  await wire.ask(statusFrame(889, 3, { fire: true }, at + 2_000));
  const waiting = await here.settled(id, ({ pending }) => pending === 3);
  expect(waiting).toMatchObject({ state: "paused", lagSeconds: expect.any(Number) });
  const queue = await here.ask("GET", `${SHARING}/${id}/queue?limit=2`, undefined, `${AT}/queue`);
  expect(queue.body.items).toMatchObject([
    {
      kind: "alarm",
      version: 3,
      state: "pending",
      error: null,
      body: { open: ["residualCurrentOver"], deviceId: "d889" },
    },
    { kind: "alarm", version: 2, body: { open: [] } },
  ]);
  const next = await here.ask(
    "GET",
    `${SHARING}/${id}/queue?limit=2&cursor=${String(queue.body.next)}`,
    undefined,
    `${AT}/queue`,
  );
  expect(next.body.items).toMatchObject([{ version: 1 }]);
  const points = await here.ask("GET", `${SHARING}/${id}/points`, undefined, `${AT}/points`);
  expect(points.body.items).toMatchObject([
    {
      ...{ deviceId: "d889", unitId: "u1", name: "配电箱", systemType: 1, systemAddress: 1, componentType: 17 },
      ...{ componentAddress: 5, openAlarms: ["residualCurrentOver"] },
    },
  ]);
  await here.ask("POST", `${SHARING}/${id}/resume`, undefined, `${AT}/resume`);
  await here.settled(id);
  expect(centre.states().map(({ status }) => status.fire)).toEqual([true, false, true]);
});

test("figure 46: a duty check shows at the destination and is answered by a duty officer; without one there is nothing to answer", {
  timeout: SLOW,
}, async () => {
  const centre = await openFakeCentre(ends);
  const here = await openCentreHub(ends);
  const id = await here.addCentre(centre.port);
  await here.settled(id, ({ link }) => (link as { heardAt: unknown }).heardAt !== null);
  const path = `${SHARING}/${id}/duty-answers`;
  const officer = await here.people.invited("dutyOfficer");
  const answerAt = (to: string, body: object) =>
    here.people.ask("POST", to, body, officer.headers, `${AT}/duty-answers`);
  const answer = (body: object) => answerAt(path, body);
  // Whoever sets centres up is not on duty (SEC-AZ-06).
  expect((await here.ask("POST", path, { operatorNumber: 7 }, `${AT}/duty-answers`)).status).toBe(403);
  expect([(await answer({ operatorNumber: 7 })).status, (await answer({ operatorNumber: 256 })).status]).toEqual([
    409, 422,
  ]);
  await askHub(centre, 5, 1, { kind: "dutyCheck", timeoutMinutes: 5 });
  const asked = await here.settled(id, ({ link }) => (link as { dutyCheckUntil: unknown }).dutyCheckUntil !== null);
  expect(Date.parse(String((asked.link as { dutyCheckUntil: unknown }).dutyCheckUntil)) - Date.now()).toBeLessThan(
    301_000,
  );
  const answered = await answer({ operatorNumber: 7 });
  expect([answered.status, answered.body.link]).toMatchObject([200, { dutyCheckUntil: null }]);
  expect(centre.heard.at(-1)?.frame.message).toMatchObject({ kind: "transmitterOperation", items: [{ operator: 7 }] });
  expect((await answer({ operatorNumber: 7 })).status).toBe(409);
  const auditor = await here.people.invited("auditAdministrator");
  const query = "/api/v1/audit?act=destination.dutyAnswer";
  const log = await here.people.ask("GET", query, undefined, auditor.headers, "/api/v1/audit");
  expect([log.status, JSON.stringify(log.body)]).toEqual([200, expect.stringContaining(`destination:${id}`)]);
  const nobody = await answerAt(`${SHARING}/nobody/duty-answers`, { operatorNumber: 7 });
  expect(nobody.status).toBe(404);
});
