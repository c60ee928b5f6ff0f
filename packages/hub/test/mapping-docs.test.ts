import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openTestHub } from "./http-fixture.ts";

const page = readFileSync(new URL("../../../docs/mappings.md", import.meta.url), "utf8");

test("EF-N.1: every receiver of docs/mappings.md is set up as it stands there, in ten lines at most; with a slip it is not", async () => {
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => text.trim());
  const receivers = blocks.filter((text) => (JSON.parse(text) as { platform?: string }).platform === "mapping");
  expect(receivers).toHaveLength(3);
  const hub = await openTestHub({ outboundAllow: "127.0.0.1" });
  try {
    for (const text of receivers) {
      expect(text.split("\n").length, text).toBeLessThanOrEqual(10);
      const made = await hub.call("POST", "/api/v1/receivers", text);
      expect(made.status, await made.clone().text()).toBe(201);
      const slips = ['"platform": "mapped"', '"platform": "mapping", "deviceKey": "imei"', '"platform": "onenet"'];
      for (const wrong of slips) {
        const refused = await hub.call("POST", "/api/v1/receivers", text.replace('"platform": "mapping"', wrong));
        expect(refused.status, wrong).toBe(422);
        await refused.body?.cancel();
      }
    }
    const webhooks = blocks.filter((text) => "mapping" in (JSON.parse(text) as object));
    expect(webhooks).toHaveLength(2);
    for (const text of webhooks) {
      expect(text.split("\n").length, text).toBeLessThanOrEqual(10);
      const here = text.replace(/"url": "[^"]*"/, '"url": "http://127.0.0.1:65535"');
      const made = await hub.call("POST", "/api/v1/webhooks", here);
      expect(made.status, await made.clone().text()).toBe(201);
      const slips = [
        here.replace('"mapping": {', '"mapping": { "more": 1,'),
        here.replace(/"(expression|preset)": "/, '"$1": "{'),
      ];
      for (const wrong of slips) {
        const refused = await hub.call("POST", "/api/v1/webhooks", wrong);
        expect(refused.status, wrong).toBe(422);
        await refused.body?.cancel();
      }
    }
    // What the page tries, it gets.
    const [, sent = ""] = /-d '(\{"expression"[^']*)'/.exec(page) ?? [];
    const trial = await hub.call("POST", "/api/v1/mapping-trials/pushes", sent);
    expect(await trial.json()).toMatchObject({
      ...{ facts: [{ device: "a", readings: [] }], faults: [{ code: "mapping-result", path: "/readings/0/value" }] },
    });
  } finally {
    await hub.end();
  }
});
