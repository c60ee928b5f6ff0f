import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, putPlace, type TestHub, unit, until } from "./http-fixture.ts";
import { type Answer, openPeople, type People, type Person } from "./http-people.ts";
import { type MailServer, mailText, openMailServer } from "./mail-server.ts";

const REPORTS = "/api/v1/reports";
const LINKS = "/api/v1/report-links";
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const period = { from: `${today.slice(0, 8)}01`, to: today };

let mail: MailServer;
let hub: TestHub;
let people: People;
let officer: Person;
let guide: Person;
let contactId = "";
let noMailId = "";
let nobodyId = "";
let reportId = "";

type Delivery = {
  readonly state: string;
  readonly target: string | null;
  readonly tries: number;
  readonly error: string | null;
  readonly downloads: number;
  readonly recipient: { readonly as: string; readonly id: string; readonly name: string };
};

const made = async (body: object, who: Person): Promise<string> => {
  const { status, body: report } = await people.ask("POST", REPORTS, { ...period, ...body }, who.headers);
  expect(status, JSON.stringify(report)).toBe(202);
  await until(
    () => people.ask("GET", `${REPORTS}/${report.id}`, undefined, who.headers, `${REPORTS}/{id}`),
    ({ body: now }) => (now.progress as { state: string }).state === "done",
    30_000,
  );
  return String(report.id);
};
const send = (id: string, body: object, who: Person = officer): Promise<Answer> =>
  people.ask("POST", `${REPORTS}/${id}/deliveries`, body, who.headers, `${REPORTS}/{id}/deliveries`);
const history = async (id: string, who: Person = officer): Promise<readonly Delivery[]> => {
  const path = `${REPORTS}/${id}/deliveries`;
  const { body } = await people.ask("GET", path, undefined, who.headers, `${REPORTS}/{id}/deliveries`);
  return body.items as readonly Delivery[];
};
const settled = (id: string): Promise<readonly Delivery[]> =>
  until(
    () => history(id),
    (all) => all.length > 0 && all.every(({ state }) => state === "sent" || state === "failed"),
    15_000,
  );
const linkIn = (n: number): string => {
  const [, token = ""] =
    /report-links\/([A-Za-z0-9_-]+)/.exec(mailText(mail.taken[n] as MailServer["taken"][number])) ?? [];
  return `${LINKS}/${token}`;
};
const visit = (link: string, method = "GET"): Promise<Response> => fetch(`${hub.hub.httpUrl}${link}`, { method });
const auditOf = async (act: string) => {
  const { body } = await people.ask("GET", `/api/v1/audit?act=${act}`, undefined, auditor.headers, "/api/v1/audit");
  return body.items as readonly { readonly actor: string; readonly object: string; readonly result: string }[];
};
let auditor: Person;

beforeAll(async () => {
  mail = await openMailServer();
  hub = await openTestHub({ outboundAllow: "127.0.0.1", publicUrl: "http://hub.example" });
  await putPlace(hub);
  await hub.call("POST", "/api/v1/units", { items: [{ ...unit, id: "unit-2", name: "另一单位" }] });
  const options = { host: "127.0.0.1", port: mail.port, from: "电安 <hub@example.org>", security: "none", user: "hub" };
  const made201 = await hub.call("POST", "/api/v1/notification-channels", {
    ...{ name: "邮件", kind: "mail", options, secrets: { password: "secret" } },
  });
  expect(made201.status, await made201.text()).toBe(201);
  const contact = async (name: string, addresses: object): Promise<string> => {
    const answer = await hub.call("POST", "/api/v1/notification-contacts", { name, addresses });
    return ((await answer.json()) as { id: string }).id;
  };
  contactId = await contact("陈伟", { mail: "duty@example.org" });
  nobodyId = await contact("林静", { mail: "nobody@example.org" });
  noMailId = await contact("王芳", { phone: "10000000001" });
  people = await openPeople(() => hub);
  officer = await people.invited("dutyOfficer");
  guide = await people.invited("departmentGuide");
  auditor = await people.invited("auditAdministrator");
  reportId = await made({ kind: "monitoring", unitId: unit.id }, officer);
}, 90_000);
afterAll(async () => {
  await hub?.end();
  await mail?.close();
});

