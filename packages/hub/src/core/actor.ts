/** Who did something (操作者); an `id` of null with `system` is the hub itself. */
export type Actor = {
  readonly kind: "person" | "machine" | "device" | "system";
  /** Of the account, key, client or device. */ readonly id: string | null;
  readonly name: string;
};

/** The hub itself. */
export const hubActor: Actor = { kind: "system", id: null, name: "DianAn" };
