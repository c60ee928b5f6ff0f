import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { OTHER, PILE, session } from "./charging-fixture.ts";
import { type TestHub, until } from "./http-fixture.ts";
import {
  OURS,
  openTcecHub,
  type PartnerAnswer,
  partnerDraft,
  type Sent,
  servePartner,
  signed,
  THEIRS,
  US,
} from "./tcec-fixture.ts";

// biome-ignore lint/suspicious/noExplicitAny: what was pushed is what is tested
type Pushed = { readonly name: string; readonly data: any };
/** How the supervising platform behaves. */
const city = {
  pushed: [] as Pushed[],
  tokens: 0,
  ret: 0 as number,
  answer: {} as object,
  status: 200,
  sig: (right: string): string => right,
  isTokenGood: true,
  /** Of what came: wrong signatures, numbers used twice. */ faults: [] as string[],
};
const stamps = new Set<string>();
const reset = (): void => {
  const usual = { ret: 0, answer: {}, status: 200, sig: (right: string) => right, isTokenGood: true };
  Object.assign(city, { pushed: [], ...usual });
};

const answerTo = ({ name, data, token, body }: Sent): PartnerAnswer => {
  const { OperatorID, Data, TimeStamp, Seq, Sig } = body;
  const { status, sig } = city;
  if (status !== 200) return { ret: 0, data: null, status };
  if (Sig !== signed(OURS, `${OperatorID}${Data}${TimeStamp}${Seq}`)) city.faults.push(`signature of ${name}`);
  if (stamps.has(`${TimeStamp}${Seq}`)) city.faults.push(`number of ${name}`);
  stamps.add(`${TimeStamp}${Seq}`);
  if (name === "query_token") {
    const isRight = data.OperatorID === US && data.OperatorSecret === OURS.operatorSecret;
    city.tokens += 1;
    const given = { AccessToken: `token-${city.tokens}`, TokenAvailableTime: 7_200, FailReason: 0 };
    return { ret: 0, data: { OperatorID: US, SuccStat: isRight ? 0 : 1, ...given }, sig };
  }
  if (token !== `Bearer token-${city.tokens}` || !city.isTokenGood) return { ret: 4002, data: null, sig };
  city.pushed.push({ name, data });
  return { ret: city.ret, data: city.ret === 0 ? { Status: 0, ...city.answer } : null, sig };
};

let server: Awaited<ReturnType<typeof servePartner>>;
let hub: TestHub & { id: string };
beforeAll(async () => {
  server = await servePartner(OURS, answerTo);
  const { url } = server;
  const secrets = { incoming: THEIRS, outgoing: OURS };
  hub = await openTcecHub({ ...partnerDraft, url, secrets }, { outboundAllow: "127.0.0.1" });
}, 30_000);
afterAll(async () => {
  await hub?.end();
  server?.close();
});
beforeEach(reset);

const of = (name: string): readonly Pushed["data"][] =>
  city.pushed.filter((one) => one.name === name).map(({ data }) => data);
const partner = async () =>
  (await (await hub.call("GET", `/api/v1/tcec-partners/${hub.id}`)).json()) as Record<string, never>;
const queue = async (state: string) =>
  (
    (await (await hub.call("GET", `/api/v1/tcec-partners/${hub.id}/pushes?state=${state}`)).json()) as {
      items: object[];
    }
  ).items;
const drained = () => until(partner, ({ pending }) => Number(pending) === 0);
const put = async (list: string, ...items: readonly object[]): Promise<void> => {
  const text = await (await hub.call("POST", `/api/v1/${list}`, { items })).text();
  if (text.includes("refused")) throw new Error(text);
};
const order = (n: number, more: object = {}) => ({ ...session, id: `s-${n}`, order: `o-${n}`, ...more });
const ask = async (set: object) => {
  const { version } = await partner();
  const headers = { "if-match": `"${version}"` };
  expect((await hub.call("PATCH", `/api/v1/tcec-partners/${hub.id}`, set, headers)).status).toBe(200);
};

