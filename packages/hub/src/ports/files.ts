import type { Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";
import type { RecordActor } from "./records.ts";
import type { Write } from "./write.ts";

/** Kinds of files that are taken (接收的文件类型), found out from the bytes, and those that the hub makes itself. */
export type MediaType =
  | "image/png"
  | "image/jpeg"
  | "image/gif"
  | "image/webp"
  | "application/pdf"
  | "text/csv"
  | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  | "application/vnd.apache.parquet";

/** A file (文件) as its tenant keeps it. */
export type FileView = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: MediaType;
  /** Size. */ readonly bytes: number;
  /** SHA-256, hex. */ readonly sha256: string;
  readonly createdAt: Instant;
  readonly createdBy: RecordActor;
  /** When it goes; null: it stays while something refers to it. */ readonly expiresAt: Instant | null;
};

/** Why bytes are not taken, in both languages. */
export type FileFault = {
  readonly code: "unknown-kind" | "macros" | "too-big-unpacked" | "no-space";
  readonly words: { readonly zh: string; readonly en: string };
};

/** A file's bytes, or part of them. */
export type OpenFile = {
  readonly view: FileView;
  /** @param start - first byte; @param end - behind the last byte */
  stream(start: number, end: number): ReadableStream<Uint8Array>;
};

/**
 * Files of tenants. A caller sees those that it brought itself, evidence of the alarms that it sees, and all when it sees the whole
 * tenant. What is foreign is as if it did not exist (SEC-AZ-02).
 */
export type Files = {
  /** Durable when it resolves. */
  add(who: Caller, name: string, bytes: Uint8Array, at: Circumstance): Promise<FileView | FileFault>;
  find(who: Caller, id: string, now: Instant): Promise<FileView | null>;
  open(who: Caller, id: string, now: Instant): Promise<OpenFile | null>;
  /** `in-use`: something refers to it. */
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent" | "in-use">;
  /**
   * Says that something refers to a file, or no longer does. The write belongs into the batch of that act; it is a `conflict` when
   * the file has changed meanwhile. Null: there is no such file.
   *
   * @param by - what refers to it, such as `import:7f…`
   * @param until - the file is kept at least until then; null: as long as something refers to it
   */
  refer(tenant: TenantId, id: string, by: string, until: Instant | null): Promise<Write | null>;
  release(tenant: TenantId, id: string, by: string): Promise<Write | null>;
};
