import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openTestHub } from "./http-fixture.ts";

const page = readFileSync(new URL("../../../docs/tcec.md", import.meta.url), "utf8");

test("CP-N.1: every partner of docs/tcec.md is set up as it stands there, in ten lines at most; with a slip it is not", async () => {
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) => text.trim());
  expect(blocks.map((text) => (JSON.parse(text) as { role: string }).role)).toEqual(["operator", "platform"]);
  const hub = await openTestHub();
  try {
    for (const text of blocks) {
      expect(text.split("\n").length, text).toBeLessThanOrEqual(10);
      for (const wrong of ['"role": "city"', '"role": "operator", "more": 1']) {
        const refused = await hub.call("POST", "/api/v1/tcec-partners", text.replace(/"role": "\w+"/, wrong));
        expect(refused.status).toBe(422);
        await refused.body?.cancel();
      }
      const made = await hub.call("POST", "/api/v1/tcec-partners", text);
      expect(made.status, await made.clone().text()).toBe(201);
    }
  } finally {
    await hub.end();
  }
});
