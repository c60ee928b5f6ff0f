import { expect, test } from "vitest";
import type { AlarmApi } from "../api/alarm-api.ts";
import type { AlarmRecord } from "../live/alarm-row.ts";
import { unknownClock } from "../live/hub-clock.ts";
import type { Photo } from "./photos.ts";
import { sendWanted } from "./send-unsent.ts";
import {
  fits,
  isSame,
  keep,
  UNSENT_AGE_MAX_MS,
  UNSENT_BYTES_MAX,
  UNSENT_MAX,
  type Unsent,
  type UnsentStore,
} from "./unsent.ts";

const NOW = Date.UTC(2026, 10, 28);
const photo = (name: string, size = 3): Photo => ({ name, bytes: { size } as Blob, key: `key-${name}`, fileId: null });
const piece = (alarmId: string, more: Partial<Unsent> = {}): Unsent => ({
  ...{ owner: "user-1", alarmId, verb: "comment", text: "现场情况", time: "", photos: [photo("a"), photo("b")] },
  ...{ key: `act-${alarmId}`, state: "wanted", problem: null, at: NOW, ...more },
});
const storeOf = (...first: readonly Unsent[]): UnsentStore & { readonly kept: Unsent[] } => {
  const kept = [...first];
  const drop = (place: Pick<Unsent, "owner" | "alarmId" | "verb">): void => {
    const at = kept.findIndex((one) => isSame(one, place));
    if (at >= 0) kept.splice(at, 1);
  };
  return {
    kept,
    all: async () => [...kept],
    put: async (one) => {
      drop(one);
      kept.push(one);
    },
    remove: async (place) => drop(place),
  };
};
/** A hub that answers each call as it is told; what it was sent is kept. */
const hubOf = (statusOf: (what: string) => number) => {
  const sent: string[] = [];
  const answer = <T>(what: string, value: T) => {
    sent.push(what);
    const status = statusOf(what);
    return status === 200
      ? ({ ok: true, value } as const)
      : ({ ok: false, error: { status, title: { zh: "不行", en: "No" }, requestId: null } } as const);
  };
  const alarm = { id: "al-1", occurredAt: "2026-11-28T08:00:00+08:00" } as AlarmRecord;
  const api: Pick<AlarmApi, "upload" | "act" | "comment" | "alarm"> = {
    upload: async (name, _, key) => answer(`upload ${name} ${key}`, { id: `file-${name}` } as never),
    act: async (act, id, body, key) => answer(`${act} ${id} ${JSON.stringify(body)} ${key}`, alarm),
    comment: async (id, body, key) => answer(`comment ${id} ${JSON.stringify(body)} ${key}`, {} as never),
    alarm: async (id) => answer(`read ${id}`, alarm),
  };
  return { api, sent };
};

test("EF-5.3: what waits goes with its photos and its key once the hub answers, and is then forgotten", async () => {
  const store = storeOf(piece("al-1"));
  const { api, sent } = hubOf(() => 200);
  expect(await sendWanted(api, store, "user-1", unknownClock)).toEqual([]);
  expect(sent).toEqual([
    ...["upload a key-a", "upload b key-b"],
    'comment al-1 {"text":"现场情况","files":["file-a","file-b"]} act-al-1',
  ]);
  expect(store.kept).toEqual([]);
});

test("EF-5.3: a photo that arrived is not sent again after the second did not; the next piece waits for its turn", async () => {
  const store = storeOf(piece("al-1"), piece("al-2"));
  let isDown = true;
  const { api, sent } = hubOf((what) => (isDown && what.startsWith("upload b") ? 0 : 200));
  await sendWanted(api, store, "user-1", unknownClock);
  expect(sent).toEqual(["upload a key-a", "upload b key-b"]);
  expect(store.kept.find(({ alarmId }) => alarmId === "al-1")).toMatchObject({
    state: "wanted",
    photos: [{ fileId: "file-a" }, { fileId: null }],
  });
  isDown = false;
  sent.length = 0;
  await sendWanted(api, store, "user-1", unknownClock);
  expect(sent.filter((what) => what.endsWith("al-1"))).toHaveLength(1);
  expect(sent.filter((what) => what === "upload a key-a")).toHaveLength(1);
  expect(store.kept).toEqual([]);
});

test("what the hub refuses stays, says why, and is not sent again by itself; the next piece goes all the same", async () => {
  const store = storeOf(piece("al-1", { verb: "advise" }), piece("al-2"));
  const { api, sent } = hubOf((what) => (what.startsWith("advise") ? 409 : 200));
  await sendWanted(api, store, "user-1", unknownClock);
  expect(store.kept).toMatchObject([{ alarmId: "al-1", state: "refused", problem: { status: 409 } }]);
  const before = sent.length;
  await sendWanted(api, store, "user-1", unknownClock);
  expect(sent).toHaveLength(before);
});

test("drafts and what another person wrote are never sent", async () => {
  const store = storeOf(piece("al-1", { state: "draft" }), piece("al-2", { owner: "user-2" }));
  const { api, sent } = hubOf(() => 200);
  await sendWanted(api, store, "user-1", unknownClock);
  expect(sent).toEqual([]);
  expect(store.kept).toHaveLength(2);
});

test("EF-5.3: the minute of a rectification is not before the alarm's second", async () => {
  const store = storeOf(piece("al-1", { verb: "rectify", time: "2026-11-28T08:00", photos: [] }));
  const { api, sent } = hubOf(() => 200);
  expect(await sendWanted(api, store, "user-1", unknownClock)).toHaveLength(1);
  expect(sent.at(-1)).toMatch(/"rectifiedAt":"2026-11-28T08:00:00\+08:00"/);
});

test("bounded: neither more pieces nor more bytes than a browser should keep; what is there may be changed all the same", async () => {
  const full = Array.from({ length: UNSENT_MAX }, (_, n) => piece(`al-${n}`));
  expect(fits(full, piece("al-more"))).toBe(false);
  expect(fits(full, piece("al-0", { text: "改过" }))).toBe(true);
  const big = piece("al-big", { photos: [photo("big", UNSENT_BYTES_MAX)] });
  expect(fits([], big)).toBe(true);
  expect(fits([piece("al-1")], big)).toBe(false);
  // The hub has it already.
  expect(fits([piece("al-1")], { ...big, photos: [{ ...photo("big", UNSENT_BYTES_MAX), fileId: "file-1" }] })).toBe(
    true,
  );
  const store = storeOf(piece("al-1"));
  expect(await keep(store, big)).toBe(false);
  expect(store.kept).toHaveLength(1);
});

test("what is older than a week is forgotten, and a browser that keeps nothing says so", async () => {
  const store = storeOf(piece("al-old", { at: NOW - UNSENT_AGE_MAX_MS - 1 }), piece("al-new", { at: NOW - 1 }));
  expect(await keep(store, piece("al-1"))).toBe(true);
  expect(store.kept.map(({ alarmId }) => alarmId)).toEqual(["al-new", "al-1"]);
  const denied: UnsentStore = { ...store, put: () => Promise.reject(new Error("denied")) };
  expect(await keep(denied, piece("al-2"))).toBe(false);
});
