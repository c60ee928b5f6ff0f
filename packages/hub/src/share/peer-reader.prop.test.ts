import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { OutboundOutcome } from "../ports/outbound.ts";
import { createPeerReader, endpointsIn, versionsIn } from "./peer-reader.ts";

const url = fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom("file:///x", "https://", "//x", "javascript:1"));
const bent = (members: Record<string, fc.Arbitrary<unknown>>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record(members, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
const versions = bent({
  items: fc.oneof(fc.array(bent({ version: fc.constantFrom("1", "2", 1, ""), url })), fc.jsonValue()),
});
const details = bent({
  version: fc.constantFrom("1", "2", 1, null),
  endpoints: fc.oneof(
    fc.array(bent({ module: fc.constantFrom("alarms", "a b", "", 7), role: fc.constantFrom("sender", "owner"), url })),
    fc.jsonValue(),
  ),
});
const isAddress = (text: string): boolean => /^https?:\/\/./.test(text) && URL.canParse(text) && text.length <= 2048;
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value) ?? "");

test("SEC-OUT-06: whatever another platform says of itself, what is kept of it are modules with http addresses", () => {
  fc.assert(
    fc.property(versions, details, (list, detail) => {
      const found = versionsIn(list);
      if (found !== null) expect([...found.values()].every(isAddress)).toBe(true);
      const modules = endpointsIn(detail, "1");
      if (modules === null) return;
      expect(modules.length).toBeLessThanOrEqual(50);
      for (const { module, role, url: at, ...more } of modules) {
        expect(module).toMatch(/^[A-Za-z][A-Za-z0-9]{0,63}$/);
        expect(["sender", "receiver"]).toContain(role);
        expect([isAddress(at), more]).toEqual([true, {}]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("SEC-OUT-06: no bytes, status or failure makes reading another platform throw", async () => {
  const body = fc.oneof(fc.uint8Array({ maxLength: 64 }), versions.map(bytes), details.map(bytes));
  const outcome: fc.Arbitrary<OutboundOutcome> = fc.oneof(
    fc.record({
      ok: fc.constant(true as const),
      value: fc.record({
        status: fc.constantFrom(200, 204, 302, 401, 500),
        body,
        retryAfter: fc.constant(null),
        ms: fc.nat(),
      }),
    }),
    fc.record({ ok: fc.constant(false as const), error: fc.constantFrom("timeout", "addressForbidden"), ms: fc.nat() }),
  );
  await fc.assert(
    fc.asyncProperty(outcome, outcome, async (first, second) => {
      const answers = [first, second];
      let asked = 0;
      const get = async () => answers[asked++] ?? second;
      const reader = createPeerReader({ get }, () => 0, new AbortController().signal);
      const read = await reader.read("https://partner.example.org/versions", { token: "token-b", isSigning: false });
      expect(asked).toBeLessThanOrEqual(2);
      if (read.ok) expect(read.value.version).toBe("1");
      else expect(["address-forbidden", "peer-unreachable", "no-common-version"]).toContain(read.error);
    }),
    { numRuns: 1_000 },
  );
});

test("EF-N.3: the answers that the guide shows are taken as they stand there", () => {
  const guide = readFileSync(new URL("../../../../docs/platforms.md", import.meta.url), "utf8");
  const [list, detail, ...more] = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) =>
    JSON.parse(text),
  );
  expect([...(versionsIn(list)?.keys() ?? [])]).toEqual(["1"]);
  expect(endpointsIn(detail, "1")).toMatchObject([{ module: "alarms", role: "receiver" }]);
  expect(more).toEqual([]);
});
