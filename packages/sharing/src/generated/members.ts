// Generated from specs/sharing by scripts/gen.ts, do not edit.
/** What the schemas say of the records and their members: words for messages, types for tables, code lists. */
export const recordWords = {
  "operator": {
    "clause": "SH-2",
    "zh": "运维机构",
    "en": "Operator",
    "members": {
      "id": {
        "clause": "SH-2",
        "zh": "ID",
        "en": "Id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "name": {
        "clause": "SH-2",
        "zh": "名称",
        "en": "Name",
        "expectZh": "1 到 100 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 100 characters, not all blank",
        "type": "string"
      },
      "code": {
        "clause": "SH-2",
        "zh": "编码",
        "en": "Code",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "creditCode": {
        "clause": "SH-6",
        "zh": "统一社会信用代码",
        "en": "Unified social credit code",
        "expectZh": "18 位统一社会信用代码,只用数字和大写字母(不含 I O S V Z)",
        "expectEn": "a unified social credit code: 18 digits and capital letters without I O S V Z",
        "type": "string"
      },
      "address": {
        "clause": "SH-2",
        "zh": "地址",
        "en": "Address",
        "expectZh": "1 到 200 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 200 characters, not all blank",
        "type": "string"
      },
      "contactName": {
        "clause": "SH-2",
        "zh": "联系人姓名",
        "en": "Contact name",
        "expectZh": "1 到 50 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 50 characters, not all blank",
        "type": "string",
        "isPersonal": true
      },
      "contactPhone": {
        "clause": "SH-2",
        "zh": "联系人电话",
        "en": "Contact phone",
        "expectZh": "7 到 20 位数字和 -,前面可加 +,例如 0595-85600000",
        "expectEn": "7 to 20 digits and -, with an optional + in front, such as 0595-85600000",
        "type": "string",
        "isPersonal": true
      },
      "version": {
        "clause": "SH-6",
        "zh": "版本",
        "en": "Version",
        "expectZh": "不小于 1 的整数,不加引号",
        "expectEn": "a whole number of 1 or more, without quotes",
        "type": "integer"
      },
      "updatedAt": {
        "clause": "SH-6",
        "zh": "更新时间",
        "en": "Updated at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "deleted": {
        "clause": "SH-6",
        "zh": "已删除",
        "en": "Deleted",
        "expectZh": "true 或 false,不加引号",
        "expectEn": "true or false, without quotes",
        "type": "boolean"
      }
    }
  },
  "unit": {
    "clause": "SH-1",
    "zh": "单位",
    "en": "Unit",
    "members": {
      "id": {
        "clause": "SH-1",
        "zh": "主键",
        "en": "Key",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "name": {
        "clause": "SH-1",
        "zh": "名称",
        "en": "Name",
        "expectZh": "1 到 100 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 100 characters, not all blank",
        "type": "string"
      },
      "creditCode": {
        "clause": "SH-6",
        "zh": "统一社会信用代码",
        "en": "Unified social credit code",
        "expectZh": "18 位统一社会信用代码,只用数字和大写字母(不含 I O S V Z)",
        "expectEn": "a unified social credit code: 18 digits and capital letters without I O S V Z",
        "type": "string"
      },
      "operatorId": {
        "clause": "SH-1",
        "zh": "所属运维机构编码(id)",
        "en": "Operator id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "address": {
        "clause": "SH-1",
        "zh": "详细地址",
        "en": "Address",
        "expectZh": "1 到 200 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 200 characters, not all blank",
        "type": "string"
      },
      "latitude": {
        "clause": "SH-1",
        "zh": "纬度",
        "en": "Latitude",
        "expectZh": "-90 到 90 的数(度),不加引号",
        "expectEn": "a number of degrees from -90 to 90, without quotes",
        "type": "number"
      },
      "longitude": {
        "clause": "SH-1",
        "zh": "经度",
        "en": "Longitude",
        "expectZh": "-180 到 180 的数(度),不加引号",
        "expectEn": "a number of degrees from -180 to 180, without quotes",
        "type": "number"
      },
      "regionCode": {
        "clause": "SH-1",
        "zh": "区域编码",
        "en": "Region code",
        "expectZh": "6、9 或 12 位数字的区划代码,首位不为 0",
        "expectEn": "a division code of 6, 9 or 12 digits, the first not 0",
        "type": "string"
      },
      "deviceCount": {
        "clause": "SH-1",
        "zh": "设备数",
        "en": "Device count",
        "expectZh": "不小于 0 的整数,不加引号",
        "expectEn": "a whole number of 0 or more, without quotes",
        "type": "integer"
      },
      "platformCode": {
        "clause": "SH-1",
        "zh": "平台厂商 code",
        "en": "Platform vendor code",
        "expectZh": "2 到 32 个字符,只用大写字母、数字和 _ -,首字符为字母或数字",
        "expectEn": "2 to 32 of upper-case letters, digits and _ -, the first a letter or digit",
        "type": "string"
      },
      "placeType": {
        "clause": "SH-6",
        "zh": "场所类型",
        "en": "Place type",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "placeTypes"
      },
      "heritageLevel": {
        "clause": "SH-6",
        "zh": "文保级别",
        "en": "Heritage level",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "heritageLevels"
      },
      "keyFireUnit": {
        "clause": "SH-6",
        "zh": "消防安全重点单位",
        "en": "Key fire-safety unit",
        "expectZh": "true 或 false,不加引号",
        "expectEn": "true or false, without quotes",
        "type": "boolean"
      },
      "residents": {
        "clause": "SH-6",
        "zh": "居住人数",
        "en": "Residents",
        "expectZh": "不小于 0 的整数,不加引号",
        "expectEn": "a whole number of 0 or more, without quotes",
        "type": "integer"
      },
      "community": {
        "clause": "SH-6",
        "zh": "社区",
        "en": "Community",
        "expectZh": "1 到 100 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 100 characters, not all blank",
        "type": "string"
      },
      "coordinateSystem": {
        "clause": "SH-6",
        "zh": "坐标系",
        "en": "Coordinate system",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "coordinateSystems"
      },
      "contactName": {
        "clause": "SH-6",
        "zh": "联系人姓名",
        "en": "Contact name",
        "expectZh": "1 到 50 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 50 characters, not all blank",
        "type": "string",
        "isPersonal": true
      },
      "contactPhone": {
        "clause": "SH-6",
        "zh": "联系人电话",
        "en": "Contact phone",
        "expectZh": "7 到 20 位数字和 -,前面可加 +,例如 0595-85600000",
        "expectEn": "7 to 20 digits and -, with an optional + in front, such as 0595-85600000",
        "type": "string",
        "isPersonal": true
      },
      "version": {
        "clause": "SH-6",
        "zh": "版本",
        "en": "Version",
        "expectZh": "不小于 1 的整数,不加引号",
        "expectEn": "a whole number of 1 or more, without quotes",
        "type": "integer"
      },
      "updatedAt": {
        "clause": "SH-6",
        "zh": "更新时间",
        "en": "Updated at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "deleted": {
        "clause": "SH-6",
        "zh": "已删除",
        "en": "Deleted",
        "expectZh": "true 或 false,不加引号",
        "expectEn": "true or false, without quotes",
        "type": "boolean"
      }
    }
  },
  "device": {
    "clause": "SH-3",
    "zh": "设备",
    "en": "Device",
    "members": {
      "id": {
        "clause": "SH-3",
        "zh": "id",
        "en": "Id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "name": {
        "clause": "SH-3",
        "zh": "名称",
        "en": "Name",
        "expectZh": "1 到 100 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 100 characters, not all blank",
        "type": "string"
      },
      "type": {
        "clause": "SH-3",
        "zh": "类型",
        "en": "Type",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "deviceTypes"
      },
      "address": {
        "clause": "SH-3",
        "zh": "地址",
        "en": "Address",
        "expectZh": "1 到 200 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 200 characters, not all blank",
        "type": "string"
      },
      "latitude": {
        "clause": "SH-3",
        "zh": "纬度",
        "en": "Latitude",
        "expectZh": "-90 到 90 的数(度),不加引号",
        "expectEn": "a number of degrees from -90 to 90, without quotes",
        "type": "number"
      },
      "longitude": {
        "clause": "SH-3",
        "zh": "经度",
        "en": "Longitude",
        "expectZh": "-180 到 180 的数(度),不加引号",
        "expectEn": "a number of degrees from -180 to 180, without quotes",
        "type": "number"
      },
      "operatorId": {
        "clause": "SH-3",
        "zh": "运维机构",
        "en": "Operator",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "unitId": {
        "clause": "SH-3",
        "zh": "单位 id",
        "en": "Unit id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "platformCode": {
        "clause": "SH-3",
        "zh": "平台厂商 code",
        "en": "Platform vendor code",
        "expectZh": "2 到 32 个字符,只用大写字母、数字和 _ -,首字符为字母或数字",
        "expectEn": "2 to 32 of upper-case letters, digits and _ -, the first a letter or digit",
        "type": "string"
      },
      "installedOn": {
        "clause": "SH-3",
        "zh": "安装日期",
        "en": "Installed on",
        "expectZh": "存在的日期,写成 2026-01-02",
        "expectEn": "an existing date written 2026-01-02",
        "type": "string"
      },
      "status": {
        "clause": "SH-3",
        "zh": "设备状态",
        "en": "Status",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "statuses"
      },
      "manufacturer": {
        "clause": "SH-3",
        "zh": "生产公司或品牌",
        "en": "Manufacturer or brand",
        "expectZh": "1 到 100 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 100 characters, not all blank",
        "type": "string"
      },
      "imei": {
        "clause": "SH-6",
        "zh": "IMEI",
        "en": "IMEI",
        "expectZh": "15 位数字的 IMEI",
        "expectEn": "an IMEI of 15 digits",
        "type": "string"
      },
      "componentCount": {
        "clause": "SH-3",
        "zh": "部件数量",
        "en": "Component count",
        "expectZh": "不小于 0 的整数,不加引号",
        "expectEn": "a whole number of 0 or more, without quotes",
        "type": "integer"
      },
      "protocol": {
        "clause": "SH-6",
        "zh": "通信协议",
        "en": "Protocol",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string"
      },
      "wireAddress": {
        "clause": "SH-6",
        "zh": "通信地址",
        "en": "Wire address",
        "expectZh": "1 到 64 个可见 ASCII 字符,例如 889",
        "expectEn": "1 to 64 visible ASCII characters, such as 889",
        "type": "string"
      },
      "gatewayId": {
        "clause": "SH-6",
        "zh": "网关 id",
        "en": "Gateway id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "model": {
        "clause": "SH-6",
        "zh": "型号",
        "en": "Model",
        "expectZh": "1 到 100 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 100 characters, not all blank",
        "type": "string"
      },
      "modelId": {
        "clause": "SH-6",
        "zh": "型号 id",
        "en": "Model id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "profileId": {
        "clause": "SH-6",
        "zh": "设备档案 id",
        "en": "Device profile id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "presence": {
        "clause": "SH-6",
        "zh": "在线状态",
        "en": "Presence",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "presences"
      },
      "lastSeenAt": {
        "clause": "SH-6",
        "zh": "最后在线时间",
        "en": "Last seen at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "version": {
        "clause": "SH-6",
        "zh": "版本",
        "en": "Version",
        "expectZh": "不小于 1 的整数,不加引号",
        "expectEn": "a whole number of 1 or more, without quotes",
        "type": "integer"
      },
      "updatedAt": {
        "clause": "SH-6",
        "zh": "更新时间",
        "en": "Updated at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "deleted": {
        "clause": "SH-6",
        "zh": "已删除",
        "en": "Deleted",
        "expectZh": "true 或 false,不加引号",
        "expectEn": "true or false, without quotes",
        "type": "boolean"
      }
    }
  },
  "component": {
    "clause": "SH-4",
    "zh": "部件",
    "en": "Component",
    "members": {
      "id": {
        "clause": "SH-4",
        "zh": "id",
        "en": "Id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "name": {
        "clause": "SH-4",
        "zh": "名称",
        "en": "Name",
        "expectZh": "1 到 100 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 100 characters, not all blank",
        "type": "string"
      },
      "address": {
        "clause": "SH-4",
        "zh": "地址",
        "en": "Address",
        "expectZh": "1 到 200 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 200 characters, not all blank",
        "type": "string"
      },
      "deviceId": {
        "clause": "SH-4",
        "zh": "关联的设备 id",
        "en": "Device id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "manufacturer": {
        "clause": "SH-4",
        "zh": "生产厂家或品牌",
        "en": "Manufacturer or brand",
        "expectZh": "1 到 100 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 100 characters, not all blank",
        "type": "string"
      },
      "installedOn": {
        "clause": "SH-4",
        "zh": "安装日期",
        "en": "Installed on",
        "expectZh": "存在的日期,写成 2026-01-02",
        "expectEn": "an existing date written 2026-01-02",
        "type": "string"
      },
      "status": {
        "clause": "SH-4",
        "zh": "状态",
        "en": "Status",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "statuses"
      },
      "type": {
        "clause": "SH-4",
        "zh": "类型",
        "en": "Type",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string"
      },
      "componentKey": {
        "clause": "SH-6",
        "zh": "部件通信地址",
        "en": "Component key",
        "expectZh": "1 到 64 个可见 ASCII 字符,例如 889",
        "expectEn": "1 to 64 visible ASCII characters, such as 889",
        "type": "string"
      },
      "version": {
        "clause": "SH-6",
        "zh": "版本",
        "en": "Version",
        "expectZh": "不小于 1 的整数,不加引号",
        "expectEn": "a whole number of 1 or more, without quotes",
        "type": "integer"
      },
      "updatedAt": {
        "clause": "SH-6",
        "zh": "更新时间",
        "en": "Updated at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "deleted": {
        "clause": "SH-6",
        "zh": "已删除",
        "en": "Deleted",
        "expectZh": "true 或 false,不加引号",
        "expectEn": "true or false, without quotes",
        "type": "boolean"
      }
    }
  },
  "alarm": {
    "clause": "SH-5",
    "zh": "告警",
    "en": "Alarm",
    "members": {
      "id": {
        "clause": "SH-5",
        "zh": "报警编号 id",
        "en": "Id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "deviceId": {
        "clause": "SH-5",
        "zh": "设备 id",
        "en": "Device id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "unitId": {
        "clause": "SH-5",
        "zh": "单位主键",
        "en": "Unit key",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "occurredAt": {
        "clause": "SH-5",
        "zh": "发生时间",
        "en": "Occurred at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "description": {
        "clause": "SH-5",
        "zh": "报警信息描述",
        "en": "Description",
        "expectZh": "1 到 500 个字符的文字,不能全是空白",
        "expectEn": "text of 1 to 500 characters, not all blank",
        "type": "string"
      },
      "type": {
        "clause": "SH-5",
        "zh": "报警类型",
        "en": "Type",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "alarmTypes"
      },
      "platformCode": {
        "clause": "SH-5",
        "zh": "平台厂商 code",
        "en": "Platform vendor code",
        "expectZh": "2 到 32 个字符,只用大写字母、数字和 _ -,首字符为字母或数字",
        "expectEn": "2 to 32 of upper-case letters, digits and _ -, the first a letter or digit",
        "type": "string"
      },
      "componentId": {
        "clause": "SH-5",
        "zh": "设备部件 id",
        "en": "Component id",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字;没有时为 null",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit; null when there is none",
        "type": "string"
      },
      "class": {
        "clause": "SH-6",
        "zh": "告警类别",
        "en": "Class",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "alarmClasses"
      },
      "severity": {
        "clause": "SH-6",
        "zh": "告警等级",
        "en": "Severity",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "severities"
      },
      "state": {
        "clause": "SH-6",
        "zh": "告警状态",
        "en": "State",
        "expectZh": "代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -",
        "expectEn": "a code of the code list: 1 to 64 of letters, digits and . _ -",
        "type": "string",
        "codeList": "alarmStates"
      },
      "clearedAt": {
        "clause": "SH-6",
        "zh": "消除时间",
        "en": "Cleared at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "receivedAt": {
        "clause": "SH-6",
        "zh": "接收时间",
        "en": "Received at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "value": {
        "clause": "SH-6",
        "zh": "测量值",
        "en": "Value",
        "expectZh": "数,不加引号",
        "expectEn": "a number without quotes",
        "type": "number"
      },
      "unit": {
        "clause": "SH-6",
        "zh": "测量单位",
        "en": "Unit of measure",
        "expectZh": "UCUM 单位,例如 mA、Cel、V",
        "expectEn": "a UCUM unit such as mA, Cel or V",
        "type": "string"
      },
      "threshold": {
        "clause": "SH-6",
        "zh": "设定值",
        "en": "Set point",
        "expectZh": "数,不加引号",
        "expectEn": "a number without quotes",
        "type": "number"
      },
      "repeats": {
        "clause": "SH-6",
        "zh": "重复次数",
        "en": "Repeats",
        "expectZh": "不小于 0 的整数,不加引号",
        "expectEn": "a whole number of 0 or more, without quotes",
        "type": "integer"
      },
      "lastOccurredAt": {
        "clause": "SH-6",
        "zh": "最近发生时间",
        "en": "Last occurred at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "recoveredAt": {
        "clause": "SH-6",
        "zh": "恢复时间",
        "en": "Recovered at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "evidence": {
        "clause": "SH-6",
        "zh": "原始报文",
        "en": "Evidence",
        "expectZh": "1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字",
        "expectEn": "1 to 64 of letters, digits and . _ : -, the first a letter or digit",
        "type": "string"
      },
      "unverified": {
        "clause": "SH-6",
        "zh": "未核实",
        "en": "Unverified",
        "expectZh": "true 或 false,不加引号",
        "expectEn": "true or false, without quotes",
        "type": "boolean"
      },
      "version": {
        "clause": "SH-6",
        "zh": "版本",
        "en": "Version",
        "expectZh": "不小于 1 的整数,不加引号",
        "expectEn": "a whole number of 1 or more, without quotes",
        "type": "integer"
      },
      "updatedAt": {
        "clause": "SH-6",
        "zh": "更新时间",
        "en": "Updated at",
        "expectZh": "带时区偏移的时间,写成 2026-01-02T11:04:05+08:00",
        "expectEn": "a time with its offset, written 2026-01-02T11:04:05+08:00",
        "type": "string"
      },
      "deleted": {
        "clause": "SH-6",
        "zh": "已删除",
        "en": "Deleted",
        "expectZh": "true 或 false,不加引号",
        "expectEn": "true or false, without quotes",
        "type": "boolean"
      }
    }
  }
} as const;
