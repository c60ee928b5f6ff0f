import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const blocks = [...readFileSync(`${folder}README.md`, "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
  (match) => match[1] ?? "",
);

/** Runs an example; resolves to the lines that it printed. */
const run = async (example: string): Promise<readonly string[]> => {
  const node = ["--conditions=@dianan/source", "--input-type=module-typescript", "--eval", example];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, node, { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.trimEnd().split("\n");
};
const promised = (example: string): readonly string[] =>
  [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1] ?? "");

/** Something that answers as a hub does, where the examples look for one. */
const hub = async (): Promise<{ readonly port: number; readonly asked: readonly (string | undefined)[] }> => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url, request.headers.authorization);
    if (request.url === "/api/v1/events") {
      asked.push(request.headers["last-event-id"] as string);
      const change = { kind: "alarm", id: "alarm-1", version: 2, record: { id: "alarm-1" } };
      response.writeHead(200, { "content-type": "text/event-stream" });
      return void response.write(`event: change\nid: c2\ndata: ${JSON.stringify(change)}\n\n`);
    }
    const items = request.url?.includes("devices")
      ? [{ id: "dev-889", name: "1 号车间配电箱" }]
      : [{ id: "alarm-1", description: "剩余电流报警:689 mA(设定值 500 mA)" }];
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ items, next: null, feedCursor: "c1" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
};

test.each([
  [0, ["/api/v1/devices?presence=offline&limit=50", "Bearer da_your-key"]],
  [1, ["/api/v1/alarms?state=raised", "Bearer da_your-key", "/api/v1/events", "Bearer da_your-key", "c1"]],
] as const)(
  "the README's client example %d prints what its comments say",
  { timeout: 30_000 },
  async (at, expected) => {
    const example = blocks[at] ?? "";
    const { port, asked } = await hub();
    expect(await run(example.replace(":8080", `:${port}`))).toEqual(promised(example));
    expect(asked).toEqual(expected);
  },
);

test.each([
  [2, 2],
  [3, 3],
] as const)(
  "the README's signature example %d prints what its comments say",
  { timeout: 30_000 },
  async (at, lines) => {
    const example = blocks[at] ?? "";
    expect(promised(example)).toHaveLength(lines);
    expect(await run(example)).toEqual(promised(example));
  },
);

test("every example of the README is run", () => {
  expect(blocks).toHaveLength(4);
});
