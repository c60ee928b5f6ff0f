import type { TenantId } from "@dianan/model";
import type { Files } from "../ports/files.ts";
import type { RecordKind } from "../ports/records.ts";
import type { Exports, Imports, Template } from "../ports/transfer.ts";
import { createExports } from "./exports.ts";
import { createFiles } from "./files.ts";
import { createImports } from "./imports.ts";
import { createJobLane } from "./job-lane.ts";
import { templateOf } from "./template.ts";
import type { TransferDeps } from "./transfer-deps.ts";

/** Files, imports and exports of all tenants. */
export type Transfer = {
  readonly files: Files;
  readonly imports: Imports;
  readonly exports: Exports;
  readonly template: (kind: RecordKind, format: "xlsx" | "csv") => Promise<Template>;
  /** Goes on with the jobs of these tenants that were under way when the hub ended. */
  resume(tenants: readonly TenantId[]): Promise<void>;
  /** Removes the bytes of what has expired. */ sweep(): Promise<void>;
  /** Ends what runs; it goes on, or is told as failed, when the hub starts again. */ close(): Promise<void>;
};

export const createTransfer = (deps: TransferDeps): Transfer => {
  const files = createFiles(deps);
  const importLane = createJobLane();
  const imports = createImports(deps, files, importLane);
  const exportLane = createJobLane();
  const exports = createExports(deps, files, exportLane);
  return {
    files,
    imports,
    exports,
    template: templateOf,
    resume: async (tenants) => {
      await deps.shelf.clear();
      for (const tenant of tenants) {
        await imports.resume(tenant);
        await exports.resume(tenant);
      }
    },
    sweep: files.sweep,
    close: async () => {
      await Promise.all([importLane.close(), exportLane.close()]);
    },
  };
};
