// A hub with a unit for the tests of examples, and the example run as somebody runs it who has read its README.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultLimits, type HubConfig, startHub } from "@dianan/hub";
import { type Administrators, type Item, openAdministrators, postAs } from "./administrator.ts";

export type { Item };

/** A hub that listens on free ports of this machine. */
export type ExampleHub = {
  readonly url: string;
  /** An API key that may do everything. */ readonly key: string;
  /** Ports of the doors that were asked for, in their order. */ readonly doorPorts: readonly number[];
  readonly gb26875Port: number;
  /** Headers of a system administrator, who is signed in. */ administrator(): Promise<
    Readonly<Record<string, string>>
  >;
  /** The same of the first one, who lets other platforms in. */ securityAdministrator(): Promise<
    Readonly<Record<string, string>>
  >;
  /** POST of somebody who is signed in, to a path below /api/v1; the body of the answer. */
  ask(who: Readonly<Record<string, string>>, path: string, body: object): Promise<Item>;
  /** GET of a path below /api/v1, or POST when there is a body; the body of the answer, whatever its status. */
  call(path: string, body?: object): Promise<Item>;
  /** The items of a page. */ items(path: string): Promise<readonly Item[]>;
  /** Registers an operator `op1`, a unit `u1` and in it these devices. @throws Error when one is refused */
  register(...devices: readonly Item[]): Promise<void>;
  close(): Promise<void>;
};

const place = { address: "灵源街道", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
const contact = { contactName: "李", contactPhone: "0595-85600000" };
const operator = { id: "op1", name: "运维", code: "op1", address: "x", ...contact };
const unit = { id: "u1", name: "站点", operatorId: "op1", regionCode: "350582", deviceCount: 0, ...place };
const deviceDefaults = {
  ...{ operatorId: "op1", unitId: "u1", status: "normal", manufacturer: "甲厂", componentCount: 0 },
  ...{ type: "electricalFireMonitor", installedOn: "2026-01-02", ...place },
};

/** @param more - what differs from a hub with default limits and no doors but the usual one */
export const openExampleHub = async (more: Partial<HubConfig> = {}): Promise<ExampleHub> => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-example-"));
  const hub = await startHub(
    {
      dataDir,
      ...{ httpHost: "127.0.0.1", httpPort: 0, gb26875Host: "127.0.0.1", gb26875Port: 0 },
      ...{ platformCode: "JJLY01", platformName: "示例平台", city: null, consoleDir: null },
      ...{ utcOffsetMinutes: 480, expectedPeriodMs: 300_000, linkGraceMs: 60_000, limits: defaultLimits },
      ...more,
    },
    { log: () => {} },
  );
  const call: ExampleHub["call"] = async (path, body) => {
    const headers = { authorization: `Bearer ${hub.firstKey}`, "content-type": "application/json" };
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    return (await (await fetch(`${hub.httpUrl}/api/v1/${path}`, { headers, ...sent })).json()) as Item;
  };
  const create = async (plural: string, items: readonly Item[]): Promise<void> => {
    const { results = [] } = (await call(plural, { items })) as { readonly results?: readonly Item[] };
    const isCreated = results.length === items.length && results.every(({ status }) => status === "created");
    if (!isCreated) throw new Error(`${plural}: ${JSON.stringify(results)}`);
  };
  let opened: Promise<Administrators> | null = null;
  const administrators = (): Promise<Administrators> => {
    opened ??= openAdministrators(hub.httpUrl, hub.setupCode ?? "");
    return opened;
  };
  return {
    url: hub.httpUrl,
    key: hub.firstKey ?? "",
    gb26875Port: hub.gb26875Port,
    administrator: async () => (await administrators()).system,
    securityAdministrator: async () => (await administrators()).security,
    ask: async (who, path, body) => (await postAs(hub.httpUrl, who, path, body)).body,
    doorPorts: hub.doorPorts,
    call,
    items: async (path) => ((await call(path)).items ?? []) as readonly Item[],
    register: async (...devices) => {
      await create("operators", [operator]);
      await create("units", [unit]);
      await create(
        "devices",
        devices.map((device) => ({ ...deviceDefaults, ...device })),
      );
    },
    close: async () => {
      await hub.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** Runs the example's program to its end. @param folder - of the example */
export const runExample = (
  folder: string,
  ...args: readonly string[]
): Promise<{ readonly said: string; readonly code: number | null }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--conditions=@dianan/source", "src/main.ts", ...args], { cwd: folder });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    child.once("close", (code) => resolve({ said, code }));
  });

/** What the README of an example promises that it prints: its block of text. */
export const promisedBy = (folder: string): string | undefined =>
  /```text\n([^`]*)```/.exec(readFileSync(join(folder, "README.md"), "utf8"))?.[1];
