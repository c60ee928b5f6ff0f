// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const modbusTcpAnswer: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
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
if (8 + 1 > v5) return undefined;
const v8 = b[8];
if (v8 > 250) return undefined;
const v9 = 9 + v8;
if (v9 > v5) return undefined;
const v10 = 8 * (v9 - 9);
const v11 = 9 + Math.ceil(v10 / 8);
if (v10 < 1 || v11 > v9) return undefined;
const v12 = bitsAt(b, 9, v10);
if (v11 !== v9) return undefined;
u6 = { kind: "coils", "states": v12 }; p7 = v9; break; }
case 2: {
if (8 + 1 > v5) return undefined;
const v13 = b[8];
if (v13 > 250) return undefined;
const v14 = 9 + v13;
if (v14 > v5) return undefined;
const v15 = 8 * (v14 - 9);
const v16 = 9 + Math.ceil(v15 / 8);
if (v15 < 1 || v16 > v14) return undefined;
const v17 = bitsAt(b, 9, v15);
if (v16 !== v14) return undefined;
u6 = { kind: "discreteInputs", "states": v17 }; p7 = v14; break; }
case 3: {
if (8 + 1 > v5) return undefined;
const v18 = b[8];
if (v18 > 250) return undefined;
const v19 = 9 + v18;
if (v19 > v5) return undefined;
const items20 = []; let p21 = 9;
while (p21 < v19) {
if (p21 + 2 > v19) return undefined;
const v23 = (b[p21] << 8) | b[(p21 + 1)];
items20.push(v23); p21 = (p21 + 2); }
if (items20.length < 1 || items20.length > 125) return undefined;
if (p21 !== v19) return undefined;
u6 = { kind: "holdingRegisters", "registers": items20 }; p7 = v19; break; }
case 4: {
if (8 + 1 > v5) return undefined;
const v24 = b[8];
if (v24 > 250) return undefined;
const v25 = 9 + v24;
if (v25 > v5) return undefined;
const items26 = []; let p27 = 9;
while (p27 < v25) {
if (p27 + 2 > v25) return undefined;
const v29 = (b[p27] << 8) | b[(p27 + 1)];
items26.push(v29); p27 = (p27 + 2); }
if (items26.length < 1 || items26.length > 125) return undefined;
if (p27 !== v25) return undefined;
u6 = { kind: "inputRegisters", "registers": items26 }; p7 = v25; break; }
case 5: {
if (8 + 4 > v5) return undefined;
const v30 = (b[8] << 8) | b[9];
const v31 = (b[10] << 8) | b[11];
if (v31 !== 0 && v31 !== 65280) return undefined;
u6 = { kind: "coilWritten", "address": v30, "value": v31 }; p7 = 12; break; }
case 6: {
if (8 + 4 > v5) return undefined;
const v32 = (b[8] << 8) | b[9];
const v33 = (b[10] << 8) | b[11];
u6 = { kind: "registerWritten", "address": v32, "value": v33 }; p7 = 12; break; }
case 15: {
if (8 + 4 > v5) return undefined;
const v34 = (b[8] << 8) | b[9];
const v35 = (b[10] << 8) | b[11];
if (v35 < 1 || v35 > 1968) return undefined;
u6 = { kind: "coilsWritten", "address": v34, "quantity": v35 }; p7 = 12; break; }
case 16: {
if (8 + 4 > v5) return undefined;
const v36 = (b[8] << 8) | b[9];
const v37 = (b[10] << 8) | b[11];
if (v37 < 1 || v37 > 123) return undefined;
u6 = { kind: "registersWritten", "address": v36, "quantity": v37 }; p7 = 12; break; }
default: return undefined; }
if (p7 !== v5) return undefined;
const v38 = { "transaction": v0, "unit": v3, "message": u6 };
return v5 === e ? v38 : undefined;
};
};
