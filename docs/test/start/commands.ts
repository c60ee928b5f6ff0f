// The ten-minute starts are followed as they stand: their commands are pasted into a shell, in a folder that has only what they name.
import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages, root } from "../../site/paths.ts";

type Block = { readonly language: string; readonly tag: string; readonly text: string };
const blocksOf = (page: string, language: string): readonly Block[] =>
  [
    ...readFileSync(join(root, "docs", language, "start", `${page}.md`), "utf8").matchAll(
      /^```(\w+)(?: (\w+))?\n([\s\S]*?)^```/gm,
    ),
  ].map(([, kind = "", tag = "", text = ""]) => ({ language: kind, tag, text }));
const shell = (page: string): readonly Block[] => blocksOf(page, "zh").filter(({ language }) => language === "sh");
const one = (page: string, word: string): Block => {
  const found = shell(page).filter(({ text }) => text.includes(word));
  expect(found, `${page}: ${word}`).toHaveLength(1);
  return found[0] as Block;
};

const folder = mkdtempSync(join(tmpdir(), "dianan 电安 start "));
const node = `"${process.execPath}" --conditions=@dianan/source`;
/** Stands for npm and pnpm: what was set up and built before is run from its sources. */
const STANDS_FOR = `#!/bin/sh
case "$1 $2 $3 $4" in
"run -s dianan --") shift 4; exec ${node} "${root}/packages/cli/src/main.ts" "$@" ;;
"run demo "*) shift 2; [ "$1" = -- ] && shift; exec ${node} "${root}/packages/cli/src/main.ts" demo "$@" ;;
"--filter @dianan/example-city-receiver start ") exec ${node} "${root}/examples/city-receiver/src/main.ts" ;;
*) echo "unknown: $*" >&2; exit 64 ;;
esac
`;
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DIANAN|CONFORM)_/.test(name))),
  PATH: `${join(folder, "bin")}:${process.env.PATH}`,
  ...{ DIANAN_HTTP_PORT: "0", DIANAN_GB26875_PORT: "0", DIANAN_GB26875_HOST: "127.0.0.1", PORT: "0" },
  // Enough of the cases to know that the command is right; all of them are run elsewhere.
  ...{ CONFORM_SEED: "7", CONFORM_ONLY: "F3/decode/*" },
};
const running: ChildProcess[] = [];

beforeAll(() => {
  mkdirSync(join(folder, "bin"));
  for (const name of ["npm", "pnpm"]) {
    writeFileSync(join(folder, "bin", name), STANDS_FOR);
    chmodSync(join(folder, "bin", name), 0o755);
  }
  symlinkSync(join(root, "examples"), join(folder, "examples"));
});
afterAll(async () => {
  for (const child of running.reverse()) {
    if (child.exitCode !== null) continue;
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

type Ended = { readonly code: number | null; readonly said: string };
const start = (text: string, more: object = {}): { readonly child: ChildProcess; said(): string } => {
  // exec: a signal reaches the program itself.
  const child = spawn("sh", ["-c", text], { cwd: folder, env: { ...env, ...more } });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (part: string) => (said += part));
  return { child, said: () => said };
};
const paste = (text: string, more: object = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const { child, said } = start(text, more);
    child.once("close", (code) => resolve({ code, said: said() }));
  });
/** Starts what goes on running, and waits until it says something. */
const leave = async (text: string, until: RegExp, more: object = {}): Promise<string> => {
  const { child, said } = start(`exec ${text.trim()}`, more);
  running.push(child);
  await expect
    .poll(() => (child.exitCode === null ? said() : `it ended: ${said()}`), { timeout: 200_000, interval: 100 })
    .toMatch(until);
  return said();
};

test.each(["vendor", "platform", "city"])("%s: both languages have the same commands", (page) => {
  const [zh, en] = languages.map((language) => blocksOf(page, language));
  expect(zh?.length).toBeGreaterThan(2);
  expect(en).toEqual(zh);
});

test("EF-N.2: a vendor reads a frame, is told what is wrong with another, and puts a codec to the test", async () => {
  const [tree, refused] = shell("vendor");
  const read = await paste(tree?.text ?? "");
  expect(read).toMatchObject({ code: 0 });
  expect(read.said).toContain("部件类型");
  expect(refused?.tag).toBe("fails");
  const wrong = await paste(refused?.text ?? "");
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.said)).toMatchObject({
    ok: false,
    error: { offset: expect.any(Number), clause: expect.stringContaining("GB/T 26875.3") },
  });
  const kit = await paste(one("vendor", "conform run codec").text);
  expect(kit, kit.said).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, "report", "report.html"))).toBe(true);
});

test("a vendor's program prints what its comment says", async () => {
  const program = blocksOf("vendor", "zh").find(({ language }) => language === "ts");
  // A folder of the workspace from which the codec's published name resolves.
  const file = join(root, "docs", ".vitepress", "cache", "start.ts");
  mkdirSync(join(root, "docs", ".vitepress", "cache"), { recursive: true });
  writeFileSync(file, program?.text ?? "");
  const ended = await paste(`${node} "${file}"`);
  rmSync(file);
  expect(ended).toEqual({ code: 0, said: "1 empty\n" });
});

test("EF-N.3, SH-1 to SH-6: a platform reads a hub and hears of changes; a city gets the records and judges a receiver", async () => {
  const city = await leave(one("city", "example-city-receiver").text, /http:\/\/127\.0\.0\.1:\d+/);
  const receiver = /http:\/\/127\.0\.0\.1:\d+/.exec(city)?.[0] ?? "";
  const at = (text: string): string => text.replaceAll("http://127.0.0.1:8090", receiver);
  expect(one("platform", "npm run demo").tag).toBe("long");
  const demo = await leave(at(one("city", "npm run demo").text), /Ctrl-C/, { DIANAN_DATA: join(folder, "data") });
  const hub = /http:\/\/127\.0\.0\.1:\d+/.exec(demo)?.[0] ?? "";
  const key = /da_[\w-]+/.exec(demo)?.[0] ?? "";

  const given = one("platform", "export HUB").text.replace("http://127.0.0.1:8080", hub).replace("da_…", key);
  const [lists, changes] = [one("platform", '/alarms?limit=5"\ncurl').text, one("platform", "/api/v1/events").text];
  await expect
    .poll(async () => (await paste(given + lists)).said, { timeout: 120_000 })
    .toMatch(/"deviceId"[\s\S]*"installedOn"/);
  const refused = shell("platform").find(({ tag }) => tag === "refused");
  expect((await paste(given + (refused?.text ?? ""))).said).toMatch(/^HTTP\/1\.1 401[\s\S]*"code":"unauthorized"/);
  expect((await paste(given + changes)).said).toMatch(/event: [\s\S]*"items":\[/);
  const help = await paste(one("platform", "run share --help").text);
  expect(help).toMatchObject({ code: 0 });
  expect(help.said).toContain("--post-to");

  // The records of the demo have come to the city.
  await expect.poll(async () => (await fetch(receiver)).text(), { timeout: 120_000 }).toMatch(/device<\/td><td>[1-9]/);
  const judged = await paste(at(one("city", "--post-to").text), { CONFORM_ONLY: undefined });
  expect(judged, judged.said).toMatchObject({ code: 0 });
  expect((await paste(one("city", "conform verify").text)).code).toBe(0);
  const report = join(folder, "report", "report.json");
  writeFileSync(report, readFileSync(report, "utf8").replace('"PASS"', '"FAIL"'));
  expect((await paste(one("city", "conform verify").text)).code).not.toBe(0);
});
