import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisedBy, runExample } from "@dianan/example-hub";
import { expect, test } from "vitest";
import { openPlatform } from "../src/platform.ts";

const folder = join(import.meta.dirname, "..");
const SLOW = { timeout: 180_000 };

test("EF-N.3, EF-N.4, SEC-API-03: it says what its README says", SLOW, async () => {
  const { said, code } = await runExample(folder);
  expect([code, said]).toEqual([0, promisedBy(folder)]);
});

test("EF-N.3: its README is of one screen, its program of under 75 lines", () => {
  const lines = (file: string): number => readFileSync(join(folder, file), "utf8").trim().split("\n").length;
  expect([lines("README.md") < 45, lines("src/main.ts") < 75]).toEqual([true, true]);
});

test("an invitation for another code, one that was used, and no invitation connect nobody", SLOW, async () => {
  const [to, from] = [await openPlatform("ALPHA01"), await openPlatform("BRAVO01")];
  try {
    const scopes = ["records:read"];
    const invited = await to.person.POST("/api/v1/parties", {
      ...{ body: { name: "别人", platformCode: "OTHER01", scopes }, headers: to.security },
    });
    const versionsUrl = invited.data?.versionsUrl ?? "";
    const join = async (token: string): Promise<string | undefined> =>
      (
        await from.person.POST("/api/v1/party-connections", {
          body: { versionsUrl, token, scopes },
          headers: from.security,
        })
      ).error?.code;
    expect(await join(invited.data?.token ?? "")).toBe("peer-refused");
    expect(await join("dp_of-nobody-at-all")).toBe("peer-unreachable");
    expect((await from.api.GET("/api/v1/parties")).data?.items).toEqual([]);
  } finally {
    await Promise.all([to.close(), from.close()]);
  }
});