test("EF-4.3: a report goes by mail with its files, and its link downloads the same bytes without an account", async () => {
  const asked = await send(reportId, { contactIds: [contactId] });
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  const [one] = await settled(reportId);
  expect(one).toMatchObject({ state: "sent", tries: 1, error: null, recipient: { as: "contact", id: contactId } });
  // SEC-PII-03: neither address nor name in full.
  expect(JSON.stringify(one)).not.toMatch(/duty@|陈伟/);
  expect(mail.taken[0]).toMatchObject({ to: ["duty@example.org"] });
  expect(mail.taken[0]?.text.match(/Content-Disposition: attachment/g)).toHaveLength(2);
  expect(mail.taken[0]?.text).toMatch(/Auto-Submitted: auto-generated/);

  const page = await visit(linkIn(0));
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await page.text()).toContain('formaction="?format=pdf"');
  expect((await history(reportId))[0]?.downloads).toBe(0);
  const own = await fetch(`${hub.hub.httpUrl}${REPORTS}/${reportId}/content?format=pdf`, { headers: officer.headers });
  const file = await visit(`${linkIn(0)}?format=pdf`, "POST");
  expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
  const hash = async (response: Response): Promise<string> =>
    createHash("sha256")
      .update(Buffer.from(await response.arrayBuffer()))
      .digest("hex");
  expect(await hash(file)).toBe(await hash(own));
  expect((await history(reportId))[0]?.downloads).toBe(1);
});

test("SEC-AUD-02: who sent a report, that it went, and who downloaded it stand in the audit log", async () => {
  for (const [act, actor] of [
    ["report.send", `account:${officer.id}`],
    ["report.deliver", "hub"],
    ["report.download", `contact:${contactId}`],
  ] as const) {
    const found = (await auditOf(act)).filter(({ object }) => object === `report:${reportId}`);
    expect(
      found.map((one) => one.actor),
      act,
    ).toContain(actor);
  }
});

test("a link gives five downloads and no more; one that is forged or has another sign is as if it never was", async () => {
  for (let n = 2; n <= 5; n += 1)
    expect((await visit(`${linkIn(0)}?format=xlsx`, "POST")).headers.get("content-disposition")).toMatch(/^attachment/);
  for (const link of [linkIn(0), `${linkIn(0).slice(0, -1)}x`, `${LINKS}/rl_${"0".repeat(43)}`]) {
    const answer = await visit(`${link}?format=pdf`, "POST");
    expect([answer.status, answer.headers.get("content-disposition")]).toEqual([200, null]);
    expect(await answer.text()).toContain("已失效");
  }
  expect((await history(reportId))[0]?.downloads).toBe(5);
  expect((await visit(`${linkIn(0)}?format=doc`, "POST")).status).toBe(422);
  expect((await visit(`${linkIn(0)}?fromat=pdf`, "POST")).status).toBe(422);
});

test("what a server refuses for good is failed and says why; it stays in the history with the next attempt", async () => {
  await send(reportId, { contactIds: [nobodyId] });
  const [last, first] = await settled(reportId);
  expect(last).toMatchObject({ state: "failed", error: "SMTP 550", tries: 1 });
  expect(first?.state).toBe("sent");
  const failed = (await auditOf("report.deliver")).filter(({ result }) => result === "failed");
  expect(failed.map(({ object }) => object)).toEqual([`report:${reportId}`]);
});

test("a server that says later is tried again, not told as failed", async () => {
  mail.isAway = true;
  await send(reportId, { contactIds: [contactId] });
  const [one] = await until(
    () => history(reportId),
    ([last]) => last?.error !== null,
    15_000,
  );
  mail.isAway = false;
  expect(one).toMatchObject({ state: "queued", error: "SMTP 451", tries: 1 });
  expect(one).toHaveProperty("nextAt", expect.any(String));
});

test("PL-1: a draft that somebody was given is not deleted", async () => {
  const answer = await people.ask("DELETE", `${REPORTS}/${reportId}`, undefined, officer.headers, `${REPORTS}/{id}`);
  expect([answer.status, answer.body.code]).toEqual([409, "wrong-state"]);
});

