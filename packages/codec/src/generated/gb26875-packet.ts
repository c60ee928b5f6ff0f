// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const gb26875Packet: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c4 = layout.shape.fields["time"].readAt;
const c24 = layout.shape.fields["message"].shape.inner.shape.cases[0].layout.shape.fields["items"].shape.item.shape.fields["time"].readAt;
const c37 = layout.shape.fields["message"].shape.inner.shape.cases[1].layout.shape.fields["items"].shape.item.shape.fields["note"].readAt;
const c39 = layout.shape.fields["message"].shape.inner.shape.cases[1].layout.shape.fields["items"].shape.item.shape.fields["time"].readAt;
const c52 = layout.shape.fields["message"].shape.inner.shape.cases[2].layout.shape.fields["items"].shape.item.shape.fields["time"].readAt;
const c58 = layout.shape.fields["message"].shape.inner.shape.cases[3].layout.shape.fields["time"].readAt;
const c61 = layout.shape.fields["message"].shape.inner.shape.cases[4].layout.shape.fields["time"].readAt;
const c64 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["time"].readAt;
return (b) => {
const e = b.length;
if (0 + 27 > e) return undefined;
if (b[0] !== 64) return undefined;
if (b[1] !== 64) return undefined;
const v0 = b[2] | (b[3] << 8);
const v1 = b[4];
const v2 = b[5];
const v3 = { "main": v1, "user": v2 };
const v5 = c4(b, 6, 12);
if (v5 === undefined) return undefined;
const v6 = ((b[12] | (b[13] << 8) | (b[14] << 16) | (b[15] << 24)) >>> 0) + (b[16] | (b[17] << 8)) * 4294967296;
const v7 = ((b[18] | (b[19] << 8) | (b[20] << 16) | (b[21] << 24)) >>> 0) + (b[22] | (b[23] << 8)) * 4294967296;
const v8 = b[24] | (b[25] << 8);
if (v8 > 1024) return undefined;
const v9 = b[26];
const v10 = 27 + v8;
if (v10 > e) return undefined;
let u11 = null, p12 = 27; if (p12 !== v10) {
if (27 + 1 > v10) return undefined;
const v13 = b[27];
let u14, p15; switch (v13) {
case 1: {
if (28 + 1 > v10) return undefined;
const v18 = b[28];
if (v18 < 1 || v18 > 102) return undefined;
if (29 + v18 * 10 > v10) return undefined;
const items16 = []; let p17 = 29;
for (let i19 = 0; i19 < v18; i19++) {
const v20 = b[p17];
const v21 = b[(p17 + 1)];
const v22 = b[(p17 + 2)] | (b[(p17 + 3)] << 8);
const v23 = { "normal": (v22 & 0x1) !== 0, "fire": (v22 & 0x2) !== 0, "fault": (v22 & 0x4) !== 0, "shielded": (v22 & 0x8) !== 0, "supervised": (v22 & 0x10) !== 0, "started": (v22 & 0x20) !== 0, "feedback": (v22 & 0x40) !== 0, "delayed": (v22 & 0x80) !== 0, "mainPowerFault": (v22 & 0x100) !== 0, "backupPowerFault": (v22 & 0x200) !== 0, "busFault": (v22 & 0x400) !== 0, "manual": (v22 & 0x800) !== 0, "configurationChanged": (v22 & 0x1000) !== 0, "reset": (v22 & 0x2000) !== 0, reserved: (v22 & 0xffffc000) >>> 0 };
const v25 = c24(b, (p17 + 4), (p17 + 10));
if (v25 === undefined) return undefined;
const v26 = { "systemType": v20, "systemAddress": v21, "status": v23, "time": v25 };
items16.push(v26); p17 = (p17 + 10); }
u14 = { kind: "systemStatus", "items": items16 }; p15 = p17; break; }
case 2: {
if (28 + 1 > v10) return undefined;
const v29 = b[28];
if (v29 < 1 || v29 > 22) return undefined;
if (29 + v29 * 46 > v10) return undefined;
const items27 = []; let p28 = 29;
for (let i30 = 0; i30 < v29; i30++) {
const v31 = b[p28];
const v32 = b[(p28 + 1)];
const v33 = b[(p28 + 2)];
const v34 = (b[(p28 + 3)] | (b[(p28 + 4)] << 8) | (b[(p28 + 5)] << 16) | (b[(p28 + 6)] << 24)) >>> 0;
const v35 = b[(p28 + 7)] | (b[(p28 + 8)] << 8);
const v36 = { "normal": (v35 & 0x1) !== 0, "fire": (v35 & 0x2) !== 0, "fault": (v35 & 0x4) !== 0, "shielded": (v35 & 0x8) !== 0, "supervised": (v35 & 0x10) !== 0, "started": (v35 & 0x20) !== 0, "feedback": (v35 & 0x40) !== 0, "delayed": (v35 & 0x80) !== 0, "powerFault": (v35 & 0x100) !== 0, reserved: (v35 & 0xfffffe00) >>> 0 };
const v38 = c37(b, (p28 + 9), (p28 + 40));
if (v38 === undefined) return undefined;
const v40 = c39(b, (p28 + 40), (p28 + 46));
if (v40 === undefined) return undefined;
const v41 = { "systemType": v31, "systemAddress": v32, "componentType": v33, "componentAddress": v34, "status": v36, "note": v38, "time": v40 };
items27.push(v41); p28 = (p28 + 46); }
u14 = { kind: "componentStatus", "items": items27 }; p15 = p28; break; }
case 3: {
if (28 + 1 > v10) return undefined;
const v44 = b[28];
if (v44 < 1 || v44 > 63) return undefined;
if (29 + v44 * 16 > v10) return undefined;
const items42 = []; let p43 = 29;
for (let i45 = 0; i45 < v44; i45++) {
const v46 = b[p43];
const v47 = b[(p43 + 1)];
const v48 = b[(p43 + 2)];
const v49 = (b[(p43 + 3)] | (b[(p43 + 4)] << 8) | (b[(p43 + 5)] << 16) | (b[(p43 + 6)] << 24)) >>> 0;
const v50 = b[(p43 + 7)];
const v51 = ((b[(p43 + 8)] | (b[(p43 + 9)] << 8)) << 16) >> 16;
const v53 = c52(b, (p43 + 10), (p43 + 16));
if (v53 === undefined) return undefined;
const v54 = { "systemType": v46, "systemAddress": v47, "componentType": v48, "componentAddress": v49, "analogType": v50, "value": v51, "time": v53 };
items42.push(v54); p43 = (p43 + 16); }
u14 = { kind: "componentAnalog", "items": items42 }; p15 = p43; break; }
case 21: {
if (28 + 8 > v10) return undefined;
for (let i55 = 28; i55 < 29; i55++) if (b[i55] !== 1) return undefined;
const v56 = b[29];
const v57 = { "normal": (v56 & 0x1) !== 0, "fire": (v56 & 0x2) !== 0, "fault": (v56 & 0x4) !== 0, "mainPowerFault": (v56 & 0x8) !== 0, "backupPowerFault": (v56 & 0x10) !== 0, "channelFault": (v56 & 0x20) !== 0, "lineFault": (v56 & 0x40) !== 0, reserved: (v56 & 0xffffff80) >>> 0 };
const v59 = c58(b, 30, 36);
if (v59 === undefined) return undefined;
u14 = { kind: "transmitterStatus", "status": v57, "time": v59 }; p15 = 36; break; }
case 28: {
if (28 + 7 > v10) return undefined;
for (let i60 = 28; i60 < 29; i60++) if (b[i60] !== 1) return undefined;
const v62 = c61(b, 29, 35);
if (v62 === undefined) return undefined;
u14 = { kind: "transmitterTime", "time": v62 }; p15 = 35; break; }
case 90: {
if (28 + 7 > v10) return undefined;
for (let i63 = 28; i63 < 29; i63++) if (b[i63] !== 1) return undefined;
const v65 = c64(b, 29, 35);
if (v65 === undefined) return undefined;
u14 = { kind: "setClock", "time": v65 }; p15 = 35; break; }
case 91: {
if (28 + 2 > v10) return undefined;
for (let i66 = 28; i66 < 29; i66++) if (b[i66] !== 1) return undefined;
const v67 = b[29];
u14 = { kind: "dutyCheck", "timeoutMinutes": v67 }; p15 = 30; break; }
default: u14 = { kind: "unknown", "typeFlag": v13, bytes: copy(b, 28, v10) }; p15 = v10; }
u11 = u14; p12 = p15; }
if (p12 !== v10) return undefined;
if (v10 + 3 > e) return undefined;
if (!matches("sum8", b, v10, 2, v10)) return undefined;
if (b[(v10 + 1)] !== 35) return undefined;
if (b[(v10 + 2)] !== 35) return undefined;
const v68 = { "serial": v0, "version": v3, "time": v5, "source": v6, "destination": v7, "command": v9, "message": u11 };
return (v10 + 3) === e ? v68 : undefined;
};
};
