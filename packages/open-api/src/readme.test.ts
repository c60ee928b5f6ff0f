import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));
const blocks = [...readFileSync(`${folder}README.md`, "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
  (match) => match[1] ?? "",
);

/** Runs an example; resolves to the lines that it printed. */
const run = async (example: string): Promise<readonly string[]> => {
  const node = ["--conditions=@dianan/source", "--input-type=module-typescript", "--eval", example];
  const { stdout } = await promisify(execFile)(process.execPath, node, { cwd: folder, encoding: "utf8" });
  return stdout.trimEnd().split("\n");
};
const promised = (example: string): readonly string[] =>
  [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1] ?? "");

test("the README's client example prints what its comment says", { timeout: 30_000 }, async () => {
  const [client = ""] = blocks;
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url, request.headers.authorization);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ items: [{ id: "dev-889", name: "1 号车间配电箱" }], next: null, feedCursor: "c" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const printed = await run(client.replace(":8080", `:${(server.address() as AddressInfo).port}`));
    expect(printed).toEqual(promised(client));
    expect(asked).toEqual(["/api/v1/devices?presence=offline&limit=50", "Bearer da_your-key"]);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

test("the README's webhook example prints what its comments say", { timeout: 30_000 }, async () => {
  const [, webhook = ""] = blocks;
  expect(promised(webhook)).toHaveLength(2);
  expect(await run(webhook)).toEqual(promised(webhook));
});
