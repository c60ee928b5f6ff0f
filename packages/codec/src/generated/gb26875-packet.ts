// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const gb26875Packet: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c4 = layout.shape.fields["time"].readAt;
const c24 = layout.shape.fields["message"].shape.inner.shape.cases[0].layout.shape.fields["items"].shape.item.shape.fields["time"].readAt;
const c37 = layout.shape.fields["message"].shape.inner.shape.cases[1].layout.shape.fields["items"].shape.item.shape.fields["note"].readAt;
const c39 = layout.shape.fields["message"].shape.inner.shape.cases[1].layout.shape.fields["items"].shape.item.shape.fields["time"].readAt;
const c52 = layout.shape.fields["message"].shape.inner.shape.cases[2].layout.shape.fields["items"].shape.item.shape.fields["time"].readAt;
const c64 = layout.shape.fields["message"].shape.inner.shape.cases[3].layout.shape.fields["items"].shape.item.shape.fields["time"].readAt;
const c75 = layout.shape.fields["message"].shape.inner.shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["description"].shape.inner.readAt;
const c86 = layout.shape.fields["message"].shape.inner.shape.cases[5].layout.shape.fields["items"].shape.item.shape.fields["note"].readAt;
const c96 = layout.shape.fields["message"].shape.inner.shape.cases[6].layout.shape.fields["items"].shape.item.shape.fields["time"].readAt;
const c145 = layout.shape.fields["message"].shape.inner.shape.cases[13].layout.shape.fields["time"].readAt;
const c150 = layout.shape.fields["message"].shape.inner.shape.cases[14].layout.shape.fields["time"].readAt;
const c158 = layout.shape.fields["message"].shape.inner.shape.cases[16].layout.shape.fields["description"].shape.inner.readAt;
const c161 = layout.shape.fields["message"].shape.inner.shape.cases[17].layout.shape.fields["time"].readAt;
const c167 = layout.shape.fields["message"].shape.inner.shape.cases[18].layout.shape.fields["start"].readAt;
const c179 = layout.shape.fields["message"].shape.inner.shape.cases[22].layout.shape.fields["start"].readAt;
const c190 = layout.shape.fields["message"].shape.inner.shape.cases[27].layout.shape.fields["time"].readAt;
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
case 4: {
if (28 + 1 > v10) return undefined;
const v57 = b[28];
if (v57 < 1 || v57 > 102) return undefined;
if (29 + v57 * 10 > v10) return undefined;
const items55 = []; let p56 = 29;
for (let i58 = 0; i58 < v57; i58++) {
const v59 = b[p56];
const v60 = b[(p56 + 1)];
const v61 = b[(p56 + 2)];
const v62 = { "reset": (v61 & 0x1) !== 0, "muted": (v61 & 0x2) !== 0, "manualAlarm": (v61 & 0x4) !== 0, "alarmCleared": (v61 & 0x8) !== 0, "selfTest": (v61 & 0x10) !== 0, "acknowledged": (v61 & 0x20) !== 0, "tested": (v61 & 0x40) !== 0, reserved: (v61 & 0xffffff80) >>> 0 };
const v63 = b[(p56 + 3)];
const v65 = c64(b, (p56 + 4), (p56 + 10));
if (v65 === undefined) return undefined;
const v66 = { "systemType": v59, "systemAddress": v60, "operation": v62, "operator": v63, "time": v65 };
items55.push(v66); p56 = (p56 + 10); }
u14 = { kind: "operation", "items": items55 }; p15 = p56; break; }
case 6: {
if (28 + 1 > v10) return undefined;
const v69 = b[28];
if (v69 < 1 || v69 > 3) return undefined;
const items67 = []; let p68 = 29;
for (let i70 = 0; i70 < v69; i70++) {
if (p68 + 2 > v10) return undefined;
const v71 = b[p68];
const v72 = b[(p68 + 1)];
if ((p68 + 2) + 1 > v10) return undefined;
const v73 = b[(p68 + 2)];
if (v73 > 255) return undefined;
const v74 = (p68 + 3) + v73;
if (v74 > v10) return undefined;
const v76 = c75(b, (p68 + 3), v74);
if (v76 === undefined) return undefined;
const v77 = { "systemType": v71, "systemAddress": v72, "description": v76 };
items67.push(v77); p68 = v74; }
u14 = { kind: "systemConfiguration", "items": items67 }; p15 = p68; break; }
case 7: {
if (28 + 1 > v10) return undefined;
const v80 = b[28];
if (v80 < 1 || v80 > 26) return undefined;
if (29 + v80 * 38 > v10) return undefined;
const items78 = []; let p79 = 29;
for (let i81 = 0; i81 < v80; i81++) {
const v82 = b[p79];
const v83 = b[(p79 + 1)];
const v84 = b[(p79 + 2)];
const v85 = (b[(p79 + 3)] | (b[(p79 + 4)] << 8) | (b[(p79 + 5)] << 16) | (b[(p79 + 6)] << 24)) >>> 0;
const v87 = c86(b, (p79 + 7), (p79 + 38));
if (v87 === undefined) return undefined;
const v88 = { "systemType": v82, "systemAddress": v83, "componentType": v84, "componentAddress": v85, "note": v87 };
items78.push(v88); p79 = (p79 + 38); }
u14 = { kind: "componentConfiguration", "items": items78 }; p15 = p79; break; }
case 24: {
if (28 + 1 > v10) return undefined;
const v91 = b[28];
if (v91 < 1 || v91 > 127) return undefined;
if (29 + v91 * 8 > v10) return undefined;
const items89 = []; let p90 = 29;
for (let i92 = 0; i92 < v91; i92++) {
const v93 = b[p90];
const v94 = { "reset": (v93 & 0x1) !== 0, "muted": (v93 & 0x2) !== 0, "manualAlarm": (v93 & 0x4) !== 0, "alarmCleared": (v93 & 0x8) !== 0, "selfTest": (v93 & 0x10) !== 0, "dutyAnswered": (v93 & 0x20) !== 0, "tested": (v93 & 0x40) !== 0, reserved: (v93 & 0xffffff80) >>> 0 };
const v95 = b[(p90 + 1)];
const v97 = c96(b, (p90 + 2), (p90 + 8));
if (v97 === undefined) return undefined;
const v98 = { "operation": v94, "operator": v95, "time": v97 };
items89.push(v98); p90 = (p90 + 8); }
u14 = { kind: "transmitterOperation", "items": items89 }; p15 = p90; break; }
case 61: {
if (28 + 1 > v10) return undefined;
const v101 = b[28];
if (v101 < 1 || v101 > 102) return undefined;
if (29 + v101 * 2 > v10) return undefined;
const items99 = []; let p100 = 29;
for (let i102 = 0; i102 < v101; i102++) {
const v103 = b[p100];
const v104 = b[(p100 + 1)];
const v105 = { "systemType": v103, "systemAddress": v104 };
items99.push(v105); p100 = (p100 + 2); }
u14 = { kind: "readSystemStatus", "items": items99 }; p15 = p100; break; }
case 62: {
if (28 + 1 > v10) return undefined;
const v108 = b[28];
if (v108 < 1 || v108 > 22) return undefined;
if (29 + v108 * 6 > v10) return undefined;
const items106 = []; let p107 = 29;
for (let i109 = 0; i109 < v108; i109++) {
const v110 = b[p107];
const v111 = b[(p107 + 1)];
const v112 = (b[(p107 + 2)] | (b[(p107 + 3)] << 8) | (b[(p107 + 4)] << 16) | (b[(p107 + 5)] << 24)) >>> 0;
const v113 = { "systemType": v110, "systemAddress": v111, "componentAddress": v112 };
items106.push(v113); p107 = (p107 + 6); }
u14 = { kind: "readComponentStatus", "items": items106 }; p15 = p107; break; }
case 63: {
if (28 + 1 > v10) return undefined;
const v116 = b[28];
if (v116 < 1 || v116 > 63) return undefined;
if (29 + v116 * 6 > v10) return undefined;
const items114 = []; let p115 = 29;
for (let i117 = 0; i117 < v116; i117++) {
const v118 = b[p115];
const v119 = b[(p115 + 1)];
const v120 = (b[(p115 + 2)] | (b[(p115 + 3)] << 8) | (b[(p115 + 4)] << 16) | (b[(p115 + 5)] << 24)) >>> 0;
const v121 = { "systemType": v118, "systemAddress": v119, "componentAddress": v120 };
items114.push(v121); p115 = (p115 + 6); }
u14 = { kind: "readComponentAnalog", "items": items114 }; p15 = p115; break; }
case 66: {
if (28 + 1 > v10) return undefined;
const v124 = b[28];
if (v124 < 1 || v124 > 3) return undefined;
if (29 + v124 * 2 > v10) return undefined;
const items122 = []; let p123 = 29;
for (let i125 = 0; i125 < v124; i125++) {
const v126 = b[p123];
const v127 = b[(p123 + 1)];
const v128 = { "systemType": v126, "systemAddress": v127 };
items122.push(v128); p123 = (p123 + 2); }
u14 = { kind: "readSystemConfiguration", "items": items122 }; p15 = p123; break; }
case 67: {
if (28 + 1 > v10) return undefined;
const v131 = b[28];
if (v131 < 1 || v131 > 26) return undefined;
if (29 + v131 * 6 > v10) return undefined;
const items129 = []; let p130 = 29;
for (let i132 = 0; i132 < v131; i132++) {
const v133 = b[p130];
const v134 = b[(p130 + 1)];
const v135 = (b[(p130 + 2)] | (b[(p130 + 3)] << 8) | (b[(p130 + 4)] << 16) | (b[(p130 + 5)] << 24)) >>> 0;
const v136 = { "systemType": v133, "systemAddress": v134, "componentAddress": v135 };
items129.push(v136); p130 = (p130 + 6); }
u14 = { kind: "readComponentConfiguration", "items": items129 }; p15 = p130; break; }
case 5: {
if (28 + 5 > v10) return undefined;
for (let i137 = 28; i137 < 29; i137++) if (b[i137] !== 1) return undefined;
const v138 = b[29];
const v139 = b[30];
const v140 = b[31];
const v141 = b[32];
u14 = { kind: "softwareVersion", "systemType": v138, "systemAddress": v139, "major": v140, "minor": v141 }; p15 = 33; break; }
case 8: {
if (28 + 9 > v10) return undefined;
for (let i142 = 28; i142 < 29; i142++) if (b[i142] !== 1) return undefined;
const v143 = b[29];
const v144 = b[30];
const v146 = c145(b, 31, 37);
if (v146 === undefined) return undefined;
u14 = { kind: "systemTime", "systemType": v143, "systemAddress": v144, "time": v146 }; p15 = 37; break; }
case 21: {
if (28 + 8 > v10) return undefined;
for (let i147 = 28; i147 < 29; i147++) if (b[i147] !== 1) return undefined;
const v148 = b[29];
const v149 = { "normal": (v148 & 0x1) !== 0, "fire": (v148 & 0x2) !== 0, "fault": (v148 & 0x4) !== 0, "mainPowerFault": (v148 & 0x8) !== 0, "backupPowerFault": (v148 & 0x10) !== 0, "channelFault": (v148 & 0x20) !== 0, "lineFault": (v148 & 0x40) !== 0, reserved: (v148 & 0xffffff80) >>> 0 };
const v151 = c150(b, 30, 36);
if (v151 === undefined) return undefined;
u14 = { kind: "transmitterStatus", "status": v149, "time": v151 }; p15 = 36; break; }
case 25: {
if (28 + 3 > v10) return undefined;
for (let i152 = 28; i152 < 29; i152++) if (b[i152] !== 1) return undefined;
const v153 = b[29];
const v154 = b[30];
u14 = { kind: "transmitterVersion", "major": v153, "minor": v154 }; p15 = 31; break; }
case 26: {
if (28 + 1 > v10) return undefined;
for (let i155 = 28; i155 < 29; i155++) if (b[i155] !== 1) return undefined;
if (29 + 1 > v10) return undefined;
const v156 = b[29];
if (v156 > 255) return undefined;
const v157 = 30 + v156;
if (v157 > v10) return undefined;
const v159 = c158(b, 30, v157);
if (v159 === undefined) return undefined;
u14 = { kind: "transmitterConfiguration", "description": v159 }; p15 = v157; break; }
case 28: {
if (28 + 7 > v10) return undefined;
for (let i160 = 28; i160 < 29; i160++) if (b[i160] !== 1) return undefined;
const v162 = c161(b, 29, 35);
if (v162 === undefined) return undefined;
u14 = { kind: "transmitterTime", "time": v162 }; p15 = 35; break; }
case 64: {
if (28 + 10 > v10) return undefined;
for (let i163 = 28; i163 < 29; i163++) if (b[i163] !== 1) return undefined;
const v164 = b[29];
const v165 = b[30];
const v166 = b[31];
if (v166 < 0 || v166 > 102) return undefined;
const v168 = c167(b, 32, 38);
if (v168 === undefined) return undefined;
u14 = { kind: "readOperation", "systemType": v164, "systemAddress": v165, "records": v166, "start": v168 }; p15 = 38; break; }
case 65: {
if (28 + 3 > v10) return undefined;
for (let i169 = 28; i169 < 29; i169++) if (b[i169] !== 1) return undefined;
const v170 = b[29];
const v171 = b[30];
u14 = { kind: "readSoftwareVersion", "systemType": v170, "systemAddress": v171 }; p15 = 31; break; }
case 68: {
if (28 + 3 > v10) return undefined;
for (let i172 = 28; i172 < 29; i172++) if (b[i172] !== 1) return undefined;
const v173 = b[29];
const v174 = b[30];
u14 = { kind: "readSystemTime", "systemType": v173, "systemAddress": v174 }; p15 = 31; break; }
case 81: {
if (28 + 2 > v10) return undefined;
for (let i175 = 28; i175 < 29; i175++) if (b[i175] !== 1) return undefined;
for (let i176 = 29; i176 < 30; i176++) if (b[i176] !== 0) return undefined;
u14 = { kind: "readTransmitterStatus" }; p15 = 30; break; }
case 84: {
if (28 + 8 > v10) return undefined;
for (let i177 = 28; i177 < 29; i177++) if (b[i177] !== 1) return undefined;
const v178 = b[29];
if (v178 < 0 || v178 > 102) return undefined;
const v180 = c179(b, 30, 36);
if (v180 === undefined) return undefined;
u14 = { kind: "readTransmitterOperation", "records": v178, "start": v180 }; p15 = 36; break; }
case 85: {
if (28 + 2 > v10) return undefined;
for (let i181 = 28; i181 < 29; i181++) if (b[i181] !== 1) return undefined;
for (let i182 = 29; i182 < 30; i182++) if (b[i182] !== 0) return undefined;
u14 = { kind: "readTransmitterVersion" }; p15 = 30; break; }
case 86: {
if (28 + 2 > v10) return undefined;
for (let i183 = 28; i183 < 29; i183++) if (b[i183] !== 1) return undefined;
for (let i184 = 29; i184 < 30; i184++) if (b[i184] !== 0) return undefined;
u14 = { kind: "readTransmitterConfiguration" }; p15 = 30; break; }
case 88: {
if (28 + 2 > v10) return undefined;
for (let i185 = 28; i185 < 29; i185++) if (b[i185] !== 1) return undefined;
for (let i186 = 29; i186 < 30; i186++) if (b[i186] !== 0) return undefined;
u14 = { kind: "readTransmitterTime" }; p15 = 30; break; }
case 89: {
if (28 + 2 > v10) return undefined;
for (let i187 = 28; i187 < 29; i187++) if (b[i187] !== 1) return undefined;
for (let i188 = 29; i188 < 30; i188++) if (b[i188] !== 0) return undefined;
u14 = { kind: "initialise" }; p15 = 30; break; }
case 90: {
if (28 + 7 > v10) return undefined;
for (let i189 = 28; i189 < 29; i189++) if (b[i189] !== 1) return undefined;
const v191 = c190(b, 29, 35);
if (v191 === undefined) return undefined;
u14 = { kind: "setClock", "time": v191 }; p15 = 35; break; }
case 91: {
if (28 + 2 > v10) return undefined;
for (let i192 = 28; i192 < 29; i192++) if (b[i192] !== 1) return undefined;
const v193 = b[29];
u14 = { kind: "dutyCheck", "timeoutMinutes": v193 }; p15 = 30; break; }
default: u14 = { kind: "unknown", "typeFlag": v13, bytes: copy(b, 28, v10) }; p15 = v10; }
u11 = u14; p12 = p15; }
if (p12 !== v10) return undefined;
if (v10 + 3 > e) return undefined;
if (!matches("sum8", b, v10, 2, v10)) return undefined;
if (b[(v10 + 1)] !== 35) return undefined;
if (b[(v10 + 2)] !== 35) return undefined;
const v194 = { "serial": v0, "version": v3, "time": v5, "source": v6, "destination": v7, "command": v9, "message": u11 };
return (v10 + 3) === e ? v194 : undefined;
};
};
