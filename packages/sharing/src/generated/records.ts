// Generated from specs/sharing by scripts/gen.ts, do not edit.
import type { AlarmClass, AlarmState, AlarmType, CoordinateSystem, DeviceType, HeritageLevel, PlaceType, Presence, Severity, Status } from "@dianan/model";

/** A code of an open list: the known ones are offered, a later version's code is accepted too (SH-6). */
export type Code<Known extends string> = Known | (string & Record<never, never>);

/** 运维机构 Operator, SH-2. 为单位运行和维护设备的机构。 The organisation that runs and maintains devices for units. 未知成员保留(SH-6)。 Unknown members are kept (SH-6). */
export type Operator = {
  /** 运维机构的 id,在一个平台内唯一。 Id of the operator, unique within a platform. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly id: string;
  /** 运维机构名称。 Name of the operator. 1 到 100 个字符的文字,不能全是空白。 Text of 1 to 100 characters, not all blank. */
  readonly name: string;
  /** 运维机构的编码,建议用统一社会信用代码。 Code of the operator; the unified social credit code is recommended. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly code: string;
  /** 运维机构的统一社会信用代码(GB 32100-2015)。 Unified social credit code of the operator (GB 32100-2015). 18 位统一社会信用代码,只用数字和大写字母(不含 I O S V Z)。 A unified social credit code: 18 digits and capital letters without I O S V Z. */
  readonly creditCode?: string;
  /** 运维机构的地址。 Address of the operator. 1 到 200 个字符的文字,不能全是空白。 Text of 1 to 200 characters, not all blank. */
  readonly address: string;
  /** 联系人姓名,属个人信息。 Name of the contact; personal data. 1 到 50 个字符的文字,不能全是空白。 Text of 1 to 50 characters, not all blank. */
  readonly contactName: string;
  /** 联系人电话,属个人信息。 Phone of the contact; personal data. 7 到 20 位数字和 -,前面可加 +,例如 0595-85600000。 7 to 20 digits and -, with an optional + in front, such as 0595-85600000. */
  readonly contactPhone: string;
  /** 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform. 不小于 1 的整数,不加引号。 A whole number of 1 or more, without quotes. */
  readonly version?: number;
  /** 最后一次修改的时间;由平台填写。 When it last changed; set by the platform. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly updatedAt?: string;
  /** 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left. True 或 false,不加引号。 True or false, without quotes. */
  readonly deleted?: boolean;
  /** Members that this version does not know are kept (SH-6). */
  readonly [member: string]: unknown;
};

