import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invite, type Person, platformOf } from "./alarm-people.ts";
import { alarm, device, openTestHub, putPlace, type TestHub, unit } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";

let hub: TestHub;
let key: Person;
let chen: Person;
let lin: Person;
let tenant: Person;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  const places = { community: "灵水", regionCode: "350582101", placeType: "school" };
  const items = [
    { ...unit, ...places },
    { ...unit, id: "unit-0002", community: "曾林", regionCode: "350583", placeType: "industry" },
  ];
  await hub.call("POST", "/api/v1/units", { items });
  const people = await openPeople(hub);
  key = platformOf(people, hub);
  chen = await invite(people, "陈伟", "dutyOfficer");
  lin = await invite(people, "林静", "dutyOfficer");
  tenant = await invite(people, "王磊", "unitUser", { units: ["unit-0002"] });
}, 60_000);
afterAll(() => hub?.end());

let made = 0;
const raise = async (more: object = {}): Promise<string> => {
  made += 1;
  const item = { ...alarm, id: `al-${made}`, receivedAt: new Date(Date.now() + made).toISOString(), ...more };
  const { status, body } = await key.ask("POST", "/api/v1/alarms", { items: [item] });
  if (status !== 200 || body.results[0]?.status === "refused") throw new Error(JSON.stringify(body));
  return item.id;
};
const ids = async (who: Person, query: string) =>
  (await who.ask("GET", `/api/v1/alarms?${query}`)).body.items.map(({ id }) => id);

describe("lists", () => {
  test("EF-4.2: alarms are found by stage, by who has them, overdue or not, shelved or not", async () => {
    const [open, mine, shelved, closed] = [await raise(), await raise(), await raise(), await raise()];
    await chen.act(mine, "acknowledge", {});
    await chen.act(mine, "assign", { assigneeId: lin.id });
    await chen.act(shelved, "shelve", { minutes: 5, reason: "施工" });
    await chen.act(closed, "acknowledge", {});
    await chen.act(closed, "close", { reason: "test", text: "测试" });
    expect(await ids(chen, "stage=unacknowledged")).toEqual([shelved, open]);
    expect(await ids(chen, "stage=acknowledged")).toEqual([mine]);
    expect(await ids(chen, "stage=closed")).toEqual([closed]);
    expect(await ids(lin, `assigneeId=${lin.id}`)).toEqual([mine]);
    expect(await ids(lin, `assigneeId=${chen.id}`)).toEqual([]);
    expect(await ids(chen, "shelved=true")).toEqual([shelved]);
    expect(await ids(chen, "shelved=false&stage=unacknowledged")).toEqual([open]);
    expect(await ids(chen, "overdue=true")).toEqual([]);
    expect(await ids(chen, "overdue=false")).toEqual([closed, shelved, mine, open]);
    await chen.act(shelved, "unshelve", { reason: "完工" });
    expect(await ids(chen, "shelved=true")).toEqual([]);
  });

  test("SEC-API-05: a filter with another word is refused and says where", async () => {
    for (const bad of [
      "stage=open",
      "stage=",
      "overdue=yes",
      "shelved=1",
      "assigneeId=%00",
      "overdue=true&overdue=false",
    ]) {
      const { status, body } = await chen.ask("GET", `/api/v1/alarms?${bad}`);
      expect([status, body.errors[0]?.path], bad).toEqual([422, `/query/${bad.split("=")[0]}`]);
    }
  });

  test("SEC-AZ-03: filters show nothing beyond one's units", async () => {
    const own = await raise({ unitId: "unit-0002" });
    expect(await ids(tenant, "stage=unacknowledged")).toEqual([own]);
    expect(await ids(tenant, "overdue=false")).toEqual([own]);
  });

  test("SH-5: what a platform sends as handling is not believed", async () => {
    const id = await raise({
      handling: { stage: "closed", acknowledgedBy: { kind: "person", id: chen.id, name: "x" } },
    });
    const read = await chen.ask("GET", `/api/v1/alarms/${id}`, undefined, "/api/v1/alarms/{id}");
    expect(read.body.handling).toMatchObject({ stage: "unacknowledged" });
    await chen.act(id, "acknowledge", {});
    // Sent again it keeps what people did.
    await key.ask("POST", "/api/v1/alarms", { items: [{ ...alarm, id, description: "更新" }] });
    const again = await chen.ask("GET", `/api/v1/alarms/${id}`, undefined, "/api/v1/alarms/{id}");
    expect(again.body).toMatchObject({ description: "更新", handling: { stage: "acknowledged" } });
  });
});

