import { existsSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { MapperError } from "../ports/mapper.ts";
import { createMapper } from "./mapper.ts";

/** So patient that nothing here ends by its time, however busy the machine is. */
const mapper = createMapper({ stopMs: 300_000 });
/** So impatient that what never ends is stopped soon. */
const impatient = createMapper({ stopMs: 200 });
afterAll(() => Promise.all([mapper.close(), impatient.close()]));

const of = (name: string, tenant = "t") => ({ tenant, name });
const run = (expression: string, input: unknown = {}, owner = "a", bindings: Record<string, unknown> = {}) =>
  mapper.run({ owner: of(owner), expression, input: JSON.stringify(input), bindings });
const codeOf = async (expression: string, input: unknown = {}): Promise<string> => {
  const outcome = await run(expression, input);
  return outcome.ok ? `ok ${JSON.stringify(outcome.value)}` : outcome.error.code;
};

test("EF-N.1: an expression reads the input, its parameters and what it is bound to", async () => {
  const outcome = await run("{ 'id': id, 'v': v * $params.factor, 'h': $headers.\"x-a\" }", { id: "a", v: 3 }, "a", {
    params: { factor: 0.5 },
    headers: { "x-a": "b" },
  });
  expect(outcome).toEqual({ ok: true, value: { id: "a", v: 1.5, h: "b" } });
  expect(await run("[]")).toEqual({ ok: true, value: [] });
  expect(await run("$", [1, { a: null }])).toEqual({ ok: true, value: [1, { a: null }] });
  expect(await mapper.check(of("a"), "$sum(items.price)")).toBeNull();
});

test("what cannot be read says where in the expression, in both languages", async () => {
  const cases: readonly (readonly [string, number])[] = [
    ["{ 'a': }", 8],
    ["$x := ", 6],
    ["(1 + 2", 6],
    ['"open', 5],
    ["/a", 2],
    ["a ~> ", 5],
    ["", 0],
    ["a b", 3],
  ];
  for (const [expression, position] of cases) {
    const fault = await mapper.check(of("a"), expression);
    expect([expression, fault?.code, fault?.position]).toEqual([expression, "mapping-syntax", position]);
    expect(fault?.message.zh).toContain("语法错误");
    expect(fault?.message.en).toContain(`@${position}`);
    // Worked out it says the same.
    const outcome = await run(expression);
    expect(outcome.ok ? null : outcome.error).toEqual(fault);
  }
  expect((await mapper.check(of("a"), "(".repeat(16_000)))?.code).toBe("mapping-syntax");
});

test("what fails while it is worked out says where; nothing and functions are no result", async () => {
  const failed = await run("1 + $number(a)", { a: "x" });
  expect(failed).toMatchObject({ ok: false, error: { code: "mapping-failed", position: 12 } });
  expect(await codeOf("1 + 'a'")).toBe("mapping-failed");
  expect(await codeOf("$error('no such meter')")).toBe("mapping-failed");
  expect(await run("$error('no such meter')")).toMatchObject({
    error: { message: { en: expect.stringContaining("no such meter") } },
  });
  expect(await codeOf("$nobody()")).toBe("mapping-failed");
  expect(await codeOf("missing.member")).toBe("mapping-empty");
  expect(await codeOf("$sum")).toBe("mapping-function");
  expect(await codeOf("{ 'f': function($x) { $x } }")).toBe("mapping-function");
  expect(await codeOf("$eval('1 +')")).toBe("mapping-failed");
});

test("SEC-API-05: what has no end ends by its steps, its depth, its size or its memory, and the next one is worked out", async () => {
  const bombs: readonly (readonly [string, readonly string[]])[] = [
    ["($f := function($x) { $f($x) }; $f(1))", ["mapping-steps"]],
    ["($f := function($x) { $f($x) + 1 }; $f(1))", ["mapping-depth"]],
    ["[1..10000000]", ["mapping-size"]],
    ["$map([1..19999], function($i) { $map([1..19999], function($j) { $i * $j }) })", ["mapping-steps"]],
    ["$pad('', 600000000, 'x')", ["mapping-size", "mapping-memory"]],
    ["$join($map([1..9000], function($i) { $pad('', 100, 'x') }))", ["mapping-size"]],
    ["$map([1..15000], function($i) { [1..15000] })", ["mapping-memory"]],
    // Doubles itself until nothing holds it.
    ["$reduce([1..200], function($a, $b) { $a & $a }, 'x')", ["mapping-size", "mapping-memory"]],
    ["$reduce([1..200], function($a, $b) { [$a, $a] }, ['x'])", ["mapping-depth", "mapping-size", "mapping-memory"]],
  ];
  for (const [expression, codes] of bombs) {
    expect(codes, expression).toContain(await codeOf(expression));
    expect(await codeOf("1 + 1"), `after ${expression}`).toBe("ok 2");
  }
}, 120_000);

test("SEC-API-05: a regular expression that backtracks is one step; the end of its process ends it", async () => {
  const endless = `$match('${"a".repeat(60)}!', /^(a+)+$/)`;
  const ask = (expression: string) => impatient.run({ owner: of("a"), expression, input: "1", bindings: {} });
  expect(await ask(endless)).toMatchObject({ ok: false, error: { code: "mapping-time", position: null } });
  const [first, next] = await Promise.all([
    ask(endless),
    impatient.run({ owner: of("a"), expression: "1 + 1", input: "1", bindings: {} }),
  ]);
  expect([first.ok, next]).toEqual([false, { ok: true, value: 2 }]);
}, 120_000);

test("SEC-API-05: an expression reaches neither the process nor what the next one sees", async () => {
  const attempts = [
    "$.constructor.constructor('return process')()",
    "$sum.constructor",
    "$eval('process')",
    "process.env",
    "$env",
    "$lookup($, '__proto__')",
    "$lookup($, 'constructor')",
    "$ ~> |$|{'__proto__': {'polluted': true}}|",
    "$merge([{'__proto__': {'polluted': true}}])",
    "{'__proto__': {'polluted': true}}",
    "$ ~> |constructor.prototype|{'polluted': true}|",
  ];
  for (const expression of attempts) {
    const outcome = await run(expression, { a: { b: 1 } });
    const text = JSON.stringify(outcome.ok ? outcome.value : outcome.error.code);
    expect(text, expression).not.toMatch(/PATH|execArgv|versions/);
    expect(await codeOf("[polluted, a.polluted, $exists(polluted)]", { a: {} }), expression).toBe("ok [false]");
  }
});

test("owners take turns: one whose expressions are slow does not keep the others waiting for all of them", async () => {
  const order: string[] = [];
  const asked = [...Array.from({ length: 5 }, () => "slow"), "other"].map(async (owner) => {
    await run("$count([1..1000])", {}, owner);
    order.push(owner);
  });
  await Promise.all(asked);
  expect(order.indexOf("other")).toBeLessThanOrEqual(2);
  expect(order).toHaveLength(6);
});

test("SEC-BAK-01: a process that does not start, and a hub that closes, are no fault of the expression", async () => {
  const { fork } = await import("node:child_process");
  const broken = createMapper({
    start: () => fork("/nowhere/at/all.js", [], { stdio: ["ignore", "ignore", "ignore", "ipc"] }),
  });
  await expect(broken.run({ owner: of("a"), expression: "1", input: "1", bindings: {} })).rejects.toMatchObject({
    code: "unavailable",
  });
  await broken.close();
  await expect(broken.check(of("a"), "1")).rejects.toThrow(MapperError);
  const closing = createMapper();
  const asked = closing.run({ owner: of("a"), expression: "1", input: "1", bindings: {} });
  const told = expect(asked).rejects.toMatchObject({ code: "closed" });
  await closing.close();
  await told;
  const full = createMapper();
  const many = Array.from({ length: 2_100 }, () =>
    full.run({ owner: of("a"), expression: "1", input: "1", bindings: {} }).then(
      () => "ok",
      (error: MapperError) => error.code,
    ),
  );
  await full.close();
  expect(new Set(await Promise.all(many))).toEqual(new Set(["busy", "closed"]));
});

test("a process that is killed from outside is replaced, and what it worked on is worked out again", async () => {
  const { fork } = await import("node:child_process");
  const started: ReturnType<typeof fork>[] = [];
  const entry = new URL("./mapper-process.ts", import.meta.url);
  const one = createMapper({
    start: () => {
      const process = fork(entry, [], { stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [] });
      started.push(process);
      return process;
    },
    slowMs: 300_000,
    stopMs: 600_000,
  });
  const ask = () => one.run({ owner: of("a"), expression: "$count([1..15000])", input: "1", bindings: {} });
  expect(await ask()).toEqual({ ok: true, value: 15_000 });
  const [first] = started;
  const again = ask();
  first?.kill("SIGKILL");
  expect(await again).toEqual({ ok: true, value: 15_000 });
  // One stood ready, and another one does now.
  expect(started).toHaveLength(3);
  await one.close();
  expect(started.every(({ signalCode }) => signalCode === "SIGKILL")).toBe(true);
});

test("SEC-API-05: when the hub is killed its process ends too, though an expression in it would never end", async () => {
  const { spawn } = await import("node:child_process");
  const code = `
    import { fork } from "node:child_process";
    import { createMapper } from ${JSON.stringify(new URL("./mapper.ts", import.meta.url).href)};
    const start = () => {
      const child = fork(new URL(${JSON.stringify(new URL("./mapper-process.ts", import.meta.url).href)}), [], { stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: [] });
      console.log(child.pid);
      return child;
    };
    const mapper = createMapper({ start, stopMs: 600_000 });
    const ask = (expression) => mapper.run({ owner: { tenant: "t", name: "a" }, expression, input: "1", bindings: {} });
    await ask("1");
    void ask("$match('" + "a".repeat(60) + "!', /^(a+)+$/)");
    console.log("asked");
    setInterval(() => {}, 1_000);
  `;
  const hub = spawn(process.execPath, ["--conditions=@dianan/source", "--input-type=module", "-e", code], {
    cwd: new URL(".", import.meta.url),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  hub.stdout.on("data", (chunk) => {
    said += String(chunk);
  });
  await expect.poll(() => said, { timeout: 60_000 }).toContain("asked");
  const pids = () => (said.match(/^[0-9]+$/gm) ?? []).map(Number);
  const isThere = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      // One that has ended stays in the table until somebody asks for it, which here nobody may do.
      return !existsSync("/proc/self/stat") || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
    } catch {
      return false;
    }
  };
  // The one with what never ends, and the one that stands ready.
  await expect.poll(() => pids().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
  expect(pids().some(isThere)).toBe(true);
  hub.kill("SIGKILL");
  await expect.poll(() => pids().some(isThere), { timeout: 60_000 }).toBe(false);
}, 150_000);
