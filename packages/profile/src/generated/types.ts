// Generated from specs/profiles by scripts/gen.ts, do not edit.
import type { ProtocolId } from "@dianan/codec";
import type { AlarmClass, AlarmType, DeviceType, Quantity } from "@dianan/model";

/** 设备档案。 用数据描述一种设备:说哪种协议、哪个寄存器或代码是什么、怎样下命令,并自带测试向量。不含脚本。 A device described as data: which protocol it speaks, which register or code means what, how it is commanded, with its test vectors inside. No scripting. */
export type Profile = {
  /** 模式文件。 供编辑器提示用。 For editors. */
  readonly "$schema"?: string;
  /** 格式版本。 本格式的版本,现在是 1。 Version of this format, now 1. */
  readonly profile: 1;
  /** 档案标识。 文件名即标识加 .json。 The file is named after it. */
  readonly id: string;
  /** 档案版本。 含义改变时升版;与每条记录一起保存,映射有误时可追溯。 Raised when a meaning changes; kept beside each record, so that a wrong mapping can be corrected later. */
  readonly version: string;
  readonly identity: Identity;
  /** 说明。 未证实的事实、自行选择和现场做法。 What is unconfirmed, chosen, or seen in the field. */
  readonly notes?: readonly Note[];
  /** 识别条件。 帧中有这些字段而值不符时,事件照出,另给诊断 profile-mismatch。 A frame that has these fields with other values still gives its events, and a diagnostic profile-mismatch. */
  readonly match?: readonly Guard[];
  readonly transport: Transport;
  readonly presence: Presence;
  /** 部件。 设备里有地址的部分。 The parts of the device. */
  readonly components: readonly Component[];
  /** 测点。 值从哪里来,是什么量。 Where a value comes from and what it measures. */
  readonly points?: readonly Point[];
  /** 状态与告警。 位、代码对应的标准报警类型。 Bits and codes as canonical alarm types. */
  readonly conditions?: readonly Condition[];
  /** 不采用的协议事件。 协议自己给出、但本设备不可信的事件,须写明原因。 Events of the protocol that mean nothing on this device, with the reason. */
  readonly ignore?: readonly Ignored[];
  /** 命令。 标准命令对应的帧模板;同一命令的不同形式加点号,如 read.thresholds。 Canonical commands as frame templates; variants have a suffix, such as read.thresholds. */
  readonly commands?: { readonly [name: string]: Command };
  /** 测试向量。 报文进、事件出;至少一个应被拒绝。 Frames in, events out; at least one is refused. */
  readonly vectors: readonly Vector[];
};

/** 中英文。 两种语言各一句。 The same in both languages. */
export type Words = {
  /** 中文。 中文。 Chinese. */
  readonly zh: string;
  /** 英文。 英文。 English. */
  readonly en: string;
};

export type WireNumber = number | string;

export type Raw = number | string | boolean | null;

export type ComponentKey = string;

/** 设备标识。 谁的什么设备,依据哪里的资料。 Whose device it is, and where the facts are from. */
export type Identity = {
  /** 厂商。 厂商或设备家族的名称。 Name of the vendor, or of the family. */
  readonly vendor: Words;
  /** 型号。 本档案适用的型号。 Models that this profile is for. */
  readonly models: readonly string[];
  /** 固件范围。 适用的固件版本;不知道就不写。 Firmware that it holds for; leave out when not known. */
  readonly firmware?: string;
  /** 硬件版本。 适用的硬件版本。 Hardware that it holds for. */
  readonly hardware?: string;
  /** 所属系统。 电气火灾监控、充电,或两者。 Electrical fire monitoring, charging, or both. */
  readonly system: "electricalFire" | "charging" | "both";
  /** 设备类型。 SH-3 的设备类型。 Device type of SH-3. */
  readonly deviceType: DeviceType;
  /** 产品标准及年号。 EF-1.1、CP-1.1:如 GB 14287.2-2014;资料里没有时为 null。 Product standard with its edition; null when the source does not say. */
  readonly standard: string | null;
  /** 认证证书。 EF-1.1:强制性产品认证等证书编号。 Number of the certificate. */
  readonly certificate?: string;
  /** 资料来源。 每条事实来自哪份文件。 The documents that the facts are from. */
  readonly sources: readonly string[];
};

