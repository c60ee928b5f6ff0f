/** A file being written; nobody finds it before it is finished. */
export type ShelfWriter = {
  write(bytes: Uint8Array): Promise<void>;
  /** Durable and in its place when it resolves. */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Leaves nothing. May follow anything, also a failure. */ abort(): Promise<void>;
};

/** Bytes of files in the data folder, one folder per tenant. Names are ids and suffixes of the hub's own making. */
export type Shelf = {
  create(tenant: string, name: string): Promise<ShelfWriter>;
  /** Where it lies, for a thread that reads it. */ pathOf(tenant: string, name: string): string;
  read(tenant: string, name: string): Promise<Uint8Array>;
  /** @param end - behind the last byte */
  stream(tenant: string, name: string, start: number, end: number): ReadableStream<Uint8Array>;
  drop(tenant: string, name: string): Promise<void>;
  /** What was finished before this time, milliseconds UTC. */
  namesBefore(at: number): Promise<readonly (readonly [tenant: string, name: string])[]>;
  /** Removes what was being written when the hub ended. */ clear(): Promise<void>;
};
