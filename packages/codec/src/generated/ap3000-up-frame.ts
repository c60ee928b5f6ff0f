// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const ap3000UpFrame: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
return (b) => {
const e = b.length;
if (0 + 12 > e) return undefined;
if (b[0] !== 68) return undefined;
if (b[1] !== 78) return undefined;
if (b[2] !== 89) return undefined;
const v0 = b[3] | (b[4] << 8);
if (v0 < 9 || v0 - 9 > 247) return undefined;
const v1 = b[5] | (b[6] << 8) | (b[7] << 16);
const v2 = b[8];
const v3 = { "number": v1, "recognition": v2 };
const v4 = b[9] | (b[10] << 8);
const v5 = b[11];
const v6 = 12 + (v0 - 9);
if (v6 > e) return undefined;
let u7, p8; switch (v5) {
case 32: {
if (12 + 6 > v6) return undefined;
const v9 = b[12] | (b[13] << 8);
const v10 = b[14];
const v11 = b[15];
const v12 = b[16];
const v13 = b[17];
let u14 = null, p15 = 18;
if (p15 + 2 <= v6) {
const v16 = b[p15] | (b[(p15 + 1)] << 8);
u14 = v16; p15 = (p15 + 2);
}
if (p15 > v6) return undefined;
const v17 = copy(b, p15, v6);
u7 = { kind: "register", "firmware": v9, "ports": v10, "virtualId": v11, "deviceType": v12, "workMode": v13, "powerBoardFirmware": u14, "unparsed": v17 }; p8 = v6; break; }
case 33: {
if (12 + 2 > v6) return undefined;
const v18 = b[12] | (b[13] << 8);
if (14 + 1 > v6) return undefined;
const v21 = b[14];
if (v21 < 0 || v21 > 255) return undefined;
if (15 + v21 * 1 > v6) return undefined;
const items19 = []; let p20 = 15;
for (let i22 = 0; i22 < v21; i22++) {
const v23 = b[p20];
items19.push(v23); p20 = (p20 + 1); }
let u24 = null, p25 = p20;
if (p25 + 1 <= v6) {
const v26 = b[p25];
u24 = v26; p25 = (p25 + 1);
}
let u27 = null, p28 = p25;
if (u24 !== null && p28 + 1 <= v6) {
const v29 = b[p28];
u27 = v29; p28 = (p28 + 1);
}
if (p28 > v6) return undefined;
const v30 = copy(b, p28, v6);
u7 = { kind: "heartbeat", "voltage": v18, "states": items19, "rssi": u24, "temperature": u27, "unparsed": v30 }; p8 = v6; break; }
case 1: {
if (12 + 5 > v6) return undefined;
const v31 = b[12] | (b[13] << 8);
const v32 = b[14] | (b[15] << 8);
const v33 = b[16];
if (v33 < 0 || v33 > 9007199254740991) return undefined;
if (17 + v33 * 1 > v6) return undefined;
const items34 = []; let p35 = 17;
for (let i36 = 0; i36 < v33; i36++) {
const v37 = b[p35];
items34.push(v37); p35 = (p35 + 1); }
if (v33 < 0 || v33 > 9007199254740991) return undefined;
if (p35 + v33 * 2 > v6) return undefined;
const items38 = []; let p39 = p35;
for (let i40 = 0; i40 < v33; i40++) {
const v41 = b[p39] | (b[(p39 + 1)] << 8);
items38.push(v41); p39 = (p39 + 2); }
if (v33 < 0 || v33 > 9007199254740991) return undefined;
if (p39 + v33 * 2 > v6) return undefined;
const items42 = []; let p43 = p39;
for (let i44 = 0; i44 < v33; i44++) {
const v45 = b[p43] | (b[(p43 + 1)] << 8);
items42.push(v45); p43 = (p43 + 2); }
if (p43 + 5 > v6) return undefined;
const v46 = b[p43];
const v47 = b[(p43 + 1)];
const v48 = b[(p43 + 2)];
const v49 = b[(p43 + 3)];
const v50 = b[(p43 + 4)];
if ((p43 + 5) > v6) return undefined;
const v51 = copy(b, (p43 + 5), v6);
u7 = { kind: "oldHeartbeat", "firmware": v31, "voltage": v32, "states": items34, "powers": items38, "peakPowers": items42, "virtualId": v46, "rssi": v47, "deviceType": v48, "temperature": v49, "workMode": v50, "unparsed": v51 }; p8 = v6; break; }
case 2: {
if (12 + 8 > v6) return undefined;
const v52 = (b[12] | (b[13] << 8) | (b[14] << 16) | (b[15] << 24)) >>> 0;
const v53 = b[16];
const v54 = b[17];
const v55 = b[18] | (b[19] << 8);
let u56 = null, p57 = 20;
if (p57 + 4 <= v6) {
const v58 = (b[p57] | (b[(p57 + 1)] << 8) | (b[(p57 + 2)] << 16) | (b[(p57 + 3)] << 24)) >>> 0;
u56 = v58; p57 = (p57 + 4);
}
let u59 = null, p60 = p57;
if (u56 !== null && (p60 + 1) <= v6) {
const v61 = b[p60];
if (v61 <= 255 && (p60 + 1) + v61 <= v6) {
const v62 = (p60 + 1) + v61;
if (v62 > v6) return undefined;
if ((p60 + 1) > v62) return undefined;
const v63 = copy(b, (p60 + 1), v62);
u59 = v63; p60 = v62;
} }
if (p60 > v6) return undefined;
const v64 = copy(b, p60, v6);
u7 = { kind: "cardSwipe", "card": v52, "type": v53, "port": v54, "purse": v55, "time": u56, "secondCard": u59, "unparsed": v64 }; p8 = v6; break; }
case 3: {
if (12 + 13 > v6) return undefined;
const v65 = b[12] | (b[13] << 8);
const v66 = b[14] | (b[15] << 8);
const v67 = b[16] | (b[17] << 8);
const v68 = b[18];
const v69 = b[19];
const v70 = (b[20] | (b[21] << 8) | (b[22] << 16) | (b[23] << 24)) >>> 0;
const v71 = b[24];
let u72 = null, p73 = 25;
if (p73 + 16 <= v6) {
const v74 = copy(b, p73, (p73 + 16));
u72 = v74; p73 = (p73 + 16);
}
let u75 = null, p76 = p73;
if (u72 !== null && p76 + 2 <= v6) {
const v77 = b[p76] | (b[(p76 + 1)] << 8);
u75 = v77; p76 = (p76 + 2);
}
let u78 = null, p79 = p76;
if (u75 !== null && p79 + 4 <= v6) {
const v80 = (b[p79] | (b[(p79 + 1)] << 8) | (b[(p79 + 2)] << 16) | (b[(p79 + 3)] << 24)) >>> 0;
u78 = v80; p79 = (p79 + 4);
}
if (p79 > v6) return undefined;
const v81 = copy(b, p79, v6);
u7 = { kind: "settlement", "seconds": v65, "maxPower": v66, "energy": v67, "port": v68, "startMode": v69, "card": v70, "stopReason": v71, "order": u72, "secondMaxPower": u75, "time": u78, "unparsed": v81 }; p8 = v6; break; }
case 6: {
if (12 + 15 > v6) return undefined;
const v82 = b[12];
const v83 = b[13];
const v84 = b[14] | (b[15] << 8);
const v85 = b[16] | (b[17] << 8);
const v86 = b[18];
const v87 = b[19] | (b[20] << 8);
const v88 = b[21] | (b[22] << 8);
const v89 = b[23] | (b[24] << 8);
const v90 = b[25] | (b[26] << 8);
let u91 = null, p92 = 27;
if (p92 + 16 <= v6) {
const v93 = copy(b, p92, (p92 + 16));
u91 = v93; p92 = (p92 + 16);
}
let u94 = null, p95 = p92;
if (u91 !== null && p95 + 2 <= v6) {
const v96 = b[p95] | (b[(p95 + 1)] << 8);
u94 = v96; p95 = (p95 + 2);
}
let u97 = null, p98 = p95;
if (u94 !== null && p98 + 2 <= v6) {
const v99 = b[p98] | (b[(p98 + 1)] << 8);
u97 = v99; p98 = (p98 + 2);
}
let u100 = null, p101 = p98;
if (u97 !== null && p101 + 2 <= v6) {
const v102 = b[p101] | (b[(p101 + 1)] << 8);
u100 = v102; p101 = (p101 + 2);
}
let u103 = null, p104 = p101;
if (u100 !== null && p104 + 2 <= v6) {
const v105 = b[p104] | (b[(p104 + 1)] << 8);
u103 = v105; p104 = (p104 + 2);
}
let u106 = null, p107 = p104;
if (u103 !== null && p107 + 1 <= v6) {
const v108 = b[p107];
u106 = v108; p107 = (p107 + 1);
}
let u109 = null, p110 = p107;
if (u106 !== null && p110 + 1 <= v6) {
const v111 = b[p110];
u109 = v111; p110 = (p110 + 1);
}
let u112 = null, p113 = p110;
if (u109 !== null && p113 + 4 <= v6) {
const v114 = (b[p113] | (b[(p113 + 1)] << 8) | (b[(p113 + 2)] << 16) | (b[(p113 + 3)] << 24)) >>> 0;
u112 = v114; p113 = (p113 + 4);
}
if (p113 > v6) return undefined;
const v115 = copy(b, p113, v6);
u7 = { kind: "powerHeartbeat", "port": v82, "state": v83, "seconds": v84, "energy": v85, "startMode": v86, "power": v87, "maxPower": v88, "minPower": v89, "averagePower": v90, "order": u91, "rawPeriod": u94, "peakPower": u97, "voltage": u100, "current": u103, "temperature": u106, "portTemperature": u109, "time": u112, "unparsed": v115 }; p8 = v6; break; }
case 130: {
if (12 + 1 > v6) return undefined;
const v116 = b[12];
let u117 = null, p118 = 13;
if (p118 + 16 <= v6) {
const v119 = copy(b, p118, (p118 + 16));
u117 = v119; p118 = (p118 + 16);
}
let u120 = null, p121 = p118;
if (u117 !== null && p121 + 1 <= v6) {
const v122 = b[p121];
u120 = v122; p121 = (p121 + 1);
}
let u123 = null, p124 = p121;
if (u120 !== null && p124 + 2 <= v6) {
const v125 = b[p124] | (b[(p124 + 1)] << 8);
u123 = v125; p124 = (p124 + 2);
}
if (p124 > v6) return undefined;
const v126 = copy(b, p124, v6);
u7 = { kind: "startStopAnswer", "result": v116, "order": u117, "port": u120, "waiting": u123, "unparsed": v126 }; p8 = v6; break; }
case 17: {
if (12 > v6) return undefined;
const v127 = copy(b, 12, v6);
u7 = { kind: "hostHeartbeat", "unparsed": v127 }; p8 = v6; break; }
case 23: {
if (12 + 10 > v6) return undefined;
const v128 = b[12];
const v129 = b[13];
const v130 = b[14] | (b[15] << 8);
const v131 = b[16] | (b[17] << 8);
const v132 = (b[18] | (b[19] << 8) | (b[20] << 16) | (b[21] << 24)) >>> 0;
let u133 = null, p134 = 22;
if (p134 + 2 <= v6) {
const v135 = b[p134] | (b[(p134 + 1)] << 8);
u133 = v135; p134 = (p134 + 2);
}
let u136 = null, p137 = p134;
if (u133 !== null && p137 + 4 <= v6) {
const v138 = (b[p137] | (b[(p137 + 1)] << 8) | (b[(p137 + 2)] << 16) | (b[(p137 + 3)] << 24)) >>> 0;
u136 = v138; p137 = (p137 + 4);
}
let u139 = null, p140 = p137;
if (u136 !== null && p140 + 1 <= v6) {
const v141 = b[p140];
u139 = v141; p140 = (p140 + 1);
}
let u142 = null, p143 = p140;
if (u139 !== null && p143 + 1 <= v6) {
const v144 = b[p143];
u142 = v144; p143 = (p143 + 1);
}
let u145 = null, p146 = p143;
if (u142 !== null && p146 + 1 <= v6) {
const v147 = b[p146];
u145 = v147; p146 = (p146 + 1);
}
let u148 = null, p149 = p146;
if (u145 !== null && p149 + 1 <= v6) {
const v150 = b[p149];
u148 = v150; p149 = (p149 + 1);
}
let u151 = null, p152 = p149;
if (u148 !== null && p152 + 1 <= v6) {
const v153 = b[p152];
u151 = v153; p152 = (p152 + 1);
}
let u154 = null, p155 = p152;
if (u151 !== null && p155 + 1 <= v6) {
const v156 = b[p155];
u154 = v156; p155 = (p155 + 1);
}
let u157 = null, p158 = p155;
if (u154 !== null && p158 + 1 <= v6) {
const v159 = b[p158];
u157 = v159; p158 = (p158 + 1);
}
if (p158 > v6) return undefined;
const v160 = copy(b, p158, v6);
u7 = { kind: "hostStatus", "switch": v128, "temperature": v129, "voltage": v130, "current": v131, "energy": v132, "meterCurrent": u133, "meterEnergy": u136, "smoke": u139, "relay": u142, "leakage": u145, "liveTemperature": u148, "neutralTemperature": u151, "locked": u154, "style": u157, "unparsed": v160 }; p8 = v6; break; }
case 18: {
if (12 > v6) return undefined;
const v161 = copy(b, 12, v6);
u7 = { kind: "hostTimeRequest", "unparsed": v161 }; p8 = v6; break; }
case 34: {
if (12 > v6) return undefined;
const v162 = copy(b, 12, v6);
u7 = { kind: "timeRequest", "unparsed": v162 }; p8 = v6; break; }
case 65: {
if (12 > v6) return undefined;
const v163 = copy(b, 12, v6);
u7 = { kind: "cabinetHeartbeat", "unparsed": v163 }; p8 = v6; break; }
case 66: {
if (12 + 2 > v6) return undefined;
const v164 = b[12];
const v165 = b[13];
if (14 > v6) return undefined;
const v166 = copy(b, 14, v6);
u7 = { kind: "alarm", "type": v164, "place": v165, "trigger": v166 }; p8 = v6; break; }
case 67: {
if (12 > v6) return undefined;
const v167 = copy(b, 12, v6);
u7 = { kind: "fullNotice", "unparsed": v167 }; p8 = v6; break; }
case 68: {
if (12 > v6) return undefined;
const v168 = copy(b, 12, v6);
u7 = { kind: "portPush", "unparsed": v168 }; p8 = v6; break; }
case 131: {
if (12 > v6) return undefined;
const v169 = copy(b, 12, v6);
u7 = { kind: "setThresholdsAnswer", "unparsed": v169 }; p8 = v6; break; }
case 132: {
if (12 > v6) return undefined;
const v170 = copy(b, 12, v6);
u7 = { kind: "setMoreThresholdsAnswer", "unparsed": v170 }; p8 = v6; break; }
case 133: {
if (12 > v6) return undefined;
const v171 = copy(b, 12, v6);
u7 = { kind: "setLimitsAnswer", "unparsed": v171 }; p8 = v6; break; }
case 135: {
if (12 > v6) return undefined;
const v172 = copy(b, 12, v6);
u7 = { kind: "rebootAnswer", "unparsed": v172 }; p8 = v6; break; }
case 138: {
if (12 > v6) return undefined;
const v173 = copy(b, 12, v6);
u7 = { kind: "changeDurationAnswer", "unparsed": v173 }; p8 = v6; break; }
case 150: {
if (12 > v6) return undefined;
const v174 = copy(b, 12, v6);
u7 = { kind: "locateAnswer", "unparsed": v174 }; p8 = v6; break; }
default: u7 = { kind: "unknown", "command": v5, bytes: copy(b, 12, v6) }; p8 = v6; }
if (p8 !== v6) return undefined;
if (v6 + 2 > e) return undefined;
if (!matches("sum16le", b, v6, 0, v6)) return undefined;
const v175 = { "device": v3, "messageId": v4, "message": u7 };
return (v6 + 2) === e ? v175 : undefined;
};
};
