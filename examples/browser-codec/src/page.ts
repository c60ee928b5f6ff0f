// Reads a frame as it is typed, in the browser alone: what it says, or where and by which clause it is wrong.
import { gb26875 } from "@dianan/codec/gb26875";

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
};
const field = find<HTMLTextAreaElement>("#hex");
const verdict = find("#verdict");
const shown = find("#shown");

/** Bytes are shown in hex. */
const asText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("") : value;

const read = (): void => {
  const hex = field.value.replaceAll(/\s/g, "");
  if (!/^([0-9a-fA-F]{2})*$/.test(hex)) {
    verdict.textContent = "不是十六进制 Not hex";
    shown.textContent = "";
    return;
  }
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const frame = gb26875.decodeFrame(bytes, { direction: "up" });
  if (!frame.ok) {
    const { code, offset, path, clause } = frame.error;
    verdict.textContent = `拒绝 Refused: ${code}`;
    shown.textContent = `第 ${offset} 字节 at byte ${offset}: ${path}\n${clause}`;
    return;
  }
  const again = gb26875.encodeFrame(frame.value);
  const isSame = again.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
  verdict.textContent = `有效 Valid; ${isSame ? "再编码相同 the same when encoded again" : "再编码不同 another one when encoded again"}`;
  shown.textContent = JSON.stringify(frame.value, asText, 1);
};

field.addEventListener("input", read);
// A smoke detector that says fire.
field.value =
  "404001000101203a091a090c790300000000385b0100000030000202010101280a000200020020202020202020202020202020202020202020202020202020202020202000023a091a090c462323";
read();
