import type { TreeNode } from "@dianan/codec";

const BYTES_IN_A_ROW = 12;
const NAME_WIDTH = 34;

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
/** Chinese characters take two columns of a terminal. */
const columns = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u1100-\uffe6]/.test(char) ? 2 : 1), 0);
const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - columns(text)));

const nodeLines = (node: TreeNode): readonly string[] => {
  const title = [node.zh, node.en].filter((text) => text !== "").join(" ");
  const name = node.path.split(".").at(-1) ?? "";
  const heading = `${"  ".repeat(node.depth)}${title === "" ? name : title}`;
  const clause = node.clause === "" ? "" : `  [${node.clause}]`;
  const rows = Array.from({ length: Math.max(1, Math.ceil(node.bytes.length / BYTES_IN_A_ROW)) }, (_, row) =>
    hex(node.bytes.slice(row * BYTES_IN_A_ROW, (row + 1) * BYTES_IN_A_ROW)),
  );
  const at = String(node.offset).padStart(4);
  return rows.map((row, index) =>
    index === 0
      ? `${at}  ${row.padEnd(BYTES_IN_A_ROW * 3)} ${pad(heading, NAME_WIDTH)} ${node.value}${clause}`.trimEnd()
      : `      ${row}`,
  );
};

/** A frame byte by byte: offset, hex, field in Chinese and English, value, clause. */
export const treeText = (nodes: readonly TreeNode[]): string => `${nodes.flatMap(nodeLines).join("\n")}\n`;
