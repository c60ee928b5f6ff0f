import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openTestHub } from "./http-fixture.ts";

type Call = { readonly path: string; readonly body: string };

/** Requests of the guide's third step: address and body, as they stand there. */
const callsOf = (file: string): readonly Call[] => {
  const page = readFileSync(new URL(`../../../docs/${file}`, import.meta.url), "utf8");
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  const block = blocks.find((text) => text.includes("curl")) ?? "";
  return [...block.matchAll(/\$HUB(\/\S+)[\s\S]*?-d '([^']+)'/g)].map(([, path = "", body = ""]) => ({ path, body }));
};

test("whoever pastes the guide into an empty hub has registered a device; the Chinese guide has the same calls", async () => {
  const calls = callsOf("getting-started.md");
  expect(calls.map(({ path }) => path)).toEqual(["/api/v1/operators", "/api/v1/units", "/api/v1/devices"]);
  expect(callsOf("getting-started.zh-CN.md")).toEqual(calls);
  const hub = await openTestHub({ platformCode: "DIANAN" });
  try {
    for (const { path, body } of calls) {
      const { results } = (await (await hub.call("POST", path, body)).json()) as { results: { status: string }[] };
      expect(
        results.map(({ status }) => status),
        JSON.stringify(results),
      ).toEqual(["created"]);
    }
    const device = (await (await hub.call("GET", "/api/v1/devices/d-889")).json()) as { wireAddress: string };
    expect(device.wireAddress).toBe("889");
    const known = await hub.call("GET", "/api/v1/readings?deviceId=d-889");
    expect(known.status).toBe(200);
  } finally {
    await hub.end();
  }
});