/** 一条说明。 未证实的内容只写在这里,不得用来解码。 What is unconfirmed stands here and is not relied on. */
export type Note = {
  /** 性质。 未证实、自行选择、现场做法、资料。 Unconfirmed, our choice, field practice, information. */
  readonly status: "unconfirmed" | "choice" | "practice" | "information";
  /** 中文。 中文。 Chinese. */
  readonly zh: string;
  /** 英文。 英文。 English. */
  readonly en: string;
};

/** 传输。 协议、方言和轮询。 Protocol, dialect and polling. */
export type Transport = {
  /** 协议。 编解码库里的协议标识。 Id of the protocol in the codec. */
  readonly protocol: ProtocolId;
  /** 方言。 协议里有名称的一组选项。 A named set of the protocol's options. */
  readonly dialect?: string;
  /** 方言选项。 逐项设置,先于方言名。 Single options; they come before those of the named dialect. */
  readonly options?: { readonly [name: string]: string | number | boolean };
  /** 设备时钟的时区。 分钟,默认 480(中国)。 Zone of the device's clock in minutes; default 480, China. */
  readonly utcOffsetMinutes?: number;
  /** 线路参数。 如 9600 8N1、默认地址。 Such as 9600 8N1, the default address. */
  readonly line?: Words;
  /** 轮询。 主站按周期发的命令。 Commands that a master sends again and again. */
  readonly poll?: readonly Poll[];
};

/** 一项轮询。 一条命令和它的周期。 A command and its period. */
export type Poll = {
  /** 命令。 commands 里的键。 Key in commands. */
  readonly command: string;
  readonly slots?: SlotValues;
  /** 周期。 秒。 Seconds. */
  readonly everySeconds: number;
};

/** 在线判断。 EF-4.4.2、CP-3.4.2:上报周期不超过 6 小时。 The upload period is at most 6 hours. */
export type Presence = {
  /** 上报周期。 设备自己上报的周期,秒;资料没有规定时为 null。 Seconds between uploads; null when the source gives none. */
  readonly uploadSeconds: number | null;
  /** 静默多久视为离线。 秒;默认 3 倍上报周期,最多 6 小时。 Seconds; default 3 times the upload period, at most 6 hours. */
  readonly offlineAfterSeconds?: number;
  /** 依据。 这两个数从哪里来。 Where the figures are from. */
  readonly note?: Words;
};

/** 部件。 一个部件,或编号相连的一组。 One component, or a numbered family. */
export type Component = {
  /** 部件键。 如 phase/a、port/{n}。 Such as phase/a, port/{n}. */
  readonly key: ComponentKey;
  /** 中文名。 可含 {n}。 May hold {n}. */
  readonly zh: string;
  /** 英文名。 可含 {n}。 May hold {n}. */
  readonly en: string;
  readonly type: number;
  /** 协议里的键。 协议用别的键时写在这里。 What the protocol calls it, when that differs. */
  readonly native?: ComponentKey;
  /** 首个编号。 {n} 从几起,默认 1。 Where {n} begins, default 1. */
  readonly first?: number;
  /** 个数。 有 {n} 时必填。 Needed with {n}. */
  readonly count?: number;
};

/** Modbus 寄存器。 功能码加从 0 起的线上地址;30009 是功能码 4 地址 8。 Function and 0-based wire address; 30009 is function 4, address 8. */
export type Register = {
  /** 功能码。 1 线圈、2 离散输入、3 保持寄存器、4 输入寄存器;资料没有写明时给出几个。 1 coils, 2 inputs, 3 holding, 4 input registers; several when the source does not say which. */
  readonly function: number | readonly number[];
  /** 地址。 从 0 起。 0-based. */
  readonly address: WireNumber;
  /** 类型。 默认 u16。 Default u16. */
  readonly type?: "u16" | "i16" | "u32" | "i32" | "f32";
  /** 字节次序。 32 位值的字节在线上的次序,A 是最高字节,默认 ABCD。 Order of the bytes of a 32-bit value on the wire, A the highest; default ABCD. */
  readonly order?: "ABCD" | "CDAB" | "BADC" | "DCBA";
};

