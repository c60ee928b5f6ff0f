import type { Words } from "@dianan/model";
import type { MappingFault } from "../ports/mapper.ts";
import { DEPTH_MAX, type EvaluateFault, RESULT_MAX, STEPS_MAX } from "./evaluate.ts";

const words: { readonly [C in MappingFault["code"]]: Words } = {
  "mapping-syntax": { zh: "表达式有语法错误", en: "The expression cannot be read" },
  "mapping-failed": { zh: "表达式求值出错", en: "The expression failed" },
  "mapping-empty": {
    zh: "表达式没有结果:请核对成员名;没有要取的内容时应返回 []",
    en: "The expression makes nothing: check the names of members. Where nothing is to be taken it must say so with []",
  },
  "mapping-function": { zh: "结果中含有函数,不是 JSON", en: "The result holds a function, which is no JSON: call it" },
  "mapping-steps": { zh: `求值超过 ${STEPS_MAX} 步`, en: `It takes more than ${STEPS_MAX} steps` },
  "mapping-depth": { zh: `嵌套或递归超过 ${DEPTH_MAX} 层`, en: `It is deeper than ${DEPTH_MAX} levels` },
  "mapping-size": {
    zh: `结果过大(上限 ${RESULT_MAX} 个字符)`,
    en: `What it makes is too large (at most ${RESULT_MAX} characters)`,
  },
  "mapping-time": {
    zh: "求值超时,已中止(多为正则表达式反复回溯)",
    en: "It ran for too long and was stopped, most often by a regular expression that backtracks",
  },
  "mapping-memory": { zh: "求值所用内存超限,已中止", en: "It used too much memory and was stopped" },
};

/** @param detail - what the library says of it, in English; empty: nothing */
export const mappingFault = (code: MappingFault["code"], position: number | null = null, detail = ""): MappingFault => {
  const { zh, en } = words[code];
  const said = detail === "" ? "" : `: ${detail}`;
  const where = position === null ? "" : ` @${position}`;
  return { code, position, message: { zh: `${zh}${where}${said}`, en: `${en}${where}${said}` } };
};

export const faultOfEvaluation = ({ kind, position, detail }: EvaluateFault): MappingFault =>
  mappingFault(`mapping-${kind}`, position, detail);
