import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterEach, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub | undefined;
afterEach(async () => {
  await hub?.close();
  hub = undefined;
});

test("EF-4.2: it says what its README says, and the notice is on record", async () => {
  hub = await openExampleHub({ outboundAllow: "127.0.0.1", publicUrl: "http://127.0.0.1:8080" });
  const { said, code } = await runExample(folder, hub.key, hub.url);
  expect([code, said]).toEqual([0, promisedBy(folder)]);
  expect(await hub.items("notifications?unitId=notice-unit")).toMatchObject([
    { channel: "webhook", state: "acknowledged", count: 1 },
  ]);
}, 60_000);

test("with a wrong key, without a hub, or where the hub may not call it, it says what to do", async () => {
  hub = await openExampleHub();
  for (const [key, url, why] of [
    ["da_wrongwrong", hub.url, "unauthorized"],
    ["da_wrongwrong", "http://127.0.0.1:9", "Is the hub running"],
    [hub.key, hub.url, "address-forbidden"],
  ] as const)
    expect(await runExample(folder, key, url)).toMatchObject({ code: 1, said: expect.stringContaining(why) });
}, 60_000);