/** 单位 Unit, SH-1. 使用设备的社会单位、站点或建筑物。 A site or building that uses the devices. 未知成员保留(SH-6)。 Unknown members are kept (SH-6). */
export type Unit = {
  /** 单位的主键,在一个平台内唯一,不含义。 Key of the unit, unique within a platform; it means nothing. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly id: string;
  /** 单位名称。 Name of the unit. 1 到 100 个字符的文字,不能全是空白。 Text of 1 to 100 characters, not all blank. */
  readonly name: string;
  /** 单位的统一社会信用代码(GB 32100-2015)。 Unified social credit code of the unit (GB 32100-2015). 18 位统一社会信用代码,只用数字和大写字母(不含 I O S V Z)。 A unified social credit code: 18 digits and capital letters without I O S V Z. */
  readonly creditCode?: string;
  /** 负责此单位设备的运维机构的 id。 Id of the operator that maintains the unit's devices. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly operatorId: string;
  /** 单位的详细地址。 Full address of the unit. 1 到 200 个字符的文字,不能全是空白。 Text of 1 to 200 characters, not all blank. */
  readonly address: string;
  /** 单位的纬度,度,建议 6 位小数。 Latitude of the unit in degrees, 6 decimals recommended. -90 到 90 的数(度),不加引号。 A number of degrees from -90 to 90, without quotes. */
  readonly latitude: number;
  /** 单位的经度,度,建议 6 位小数。 Longitude of the unit in degrees, 6 decimals recommended. -180 到 180 的数(度),不加引号。 A number of degrees from -180 to 180, without quotes. */
  readonly longitude: number;
  /** 行政区划代码(县级 6 位,乡级 9 位,村级 12 位)。 Administrative division code: 6 digits for a county, 9 for a town, 12 for a village. 6、9 或 12 位数字的区划代码,首位不为 0。 A division code of 6, 9 or 12 digits, the first not 0. */
  readonly regionCode: string;
  /** 单位内设备的数量;由平台计算。 Number of devices in the unit; derived by the platform. 不小于 0 的整数,不加引号。 A whole number of 0 or more, without quotes. */
  readonly deviceCount: number;
  /** 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere. 2 到 32 个字符,只用大写字母、数字和 _ -,首字符为字母或数字。 2 to 32 of upper-case letters, digits and _ -, the first a letter or digit. */
  readonly platformCode: string;
  /** 场所类型的代码。 Code of the kind of place. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly placeType?: Code<PlaceType>;
  /** 文物保护单位的级别(RF-4)。 Level of protection of a heritage unit (RF-4). 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly heritageLevel?: Code<HeritageLevel>;
  /** 是否为消防安全重点单位(RF-4)。 Whether it is a key fire-safety unit (RF-4). True 或 false,不加引号。 True or false, without quotes. */
  readonly keyFireUnit?: boolean;
  /** 出租房等场所的居住人数;与场所类型一起决定月报类别(RF-4)。 People who live there; with the place type it decides the category of the monthly form (RF-4). 不小于 0 的整数,不加引号。 A whole number of 0 or more, without quotes. */
  readonly residents?: number;
  /** 所在社区。 Community that it lies in. 1 到 100 个字符的文字,不能全是空白。 Text of 1 to 100 characters, not all blank. */
  readonly community?: string;
  /** 经纬度所用的坐标系。 System that latitude and longitude are given in. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly coordinateSystem?: Code<CoordinateSystem>;
  /** 单位联系人姓名,属个人信息。 Name of the unit's contact; personal data. 1 到 50 个字符的文字,不能全是空白。 Text of 1 to 50 characters, not all blank. */
  readonly contactName?: string;
  /** 单位联系人电话,属个人信息。 Phone of the unit's contact; personal data. 7 到 20 位数字和 -,前面可加 +,例如 0595-85600000。 7 to 20 digits and -, with an optional + in front, such as 0595-85600000. */
  readonly contactPhone?: string;
  /** 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform. 不小于 1 的整数,不加引号。 A whole number of 1 or more, without quotes. */
  readonly version?: number;
  /** 最后一次修改的时间;由平台填写。 When it last changed; set by the platform. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly updatedAt?: string;
  /** 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left. True 或 false,不加引号。 True or false, without quotes. */
  readonly deleted?: boolean;
  /** Members that this version does not know are kept (SH-6). */
  readonly [member: string]: unknown;
};