describe("many at once", () => {
  const many = (who: Person, list: readonly unknown[]) =>
    who.ask("POST", "/api/v1/alarm-acknowledgements", { ids: list });

  test("EF-4.2: each alarm has its own result, in order; only what was named is acknowledged", async () => {
    const [first, second, other] = [await raise(), await raise(), await raise()];
    await lin.act(second, "acknowledge", {});
    const { status, body } = await many(chen, [first, "nobody", second]);
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { id: first, status: "acknowledged" },
      { id: "nobody", status: "refused", problem: { code: "not-found" } },
      { id: second, status: "already" },
    ]);
    const stage = async (id: string) =>
      (await chen.ask("GET", `/api/v1/alarms/${id}`, undefined, "/api/v1/alarms/{id}")).body.handling;
    expect(await stage(first)).toMatchObject({ stage: "acknowledged", acknowledgedBy: { id: chen.id } });
    expect(await stage(second)).toMatchObject({ acknowledgedBy: { id: lin.id } });
    expect(await stage(other)).toMatchObject({ stage: "unacknowledged" });
  });

  test("EF-4.2: two officers who acknowledge 200 alarms at once share them without a loss", async () => {
    const all: string[] = [];
    for (let n = 0; n < 200; n += 1) all.push(`bulk-${n}`);
    const items = all.map((id) => ({ ...alarm, id, type: "smokeAlarm" }));
    await key.ask("POST", "/api/v1/alarms", { items });
    const [one, two] = await Promise.all([many(chen, all), many(lin, [...all].reverse())]);
    const won = ({ body }: typeof one) => body.results.filter((result) => result.status === "acknowledged").length;
    expect(won(one) + won(two)).toBe(200);
    expect([...one.body.results, ...two.body.results].some((result) => result.status === "refused")).toBe(false);
  }, 20_000);

  test("SEC-API-06: none, too many, doubled or malformed ids are refused", async () => {
    const tooMany = Array.from({ length: 501 }, (_, n) => `x-${n}`);
    for (const bad of [[], tooMany, ["a", "a"], [1], ["../etc"], "al-1"]) {
      const { status, body } = await chen.ask("POST", "/api/v1/alarm-acknowledgements", { ids: bad });
      expect([status, body.code]).toEqual([422, "invalid"]);
    }
    expect((await key.ask("POST", "/api/v1/alarm-acknowledgements", { ids: ["nobody"] })).status).toBe(200);
  });
});

describe("history and files", () => {
  test("EF-4.2: comments are counted and told, oldest first, in pages", async () => {
    const id = await raise();
    for (let n = 1; n <= 5; n += 1) {
      const said = await chen.act(id, "comments", { text: `备注 ${n}` });
      expect([said.status, said.body.kind, said.headers.get("location")]).toEqual([
        ...[201, "commented", `/api/v1/alarms/${id}/timeline#${said.body.id}`],
      ]);
    }
    const told: unknown[] = [];
    let cursor = "";
    do {
      const path = `/api/v1/alarms/${id}/timeline`;
      const page = await chen.ask("GET", `${path}?limit=2${cursor}`, undefined, "/api/v1/alarms/{id}/timeline");
      told.push(...page.body.items.map(({ text }) => text));
      cursor = page.body.next === null ? "" : `&cursor=${page.body.next}`;
    } while (cursor !== "");
    expect(told).toEqual([alarm.description, "备注 1", "备注 2", "备注 3", "备注 4", "备注 5"]);
    const bad = `/api/v1/alarms/${id}/timeline?cursor=${Buffer.from('{"l":"x","a":"1.0"}').toString("base64url")}`;
    expect((await chen.ask("GET", bad, undefined, "/api/v1/alarms/{id}/timeline")).status).toBe(422);
    for (const text of ["", "  ", "x".repeat(2_001)])
      expect((await chen.act(id, "comments", { text })).status).toBe(422);
  });

  test("SEC-API-12: the same request with the same Idempotency-Key is done once", async () => {
    const id = await raise();
    const headers = { "idempotency-key": "comment-0000000000000001" };
    const first = await chen.act(id, "comments", { text: "一次" }, headers);
    const second = await chen.act(id, "comments", { text: "一次" }, headers);
    expect(second.body).toEqual(first.body);
    const other = await chen.act(id, "comments", { text: "两次" }, headers);
    expect([other.status, other.body.code]).toEqual([422, "idempotency-mismatch"]);
    const now = await chen.ask("GET", `/api/v1/alarms/${id}`, undefined, "/api/v1/alarms/{id}");
    expect(now.body.handling.commentCount).toBe(1);
  });

  test("EF-5.3: a photo is attached once, shown with the alarm, and kept while the alarm refers to it", async () => {
    const id = await raise();
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const upload = await fetch(`${hub.hub.httpUrl}/api/v1/files?name=${encodeURIComponent("末端线缆.png")}`, {
      method: "POST",
      headers: { authorization: `Bearer ${hub.key}`, "content-type": "application/octet-stream" },
      body: png,
    });
    const file = (await upload.json()) as { id: string; sha256: string };
    expect(upload.status).toBe(201);
    const unknown = await chen.act(id, "evidence", { fileId: "nobody" });
    expect([unknown.status, unknown.body.errors[0]?.path]).toEqual([422, "/fileId"]);
    const missing = await chen.act(id, "comments", { text: "t", files: [file.id, "nobody"] });
    expect([missing.status, missing.body.errors[0]?.path]).toEqual([422, "/files/1"]);
    const first = await chen.act(id, "evidence", { fileId: file.id, text: "末端线缆照片" });
    const second = await lin.act(id, "evidence", { fileId: file.id });
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    expect(first.body).toMatchObject({ kind: "evidenceAdded", text: "末端线缆照片", files: [file.id] });
    const evidence = await lin.ask("GET", `/api/v1/alarms/${id}/evidence`, undefined, "/api/v1/alarms/{id}/evidence");
    expect(evidence.body.files).toMatchObject([
      { id: file.id, name: "末端线缆.png", mediaType: "image/png", sha256: file.sha256 },
    ]);
    const removed = await hub.call("DELETE", `/api/v1/files/${file.id}`);
    expect(((await removed.json()) as { code: string }).code).toBe("in-use");
  });
});

