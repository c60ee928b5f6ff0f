// Frames of every protocol over HTTP, as hex and as base64, by one gateway that carries their devices.
import { readdirSync, readFileSync } from "node:fs";
import { protocols } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDrivers } from "../src/drivers/drivers.ts";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { device, operator, unit } from "./http-fixture.ts";

const AT = Date.UTC(2026, 10, 20) as Instant;
const drivers = createDrivers(480);
const specs = new URL("../../../specs/vectors/", import.meta.url);
type Vector = { readonly layout?: string; readonly hex: string; readonly direction?: string; readonly error?: object };

/** A frame of each protocol whose devices can be told apart by it, with the address in it. Lines of several units are asked, never sent for. */
const samples = [...drivers.values()]
  .filter(({ bus, dialect }) => bus === undefined && dialect === undefined)
  .map((driver) => {
    const folder = new URL(`${driver.id}/`, specs);
    const frames = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { vectors: Vector[] }).vectors)
      .filter(({ layout = "frame", direction = "up", error }) => layout === "frame" && direction === "up" && !error)
      .flatMap(({ hex }) => {
        const opened = driver.open(Buffer.from(hex, "hex"), AT);
        return opened.kind === "message" && opened.events.length > 0 ? [{ hex, wireAddress: opened.wireAddress }] : [];
      });
    return { protocol: driver.id, ...(frames[0] ?? { hex: "", wireAddress: "" }) };
  });

let door: DoorCall;
let key: string;
const put = async (plural: string, ...items: readonly object[]): Promise<void> => {
  const { body } = await door.call("POST", `/api/v1/${plural}`, { items });
  expect(JSON.stringify(body)).not.toContain("refused");
};
beforeAll(async () => {
  door = await openDoorCall();
  await put("operators", operator);
  await put("units", unit);
  const own = { ...device, unitId: "unit-0001" };
  await put("devices", { ...own, id: "gateway", protocol: "json", wireAddress: "gateway" });
  await put(
    "devices",
    ...samples.map(({ protocol, wireAddress }) => ({
      ...{ ...own, id: `of-${protocol}`, protocol, wireAddress, gatewayId: "gateway" },
    })),
  );
  const administrator = await door.door.addKey({ role: "systemAdministrator" });
  const { body } = await door.call("POST", "/api/v1/devices/gateway/credentials", undefined, { key: administrator });
  key = body.secret;
}, 30_000);
afterAll(() => door?.end());
const send = (items: readonly object[]): Promise<Answer> =>
  door.call("POST", "/api/v1/uplink/frames", { items }, { key });

test("EF-N.1: every protocol of the codec is one that the hub takes, the lines of Modbus by asking", () => {
  expect(Object.keys(protocols).filter((id) => !drivers.has(id))).toEqual([]);
  const asked = [...drivers.values()].filter(({ bus }) => bus !== undefined).map(({ id }) => id);
  expect(asked.sort()).toEqual(["modbus-rtu", "modbus-tcp"]);
  expect(samples.filter(({ hex }) => hex === "")).toEqual([]);
});

test.each(samples)(
  "EF-N.1: a frame of $protocol as base64 is stored as evidence and makes its device heard",
  async ({ protocol, wireAddress, hex }) => {
    const base64 = Buffer.from(hex, "hex").toString("base64");
    const { status, body } = await send([{ protocol, wireAddress, base64 }]);
    expect([status, body.results[0].status, body.results[0].error]).toEqual([200, "accepted", null]);
    const frames = (await door.call("GET", `/api/v1/frames?deviceId=of-${protocol}`)).body.items;
    expect(frames.map((one: { hex: string }) => one.hex)).toEqual([hex]);
    expect((await door.call("GET", `/api/v1/devices/of-${protocol}`)).body.presence).toBe("online");
  },
);

test("EF-4.4.4: the confirm is written as its frame was; the same frame written otherwise is a repeat", async () => {
  const { protocol, wireAddress, hex } = samples.find((one) => one.protocol === "gb26875") ?? samples[0] ?? never();
  const base64 = Buffer.from(hex, "hex").toString("base64");
  const { body } = await send([
    { protocol, wireAddress, hex },
    { protocol, wireAddress, base64 },
  ]);
  const [first, second] = body.results;
  expect([first.status, second.status]).toEqual(["duplicate", "duplicate"]);
  expect(Buffer.from(second.reply, "base64").toString("hex")).toBe(first.reply);
});

test("SEC-API-05: a frame that is written in both ways, in none, or badly is refused with its place, and nothing is taken", async () => {
  const { protocol, wireAddress, hex } = samples[0] ?? never();
  const good = { protocol, wireAddress, hex };
  for (const [wrong, path] of [
    [{ ...good, base64: "QEA=" }, "/items/1"],
    [{ protocol, wireAddress }, "/items/1"],
    [{ protocol, wireAddress, base64: "QEA" }, "/items/1/base64"],
    [{ protocol, wireAddress, base64: "Q-A=" }, "/items/1/base64"],
    [{ protocol, wireAddress, hex: "4" }, "/items/1/hex"],
  ] as const) {
    const { status, body } = await send([good, wrong]);
    expect([status, body.code, body.errors[0].path]).toEqual([422, "invalid", path]);
  }
  const modbus = await send([{ protocol: "modbus-tcp", wireAddress: "1", base64: "QEA=" }]);
  expect(modbus.body.results[0]).toMatchObject({ status: "refused", error: { code: "unknown-protocol" } });
});

function never(): never {
  throw new Error("there is no sample");
}
