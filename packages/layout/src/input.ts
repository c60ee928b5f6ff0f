import { type DecodeError, type DecodeErrorCode, joinPath } from "./result.ts";

type Finding = { code: DecodeErrorCode; offset: number; path: string; clause: string };

/** More findings than this help nobody; the rest are dropped. */
const FINDINGS_MAX = 8;

/**
 * The bytes being decoded, the place reached, and what was found wrong on the way.
 *
 * Readers never throw. A reader that meets a fault reports it here; the readers around it see `count` move, add their
 * part of the path, and stop if `halted` says that no further byte can be trusted to be where the layout puts it.
 */
export class Input {
  readonly bytes: Uint8Array;
  /** Whether readers go on where a strict reading stops, see `decodeLenient`. */
  readonly lenient: boolean;
  /** Next byte to read. */
  at = 0;
  /** No byte at or after this may be read: the nearer of `end` and the end of the bytes. */
  stop: number;
  /** End of the region that a length field announced; may lie behind the last byte when the input is cut. */
  end: number = Number.POSITIVE_INFINITY;
  /** Nearest end of all regions around: an inner one may claim more than an outer one has. */
  #nearest: number = Number.POSITIVE_INFINITY;
  /** What it was outside of each region that was entered. */
  #outside: number[] | null = null;
  /** Values of earlier fields that later fields refer to by name. */
  scope: Record<string, number> | null = null;
  count = 0;
  halted = false;
  /** Made with the first finding: most inputs have none. */
  #findings: Finding[] | null = null;

  constructor(bytes: Uint8Array, lenient = false) {
    this.bytes = bytes;
    this.lenient = lenient;
    this.stop = bytes.length;
  }

  /** Whether `size` more bytes can be read; reports `truncated` or `bad-length` when not. */
  has(size: number): boolean {
    if (this.at + size <= this.stop) return true;
    this.lack();
    return false;
  }

  /**
   * Reports that the field at `at` does not fit. When an announced region ends inside the bytes at hand, more bytes would
   * not help: a length is a lie (`bad-length`). Otherwise the input is cut (`truncated`).
   */
  lack(): void {
    this.fail(this.#nearest <= this.bytes.length ? "bad-length" : "truncated", this.at);
  }

  /** Reports a fault behind which nothing can be read. */
  fail(code: DecodeErrorCode, offset: number): void {
    this.halted = true;
    this.note(code, offset);
  }

  /** Reports a fault of a field whose size is certain, so that reading goes on behind it. */
  note(code: DecodeErrorCode, offset: number): void {
    if (this.count < FINDINGS_MAX) {
      this.#findings ??= [];
      this.#findings.push({ code, offset, path: "", clause: "" });
      this.count += 1;
    } else if (!this.lenient) {
      this.halted = true;
    }
  }

  /** Reports a fault that ends a strict reading; a lenient one takes the field as it is and goes on. */
  reject(code: DecodeErrorCode, offset: number): void {
    if (this.lenient) this.note(code, offset);
    else this.fail(code, offset);
  }

  /** Goes on behind a part that could not be read whole; `false` in a strict reading. */
  recover(at: number): boolean {
    if (!this.lenient || !this.halted) return false;
    this.halted = false;
    this.at = at;
    return true;
  }

  /** Names the field around every finding made since `from`; the innermost clause is kept. */
  within(from: number, name: string, clause: string): void {
    for (const finding of this.#findings?.slice(from) ?? []) {
      finding.path = joinPath(name, finding.path);
      if (finding.clause === "") finding.clause = clause;
    }
  }

  /** Narrows reading to `size` bytes from here; returns the old end for `leave`. */
  enter(size: number): number {
    const outer = this.end;
    this.#outside ??= [];
    this.#outside.push(this.#nearest);
    this.end = this.at + size;
    this.#nearest = Math.min(this.end, this.#nearest);
    this.stop = Math.min(this.#nearest, this.bytes.length);
    return outer;
  }

  /** Ends the region of `enter`; bytes of it that nobody read are a `bad-length`. */
  leave(outer: number): void {
    if (!this.halted && this.at !== this.end) {
      if (!this.lenient) this.fail("bad-length", this.at);
      else if (this.at < this.stop) this.note("bad-length", this.at);
      else if (this.#findings?.every(({ code }) => code !== "truncated") ?? true) this.note("truncated", this.at);
      this.at = this.stop;
    }
    this.end = outer;
    this.#nearest = this.#outside?.pop() ?? Number.POSITIVE_INFINITY;
    this.stop = Math.min(this.#nearest, this.bytes.length);
  }

  /** The findings as one error; call only when `count` is not 0. */
  error(offset: number, path: string): DecodeError {
    const errors = (this.#findings ?? []).map((finding) => ({
      code: finding.code,
      offset: finding.offset + offset,
      path: joinPath(path, finding.path),
      clause: finding.clause,
    }));
    const first = errors[0] as DecodeError;
    return errors.length === 1 ? first : { ...first, also: errors.slice(1) };
  }
}
