// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const modbusRtuRequest: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
return (b) => {
const e = b.length;
if (0 + 2 > e) return undefined;
const v0 = b[0];
const v1 = b[1];
let u2, p3; switch (v1) {
case 1: {
if (2 + 4 > e) return undefined;
const v4 = (b[2] << 8) | b[3];
const v5 = (b[4] << 8) | b[5];
if (v5 < 1 || v5 > 2000) return undefined;
u2 = { kind: "readCoils", "address": v4, "quantity": v5 }; p3 = 6; break; }
case 2: {
if (2 + 4 > e) return undefined;
const v6 = (b[2] << 8) | b[3];
const v7 = (b[4] << 8) | b[5];
if (v7 < 1 || v7 > 2000) return undefined;
u2 = { kind: "readDiscreteInputs", "address": v6, "quantity": v7 }; p3 = 6; break; }
case 3: {
if (2 + 4 > e) return undefined;
const v8 = (b[2] << 8) | b[3];
const v9 = (b[4] << 8) | b[5];
if (v9 < 1 || v9 > 125) return undefined;
u2 = { kind: "readHoldingRegisters", "address": v8, "quantity": v9 }; p3 = 6; break; }
case 4: {
if (2 + 4 > e) return undefined;
const v10 = (b[2] << 8) | b[3];
const v11 = (b[4] << 8) | b[5];
if (v11 < 1 || v11 > 125) return undefined;
u2 = { kind: "readInputRegisters", "address": v10, "quantity": v11 }; p3 = 6; break; }
case 5: {
if (2 + 4 > e) return undefined;
const v12 = (b[2] << 8) | b[3];
const v13 = (b[4] << 8) | b[5];
if (v13 !== 0 && v13 !== 65280) return undefined;
u2 = { kind: "writeCoil", "address": v12, "value": v13 }; p3 = 6; break; }
case 6: {
if (2 + 4 > e) return undefined;
const v14 = (b[2] << 8) | b[3];
const v15 = (b[4] << 8) | b[5];
u2 = { kind: "writeRegister", "address": v14, "value": v15 }; p3 = 6; break; }
case 15: {
if (2 + 5 > e) return undefined;
const v16 = (b[2] << 8) | b[3];
const v17 = (b[4] << 8) | b[5];
if (v17 < 1 || v17 > 1968) return undefined;
const v18 = b[6];
if (v18 > 246) return undefined;
const v19 = 7 + v18;
if (v19 > e) return undefined;
const v20 = 7 + Math.ceil(v17 / 8);
if (v17 < 0 || v20 > v19) return undefined;
const v21 = bitsAt(b, 7, v17);
if (v20 !== v19) return undefined;
u2 = { kind: "writeCoils", "address": v16, "states": v21 }; p3 = v19; break; }
case 16: {
if (2 + 5 > e) return undefined;
const v22 = (b[2] << 8) | b[3];
const v23 = (b[4] << 8) | b[5];
if (v23 < 1 || v23 > 123) return undefined;
const v24 = b[6];
if (v24 > 246) return undefined;
const v25 = 7 + v24;
if (v25 > e) return undefined;
if (v23 < 1 || v23 > 123) return undefined;
if (7 + v23 * 2 > v25) return undefined;
const items26 = []; let p27 = 7;
for (let i28 = 0; i28 < v23; i28++) {
const v29 = (b[p27] << 8) | b[(p27 + 1)];
items26.push(v29); p27 = (p27 + 2); }
if (p27 !== v25) return undefined;
u2 = { kind: "writeRegisters", "address": v22, "registers": items26 }; p3 = v25; break; }
default: return undefined; }
if (p3 + 2 > e) return undefined;
if (!matches("crc16modbus", b, p3, 0, p3)) return undefined;
const v30 = { "unit": v0, "message": u2 };
return (p3 + 2) === e ? v30 : undefined;
};
};
