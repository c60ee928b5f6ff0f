import type { Instant, TenantId } from "@dianan/model";
import { actorNamed } from "../core/record-actor.ts";
import type { AccessItem, AccessKind } from "../ports/access-store.ts";
import { allOf, told, tryCommit } from "../ports/act.ts";
import type { Caller } from "../ports/caller.ts";
import type { FileFault, Files, FileView, MediaType, OpenFile } from "../ports/files.ts";
import { StoreError } from "../ports/store-error.ts";
import type { Write } from "../ports/write.ts";
import { mediaTypeOf } from "./file-kind.ts";
import { itemWrite, liveItem, type TransferDeps } from "./transfer-deps.ts";

/** How long an uploaded file is kept when nothing refers to it. */
const UPLOAD_MS = 24 * 3_600_000;
/** Bytes without an item that are younger may be about to get one. */
const ORPHAN_MS = 3_600_000;
/** What the files of one tenant may take in all. Bytes. */
export const TENANT_BYTES_MAX = 10 * 1024 ** 3;

/** Names begin with the id of what they belong to. */
const ID_LENGTH = "00000000-0000-7000-8000-000000000000".length;
/** What a file on the shelf belongs to whose name has a suffix; any other is of a report. */
const kindOfSuffix: { readonly [suffix: string]: AccessKind } = { rows: "import" };

/** How an alarm names itself where it refers to a file. */
const ALARM = "alarm:";

type FileBody = {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly sha256: string;
  readonly createdAt: Instant;
  readonly actor: string;
  readonly by: string;
  /** What refers to it, such as `import:7f…`. */ readonly usedBy: readonly string[];
  /** Made by the hub for one caller: nobody else sees it, and its bytes come only with what made it. */ readonly isOwn?: true;
};
type FileItem = AccessItem & { readonly body: FileBody };

const viewOf = ({ id, body, expiresAt }: FileItem): FileView => ({
  id,
  name: body.name,
  mediaType: body.mediaType,
  bytes: body.bytes,
  sha256: body.sha256,
  createdAt: body.createdAt,
  createdBy: actorNamed(body.actor, body.by),
  expiresAt,
});

const noSpace = (): FileFault => ({
  code: "no-space",
  words: {
    zh: "本机构的文件已占满 10 GiB,请先删除不用的文件。",
    en: "Your organisation's files take 10 GiB already: delete some first.",
  },
});

/** What a file that the hub makes itself says of its origin. */
export type MadeFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly sha256: string;
  readonly usedBy: string;
};

/** The engine's own side of the files, beside what callers may do. */
export type FileEngine = Files & {
  /** A file that lies on the shelf already, to be written with the batch of the job that made it. */
  made(who: Pick<Caller, "actor" | "name">, file: MadeFile, now: Instant, expiresAt: Instant): Write;
  /** The bytes of such a file, for what made it. */
  openOwn(who: Caller, id: string, now: Instant): Promise<OpenFile | null>;
  /** Removes bytes of which no item is left. */ sweep(): Promise<void>;
};

