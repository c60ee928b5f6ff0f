import { randomUUID } from "node:crypto";
import type { Instant } from "@dianan/model";
import { afterEach, expect, test } from "vitest";
import { createConnections } from "../src/access/connections.ts";
import { createParties } from "../src/access/parties.ts";
import { secretHashHex } from "../src/access/secrets.ts";
import type { Caller } from "../src/ports/caller.ts";
import type { PeerHand } from "../src/ports/connections.ts";
import type { PeerKey, PeerReader } from "../src/ports/parties.ts";
import { DAY, MINUTE, openAccess, tenant } from "./access-fixture.ts";
import { until } from "./http-fixture.ts";

/** What becomes of a handshake's answer on its way. */
type Weather = { lost: boolean; isDown: boolean; isMute: boolean };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Two access engines with one clock, whose handshakes meet without a wire, so that an answer can be lost and months can pass. */
const openTwo = async () => {
  const weather: Weather = { lost: false, isDown: false, isMute: false };
  const clock = { now: 1_800_000_000_000 };
  const side = async (code: string) => {
    const hub = await openAccess();
    ends.push(async () => {
      await hub.close();
      hub.remove();
    });
    const address = `https://${code}.example`;
    const reader: PeerReader = { read: (url, key) => peerOf(url).read(url, key) };
    const parties = createParties(hub.deps, reader);
    const now = () => clock.now as Instant;
    const at = () => ({ now: now(), source: "192.0.2.1", requestId: "r" });
    const comes = async ({ token, isSigning }: PeerKey): Promise<Caller | null> => {
      const isSignedWith = (secret: string): boolean => secret === token;
      const caller = isSigning
        ? await parties.bySignature(secretHashHex(token), now(), randomUUID(), isSignedWith, now())
        : await parties.bySecret(token, now());
      return caller === null || typeof caller === "string" ? null : caller;
    };
    const read: PeerReader["read"] = async (_url, key) => {
      if (weather.isDown || (await comes(key)) === null) return { ok: false, error: "peer-unreachable" };
      const endpoints = [{ module: "credentials", role: "receiver", url: `${address}/credentials` }] as const;
      return { ok: true, value: { version: "1", endpoints } };
    };
    const hand: PeerHand = {
      shake: (method, url, key, given) => peerOf(url).take(method, key, given),
      leave: async (url, key) => peerOf(url).left(key),
    };
    type Shake = Parameters<PeerHand["shake"]>;
    const take = async (method: Shake[0], key: Shake[2], given: Shake[3]) => {
      if (weather.isMute) await new Promise(() => {});
      const caller = weather.isDown ? null : await comes(key);
      if (weather.isDown) return { ok: false, error: "peer-unreachable" } as const;
      if (caller === null) return { ok: false, error: "peer-refused" } as const;
      const done = await parties[method === "POST" ? "register" : "renew"](caller, given, at());
      if (weather.lost) return { ok: false, error: "peer-unreachable" } as const;
      return done.ok
        ? ({
            ok: true,
            value: { token: done.value.token, isSigning: done.value.keyId !== null, platformCode: code, name: code },
          } as const)
        : ({ ok: false, error: "peer-refused" } as const);
    };
    const left = async (key: PeerKey): Promise<void> => {
      const caller = await comes(key);
      if (caller !== null) await parties.leave(caller, at());
    };
    const { connections, links } = createConnections(hub.deps, reader, hand, parties);
    const admin = (await hub.first()).caller;
    const here = { url: `${address}/versions`, platformCode: code, name: code };
    return { code, address, parties, connections, links, admin, here, at, now, read, take, left, comes, hub };
  };
  const sides: Awaited<ReturnType<typeof side>>[] = [];
  const peerOf = (url: string) => {
    const found = sides.find(({ address }) => url.startsWith(address));
    if (found === undefined) throw new Error(`nobody is at ${url}`);
    return found;
  };
  sides.push(await side("alpha"), await side("bravo"));
  const [alpha, bravo] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const invited = async () => {
    const made = await alpha.parties.invite(
      alpha.admin,
      { platformCode: "bravo", name: "bravo", scopes: ["records:read"], scope: {} },
      alpha.at(),
    );
    if (made === "taken") throw new Error(made);
    return made.token;
  };
  const join = async (token: string, isSigning = true) =>
    bravo.connections.connect(
      bravo.admin,
      {
        ...{ versionsUrl: `${alpha.address}/versions`, token, scopes: ["alarms:read"], scope: {} },
        ...{ exchange: { push: null, pull: null }, isSigning },
      },
      bravo.here,
      bravo.at(),
    );
  /** Whether each side can call the other now. */
  const reach = async () => {
    const [there] = await alpha.links.linked(tenant);
    const [here] = await bravo.links.linked(tenant);
    const [b, c] = [await alpha.links.key(tenant, there?.id ?? ""), await bravo.links.key(tenant, here?.id ?? "")];
    return [b !== null && (await bravo.comes(b)) !== null, c !== null && (await alpha.comes(c)) !== null];
  };
  return { alpha, bravo, clock, weather, invited, join, reach };
};

