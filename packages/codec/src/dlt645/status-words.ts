import { flags, named, struct, u16le } from "@dianan/layout";
import { clause } from "./codes.ts";
import { unparsed } from "./fields.ts";

/** Faults of one phase (A、B、C 相故障状态). */
const phaseFaults = {
  voltageLoss: 0,
  underVoltage: 1,
  overVoltage: 2,
  currentLoss: 3,
  overCurrent: 4,
  overload: 5,
  powerReversed: 6,
  phaseBroken: 7,
  currentBroken: 8,
} as const;

/**
 * Run status words (电表运行状态字) 1 to 7. Their bits are those of the standard, which our facts do not list (unconfirmed): what
 * is not named here stays in `reserved`, and no alarm is made of them but by a profile.
 */
const words = {
  word1: [
    "运行状态字 1",
    flags(u16le, {
      demandByInterval: 1,
      clockBatteryLow: 2,
      readingBatteryLow: 3,
      activeReversed: 4,
      reactiveReversed: 5,
    }),
  ],
  word2: [
    "运行状态字 2",
    flags(u16le, {
      activeReversedA: 0,
      activeReversedB: 1,
      activeReversedC: 2,
      reactiveReversedA: 4,
      reactiveReversedB: 5,
      reactiveReversedC: 6,
    }),
  ],
  word3: [
    "运行状态字 3(操作)",
    flags(u16le, {
      secondSlotTable: 0,
      auxiliarySupply: 1,
      batterySupply: 2,
      programmingAllowed: 3,
      relayOpen: 4,
      secondZoneTable: 5,
      openOrdered: 6,
      tripWarning: 7,
    }),
  ],
  word4: ["运行状态字 4(A 相故障)", flags(u16le, phaseFaults)],
  word5: ["运行状态字 5(B 相故障)", flags(u16le, phaseFaults)],
  word6: ["运行状态字 6(C 相故障)", flags(u16le, phaseFaults)],
  word7: [
    "运行状态字 7(合相故障)",
    flags(u16le, {
      voltageSequence: 0,
      currentSequence: 1,
      voltageUnbalance: 2,
      currentUnbalance: 3,
      auxiliaryLost: 4,
      powerDown: 5,
      demandExceeded: 6,
      powerFactorLow: 7,
    }),
  ],
} as const;

const FIRST = 0x0400_0501;
const BLOCK = 0x0400_05ff;

const word = <N extends keyof typeof words>(name: N): (typeof words)[N][1] => {
  const [zh, field] = words[name];
  return named(field, { zh, en: `run status ${name.replace("word", "word ")}` });
};
const item = <N extends keyof typeof words>(name: N) =>
  struct(clause(`DI 0400050${name.slice(-1)}`), { word: word(name), unparsed });

/** Cases of a union over the data identifier: each word, and all of them. */
export const statusCases = {
  statusWord1: [FIRST, item("word1")],
  statusWord2: [FIRST + 1, item("word2")],
  statusWord3: [FIRST + 2, item("word3")],
  statusWord4: [FIRST + 3, item("word4")],
  statusWord5: [FIRST + 4, item("word5")],
  statusWord6: [FIRST + 5, item("word6")],
  statusWord7: [FIRST + 6, item("word7")],
  statusWords: [
    BLOCK,
    struct(clause("DI 040005FF"), {
      word1: word("word1"),
      word2: word("word2"),
      word3: word("word3"),
      word4: word("word4"),
      word5: word("word5"),
      word6: word("word6"),
      word7: word("word7"),
      unparsed,
    }),
  ],
} as const;