/** Files in the data folder; what they are is in the store, written after their bytes and removed before them. */
export const createFiles = (deps: TransferDeps): FileEngine => {
  const { access, shelf, store } = deps;
  /** Of others' files: all to who sees the whole tenant, and the evidence of an alarm to who sees the alarm. */
  const isShown = async (who: Caller, { usedBy }: FileBody): Promise<boolean> => {
    const sight = deps.sightOf(who);
    if (sight.isWhole) return true;
    for (const use of usedBy) {
      const alarm = use.startsWith(ALARM) ? await sight.stored("alarm", use.slice(ALARM.length)) : null;
      if (alarm !== null && alarm !== "foreign") return true;
    }
    return false;
  };
  const itemOf = async (who: Caller, id: string, now: Instant): Promise<FileItem | null> => {
    const item = (await liveItem(access, who.tenant, "file", id, now)) as FileItem | null;
    if (item === null) return null;
    if (item.body.actor === who.actor) return item;
    return item.body.isOwn !== true && (await isShown(who, item.body)) ? item : null;
  };
  const opened = (item: FileItem): OpenFile => ({
    view: viewOf(item),
    stream: (start, end) => shelf.stream(item.tenant, item.id, start, end),
  });
  const takenBytes = async (tenant: TenantId): Promise<number> =>
    ((await allOf(access, tenant, "file")) as readonly FileItem[]).reduce((sum, { body }) => sum + body.bytes, 0);
  const change = async (
    tenant: TenantId,
    id: string,
    edit: (body: FileBody, expiresAt: Instant | null) => readonly [FileBody, Instant | null],
  ): Promise<Write | null> => {
    const item = (await liveItem(access, tenant, "file", id, deps.clock())) as FileItem | null;
    if (item === null) return null;
    const [body, expiresAt] = edit(item.body, item.expiresAt);
    return itemWrite("file", id, body, expiresAt, item.version);
  };

  return {
    add: async (who, name, bytes, at) => {
      const mediaType = mediaTypeOf(bytes);
      if (typeof mediaType !== "string") return mediaType;
      if ((await takenBytes(who.tenant)) + bytes.length > TENANT_BYTES_MAX) return noSpace();
      const id = deps.nextId();
      const writer = await shelf.create(who.tenant, id);
      try {
        await writer.write(bytes);
        const written = await writer.finish();
        const body: FileBody = {
          name,
          mediaType,
          ...written,
          createdAt: at.now,
          actor: who.actor,
          by: who.name,
          usedBy: [],
        };
        const expiresAt = (at.now + UPLOAD_MS) as Instant;
        await store.commit({
          tenant: who.tenant,
          writes: [
            itemWrite("file", id, body, expiresAt, 0),
            told(who, "file.upload", `file:${id}`, "done", at, `${mediaType} ${bytes.length}`),
          ],
        });
        return viewOf({ kind: "file", id, body, lookup: null, expiresAt, tenant: who.tenant, version: 1 });
      } catch (error) {
        await writer.abort();
        await shelf.drop(who.tenant, id);
        if ((error as { code?: unknown }).code === "ENOSPC")
          throw new StoreError("full", "no space left for a file", { cause: error });
        throw error;
      }
    },
    find: async (who, id, now) => {
      const item = await itemOf(who, id, now);
      return item === null ? null : viewOf(item);
    },
    open: async (who, id, now) => {
      const item = await itemOf(who, id, now);
      return item === null || item.body.isOwn === true ? null : opened(item);
    },
    openOwn: async (who, id, now) => {
      const item = await itemOf(who, id, now);
      return item?.body.isOwn === true ? opened(item) : null;
    },
    remove: async (who, id, at) => {
      const item = await itemOf(who, id, at.now);
      if (item === null) return "absent";
      if (item.body.usedBy.length > 0) return "in-use";
      // The version too: something may begin to refer to it right now.
      const outcome = await tryCommit(deps, who.tenant, [
        itemWrite("file", id, item.body, item.expiresAt, item.version),
        { kind: "dropItem", item: "file", id, must: true },
        told(who, "file.delete", `file:${id}`, "done", at),
      ]);
      if (outcome === "conflict") return "in-use";
      await shelf.drop(who.tenant, id);
      return "done";
    },
    refer: (tenant, id, by, until) =>
      change(tenant, id, (body, expiresAt) => [
        { ...body, usedBy: [...new Set([...body.usedBy, by])] },
        until === null || expiresAt === null ? null : (Math.max(until, expiresAt) as Instant),
      ]),
    release: (tenant, id, by) =>
      change(tenant, id, (body, expiresAt) => [
        { ...body, usedBy: body.usedBy.filter((one) => one !== by) },
        expiresAt ?? ((deps.clock() + UPLOAD_MS) as Instant),
      ]),
    made: (who, { id, usedBy, ...file }, now, expiresAt) => {
      const body: FileBody = { ...file, createdAt: now, actor: who.actor, by: who.name, usedBy: [usedBy], isOwn: true };
      return itemWrite("file", id, body, expiresAt, 0);
    },
    sweep: async () => {
      for (const [tenant, name] of await shelf.namesBefore(deps.clock() - ORPHAN_MS)) {
        const [id = "", suffix] = name.split(".");
        const kind = suffix === undefined ? "file" : (kindOfSuffix[suffix] ?? "report");
        if ((await access.item(tenant as TenantId, kind, id.slice(0, ID_LENGTH))) === null)
          await shelf.drop(tenant, name);
      }
    },
  };
};