test("CP-N.1: a new partner is told the state of every connector, then each change once", async () => {
  await until(
    () => of("notification_stationStatus").length,
    (n) => n >= 3,
  );
  await drained();
  reset();
  await put("devices", { ...PILE, presence: "online" });
  await until(
    () => of("notification_stationStatus").length,
    (n) => n >= 2,
  );
  // Nothing that a partner would see: nothing is told.
  await put("devices", { ...PILE, presence: "online", name: "另一名称" });
  await put("devices", { ...OTHER, presence: "online" });
  await until(
    () => of("notification_stationStatus").length,
    (n) => n >= 3,
  );
  const told = of("notification_stationStatus").map(({ ConnectorStatusInfo }) => ConnectorStatusInfo);
  // Of one connector in order; of two in any.
  expect(told.toSorted((a, b) => (a.ConnectorID < b.ConnectorID ? -1 : 1))).toEqual([
    { ConnectorID: "pile-1:port-1", Status: 1, ParkStatus: 0, LockStatus: 0 },
    { ConnectorID: "pile-1:port-2", Status: 1, ParkStatus: 0, LockStatus: 0 },
    { ConnectorID: "pile-2:port-1", Status: 1, ParkStatus: 0, LockStatus: 0 },
  ]);
  expect(city.faults).toEqual([]);
});

test("CP-3.2: a charge is told as it begins and as an order when it has ended, with the same number", async () => {
  const open = order(1, { state: "charging", endedAt: null, end: null, amountFen: null, energyKwh: 0.1 });
  await put("charging-sessions", open);
  await until(
    () => of("notification_equip_charge_status").length,
    (n) => n === 1,
  );
  await put("charging-sessions", { ...open, energyKwh: 0.2 });
  await put("charging-sessions", order(1));
  await until(
    () => of("notification_charge_order_info").length,
    (n) => n === 1,
  );
  await drained();
  const [running] = of("notification_equip_charge_status");
  const [ended] = of("notification_charge_order_info");
  expect(running).toMatchObject({ StartChargeSeqStat: 2, ConnectorID: "pile-1:port-1", TotalPower: 0.1 });
  expect(ended).toMatchObject({
    ...{ StartTime: "2026-01-02 11:00:00", EndTime: "2026-01-02 13:00:00", TotalPower: 0.82, StopReason: 2 },
    ...{ TotalElecMoney: 1.2, TotalSeviceMoney: 0, TotalMoney: 1.2 },
  });
  expect(ended.StartChargeSeq).toMatch(new RegExp(`^${US}[0-9]{18}$`));
  expect(running.StartChargeSeq).toBe(ended.StartChargeSeq);
  // Within a minute the progress was told once only; the port went from idle to charging and back.
  expect(of("notification_equip_charge_status")).toHaveLength(1);
  const states = of("notification_stationStatus").map((one) => one.ConnectorStatusInfo.Status);
  expect(states.at(-1)).toBe(1);
});

test.for([
  ["HTTP 503", 100, { status: 503 }],
  ["Ret -1", 101, { ret: -1 }],
  ["Ret 500", 102, { ret: 500 }],
  ["Ret 4001", 103, { ret: 4001 }],
  ["Ret 4003", 104, { ret: 4003 }],
  ["Ret 4006", 105, { ret: 4006 }],
  ["answer: /Sig", 106, { sig: () => "0".repeat(32) }],
  ["Ret 4002", 107, { isTokenGood: false }],
] as const)(
  "CP-N.1: while the partner says %s nothing is lost: it is sent when it takes again",
  async ([why, n, set]) => {
    Object.assign(city, set);
    await put("charging-sessions", order(n));
    const { lastError } = await until(partner, (one) => String(one.lastError).startsWith(why));
    expect(lastError).toContain(why);
    expect(await queue("pending")).toMatchObject([
      { kind: "order", sessionId: `s-${n}`, state: "pending", reason: null },
    ]);
    reset();
    // Before the wait is over: a change of the partner tries at once.
    await ask({ name: `${n}` });
    await until(
      () => of("notification_charge_order_info").length,
      (sent) => sent === 1,
    );
    expect((await drained()).lastError).toBeNull();
  },
);

test("CP-N.1: a token that has ended is fetched anew once, and the push goes out", async () => {
  await put("charging-sessions", order(20));
  await drained();
  const before = city.tokens;
  city.tokens += 1;
  await put("charging-sessions", order(21));
  await drained();
  expect(city.tokens).toBe(before + 2);
  expect(of("notification_charge_order_info")).toHaveLength(2);
});

