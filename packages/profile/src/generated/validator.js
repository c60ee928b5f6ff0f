// Generated from specs/profiles by scripts/gen.ts, do not edit.
var qe = (t, n) => () => {
  try {
    return n || t((n = { exports: {} }).exports, n), n.exports;
  } catch (d) {
    throw n = 0, d;
  }
};

var De = qe((ve) => {
  "use strict";
  Object.defineProperty(ve, "__esModule", { value: !0 });
  function ke(t) {
    let n = t.length, d = 0, m = 0, l;
    for (; m < n; )
      d++, l = t.charCodeAt(m++), l >= 55296 && l <= 56319 && m < n && (l = t.charCodeAt(m), (l & 64512) === 56320 && m++);
    return d;
  }
  ve.default = ke;
  ke.code = 'require("ajv/dist/runtime/ucs2length").default';
});

var tt = we, je = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://github.com/dianan/dianan/specs/profiles/profile.schema.json", title: "\u8BBE\u5907\u6863\u6848", description: "\u7528\u6570\u636E\u63CF\u8FF0\u4E00\u79CD\u8BBE\u5907:\u8BF4\u54EA\u79CD\u534F\u8BAE\u3001\u54EA\u4E2A\u5BC4\u5B58\u5668\u6216\u4EE3\u7801\u662F\u4EC0\u4E48\u3001\u600E\u6837\u4E0B\u547D\u4EE4,\u5E76\u81EA\u5E26\u6D4B\u8BD5\u5411\u91CF\u3002\u4E0D\u542B\u811A\u672C\u3002 A device described as data: which protocol it speaks, which register or code means what, how it is commanded, with its test vectors inside. No scripting.", type: "object", required: ["profile", "id", "version", "identity", "transport", "presence", "components", "vectors"], additionalProperties: !1, properties: { $schema: { type: "string", title: "\u6A21\u5F0F\u6587\u4EF6", description: "\u4F9B\u7F16\u8F91\u5668\u63D0\u793A\u7528\u3002 For editors." }, profile: { const: 1, title: "\u683C\u5F0F\u7248\u672C", description: "\u672C\u683C\u5F0F\u7684\u7248\u672C,\u73B0\u5728\u662F 1\u3002 Version of this format, now 1." }, id: { $ref: "#/$defs/id", title: "\u6863\u6848\u6807\u8BC6", description: "\u6587\u4EF6\u540D\u5373\u6807\u8BC6\u52A0 .json\u3002 The file is named after it." }, version: { type: "string", pattern: "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$", title: "\u6863\u6848\u7248\u672C", description: "\u542B\u4E49\u6539\u53D8\u65F6\u5347\u7248;\u4E0E\u6BCF\u6761\u8BB0\u5F55\u4E00\u8D77\u4FDD\u5B58,\u6620\u5C04\u6709\u8BEF\u65F6\u53EF\u8FFD\u6EAF\u3002 Raised when a meaning changes; kept beside each record, so that a wrong mapping can be corrected later.", "x-expect-zh": "\u4E09\u6BB5\u7248\u672C\u53F7,\u4F8B\u5982 1.0.0", "x-expect-en": "three numbers, such as 1.0.0" }, identity: { $ref: "#/$defs/identity" }, notes: { type: "array", maxItems: 100, items: { $ref: "#/$defs/note" }, title: "\u8BF4\u660E", description: "\u672A\u8BC1\u5B9E\u7684\u4E8B\u5B9E\u3001\u81EA\u884C\u9009\u62E9\u548C\u73B0\u573A\u505A\u6CD5\u3002 What is unconfirmed, chosen, or seen in the field." }, match: { type: "array", minItems: 1, items: { $ref: "#/$defs/guard" }, title: "\u8BC6\u522B\u6761\u4EF6", description: "\u5E27\u4E2D\u6709\u8FD9\u4E9B\u5B57\u6BB5\u800C\u503C\u4E0D\u7B26\u65F6,\u4E8B\u4EF6\u7167\u51FA,\u53E6\u7ED9\u8BCA\u65AD profile-mismatch\u3002 A frame that has these fields with other values still gives its events, and a diagnostic profile-mismatch." }, transport: { $ref: "#/$defs/transport" }, presence: { $ref: "#/$defs/presence" }, components: { type: "array", maxItems: 256, items: { $ref: "#/$defs/component" }, title: "\u90E8\u4EF6", description: "\u8BBE\u5907\u91CC\u6709\u5730\u5740\u7684\u90E8\u5206\u3002 The parts of the device." }, points: { type: "array", maxItems: 1e3, items: { $ref: "#/$defs/point" }, title: "\u6D4B\u70B9", description: "\u503C\u4ECE\u54EA\u91CC\u6765,\u662F\u4EC0\u4E48\u91CF\u3002 Where a value comes from and what it measures." }, conditions: { type: "array", maxItems: 500, items: { $ref: "#/$defs/condition" }, title: "\u72B6\u6001\u4E0E\u544A\u8B66", description: "\u4F4D\u3001\u4EE3\u7801\u5BF9\u5E94\u7684\u6807\u51C6\u62A5\u8B66\u7C7B\u578B\u3002 Bits and codes as canonical alarm types." }, ignore: { type: "array", items: { $ref: "#/$defs/ignored" }, title: "\u4E0D\u91C7\u7528\u7684\u534F\u8BAE\u4E8B\u4EF6", description: "\u534F\u8BAE\u81EA\u5DF1\u7ED9\u51FA\u3001\u4F46\u672C\u8BBE\u5907\u4E0D\u53EF\u4FE1\u7684\u4E8B\u4EF6,\u987B\u5199\u660E\u539F\u56E0\u3002 Events of the protocol that mean nothing on this device, with the reason." }, commands: { type: "object", propertyNames: { $ref: "#/$defs/commandKey" }, additionalProperties: { $ref: "#/$defs/command" }, title: "\u547D\u4EE4", description: "\u6807\u51C6\u547D\u4EE4\u5BF9\u5E94\u7684\u5E27\u6A21\u677F;\u540C\u4E00\u547D\u4EE4\u7684\u4E0D\u540C\u5F62\u5F0F\u52A0\u70B9\u53F7,\u5982 read.thresholds\u3002 Canonical commands as frame templates; variants have a suffix, such as read.thresholds." }, vectors: { type: "array", maxItems: 1e3, minItems: 2, items: { $ref: "#/$defs/vector" }, title: "\u6D4B\u8BD5\u5411\u91CF", description: "\u62A5\u6587\u8FDB\u3001\u4E8B\u4EF6\u51FA;\u81F3\u5C11\u4E00\u4E2A\u5E94\u88AB\u62D2\u7EDD\u3002 Frames in, events out; at least one is refused." } }, $defs: { id: { type: "string", minLength: 2, maxLength: 64, pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "x-expect-zh": "\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26,\u9996\u5B57\u7B26\u4E3A\u5B57\u6BCD", "x-expect-en": "lower-case letters, digits and hyphens, a letter first" }, text: { type: "string", minLength: 1, maxLength: 500, pattern: "\\S", "x-expect-zh": "1 \u5230 500 \u4E2A\u5B57\u7B26\u7684\u6587\u5B57,\u4E0D\u80FD\u5168\u662F\u7A7A\u767D", "x-expect-en": "text of 1 to 500 characters, not all blank" }, words: { type: "object", required: ["zh", "en"], additionalProperties: !1, title: "\u4E2D\u82F1\u6587", description: "\u4E24\u79CD\u8BED\u8A00\u5404\u4E00\u53E5\u3002 The same in both languages.", properties: { zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587", description: "\u4E2D\u6587\u3002 Chinese." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587", description: "\u82F1\u6587\u3002 English." } } }, wireNumber: { type: ["integer", "string"], minimum: 0, maximum: 4294967295, pattern: "^0[xX][0-9A-Fa-f]{1,8}$", "x-expect-zh": '\u4ECE 0 \u8D77\u7684\u6574\u6570,\u6216 "0x" \u5F00\u5934\u7684\u5341\u516D\u8FDB\u5236', "x-expect-en": 'a whole number from 0, or hex that begins with "0x"' }, raw: { type: ["number", "string", "boolean", "null"], "x-expect-zh": "\u5E27\u91CC\u7684\u539F\u59CB\u503C:\u6570\u3001\u6587\u5B57\u3001\u771F\u5047\u6216 null", "x-expect-en": "a value as the frame has it: number, text, true, false or null" }, hex: { type: "string", pattern: "^\\s*([0-9A-Fa-f]{2}\\s*)*$", "x-expect-zh": "\u5341\u516D\u8FDB\u5236\u5B57\u8282,\u53EF\u7528\u7A7A\u683C\u5206\u5F00", "x-expect-en": "bytes in hex, spaces allowed between them" }, componentKey: { type: "string", minLength: 1, maxLength: 80, pattern: "^[A-Za-z0-9*{][A-Za-z0-9._*{}-]*(/[A-Za-z0-9*{][A-Za-z0-9._*{}-]*)*$", "x-expect-zh": "\u90E8\u4EF6\u952E,\u5982 phase/a;{n} \u662F\u7F16\u53F7,* \u662F\u4EFB\u610F\u4E00\u6BB5", "x-expect-en": "a component's key, such as phase/a; {n} is a number, * any one step" }, componentType: { type: "integer", minimum: 0, maximum: 255, title: "\u90E8\u4EF6\u7C7B\u578B", description: "GB/T 26875.3-2011 \u8868 5;128 \u5145\u7535\u53E3\u3001129 \u65AD\u8DEF\u5668\u3001130 \u7535\u80FD\u8868\u3001131 \u67DC\u6216\u4E3B\u673A\u3002 GB/T 26875.3-2011 table 5; 128 port, 129 breaker, 130 meter, 131 cabinet or host.", "x-expect-zh": "0 \u5230 255 \u7684\u6574\u6570", "x-expect-en": "a whole number from 0 to 255" }, path: { type: "string", minLength: 1, maxLength: 120, pattern: "^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*|\\[(\\*|0|[1-9][0-9]{0,3})\\])*$", title: "\u5B57\u6BB5\u8DEF\u5F84", description: "\u89E3\u7801\u540E\u5E27\u91CC\u7684\u5B57\u6BB5,\u5982 message.ports[*].state;[*] \u662F\u6BCF\u4E00\u9879\u3002 A field of the decoded frame, such as message.ports[*].state; [*] is every item.", "x-expect-zh": "\u5B57\u6BB5\u8DEF\u5F84,\u5982 message.items[*].status.reserved", "x-expect-en": "a path, such as message.items[*].status.reserved" }, instant: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+-][0-9]{2}:[0-9]{2})$", "x-expect-zh": "\u5E26\u65F6\u533A\u7684\u65F6\u523B,\u5982 2026-11-20T08:05:03+08:00", "x-expect-en": "a time with its zone, such as 2026-11-20T08:05:03+08:00" }, identity: { type: "object", required: ["vendor", "models", "system", "deviceType", "standard", "sources"], additionalProperties: !1, title: "\u8BBE\u5907\u6807\u8BC6", description: "\u8C01\u7684\u4EC0\u4E48\u8BBE\u5907,\u4F9D\u636E\u54EA\u91CC\u7684\u8D44\u6599\u3002 Whose device it is, and where the facts are from.", properties: { vendor: { $ref: "#/$defs/words", title: "\u5382\u5546", description: "\u5382\u5546\u6216\u8BBE\u5907\u5BB6\u65CF\u7684\u540D\u79F0\u3002 Name of the vendor, or of the family." }, models: { type: "array", minItems: 1, items: { $ref: "#/$defs/text" }, title: "\u578B\u53F7", description: "\u672C\u6863\u6848\u9002\u7528\u7684\u578B\u53F7\u3002 Models that this profile is for." }, firmware: { $ref: "#/$defs/text", title: "\u56FA\u4EF6\u8303\u56F4", description: "\u9002\u7528\u7684\u56FA\u4EF6\u7248\u672C;\u4E0D\u77E5\u9053\u5C31\u4E0D\u5199\u3002 Firmware that it holds for; leave out when not known." }, hardware: { $ref: "#/$defs/text", title: "\u786C\u4EF6\u7248\u672C", description: "\u9002\u7528\u7684\u786C\u4EF6\u7248\u672C\u3002 Hardware that it holds for." }, system: { enum: ["electricalFire", "charging", "both"], title: "\u6240\u5C5E\u7CFB\u7EDF", description: "\u7535\u6C14\u706B\u707E\u76D1\u63A7\u3001\u5145\u7535,\u6216\u4E24\u8005\u3002 Electrical fire monitoring, charging, or both." }, deviceType: { $ref: "codes.schema.json#/$defs/deviceType", title: "\u8BBE\u5907\u7C7B\u578B", description: "SH-3 \u7684\u8BBE\u5907\u7C7B\u578B\u3002 Device type of SH-3." }, standard: { type: ["string", "null"], minLength: 1, maxLength: 200, title: "\u4EA7\u54C1\u6807\u51C6\u53CA\u5E74\u53F7", description: "EF-1.1\u3001CP-1.1:\u5982 GB 14287.2-2014;\u8D44\u6599\u91CC\u6CA1\u6709\u65F6\u4E3A null\u3002 Product standard with its edition; null when the source does not say.", "x-expect-zh": "\u6807\u51C6\u53F7\u548C\u5E74\u53F7,\u6216 null", "x-expect-en": "a standard with its year, or null" }, certificate: { $ref: "#/$defs/text", title: "\u8BA4\u8BC1\u8BC1\u4E66", description: "EF-1.1:\u5F3A\u5236\u6027\u4EA7\u54C1\u8BA4\u8BC1\u7B49\u8BC1\u4E66\u7F16\u53F7\u3002 Number of the certificate." }, sources: { type: "array", minItems: 1, items: { $ref: "#/$defs/text" }, title: "\u8D44\u6599\u6765\u6E90", description: "\u6BCF\u6761\u4E8B\u5B9E\u6765\u81EA\u54EA\u4EFD\u6587\u4EF6\u3002 The documents that the facts are from." } } }, note: { type: "object", required: ["status", "zh", "en"], additionalProperties: !1, title: "\u4E00\u6761\u8BF4\u660E", description: "\u672A\u8BC1\u5B9E\u7684\u5185\u5BB9\u53EA\u5199\u5728\u8FD9\u91CC,\u4E0D\u5F97\u7528\u6765\u89E3\u7801\u3002 What is unconfirmed stands here and is not relied on.", properties: { status: { enum: ["unconfirmed", "choice", "practice", "information"], title: "\u6027\u8D28", description: "\u672A\u8BC1\u5B9E\u3001\u81EA\u884C\u9009\u62E9\u3001\u73B0\u573A\u505A\u6CD5\u3001\u8D44\u6599\u3002 Unconfirmed, our choice, field practice, information." }, zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587", description: "\u4E2D\u6587\u3002 Chinese." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587", description: "\u82F1\u6587\u3002 English." } } }, transport: { type: "object", required: ["protocol"], additionalProperties: !1, title: "\u4F20\u8F93", description: "\u534F\u8BAE\u3001\u65B9\u8A00\u548C\u8F6E\u8BE2\u3002 Protocol, dialect and polling.", properties: { protocol: { $ref: "codes.schema.json#/$defs/protocol", title: "\u534F\u8BAE", description: "\u7F16\u89E3\u7801\u5E93\u91CC\u7684\u534F\u8BAE\u6807\u8BC6\u3002 Id of the protocol in the codec." }, dialect: { $ref: "#/$defs/text", title: "\u65B9\u8A00", description: "\u534F\u8BAE\u91CC\u6709\u540D\u79F0\u7684\u4E00\u7EC4\u9009\u9879\u3002 A named set of the protocol's options." }, options: { type: "object", additionalProperties: { type: ["string", "number", "boolean"] }, title: "\u65B9\u8A00\u9009\u9879", description: "\u9010\u9879\u8BBE\u7F6E,\u5148\u4E8E\u65B9\u8A00\u540D\u3002 Single options; they come before those of the named dialect." }, utcOffsetMinutes: { type: "integer", minimum: -720, maximum: 840, title: "\u8BBE\u5907\u65F6\u949F\u7684\u65F6\u533A", description: "\u5206\u949F,\u9ED8\u8BA4 480(\u4E2D\u56FD)\u3002 Zone of the device's clock in minutes; default 480, China.", "x-expect-zh": "-720 \u5230 840 \u7684\u6574\u6570(\u5206\u949F)", "x-expect-en": "a whole number of minutes from -720 to 840" }, line: { $ref: "#/$defs/words", title: "\u7EBF\u8DEF\u53C2\u6570", description: "\u5982 9600 8N1\u3001\u9ED8\u8BA4\u5730\u5740\u3002 Such as 9600 8N1, the default address." }, poll: { type: "array", items: { $ref: "#/$defs/poll" }, title: "\u8F6E\u8BE2", description: "\u4E3B\u7AD9\u6309\u5468\u671F\u53D1\u7684\u547D\u4EE4\u3002 Commands that a master sends again and again." } } }, poll: { type: "object", required: ["command", "everySeconds"], additionalProperties: !1, title: "\u4E00\u9879\u8F6E\u8BE2", description: "\u4E00\u6761\u547D\u4EE4\u548C\u5B83\u7684\u5468\u671F\u3002 A command and its period.", properties: { command: { $ref: "#/$defs/commandKey", title: "\u547D\u4EE4", description: "commands \u91CC\u7684\u952E\u3002 Key in commands." }, slots: { $ref: "#/$defs/slotValues" }, everySeconds: { $ref: "#/$defs/seconds", title: "\u5468\u671F", description: "\u79D2\u3002 Seconds." } } }, seconds: { type: "integer", minimum: 1, maximum: 2678400, "x-expect-zh": "1 \u5230 2678400 \u7684\u6574\u6570(\u79D2)", "x-expect-en": "a whole number of seconds from 1 to 2678400" }, presence: { type: "object", required: ["uploadSeconds"], additionalProperties: !1, title: "\u5728\u7EBF\u5224\u65AD", description: "EF-4.4.2\u3001CP-3.4.2:\u4E0A\u62A5\u5468\u671F\u4E0D\u8D85\u8FC7 6 \u5C0F\u65F6\u3002 The upload period is at most 6 hours.", properties: { uploadSeconds: { type: ["integer", "null"], minimum: 1, maximum: 21600, title: "\u4E0A\u62A5\u5468\u671F", description: "\u8BBE\u5907\u81EA\u5DF1\u4E0A\u62A5\u7684\u5468\u671F,\u79D2;\u8D44\u6599\u6CA1\u6709\u89C4\u5B9A\u65F6\u4E3A null\u3002 Seconds between uploads; null when the source gives none.", "x-expect-zh": "1 \u5230 21600 \u7684\u6574\u6570(\u79D2),\u6216 null", "x-expect-en": "a whole number of seconds from 1 to 21600, or null" }, offlineAfterSeconds: { type: "integer", minimum: 1, maximum: 21600, title: "\u9759\u9ED8\u591A\u4E45\u89C6\u4E3A\u79BB\u7EBF", description: "\u79D2;\u9ED8\u8BA4 3 \u500D\u4E0A\u62A5\u5468\u671F,\u6700\u591A 6 \u5C0F\u65F6\u3002 Seconds; default 3 times the upload period, at most 6 hours.", "x-expect-zh": "1 \u5230 21600 \u7684\u6574\u6570(\u79D2)", "x-expect-en": "a whole number of seconds from 1 to 21600" }, note: { $ref: "#/$defs/words", title: "\u4F9D\u636E", description: "\u8FD9\u4E24\u4E2A\u6570\u4ECE\u54EA\u91CC\u6765\u3002 Where the figures are from." } } }, component: { type: "object", required: ["key", "zh", "en", "type"], additionalProperties: !1, title: "\u90E8\u4EF6", description: "\u4E00\u4E2A\u90E8\u4EF6,\u6216\u7F16\u53F7\u76F8\u8FDE\u7684\u4E00\u7EC4\u3002 One component, or a numbered family.", properties: { key: { $ref: "#/$defs/componentKey", title: "\u90E8\u4EF6\u952E", description: "\u5982 phase/a\u3001port/{n}\u3002 Such as phase/a, port/{n}." }, zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587\u540D", description: "\u53EF\u542B {n}\u3002 May hold {n}." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u540D", description: "\u53EF\u542B {n}\u3002 May hold {n}." }, type: { $ref: "#/$defs/componentType" }, native: { $ref: "#/$defs/componentKey", title: "\u534F\u8BAE\u91CC\u7684\u952E", description: "\u534F\u8BAE\u7528\u522B\u7684\u952E\u65F6\u5199\u5728\u8FD9\u91CC\u3002 What the protocol calls it, when that differs." }, first: { type: "integer", minimum: 0, maximum: 65535, title: "\u9996\u4E2A\u7F16\u53F7", description: "{n} \u4ECE\u51E0\u8D77,\u9ED8\u8BA4 1\u3002 Where {n} begins, default 1.", "x-expect-zh": "0 \u5230 65535 \u7684\u6574\u6570", "x-expect-en": "a whole number from 0 to 65535" }, count: { type: "integer", minimum: 1, maximum: 65535, title: "\u4E2A\u6570", description: "\u6709 {n} \u65F6\u5FC5\u586B\u3002 Needed with {n}.", "x-expect-zh": "1 \u5230 65535 \u7684\u6574\u6570", "x-expect-en": "a whole number from 1 to 65535" } } }, register: { type: "object", required: ["function", "address"], additionalProperties: !1, title: "Modbus \u5BC4\u5B58\u5668", description: "\u529F\u80FD\u7801\u52A0\u4ECE 0 \u8D77\u7684\u7EBF\u4E0A\u5730\u5740;30009 \u662F\u529F\u80FD\u7801 4 \u5730\u5740 8\u3002 Function and 0-based wire address; 30009 is function 4, address 8.", properties: { function: { type: ["integer", "array"], minimum: 1, maximum: 4, items: { type: "integer", minimum: 1, maximum: 4 }, minItems: 1, title: "\u529F\u80FD\u7801", description: "1 \u7EBF\u5708\u30012 \u79BB\u6563\u8F93\u5165\u30013 \u4FDD\u6301\u5BC4\u5B58\u5668\u30014 \u8F93\u5165\u5BC4\u5B58\u5668;\u8D44\u6599\u6CA1\u6709\u5199\u660E\u65F6\u7ED9\u51FA\u51E0\u4E2A\u3002 1 coils, 2 inputs, 3 holding, 4 input registers; several when the source does not say which.", "x-expect-zh": "1 \u5230 4,\u6216\u5176\u5217\u8868", "x-expect-en": "1 to 4, or a list of them" }, address: { $ref: "#/$defs/wireNumber", title: "\u5730\u5740", description: "\u4ECE 0 \u8D77\u3002 0-based." }, type: { enum: ["u16", "i16", "u32", "i32", "f32"], title: "\u7C7B\u578B", description: "\u9ED8\u8BA4 u16\u3002 Default u16." }, order: { enum: ["ABCD", "CDAB", "BADC", "DCBA"], title: "\u5B57\u8282\u6B21\u5E8F", description: "32 \u4F4D\u503C\u7684\u5B57\u8282\u5728\u7EBF\u4E0A\u7684\u6B21\u5E8F,A \u662F\u6700\u9AD8\u5B57\u8282,\u9ED8\u8BA4 ABCD\u3002 Order of the bytes of a 32-bit value on the wire, A the highest; default ABCD." } } }, item: { type: "object", required: ["di"], additionalProperties: !1, title: "DL/T 645 \u6570\u636E\u6807\u8BC6", description: "\u6570\u636E\u6807\u8BC6;\u5757\u91CC\u7684\u7B2C\u51E0\u9879\u3002 Data identifier, and which value of its block.", properties: { di: { type: "string", pattern: "^[0-9A-Fa-f]{8}$", title: "\u6570\u636E\u6807\u8BC6", description: "\u5982 02010100\u3002 Such as 02010100.", "x-expect-zh": "8 \u4F4D\u5341\u516D\u8FDB\u5236\u6570\u5B57", "x-expect-en": "8 hex digits" }, index: { type: "integer", minimum: 0, maximum: 63, title: "\u5757\u5185\u5E8F\u53F7", description: "\u4ECE 0 \u8D77,\u9ED8\u8BA4 0\u3002 From 0, default 0.", "x-expect-zh": "0 \u5230 63 \u7684\u6574\u6570", "x-expect-en": "a whole number from 0 to 63" }, format: { type: "string", pattern: "^\xB1?X{1,8}(\\.X{1,8})?$", title: "\u683C\u5F0F", description: "\u5382\u5546\u81EA\u5DF1\u7684\u6807\u8BC6\u987B\u5199\u51FA,\u5982 XXX.X;\u524D\u9762\u7684 \xB1 \u8868\u793A\u6700\u9AD8\u4F4D\u662F\u7B26\u53F7\u3002 Needed for a vendor's own identifier, such as XXX.X; a \xB1 in front: the top bit is the sign.", "x-expect-zh": "X \u548C\u5C0F\u6570\u70B9,\u5982 XXX.X", "x-expect-en": "X and a point, such as XXX.X" } } }, analog: { type: "object", required: ["type"], additionalProperties: !1, title: "GB/T 26875.3 \u6A21\u62DF\u91CF", description: "\u6A21\u62DF\u91CF\u7C7B\u578B,\u53EF\u9650\u5B9A\u90E8\u4EF6\u7C7B\u578B;\u539F\u59CB\u503C\u662F 16 \u4F4D\u6709\u7B26\u53F7\u6574\u6570\u3002 Analog type, of one component type if given; the raw value is a signed 16-bit number.", properties: { type: { $ref: "#/$defs/componentType", title: "\u6A21\u62DF\u91CF\u7C7B\u578B", description: "\u8868 6,128 \u4EE5\u4E0A\u81EA\u5B9A\u4E49\u3002 Table 6; 128 and above are user-defined." }, componentType: { $ref: "#/$defs/componentType" } } }, status: { type: "object", additionalProperties: !1, title: "GB/T 26875.3 \u90E8\u4EF6\u72B6\u6001\u5B57", description: "\u7C7B\u578B 2 \u7684 16 \u4F4D\u72B6\u6001\u5B57,\u53EF\u9650\u5B9A\u90E8\u4EF6\u7C7B\u578B;\u53D6\u4EE3\u534F\u8BAE\u5BF9\u540C\u4E00\u4F4D\u7684\u89E3\u91CA\u3002 The 16-bit word of type 2, of one component type if given; it replaces what the protocol says of the same bits.", properties: { componentType: { $ref: "#/$defs/componentType" } } }, nativeEvent: { type: "object", additionalProperties: !1, title: "\u534F\u8BAE\u81EA\u5DF1\u7ED9\u51FA\u7684\u4E8B\u4EF6", description: "\u7531\u534F\u8BAE\u89E3\u51FA\u7684\u6D4B\u91CF\u503C\u6216\u72B6\u6001;\u5199\u51FA\u7684\u6761\u4EF6\u90FD\u8981\u7B26\u5408\u3002 A reading or condition that the protocol gives; everything written here must agree.", properties: { quantity: { $ref: "codes.schema.json#/$defs/quantity", title: "\u6D4B\u91CF\u91CF", description: "\u9ED8\u8BA4\u4E0E\u6D4B\u70B9\u76F8\u540C\u3002 Default: the point's own." }, type: { $ref: "codes.schema.json#/$defs/alarmType", title: "\u62A5\u8B66\u7C7B\u578B", description: "\u9ED8\u8BA4\u4E0E\u672C\u6761\u76F8\u540C\u3002 Default: the condition's own." }, rawCode: { $ref: "#/$defs/text", title: "\u539F\u59CB\u4EE3\u7801", description: "\u5982 stop:11\u3002 Such as stop:11." } } }, bits: { type: "object", required: ["first", "count"], additionalProperties: !1, title: "\u4F4D\u6BB5", description: "\u539F\u59CB\u6574\u6570\u4E2D\u7684\u4E00\u6BB5\u3002 A part of the raw integer.", properties: { first: { type: "integer", minimum: 0, maximum: 31, title: "\u6700\u4F4E\u4F4D", description: "0 \u662F\u6700\u4F4E\u4F4D\u3002 0 is the lowest bit.", "x-expect-zh": "0 \u5230 31 \u7684\u6574\u6570", "x-expect-en": "a whole number from 0 to 31" }, count: { type: "integer", minimum: 1, maximum: 32, title: "\u4F4D\u6570", description: "\u51E0\u4F4D\u3002 How many.", "x-expect-zh": "1 \u5230 32 \u7684\u6574\u6570", "x-expect-en": "a whole number from 1 to 32" } } }, guard: { type: "object", additionalProperties: !1, title: "\u524D\u63D0", description: "\u540C\u4E00\u5E27\u91CC\u53E6\u4E00\u4E2A\u503C\u7B49\u4E8E\u5176\u4E2D\u4E4B\u4E00(equals),\u6216\u4E0D\u7B49\u4E8E\u5176\u4E2D\u4EFB\u4F55\u4E00\u4E2A(differs)\u3002 Another value of the same frame is one of these (equals), or none of them (differs).", properties: { register: { $ref: "#/$defs/register" }, item: { $ref: "#/$defs/item" }, field: { $ref: "#/$defs/path" }, bits: { $ref: "#/$defs/bits" }, equals: { type: "array", minItems: 1, items: { $ref: "#/$defs/raw" }, title: "\u7B49\u4E8E", description: "\u5176\u4E2D\u4E4B\u4E00\u3002 One of these." }, differs: { type: "array", minItems: 1, items: { $ref: "#/$defs/raw" }, title: "\u4E0D\u7B49\u4E8E", description: "\u90FD\u4E0D\u662F\u3002 None of these." } } }, measure: { type: "object", additionalProperties: !1, title: "\u6D4B\u91CF", description: "\u6765\u6E90\u548C\u6362\u7B97:\u503C = a \xD7 \u539F\u59CB\u503C \xF7 divide + b,\u5355\u4F4D\u662F\u6D4B\u91CF\u91CF\u7684\u5355\u4F4D\u3002 Source and conversion: value = a x raw / divide + b, in the quantity's unit.", properties: { register: { $ref: "#/$defs/register" }, item: { $ref: "#/$defs/item" }, analog: { $ref: "#/$defs/analog" }, field: { $ref: "#/$defs/path" }, native: { $ref: "#/$defs/nativeEvent" }, bits: { $ref: "#/$defs/bits" }, a: { type: "number", title: "\u7CFB\u6570", description: "\u9ED8\u8BA4 1\u3002 Default 1.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, divide: { type: "number", exclusiveMinimum: 0, title: "\u9664\u6570", description: "\u9ED8\u8BA4 1,\u5982 800\u3002 Default 1, such as 800.", "x-expect-zh": "\u5927\u4E8E 0 \u7684\u6570", "x-expect-en": "a number above 0" }, b: { type: "number", title: "\u504F\u79FB", description: "\u9ED8\u8BA4 0\u3002 Default 0.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, sentinels: { type: "array", items: { $ref: "#/$defs/raw" }, title: "\u65E0\u6548\u6807\u8BB0", description: "\u8FD9\u4E9B\u539F\u59CB\u503C\u4E0D\u662F\u6D4B\u91CF\u503C,\u5982 -200\u3002 Raw values that mean no measurement, such as -200." }, missing: { type: "array", items: { $ref: "#/$defs/raw" }, title: "\u7F3A\u5931\u6807\u8BB0", description: "\u8FD9\u4E9B\u539F\u59CB\u503C\u8868\u793A\u6CA1\u6709\u8FD9\u4E00\u8DEF\u3002 Raw values that mean that there is no such channel." }, min: { type: "number", title: "\u4E0B\u9650", description: "\u6362\u7B97\u540E\u7684\u5355\u4F4D;\u4F4E\u4E8E\u5B83\u6807\u4E3A\u8D85\u91CF\u7A0B,\u503C\u4FDD\u7559\u3002 In the quantity's unit; below it the value is kept as out of range.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, max: { type: "number", title: "\u4E0A\u9650", description: "\u6362\u7B97\u540E\u7684\u5355\u4F4D;\u9AD8\u4E8E\u5B83\u6807\u4E3A\u8D85\u91CF\u7A0B,\u503C\u4FDD\u7559\u3002 In the quantity's unit; above it the value is kept as out of range.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, values: { type: "object", additionalProperties: { type: "number" }, title: "\u72B6\u6001\u503C", description: '\u539F\u59CB\u503C\u5230\u91CF\u503C\u7684\u5BF9\u7167,\u5982 {"240": 1, "15": 0};\u7528\u5B83\u65F6\u4E0D\u6362\u7B97,\u8868\u5916\u7684\u503C\u7ED9\u8BCA\u65AD\u3002 Raw values as values of a state; then nothing is scaled, and a value that is not here gives a diagnostic.' } } }, point: { type: "object", required: ["quantity"], additionalProperties: !1, title: "\u6D4B\u70B9", description: "\u6765\u6E90\u6070\u597D\u4E00\u4E2A:register\u3001item\u3001analog\u3001field \u6216 native\u3002 Exactly one source: register, item, analog, field or native.", properties: { zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587\u540D", description: "\u9ED8\u8BA4\u662F\u90E8\u4EF6\u540D\u52A0\u6D4B\u91CF\u91CF\u540D\u3002 Default: component and quantity." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u540D", description: "\u9ED8\u8BA4\u662F\u90E8\u4EF6\u540D\u52A0\u6D4B\u91CF\u91CF\u540D\u3002 Default: component and quantity." }, component: { $ref: "#/$defs/componentKey", title: "\u90E8\u4EF6", description: "components \u91CC\u7684\u952E;\u4E0D\u5199\u5C31\u662F\u6574\u4E2A\u8BBE\u5907\u3002 Key in components; left out: the device as a whole." }, quantity: { $ref: "codes.schema.json#/$defs/quantity", title: "\u6D4B\u91CF\u91CF", description: "\u6807\u51C6\u6D4B\u91CF\u91CF\u3002 Canonical quantity." }, when: { type: "array", minItems: 1, items: { $ref: "#/$defs/guard" }, title: "\u524D\u63D0", description: "\u90FD\u7B26\u5408\u624D\u53D6\u503C\u3002 Only when all of them hold." }, register: { $ref: "#/$defs/register" }, item: { $ref: "#/$defs/item" }, analog: { $ref: "#/$defs/analog" }, field: { $ref: "#/$defs/path" }, native: { $ref: "#/$defs/nativeEvent" }, bits: { $ref: "#/$defs/bits" }, a: { $ref: "#/$defs/measure/properties/a" }, divide: { $ref: "#/$defs/measure/properties/divide" }, b: { $ref: "#/$defs/measure/properties/b" }, sentinels: { $ref: "#/$defs/measure/properties/sentinels" }, missing: { $ref: "#/$defs/measure/properties/missing" }, min: { $ref: "#/$defs/measure/properties/min" }, max: { $ref: "#/$defs/measure/properties/max" }, values: { $ref: "#/$defs/measure/properties/values" } } }, latching: { enum: ["untilReset", "followsValue", "once"], title: "\u4FDD\u6301\u65B9\u5F0F", description: "untilReset \u590D\u4F4D\u524D\u4E00\u76F4\u5728;followsValue \u968F\u503C\u6D88\u5931;once \u53EA\u62A5\u4E00\u6B21,\u6CA1\u6709\u6D88\u5931\u3002\u9ED8\u8BA4:\u62A5\u8B66 untilReset,\u9884\u8B66\u548C\u6545\u969C followsValue,\u4E8B\u4EF6 once\u3002 untilReset: there until somebody resets it; followsValue: goes with the value; once: told once, never gone. Default: alarms untilReset, warnings and faults followsValue, events once." }, meaning: { title: "\u542B\u4E49", description: "\u62A5\u8B66\u7C7B\u578B;\u6216\u5E26\u5C5E\u6027\u7684\u5BF9\u8C61;null \u8868\u793A\u5DF2\u77E5\u3001\u4F46\u4E0D\u662F\u544A\u8B66\u3002 An alarm type; or an object; null: known, and no alarm.", anyOf: [{ $ref: "codes.schema.json#/$defs/alarmType" }, { type: "null" }, { $ref: "#/$defs/fullMeaning" }], "x-expect-zh": "\u62A5\u8B66\u7C7B\u578B\u3001null,\u6216\u5E26 type \u7684\u5BF9\u8C61", "x-expect-en": "an alarm type, null, or an object with a type" }, fullMeaning: { type: "object", required: ["type"], additionalProperties: !1, title: "\u5E26\u5C5E\u6027\u7684\u542B\u4E49", description: "\u62A5\u8B66\u7C7B\u578B\u548C\u5B83\u7684\u5C5E\u6027\u3002 An alarm type with what belongs to it.", properties: { type: { $ref: "codes.schema.json#/$defs/alarmType", title: "\u62A5\u8B66\u7C7B\u578B", description: "\u6807\u51C6\u62A5\u8B66\u7C7B\u578B\u3002 Canonical alarm type." }, class: { $ref: "codes.schema.json#/$defs/alarmClass", title: "\u544A\u8B66\u7C7B\u522B", description: "\u5199\u51FA\u65F6\u987B\u4E0E\u62A5\u8B66\u7C7B\u578B\u4E00\u81F4\u3002 Must agree with the type." }, latching: { $ref: "#/$defs/latching" }, test: { type: "boolean", title: "\u6D4B\u8BD5", description: "true:\u8FD9\u662F\u81EA\u68C0\u6216\u6D4B\u8BD5,\u8BB0\u4E3A selfCheck,\u4E0D\u7B97\u62A5\u8B66\u3002 True: a test, told as selfCheck and never as an alarm.", "x-expect-zh": "true \u6216 false", "x-expect-en": "true or false" }, component: { $ref: "#/$defs/componentKey", title: "\u90E8\u4EF6", description: "\u4E0E\u672C\u6761\u4E0D\u540C\u7684\u90E8\u4EF6\u3002 A component other than the condition's." }, zh: { $ref: "#/$defs/text", title: "\u8BBE\u5907\u7684\u8BF4\u6CD5", description: "\u5382\u5546\u6587\u4EF6\u91CC\u7684\u4E2D\u6587\u3002 The vendor's Chinese words." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u8BF4\u6CD5", description: "\u5382\u5546\u6587\u4EF6\u91CC\u7684\u82F1\u6587\u6216\u8BD1\u6587\u3002 The same in English." } } }, condition: { type: "object", additionalProperties: !1, title: "\u72B6\u6001\u6216\u544A\u8B66", description: "\u6765\u6E90\u6070\u597D\u4E00\u4E2A:register\u3001item\u3001status\u3001field \u6216 native;\u542B\u4E49\u6070\u597D\u4E00\u79CD:flags(\u9010\u4F4D)\u3001codes(\u9010\u7801)\u6216 type\u3002 Exactly one source: register, item, status, field or native; exactly one meaning: flags by bit, codes by number, or type.", properties: { component: { $ref: "#/$defs/componentKey", title: "\u90E8\u4EF6", description: "components \u91CC\u7684\u952E;\u4E0D\u5199\u5C31\u662F\u6574\u4E2A\u8BBE\u5907\u3002 Key in components; left out: the device as a whole." }, when: { type: "array", minItems: 1, items: { $ref: "#/$defs/guard" }, title: "\u524D\u63D0", description: "\u4E0D\u7B26\u5408\u65F6,\u672C\u6761\u7684\u5404\u79CD\u72B6\u6001\u90FD\u7B97\u6D88\u5931\u3002 While it does not hold, the conditions of this entry are gone." }, register: { $ref: "#/$defs/register" }, item: { $ref: "#/$defs/item" }, status: { $ref: "#/$defs/status" }, field: { $ref: "#/$defs/path" }, native: { $ref: "#/$defs/nativeEvent" }, bits: { $ref: "#/$defs/bits" }, flags: { type: "object", minProperties: 1, propertyNames: { pattern: "^([0-9]|[12][0-9]|3[01])$" }, additionalProperties: { $ref: "#/$defs/meaning" }, title: "\u9010\u4F4D\u542B\u4E49", description: "\u4F4D\u53F7\u5230\u542B\u4E49,0 \u662F\u6700\u4F4E\u4F4D\u3002 Bit number to meaning, 0 the lowest." }, codes: { type: "object", minProperties: 1, additionalProperties: { $ref: "#/$defs/meaning" }, title: "\u9010\u7801\u542B\u4E49", description: "\u4EE3\u7801(\u5341\u8FDB\u5236\u6216 0x)\u5230\u542B\u4E49\u3002 Code, decimal or 0x, to meaning." }, unknown: { enum: ["unmapped", "diagnostic"], title: "\u672A\u77E5\u4EE3\u7801", description: "\u9ED8\u8BA4 unmapped:\u8BB0\u4E3A\u672A\u8BC6\u522B\u7684\u544A\u8B66(\u6545\u969C\u30013 \u7EA7);diagnostic:\u53EA\u7ED9\u8BCA\u65AD\u3002\u4ECE\u4E0D\u4E22\u5F03,\u4E5F\u4ECE\u4E0D\u66FF\u5B83\u7F16\u7B49\u7EA7\u3002 Default unmapped: a fault of level 3; diagnostic: only told to whoever integrates. Never dropped, never given an invented severity." }, equals: { type: "array", minItems: 1, items: { $ref: "#/$defs/raw" }, title: "\u7B49\u4E8E", description: "\u4E0E type \u540C\u7528:\u539F\u59CB\u503C\u662F\u5176\u4E2D\u4E4B\u4E00\u65F6\u5B58\u5728,\u9ED8\u8BA4 [1, true]\u3002 With type: present when the raw value is one of these, default [1, true]." }, type: { $ref: "codes.schema.json#/$defs/alarmType", title: "\u62A5\u8B66\u7C7B\u578B", description: "\u6807\u51C6\u62A5\u8B66\u7C7B\u578B\u3002 Canonical alarm type." }, class: { $ref: "codes.schema.json#/$defs/alarmClass", title: "\u544A\u8B66\u7C7B\u522B", description: "\u5199\u51FA\u65F6\u987B\u4E0E\u62A5\u8B66\u7C7B\u578B\u4E00\u81F4\u3002 Must agree with the type." }, latching: { $ref: "#/$defs/latching" }, test: { type: "boolean", title: "\u6D4B\u8BD5", description: "\u4E0E fullMeaning \u76F8\u540C\u3002 As in a meaning.", "x-expect-zh": "true \u6216 false", "x-expect-en": "true or false" }, zh: { $ref: "#/$defs/text", title: "\u8BBE\u5907\u7684\u8BF4\u6CD5", description: "\u5382\u5546\u6587\u4EF6\u91CC\u7684\u4E2D\u6587\u3002 The vendor's Chinese words." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u8BF4\u6CD5", description: "\u5382\u5546\u6587\u4EF6\u91CC\u7684\u82F1\u6587\u6216\u8BD1\u6587\u3002 The same in English." }, value: { $ref: "#/$defs/measure", title: "\u62A5\u8B66\u65F6\u7684\u503C", description: "\u540C\u4E00\u5E27\u91CC\u7684\u5F53\u524D\u503C\u3002 The value, from the same frame." }, threshold: { $ref: "#/$defs/measure", title: "\u8BBE\u5B9A\u503C", description: "\u540C\u4E00\u5E27\u91CC\u7684\u8BBE\u5B9A\u503C\u3002 The set point, from the same frame." } } }, ignored: { type: "object", required: ["kind", "why"], additionalProperties: !1, title: "\u4E0D\u91C7\u7528\u7684\u4E8B\u4EF6", description: "\u534F\u8BAE\u7ED9\u51FA\u7684\u4E00\u7C7B\u4E8B\u4EF6\u3002 A class of the protocol's events.", properties: { kind: { enum: ["reading", "condition"], title: "\u79CD\u7C7B", description: "\u6D4B\u91CF\u503C\u6216\u72B6\u6001\u3002 Reading or condition." }, component: { $ref: "#/$defs/componentKey", title: "\u90E8\u4EF6", description: "\u53EA\u9650\u8FD9\u4E9B\u90E8\u4EF6\u3002 Only of these components." }, quantity: { $ref: "codes.schema.json#/$defs/quantity", title: "\u6D4B\u91CF\u91CF", description: "\u53EA\u9650\u8FD9\u4E2A\u91CF\u3002 Only this quantity." }, type: { $ref: "codes.schema.json#/$defs/alarmType", title: "\u62A5\u8B66\u7C7B\u578B", description: "\u53EA\u9650\u8FD9\u4E2A\u7C7B\u578B\u3002 Only this type." }, why: { $ref: "#/$defs/words", title: "\u539F\u56E0", description: "\u4E3A\u4EC0\u4E48\u4E0D\u53EF\u4FE1\u3002 Why it is not to be trusted." } } }, commandKey: { type: "string", maxLength: 64, pattern: "^[a-z][A-Za-z]*(\\.[a-z][A-Za-z0-9-]*)?$", "x-expect-zh": "\u6807\u51C6\u547D\u4EE4\u540D,\u53EF\u52A0\u70B9\u53F7\u548C\u540E\u7F00,\u5982 read.thresholds", "x-expect-en": "a canonical command, with a suffix if need be, such as read.thresholds" }, command: { type: "object", required: ["frame"], additionalProperties: !1, title: "\u547D\u4EE4", description: '\u5E27\u6A21\u677F:\u4E0E dianan encode \u7684 JSON \u76F8\u540C;{"$slot": \u540D} \u586B\u5165\u69FD,{"$context": \u540D} \u586B\u5165\u6D41\u6C34\u53F7\u3001\u5730\u5740\u3001\u65F6\u95F4,{"$hex": "\u2026"} \u662F\u5B57\u8282\u3002 A frame as dianan encode takes it; {"$slot": name} is filled in, {"$context": name} is the serial, address or time, {"$hex": "\u2026"} are bytes.', properties: { zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587\u540D", description: "\u4E0E\u6807\u51C6\u547D\u4EE4\u540D\u4E0D\u540C\u65F6\u5199\u3002 When it differs from the canonical name." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u540D", description: "\u4E0E\u6807\u51C6\u547D\u4EE4\u540D\u4E0D\u540C\u65F6\u5199\u3002 When it differs from the canonical name." }, slots: { type: "object", propertyNames: { pattern: "^[a-z][A-Za-z0-9]*$" }, additionalProperties: { $ref: "#/$defs/slot" }, title: "\u69FD", description: "\u4E0B\u547D\u4EE4\u7684\u4EBA\u8981\u7ED9\u7684\u503C\u3002 What whoever commands must give." }, frame: { title: "\u5E27\u6A21\u677F", description: "JSON\u3002 JSON.", type: "object" } } }, slot: { type: "object", required: ["type", "zh", "en"], additionalProperties: !1, title: "\u69FD", description: "\u4E00\u4E2A\u6709\u7C7B\u578B\u7684\u503C\u3002 A typed value.", properties: { type: { enum: ["number", "choice", "text"], title: "\u7C7B\u578B", description: "\u6570\u3001\u9009\u9879\u6216\u6587\u5B57\u3002 Number, choice or text." }, zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587\u540D", description: "\u4E2D\u6587\u3002 Chinese." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u540D", description: "\u82F1\u6587\u3002 English." }, unit: { $ref: "#/$defs/text", title: "\u5355\u4F4D", description: "\u5982 V\u3002 Such as V." }, min: { type: "number", title: "\u6700\u5C0F", description: "\u7ED9\u51FA\u7684\u503C\u7684\u4E0B\u9650\u3002 Lowest value that may be given.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, max: { type: "number", title: "\u6700\u5927", description: "\u7ED9\u51FA\u7684\u503C\u7684\u4E0A\u9650\u3002 Highest value that may be given.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, a: { type: "number", title: "\u7CFB\u6570", description: "\u7ED9\u51FA\u7684\u503C = a \xD7 \u7EBF\u4E0A\u503C + b,\u9ED8\u8BA4 1\u3002 Given value = a x wire value + b, default 1.", "x-expect-zh": "\u4E0D\u4E3A 0 \u7684\u6570", "x-expect-en": "a number that is not 0", not: { const: 0 } }, b: { type: "number", title: "\u504F\u79FB", description: "\u9ED8\u8BA4 0\u3002 Default 0.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, values: { type: "object", minProperties: 1, additionalProperties: { $ref: "#/$defs/raw" }, title: "\u9009\u9879", description: "\u9009\u9879\u540D\u5230\u7EBF\u4E0A\u503C\u3002 Choice to wire value." }, characters: { enum: ["digits", "hex", "ascii"], title: "\u5B57\u7B26", description: "\u6587\u5B57\u91CC\u5141\u8BB8\u7684\u5B57\u7B26,\u9ED8\u8BA4 ascii\u3002 Characters that a text may have, default ascii." }, minLength: { type: "integer", minimum: 0, maximum: 255, title: "\u6700\u77ED", description: "\u5B57\u7B26,\u9ED8\u8BA4 0\u3002 Characters, default 0.", "x-expect-zh": "0 \u5230 255 \u7684\u6574\u6570", "x-expect-en": "a whole number from 0 to 255" }, maxLength: { type: "integer", minimum: 0, maximum: 255, title: "\u6700\u957F", description: "\u5B57\u7B26,\u9ED8\u8BA4 32\u3002 Characters, default 32.", "x-expect-zh": "0 \u5230 255 \u7684\u6574\u6570", "x-expect-en": "a whole number from 0 to 255" }, bytes: { type: "integer", minimum: 1, maximum: 255, title: "\u5B9A\u957F\u5B57\u8282", description: "\u5199\u6210\u8FD9\u4E48\u591A\u5B57\u8282,\u4E0D\u8DB3\u8865\u96F6;characters \u4E3A hex \u65F6\u6309\u5341\u516D\u8FDB\u5236\u3002 Written as so many bytes, filled with zeros; with hex characters as their bytes.", "x-expect-zh": "1 \u5230 255 \u7684\u6574\u6570", "x-expect-en": "a whole number from 1 to 255" }, default: { type: ["number", "string"], title: "\u9ED8\u8BA4", description: "\u4E0D\u7ED9\u65F6\u7528\u5B83\u3002 Used when none is given.", "x-expect-zh": "\u6570\u6216\u6587\u5B57", "x-expect-en": "a number or text" } } }, slotValues: { type: "object", additionalProperties: { type: ["number", "string"] }, title: "\u69FD\u7684\u503C", description: "\u69FD\u540D\u5230\u503C\u3002 Slot to value." }, vector: { type: "object", required: ["name"], additionalProperties: !1, title: "\u6D4B\u8BD5\u5411\u91CF", description: "hex \u52A0 events:\u5E94\u5F97\u51FA\u8FD9\u4E9B\u4E8B\u4EF6;hex \u52A0 error:\u5E94\u88AB\u62D2\u7EDD;command \u52A0 hex:\u5E94\u7F16\u51FA\u8FD9\u4E9B\u5B57\u8282;command \u52A0 refused:\u5E94\u62D2\u7EDD\u4E0B\u53D1\u3002 hex with events; hex with error: must be refused; command with hex: must give these bytes; command with refused: must be refused.", properties: { name: { $ref: "#/$defs/text", title: "\u540D\u79F0", description: "\u8BF4\u5B83\u8BC1\u660E\u4EC0\u4E48\u3002 What it proves." }, source: { $ref: "#/$defs/text", title: "\u6765\u6E90", description: "\u5B9E\u91C7\u3001\u6587\u4EF6\u793A\u4F8B\u6216\u6309\u6587\u4EF6\u8BA1\u7B97\u3002 Captured, printed in the document, or computed from it." }, hex: { $ref: "#/$defs/hex", title: "\u62A5\u6587", description: "\u4E00\u5E27\u3002 One frame." }, request: { $ref: "#/$defs/hex", title: "\u8BF7\u6C42\u5E27", description: "\u8F6E\u8BE2\u534F\u8BAE\u6240\u5E94\u7B54\u7684\u5E27\u3002 The frame that it answers, of polled protocols." }, direction: { enum: ["up", "down"], title: "\u65B9\u5411", description: "\u9ED8\u8BA4 up\u3002 Default up." }, receivedAt: { $ref: "#/$defs/instant", title: "\u63A5\u6536\u65F6\u523B", description: "\u9ED8\u8BA4 2026-01-01T00:00:00Z\u3002 Default 2026-01-01T00:00:00Z." }, at: { $ref: "#/$defs/instant", title: "\u8BBE\u5907\u65F6\u95F4", description: "events \u91CC\u6CA1\u6709\u5199 at \u7684\u4E8B\u4EF6\u90FD\u7528\u5B83\u3002 Device time of every event that does not write its own." }, events: { type: "array", items: { $ref: "#/$defs/expected" }, title: "\u4E8B\u4EF6", description: "\u5168\u90E8\u4E8B\u4EF6,\u6B21\u5E8F\u4E0D\u9650\u3002 All events, in any order." }, error: { type: "object", required: ["code"], additionalProperties: !1, title: "\u62D2\u7EDD", description: "\u89E3\u7801\u9519\u8BEF\u3002 The decoder's refusal.", properties: { code: { enum: ["truncated", "bad-magic", "bad-length", "bad-checksum", "bad-value"], title: "\u4EE3\u7801", description: "\u9519\u8BEF\u4EE3\u7801\u3002 Error code." }, path: { type: "string", title: "\u5B57\u6BB5", description: "\u51FA\u9519\u7684\u5B57\u6BB5\u3002 The field that is wrong." }, offset: { type: "integer", minimum: 0, title: "\u504F\u79FB", description: "\u5B57\u8282\u3002 Bytes.", "x-expect-zh": "\u4ECE 0 \u8D77\u7684\u6574\u6570", "x-expect-en": "a whole number from 0" } } }, command: { $ref: "#/$defs/commandKey", title: "\u547D\u4EE4", description: "commands \u91CC\u7684\u952E\u3002 Key in commands." }, slots: { $ref: "#/$defs/slotValues" }, context: { type: "object", additionalProperties: !1, title: "\u4E0A\u4E0B\u6587", description: "\u6A21\u677F\u91CC $context \u7684\u503C\u3002 What $context stands for.", properties: { device: { type: ["number", "string"], title: "\u8BBE\u5907\u5730\u5740", description: "\u9ED8\u8BA4 1\u3002 Default 1.", "x-expect-zh": "\u6570\u6216\u6587\u5B57", "x-expect-en": "a number or text" }, serial: { type: "integer", minimum: 0, title: "\u6D41\u6C34\u53F7", description: "\u9ED8\u8BA4 1\u3002 Default 1.", "x-expect-zh": "\u4ECE 0 \u8D77\u7684\u6574\u6570", "x-expect-en": "a whole number from 0" }, at: { $ref: "#/$defs/instant", title: "\u65F6\u523B", description: "\u9ED8\u8BA4 2026-01-01T00:00:00Z\u3002 Default 2026-01-01T00:00:00Z." } } }, refused: { type: "string", title: "\u88AB\u62D2\u7684\u69FD", description: "\u5982 slots.port\u3002 Such as slots.port." } } }, expected: { type: "object", additionalProperties: !1, title: "\u671F\u671B\u7684\u4E8B\u4EF6", description: "kind \u52A0\u6A21\u578B\u4E8B\u4EF6\u7684\u6210\u5458;\u6216 readings\u3001gone \u4E00\u6B21\u5199\u51E0\u4E2A\u3002\u4E0D\u5199\u7684\u6210\u5458\u53D6\u9ED8\u8BA4:component null\u3001quality good\u3001at null\u3001present true;rawCode\u3001rawText\u3001text\u3001note \u4E0D\u5199\u5C31\u4E0D\u6BD4\u3002 kind with the members of a model event; or readings and gone for several at once. What is left out has its default; rawCode, rawText, text and note are then not compared.", properties: { kind: { enum: ["reading", "condition", "componentState", "session", "commandResult", "identity", "deviceClock", "diagnostic"], title: "\u79CD\u7C7B", description: "\u6A21\u578B\u4E8B\u4EF6\u7684\u79CD\u7C7B\u3002 Kind of the model event." }, component: { type: ["string", "null"], title: "\u90E8\u4EF6", description: "\u9ED8\u8BA4 null\u3002 Default null.", "x-expect-zh": "\u90E8\u4EF6\u952E\u6216 null", "x-expect-en": "a component's key or null" }, at: { anyOf: [{ $ref: "#/$defs/instant" }, { type: "null" }], title: "\u8BBE\u5907\u65F6\u95F4", description: "\u9ED8\u8BA4 null\u3002 Default null.", "x-expect-zh": "\u5E26\u65F6\u533A\u7684\u65F6\u523B,\u6216 null", "x-expect-en": "a time with its zone, or null" }, readings: { type: "object", minProperties: 1, propertyNames: { $ref: "codes.schema.json#/$defs/quantity" }, additionalProperties: { $ref: "#/$defs/amount" }, title: "\u51E0\u4E2A\u6D4B\u91CF\u503C", description: '\u91CF\u5230\u503C;"missing"\u3001"sentinel" \u8868\u793A\u6CA1\u6709\u503C\u3002 Quantity to value; "missing" and "sentinel" for none.' }, gone: { type: "array", minItems: 1, items: { $ref: "codes.schema.json#/$defs/alarmType" }, title: "\u51E0\u4E2A\u5DF2\u6D88\u5931\u7684\u72B6\u6001", description: "present \u4E3A false\u3002 Conditions that are not present." }, quantity: { $ref: "codes.schema.json#/$defs/quantity" }, value: { $ref: "#/$defs/amount" }, threshold: { $ref: "#/$defs/amount" }, quality: { enum: ["good", "missing", "sentinel", "estimated", "outOfRange"], title: "\u6570\u636E\u8D28\u91CF", description: "\u9ED8\u8BA4 good\u3002 Default good." }, type: { $ref: "codes.schema.json#/$defs/alarmType" }, present: { type: "boolean", title: "\u5B58\u5728", description: "\u9ED8\u8BA4 true\u3002 Default true.", "x-expect-zh": "true \u6216 false", "x-expect-en": "true or false" }, rawCode: { type: "string" }, rawText: { type: "string" }, componentType: { $ref: "#/$defs/componentType" }, status: { type: "string" }, note: { type: "string" }, phase: { enum: ["started", "progress", "ended"] }, order: { type: ["string", "null"] }, elapsed: { type: ["integer", "null"] }, energy: { anyOf: [{ $ref: "#/$defs/amount" }, { type: "null" }] }, amount: { type: ["integer", "null"] }, end: { type: ["string", "null"] }, command: { type: "string" }, outcome: { enum: ["done", "refused", "failed"] }, serial: { type: ["integer", "null"] }, facts: { type: "object", additionalProperties: { type: "string" } }, code: { type: "string" }, text: { type: "string" } } }, amount: { type: ["string", "number"], minLength: 1, title: "\u91CF\u503C", description: '\u5E26\u5355\u4F4D\u7684\u6587\u5B57,\u5982 "230.1 V";\u6CA1\u6709\u5355\u4F4D\u7684\u91CF\u5199\u6570\u3002 A text with its unit, such as "230.1 V"; a number for a quantity without one.', "x-expect-zh": '\u5E26\u5355\u4F4D\u7684\u6587\u5B57,\u5982 "230.1 V",\u6216\u6CA1\u6709\u5355\u4F4D\u7684\u6570', "x-expect-en": 'a text with its unit, such as "230.1 V", or a number without one' } } }, R = Object.prototype.hasOwnProperty;
var N = De().default, Ie = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
function M(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = M.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t == "string") {
    if (N(t) > 64) {
      let r = { instancePath: n, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (N(t) < 2) {
      let r = { instancePath: n, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 2 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (!Ie.test(t)) {
      let r = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return M.errors = e, i === 0;
}
M.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var $e = { type: "object", required: ["vendor", "models", "system", "deviceType", "standard", "sources"], additionalProperties: !1, title: "\u8BBE\u5907\u6807\u8BC6", description: "\u8C01\u7684\u4EC0\u4E48\u8BBE\u5907,\u4F9D\u636E\u54EA\u91CC\u7684\u8D44\u6599\u3002 Whose device it is, and where the facts are from.", properties: { vendor: { $ref: "#/$defs/words", title: "\u5382\u5546", description: "\u5382\u5546\u6216\u8BBE\u5907\u5BB6\u65CF\u7684\u540D\u79F0\u3002 Name of the vendor, or of the family." }, models: { type: "array", minItems: 1, items: { $ref: "#/$defs/text" }, title: "\u578B\u53F7", description: "\u672C\u6863\u6848\u9002\u7528\u7684\u578B\u53F7\u3002 Models that this profile is for." }, firmware: { $ref: "#/$defs/text", title: "\u56FA\u4EF6\u8303\u56F4", description: "\u9002\u7528\u7684\u56FA\u4EF6\u7248\u672C;\u4E0D\u77E5\u9053\u5C31\u4E0D\u5199\u3002 Firmware that it holds for; leave out when not known." }, hardware: { $ref: "#/$defs/text", title: "\u786C\u4EF6\u7248\u672C", description: "\u9002\u7528\u7684\u786C\u4EF6\u7248\u672C\u3002 Hardware that it holds for." }, system: { enum: ["electricalFire", "charging", "both"], title: "\u6240\u5C5E\u7CFB\u7EDF", description: "\u7535\u6C14\u706B\u707E\u76D1\u63A7\u3001\u5145\u7535,\u6216\u4E24\u8005\u3002 Electrical fire monitoring, charging, or both." }, deviceType: { $ref: "codes.schema.json#/$defs/deviceType", title: "\u8BBE\u5907\u7C7B\u578B", description: "SH-3 \u7684\u8BBE\u5907\u7C7B\u578B\u3002 Device type of SH-3." }, standard: { type: ["string", "null"], minLength: 1, maxLength: 200, title: "\u4EA7\u54C1\u6807\u51C6\u53CA\u5E74\u53F7", description: "EF-1.1\u3001CP-1.1:\u5982 GB 14287.2-2014;\u8D44\u6599\u91CC\u6CA1\u6709\u65F6\u4E3A null\u3002 Product standard with its edition; null when the source does not say.", "x-expect-zh": "\u6807\u51C6\u53F7\u548C\u5E74\u53F7,\u6216 null", "x-expect-en": "a standard with its year, or null" }, certificate: { $ref: "#/$defs/text", title: "\u8BA4\u8BC1\u8BC1\u4E66", description: "EF-1.1:\u5F3A\u5236\u6027\u4EA7\u54C1\u8BA4\u8BC1\u7B49\u8BC1\u4E66\u7F16\u53F7\u3002 Number of the certificate." }, sources: { type: "array", minItems: 1, items: { $ref: "#/$defs/text" }, title: "\u8D44\u6599\u6765\u6E90", description: "\u6BCF\u6761\u4E8B\u5B9E\u6765\u81EA\u54EA\u4EFD\u6587\u4EF6\u3002 The documents that the facts are from." } } };
var Ae = new RegExp("\\S", "u");
function u(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = u.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t == "string") {
    if (N(t) > 500) {
      let r = { instancePath: n, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 500 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (N(t) < 1) {
      let r = { instancePath: n, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (!Ae.test(t)) {
      let r = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return u.errors = e, i === 0;
}
u.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function b(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = b.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.zh === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "zh" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.en === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "en" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "zh" || r === "en")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    t.zh !== void 0 && (u(t.zh, { instancePath: n + "/zh", parentData: t, parentDataProperty: "zh", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.en !== void 0 && (u(t.en, { instancePath: n + "/en", parentData: t, parentDataProperty: "en", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return b.errors = e, i === 0;
}
b.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function W(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = W.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t != "string") {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return W.errors = e, i === 0;
}
W.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function B(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = B.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.vendor === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "vendor" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.models === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "models" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.system === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "system" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.deviceType === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deviceType" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.standard === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "standard" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.sources === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sources" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!R.call($e.properties, r)) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.vendor !== void 0 && (b(t.vendor, { instancePath: n + "/vendor", parentData: t, parentDataProperty: "vendor", rootData: l, dynamicAnchors: f }) || (e = e === null ? b.errors : e.concat(b.errors), i = e.length)), t.models !== void 0) {
      let r = t.models;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: n + "/models", schemaPath: "#/properties/models/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        let s = r.length;
        for (let o = 0; o < s; o++)
          u(r[o], { instancePath: n + "/models/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/models", schemaPath: "#/properties/models/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.firmware !== void 0 && (u(t.firmware, { instancePath: n + "/firmware", parentData: t, parentDataProperty: "firmware", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.hardware !== void 0 && (u(t.hardware, { instancePath: n + "/hardware", parentData: t, parentDataProperty: "hardware", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.system !== void 0) {
      let r = t.system;
      if (!(r === "electricalFire" || r === "charging" || r === "both")) {
        let s = { instancePath: n + "/system", schemaPath: "#/properties/system/enum", keyword: "enum", params: { allowedValues: $e.properties.system.enum } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.deviceType !== void 0 && (W(t.deviceType, { instancePath: n + "/deviceType", parentData: t, parentDataProperty: "deviceType", rootData: l, dynamicAnchors: f }) || (e = e === null ? W.errors : e.concat(W.errors), i = e.length)), t.standard !== void 0) {
      let r = t.standard;
      if (typeof r != "string" && r !== null) {
        let s = { instancePath: n + "/standard", schemaPath: "#/properties/standard/type", keyword: "type", params: { type: $e.properties.standard.type } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "string") {
        if (N(r) > 200) {
          let s = { instancePath: n + "/standard", schemaPath: "#/properties/standard/maxLength", keyword: "maxLength", params: { limit: 200 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (N(r) < 1) {
          let s = { instancePath: n + "/standard", schemaPath: "#/properties/standard/minLength", keyword: "minLength", params: { limit: 1 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
    if (t.certificate !== void 0 && (u(t.certificate, { instancePath: n + "/certificate", parentData: t, parentDataProperty: "certificate", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.sources !== void 0) {
      let r = t.sources;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: n + "/sources", schemaPath: "#/properties/sources/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        let s = r.length;
        for (let o = 0; o < s; o++)
          u(r[o], { instancePath: n + "/sources/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/sources", schemaPath: "#/properties/sources/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return B.errors = e, i === 0;
}
B.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ne = { type: "object", required: ["status", "zh", "en"], additionalProperties: !1, title: "\u4E00\u6761\u8BF4\u660E", description: "\u672A\u8BC1\u5B9E\u7684\u5185\u5BB9\u53EA\u5199\u5728\u8FD9\u91CC,\u4E0D\u5F97\u7528\u6765\u89E3\u7801\u3002 What is unconfirmed stands here and is not relied on.", properties: { status: { enum: ["unconfirmed", "choice", "practice", "information"], title: "\u6027\u8D28", description: "\u672A\u8BC1\u5B9E\u3001\u81EA\u884C\u9009\u62E9\u3001\u73B0\u573A\u505A\u6CD5\u3001\u8D44\u6599\u3002 Unconfirmed, our choice, field practice, information." }, zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587", description: "\u4E2D\u6587\u3002 Chinese." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587", description: "\u82F1\u6587\u3002 English." } } };
function K(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = K.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.status === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.zh === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "zh" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.en === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "en" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "status" || r === "zh" || r === "en")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.status !== void 0) {
      let r = t.status;
      if (!(r === "unconfirmed" || r === "choice" || r === "practice" || r === "information")) {
        let s = { instancePath: n + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: Ne.properties.status.enum } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    t.zh !== void 0 && (u(t.zh, { instancePath: n + "/zh", parentData: t, parentDataProperty: "zh", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.en !== void 0 && (u(t.en, { instancePath: n + "/en", parentData: t, parentDataProperty: "en", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return K.errors = e, i === 0;
}
K.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var be = { type: "object", required: ["function", "address"], additionalProperties: !1, title: "Modbus \u5BC4\u5B58\u5668", description: "\u529F\u80FD\u7801\u52A0\u4ECE 0 \u8D77\u7684\u7EBF\u4E0A\u5730\u5740;30009 \u662F\u529F\u80FD\u7801 4 \u5730\u5740 8\u3002 Function and 0-based wire address; 30009 is function 4, address 8.", properties: { function: { type: ["integer", "array"], minimum: 1, maximum: 4, items: { type: "integer", minimum: 1, maximum: 4 }, minItems: 1, title: "\u529F\u80FD\u7801", description: "1 \u7EBF\u5708\u30012 \u79BB\u6563\u8F93\u5165\u30013 \u4FDD\u6301\u5BC4\u5B58\u5668\u30014 \u8F93\u5165\u5BC4\u5B58\u5668;\u8D44\u6599\u6CA1\u6709\u5199\u660E\u65F6\u7ED9\u51FA\u51E0\u4E2A\u3002 1 coils, 2 inputs, 3 holding, 4 input registers; several when the source does not say which.", "x-expect-zh": "1 \u5230 4,\u6216\u5176\u5217\u8868", "x-expect-en": "1 to 4, or a list of them" }, address: { $ref: "#/$defs/wireNumber", title: "\u5730\u5740", description: "\u4ECE 0 \u8D77\u3002 0-based." }, type: { enum: ["u16", "i16", "u32", "i32", "f32"], title: "\u7C7B\u578B", description: "\u9ED8\u8BA4 u16\u3002 Default u16." }, order: { enum: ["ABCD", "CDAB", "BADC", "DCBA"], title: "\u5B57\u8282\u6B21\u5E8F", description: "32 \u4F4D\u503C\u7684\u5B57\u8282\u5728\u7EBF\u4E0A\u7684\u6B21\u5E8F,A \u662F\u6700\u9AD8\u5B57\u8282,\u9ED8\u8BA4 ABCD\u3002 Order of the bytes of a 32-bit value on the wire, A the highest; default ABCD." } } }, Te = { type: ["integer", "string"], minimum: 0, maximum: 4294967295, pattern: "^0[xX][0-9A-Fa-f]{1,8}$", "x-expect-zh": '\u4ECE 0 \u8D77\u7684\u6574\u6570,\u6216 "0x" \u5F00\u5934\u7684\u5341\u516D\u8FDB\u5236', "x-expect-en": 'a whole number from 0, or hex that begins with "0x"' }, Ee = new RegExp("^0[xX][0-9A-Fa-f]{1,8}$", "u");
function G(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = G.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(typeof t == "number" && !(t % 1) && !isNaN(t) && isFinite(t)) && typeof t != "string") {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: Te.type } };
    e === null ? e = [r] : e.push(r), i++;
  }
  if (typeof t == "number" && isFinite(t)) {
    if (t > 4294967295 || isNaN(t)) {
      let r = { instancePath: n, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t < 0 || isNaN(t)) {
      let r = { instancePath: n, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      e === null ? e = [r] : e.push(r), i++;
    }
  }
  if (typeof t == "string" && !Ee.test(t)) {
    let r = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^0[xX][0-9A-Fa-f]{1,8}$" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return G.errors = e, i === 0;
}
G.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function k(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = k.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.function === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "function" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.address === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "function" || r === "address" || r === "type" || r === "order")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.function !== void 0) {
      let r = t.function;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r)) && !Array.isArray(r)) {
        let s = { instancePath: n + "/function", schemaPath: "#/properties/function/type", keyword: "type", params: { type: be.properties.function.type } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 4 || isNaN(r)) {
          let s = { instancePath: n + "/function", schemaPath: "#/properties/function/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < 1 || isNaN(r)) {
          let s = { instancePath: n + "/function", schemaPath: "#/properties/function/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: n + "/function", schemaPath: "#/properties/function/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        let s = r.length;
        for (let o = 0; o < s; o++) {
          let p = r[o];
          if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p))) {
            let c = { instancePath: n + "/function/" + o, schemaPath: "#/properties/function/items/type", keyword: "type", params: { type: "integer" } };
            e === null ? e = [c] : e.push(c), i++;
          }
          if (typeof p == "number" && isFinite(p)) {
            if (p > 4 || isNaN(p)) {
              let c = { instancePath: n + "/function/" + o, schemaPath: "#/properties/function/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4 } };
              e === null ? e = [c] : e.push(c), i++;
            }
            if (p < 1 || isNaN(p)) {
              let c = { instancePath: n + "/function/" + o, schemaPath: "#/properties/function/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              e === null ? e = [c] : e.push(c), i++;
            }
          }
        }
      }
    }
    if (t.address !== void 0 && (G(t.address, { instancePath: n + "/address", parentData: t, parentDataProperty: "address", rootData: l, dynamicAnchors: f }) || (e = e === null ? G.errors : e.concat(G.errors), i = e.length)), t.type !== void 0) {
      let r = t.type;
      if (!(r === "u16" || r === "i16" || r === "u32" || r === "i32" || r === "f32")) {
        let s = { instancePath: n + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: be.properties.type.enum } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.order !== void 0) {
      let r = t.order;
      if (!(r === "ABCD" || r === "CDAB" || r === "BADC" || r === "DCBA")) {
        let s = { instancePath: n + "/order", schemaPath: "#/properties/order/enum", keyword: "enum", params: { allowedValues: be.properties.order.enum } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return k.errors = e, i === 0;
}
k.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Fe = new RegExp("^[0-9A-Fa-f]{8}$", "u"), Ce = new RegExp("^\xB1?X{1,8}(\\.X{1,8})?$", "u");
function D(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = D.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.di === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "di" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "di" || r === "index" || r === "format")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.di !== void 0) {
      let r = t.di;
      if (typeof r == "string") {
        if (!Fe.test(r)) {
          let s = { instancePath: n + "/di", schemaPath: "#/properties/di/pattern", keyword: "pattern", params: { pattern: "^[0-9A-Fa-f]{8}$" } };
          e === null ? e = [s] : e.push(s), i++;
        }
      } else {
        let s = { instancePath: n + "/di", schemaPath: "#/properties/di/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.index !== void 0) {
      let r = t.index;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let s = { instancePath: n + "/index", schemaPath: "#/properties/index/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 63 || isNaN(r)) {
          let s = { instancePath: n + "/index", schemaPath: "#/properties/index/maximum", keyword: "maximum", params: { comparison: "<=", limit: 63 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < 0 || isNaN(r)) {
          let s = { instancePath: n + "/index", schemaPath: "#/properties/index/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
    if (t.format !== void 0) {
      let r = t.format;
      if (typeof r == "string") {
        if (!Ce.test(r)) {
          let s = { instancePath: n + "/format", schemaPath: "#/properties/format/pattern", keyword: "pattern", params: { pattern: "^\xB1?X{1,8}(\\.X{1,8})?$" } };
          e === null ? e = [s] : e.push(s), i++;
        }
      } else {
        let s = { instancePath: n + "/format", schemaPath: "#/properties/format/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return D.errors = e, i === 0;
}
D.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Se = new RegExp("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*|\\[(\\*|0|[1-9][0-9]{0,3})\\])*$", "u");
function z(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = z.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t == "string") {
    if (N(t) > 120) {
      let r = { instancePath: n, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 120 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (N(t) < 1) {
      let r = { instancePath: n, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (!Se.test(t)) {
      let r = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*|\\[(\\*|0|[1-9][0-9]{0,3})\\])*$" } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return z.errors = e, i === 0;
}
z.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function q(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = q.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.first === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "first" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.count === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "count" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "first" || r === "count")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.first !== void 0) {
      let r = t.first;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let s = { instancePath: n + "/first", schemaPath: "#/properties/first/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 31 || isNaN(r)) {
          let s = { instancePath: n + "/first", schemaPath: "#/properties/first/maximum", keyword: "maximum", params: { comparison: "<=", limit: 31 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < 0 || isNaN(r)) {
          let s = { instancePath: n + "/first", schemaPath: "#/properties/first/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
    if (t.count !== void 0) {
      let r = t.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let s = { instancePath: n + "/count", schemaPath: "#/properties/count/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 32 || isNaN(r)) {
          let s = { instancePath: n + "/count", schemaPath: "#/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 32 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < 1 || isNaN(r)) {
          let s = { instancePath: n + "/count", schemaPath: "#/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return q.errors = e, i === 0;
}
q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Le = { type: ["number", "string", "boolean", "null"], "x-expect-zh": "\u5E27\u91CC\u7684\u539F\u59CB\u503C:\u6570\u3001\u6587\u5B57\u3001\u771F\u5047\u6216 null", "x-expect-en": "a value as the frame has it: number, text, true, false or null" };
function h(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = h.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(typeof t == "number" && isFinite(t)) && typeof t != "string" && typeof t != "boolean" && t !== null) {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: Le.type } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return h.errors = e, i === 0;
}
h.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function j(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = j.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    for (let r in t)
      if (!(r === "register" || r === "item" || r === "field" || r === "bits" || r === "equals" || r === "differs")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.register !== void 0 && (k(t.register, { instancePath: n + "/register", parentData: t, parentDataProperty: "register", rootData: l, dynamicAnchors: f }) || (e = e === null ? k.errors : e.concat(k.errors), i = e.length)), t.item !== void 0 && (D(t.item, { instancePath: n + "/item", parentData: t, parentDataProperty: "item", rootData: l, dynamicAnchors: f }) || (e = e === null ? D.errors : e.concat(D.errors), i = e.length)), t.field !== void 0 && (z(t.field, { instancePath: n + "/field", parentData: t, parentDataProperty: "field", rootData: l, dynamicAnchors: f }) || (e = e === null ? z.errors : e.concat(z.errors), i = e.length)), t.bits !== void 0 && (q(t.bits, { instancePath: n + "/bits", parentData: t, parentDataProperty: "bits", rootData: l, dynamicAnchors: f }) || (e = e === null ? q.errors : e.concat(q.errors), i = e.length)), t.equals !== void 0) {
      let r = t.equals;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: n + "/equals", schemaPath: "#/properties/equals/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        let s = r.length;
        for (let o = 0; o < s; o++)
          h(r[o], { instancePath: n + "/equals/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? h.errors : e.concat(h.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/equals", schemaPath: "#/properties/equals/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.differs !== void 0) {
      let r = t.differs;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: n + "/differs", schemaPath: "#/properties/differs/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        let s = r.length;
        for (let o = 0; o < s; o++)
          h(r[o], { instancePath: n + "/differs/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? h.errors : e.concat(h.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/differs", schemaPath: "#/properties/differs/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return j.errors = e, i === 0;
}
j.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Oe = { type: "object", required: ["protocol"], additionalProperties: !1, title: "\u4F20\u8F93", description: "\u534F\u8BAE\u3001\u65B9\u8A00\u548C\u8F6E\u8BE2\u3002 Protocol, dialect and polling.", properties: { protocol: { $ref: "codes.schema.json#/$defs/protocol", title: "\u534F\u8BAE", description: "\u7F16\u89E3\u7801\u5E93\u91CC\u7684\u534F\u8BAE\u6807\u8BC6\u3002 Id of the protocol in the codec." }, dialect: { $ref: "#/$defs/text", title: "\u65B9\u8A00", description: "\u534F\u8BAE\u91CC\u6709\u540D\u79F0\u7684\u4E00\u7EC4\u9009\u9879\u3002 A named set of the protocol's options." }, options: { type: "object", additionalProperties: { type: ["string", "number", "boolean"] }, title: "\u65B9\u8A00\u9009\u9879", description: "\u9010\u9879\u8BBE\u7F6E,\u5148\u4E8E\u65B9\u8A00\u540D\u3002 Single options; they come before those of the named dialect." }, utcOffsetMinutes: { type: "integer", minimum: -720, maximum: 840, title: "\u8BBE\u5907\u65F6\u949F\u7684\u65F6\u533A", description: "\u5206\u949F,\u9ED8\u8BA4 480(\u4E2D\u56FD)\u3002 Zone of the device's clock in minutes; default 480, China.", "x-expect-zh": "-720 \u5230 840 \u7684\u6574\u6570(\u5206\u949F)", "x-expect-en": "a whole number of minutes from -720 to 840" }, line: { $ref: "#/$defs/words", title: "\u7EBF\u8DEF\u53C2\u6570", description: "\u5982 9600 8N1\u3001\u9ED8\u8BA4\u5730\u5740\u3002 Such as 9600 8N1, the default address." }, poll: { type: "array", items: { $ref: "#/$defs/poll" }, title: "\u8F6E\u8BE2", description: "\u4E3B\u7AD9\u6309\u5468\u671F\u53D1\u7684\u547D\u4EE4\u3002 Commands that a master sends again and again." } } };
function H(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = H.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t != "string") {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return H.errors = e, i === 0;
}
H.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Ze = new RegExp("^[a-z][A-Za-z]*(\\.[a-z][A-Za-z0-9-]*)?$", "u");
function I(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = I.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t == "string") {
    if (N(t) > 64) {
      let r = { instancePath: n, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (!Ze.test(t)) {
      let r = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z][A-Za-z]*(\\.[a-z][A-Za-z0-9-]*)?$" } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return I.errors = e, i === 0;
}
I.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Xe = { type: "object", additionalProperties: { type: ["number", "string"] }, title: "\u69FD\u7684\u503C", description: "\u69FD\u540D\u5230\u503C\u3002 Slot to value." };
function O(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = O.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t))
    for (let r in t) {
      let s = t[r];
      if (!(typeof s == "number" && isFinite(s)) && typeof s != "string") {
        let o = { instancePath: n + "/" + r.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: Xe.additionalProperties.type } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
  else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return O.errors = e, i === 0;
}
O.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function J(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = J.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(typeof t == "number" && !(t % 1) && !isNaN(t) && isFinite(t))) {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  if (typeof t == "number" && isFinite(t)) {
    if (t > 2678400 || isNaN(t)) {
      let r = { instancePath: n, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2678400 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t < 1 || isNaN(t)) {
      let r = { instancePath: n, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
      e === null ? e = [r] : e.push(r), i++;
    }
  }
  return J.errors = e, i === 0;
}
J.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function U(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = U.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.command === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "command" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.everySeconds === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "everySeconds" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "command" || r === "slots" || r === "everySeconds")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    t.command !== void 0 && (I(t.command, { instancePath: n + "/command", parentData: t, parentDataProperty: "command", rootData: l, dynamicAnchors: f }) || (e = e === null ? I.errors : e.concat(I.errors), i = e.length)), t.slots !== void 0 && (O(t.slots, { instancePath: n + "/slots", parentData: t, parentDataProperty: "slots", rootData: l, dynamicAnchors: f }) || (e = e === null ? O.errors : e.concat(O.errors), i = e.length)), t.everySeconds !== void 0 && (J(t.everySeconds, { instancePath: n + "/everySeconds", parentData: t, parentDataProperty: "everySeconds", rootData: l, dynamicAnchors: f }) || (e = e === null ? J.errors : e.concat(J.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return U.errors = e, i === 0;
}
U.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function Q(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = Q.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.protocol === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "protocol" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "protocol" || r === "dialect" || r === "options" || r === "utcOffsetMinutes" || r === "line" || r === "poll")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.protocol !== void 0 && (H(t.protocol, { instancePath: n + "/protocol", parentData: t, parentDataProperty: "protocol", rootData: l, dynamicAnchors: f }) || (e = e === null ? H.errors : e.concat(H.errors), i = e.length)), t.dialect !== void 0 && (u(t.dialect, { instancePath: n + "/dialect", parentData: t, parentDataProperty: "dialect", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.options !== void 0) {
      let r = t.options;
      if (r && typeof r == "object" && !Array.isArray(r))
        for (let s in r) {
          let o = r[s];
          if (typeof o != "string" && !(typeof o == "number" && isFinite(o)) && typeof o != "boolean") {
            let p = { instancePath: n + "/options/" + s.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/options/additionalProperties/type", keyword: "type", params: { type: Oe.properties.options.additionalProperties.type } };
            e === null ? e = [p] : e.push(p), i++;
          }
        }
      else {
        let s = { instancePath: n + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.utcOffsetMinutes !== void 0) {
      let r = t.utcOffsetMinutes;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let s = { instancePath: n + "/utcOffsetMinutes", schemaPath: "#/properties/utcOffsetMinutes/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 840 || isNaN(r)) {
          let s = { instancePath: n + "/utcOffsetMinutes", schemaPath: "#/properties/utcOffsetMinutes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 840 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < -720 || isNaN(r)) {
          let s = { instancePath: n + "/utcOffsetMinutes", schemaPath: "#/properties/utcOffsetMinutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: -720 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
    if (t.line !== void 0 && (b(t.line, { instancePath: n + "/line", parentData: t, parentDataProperty: "line", rootData: l, dynamicAnchors: f }) || (e = e === null ? b.errors : e.concat(b.errors), i = e.length)), t.poll !== void 0) {
      let r = t.poll;
      if (Array.isArray(r)) {
        let s = r.length;
        for (let o = 0; o < s; o++)
          U(r[o], { instancePath: n + "/poll/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? U.errors : e.concat(U.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/poll", schemaPath: "#/properties/poll/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return Q.errors = e, i === 0;
}
Q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ve = { type: "object", required: ["uploadSeconds"], additionalProperties: !1, title: "\u5728\u7EBF\u5224\u65AD", description: "EF-4.4.2\u3001CP-3.4.2:\u4E0A\u62A5\u5468\u671F\u4E0D\u8D85\u8FC7 6 \u5C0F\u65F6\u3002 The upload period is at most 6 hours.", properties: { uploadSeconds: { type: ["integer", "null"], minimum: 1, maximum: 21600, title: "\u4E0A\u62A5\u5468\u671F", description: "\u8BBE\u5907\u81EA\u5DF1\u4E0A\u62A5\u7684\u5468\u671F,\u79D2;\u8D44\u6599\u6CA1\u6709\u89C4\u5B9A\u65F6\u4E3A null\u3002 Seconds between uploads; null when the source gives none.", "x-expect-zh": "1 \u5230 21600 \u7684\u6574\u6570(\u79D2),\u6216 null", "x-expect-en": "a whole number of seconds from 1 to 21600, or null" }, offlineAfterSeconds: { type: "integer", minimum: 1, maximum: 21600, title: "\u9759\u9ED8\u591A\u4E45\u89C6\u4E3A\u79BB\u7EBF", description: "\u79D2;\u9ED8\u8BA4 3 \u500D\u4E0A\u62A5\u5468\u671F,\u6700\u591A 6 \u5C0F\u65F6\u3002 Seconds; default 3 times the upload period, at most 6 hours.", "x-expect-zh": "1 \u5230 21600 \u7684\u6574\u6570(\u79D2)", "x-expect-en": "a whole number of seconds from 1 to 21600" }, note: { $ref: "#/$defs/words", title: "\u4F9D\u636E", description: "\u8FD9\u4E24\u4E2A\u6570\u4ECE\u54EA\u91CC\u6765\u3002 Where the figures are from." } } };
function Y(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = Y.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.uploadSeconds === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "uploadSeconds" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "uploadSeconds" || r === "offlineAfterSeconds" || r === "note")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.uploadSeconds !== void 0) {
      let r = t.uploadSeconds;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r)) && r !== null) {
        let s = { instancePath: n + "/uploadSeconds", schemaPath: "#/properties/uploadSeconds/type", keyword: "type", params: { type: Ve.properties.uploadSeconds.type } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 21600 || isNaN(r)) {
          let s = { instancePath: n + "/uploadSeconds", schemaPath: "#/properties/uploadSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 21600 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < 1 || isNaN(r)) {
          let s = { instancePath: n + "/uploadSeconds", schemaPath: "#/properties/uploadSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
    if (t.offlineAfterSeconds !== void 0) {
      let r = t.offlineAfterSeconds;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let s = { instancePath: n + "/offlineAfterSeconds", schemaPath: "#/properties/offlineAfterSeconds/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 21600 || isNaN(r)) {
          let s = { instancePath: n + "/offlineAfterSeconds", schemaPath: "#/properties/offlineAfterSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 21600 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < 1 || isNaN(r)) {
          let s = { instancePath: n + "/offlineAfterSeconds", schemaPath: "#/properties/offlineAfterSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
    t.note !== void 0 && (b(t.note, { instancePath: n + "/note", parentData: t, parentDataProperty: "note", rootData: l, dynamicAnchors: f }) || (e = e === null ? b.errors : e.concat(b.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return Y.errors = e, i === 0;
}
Y.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var _e = new RegExp("^[A-Za-z0-9*{][A-Za-z0-9._*{}-]*(/[A-Za-z0-9*{][A-Za-z0-9._*{}-]*)*$", "u");
function x(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = x.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t == "string") {
    if (N(t) > 80) {
      let r = { instancePath: n, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 80 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (N(t) < 1) {
      let r = { instancePath: n, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (!_e.test(t)) {
      let r = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9*{][A-Za-z0-9._*{}-]*(/[A-Za-z0-9*{][A-Za-z0-9._*{}-]*)*$" } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return x.errors = e, i === 0;
}
x.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function P(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = P.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(typeof t == "number" && !(t % 1) && !isNaN(t) && isFinite(t))) {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  if (typeof t == "number" && isFinite(t)) {
    if (t > 255 || isNaN(t)) {
      let r = { instancePath: n, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t < 0 || isNaN(t)) {
      let r = { instancePath: n, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      e === null ? e = [r] : e.push(r), i++;
    }
  }
  return P.errors = e, i === 0;
}
P.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ee(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = ee.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.key === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "key" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.zh === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "zh" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.en === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "en" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.type === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "key" || r === "zh" || r === "en" || r === "type" || r === "native" || r === "first" || r === "count")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.key !== void 0 && (x(t.key, { instancePath: n + "/key", parentData: t, parentDataProperty: "key", rootData: l, dynamicAnchors: f }) || (e = e === null ? x.errors : e.concat(x.errors), i = e.length)), t.zh !== void 0 && (u(t.zh, { instancePath: n + "/zh", parentData: t, parentDataProperty: "zh", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.en !== void 0 && (u(t.en, { instancePath: n + "/en", parentData: t, parentDataProperty: "en", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.type !== void 0 && (P(t.type, { instancePath: n + "/type", parentData: t, parentDataProperty: "type", rootData: l, dynamicAnchors: f }) || (e = e === null ? P.errors : e.concat(P.errors), i = e.length)), t.native !== void 0 && (x(t.native, { instancePath: n + "/native", parentData: t, parentDataProperty: "native", rootData: l, dynamicAnchors: f }) || (e = e === null ? x.errors : e.concat(x.errors), i = e.length)), t.first !== void 0) {
      let r = t.first;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let s = { instancePath: n + "/first", schemaPath: "#/properties/first/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 65535 || isNaN(r)) {
          let s = { instancePath: n + "/first", schemaPath: "#/properties/first/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < 0 || isNaN(r)) {
          let s = { instancePath: n + "/first", schemaPath: "#/properties/first/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
    if (t.count !== void 0) {
      let r = t.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
        let s = { instancePath: n + "/count", schemaPath: "#/properties/count/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [s] : e.push(s), i++;
      }
      if (typeof r == "number" && isFinite(r)) {
        if (r > 65535 || isNaN(r)) {
          let s = { instancePath: n + "/count", schemaPath: "#/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r < 1 || isNaN(r)) {
          let s = { instancePath: n + "/count", schemaPath: "#/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      }
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return ee.errors = e, i === 0;
}
ee.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Re = { type: "object", required: ["quantity"], additionalProperties: !1, title: "\u6D4B\u70B9", description: "\u6765\u6E90\u6070\u597D\u4E00\u4E2A:register\u3001item\u3001analog\u3001field \u6216 native\u3002 Exactly one source: register, item, analog, field or native.", properties: { zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587\u540D", description: "\u9ED8\u8BA4\u662F\u90E8\u4EF6\u540D\u52A0\u6D4B\u91CF\u91CF\u540D\u3002 Default: component and quantity." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u540D", description: "\u9ED8\u8BA4\u662F\u90E8\u4EF6\u540D\u52A0\u6D4B\u91CF\u91CF\u540D\u3002 Default: component and quantity." }, component: { $ref: "#/$defs/componentKey", title: "\u90E8\u4EF6", description: "components \u91CC\u7684\u952E;\u4E0D\u5199\u5C31\u662F\u6574\u4E2A\u8BBE\u5907\u3002 Key in components; left out: the device as a whole." }, quantity: { $ref: "codes.schema.json#/$defs/quantity", title: "\u6D4B\u91CF\u91CF", description: "\u6807\u51C6\u6D4B\u91CF\u91CF\u3002 Canonical quantity." }, when: { type: "array", minItems: 1, items: { $ref: "#/$defs/guard" }, title: "\u524D\u63D0", description: "\u90FD\u7B26\u5408\u624D\u53D6\u503C\u3002 Only when all of them hold." }, register: { $ref: "#/$defs/register" }, item: { $ref: "#/$defs/item" }, analog: { $ref: "#/$defs/analog" }, field: { $ref: "#/$defs/path" }, native: { $ref: "#/$defs/nativeEvent" }, bits: { $ref: "#/$defs/bits" }, a: { $ref: "#/$defs/measure/properties/a" }, divide: { $ref: "#/$defs/measure/properties/divide" }, b: { $ref: "#/$defs/measure/properties/b" }, sentinels: { $ref: "#/$defs/measure/properties/sentinels" }, missing: { $ref: "#/$defs/measure/properties/missing" }, min: { $ref: "#/$defs/measure/properties/min" }, max: { $ref: "#/$defs/measure/properties/max" }, values: { $ref: "#/$defs/measure/properties/values" } } };
function w(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = w.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t != "string") {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return w.errors = e, i === 0;
}
w.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function Z(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = Z.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.type === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "type" || r === "componentType")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    t.type !== void 0 && (P(t.type, { instancePath: n + "/type", parentData: t, parentDataProperty: "type", rootData: l, dynamicAnchors: f }) || (e = e === null ? P.errors : e.concat(P.errors), i = e.length)), t.componentType !== void 0 && (P(t.componentType, { instancePath: n + "/componentType", parentData: t, parentDataProperty: "componentType", rootData: l, dynamicAnchors: f }) || (e = e === null ? P.errors : e.concat(P.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return Z.errors = e, i === 0;
}
Z.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function g(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = g.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t != "string") {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return g.errors = e, i === 0;
}
g.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function A(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = A.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    for (let r in t)
      if (!(r === "quantity" || r === "type" || r === "rawCode")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    t.quantity !== void 0 && (w(t.quantity, { instancePath: n + "/quantity", parentData: t, parentDataProperty: "quantity", rootData: l, dynamicAnchors: f }) || (e = e === null ? w.errors : e.concat(w.errors), i = e.length)), t.type !== void 0 && (g(t.type, { instancePath: n + "/type", parentData: t, parentDataProperty: "type", rootData: l, dynamicAnchors: f }) || (e = e === null ? g.errors : e.concat(g.errors), i = e.length)), t.rawCode !== void 0 && (u(t.rawCode, { instancePath: n + "/rawCode", parentData: t, parentDataProperty: "rawCode", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return A.errors = e, i === 0;
}
A.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function te(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = te.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(typeof t == "number" && isFinite(t))) {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return te.errors = e, i === 0;
}
te.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function re(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = re.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t == "number" && isFinite(t)) {
    if (t <= 0 || isNaN(t)) {
      let r = { instancePath: n, schemaPath: "#/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return re.errors = e, i === 0;
}
re.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ie(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = ie.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(typeof t == "number" && isFinite(t))) {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return ie.errors = e, i === 0;
}
ie.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function se(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = se.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), Array.isArray(t)) {
    let r = t.length;
    for (let s = 0; s < r; s++)
      h(t[s], { instancePath: n + "/" + s, parentData: t, parentDataProperty: s, rootData: l, dynamicAnchors: f }) || (e = e === null ? h.errors : e.concat(h.errors), i = e.length);
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return se.errors = e, i === 0;
}
se.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function ne(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = ne.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), Array.isArray(t)) {
    let r = t.length;
    for (let s = 0; s < r; s++)
      h(t[s], { instancePath: n + "/" + s, parentData: t, parentDataProperty: s, rootData: l, dynamicAnchors: f }) || (e = e === null ? h.errors : e.concat(h.errors), i = e.length);
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "array" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return ne.errors = e, i === 0;
}
ne.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function oe(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = oe.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(typeof t == "number" && isFinite(t))) {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return oe.errors = e, i === 0;
}
oe.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ae(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = ae.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(typeof t == "number" && isFinite(t))) {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return ae.errors = e, i === 0;
}
ae.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function pe(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = pe.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t))
    for (let r in t) {
      let s = t[r];
      if (!(typeof s == "number" && isFinite(s))) {
        let o = { instancePath: n + "/" + r.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
  else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return pe.errors = e, i === 0;
}
pe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function le(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = le.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.quantity === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "quantity" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!R.call(Re.properties, r)) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.zh !== void 0 && (u(t.zh, { instancePath: n + "/zh", parentData: t, parentDataProperty: "zh", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.en !== void 0 && (u(t.en, { instancePath: n + "/en", parentData: t, parentDataProperty: "en", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.component !== void 0 && (x(t.component, { instancePath: n + "/component", parentData: t, parentDataProperty: "component", rootData: l, dynamicAnchors: f }) || (e = e === null ? x.errors : e.concat(x.errors), i = e.length)), t.quantity !== void 0 && (w(t.quantity, { instancePath: n + "/quantity", parentData: t, parentDataProperty: "quantity", rootData: l, dynamicAnchors: f }) || (e = e === null ? w.errors : e.concat(w.errors), i = e.length)), t.when !== void 0) {
      let r = t.when;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          let o = { instancePath: n + "/when", schemaPath: "#/properties/when/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        let s = r.length;
        for (let o = 0; o < s; o++)
          j(r[o], { instancePath: n + "/when/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? j.errors : e.concat(j.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/when", schemaPath: "#/properties/when/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    t.register !== void 0 && (k(t.register, { instancePath: n + "/register", parentData: t, parentDataProperty: "register", rootData: l, dynamicAnchors: f }) || (e = e === null ? k.errors : e.concat(k.errors), i = e.length)), t.item !== void 0 && (D(t.item, { instancePath: n + "/item", parentData: t, parentDataProperty: "item", rootData: l, dynamicAnchors: f }) || (e = e === null ? D.errors : e.concat(D.errors), i = e.length)), t.analog !== void 0 && (Z(t.analog, { instancePath: n + "/analog", parentData: t, parentDataProperty: "analog", rootData: l, dynamicAnchors: f }) || (e = e === null ? Z.errors : e.concat(Z.errors), i = e.length)), t.field !== void 0 && (z(t.field, { instancePath: n + "/field", parentData: t, parentDataProperty: "field", rootData: l, dynamicAnchors: f }) || (e = e === null ? z.errors : e.concat(z.errors), i = e.length)), t.native !== void 0 && (A(t.native, { instancePath: n + "/native", parentData: t, parentDataProperty: "native", rootData: l, dynamicAnchors: f }) || (e = e === null ? A.errors : e.concat(A.errors), i = e.length)), t.bits !== void 0 && (q(t.bits, { instancePath: n + "/bits", parentData: t, parentDataProperty: "bits", rootData: l, dynamicAnchors: f }) || (e = e === null ? q.errors : e.concat(q.errors), i = e.length)), t.a !== void 0 && (te(t.a, { instancePath: n + "/a", parentData: t, parentDataProperty: "a", rootData: l, dynamicAnchors: f }) || (e = e === null ? te.errors : e.concat(te.errors), i = e.length)), t.divide !== void 0 && (re(t.divide, { instancePath: n + "/divide", parentData: t, parentDataProperty: "divide", rootData: l, dynamicAnchors: f }) || (e = e === null ? re.errors : e.concat(re.errors), i = e.length)), t.b !== void 0 && (ie(t.b, { instancePath: n + "/b", parentData: t, parentDataProperty: "b", rootData: l, dynamicAnchors: f }) || (e = e === null ? ie.errors : e.concat(ie.errors), i = e.length)), t.sentinels !== void 0 && (se(t.sentinels, { instancePath: n + "/sentinels", parentData: t, parentDataProperty: "sentinels", rootData: l, dynamicAnchors: f }) || (e = e === null ? se.errors : e.concat(se.errors), i = e.length)), t.missing !== void 0 && (ne(t.missing, { instancePath: n + "/missing", parentData: t, parentDataProperty: "missing", rootData: l, dynamicAnchors: f }) || (e = e === null ? ne.errors : e.concat(ne.errors), i = e.length)), t.min !== void 0 && (oe(t.min, { instancePath: n + "/min", parentData: t, parentDataProperty: "min", rootData: l, dynamicAnchors: f }) || (e = e === null ? oe.errors : e.concat(oe.errors), i = e.length)), t.max !== void 0 && (ae(t.max, { instancePath: n + "/max", parentData: t, parentDataProperty: "max", rootData: l, dynamicAnchors: f }) || (e = e === null ? ae.errors : e.concat(ae.errors), i = e.length)), t.values !== void 0 && (pe(t.values, { instancePath: n + "/values", parentData: t, parentDataProperty: "values", rootData: l, dynamicAnchors: f }) || (e = e === null ? pe.errors : e.concat(pe.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return le.errors = e, i === 0;
}
le.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ze = { type: "object", additionalProperties: !1, title: "\u72B6\u6001\u6216\u544A\u8B66", description: "\u6765\u6E90\u6070\u597D\u4E00\u4E2A:register\u3001item\u3001status\u3001field \u6216 native;\u542B\u4E49\u6070\u597D\u4E00\u79CD:flags(\u9010\u4F4D)\u3001codes(\u9010\u7801)\u6216 type\u3002 Exactly one source: register, item, status, field or native; exactly one meaning: flags by bit, codes by number, or type.", properties: { component: { $ref: "#/$defs/componentKey", title: "\u90E8\u4EF6", description: "components \u91CC\u7684\u952E;\u4E0D\u5199\u5C31\u662F\u6574\u4E2A\u8BBE\u5907\u3002 Key in components; left out: the device as a whole." }, when: { type: "array", minItems: 1, items: { $ref: "#/$defs/guard" }, title: "\u524D\u63D0", description: "\u4E0D\u7B26\u5408\u65F6,\u672C\u6761\u7684\u5404\u79CD\u72B6\u6001\u90FD\u7B97\u6D88\u5931\u3002 While it does not hold, the conditions of this entry are gone." }, register: { $ref: "#/$defs/register" }, item: { $ref: "#/$defs/item" }, status: { $ref: "#/$defs/status" }, field: { $ref: "#/$defs/path" }, native: { $ref: "#/$defs/nativeEvent" }, bits: { $ref: "#/$defs/bits" }, flags: { type: "object", minProperties: 1, propertyNames: { pattern: "^([0-9]|[12][0-9]|3[01])$" }, additionalProperties: { $ref: "#/$defs/meaning" }, title: "\u9010\u4F4D\u542B\u4E49", description: "\u4F4D\u53F7\u5230\u542B\u4E49,0 \u662F\u6700\u4F4E\u4F4D\u3002 Bit number to meaning, 0 the lowest." }, codes: { type: "object", minProperties: 1, additionalProperties: { $ref: "#/$defs/meaning" }, title: "\u9010\u7801\u542B\u4E49", description: "\u4EE3\u7801(\u5341\u8FDB\u5236\u6216 0x)\u5230\u542B\u4E49\u3002 Code, decimal or 0x, to meaning." }, unknown: { enum: ["unmapped", "diagnostic"], title: "\u672A\u77E5\u4EE3\u7801", description: "\u9ED8\u8BA4 unmapped:\u8BB0\u4E3A\u672A\u8BC6\u522B\u7684\u544A\u8B66(\u6545\u969C\u30013 \u7EA7);diagnostic:\u53EA\u7ED9\u8BCA\u65AD\u3002\u4ECE\u4E0D\u4E22\u5F03,\u4E5F\u4ECE\u4E0D\u66FF\u5B83\u7F16\u7B49\u7EA7\u3002 Default unmapped: a fault of level 3; diagnostic: only told to whoever integrates. Never dropped, never given an invented severity." }, equals: { type: "array", minItems: 1, items: { $ref: "#/$defs/raw" }, title: "\u7B49\u4E8E", description: "\u4E0E type \u540C\u7528:\u539F\u59CB\u503C\u662F\u5176\u4E2D\u4E4B\u4E00\u65F6\u5B58\u5728,\u9ED8\u8BA4 [1, true]\u3002 With type: present when the raw value is one of these, default [1, true]." }, type: { $ref: "codes.schema.json#/$defs/alarmType", title: "\u62A5\u8B66\u7C7B\u578B", description: "\u6807\u51C6\u62A5\u8B66\u7C7B\u578B\u3002 Canonical alarm type." }, class: { $ref: "codes.schema.json#/$defs/alarmClass", title: "\u544A\u8B66\u7C7B\u522B", description: "\u5199\u51FA\u65F6\u987B\u4E0E\u62A5\u8B66\u7C7B\u578B\u4E00\u81F4\u3002 Must agree with the type." }, latching: { $ref: "#/$defs/latching" }, test: { type: "boolean", title: "\u6D4B\u8BD5", description: "\u4E0E fullMeaning \u76F8\u540C\u3002 As in a meaning.", "x-expect-zh": "true \u6216 false", "x-expect-en": "true or false" }, zh: { $ref: "#/$defs/text", title: "\u8BBE\u5907\u7684\u8BF4\u6CD5", description: "\u5382\u5546\u6587\u4EF6\u91CC\u7684\u4E2D\u6587\u3002 The vendor's Chinese words." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u8BF4\u6CD5", description: "\u5382\u5546\u6587\u4EF6\u91CC\u7684\u82F1\u6587\u6216\u8BD1\u6587\u3002 The same in English." }, value: { $ref: "#/$defs/measure", title: "\u62A5\u8B66\u65F6\u7684\u503C", description: "\u540C\u4E00\u5E27\u91CC\u7684\u5F53\u524D\u503C\u3002 The value, from the same frame." }, threshold: { $ref: "#/$defs/measure", title: "\u8BBE\u5B9A\u503C", description: "\u540C\u4E00\u5E27\u91CC\u7684\u8BBE\u5B9A\u503C\u3002 The set point, from the same frame." } } };
function fe(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = fe.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    for (let r in t)
      if (r !== "componentType") {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    t.componentType !== void 0 && (P(t.componentType, { instancePath: n + "/componentType", parentData: t, parentDataProperty: "componentType", rootData: l, dynamicAnchors: f }) || (e = e === null ? P.errors : e.concat(P.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return fe.errors = e, i === 0;
}
fe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function X(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = X.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t != "string") {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return X.errors = e, i === 0;
}
X.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Me = { enum: ["untilReset", "followsValue", "once"], title: "\u4FDD\u6301\u65B9\u5F0F", description: "untilReset \u590D\u4F4D\u524D\u4E00\u76F4\u5728;followsValue \u968F\u503C\u6D88\u5931;once \u53EA\u62A5\u4E00\u6B21,\u6CA1\u6709\u6D88\u5931\u3002\u9ED8\u8BA4:\u62A5\u8B66 untilReset,\u9884\u8B66\u548C\u6545\u969C followsValue,\u4E8B\u4EF6 once\u3002 untilReset: there until somebody resets it; followsValue: goes with the value; once: told once, never gone. Default: alarms untilReset, warnings and faults followsValue, events once." };
function V(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = V.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), !(t === "untilReset" || t === "followsValue" || t === "once")) {
    let r = { instancePath: n, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: Me.enum } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return V.errors = e, i === 0;
}
V.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ce(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = ce.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.type === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "type" || r === "class" || r === "latching" || r === "test" || r === "component" || r === "zh" || r === "en")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.type !== void 0 && (g(t.type, { instancePath: n + "/type", parentData: t, parentDataProperty: "type", rootData: l, dynamicAnchors: f }) || (e = e === null ? g.errors : e.concat(g.errors), i = e.length)), t.class !== void 0 && (X(t.class, { instancePath: n + "/class", parentData: t, parentDataProperty: "class", rootData: l, dynamicAnchors: f }) || (e = e === null ? X.errors : e.concat(X.errors), i = e.length)), t.latching !== void 0 && (V(t.latching, { instancePath: n + "/latching", parentData: t, parentDataProperty: "latching", rootData: l, dynamicAnchors: f }) || (e = e === null ? V.errors : e.concat(V.errors), i = e.length)), t.test !== void 0 && typeof t.test != "boolean") {
      let r = { instancePath: n + "/test", schemaPath: "#/properties/test/type", keyword: "type", params: { type: "boolean" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    t.component !== void 0 && (x(t.component, { instancePath: n + "/component", parentData: t, parentDataProperty: "component", rootData: l, dynamicAnchors: f }) || (e = e === null ? x.errors : e.concat(x.errors), i = e.length)), t.zh !== void 0 && (u(t.zh, { instancePath: n + "/zh", parentData: t, parentDataProperty: "zh", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.en !== void 0 && (u(t.en, { instancePath: n + "/en", parentData: t, parentDataProperty: "en", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return ce.errors = e, i === 0;
}
ce.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function C(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = C.evaluated;
  a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0);
  let r = i, s = !1, o = i;
  g(t, { instancePath: n, parentData: d, parentDataProperty: m, rootData: l, dynamicAnchors: f }) || (e = e === null ? g.errors : e.concat(g.errors), i = e.length);
  var y = o === i;
  s = s || y;
  let p = i;
  if (t !== null) {
    let F = { instancePath: n, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "null" } };
    e === null ? e = [F] : e.push(F), i++;
  }
  var y = p === i;
  s = s || y;
  let c = i;
  ce(t, { instancePath: n, parentData: d, parentDataProperty: m, rootData: l, dynamicAnchors: f }) || (e = e === null ? ce.errors : e.concat(ce.errors), i = e.length);
  var y = c === i;
  if (s = s || y, y)
    var _ = !0;
  if (s)
    i = r, e !== null && (r ? e.length = r : e = null);
  else {
    let F = { instancePath: n, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    e === null ? e = [F] : e.push(F), i++;
  }
  return C.errors = e, a.props = _, i === 0;
}
C.evaluated = { dynamicProps: !0, dynamicItems: !1 };
var We = { type: "object", additionalProperties: !1, title: "\u6D4B\u91CF", description: "\u6765\u6E90\u548C\u6362\u7B97:\u503C = a \xD7 \u539F\u59CB\u503C \xF7 divide + b,\u5355\u4F4D\u662F\u6D4B\u91CF\u91CF\u7684\u5355\u4F4D\u3002 Source and conversion: value = a x raw / divide + b, in the quantity's unit.", properties: { register: { $ref: "#/$defs/register" }, item: { $ref: "#/$defs/item" }, analog: { $ref: "#/$defs/analog" }, field: { $ref: "#/$defs/path" }, native: { $ref: "#/$defs/nativeEvent" }, bits: { $ref: "#/$defs/bits" }, a: { type: "number", title: "\u7CFB\u6570", description: "\u9ED8\u8BA4 1\u3002 Default 1.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, divide: { type: "number", exclusiveMinimum: 0, title: "\u9664\u6570", description: "\u9ED8\u8BA4 1,\u5982 800\u3002 Default 1, such as 800.", "x-expect-zh": "\u5927\u4E8E 0 \u7684\u6570", "x-expect-en": "a number above 0" }, b: { type: "number", title: "\u504F\u79FB", description: "\u9ED8\u8BA4 0\u3002 Default 0.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, sentinels: { type: "array", items: { $ref: "#/$defs/raw" }, title: "\u65E0\u6548\u6807\u8BB0", description: "\u8FD9\u4E9B\u539F\u59CB\u503C\u4E0D\u662F\u6D4B\u91CF\u503C,\u5982 -200\u3002 Raw values that mean no measurement, such as -200." }, missing: { type: "array", items: { $ref: "#/$defs/raw" }, title: "\u7F3A\u5931\u6807\u8BB0", description: "\u8FD9\u4E9B\u539F\u59CB\u503C\u8868\u793A\u6CA1\u6709\u8FD9\u4E00\u8DEF\u3002 Raw values that mean that there is no such channel." }, min: { type: "number", title: "\u4E0B\u9650", description: "\u6362\u7B97\u540E\u7684\u5355\u4F4D;\u4F4E\u4E8E\u5B83\u6807\u4E3A\u8D85\u91CF\u7A0B,\u503C\u4FDD\u7559\u3002 In the quantity's unit; below it the value is kept as out of range.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, max: { type: "number", title: "\u4E0A\u9650", description: "\u6362\u7B97\u540E\u7684\u5355\u4F4D;\u9AD8\u4E8E\u5B83\u6807\u4E3A\u8D85\u91CF\u7A0B,\u503C\u4FDD\u7559\u3002 In the quantity's unit; above it the value is kept as out of range.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, values: { type: "object", additionalProperties: { type: "number" }, title: "\u72B6\u6001\u503C", description: '\u539F\u59CB\u503C\u5230\u91CF\u503C\u7684\u5BF9\u7167,\u5982 {"240": 1, "15": 0};\u7528\u5B83\u65F6\u4E0D\u6362\u7B97,\u8868\u5916\u7684\u503C\u7ED9\u8BCA\u65AD\u3002 Raw values as values of a state; then nothing is scaled, and a value that is not here gives a diagnostic.' } } };
function S(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = S.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    for (let r in t)
      if (!R.call(We.properties, r)) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.register !== void 0 && (k(t.register, { instancePath: n + "/register", parentData: t, parentDataProperty: "register", rootData: l, dynamicAnchors: f }) || (e = e === null ? k.errors : e.concat(k.errors), i = e.length)), t.item !== void 0 && (D(t.item, { instancePath: n + "/item", parentData: t, parentDataProperty: "item", rootData: l, dynamicAnchors: f }) || (e = e === null ? D.errors : e.concat(D.errors), i = e.length)), t.analog !== void 0 && (Z(t.analog, { instancePath: n + "/analog", parentData: t, parentDataProperty: "analog", rootData: l, dynamicAnchors: f }) || (e = e === null ? Z.errors : e.concat(Z.errors), i = e.length)), t.field !== void 0 && (z(t.field, { instancePath: n + "/field", parentData: t, parentDataProperty: "field", rootData: l, dynamicAnchors: f }) || (e = e === null ? z.errors : e.concat(z.errors), i = e.length)), t.native !== void 0 && (A(t.native, { instancePath: n + "/native", parentData: t, parentDataProperty: "native", rootData: l, dynamicAnchors: f }) || (e = e === null ? A.errors : e.concat(A.errors), i = e.length)), t.bits !== void 0 && (q(t.bits, { instancePath: n + "/bits", parentData: t, parentDataProperty: "bits", rootData: l, dynamicAnchors: f }) || (e = e === null ? q.errors : e.concat(q.errors), i = e.length)), t.a !== void 0) {
      let r = t.a;
      if (!(typeof r == "number" && isFinite(r))) {
        let s = { instancePath: n + "/a", schemaPath: "#/properties/a/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.divide !== void 0) {
      let r = t.divide;
      if (typeof r == "number" && isFinite(r)) {
        if (r <= 0 || isNaN(r)) {
          let s = { instancePath: n + "/divide", schemaPath: "#/properties/divide/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
          e === null ? e = [s] : e.push(s), i++;
        }
      } else {
        let s = { instancePath: n + "/divide", schemaPath: "#/properties/divide/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.b !== void 0) {
      let r = t.b;
      if (!(typeof r == "number" && isFinite(r))) {
        let s = { instancePath: n + "/b", schemaPath: "#/properties/b/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.sentinels !== void 0) {
      let r = t.sentinels;
      if (Array.isArray(r)) {
        let s = r.length;
        for (let o = 0; o < s; o++)
          h(r[o], { instancePath: n + "/sentinels/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? h.errors : e.concat(h.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/sentinels", schemaPath: "#/properties/sentinels/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.missing !== void 0) {
      let r = t.missing;
      if (Array.isArray(r)) {
        let s = r.length;
        for (let o = 0; o < s; o++)
          h(r[o], { instancePath: n + "/missing/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? h.errors : e.concat(h.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/missing", schemaPath: "#/properties/missing/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.min !== void 0) {
      let r = t.min;
      if (!(typeof r == "number" && isFinite(r))) {
        let s = { instancePath: n + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.max !== void 0) {
      let r = t.max;
      if (!(typeof r == "number" && isFinite(r))) {
        let s = { instancePath: n + "/max", schemaPath: "#/properties/max/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.values !== void 0) {
      let r = t.values;
      if (r && typeof r == "object" && !Array.isArray(r))
        for (let s in r) {
          let o = r[s];
          if (!(typeof o == "number" && isFinite(o))) {
            let p = { instancePath: n + "/values/" + s.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/values/additionalProperties/type", keyword: "type", params: { type: "number" } };
            e === null ? e = [p] : e.push(p), i++;
          }
        }
      else {
        let s = { instancePath: n + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return S.errors = e, i === 0;
}
S.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Be = new RegExp("^([0-9]|[12][0-9]|3[01])$", "u");
function ue(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = ue.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    for (let s in t)
      if (!R.call(ze.properties, s)) {
        let o = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: s } };
        e === null ? e = [o] : e.push(o), i++;
      }
    if (t.component !== void 0 && (x(t.component, { instancePath: n + "/component", parentData: t, parentDataProperty: "component", rootData: l, dynamicAnchors: f }) || (e = e === null ? x.errors : e.concat(x.errors), i = e.length)), t.when !== void 0) {
      let s = t.when;
      if (Array.isArray(s)) {
        if (s.length < 1) {
          let p = { instancePath: n + "/when", schemaPath: "#/properties/when/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        let o = s.length;
        for (let p = 0; p < o; p++)
          j(s[p], { instancePath: n + "/when/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? j.errors : e.concat(j.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/when", schemaPath: "#/properties/when/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.register !== void 0 && (k(t.register, { instancePath: n + "/register", parentData: t, parentDataProperty: "register", rootData: l, dynamicAnchors: f }) || (e = e === null ? k.errors : e.concat(k.errors), i = e.length)), t.item !== void 0 && (D(t.item, { instancePath: n + "/item", parentData: t, parentDataProperty: "item", rootData: l, dynamicAnchors: f }) || (e = e === null ? D.errors : e.concat(D.errors), i = e.length)), t.status !== void 0 && (fe(t.status, { instancePath: n + "/status", parentData: t, parentDataProperty: "status", rootData: l, dynamicAnchors: f }) || (e = e === null ? fe.errors : e.concat(fe.errors), i = e.length)), t.field !== void 0 && (z(t.field, { instancePath: n + "/field", parentData: t, parentDataProperty: "field", rootData: l, dynamicAnchors: f }) || (e = e === null ? z.errors : e.concat(z.errors), i = e.length)), t.native !== void 0 && (A(t.native, { instancePath: n + "/native", parentData: t, parentDataProperty: "native", rootData: l, dynamicAnchors: f }) || (e = e === null ? A.errors : e.concat(A.errors), i = e.length)), t.bits !== void 0 && (q(t.bits, { instancePath: n + "/bits", parentData: t, parentDataProperty: "bits", rootData: l, dynamicAnchors: f }) || (e = e === null ? q.errors : e.concat(q.errors), i = e.length)), t.flags !== void 0) {
      let s = t.flags;
      if (s && typeof s == "object" && !Array.isArray(s)) {
        if (Object.keys(s).length < 1) {
          let o = { instancePath: n + "/flags", schemaPath: "#/properties/flags/minProperties", keyword: "minProperties", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        for (let o in s) {
          let p = i;
          if (typeof o == "string" && !Be.test(o)) {
            let c = { instancePath: n + "/flags", schemaPath: "#/properties/flags/propertyNames/pattern", keyword: "pattern", params: { pattern: "^([0-9]|[12][0-9]|3[01])$" }, propertyName: o };
            e === null ? e = [c] : e.push(c), i++;
          }
          var r = p === i;
          if (!r) {
            let c = { instancePath: n + "/flags", schemaPath: "#/properties/flags/propertyNames", keyword: "propertyNames", params: { propertyName: o } };
            e === null ? e = [c] : e.push(c), i++;
          }
        }
        for (let o in s)
          C(s[o], { instancePath: n + "/flags/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: s, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? C.errors : e.concat(C.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/flags", schemaPath: "#/properties/flags/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.codes !== void 0) {
      let s = t.codes;
      if (s && typeof s == "object" && !Array.isArray(s)) {
        if (Object.keys(s).length < 1) {
          let o = { instancePath: n + "/codes", schemaPath: "#/properties/codes/minProperties", keyword: "minProperties", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        for (let o in s)
          C(s[o], { instancePath: n + "/codes/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: s, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? C.errors : e.concat(C.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/codes", schemaPath: "#/properties/codes/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.unknown !== void 0) {
      let s = t.unknown;
      if (!(s === "unmapped" || s === "diagnostic")) {
        let o = { instancePath: n + "/unknown", schemaPath: "#/properties/unknown/enum", keyword: "enum", params: { allowedValues: ze.properties.unknown.enum } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.equals !== void 0) {
      let s = t.equals;
      if (Array.isArray(s)) {
        if (s.length < 1) {
          let p = { instancePath: n + "/equals", schemaPath: "#/properties/equals/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        let o = s.length;
        for (let p = 0; p < o; p++)
          h(s[p], { instancePath: n + "/equals/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? h.errors : e.concat(h.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/equals", schemaPath: "#/properties/equals/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.type !== void 0 && (g(t.type, { instancePath: n + "/type", parentData: t, parentDataProperty: "type", rootData: l, dynamicAnchors: f }) || (e = e === null ? g.errors : e.concat(g.errors), i = e.length)), t.class !== void 0 && (X(t.class, { instancePath: n + "/class", parentData: t, parentDataProperty: "class", rootData: l, dynamicAnchors: f }) || (e = e === null ? X.errors : e.concat(X.errors), i = e.length)), t.latching !== void 0 && (V(t.latching, { instancePath: n + "/latching", parentData: t, parentDataProperty: "latching", rootData: l, dynamicAnchors: f }) || (e = e === null ? V.errors : e.concat(V.errors), i = e.length)), t.test !== void 0 && typeof t.test != "boolean") {
      let s = { instancePath: n + "/test", schemaPath: "#/properties/test/type", keyword: "type", params: { type: "boolean" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    t.zh !== void 0 && (u(t.zh, { instancePath: n + "/zh", parentData: t, parentDataProperty: "zh", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.en !== void 0 && (u(t.en, { instancePath: n + "/en", parentData: t, parentDataProperty: "en", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.value !== void 0 && (S(t.value, { instancePath: n + "/value", parentData: t, parentDataProperty: "value", rootData: l, dynamicAnchors: f }) || (e = e === null ? S.errors : e.concat(S.errors), i = e.length)), t.threshold !== void 0 && (S(t.threshold, { instancePath: n + "/threshold", parentData: t, parentDataProperty: "threshold", rootData: l, dynamicAnchors: f }) || (e = e === null ? S.errors : e.concat(S.errors), i = e.length));
  } else {
    let s = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [s] : e.push(s), i++;
  }
  return ue.errors = e, i === 0;
}
ue.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ke = { type: "object", required: ["kind", "why"], additionalProperties: !1, title: "\u4E0D\u91C7\u7528\u7684\u4E8B\u4EF6", description: "\u534F\u8BAE\u7ED9\u51FA\u7684\u4E00\u7C7B\u4E8B\u4EF6\u3002 A class of the protocol's events.", properties: { kind: { enum: ["reading", "condition"], title: "\u79CD\u7C7B", description: "\u6D4B\u91CF\u503C\u6216\u72B6\u6001\u3002 Reading or condition." }, component: { $ref: "#/$defs/componentKey", title: "\u90E8\u4EF6", description: "\u53EA\u9650\u8FD9\u4E9B\u90E8\u4EF6\u3002 Only of these components." }, quantity: { $ref: "codes.schema.json#/$defs/quantity", title: "\u6D4B\u91CF\u91CF", description: "\u53EA\u9650\u8FD9\u4E2A\u91CF\u3002 Only this quantity." }, type: { $ref: "codes.schema.json#/$defs/alarmType", title: "\u62A5\u8B66\u7C7B\u578B", description: "\u53EA\u9650\u8FD9\u4E2A\u7C7B\u578B\u3002 Only this type." }, why: { $ref: "#/$defs/words", title: "\u539F\u56E0", description: "\u4E3A\u4EC0\u4E48\u4E0D\u53EF\u4FE1\u3002 Why it is not to be trusted." } } };
function me(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = me.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.kind === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    if (t.why === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "why" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!(r === "kind" || r === "component" || r === "quantity" || r === "type" || r === "why")) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.kind !== void 0) {
      let r = t.kind;
      if (!(r === "reading" || r === "condition")) {
        let s = { instancePath: n + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: Ke.properties.kind.enum } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    t.component !== void 0 && (x(t.component, { instancePath: n + "/component", parentData: t, parentDataProperty: "component", rootData: l, dynamicAnchors: f }) || (e = e === null ? x.errors : e.concat(x.errors), i = e.length)), t.quantity !== void 0 && (w(t.quantity, { instancePath: n + "/quantity", parentData: t, parentDataProperty: "quantity", rootData: l, dynamicAnchors: f }) || (e = e === null ? w.errors : e.concat(w.errors), i = e.length)), t.type !== void 0 && (g(t.type, { instancePath: n + "/type", parentData: t, parentDataProperty: "type", rootData: l, dynamicAnchors: f }) || (e = e === null ? g.errors : e.concat(g.errors), i = e.length)), t.why !== void 0 && (b(t.why, { instancePath: n + "/why", parentData: t, parentDataProperty: "why", rootData: l, dynamicAnchors: f }) || (e = e === null ? b.errors : e.concat(b.errors), i = e.length));
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return me.errors = e, i === 0;
}
me.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var xe = { type: "object", required: ["type", "zh", "en"], additionalProperties: !1, title: "\u69FD", description: "\u4E00\u4E2A\u6709\u7C7B\u578B\u7684\u503C\u3002 A typed value.", properties: { type: { enum: ["number", "choice", "text"], title: "\u7C7B\u578B", description: "\u6570\u3001\u9009\u9879\u6216\u6587\u5B57\u3002 Number, choice or text." }, zh: { $ref: "#/$defs/text", title: "\u4E2D\u6587\u540D", description: "\u4E2D\u6587\u3002 Chinese." }, en: { $ref: "#/$defs/text", title: "\u82F1\u6587\u540D", description: "\u82F1\u6587\u3002 English." }, unit: { $ref: "#/$defs/text", title: "\u5355\u4F4D", description: "\u5982 V\u3002 Such as V." }, min: { type: "number", title: "\u6700\u5C0F", description: "\u7ED9\u51FA\u7684\u503C\u7684\u4E0B\u9650\u3002 Lowest value that may be given.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, max: { type: "number", title: "\u6700\u5927", description: "\u7ED9\u51FA\u7684\u503C\u7684\u4E0A\u9650\u3002 Highest value that may be given.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, a: { type: "number", title: "\u7CFB\u6570", description: "\u7ED9\u51FA\u7684\u503C = a \xD7 \u7EBF\u4E0A\u503C + b,\u9ED8\u8BA4 1\u3002 Given value = a x wire value + b, default 1.", "x-expect-zh": "\u4E0D\u4E3A 0 \u7684\u6570", "x-expect-en": "a number that is not 0", not: { const: 0 } }, b: { type: "number", title: "\u504F\u79FB", description: "\u9ED8\u8BA4 0\u3002 Default 0.", "x-expect-zh": "\u6570", "x-expect-en": "a number" }, values: { type: "object", minProperties: 1, additionalProperties: { $ref: "#/$defs/raw" }, title: "\u9009\u9879", description: "\u9009\u9879\u540D\u5230\u7EBF\u4E0A\u503C\u3002 Choice to wire value." }, characters: { enum: ["digits", "hex", "ascii"], title: "\u5B57\u7B26", description: "\u6587\u5B57\u91CC\u5141\u8BB8\u7684\u5B57\u7B26,\u9ED8\u8BA4 ascii\u3002 Characters that a text may have, default ascii." }, minLength: { type: "integer", minimum: 0, maximum: 255, title: "\u6700\u77ED", description: "\u5B57\u7B26,\u9ED8\u8BA4 0\u3002 Characters, default 0.", "x-expect-zh": "0 \u5230 255 \u7684\u6574\u6570", "x-expect-en": "a whole number from 0 to 255" }, maxLength: { type: "integer", minimum: 0, maximum: 255, title: "\u6700\u957F", description: "\u5B57\u7B26,\u9ED8\u8BA4 32\u3002 Characters, default 32.", "x-expect-zh": "0 \u5230 255 \u7684\u6574\u6570", "x-expect-en": "a whole number from 0 to 255" }, bytes: { type: "integer", minimum: 1, maximum: 255, title: "\u5B9A\u957F\u5B57\u8282", description: "\u5199\u6210\u8FD9\u4E48\u591A\u5B57\u8282,\u4E0D\u8DB3\u8865\u96F6;characters \u4E3A hex \u65F6\u6309\u5341\u516D\u8FDB\u5236\u3002 Written as so many bytes, filled with zeros; with hex characters as their bytes.", "x-expect-zh": "1 \u5230 255 \u7684\u6574\u6570", "x-expect-en": "a whole number from 1 to 255" }, default: { type: ["number", "string"], title: "\u9ED8\u8BA4", description: "\u4E0D\u7ED9\u65F6\u7528\u5B83\u3002 Used when none is given.", "x-expect-zh": "\u6570\u6216\u6587\u5B57", "x-expect-en": "a number or text" } } };
function de(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = de.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.type === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.zh === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "zh" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.en === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "en" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    for (let s in t)
      if (!R.call(xe.properties, s)) {
        let o = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: s } };
        e === null ? e = [o] : e.push(o), i++;
      }
    if (t.type !== void 0) {
      let s = t.type;
      if (!(s === "number" || s === "choice" || s === "text")) {
        let o = { instancePath: n + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: xe.properties.type.enum } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.zh !== void 0 && (u(t.zh, { instancePath: n + "/zh", parentData: t, parentDataProperty: "zh", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.en !== void 0 && (u(t.en, { instancePath: n + "/en", parentData: t, parentDataProperty: "en", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.unit !== void 0 && (u(t.unit, { instancePath: n + "/unit", parentData: t, parentDataProperty: "unit", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.min !== void 0) {
      let s = t.min;
      if (!(typeof s == "number" && isFinite(s))) {
        let o = { instancePath: n + "/min", schemaPath: "#/properties/min/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.max !== void 0) {
      let s = t.max;
      if (!(typeof s == "number" && isFinite(s))) {
        let o = { instancePath: n + "/max", schemaPath: "#/properties/max/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.a !== void 0) {
      let s = t.a;
      if (!(typeof s == "number" && isFinite(s))) {
        let c = { instancePath: n + "/a", schemaPath: "#/properties/a/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [c] : e.push(c), i++;
      }
      let o = i, p = i;
      if (s !== 0) {
        let c = {};
        e === null ? e = [c] : e.push(c), i++;
      }
      var r = p === i;
      if (r) {
        let c = { instancePath: n + "/a", schemaPath: "#/properties/a/not", keyword: "not", params: {} };
        e === null ? e = [c] : e.push(c), i++;
      } else
        i = o, e !== null && (o ? e.length = o : e = null);
    }
    if (t.b !== void 0) {
      let s = t.b;
      if (!(typeof s == "number" && isFinite(s))) {
        let o = { instancePath: n + "/b", schemaPath: "#/properties/b/type", keyword: "type", params: { type: "number" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.values !== void 0) {
      let s = t.values;
      if (s && typeof s == "object" && !Array.isArray(s)) {
        if (Object.keys(s).length < 1) {
          let o = { instancePath: n + "/values", schemaPath: "#/properties/values/minProperties", keyword: "minProperties", params: { limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        for (let o in s)
          h(s[o], { instancePath: n + "/values/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: s, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? h.errors : e.concat(h.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.characters !== void 0) {
      let s = t.characters;
      if (!(s === "digits" || s === "hex" || s === "ascii")) {
        let o = { instancePath: n + "/characters", schemaPath: "#/properties/characters/enum", keyword: "enum", params: { allowedValues: xe.properties.characters.enum } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.minLength !== void 0) {
      let s = t.minLength;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s))) {
        let o = { instancePath: n + "/minLength", schemaPath: "#/properties/minLength/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [o] : e.push(o), i++;
      }
      if (typeof s == "number" && isFinite(s)) {
        if (s > 255 || isNaN(s)) {
          let o = { instancePath: n + "/minLength", schemaPath: "#/properties/minLength/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        if (s < 0 || isNaN(s)) {
          let o = { instancePath: n + "/minLength", schemaPath: "#/properties/minLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          e === null ? e = [o] : e.push(o), i++;
        }
      }
    }
    if (t.maxLength !== void 0) {
      let s = t.maxLength;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s))) {
        let o = { instancePath: n + "/maxLength", schemaPath: "#/properties/maxLength/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [o] : e.push(o), i++;
      }
      if (typeof s == "number" && isFinite(s)) {
        if (s > 255 || isNaN(s)) {
          let o = { instancePath: n + "/maxLength", schemaPath: "#/properties/maxLength/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        if (s < 0 || isNaN(s)) {
          let o = { instancePath: n + "/maxLength", schemaPath: "#/properties/maxLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
          e === null ? e = [o] : e.push(o), i++;
        }
      }
    }
    if (t.bytes !== void 0) {
      let s = t.bytes;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s))) {
        let o = { instancePath: n + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" } };
        e === null ? e = [o] : e.push(o), i++;
      }
      if (typeof s == "number" && isFinite(s)) {
        if (s > 255 || isNaN(s)) {
          let o = { instancePath: n + "/bytes", schemaPath: "#/properties/bytes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 } };
          e === null ? e = [o] : e.push(o), i++;
        }
        if (s < 1 || isNaN(s)) {
          let o = { instancePath: n + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          e === null ? e = [o] : e.push(o), i++;
        }
      }
    }
    if (t.default !== void 0) {
      let s = t.default;
      if (!(typeof s == "number" && isFinite(s)) && typeof s != "string") {
        let o = { instancePath: n + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: xe.properties.default.type } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
  } else {
    let s = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [s] : e.push(s), i++;
  }
  return de.errors = e, i === 0;
}
de.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Ge = new RegExp("^[a-z][A-Za-z0-9]*$", "u");
function ye(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = ye.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.frame === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "frame" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    for (let s in t)
      if (!(s === "zh" || s === "en" || s === "slots" || s === "frame")) {
        let o = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: s } };
        e === null ? e = [o] : e.push(o), i++;
      }
    if (t.zh !== void 0 && (u(t.zh, { instancePath: n + "/zh", parentData: t, parentDataProperty: "zh", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.en !== void 0 && (u(t.en, { instancePath: n + "/en", parentData: t, parentDataProperty: "en", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.slots !== void 0) {
      let s = t.slots;
      if (s && typeof s == "object" && !Array.isArray(s)) {
        for (let o in s) {
          let p = i;
          if (typeof o == "string" && !Ge.test(o)) {
            let c = { instancePath: n + "/slots", schemaPath: "#/properties/slots/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z][A-Za-z0-9]*$" }, propertyName: o };
            e === null ? e = [c] : e.push(c), i++;
          }
          var r = p === i;
          if (!r) {
            let c = { instancePath: n + "/slots", schemaPath: "#/properties/slots/propertyNames", keyword: "propertyNames", params: { propertyName: o } };
            e === null ? e = [c] : e.push(c), i++;
          }
        }
        for (let o in s)
          de(s[o], { instancePath: n + "/slots/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: s, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? de.errors : e.concat(de.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/slots", schemaPath: "#/properties/slots/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.frame !== void 0) {
      let s = t.frame;
      if (!(s && typeof s == "object" && !Array.isArray(s))) {
        let o = { instancePath: n + "/frame", schemaPath: "#/properties/frame/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
  } else {
    let s = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [s] : e.push(s), i++;
  }
  return ye.errors = e, i === 0;
}
ye.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Pe = { type: "object", required: ["name"], additionalProperties: !1, title: "\u6D4B\u8BD5\u5411\u91CF", description: "hex \u52A0 events:\u5E94\u5F97\u51FA\u8FD9\u4E9B\u4E8B\u4EF6;hex \u52A0 error:\u5E94\u88AB\u62D2\u7EDD;command \u52A0 hex:\u5E94\u7F16\u51FA\u8FD9\u4E9B\u5B57\u8282;command \u52A0 refused:\u5E94\u62D2\u7EDD\u4E0B\u53D1\u3002 hex with events; hex with error: must be refused; command with hex: must give these bytes; command with refused: must be refused.", properties: { name: { $ref: "#/$defs/text", title: "\u540D\u79F0", description: "\u8BF4\u5B83\u8BC1\u660E\u4EC0\u4E48\u3002 What it proves." }, source: { $ref: "#/$defs/text", title: "\u6765\u6E90", description: "\u5B9E\u91C7\u3001\u6587\u4EF6\u793A\u4F8B\u6216\u6309\u6587\u4EF6\u8BA1\u7B97\u3002 Captured, printed in the document, or computed from it." }, hex: { $ref: "#/$defs/hex", title: "\u62A5\u6587", description: "\u4E00\u5E27\u3002 One frame." }, request: { $ref: "#/$defs/hex", title: "\u8BF7\u6C42\u5E27", description: "\u8F6E\u8BE2\u534F\u8BAE\u6240\u5E94\u7B54\u7684\u5E27\u3002 The frame that it answers, of polled protocols." }, direction: { enum: ["up", "down"], title: "\u65B9\u5411", description: "\u9ED8\u8BA4 up\u3002 Default up." }, receivedAt: { $ref: "#/$defs/instant", title: "\u63A5\u6536\u65F6\u523B", description: "\u9ED8\u8BA4 2026-01-01T00:00:00Z\u3002 Default 2026-01-01T00:00:00Z." }, at: { $ref: "#/$defs/instant", title: "\u8BBE\u5907\u65F6\u95F4", description: "events \u91CC\u6CA1\u6709\u5199 at \u7684\u4E8B\u4EF6\u90FD\u7528\u5B83\u3002 Device time of every event that does not write its own." }, events: { type: "array", items: { $ref: "#/$defs/expected" }, title: "\u4E8B\u4EF6", description: "\u5168\u90E8\u4E8B\u4EF6,\u6B21\u5E8F\u4E0D\u9650\u3002 All events, in any order." }, error: { type: "object", required: ["code"], additionalProperties: !1, title: "\u62D2\u7EDD", description: "\u89E3\u7801\u9519\u8BEF\u3002 The decoder's refusal.", properties: { code: { enum: ["truncated", "bad-magic", "bad-length", "bad-checksum", "bad-value"], title: "\u4EE3\u7801", description: "\u9519\u8BEF\u4EE3\u7801\u3002 Error code." }, path: { type: "string", title: "\u5B57\u6BB5", description: "\u51FA\u9519\u7684\u5B57\u6BB5\u3002 The field that is wrong." }, offset: { type: "integer", minimum: 0, title: "\u504F\u79FB", description: "\u5B57\u8282\u3002 Bytes.", "x-expect-zh": "\u4ECE 0 \u8D77\u7684\u6574\u6570", "x-expect-en": "a whole number from 0" } } }, command: { $ref: "#/$defs/commandKey", title: "\u547D\u4EE4", description: "commands \u91CC\u7684\u952E\u3002 Key in commands." }, slots: { $ref: "#/$defs/slotValues" }, context: { type: "object", additionalProperties: !1, title: "\u4E0A\u4E0B\u6587", description: "\u6A21\u677F\u91CC $context \u7684\u503C\u3002 What $context stands for.", properties: { device: { type: ["number", "string"], title: "\u8BBE\u5907\u5730\u5740", description: "\u9ED8\u8BA4 1\u3002 Default 1.", "x-expect-zh": "\u6570\u6216\u6587\u5B57", "x-expect-en": "a number or text" }, serial: { type: "integer", minimum: 0, title: "\u6D41\u6C34\u53F7", description: "\u9ED8\u8BA4 1\u3002 Default 1.", "x-expect-zh": "\u4ECE 0 \u8D77\u7684\u6574\u6570", "x-expect-en": "a whole number from 0" }, at: { $ref: "#/$defs/instant", title: "\u65F6\u523B", description: "\u9ED8\u8BA4 2026-01-01T00:00:00Z\u3002 Default 2026-01-01T00:00:00Z." } } }, refused: { type: "string", title: "\u88AB\u62D2\u7684\u69FD", description: "\u5982 slots.port\u3002 Such as slots.port." } } };
var He = new RegExp("^\\s*([0-9A-Fa-f]{2}\\s*)*$", "u");
function L(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = L.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t == "string") {
    if (!He.test(t)) {
      let r = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\s*([0-9A-Fa-f]{2}\\s*)*$" } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return L.errors = e, i === 0;
}
L.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Je = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+-][0-9]{2}:[0-9]{2})$", "u");
function $(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = $.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t == "string") {
    if (!Je.test(t)) {
      let r = { instancePath: n, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,3})?(Z|[+-][0-9]{2}:[0-9]{2})$" } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return $.errors = e, i === 0;
}
$.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var E = { type: "object", additionalProperties: !1, title: "\u671F\u671B\u7684\u4E8B\u4EF6", description: "kind \u52A0\u6A21\u578B\u4E8B\u4EF6\u7684\u6210\u5458;\u6216 readings\u3001gone \u4E00\u6B21\u5199\u51E0\u4E2A\u3002\u4E0D\u5199\u7684\u6210\u5458\u53D6\u9ED8\u8BA4:component null\u3001quality good\u3001at null\u3001present true;rawCode\u3001rawText\u3001text\u3001note \u4E0D\u5199\u5C31\u4E0D\u6BD4\u3002 kind with the members of a model event; or readings and gone for several at once. What is left out has its default; rawCode, rawText, text and note are then not compared.", properties: { kind: { enum: ["reading", "condition", "componentState", "session", "commandResult", "identity", "deviceClock", "diagnostic"], title: "\u79CD\u7C7B", description: "\u6A21\u578B\u4E8B\u4EF6\u7684\u79CD\u7C7B\u3002 Kind of the model event." }, component: { type: ["string", "null"], title: "\u90E8\u4EF6", description: "\u9ED8\u8BA4 null\u3002 Default null.", "x-expect-zh": "\u90E8\u4EF6\u952E\u6216 null", "x-expect-en": "a component's key or null" }, at: { anyOf: [{ $ref: "#/$defs/instant" }, { type: "null" }], title: "\u8BBE\u5907\u65F6\u95F4", description: "\u9ED8\u8BA4 null\u3002 Default null.", "x-expect-zh": "\u5E26\u65F6\u533A\u7684\u65F6\u523B,\u6216 null", "x-expect-en": "a time with its zone, or null" }, readings: { type: "object", minProperties: 1, propertyNames: { $ref: "codes.schema.json#/$defs/quantity" }, additionalProperties: { $ref: "#/$defs/amount" }, title: "\u51E0\u4E2A\u6D4B\u91CF\u503C", description: '\u91CF\u5230\u503C;"missing"\u3001"sentinel" \u8868\u793A\u6CA1\u6709\u503C\u3002 Quantity to value; "missing" and "sentinel" for none.' }, gone: { type: "array", minItems: 1, items: { $ref: "codes.schema.json#/$defs/alarmType" }, title: "\u51E0\u4E2A\u5DF2\u6D88\u5931\u7684\u72B6\u6001", description: "present \u4E3A false\u3002 Conditions that are not present." }, quantity: { $ref: "codes.schema.json#/$defs/quantity" }, value: { $ref: "#/$defs/amount" }, threshold: { $ref: "#/$defs/amount" }, quality: { enum: ["good", "missing", "sentinel", "estimated", "outOfRange"], title: "\u6570\u636E\u8D28\u91CF", description: "\u9ED8\u8BA4 good\u3002 Default good." }, type: { $ref: "codes.schema.json#/$defs/alarmType" }, present: { type: "boolean", title: "\u5B58\u5728", description: "\u9ED8\u8BA4 true\u3002 Default true.", "x-expect-zh": "true \u6216 false", "x-expect-en": "true or false" }, rawCode: { type: "string" }, rawText: { type: "string" }, componentType: { $ref: "#/$defs/componentType" }, status: { type: "string" }, note: { type: "string" }, phase: { enum: ["started", "progress", "ended"] }, order: { type: ["string", "null"] }, elapsed: { type: ["integer", "null"] }, energy: { anyOf: [{ $ref: "#/$defs/amount" }, { type: "null" }] }, amount: { type: ["integer", "null"] }, end: { type: ["string", "null"] }, command: { type: "string" }, outcome: { enum: ["done", "refused", "failed"] }, serial: { type: ["integer", "null"] }, facts: { type: "object", additionalProperties: { type: "string" } }, code: { type: "string" }, text: { type: "string" } } }, Ue = { type: ["string", "number"], minLength: 1, title: "\u91CF\u503C", description: '\u5E26\u5355\u4F4D\u7684\u6587\u5B57,\u5982 "230.1 V";\u6CA1\u6709\u5355\u4F4D\u7684\u91CF\u5199\u6570\u3002 A text with its unit, such as "230.1 V"; a number for a quantity without one.', "x-expect-zh": '\u5E26\u5355\u4F4D\u7684\u6587\u5B57,\u5982 "230.1 V",\u6216\u6CA1\u6709\u5355\u4F4D\u7684\u6570', "x-expect-en": 'a text with its unit, such as "230.1 V", or a number without one' };
function v(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = v.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), typeof t != "string" && !(typeof t == "number" && isFinite(t))) {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: Ue.type } };
    e === null ? e = [r] : e.push(r), i++;
  }
  if (typeof t == "string" && N(t) < 1) {
    let r = { instancePath: n, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return v.errors = e, i === 0;
}
v.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function he(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = he.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    for (let p in t)
      if (!R.call(E.properties, p)) {
        let c = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: p } };
        e === null ? e = [c] : e.push(c), i++;
      }
    if (t.kind !== void 0) {
      let p = t.kind;
      if (!(p === "reading" || p === "condition" || p === "componentState" || p === "session" || p === "commandResult" || p === "identity" || p === "deviceClock" || p === "diagnostic")) {
        let c = { instancePath: n + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: E.properties.kind.enum } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.component !== void 0) {
      let p = t.component;
      if (typeof p != "string" && p !== null) {
        let c = { instancePath: n + "/component", schemaPath: "#/properties/component/type", keyword: "type", params: { type: E.properties.component.type } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.at !== void 0) {
      let p = t.at, c = i, y = !1, _ = i;
      $(p, { instancePath: n + "/at", parentData: t, parentDataProperty: "at", rootData: l, dynamicAnchors: f }) || (e = e === null ? $.errors : e.concat($.errors), i = e.length);
      var r = _ === i;
      y = y || r;
      let F = i;
      if (p !== null) {
        let T = { instancePath: n + "/at", schemaPath: "#/properties/at/anyOf/1/type", keyword: "type", params: { type: "null" } };
        e === null ? e = [T] : e.push(T), i++;
      }
      var r = F === i;
      if (y = y || r, y)
        i = c, e !== null && (c ? e.length = c : e = null);
      else {
        let T = { instancePath: n + "/at", schemaPath: "#/properties/at/anyOf", keyword: "anyOf", params: {} };
        e === null ? e = [T] : e.push(T), i++;
      }
    }
    if (t.readings !== void 0) {
      let p = t.readings;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        if (Object.keys(p).length < 1) {
          let c = { instancePath: n + "/readings", schemaPath: "#/properties/readings/minProperties", keyword: "minProperties", params: { limit: 1 } };
          e === null ? e = [c] : e.push(c), i++;
        }
        for (let c in p) {
          let y = i;
          w(c, { instancePath: n + "/readings", parentData: p, parentDataProperty: "readings", rootData: l, dynamicAnchors: f }) || (e = e === null ? w.errors : e.concat(w.errors), i = e.length);
          var s = y === i;
          if (!s) {
            let _ = { instancePath: n + "/readings", schemaPath: "#/properties/readings/propertyNames", keyword: "propertyNames", params: { propertyName: c } };
            e === null ? e = [_] : e.push(_), i++;
          }
        }
        for (let c in p)
          v(p[c], { instancePath: n + "/readings/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: p, parentDataProperty: c, rootData: l, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), i = e.length);
      } else {
        let c = { instancePath: n + "/readings", schemaPath: "#/properties/readings/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.gone !== void 0) {
      let p = t.gone;
      if (Array.isArray(p)) {
        if (p.length < 1) {
          let y = { instancePath: n + "/gone", schemaPath: "#/properties/gone/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [y] : e.push(y), i++;
        }
        let c = p.length;
        for (let y = 0; y < c; y++)
          g(p[y], { instancePath: n + "/gone/" + y, parentData: p, parentDataProperty: y, rootData: l, dynamicAnchors: f }) || (e = e === null ? g.errors : e.concat(g.errors), i = e.length);
      } else {
        let c = { instancePath: n + "/gone", schemaPath: "#/properties/gone/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.quantity !== void 0 && (w(t.quantity, { instancePath: n + "/quantity", parentData: t, parentDataProperty: "quantity", rootData: l, dynamicAnchors: f }) || (e = e === null ? w.errors : e.concat(w.errors), i = e.length)), t.value !== void 0 && (v(t.value, { instancePath: n + "/value", parentData: t, parentDataProperty: "value", rootData: l, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), i = e.length)), t.threshold !== void 0 && (v(t.threshold, { instancePath: n + "/threshold", parentData: t, parentDataProperty: "threshold", rootData: l, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), i = e.length)), t.quality !== void 0) {
      let p = t.quality;
      if (!(p === "good" || p === "missing" || p === "sentinel" || p === "estimated" || p === "outOfRange")) {
        let c = { instancePath: n + "/quality", schemaPath: "#/properties/quality/enum", keyword: "enum", params: { allowedValues: E.properties.quality.enum } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.type !== void 0 && (g(t.type, { instancePath: n + "/type", parentData: t, parentDataProperty: "type", rootData: l, dynamicAnchors: f }) || (e = e === null ? g.errors : e.concat(g.errors), i = e.length)), t.present !== void 0 && typeof t.present != "boolean") {
      let p = { instancePath: n + "/present", schemaPath: "#/properties/present/type", keyword: "type", params: { type: "boolean" } };
      e === null ? e = [p] : e.push(p), i++;
    }
    if (t.rawCode !== void 0 && typeof t.rawCode != "string") {
      let p = { instancePath: n + "/rawCode", schemaPath: "#/properties/rawCode/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [p] : e.push(p), i++;
    }
    if (t.rawText !== void 0 && typeof t.rawText != "string") {
      let p = { instancePath: n + "/rawText", schemaPath: "#/properties/rawText/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [p] : e.push(p), i++;
    }
    if (t.componentType !== void 0 && (P(t.componentType, { instancePath: n + "/componentType", parentData: t, parentDataProperty: "componentType", rootData: l, dynamicAnchors: f }) || (e = e === null ? P.errors : e.concat(P.errors), i = e.length)), t.status !== void 0 && typeof t.status != "string") {
      let p = { instancePath: n + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [p] : e.push(p), i++;
    }
    if (t.note !== void 0 && typeof t.note != "string") {
      let p = { instancePath: n + "/note", schemaPath: "#/properties/note/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [p] : e.push(p), i++;
    }
    if (t.phase !== void 0) {
      let p = t.phase;
      if (!(p === "started" || p === "progress" || p === "ended")) {
        let c = { instancePath: n + "/phase", schemaPath: "#/properties/phase/enum", keyword: "enum", params: { allowedValues: E.properties.phase.enum } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.order !== void 0) {
      let p = t.order;
      if (typeof p != "string" && p !== null) {
        let c = { instancePath: n + "/order", schemaPath: "#/properties/order/type", keyword: "type", params: { type: E.properties.order.type } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.elapsed !== void 0) {
      let p = t.elapsed;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p)) && p !== null) {
        let c = { instancePath: n + "/elapsed", schemaPath: "#/properties/elapsed/type", keyword: "type", params: { type: E.properties.elapsed.type } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.energy !== void 0) {
      let p = t.energy, c = i, y = !1, _ = i;
      v(p, { instancePath: n + "/energy", parentData: t, parentDataProperty: "energy", rootData: l, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), i = e.length);
      var o = _ === i;
      y = y || o;
      let F = i;
      if (p !== null) {
        let T = { instancePath: n + "/energy", schemaPath: "#/properties/energy/anyOf/1/type", keyword: "type", params: { type: "null" } };
        e === null ? e = [T] : e.push(T), i++;
      }
      var o = F === i;
      if (y = y || o, y)
        i = c, e !== null && (c ? e.length = c : e = null);
      else {
        let T = { instancePath: n + "/energy", schemaPath: "#/properties/energy/anyOf", keyword: "anyOf", params: {} };
        e === null ? e = [T] : e.push(T), i++;
      }
    }
    if (t.amount !== void 0) {
      let p = t.amount;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p)) && p !== null) {
        let c = { instancePath: n + "/amount", schemaPath: "#/properties/amount/type", keyword: "type", params: { type: E.properties.amount.type } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.end !== void 0) {
      let p = t.end;
      if (typeof p != "string" && p !== null) {
        let c = { instancePath: n + "/end", schemaPath: "#/properties/end/type", keyword: "type", params: { type: E.properties.end.type } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.command !== void 0 && typeof t.command != "string") {
      let p = { instancePath: n + "/command", schemaPath: "#/properties/command/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [p] : e.push(p), i++;
    }
    if (t.outcome !== void 0) {
      let p = t.outcome;
      if (!(p === "done" || p === "refused" || p === "failed")) {
        let c = { instancePath: n + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: E.properties.outcome.enum } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.serial !== void 0) {
      let p = t.serial;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p) && isFinite(p)) && p !== null) {
        let c = { instancePath: n + "/serial", schemaPath: "#/properties/serial/type", keyword: "type", params: { type: E.properties.serial.type } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.facts !== void 0) {
      let p = t.facts;
      if (p && typeof p == "object" && !Array.isArray(p)) {
        for (let c in p)
          if (typeof p[c] != "string") {
            let y = { instancePath: n + "/facts/" + c.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/facts/additionalProperties/type", keyword: "type", params: { type: "string" } };
            e === null ? e = [y] : e.push(y), i++;
          }
      } else {
        let c = { instancePath: n + "/facts", schemaPath: "#/properties/facts/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [c] : e.push(c), i++;
      }
    }
    if (t.code !== void 0 && typeof t.code != "string") {
      let p = { instancePath: n + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [p] : e.push(p), i++;
    }
    if (t.text !== void 0 && typeof t.text != "string") {
      let p = { instancePath: n + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [p] : e.push(p), i++;
    }
  } else {
    let p = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [p] : e.push(p), i++;
  }
  return he.errors = e, i === 0;
}
he.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function ge(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = ge.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.name === void 0) {
      let r = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      e === null ? e = [r] : e.push(r), i++;
    }
    for (let r in t)
      if (!R.call(Pe.properties, r)) {
        let s = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: r } };
        e === null ? e = [s] : e.push(s), i++;
      }
    if (t.name !== void 0 && (u(t.name, { instancePath: n + "/name", parentData: t, parentDataProperty: "name", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.source !== void 0 && (u(t.source, { instancePath: n + "/source", parentData: t, parentDataProperty: "source", rootData: l, dynamicAnchors: f }) || (e = e === null ? u.errors : e.concat(u.errors), i = e.length)), t.hex !== void 0 && (L(t.hex, { instancePath: n + "/hex", parentData: t, parentDataProperty: "hex", rootData: l, dynamicAnchors: f }) || (e = e === null ? L.errors : e.concat(L.errors), i = e.length)), t.request !== void 0 && (L(t.request, { instancePath: n + "/request", parentData: t, parentDataProperty: "request", rootData: l, dynamicAnchors: f }) || (e = e === null ? L.errors : e.concat(L.errors), i = e.length)), t.direction !== void 0) {
      let r = t.direction;
      if (!(r === "up" || r === "down")) {
        let s = { instancePath: n + "/direction", schemaPath: "#/properties/direction/enum", keyword: "enum", params: { allowedValues: Pe.properties.direction.enum } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.receivedAt !== void 0 && ($(t.receivedAt, { instancePath: n + "/receivedAt", parentData: t, parentDataProperty: "receivedAt", rootData: l, dynamicAnchors: f }) || (e = e === null ? $.errors : e.concat($.errors), i = e.length)), t.at !== void 0 && ($(t.at, { instancePath: n + "/at", parentData: t, parentDataProperty: "at", rootData: l, dynamicAnchors: f }) || (e = e === null ? $.errors : e.concat($.errors), i = e.length)), t.events !== void 0) {
      let r = t.events;
      if (Array.isArray(r)) {
        let s = r.length;
        for (let o = 0; o < s; o++)
          he(r[o], { instancePath: n + "/events/" + o, parentData: r, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? he.errors : e.concat(he.errors), i = e.length);
      } else {
        let s = { instancePath: n + "/events", schemaPath: "#/properties/events/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.error !== void 0) {
      let r = t.error;
      if (r && typeof r == "object" && !Array.isArray(r)) {
        if (r.code === void 0) {
          let s = { instancePath: n + "/error", schemaPath: "#/properties/error/required", keyword: "required", params: { missingProperty: "code" } };
          e === null ? e = [s] : e.push(s), i++;
        }
        for (let s in r)
          if (!(s === "code" || s === "path" || s === "offset")) {
            let o = { instancePath: n + "/error", schemaPath: "#/properties/error/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: s } };
            e === null ? e = [o] : e.push(o), i++;
          }
        if (r.code !== void 0) {
          let s = r.code;
          if (!(s === "truncated" || s === "bad-magic" || s === "bad-length" || s === "bad-checksum" || s === "bad-value")) {
            let o = { instancePath: n + "/error/code", schemaPath: "#/properties/error/properties/code/enum", keyword: "enum", params: { allowedValues: Pe.properties.error.properties.code.enum } };
            e === null ? e = [o] : e.push(o), i++;
          }
        }
        if (r.path !== void 0 && typeof r.path != "string") {
          let s = { instancePath: n + "/error/path", schemaPath: "#/properties/error/properties/path/type", keyword: "type", params: { type: "string" } };
          e === null ? e = [s] : e.push(s), i++;
        }
        if (r.offset !== void 0) {
          let s = r.offset;
          if (!(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s))) {
            let o = { instancePath: n + "/error/offset", schemaPath: "#/properties/error/properties/offset/type", keyword: "type", params: { type: "integer" } };
            e === null ? e = [o] : e.push(o), i++;
          }
          if (typeof s == "number" && isFinite(s) && (s < 0 || isNaN(s))) {
            let o = { instancePath: n + "/error/offset", schemaPath: "#/properties/error/properties/offset/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
            e === null ? e = [o] : e.push(o), i++;
          }
        }
      } else {
        let s = { instancePath: n + "/error", schemaPath: "#/properties/error/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.command !== void 0 && (I(t.command, { instancePath: n + "/command", parentData: t, parentDataProperty: "command", rootData: l, dynamicAnchors: f }) || (e = e === null ? I.errors : e.concat(I.errors), i = e.length)), t.slots !== void 0 && (O(t.slots, { instancePath: n + "/slots", parentData: t, parentDataProperty: "slots", rootData: l, dynamicAnchors: f }) || (e = e === null ? O.errors : e.concat(O.errors), i = e.length)), t.context !== void 0) {
      let r = t.context;
      if (r && typeof r == "object" && !Array.isArray(r)) {
        for (let s in r)
          if (!(s === "device" || s === "serial" || s === "at")) {
            let o = { instancePath: n + "/context", schemaPath: "#/properties/context/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: s } };
            e === null ? e = [o] : e.push(o), i++;
          }
        if (r.device !== void 0) {
          let s = r.device;
          if (!(typeof s == "number" && isFinite(s)) && typeof s != "string") {
            let o = { instancePath: n + "/context/device", schemaPath: "#/properties/context/properties/device/type", keyword: "type", params: { type: Pe.properties.context.properties.device.type } };
            e === null ? e = [o] : e.push(o), i++;
          }
        }
        if (r.serial !== void 0) {
          let s = r.serial;
          if (!(typeof s == "number" && !(s % 1) && !isNaN(s) && isFinite(s))) {
            let o = { instancePath: n + "/context/serial", schemaPath: "#/properties/context/properties/serial/type", keyword: "type", params: { type: "integer" } };
            e === null ? e = [o] : e.push(o), i++;
          }
          if (typeof s == "number" && isFinite(s) && (s < 0 || isNaN(s))) {
            let o = { instancePath: n + "/context/serial", schemaPath: "#/properties/context/properties/serial/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
            e === null ? e = [o] : e.push(o), i++;
          }
        }
        r.at !== void 0 && ($(r.at, { instancePath: n + "/context/at", parentData: r, parentDataProperty: "at", rootData: l, dynamicAnchors: f }) || (e = e === null ? $.errors : e.concat($.errors), i = e.length));
      } else {
        let s = { instancePath: n + "/context", schemaPath: "#/properties/context/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [s] : e.push(s), i++;
      }
    }
    if (t.refused !== void 0 && typeof t.refused != "string") {
      let r = { instancePath: n + "/refused", schemaPath: "#/properties/refused/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [r] : e.push(r), i++;
    }
  } else {
    let r = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [r] : e.push(r), i++;
  }
  return ge.errors = e, i === 0;
}
ge.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var Qe = new RegExp("^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$", "u");
function we(t, { instancePath: n = "", parentData: d, parentDataProperty: m, rootData: l = t, dynamicAnchors: f = {} } = {}) {
  let e = null, i = 0, a = we.evaluated;
  if (a.dynamicProps && (a.props = void 0), a.dynamicItems && (a.items = void 0), t && typeof t == "object" && !Array.isArray(t)) {
    if (t.profile === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "profile" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.id === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.version === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.identity === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "identity" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.transport === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "transport" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.presence === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "presence" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.components === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "components" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.vectors === void 0) {
      let s = { instancePath: n, schemaPath: "#/required", keyword: "required", params: { missingProperty: "vectors" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    for (let s in t)
      if (!R.call(je.properties, s)) {
        let o = { instancePath: n, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: s } };
        e === null ? e = [o] : e.push(o), i++;
      }
    if (t.$schema !== void 0 && typeof t.$schema != "string") {
      let s = { instancePath: n + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.profile !== void 0 && t.profile !== 1) {
      let s = { instancePath: n + "/profile", schemaPath: "#/properties/profile/const", keyword: "const", params: { allowedValue: 1 } };
      e === null ? e = [s] : e.push(s), i++;
    }
    if (t.id !== void 0 && (M(t.id, { instancePath: n + "/id", parentData: t, parentDataProperty: "id", rootData: l, dynamicAnchors: f }) || (e = e === null ? M.errors : e.concat(M.errors), i = e.length)), t.version !== void 0) {
      let s = t.version;
      if (typeof s == "string") {
        if (!Qe.test(s)) {
          let o = { instancePath: n + "/version", schemaPath: "#/properties/version/pattern", keyword: "pattern", params: { pattern: "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$" } };
          e === null ? e = [o] : e.push(o), i++;
        }
      } else {
        let o = { instancePath: n + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.identity !== void 0 && (B(t.identity, { instancePath: n + "/identity", parentData: t, parentDataProperty: "identity", rootData: l, dynamicAnchors: f }) || (e = e === null ? B.errors : e.concat(B.errors), i = e.length)), t.notes !== void 0) {
      let s = t.notes;
      if (Array.isArray(s)) {
        if (s.length > 100) {
          let p = { instancePath: n + "/notes", schemaPath: "#/properties/notes/maxItems", keyword: "maxItems", params: { limit: 100 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        let o = s.length;
        for (let p = 0; p < o; p++)
          K(s[p], { instancePath: n + "/notes/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? K.errors : e.concat(K.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.match !== void 0) {
      let s = t.match;
      if (Array.isArray(s)) {
        if (s.length < 1) {
          let p = { instancePath: n + "/match", schemaPath: "#/properties/match/minItems", keyword: "minItems", params: { limit: 1 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        let o = s.length;
        for (let p = 0; p < o; p++)
          j(s[p], { instancePath: n + "/match/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? j.errors : e.concat(j.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/match", schemaPath: "#/properties/match/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.transport !== void 0 && (Q(t.transport, { instancePath: n + "/transport", parentData: t, parentDataProperty: "transport", rootData: l, dynamicAnchors: f }) || (e = e === null ? Q.errors : e.concat(Q.errors), i = e.length)), t.presence !== void 0 && (Y(t.presence, { instancePath: n + "/presence", parentData: t, parentDataProperty: "presence", rootData: l, dynamicAnchors: f }) || (e = e === null ? Y.errors : e.concat(Y.errors), i = e.length)), t.components !== void 0) {
      let s = t.components;
      if (Array.isArray(s)) {
        if (s.length > 256) {
          let p = { instancePath: n + "/components", schemaPath: "#/properties/components/maxItems", keyword: "maxItems", params: { limit: 256 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        let o = s.length;
        for (let p = 0; p < o; p++)
          ee(s[p], { instancePath: n + "/components/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? ee.errors : e.concat(ee.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/components", schemaPath: "#/properties/components/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.points !== void 0) {
      let s = t.points;
      if (Array.isArray(s)) {
        if (s.length > 1e3) {
          let p = { instancePath: n + "/points", schemaPath: "#/properties/points/maxItems", keyword: "maxItems", params: { limit: 1e3 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        let o = s.length;
        for (let p = 0; p < o; p++)
          le(s[p], { instancePath: n + "/points/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? le.errors : e.concat(le.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/points", schemaPath: "#/properties/points/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.conditions !== void 0) {
      let s = t.conditions;
      if (Array.isArray(s)) {
        if (s.length > 500) {
          let p = { instancePath: n + "/conditions", schemaPath: "#/properties/conditions/maxItems", keyword: "maxItems", params: { limit: 500 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        let o = s.length;
        for (let p = 0; p < o; p++)
          ue(s[p], { instancePath: n + "/conditions/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? ue.errors : e.concat(ue.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/conditions", schemaPath: "#/properties/conditions/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.ignore !== void 0) {
      let s = t.ignore;
      if (Array.isArray(s)) {
        let o = s.length;
        for (let p = 0; p < o; p++)
          me(s[p], { instancePath: n + "/ignore/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? me.errors : e.concat(me.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/ignore", schemaPath: "#/properties/ignore/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.commands !== void 0) {
      let s = t.commands;
      if (s && typeof s == "object" && !Array.isArray(s)) {
        for (let o in s) {
          let p = i;
          I(o, { instancePath: n + "/commands", parentData: s, parentDataProperty: "commands", rootData: l, dynamicAnchors: f }) || (e = e === null ? I.errors : e.concat(I.errors), i = e.length);
          var r = p === i;
          if (!r) {
            let c = { instancePath: n + "/commands", schemaPath: "#/properties/commands/propertyNames", keyword: "propertyNames", params: { propertyName: o } };
            e === null ? e = [c] : e.push(c), i++;
          }
        }
        for (let o in s)
          ye(s[o], { instancePath: n + "/commands/" + o.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: s, parentDataProperty: o, rootData: l, dynamicAnchors: f }) || (e = e === null ? ye.errors : e.concat(ye.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/commands", schemaPath: "#/properties/commands/type", keyword: "type", params: { type: "object" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
    if (t.vectors !== void 0) {
      let s = t.vectors;
      if (Array.isArray(s)) {
        if (s.length > 1e3) {
          let p = { instancePath: n + "/vectors", schemaPath: "#/properties/vectors/maxItems", keyword: "maxItems", params: { limit: 1e3 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        if (s.length < 2) {
          let p = { instancePath: n + "/vectors", schemaPath: "#/properties/vectors/minItems", keyword: "minItems", params: { limit: 2 } };
          e === null ? e = [p] : e.push(p), i++;
        }
        let o = s.length;
        for (let p = 0; p < o; p++)
          ge(s[p], { instancePath: n + "/vectors/" + p, parentData: s, parentDataProperty: p, rootData: l, dynamicAnchors: f }) || (e = e === null ? ge.errors : e.concat(ge.errors), i = e.length);
      } else {
        let o = { instancePath: n + "/vectors", schemaPath: "#/properties/vectors/type", keyword: "type", params: { type: "array" } };
        e === null ? e = [o] : e.push(o), i++;
      }
    }
  } else {
    let s = { instancePath: n, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [s] : e.push(s), i++;
  }
  return we.errors = e, i === 0;
}
we.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  tt as profile
};
