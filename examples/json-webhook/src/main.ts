// A foreign platform and a hub, joined by two mappings and no code: its reports go in, the hub's alarms come back in its form.
// Usage: start <key> [hub]
import { randomUUID } from "node:crypto";
import { alarmOut, parameters, reportIn } from "./mappings.ts";
import { openDoor, report, type Taken } from "./park-platform.ts";

const [, , key = "", hub = "http://127.0.0.1:8080"] = process.argv;
const PARK_KEY = "park-key-0000";
const BEARER: string = randomUUID();
const sn = "park-7";

type Json = { readonly [member: string]: unknown };
const ask = async (
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Json> => {
  const response = await fetch(`${hub}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const told = (await response.json()) as Json;
  if (!response.ok) throw new Error(`${String(told.code)}: ${String(told.detail)}`);
  return told;
};
/** Looks until it is there, for at most ten seconds. */
const until = async <T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((wake) => setTimeout(wake, 50))) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error("It did not come within ten seconds. 十秒内未收到。");
};

/** The park's meter, as somebody would register it once. */
const register = async (): Promise<void> => {
  const place = { address: "园区一号楼", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  const by = {
    operatorId: "park-op",
    manufacturer: "甲厂",
    status: "normal",
    componentCount: 0,
    installedOn: "2026-01-02",
  };
  const contact = { contactName: "李", contactPhone: "0595-85600000" };
  await ask("POST", "operators", {
    items: [{ id: "park-op", name: "园区运维", code: "park-op", address: "x", ...contact }],
  });
  const unit = { id: "park", name: "园区", operatorId: "park-op", regionCode: "350582", deviceCount: 0, ...place };
  await ask("POST", "units", { items: [unit] });
  const wire = { protocol: "json", wireAddress: sn, type: "electricalFireMonitor" };
  await ask("POST", "devices", { items: [{ id: sn, name: "园区电表", unitId: "park", ...by, ...wire, ...place }] });
};

const taken: Taken[] = [];
const door = await openDoor(PARK_KEY, (one) => taken.push(one));
try {
  await register();
  const receiver = await ask("POST", "receivers", {
    ...{ name: "园区平台", platform: "mapping", secrets: { bearerToken: BEARER } },
    payload: { kind: "mapping", expression: reportIn, parameters },
  });
  const { id, version } = receiver.receiver as { id: string; version: number };
  await ask("POST", "webhooks", {
    ...{ url: door.url, eventTypes: ["com.dianan.alarm.raised"], headers: { "X-Park-Key": PARK_KEY } },
    mapping: { expression: alarmOut, path: "/devices/{sn}" },
  });
  console.log(`test: ${JSON.stringify(await until(() => taken.shift()))}`);

  const push = async (body: object, bearer = BEARER): Promise<string> => {
    const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
    const response = await fetch(String(receiver.url), { method: "POST", headers, body: JSON.stringify(body) });
    const told = (await response.json()) as Json;
    return String(told.code ?? told.status);
  };
  type Push = { readonly id: string; readonly state: string; readonly faults: readonly Json[] };
  /** The newest of so many, once it was read. */
  const newestOf = (count: number) =>
    until(async () => {
      const { items } = (await ask("GET", `receivers/${id}/pushes`)) as { items: readonly Push[] };
      return items.length === count && items[0]?.state !== "pending" ? items[0] : undefined;
    });
  console.log(`push: ${await push(report(sn, 689, ["LEAK"], Date.now()))}, ${(await newestOf(1)).state}`);
  console.log(`came back: ${JSON.stringify(await until(() => taken.shift()))}`);
  console.log(`wrong token: ${await push(report(sn, 1, [], Date.now()), "wrong-token")}`);

  // A gateway with another firmware writes numbers as text: told with its place, mended in the mapping, and read again.
  console.log(`text for a number: ${await push(report(sn, "12,5", [], Date.now()))}`);
  const refused = await newestOf(2);
  console.log(`  ${refused.state}: ${String(refused.faults[0]?.code)} ${String(refused.faults[0]?.path)}`);
  const expression = reportIn.replace(
    '"value": v',
    '"value": $type(v) = "string" ? $number($replace(v, ",", ".")) : v',
  );
  const payload = { kind: "mapping", expression, parameters };
  await ask("PATCH", `receivers/${id}`, { payload }, { "if-match": `"${version}"` });
  await ask("POST", `receivers/${id}/pushes/${refused.id}/replay`);
  console.log(`  mended and replayed: ${(await newestOf(2)).state}`);
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  console.error(
    `${hub}: ${why} 平台是否在运行?是否以 --outbound-allow 127.0.0.1 启动? Is the hub running, with --outbound-allow 127.0.0.1?`,
  );
  process.exitCode = 1;
} finally {
  door.close();
}
