import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ExampleHub, openExampleHub, promisedBy } from "@dianan/example-hub";
import { type Gateway, openGateway } from "@dianan/example-modbus-gateway";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
const root = join(folder, "..", "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");
const wire = JSON.parse(/```json\n([^`]*)```/.exec(readme)?.[1] ?? "") as Readonly<Record<string, unknown>>;
const TIME = { timeout: 60_000 };
let gateway: Gateway;
let hub: ExampleHub;
beforeAll(async () => {
  gateway = await openGateway(0, () => {});
  hub = await openExampleHub({
    profilesFolder: join(folder, "profiles"),
    lines: [{ name: "plc1", protocol: "modbus-tcp", host: "127.0.0.1", port: gateway.port }],
  });
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await gateway?.close();
});

test(
  "EF-N.2: the commands of the README say what it says: the profile passes its own frames, and reads the alarm of one",
  TIME,
  async () => {
    const commands = (/```sh\n([^`]*)```/.exec(readme)?.[1] ?? "").trim().split("\n");
    const promised = (promisedBy(folder) ?? "").trim().split("\n");
    expect(commands).toHaveLength(promised.length);
    for (const [at, command] of commands.entries()) {
      const [, ...words] = command.split(" ");
      const main = ["--conditions=@dianan/source", join(root, "packages/cli/src/main.ts"), ...words];
      const { stdout } = await promisify(execFile)(process.execPath, main, { cwd: root });
      expect(stdout, command).toContain(promised[at]);
    }
  },
);

test("EF-N.2: by the profile alone the hub reads the breaker, and its alarm", TIME, async () => {
  await hub.register({ id: "b-3", name: "断路器", ...wire });
  const texts = async (): Promise<readonly string[]> =>
    (await hub.items("readings?deviceId=b-3")).map(({ quantity, value }) => `${quantity} ${value}`).sort();
  await expect.poll(texts, { timeout: 50_000 }).toEqual(["current 1.5", "residualCurrent 12", "voltage 230"]);
  gateway.trip();
  const alarms = async (): Promise<readonly unknown[]> =>
    (await hub.items("alarms?deviceId=b-3")).map(({ type }) => type);
  await expect.poll(alarms, { timeout: 50_000 }).toEqual(["residualCurrentOver"]);
});

test("the hub lists it; a device with a profile that nobody has is refused", TIME, async () => {
  expect((await hub.items("profiles")).map(({ id }) => id)).toContain("acme-breaker");
  await expect(
    hub.register({ id: "b-4", name: "x", ...wire, wireAddress: "plc1/4", profileId: "acme" }),
  ).rejects.toThrow();
});
