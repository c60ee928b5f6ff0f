import { createClient } from "@dianan/open-api";
import { afterEach, expect, test } from "vitest";
import { ACCOUNT, type Administrator, firstAdministrator, PASSWORD } from "./people.ts";
import { dianan, printed, scratchFolder, startDianan } from "./run-dianan.ts";

const LIMIT = { timeout: 180_000 };
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

type Hub = { readonly url: string; readonly key: string; readonly admin: Administrator };
const startHub = async (code: string): Promise<Hub> => {
  const folder = scratchFolder();
  undo.push(folder.remove);
  const ports = ["--http-port", "0", "--gb26875-port", "0", "--gb26875-host", "127.0.0.1"];
  const running = startDianan([
    ...["hub", ...ports, "--data", folder.path, "--platform-code", code, "--outbound-allow", "127.0.0.1"],
  ]);
  undo.push(() => running.stop());
  await expect.poll(() => running.out(), { timeout: 60_000 }).toContain("Ctrl-C");
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(running.out())?.[0] ?? "";
  const setup = /Administrator (\S+)/.exec(running.out())?.[1] ?? "";
  const key = /da_[\w-]+/.exec(running.out())?.[0] ?? "";
  return { url, key, admin: await firstAdministrator(url, setup) };
};
const platform = (hub: Hub, ...words: readonly string[]) =>
  dianan(
    ["platform", ...words, "--api", hub.url, "--account", ACCOUNT, "--json"],
    `${PASSWORD}\n${hub.admin.code()}\n`,
  );

test(
  "EF-N.3, EF-N.4: two hubs are connected by one command on each side, and what one has the other gets",
  LIMIT,
  async () => {
    const [here, there] = [await startHub("ALPHA01"), await startHub("BRAVO01")];
    const invited = await platform(here, "invite", "BRAVO01", "示例平台", "--allow", "write,read");
    expect(invited.code, invited.err).toBe(0);
    const [{ token, versionsUrl }] = printed(invited) as unknown as [{ token: string; versionsUrl: string }];
    const joined = await platform(there, "connect", versionsUrl, token, "--push", "all", "--push-period-seconds", "1");
    expect(joined.code, joined.err).toBe(0);
    const [party] = printed(joined);
    expect(party).toMatchObject({ platformCode: "ALPHA01", state: "connected", initiative: "here" });
    const operator = {
      ...{ id: "op-01", name: "示例运维", code: "91350100M000100Y43", address: "晋江市灵源街道" },
      ...{ contactName: "联系人", contactPhone: "+86-595-85600000" },
    };
    await createClient({ baseUrl: there.url, key: there.key }).POST("/api/v1/operators", {
      body: { items: [operator] },
    });
    const api = createClient({ baseUrl: here.url, key: here.key });
    const seen = async () => (await api.GET("/api/v1/operators")).data?.items.map(({ id }) => id);
    await expect.poll(seen, { timeout: 30_000 }).toEqual(["op-01"]);
    // A person reads the same without --json, with the password in the environment.
    const listed = await dianan(
      ["platform", "list", "--api", there.url, "--account", ACCOUNT, "--code", there.admin.code()],
      "",
      { DIANAN_PASSWORD: PASSWORD },
    );
    expect(listed.out, listed.err).toMatch(/ALPHA01 .* connected .* push operator,unit,device,component,alarm/);
    expect(`${listed.out}${listed.err}${joined.out}`).not.toMatch(/dp_|sentence/);
  },
);

test("a command line that means nothing is refused with what to do before anybody signs in", LIMIT, async () => {
  const said = "http://127.0.0.1:9";
  for (const [words, hint] of [
    [[], "invite <code>"],
    [["ask"], "invite <code>"],
    [["invite", "X"], "invite <code>"],
    [["connect", "http://x"], "connect <versions-url>"],
    [["rotate"], "rotate <id>"],
    [["list", "more"], "list"],
    [["list", "--allow", "everything"], "--allow"],
    [["list", "--push", "readings"], "--push"],
    [["list", "--pull", "unit,people"], "--pull"],
    [["list", "--coordinate-system", "MARS"], "--coordinate-system"],
    [["list", "--push-period-seconds", "0"], "--push-period-seconds"],
    [["list"], "--account"],
  ] as const) {
    const ended = await dianan(["platform", ...words, "--api", said]);
    expect([words, ended.code]).toEqual([words, 2]);
    expect(ended.err).toContain(hint);
  }
  const nobody = await dianan(["platform", "list", "--api", said, "--account", "x"], "password\n000000\n");
  expect(nobody.code).toBe(1);
  expect(nobody.err).toContain("--api");
});

test("a wrong password, a wrong code and a token that is none are a refusal in the hub's words", LIMIT, async () => {
  const hub = await startHub("ALPHA01");
  const as = (input: string, ...words: readonly string[]) =>
    dianan(["platform", ...words, "--api", hub.url, "--account", ACCOUNT], input);
  expect(await as("wrong password\n000000\n", "list")).toMatchObject({ code: 1, err: expect.stringContaining("401") });
  expect(await as(`${PASSWORD}\n000\n`, "list")).toMatchObject({ code: 1, err: expect.stringContaining("422") });
  const url = `${hub.url}/versions`;
  const refused = await as(`${PASSWORD}\n${hub.admin.code()}\n`, "connect", url, "dp_nobody00000000");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("/versions");
  expect(await as(`${PASSWORD}\n${hub.admin.code()}\n`, "disconnect", "nobody")).toMatchObject({
    ...{ code: 1, err: expect.stringContaining("404") },
  });
});
