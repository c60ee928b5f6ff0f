// Generated from the layout by packages/codec/scripts/gen-decoders.ts, do not edit.
// @ts-nocheck
import type { WrittenDecoder } from "@dianan/layout";

export const bkvUpFrame: WrittenDecoder = (layout, { matches, copy, shiftBack, bitsAt, floatAt, inputAt }) => {
const c4 = layout.shape.fields["gateway"].readAt;
const c9 = layout.shape.fields["payload"].shape.cases[0].layout.shape.fields["iccid"].readAt;
const c11 = layout.shape.fields["payload"].shape.cases[0].layout.shape.fields["firmware"].readAt;
const c29 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[0].layout.shape.fields["value"].readAt;
const c32 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[2].layout.shape.fields["value"].readAt;
const c34 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[3].layout.shape.fields["value"].readAt;
const c36 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[4].layout.shape.fields["value"].readAt;
const c41 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[6].layout.shape.fields["value"].readAt;
const c43 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[7].layout.shape.fields["value"].readAt;
const c45 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[8].layout.shape.fields["value"].readAt;
const c47 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[9].layout.shape.fields["value"].readAt;
const c49 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[10].layout.shape.fields["value"].readAt;
const c51 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[11].layout.shape.fields["value"].readAt;
const c53 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[12].layout.shape.fields["value"].readAt;
const c55 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[13].layout.shape.fields["value"].readAt;
const c57 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[14].layout.shape.fields["value"].readAt;
const c59 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[15].layout.shape.fields["value"].readAt;
const c61 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[16].layout.shape.fields["value"].readAt;
const c63 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[17].layout.shape.fields["value"].readAt;
const c65 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[18].layout.shape.fields["value"].readAt;
const c67 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[19].layout.shape.fields["value"].readAt;
const c69 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[20].layout.shape.fields["value"].readAt;
const c72 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[22].layout.shape.fields["value"].readAt;
const c74 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[23].layout.shape.fields["value"].readAt;
const c76 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[24].layout.shape.fields["value"].readAt;
const c78 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[25].layout.shape.fields["value"].readAt;
const c80 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[26].layout.shape.fields["value"].readAt;
const c82 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[27].layout.shape.fields["value"].readAt;
const c84 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[28].layout.shape.fields["value"].readAt;
const c86 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[29].layout.shape.fields["value"].readAt;
const c88 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[30].layout.shape.fields["value"].readAt;
const c90 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[31].layout.shape.fields["value"].readAt;
const c92 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[32].layout.shape.fields["value"].readAt;
const c94 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[33].layout.shape.fields["value"].readAt;
const c96 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[34].layout.shape.fields["value"].readAt;
const c98 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[35].layout.shape.fields["value"].readAt;
const c100 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[36].layout.shape.fields["value"].readAt;
const c102 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[37].layout.shape.fields["value"].readAt;
const c104 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[38].layout.shape.fields["value"].readAt;
const c115 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[0].layout.shape.fields["value"].readAt;
const c118 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[2].layout.shape.fields["value"].readAt;
const c120 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[3].layout.shape.fields["value"].readAt;
const c122 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[4].layout.shape.fields["value"].readAt;
const c127 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[6].layout.shape.fields["value"].readAt;
const c129 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[7].layout.shape.fields["value"].readAt;
const c131 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[8].layout.shape.fields["value"].readAt;
const c133 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[9].layout.shape.fields["value"].readAt;
const c135 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[10].layout.shape.fields["value"].readAt;
const c137 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[11].layout.shape.fields["value"].readAt;
const c139 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[12].layout.shape.fields["value"].readAt;
const c141 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[13].layout.shape.fields["value"].readAt;
const c143 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[14].layout.shape.fields["value"].readAt;
const c145 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[15].layout.shape.fields["value"].readAt;
const c147 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[16].layout.shape.fields["value"].readAt;
const c149 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[17].layout.shape.fields["value"].readAt;
const c151 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[18].layout.shape.fields["value"].readAt;
const c153 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[19].layout.shape.fields["value"].readAt;
const c155 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[20].layout.shape.fields["value"].readAt;
const c158 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[22].layout.shape.fields["value"].readAt;
const c160 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[23].layout.shape.fields["value"].readAt;
const c162 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[24].layout.shape.fields["value"].readAt;
const c164 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[25].layout.shape.fields["value"].readAt;
const c166 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[26].layout.shape.fields["value"].readAt;
const c168 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[27].layout.shape.fields["value"].readAt;
const c170 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[28].layout.shape.fields["value"].readAt;
const c172 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[29].layout.shape.fields["value"].readAt;
const c174 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[30].layout.shape.fields["value"].readAt;
const c176 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[31].layout.shape.fields["value"].readAt;
const c178 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[32].layout.shape.fields["value"].readAt;
const c180 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[33].layout.shape.fields["value"].readAt;
const c182 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[34].layout.shape.fields["value"].readAt;
const c184 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[35].layout.shape.fields["value"].readAt;
const c186 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[36].layout.shape.fields["value"].readAt;
const c188 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[37].layout.shape.fields["value"].readAt;
const c190 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[38].layout.shape.fields["value"].readAt;
const c202 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[0].layout.shape.fields["value"].readAt;
const c205 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[2].layout.shape.fields["value"].readAt;
const c207 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[3].layout.shape.fields["value"].readAt;
const c209 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[4].layout.shape.fields["value"].readAt;
const c214 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[6].layout.shape.fields["value"].readAt;
const c216 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[7].layout.shape.fields["value"].readAt;
const c218 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[8].layout.shape.fields["value"].readAt;
const c220 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[9].layout.shape.fields["value"].readAt;
const c222 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[10].layout.shape.fields["value"].readAt;
const c224 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[11].layout.shape.fields["value"].readAt;
const c226 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[12].layout.shape.fields["value"].readAt;
const c228 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[13].layout.shape.fields["value"].readAt;
const c230 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[14].layout.shape.fields["value"].readAt;
const c232 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[15].layout.shape.fields["value"].readAt;
const c234 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[16].layout.shape.fields["value"].readAt;
const c236 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[17].layout.shape.fields["value"].readAt;
const c238 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[18].layout.shape.fields["value"].readAt;
const c240 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[19].layout.shape.fields["value"].readAt;
const c242 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[20].layout.shape.fields["value"].readAt;
const c245 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[22].layout.shape.fields["value"].readAt;
const c247 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[23].layout.shape.fields["value"].readAt;
const c249 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[24].layout.shape.fields["value"].readAt;
const c251 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[25].layout.shape.fields["value"].readAt;
const c253 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[26].layout.shape.fields["value"].readAt;
const c255 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[27].layout.shape.fields["value"].readAt;
const c257 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[28].layout.shape.fields["value"].readAt;
const c259 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[29].layout.shape.fields["value"].readAt;
const c261 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[30].layout.shape.fields["value"].readAt;
const c263 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[31].layout.shape.fields["value"].readAt;
const c265 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[32].layout.shape.fields["value"].readAt;
const c267 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[33].layout.shape.fields["value"].readAt;
const c269 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[34].layout.shape.fields["value"].readAt;
const c271 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[35].layout.shape.fields["value"].readAt;
const c273 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[36].layout.shape.fields["value"].readAt;
const c275 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[37].layout.shape.fields["value"].readAt;
const c277 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[38].layout.shape.fields["value"].readAt;
const c288 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[0].layout.shape.fields["value"].readAt;
const c291 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[2].layout.shape.fields["value"].readAt;
const c293 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[3].layout.shape.fields["value"].readAt;
const c295 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[4].layout.shape.fields["value"].readAt;
const c300 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[6].layout.shape.fields["value"].readAt;
const c302 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[7].layout.shape.fields["value"].readAt;
const c304 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[8].layout.shape.fields["value"].readAt;
const c306 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[9].layout.shape.fields["value"].readAt;
const c308 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[10].layout.shape.fields["value"].readAt;
const c310 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[11].layout.shape.fields["value"].readAt;
const c312 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[12].layout.shape.fields["value"].readAt;
const c314 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[13].layout.shape.fields["value"].readAt;
const c316 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[14].layout.shape.fields["value"].readAt;
const c318 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[15].layout.shape.fields["value"].readAt;
const c320 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[16].layout.shape.fields["value"].readAt;
const c322 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[17].layout.shape.fields["value"].readAt;
const c324 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[18].layout.shape.fields["value"].readAt;
const c326 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[19].layout.shape.fields["value"].readAt;
const c328 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[20].layout.shape.fields["value"].readAt;
const c331 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[22].layout.shape.fields["value"].readAt;
const c333 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[23].layout.shape.fields["value"].readAt;
const c335 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[24].layout.shape.fields["value"].readAt;
const c337 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[25].layout.shape.fields["value"].readAt;
const c339 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[26].layout.shape.fields["value"].readAt;
const c341 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[27].layout.shape.fields["value"].readAt;
const c343 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[28].layout.shape.fields["value"].readAt;
const c345 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[29].layout.shape.fields["value"].readAt;
const c347 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[30].layout.shape.fields["value"].readAt;
const c349 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[31].layout.shape.fields["value"].readAt;
const c351 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[32].layout.shape.fields["value"].readAt;
const c353 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[33].layout.shape.fields["value"].readAt;
const c355 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[34].layout.shape.fields["value"].readAt;
const c357 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[35].layout.shape.fields["value"].readAt;
const c359 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[36].layout.shape.fields["value"].readAt;
const c361 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[37].layout.shape.fields["value"].readAt;
const c363 = layout.shape.fields["payload"].shape.cases[4].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[40].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[39].layout.shape.fields["items"].shape.item.shape.fields["content"].shape.cases[38].layout.shape.fields["value"].readAt;
return (b) => {
const e = b.length;
if (0 + 18 > e) return undefined;
if (b[0] !== 252) return undefined;
if (b[1] !== 254) return undefined;
const v0 = (b[2] << 8) | b[3];
if (v0 < 17 || v0 - 17 > 2027) return undefined;
const v1 = (b[4] << 8) | b[5];
const v2 = ((b[6] << 24) | (b[7] << 16) | (b[8] << 8) | b[9]) >>> 0;
const v3 = b[10];
const v5 = c4(b, 11, 18);
if (v5 === undefined) return undefined;
const v6 = 18 + (v0 - 17);
if (v6 > e) return undefined;
let u7, p8; switch (v1) {
case 0: {
if (18 + 29 > v6) return undefined;
const v10 = c9(b, 18, 38);
if (v10 === undefined) return undefined;
const v12 = c11(b, 38, 46);
if (v12 === undefined) return undefined;
const v13 = b[46];
if (47 > v6) return undefined;
const v14 = copy(b, 47, v6);
u7 = { kind: "heartbeat", "iccid": v10, "firmware": v12, "rssi": v13, "unparsed": v14 }; p8 = v6; break; }
case 5: {
if (18 > v6) return undefined;
const v15 = copy(b, 18, v6);
u7 = { kind: "networkList", "content": v15 }; p8 = v6; break; }
case 7: {
if (18 > v6) return undefined;
const v16 = copy(b, 18, v6);
u7 = { kind: "ota", "content": v16 }; p8 = v6; break; }
case 21: {
if (18 + 3 > v6) return undefined;
const v17 = (b[18] << 8) | b[19];
const v18 = b[20];
if (21 > v6) return undefined;
const v19 = copy(b, 21, v6);
u7 = { kind: "directControl", "innerLength": v17, "control": v18, "content": v19 }; p8 = v6; break; }
case 4096: {
const items20 = []; let p21 = 18;
while (p21 < v6) {
if (p21 + 3 > v6) return undefined;
const v23 = b[p21];
if (v23 < 2 || v23 - 2 > 253) return undefined;
const v24 = b[(p21 + 1)];
const v25 = b[(p21 + 2)];
const v26 = (p21 + 3) + (v23 - 2);
if (v26 > v6) return undefined;
let u27, p28; switch (v25) {
case 1: {
const v30 = c29(b, (p21 + 3), v26);
if (v30 === undefined) return undefined;
u27 = { kind: "subCommand", "value": v30 }; p28 = v26; break; }
case 2: {
if ((p21 + 3) > v26) return undefined;
const v31 = copy(b, (p21 + 3), v26);
u27 = { kind: "serial", "value": v31 }; p28 = v26; break; }
case 3: {
const v33 = c32(b, (p21 + 3), v26);
if (v33 === undefined) return undefined;
u27 = { kind: "gateway", "value": v33 }; p28 = v26; break; }
case 7: {
const v35 = c34(b, (p21 + 3), v26);
if (v35 === undefined) return undefined;
u27 = { kind: "temperature", "value": v35 }; p28 = v26; break; }
case 8: {
const v37 = c36(b, (p21 + 3), v26);
if (v37 === undefined) return undefined;
u27 = { kind: "port", "value": v37 }; p28 = v26; break; }
case 9: {
if ((p21 + 3) + 1 > v26) return undefined;
const v38 = b[(p21 + 3)];
const v39 = { "online": (v38 & 0x80) !== 0, "meteringBit": (v38 & 0x40) !== 0, "charging": (v38 & 0x20) !== 0, "noLoad": (v38 & 0x10) !== 0, "temperatureBit": (v38 & 0x8) !== 0, "currentBit": (v38 & 0x4) !== 0, "powerBit": (v38 & 0x2) !== 0, reserved: (v38 & 0xffffff01) >>> 0 };
if ((p21 + 4) > v26) return undefined;
const v40 = copy(b, (p21 + 4), v26);
u27 = { kind: "status", "value": v39, "unparsed": v40 }; p28 = v26; break; }
case 10: {
const v42 = c41(b, (p21 + 3), v26);
if (v42 === undefined) return undefined;
u27 = { kind: "order", "value": v42 }; p28 = v26; break; }
case 11: {
const v44 = c43(b, (p21 + 3), v26);
if (v44 === undefined) return undefined;
u27 = { kind: "power", "value": v44 }; p28 = v26; break; }
case 12: {
const v46 = c45(b, (p21 + 3), v26);
if (v46 === undefined) return undefined;
u27 = { kind: "current", "value": v46 }; p28 = v26; break; }
case 13: {
const v48 = c47(b, (p21 + 3), v26);
if (v48 === undefined) return undefined;
u27 = { kind: "energy", "value": v48 }; p28 = v26; break; }
case 14: {
const v50 = c49(b, (p21 + 3), v26);
if (v50 === undefined) return undefined;
u27 = { kind: "minutes", "value": v50 }; p28 = v26; break; }
case 15: {
const v52 = c51(b, (p21 + 3), v26);
if (v52 === undefined) return undefined;
u27 = { kind: "ack", "value": v52 }; p28 = v26; break; }
case 16: {
const v54 = c53(b, (p21 + 3), v26);
if (v54 === undefined) return undefined;
u27 = { kind: "currentLimit", "value": v54 }; p28 = v26; break; }
case 17: {
const v56 = c55(b, (p21 + 3), v26);
if (v56 === undefined) return undefined;
u27 = { kind: "powerLimit", "value": v56 }; p28 = v26; break; }
case 33: {
const v58 = c57(b, (p21 + 3), v26);
if (v58 === undefined) return undefined;
u27 = { kind: "rule21", "value": v58 }; p28 = v26; break; }
case 34: {
const v60 = c59(b, (p21 + 3), v26);
if (v60 === undefined) return undefined;
u27 = { kind: "rule22", "value": v60 }; p28 = v26; break; }
case 35: {
const v62 = c61(b, (p21 + 3), v26);
if (v62 === undefined) return undefined;
u27 = { kind: "rule23", "value": v62 }; p28 = v26; break; }
case 36: {
const v64 = c63(b, (p21 + 3), v26);
if (v64 === undefined) return undefined;
u27 = { kind: "rule24", "value": v64 }; p28 = v26; break; }
case 37: {
const v66 = c65(b, (p21 + 3), v26);
if (v66 === undefined) return undefined;
u27 = { kind: "rule25", "value": v66 }; p28 = v26; break; }
case 46: {
const v68 = c67(b, (p21 + 3), v26);
if (v68 === undefined) return undefined;
u27 = { kind: "endTime", "value": v68 }; p28 = v26; break; }
case 47: {
const v70 = c69(b, (p21 + 3), v26);
if (v70 === undefined) return undefined;
u27 = { kind: "endReason", "value": v70 }; p28 = v26; break; }
case 62: {
if ((p21 + 3) > v26) return undefined;
const v71 = copy(b, (p21 + 3), v26);
u27 = { kind: "firmware", "value": v71 }; p28 = v26; break; }
case 74: {
const v73 = c72(b, (p21 + 3), v26);
if (v73 === undefined) return undefined;
u27 = { kind: "socket", "value": v73 }; p28 = v26; break; }
case 75: {
const v75 = c74(b, (p21 + 3), v26);
if (v75 === undefined) return undefined;
u27 = { kind: "eventState4B", "value": v75 }; p28 = v26; break; }
case 76: {
const v77 = c76(b, (p21 + 3), v26);
if (v77 === undefined) return undefined;
u27 = { kind: "eventState4C", "value": v77 }; p28 = v26; break; }
case 77: {
const v79 = c78(b, (p21 + 3), v26);
if (v79 === undefined) return undefined;
u27 = { kind: "eventState4D", "value": v79 }; p28 = v26; break; }
case 78: {
const v81 = c80(b, (p21 + 3), v26);
if (v81 === undefined) return undefined;
u27 = { kind: "overVoltage", "value": v81 }; p28 = v26; break; }
case 79: {
const v83 = c82(b, (p21 + 3), v26);
if (v83 === undefined) return undefined;
u27 = { kind: "underVoltage", "value": v83 }; p28 = v26; break; }
case 80: {
const v85 = c84(b, (p21 + 3), v26);
if (v85 === undefined) return undefined;
u27 = { kind: "leakage50", "value": v85 }; p28 = v26; break; }
case 81: {
const v87 = c86(b, (p21 + 3), v26);
if (v87 === undefined) return undefined;
u27 = { kind: "leakage51", "value": v87 }; p28 = v26; break; }
case 82: {
const v89 = c88(b, (p21 + 3), v26);
if (v89 === undefined) return undefined;
u27 = { kind: "overTemperature52", "value": v89 }; p28 = v26; break; }
case 83: {
const v91 = c90(b, (p21 + 3), v26);
if (v91 === undefined) return undefined;
u27 = { kind: "overTemperature53", "value": v91 }; p28 = v26; break; }
case 84: {
const v93 = c92(b, (p21 + 3), v26);
if (v93 === undefined) return undefined;
u27 = { kind: "eventReason54", "value": v93 }; p28 = v26; break; }
case 85: {
const v95 = c94(b, (p21 + 3), v26);
if (v95 === undefined) return undefined;
u27 = { kind: "eventReason55", "value": v95 }; p28 = v26; break; }
case 86: {
const v97 = c96(b, (p21 + 3), v26);
if (v97 === undefined) return undefined;
u27 = { kind: "eventReason56", "value": v97 }; p28 = v26; break; }
case 87: {
const v99 = c98(b, (p21 + 3), v26);
if (v99 === undefined) return undefined;
u27 = { kind: "portStatus57", "value": v99 }; p28 = v26; break; }
case 88: {
const v101 = c100(b, (p21 + 3), v26);
if (v101 === undefined) return undefined;
u27 = { kind: "portStatus58", "value": v101 }; p28 = v26; break; }
case 149: {
const v103 = c102(b, (p21 + 3), v26);
if (v103 === undefined) return undefined;
u27 = { kind: "voltage", "value": v103 }; p28 = v26; break; }
case 150: {
const v105 = c104(b, (p21 + 3), v26);
if (v105 === undefined) return undefined;
u27 = { kind: "rssi", "value": v105 }; p28 = v26; break; }
case 91: {
const items106 = []; let p107 = (p21 + 3);
while (p107 < v26) {
if (p107 + 3 > v26) return undefined;
const v109 = b[p107];
if (v109 < 2 || v109 - 2 > 253) return undefined;
const v110 = b[(p107 + 1)];
const v111 = b[(p107 + 2)];
const v112 = (p107 + 3) + (v109 - 2);
if (v112 > v26) return undefined;
let u113, p114; switch (v111) {
case 1: {
const v116 = c115(b, (p107 + 3), v112);
if (v116 === undefined) return undefined;
u113 = { kind: "subCommand", "value": v116 }; p114 = v112; break; }
case 2: {
if ((p107 + 3) > v112) return undefined;
const v117 = copy(b, (p107 + 3), v112);
u113 = { kind: "serial", "value": v117 }; p114 = v112; break; }
case 3: {
const v119 = c118(b, (p107 + 3), v112);
if (v119 === undefined) return undefined;
u113 = { kind: "gateway", "value": v119 }; p114 = v112; break; }
case 7: {
const v121 = c120(b, (p107 + 3), v112);
if (v121 === undefined) return undefined;
u113 = { kind: "temperature", "value": v121 }; p114 = v112; break; }
case 8: {
const v123 = c122(b, (p107 + 3), v112);
if (v123 === undefined) return undefined;
u113 = { kind: "port", "value": v123 }; p114 = v112; break; }
case 9: {
if ((p107 + 3) + 1 > v112) return undefined;
const v124 = b[(p107 + 3)];
const v125 = { "online": (v124 & 0x80) !== 0, "meteringBit": (v124 & 0x40) !== 0, "charging": (v124 & 0x20) !== 0, "noLoad": (v124 & 0x10) !== 0, "temperatureBit": (v124 & 0x8) !== 0, "currentBit": (v124 & 0x4) !== 0, "powerBit": (v124 & 0x2) !== 0, reserved: (v124 & 0xffffff01) >>> 0 };
if ((p107 + 4) > v112) return undefined;
const v126 = copy(b, (p107 + 4), v112);
u113 = { kind: "status", "value": v125, "unparsed": v126 }; p114 = v112; break; }
case 10: {
const v128 = c127(b, (p107 + 3), v112);
if (v128 === undefined) return undefined;
u113 = { kind: "order", "value": v128 }; p114 = v112; break; }
case 11: {
const v130 = c129(b, (p107 + 3), v112);
if (v130 === undefined) return undefined;
u113 = { kind: "power", "value": v130 }; p114 = v112; break; }
case 12: {
const v132 = c131(b, (p107 + 3), v112);
if (v132 === undefined) return undefined;
u113 = { kind: "current", "value": v132 }; p114 = v112; break; }
case 13: {
const v134 = c133(b, (p107 + 3), v112);
if (v134 === undefined) return undefined;
u113 = { kind: "energy", "value": v134 }; p114 = v112; break; }
case 14: {
const v136 = c135(b, (p107 + 3), v112);
if (v136 === undefined) return undefined;
u113 = { kind: "minutes", "value": v136 }; p114 = v112; break; }
case 15: {
const v138 = c137(b, (p107 + 3), v112);
if (v138 === undefined) return undefined;
u113 = { kind: "ack", "value": v138 }; p114 = v112; break; }
case 16: {
const v140 = c139(b, (p107 + 3), v112);
if (v140 === undefined) return undefined;
u113 = { kind: "currentLimit", "value": v140 }; p114 = v112; break; }
case 17: {
const v142 = c141(b, (p107 + 3), v112);
if (v142 === undefined) return undefined;
u113 = { kind: "powerLimit", "value": v142 }; p114 = v112; break; }
case 33: {
const v144 = c143(b, (p107 + 3), v112);
if (v144 === undefined) return undefined;
u113 = { kind: "rule21", "value": v144 }; p114 = v112; break; }
case 34: {
const v146 = c145(b, (p107 + 3), v112);
if (v146 === undefined) return undefined;
u113 = { kind: "rule22", "value": v146 }; p114 = v112; break; }
case 35: {
const v148 = c147(b, (p107 + 3), v112);
if (v148 === undefined) return undefined;
u113 = { kind: "rule23", "value": v148 }; p114 = v112; break; }
case 36: {
const v150 = c149(b, (p107 + 3), v112);
if (v150 === undefined) return undefined;
u113 = { kind: "rule24", "value": v150 }; p114 = v112; break; }
case 37: {
const v152 = c151(b, (p107 + 3), v112);
if (v152 === undefined) return undefined;
u113 = { kind: "rule25", "value": v152 }; p114 = v112; break; }
case 46: {
const v154 = c153(b, (p107 + 3), v112);
if (v154 === undefined) return undefined;
u113 = { kind: "endTime", "value": v154 }; p114 = v112; break; }
case 47: {
const v156 = c155(b, (p107 + 3), v112);
if (v156 === undefined) return undefined;
u113 = { kind: "endReason", "value": v156 }; p114 = v112; break; }
case 62: {
if ((p107 + 3) > v112) return undefined;
const v157 = copy(b, (p107 + 3), v112);
u113 = { kind: "firmware", "value": v157 }; p114 = v112; break; }
case 74: {
const v159 = c158(b, (p107 + 3), v112);
if (v159 === undefined) return undefined;
u113 = { kind: "socket", "value": v159 }; p114 = v112; break; }
case 75: {
const v161 = c160(b, (p107 + 3), v112);
if (v161 === undefined) return undefined;
u113 = { kind: "eventState4B", "value": v161 }; p114 = v112; break; }
case 76: {
const v163 = c162(b, (p107 + 3), v112);
if (v163 === undefined) return undefined;
u113 = { kind: "eventState4C", "value": v163 }; p114 = v112; break; }
case 77: {
const v165 = c164(b, (p107 + 3), v112);
if (v165 === undefined) return undefined;
u113 = { kind: "eventState4D", "value": v165 }; p114 = v112; break; }
case 78: {
const v167 = c166(b, (p107 + 3), v112);
if (v167 === undefined) return undefined;
u113 = { kind: "overVoltage", "value": v167 }; p114 = v112; break; }
case 79: {
const v169 = c168(b, (p107 + 3), v112);
if (v169 === undefined) return undefined;
u113 = { kind: "underVoltage", "value": v169 }; p114 = v112; break; }
case 80: {
const v171 = c170(b, (p107 + 3), v112);
if (v171 === undefined) return undefined;
u113 = { kind: "leakage50", "value": v171 }; p114 = v112; break; }
case 81: {
const v173 = c172(b, (p107 + 3), v112);
if (v173 === undefined) return undefined;
u113 = { kind: "leakage51", "value": v173 }; p114 = v112; break; }
case 82: {
const v175 = c174(b, (p107 + 3), v112);
if (v175 === undefined) return undefined;
u113 = { kind: "overTemperature52", "value": v175 }; p114 = v112; break; }
case 83: {
const v177 = c176(b, (p107 + 3), v112);
if (v177 === undefined) return undefined;
u113 = { kind: "overTemperature53", "value": v177 }; p114 = v112; break; }
case 84: {
const v179 = c178(b, (p107 + 3), v112);
if (v179 === undefined) return undefined;
u113 = { kind: "eventReason54", "value": v179 }; p114 = v112; break; }
case 85: {
const v181 = c180(b, (p107 + 3), v112);
if (v181 === undefined) return undefined;
u113 = { kind: "eventReason55", "value": v181 }; p114 = v112; break; }
case 86: {
const v183 = c182(b, (p107 + 3), v112);
if (v183 === undefined) return undefined;
u113 = { kind: "eventReason56", "value": v183 }; p114 = v112; break; }
case 87: {
const v185 = c184(b, (p107 + 3), v112);
if (v185 === undefined) return undefined;
u113 = { kind: "portStatus57", "value": v185 }; p114 = v112; break; }
case 88: {
const v187 = c186(b, (p107 + 3), v112);
if (v187 === undefined) return undefined;
u113 = { kind: "portStatus58", "value": v187 }; p114 = v112; break; }
case 149: {
const v189 = c188(b, (p107 + 3), v112);
if (v189 === undefined) return undefined;
u113 = { kind: "voltage", "value": v189 }; p114 = v112; break; }
case 150: {
const v191 = c190(b, (p107 + 3), v112);
if (v191 === undefined) return undefined;
u113 = { kind: "rssi", "value": v191 }; p114 = v112; break; }
default: u113 = { kind: "unknown", "tag": v111, bytes: copy(b, (p107 + 3), v112) }; p114 = v112; }
if (p114 !== v112) return undefined;
const v192 = { "marker": v110, "content": u113 };
items106.push(v192); p107 = v112; }
if (items106.length < 0 || items106.length > 9007199254740991) return undefined;
u27 = { kind: "portItems", "items": items106 }; p28 = p107; break; }
case 148: {
const items193 = []; let p194 = (p21 + 3);
while (p194 < v26) {
if (p194 + 3 > v26) return undefined;
const v196 = b[p194];
if (v196 < 2 || v196 - 2 > 253) return undefined;
const v197 = b[(p194 + 1)];
const v198 = b[(p194 + 2)];
const v199 = (p194 + 3) + (v196 - 2);
if (v199 > v26) return undefined;
let u200, p201; switch (v198) {
case 1: {
const v203 = c202(b, (p194 + 3), v199);
if (v203 === undefined) return undefined;
u200 = { kind: "subCommand", "value": v203 }; p201 = v199; break; }
case 2: {
if ((p194 + 3) > v199) return undefined;
const v204 = copy(b, (p194 + 3), v199);
u200 = { kind: "serial", "value": v204 }; p201 = v199; break; }
case 3: {
const v206 = c205(b, (p194 + 3), v199);
if (v206 === undefined) return undefined;
u200 = { kind: "gateway", "value": v206 }; p201 = v199; break; }
case 7: {
const v208 = c207(b, (p194 + 3), v199);
if (v208 === undefined) return undefined;
u200 = { kind: "temperature", "value": v208 }; p201 = v199; break; }
case 8: {
const v210 = c209(b, (p194 + 3), v199);
if (v210 === undefined) return undefined;
u200 = { kind: "port", "value": v210 }; p201 = v199; break; }
case 9: {
if ((p194 + 3) + 1 > v199) return undefined;
const v211 = b[(p194 + 3)];
const v212 = { "online": (v211 & 0x80) !== 0, "meteringBit": (v211 & 0x40) !== 0, "charging": (v211 & 0x20) !== 0, "noLoad": (v211 & 0x10) !== 0, "temperatureBit": (v211 & 0x8) !== 0, "currentBit": (v211 & 0x4) !== 0, "powerBit": (v211 & 0x2) !== 0, reserved: (v211 & 0xffffff01) >>> 0 };
if ((p194 + 4) > v199) return undefined;
const v213 = copy(b, (p194 + 4), v199);
u200 = { kind: "status", "value": v212, "unparsed": v213 }; p201 = v199; break; }
case 10: {
const v215 = c214(b, (p194 + 3), v199);
if (v215 === undefined) return undefined;
u200 = { kind: "order", "value": v215 }; p201 = v199; break; }
case 11: {
const v217 = c216(b, (p194 + 3), v199);
if (v217 === undefined) return undefined;
u200 = { kind: "power", "value": v217 }; p201 = v199; break; }
case 12: {
const v219 = c218(b, (p194 + 3), v199);
if (v219 === undefined) return undefined;
u200 = { kind: "current", "value": v219 }; p201 = v199; break; }
case 13: {
const v221 = c220(b, (p194 + 3), v199);
if (v221 === undefined) return undefined;
u200 = { kind: "energy", "value": v221 }; p201 = v199; break; }
case 14: {
const v223 = c222(b, (p194 + 3), v199);
if (v223 === undefined) return undefined;
u200 = { kind: "minutes", "value": v223 }; p201 = v199; break; }
case 15: {
const v225 = c224(b, (p194 + 3), v199);
if (v225 === undefined) return undefined;
u200 = { kind: "ack", "value": v225 }; p201 = v199; break; }
case 16: {
const v227 = c226(b, (p194 + 3), v199);
if (v227 === undefined) return undefined;
u200 = { kind: "currentLimit", "value": v227 }; p201 = v199; break; }
case 17: {
const v229 = c228(b, (p194 + 3), v199);
if (v229 === undefined) return undefined;
u200 = { kind: "powerLimit", "value": v229 }; p201 = v199; break; }
case 33: {
const v231 = c230(b, (p194 + 3), v199);
if (v231 === undefined) return undefined;
u200 = { kind: "rule21", "value": v231 }; p201 = v199; break; }
case 34: {
const v233 = c232(b, (p194 + 3), v199);
if (v233 === undefined) return undefined;
u200 = { kind: "rule22", "value": v233 }; p201 = v199; break; }
case 35: {
const v235 = c234(b, (p194 + 3), v199);
if (v235 === undefined) return undefined;
u200 = { kind: "rule23", "value": v235 }; p201 = v199; break; }
case 36: {
const v237 = c236(b, (p194 + 3), v199);
if (v237 === undefined) return undefined;
u200 = { kind: "rule24", "value": v237 }; p201 = v199; break; }
case 37: {
const v239 = c238(b, (p194 + 3), v199);
if (v239 === undefined) return undefined;
u200 = { kind: "rule25", "value": v239 }; p201 = v199; break; }
case 46: {
const v241 = c240(b, (p194 + 3), v199);
if (v241 === undefined) return undefined;
u200 = { kind: "endTime", "value": v241 }; p201 = v199; break; }
case 47: {
const v243 = c242(b, (p194 + 3), v199);
if (v243 === undefined) return undefined;
u200 = { kind: "endReason", "value": v243 }; p201 = v199; break; }
case 62: {
if ((p194 + 3) > v199) return undefined;
const v244 = copy(b, (p194 + 3), v199);
u200 = { kind: "firmware", "value": v244 }; p201 = v199; break; }
case 74: {
const v246 = c245(b, (p194 + 3), v199);
if (v246 === undefined) return undefined;
u200 = { kind: "socket", "value": v246 }; p201 = v199; break; }
case 75: {
const v248 = c247(b, (p194 + 3), v199);
if (v248 === undefined) return undefined;
u200 = { kind: "eventState4B", "value": v248 }; p201 = v199; break; }
case 76: {
const v250 = c249(b, (p194 + 3), v199);
if (v250 === undefined) return undefined;
u200 = { kind: "eventState4C", "value": v250 }; p201 = v199; break; }
case 77: {
const v252 = c251(b, (p194 + 3), v199);
if (v252 === undefined) return undefined;
u200 = { kind: "eventState4D", "value": v252 }; p201 = v199; break; }
case 78: {
const v254 = c253(b, (p194 + 3), v199);
if (v254 === undefined) return undefined;
u200 = { kind: "overVoltage", "value": v254 }; p201 = v199; break; }
case 79: {
const v256 = c255(b, (p194 + 3), v199);
if (v256 === undefined) return undefined;
u200 = { kind: "underVoltage", "value": v256 }; p201 = v199; break; }
case 80: {
const v258 = c257(b, (p194 + 3), v199);
if (v258 === undefined) return undefined;
u200 = { kind: "leakage50", "value": v258 }; p201 = v199; break; }
case 81: {
const v260 = c259(b, (p194 + 3), v199);
if (v260 === undefined) return undefined;
u200 = { kind: "leakage51", "value": v260 }; p201 = v199; break; }
case 82: {
const v262 = c261(b, (p194 + 3), v199);
if (v262 === undefined) return undefined;
u200 = { kind: "overTemperature52", "value": v262 }; p201 = v199; break; }
case 83: {
const v264 = c263(b, (p194 + 3), v199);
if (v264 === undefined) return undefined;
u200 = { kind: "overTemperature53", "value": v264 }; p201 = v199; break; }
case 84: {
const v266 = c265(b, (p194 + 3), v199);
if (v266 === undefined) return undefined;
u200 = { kind: "eventReason54", "value": v266 }; p201 = v199; break; }
case 85: {
const v268 = c267(b, (p194 + 3), v199);
if (v268 === undefined) return undefined;
u200 = { kind: "eventReason55", "value": v268 }; p201 = v199; break; }
case 86: {
const v270 = c269(b, (p194 + 3), v199);
if (v270 === undefined) return undefined;
u200 = { kind: "eventReason56", "value": v270 }; p201 = v199; break; }
case 87: {
const v272 = c271(b, (p194 + 3), v199);
if (v272 === undefined) return undefined;
u200 = { kind: "portStatus57", "value": v272 }; p201 = v199; break; }
case 88: {
const v274 = c273(b, (p194 + 3), v199);
if (v274 === undefined) return undefined;
u200 = { kind: "portStatus58", "value": v274 }; p201 = v199; break; }
case 149: {
const v276 = c275(b, (p194 + 3), v199);
if (v276 === undefined) return undefined;
u200 = { kind: "voltage", "value": v276 }; p201 = v199; break; }
case 150: {
const v278 = c277(b, (p194 + 3), v199);
if (v278 === undefined) return undefined;
u200 = { kind: "rssi", "value": v278 }; p201 = v199; break; }
case 91: {
const items279 = []; let p280 = (p194 + 3);
while (p280 < v199) {
if (p280 + 3 > v199) return undefined;
const v282 = b[p280];
if (v282 < 2 || v282 - 2 > 253) return undefined;
const v283 = b[(p280 + 1)];
const v284 = b[(p280 + 2)];
const v285 = (p280 + 3) + (v282 - 2);
if (v285 > v199) return undefined;
let u286, p287; switch (v284) {
case 1: {
const v289 = c288(b, (p280 + 3), v285);
if (v289 === undefined) return undefined;
u286 = { kind: "subCommand", "value": v289 }; p287 = v285; break; }
case 2: {
if ((p280 + 3) > v285) return undefined;
const v290 = copy(b, (p280 + 3), v285);
u286 = { kind: "serial", "value": v290 }; p287 = v285; break; }
case 3: {
const v292 = c291(b, (p280 + 3), v285);
if (v292 === undefined) return undefined;
u286 = { kind: "gateway", "value": v292 }; p287 = v285; break; }
case 7: {
const v294 = c293(b, (p280 + 3), v285);
if (v294 === undefined) return undefined;
u286 = { kind: "temperature", "value": v294 }; p287 = v285; break; }
case 8: {
const v296 = c295(b, (p280 + 3), v285);
if (v296 === undefined) return undefined;
u286 = { kind: "port", "value": v296 }; p287 = v285; break; }
case 9: {
if ((p280 + 3) + 1 > v285) return undefined;
const v297 = b[(p280 + 3)];
const v298 = { "online": (v297 & 0x80) !== 0, "meteringBit": (v297 & 0x40) !== 0, "charging": (v297 & 0x20) !== 0, "noLoad": (v297 & 0x10) !== 0, "temperatureBit": (v297 & 0x8) !== 0, "currentBit": (v297 & 0x4) !== 0, "powerBit": (v297 & 0x2) !== 0, reserved: (v297 & 0xffffff01) >>> 0 };
if ((p280 + 4) > v285) return undefined;
const v299 = copy(b, (p280 + 4), v285);
u286 = { kind: "status", "value": v298, "unparsed": v299 }; p287 = v285; break; }
case 10: {
const v301 = c300(b, (p280 + 3), v285);
if (v301 === undefined) return undefined;
u286 = { kind: "order", "value": v301 }; p287 = v285; break; }
case 11: {
const v303 = c302(b, (p280 + 3), v285);
if (v303 === undefined) return undefined;
u286 = { kind: "power", "value": v303 }; p287 = v285; break; }
case 12: {
const v305 = c304(b, (p280 + 3), v285);
if (v305 === undefined) return undefined;
u286 = { kind: "current", "value": v305 }; p287 = v285; break; }
case 13: {
const v307 = c306(b, (p280 + 3), v285);
if (v307 === undefined) return undefined;
u286 = { kind: "energy", "value": v307 }; p287 = v285; break; }
case 14: {
const v309 = c308(b, (p280 + 3), v285);
if (v309 === undefined) return undefined;
u286 = { kind: "minutes", "value": v309 }; p287 = v285; break; }
case 15: {
const v311 = c310(b, (p280 + 3), v285);
if (v311 === undefined) return undefined;
u286 = { kind: "ack", "value": v311 }; p287 = v285; break; }
case 16: {
const v313 = c312(b, (p280 + 3), v285);
if (v313 === undefined) return undefined;
u286 = { kind: "currentLimit", "value": v313 }; p287 = v285; break; }
case 17: {
const v315 = c314(b, (p280 + 3), v285);
if (v315 === undefined) return undefined;
u286 = { kind: "powerLimit", "value": v315 }; p287 = v285; break; }
case 33: {
const v317 = c316(b, (p280 + 3), v285);
if (v317 === undefined) return undefined;
u286 = { kind: "rule21", "value": v317 }; p287 = v285; break; }
case 34: {
const v319 = c318(b, (p280 + 3), v285);
if (v319 === undefined) return undefined;
u286 = { kind: "rule22", "value": v319 }; p287 = v285; break; }
case 35: {
const v321 = c320(b, (p280 + 3), v285);
if (v321 === undefined) return undefined;
u286 = { kind: "rule23", "value": v321 }; p287 = v285; break; }
case 36: {
const v323 = c322(b, (p280 + 3), v285);
if (v323 === undefined) return undefined;
u286 = { kind: "rule24", "value": v323 }; p287 = v285; break; }
case 37: {
const v325 = c324(b, (p280 + 3), v285);
if (v325 === undefined) return undefined;
u286 = { kind: "rule25", "value": v325 }; p287 = v285; break; }
case 46: {
const v327 = c326(b, (p280 + 3), v285);
if (v327 === undefined) return undefined;
u286 = { kind: "endTime", "value": v327 }; p287 = v285; break; }
case 47: {
const v329 = c328(b, (p280 + 3), v285);
if (v329 === undefined) return undefined;
u286 = { kind: "endReason", "value": v329 }; p287 = v285; break; }
case 62: {
if ((p280 + 3) > v285) return undefined;
const v330 = copy(b, (p280 + 3), v285);
u286 = { kind: "firmware", "value": v330 }; p287 = v285; break; }
case 74: {
const v332 = c331(b, (p280 + 3), v285);
if (v332 === undefined) return undefined;
u286 = { kind: "socket", "value": v332 }; p287 = v285; break; }
case 75: {
const v334 = c333(b, (p280 + 3), v285);
if (v334 === undefined) return undefined;
u286 = { kind: "eventState4B", "value": v334 }; p287 = v285; break; }
case 76: {
const v336 = c335(b, (p280 + 3), v285);
if (v336 === undefined) return undefined;
u286 = { kind: "eventState4C", "value": v336 }; p287 = v285; break; }
case 77: {
const v338 = c337(b, (p280 + 3), v285);
if (v338 === undefined) return undefined;
u286 = { kind: "eventState4D", "value": v338 }; p287 = v285; break; }
case 78: {
const v340 = c339(b, (p280 + 3), v285);
if (v340 === undefined) return undefined;
u286 = { kind: "overVoltage", "value": v340 }; p287 = v285; break; }
case 79: {
const v342 = c341(b, (p280 + 3), v285);
if (v342 === undefined) return undefined;
u286 = { kind: "underVoltage", "value": v342 }; p287 = v285; break; }
case 80: {
const v344 = c343(b, (p280 + 3), v285);
if (v344 === undefined) return undefined;
u286 = { kind: "leakage50", "value": v344 }; p287 = v285; break; }
case 81: {
const v346 = c345(b, (p280 + 3), v285);
if (v346 === undefined) return undefined;
u286 = { kind: "leakage51", "value": v346 }; p287 = v285; break; }
case 82: {
const v348 = c347(b, (p280 + 3), v285);
if (v348 === undefined) return undefined;
u286 = { kind: "overTemperature52", "value": v348 }; p287 = v285; break; }
case 83: {
const v350 = c349(b, (p280 + 3), v285);
if (v350 === undefined) return undefined;
u286 = { kind: "overTemperature53", "value": v350 }; p287 = v285; break; }
case 84: {
const v352 = c351(b, (p280 + 3), v285);
if (v352 === undefined) return undefined;
u286 = { kind: "eventReason54", "value": v352 }; p287 = v285; break; }
case 85: {
const v354 = c353(b, (p280 + 3), v285);
if (v354 === undefined) return undefined;
u286 = { kind: "eventReason55", "value": v354 }; p287 = v285; break; }
case 86: {
const v356 = c355(b, (p280 + 3), v285);
if (v356 === undefined) return undefined;
u286 = { kind: "eventReason56", "value": v356 }; p287 = v285; break; }
case 87: {
const v358 = c357(b, (p280 + 3), v285);
if (v358 === undefined) return undefined;
u286 = { kind: "portStatus57", "value": v358 }; p287 = v285; break; }
case 88: {
const v360 = c359(b, (p280 + 3), v285);
if (v360 === undefined) return undefined;
u286 = { kind: "portStatus58", "value": v360 }; p287 = v285; break; }
case 149: {
const v362 = c361(b, (p280 + 3), v285);
if (v362 === undefined) return undefined;
u286 = { kind: "voltage", "value": v362 }; p287 = v285; break; }
case 150: {
const v364 = c363(b, (p280 + 3), v285);
if (v364 === undefined) return undefined;
u286 = { kind: "rssi", "value": v364 }; p287 = v285; break; }
default: u286 = { kind: "unknown", "tag": v284, bytes: copy(b, (p280 + 3), v285) }; p287 = v285; }
if (p287 !== v285) return undefined;
const v365 = { "marker": v283, "content": u286 };
items279.push(v365); p280 = v285; }
if (items279.length < 0 || items279.length > 9007199254740991) return undefined;
u200 = { kind: "portItems", "items": items279 }; p201 = p280; break; }
default: u200 = { kind: "unknown", "tag": v198, bytes: copy(b, (p194 + 3), v199) }; p201 = v199; }
if (p201 !== v199) return undefined;
const v366 = { "marker": v197, "content": u200 };
items193.push(v366); p194 = v199; }
if (items193.length < 0 || items193.length > 9007199254740991) return undefined;
u27 = { kind: "socketItems", "items": items193 }; p28 = p194; break; }
default: u27 = { kind: "unknown", "tag": v25, bytes: copy(b, (p21 + 3), v26) }; p28 = v26; }
if (p28 !== v26) return undefined;
const v367 = { "marker": v24, "content": u27 };
items20.push(v367); p21 = v26; }
if (items20.length < 0 || items20.length > 9007199254740991) return undefined;
u7 = { kind: "container", "items": items20 }; p8 = p21; break; }
default: u7 = { kind: "unknown", "command": v1, bytes: copy(b, 18, v6) }; p8 = v6; }
if (p8 !== v6) return undefined;
if (v6 + 3 > e) return undefined;
if (!matches("sum8", b, v6, 2, v6)) return undefined;
if (b[(v6 + 1)] !== 252) return undefined;
if (b[(v6 + 2)] !== 238) return undefined;
const v368 = { "serial": v2, "packetType": v3, "gateway": v5, "payload": u7 };
return (v6 + 3) === e ? v368 : undefined;
};
};
