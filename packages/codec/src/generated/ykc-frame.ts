// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const ykcFrame: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c7 = layout.shape.fields["body"].shape.cases[0].layout.shape.fields["pile"].readAt;
const c12 = layout.shape.fields["body"].shape.cases[0].layout.shape.fields["firmware"].readAt;
const c15 = layout.shape.fields["body"].shape.cases[0].layout.shape.fields["sim"].readAt;
const c19 = layout.shape.fields["body"].shape.cases[1].layout.shape.fields["pile"].readAt;
const c23 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["pile"].readAt;
const c25 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["gun"].readAt;
const c29 = layout.shape.fields["body"].shape.cases[3].layout.shape.fields["pile"].readAt;
const c31 = layout.shape.fields["body"].shape.cases[3].layout.shape.fields["gun"].readAt;
const c35 = layout.shape.fields["body"].shape.cases[4].layout.shape.fields["pile"].readAt;
const c37 = layout.shape.fields["body"].shape.cases[4].layout.shape.fields["tariffModel"].readAt;
const c40 = layout.shape.fields["body"].shape.cases[5].layout.shape.fields["pile"].readAt;
const c42 = layout.shape.fields["body"].shape.cases[5].layout.shape.fields["tariffModel"].readAt;
const c46 = layout.shape.fields["body"].shape.cases[6].layout.shape.fields["pile"].readAt;
const c49 = layout.shape.fields["body"].shape.cases[7].layout.shape.fields["pile"].readAt;
const c51 = layout.shape.fields["body"].shape.cases[7].layout.shape.fields["tariffModel"].readAt;
const c68 = layout.shape.fields["body"].shape.cases[8].layout.shape.fields["pile"].readAt;
const c70 = layout.shape.fields["body"].shape.cases[8].layout.shape.fields["gun"].readAt;
const c73 = layout.shape.fields["body"].shape.cases[9].layout.shape.fields["transaction"].readAt;
const c75 = layout.shape.fields["body"].shape.cases[9].layout.shape.fields["pile"].readAt;
const c77 = layout.shape.fields["body"].shape.cases[9].layout.shape.fields["gun"].readAt;
const c96 = layout.shape.fields["body"].shape.cases[10].layout.shape.fields["transaction"].readAt;
const c98 = layout.shape.fields["body"].shape.cases[10].layout.shape.fields["pile"].readAt;
const c100 = layout.shape.fields["body"].shape.cases[10].layout.shape.fields["gun"].readAt;
const c106 = layout.shape.fields["body"].shape.cases[10].layout.shape.fields["maker"].readAt;
const c115 = layout.shape.fields["body"].shape.cases[10].layout.shape.fields["vin"].readAt;
const c119 = layout.shape.fields["body"].shape.cases[11].layout.shape.fields["transaction"].readAt;
const c121 = layout.shape.fields["body"].shape.cases[11].layout.shape.fields["pile"].readAt;
const c123 = layout.shape.fields["body"].shape.cases[11].layout.shape.fields["gun"].readAt;
const c137 = layout.shape.fields["body"].shape.cases[12].layout.shape.fields["transaction"].readAt;
const c139 = layout.shape.fields["body"].shape.cases[12].layout.shape.fields["pile"].readAt;
const c141 = layout.shape.fields["body"].shape.cases[12].layout.shape.fields["gun"].readAt;
const c152 = layout.shape.fields["body"].shape.cases[13].layout.shape.fields["transaction"].readAt;
const c154 = layout.shape.fields["body"].shape.cases[13].layout.shape.fields["pile"].readAt;
const c156 = layout.shape.fields["body"].shape.cases[13].layout.shape.fields["gun"].readAt;
const c160 = layout.shape.fields["body"].shape.cases[14].layout.shape.fields["transaction"].readAt;
const c162 = layout.shape.fields["body"].shape.cases[14].layout.shape.fields["pile"].readAt;
const c164 = layout.shape.fields["body"].shape.cases[14].layout.shape.fields["gun"].readAt;
const c170 = layout.shape.fields["body"].shape.cases[15].layout.shape.fields["transaction"].readAt;
const c172 = layout.shape.fields["body"].shape.cases[15].layout.shape.fields["pile"].readAt;
const c174 = layout.shape.fields["body"].shape.cases[15].layout.shape.fields["gun"].readAt;
const c180 = layout.shape.fields["body"].shape.cases[16].layout.shape.fields["transaction"].readAt;
const c182 = layout.shape.fields["body"].shape.cases[16].layout.shape.fields["pile"].readAt;
const c184 = layout.shape.fields["body"].shape.cases[16].layout.shape.fields["gun"].readAt;
const c198 = layout.shape.fields["body"].shape.cases[17].layout.shape.fields["transaction"].readAt;
const c200 = layout.shape.fields["body"].shape.cases[17].layout.shape.fields["pile"].readAt;
const c202 = layout.shape.fields["body"].shape.cases[17].layout.shape.fields["gun"].readAt;
const c212 = layout.shape.fields["body"].shape.cases[18].layout.shape.fields["pile"].readAt;
const c214 = layout.shape.fields["body"].shape.cases[18].layout.shape.fields["gun"].readAt;
const c220 = layout.shape.fields["body"].shape.cases[18].layout.shape.fields["vin"].readAt;
const c223 = layout.shape.fields["body"].shape.cases[19].layout.shape.fields["transaction"].readAt;
const c225 = layout.shape.fields["body"].shape.cases[19].layout.shape.fields["pile"].readAt;
const c227 = layout.shape.fields["body"].shape.cases[19].layout.shape.fields["gun"].readAt;
const c229 = layout.shape.fields["body"].shape.cases[19].layout.shape.fields["card"].readAt;
const c235 = layout.shape.fields["body"].shape.cases[20].layout.shape.fields["transaction"].readAt;
const c237 = layout.shape.fields["body"].shape.cases[20].layout.shape.fields["pile"].readAt;
const c239 = layout.shape.fields["body"].shape.cases[20].layout.shape.fields["gun"].readAt;
const c244 = layout.shape.fields["body"].shape.cases[21].layout.shape.fields["transaction"].readAt;
const c246 = layout.shape.fields["body"].shape.cases[21].layout.shape.fields["pile"].readAt;
const c248 = layout.shape.fields["body"].shape.cases[21].layout.shape.fields["gun"].readAt;
const c250 = layout.shape.fields["body"].shape.cases[21].layout.shape.fields["card"].readAt;
const c255 = layout.shape.fields["body"].shape.cases[22].layout.shape.fields["pile"].readAt;
const c257 = layout.shape.fields["body"].shape.cases[22].layout.shape.fields["gun"].readAt;
const c262 = layout.shape.fields["body"].shape.cases[23].layout.shape.fields["pile"].readAt;
const c264 = layout.shape.fields["body"].shape.cases[23].layout.shape.fields["gun"].readAt;
const c267 = layout.shape.fields["body"].shape.cases[24].layout.shape.fields["transaction"].readAt;
const c269 = layout.shape.fields["body"].shape.cases[24].layout.shape.fields["pile"].readAt;
const c271 = layout.shape.fields["body"].shape.cases[24].layout.shape.fields["gun"].readAt;
const c273 = layout.shape.fields["body"].shape.cases[24].layout.shape.fields["startedAt"].readAt;
const c275 = layout.shape.fields["body"].shape.cases[24].layout.shape.fields["endedAt"].readAt;
const c302 = layout.shape.fields["body"].shape.cases[24].layout.shape.fields["vin"].readAt;
const c305 = layout.shape.fields["body"].shape.cases[24].layout.shape.fields["recordedAt"].readAt;
const c310 = layout.shape.fields["body"].shape.cases[25].layout.shape.fields["transaction"].readAt;
const c314 = layout.shape.fields["body"].shape.cases[26].layout.shape.fields["pile"].readAt;
const c316 = layout.shape.fields["body"].shape.cases[26].layout.shape.fields["gun"].readAt;
const c322 = layout.shape.fields["body"].shape.cases[26].layout.shape.fields["vin"].readAt;
const c325 = layout.shape.fields["body"].shape.cases[26].layout.shape.fields["parallelOrder"].readAt;
const c328 = layout.shape.fields["body"].shape.cases[27].layout.shape.fields["transaction"].readAt;
const c330 = layout.shape.fields["body"].shape.cases[27].layout.shape.fields["pile"].readAt;
const c332 = layout.shape.fields["body"].shape.cases[27].layout.shape.fields["gun"].readAt;
const c334 = layout.shape.fields["body"].shape.cases[27].layout.shape.fields["card"].readAt;
const c339 = layout.shape.fields["body"].shape.cases[27].layout.shape.fields["parallelOrder"].readAt;
const c342 = layout.shape.fields["body"].shape.cases[28].layout.shape.fields["transaction"].readAt;
const c344 = layout.shape.fields["body"].shape.cases[28].layout.shape.fields["pile"].readAt;
const c346 = layout.shape.fields["body"].shape.cases[28].layout.shape.fields["gun"].readAt;
const c351 = layout.shape.fields["body"].shape.cases[28].layout.shape.fields["parallelOrder"].readAt;
const c354 = layout.shape.fields["body"].shape.cases[29].layout.shape.fields["transaction"].readAt;
const c356 = layout.shape.fields["body"].shape.cases[29].layout.shape.fields["pile"].readAt;
const c358 = layout.shape.fields["body"].shape.cases[29].layout.shape.fields["gun"].readAt;
const c360 = layout.shape.fields["body"].shape.cases[29].layout.shape.fields["card"].readAt;
const c364 = layout.shape.fields["body"].shape.cases[29].layout.shape.fields["parallelOrder"].readAt;
const c367 = layout.shape.fields["body"].shape.cases[30].layout.shape.fields["pile"].readAt;
const c372 = layout.shape.fields["body"].shape.cases[31].layout.shape.fields["pile"].readAt;
const c374 = layout.shape.fields["body"].shape.cases[31].layout.shape.fields["gun"].readAt;
const c379 = layout.shape.fields["body"].shape.cases[32].layout.shape.fields["pile"].readAt;
const c384 = layout.shape.fields["body"].shape.cases[33].layout.shape.fields["pile"].readAt;
const c390 = layout.shape.fields["body"].shape.cases[33].layout.shape.fields["cards"].shape.item.shape.fields["card"].readAt;
const c395 = layout.shape.fields["body"].shape.cases[34].layout.shape.fields["pile"].readAt;
const c404 = layout.shape.fields["body"].shape.cases[35].layout.shape.fields["pile"].readAt;
const c413 = layout.shape.fields["body"].shape.cases[36].layout.shape.fields["pile"].readAt;
const c421 = layout.shape.fields["body"].shape.cases[37].layout.shape.fields["pile"].readAt;
const c430 = layout.shape.fields["body"].shape.cases[38].layout.shape.fields["pile"].readAt;
const c434 = layout.shape.fields["body"].shape.cases[39].layout.shape.fields["pile"].readAt;
const c439 = layout.shape.fields["body"].shape.cases[40].layout.shape.fields["pile"].readAt;
const c441 = layout.shape.fields["body"].shape.cases[40].layout.shape.fields["time"].readAt;
const c444 = layout.shape.fields["body"].shape.cases[41].layout.shape.fields["pile"].readAt;
const c446 = layout.shape.fields["body"].shape.cases[41].layout.shape.fields["time"].readAt;
const c449 = layout.shape.fields["body"].shape.cases[42].layout.shape.fields["pile"].readAt;
const c453 = layout.shape.fields["body"].shape.cases[43].layout.shape.fields["pile"].readAt;
const c455 = layout.shape.fields["body"].shape.cases[43].layout.shape.fields["tariffModel"].readAt;
const c472 = layout.shape.fields["body"].shape.cases[44].layout.shape.fields["pile"].readAt;
const c474 = layout.shape.fields["body"].shape.cases[44].layout.shape.fields["gun"].readAt;
const c482 = layout.shape.fields["body"].shape.cases[45].layout.shape.fields["pile"].readAt;
const c484 = layout.shape.fields["body"].shape.cases[45].layout.shape.fields["gun"].readAt;
const c489 = layout.shape.fields["body"].shape.cases[46].layout.shape.fields["pile"].readAt;
const c491 = layout.shape.fields["body"].shape.cases[46].layout.shape.fields["gun"].readAt;
const c496 = layout.shape.fields["body"].shape.cases[47].layout.shape.fields["pile"].readAt;
const c500 = layout.shape.fields["body"].shape.cases[48].layout.shape.fields["pile"].readAt;
const c504 = layout.shape.fields["body"].shape.cases[49].layout.shape.fields["pile"].readAt;
const c508 = layout.shape.fields["body"].shape.cases[50].layout.shape.fields["pile"].readAt;
const c512 = layout.shape.fields["body"].shape.cases[50].layout.shape.fields["server"].readAt;
const c515 = layout.shape.fields["body"].shape.cases[50].layout.shape.fields["user"].readAt;
const c517 = layout.shape.fields["body"].shape.cases[50].layout.shape.fields["password"].readAt;
const c519 = layout.shape.fields["body"].shape.cases[50].layout.shape.fields["path"].readAt;
return (b) => {
const e = b.length;
if (0 + 6 > e) return undefined;
if (b[0] !== 104) return undefined;
const v0 = b[1];
if (v0 < 4 || v0 - 4 > 196) return undefined;
const v1 = copy(b, 2, 4);
const v2 = b[4];
const v3 = b[5];
const v4 = 6 + (v0 - 4);
if (v4 > e) return undefined;
let u5, p6; switch (v3) {
case 1: {
if (6 + 30 > v4) return undefined;
const v8 = c7(b, 6, 13);
if (v8 === undefined) return undefined;
const v9 = b[13];
const v10 = b[14];
const v11 = b[15];
const v13 = c12(b, 16, 24);
if (v13 === undefined) return undefined;
const v14 = b[24];
const v16 = c15(b, 25, 35);
if (v16 === undefined) return undefined;
const v17 = b[35];
if (36 > v4) return undefined;
const v18 = copy(b, 36, v4);
u5 = { kind: "login", "pile": v8, "pileType": v9, "guns": v10, "protocolVersion": v11, "firmware": v13, "network": v14, "sim": v16, "operator": v17, "unparsed": v18 }; p6 = v4; break; }
case 2: {
if (6 + 8 > v4) return undefined;
const v20 = c19(b, 6, 13);
if (v20 === undefined) return undefined;
const v21 = b[13];
if (14 > v4) return undefined;
const v22 = copy(b, 14, v4);
u5 = { kind: "loginAnswer", "pile": v20, "result": v21, "unparsed": v22 }; p6 = v4; break; }
case 3: {
if (6 + 9 > v4) return undefined;
const v24 = c23(b, 6, 13);
if (v24 === undefined) return undefined;
const v26 = c25(b, 13, 14);
if (v26 === undefined) return undefined;
const v27 = b[14];
if (15 > v4) return undefined;
const v28 = copy(b, 15, v4);
u5 = { kind: "heartbeat", "pile": v24, "gun": v26, "state": v27, "unparsed": v28 }; p6 = v4; break; }
case 4: {
if (6 + 9 > v4) return undefined;
const v30 = c29(b, 6, 13);
if (v30 === undefined) return undefined;
const v32 = c31(b, 13, 14);
if (v32 === undefined) return undefined;
const v33 = b[14];
if (15 > v4) return undefined;
const v34 = copy(b, 15, v4);
u5 = { kind: "heartbeatAnswer", "pile": v30, "gun": v32, "answer": v33, "unparsed": v34 }; p6 = v4; break; }
case 5: {
if (6 + 9 > v4) return undefined;
const v36 = c35(b, 6, 13);
if (v36 === undefined) return undefined;
const v38 = c37(b, 13, 15);
if (v38 === undefined) return undefined;
if (15 > v4) return undefined;
const v39 = copy(b, 15, v4);
u5 = { kind: "tariffCheck", "pile": v36, "tariffModel": v38, "unparsed": v39 }; p6 = v4; break; }
case 6: {
if (6 + 10 > v4) return undefined;
const v41 = c40(b, 6, 13);
if (v41 === undefined) return undefined;
const v43 = c42(b, 13, 15);
if (v43 === undefined) return undefined;
const v44 = b[15];
if (16 > v4) return undefined;
const v45 = copy(b, 16, v4);
u5 = { kind: "tariffCheckAnswer", "pile": v41, "tariffModel": v43, "result": v44, "unparsed": v45 }; p6 = v4; break; }
case 9: {
if (6 + 7 > v4) return undefined;
const v47 = c46(b, 6, 13);
if (v47 === undefined) return undefined;
if (13 > v4) return undefined;
const v48 = copy(b, 13, v4);
u5 = { kind: "tariffRequest", "pile": v47, "unparsed": v48 }; p6 = v4; break; }
case 10: {
if (6 + 90 > v4) return undefined;
const v50 = c49(b, 6, 13);
if (v50 === undefined) return undefined;
const v52 = c51(b, 13, 15);
if (v52 === undefined) return undefined;
const v53 = (b[15] | (b[16] << 8) | (b[17] << 16) | (b[18] << 24)) >>> 0;
const v54 = (b[19] | (b[20] << 8) | (b[21] << 16) | (b[22] << 24)) >>> 0;
const v55 = { "energyFee": v53, "serviceFee": v54 };
const v56 = (b[23] | (b[24] << 8) | (b[25] << 16) | (b[26] << 24)) >>> 0;
const v57 = (b[27] | (b[28] << 8) | (b[29] << 16) | (b[30] << 24)) >>> 0;
const v58 = { "energyFee": v56, "serviceFee": v57 };
const v59 = (b[31] | (b[32] << 8) | (b[33] << 16) | (b[34] << 24)) >>> 0;
const v60 = (b[35] | (b[36] << 8) | (b[37] << 16) | (b[38] << 24)) >>> 0;
const v61 = { "energyFee": v59, "serviceFee": v60 };
const v62 = (b[39] | (b[40] << 8) | (b[41] << 16) | (b[42] << 24)) >>> 0;
const v63 = (b[43] | (b[44] << 8) | (b[45] << 16) | (b[46] << 24)) >>> 0;
const v64 = { "energyFee": v62, "serviceFee": v63 };
const v65 = b[47];
const v66 = copy(b, 48, 96);
if (96 > v4) return undefined;
const v67 = copy(b, 96, v4);
u5 = { kind: "tariffAnswer", "pile": v50, "tariffModel": v52, "sharp": v55, "peak": v58, "flat": v61, "valley": v64, "loss": v65, "halfHours": v66, "unparsed": v67 }; p6 = v4; break; }
case 18: {
if (6 + 8 > v4) return undefined;
const v69 = c68(b, 6, 13);
if (v69 === undefined) return undefined;
const v71 = c70(b, 13, 14);
if (v71 === undefined) return undefined;
if (14 > v4) return undefined;
const v72 = copy(b, 14, v4);
u5 = { kind: "readRealtime", "pile": v69, "gun": v71, "unparsed": v72 }; p6 = v4; break; }
case 19: {
if (6 + 60 > v4) return undefined;
const v74 = c73(b, 6, 22);
if (v74 === undefined) return undefined;
const v76 = c75(b, 22, 29);
if (v76 === undefined) return undefined;
const v78 = c77(b, 29, 30);
if (v78 === undefined) return undefined;
const v79 = b[30];
const v80 = b[31];
const v81 = b[32];
const v82 = b[33] | (b[34] << 8);
const v83 = b[35] | (b[36] << 8);
const v84 = b[37];
const v85 = copy(b, 38, 46);
const v86 = b[46];
const v87 = b[47];
const v88 = b[48] | (b[49] << 8);
const v89 = b[50] | (b[51] << 8);
const v90 = (b[52] | (b[53] << 8) | (b[54] << 16) | (b[55] << 24)) >>> 0;
const v91 = (b[56] | (b[57] << 8) | (b[58] << 16) | (b[59] << 24)) >>> 0;
const v92 = (b[60] | (b[61] << 8) | (b[62] << 16) | (b[63] << 24)) >>> 0;
const v93 = b[64] | (b[65] << 8);
const v94 = { "emergencyStop": (v93 & 0x1) !== 0, "noRectifier": (v93 & 0x2) !== 0, "outletTemperature": (v93 & 0x4) !== 0, "surgeProtector": (v93 & 0x8) !== 0, "moduleComm": (v93 & 0x10) !== 0, "insulationComm": (v93 & 0x20) !== 0, "meterComm": (v93 & 0x40) !== 0, "cardReaderComm": (v93 & 0x80) !== 0, "controllerComm": (v93 & 0x100) !== 0, "fanBoard": (v93 & 0x200) !== 0, "dcFuse": (v93 & 0x400) !== 0, "contactor": (v93 & 0x800) !== 0, "doorOpen": (v93 & 0x1000) !== 0, reserved: (v93 & 0xffffe000) >>> 0 };
if (66 > v4) return undefined;
const v95 = copy(b, 66, v4);
u5 = { kind: "realtime", "transaction": v74, "pile": v76, "gun": v78, "state": v79, "homed": v80, "plugged": v81, "voltage": v82, "current": v83, "gunTemperature": v84, "cable": v85, "soc": v86, "batteryTemperature": v87, "elapsed": v88, "remaining": v89, "energy": v90, "lossEnergy": v91, "amount": v92, "faults": v94, "unparsed": v95 }; p6 = v4; break; }
case 21: {
if (6 + 73 > v4) return undefined;
const v97 = c96(b, 6, 22);
if (v97 === undefined) return undefined;
const v99 = c98(b, 22, 29);
if (v99 === undefined) return undefined;
const v101 = c100(b, 29, 30);
if (v101 === undefined) return undefined;
const v102 = copy(b, 30, 33);
const v103 = b[33];
const v104 = b[34] | (b[35] << 8);
const v105 = b[36] | (b[37] << 8);
const v107 = c106(b, 38, 42);
if (v107 === undefined) return undefined;
const v108 = copy(b, 42, 46);
const v109 = b[46];
const v110 = b[47];
const v111 = b[48];
const v112 = b[49] | (b[50] << 8) | (b[51] << 16);
const v113 = b[52];
const v114 = b[53];
const v116 = c115(b, 54, 71);
if (v116 === undefined) return undefined;
const v117 = copy(b, 71, 79);
if (79 > v4) return undefined;
const v118 = copy(b, 79, v4);
u5 = { kind: "bmsHandshake", "transaction": v97, "pile": v99, "gun": v101, "protocolVersion": v102, "batteryType": v103, "capacity": v104, "ratedVoltage": v105, "maker": v107, "packNumber": v108, "madeYear": v109, "madeMonth": v110, "madeDay": v111, "charges": v112, "ownership": v113, "reservedByte": v114, "vin": v116, "softwareVersion": v117, "unparsed": v118 }; p6 = v4; break; }
case 23: {
if (6 + 45 > v4) return undefined;
const v120 = c119(b, 6, 22);
if (v120 === undefined) return undefined;
const v122 = c121(b, 22, 29);
if (v122 === undefined) return undefined;
const v124 = c123(b, 29, 30);
if (v124 === undefined) return undefined;
const v125 = b[30] | (b[31] << 8);
const v126 = b[32] | (b[33] << 8);
const v127 = b[34] | (b[35] << 8);
const v128 = b[36] | (b[37] << 8);
const v129 = b[38];
const v130 = b[39] | (b[40] << 8);
const v131 = b[41] | (b[42] << 8);
const v132 = b[43] | (b[44] << 8);
const v133 = b[45] | (b[46] << 8);
const v134 = b[47] | (b[48] << 8);
const v135 = b[49] | (b[50] << 8);
if (51 > v4) return undefined;
const v136 = copy(b, 51, v4);
u5 = { kind: "bmsConfig", "transaction": v120, "pile": v122, "gun": v124, "cellVoltageMax": v125, "currentMax": v126, "capacity": v127, "voltageMax": v128, "temperatureMax": v129, "soc": v130, "voltage": v131, "chargerVoltageMax": v132, "chargerVoltageMin": v133, "chargerCurrentMax": v134, "chargerCurrentMin": v135, "unparsed": v136 }; p6 = v4; break; }
case 25: {
if (6 + 39 > v4) return undefined;
const v138 = c137(b, 6, 22);
if (v138 === undefined) return undefined;
const v140 = c139(b, 22, 29);
if (v140 === undefined) return undefined;
const v142 = c141(b, 29, 30);
if (v142 === undefined) return undefined;
const v143 = b[30];
const v144 = b[31] | (b[32] << 8);
const v145 = b[33] | (b[34] << 8);
const v146 = b[35];
const v147 = b[36];
const v148 = b[37] | (b[38] << 8);
const v149 = b[39] | (b[40] << 8);
const v150 = (b[41] | (b[42] << 8) | (b[43] << 16) | (b[44] << 24)) >>> 0;
if (45 > v4) return undefined;
const v151 = copy(b, 45, v4);
u5 = { kind: "bmsEnd", "transaction": v138, "pile": v140, "gun": v142, "soc": v143, "cellVoltageMin": v144, "cellVoltageMax": v145, "temperatureMin": v146, "temperatureMax": v147, "elapsed": v148, "energy": v149, "charger": v150, "unparsed": v151 }; p6 = v4; break; }
case 27: {
if (6 + 32 > v4) return undefined;
const v153 = c152(b, 6, 22);
if (v153 === undefined) return undefined;
const v155 = c154(b, 22, 29);
if (v155 === undefined) return undefined;
const v157 = c156(b, 29, 30);
if (v157 === undefined) return undefined;
const v158 = copy(b, 30, 38);
if (38 > v4) return undefined;
const v159 = copy(b, 38, v4);
u5 = { kind: "bmsError", "transaction": v153, "pile": v155, "gun": v157, "errors": v158, "unparsed": v159 }; p6 = v4; break; }
case 29: {
if (6 + 28 > v4) return undefined;
const v161 = c160(b, 6, 22);
if (v161 === undefined) return undefined;
const v163 = c162(b, 22, 29);
if (v163 === undefined) return undefined;
const v165 = c164(b, 29, 30);
if (v165 === undefined) return undefined;
const v166 = b[30];
const v167 = b[31] | (b[32] << 8);
const v168 = b[33];
if (34 > v4) return undefined;
const v169 = copy(b, 34, v4);
u5 = { kind: "bmsAbort", "transaction": v161, "pile": v163, "gun": v165, "reason": v166, "fault": v167, "error": v168, "unparsed": v169 }; p6 = v4; break; }
case 33: {
if (6 + 28 > v4) return undefined;
const v171 = c170(b, 6, 22);
if (v171 === undefined) return undefined;
const v173 = c172(b, 22, 29);
if (v173 === undefined) return undefined;
const v175 = c174(b, 29, 30);
if (v175 === undefined) return undefined;
const v176 = b[30];
const v177 = b[31] | (b[32] << 8);
const v178 = b[33];
if (34 > v4) return undefined;
const v179 = copy(b, 34, v4);
u5 = { kind: "chargerAbort", "transaction": v171, "pile": v173, "gun": v175, "reason": v176, "fault": v177, "error": v178, "unparsed": v179 }; p6 = v4; break; }
case 35: {
if (6 + 44 > v4) return undefined;
const v181 = c180(b, 6, 22);
if (v181 === undefined) return undefined;
const v183 = c182(b, 22, 29);
if (v183 === undefined) return undefined;
const v185 = c184(b, 29, 30);
if (v185 === undefined) return undefined;
const v186 = b[30] | (b[31] << 8);
const v187 = b[32] | (b[33] << 8);
const v188 = b[34];
const v189 = b[35] | (b[36] << 8);
const v190 = b[37] | (b[38] << 8);
const v191 = b[39] | (b[40] << 8);
const v192 = b[41];
const v193 = b[42] | (b[43] << 8);
const v194 = b[44] | (b[45] << 8);
const v195 = b[46] | (b[47] << 8);
const v196 = b[48] | (b[49] << 8);
if (50 > v4) return undefined;
const v197 = copy(b, 50, v4);
u5 = { kind: "bmsDemand", "transaction": v181, "pile": v183, "gun": v185, "voltageWanted": v186, "currentWanted": v187, "mode": v188, "voltageMeasured": v189, "currentMeasured": v190, "cellVoltageMax": v191, "soc": v192, "remaining": v193, "voltage": v194, "current": v195, "elapsed": v196, "unparsed": v197 }; p6 = v4; break; }
case 37: {
if (6 + 31 > v4) return undefined;
const v199 = c198(b, 6, 22);
if (v199 === undefined) return undefined;
const v201 = c200(b, 22, 29);
if (v201 === undefined) return undefined;
const v203 = c202(b, 29, 30);
if (v203 === undefined) return undefined;
const v204 = b[30];
const v205 = b[31];
const v206 = b[32];
const v207 = b[33];
const v208 = b[34];
const v209 = b[35] | (b[36] << 8);
const v210 = { "cellVoltageHigh": (v209 & 0x1) !== 0, "cellVoltageLow": (v209 & 0x2) !== 0, "socHigh": (v209 & 0x4) !== 0, "socLow": (v209 & 0x8) !== 0, "overCurrent": (v209 & 0x10) !== 0, "overCurrentUntrusted": (v209 & 0x20) !== 0, "overTemperature": (v209 & 0x40) !== 0, "overTemperatureUntrusted": (v209 & 0x80) !== 0, "insulationAbnormal": (v209 & 0x100) !== 0, "insulationUntrusted": (v209 & 0x200) !== 0, "connectorAbnormal": (v209 & 0x400) !== 0, "connectorUntrusted": (v209 & 0x800) !== 0, "chargingAllowed": (v209 & 0x1000) !== 0, "chargingUntrusted": (v209 & 0x2000) !== 0, reserved: (v209 & 0xffffc000) >>> 0 };
if (37 > v4) return undefined;
const v211 = copy(b, 37, v4);
u5 = { kind: "bmsInfo", "transaction": v199, "pile": v201, "gun": v203, "cellVoltageMaxAt": v204, "temperatureMax": v205, "temperatureMaxAt": v206, "temperatureMin": v207, "temperatureMinAt": v208, "state": v210, "unparsed": v211 }; p6 = v4; break; }
case 49: {
if (6 + 51 > v4) return undefined;
const v213 = c212(b, 6, 13);
if (v213 === undefined) return undefined;
const v215 = c214(b, 13, 14);
if (v215 === undefined) return undefined;
const v216 = b[14];
const v217 = b[15];
const v218 = copy(b, 16, 24);
const v219 = copy(b, 24, 40);
const v221 = c220(b, 40, 57);
if (v221 === undefined) return undefined;
if (57 > v4) return undefined;
const v222 = copy(b, 57, v4);
u5 = { kind: "cardStart", "pile": v213, "gun": v215, "mode": v216, "needsPassword": v217, "card": v218, "password": v219, "vin": v221, "unparsed": v222 }; p6 = v4; break; }
case 50: {
if (6 + 38 > v4) return undefined;
const v224 = c223(b, 6, 22);
if (v224 === undefined) return undefined;
const v226 = c225(b, 22, 29);
if (v226 === undefined) return undefined;
const v228 = c227(b, 29, 30);
if (v228 === undefined) return undefined;
const v230 = c229(b, 30, 38);
if (v230 === undefined) return undefined;
const v231 = (b[38] | (b[39] << 8) | (b[40] << 16) | (b[41] << 24)) >>> 0;
const v232 = b[42];
const v233 = b[43];
if (44 > v4) return undefined;
const v234 = copy(b, 44, v4);
u5 = { kind: "cardStartAnswer", "transaction": v224, "pile": v226, "gun": v228, "card": v230, "balance": v231, "result": v232, "reason": v233, "unparsed": v234 }; p6 = v4; break; }
case 51: {
if (6 + 26 > v4) return undefined;
const v236 = c235(b, 6, 22);
if (v236 === undefined) return undefined;
const v238 = c237(b, 22, 29);
if (v238 === undefined) return undefined;
const v240 = c239(b, 29, 30);
if (v240 === undefined) return undefined;
const v241 = b[30];
const v242 = b[31];
if (32 > v4) return undefined;
const v243 = copy(b, 32, v4);
u5 = { kind: "remoteStartAnswer", "transaction": v236, "pile": v238, "gun": v240, "result": v241, "reason": v242, "unparsed": v243 }; p6 = v4; break; }
case 52: {
if (6 + 44 > v4) return undefined;
const v245 = c244(b, 6, 22);
if (v245 === undefined) return undefined;
const v247 = c246(b, 22, 29);
if (v247 === undefined) return undefined;
const v249 = c248(b, 29, 30);
if (v249 === undefined) return undefined;
const v251 = c250(b, 30, 38);
if (v251 === undefined) return undefined;
const v252 = copy(b, 38, 46);
const v253 = (b[46] | (b[47] << 8) | (b[48] << 16) | (b[49] << 24)) >>> 0;
if (50 > v4) return undefined;
const v254 = copy(b, 50, v4);
u5 = { kind: "remoteStart", "transaction": v245, "pile": v247, "gun": v249, "card": v251, "physicalCard": v252, "balance": v253, "unparsed": v254 }; p6 = v4; break; }
case 53: {
if (6 + 10 > v4) return undefined;
const v256 = c255(b, 6, 13);
if (v256 === undefined) return undefined;
const v258 = c257(b, 13, 14);
if (v258 === undefined) return undefined;
const v259 = b[14];
const v260 = b[15];
if (16 > v4) return undefined;
const v261 = copy(b, 16, v4);
u5 = { kind: "remoteStopAnswer", "pile": v256, "gun": v258, "result": v259, "reason": v260, "unparsed": v261 }; p6 = v4; break; }
case 54: {
if (6 + 8 > v4) return undefined;
const v263 = c262(b, 6, 13);
if (v263 === undefined) return undefined;
const v265 = c264(b, 13, 14);
if (v265 === undefined) return undefined;
if (14 > v4) return undefined;
const v266 = copy(b, 14, v4);
u5 = { kind: "remoteStop", "pile": v263, "gun": v265, "unparsed": v266 }; p6 = v4; break; }
case 59: {
if (6 + 158 > v4) return undefined;
const v268 = c267(b, 6, 22);
if (v268 === undefined) return undefined;
const v270 = c269(b, 22, 29);
if (v270 === undefined) return undefined;
const v272 = c271(b, 29, 30);
if (v272 === undefined) return undefined;
const v274 = c273(b, 30, 37);
if (v274 === undefined) return undefined;
const v276 = c275(b, 37, 44);
if (v276 === undefined) return undefined;
const v277 = (b[44] | (b[45] << 8) | (b[46] << 16) | (b[47] << 24)) >>> 0;
const v278 = (b[48] | (b[49] << 8) | (b[50] << 16) | (b[51] << 24)) >>> 0;
const v279 = (b[52] | (b[53] << 8) | (b[54] << 16) | (b[55] << 24)) >>> 0;
const v280 = (b[56] | (b[57] << 8) | (b[58] << 16) | (b[59] << 24)) >>> 0;
const v281 = { "price": v277, "energy": v278, "lossEnergy": v279, "amount": v280 };
const v282 = (b[60] | (b[61] << 8) | (b[62] << 16) | (b[63] << 24)) >>> 0;
const v283 = (b[64] | (b[65] << 8) | (b[66] << 16) | (b[67] << 24)) >>> 0;
const v284 = (b[68] | (b[69] << 8) | (b[70] << 16) | (b[71] << 24)) >>> 0;
const v285 = (b[72] | (b[73] << 8) | (b[74] << 16) | (b[75] << 24)) >>> 0;
const v286 = { "price": v282, "energy": v283, "lossEnergy": v284, "amount": v285 };
const v287 = (b[76] | (b[77] << 8) | (b[78] << 16) | (b[79] << 24)) >>> 0;
const v288 = (b[80] | (b[81] << 8) | (b[82] << 16) | (b[83] << 24)) >>> 0;
const v289 = (b[84] | (b[85] << 8) | (b[86] << 16) | (b[87] << 24)) >>> 0;
const v290 = (b[88] | (b[89] << 8) | (b[90] << 16) | (b[91] << 24)) >>> 0;
const v291 = { "price": v287, "energy": v288, "lossEnergy": v289, "amount": v290 };
const v292 = (b[92] | (b[93] << 8) | (b[94] << 16) | (b[95] << 24)) >>> 0;
const v293 = (b[96] | (b[97] << 8) | (b[98] << 16) | (b[99] << 24)) >>> 0;
const v294 = (b[100] | (b[101] << 8) | (b[102] << 16) | (b[103] << 24)) >>> 0;
const v295 = (b[104] | (b[105] << 8) | (b[106] << 16) | (b[107] << 24)) >>> 0;
const v296 = { "price": v292, "energy": v293, "lossEnergy": v294, "amount": v295 };
const v297 = ((b[108] | (b[109] << 8) | (b[110] << 16) | (b[111] << 24)) >>> 0) + b[112] * 4294967296;
const v298 = ((b[113] | (b[114] << 8) | (b[115] << 16) | (b[116] << 24)) >>> 0) + b[117] * 4294967296;
const v299 = (b[118] | (b[119] << 8) | (b[120] << 16) | (b[121] << 24)) >>> 0;
const v300 = (b[122] | (b[123] << 8) | (b[124] << 16) | (b[125] << 24)) >>> 0;
const v301 = (b[126] | (b[127] << 8) | (b[128] << 16) | (b[129] << 24)) >>> 0;
const v303 = c302(b, 130, 147);
if (v303 === undefined) return undefined;
const v304 = b[147];
const v306 = c305(b, 148, 155);
if (v306 === undefined) return undefined;
const v307 = b[155];
const v308 = copy(b, 156, 164);
if (164 > v4) return undefined;
const v309 = copy(b, 164, v4);
u5 = { kind: "transaction", "transaction": v268, "pile": v270, "gun": v272, "startedAt": v274, "endedAt": v276, "sharp": v281, "peak": v286, "flat": v291, "valley": v296, "meterStart": v297, "meterEnd": v298, "energy": v299, "lossEnergy": v300, "amount": v301, "vin": v303, "startMode": v304, "recordedAt": v306, "stopCode": v307, "physicalCard": v308, "unparsed": v309 }; p6 = v4; break; }
case 64: {
if (6 + 17 > v4) return undefined;
const v311 = c310(b, 6, 22);
if (v311 === undefined) return undefined;
const v312 = b[22];
if (23 > v4) return undefined;
const v313 = copy(b, 23, v4);
u5 = { kind: "transactionConfirm", "transaction": v311, "result": v312, "unparsed": v313 }; p6 = v4; break; }
case 161: {
if (6 + 58 > v4) return undefined;
const v315 = c314(b, 6, 13);
if (v315 === undefined) return undefined;
const v317 = c316(b, 13, 14);
if (v317 === undefined) return undefined;
const v318 = b[14];
const v319 = b[15];
const v320 = copy(b, 16, 24);
const v321 = copy(b, 24, 40);
const v323 = c322(b, 40, 57);
if (v323 === undefined) return undefined;
const v324 = b[57];
const v326 = c325(b, 58, 64);
if (v326 === undefined) return undefined;
if (64 > v4) return undefined;
const v327 = copy(b, 64, v4);
u5 = { kind: "parallelCardStart", "pile": v315, "gun": v317, "mode": v318, "needsPassword": v319, "card": v320, "password": v321, "vin": v323, "role": v324, "parallelOrder": v326, "unparsed": v327 }; p6 = v4; break; }
case 162: {
if (6 + 44 > v4) return undefined;
const v329 = c328(b, 6, 22);
if (v329 === undefined) return undefined;
const v331 = c330(b, 22, 29);
if (v331 === undefined) return undefined;
const v333 = c332(b, 29, 30);
if (v333 === undefined) return undefined;
const v335 = c334(b, 30, 38);
if (v335 === undefined) return undefined;
const v336 = (b[38] | (b[39] << 8) | (b[40] << 16) | (b[41] << 24)) >>> 0;
const v337 = b[42];
const v338 = b[43];
const v340 = c339(b, 44, 50);
if (v340 === undefined) return undefined;
if (50 > v4) return undefined;
const v341 = copy(b, 50, v4);
u5 = { kind: "parallelCardStartAnswer", "transaction": v329, "pile": v331, "gun": v333, "card": v335, "balance": v336, "result": v337, "reason": v338, "parallelOrder": v340, "unparsed": v341 }; p6 = v4; break; }
case 163: {
if (6 + 33 > v4) return undefined;
const v343 = c342(b, 6, 22);
if (v343 === undefined) return undefined;
const v345 = c344(b, 22, 29);
if (v345 === undefined) return undefined;
const v347 = c346(b, 29, 30);
if (v347 === undefined) return undefined;
const v348 = b[30];
const v349 = b[31];
const v350 = b[32];
const v352 = c351(b, 33, 39);
if (v352 === undefined) return undefined;
if (39 > v4) return undefined;
const v353 = copy(b, 39, v4);
u5 = { kind: "parallelStartAnswer", "transaction": v343, "pile": v345, "gun": v347, "result": v348, "reason": v349, "role": v350, "parallelOrder": v352, "unparsed": v353 }; p6 = v4; break; }
case 164: {
if (6 + 50 > v4) return undefined;
const v355 = c354(b, 6, 22);
if (v355 === undefined) return undefined;
const v357 = c356(b, 22, 29);
if (v357 === undefined) return undefined;
const v359 = c358(b, 29, 30);
if (v359 === undefined) return undefined;
const v361 = c360(b, 30, 38);
if (v361 === undefined) return undefined;
const v362 = copy(b, 38, 46);
const v363 = (b[46] | (b[47] << 8) | (b[48] << 16) | (b[49] << 24)) >>> 0;
const v365 = c364(b, 50, 56);
if (v365 === undefined) return undefined;
if (56 > v4) return undefined;
const v366 = copy(b, 56, v4);
u5 = { kind: "parallelStart", "transaction": v355, "pile": v357, "gun": v359, "card": v361, "physicalCard": v362, "balance": v363, "parallelOrder": v365, "unparsed": v366 }; p6 = v4; break; }
case 65: {
if (6 + 16 > v4) return undefined;
const v368 = c367(b, 6, 13);
if (v368 === undefined) return undefined;
const v369 = copy(b, 13, 21);
const v370 = b[21];
if (22 > v4) return undefined;
const v371 = copy(b, 22, v4);
u5 = { kind: "balanceAnswer", "pile": v368, "physicalCard": v369, "result": v370, "unparsed": v371 }; p6 = v4; break; }
case 66: {
if (6 + 20 > v4) return undefined;
const v373 = c372(b, 6, 13);
if (v373 === undefined) return undefined;
const v375 = c374(b, 13, 14);
if (v375 === undefined) return undefined;
const v376 = copy(b, 14, 22);
const v377 = (b[22] | (b[23] << 8) | (b[24] << 16) | (b[25] << 24)) >>> 0;
if (26 > v4) return undefined;
const v378 = copy(b, 26, v4);
u5 = { kind: "balance", "pile": v373, "gun": v375, "physicalCard": v376, "balance": v377, "unparsed": v378 }; p6 = v4; break; }
case 67: {
if (6 + 9 > v4) return undefined;
const v380 = c379(b, 6, 13);
if (v380 === undefined) return undefined;
const v381 = b[13];
const v382 = b[14];
if (15 > v4) return undefined;
const v383 = copy(b, 15, v4);
u5 = { kind: "cardsAnswer", "pile": v380, "result": v381, "reason": v382, "unparsed": v383 }; p6 = v4; break; }
case 68: {
if (6 + 7 > v4) return undefined;
const v385 = c384(b, 6, 13);
if (v385 === undefined) return undefined;
if (13 + 1 > v4) return undefined;
const v388 = b[13];
if (v388 < 0 || v388 > 255) return undefined;
if (14 + v388 * 16 > v4) return undefined;
const items386 = []; let p387 = 14;
for (let i389 = 0; i389 < v388; i389++) {
const v391 = c390(b, p387, (p387 + 8));
if (v391 === undefined) return undefined;
const v392 = copy(b, (p387 + 8), (p387 + 16));
const v393 = { "card": v391, "physicalCard": v392 };
items386.push(v393); p387 = (p387 + 16); }
if (p387 > v4) return undefined;
const v394 = copy(b, p387, v4);
u5 = { kind: "cards", "pile": v385, "cards": items386, "unparsed": v394 }; p6 = v4; break; }
case 69: {
if (6 + 7 > v4) return undefined;
const v396 = c395(b, 6, 13);
if (v396 === undefined) return undefined;
const items397 = []; let p398 = 13;
while (p398 < v4) {
if (p398 + 10 > v4) return undefined;
const v400 = copy(b, p398, (p398 + 8));
const v401 = b[(p398 + 8)];
const v402 = b[(p398 + 9)];
const v403 = { "physicalCard": v400, "result": v401, "reason": v402 };
items397.push(v403); p398 = (p398 + 10); }
if (items397.length < 0 || items397.length > 9007199254740991) return undefined;
u5 = { kind: "clearCardsAnswer", "pile": v396, "cards": items397 }; p6 = p398; break; }
case 70: {
if (6 + 7 > v4) return undefined;
const v405 = c404(b, 6, 13);
if (v405 === undefined) return undefined;
if (13 + 1 > v4) return undefined;
const v408 = b[13];
if (v408 < 0 || v408 > 255) return undefined;
if (14 + v408 * 8 > v4) return undefined;
const items406 = []; let p407 = 14;
for (let i409 = 0; i409 < v408; i409++) {
const v410 = copy(b, p407, (p407 + 8));
const v411 = { "physicalCard": v410 };
items406.push(v411); p407 = (p407 + 8); }
if (p407 > v4) return undefined;
const v412 = copy(b, p407, v4);
u5 = { kind: "clearCards", "pile": v405, "cards": items406, "unparsed": v412 }; p6 = v4; break; }
case 71: {
if (6 + 7 > v4) return undefined;
const v414 = c413(b, 6, 13);
if (v414 === undefined) return undefined;
const items415 = []; let p416 = 13;
while (p416 < v4) {
if (p416 + 9 > v4) return undefined;
const v418 = copy(b, p416, (p416 + 8));
const v419 = b[(p416 + 8)];
const v420 = { "physicalCard": v418, "result": v419 };
items415.push(v420); p416 = (p416 + 9); }
if (items415.length < 0 || items415.length > 9007199254740991) return undefined;
u5 = { kind: "findCardsAnswer", "pile": v414, "cards": items415 }; p6 = p416; break; }
case 72: {
if (6 + 7 > v4) return undefined;
const v422 = c421(b, 6, 13);
if (v422 === undefined) return undefined;
if (13 + 1 > v4) return undefined;
const v425 = b[13];
if (v425 < 0 || v425 > 255) return undefined;
if (14 + v425 * 8 > v4) return undefined;
const items423 = []; let p424 = 14;
for (let i426 = 0; i426 < v425; i426++) {
const v427 = copy(b, p424, (p424 + 8));
const v428 = { "physicalCard": v427 };
items423.push(v428); p424 = (p424 + 8); }
if (p424 > v4) return undefined;
const v429 = copy(b, p424, v4);
u5 = { kind: "findCards", "pile": v422, "cards": items423, "unparsed": v429 }; p6 = v4; break; }
case 81: {
if (6 + 8 > v4) return undefined;
const v431 = c430(b, 6, 13);
if (v431 === undefined) return undefined;
const v432 = b[13];
if (14 > v4) return undefined;
const v433 = copy(b, 14, v4);
u5 = { kind: "workParamsAnswer", "pile": v431, "result": v432, "unparsed": v433 }; p6 = v4; break; }
case 82: {
if (6 + 9 > v4) return undefined;
const v435 = c434(b, 6, 13);
if (v435 === undefined) return undefined;
const v436 = b[13];
const v437 = b[14];
if (15 > v4) return undefined;
const v438 = copy(b, 15, v4);
u5 = { kind: "workParams", "pile": v435, "permit": v436, "powerMax": v437, "unparsed": v438 }; p6 = v4; break; }
case 85: {
if (6 + 14 > v4) return undefined;
const v440 = c439(b, 6, 13);
if (v440 === undefined) return undefined;
const v442 = c441(b, 13, 20);
if (v442 === undefined) return undefined;
if (20 > v4) return undefined;
const v443 = copy(b, 20, v4);
u5 = { kind: "setClockAnswer", "pile": v440, "time": v442, "unparsed": v443 }; p6 = v4; break; }
case 86: {
if (6 + 14 > v4) return undefined;
const v445 = c444(b, 6, 13);
if (v445 === undefined) return undefined;
const v447 = c446(b, 13, 20);
if (v447 === undefined) return undefined;
if (20 > v4) return undefined;
const v448 = copy(b, 20, v4);
u5 = { kind: "setClock", "pile": v445, "time": v447, "unparsed": v448 }; p6 = v4; break; }
case 87: {
if (6 + 8 > v4) return undefined;
const v450 = c449(b, 6, 13);
if (v450 === undefined) return undefined;
const v451 = b[13];
if (14 > v4) return undefined;
const v452 = copy(b, 14, v4);
u5 = { kind: "setTariffAnswer", "pile": v450, "result": v451, "unparsed": v452 }; p6 = v4; break; }
case 88: {
if (6 + 90 > v4) return undefined;
const v454 = c453(b, 6, 13);
if (v454 === undefined) return undefined;
const v456 = c455(b, 13, 15);
if (v456 === undefined) return undefined;
const v457 = (b[15] | (b[16] << 8) | (b[17] << 16) | (b[18] << 24)) >>> 0;
const v458 = (b[19] | (b[20] << 8) | (b[21] << 16) | (b[22] << 24)) >>> 0;
const v459 = { "energyFee": v457, "serviceFee": v458 };
const v460 = (b[23] | (b[24] << 8) | (b[25] << 16) | (b[26] << 24)) >>> 0;
const v461 = (b[27] | (b[28] << 8) | (b[29] << 16) | (b[30] << 24)) >>> 0;
const v462 = { "energyFee": v460, "serviceFee": v461 };
const v463 = (b[31] | (b[32] << 8) | (b[33] << 16) | (b[34] << 24)) >>> 0;
const v464 = (b[35] | (b[36] << 8) | (b[37] << 16) | (b[38] << 24)) >>> 0;
const v465 = { "energyFee": v463, "serviceFee": v464 };
const v466 = (b[39] | (b[40] << 8) | (b[41] << 16) | (b[42] << 24)) >>> 0;
const v467 = (b[43] | (b[44] << 8) | (b[45] << 16) | (b[46] << 24)) >>> 0;
const v468 = { "energyFee": v466, "serviceFee": v467 };
const v469 = b[47];
const v470 = copy(b, 48, 96);
if (96 > v4) return undefined;
const v471 = copy(b, 96, v4);
u5 = { kind: "setTariff", "pile": v454, "tariffModel": v456, "sharp": v459, "peak": v462, "flat": v465, "valley": v468, "loss": v469, "halfHours": v470, "unparsed": v471 }; p6 = v4; break; }
case 97: {
if (6 + 16 > v4) return undefined;
const v473 = c472(b, 6, 13);
if (v473 === undefined) return undefined;
const v475 = c474(b, 13, 14);
if (v475 === undefined) return undefined;
const v476 = b[14];
const v477 = b[15];
const v478 = b[16];
const v479 = b[17];
const v480 = copy(b, 18, 22);
if (22 > v4) return undefined;
const v481 = copy(b, 22, v4);
u5 = { kind: "lockState", "pile": v473, "gun": v475, "position": v476, "parked": v477, "battery": v478, "alarm": v479, "reservedBytes": v480, "unparsed": v481 }; p6 = v4; break; }
case 98: {
if (6 + 13 > v4) return undefined;
const v483 = c482(b, 6, 13);
if (v483 === undefined) return undefined;
const v485 = c484(b, 13, 14);
if (v485 === undefined) return undefined;
const v486 = b[14];
const v487 = copy(b, 15, 19);
if (19 > v4) return undefined;
const v488 = copy(b, 19, v4);
u5 = { kind: "lock", "pile": v483, "gun": v485, "position": v486, "reservedBytes": v487, "unparsed": v488 }; p6 = v4; break; }
case 99: {
if (6 + 13 > v4) return undefined;
const v490 = c489(b, 6, 13);
if (v490 === undefined) return undefined;
const v492 = c491(b, 13, 14);
if (v492 === undefined) return undefined;
const v493 = b[14];
const v494 = copy(b, 15, 19);
if (19 > v4) return undefined;
const v495 = copy(b, 19, v4);
u5 = { kind: "lockAnswer", "pile": v490, "gun": v492, "result": v493, "reservedBytes": v494, "unparsed": v495 }; p6 = v4; break; }
case 145: {
if (6 + 8 > v4) return undefined;
const v497 = c496(b, 6, 13);
if (v497 === undefined) return undefined;
const v498 = b[13];
if (14 > v4) return undefined;
const v499 = copy(b, 14, v4);
u5 = { kind: "rebootAnswer", "pile": v497, "result": v498, "unparsed": v499 }; p6 = v4; break; }
case 146: {
if (6 + 8 > v4) return undefined;
const v501 = c500(b, 6, 13);
if (v501 === undefined) return undefined;
const v502 = b[13];
if (14 > v4) return undefined;
const v503 = copy(b, 14, v4);
u5 = { kind: "reboot", "pile": v501, "when": v502, "unparsed": v503 }; p6 = v4; break; }
case 147: {
if (6 + 8 > v4) return undefined;
const v505 = c504(b, 6, 13);
if (v505 === undefined) return undefined;
const v506 = b[13];
if (14 > v4) return undefined;
const v507 = copy(b, 14, v4);
u5 = { kind: "upgradeAnswer", "pile": v505, "result": v506, "unparsed": v507 }; p6 = v4; break; }
case 148: {
if (6 + 94 > v4) return undefined;
const v509 = c508(b, 6, 13);
if (v509 === undefined) return undefined;
const v510 = b[13];
const v511 = b[14] | (b[15] << 8);
const v513 = c512(b, 16, 32);
if (v513 === undefined) return undefined;
const v514 = b[32] | (b[33] << 8);
const v516 = c515(b, 34, 50);
if (v516 === undefined) return undefined;
const v518 = c517(b, 50, 66);
if (v518 === undefined) return undefined;
const v520 = c519(b, 66, 98);
if (v520 === undefined) return undefined;
const v521 = b[98];
const v522 = b[99];
if (100 > v4) return undefined;
const v523 = copy(b, 100, v4);
u5 = { kind: "upgrade", "pile": v509, "model": v510, "power": v511, "server": v513, "port": v514, "user": v516, "password": v518, "path": v520, "when": v521, "timeout": v522, "unparsed": v523 }; p6 = v4; break; }
default: u5 = { kind: "unknown", "type": v3, bytes: copy(b, 6, v4) }; p6 = v4; }
if (p6 !== v4) return undefined;
if (v4 + 2 > e) return undefined;
if (!matches("crc16modbus", b, v4, 2, v4)) return undefined;
const v524 = { "seq": v1, "encryption": v2, "body": u5 };
return (v4 + 2) === e ? v524 : undefined;
};
};
