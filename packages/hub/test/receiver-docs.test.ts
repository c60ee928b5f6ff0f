import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openTestHub } from "./http-fixture.ts";

const page = readFileSync(new URL("../../../docs/receivers.md", import.meta.url), "utf8");

test("EF-N.1: every receiver of docs/receivers.md is set up as it stands there, in ten lines at most; with a slip it is not", async () => {
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => text.trim());
  const platforms = blocks.map((text) => (JSON.parse(text) as { platform: string }).platform);
  expect(platforms).toEqual(["ctwing", "onenet", "onenetLegacy", "iotda"]);
  const hub = await openTestHub();
  try {
    for (const text of blocks) {
      expect(text.split("\n").length, text).toBeLessThanOrEqual(10);
      const made = await hub.call("POST", "/api/v1/receivers", text);
      expect(made.status, await made.clone().text()).toBe(201);
      for (const wrong of ['"deviceKey": "serial"', '"deviceKey": "imei", "more": 1']) {
        const refused = await hub.call("POST", "/api/v1/receivers", text.replace(/"deviceKey": "\w+"/, wrong));
        expect(refused.status).toBe(422);
        await refused.body?.cancel();
      }
    }
  } finally {
    await hub.end();
  }
});