/** DL/T 645 数据标识。 数据标识;块里的第几项。 Data identifier, and which value of its block. */
export type Item = {
  /** 数据标识。 如 02010100。 Such as 02010100. */
  readonly di: string;
  /** 块内序号。 从 0 起,默认 0。 From 0, default 0. */
  readonly index?: number;
  /** 格式。 厂商自己的标识须写出,如 XXX.X;前面的 ± 表示最高位是符号。 Needed for a vendor's own identifier, such as XXX.X; a ± in front: the top bit is the sign. */
  readonly format?: string;
};

/** GB/T 26875.3 模拟量。 模拟量类型,可限定部件类型;原始值是 16 位有符号整数。 Analog type, of one component type if given; the raw value is a signed 16-bit number. */
export type Analog = {
  /** 模拟量类型。 表 6,128 以上自定义。 Table 6; 128 and above are user-defined. */
  readonly type: number;
  readonly componentType?: number;
};

/** GB/T 26875.3 部件状态字。 类型 2 的 16 位状态字,可限定部件类型;取代协议对同一位的解释。 The 16-bit word of type 2, of one component type if given; it replaces what the protocol says of the same bits. */
export type Status = {
  readonly componentType?: number;
};

/** 协议自己给出的事件。 由协议解出的测量值或状态;写出的条件都要符合。 A reading or condition that the protocol gives; everything written here must agree. */
export type NativeEvent = {
  /** 测量量。 默认与测点相同。 Default: the point's own. */
  readonly quantity?: Quantity;
  /** 报警类型。 默认与本条相同。 Default: the condition's own. */
  readonly type?: AlarmType;
  /** 原始代码。 如 stop:11。 Such as stop:11. */
  readonly rawCode?: string;
};

/** 位段。 原始整数中的一段。 A part of the raw integer. */
export type Bits = {
  /** 最低位。 0 是最低位。 0 is the lowest bit. */
  readonly first: number;
  /** 位数。 几位。 How many. */
  readonly count: number;
};

/** 前提。 同一帧里另一个值等于其中之一(equals),或不等于其中任何一个(differs)。 Another value of the same frame is one of these (equals), or none of them (differs). */
export type Guard = {
  readonly register?: Register;
  readonly item?: Item;
  readonly field?: string;
  readonly bits?: Bits;
  /** 等于。 其中之一。 One of these. */
  readonly equals?: readonly Raw[];
  /** 不等于。 都不是。 None of these. */
  readonly differs?: readonly Raw[];
};

/** 测量。 来源和换算:值 = a × 原始值 ÷ divide + b,单位是测量量的单位。 Source and conversion: value = a x raw / divide + b, in the quantity's unit. */
export type Measure = {
  readonly register?: Register;
  readonly item?: Item;
  readonly analog?: Analog;
  readonly field?: string;
  readonly native?: NativeEvent;
  readonly bits?: Bits;
  /** 系数。 默认 1。 Default 1. */
  readonly a?: number;
  /** 除数。 默认 1,如 800。 Default 1, such as 800. */
  readonly divide?: number;
  /** 偏移。 默认 0。 Default 0. */
  readonly b?: number;
  /** 无效标记。 这些原始值不是测量值,如 -200。 Raw values that mean no measurement, such as -200. */
  readonly sentinels?: readonly Raw[];
  /** 缺失标记。 这些原始值表示没有这一路。 Raw values that mean that there is no such channel. */
  readonly missing?: readonly Raw[];
  /** 下限。 换算后的单位;低于它标为超量程,值保留。 In the quantity's unit; below it the value is kept as out of range. */
  readonly min?: number;
  /** 上限。 换算后的单位;高于它标为超量程,值保留。 In the quantity's unit; above it the value is kept as out of range. */
  readonly max?: number;
  /** 状态值。 原始值到量值的对照,如 {"240": 1, "15": 0};用它时不换算,表外的值给诊断。 Raw values as values of a state; then nothing is scaled, and a value that is not here gives a diagnostic. */
  readonly values?: { readonly [name: string]: number };
};

