import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { samples, until } from "./http-fixture.ts";
import { killHubChild, startHubChild } from "./hub-child.ts";

const ROUNDS = Number(process.env.DIANAN_KILL_ROUNDS ?? 6);
const ROWS = 1_500;

type Import = {
  readonly id: string;
  readonly stage: string;
  readonly created: number;
  readonly progress: { readonly error: { readonly code: string } | null };
};

const register = (round: number): string => {
  const head = "id,name,type,address,latitude,longitude,operatorId,unitId,installedOn,status,manufacturer\n";
  const row = (n: number): string =>
    `r${round}-${n},箱,electricalFireMonitor,a,24.7,118.5,op-01,unit-0001,2026-03-18,正常,m\n`;
  return head + Array.from({ length: ROWS }, (_, n) => row(n)).join("");
};

test(
  `EF-N.3: a hub killed ${ROUNDS} times while it stores an import has stored all of it or nothing, and says which`,
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "dianan-import-kill-"));
    let hub = await startHubChild(dataDir);
    const key = hub.firstKey;
    const call = async (method: string, path: string, body?: string, type = "application/json") => {
      const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "content-type": type }) };
      const response = await fetch(`${hub.httpUrl}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const read = async (id: string): Promise<Import> =>
      (await call("GET", `/api/v1/imports/${id}`)).body as unknown as Import;
    const settled = (id: string): Promise<Import> =>
      until(
        () => read(id),
        // An answer without a stage is one that asked too often.
        ({ stage }) => stage !== undefined && !["checking", "storing"].includes(stage),
        60_000,
      );
    const isThere = async (id: string): Promise<boolean> => (await call("GET", `/api/v1/devices/${id}`)).status === 200;
    const ends = { stored: 0, interrupted: 0 };
    try {
      for (const plural of ["operators", "units"] as const)
        await call("POST", `/api/v1/${plural}`, JSON.stringify({ items: [samples[plural]] }));
      for (let round = 0; round < ROUNDS; round += 1) {
        const file = await call("POST", "/api/v1/files?name=a.csv", register(round), "application/octet-stream");
        const draft = JSON.stringify({ kind: "device", fileId: file.body.id });
        const made = await call("POST", "/api/v1/imports", draft);
        const { id, stage } = await settled(String(made.body.id));
        expect(stage).toBe("checked");
        await call("POST", `/api/v1/imports/${id}/commit`);
        // Another moment each time: while it is read, planned, written, and done.
        await new Promise((resolve) => setTimeout(resolve, (round * 1_200) / ROUNDS));
        await killHubChild(hub);
        hub = await startHubChild(dataDir);
        const after = await settled(id);
        const there = await Promise.all([0, Math.floor(ROWS / 2), ROWS - 1].map((n) => isThere(`r${round}-${n}`)));
        if (after.stage === "stored") {
          ends.stored += 1;
          expect([after.created, there]).toEqual([ROWS, [true, true, true]]);
        } else {
          ends.interrupted += 1;
          expect([after.stage, after.progress.error?.code, there]).toEqual([
            "checked",
            "interrupted",
            [false, false, false],
          ]);
        }
      }
      const unit = await call("GET", "/api/v1/units/unit-0001");
      expect(unit.body.deviceCount).toBe(ends.stored * ROWS);
      // A kill that always comes too late or too early would have shown nothing.
      expect(ends.interrupted).toBeGreaterThan(0);
    } finally {
      await killHubChild(hub);
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
  60_000 + ROUNDS * 40_000,
);
