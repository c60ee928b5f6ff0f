// Generated from specs/profiles by scripts/gen.ts, do not edit.
/** specs/profiles/profile.schema.json, as it is. */
export const profileSchema: unknown = {
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "$id": "https://github.com/dianan/dianan/specs/profiles/profile.schema.json",
 "title": "设备档案",
 "description": "用数据描述一种设备:说哪种协议、哪个寄存器或代码是什么、怎样下命令,并自带测试向量。不含脚本。 A device described as data: which protocol it speaks, which register or code means what, how it is commanded, with its test vectors inside. No scripting.",
 "type": "object",
 "required": [
  "profile",
  "id",
  "version",
  "identity",
  "transport",
  "presence",
  "components",
  "vectors"
 ],
 "additionalProperties": false,
 "properties": {
  "$schema": {
   "type": "string",
   "title": "模式文件",
   "description": "供编辑器提示用。 For editors."
  },
  "profile": {
   "const": 1,
   "title": "格式版本",
   "description": "本格式的版本,现在是 1。 Version of this format, now 1."
  },
  "id": {
   "$ref": "#/$defs/id",
   "title": "档案标识",
   "description": "文件名即标识加 .json。 The file is named after it."
  },
  "version": {
   "type": "string",
   "pattern": "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$",
   "title": "档案版本",
   "description": "含义改变时升版;与每条记录一起保存,映射有误时可追溯。 Raised when a meaning changes; kept beside each record, so that a wrong mapping can be corrected later.",
   "x-expect-zh": "三段版本号,例如 1.0.0",
   "x-expect-en": "three numbers, such as 1.0.0"
  },
  "identity": {
   "$ref": "#/$defs/identity"
  },
  "notes": {
   "type": "array",
   "maxItems": 100,
   "items": {
    "$ref": "#/$defs/note"
   },
   "title": "说明",
   "description": "未证实的事实、自行选择和现场做法。 What is unconfirmed, chosen, or seen in the field."
  },
  "match": {
   "type": "array",
   "minItems": 1,
   "items": {
    "$ref": "#/$defs/guard"
   },
   "title": "识别条件",
   "description": "帧中有这些字段而值不符时,事件照出,另给诊断 profile-mismatch。 A frame that has these fields with other values still gives its events, and a diagnostic profile-mismatch."
  },
  "transport": {
   "$ref": "#/$defs/transport"
  },
  "presence": {
   "$ref": "#/$defs/presence"
  },
  "components": {
   "type": "array",
   "maxItems": 256,
   "items": {
    "$ref": "#/$defs/component"
   },
   "title": "部件",
   "description": "设备里有地址的部分。 The parts of the device."
  },
  "points": {
   "type": "array",
   "maxItems": 1000,
   "items": {
    "$ref": "#/$defs/point"
   },
   "title": "测点",
   "description": "值从哪里来,是什么量。 Where a value comes from and what it measures."
  },
  "conditions": {
   "type": "array",
   "maxItems": 500,
   "items": {
    "$ref": "#/$defs/condition"
   },
   "title": "状态与告警",
   "description": "位、代码对应的标准报警类型。 Bits and codes as canonical alarm types."
  },
  "ignore": {
   "type": "array",
   "items": {
    "$ref": "#/$defs/ignored"
   },
   "title": "不采用的协议事件",
   "description": "协议自己给出、但本设备不可信的事件,须写明原因。 Events of the protocol that mean nothing on this device, with the reason."
  },
  "commands": {
   "type": "object",
   "propertyNames": {
    "$ref": "#/$defs/commandKey"
   },
   "additionalProperties": {
    "$ref": "#/$defs/command"
   },
   "title": "命令",
   "description": "标准命令对应的帧模板;同一命令的不同形式加点号,如 read.thresholds。 Canonical commands as frame templates; variants have a suffix, such as read.thresholds."
  },
  "vectors": {
   "type": "array",
   "maxItems": 1000,
   "minItems": 2,
   "items": {
    "$ref": "#/$defs/vector"
   },
   "title": "测试向量",
   "description": "报文进、事件出;至少一个应被拒绝。 Frames in, events out; at least one is refused."
  }
 },
 "$defs": {
  "id": {
   "type": "string",
   "minLength": 2,
   "maxLength": 64,
   "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
   "x-expect-zh": "小写字母、数字和连字符,首字符为字母",
   "x-expect-en": "lower-case letters, digits and hyphens, a letter first"
  },
  "text": {
   "type": "string",
   "minLength": 1,
   "maxLength": 500,
   "pattern": "\\S",
   "x-expect-zh": "1 到 500 个字符的文字,不能全是空白",
   "x-expect-en": "text of 1 to 500 characters, not all blank"
  },
  "words": {
   "type": "object",
   "required": [
    "zh",
    "en"
   ],
   "additionalProperties": false,
   "title": "中英文",
   "description": "两种语言各一句。 The same in both languages.",
   "properties": {
    "zh": {
     "$ref": "#/$defs/text",
     "title": "中文",
     "description": "中文。 Chinese."
    },
    "en": {
     "$ref": "#/$defs/text",
     "title": "英文",
     "description": "英文。 English."
    }
   }
  },
  "wireNumber": {
   "type": [
    "integer",
    "string"
   ],
   "minimum": 0,
   "maximum": 4294967295,
   "pattern": "^0[xX][0-9A-Fa-f]{1,8}$",
   "x-expect-zh": "从 0 起的整数,或 \"0x\" 开头的十六进制",
   "x-expect-en": "a whole number from 0, or hex that begins with \"0x\""
  },
  "raw": {
   "type": [
    "number",
    "string",
    "boolean",
    "null"
   ],
   "x-expect-zh": "帧里的原始值:数、文字、真假或 null",
   "x-expect-en": "a value as the frame has it: number, text, true, false or null"
  },
  "hex": {
   "type": "string",
   "pattern": "^\\s*([0-9A-Fa-f]{2}\\s*)*$",
   "x-expect-zh": "十六进制字节,可用空格分开",
   "x-expect-en": "bytes in hex, spaces allowed between them"
  },
  "componentKey": {
   "type": "string",
   "minLength": 1,
   "maxLength": 80,
   "pattern": "^[A-Za-z0-9*{][A-Za-z0-9._*{}-]*(/[A-Za-z0-9*{][A-Za-z0-9._*{}-]*)*$",
   "x-expect-zh": "部件键,如 phase/a;{n} 是编号,* 是任意一段",
   "x-expect-en": "a component's key, such as phase/a; {n} is a number, * any one step"
  },
  "componentType": {
   "type": "integer",
   "minimum": 0,
   "maximum": 255,
   "title": "部件类型",
   "description": "GB/T 26875.3-2011 表 5;128 充电口、129 断路器、130 电能表、131 柜或主机。 GB/T 26875.3-2011 table 5; 128 port, 129 breaker, 130 meter, 131 cabinet or host.",
   "x-expect-zh": "0 到 255 的整数",
   "x-expect-en": "a whole number from 0 to 255"
  },
  "path": {
   "type": "string",
   "minLength": 1,
   "maxLength": 120,
   "pattern": "^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*|\\[(\\*|0|[1-9][0-9]{0,3})\\])*$",
   "title": "字段路径",
   "description": "解码后帧里的字段,如 message.ports[*].state;[*] 是每一项。 A field of the decoded frame, such as message.ports[*].state; [*] is every item.",
   "x-expect-zh": "字段路径,如 message.items[*].status.reserved",
   "x-expect-en": "a path, such as message.items[*].status.reserved"
  },
  "instant": {
   "type": "string",
   "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+-][0-9]{2}:[0-9]{2})$",
   "x-expect-zh": "带时区的时刻,如 2026-11-20T08:05:03+08:00",
   "x-expect-en": "a time with its zone, such as 2026-11-20T08:05:03+08:00"
  },
  "identity": {
   "type": "object",
   "required": [
    "vendor",
    "models",
    "system",
    "deviceType",
    "standard",
    "sources"
   ],
   "additionalProperties": false,
   "title": "设备标识",
   "description": "谁的什么设备,依据哪里的资料。 Whose device it is, and where the facts are from.",
   "properties": {
    "vendor": {
     "$ref": "#/$defs/words",
     "title": "厂商",
     "description": "厂商或设备家族的名称。 Name of the vendor, or of the family."
    },
    "models": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/$defs/text"
     },
     "title": "型号",
     "description": "本档案适用的型号。 Models that this profile is for."
    },
    "firmware": {
     "$ref": "#/$defs/text",
     "title": "固件范围",
     "description": "适用的固件版本;不知道就不写。 Firmware that it holds for; leave out when not known."
    },
    "hardware": {
     "$ref": "#/$defs/text",
     "title": "硬件版本",
     "description": "适用的硬件版本。 Hardware that it holds for."
    },
    "system": {
     "enum": [
      "electricalFire",
      "charging",
      "both"
     ],
     "title": "所属系统",
     "description": "电气火灾监控、充电,或两者。 Electrical fire monitoring, charging, or both."
    },
    "deviceType": {
     "$ref": "codes.schema.json#/$defs/deviceType",
     "title": "设备类型",
     "description": "SH-3 的设备类型。 Device type of SH-3."
    },
    "standard": {
     "type": [
      "string",
      "null"
     ],
     "minLength": 1,
     "maxLength": 200,
     "title": "产品标准及年号",
     "description": "EF-1.1、CP-1.1:如 GB 14287.2-2014;资料里没有时为 null。 Product standard with its edition; null when the source does not say.",
     "x-expect-zh": "标准号和年号,或 null",
     "x-expect-en": "a standard with its year, or null"
    },
    "certificate": {
     "$ref": "#/$defs/text",
     "title": "认证证书",
     "description": "EF-1.1:强制性产品认证等证书编号。 Number of the certificate."
    },
    "sources": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/$defs/text"
     },
     "title": "资料来源",
     "description": "每条事实来自哪份文件。 The documents that the facts are from."
    }
   }
  },
  "note": {
   "type": "object",
   "required": [
    "status",
    "zh",
    "en"
   ],
   "additionalProperties": false,
   "title": "一条说明",
   "description": "未证实的内容只写在这里,不得用来解码。 What is unconfirmed stands here and is not relied on.",
   "properties": {
    "status": {
     "enum": [
      "unconfirmed",
      "choice",
      "practice",
      "information"
     ],
     "title": "性质",
     "description": "未证实、自行选择、现场做法、资料。 Unconfirmed, our choice, field practice, information."
    },
    "zh": {
     "$ref": "#/$defs/text",
     "title": "中文",
     "description": "中文。 Chinese."
    },
    "en": {
     "$ref": "#/$defs/text",
     "title": "英文",
     "description": "英文。 English."
    }
   }
  },
  "transport": {
   "type": "object",
   "required": [
    "protocol"
   ],
   "additionalProperties": false,
   "title": "传输",
   "description": "协议、方言和轮询。 Protocol, dialect and polling.",
   "properties": {
    "protocol": {
     "$ref": "codes.schema.json#/$defs/protocol",
     "title": "协议",
     "description": "编解码库里的协议标识。 Id of the protocol in the codec."
    },
    "dialect": {
     "$ref": "#/$defs/text",
     "title": "方言",
     "description": "协议里有名称的一组选项。 A named set of the protocol's options."
    },
    "options": {
     "type": "object",
     "additionalProperties": {
      "type": [
       "string",
       "number",
       "boolean"
      ]
     },
     "title": "方言选项",
     "description": "逐项设置,先于方言名。 Single options; they come before those of the named dialect."
    },
    "utcOffsetMinutes": {
     "type": "integer",
     "minimum": -720,
     "maximum": 840,
     "title": "设备时钟的时区",
     "description": "分钟,默认 480(中国)。 Zone of the device's clock in minutes; default 480, China.",
     "x-expect-zh": "-720 到 840 的整数(分钟)",
     "x-expect-en": "a whole number of minutes from -720 to 840"
    },
    "line": {
     "$ref": "#/$defs/words",
     "title": "线路参数",
     "description": "如 9600 8N1、默认地址。 Such as 9600 8N1, the default address."
    },
    "poll": {
     "type": "array",
     "items": {
      "$ref": "#/$defs/poll"
     },
     "title": "轮询",
     "description": "主站按周期发的命令。 Commands that a master sends again and again."
    }
   }
  },
  "poll": {
   "type": "object",
   "required": [
    "command",
    "everySeconds"
   ],
   "additionalProperties": false,
   "title": "一项轮询",
   "description": "一条命令和它的周期。 A command and its period.",
   "properties": {
    "command": {
     "$ref": "#/$defs/commandKey",
     "title": "命令",
     "description": "commands 里的键。 Key in commands."
    },
    "slots": {
     "$ref": "#/$defs/slotValues"
    },
    "everySeconds": {
     "$ref": "#/$defs/seconds",
     "title": "周期",
     "description": "秒。 Seconds."
    }
   }
  },
  "seconds": {
   "type": "integer",
   "minimum": 1,
   "maximum": 2678400,
   "x-expect-zh": "1 到 2678400 的整数(秒)",
   "x-expect-en": "a whole number of seconds from 1 to 2678400"
  },
  "presence": {
   "type": "object",
   "required": [
    "uploadSeconds"
   ],
   "additionalProperties": false,
   "title": "在线判断",
   "description": "EF-4.4.2、CP-3.4.2:上报周期不超过 6 小时。 The upload period is at most 6 hours.",
   "properties": {
    "uploadSeconds": {
     "type": [
      "integer",
      "null"
     ],
     "minimum": 1,
     "maximum": 21600,
     "title": "上报周期",
     "description": "设备自己上报的周期,秒;资料没有规定时为 null。 Seconds between uploads; null when the source gives none.",
     "x-expect-zh": "1 到 21600 的整数(秒),或 null",
     "x-expect-en": "a whole number of seconds from 1 to 21600, or null"
    },
    "offlineAfterSeconds": {
     "type": "integer",
     "minimum": 1,
     "maximum": 21600,
     "title": "静默多久视为离线",
     "description": "秒;默认 3 倍上报周期,最多 6 小时。 Seconds; default 3 times the upload period, at most 6 hours.",
     "x-expect-zh": "1 到 21600 的整数(秒)",
     "x-expect-en": "a whole number of seconds from 1 to 21600"
    },
    "note": {
     "$ref": "#/$defs/words",
     "title": "依据",
     "description": "这两个数从哪里来。 Where the figures are from."
    }
   }
  },
  "component": {
   "type": "object",
   "required": [
    "key",
    "zh",
    "en",
    "type"
   ],
   "additionalProperties": false,
   "title": "部件",
   "description": "一个部件,或编号相连的一组。 One component, or a numbered family.",
   "properties": {
    "key": {
     "$ref": "#/$defs/componentKey",
     "title": "部件键",
     "description": "如 phase/a、port/{n}。 Such as phase/a, port/{n}."
    },
    "zh": {
     "$ref": "#/$defs/text",
     "title": "中文名",
     "description": "可含 {n}。 May hold {n}."
    },
    "en": {
     "$ref": "#/$defs/text",
     "title": "英文名",
     "description": "可含 {n}。 May hold {n}."
    },
    "type": {
     "$ref": "#/$defs/componentType"
    },
    "native": {
     "$ref": "#/$defs/componentKey",
     "title": "协议里的键",
     "description": "协议用别的键时写在这里。 What the protocol calls it, when that differs."
    },
    "first": {
     "type": "integer",
     "minimum": 0,
     "maximum": 65535,
     "title": "首个编号",
     "description": "{n} 从几起,默认 1。 Where {n} begins, default 1.",
     "x-expect-zh": "0 到 65535 的整数",
     "x-expect-en": "a whole number from 0 to 65535"
    },
    "count": {
     "type": "integer",
     "minimum": 1,
     "maximum": 65535,
     "title": "个数",
     "description": "有 {n} 时必填。 Needed with {n}.",
     "x-expect-zh": "1 到 65535 的整数",
     "x-expect-en": "a whole number from 1 to 65535"
    }
   }
  },
  "register": {
   "type": "object",
   "required": [
    "function",
    "address"
   ],
   "additionalProperties": false,
   "title": "Modbus 寄存器",
   "description": "功能码加从 0 起的线上地址;30009 是功能码 4 地址 8。 Function and 0-based wire address; 30009 is function 4, address 8.",
   "properties": {
    "function": {
     "type": [
      "integer",
      "array"
     ],
     "minimum": 1,
     "maximum": 4,
     "items": {
      "type": "integer",
      "minimum": 1,
      "maximum": 4
     },
     "minItems": 1,
     "title": "功能码",
     "description": "1 线圈、2 离散输入、3 保持寄存器、4 输入寄存器;资料没有写明时给出几个。 1 coils, 2 inputs, 3 holding, 4 input registers; several when the source does not say which.",
     "x-expect-zh": "1 到 4,或其列表",
     "x-expect-en": "1 to 4, or a list of them"
    },
    "address": {
     "$ref": "#/$defs/wireNumber",
     "title": "地址",
     "description": "从 0 起。 0-based."
    },
    "type": {
     "enum": [
      "u16",
      "i16",
      "u32",
      "i32",
      "f32"
     ],
     "title": "类型",
     "description": "默认 u16。 Default u16."
    },
    "order": {
     "enum": [
      "ABCD",
      "CDAB",
      "BADC",
      "DCBA"
     ],
     "title": "字节次序",
     "description": "32 位值的字节在线上的次序,A 是最高字节,默认 ABCD。 Order of the bytes of a 32-bit value on the wire, A the highest; default ABCD."
    }
   }
  },
  "item": {
   "type": "object",
   "required": [
    "di"
   ],
   "additionalProperties": false,
   "title": "DL/T 645 数据标识",
   "description": "数据标识;块里的第几项。 Data identifier, and which value of its block.",
   "properties": {
    "di": {
     "type": "string",
     "pattern": "^[0-9A-Fa-f]{8}$",
     "title": "数据标识",
     "description": "如 02010100。 Such as 02010100.",
     "x-expect-zh": "8 位十六进制数字",
     "x-expect-en": "8 hex digits"
    },
    "index": {
     "type": "integer",
     "minimum": 0,
     "maximum": 63,
     "title": "块内序号",
     "description": "从 0 起,默认 0。 From 0, default 0.",
     "x-expect-zh": "0 到 63 的整数",
     "x-expect-en": "a whole number from 0 to 63"
    },
    "format": {
     "type": "string",
     "pattern": "^±?X{1,8}(\\.X{1,8})?$",
     "title": "格式",
     "description": "厂商自己的标识须写出,如 XXX.X;前面的 ± 表示最高位是符号。 Needed for a vendor's own identifier, such as XXX.X; a ± in front: the top bit is the sign.",
     "x-expect-zh": "X 和小数点,如 XXX.X",
     "x-expect-en": "X and a point, such as XXX.X"
    }
   }
  },
  "analog": {
   "type": "object",
   "required": [
    "type"
   ],
   "additionalProperties": false,
   "title": "GB/T 26875.3 模拟量",
   "description": "模拟量类型,可限定部件类型;原始值是 16 位有符号整数。 Analog type, of one component type if given; the raw value is a signed 16-bit number.",
   "properties": {
    "type": {
     "$ref": "#/$defs/componentType",
     "title": "模拟量类型",
     "description": "表 6,128 以上自定义。 Table 6; 128 and above are user-defined."
    },
    "componentType": {
     "$ref": "#/$defs/componentType"
    }
   }
  },
  "status": {
   "type": "object",
   "additionalProperties": false,
   "title": "GB/T 26875.3 部件状态字",
   "description": "类型 2 的 16 位状态字,可限定部件类型;取代协议对同一位的解释。 The 16-bit word of type 2, of one component type if given; it replaces what the protocol says of the same bits.",
   "properties": {
    "componentType": {
     "$ref": "#/$defs/componentType"
    }
   }
  },
  "nativeEvent": {
   "type": "object",
   "additionalProperties": false,
   "title": "协议自己给出的事件",
   "description": "由协议解出的测量值或状态;写出的条件都要符合。 A reading or condition that the protocol gives; everything written here must agree.",
   "properties": {
    "quantity": {
     "$ref": "codes.schema.json#/$defs/quantity",
     "title": "测量量",
     "description": "默认与测点相同。 Default: the point's own."
    },
    "type": {
     "$ref": "codes.schema.json#/$defs/alarmType",
     "title": "报警类型",
     "description": "默认与本条相同。 Default: the condition's own."
    },
    "rawCode": {
     "$ref": "#/$defs/text",
     "title": "原始代码",
     "description": "如 stop:11。 Such as stop:11."
    }
   }
  },
  "bits": {
   "type": "object",
   "required": [
    "first",
    "count"
   ],
   "additionalProperties": false,
   "title": "位段",
   "description": "原始整数中的一段。 A part of the raw integer.",
   "properties": {
    "first": {
     "type": "integer",
     "minimum": 0,
     "maximum": 31,
     "title": "最低位",
     "description": "0 是最低位。 0 is the lowest bit.",
     "x-expect-zh": "0 到 31 的整数",
     "x-expect-en": "a whole number from 0 to 31"
    },
    "count": {
     "type": "integer",
     "minimum": 1,
     "maximum": 32,
     "title": "位数",
     "description": "几位。 How many.",
     "x-expect-zh": "1 到 32 的整数",
     "x-expect-en": "a whole number from 1 to 32"
    }
   }
  },
  "guard": {
   "type": "object",
   "additionalProperties": false,
   "title": "前提",
   "description": "同一帧里另一个值等于其中之一(equals),或不等于其中任何一个(differs)。 Another value of the same frame is one of these (equals), or none of them (differs).",
   "properties": {
    "register": {
     "$ref": "#/$defs/register"
    },
    "item": {
     "$ref": "#/$defs/item"
    },
    "field": {
     "$ref": "#/$defs/path"
    },
    "bits": {
     "$ref": "#/$defs/bits"
    },
    "equals": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/$defs/raw"
     },
     "title": "等于",
     "description": "其中之一。 One of these."
    },
    "differs": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/$defs/raw"
     },
     "title": "不等于",
     "description": "都不是。 None of these."
    }
   }
  },
  "measure": {
   "type": "object",
   "additionalProperties": false,
   "title": "测量",
   "description": "来源和换算:值 = a × 原始值 ÷ divide + b,单位是测量量的单位。 Source and conversion: value = a x raw / divide + b, in the quantity's unit.",
   "properties": {
    "register": {
     "$ref": "#/$defs/register"
    },
    "item": {
     "$ref": "#/$defs/item"
    },
    "analog": {
     "$ref": "#/$defs/analog"
    },
    "field": {
     "$ref": "#/$defs/path"
    },
    "native": {
     "$ref": "#/$defs/nativeEvent"
    },
    "bits": {
     "$ref": "#/$defs/bits"
    },
    "a": {
     "type": "number",
     "title": "系数",
     "description": "默认 1。 Default 1.",
     "x-expect-zh": "数",
     "x-expect-en": "a number"
    },
    "divide": {
     "type": "number",
     "exclusiveMinimum": 0,
     "title": "除数",
     "description": "默认 1,如 800。 Default 1, such as 800.",
     "x-expect-zh": "大于 0 的数",
     "x-expect-en": "a number above 0"
    },
    "b": {
     "type": "number",
     "title": "偏移",
     "description": "默认 0。 Default 0.",
     "x-expect-zh": "数",
     "x-expect-en": "a number"
    },
    "sentinels": {
     "type": "array",
     "items": {
      "$ref": "#/$defs/raw"
     },
     "title": "无效标记",
     "description": "这些原始值不是测量值,如 -200。 Raw values that mean no measurement, such as -200."
    },
    "missing": {
     "type": "array",
     "items": {
      "$ref": "#/$defs/raw"
     },
     "title": "缺失标记",
     "description": "这些原始值表示没有这一路。 Raw values that mean that there is no such channel."
    },
    "min": {
     "type": "number",
     "title": "下限",
     "description": "换算后的单位;低于它标为超量程,值保留。 In the quantity's unit; below it the value is kept as out of range.",
     "x-expect-zh": "数",
     "x-expect-en": "a number"
    },
    "max": {
     "type": "number",
     "title": "上限",
     "description": "换算后的单位;高于它标为超量程,值保留。 In the quantity's unit; above it the value is kept as out of range.",
     "x-expect-zh": "数",
     "x-expect-en": "a number"
    },
    "values": {
     "type": "object",
     "additionalProperties": {
      "type": "number"
     },
     "title": "状态值",
     "description": "原始值到量值的对照,如 {\"240\": 1, \"15\": 0};用它时不换算,表外的值给诊断。 Raw values as values of a state; then nothing is scaled, and a value that is not here gives a diagnostic."
    }
   }
  },
  "point": {
   "type": "object",
   "required": [
    "quantity"
   ],
   "additionalProperties": false,
   "title": "测点",
   "description": "来源恰好一个:register、item、analog、field 或 native。 Exactly one source: register, item, analog, field or native.",
   "properties": {
    "zh": {
     "$ref": "#/$defs/text",
     "title": "中文名",
     "description": "默认是部件名加测量量名。 Default: component and quantity."
    },
    "en": {
     "$ref": "#/$defs/text",
     "title": "英文名",
     "description": "默认是部件名加测量量名。 Default: component and quantity."
    },
    "component": {
     "$ref": "#/$defs/componentKey",
     "title": "部件",
     "description": "components 里的键;不写就是整个设备。 Key in components; left out: the device as a whole."
    },
    "quantity": {
     "$ref": "codes.schema.json#/$defs/quantity",
     "title": "测量量",
     "description": "标准测量量。 Canonical quantity."
    },
    "when": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/$defs/guard"
     },
     "title": "前提",
     "description": "都符合才取值。 Only when all of them hold."
    },
    "register": {
     "$ref": "#/$defs/register"
    },
    "item": {
     "$ref": "#/$defs/item"
    },
    "analog": {
     "$ref": "#/$defs/analog"
    },
    "field": {
     "$ref": "#/$defs/path"
    },
    "native": {
     "$ref": "#/$defs/nativeEvent"
    },
    "bits": {
     "$ref": "#/$defs/bits"
    },
    "a": {
     "$ref": "#/$defs/measure/properties/a"
    },
    "divide": {
     "$ref": "#/$defs/measure/properties/divide"
    },
    "b": {
     "$ref": "#/$defs/measure/properties/b"
    },
    "sentinels": {
     "$ref": "#/$defs/measure/properties/sentinels"
    },
    "missing": {
     "$ref": "#/$defs/measure/properties/missing"
    },
    "min": {
     "$ref": "#/$defs/measure/properties/min"
    },
    "max": {
     "$ref": "#/$defs/measure/properties/max"
    },
    "values": {
     "$ref": "#/$defs/measure/properties/values"
    }
   }
  },
  "latching": {
   "enum": [
    "untilReset",
    "followsValue",
    "once"
   ],
   "title": "保持方式",
   "description": "untilReset 复位前一直在;followsValue 随值消失;once 只报一次,没有消失。默认:报警 untilReset,预警和故障 followsValue,事件 once。 untilReset: there until somebody resets it; followsValue: goes with the value; once: told once, never gone. Default: alarms untilReset, warnings and faults followsValue, events once."
  },
  "meaning": {
   "title": "含义",
   "description": "报警类型;或带属性的对象;null 表示已知、但不是告警。 An alarm type; or an object; null: known, and no alarm.",
   "anyOf": [
    {
     "$ref": "codes.schema.json#/$defs/alarmType"
    },
    {
     "type": "null"
    },
    {
     "$ref": "#/$defs/fullMeaning"
    }
   ],
   "x-expect-zh": "报警类型、null,或带 type 的对象",
   "x-expect-en": "an alarm type, null, or an object with a type"
  },
  "fullMeaning": {
   "type": "object",
   "required": [
    "type"
   ],
   "additionalProperties": false,
   "title": "带属性的含义",
   "description": "报警类型和它的属性。 An alarm type with what belongs to it.",
   "properties": {
    "type": {
     "$ref": "codes.schema.json#/$defs/alarmType",
     "title": "报警类型",
     "description": "标准报警类型。 Canonical alarm type."
    },
    "class": {
     "$ref": "codes.schema.json#/$defs/alarmClass",
     "title": "告警类别",
     "description": "写出时须与报警类型一致。 Must agree with the type."
    },
    "latching": {
     "$ref": "#/$defs/latching"
    },
    "test": {
     "type": "boolean",
     "title": "测试",
     "description": "true:这是自检或测试,记为 selfCheck,不算报警。 True: a test, told as selfCheck and never as an alarm.",
     "x-expect-zh": "true 或 false",
     "x-expect-en": "true or false"
    },
    "component": {
     "$ref": "#/$defs/componentKey",
     "title": "部件",
     "description": "与本条不同的部件。 A component other than the condition's."
    },
    "zh": {
     "$ref": "#/$defs/text",
     "title": "设备的说法",
     "description": "厂商文件里的中文。 The vendor's Chinese words."
    },
    "en": {
     "$ref": "#/$defs/text",
     "title": "英文说法",
     "description": "厂商文件里的英文或译文。 The same in English."
    }
   }
  },
  "condition": {
   "type": "object",
   "additionalProperties": false,
   "title": "状态或告警",
   "description": "来源恰好一个:register、item、status、field 或 native;含义恰好一种:flags(逐位)、codes(逐码)或 type。 Exactly one source: register, item, status, field or native; exactly one meaning: flags by bit, codes by number, or type.",
   "properties": {
    "component": {
     "$ref": "#/$defs/componentKey",
     "title": "部件",
     "description": "components 里的键;不写就是整个设备。 Key in components; left out: the device as a whole."
    },
    "when": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/$defs/guard"
     },
     "title": "前提",
     "description": "不符合时,本条的各种状态都算消失。 While it does not hold, the conditions of this entry are gone."
    },
    "register": {
     "$ref": "#/$defs/register"
    },
    "item": {
     "$ref": "#/$defs/item"
    },
    "status": {
     "$ref": "#/$defs/status"
    },
    "field": {
     "$ref": "#/$defs/path"
    },
    "native": {
     "$ref": "#/$defs/nativeEvent"
    },
    "bits": {
     "$ref": "#/$defs/bits"
    },
    "flags": {
     "type": "object",
     "minProperties": 1,
     "propertyNames": {
      "pattern": "^([0-9]|[12][0-9]|3[01])$"
     },
     "additionalProperties": {
      "$ref": "#/$defs/meaning"
     },
     "title": "逐位含义",
     "description": "位号到含义,0 是最低位。 Bit number to meaning, 0 the lowest."
    },
    "codes": {
     "type": "object",
     "minProperties": 1,
     "additionalProperties": {
      "$ref": "#/$defs/meaning"
     },
     "title": "逐码含义",
     "description": "代码(十进制或 0x)到含义。 Code, decimal or 0x, to meaning."
    },
    "unknown": {
     "enum": [
      "unmapped",
      "diagnostic"
     ],
     "title": "未知代码",
     "description": "默认 unmapped:记为未识别的告警(故障、3 级);diagnostic:只给诊断。从不丢弃,也从不替它编等级。 Default unmapped: a fault of level 3; diagnostic: only told to whoever integrates. Never dropped, never given an invented severity."
    },
    "equals": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "#/$defs/raw"
     },
     "title": "等于",
     "description": "与 type 同用:原始值是其中之一时存在,默认 [1, true]。 With type: present when the raw value is one of these, default [1, true]."
    },
    "type": {
     "$ref": "codes.schema.json#/$defs/alarmType",
     "title": "报警类型",
     "description": "标准报警类型。 Canonical alarm type."
    },
    "class": {
     "$ref": "codes.schema.json#/$defs/alarmClass",
     "title": "告警类别",
     "description": "写出时须与报警类型一致。 Must agree with the type."
    },
    "latching": {
     "$ref": "#/$defs/latching"
    },
    "test": {
     "type": "boolean",
     "title": "测试",
     "description": "与 fullMeaning 相同。 As in a meaning.",
     "x-expect-zh": "true 或 false",
     "x-expect-en": "true or false"
    },
    "zh": {
     "$ref": "#/$defs/text",
     "title": "设备的说法",
     "description": "厂商文件里的中文。 The vendor's Chinese words."
    },
    "en": {
     "$ref": "#/$defs/text",
     "title": "英文说法",
     "description": "厂商文件里的英文或译文。 The same in English."
    },
    "value": {
     "$ref": "#/$defs/measure",
     "title": "报警时的值",
     "description": "同一帧里的当前值。 The value, from the same frame."
    },
    "threshold": {
     "$ref": "#/$defs/measure",
     "title": "设定值",
     "description": "同一帧里的设定值。 The set point, from the same frame."
    }
   }
  },
  "ignored": {
   "type": "object",
   "required": [
    "kind",
    "why"
   ],
   "additionalProperties": false,
   "title": "不采用的事件",
   "description": "协议给出的一类事件。 A class of the protocol's events.",
   "properties": {
    "kind": {
     "enum": [
      "reading",
      "condition"
     ],
     "title": "种类",
     "description": "测量值或状态。 Reading or condition."
    },
    "component": {
     "$ref": "#/$defs/componentKey",
     "title": "部件",
     "description": "只限这些部件。 Only of these components."
    },
    "quantity": {
     "$ref": "codes.schema.json#/$defs/quantity",
     "title": "测量量",
     "description": "只限这个量。 Only this quantity."
    },
    "type": {
     "$ref": "codes.schema.json#/$defs/alarmType",
     "title": "报警类型",
     "description": "只限这个类型。 Only this type."
    },
    "why": {
     "$ref": "#/$defs/words",
     "title": "原因",
     "description": "为什么不可信。 Why it is not to be trusted."
    }
   }
  },
  "commandKey": {
   "type": "string",
   "maxLength": 64,
   "pattern": "^[a-z][A-Za-z]*(\\.[a-z][A-Za-z0-9-]*)?$",
   "x-expect-zh": "标准命令名,可加点号和后缀,如 read.thresholds",
   "x-expect-en": "a canonical command, with a suffix if need be, such as read.thresholds"
  },
  "command": {
   "type": "object",
   "required": [
    "frame"
   ],
   "additionalProperties": false,
   "title": "命令",
   "description": "帧模板:与 dianan encode 的 JSON 相同;{\"$slot\": 名} 填入槽,{\"$context\": 名} 填入流水号、地址、时间,{\"$hex\": \"…\"} 是字节。 A frame as dianan encode takes it; {\"$slot\": name} is filled in, {\"$context\": name} is the serial, address or time, {\"$hex\": \"…\"} are bytes.",
   "properties": {
    "zh": {
     "$ref": "#/$defs/text",
     "title": "中文名",
     "description": "与标准命令名不同时写。 When it differs from the canonical name."
    },
    "en": {
     "$ref": "#/$defs/text",
     "title": "英文名",
     "description": "与标准命令名不同时写。 When it differs from the canonical name."
    },
    "slots": {
     "type": "object",
     "propertyNames": {
      "pattern": "^[a-z][A-Za-z0-9]*$"
     },
     "additionalProperties": {
      "$ref": "#/$defs/slot"
     },
     "title": "槽",
     "description": "下命令的人要给的值。 What whoever commands must give."
    },
    "frame": {
     "title": "帧模板",
     "description": "JSON。 JSON.",
     "type": "object"
    }
   }
  },
  "slot": {
   "type": "object",
   "required": [
    "type",
    "zh",
    "en"
   ],
   "additionalProperties": false,
   "title": "槽",
   "description": "一个有类型的值。 A typed value.",
   "properties": {
    "type": {
     "enum": [
      "number",
      "choice",
      "text"
     ],
     "title": "类型",
     "description": "数、选项或文字。 Number, choice or text."
    },
    "zh": {
     "$ref": "#/$defs/text",
     "title": "中文名",
     "description": "中文。 Chinese."
    },
    "en": {
     "$ref": "#/$defs/text",
     "title": "英文名",
     "description": "英文。 English."
    },
    "unit": {
     "$ref": "#/$defs/text",
     "title": "单位",
     "description": "如 V。 Such as V."
    },
    "min": {
     "type": "number",
     "title": "最小",
     "description": "给出的值的下限。 Lowest value that may be given.",
     "x-expect-zh": "数",
     "x-expect-en": "a number"
    },
    "max": {
     "type": "number",
     "title": "最大",
     "description": "给出的值的上限。 Highest value that may be given.",
     "x-expect-zh": "数",
     "x-expect-en": "a number"
    },
    "a": {
     "type": "number",
     "title": "系数",
     "description": "给出的值 = a × 线上值 + b,默认 1。 Given value = a x wire value + b, default 1.",
     "x-expect-zh": "不为 0 的数",
     "x-expect-en": "a number that is not 0",
     "not": {
      "const": 0
     }
    },
    "b": {
     "type": "number",
     "title": "偏移",
     "description": "默认 0。 Default 0.",
     "x-expect-zh": "数",
     "x-expect-en": "a number"
    },
    "values": {
     "type": "object",
     "minProperties": 1,
     "additionalProperties": {
      "$ref": "#/$defs/raw"
     },
     "title": "选项",
     "description": "选项名到线上值。 Choice to wire value."
    },
    "characters": {
     "enum": [
      "digits",
      "hex",
      "ascii"
     ],
     "title": "字符",
     "description": "文字里允许的字符,默认 ascii。 Characters that a text may have, default ascii."
    },
    "minLength": {
     "type": "integer",
     "minimum": 0,
     "maximum": 255,
     "title": "最短",
     "description": "字符,默认 0。 Characters, default 0.",
     "x-expect-zh": "0 到 255 的整数",
     "x-expect-en": "a whole number from 0 to 255"
    },
    "maxLength": {
     "type": "integer",
     "minimum": 0,
     "maximum": 255,
     "title": "最长",
     "description": "字符,默认 32。 Characters, default 32.",
     "x-expect-zh": "0 到 255 的整数",
     "x-expect-en": "a whole number from 0 to 255"
    },
    "bytes": {
     "type": "integer",
     "minimum": 1,
     "maximum": 255,
     "title": "定长字节",
     "description": "写成这么多字节,不足补零;characters 为 hex 时按十六进制。 Written as so many bytes, filled with zeros; with hex characters as their bytes.",
     "x-expect-zh": "1 到 255 的整数",
     "x-expect-en": "a whole number from 1 to 255"
    },
    "default": {
     "type": [
      "number",
      "string"
     ],
     "title": "默认",
     "description": "不给时用它。 Used when none is given.",
     "x-expect-zh": "数或文字",
     "x-expect-en": "a number or text"
    }
   }
  },
  "slotValues": {
   "type": "object",
   "additionalProperties": {
    "type": [
     "number",
     "string"
    ]
   },
   "title": "槽的值",
   "description": "槽名到值。 Slot to value."
  },
  "vector": {
   "type": "object",
   "required": [
    "name"
   ],
   "additionalProperties": false,
   "title": "测试向量",
   "description": "hex 加 events:应得出这些事件;hex 加 error:应被拒绝;command 加 hex:应编出这些字节;command 加 refused:应拒绝下发。 hex with events; hex with error: must be refused; command with hex: must give these bytes; command with refused: must be refused.",
   "properties": {
    "name": {
     "$ref": "#/$defs/text",
     "title": "名称",
     "description": "说它证明什么。 What it proves."
    },
    "source": {
     "$ref": "#/$defs/text",
     "title": "来源",
     "description": "实采、文件示例或按文件计算。 Captured, printed in the document, or computed from it."
    },
    "hex": {
     "$ref": "#/$defs/hex",
     "title": "报文",
     "description": "一帧。 One frame."
    },
    "request": {
     "$ref": "#/$defs/hex",
     "title": "请求帧",
     "description": "轮询协议所应答的帧。 The frame that it answers, of polled protocols."
    },
    "direction": {
     "enum": [
      "up",
      "down"
     ],
     "title": "方向",
     "description": "默认 up。 Default up."
    },
    "receivedAt": {
     "$ref": "#/$defs/instant",
     "title": "接收时刻",
     "description": "默认 2026-01-01T00:00:00Z。 Default 2026-01-01T00:00:00Z."
    },
    "at": {
     "$ref": "#/$defs/instant",
     "title": "设备时间",
     "description": "events 里没有写 at 的事件都用它。 Device time of every event that does not write its own."
    },
    "events": {
     "type": "array",
     "items": {
      "$ref": "#/$defs/expected"
     },
     "title": "事件",
     "description": "全部事件,次序不限。 All events, in any order."
    },
    "error": {
     "type": "object",
     "required": [
      "code"
     ],
     "additionalProperties": false,
     "title": "拒绝",
     "description": "解码错误。 The decoder's refusal.",
     "properties": {
      "code": {
       "enum": [
        "truncated",
        "bad-magic",
        "bad-length",
        "bad-checksum",
        "bad-value"
       ],
       "title": "代码",
       "description": "错误代码。 Error code."
      },
      "path": {
       "type": "string",
       "title": "字段",
       "description": "出错的字段。 The field that is wrong."
      },
      "offset": {
       "type": "integer",
       "minimum": 0,
       "title": "偏移",
       "description": "字节。 Bytes.",
       "x-expect-zh": "从 0 起的整数",
       "x-expect-en": "a whole number from 0"
      }
     }
    },
    "command": {
     "$ref": "#/$defs/commandKey",
     "title": "命令",
     "description": "commands 里的键。 Key in commands."
    },
    "slots": {
     "$ref": "#/$defs/slotValues"
    },
    "context": {
     "type": "object",
     "additionalProperties": false,
     "title": "上下文",
     "description": "模板里 $context 的值。 What $context stands for.",
     "properties": {
      "device": {
       "type": [
        "number",
        "string"
       ],
       "title": "设备地址",
       "description": "默认 1。 Default 1.",
       "x-expect-zh": "数或文字",
       "x-expect-en": "a number or text"
      },
      "serial": {
       "type": "integer",
       "minimum": 0,
       "title": "流水号",
       "description": "默认 1。 Default 1.",
       "x-expect-zh": "从 0 起的整数",
       "x-expect-en": "a whole number from 0"
      },
      "at": {
       "$ref": "#/$defs/instant",
       "title": "时刻",
       "description": "默认 2026-01-01T00:00:00Z。 Default 2026-01-01T00:00:00Z."
      }
     }
    },
    "refused": {
     "type": "string",
     "title": "被拒的槽",
     "description": "如 slots.port。 Such as slots.port."
    }
   }
  },
  "expected": {
   "type": "object",
   "additionalProperties": false,
   "title": "期望的事件",
   "description": "kind 加模型事件的成员;或 readings、gone 一次写几个。不写的成员取默认:component null、quality good、at null、present true;rawCode、rawText、text、note 不写就不比。 kind with the members of a model event; or readings and gone for several at once. What is left out has its default; rawCode, rawText, text and note are then not compared.",
   "properties": {
    "kind": {
     "enum": [
      "reading",
      "condition",
      "componentState",
      "session",
      "commandResult",
      "identity",
      "deviceClock",
      "diagnostic"
     ],
     "title": "种类",
     "description": "模型事件的种类。 Kind of the model event."
    },
    "component": {
     "type": [
      "string",
      "null"
     ],
     "title": "部件",
     "description": "默认 null。 Default null.",
     "x-expect-zh": "部件键或 null",
     "x-expect-en": "a component's key or null"
    },
    "at": {
     "anyOf": [
      {
       "$ref": "#/$defs/instant"
      },
      {
       "type": "null"
      }
     ],
     "title": "设备时间",
     "description": "默认 null。 Default null.",
     "x-expect-zh": "带时区的时刻,或 null",
     "x-expect-en": "a time with its zone, or null"
    },
    "readings": {
     "type": "object",
     "minProperties": 1,
     "propertyNames": {
      "$ref": "codes.schema.json#/$defs/quantity"
     },
     "additionalProperties": {
      "$ref": "#/$defs/amount"
     },
     "title": "几个测量值",
     "description": "量到值;\"missing\"、\"sentinel\" 表示没有值。 Quantity to value; \"missing\" and \"sentinel\" for none."
    },
    "gone": {
     "type": "array",
     "minItems": 1,
     "items": {
      "$ref": "codes.schema.json#/$defs/alarmType"
     },
     "title": "几个已消失的状态",
     "description": "present 为 false。 Conditions that are not present."
    },
    "quantity": {
     "$ref": "codes.schema.json#/$defs/quantity"
    },
    "value": {
     "$ref": "#/$defs/amount"
    },
    "threshold": {
     "$ref": "#/$defs/amount"
    },
    "quality": {
     "enum": [
      "good",
      "missing",
      "sentinel",
      "estimated",
      "outOfRange"
     ],
     "title": "数据质量",
     "description": "默认 good。 Default good."
    },
    "type": {
     "$ref": "codes.schema.json#/$defs/alarmType"
    },
    "present": {
     "type": "boolean",
     "title": "存在",
     "description": "默认 true。 Default true.",
     "x-expect-zh": "true 或 false",
     "x-expect-en": "true or false"
    },
    "rawCode": {
     "type": "string"
    },
    "rawText": {
     "type": "string"
    },
    "componentType": {
     "$ref": "#/$defs/componentType"
    },
    "status": {
     "type": "string"
    },
    "note": {
     "type": "string"
    },
    "phase": {
     "enum": [
      "started",
      "progress",
      "ended"
     ]
    },
    "order": {
     "type": [
      "string",
      "null"
     ]
    },
    "elapsed": {
     "type": [
      "integer",
      "null"
     ]
    },
    "energy": {
     "anyOf": [
      {
       "$ref": "#/$defs/amount"
      },
      {
       "type": "null"
      }
     ]
    },
    "amount": {
     "type": [
      "integer",
      "null"
     ]
    },
    "end": {
     "type": [
      "string",
      "null"
     ]
    },
    "command": {
     "type": "string"
    },
    "outcome": {
     "enum": [
      "done",
      "refused",
      "failed"
     ]
    },
    "serial": {
     "type": [
      "integer",
      "null"
     ]
    },
    "facts": {
     "type": "object",
     "additionalProperties": {
      "type": "string"
     }
    },
    "code": {
     "type": "string"
    },
    "text": {
     "type": "string"
    }
   }
  },
  "amount": {
   "type": [
    "string",
    "number"
   ],
   "minLength": 1,
   "title": "量值",
   "description": "带单位的文字,如 \"230.1 V\";没有单位的量写数。 A text with its unit, such as \"230.1 V\"; a number for a quantity without one.",
   "x-expect-zh": "带单位的文字,如 \"230.1 V\",或没有单位的数",
   "x-expect-en": "a text with its unit, such as \"230.1 V\", or a number without one"
  }
 }
};
