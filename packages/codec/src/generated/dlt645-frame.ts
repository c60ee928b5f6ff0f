// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const dlt645Frame: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c2 = layout.shape.fields["address"].readAt;
const c11 = layout.shape.fields["message"].shape.inner.shape.cases[1].layout.shape.fields["time"].readAt;
const c24 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[0].layout.shape.fields["weekday"].readAt;
const c26 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[0].layout.shape.fields["day"].readAt;
const c28 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[0].layout.shape.fields["month"].readAt;
const c30 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[0].layout.shape.fields["year"].readAt;
const c33 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[1].layout.shape.fields["second"].readAt;
const c35 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[1].layout.shape.fields["minute"].readAt;
const c37 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[1].layout.shape.fields["hour"].readAt;
const c40 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[2].layout.shape.fields["digits"].readAt;
const c43 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["data"].shape.cases[3].layout.shape.fields["digits"].readAt;
const c46 = layout.shape.fields["message"].shape.inner.shape.cases[6].layout.shape.fields["address"].readAt;
const c48 = layout.shape.fields["message"].shape.inner.shape.cases[7].layout.shape.fields["minute"].readAt;
const c50 = layout.shape.fields["message"].shape.inner.shape.cases[7].layout.shape.fields["hour"].readAt;
const c52 = layout.shape.fields["message"].shape.inner.shape.cases[7].layout.shape.fields["day"].readAt;
const c54 = layout.shape.fields["message"].shape.inner.shape.cases[7].layout.shape.fields["month"].readAt;
const c84 = layout.shape.fields["message"].shape.inner.shape.cases[13].layout.shape.fields["until"].readAt;
const c94 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[0].layout.shape.fields["value"].readAt;
const c97 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[1].layout.shape.fields["value"].readAt;
const c100 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[2].layout.shape.fields["value"].readAt;
const c103 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[3].layout.shape.fields["value"].readAt;
const c106 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[4].layout.shape.fields["value"].readAt;
const c109 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[5].layout.shape.fields["value"].readAt;
const c112 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[6].layout.shape.fields["a"].readAt;
const c114 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[6].layout.shape.fields["b"].readAt;
const c116 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[6].layout.shape.fields["c"].readAt;
const c119 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[7].layout.shape.fields["value"].readAt;
const c122 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[8].layout.shape.fields["value"].readAt;
const c125 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[9].layout.shape.fields["value"].readAt;
const c128 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[10].layout.shape.fields["a"].readAt;
const c130 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[10].layout.shape.fields["b"].readAt;
const c132 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[10].layout.shape.fields["c"].readAt;
const c135 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[11].layout.shape.fields["value"].readAt;
const c138 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[12].layout.shape.fields["value"].readAt;
const c141 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[13].layout.shape.fields["value"].readAt;
const c144 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[14].layout.shape.fields["value"].readAt;
const c147 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[15].layout.shape.fields["total"].readAt;
const c149 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[15].layout.shape.fields["a"].readAt;
const c151 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[15].layout.shape.fields["b"].readAt;
const c153 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[15].layout.shape.fields["c"].readAt;
const c156 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[16].layout.shape.fields["value"].readAt;
const c159 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[17].layout.shape.fields["value"].readAt;
const c162 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[18].layout.shape.fields["value"].readAt;
const c165 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[19].layout.shape.fields["value"].readAt;
const c168 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[20].layout.shape.fields["total"].readAt;
const c170 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[20].layout.shape.fields["a"].readAt;
const c172 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[20].layout.shape.fields["b"].readAt;
const c174 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[20].layout.shape.fields["c"].readAt;
const c177 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[21].layout.shape.fields["value"].readAt;
const c180 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[22].layout.shape.fields["value"].readAt;
const c183 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[23].layout.shape.fields["value"].readAt;
const c186 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[24].layout.shape.fields["value"].readAt;
const c189 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[25].layout.shape.fields["total"].readAt;
const c191 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[25].layout.shape.fields["a"].readAt;
const c193 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[25].layout.shape.fields["b"].readAt;
const c195 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[25].layout.shape.fields["c"].readAt;
const c198 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[26].layout.shape.fields["value"].readAt;
const c201 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[27].layout.shape.fields["value"].readAt;
const c204 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[28].layout.shape.fields["value"].readAt;
const c207 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[29].layout.shape.fields["value"].readAt;
const c210 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[30].layout.shape.fields["total"].readAt;
const c212 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[30].layout.shape.fields["a"].readAt;
const c214 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[30].layout.shape.fields["b"].readAt;
const c216 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[30].layout.shape.fields["c"].readAt;
const c219 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[31].layout.shape.fields["value"].readAt;
const c222 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[32].layout.shape.fields["value"].readAt;
const c225 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[33].layout.shape.fields["value"].readAt;
const c228 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[34].layout.shape.fields["a"].readAt;
const c230 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[34].layout.shape.fields["b"].readAt;
const c232 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[34].layout.shape.fields["c"].readAt;
const c235 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[35].layout.shape.fields["value"].readAt;
const c238 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[36].layout.shape.fields["value"].readAt;
const c241 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[37].layout.shape.fields["value"].readAt;
const c244 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[38].layout.shape.fields["value"].readAt;
const c247 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[39].layout.shape.fields["weekday"].readAt;
const c249 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[39].layout.shape.fields["day"].readAt;
const c251 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[39].layout.shape.fields["month"].readAt;
const c253 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[39].layout.shape.fields["year"].readAt;
const c256 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[40].layout.shape.fields["second"].readAt;
const c258 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[40].layout.shape.fields["minute"].readAt;
const c260 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[40].layout.shape.fields["hour"].readAt;
const c263 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[41].layout.shape.fields["digits"].readAt;
const c266 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["data"].shape.cases[42].layout.shape.fields["digits"].readAt;
const c317 = layout.shape.fields["message"].shape.inner.shape.cases[24].layout.shape.fields["address"].readAt;
return (b) => {
const e = b.length;
let n0 = 0; while (n0 < 44 && 0 + n0 < e && b[0 + n0] === 254) n0++;
const v1 = 0 + n0;
if (v1 + 10 > e) return undefined;
if (b[v1] !== 104) return undefined;
const v3 = c2(b, (v1 + 1), (v1 + 7));
if (v3 === undefined) return undefined;
if (b[(v1 + 7)] !== 104) return undefined;
const v4 = b[(v1 + 8)];
const v5 = b[(v1 + 9)];
if (v5 > 200) return undefined;
const v6 = (v1 + 10) + v5;
if (v6 > e) return undefined;
const v7 = shiftBack(b, (v1 + 10), v6, 51);
let u8, p9; switch (v4) {
case 3: {
if ((v1 + 10) > v6) return undefined;
const v10 = copy(v7, (v1 + 10), v6);
u8 = { kind: "authenticateRequest", "bytes": v10 }; p9 = v6; break; }
case 8: {
if ((v1 + 10) + 6 > v6) return undefined;
const v12 = c11(v7, (v1 + 10), (v1 + 16));
if (v12 === undefined) return undefined;
u8 = { kind: "broadcastTimeRequest", "time": v12 }; p9 = (v1 + 16); break; }
case 17: {
if ((v1 + 10) + 4 > v6) return undefined;
const v13 = (v7[(v1 + 10)] | (v7[(v1 + 11)] << 8) | (v7[(v1 + 12)] << 16) | (v7[(v1 + 13)] << 24)) >>> 0;
if ((v1 + 14) > v6) return undefined;
const v14 = copy(v7, (v1 + 14), v6);
u8 = { kind: "readRequest", "di": v13, "unparsed": v14 }; p9 = v6; break; }
case 18: {
if ((v1 + 10) + 5 > v6) return undefined;
const v15 = (v7[(v1 + 10)] | (v7[(v1 + 11)] << 8) | (v7[(v1 + 12)] << 16) | (v7[(v1 + 13)] << 24)) >>> 0;
const v16 = v7[(v1 + 14)];
u8 = { kind: "followingRequest", "di": v15, "sequence": v16 }; p9 = (v1 + 15); break; }
case 19: {
u8 = { kind: "readAddressRequest" }; p9 = (v1 + 10); break; }
case 20: {
if ((v1 + 10) + 12 > v6) return undefined;
const v17 = (v7[(v1 + 10)] | (v7[(v1 + 11)] << 8) | (v7[(v1 + 12)] << 16) | (v7[(v1 + 13)] << 24)) >>> 0;
const v18 = v7[(v1 + 14)];
const v19 = copy(v7, (v1 + 15), (v1 + 18));
const v20 = { "level": v18, "bytes": v19 };
const v21 = (v7[(v1 + 18)] | (v7[(v1 + 19)] << 8) | (v7[(v1 + 20)] << 16) | (v7[(v1 + 21)] << 24)) >>> 0;
let u22, p23; switch (v17) {
case 67109121: {
if ((v1 + 22) + 4 > v6) return undefined;
const v25 = c24(v7, (v1 + 22), (v1 + 23));
if (v25 === undefined) return undefined;
const v27 = c26(v7, (v1 + 23), (v1 + 24));
if (v27 === undefined) return undefined;
const v29 = c28(v7, (v1 + 24), (v1 + 25));
if (v29 === undefined) return undefined;
const v31 = c30(v7, (v1 + 25), (v1 + 26));
if (v31 === undefined) return undefined;
if ((v1 + 26) > v6) return undefined;
const v32 = copy(v7, (v1 + 26), v6);
u22 = { kind: "date", "weekday": v25, "day": v27, "month": v29, "year": v31, "unparsed": v32 }; p23 = v6; break; }
case 67109122: {
if ((v1 + 22) + 3 > v6) return undefined;
const v34 = c33(v7, (v1 + 22), (v1 + 23));
if (v34 === undefined) return undefined;
const v36 = c35(v7, (v1 + 23), (v1 + 24));
if (v36 === undefined) return undefined;
const v38 = c37(v7, (v1 + 24), (v1 + 25));
if (v38 === undefined) return undefined;
if ((v1 + 25) > v6) return undefined;
const v39 = copy(v7, (v1 + 25), v6);
u22 = { kind: "time", "second": v34, "minute": v36, "hour": v38, "unparsed": v39 }; p23 = v6; break; }
case 67109889: {
if ((v1 + 22) + 6 > v6) return undefined;
const v41 = c40(v7, (v1 + 22), (v1 + 28));
if (v41 === undefined) return undefined;
if ((v1 + 28) > v6) return undefined;
const v42 = copy(v7, (v1 + 28), v6);
u22 = { kind: "address", "digits": v41, "unparsed": v42 }; p23 = v6; break; }
case 67109890: {
if ((v1 + 22) + 6 > v6) return undefined;
const v44 = c43(v7, (v1 + 22), (v1 + 28));
if (v44 === undefined) return undefined;
if ((v1 + 28) > v6) return undefined;
const v45 = copy(v7, (v1 + 28), v6);
u22 = { kind: "meterNumber", "digits": v44, "unparsed": v45 }; p23 = v6; break; }
default: u22 = { kind: "unknown", "di": v17, bytes: copy(v7, (v1 + 22), v6) }; p23 = v6; }
u8 = { kind: "writeRequest", "password": v20, "operator": v21, "data": u22 }; p9 = p23; break; }
case 21: {
if ((v1 + 10) + 6 > v6) return undefined;
const v47 = c46(v7, (v1 + 10), (v1 + 16));
if (v47 === undefined) return undefined;
u8 = { kind: "writeAddressRequest", "address": v47 }; p9 = (v1 + 16); break; }
case 22: {
if ((v1 + 10) + 4 > v6) return undefined;
const v49 = c48(v7, (v1 + 10), (v1 + 11));
if (v49 === undefined) return undefined;
const v51 = c50(v7, (v1 + 11), (v1 + 12));
if (v51 === undefined) return undefined;
const v53 = c52(v7, (v1 + 12), (v1 + 13));
if (v53 === undefined) return undefined;
const v55 = c54(v7, (v1 + 13), (v1 + 14));
if (v55 === undefined) return undefined;
u8 = { kind: "freezeRequest", "minute": v49, "hour": v51, "day": v53, "month": v55 }; p9 = (v1 + 14); break; }
case 23: {
if ((v1 + 10) + 1 > v6) return undefined;
const v56 = v7[(v1 + 10)];
const v57 = { "baud600": (v56 & 0x2) !== 0, "baud1200": (v56 & 0x4) !== 0, "baud2400": (v56 & 0x8) !== 0, "baud4800": (v56 & 0x10) !== 0, "baud9600": (v56 & 0x20) !== 0, "baud19200": (v56 & 0x40) !== 0, reserved: (v56 & 0xffffff81) >>> 0 };
u8 = { kind: "changeBaudRequest", "baud": v57 }; p9 = (v1 + 11); break; }
case 24: {
if ((v1 + 10) + 12 > v6) return undefined;
const v58 = (v7[(v1 + 10)] | (v7[(v1 + 11)] << 8) | (v7[(v1 + 12)] << 16) | (v7[(v1 + 13)] << 24)) >>> 0;
const v59 = v7[(v1 + 14)];
const v60 = copy(v7, (v1 + 15), (v1 + 18));
const v61 = { "level": v59, "bytes": v60 };
const v62 = v7[(v1 + 18)];
const v63 = copy(v7, (v1 + 19), (v1 + 22));
const v64 = { "level": v62, "bytes": v63 };
u8 = { kind: "changePasswordRequest", "di": v58, "old": v61, "password": v64 }; p9 = (v1 + 22); break; }
case 25: {
if ((v1 + 10) + 8 > v6) return undefined;
const v65 = v7[(v1 + 10)];
const v66 = copy(v7, (v1 + 11), (v1 + 14));
const v67 = { "level": v65, "bytes": v66 };
const v68 = (v7[(v1 + 14)] | (v7[(v1 + 15)] << 8) | (v7[(v1 + 16)] << 16) | (v7[(v1 + 17)] << 24)) >>> 0;
u8 = { kind: "clearDemandRequest", "password": v67, "operator": v68 }; p9 = (v1 + 18); break; }
case 26: {
if ((v1 + 10) + 8 > v6) return undefined;
const v69 = v7[(v1 + 10)];
const v70 = copy(v7, (v1 + 11), (v1 + 14));
const v71 = { "level": v69, "bytes": v70 };
const v72 = (v7[(v1 + 14)] | (v7[(v1 + 15)] << 8) | (v7[(v1 + 16)] << 16) | (v7[(v1 + 17)] << 24)) >>> 0;
u8 = { kind: "clearMeterRequest", "password": v71, "operator": v72 }; p9 = (v1 + 18); break; }
case 27: {
if ((v1 + 10) + 12 > v6) return undefined;
const v73 = v7[(v1 + 10)];
const v74 = copy(v7, (v1 + 11), (v1 + 14));
const v75 = { "level": v73, "bytes": v74 };
const v76 = (v7[(v1 + 14)] | (v7[(v1 + 15)] << 8) | (v7[(v1 + 16)] << 16) | (v7[(v1 + 17)] << 24)) >>> 0;
const v77 = (v7[(v1 + 18)] | (v7[(v1 + 19)] << 8) | (v7[(v1 + 20)] << 16) | (v7[(v1 + 21)] << 24)) >>> 0;
u8 = { kind: "clearEventsRequest", "password": v75, "operator": v76, "di": v77 }; p9 = (v1 + 22); break; }
case 28: {
if ((v1 + 10) + 16 > v6) return undefined;
const v78 = v7[(v1 + 10)];
const v79 = copy(v7, (v1 + 11), (v1 + 14));
const v80 = { "level": v78, "bytes": v79 };
const v81 = (v7[(v1 + 14)] | (v7[(v1 + 15)] << 8) | (v7[(v1 + 16)] << 16) | (v7[(v1 + 17)] << 24)) >>> 0;
const v82 = v7[(v1 + 18)];
const v83 = v7[(v1 + 19)];
const v85 = c84(v7, (v1 + 20), (v1 + 26));
if (v85 === undefined) return undefined;
u8 = { kind: "controlRequest", "password": v80, "operator": v81, "action": v82, "spare": v83, "until": v85 }; p9 = (v1 + 26); break; }
case 29: {
if ((v1 + 10) + 1 > v6) return undefined;
const v86 = v7[(v1 + 10)];
u8 = { kind: "outputRequest", "signal": v86 }; p9 = (v1 + 11); break; }
case 1: {
if ((v1 + 10) + 2 > v6) return undefined;
const v87 = v7[(v1 + 10)] | (v7[(v1 + 11)] << 8);
if ((v1 + 12) > v6) return undefined;
const v88 = copy(v7, (v1 + 12), v6);
u8 = { kind: "read1997Request", "di": v87, "unparsed": v88 }; p9 = v6; break; }
case 131: {
if ((v1 + 10) > v6) return undefined;
const v89 = copy(v7, (v1 + 10), v6);
u8 = { kind: "authenticateAnswer", "bytes": v89 }; p9 = v6; break; }
case 195: {
if ((v1 + 10) > v6) return undefined;
const v90 = copy(v7, (v1 + 10), v6);
u8 = { kind: "authenticateError", "bytes": v90 }; p9 = v6; break; }
case 145: {
if ((v1 + 10) + 4 > v6) return undefined;
const v91 = (v7[(v1 + 10)] | (v7[(v1 + 11)] << 8) | (v7[(v1 + 12)] << 16) | (v7[(v1 + 13)] << 24)) >>> 0;
let u92, p93; switch (v91) {
case 0: {
if ((v1 + 14) + 4 > v6) return undefined;
const v95 = c94(v7, (v1 + 14), (v1 + 18));
if (v95 === undefined) return undefined;
if ((v1 + 18) > v6) return undefined;
const v96 = copy(v7, (v1 + 18), v6);
u92 = { kind: "combinedEnergy", "value": v95, "unparsed": v96 }; p93 = v6; break; }
case 65536: {
if ((v1 + 14) + 4 > v6) return undefined;
const v98 = c97(v7, (v1 + 14), (v1 + 18));
if (v98 === undefined) return undefined;
if ((v1 + 18) > v6) return undefined;
const v99 = copy(v7, (v1 + 18), v6);
u92 = { kind: "forwardEnergy", "value": v98, "unparsed": v99 }; p93 = v6; break; }
case 131072: {
if ((v1 + 14) + 4 > v6) return undefined;
const v101 = c100(v7, (v1 + 14), (v1 + 18));
if (v101 === undefined) return undefined;
if ((v1 + 18) > v6) return undefined;
const v102 = copy(v7, (v1 + 18), v6);
u92 = { kind: "reverseEnergy", "value": v101, "unparsed": v102 }; p93 = v6; break; }
case 33620224: {
if ((v1 + 14) + 2 > v6) return undefined;
const v104 = c103(v7, (v1 + 14), (v1 + 16));
if (v104 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v105 = copy(v7, (v1 + 16), v6);
u92 = { kind: "voltageA", "value": v104, "unparsed": v105 }; p93 = v6; break; }
case 33620480: {
if ((v1 + 14) + 2 > v6) return undefined;
const v107 = c106(v7, (v1 + 14), (v1 + 16));
if (v107 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v108 = copy(v7, (v1 + 16), v6);
u92 = { kind: "voltageB", "value": v107, "unparsed": v108 }; p93 = v6; break; }
case 33620736: {
if ((v1 + 14) + 2 > v6) return undefined;
const v110 = c109(v7, (v1 + 14), (v1 + 16));
if (v110 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v111 = copy(v7, (v1 + 16), v6);
u92 = { kind: "voltageC", "value": v110, "unparsed": v111 }; p93 = v6; break; }
case 33685248: {
if ((v1 + 14) + 6 > v6) return undefined;
const v113 = c112(v7, (v1 + 14), (v1 + 16));
if (v113 === undefined) return undefined;
const v115 = c114(v7, (v1 + 16), (v1 + 18));
if (v115 === undefined) return undefined;
const v117 = c116(v7, (v1 + 18), (v1 + 20));
if (v117 === undefined) return undefined;
if ((v1 + 20) > v6) return undefined;
const v118 = copy(v7, (v1 + 20), v6);
u92 = { kind: "voltages", "a": v113, "b": v115, "c": v117, "unparsed": v118 }; p93 = v6; break; }
case 33685760: {
if ((v1 + 14) + 3 > v6) return undefined;
const v120 = c119(v7, (v1 + 14), (v1 + 17));
if (v120 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v121 = copy(v7, (v1 + 17), v6);
u92 = { kind: "currentA", "value": v120, "unparsed": v121 }; p93 = v6; break; }
case 33686016: {
if ((v1 + 14) + 3 > v6) return undefined;
const v123 = c122(v7, (v1 + 14), (v1 + 17));
if (v123 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v124 = copy(v7, (v1 + 17), v6);
u92 = { kind: "currentB", "value": v123, "unparsed": v124 }; p93 = v6; break; }
case 33686272: {
if ((v1 + 14) + 3 > v6) return undefined;
const v126 = c125(v7, (v1 + 14), (v1 + 17));
if (v126 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v127 = copy(v7, (v1 + 17), v6);
u92 = { kind: "currentC", "value": v126, "unparsed": v127 }; p93 = v6; break; }
case 33750784: {
if ((v1 + 14) + 9 > v6) return undefined;
const v129 = c128(v7, (v1 + 14), (v1 + 17));
if (v129 === undefined) return undefined;
const v131 = c130(v7, (v1 + 17), (v1 + 20));
if (v131 === undefined) return undefined;
const v133 = c132(v7, (v1 + 20), (v1 + 23));
if (v133 === undefined) return undefined;
if ((v1 + 23) > v6) return undefined;
const v134 = copy(v7, (v1 + 23), v6);
u92 = { kind: "currents", "a": v129, "b": v131, "c": v133, "unparsed": v134 }; p93 = v6; break; }
case 33751040: {
if ((v1 + 14) + 3 > v6) return undefined;
const v136 = c135(v7, (v1 + 14), (v1 + 17));
if (v136 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v137 = copy(v7, (v1 + 17), v6);
u92 = { kind: "activePower", "value": v136, "unparsed": v137 }; p93 = v6; break; }
case 33751296: {
if ((v1 + 14) + 3 > v6) return undefined;
const v139 = c138(v7, (v1 + 14), (v1 + 17));
if (v139 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v140 = copy(v7, (v1 + 17), v6);
u92 = { kind: "activePowerA", "value": v139, "unparsed": v140 }; p93 = v6; break; }
case 33751552: {
if ((v1 + 14) + 3 > v6) return undefined;
const v142 = c141(v7, (v1 + 14), (v1 + 17));
if (v142 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v143 = copy(v7, (v1 + 17), v6);
u92 = { kind: "activePowerB", "value": v142, "unparsed": v143 }; p93 = v6; break; }
case 33751808: {
if ((v1 + 14) + 3 > v6) return undefined;
const v145 = c144(v7, (v1 + 14), (v1 + 17));
if (v145 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v146 = copy(v7, (v1 + 17), v6);
u92 = { kind: "activePowerC", "value": v145, "unparsed": v146 }; p93 = v6; break; }
case 33816320: {
if ((v1 + 14) + 12 > v6) return undefined;
const v148 = c147(v7, (v1 + 14), (v1 + 17));
if (v148 === undefined) return undefined;
const v150 = c149(v7, (v1 + 17), (v1 + 20));
if (v150 === undefined) return undefined;
const v152 = c151(v7, (v1 + 20), (v1 + 23));
if (v152 === undefined) return undefined;
const v154 = c153(v7, (v1 + 23), (v1 + 26));
if (v154 === undefined) return undefined;
if ((v1 + 26) > v6) return undefined;
const v155 = copy(v7, (v1 + 26), v6);
u92 = { kind: "activePowers", "total": v148, "a": v150, "b": v152, "c": v154, "unparsed": v155 }; p93 = v6; break; }
case 33816576: {
if ((v1 + 14) + 3 > v6) return undefined;
const v157 = c156(v7, (v1 + 14), (v1 + 17));
if (v157 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v158 = copy(v7, (v1 + 17), v6);
u92 = { kind: "reactivePower", "value": v157, "unparsed": v158 }; p93 = v6; break; }
case 33816832: {
if ((v1 + 14) + 3 > v6) return undefined;
const v160 = c159(v7, (v1 + 14), (v1 + 17));
if (v160 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v161 = copy(v7, (v1 + 17), v6);
u92 = { kind: "reactivePowerA", "value": v160, "unparsed": v161 }; p93 = v6; break; }
case 33817088: {
if ((v1 + 14) + 3 > v6) return undefined;
const v163 = c162(v7, (v1 + 14), (v1 + 17));
if (v163 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v164 = copy(v7, (v1 + 17), v6);
u92 = { kind: "reactivePowerB", "value": v163, "unparsed": v164 }; p93 = v6; break; }
case 33817344: {
if ((v1 + 14) + 3 > v6) return undefined;
const v166 = c165(v7, (v1 + 14), (v1 + 17));
if (v166 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v167 = copy(v7, (v1 + 17), v6);
u92 = { kind: "reactivePowerC", "value": v166, "unparsed": v167 }; p93 = v6; break; }
case 33881856: {
if ((v1 + 14) + 12 > v6) return undefined;
const v169 = c168(v7, (v1 + 14), (v1 + 17));
if (v169 === undefined) return undefined;
const v171 = c170(v7, (v1 + 17), (v1 + 20));
if (v171 === undefined) return undefined;
const v173 = c172(v7, (v1 + 20), (v1 + 23));
if (v173 === undefined) return undefined;
const v175 = c174(v7, (v1 + 23), (v1 + 26));
if (v175 === undefined) return undefined;
if ((v1 + 26) > v6) return undefined;
const v176 = copy(v7, (v1 + 26), v6);
u92 = { kind: "reactivePowers", "total": v169, "a": v171, "b": v173, "c": v175, "unparsed": v176 }; p93 = v6; break; }
case 33882112: {
if ((v1 + 14) + 3 > v6) return undefined;
const v178 = c177(v7, (v1 + 14), (v1 + 17));
if (v178 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v179 = copy(v7, (v1 + 17), v6);
u92 = { kind: "apparentPower", "value": v178, "unparsed": v179 }; p93 = v6; break; }
case 33882368: {
if ((v1 + 14) + 3 > v6) return undefined;
const v181 = c180(v7, (v1 + 14), (v1 + 17));
if (v181 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v182 = copy(v7, (v1 + 17), v6);
u92 = { kind: "apparentPowerA", "value": v181, "unparsed": v182 }; p93 = v6; break; }
case 33882624: {
if ((v1 + 14) + 3 > v6) return undefined;
const v184 = c183(v7, (v1 + 14), (v1 + 17));
if (v184 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v185 = copy(v7, (v1 + 17), v6);
u92 = { kind: "apparentPowerB", "value": v184, "unparsed": v185 }; p93 = v6; break; }
case 33882880: {
if ((v1 + 14) + 3 > v6) return undefined;
const v187 = c186(v7, (v1 + 14), (v1 + 17));
if (v187 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v188 = copy(v7, (v1 + 17), v6);
u92 = { kind: "apparentPowerC", "value": v187, "unparsed": v188 }; p93 = v6; break; }
case 33947392: {
if ((v1 + 14) + 12 > v6) return undefined;
const v190 = c189(v7, (v1 + 14), (v1 + 17));
if (v190 === undefined) return undefined;
const v192 = c191(v7, (v1 + 17), (v1 + 20));
if (v192 === undefined) return undefined;
const v194 = c193(v7, (v1 + 20), (v1 + 23));
if (v194 === undefined) return undefined;
const v196 = c195(v7, (v1 + 23), (v1 + 26));
if (v196 === undefined) return undefined;
if ((v1 + 26) > v6) return undefined;
const v197 = copy(v7, (v1 + 26), v6);
u92 = { kind: "apparentPowers", "total": v190, "a": v192, "b": v194, "c": v196, "unparsed": v197 }; p93 = v6; break; }
case 33947648: {
if ((v1 + 14) + 2 > v6) return undefined;
const v199 = c198(v7, (v1 + 14), (v1 + 16));
if (v199 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v200 = copy(v7, (v1 + 16), v6);
u92 = { kind: "powerFactor", "value": v199, "unparsed": v200 }; p93 = v6; break; }
case 33947904: {
if ((v1 + 14) + 2 > v6) return undefined;
const v202 = c201(v7, (v1 + 14), (v1 + 16));
if (v202 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v203 = copy(v7, (v1 + 16), v6);
u92 = { kind: "powerFactorA", "value": v202, "unparsed": v203 }; p93 = v6; break; }
case 33948160: {
if ((v1 + 14) + 2 > v6) return undefined;
const v205 = c204(v7, (v1 + 14), (v1 + 16));
if (v205 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v206 = copy(v7, (v1 + 16), v6);
u92 = { kind: "powerFactorB", "value": v205, "unparsed": v206 }; p93 = v6; break; }
case 33948416: {
if ((v1 + 14) + 2 > v6) return undefined;
const v208 = c207(v7, (v1 + 14), (v1 + 16));
if (v208 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v209 = copy(v7, (v1 + 16), v6);
u92 = { kind: "powerFactorC", "value": v208, "unparsed": v209 }; p93 = v6; break; }
case 34012928: {
if ((v1 + 14) + 8 > v6) return undefined;
const v211 = c210(v7, (v1 + 14), (v1 + 16));
if (v211 === undefined) return undefined;
const v213 = c212(v7, (v1 + 16), (v1 + 18));
if (v213 === undefined) return undefined;
const v215 = c214(v7, (v1 + 18), (v1 + 20));
if (v215 === undefined) return undefined;
const v217 = c216(v7, (v1 + 20), (v1 + 22));
if (v217 === undefined) return undefined;
if ((v1 + 22) > v6) return undefined;
const v218 = copy(v7, (v1 + 22), v6);
u92 = { kind: "powerFactors", "total": v211, "a": v213, "b": v215, "c": v217, "unparsed": v218 }; p93 = v6; break; }
case 34013440: {
if ((v1 + 14) + 2 > v6) return undefined;
const v220 = c219(v7, (v1 + 14), (v1 + 16));
if (v220 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v221 = copy(v7, (v1 + 16), v6);
u92 = { kind: "phaseAngleA", "value": v220, "unparsed": v221 }; p93 = v6; break; }
case 34013696: {
if ((v1 + 14) + 2 > v6) return undefined;
const v223 = c222(v7, (v1 + 14), (v1 + 16));
if (v223 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v224 = copy(v7, (v1 + 16), v6);
u92 = { kind: "phaseAngleB", "value": v223, "unparsed": v224 }; p93 = v6; break; }
case 34013952: {
if ((v1 + 14) + 2 > v6) return undefined;
const v226 = c225(v7, (v1 + 14), (v1 + 16));
if (v226 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v227 = copy(v7, (v1 + 16), v6);
u92 = { kind: "phaseAngleC", "value": v226, "unparsed": v227 }; p93 = v6; break; }
case 34078464: {
if ((v1 + 14) + 6 > v6) return undefined;
const v229 = c228(v7, (v1 + 14), (v1 + 16));
if (v229 === undefined) return undefined;
const v231 = c230(v7, (v1 + 16), (v1 + 18));
if (v231 === undefined) return undefined;
const v233 = c232(v7, (v1 + 18), (v1 + 20));
if (v233 === undefined) return undefined;
if ((v1 + 20) > v6) return undefined;
const v234 = copy(v7, (v1 + 20), v6);
u92 = { kind: "phaseAngles", "a": v229, "b": v231, "c": v233, "unparsed": v234 }; p93 = v6; break; }
case 41943041: {
if ((v1 + 14) + 3 > v6) return undefined;
const v236 = c235(v7, (v1 + 14), (v1 + 17));
if (v236 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v237 = copy(v7, (v1 + 17), v6);
u92 = { kind: "neutralCurrent", "value": v236, "unparsed": v237 }; p93 = v6; break; }
case 41943042: {
if ((v1 + 14) + 2 > v6) return undefined;
const v239 = c238(v7, (v1 + 14), (v1 + 16));
if (v239 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v240 = copy(v7, (v1 + 16), v6);
u92 = { kind: "frequency", "value": v239, "unparsed": v240 }; p93 = v6; break; }
case 41943047: {
if ((v1 + 14) + 2 > v6) return undefined;
const v242 = c241(v7, (v1 + 14), (v1 + 16));
if (v242 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v243 = copy(v7, (v1 + 16), v6);
u92 = { kind: "temperature", "value": v242, "unparsed": v243 }; p93 = v6; break; }
case 41943048: {
if ((v1 + 14) + 2 > v6) return undefined;
const v245 = c244(v7, (v1 + 14), (v1 + 16));
if (v245 === undefined) return undefined;
if ((v1 + 16) > v6) return undefined;
const v246 = copy(v7, (v1 + 16), v6);
u92 = { kind: "clockBatteryVoltage", "value": v245, "unparsed": v246 }; p93 = v6; break; }
case 67109121: {
if ((v1 + 14) + 4 > v6) return undefined;
const v248 = c247(v7, (v1 + 14), (v1 + 15));
if (v248 === undefined) return undefined;
const v250 = c249(v7, (v1 + 15), (v1 + 16));
if (v250 === undefined) return undefined;
const v252 = c251(v7, (v1 + 16), (v1 + 17));
if (v252 === undefined) return undefined;
const v254 = c253(v7, (v1 + 17), (v1 + 18));
if (v254 === undefined) return undefined;
if ((v1 + 18) > v6) return undefined;
const v255 = copy(v7, (v1 + 18), v6);
u92 = { kind: "date", "weekday": v248, "day": v250, "month": v252, "year": v254, "unparsed": v255 }; p93 = v6; break; }
case 67109122: {
if ((v1 + 14) + 3 > v6) return undefined;
const v257 = c256(v7, (v1 + 14), (v1 + 15));
if (v257 === undefined) return undefined;
const v259 = c258(v7, (v1 + 15), (v1 + 16));
if (v259 === undefined) return undefined;
const v261 = c260(v7, (v1 + 16), (v1 + 17));
if (v261 === undefined) return undefined;
if ((v1 + 17) > v6) return undefined;
const v262 = copy(v7, (v1 + 17), v6);
u92 = { kind: "time", "second": v257, "minute": v259, "hour": v261, "unparsed": v262 }; p93 = v6; break; }
case 67109889: {
if ((v1 + 14) + 6 > v6) return undefined;
const v264 = c263(v7, (v1 + 14), (v1 + 20));
if (v264 === undefined) return undefined;
if ((v1 + 20) > v6) return undefined;
const v265 = copy(v7, (v1 + 20), v6);
u92 = { kind: "address", "digits": v264, "unparsed": v265 }; p93 = v6; break; }
case 67109890: {
if ((v1 + 14) + 6 > v6) return undefined;
const v267 = c266(v7, (v1 + 14), (v1 + 20));
if (v267 === undefined) return undefined;
if ((v1 + 20) > v6) return undefined;
const v268 = copy(v7, (v1 + 20), v6);
u92 = { kind: "meterNumber", "digits": v267, "unparsed": v268 }; p93 = v6; break; }
case 67110145: {
if ((v1 + 14) + 2 > v6) return undefined;
const v269 = v7[(v1 + 14)] | (v7[(v1 + 15)] << 8);
const v270 = { "demandByInterval": (v269 & 0x2) !== 0, "clockBatteryLow": (v269 & 0x4) !== 0, "readingBatteryLow": (v269 & 0x8) !== 0, "activeReversed": (v269 & 0x10) !== 0, "reactiveReversed": (v269 & 0x20) !== 0, reserved: (v269 & 0xffffffc1) >>> 0 };
if ((v1 + 16) > v6) return undefined;
const v271 = copy(v7, (v1 + 16), v6);
u92 = { kind: "statusWord1", "word": v270, "unparsed": v271 }; p93 = v6; break; }
case 67110146: {
if ((v1 + 14) + 2 > v6) return undefined;
const v272 = v7[(v1 + 14)] | (v7[(v1 + 15)] << 8);
const v273 = { "activeReversedA": (v272 & 0x1) !== 0, "activeReversedB": (v272 & 0x2) !== 0, "activeReversedC": (v272 & 0x4) !== 0, "reactiveReversedA": (v272 & 0x10) !== 0, "reactiveReversedB": (v272 & 0x20) !== 0, "reactiveReversedC": (v272 & 0x40) !== 0, reserved: (v272 & 0xffffff88) >>> 0 };
if ((v1 + 16) > v6) return undefined;
const v274 = copy(v7, (v1 + 16), v6);
u92 = { kind: "statusWord2", "word": v273, "unparsed": v274 }; p93 = v6; break; }
case 67110147: {
if ((v1 + 14) + 2 > v6) return undefined;
const v275 = v7[(v1 + 14)] | (v7[(v1 + 15)] << 8);
const v276 = { "secondSlotTable": (v275 & 0x1) !== 0, "auxiliarySupply": (v275 & 0x2) !== 0, "batterySupply": (v275 & 0x4) !== 0, "programmingAllowed": (v275 & 0x8) !== 0, "relayOpen": (v275 & 0x10) !== 0, "secondZoneTable": (v275 & 0x20) !== 0, "openOrdered": (v275 & 0x40) !== 0, "tripWarning": (v275 & 0x80) !== 0, reserved: (v275 & 0xffffff00) >>> 0 };
if ((v1 + 16) > v6) return undefined;
const v277 = copy(v7, (v1 + 16), v6);
u92 = { kind: "statusWord3", "word": v276, "unparsed": v277 }; p93 = v6; break; }
case 67110148: {
if ((v1 + 14) + 2 > v6) return undefined;
const v278 = v7[(v1 + 14)] | (v7[(v1 + 15)] << 8);
const v279 = { "voltageLoss": (v278 & 0x1) !== 0, "underVoltage": (v278 & 0x2) !== 0, "overVoltage": (v278 & 0x4) !== 0, "currentLoss": (v278 & 0x8) !== 0, "overCurrent": (v278 & 0x10) !== 0, "overload": (v278 & 0x20) !== 0, "powerReversed": (v278 & 0x40) !== 0, "phaseBroken": (v278 & 0x80) !== 0, "currentBroken": (v278 & 0x100) !== 0, reserved: (v278 & 0xfffffe00) >>> 0 };
if ((v1 + 16) > v6) return undefined;
const v280 = copy(v7, (v1 + 16), v6);
u92 = { kind: "statusWord4", "word": v279, "unparsed": v280 }; p93 = v6; break; }
case 67110149: {
if ((v1 + 14) + 2 > v6) return undefined;
const v281 = v7[(v1 + 14)] | (v7[(v1 + 15)] << 8);
const v282 = { "voltageLoss": (v281 & 0x1) !== 0, "underVoltage": (v281 & 0x2) !== 0, "overVoltage": (v281 & 0x4) !== 0, "currentLoss": (v281 & 0x8) !== 0, "overCurrent": (v281 & 0x10) !== 0, "overload": (v281 & 0x20) !== 0, "powerReversed": (v281 & 0x40) !== 0, "phaseBroken": (v281 & 0x80) !== 0, "currentBroken": (v281 & 0x100) !== 0, reserved: (v281 & 0xfffffe00) >>> 0 };
if ((v1 + 16) > v6) return undefined;
const v283 = copy(v7, (v1 + 16), v6);
u92 = { kind: "statusWord5", "word": v282, "unparsed": v283 }; p93 = v6; break; }
case 67110150: {
if ((v1 + 14) + 2 > v6) return undefined;
const v284 = v7[(v1 + 14)] | (v7[(v1 + 15)] << 8);
const v285 = { "voltageLoss": (v284 & 0x1) !== 0, "underVoltage": (v284 & 0x2) !== 0, "overVoltage": (v284 & 0x4) !== 0, "currentLoss": (v284 & 0x8) !== 0, "overCurrent": (v284 & 0x10) !== 0, "overload": (v284 & 0x20) !== 0, "powerReversed": (v284 & 0x40) !== 0, "phaseBroken": (v284 & 0x80) !== 0, "currentBroken": (v284 & 0x100) !== 0, reserved: (v284 & 0xfffffe00) >>> 0 };
if ((v1 + 16) > v6) return undefined;
const v286 = copy(v7, (v1 + 16), v6);
u92 = { kind: "statusWord6", "word": v285, "unparsed": v286 }; p93 = v6; break; }
case 67110151: {
if ((v1 + 14) + 2 > v6) return undefined;
const v287 = v7[(v1 + 14)] | (v7[(v1 + 15)] << 8);
const v288 = { "voltageSequence": (v287 & 0x1) !== 0, "currentSequence": (v287 & 0x2) !== 0, "voltageUnbalance": (v287 & 0x4) !== 0, "currentUnbalance": (v287 & 0x8) !== 0, "auxiliaryLost": (v287 & 0x10) !== 0, "powerDown": (v287 & 0x20) !== 0, "demandExceeded": (v287 & 0x40) !== 0, "powerFactorLow": (v287 & 0x80) !== 0, reserved: (v287 & 0xffffff00) >>> 0 };
if ((v1 + 16) > v6) return undefined;
const v289 = copy(v7, (v1 + 16), v6);
u92 = { kind: "statusWord7", "word": v288, "unparsed": v289 }; p93 = v6; break; }
case 67110399: {
if ((v1 + 14) + 14 > v6) return undefined;
const v290 = v7[(v1 + 14)] | (v7[(v1 + 15)] << 8);
const v291 = { "demandByInterval": (v290 & 0x2) !== 0, "clockBatteryLow": (v290 & 0x4) !== 0, "readingBatteryLow": (v290 & 0x8) !== 0, "activeReversed": (v290 & 0x10) !== 0, "reactiveReversed": (v290 & 0x20) !== 0, reserved: (v290 & 0xffffffc1) >>> 0 };
const v292 = v7[(v1 + 16)] | (v7[(v1 + 17)] << 8);
const v293 = { "activeReversedA": (v292 & 0x1) !== 0, "activeReversedB": (v292 & 0x2) !== 0, "activeReversedC": (v292 & 0x4) !== 0, "reactiveReversedA": (v292 & 0x10) !== 0, "reactiveReversedB": (v292 & 0x20) !== 0, "reactiveReversedC": (v292 & 0x40) !== 0, reserved: (v292 & 0xffffff88) >>> 0 };
const v294 = v7[(v1 + 18)] | (v7[(v1 + 19)] << 8);
const v295 = { "secondSlotTable": (v294 & 0x1) !== 0, "auxiliarySupply": (v294 & 0x2) !== 0, "batterySupply": (v294 & 0x4) !== 0, "programmingAllowed": (v294 & 0x8) !== 0, "relayOpen": (v294 & 0x10) !== 0, "secondZoneTable": (v294 & 0x20) !== 0, "openOrdered": (v294 & 0x40) !== 0, "tripWarning": (v294 & 0x80) !== 0, reserved: (v294 & 0xffffff00) >>> 0 };
const v296 = v7[(v1 + 20)] | (v7[(v1 + 21)] << 8);
const v297 = { "voltageLoss": (v296 & 0x1) !== 0, "underVoltage": (v296 & 0x2) !== 0, "overVoltage": (v296 & 0x4) !== 0, "currentLoss": (v296 & 0x8) !== 0, "overCurrent": (v296 & 0x10) !== 0, "overload": (v296 & 0x20) !== 0, "powerReversed": (v296 & 0x40) !== 0, "phaseBroken": (v296 & 0x80) !== 0, "currentBroken": (v296 & 0x100) !== 0, reserved: (v296 & 0xfffffe00) >>> 0 };
const v298 = v7[(v1 + 22)] | (v7[(v1 + 23)] << 8);
const v299 = { "voltageLoss": (v298 & 0x1) !== 0, "underVoltage": (v298 & 0x2) !== 0, "overVoltage": (v298 & 0x4) !== 0, "currentLoss": (v298 & 0x8) !== 0, "overCurrent": (v298 & 0x10) !== 0, "overload": (v298 & 0x20) !== 0, "powerReversed": (v298 & 0x40) !== 0, "phaseBroken": (v298 & 0x80) !== 0, "currentBroken": (v298 & 0x100) !== 0, reserved: (v298 & 0xfffffe00) >>> 0 };
const v300 = v7[(v1 + 24)] | (v7[(v1 + 25)] << 8);
const v301 = { "voltageLoss": (v300 & 0x1) !== 0, "underVoltage": (v300 & 0x2) !== 0, "overVoltage": (v300 & 0x4) !== 0, "currentLoss": (v300 & 0x8) !== 0, "overCurrent": (v300 & 0x10) !== 0, "overload": (v300 & 0x20) !== 0, "powerReversed": (v300 & 0x40) !== 0, "phaseBroken": (v300 & 0x80) !== 0, "currentBroken": (v300 & 0x100) !== 0, reserved: (v300 & 0xfffffe00) >>> 0 };
const v302 = v7[(v1 + 26)] | (v7[(v1 + 27)] << 8);
const v303 = { "voltageSequence": (v302 & 0x1) !== 0, "currentSequence": (v302 & 0x2) !== 0, "voltageUnbalance": (v302 & 0x4) !== 0, "currentUnbalance": (v302 & 0x8) !== 0, "auxiliaryLost": (v302 & 0x10) !== 0, "powerDown": (v302 & 0x20) !== 0, "demandExceeded": (v302 & 0x40) !== 0, "powerFactorLow": (v302 & 0x80) !== 0, reserved: (v302 & 0xffffff00) >>> 0 };
if ((v1 + 28) > v6) return undefined;
const v304 = copy(v7, (v1 + 28), v6);
u92 = { kind: "statusWords", "word1": v291, "word2": v293, "word3": v295, "word4": v297, "word5": v299, "word6": v301, "word7": v303, "unparsed": v304 }; p93 = v6; break; }
default: u92 = { kind: "unknown", "di": v91, bytes: copy(v7, (v1 + 14), v6) }; p93 = v6; }
u8 = { kind: "readAnswer", "data": u92 }; p9 = p93; break; }
case 177: {
if ((v1 + 10) + 4 > v6) return undefined;
const v305 = (v7[(v1 + 10)] | (v7[(v1 + 11)] << 8) | (v7[(v1 + 12)] << 16) | (v7[(v1 + 13)] << 24)) >>> 0;
if ((v1 + 14) > v6) return undefined;
const v306 = copy(v7, (v1 + 14), v6);
u8 = { kind: "readAnswerMore", "di": v305, "bytes": v306 }; p9 = v6; break; }
case 209: {
if ((v1 + 10) + 1 > v6) return undefined;
const v307 = v7[(v1 + 10)];
const v308 = { "otherError": (v307 & 0x1) !== 0, "noData": (v307 & 0x2) !== 0, "unauthorised": (v307 & 0x4) !== 0, "baudFixed": (v307 & 0x8) !== 0, "yearZonesExceeded": (v307 & 0x10) !== 0, "daySlotsExceeded": (v307 & 0x20) !== 0, "tariffsExceeded": (v307 & 0x40) !== 0, reserved: (v307 & 0xffffff80) >>> 0 };
u8 = { kind: "readError", "error": v308 }; p9 = (v1 + 11); break; }
case 146: {
if ((v1 + 10) + 4 > v6) return undefined;
const v309 = (v7[(v1 + 10)] | (v7[(v1 + 11)] << 8) | (v7[(v1 + 12)] << 16) | (v7[(v1 + 13)] << 24)) >>> 0;
if ((v1 + 14) > (v6 + -1)) return undefined;
const v310 = copy(v7, (v1 + 14), (v6 + -1));
if ((v6 + -1) + 1 > v6) return undefined;
const v311 = v7[(v6 + -1)];
u8 = { kind: "followingAnswer", "di": v309, "bytes": v310, "sequence": v311 }; p9 = v6; break; }
case 178: {
if ((v1 + 10) + 4 > v6) return undefined;
const v312 = (v7[(v1 + 10)] | (v7[(v1 + 11)] << 8) | (v7[(v1 + 12)] << 16) | (v7[(v1 + 13)] << 24)) >>> 0;
if ((v1 + 14) > (v6 + -1)) return undefined;
const v313 = copy(v7, (v1 + 14), (v6 + -1));
if ((v6 + -1) + 1 > v6) return undefined;
const v314 = v7[(v6 + -1)];
u8 = { kind: "followingAnswerMore", "di": v312, "bytes": v313, "sequence": v314 }; p9 = v6; break; }
case 210: {
if ((v1 + 10) + 1 > v6) return undefined;
const v315 = v7[(v1 + 10)];
const v316 = { "otherError": (v315 & 0x1) !== 0, "noData": (v315 & 0x2) !== 0, "unauthorised": (v315 & 0x4) !== 0, "baudFixed": (v315 & 0x8) !== 0, "yearZonesExceeded": (v315 & 0x10) !== 0, "daySlotsExceeded": (v315 & 0x20) !== 0, "tariffsExceeded": (v315 & 0x40) !== 0, reserved: (v315 & 0xffffff80) >>> 0 };
u8 = { kind: "followingError", "error": v316 }; p9 = (v1 + 11); break; }
case 147: {
if ((v1 + 10) + 6 > v6) return undefined;
const v318 = c317(v7, (v1 + 10), (v1 + 16));
if (v318 === undefined) return undefined;
u8 = { kind: "readAddressAnswer", "address": v318 }; p9 = (v1 + 16); break; }
case 148: {
u8 = { kind: "writeAnswer" }; p9 = (v1 + 10); break; }
case 212: {
if ((v1 + 10) + 1 > v6) return undefined;
const v319 = v7[(v1 + 10)];
const v320 = { "otherError": (v319 & 0x1) !== 0, "noData": (v319 & 0x2) !== 0, "unauthorised": (v319 & 0x4) !== 0, "baudFixed": (v319 & 0x8) !== 0, "yearZonesExceeded": (v319 & 0x10) !== 0, "daySlotsExceeded": (v319 & 0x20) !== 0, "tariffsExceeded": (v319 & 0x40) !== 0, reserved: (v319 & 0xffffff80) >>> 0 };
u8 = { kind: "writeError", "error": v320 }; p9 = (v1 + 11); break; }
case 149: {
u8 = { kind: "writeAddressAnswer" }; p9 = (v1 + 10); break; }
case 150: {
u8 = { kind: "freezeAnswer" }; p9 = (v1 + 10); break; }
case 214: {
if ((v1 + 10) + 1 > v6) return undefined;
const v321 = v7[(v1 + 10)];
const v322 = { "otherError": (v321 & 0x1) !== 0, "noData": (v321 & 0x2) !== 0, "unauthorised": (v321 & 0x4) !== 0, "baudFixed": (v321 & 0x8) !== 0, "yearZonesExceeded": (v321 & 0x10) !== 0, "daySlotsExceeded": (v321 & 0x20) !== 0, "tariffsExceeded": (v321 & 0x40) !== 0, reserved: (v321 & 0xffffff80) >>> 0 };
u8 = { kind: "freezeError", "error": v322 }; p9 = (v1 + 11); break; }
case 151: {
if ((v1 + 10) + 1 > v6) return undefined;
const v323 = v7[(v1 + 10)];
const v324 = { "baud600": (v323 & 0x2) !== 0, "baud1200": (v323 & 0x4) !== 0, "baud2400": (v323 & 0x8) !== 0, "baud4800": (v323 & 0x10) !== 0, "baud9600": (v323 & 0x20) !== 0, "baud19200": (v323 & 0x40) !== 0, reserved: (v323 & 0xffffff81) >>> 0 };
u8 = { kind: "changeBaudAnswer", "baud": v324 }; p9 = (v1 + 11); break; }
case 215: {
if ((v1 + 10) + 1 > v6) return undefined;
const v325 = v7[(v1 + 10)];
const v326 = { "otherError": (v325 & 0x1) !== 0, "noData": (v325 & 0x2) !== 0, "unauthorised": (v325 & 0x4) !== 0, "baudFixed": (v325 & 0x8) !== 0, "yearZonesExceeded": (v325 & 0x10) !== 0, "daySlotsExceeded": (v325 & 0x20) !== 0, "tariffsExceeded": (v325 & 0x40) !== 0, reserved: (v325 & 0xffffff80) >>> 0 };
u8 = { kind: "changeBaudError", "error": v326 }; p9 = (v1 + 11); break; }
case 152: {
if ((v1 + 10) + 4 > v6) return undefined;
const v327 = v7[(v1 + 10)];
const v328 = copy(v7, (v1 + 11), (v1 + 14));
const v329 = { "level": v327, "bytes": v328 };
u8 = { kind: "changePasswordAnswer", "password": v329 }; p9 = (v1 + 14); break; }
case 216: {
if ((v1 + 10) + 1 > v6) return undefined;
const v330 = v7[(v1 + 10)];
const v331 = { "otherError": (v330 & 0x1) !== 0, "noData": (v330 & 0x2) !== 0, "unauthorised": (v330 & 0x4) !== 0, "baudFixed": (v330 & 0x8) !== 0, "yearZonesExceeded": (v330 & 0x10) !== 0, "daySlotsExceeded": (v330 & 0x20) !== 0, "tariffsExceeded": (v330 & 0x40) !== 0, reserved: (v330 & 0xffffff80) >>> 0 };
u8 = { kind: "changePasswordError", "error": v331 }; p9 = (v1 + 11); break; }
case 153: {
u8 = { kind: "clearDemandAnswer" }; p9 = (v1 + 10); break; }
case 217: {
if ((v1 + 10) + 1 > v6) return undefined;
const v332 = v7[(v1 + 10)];
const v333 = { "otherError": (v332 & 0x1) !== 0, "noData": (v332 & 0x2) !== 0, "unauthorised": (v332 & 0x4) !== 0, "baudFixed": (v332 & 0x8) !== 0, "yearZonesExceeded": (v332 & 0x10) !== 0, "daySlotsExceeded": (v332 & 0x20) !== 0, "tariffsExceeded": (v332 & 0x40) !== 0, reserved: (v332 & 0xffffff80) >>> 0 };
u8 = { kind: "clearDemandError", "error": v333 }; p9 = (v1 + 11); break; }
case 154: {
u8 = { kind: "clearMeterAnswer" }; p9 = (v1 + 10); break; }
case 218: {
if ((v1 + 10) + 1 > v6) return undefined;
const v334 = v7[(v1 + 10)];
const v335 = { "otherError": (v334 & 0x1) !== 0, "noData": (v334 & 0x2) !== 0, "unauthorised": (v334 & 0x4) !== 0, "baudFixed": (v334 & 0x8) !== 0, "yearZonesExceeded": (v334 & 0x10) !== 0, "daySlotsExceeded": (v334 & 0x20) !== 0, "tariffsExceeded": (v334 & 0x40) !== 0, reserved: (v334 & 0xffffff80) >>> 0 };
u8 = { kind: "clearMeterError", "error": v335 }; p9 = (v1 + 11); break; }
case 155: {
u8 = { kind: "clearEventsAnswer" }; p9 = (v1 + 10); break; }
case 219: {
if ((v1 + 10) + 1 > v6) return undefined;
const v336 = v7[(v1 + 10)];
const v337 = { "otherError": (v336 & 0x1) !== 0, "noData": (v336 & 0x2) !== 0, "unauthorised": (v336 & 0x4) !== 0, "baudFixed": (v336 & 0x8) !== 0, "yearZonesExceeded": (v336 & 0x10) !== 0, "daySlotsExceeded": (v336 & 0x20) !== 0, "tariffsExceeded": (v336 & 0x40) !== 0, reserved: (v336 & 0xffffff80) >>> 0 };
u8 = { kind: "clearEventsError", "error": v337 }; p9 = (v1 + 11); break; }
case 156: {
u8 = { kind: "controlAnswer" }; p9 = (v1 + 10); break; }
case 220: {
if ((v1 + 10) + 1 > v6) return undefined;
const v338 = v7[(v1 + 10)];
const v339 = { "otherError": (v338 & 0x1) !== 0, "noData": (v338 & 0x2) !== 0, "unauthorised": (v338 & 0x4) !== 0, "baudFixed": (v338 & 0x8) !== 0, "yearZonesExceeded": (v338 & 0x10) !== 0, "daySlotsExceeded": (v338 & 0x20) !== 0, "tariffsExceeded": (v338 & 0x40) !== 0, reserved: (v338 & 0xffffff80) >>> 0 };
u8 = { kind: "controlError", "error": v339 }; p9 = (v1 + 11); break; }
case 157: {
if ((v1 + 10) + 1 > v6) return undefined;
const v340 = v7[(v1 + 10)];
u8 = { kind: "outputAnswer", "signal": v340 }; p9 = (v1 + 11); break; }
case 221: {
if ((v1 + 10) + 1 > v6) return undefined;
const v341 = v7[(v1 + 10)];
const v342 = { "otherError": (v341 & 0x1) !== 0, "noData": (v341 & 0x2) !== 0, "unauthorised": (v341 & 0x4) !== 0, "baudFixed": (v341 & 0x8) !== 0, "yearZonesExceeded": (v341 & 0x10) !== 0, "daySlotsExceeded": (v341 & 0x20) !== 0, "tariffsExceeded": (v341 & 0x40) !== 0, reserved: (v341 & 0xffffff80) >>> 0 };
u8 = { kind: "outputError", "error": v342 }; p9 = (v1 + 11); break; }
case 129: {
if ((v1 + 10) + 2 > v6) return undefined;
const v343 = v7[(v1 + 10)] | (v7[(v1 + 11)] << 8);
if ((v1 + 12) > v6) return undefined;
const v344 = copy(v7, (v1 + 12), v6);
u8 = { kind: "read1997Answer", "di": v343, "bytes": v344 }; p9 = v6; break; }
case 161: {
if ((v1 + 10) + 2 > v6) return undefined;
const v345 = v7[(v1 + 10)] | (v7[(v1 + 11)] << 8);
if ((v1 + 12) > v6) return undefined;
const v346 = copy(v7, (v1 + 12), v6);
u8 = { kind: "read1997AnswerMore", "di": v345, "bytes": v346 }; p9 = v6; break; }
case 193: {
if ((v1 + 10) > v6) return undefined;
const v347 = copy(v7, (v1 + 10), v6);
u8 = { kind: "read1997Error", "bytes": v347 }; p9 = v6; break; }
default: u8 = { kind: "unknown", "control": v4, bytes: copy(v7, (v1 + 10), v6) }; p9 = v6; }
if (p9 !== v6) return undefined;
if (v6 + 2 > e) return undefined;
if (!matches("sum8", b, v6, v1, v6)) return undefined;
if (b[(v6 + 1)] !== 22) return undefined;
const v348 = { "preamble": n0, "address": v3, "message": u8 };
return (v6 + 2) === e ? v348 : undefined;
};
};