test("EF-N.4: what is refused for good (4004) or disputed is a dead letter, shown with its reason and replayable", async () => {
  city.ret = 4004;
  await put("charging-sessions", order(30));
  await until(
    () => queue("dead"),
    (dead) => dead.length === 1,
  );
  Object.assign(city, { ret: 0, answer: { ConfirmResult: 1 } });
  await put("charging-sessions", order(31));
  const dead = await until(
    () => queue("dead"),
    (some) => some.length === 2,
  );
  expect(dead).toMatchObject([
    { sessionId: "s-30", state: "dead", reason: "Ret 4004" },
    { sessionId: "s-31", reason: "disputed: ConfirmResult 1" },
  ]);
  expect(await partner()).toMatchObject({ dead: 2, pending: 0 });
  reset();
  const replay = await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/replay`);
  expect([replay.status, await replay.json()]).toEqual([202, { replayed: 2 }]);
  await until(
    () => of("notification_charge_order_info").length,
    (sent) => sent === 2,
  );
  expect(await until(partner, ({ pending }) => Number(pending) === 0)).toMatchObject({ dead: 0 });
  expect(await (await hub.call("POST", `/api/v1/tcec-partners/${hub.id}/replay`)).json()).toEqual({ replayed: 0 });
  expect((await hub.call("POST", "/api/v1/tcec-partners/nobody/replay")).status).toBe(404);
  expect((await hub.call("GET", `/api/v1/tcec-partners/${hub.id}/pushes?state=lost`)).status).toBe(422);
});

test("CP-N.1: ignored (Status 1) is taken and not sent again; a partner with its own spellings gets those", async () => {
  city.answer = { Status: 1 };
  await ask({ switches: { statusShape: "array", service: "Service", elec: "Elect" } });
  await put("devices", { ...OTHER, presence: "offline" });
  await put("charging-sessions", order(40));
  await until(
    () => of("notification_charge_order_info").length,
    (sent) => sent === 1,
  );
  await until(
    () => of("notification_stationStatus").length,
    (sent) => sent === 1,
  );
  await drained();
  expect(of("notification_charge_order_info")[0]).toMatchObject({ TotalElectMoney: 1.2, TotalServiceMoney: 0 });
  expect(of("notification_stationStatus")[0].ConnectorStatusInfo).toMatchObject([
    { ConnectorID: "pile-2:port-1", Status: 0 },
  ]);
  expect(city.pushed).toHaveLength(2);
});

test("CP-N.1: a site that the partner is not given is not told, nor is a partner that is switched off", async () => {
  await ask({ unitIds: ["unit-0002"] });
  await put("charging-sessions", order(50), {
    ...order(51),
    deviceId: "pile-2",
    componentId: "pile-2:port-1",
    unitId: "unit-0002",
  });
  await until(
    () => of("notification_charge_order_info").length,
    (sent) => sent === 1,
  );
  expect(of("notification_charge_order_info")[0].ConnectorID).toBe("pile-2:port-1");
  await ask({ unitIds: [], isEnabled: false });
  await put("charging-sessions", order(52));
  expect(await queue("pending")).toEqual([]);
  await ask({ isEnabled: true });
  await put("charging-sessions", order(53));
  await until(
    () => of("notification_charge_order_info").length,
    (sent) => sent === 2,
  );
  expect(city.faults).toEqual([]);
});

test("EF-N.4: what is queued outlives a restart; a removed partner's queue goes with it", async () => {
  city.status = 503;
  await put("charging-sessions", order(60), order(61));
  await until(partner, ({ lastError }) => String(lastError) === "HTTP 503");
  hub = { ...(await hub.restart()), id: hub.id };
  expect((await queue("pending")).length).toBe(2);
  reset();
  await until(
    () => of("notification_charge_order_info").length,
    (sent) => sent === 2,
    20_000,
  );
  await drained();
  city.status = 503;
  await put("charging-sessions", order(62));
  expect(await queue("pending")).toHaveLength(1);
  expect((await hub.call("DELETE", `/api/v1/tcec-partners/${hub.id}`)).status).toBe(204);
  expect((await hub.call("GET", `/api/v1/tcec-partners/${hub.id}/pushes`)).status).toBe(404);
  for (const secret of [...Object.values(OURS), "token-"]) expect(hub.log.join("\n")).not.toContain(secret);
}, 40_000);
