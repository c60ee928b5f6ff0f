import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = `
  const { testProfile, profileDocs } = await import(${JSON.stringify(new URL("../src/index.ts", import.meta.url).href)});
  const { shippedProfiles } = await import(${JSON.stringify(new URL("../src/shipped.ts", import.meta.url).href)});
  const all = Object.values(shippedProfiles);
  console.log(new Date(0).getTimezoneOffset());
  console.log(JSON.stringify(all.map((profile) => [testProfile(profile), profileDocs(profile)])));
`;
const inZone = (TZ: string): readonly [string, string] => {
  const out = execFileSync(process.execPath, ["--conditions=@dianan/source", "--input-type=module", "-e", script], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, TZ },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const [offset = "", verdict = ""] = out.split("\n");
  return [offset, verdict];
};

test("the verdict is the same in every time zone", { timeout: 60_000 }, () => {
  const zones = ["UTC", "Asia/Shanghai", "America/St_Johns"].map(inZone);
  // The zones were really in force.
  expect(new Set(zones.map(([offset]) => offset)).size).toBe(3);
  const [first] = zones;
  for (const [, verdict] of zones) expect(verdict).toBe(first?.[1]);
  const reports = JSON.parse(first?.[1] ?? "[]") as readonly (readonly [{ readonly ok: boolean }, string])[];
  expect(reports.length).toBeGreaterThan(0);
  for (const [{ ok }] of reports) expect(ok).toBe(true);
});
