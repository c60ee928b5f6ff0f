// `pnpm bench [codec|hub|api] [-- options]`: every figure is a ratio to a baseline of the same run. Without a name, all.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./workspace.ts";

const benches: { readonly [name: string]: string } = {
  codec: "packages/codec/bench/codec.bench.ts",
  hub: "packages/hub/bench/hub.bench.ts",
  api: "packages/hub/bench/api.bench.ts",
};

const [first, ...rest] = process.argv.slice(2).filter((word) => word !== "--");
const chosen = first === undefined || first.startsWith("-") ? Object.keys(benches) : [first];
const options = first?.startsWith("-") ? [first, ...rest] : rest;
for (const name of chosen) {
  const file = benches[name];
  if (file === undefined) {
    console.error(
      `没有名为 ${name} 的基准测试 · there is no benchmark ${name}; there are: ${Object.keys(benches).join(", ")}`,
    );
    process.exit(2);
  }
  console.log(`\n== ${name}: ${file}`);
  const answer = spawnSync(process.execPath, ["--conditions=@dianan/source", join(root, file), ...options], {
    stdio: "inherit",
  });
  if (answer.status !== 0) process.exit(answer.status ?? 1);
}
