import type { Caller } from "../ports/caller.ts";
import type { Write } from "../ports/write.ts";
import type { Ask, HttpDeps } from "./http-deps.ts";
import { invalid, type Problem } from "./problem.ts";

/** A file that a sheet names, and where. */
export type NamedFile = { readonly id: string /** JSON pointer. */; readonly path: string };

/**
 * Writes by which files are kept as long as a sheet names them, and let go when it no longer does. One that it names anew must be
 * there for the caller; who wrote the others saw them then.
 *
 * @param by - the sheet, such as `installation:dev-889`
 */
export const keptFiles = async (
  { transfer: { files } }: Pick<HttpDeps, "transfer">,
  { view, caller, circumstance }: Ask,
  by: string,
  before: readonly NamedFile[],
  now: readonly NamedFile[],
): Promise<readonly Write[] | Problem> => {
  const idsBefore = new Set(before.map(({ id }) => id));
  const idsNow = new Set(now.map(({ id }) => id));
  const writes: Write[] = [];
  const referred = new Set<string>();
  for (const { id, path } of now) {
    if (idsBefore.has(id) || referred.has(id)) continue;
    referred.add(id);
    const file = await files.find(caller as Caller, id, circumstance.now);
    const write = file && (await files.refer(view.tenant, id, by, null));
    if (write === null) return invalid(path, "There is no such file: upload it first.", "没有此文件,请先上传。");
    writes.push(write);
  }
  for (const id of idsBefore) {
    const write = idsNow.has(id) ? null : await files.release(view.tenant, id, by);
    if (write !== null) writes.push(write);
  }
  return writes;
};
