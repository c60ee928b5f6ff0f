// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const modbusTcpRequest: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
return (b) => {
const e = b.length;
if (0 + 8 > e) return undefined;
const v0 = (b[0] << 8) | b[1];
for (let i1 = 2; i1 < 4; i1++) if (b[i1] !== 0) return undefined;
const v2 = (b[4] << 8) | b[5];
if (v2 < 2 || v2 - 2 > 252) return undefined;
const v3 = b[6];
const v4 = b[7];
const v5 = 8 + (v2 - 2);
if (v5 > e) return undefined;
let u6, p7; switch (v4) {
case 1: {
if (8 + 4 > v5) return undefined;
const v8 = (b[8] << 8) | b[9];
const v9 = (b[10] << 8) | b[11];
if (v9 < 1 || v9 > 2000) return undefined;
u6 = { kind: "readCoils", "address": v8, "quantity": v9 }; p7 = 12; break; }
case 2: {
if (8 + 4 > v5) return undefined;
const v10 = (b[8] << 8) | b[9];
const v11 = (b[10] << 8) | b[11];
if (v11 < 1 || v11 > 2000) return undefined;
u6 = { kind: "readDiscreteInputs", "address": v10, "quantity": v11 }; p7 = 12; break; }
case 3: {
if (8 + 4 > v5) return undefined;
const v12 = (b[8] << 8) | b[9];
const v13 = (b[10] << 8) | b[11];
if (v13 < 1 || v13 > 125) return undefined;
u6 = { kind: "readHoldingRegisters", "address": v12, "quantity": v13 }; p7 = 12; break; }
case 4: {
if (8 + 4 > v5) return undefined;
const v14 = (b[8] << 8) | b[9];
const v15 = (b[10] << 8) | b[11];
if (v15 < 1 || v15 > 125) return undefined;
u6 = { kind: "readInputRegisters", "address": v14, "quantity": v15 }; p7 = 12; break; }
case 5: {
if (8 + 4 > v5) return undefined;
const v16 = (b[8] << 8) | b[9];
const v17 = (b[10] << 8) | b[11];
if (v17 !== 0 && v17 !== 65280) return undefined;
u6 = { kind: "writeCoil", "address": v16, "value": v17 }; p7 = 12; break; }
case 6: {
if (8 + 4 > v5) return undefined;
const v18 = (b[8] << 8) | b[9];
const v19 = (b[10] << 8) | b[11];
u6 = { kind: "writeRegister", "address": v18, "value": v19 }; p7 = 12; break; }
case 15: {
if (8 + 5 > v5) return undefined;
const v20 = (b[8] << 8) | b[9];
const v21 = (b[10] << 8) | b[11];
if (v21 < 1 || v21 > 1968) return undefined;
const v22 = b[12];
if (v22 > 246) return undefined;
const v23 = 13 + v22;
if (v23 > v5) return undefined;
const v24 = 13 + Math.ceil(v21 / 8);
if (v21 < 0 || v24 > v23) return undefined;
const v25 = bitsAt(b, 13, v21);
if (v24 !== v23) return undefined;
u6 = { kind: "writeCoils", "address": v20, "states": v25 }; p7 = v23; break; }
case 16: {
if (8 + 5 > v5) return undefined;
const v26 = (b[8] << 8) | b[9];
const v27 = (b[10] << 8) | b[11];
if (v27 < 1 || v27 > 123) return undefined;
const v28 = b[12];
if (v28 > 246) return undefined;
const v29 = 13 + v28;
if (v29 > v5) return undefined;
if (v27 < 1 || v27 > 123) return undefined;
if (13 + v27 * 2 > v29) return undefined;
const items30 = []; let p31 = 13;
for (let i32 = 0; i32 < v27; i32++) {
const v33 = (b[p31] << 8) | b[(p31 + 1)];
items30.push(v33); p31 = (p31 + 2); }
if (p31 !== v29) return undefined;
u6 = { kind: "writeRegisters", "address": v26, "registers": items30 }; p7 = v29; break; }
default: return undefined; }
if (p7 !== v5) return undefined;
const v34 = { "transaction": v0, "unit": v3, "message": u6 };
return v5 === e ? v34 : undefined;
};
};