test("SEC-AZ-02: an account gets only what it may read, and needs a mail address", async () => {
  const other = await people.invited("unitUser", { grant: { role: "unitUser", within: { units: ["unit-2"] } } });
  const technician = await people.invited("vendorEngineer");
  for (const [body, path] of [
    [{ accountIds: [other.id] }, "/accountIds/0"],
    [{ accountIds: [technician.id] }, "/accountIds/0"],
    [{ accountIds: [officer.id] }, "/accountIds/0"],
    [{ accountIds: ["nobody"] }, "/accountIds/0"],
    [{ contactIds: [contactId, noMailId] }, "/contactIds/1"],
    [{ contactIds: ["nobody"] }, "/contactIds/0"],
    [{ contactIds: [], accountIds: [] }, "/contactIds"],
  ] as const) {
    const before = mail.taken.length;
    const answer = await send(reportId, body);
    expect([answer.status, JSON.stringify(answer.body.errors)], JSON.stringify(body)).toEqual([
      422,
      expect.stringContaining(`"${path}"`),
    ]);
    expect(mail.taken.length).toBe(before);
  }
  const list = await people.ask(
    "GET",
    `${REPORTS}/${reportId}/deliveries`,
    undefined,
    other.headers,
    `${REPORTS}/{id}/deliveries`,
  );
  expect(list.status).toBe(404);
  expect((await send(reportId, { contactIds: [contactId] }, other)).status).toBe(403);
});

test("a form with contacts in full goes to nobody by mail (SEC-PII-04)", async () => {
  const { status, body } = await people.ask(
    "POST",
    REPORTS,
    { ...period, kind: "rf5", formats: ["xlsx"], isUnmasked: true, purpose: "核对" },
    guide.headers,
  );
  expect(status, JSON.stringify(body)).toBe(202);
  await until(
    () => people.ask("GET", `${REPORTS}/${body.id}`, undefined, guide.headers, `${REPORTS}/{id}`),
    ({ body: now }) => (now.progress as { state: string }).state === "done",
    30_000,
  );
  const answer = await send(String(body.id), { contactIds: [contactId] }, guide);
  expect([answer.status, answer.body.code]).toEqual([409, "wrong-state"]);
});

test("PL-1: reminders are set with their tag, by who sees all; nobody to remind, a stranger, or a foreign form are refused", async () => {
  const path = "/api/v1/report-reminders";
  const settings = { isEnabled: true, daysBefore: 3, kinds: ["rf4"], accountIds: [], contactIds: [contactId] };
  const put = (body: object, tag: string, who: Person = guide) =>
    people.ask("PUT", path, body, { ...who.headers, "if-match": tag });
  const read = await people.ask("GET", path, undefined, guide.headers);
  expect([read.status, read.body.isEnabled, read.headers.get("etag")]).toEqual([200, false, '"0"']);
  for (const [bad, status] of [
    [{ ...settings, contactIds: [] }, 422],
    [{ ...settings, contactIds: ["nobody"] }, 422],
    [{ ...settings, kinds: ["monitoring"] }, 422],
    [{ ...settings, daysBefore: 0 }, 422],
  ] as const)
    expect((await put(bad, '"0"')).status, JSON.stringify(bad)).toBe(status);
  expect((await put(settings, '"0"')).status).toBe(200);
  expect((await put(settings, '"0"')).status).toBe(412);
  const bounded = await people.invited("dutyOfficer", {
    grant: { role: "dutyOfficer", within: { units: ["unit-2"] } },
  });
  expect((await put(settings, '"1"', bounded)).status).toBe(403);
  expect((await people.ask("GET", path, undefined, bounded.headers)).status).toBe(403);
});

test("a schedule takes accounts and contacts that there are, and no others", async () => {
  const schedule = { name: "月报", kind: "monitoring", period: "month", dayOfPeriod: 3 };
  const post = (body: object) => people.ask("POST", "/api/v1/report-schedules", body, officer.headers);
  const good = await post({ ...schedule, contactIds: [contactId], recipients: [officer.id] });
  expect([good.status, good.body.contactIds, good.body.recipients]).toEqual([201, [contactId], [officer.id]]);
  for (const bad of [{ contactIds: ["nobody"] }, { recipients: ["nobody"] }, { contactIds: [officer.id] }])
    expect((await post({ ...schedule, ...bad })).status, JSON.stringify(bad)).toBe(422);
});
