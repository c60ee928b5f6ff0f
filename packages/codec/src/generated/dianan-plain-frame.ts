// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const diananPlainFrame: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c22 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[0].layout.shape.fields["series"].shape.item.shape.fields["values"].readAt;
const c33 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[1].layout.shape.fields["series"].shape.item.shape.fields["values"].readAt;
const c55 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[4].layout.shape.fields["facts"].shape.item.shape.fields["text"].shape.inner.readAt;
const c69 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[6].layout.shape.fields["order"].shape.inner.readAt;
const c99 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[14].layout.shape.fields["order"].shape.inner.readAt;
const c105 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[15].layout.shape.fields["order"].shape.inner.readAt;
return (b) => {
const e = b.length;
if (0 + 18 > e) return undefined;
if (b[0] !== 218) return undefined;
const v0 = b[1];
const v1 = { "secured": (v0 & 0x1) !== 0, "confirmWanted": (v0 & 0x2) !== 0, "down": (v0 & 0x4) !== 0, reserved: (v0 & 0xfffffff8) >>> 0 };
const v2 = (b[2] << 8) | b[3];
if (v2 > 1024) return undefined;
const v3 = ((b[6] << 24) | (b[7] << 16) | (b[8] << 8) | b[9]) + ((b[6] & 128) !== 0 ? 4294967296 : 0) + ((b[4] << 8) | b[5]) * 4294967296;
const v4 = ((b[10] << 24) | (b[11] << 16) | (b[12] << 8) | b[13]) >>> 0;
const v5 = ((b[14] << 24) | (b[15] << 16) | (b[16] << 8) | b[17]) >>> 0;
const v6 = 18 + v2;
if (v6 > e) return undefined;
const items7 = []; let p8 = 18;
while (p8 < v6) {
if (p8 + 2 > v6) return undefined;
const v10 = b[p8];
const v11 = b[(p8 + 1)];
if (v11 > 255) return undefined;
const v12 = (p8 + 2) + v11;
if (v12 > v6) return undefined;
let u13, p14; switch (v10) {
case 1: {
const items15 = []; let p16 = (p8 + 2);
while (p16 < v12) {
if (p16 + 2 > v12) return undefined;
const v18 = b[p16];
const v19 = b[(p16 + 1)];
if ((p16 + 2) + 1 > v12) return undefined;
const v20 = b[(p16 + 2)];
const v21 = (p16 + 3) + ((v20 >> 4) + 1) * (v20 & 15);
if (v21 > v12) return undefined;
const v23 = c22(b, (p16 + 2), v21);
if (v23 === undefined) return undefined;
const v24 = { "quantity": v18, "place": v19, "values": v23 };
items15.push(v24); p16 = v21; }
if (items15.length < 1 || items15.length > 9007199254740991) return undefined;
u13 = { kind: "readings", "series": items15 }; p14 = p16; break; }
case 2: {
if ((p8 + 2) + 4 > v12) return undefined;
const v25 = ((b[(p8 + 2)] << 24) | (b[(p8 + 3)] << 16) | (b[(p8 + 4)] << 8) | b[(p8 + 5)]) >>> 0;
const items26 = []; let p27 = (p8 + 6);
while (p27 < v12) {
if (p27 + 2 > v12) return undefined;
const v29 = b[p27];
const v30 = b[(p27 + 1)];
if ((p27 + 2) + 1 > v12) return undefined;
const v31 = b[(p27 + 2)];
const v32 = (p27 + 3) + ((v31 >> 4) + 1) * (v31 & 15);
if (v32 > v12) return undefined;
const v34 = c33(b, (p27 + 2), v32);
if (v34 === undefined) return undefined;
const v35 = { "quantity": v29, "place": v30, "values": v34 };
items26.push(v35); p27 = v32; }
if (items26.length < 1 || items26.length > 9007199254740991) return undefined;
u13 = { kind: "history", "at": v25, "series": items26 }; p14 = p27; break; }
case 3: {
if ((p8 + 2) + 16 > v12) return undefined;
const v36 = (b[(p8 + 2)] << 8) | b[(p8 + 3)];
const v37 = b[(p8 + 4)];
const v38 = b[(p8 + 5)];
const v39 = ((b[(p8 + 6)] << 24) | (b[(p8 + 7)] << 16) | (b[(p8 + 8)] << 8) | b[(p8 + 9)]) >>> 0;
const v40 = (b[(p8 + 10)] << 24) | (b[(p8 + 11)] << 16) | (b[(p8 + 12)] << 8) | b[(p8 + 13)];
const v41 = (b[(p8 + 14)] << 24) | (b[(p8 + 15)] << 16) | (b[(p8 + 16)] << 8) | b[(p8 + 17)];
if ((p8 + 18) > v12) return undefined;
const v42 = copy(b, (p8 + 18), v12);
u13 = { kind: "alarm", "type": v36, "place": v37, "state": v38, "at": v39, "value": v40, "threshold": v41, "unparsed": v42 }; p14 = v12; break; }
case 4: {
const items43 = []; let p44 = (p8 + 2);
while (p44 < v12) {
if (p44 + 2 > v12) return undefined;
const v46 = b[p44];
const v47 = b[(p44 + 1)];
const v48 = { "place": v46, "status": v47 };
items43.push(v48); p44 = (p44 + 2); }
if (items43.length < 1 || items43.length > 9007199254740991) return undefined;
u13 = { kind: "states", "items": items43 }; p14 = p44; break; }
case 5: {
const items49 = []; let p50 = (p8 + 2);
while (p50 < v12) {
if (p50 + 1 > v12) return undefined;
const v52 = b[p50];
if ((p50 + 1) + 1 > v12) return undefined;
const v53 = b[(p50 + 1)];
if (v53 > 255) return undefined;
const v54 = (p50 + 2) + v53;
if (v54 > v12) return undefined;
const v56 = c55(b, (p50 + 2), v54);
if (v56 === undefined) return undefined;
const v57 = { "what": v52, "text": v56 };
items49.push(v57); p50 = v54; }
if (items49.length < 1 || items49.length > 9007199254740991) return undefined;
u13 = { kind: "identity", "facts": items49 }; p14 = p50; break; }
case 6: {
if ((p8 + 2) + 8 > v12) return undefined;
const v58 = ((b[(p8 + 2)] << 24) | (b[(p8 + 3)] << 16) | (b[(p8 + 4)] << 8) | b[(p8 + 5)]) >>> 0;
const v59 = ((b[(p8 + 6)] << 24) | (b[(p8 + 7)] << 16) | (b[(p8 + 8)] << 8) | b[(p8 + 9)]) >>> 0;
if ((p8 + 10) > v12) return undefined;
const v60 = copy(b, (p8 + 10), v12);
u13 = { kind: "period", "upload": v58, "silent": v59, "unparsed": v60 }; p14 = v12; break; }
case 7: {
if ((p8 + 2) + 15 > v12) return undefined;
const v61 = b[(p8 + 2)];
const v62 = b[(p8 + 3)];
const v63 = ((b[(p8 + 4)] << 24) | (b[(p8 + 5)] << 16) | (b[(p8 + 6)] << 8) | b[(p8 + 7)]) >>> 0;
const v64 = ((b[(p8 + 8)] << 24) | (b[(p8 + 9)] << 16) | (b[(p8 + 10)] << 8) | b[(p8 + 11)]) >>> 0;
const v65 = ((b[(p8 + 12)] << 24) | (b[(p8 + 13)] << 16) | (b[(p8 + 14)] << 8) | b[(p8 + 15)]) >>> 0;
const v66 = b[(p8 + 16)];
if ((p8 + 17) + 1 > v12) return undefined;
const v67 = b[(p8 + 17)];
if (v67 > 32) return undefined;
const v68 = (p8 + 18) + v67;
if (v68 > v12) return undefined;
const v70 = c69(b, (p8 + 18), v68);
if (v70 === undefined) return undefined;
if (v68 > v12) return undefined;
const v71 = copy(b, v68, v12);
u13 = { kind: "session", "place": v61, "phase": v62, "elapsed": v63, "energy": v64, "amount": v65, "end": v66, "order": v70, "unparsed": v71 }; p14 = v12; break; }
case 8: {
if ((p8 + 2) + 7 > v12) return undefined;
const v72 = ((b[(p8 + 2)] << 24) | (b[(p8 + 3)] << 16) | (b[(p8 + 4)] << 8) | b[(p8 + 5)]) >>> 0;
const v73 = b[(p8 + 6)];
const v74 = b[(p8 + 7)];
const v75 = b[(p8 + 8)];
if ((p8 + 9) > v12) return undefined;
const v76 = copy(b, (p8 + 9), v12);
u13 = { kind: "result", "command": v72, "index": v73, "outcome": v74, "detail": v75, "unparsed": v76 }; p14 = v12; break; }
case 9: {
if ((p8 + 2) + 1 > v12) return undefined;
const v77 = b[(p8 + 2)];
if ((p8 + 3) > v12) return undefined;
const v78 = copy(b, (p8 + 3), v12);
u13 = { kind: "need", "what": v77, "unparsed": v78 }; p14 = v12; break; }
case 64: {
if ((p8 + 2) + 4 > v12) return undefined;
const v79 = ((b[(p8 + 2)] << 24) | (b[(p8 + 3)] << 16) | (b[(p8 + 4)] << 8) | b[(p8 + 5)]) >>> 0;
if ((p8 + 6) > v12) return undefined;
const v80 = copy(b, (p8 + 6), v12);
u13 = { kind: "expiry", "at": v79, "unparsed": v80 }; p14 = v12; break; }
case 65: {
if ((p8 + 2) > v12) return undefined;
const v81 = copy(b, (p8 + 2), v12);
u13 = { kind: "setClock", "unparsed": v81 }; p14 = v12; break; }
case 66: {
if ((p8 + 2) + 2 > v12) return undefined;
const v82 = b[(p8 + 2)];
const v83 = b[(p8 + 3)];
if ((p8 + 4) > v12) return undefined;
const v84 = copy(b, (p8 + 4), v12);
u13 = { kind: "report", "quantity": v82, "place": v83, "unparsed": v84 }; p14 = v12; break; }
case 67: {
if ((p8 + 2) + 7 > v12) return undefined;
const v85 = (b[(p8 + 2)] << 8) | b[(p8 + 3)];
const v86 = b[(p8 + 4)];
const v87 = (b[(p8 + 5)] << 24) | (b[(p8 + 6)] << 16) | (b[(p8 + 7)] << 8) | b[(p8 + 8)];
if ((p8 + 9) > v12) return undefined;
const v88 = copy(b, (p8 + 9), v12);
u13 = { kind: "setThreshold", "type": v85, "place": v86, "value": v87, "unparsed": v88 }; p14 = v12; break; }
case 68: {
if ((p8 + 2) + 2 > v12) return undefined;
const v89 = b[(p8 + 2)];
const v90 = b[(p8 + 3)];
if ((p8 + 4) > v12) return undefined;
const v91 = copy(b, (p8 + 4), v12);
u13 = { kind: "switch", "place": v89, "position": v90, "unparsed": v91 }; p14 = v12; break; }
case 69: {
if ((p8 + 2) + 17 > v12) return undefined;
const v92 = b[(p8 + 2)];
const v93 = ((b[(p8 + 3)] << 24) | (b[(p8 + 4)] << 16) | (b[(p8 + 5)] << 8) | b[(p8 + 6)]) >>> 0;
const v94 = ((b[(p8 + 7)] << 24) | (b[(p8 + 8)] << 16) | (b[(p8 + 9)] << 8) | b[(p8 + 10)]) >>> 0;
const v95 = ((b[(p8 + 11)] << 24) | (b[(p8 + 12)] << 16) | (b[(p8 + 13)] << 8) | b[(p8 + 14)]) >>> 0;
const v96 = ((b[(p8 + 15)] << 24) | (b[(p8 + 16)] << 16) | (b[(p8 + 17)] << 8) | b[(p8 + 18)]) >>> 0;
if ((p8 + 19) + 1 > v12) return undefined;
const v97 = b[(p8 + 19)];
if (v97 > 32) return undefined;
const v98 = (p8 + 20) + v97;
if (v98 > v12) return undefined;
const v100 = c99(b, (p8 + 20), v98);
if (v100 === undefined) return undefined;
if (v98 > v12) return undefined;
const v101 = copy(b, v98, v12);
u13 = { kind: "startCharge", "place": v92, "maxSeconds": v93, "maxEnergy": v94, "maxPower": v95, "amount": v96, "order": v100, "unparsed": v101 }; p14 = v12; break; }
case 70: {
if ((p8 + 2) + 1 > v12) return undefined;
const v102 = b[(p8 + 2)];
if ((p8 + 3) + 1 > v12) return undefined;
const v103 = b[(p8 + 3)];
if (v103 > 32) return undefined;
const v104 = (p8 + 4) + v103;
if (v104 > v12) return undefined;
const v106 = c105(b, (p8 + 4), v104);
if (v106 === undefined) return undefined;
if (v104 > v12) return undefined;
const v107 = copy(b, v104, v12);
u13 = { kind: "stopCharge", "place": v102, "order": v106, "unparsed": v107 }; p14 = v12; break; }
case 71: {
if ((p8 + 2) + 1 > v12) return undefined;
const v108 = b[(p8 + 2)];
if ((p8 + 3) > v12) return undefined;
const v109 = copy(b, (p8 + 3), v12);
u13 = { kind: "act", "action": v108, "unparsed": v109 }; p14 = v12; break; }
case 72: {
if ((p8 + 2) + 4 > v12) return undefined;
const v110 = ((b[(p8 + 2)] << 24) | (b[(p8 + 3)] << 16) | (b[(p8 + 4)] << 8) | b[(p8 + 5)]) >>> 0;
if ((p8 + 6) > v12) return undefined;
const v111 = copy(b, (p8 + 6), v12);
u13 = { kind: "setPeriod", "upload": v110, "unparsed": v111 }; p14 = v12; break; }
case 128: {
if ((p8 + 2) + 5 > v12) return undefined;
const v112 = ((b[(p8 + 2)] << 24) | (b[(p8 + 3)] << 16) | (b[(p8 + 4)] << 8) | b[(p8 + 5)]) >>> 0;
const v113 = b[(p8 + 6)];
if ((p8 + 7) > v12) return undefined;
const v114 = copy(b, (p8 + 7), v12);
u13 = { kind: "confirm", "counter": v112, "outcome": v113, "unparsed": v114 }; p14 = v12; break; }
default: u13 = { kind: "unknown", "tag": v10, bytes: copy(b, (p8 + 2), v12) }; p14 = v12; }
if (p14 !== v12) return undefined;
const v115 = { "content": u13 };
items7.push(v115); p8 = v12; }
if (items7.length < 0 || items7.length > 9007199254740991) return undefined;
if (p8 !== v6) return undefined;
if (v6 + 2 > e) return undefined;
if (!matches("crc16modbus", b, v6, 0, v6)) return undefined;
const v116 = { "options": v1, "device": v3, "counter": v4, "time": v5, "records": items7 };
return (v6 + 2) === e ? v116 : undefined;
};
};
