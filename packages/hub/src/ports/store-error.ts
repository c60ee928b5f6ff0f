/**
 * Why the store refused or failed. `bad-text`: U+0000 or a lone surrogate in a text; `full`: no space left;
 * `bad-position`: a page was asked after something that is no position of this store; `conflict`: something of the batch
 * no longer is as the writer saw it, and nothing of it was written; `failed`: the database said no; `closed`: the store is closing or its thread has ended.
 */
export class StoreError extends Error {
  readonly code: "bad-text" | "bad-position" | "conflict" | "full" | "failed" | "closed";
  constructor(code: StoreError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}
