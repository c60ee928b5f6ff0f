import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Shelf } from "../ports/shelf.ts";

const UNFINISHED = ".part";
const nameShape = /^[A-Za-z0-9-]{1,64}(\.[a-z]{1,8})?$/;

export const createFileShelf = (folder: string): Shelf => {
  const pathOf = (tenant: string, name: string): string => {
    if (!nameShape.test(name)) throw new RangeError(`shelf: ${JSON.stringify(name)} is no name of a file`);
    return join(folder, tenant, name);
  };
  const list = async (): Promise<readonly (readonly [string, string])[]> => {
    const tenants = await readdir(folder).catch(() => []);
    const lists = tenants.map(async (tenant) =>
      (await readdir(join(folder, tenant)).catch(() => [])).map((name) => [tenant, name] as const),
    );
    return (await Promise.all(lists)).flat();
  };

  return {
    pathOf,
    create: async (tenant, name) => {
      const path = pathOf(tenant, name);
      // It holds personal data: for this user only.
      await mkdir(join(folder, tenant), { recursive: true, mode: 0o700 });
      const handle = await open(path + UNFINISHED, "w", 0o600);
      const hash = createHash("sha256");
      let size = 0;
      let isOpen = true;
      const close = async (): Promise<void> => {
        if (isOpen) await handle.close();
        isOpen = false;
      };
      return {
        write: async (bytes) => {
          hash.update(bytes);
          size += bytes.length;
          await writeAll(handle, bytes);
        },
        finish: async () => {
          await handle.sync();
          await close();
          await rename(path + UNFINISHED, path);
          await syncFolder(join(folder, tenant));
          return { bytes: size, sha256: hash.digest("hex") };
        },
        abort: async () => {
          await close().catch(() => {});
          await rm(path + UNFINISHED, { force: true });
        },
      };
    },
    read: async (tenant, name) => readFile(pathOf(tenant, name)),
    stream: (tenant, name, start, end) =>
      start >= end
        ? new Blob([]).stream()
        : (Readable.toWeb(
            createReadStream(pathOf(tenant, name), { start, end: end - 1 }),
          ) as ReadableStream<Uint8Array>),
    drop: async (tenant, name) => rm(pathOf(tenant, name), { force: true }),
    namesBefore: async (at) => {
      const old: (readonly [string, string])[] = [];
      for (const [tenant, name] of await list()) {
        if (!nameShape.test(name) || name.endsWith(UNFINISHED)) continue;
        const found = await stat(join(folder, tenant, name)).catch(() => null);
        if (found !== null && found.mtimeMs < at) old.push([tenant, name]);
      }
      return old;
    },
    clear: async () => {
      for (const [tenant, name] of await list())
        if (name.endsWith(UNFINISHED)) await rm(join(folder, tenant, name), { force: true });
    },
  };
};

const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
};

/** A rename is durable once the folder is. */
const syncFolder = async (folder: string): Promise<void> => {
  // Windows cannot open a folder; its file system journals renames itself.
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
};
