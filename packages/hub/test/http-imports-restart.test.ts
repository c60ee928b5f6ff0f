import { expect, test } from "vitest";
import { openTestHub, samples, type TestHub, until } from "./http-fixture.ts";

const ROWS = 3_000;
const head =
  "id,name,type,address,latitude,longitude,operatorId,unitId,installedOn,status,manufacturer,protocol,wireAddress\n";
const register =
  head +
  Array.from(
    { length: ROWS },
    (_, i) => `d-${i},箱 ${i},electricalFireMonitor,a,24.7,118.5,op-01,unit-0001,2026-03-18,正常,m,gb26875,${i}\n`,
  ).join("");

type Import = { readonly id: string; readonly stage: string; readonly good: number; readonly created: number };

const begin = async (hub: TestHub): Promise<string> => {
  for (const plural of ["operators", "units"] as const)
    await hub.call("POST", `/api/v1/${plural}`, { items: [samples[plural]] });
  const file = await hub.call("POST", "/api/v1/files?name=register.csv", register, {
    "content-type": "application/octet-stream",
  });
  const { id: fileId } = (await file.json()) as { id: string };
  const made = await hub.call("POST", "/api/v1/imports", { kind: "device", fileId });
  return ((await made.json()) as Import).id;
};
const read = async (hub: TestHub, id: string): Promise<Import & { readonly progress: { readonly error: unknown } }> =>
  (await (await hub.call("GET", `/api/v1/imports/${id}`)).json()) as never;
const settled = (hub: TestHub, id: string) =>
  until(
    () => read(hub, id),
    ({ stage }) => !["checking", "storing"].includes(stage),
    60_000,
  );
const isStored = async (hub: TestHub, id: string): Promise<boolean> => {
  const answer = await hub.call("GET", `/api/v1/devices/${id}`);
  await answer.body?.cancel();
  return answer.status === 200;
};

test("a check goes on when the hub starts again; a commit that the hub's end broke off stored all or nothing", async () => {
  let hub = await openTestHub();
  try {
    const id = await begin(hub);
    hub = await hub.restart();
    expect(await settled(hub, id)).toMatchObject({ stage: "checked", good: ROWS });

    const commit = await hub.call("POST", `/api/v1/imports/${id}/commit`);
    expect([commit.status, ((await commit.json()) as Import).stage]).toEqual([202, "storing"]);
    hub = await hub.restart();
    const after = await settled(hub, id);
    const [first, last] = [await isStored(hub, "d-0"), await isStored(hub, `d-${ROWS - 1}`)];
    expect(first).toBe(last);
    if (!first) {
      expect(after).toMatchObject({
        stage: "checked",
        progress: { state: "failed", error: { code: "interrupted", titleZh: expect.stringContaining("重新提交") } },
      });
      await hub.call("POST", `/api/v1/imports/${id}/commit`);
      expect(await settled(hub, id)).toMatchObject({ stage: "stored", created: ROWS });
    } else expect(after).toMatchObject({ stage: "stored", created: ROWS });
    const unit = (await (await hub.call("GET", "/api/v1/units/unit-0001")).json()) as { deviceCount: number };
    expect(unit.deviceCount).toBe(ROWS);
  } finally {
    await hub.end();
  }
}, 120_000);

test("a register of more than 10,000 rows is refused with what to do", async () => {
  const hub = await openTestHub();
  try {
    const many = `id\n${Array.from({ length: 10_001 }, (_, i) => `${i}\n`).join("")}`;
    const file = await hub.call("POST", "/api/v1/files?name=a.csv", many, {
      "content-type": "application/octet-stream",
    });
    const { id: fileId } = (await file.json()) as { id: string };
    const made = await hub.call("POST", "/api/v1/imports", { kind: "operator", fileId });
    const { id } = (await made.json()) as Import;
    expect(await settled(hub, id)).toMatchObject({
      stage: "failed",
      progress: { error: { code: "too-big", titleZh: expect.stringContaining("分成几个文件") } },
    });
  } finally {
    await hub.end();
  }
}, 60_000);
