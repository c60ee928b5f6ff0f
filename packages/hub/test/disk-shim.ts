// The shim that lets a hub's calls on its database fail or take longer, see disk-fault.c.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const hasCompiler = process.platform === "linux" && spawnSync("gcc", ["--version"]).status === 0;

/** Makes it in a folder and says where it is, for LD_PRELOAD. @throws Error with what the compiler says */
export const makeDiskShim = (folder: string): string => {
  const shim = join(folder, "disk-fault.so");
  const source = fileURLToPath(new URL("./disk-fault.c", import.meta.url));
  const made = spawnSync("gcc", ["-shared", "-fPIC", "-O1", "-o", shim, source, "-ldl"], { encoding: "utf8" });
  if (made.status !== 0 || made.stderr !== "") throw new Error(`disk-fault.c: ${made.error?.message ?? made.stderr}`);
  return shim;
};
