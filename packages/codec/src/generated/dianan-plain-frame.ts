// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const diananPlainFrame: WrittenDecoder = (layout, matches) => {
const leaf0 = layout.shape.fields["options"];
const leaf1 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[0].layout.shape.fields["series"].shape.item.shape.fields["values"];
const leaf2 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[1].layout.shape.fields["series"].shape.item.shape.fields["values"];
const leaf3 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[2].layout.shape.fields["unparsed"];
const leaf4 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[4].layout.shape.fields["facts"].shape.item.shape.fields["text"].shape.inner;
const leaf5 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[5].layout.shape.fields["unparsed"];
const leaf6 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[6].layout.shape.fields["order"].shape.inner;
const leaf7 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[6].layout.shape.fields["unparsed"];
const leaf8 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[7].layout.shape.fields["unparsed"];
const leaf9 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[8].layout.shape.fields["unparsed"];
const leaf10 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[9].layout.shape.fields["unparsed"];
const leaf11 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[10].layout.shape.fields["unparsed"];
const leaf12 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[11].layout.shape.fields["unparsed"];
const leaf13 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[12].layout.shape.fields["unparsed"];
const leaf14 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[13].layout.shape.fields["unparsed"];
const leaf15 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[14].layout.shape.fields["order"].shape.inner;
const leaf16 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[14].layout.shape.fields["unparsed"];
const leaf17 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[15].layout.shape.fields["order"].shape.inner;
const leaf18 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[15].layout.shape.fields["unparsed"];
const leaf19 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[16].layout.shape.fields["unparsed"];
const leaf20 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[17].layout.shape.fields["unparsed"];
const leaf21 = layout.shape.fields["records"].shape.item.shape.fields["content"].shape.cases[18].layout.shape.fields["unparsed"];
return (b, input) => {
if (0 + 18 > b.length) return undefined;
if (b[0] !== 218) return undefined;
input.at = 1;
const v0 = leaf0.read(input);
if (input.count !== 0) return undefined;
const v1 = (b[2] << 8) | b[3];
if (v1 < 0 || v1 - 0 > 1024) return undefined;
const v2 = ((b[6] << 24) | (b[7] << 16) | (b[8] << 8) | b[9]) + ((b[6] & 128) !== 0 ? 4294967296 : 0) + ((b[4] << 8) | b[5]) * 4294967296;
const v3 = ((b[10] << 24) | (b[11] << 16) | (b[12] << 8) | b[13]) >>> 0;
const v4 = ((b[14] << 24) | (b[15] << 16) | (b[16] << 8) | b[17]) >>> 0;
const v5 = 18 + v1;
if (v5 > b.length) return undefined;
input.stop = input.end = v5;
const items6 = []; let p7 = 18;
while (p7 < v5) {
if (p7 + 2 > v5) return undefined;
const v8 = b[p7];
const v9 = b[(p7 + 1)];
if (v9 < 0 || v9 - 0 > 255) return undefined;
const v10 = (p7 + 2) + v9;
if (v10 > v5) return undefined;
input.stop = input.end = v10;
let u11, p12; switch (v8) {
case 1: {
const items13 = []; let p14 = (p7 + 2);
while (p14 < v10) {
if (p14 + 2 > v10) return undefined;
const v15 = b[p14];
const v16 = b[(p14 + 1)];
input.at = (p14 + 2);
const v17 = leaf1.read(input);
if (input.count !== 0) return undefined;
const v18 = input.at;
const v19 = { "quantity": v15, "place": v16, "values": v17 };
items13.push(v19); p14 = v18; }
if (items13.length < 1 || items13.length > 9007199254740991) return undefined;
u11 = { kind: "readings", "series": items13 }; p12 = p14; break; }
case 2: {
if ((p7 + 2) + 4 > v10) return undefined;
const v20 = ((b[(p7 + 2)] << 24) | (b[(p7 + 3)] << 16) | (b[(p7 + 4)] << 8) | b[(p7 + 5)]) >>> 0;
const items21 = []; let p22 = (p7 + 6);
while (p22 < v10) {
if (p22 + 2 > v10) return undefined;
const v23 = b[p22];
const v24 = b[(p22 + 1)];
input.at = (p22 + 2);
const v25 = leaf2.read(input);
if (input.count !== 0) return undefined;
const v26 = input.at;
const v27 = { "quantity": v23, "place": v24, "values": v25 };
items21.push(v27); p22 = v26; }
if (items21.length < 1 || items21.length > 9007199254740991) return undefined;
u11 = { kind: "history", "at": v20, "series": items21 }; p12 = p22; break; }
case 3: {
if ((p7 + 2) + 16 > v10) return undefined;
const v28 = (b[(p7 + 2)] << 8) | b[(p7 + 3)];
const v29 = b[(p7 + 4)];
const v30 = b[(p7 + 5)];
const v31 = ((b[(p7 + 6)] << 24) | (b[(p7 + 7)] << 16) | (b[(p7 + 8)] << 8) | b[(p7 + 9)]) >>> 0;
const v32 = (b[(p7 + 10)] << 24) | (b[(p7 + 11)] << 16) | (b[(p7 + 12)] << 8) | b[(p7 + 13)];
const v33 = (b[(p7 + 14)] << 24) | (b[(p7 + 15)] << 16) | (b[(p7 + 16)] << 8) | b[(p7 + 17)];
input.at = (p7 + 18);
const v34 = leaf3.read(input);
if (input.count !== 0) return undefined;
const v35 = input.at;
u11 = { kind: "alarm", "type": v28, "place": v29, "state": v30, "at": v31, "value": v32, "threshold": v33, "unparsed": v34 }; p12 = v35; break; }
case 4: {
const items36 = []; let p37 = (p7 + 2);
while (p37 < v10) {
if (p37 + 2 > v10) return undefined;
const v38 = b[p37];
const v39 = b[(p37 + 1)];
const v40 = { "place": v38, "status": v39 };
items36.push(v40); p37 = (p37 + 2); }
if (items36.length < 1 || items36.length > 9007199254740991) return undefined;
u11 = { kind: "states", "items": items36 }; p12 = p37; break; }
case 5: {
const items41 = []; let p42 = (p7 + 2);
while (p42 < v10) {
if (p42 + 1 > v10) return undefined;
const v43 = b[p42];
if ((p42 + 1) + 1 > v10) return undefined;
const v44 = b[(p42 + 1)];
if (v44 > 255) return undefined;
const v45 = (p42 + 2) + v44;
if (v45 > v10) return undefined;
input.stop = input.end = v45;
input.at = (p42 + 2);
const v46 = leaf4.read(input);
if (input.count !== 0) return undefined;
const v47 = input.at;
if (v47 !== v45) return undefined;
input.stop = input.end = v10;
const v48 = { "what": v43, "text": v46 };
items41.push(v48); p42 = v45; }
if (items41.length < 1 || items41.length > 9007199254740991) return undefined;
u11 = { kind: "identity", "facts": items41 }; p12 = p42; break; }
case 6: {
if ((p7 + 2) + 8 > v10) return undefined;
const v49 = ((b[(p7 + 2)] << 24) | (b[(p7 + 3)] << 16) | (b[(p7 + 4)] << 8) | b[(p7 + 5)]) >>> 0;
const v50 = ((b[(p7 + 6)] << 24) | (b[(p7 + 7)] << 16) | (b[(p7 + 8)] << 8) | b[(p7 + 9)]) >>> 0;
input.at = (p7 + 10);
const v51 = leaf5.read(input);
if (input.count !== 0) return undefined;
const v52 = input.at;
u11 = { kind: "period", "upload": v49, "silent": v50, "unparsed": v51 }; p12 = v52; break; }
case 7: {
if ((p7 + 2) + 15 > v10) return undefined;
const v53 = b[(p7 + 2)];
const v54 = b[(p7 + 3)];
const v55 = ((b[(p7 + 4)] << 24) | (b[(p7 + 5)] << 16) | (b[(p7 + 6)] << 8) | b[(p7 + 7)]) >>> 0;
const v56 = ((b[(p7 + 8)] << 24) | (b[(p7 + 9)] << 16) | (b[(p7 + 10)] << 8) | b[(p7 + 11)]) >>> 0;
const v57 = ((b[(p7 + 12)] << 24) | (b[(p7 + 13)] << 16) | (b[(p7 + 14)] << 8) | b[(p7 + 15)]) >>> 0;
const v58 = b[(p7 + 16)];
if ((p7 + 17) + 1 > v10) return undefined;
const v59 = b[(p7 + 17)];
if (v59 > 32) return undefined;
const v60 = (p7 + 18) + v59;
if (v60 > v10) return undefined;
input.stop = input.end = v60;
input.at = (p7 + 18);
const v61 = leaf6.read(input);
if (input.count !== 0) return undefined;
const v62 = input.at;
if (v62 !== v60) return undefined;
input.stop = input.end = v10;
input.at = v60;
const v63 = leaf7.read(input);
if (input.count !== 0) return undefined;
const v64 = input.at;
u11 = { kind: "session", "place": v53, "phase": v54, "elapsed": v55, "energy": v56, "amount": v57, "end": v58, "order": v61, "unparsed": v63 }; p12 = v64; break; }
case 8: {
if ((p7 + 2) + 7 > v10) return undefined;
const v65 = ((b[(p7 + 2)] << 24) | (b[(p7 + 3)] << 16) | (b[(p7 + 4)] << 8) | b[(p7 + 5)]) >>> 0;
const v66 = b[(p7 + 6)];
const v67 = b[(p7 + 7)];
const v68 = b[(p7 + 8)];
input.at = (p7 + 9);
const v69 = leaf8.read(input);
if (input.count !== 0) return undefined;
const v70 = input.at;
u11 = { kind: "result", "command": v65, "index": v66, "outcome": v67, "detail": v68, "unparsed": v69 }; p12 = v70; break; }
case 9: {
if ((p7 + 2) + 1 > v10) return undefined;
const v71 = b[(p7 + 2)];
input.at = (p7 + 3);
const v72 = leaf9.read(input);
if (input.count !== 0) return undefined;
const v73 = input.at;
u11 = { kind: "need", "what": v71, "unparsed": v72 }; p12 = v73; break; }
case 64: {
if ((p7 + 2) + 4 > v10) return undefined;
const v74 = ((b[(p7 + 2)] << 24) | (b[(p7 + 3)] << 16) | (b[(p7 + 4)] << 8) | b[(p7 + 5)]) >>> 0;
input.at = (p7 + 6);
const v75 = leaf10.read(input);
if (input.count !== 0) return undefined;
const v76 = input.at;
u11 = { kind: "expiry", "at": v74, "unparsed": v75 }; p12 = v76; break; }
case 65: {
input.at = (p7 + 2);
const v77 = leaf11.read(input);
if (input.count !== 0) return undefined;
const v78 = input.at;
u11 = { kind: "setClock", "unparsed": v77 }; p12 = v78; break; }
case 66: {
if ((p7 + 2) + 2 > v10) return undefined;
const v79 = b[(p7 + 2)];
const v80 = b[(p7 + 3)];
input.at = (p7 + 4);
const v81 = leaf12.read(input);
if (input.count !== 0) return undefined;
const v82 = input.at;
u11 = { kind: "report", "quantity": v79, "place": v80, "unparsed": v81 }; p12 = v82; break; }
case 67: {
if ((p7 + 2) + 7 > v10) return undefined;
const v83 = (b[(p7 + 2)] << 8) | b[(p7 + 3)];
const v84 = b[(p7 + 4)];
const v85 = (b[(p7 + 5)] << 24) | (b[(p7 + 6)] << 16) | (b[(p7 + 7)] << 8) | b[(p7 + 8)];
input.at = (p7 + 9);
const v86 = leaf13.read(input);
if (input.count !== 0) return undefined;
const v87 = input.at;
u11 = { kind: "setThreshold", "type": v83, "place": v84, "value": v85, "unparsed": v86 }; p12 = v87; break; }
case 68: {
if ((p7 + 2) + 2 > v10) return undefined;
const v88 = b[(p7 + 2)];
const v89 = b[(p7 + 3)];
input.at = (p7 + 4);
const v90 = leaf14.read(input);
if (input.count !== 0) return undefined;
const v91 = input.at;
u11 = { kind: "switch", "place": v88, "position": v89, "unparsed": v90 }; p12 = v91; break; }
case 69: {
if ((p7 + 2) + 17 > v10) return undefined;
const v92 = b[(p7 + 2)];
const v93 = ((b[(p7 + 3)] << 24) | (b[(p7 + 4)] << 16) | (b[(p7 + 5)] << 8) | b[(p7 + 6)]) >>> 0;
const v94 = ((b[(p7 + 7)] << 24) | (b[(p7 + 8)] << 16) | (b[(p7 + 9)] << 8) | b[(p7 + 10)]) >>> 0;
const v95 = ((b[(p7 + 11)] << 24) | (b[(p7 + 12)] << 16) | (b[(p7 + 13)] << 8) | b[(p7 + 14)]) >>> 0;
const v96 = ((b[(p7 + 15)] << 24) | (b[(p7 + 16)] << 16) | (b[(p7 + 17)] << 8) | b[(p7 + 18)]) >>> 0;
if ((p7 + 19) + 1 > v10) return undefined;
const v97 = b[(p7 + 19)];
if (v97 > 32) return undefined;
const v98 = (p7 + 20) + v97;
if (v98 > v10) return undefined;
input.stop = input.end = v98;
input.at = (p7 + 20);
const v99 = leaf15.read(input);
if (input.count !== 0) return undefined;
const v100 = input.at;
if (v100 !== v98) return undefined;
input.stop = input.end = v10;
input.at = v98;
const v101 = leaf16.read(input);
if (input.count !== 0) return undefined;
const v102 = input.at;
u11 = { kind: "startCharge", "place": v92, "maxSeconds": v93, "maxEnergy": v94, "maxPower": v95, "amount": v96, "order": v99, "unparsed": v101 }; p12 = v102; break; }
case 70: {
if ((p7 + 2) + 1 > v10) return undefined;
const v103 = b[(p7 + 2)];
if ((p7 + 3) + 1 > v10) return undefined;
const v104 = b[(p7 + 3)];
if (v104 > 32) return undefined;
const v105 = (p7 + 4) + v104;
if (v105 > v10) return undefined;
input.stop = input.end = v105;
input.at = (p7 + 4);
const v106 = leaf17.read(input);
if (input.count !== 0) return undefined;
const v107 = input.at;
if (v107 !== v105) return undefined;
input.stop = input.end = v10;
input.at = v105;
const v108 = leaf18.read(input);
if (input.count !== 0) return undefined;
const v109 = input.at;
u11 = { kind: "stopCharge", "place": v103, "order": v106, "unparsed": v108 }; p12 = v109; break; }
case 71: {
if ((p7 + 2) + 1 > v10) return undefined;
const v110 = b[(p7 + 2)];
input.at = (p7 + 3);
const v111 = leaf19.read(input);
if (input.count !== 0) return undefined;
const v112 = input.at;
u11 = { kind: "act", "action": v110, "unparsed": v111 }; p12 = v112; break; }
case 72: {
if ((p7 + 2) + 4 > v10) return undefined;
const v113 = ((b[(p7 + 2)] << 24) | (b[(p7 + 3)] << 16) | (b[(p7 + 4)] << 8) | b[(p7 + 5)]) >>> 0;
input.at = (p7 + 6);
const v114 = leaf20.read(input);
if (input.count !== 0) return undefined;
const v115 = input.at;
u11 = { kind: "setPeriod", "upload": v113, "unparsed": v114 }; p12 = v115; break; }
case 128: {
if ((p7 + 2) + 5 > v10) return undefined;
const v116 = ((b[(p7 + 2)] << 24) | (b[(p7 + 3)] << 16) | (b[(p7 + 4)] << 8) | b[(p7 + 5)]) >>> 0;
const v117 = b[(p7 + 6)];
input.at = (p7 + 7);
const v118 = leaf21.read(input);
if (input.count !== 0) return undefined;
const v119 = input.at;
u11 = { kind: "confirm", "counter": v116, "outcome": v117, "unparsed": v118 }; p12 = v119; break; }
default: u11 = { kind: "unknown", "tag": v8, bytes: b.slice((p7 + 2), v10) }; p12 = v10; }
if (p12 !== v10) return undefined;
input.stop = input.end = v5;
const v120 = { "content": u11 };
items6.push(v120); p7 = v10; }
if (items6.length < 0 || items6.length > 9007199254740991) return undefined;
if (p7 !== v5) return undefined;
input.stop = input.end = b.length;
if (v5 + 2 > b.length) return undefined;
if (!matches("crc16modbus", b, v5, 0, v5)) return undefined;
const v121 = { "options": v0, "device": v2, "counter": v3, "time": v4, "records": items6 };
return (v5 + 2) === b.length ? v121 : undefined;
};
};
