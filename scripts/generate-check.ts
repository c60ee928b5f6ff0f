// Generated files are committed: this makes them again and fails when that changes anything.
import { execFileSync } from "node:child_process";
import { root } from "./workspace.ts";

const options = { cwd: root, encoding: "utf8", shell: process.platform === "win32" } as const;
const git = (...args: string[]): string => execFileSync("git", args, { ...options, maxBuffer: 256 * 1024 * 1024 });
// The differences themselves count, so that a checkout with uncommitted work can be checked too.
const picture = (): string => `${git("status", "--porcelain")}\n${git("diff", "HEAD")}`;

const before = picture();
execFileSync("pnpm", ["run", "task:gen"], { ...options, stdio: ["ignore", "ignore", "inherit"] });
if (picture() !== before) {
  console.error(
    `generated files were stale (生成的文件已过期); they are fresh now, commit them:\n${git("status", "--porcelain")}`,
  );
  process.exit(1);
}
console.log("generated files are fresh");
