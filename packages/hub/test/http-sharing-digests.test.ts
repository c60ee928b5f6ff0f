import { afterAll, beforeAll, expect, test } from "vitest";
import { recordDigest } from "../src/ports/record-digest.ts";
import { device, openTestHub, operator, putPlace, samples, type TestHub, unit } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { checkAnswer } from "./http-schema.ts";

let hub: TestHub;
let people: People;
beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(hub);
  await putPlace(hub);
}, 60_000);
afterAll(() => hub?.end());

type Row = { readonly id: string; readonly version: number; readonly digest: string; readonly deleted: boolean };
const digests = async (query: string, headers: Record<string, string> = {}) => {
  const response = await hub.call("GET", `/api/v1/sharing-digests?${query}`, undefined, headers);
  const body = (await response.json()) as { items: Row[]; next: string | null; code?: string };
  checkAnswer("GET", "/api/v1/sharing-digests", response.status, body);
  return { status: response.status, ...body };
};

test("EF-N.5: a digest is the same for the same record on two hubs, whatever its version and what it counts", async () => {
  const other = await openTestHub();
  try {
    await other.call("POST", "/api/v1/operators", { items: [{ ...operator, name: "以前" }] });
    await other.call("POST", "/api/v1/operators", { items: [operator] });
    await other.call("POST", "/api/v1/units", { items: [{ ...unit, deviceCount: 9 }] });
    for (const kind of ["operator", "unit"]) {
      const [here] = (await digests(`kind=${kind}`)).items;
      const there = (await (await other.call("GET", `/api/v1/sharing-digests?kind=${kind}`)).json()) as {
        items: Row[];
      };
      expect(there.items[0]?.digest).toBe(here?.digest);
    }
    await other.call("POST", "/api/v1/operators", { items: [{ ...operator, contactPhone: "0595-85600009" }] });
    const changed = (await (await other.call("GET", "/api/v1/sharing-digests?kind=operator")).json()) as {
      items: Row[];
    };
    expect(changed.items[0]?.digest).not.toBe((await digests("kind=operator")).items[0]?.digest);
  } finally {
    await other.end();
  }
});