/** 设备 Device, SH-3. 安装好的电气火灾监控装置或充电桩等设备。 An installed device such as an electrical fire monitor or a charging pile. 未知成员保留(SH-6)。 Unknown members are kept (SH-6). */
export type Device = {
  /** 设备的 id,在一个平台内唯一。 Id of the device, unique within a platform. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly id: string;
  /** 设备名称。 Name of the device. 1 到 100 个字符的文字,不能全是空白。 Text of 1 to 100 characters, not all blank. */
  readonly name: string;
  /** 设备类型的代码。 Code of the kind of device. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly type: Code<DeviceType>;
  /** 设备的安装位置。 Where the device is installed. 1 到 200 个字符的文字,不能全是空白。 Text of 1 to 200 characters, not all blank. */
  readonly address: string;
  /** 设备的纬度,度,建议 6 位小数。 Latitude of the device in degrees, 6 decimals recommended. -90 到 90 的数(度),不加引号。 A number of degrees from -90 to 90, without quotes. */
  readonly latitude: number;
  /** 设备的经度,度,建议 6 位小数。 Longitude of the device in degrees, 6 decimals recommended. -180 到 180 的数(度),不加引号。 A number of degrees from -180 to 180, without quotes. */
  readonly longitude: number;
  /** 负责此设备的运维机构的 id。 Id of the operator that maintains the device. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly operatorId: string;
  /** 设备所在单位的主键。 Key of the unit that it is installed in. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly unitId: string;
  /** 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere. 2 到 32 个字符,只用大写字母、数字和 _ -,首字符为字母或数字。 2 to 32 of upper-case letters, digits and _ -, the first a letter or digit. */
  readonly platformCode: string;
  /** 安装的日期。 Date of installation. 存在的日期,写成 2026-01-02。 An existing date written 2026-01-02. */
  readonly installedOn: string;
  /** 设备现在的状态。 State that the device is in. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly status: Code<Status>;
  /** 生产公司或品牌。 Manufacturer or brand. 1 到 100 个字符的文字,不能全是空白。 Text of 1 to 100 characters, not all blank. */
  readonly manufacturer: string;
  /** 通信模块的 IMEI。 IMEI of the radio module. 15 位数字的 IMEI。 An IMEI of 15 digits. */
  readonly imei?: string;
  /** 设备部件的数量;由平台计算。 Number of components; derived by the platform. 不小于 0 的整数,不加引号。 A whole number of 0 or more, without quotes. */
  readonly componentCount: number;
  /** 设备与平台通信所用的协议。 Protocol that the device speaks to the platform. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly protocol?: string;
  /** 设备在协议中的地址。GB/T 26875.3:源地址的十进制数。 Address of the device in its protocol. GB/T 26875.3: the source address as a decimal number. 1 到 64 个可见 ASCII 字符,例如 889。 1 to 64 visible ASCII characters, such as 889. */
  readonly wireAddress?: string;
  /** 设备经哪个设备(网关)接入;同一网关下的告警风暴归并为一组。 Id of the device (a gateway) through which it speaks; a storm of alarms behind one gateway is one group. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly gatewayId?: string;
  /** 产品型号。 Product model. 1 到 100 个字符的文字,不能全是空白。 Text of 1 to 100 characters, not all blank. */
  readonly model?: string;
  /** 登记的设备型号的 id,型号记有准入证书与标准版本。 Id of the registered device model, which has the certificates and editions of standards. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly modelId?: string;
  /** 设备档案(specs/profiles)的标识,说明其寄存器、代码和轮询;档案的协议与设备相同。 Id of the device profile that says what its registers and codes mean and how it is polled; the profile has the device's protocol. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly profileId?: string;
  /** 设备是否在线。 Whether the device is heard. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly presence?: Code<Presence>;
  /** 最后一次收到此设备报文的时间。 When the device was last heard. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly lastSeenAt?: string;
  /** 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform. 不小于 1 的整数,不加引号。 A whole number of 1 or more, without quotes. */
  readonly version?: number;
  /** 最后一次修改的时间;由平台填写。 When it last changed; set by the platform. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly updatedAt?: string;
  /** 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left. True 或 false,不加引号。 True or false, without quotes. */
  readonly deleted?: boolean;
  /** Members that this version does not know are kept (SH-6). */
  readonly [member: string]: unknown;
};

/** 部件 Component, SH-4. 设备中用于探测、通断或充电的部件。 A sensing, switching or charging part of a device. 未知成员保留(SH-6)。 Unknown members are kept (SH-6). */
export type Component = {
  /** 部件的 id,在一个平台内唯一。 Id of the component, unique within a platform. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly id: string;
  /** 部件名称。 Name of the component. 1 到 100 个字符的文字,不能全是空白。 Text of 1 to 100 characters, not all blank. */
  readonly name: string;
  /** 部件的位置或回路。 Place or loop of the component. 1 到 200 个字符的文字,不能全是空白。 Text of 1 to 200 characters, not all blank. */
  readonly address: string;
  /** 所属设备的 id。 Id of the device that it is part of. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly deviceId: string;
  /** 生产厂家或品牌。 Manufacturer or brand. 1 到 100 个字符的文字,不能全是空白。 Text of 1 to 100 characters, not all blank. */
  readonly manufacturer: string;
  /** 安装的日期。 Date of installation. 存在的日期,写成 2026-01-02。 An existing date written 2026-01-02. */
  readonly installedOn: string;
  /** 部件现在的状态。 State that the component is in. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly status: Code<Status>;
  /** 部件类型的代码:GB/T 26875.3 部件类型的英文名或数字。 Code of the kind of component: a name or a number of the GB/T 26875.3 component types. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly type: string;
  /** 部件在协议中的地址。GB/T 26875.3:系统类型/系统地址/部件类型/部件地址。 Address of the component in the device's protocol. GB/T 26875.3: system type/system address/component type/component address. 1 到 64 个可见 ASCII 字符,例如 889。 1 to 64 visible ASCII characters, such as 889. */
  readonly componentKey?: string;
  /** 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform. 不小于 1 的整数,不加引号。 A whole number of 1 or more, without quotes. */
  readonly version?: number;
  /** 最后一次修改的时间;由平台填写。 When it last changed; set by the platform. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly updatedAt?: string;
  /** 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left. True 或 false,不加引号。 True or false, without quotes. */
  readonly deleted?: boolean;
  /** Members that this version does not know are kept (SH-6). */
  readonly [member: string]: unknown;
};

