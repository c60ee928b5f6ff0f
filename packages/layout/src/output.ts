/** Where an encoder writes: bytes of exactly the right size, the place reached, and values that later fields refer to. */
export class Output {
  readonly bytes: Uint8Array;
  at = 0;
  scope: Record<string, number> | null = null;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }
}

/**
 * A value that does not fit its layout. Thrown inside the engine without a stack, collects the field path on its way
 * out, and becomes a RangeError or a TypeError in `encode`.
 */
export class Misfit {
  readonly kind: "range" | "type";
  readonly reason: string;
  path = "";

  constructor(kind: "range" | "type", reason: string) {
    this.kind = kind;
    this.reason = reason;
  }
}