test("SEC-API-04: whoever began renews after 30 days; for a day both the former and the new tokens are good, then the new", async () => {
  const { alpha, bravo, clock, invited, join, reach } = await openTwo();
  expect((await join(await invited())).ok).toBe(true);
  const [before] = await bravo.links.linked(tenant);
  const first = (await bravo.links.key(tenant, before?.id ?? "")) as PeerKey;
  const keep = async (): Promise<void> => {
    for (const side of [alpha, bravo]) await side.connections.keep(tenant, side.here, side.now());
  };
  clock.now += 30 * DAY - 1;
  await keep();
  expect(await bravo.links.key(tenant, before?.id ?? "")).toEqual(first);
  clock.now += 1;
  await keep();
  const second = (await bravo.links.key(tenant, before?.id ?? "")) as PeerKey;
  expect(second.token).not.toBe(first.token);
  expect(await alpha.comes(first)).toMatchObject({ scopes: ["records:read", "platforms:handshake"] });
  expect(await reach()).toEqual([true, true]);
  clock.now += DAY;
  expect([await alpha.comes(first), (await alpha.comes(second)) !== null]).toEqual([null, true]);
  expect(await reach()).toEqual([true, true]);
  // Years of it.
  for (let months = 0; months < 30; months += 1) {
    clock.now += 30 * DAY;
    await keep();
    expect(await reach()).toEqual([true, true]);
  }
});

test("SEC-API-04: an answer that was lost, and a side that was away, leave no gap: the next renewal finds what it needs", async () => {
  const { bravo, clock, weather, invited, join, reach } = await openTwo();
  await join(await invited());
  const [party] = await bravo.links.linked(tenant);
  const rotate = () => bravo.connections.rotate(bravo.admin, tenant, party?.id ?? "", bravo.here, bravo.at());
  weather.lost = true;
  for (let n = 0; n < 3; n += 1) {
    expect(await rotate()).toEqual({ ok: false, error: "peer-unreachable" });
    expect(await reach()).toEqual([true, true]);
    clock.now += DAY / 4;
  }
  weather.lost = false;
  expect((await rotate()).ok).toBe(true);
  clock.now += 2 * DAY;
  expect(await reach()).toEqual([true, true]);
  weather.isDown = true;
  clock.now += 30 * DAY;
  await bravo.connections.keep(tenant, bravo.here, bravo.now());
  weather.isDown = false;
  expect(await reach()).toEqual([true, true]);
  // Not each minute, but each hour it is tried again.
  clock.now += MINUTE;
  await bravo.connections.keep(tenant, bravo.here, bravo.now());
  const renewedAt = async () => (await bravo.parties.list(tenant))[0]?.renewedAt;
  expect(await renewedAt()).toBeLessThan(clock.now - 30 * DAY);
  clock.now += 60 * MINUTE;
  await bravo.connections.keep(tenant, bravo.here, bravo.now());
  expect(await renewedAt()).toBe(clock.now);
});

test("EF-N.3: a handshake whose answer was lost leaves nothing here, and a crash in the midst of one nothing for long", async () => {
  const { alpha, bravo, clock, weather, invited, join } = await openTwo();
  weather.lost = true;
  const token = await invited();
  expect(await join(token)).toEqual({ ok: false, error: "peer-unreachable" });
  expect(await bravo.parties.list(tenant)).toEqual([]);
  expect(await bravo.hub.access.items(tenant, "partyToken", "", 9)).toEqual([]);
  weather.lost = false;
  // Token A is void there: its administrator removes the platform and invites it again.
  expect((await join(token)).ok).toBe(false);
  const [stale] = await alpha.parties.list(tenant);
  expect(await alpha.connections.remove(alpha.admin, stale?.id ?? "", alpha.at())).toBe("done");
  // Asked, and then the hub died: what is found after its start can do nothing, and is gone when no answer can come any more.
  const again = await invited();
  weather.isMute = true;
  void join(again);
  await until(
    () => bravo.parties.list(tenant),
    (parties) => parties.length === 1,
  );
  const [half] = (await bravo.hub.access.items(tenant, "partyToken", "", 9)) as readonly { expiresAt: number }[];
  expect(half?.expiresAt).toBe(clock.now + 10 * MINUTE);
  expect(await bravo.links.linked(tenant)).toEqual([]);
  clock.now += 10 * MINUTE - 1;
  await bravo.connections.keep(tenant, bravo.here, bravo.now());
  expect((await bravo.parties.list(tenant)).map(({ state }) => state)).toEqual(["invited"]);
  clock.now += 1;
  await bravo.connections.keep(tenant, bravo.here, bravo.now());
  expect(await bravo.parties.list(tenant)).toEqual([]);
});

