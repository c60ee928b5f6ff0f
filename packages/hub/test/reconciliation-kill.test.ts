import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { recordDigest } from "../src/ports/record-digest.ts";
import { operator, until } from "./http-fixture.ts";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";
import { openReceiver, openSharingHub } from "./sharing-fixture.ts";

const RECORDS = 12_000;
const ROUNDS = 4;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Row = { readonly id: string; readonly digest: string };

test("EF-N.5: a comparison whose hub is killed again and again names every difference once", {
  timeout: 180_000,
}, async () => {
  const here = await openSharingHub(ends);
  const receiver = await openReceiver(ends);
  const { id } = await here.add({ url: receiver.url, kinds: ["operator"], personalData: "masked" });
  const ids = Array.from({ length: RECORDS }, (_, n) => `o-${String(n).padStart(6, "0")}`);
  for (let from = 0; from < RECORDS; from += 500)
    await here.hub.call("POST", "/api/v1/operators", {
      items: ids.slice(from, from + 500).map((one) => ({ ...operator, id: one })),
    });
  await here.settled(String(id), undefined, 60_000);

  // What the other side says it has: every seventh is missing, every eleventh is another, and some are its own.
  const sent = receiver.pushes.flatMap(({ body }) => (JSON.parse(body) as { items: { id: string }[] }).items);
  const sentDigest = new Map(sent.map((item) => [item.id, recordDigest({ id: item.id, body: item, deleted: false })]));
  expect(sentDigest.size).toBe(RECORDS);
  const expected: string[] = [];
  const rows: Row[] = [];
  for (const [n, one] of ids.entries()) {
    const digest = sentDigest.get(one) ?? "";
    if (n % 7 === 0) expected.push(`${one} missingThere`);
    else if (n % 11 === 0) {
      expected.push(`${one} different`);
      rows.push({ id: one, digest: digest.replace(/^./, (first) => (first === "0" ? "1" : "0")) });
    } else rows.push({ id: one, digest });
    if (n % 500 === 3) {
      expected.push(`${one}x missingHere`);
      rows.push({ id: `${one}x`, digest });
    }
  }
  receiver.read = (path) => {
    const url = new URL(path, "http://x");
    if (url.pathname !== "/sharing-digests") return { status: 404, body: "{}" };
    const from = Number(url.searchParams.get("cursor") ?? 0);
    const next = from + 500 < rows.length ? String(from + 500) : null;
    const items = rows.slice(from, from + 500).map((row) => ({ ...row, version: 1, updatedAt: null, deleted: false }));
    return { status: 200, body: JSON.stringify({ items, next }) };
  };

  const dataDir = mkdtempSync(join(tmpdir(), "dianan-reconcile-"));
  ends.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  await here.hub.hub.close();
  cpSync(here.hub.dataDir, dataDir, { recursive: true });
  const headers = { authorization: `Bearer ${here.hub.key}`, "content-type": "application/json" };
  const ask = async <T>(child: HubChild, path: string, body?: object): Promise<T> =>
    (await (
      await fetch(`${child.httpUrl}/api/v1/reconciliations${path}`, {
        headers,
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
      })
    ).json()) as T;
  type View = { readonly id: string; readonly progress: { readonly state: string; readonly doneItems: number } };

  let child = await startHubChild(dataDir);
  ends.push(() => killHubChild(child));
  const { id: job } = await ask<View>(child, "", { destinationId: id, kinds: ["operator"] });
  const seen: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const least = Math.round((RECORDS * (round + 1)) / (ROUNDS + 2));
    const { progress } = await until(
      () => ask<View>(child, `/${job}`),
      (view) => view.progress.doneItems >= least || view.progress.state === "done",
      60_000,
    );
    seen.push(progress.doneItems);
    await killHubChild(child);
    child = await startHubChild(dataDir);
  }
  const done = await until(
    () =>
      ask<View & { readonly different: number; readonly missingHere: number; readonly missingThere: number }>(
        child,
        `/${job}`,
      ),
    ({ progress }) => progress.state === "done" || progress.state === "failed",
    60_000,
  );
  // It was killed in the middle at least once, or the test has shown nothing.
  expect(seen.some((count) => count > 0 && count < RECORDS)).toBe(true);
  expect(done.progress).toMatchObject({ state: "done", doneItems: RECORDS });
  const found: string[] = [];
  let cursor = "";
  for (;;) {
    const page = await ask<{ items: { recordId: string; difference: string }[]; next: string | null }>(
      child,
      `/${job}/differences?limit=500${cursor}`,
    );
    found.push(...page.items.map(({ recordId, difference }) => `${recordId} ${difference}`));
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(found).toEqual(expected);
  expect(done.missingThere + done.missingHere + done.different).toBe(expected.length);
});
