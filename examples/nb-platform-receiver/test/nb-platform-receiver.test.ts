import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub();
}, 60_000);
afterAll(() => hub?.close());

/** Decoded after the answer: looks until there is one. */
const expectItems = (path: string) => expect.poll(() => hub.items(path), { timeout: 10_000 });

test("it says what its README says, and what the four platforms pushed is there", async () => {
  await hub.register(
    { id: "smoke", name: "smoke", protocol: "gb26875", wireAddress: "701" },
    { id: "pole", name: "pole", protocol: "json", wireAddress: "pole-1" },
    { id: "old", name: "old", protocol: "json", wireAddress: "555" },
  );
  const { said, code } = await runExample(folder, hub.key, hub.url);
  expect([code, said]).toEqual([0, promisedBy(folder)]);
  await expectItems("readings?deviceId=smoke").toMatchObject([{ quantity: "temperature", value: 41.5 }]);
  await expectItems("readings?deviceId=pole").toMatchObject([{ quantity: "residualCurrent", value: 689 }]);
  await expectItems("alarms?deviceId=pole").toMatchObject([{ type: "residualCurrentOver" }]);
  await expectItems("readings?deviceId=old").toMatchObject([{ quantity: "temperature", value: 23.5 }]);
  // Nobody has registered the meter of IoTDA.
  await expectItems("unclaimed").toMatchObject([{ protocol: "json", wireAddress: "861000000000026" }]);
});

test("with a wrong key, or without a hub, it says what to do", async () => {
  expect(await runExample(folder, "da_wrongwrong", hub.url)).toMatchObject({
    code: 1,
    said: expect.stringContaining("unauthorized"),
  });
  expect(await runExample(folder, "da_wrongwrong", "http://127.0.0.1:9")).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("Is the hub running?") },
  });
});
