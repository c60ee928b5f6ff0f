import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, EVERYTHING, openPlatform, PARTY, type Platform } from "./connected-hubs.ts";
import { operator, unit, until } from "./http-fixture.ts";
import { openSpyingProxy, type Passed, type SpyingProxy } from "./spying-proxy.ts";

const SLOW = 120_000;
const ends: (() => Promise<void>)[] = [];
let alpha: Platform;
let bravo: Platform;
/** In front of each: what the other side sends it. */ let toAlpha: SpyingProxy;
let toBravo: SpyingProxy;

beforeAll(async () => {
  [toAlpha, toBravo] = [await openSpyingProxy(), await openSpyingProxy()];
  ends.push(
    () => toAlpha.stop(),
    () => toBravo.stop(),
  );
  alpha = await openPlatform(ends, "ALPHA01", { publicUrl: toAlpha.origin });
  bravo = await openPlatform(ends, "BRAVO01", { publicUrl: toBravo.origin });
  toAlpha.target = alpha.hub.hub.httpUrl;
  toBravo.target = bravo.hub.hub.httpUrl;
  const push = { push: { kinds: EVERYTHING, periodSeconds: 1 } };
  const made = await connect(alpha, bravo, { exchange: push }, { exchange: push });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
}, SLOW);
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const put = async ({ hub }: Platform, plural: string, item: object): Promise<void> => {
  const answer = await hub.call("POST", `/api/v1/${plural}`, { items: [item] });
  expect(answer.status, await answer.text()).toBe(200);
};
const place = async (at: Platform): Promise<void> => {
  await put(at, "operators", { ...operator, id: `${at.code}-op` });
  await put(at, "units", { ...unit, id: `${at.code}-unit`, operatorId: `${at.code}-op`, platformCode: at.code });
};
const arrives = ({ hub }: Platform, id: string, name: string) =>
  until(
    async () => ((await (await hub.call("GET", `/api/v1/units/${id}`)).json()) as { name?: string }).name,
    (found) => found === name,
    30_000,
  );
const pushes = ({ passed }: SpyingProxy): readonly Passed[] =>
  passed.filter(({ method, path }) => method === "POST" && path === "/api/v1/units");
const codeOf = async (answer: Response): Promise<string> =>
  `${answer.status} ${String(((await answer.json()) as { code?: unknown }).code)}`;

test("SEC-API-03: after the handshake every request of both hubs is signed, and no token travels again", {
  timeout: SLOW,
}, async () => {
  for (const [from, to] of [
    [alpha, bravo],
    [bravo, alpha],
  ] as const) {
    await place(from);
    await arrives(to, `${from.code}-unit`, unit.name);
    expect(await from.settled()).toMatchObject({ refused: 0, lastError: null });
  }
  for (const proxy of [toAlpha, toBravo]) {
    expect(pushes(proxy).length).toBeGreaterThan(0);
    for (const { headers, status } of pushes(proxy)) {
      expect(headers.authorization).toBeUndefined();
      expect(headers["signature-input"]).toMatch(/^sig1=\("@method" "@path" "@query" "content-digest"\)/);
      expect(headers["webhook-signature"]).toBeUndefined();
      expect(status).toBe(200);
    }
  }
  // Token A alone was sent, by the side that was invited; what answers carried is in no request.
  const sent = [...toAlpha.passed, ...toBravo.passed].filter(({ headers }) => headers.authorization !== undefined);
  expect(new Set(sent.map(({ headers }) => headers.authorization)).size).toBe(1);
  expect(
    sent.every(({ path }) => path === "/versions" || path === "/versions/1" || path === "/api/v1/credentials"),
  ).toBe(true);
});

