import { closeSync, fsyncSync, openSync } from "node:fs";

/** Makes renames in a folder durable. Windows cannot open a folder; its file system journals renames itself. */
export const syncFolder = (folder: string): void => {
  let handle: number;
  try {
    handle = openSync(folder, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Some file systems do not sync folders.
  } finally {
    closeSync(handle);
  }
};
