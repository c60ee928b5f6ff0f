import { expect, test } from "vitest";
import { commands } from "../src/commands.ts";
import { communities } from "../src/example-data/communities.ts";
import { nearest } from "../src/options/nearest.ts";
import { parseOptions } from "../src/options/parse-options.ts";
import { dianan } from "./run-dianan.ts";

const LIMIT = { timeout: 30_000 };
const options = [
  { name: "http-port", kind: "integer", default: 8080, min: 0, max: 65_535, zh: "端口", en: "port" },
  { name: "data", kind: "text", default: "data", zh: "文件夹", en: "folder" },
  { name: "mode", kind: "text", default: null, oneOf: ["a", "b"], zh: "方式", en: "mode" },
  { name: "new-key", kind: "flag", zh: "新密钥", en: "new key" },
] as const;

test("an option comes before its environment variable, which comes before the default", () => {
  const env = { DIANAN_HTTP_PORT: "1", DIANAN_DATA: "from env" };
  expect(parseOptions(options, ["--http-port", "2"], env)).toMatchObject({
    ok: true,
    values: { "http-port": 2, data: "from env", mode: null, "new-key": false },
  });
});

test.each([
  [["--http-port", "65536"], {}, "65535"],
  [["--http-port", "-1"], {}, "65535"],
  [["--http-port", "eighty"], {}, "eighty"],
  [["--http-port"], {}, "--http-port"],
  [["--mode", "c"], {}, "a, b"],
  [["--new-key=5"], {}, "--new-key"],
  [["--htp-port", "1"], {}, "--http-port"],
  [["--nothing-like-it"], {}, "--help"],
  [[], { DIANAN_HTTP_PORT: "x" }, "DIANAN_HTTP_PORT"],
  [[], { DIANAN_NEW_KEY: "maybe" }, "DIANAN_NEW_KEY"],
])("%j with %j is refused, naming %s", (argv, env, named) => {
  const parsed = parseOptions(options, argv, env);
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) {
    expect(parsed.error.en).toContain(named);
    expect(parsed.error.zh).toMatch(/[\u4e00-\u9fff]/);
  }
});

test("nearest finds a slip of the finger and nothing far away", () => {
  expect(nearest("simulat", ["hub", "simulate"])).toBe("simulate");
  expect(nearest("xyz", ["hub", "simulate"])).toBeNull();
});

test("every option of every command has Chinese and English words and a name that fits the environment", () => {
  for (const { options: own } of commands)
    for (const { name, zh, en } of own) {
      expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/[a-z]/);
    }
});

test("RF-3: the example communities' targets add up to 140 and 230", () => {
  expect(communities).toHaveLength(10);
  expect(communities.reduce((sum, one) => sum + one.electricalFire, 0)).toBe(140);
  expect(communities.reduce((sum, one) => sum + one.charging, 0)).toBe(230);
});

test("help lists the commands, and each command its options with default and environment variable", LIMIT, async () => {
  const overview = await dianan(["help"]);
  expect(overview.code).toBe(0);
  for (const { name } of commands) expect(overview.out).toContain(name);
  const hub = await dianan(["hub", "--help"]);
  expect(hub.code).toBe(0);
  for (const words of ["--http-port", "DIANAN_HTTP_PORT", "8080", "--city-url", "设备"])
    expect(hub.out).toContain(words);
});

test("--version prints the package's version", LIMIT, async () => {
  expect((await dianan(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("nothing, an unknown command and words that mean nothing exit 2 and say what to do", LIMIT, async () => {
  expect((await dianan([])).code).toBe(2);
  const slip = await dianan(["decod"]);
  expect(slip.code).toBe(2);
  expect(slip.err).toContain("decode");
  const words = await dianan(["hub", "now"]);
  expect(words.code).toBe(2);
  expect(words.err).toContain("now");
});