test("EF-N.5: anybody can make the digest: RFC 8785 and SHA-256", async () => {
  const { deviceCount: _, ...members } = unit;
  const names = Object.keys(members).sort() as (keyof typeof members)[];
  const text = `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(members[name])}`).join(",")}}`;
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  expect((await digests("kind=unit")).items[0]?.digest).toBe(Buffer.from(bytes).toString("hex"));
  // The published example of RFC 8785 §3.2.2, whose canonical form is given there.
  const sample = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  const canonical =
    '{"id":"x","literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
  const expected = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical));
  expect(recordDigest({ id: "x", body: sample, deleted: false })).toBe(Buffer.from(expected).toString("hex"));
});

test("EF-N.5: digests come along the ids in pages, tombstones too, and only those of a time when asked", async () => {
  const ids = Array.from({ length: 23 }, (_, n) => `o-${String(n).padStart(2, "0")}`);
  await hub.call("POST", "/api/v1/operators", { items: ids.map((id) => ({ ...operator, id })) });
  await hub.call("DELETE", "/api/v1/operators/o-05");
  const rows: Row[] = [];
  let cursor = "";
  for (;;) {
    const page = await digests(`kind=operator&limit=5${cursor}`);
    rows.push(...page.items);
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(rows.map(({ id }) => id)).toEqual([...ids, "op-01"]);
  expect(rows.find(({ id }) => id === "o-05")).toMatchObject({ deleted: true, version: 2 });
  expect((await digests("kind=operator&updatedFrom=2999-01-01T00:00:00Z")).items).toEqual([]);
  expect((await digests("kind=operator&updatedTo=2000-01-01T00:00:00Z")).items).toEqual([]);
});

test("SEC-AZ-03: who sees a part of the tenant gets digests of that part only", async () => {
  await hub.call("POST", "/api/v1/units", { items: [{ ...unit, id: "unit-0002", name: "另一单位" }] });
  await hub.call("POST", "/api/v1/devices", { items: [{ ...device, id: "dev-900", unitId: "unit-0002" }] });
  const made = await people.ask(
    "POST",
    "/api/v1/api-keys",
    {
      name: "narrow",
      scopes: ["records:read"],
      within: { units: ["unit-0001"] },
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
    people.security.headers,
  );
  const narrow = { authorization: `Bearer ${String(made.body.secret)}` };
  const seen = await digests("kind=device", narrow);
  expect(seen.items.map(({ id }) => id)).toEqual(["dev-889"]);
  // The digest is that of the record as it is, also where its persons are masked for the caller.
  const whole = await digests("kind=device");
  expect(seen.items[0]?.digest).toBe(whole.items.find(({ id }) => id === "dev-889")?.digest);
});

test("SEC-API-05: a list of digests needs a kind and takes nothing unknown", async () => {
  for (const query of [
    "",
    "kind=house",
    "kind=unit&limit=501",
    "kind=unit&cursor=x",
    "kind=unit&updatedFrom=now",
    "kind=unit&q=1",
  ]) {
    const { status, code } = await digests(query);
    expect([status, code], query).toEqual([422, "invalid"]);
  }
  const { next } = await digests("kind=operator&limit=1");
  // A cursor is good for the list that it came from.
  expect((await digests(`kind=unit&cursor=${next}`)).status).toBe(422);
  expect((await fetch(`${hub.hub.httpUrl}/api/v1/sharing-digests?kind=unit`)).status).toBe(401);
});

test("EF-N.5, SH-6: what this hub demands is what it checks: a record without a must is refused, without the others taken", async () => {
  const response = await hub.call("GET", "/api/v1/sharing-requirements");
  const demands = (await response.json()) as {
    version: string;
    coordinateSystems: string[];
    members: { kind: keyof typeof plurals; member: string; level: string; values: string[] | null }[];
  };
  checkAnswer("GET", "/api/v1/sharing-requirements", 200, demands);
  const plurals = {
    operator: "operators",
    unit: "units",
    device: "devices",
    component: "components",
    alarm: "alarms",
  } as const;
  expect(demands.coordinateSystems).toEqual(["CGCS2000", "WGS84", "GCJ02", "BD09"]);
  for (const [kind, plural] of Object.entries(plurals)) {
    const sample: { readonly [member: string]: unknown } = samples[plural];
    const mine = demands.members.filter((one) => one.kind === kind);
    const musts = mine.filter(({ level }) => level === "must").map(({ member }) => member);
    expect(musts.length).toBeGreaterThan(4);
    for (const member of musts) {
      const { [member]: _, ...without } = sample;
      const answer = (await (await hub.call("POST", `/api/v1/${plural}`, { items: [without] })).json()) as {
        results: { status: string }[];
      };
      expect(answer.results[0]?.status, `${kind} without ${member}`).toBe("refused");
    }
    const rest = Object.fromEntries(musts.map((member) => [member, sample[member]]));
    const answer = (await (await hub.call("POST", `/api/v1/${plural}`, { items: [rest] })).json()) as {
      results: { status: string }[];
    };
    expect(answer.results[0]?.status, `${kind} with its musts`).not.toBe("refused");
  }
  const coordinateSystem = demands.members.find(({ member }) => member === "coordinateSystem");
  expect(coordinateSystem).toMatchObject({ kind: "unit", level: "may", values: demands.coordinateSystems });
  expect(demands.members.find(({ member }) => member === "componentId")).toMatchObject({
    kind: "alarm",
    level: "should",
  });
  const again = await hub.call("GET", "/api/v1/sharing-requirements", undefined, {
    "if-none-match": response.headers.get("etag") ?? "",
  });
  expect(again.status).toBe(304);
  expect((await hub.call("GET", "/api/v1/sharing-requirements?x=1")).status).toBe(422);
});
