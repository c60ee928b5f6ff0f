// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const modbusRtuAnswer: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
return (b) => {
const e = b.length;
if (0 + 2 > e) return undefined;
const v0 = b[0];
const v1 = b[1];
let u2, p3; switch (v1) {
case 1: {
if (2 + 1 > e) return undefined;
const v4 = b[2];
if (v4 > 250) return undefined;
const v5 = 3 + v4;
if (v5 > e) return undefined;
const v6 = 8 * (v5 - 3);
const v7 = 3 + Math.ceil(v6 / 8);
if (v6 < 1 || v7 > v5) return undefined;
const v8 = bitsAt(b, 3, v6);
if (v7 !== v5) return undefined;
u2 = { kind: "coils", "states": v8 }; p3 = v5; break; }
case 2: {
if (2 + 1 > e) return undefined;
const v9 = b[2];
if (v9 > 250) return undefined;
const v10 = 3 + v9;
if (v10 > e) return undefined;
const v11 = 8 * (v10 - 3);
const v12 = 3 + Math.ceil(v11 / 8);
if (v11 < 1 || v12 > v10) return undefined;
const v13 = bitsAt(b, 3, v11);
if (v12 !== v10) return undefined;
u2 = { kind: "discreteInputs", "states": v13 }; p3 = v10; break; }
case 3: {
if (2 + 1 > e) return undefined;
const v14 = b[2];
if (v14 > 250) return undefined;
const v15 = 3 + v14;
if (v15 > e) return undefined;
const items16 = []; let p17 = 3;
while (p17 < v15) {
if (p17 + 2 > v15) return undefined;
const v19 = (b[p17] << 8) | b[(p17 + 1)];
items16.push(v19); p17 = (p17 + 2); }
if (items16.length < 1 || items16.length > 125) return undefined;
if (p17 !== v15) return undefined;
u2 = { kind: "holdingRegisters", "registers": items16 }; p3 = v15; break; }
case 4: {
if (2 + 1 > e) return undefined;
const v20 = b[2];
if (v20 > 250) return undefined;
const v21 = 3 + v20;
if (v21 > e) return undefined;
const items22 = []; let p23 = 3;
while (p23 < v21) {
if (p23 + 2 > v21) return undefined;
const v25 = (b[p23] << 8) | b[(p23 + 1)];
items22.push(v25); p23 = (p23 + 2); }
if (items22.length < 1 || items22.length > 125) return undefined;
if (p23 !== v21) return undefined;
u2 = { kind: "inputRegisters", "registers": items22 }; p3 = v21; break; }
case 5: {
if (2 + 4 > e) return undefined;
const v26 = (b[2] << 8) | b[3];
const v27 = (b[4] << 8) | b[5];
if (v27 !== 0 && v27 !== 65280) return undefined;
u2 = { kind: "coilWritten", "address": v26, "value": v27 }; p3 = 6; break; }
case 6: {
if (2 + 4 > e) return undefined;
const v28 = (b[2] << 8) | b[3];
const v29 = (b[4] << 8) | b[5];
u2 = { kind: "registerWritten", "address": v28, "value": v29 }; p3 = 6; break; }
case 15: {
if (2 + 4 > e) return undefined;
const v30 = (b[2] << 8) | b[3];
const v31 = (b[4] << 8) | b[5];
if (v31 < 1 || v31 > 1968) return undefined;
u2 = { kind: "coilsWritten", "address": v30, "quantity": v31 }; p3 = 6; break; }
case 16: {
if (2 + 4 > e) return undefined;
const v32 = (b[2] << 8) | b[3];
const v33 = (b[4] << 8) | b[5];
if (v33 < 1 || v33 > 123) return undefined;
u2 = { kind: "registersWritten", "address": v32, "quantity": v33 }; p3 = 6; break; }
default: return undefined; }
if (p3 + 2 > e) return undefined;
if (!matches("crc16modbus", b, p3, 0, p3)) return undefined;
const v34 = { "unit": v0, "message": u2 };
return (p3 + 2) === e ? v34 : undefined;
};
};