/** 测点。 来源恰好一个:register、item、analog、field 或 native。 Exactly one source: register, item, analog, field or native. */
export type Point = {
  /** 中文名。 默认是部件名加测量量名。 Default: component and quantity. */
  readonly zh?: string;
  /** 英文名。 默认是部件名加测量量名。 Default: component and quantity. */
  readonly en?: string;
  /** 部件。 components 里的键;不写就是整个设备。 Key in components; left out: the device as a whole. */
  readonly component?: ComponentKey;
  /** 测量量。 标准测量量。 Canonical quantity. */
  readonly quantity: Quantity;
  /** 前提。 都符合才取值。 Only when all of them hold. */
  readonly when?: readonly Guard[];
  readonly register?: Register;
  readonly item?: Item;
  readonly analog?: Analog;
  readonly field?: string;
  readonly native?: NativeEvent;
  readonly bits?: Bits;
  readonly a?: number;
  readonly divide?: number;
  readonly b?: number;
  readonly sentinels?: readonly Raw[];
  readonly missing?: readonly Raw[];
  readonly min?: number;
  readonly max?: number;
  readonly values?: { readonly [name: string]: number };
};

/** 保持方式。 untilReset 复位前一直在;followsValue 随值消失;once 只报一次,没有消失。默认:报警 untilReset,预警和故障 followsValue,事件 once。 untilReset: there until somebody resets it; followsValue: goes with the value; once: told once, never gone. Default: alarms untilReset, warnings and faults followsValue, events once. */
export type Latching = "untilReset" | "followsValue" | "once";

/** 含义。 报警类型;或带属性的对象;null 表示已知、但不是告警。 An alarm type; or an object; null: known, and no alarm. */
export type Meaning = AlarmType | null | FullMeaning;

/** 带属性的含义。 报警类型和它的属性。 An alarm type with what belongs to it. */
export type FullMeaning = {
  /** 报警类型。 标准报警类型。 Canonical alarm type. */
  readonly type: AlarmType;
  /** 告警类别。 写出时须与报警类型一致。 Must agree with the type. */
  readonly class?: AlarmClass;
  readonly latching?: Latching;
  /** 测试。 true:这是自检或测试,记为 selfCheck,不算报警。 True: a test, told as selfCheck and never as an alarm. */
  readonly test?: boolean;
  /** 部件。 与本条不同的部件。 A component other than the condition's. */
  readonly component?: ComponentKey;
  /** 设备的说法。 厂商文件里的中文。 The vendor's Chinese words. */
  readonly zh?: string;
  /** 英文说法。 厂商文件里的英文或译文。 The same in English. */
  readonly en?: string;
};

/** 状态或告警。 来源恰好一个:register、item、status、field 或 native;含义恰好一种:flags(逐位)、codes(逐码)或 type。 Exactly one source: register, item, status, field or native; exactly one meaning: flags by bit, codes by number, or type. */
export type Condition = {
  /** 部件。 components 里的键;不写就是整个设备。 Key in components; left out: the device as a whole. */
  readonly component?: ComponentKey;
  /** 前提。 不符合时,本条的各种状态都算消失。 While it does not hold, the conditions of this entry are gone. */
  readonly when?: readonly Guard[];
  readonly register?: Register;
  readonly item?: Item;
  readonly status?: Status;
  readonly field?: string;
  readonly native?: NativeEvent;
  readonly bits?: Bits;
  /** 逐位含义。 位号到含义,0 是最低位。 Bit number to meaning, 0 the lowest. */
  readonly flags?: { readonly [name: string]: Meaning };
  /** 逐码含义。 代码(十进制或 0x)到含义。 Code, decimal or 0x, to meaning. */
  readonly codes?: { readonly [name: string]: Meaning };
  /** 未知代码。 默认 unmapped:记为未识别的告警(故障、3 级);diagnostic:只给诊断。从不丢弃,也从不替它编等级。 Default unmapped: a fault of level 3; diagnostic: only told to whoever integrates. Never dropped, never given an invented severity. */
  readonly unknown?: "unmapped" | "diagnostic";
  /** 等于。 与 type 同用:原始值是其中之一时存在,默认 [1, true]。 With type: present when the raw value is one of these, default [1, true]. */
  readonly equals?: readonly Raw[];
  /** 报警类型。 标准报警类型。 Canonical alarm type. */
  readonly type?: AlarmType;
  /** 告警类别。 写出时须与报警类型一致。 Must agree with the type. */
  readonly class?: AlarmClass;
  readonly latching?: Latching;
  /** 测试。 与 fullMeaning 相同。 As in a meaning. */
  readonly test?: boolean;
  /** 设备的说法。 厂商文件里的中文。 The vendor's Chinese words. */
  readonly zh?: string;
  /** 英文说法。 厂商文件里的英文或译文。 The same in English. */
  readonly en?: string;
  /** 报警时的值。 同一帧里的当前值。 The value, from the same frame. */
  readonly value?: Measure;
  /** 设定值。 同一帧里的设定值。 The set point, from the same frame. */
  readonly threshold?: Measure;
};

