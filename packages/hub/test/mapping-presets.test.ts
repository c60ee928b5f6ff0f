import { readdirSync, readFileSync } from "node:fs";
import { isAlarmType } from "@dianan/model";
import { mappingPresets } from "@dianan/open-api/tables";
import { afterAll, expect, test } from "vitest";
import { schemaFindings } from "../src/http/document-schemas.ts";
import { createMapper } from "../src/mapping/mapper.ts";
import { mappedOf } from "../src/ports/mapped-request.ts";
import { factsOf } from "../src/receive/mapped-facts.ts";

type Sample = {
  readonly name: string;
  readonly body: unknown;
  readonly headers: { readonly [name: string]: string };
  readonly result?: unknown;
  readonly refused?: readonly string[];
  readonly fault?: string;
};
type Preset = {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly status: string;
  readonly parameters: object;
  readonly headers: readonly string[];
  readonly path?: string;
  readonly expression: readonly string[];
  readonly samples: readonly Sample[];
};

const folder = new URL("../../../specs/mappings/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const mapper = createMapper();
afterAll(() => mapper.close());

test("EF-N.1, EF-N.2: every sample of every preset gives what it says, or is refused as it says", async () => {
  let refused = 0;
  let all = 0;
  for (const file of files) {
    const preset = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Preset;
    expect(`${preset.id}.json`).toBe(file);
    const shipped = mappingPresets.find(({ id }) => id === preset.id);
    expect(shipped?.expression).toBe(preset.expression.join("\n"));
    expect(schemaFindings("MappingPreset", shipped)).toEqual([]);
    for (const { name, body, headers, result, refused: paths = [], fault } of preset.samples) {
      const place = `${preset.id}: ${name}`;
      for (const header of Object.keys(headers))
        expect(preset.headers.map((one) => one.toLowerCase())).toContain(header);
      const outcome = await mapper.run({
        owner: { tenant: "t", name: "test" },
        expression: preset.expression.join("\n"),
        input: JSON.stringify(body),
        bindings: { params: preset.parameters, headers, receivedAt: "2026-11-27T08:00:00.000Z" },
      });
      all += 1;
      if (fault !== undefined || paths.length > 0) refused += 1;
      if (fault !== undefined) {
        expect(outcome.ok ? "ok" : outcome.error.code, place).toBe(fault);
        continue;
      }
      expect(outcome, place).toEqual({ ok: true, value: result });
      if (preset.direction === "out") {
        const mapped = mappedOf(outcome.ok ? outcome.value : null, preset.path ?? "", schemaFindings);
        expect(mapped.kind, place).not.toBe("fault");
      }
      if (preset.direction === "in") {
        const { faults, placed } = factsOf(outcome.ok ? outcome.value : null, schemaFindings);
        expect(
          faults.map(({ path }) => path),
          place,
        ).toEqual(paths);
        for (const { type } of placed.flatMap(({ facts }) => facts.conditions))
          expect(isAlarmType(type), place).toBe(true);
      }
    }
  }
  expect(refused / all).toBeGreaterThanOrEqual(0.4);
});

test("what no real platform was seen to send is said to be unconfirmed", () => {
  for (const { id, status, source } of mappingPresets) {
    const isOwn = id.startsWith("generic-");
    expect([id, status]).toEqual([id, isOwn ? "own" : "unconfirmed"]);
    if (!isOwn) expect(source.en).toContain("unconfirmed");
    if (!isOwn) expect(source.zh).toContain("未证实");
  }
});
