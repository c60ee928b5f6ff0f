import { frameTree, type TreeNode } from "@dianan/layout";
import type { FrameContext, Protocol } from "./protocol.ts";

/**
 * A frame byte by byte (逐字节解析), as far as it can be read: fields in the order of their bytes, with their Chinese and English
 * terms and clauses. Never throws, whatever the bytes.
 *
 * @param protocol - whose tables are used
 * @param bytes - one frame, whole or broken
 */
export const treeOf = (
  { layoutOf }: Pick<Protocol<unknown>, "layoutOf">,
  bytes: Uint8Array,
  context?: FrameContext,
): readonly TreeNode[] => frameTree(layoutOf(bytes, context), bytes);
