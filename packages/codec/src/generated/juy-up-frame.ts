// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const juyUpFrame: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c6 = layout.shape.fields["message"].shape.cases[0].layout.shape.fields["imei"].readAt;
const c9 = layout.shape.fields["message"].shape.cases[0].layout.shape.fields["hardware"].readAt;
const c11 = layout.shape.fields["message"].shape.cases[0].layout.shape.fields["software"].readAt;
const c13 = layout.shape.fields["message"].shape.cases[0].layout.shape.fields["ccid"].readAt;
const c67 = layout.shape.fields["message"].shape.cases[13].layout.shape.fields["imei"].readAt;
return (b) => {
const e = b.length;
if (0 + 6 > e) return undefined;
if (b[0] !== 90) return undefined;
if (b[1] !== 165) return undefined;
const v0 = b[2] | (b[3] << 8);
if (v0 < 3 || v0 - 3 > 2041) return undefined;
const v1 = b[4];
const v2 = b[5];
const v3 = 6 + (v0 - 3);
if (v3 > e) return undefined;
let u4, p5; switch (v1) {
case 129: {
if (6 + 68 > v3) return undefined;
const v7 = c6(b, 6, 21);
if (v7 === undefined) return undefined;
const v8 = b[21];
const v10 = c9(b, 22, 38);
if (v10 === undefined) return undefined;
const v12 = c11(b, 38, 54);
if (v12 === undefined) return undefined;
const v14 = c13(b, 54, 74);
if (v14 === undefined) return undefined;
let u15 = null, p16 = 74;
if (p16 + 1 <= v3) {
const v17 = b[p16];
u15 = v17; p16 = (p16 + 1);
}
let u18 = null, p19 = p16;
if (u15 !== null && p19 + 1 <= v3) {
const v20 = b[p19];
u18 = v20; p19 = (p19 + 1);
}
if (p19 > v3) return undefined;
const v21 = copy(b, p19, v3);
u4 = { kind: "login", "imei": v7, "ports": v8, "hardware": v10, "software": v12, "ccid": v14, "signalOrVersion": u15, "reason": u18, "unparsed": v21 }; p5 = v3; break; }
case 130: {
if (6 + 2 > v3) return undefined;
const v22 = b[6];
const v23 = b[7];
if (8 + 1 > v3) return undefined;
const v26 = b[8];
if (v26 < 0 || v26 > 255) return undefined;
if (9 + v26 * 1 > v3) return undefined;
const items24 = []; let p25 = 9;
for (let i27 = 0; i27 < v26; i27++) {
const v28 = b[p25];
items24.push(v28); p25 = (p25 + 1); }
if (p25 > v3) return undefined;
const v29 = copy(b, p25, v3);
u4 = { kind: "heartbeat", "rssi": v22, "temperature": v23, "states": items24, "unparsed": v29 }; p5 = v3; break; }
case 131: {
if (6 > v3) return undefined;
const v30 = copy(b, 6, v3);
u4 = { kind: "startAnswer", "unparsed": v30 }; p5 = v3; break; }
case 132: {
if (6 > v3) return undefined;
const v31 = copy(b, 6, v3);
u4 = { kind: "stopAnswer", "unparsed": v31 }; p5 = v3; break; }
case 134: {
if (6 > v3) return undefined;
const v32 = copy(b, 6, v3);
u4 = { kind: "localStart", "unparsed": v32 }; p5 = v3; break; }
case 135: {
if (6 > v3) return undefined;
const v33 = copy(b, 6, v3);
u4 = { kind: "onlineCard", "unparsed": v33 }; p5 = v3; break; }
case 136: {
if (6 + 4 > v3) return undefined;
const v34 = b[6];
const v35 = b[7] | (b[8] << 8);
const v36 = b[9];
if (v34 < 0 || v34 > 9007199254740991) return undefined;
const v39 = v3 - 10;
if (v34 !== 0 && v39 % v34 !== 0) return undefined;
const v40 = v34 === 0 ? 0 : v39 / v34;
const items37 = []; let p38 = 10;
for (let i41 = 0; i41 < v34; i41++) {
const v42 = p38 + v40;
if (v42 > v3) return undefined;
if (p38 + 2 > v42) return undefined;
const v43 = b[p38];
const v44 = b[(p38 + 1)];
if ((p38 + 2) > (v42 + -1)) return undefined;
const v45 = copy(b, (p38 + 2), (v42 + -1));
if ((v42 + -1) + 1 > v42) return undefined;
const v46 = b[(v42 + -1)];
const v47 = { "port": v43, "tier": v44, "numbers": v45, "temperature": v46 };
items37.push(v47); p38 = v42; }
u4 = { kind: "portData", "voltage": v35, "temperature": v36, "ports": items37 }; p5 = p38; break; }
case 143: {
if (6 + 4 > v3) return undefined;
const v48 = b[6];
const v49 = b[7] | (b[8] << 8);
const v50 = b[9];
if (v48 < 0 || v48 > 9007199254740991) return undefined;
const v53 = v3 - 10;
if (v48 !== 0 && v53 % v48 !== 0) return undefined;
const v54 = v48 === 0 ? 0 : v53 / v48;
const items51 = []; let p52 = 10;
for (let i55 = 0; i55 < v48; i55++) {
const v56 = p52 + v54;
if (v56 > v3) return undefined;
if (p52 + 2 > v56) return undefined;
const v57 = b[p52];
const v58 = b[(p52 + 1)];
if ((p52 + 2) > (v56 + -1)) return undefined;
const v59 = copy(b, (p52 + 2), (v56 + -1));
if ((v56 + -1) + 1 > v56) return undefined;
const v60 = b[(v56 + -1)];
const v61 = { "port": v57, "tier": v58, "numbers": v59, "temperature": v60 };
items51.push(v61); p52 = v56; }
u4 = { kind: "morePortData", "voltage": v49, "temperature": v50, "ports": items51 }; p5 = p52; break; }
case 137: {
if (6 > v3) return undefined;
const v62 = copy(b, 6, v3);
u4 = { kind: "parametersAnswer", "unparsed": v62 }; p5 = v3; break; }
case 138: {
if (6 > v3) return undefined;
const v63 = copy(b, 6, v3);
u4 = { kind: "moreParametersAnswer", "unparsed": v63 }; p5 = v3; break; }
case 139: {
if (6 > v3) return undefined;
const v64 = copy(b, 6, v3);
u4 = { kind: "meterAnswer", "unparsed": v64 }; p5 = v3; break; }
case 141: {
if (6 > v3) return undefined;
const v65 = copy(b, 6, v3);
u4 = { kind: "tariffAnswer", "unparsed": v65 }; p5 = v3; break; }
case 142: {
if (6 > v3) return undefined;
const v66 = copy(b, 6, v3);
u4 = { kind: "moreTariffAnswer", "unparsed": v66 }; p5 = v3; break; }
case 192: {
if (6 + 15 > v3) return undefined;
const v68 = c67(b, 6, 21);
if (v68 === undefined) return undefined;
if (21 > v3) return undefined;
const v69 = copy(b, 21, v3);
u4 = { kind: "imei", "imei": v68, "unparsed": v69 }; p5 = v3; break; }
case 245: {
if (6 > v3) return undefined;
const v70 = copy(b, 6, v3);
u4 = { kind: "upgradeAnswer", "unparsed": v70 }; p5 = v3; break; }
case 133: {
if (6 + 5 > v3) return undefined;
const v71 = b[6];
const v72 = (b[7] | (b[8] << 8) | (b[9] << 16) | (b[10] << 24)) >>> 0;
if (11 > v3) return undefined;
const v73 = copy(b, 11, v3);
u4 = { kind: "keptEnd", "port": v71, "order": v72, "unparsed": v73 }; p5 = v3; break; }
default: u4 = { kind: "unknown", "command": v1, bytes: copy(b, 6, v3) }; p5 = v3; }
if (p5 !== v3) return undefined;
if (v3 + 1 > e) return undefined;
if (!matches("sum8", b, v3, 2, v3)) return undefined;
const v74 = { "result": v2, "message": u4 };
return (v3 + 1) === e ? v74 : undefined;
};
};
