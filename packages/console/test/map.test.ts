import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { deflateSync } from "node:zlib";
import type { RunningHub } from "@dianan/hub";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./browser.ts";
import { putAlarms, seed } from "./page-hub.ts";
import { type Desk, openTeam, type Team } from "./people.ts";
import { said, to } from "./screen.ts";
import { describePage, openStage, type Stage } from "./stage.ts";
import { sweep } from "./sweep.ts";

/** A picture of 256 × 256 pixels with lines at its edges, drawn here: no map of anybody. */
const tilePicture = (): Buffer => {
  const crcOf = (bytes: Buffer): number => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
    }
    return ~crc >>> 0;
  };
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.from([0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0]);
  const rows = Array.from({ length: 256 }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: 256 }, (_, x) => (x % 64 === 0 || y % 64 === 0 ? 150 : 225))]),
  );
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    ...[sign, chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.concat(rows)))],
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

let stage: Stage;
let hub: RunningHub;
let team: Team;
let officer: Desk;
let system: Desk;
let tiles: Server;
let port: number;
let isGone = false;
const asked: string[] = [];

/** Units some hundred metres from each other. */
const spread = async (): Promise<void> => {
  const authorization = `Bearer ${hub.firstKey}`;
  for (let n = 0; n < 6; n += 1) {
    const url = `${hub.httpUrl}/api/v1/units/unit-${n}`;
    const etag = (await fetch(url, { headers: { authorization } })).headers.get("etag") ?? "";
    const headers = { authorization, "content-type": "application/merge-patch+json", "if-match": etag };
    const body = JSON.stringify({ latitude: 24.7 + n * 0.006, longitude: 118.52 + ((n * 7) % 5) * 0.009 });
    const response = await fetch(url, { method: "PATCH", headers, body });
    if (!response.ok) throw new Error(await response.text());
  }
};
const set = async (more: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(more)) {
    const field = system.page.locator(`.ask-map [name=${name}]`);
    if (name === "system") await field.selectOption(value);
    else await field.fill(value);
  }
  await system.page.locator(".ask-map [type=submit]").click();
};
const drawn = (): Promise<number> =>
  officer.page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLImageElement>(".plan-tile")].filter((one) => one.naturalWidth === 256).length,
  );
const firstMark = async (): Promise<number> => {
  const box = await officer.page.locator(".plan-mark").first().boundingBox();
  return (box?.x ?? 0) + (box?.y ?? 0);
};

describePage("the map, in a real browser at a real hub", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    const picture = tilePicture();
    tiles = createServer((request, response) => {
      asked.push(request.url ?? "");
      if (isGone) response.writeHead(404).end();
      else response.writeHead(200, { "content-type": "image/png" }).end(picture);
    });
    await new Promise<void>((done) => tiles.listen(0, "127.0.0.1", done));
    port = (tiles.address() as AddressInfo).port;
    stage = await openStage("map", { outboundAllow: "127.0.0.1" });
    ({ hub } = stage);
    await seed(hub, hub.firstKey ?? "", []);
    await spread();
    await putAlarms(hub, hub.firstKey ?? "");
    team = await openTeam(hub);
    officer = await team.desk(stage.browser, await team.invite("陈伟", "dutyOfficer"), "#/overview?tab=map");
    system = await team.desk(stage.browser, await team.invite("周敏", "systemAdministrator"), "#/admin?tab=map");
    await officer.page.locator(".plan-mark").first().waitFor();
  }, 120_000);
  afterAll(async () => {
    await stage?.end();
    tiles?.close();
  }, 30_000);

  test("EF-4.3: without a source the map is units to scale on plain ground, and nobody is asked for tiles", async () => {
    await said(officer.page, ".plan", /不含底图/);
    expect([await officer.page.locator(".plan-tile").count(), asked]).toEqual([0, []]);
    await sweep(officer, "overview-map");
    await officer.page.locator("a.plan-mark").first().click();
    await officer.page.locator(".unit-detail .detail-head h2").waitFor();
  });

  test("SEC-OUT-01, 地图管理条例: a source that may not be called, or a public one without its approval number, is refused", async () => {
    await said(system.page, ".map-now", /未设置/);
    await set({ url: "https://10.0.0.1/{z}/{x}/{y}" });
    await said(system.page, ".ask-map .problem", /不允许调用该地址/);
    await set({ url: "https://1.1.1.1/{z}/{x}/{y}", attribution: "示例底图" });
    await said(system.page, ".ask-map .problem", /审图号/);
    expect(await system.page.locator(".ask-map [name=attribution]").inputValue()).toBe("示例底图");
    await sweep(system, "admin-map");
    await said(system.page, ".map-now", /未设置/);
  });

  test("EF-4.3: tiles come through the hub under the units, with what they are; a tile that does not come is said", async () => {
    await set({
      url: `http://127.0.0.1:${port}/{z}/{x}/{y}?tk=secret-key-0001`,
      attribution: "测试底图",
      approval: "GS(2026)0001号",
    });
    await said(system.page, ".map-now", /secret-key-0001/);
    await to(officer.page, "#/overview?tab=map");
    await until(drawn, (count) => count >= 4, 60_000);
    await said(officer.page, ".plan-credit", /测试底图 · GS\(2026\)0001号/);
    expect(await officer.page.content()).not.toContain("secret-key");
    await sweep(officer, "overview-tiles");
    isGone = true;
    await officer.page.locator(".plan-tools button").first().click();
    await said(officer.page, ".plan", /张底图未取到/);
    expect(await officer.page.locator(".plan-mark").count()).toBeGreaterThan(0);
    isGone = false;
  });

  test("with a source in GCJ-02 the marks are shifted on the screen, and no unit's record is", async () => {
    const before = await (
      await fetch(`${hub.httpUrl}/api/v1/units/unit-0`, { headers: { authorization: `Bearer ${hub.firstKey}` } })
    ).text();
    const inView = async (): Promise<string> => {
      await to(officer.page, "#/devices");
      await to(officer.page, "#/overview?tab=map");
      await until(drawn, (count) => count >= 4, 60_000);
      return (await officer.page.locator(".plan-tile").first().getAttribute("style")) ?? "";
    };
    const plain = await inView();
    await set({ system: "GCJ02" });
    await said(system.page, ".map-now", /GCJ-02/);
    expect(await inView()).not.toBe(plain);
    expect(await firstMark()).toBeGreaterThan(0);
    const after = await (
      await fetch(`${hub.httpUrl}/api/v1/units/unit-0`, { headers: { authorization: `Bearer ${hub.firstKey}` } })
    ).text();
    expect(after).toBe(before);
  });

  test("SEC-USR-08: no breach of the policy, no request to elsewhere, no uncaught error", () => {
    for (const { watch } of [officer, system]) expect(watch).toEqual({ outside: [], violations: [], errors: [] });
  });
});
