import {
  type DecodeError,
  type Direction,
  type Protocol,
  type ProtocolId,
  protocols,
  type TreeNode,
  treeOf,
} from "@dianan/codec";
import { explain } from "@dianan/layout";
import { computed, ref, watch } from "vue";
import { changedBytes, type HexFault, hexOf, readHex } from "./hex.ts";
import { type Leaf, typed, withValue } from "./values.ts";

type AnyProtocol = Protocol<unknown>;
export type Fault = { readonly offset: number; readonly zh: string; readonly en: string; readonly code: string };

const isBytes = (read: Uint8Array | HexFault): read is Uint8Array => read instanceof Uint8Array;
const faultsOf = (error: DecodeError): readonly Fault[] =>
  [error, ...(error.also ?? [])].map((one) => ({ offset: one.offset, code: one.code, ...explain(one) }));

/** Everything that the playground knows about the frame in its text field, and what changes it. */
export const useFrame = () => {
  const protocolId = ref<ProtocolId>("gb26875");
  const direction = ref<Direction>("up");
  const dialect = ref("");
  const request = ref("");
  const text = ref("");
  /** Why the last change of a value could not be encoded. */
  const misfit = ref("");
  const changed = ref<ReadonlySet<number>>(new Set());

  const protocol = computed(() => protocols[protocolId.value] as unknown as AnyProtocol);
  const read = computed(() => readHex(text.value));
  const bytes = computed(() => (isBytes(read.value) ? read.value : new Uint8Array(0)));
  const hexFault = computed(() => (isBytes(read.value) ? null : read.value));
  const context = computed(() => {
    const asked = readHex(request.value);
    const options = protocol.value.dialects[dialect.value]?.options;
    return {
      direction: direction.value,
      ...(isBytes(asked) && asked.length > 0 ? { request: asked } : {}),
      ...(options === undefined ? {} : { dialect: options }),
    };
  });
  const result = computed(() =>
    bytes.value.length === 0 ? null : protocol.value.decodeFrame(bytes.value, context.value),
  );
  const frame = computed(() => (result.value?.ok ? result.value.value : null));
  const faults = computed(() => (result.value === null || result.value.ok ? [] : faultsOf(result.value.error)));
  const nodes = computed<readonly TreeNode[]>(() =>
    bytes.value.length === 0 ? [] : treeOf(protocol.value, bytes.value, context.value),
  );
  /** Frames in what was pasted, when it is a piece of a stream. */
  const several = computed(() => {
    if (result.value === null || result.value.ok) return [];
    const { frames } = protocol.value.cutFrames(new Uint8Array(0), bytes.value, context.value);
    return frames.length > 1 || (frames[0] !== undefined && frames[0].length < bytes.value.length) ? frames : [];
  });
  const events = computed(() =>
    frame.value === null
      ? []
      : protocol.value.normalise(frame.value, {
          receivedAt: Date.now(),
          direction: direction.value,
          ...(context.value.dialect === undefined ? {} : { dialect: context.value.dialect }),
        }),
  );

  const setFrame = (next: unknown): void => {
    try {
      const encoded = protocol.value.encodeFrame(next, context.value);
      const before = bytes.value;
      text.value = hexOf(encoded);
      misfit.value = "";
      changed.value = changedBytes(before, encoded);
    } catch (error) {
      misfit.value = error instanceof Error ? error.message : String(error);
    }
  };
  const setValue = (leaf: Leaf, value: string | boolean): void => {
    try {
      setFrame(withValue(frame.value, leaf.keys, typeof value === "boolean" ? value : typed(value, leaf.value)));
    } catch (error) {
      misfit.value = `${leaf.path}: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
  watch([protocolId, direction, dialect, request], () => {
    misfit.value = "";
    changed.value = new Set();
  });

  return {
    protocolId,
    direction,
    dialect,
    request,
    text,
    misfit,
    changed,
    protocol,
    bytes,
    hexFault,
    frame,
    faults,
    nodes,
    several,
    events,
    setFrame,
    setValue,
  };
};