/** 告警 Alarm, SH-5. 一次报警、预警、故障、离线或事件。告警可以早于它的设备到达:先暂存,不丢弃。 One alarm, warning, fault, offline or event. It may arrive before its device: it is parked, never lost. 未知成员保留(SH-6)。 Unknown members are kept (SH-6). */
export type Alarm = {
  /** 报警编号,重发时不变。 Number of the alarm, the same when it is sent again. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly id: string;
  /** 发出告警的设备的 id。 Id of the device that it comes from. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly deviceId: string;
  /** 设备所在单位的主键。 Key of the unit that the device is installed in. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly unitId: string;
  /** 告警发生的时间。 When it happened. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly occurredAt: string;
  /** 给人看的描述。 What it says to people. 1 到 500 个字符的文字,不能全是空白。 Text of 1 to 500 characters, not all blank. */
  readonly description: string;
  /** 报警类型的代码。 Code of what the alarm is about. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly type: Code<AlarmType>;
  /** 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere. 2 到 32 个字符,只用大写字母、数字和 _ -,首字符为字母或数字。 2 to 32 of upper-case letters, digits and _ -, the first a letter or digit. */
  readonly platformCode: string;
  /** 发出告警的部件的 id;整个设备的告警为 null 或不写。 Id of the component; null or left out when the alarm is about the whole device. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字;没有时为 null。 1 to 64 of letters, digits and . _ : -, the first a letter or digit; null when there is none. */
  readonly componentId?: string | null;
  /** 告警类别的代码。 Code of the class. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly class?: Code<AlarmClass>;
  /** 告警等级的代码。 Code of how urgent it is. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly severity?: Code<Severity>;
  /** raised 为未消除,cleared 为已消除。 `raised` while it stands, `cleared` when it is over. 代码表中的一个代码,1 到 64 个字符,只用字母、数字和 . _ -。 A code of the code list: 1 to 64 of letters, digits and . _ -. */
  readonly state?: Code<AlarmState>;
  /** 告警消除的时间。 When it was cleared. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly clearedAt?: string;
  /** 平台首次收到的时间。 When the platform first received it. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly receivedAt?: string;
  /** 告警时的测量值,单位见 unit。 Measured value at the alarm, in `unit`. 数,不加引号。 A number without quotes. */
  readonly value?: number;
  /** value 和 threshold 的单位,UCUM 写法。 Unit of value and threshold, as UCUM writes it. UCUM 单位,例如 mA、Cel、V。 A UCUM unit such as mA, Cel or V. */
  readonly unit?: string;
  /** 报警设定值,单位见 unit。 Set point, in `unit`. 数,不加引号。 A number without quotes. */
  readonly threshold?: number;
  /** 未消除时再次发生的次数。 How often it came again while it stood. 不小于 0 的整数,不加引号。 A whole number of 0 or more, without quotes. */
  readonly repeats?: number;
  /** 最近一次发生的时间。 When it last came again. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly lastOccurredAt?: string;
  /** 设备报告恢复的时间;未经核实,不等于消除。 When the device reported it gone; unverified, so not the same as cleared. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly recoveredAt?: string;
  /** 原始报文的 id。 Id of the frame that it came from. 1 到 64 个字符,只用字母、数字和 . _ : -,首字符为字母或数字。 1 to 64 of letters, digits and . _ : -, the first a letter or digit. */
  readonly evidence?: string;
  /** 为 true 时来自信任级别低于租户要求的连接,须人工核实。 True: it came by a connection that the tenant trusts too little; a person is to verify it. True 或 false,不加引号。 True or false, without quotes. */
  readonly unverified?: boolean;
  /** 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform. 不小于 1 的整数,不加引号。 A whole number of 1 or more, without quotes. */
  readonly version?: number;
  /** 最后一次修改的时间;由平台填写。 When it last changed; set by the platform. 带时区偏移的时间,写成 2026-01-02T11:04:05+08:00。 A time with its offset, written 2026-01-02T11:04:05+08:00. */
  readonly updatedAt?: string;
  /** 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left. True 或 false,不加引号。 True or false, without quotes. */
  readonly deleted?: boolean;
  /** Members that this version does not know are kept (SH-6). */
  readonly [member: string]: unknown;
};
