// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const juyNewUpFrame: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c3 = layout.shape.fields["imei"].readAt;
const c8 = layout.shape.fields["message"].shape.cases[0].layout.shape.fields["imei"].readAt;
const c11 = layout.shape.fields["message"].shape.cases[0].layout.shape.fields["hardware"].readAt;
const c13 = layout.shape.fields["message"].shape.cases[0].layout.shape.fields["software"].readAt;
const c15 = layout.shape.fields["message"].shape.cases[0].layout.shape.fields["ccid"].readAt;
const c69 = layout.shape.fields["message"].shape.cases[13].layout.shape.fields["imei"].readAt;
return (b) => {
const e = b.length;
if (0 + 21 > e) return undefined;
if (b[0] !== 90) return undefined;
if (b[1] !== 165) return undefined;
const v0 = b[2] | (b[3] << 8);
if (v0 < 18 || v0 - 18 > 2026) return undefined;
const v1 = b[4];
const v2 = b[5];
const v4 = c3(b, 6, 21);
if (v4 === undefined) return undefined;
const v5 = 21 + (v0 - 18);
if (v5 > e) return undefined;
let u6, p7; switch (v1) {
case 129: {
if (21 + 68 > v5) return undefined;
const v9 = c8(b, 21, 36);
if (v9 === undefined) return undefined;
const v10 = b[36];
const v12 = c11(b, 37, 53);
if (v12 === undefined) return undefined;
const v14 = c13(b, 53, 69);
if (v14 === undefined) return undefined;
const v16 = c15(b, 69, 89);
if (v16 === undefined) return undefined;
let u17 = null, p18 = 89;
if (p18 + 1 <= v5) {
const v19 = b[p18];
u17 = v19; p18 = (p18 + 1);
}
let u20 = null, p21 = p18;
if (u17 !== null && p21 + 1 <= v5) {
const v22 = b[p21];
u20 = v22; p21 = (p21 + 1);
}
if (p21 > v5) return undefined;
const v23 = copy(b, p21, v5);
u6 = { kind: "login", "imei": v9, "ports": v10, "hardware": v12, "software": v14, "ccid": v16, "signalOrVersion": u17, "reason": u20, "unparsed": v23 }; p7 = v5; break; }
case 130: {
if (21 + 2 > v5) return undefined;
const v24 = b[21];
const v25 = b[22];
if (23 + 1 > v5) return undefined;
const v28 = b[23];
if (v28 < 0 || v28 > 255) return undefined;
if (24 + v28 * 1 > v5) return undefined;
const items26 = []; let p27 = 24;
for (let i29 = 0; i29 < v28; i29++) {
const v30 = b[p27];
items26.push(v30); p27 = (p27 + 1); }
if (p27 > v5) return undefined;
const v31 = copy(b, p27, v5);
u6 = { kind: "heartbeat", "rssi": v24, "temperature": v25, "states": items26, "unparsed": v31 }; p7 = v5; break; }
case 131: {
if (21 > v5) return undefined;
const v32 = copy(b, 21, v5);
u6 = { kind: "startAnswer", "unparsed": v32 }; p7 = v5; break; }
case 132: {
if (21 > v5) return undefined;
const v33 = copy(b, 21, v5);
u6 = { kind: "stopAnswer", "unparsed": v33 }; p7 = v5; break; }
case 134: {
if (21 > v5) return undefined;
const v34 = copy(b, 21, v5);
u6 = { kind: "localStart", "unparsed": v34 }; p7 = v5; break; }
case 135: {
if (21 > v5) return undefined;
const v35 = copy(b, 21, v5);
u6 = { kind: "onlineCard", "unparsed": v35 }; p7 = v5; break; }
case 136: {
if (21 + 4 > v5) return undefined;
const v36 = b[21];
const v37 = b[22] | (b[23] << 8);
const v38 = b[24];
if (v36 < 0 || v36 > 9007199254740991) return undefined;
const v41 = v5 - 25;
if (v36 !== 0 && v41 % v36 !== 0) return undefined;
const v42 = v36 === 0 ? 0 : v41 / v36;
const items39 = []; let p40 = 25;
for (let i43 = 0; i43 < v36; i43++) {
const v44 = p40 + v42;
if (v44 > v5) return undefined;
if (p40 + 2 > v44) return undefined;
const v45 = b[p40];
const v46 = b[(p40 + 1)];
if ((p40 + 2) > (v44 + -1)) return undefined;
const v47 = copy(b, (p40 + 2), (v44 + -1));
if ((v44 + -1) + 1 > v44) return undefined;
const v48 = b[(v44 + -1)];
const v49 = { "port": v45, "tier": v46, "numbers": v47, "temperature": v48 };
items39.push(v49); p40 = v44; }
u6 = { kind: "portData", "voltage": v37, "temperature": v38, "ports": items39 }; p7 = p40; break; }
case 143: {
if (21 + 4 > v5) return undefined;
const v50 = b[21];
const v51 = b[22] | (b[23] << 8);
const v52 = b[24];
if (v50 < 0 || v50 > 9007199254740991) return undefined;
const v55 = v5 - 25;
if (v50 !== 0 && v55 % v50 !== 0) return undefined;
const v56 = v50 === 0 ? 0 : v55 / v50;
const items53 = []; let p54 = 25;
for (let i57 = 0; i57 < v50; i57++) {
const v58 = p54 + v56;
if (v58 > v5) return undefined;
if (p54 + 2 > v58) return undefined;
const v59 = b[p54];
const v60 = b[(p54 + 1)];
if ((p54 + 2) > (v58 + -1)) return undefined;
const v61 = copy(b, (p54 + 2), (v58 + -1));
if ((v58 + -1) + 1 > v58) return undefined;
const v62 = b[(v58 + -1)];
const v63 = { "port": v59, "tier": v60, "numbers": v61, "temperature": v62 };
items53.push(v63); p54 = v58; }
u6 = { kind: "morePortData", "voltage": v51, "temperature": v52, "ports": items53 }; p7 = p54; break; }
case 137: {
if (21 > v5) return undefined;
const v64 = copy(b, 21, v5);
u6 = { kind: "parametersAnswer", "unparsed": v64 }; p7 = v5; break; }
case 138: {
if (21 > v5) return undefined;
const v65 = copy(b, 21, v5);
u6 = { kind: "moreParametersAnswer", "unparsed": v65 }; p7 = v5; break; }
case 139: {
if (21 > v5) return undefined;
const v66 = copy(b, 21, v5);
u6 = { kind: "meterAnswer", "unparsed": v66 }; p7 = v5; break; }
case 141: {
if (21 > v5) return undefined;
const v67 = copy(b, 21, v5);
u6 = { kind: "tariffAnswer", "unparsed": v67 }; p7 = v5; break; }
case 142: {
if (21 > v5) return undefined;
const v68 = copy(b, 21, v5);
u6 = { kind: "moreTariffAnswer", "unparsed": v68 }; p7 = v5; break; }
case 192: {
if (21 + 15 > v5) return undefined;
const v70 = c69(b, 21, 36);
if (v70 === undefined) return undefined;
if (36 > v5) return undefined;
const v71 = copy(b, 36, v5);
u6 = { kind: "imei", "imei": v70, "unparsed": v71 }; p7 = v5; break; }
case 245: {
if (21 > v5) return undefined;
const v72 = copy(b, 21, v5);
u6 = { kind: "upgradeAnswer", "unparsed": v72 }; p7 = v5; break; }
case 133: {
if (21 + 5 > v5) return undefined;
const v73 = b[21];
const v74 = (b[22] | (b[23] << 8) | (b[24] << 16) | (b[25] << 24)) >>> 0;
if (26 > v5) return undefined;
const v75 = copy(b, 26, v5);
u6 = { kind: "keptEnd", "port": v73, "order": v74, "unparsed": v75 }; p7 = v5; break; }
default: u6 = { kind: "unknown", "command": v1, bytes: copy(b, 21, v5) }; p7 = v5; }
if (p7 !== v5) return undefined;
if (v5 + 1 > e) return undefined;
if (!matches("sum8", b, v5, 2, v5)) return undefined;
const v76 = { "result": v2, "imei": v4, "message": u6 };
return (v5 + 1) === e ? v76 : undefined;
};
};
