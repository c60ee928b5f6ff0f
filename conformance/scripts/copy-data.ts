// Puts what runs are held against beside the built kit, so that its package needs nothing else.
import { cpSync, rmSync } from "node:fs";

const at = (path: string): URL => new URL(path, import.meta.url);

rmSync(at("../data"), { recursive: true, force: true });
for (const folder of ["conformance", "requirements", "sharing", "vectors"])
  cpSync(at(`../../specs/${folder}`), at(`../data/${folder}`), { recursive: true });