test("SEC-KEY-02, SEC-AUD-01: tokens of both sides are kept sealed or hashed, and every act is told without them", async () => {
  const { alpha, bravo, invited, join } = await openTwo();
  const a = await invited();
  await join(a);
  const [party] = await bravo.links.linked(tenant);
  const c = String((await bravo.links.key(tenant, party?.id ?? ""))?.token);
  await bravo.connections.rotate(bravo.admin, tenant, party?.id ?? "", bravo.here, bravo.at());
  await bravo.connections.setExchange(
    bravo.admin,
    party?.id ?? "",
    { push: null, pull: { kinds: ["unit"], periodSeconds: 9 } },
    bravo.at(),
  );
  expect(await bravo.connections.remove(bravo.admin, party?.id ?? "", bravo.at())).toBe("done");
  expect(await bravo.connections.remove(bravo.admin, party?.id ?? "", bravo.at())).toBe("absent");
  const all = {
    first: "oldest",
    from: null,
    to: null,
    actor: null,
    act: null,
    result: null,
    object: null,
    after: null,
    limit: 100,
  } as const;
  const { items } = await bravo.hub.access.audit(tenant, all);
  expect(
    items.filter(({ act }) => act.startsWith("party.")).map(({ act, result, reason }) => [act, result, reason]),
  ).toEqual([
    ["party.connect", "done", "alpha"],
    ["party.rotate", "done", ""],
    ["party.exchange", "done", "pull unit"],
    ["party.remove", "done", ""],
  ]);
  for (const side of [alpha, bravo]) {
    const kept = JSON.stringify([
      await side.hub.access.items(tenant, "party", "", 9),
      await side.hub.access.items(tenant, "partyToken", "", 9),
      (await side.hub.access.audit(tenant, all)).items,
    ]);
    for (const secret of [a, c]) expect(kept).not.toContain(secret);
  }
});

test("SEC-API-03: keys sign on both sides from the handshake on and after each renewal, from whichever side; bearers stay bearers", async () => {
  for (const isSigning of [true, false]) {
    const { alpha, bravo, clock, invited, join, reach } = await openTwo();
    expect((await join(await invited(), isSigning)).ok).toBe(true);
    const keys = async () => {
      const [there] = await alpha.links.linked(tenant);
      const [here] = await bravo.links.linked(tenant);
      const both = [await alpha.links.key(tenant, there?.id ?? ""), await bravo.links.key(tenant, here?.id ?? "")];
      return { ids: [there?.id ?? "", here?.id ?? ""], both };
    };
    for (const side of [bravo, alpha, alpha, bravo]) {
      const { ids, both } = await keys();
      expect(both.map((key) => key?.isSigning)).toEqual([isSigning, isSigning]);
      // What signs is refused when it is sent, and the other way round.
      expect(await bravo.comes({ token: both[0]?.token ?? "", isSigning: !isSigning })).toBeNull();
      expect(await alpha.comes({ token: both[1]?.token ?? "", isSigning: !isSigning })).toBeNull();
      const id = ids[side === alpha ? 0 : 1] ?? "";
      expect((await side.connections.rotate(side.admin, tenant, id, side.here, side.at())).ok).toBe(true);
      const next = await keys();
      expect(next.both[0]?.token).not.toBe(both[0]?.token);
      expect(await reach()).toEqual([true, true]);
      // The former ones go on for a day, and end.
      expect(await alpha.comes(both[1] as PeerKey)).not.toBeNull();
      clock.now += DAY;
      expect([await alpha.comes(both[1] as PeerKey), await bravo.comes(both[0] as PeerKey)]).toEqual([null, null]);
      expect(await reach()).toEqual([true, true]);
    }
  }
});