/** 不采用的事件。 协议给出的一类事件。 A class of the protocol's events. */
export type Ignored = {
  /** 种类。 测量值或状态。 Reading or condition. */
  readonly kind: "reading" | "condition";
  /** 部件。 只限这些部件。 Only of these components. */
  readonly component?: ComponentKey;
  /** 测量量。 只限这个量。 Only this quantity. */
  readonly quantity?: Quantity;
  /** 报警类型。 只限这个类型。 Only this type. */
  readonly type?: AlarmType;
  /** 原因。 为什么不可信。 Why it is not to be trusted. */
  readonly why: Words;
};

/** 命令。 帧模板:与 dianan encode 的 JSON 相同;{"$slot": 名} 填入槽,{"$context": 名} 填入流水号、地址、时间,{"$hex": "…"} 是字节。 A frame as dianan encode takes it; {"$slot": name} is filled in, {"$context": name} is the serial, address or time, {"$hex": "…"} are bytes. */
export type Command = {
  /** 中文名。 与标准命令名不同时写。 When it differs from the canonical name. */
  readonly zh?: string;
  /** 英文名。 与标准命令名不同时写。 When it differs from the canonical name. */
  readonly en?: string;
  /** 槽。 下命令的人要给的值。 What whoever commands must give. */
  readonly slots?: { readonly [name: string]: Slot };
  /** 帧模板。 JSON。 JSON. */
  readonly frame: { readonly [name: string]: unknown };
};

/** 槽。 一个有类型的值。 A typed value. */
export type Slot = {
  /** 类型。 数、选项或文字。 Number, choice or text. */
  readonly type: "number" | "choice" | "text";
  /** 中文名。 中文。 Chinese. */
  readonly zh: string;
  /** 英文名。 英文。 English. */
  readonly en: string;
  /** 单位。 如 V。 Such as V. */
  readonly unit?: string;
  /** 最小。 给出的值的下限。 Lowest value that may be given. */
  readonly min?: number;
  /** 最大。 给出的值的上限。 Highest value that may be given. */
  readonly max?: number;
  /** 系数。 给出的值 = a × 线上值 + b,默认 1。 Given value = a x wire value + b, default 1. */
  readonly a?: number;
  /** 偏移。 默认 0。 Default 0. */
  readonly b?: number;
  /** 选项。 选项名到线上值。 Choice to wire value. */
  readonly values?: { readonly [name: string]: Raw };
  /** 字符。 文字里允许的字符,默认 ascii。 Characters that a text may have, default ascii. */
  readonly characters?: "digits" | "hex" | "ascii";
  /** 最短。 字符,默认 0。 Characters, default 0. */
  readonly minLength?: number;
  /** 最长。 字符,默认 32。 Characters, default 32. */
  readonly maxLength?: number;
  /** 定长字节。 写成这么多字节,不足补零;characters 为 hex 时按十六进制。 Written as so many bytes, filled with zeros; with hex characters as their bytes. */
  readonly bytes?: number;
  /** 默认。 不给时用它。 Used when none is given. */
  readonly default?: number | string;
};

/** 槽的值。 槽名到值。 Slot to value. */
export type SlotValues = { readonly [name: string]: number | string };

