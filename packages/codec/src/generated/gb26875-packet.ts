// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const gb26875Packet: WrittenDecoder = (layout, matches) => {
const leaf0 = layout.shape.fields["time"];
const leaf1 = layout.shape.fields["message"].shape.inner.shape.cases[0].layout.shape.fields["items"].shape.item.shape.fields["status"];
const leaf2 = layout.shape.fields["message"].shape.inner.shape.cases[0].layout.shape.fields["items"].shape.item.shape.fields["time"];
const leaf3 = layout.shape.fields["message"].shape.inner.shape.cases[1].layout.shape.fields["items"].shape.item.shape.fields["status"];
const leaf4 = layout.shape.fields["message"].shape.inner.shape.cases[1].layout.shape.fields["items"].shape.item.shape.fields["note"];
const leaf5 = layout.shape.fields["message"].shape.inner.shape.cases[1].layout.shape.fields["items"].shape.item.shape.fields["time"];
const leaf6 = layout.shape.fields["message"].shape.inner.shape.cases[2].layout.shape.fields["items"].shape.item.shape.fields["time"];
const leaf7 = layout.shape.fields["message"].shape.inner.shape.cases[3].layout.shape.fields["count"];
const leaf8 = layout.shape.fields["message"].shape.inner.shape.cases[3].layout.shape.fields["status"];
const leaf9 = layout.shape.fields["message"].shape.inner.shape.cases[3].layout.shape.fields["time"];
const leaf10 = layout.shape.fields["message"].shape.inner.shape.cases[4].layout.shape.fields["count"];
const leaf11 = layout.shape.fields["message"].shape.inner.shape.cases[4].layout.shape.fields["time"];
const leaf12 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["count"];
const leaf13 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["time"];
const leaf14 = layout.shape.fields["message"].shape.inner.shape.cases[6].layout.shape.fields["count"];
return (b, input) => {
if (0 + 27 > b.length) return undefined;
if (b[0] !== 64) return undefined;
if (b[1] !== 64) return undefined;
const v0 = b[2] | (b[3] << 8);
const v1 = b[4];
const v2 = b[5];
const v3 = { "main": v1, "user": v2 };
input.at = 6;
const v4 = leaf0.read(input);
if (input.count !== 0) return undefined;
const v5 = ((b[12] | (b[13] << 8) | (b[14] << 16) | (b[15] << 24)) >>> 0) + (b[16] | (b[17] << 8)) * 4294967296;
const v6 = ((b[18] | (b[19] << 8) | (b[20] << 16) | (b[21] << 24)) >>> 0) + (b[22] | (b[23] << 8)) * 4294967296;
const v7 = b[24] | (b[25] << 8);
if (v7 < 0 || v7 - 0 > 1024) return undefined;
const v8 = b[26];
const v9 = 27 + v7;
if (v9 > b.length) return undefined;
input.stop = input.end = v9;
let u10 = null, p11 = 27; if (p11 !== v9) {
if (27 + 1 > v9) return undefined;
const v12 = b[27];
let u13, p14; switch (v12) {
case 1: {
if (28 + 1 > v9) return undefined;
const v17 = b[28];
if (v17 < 1 || v17 > 102) return undefined;
if (29 + v17 * 10 > v9) return undefined;
const items15 = []; let p16 = 29;
for (let i = 0; i < v17; i++) {
const v18 = b[p16];
const v19 = b[(p16 + 1)];
input.at = (p16 + 2);
const v20 = leaf1.read(input);
if (input.count !== 0) return undefined;
input.at = (p16 + 4);
const v21 = leaf2.read(input);
if (input.count !== 0) return undefined;
const v22 = { "systemType": v18, "systemAddress": v19, "status": v20, "time": v21 };
items15.push(v22); p16 = (p16 + 10); }
u13 = { kind: "systemStatus", "items": items15 }; p14 = p16; break; }
case 2: {
if (28 + 1 > v9) return undefined;
const v25 = b[28];
if (v25 < 1 || v25 > 22) return undefined;
if (29 + v25 * 46 > v9) return undefined;
const items23 = []; let p24 = 29;
for (let i = 0; i < v25; i++) {
const v26 = b[p24];
const v27 = b[(p24 + 1)];
const v28 = b[(p24 + 2)];
const v29 = (b[(p24 + 3)] | (b[(p24 + 4)] << 8) | (b[(p24 + 5)] << 16) | (b[(p24 + 6)] << 24)) >>> 0;
input.at = (p24 + 7);
const v30 = leaf3.read(input);
if (input.count !== 0) return undefined;
input.at = (p24 + 9);
const v31 = leaf4.read(input);
if (input.count !== 0) return undefined;
input.at = (p24 + 40);
const v32 = leaf5.read(input);
if (input.count !== 0) return undefined;
const v33 = { "systemType": v26, "systemAddress": v27, "componentType": v28, "componentAddress": v29, "status": v30, "note": v31, "time": v32 };
items23.push(v33); p24 = (p24 + 46); }
u13 = { kind: "componentStatus", "items": items23 }; p14 = p24; break; }
case 3: {
if (28 + 1 > v9) return undefined;
const v36 = b[28];
if (v36 < 1 || v36 > 63) return undefined;
if (29 + v36 * 16 > v9) return undefined;
const items34 = []; let p35 = 29;
for (let i = 0; i < v36; i++) {
const v37 = b[p35];
const v38 = b[(p35 + 1)];
const v39 = b[(p35 + 2)];
const v40 = (b[(p35 + 3)] | (b[(p35 + 4)] << 8) | (b[(p35 + 5)] << 16) | (b[(p35 + 6)] << 24)) >>> 0;
const v41 = b[(p35 + 7)];
const v42 = ((b[(p35 + 8)] | (b[(p35 + 9)] << 8)) << 16) >> 16;
input.at = (p35 + 10);
const v43 = leaf6.read(input);
if (input.count !== 0) return undefined;
const v44 = { "systemType": v37, "systemAddress": v38, "componentType": v39, "componentAddress": v40, "analogType": v41, "value": v42, "time": v43 };
items34.push(v44); p35 = (p35 + 16); }
u13 = { kind: "componentAnalog", "items": items34 }; p14 = p35; break; }
case 21: {
if (28 + 8 > v9) return undefined;
input.at = 28;
const v45 = leaf7.read(input);
if (input.count !== 0) return undefined;
input.at = 29;
const v46 = leaf8.read(input);
if (input.count !== 0) return undefined;
input.at = 30;
const v47 = leaf9.read(input);
if (input.count !== 0) return undefined;
u13 = { kind: "transmitterStatus", "status": v46, "time": v47 }; p14 = 36; break; }
case 28: {
if (28 + 7 > v9) return undefined;
input.at = 28;
const v48 = leaf10.read(input);
if (input.count !== 0) return undefined;
input.at = 29;
const v49 = leaf11.read(input);
if (input.count !== 0) return undefined;
u13 = { kind: "transmitterTime", "time": v49 }; p14 = 35; break; }
case 90: {
if (28 + 7 > v9) return undefined;
input.at = 28;
const v50 = leaf12.read(input);
if (input.count !== 0) return undefined;
input.at = 29;
const v51 = leaf13.read(input);
if (input.count !== 0) return undefined;
u13 = { kind: "setClock", "time": v51 }; p14 = 35; break; }
case 91: {
if (28 + 2 > v9) return undefined;
input.at = 28;
const v52 = leaf14.read(input);
if (input.count !== 0) return undefined;
const v53 = b[29];
u13 = { kind: "dutyCheck", "timeoutMinutes": v53 }; p14 = 30; break; }
default: u13 = { kind: "unknown", "typeFlag": v12, bytes: b.slice(28, v9) }; p14 = v9; }
u10 = u13; p11 = p14; }
if (p11 !== v9) return undefined;
input.stop = input.end = b.length;
if (v9 + 3 > b.length) return undefined;
if (!matches("sum8", b, v9, 2, v9)) return undefined;
if (b[(v9 + 1)] !== 35) return undefined;
if (b[(v9 + 2)] !== 35) return undefined;
const v54 = { "serial": v0, "version": v3, "time": v4, "source": v5, "destination": v6, "command": v8, "message": u10 };
return (v9 + 3) === b.length ? v54 : undefined;
};
};
