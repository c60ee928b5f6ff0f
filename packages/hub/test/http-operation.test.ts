import { connect } from "node:net";
import { type Fleet, startFleet } from "@dianan/device";
import { afterAll, beforeAll, expect, test } from "vitest";
import { device, openTestHub, operator, type TestHub, unit, until } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

type Unclaimed = {
  readonly wireAddress: string;
  readonly frames: number;
  readonly alarms: readonly { readonly id: string }[];
};

let hub: TestHub;
const fleets: Fleet[] = [];
beforeAll(async () => {
  hub = await openTestHub();
  await hub.call("POST", "/api/v1/operators", { items: [operator] });
  await hub.call("POST", "/api/v1/units", { items: [unit] });
}, 20_000);
afterAll(async () => {
  for (const fleet of fleets) await fleet.stop();
  await hub?.end();
});

const alarming = (firstAddress: number): void => {
  fleets.push(
    startFleet({
      host: "127.0.0.1",
      port: hub.hub.gb26875Port,
      devices: 1,
      scenario: "residualCurrentAlarm",
      seed: 1,
      firstAddress,
      periodMs: 300,
      eventAfterMs: 100,
      startWithinMs: 0,
    }),
  );
};
/** An answer, checked by the document. */
const get = async <T>(path: string, documented = path): Promise<T> => {
  const response = await hub.call("GET", path);
  const body = (await response.json()) as T;
  checkAnswer("GET", documented, response.status, body);
  return body;
};
const items = async <T>(path: string): Promise<readonly T[]> => (await get<{ items: readonly T[] }>(path)).items;

test("EF-4.2: an address that nobody registered is listed with its kept alarms; registered, they become its own", async () => {
  alarming(890);
  const listed = await until(
    () => items<Unclaimed>("/api/v1/unclaimed"),
    (all) => (all[0]?.alarms.length ?? 0) > 0,
  );
  expect(listed[0]?.wireAddress).toBe("890");
  const response = await hub.call("POST", "/api/v1/devices", {
    items: [{ ...device, id: "dev-890", protocol: "gb26875", wireAddress: "890" }],
  });
  expect(((await response.json()) as { results: { status: string }[] }).results[0]?.status).toBe("created");
  expect(await items("/api/v1/unclaimed")).toEqual([]);
  const alarms = await items<{ id: string; deviceId: string; evidence: string }>("/api/v1/alarms");
  expect(alarms).toMatchObject([{ id: listed[0]?.alarms[0]?.id, deviceId: "dev-890" }]);
  const evidence = await get<{ hex: string }>(`/api/v1/frames/${alarms[0]?.evidence}`, "/api/v1/frames/{id}");
  expect(evidence.hex).toMatch(/^4040.*2323$/);
}, 20_000);

test("EF-4.1: readings of a device come with quantity, unit and component", async () => {
  const page = await until(
    async () =>
      get<{ items: readonly { quantity: string; value: number; unit: string }[] }>(
        "/api/v1/readings?deviceId=dev-890",
        "/api/v1/readings",
      ),
    ({ items: all }) => all.length > 0,
  );
  expect(page.items.map(({ unit: symbol }) => symbol)).toContain("V");
});

test("EF-4.1: bytes that were refused are listed with their reason, and the device with a wrong checksum is denied", async () => {
  const frame = Buffer.from("404001000101233a091a090c385b01000000790300000000000003ab2323", "hex");
  frame[27] = (frame[27] ?? 0) ^ 1;
  const answer = await new Promise<Buffer>((resolve) => {
    const socket = connect(hub.hub.gb26875Port, "127.0.0.1", () => socket.write(frame));
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data);
    });
  });
  // Command 6 (deny), with source and destination swapped.
  expect(answer[26]).toBe(6);
  const refused = await until(
    () => items<{ hex: string; error: { code: string } }>("/api/v1/undecodable"),
    (all) => all.length > 0,
  );
  expect(refused[0]).toMatchObject({ hex: frame.toString("hex"), error: { code: "bad-checksum" } });
});

test("SH-6: sharing lists nothing when there is no city, and lists take no parameters", async () => {
  expect(await items("/api/v1/sharing")).toEqual([]);
  for (const path of ["/api/v1/sharing", "/api/v1/unclaimed", "/api/v1/undecodable"])
    expect((await hub.call("GET", `${path}?limit=1`)).status, path).toBe(422);
});