/** 测试向量。 hex 加 events:应得出这些事件;hex 加 error:应被拒绝;command 加 hex:应编出这些字节;command 加 refused:应拒绝下发。 hex with events; hex with error: must be refused; command with hex: must give these bytes; command with refused: must be refused. */
export type Vector = {
  /** 名称。 说它证明什么。 What it proves. */
  readonly name: string;
  /** 来源。 实采、文件示例或按文件计算。 Captured, printed in the document, or computed from it. */
  readonly source?: string;
  /** 报文。 一帧。 One frame. */
  readonly hex?: string;
  /** 请求帧。 轮询协议所应答的帧。 The frame that it answers, of polled protocols. */
  readonly request?: string;
  /** 方向。 默认 up。 Default up. */
  readonly direction?: "up" | "down";
  /** 接收时刻。 默认 2026-01-01T00:00:00Z。 Default 2026-01-01T00:00:00Z. */
  readonly receivedAt?: string;
  /** 设备时间。 events 里没有写 at 的事件都用它。 Device time of every event that does not write its own. */
  readonly at?: string;
  /** 事件。 全部事件,次序不限。 All events, in any order. */
  readonly events?: readonly Expected[];
  /** 拒绝。 解码错误。 The decoder's refusal. */
  readonly error?: {
    /** 代码。 错误代码。 Error code. */
    readonly code: "truncated" | "bad-magic" | "bad-length" | "bad-checksum" | "bad-value";
    /** 字段。 出错的字段。 The field that is wrong. */
    readonly path?: string;
    /** 偏移。 字节。 Bytes. */
    readonly offset?: number;
  };
  /** 命令。 commands 里的键。 Key in commands. */
  readonly command?: string;
  readonly slots?: SlotValues;
  /** 上下文。 模板里 $context 的值。 What $context stands for. */
  readonly context?: {
    /** 设备地址。 默认 1。 Default 1. */
    readonly device?: number | string;
    /** 流水号。 默认 1。 Default 1. */
    readonly serial?: number;
    /** 时刻。 默认 2026-01-01T00:00:00Z。 Default 2026-01-01T00:00:00Z. */
    readonly at?: string;
  };
  /** 被拒的槽。 如 slots.port。 Such as slots.port. */
  readonly refused?: string;
};

/** 期望的事件。 kind 加模型事件的成员;或 readings、gone 一次写几个。不写的成员取默认:component null、quality good、at null、present true;rawCode、rawText、text、note 不写就不比。 kind with the members of a model event; or readings and gone for several at once. What is left out has its default; rawCode, rawText, text and note are then not compared. */
export type Expected = {
  /** 种类。 模型事件的种类。 Kind of the model event. */
  readonly kind?: "reading" | "condition" | "componentState" | "session" | "commandResult" | "identity" | "deviceClock" | "diagnostic";
  /** 部件。 默认 null。 Default null. */
  readonly component?: string | null;
  /** 设备时间。 默认 null。 Default null. */
  readonly at?: string | null;
  /** 几个测量值。 量到值;"missing"、"sentinel" 表示没有值。 Quantity to value; "missing" and "sentinel" for none. */
  readonly readings?: { readonly [name: string]: Amount };
  /** 几个已消失的状态。 present 为 false。 Conditions that are not present. */
  readonly gone?: readonly AlarmType[];
  readonly quantity?: Quantity;
  readonly value?: Amount;
  readonly threshold?: Amount;
  /** 数据质量。 默认 good。 Default good. */
  readonly quality?: "good" | "missing" | "sentinel" | "estimated" | "outOfRange";
  readonly type?: AlarmType;
  /** 存在。 默认 true。 Default true. */
  readonly present?: boolean;
  readonly rawCode?: string;
  readonly rawText?: string;
  readonly componentType?: number;
  readonly status?: string;
  readonly note?: string;
  readonly phase?: "started" | "progress" | "ended";
  readonly order?: string | null;
  readonly elapsed?: number | null;
  readonly energy?: Amount | null;
  readonly amount?: number | null;
  readonly end?: string | null;
  readonly command?: string;
  readonly outcome?: "done" | "refused" | "failed";
  readonly serial?: number | null;
  readonly facts?: { readonly [name: string]: string };
  readonly code?: string;
  readonly text?: string;
};

/** 量值。 带单位的文字,如 "230.1 V";没有单位的量写数。 A text with its unit, such as "230.1 V"; a number for a quantity without one. */
export type Amount = string | number;
