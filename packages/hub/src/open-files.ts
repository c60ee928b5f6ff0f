import { createTenantView } from "./http/tenant-view.ts";
import type { Caller } from "./ports/caller.ts";
import type { Registry } from "./ports/registry.ts";
import type { Store } from "./ports/store.ts";
import { openReports } from "./report/open-reports.ts";
import { createFileShelf } from "./transfer/file-shelf.ts";
import { createJobLane } from "./transfer/job-lane.ts";
import { createTransfer } from "./transfer/open-transfer.ts";
import type { TransferDeps } from "./transfer/transfer-deps.ts";

type Deps = Omit<TransferDeps, "shelf" | "sightOf" | "store"> & { readonly store: Store; readonly registry: Registry };

/** Opens what lies as files beside the database: uploads, imports, exports, reports (文件、导入导出、报告). */
export const openFiles = (folder: string, deps: Deps) => {
  const shelf = createFileShelf(folder);
  const sightOf = (who: Pick<Caller, "tenant" | "scope" | "by" | "scopes">) => createTenantView(deps.store, who);
  return {
    transfer: createTransfer({ ...deps, shelf, sightOf }),
    reports: openReports({ ...deps, shelf, sightOf }, createJobLane()),
  };
};
