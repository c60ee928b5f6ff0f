// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const ykcHotFrame: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c7 = layout.shape.fields["body"].shape.cases[0].layout.shape.fields["pile"].readAt;
const c9 = layout.shape.fields["body"].shape.cases[0].layout.shape.fields["gun"].readAt;
const c13 = layout.shape.fields["body"].shape.cases[1].layout.shape.fields["transaction"].readAt;
const c15 = layout.shape.fields["body"].shape.cases[1].layout.shape.fields["pile"].readAt;
const c17 = layout.shape.fields["body"].shape.cases[1].layout.shape.fields["gun"].readAt;
const c36 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["transaction"].readAt;
const c38 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["pile"].readAt;
const c40 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["gun"].readAt;
const c42 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["startedAt"].readAt;
const c44 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["endedAt"].readAt;
const c71 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["vin"].readAt;
const c74 = layout.shape.fields["body"].shape.cases[2].layout.shape.fields["recordedAt"].readAt;
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
case 3: {
if (6 + 9 > v4) return undefined;
const v8 = c7(b, 6, 13);
if (v8 === undefined) return undefined;
const v10 = c9(b, 13, 14);
if (v10 === undefined) return undefined;
const v11 = b[14];
if (15 > v4) return undefined;
const v12 = copy(b, 15, v4);
u5 = { kind: "heartbeat", "pile": v8, "gun": v10, "state": v11, "unparsed": v12 }; p6 = v4; break; }
case 19: {
if (6 + 60 > v4) return undefined;
const v14 = c13(b, 6, 22);
if (v14 === undefined) return undefined;
const v16 = c15(b, 22, 29);
if (v16 === undefined) return undefined;
const v18 = c17(b, 29, 30);
if (v18 === undefined) return undefined;
const v19 = b[30];
const v20 = b[31];
const v21 = b[32];
const v22 = b[33] | (b[34] << 8);
const v23 = b[35] | (b[36] << 8);
const v24 = b[37];
const v25 = copy(b, 38, 46);
const v26 = b[46];
const v27 = b[47];
const v28 = b[48] | (b[49] << 8);
const v29 = b[50] | (b[51] << 8);
const v30 = (b[52] | (b[53] << 8) | (b[54] << 16) | (b[55] << 24)) >>> 0;
const v31 = (b[56] | (b[57] << 8) | (b[58] << 16) | (b[59] << 24)) >>> 0;
const v32 = (b[60] | (b[61] << 8) | (b[62] << 16) | (b[63] << 24)) >>> 0;
const v33 = b[64] | (b[65] << 8);
const v34 = { "emergencyStop": (v33 & 0x1) !== 0, "noRectifier": (v33 & 0x2) !== 0, "outletTemperature": (v33 & 0x4) !== 0, "surgeProtector": (v33 & 0x8) !== 0, "moduleComm": (v33 & 0x10) !== 0, "insulationComm": (v33 & 0x20) !== 0, "meterComm": (v33 & 0x40) !== 0, "cardReaderComm": (v33 & 0x80) !== 0, "controllerComm": (v33 & 0x100) !== 0, "fanBoard": (v33 & 0x200) !== 0, "dcFuse": (v33 & 0x400) !== 0, "contactor": (v33 & 0x800) !== 0, "doorOpen": (v33 & 0x1000) !== 0, reserved: (v33 & 0xffffe000) >>> 0 };
if (66 > v4) return undefined;
const v35 = copy(b, 66, v4);
u5 = { kind: "realtime", "transaction": v14, "pile": v16, "gun": v18, "state": v19, "homed": v20, "plugged": v21, "voltage": v22, "current": v23, "gunTemperature": v24, "cable": v25, "soc": v26, "batteryTemperature": v27, "elapsed": v28, "remaining": v29, "energy": v30, "lossEnergy": v31, "amount": v32, "faults": v34, "unparsed": v35 }; p6 = v4; break; }
case 59: {
if (6 + 158 > v4) return undefined;
const v37 = c36(b, 6, 22);
if (v37 === undefined) return undefined;
const v39 = c38(b, 22, 29);
if (v39 === undefined) return undefined;
const v41 = c40(b, 29, 30);
if (v41 === undefined) return undefined;
const v43 = c42(b, 30, 37);
if (v43 === undefined) return undefined;
const v45 = c44(b, 37, 44);
if (v45 === undefined) return undefined;
const v46 = (b[44] | (b[45] << 8) | (b[46] << 16) | (b[47] << 24)) >>> 0;
const v47 = (b[48] | (b[49] << 8) | (b[50] << 16) | (b[51] << 24)) >>> 0;
const v48 = (b[52] | (b[53] << 8) | (b[54] << 16) | (b[55] << 24)) >>> 0;
const v49 = (b[56] | (b[57] << 8) | (b[58] << 16) | (b[59] << 24)) >>> 0;
const v50 = { "price": v46, "energy": v47, "lossEnergy": v48, "amount": v49 };
const v51 = (b[60] | (b[61] << 8) | (b[62] << 16) | (b[63] << 24)) >>> 0;
const v52 = (b[64] | (b[65] << 8) | (b[66] << 16) | (b[67] << 24)) >>> 0;
const v53 = (b[68] | (b[69] << 8) | (b[70] << 16) | (b[71] << 24)) >>> 0;
const v54 = (b[72] | (b[73] << 8) | (b[74] << 16) | (b[75] << 24)) >>> 0;
const v55 = { "price": v51, "energy": v52, "lossEnergy": v53, "amount": v54 };
const v56 = (b[76] | (b[77] << 8) | (b[78] << 16) | (b[79] << 24)) >>> 0;
const v57 = (b[80] | (b[81] << 8) | (b[82] << 16) | (b[83] << 24)) >>> 0;
const v58 = (b[84] | (b[85] << 8) | (b[86] << 16) | (b[87] << 24)) >>> 0;
const v59 = (b[88] | (b[89] << 8) | (b[90] << 16) | (b[91] << 24)) >>> 0;
const v60 = { "price": v56, "energy": v57, "lossEnergy": v58, "amount": v59 };
const v61 = (b[92] | (b[93] << 8) | (b[94] << 16) | (b[95] << 24)) >>> 0;
const v62 = (b[96] | (b[97] << 8) | (b[98] << 16) | (b[99] << 24)) >>> 0;
const v63 = (b[100] | (b[101] << 8) | (b[102] << 16) | (b[103] << 24)) >>> 0;
const v64 = (b[104] | (b[105] << 8) | (b[106] << 16) | (b[107] << 24)) >>> 0;
const v65 = { "price": v61, "energy": v62, "lossEnergy": v63, "amount": v64 };
const v66 = ((b[108] | (b[109] << 8) | (b[110] << 16) | (b[111] << 24)) >>> 0) + b[112] * 4294967296;
const v67 = ((b[113] | (b[114] << 8) | (b[115] << 16) | (b[116] << 24)) >>> 0) + b[117] * 4294967296;
const v68 = (b[118] | (b[119] << 8) | (b[120] << 16) | (b[121] << 24)) >>> 0;
const v69 = (b[122] | (b[123] << 8) | (b[124] << 16) | (b[125] << 24)) >>> 0;
const v70 = (b[126] | (b[127] << 8) | (b[128] << 16) | (b[129] << 24)) >>> 0;
const v72 = c71(b, 130, 147);
if (v72 === undefined) return undefined;
const v73 = b[147];
const v75 = c74(b, 148, 155);
if (v75 === undefined) return undefined;
const v76 = b[155];
const v77 = copy(b, 156, 164);
if (164 > v4) return undefined;
const v78 = copy(b, 164, v4);
u5 = { kind: "transaction", "transaction": v37, "pile": v39, "gun": v41, "startedAt": v43, "endedAt": v45, "sharp": v50, "peak": v55, "flat": v60, "valley": v65, "meterStart": v66, "meterEnd": v67, "energy": v68, "lossEnergy": v69, "amount": v70, "vin": v72, "startMode": v73, "recordedAt": v75, "stopCode": v76, "physicalCard": v77, "unparsed": v78 }; p6 = v4; break; }
default: return undefined; }
if (p6 !== v4) return undefined;
if (v4 + 2 > e) return undefined;
if (!matches("crc16modbus", b, v4, 2, v4)) return undefined;
const v79 = { "seq": v1, "encryption": v2, "body": u5 };
return (v4 + 2) === e ? v79 : undefined;
};
};