test("SEC-API-03: a push that is sent again is refused as a replay, a bent one as badly signed, and neither changes anything", {
  timeout: SLOW,
}, async () => {
  const one = pushes(toBravo).at(-1) as Passed;
  expect(await codeOf(await toBravo.again(one))).toBe("401 nonce-reused");
  expect(await codeOf(await toBravo.again(one, one.body.replace(unit.name, "别的名称")))).toBe("401 nonce-reused");
  // Another path, or the signature of another request.
  expect(await codeOf(await toBravo.again({ ...one, path: "/api/v1/devices" }))).toBe("401 bad-signature");
  const other = { ...one.headers, signature: String((pushes(toAlpha).at(-1) as Passed).headers.signature) };
  expect(await codeOf(await toBravo.again({ ...one, headers: other }))).toBe("401 bad-signature");
  const { signature: _s, "signature-input": _i, ...bare } = one.headers;
  expect(await codeOf(await toBravo.again({ ...one, headers: bare }))).toBe("401 unauthorized");
  await arrives(bravo, "ALPHA01-unit", unit.name);
});

test("SEC-API-03: what is bent on its way is refused, stays owed, tells the sender why, and goes when it is let through", {
  timeout: SLOW,
}, async () => {
  toBravo.bend = (body) => body.replace("改名一", "改名二");
  try {
    await put(alpha, "units", {
      ...unit,
      id: "ALPHA01-unit",
      operatorId: "ALPHA01-op",
      platformCode: "ALPHA01",
      name: "改名一",
    });
    const standing = await alpha.settled(({ lastError }) => lastError !== null, 30_000);
    expect(standing).toMatchObject({ lastError: "HTTP 401 bad-signature", refused: 0 });
    expect(Number(standing.pending)).toBeGreaterThan(0);
  } finally {
    toBravo.bend = null;
  }
  await arrives(bravo, "ALPHA01-unit", "改名一");
});

test("SEC-API-04: renewed from either side the keys are others, pushes go on, and what was signed before is no help", {
  timeout: SLOW,
}, async () => {
  const keyIdOf = ({ headers }: Passed): string =>
    /keyid="([0-9a-f]{64})"/.exec(String(headers["signature-input"]))?.[1] ?? "";
  for (const [n, side] of [bravo, alpha].entries()) {
    const before = keyIdOf(pushes(toBravo).at(-1) as Passed);
    const { id } = await side.party();
    const done = await side.ask("POST", `/api/v1/parties/${String(id)}/rotate`, undefined, `${PARTY}/rotate`);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    const name = `轮换之后 ${n}`;
    await put(alpha, "units", { ...unit, id: "ALPHA01-unit", operatorId: "ALPHA01-op", platformCode: "ALPHA01", name });
    await arrives(bravo, "ALPHA01-unit", name);
    const after = pushes(toBravo).at(-1) as Passed;
    expect(keyIdOf(after)).not.toBe(before);
    expect(await codeOf(await toBravo.again(after))).toBe("401 nonce-reused");
  }
});

test("SEC-AZ-07: a suspended platform's signed push is refused with words, and one that was removed is nobody's", {
  timeout: SLOW,
}, async () => {
  const { id } = await bravo.party();
  const act = async (word: "suspend" | "restore"): Promise<void> => {
    const answer = await bravo.ask(
      "POST",
      `/api/v1/parties/${String(id)}/${word}`,
      { reason: "核查" },
      `${PARTY}/${word}`,
    );
    expect(answer.status).toBe(200);
  };
  await act("suspend");
  const rename = (name: string) =>
    put(alpha, "units", { ...unit, id: "ALPHA01-unit", operatorId: "ALPHA01-op", platformCode: "ALPHA01", name });
  await rename("暂停期间");
  expect(await alpha.settled(({ lastError }) => lastError !== null, 30_000)).toMatchObject({
    lastError: "HTTP 403 forbidden",
  });
  await act("restore");
  await arrives(bravo, "ALPHA01-unit", "暂停期间");
  const last = pushes(toBravo).at(-1) as Passed;
  expect((await bravo.ask("DELETE", `/api/v1/parties/${String(id)}`, undefined, PARTY)).status).toBe(204);
  expect(await codeOf(await toBravo.again(last))).toBe("401 bad-signature");
});