test("EF-4.2, EF-4.3: tallies hold each open alarm once, by class and community, within what one may see", async () => {
  const own = await openTestHub();
  try {
    await putPlace(own);
    const places = [
      { ...unit, community: "灵水", regionCode: "350582101", placeType: "school" },
      { ...unit, id: "unit-0002", community: "曾林", regionCode: "350583", placeType: "industry" },
    ];
    await own.call("POST", "/api/v1/units", { items: places });
    const people = await openPeople(own);
    const officer = await invite(people, "陈伟", "dutyOfficer");
    const visitor = await invite(people, "王磊", "unitUser", { units: ["unit-0002"] });
    const items = [
      ...["a", "b", "c", "d"].map((id) => ({ ...alarm, id })),
      { ...alarm, id: "e", type: "commFault", unitId: "unit-0002" },
      { ...alarm, id: "f", type: "selfCheck", state: "cleared", class: "event" },
    ];
    await own.call("POST", "/api/v1/alarms", { items });
    await officer.act("b", "acknowledge", {});
    await officer.act("c", "shelve", { minutes: 5, reason: "施工" });
    await officer.act("d", "acknowledge", {});
    await officer.act("d", "close", { reason: "false", text: "误报" });
    const tallies = async (who: Person, query = "") => (await who.ask("GET", `/api/v1/alarm-tallies${query}`)).body;
    expect(await tallies(officer)).toMatchObject({
      oldestUnacknowledgedAt: expect.any(String),
      classes: [
        { class: "alarm", unacknowledged: 1, acknowledged: 1, shelved: 1, overdue: 0 },
        { class: "fault", unacknowledged: 1, acknowledged: 0, shelved: 0, overdue: 0 },
      ],
      areas: [
        { community: "灵水", unacknowledged: 1, open: 3, worstClass: "alarm" },
        { community: "曾林", unacknowledged: 1, open: 1, worstClass: "fault" },
      ],
    });
    expect((await tallies(visitor)).areas).toMatchObject([{ community: "曾林", open: 1 }]);
    expect((await tallies(officer, "?regionCode=350582")).areas).toMatchObject([{ community: "灵水" }]);
    expect((await tallies(officer, "?placeType=industry")).areas).toMatchObject([{ community: "曾林" }]);
    expect(await tallies(officer, "?unitId=unit-0009")).toMatchObject({
      classes: [],
      areas: [],
      oldestUnacknowledgedAt: null,
    });
    for (const bad of ["?regionCode=x", "?nobody=1", "?unitId=%00", "?placeType=*"])
      expect((await officer.ask("GET", `/api/v1/alarm-tallies${bad}`)).status).toBe(422);
    const { headers } = people.security;
    expect((await people.ask("GET", "/api/v1/alarm-tallies", undefined, headers)).status).toBe(403);
  } finally {
    await own.end();
  }
}, 40_000);

test("EF-5.3, CP-4.2: how long people have is set for the hub; charging has its own time", async () => {
  const own = await openTestHub({ dueDays: { fire: 5, charging: 2 } });
  try {
    await putPlace(own);
    const pile = { ...device, id: "pile-1", type: "chargingPile" };
    await own.call("POST", "/api/v1/devices", { items: [pile] });
    const items = [alarm, { ...alarm, id: "al-2", deviceId: "pile-1" }, { ...alarm, id: "al-3", type: "selfCheck" }];
    await own.call("POST", "/api/v1/alarms", { items });
    const days = async (id: string) => {
      const body = (await (await own.call("GET", `/api/v1/alarms/${id}`)).json()) as { handling: { dueAt?: string } };
      const { dueAt } = body.handling;
      return dueAt === undefined ? null : Math.round((Date.parse(dueAt) - Date.now()) / 86_400_000);
    };
    expect([await days("al-1"), await days("al-2"), await days("al-3")]).toEqual([5, 2, null]);
  } finally {
    await own.end();
  }
});
