// Generated from specs/openapi by scripts/gen.ts, do not edit.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the hub up?
         * @description Open, and says nothing else. 无需凭证,不透露其他信息。
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document as a page */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in? */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in to the console
         * @description Trades an API key or a one-time sign-in code for a cookie that scripts cannot read (HttpOnly, SameSite=Strict, 12 hours). 用 API 密钥或一次性登录码换取 12 小时有效的会话。
         */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of operators
         * @description Ordered by id. 按 id 排序。 Deleted records appear only when `updatedFrom` or `updatedTo` is given. 只有给出更新时间范围时才列出已删除的记录。
         */
        get: operations["listOperators"];
        put?: never;
        /**
         * Create or replace operators
         * @description Bulk upsert by id of 1 to 500 records; also the push format between platforms. Each item has its own result, in the order of the items: one that breaks its schema is refused alone. Unknown members are kept (SH-6). The same content again is `unchanged`. 按 id 批量新增或更新 1 到 500 条;每条各有结果,不合格的只拒收该条;内容相同则不变。
         */
        post: operations["putOperators"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * An operator by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getOperator"];
        put?: never;
        post?: never;
        /**
         * Delete an operator
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteOperator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of units
         * @description Ordered by id. 按 id 排序。 Deleted records appear only when `updatedFrom` or `updatedTo` is given. 只有给出更新时间范围时才列出已删除的记录。
         */
        get: operations["listUnits"];
        put?: never;
        /**
         * Create or replace units
         * @description Bulk upsert by id of 1 to 500 records; also the push format between platforms. Each item has its own result, in the order of the items: one that breaks its schema is refused alone. Unknown members are kept (SH-6). The same content again is `unchanged`. 按 id 批量新增或更新 1 到 500 条;每条各有结果,不合格的只拒收该条;内容相同则不变。
         */
        post: operations["putUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * A unit by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        /**
         * Delete a unit
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteUnit"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of devices
         * @description Ordered by id. 按 id 排序。 Deleted records appear only when `updatedFrom` or `updatedTo` is given. 只有给出更新时间范围时才列出已删除的记录。
         */
        get: operations["listDevices"];
        put?: never;
        /**
         * Create or replace devices
         * @description Bulk upsert by id of 1 to 500 records; also the push format between platforms. Each item has its own result, in the order of the items: one that breaks its schema is refused alone. Unknown members are kept (SH-6). The same content again is `unchanged`. 按 id 批量新增或更新 1 到 500 条;每条各有结果,不合格的只拒收该条;内容相同则不变。
         */
        post: operations["putDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * A device by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getDevice"];
        put?: never;
        post?: never;
        /**
         * Delete a device
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of components
         * @description Ordered by id. 按 id 排序。 Deleted records appear only when `updatedFrom` or `updatedTo` is given. 只有给出更新时间范围时才列出已删除的记录。
         */
        get: operations["listComponents"];
        put?: never;
        /**
         * Create or replace components
         * @description Bulk upsert by id of 1 to 500 records; also the push format between platforms. Each item has its own result, in the order of the items: one that breaks its schema is refused alone. Unknown members are kept (SH-6). The same content again is `unchanged`. 按 id 批量新增或更新 1 到 500 条;每条各有结果,不合格的只拒收该条;内容相同则不变。
         */
        post: operations["putComponents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * A component by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getComponent"];
        put?: never;
        post?: never;
        /**
         * Delete a component
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteComponent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A page of alarms
         * @description Newest first (receivedAt, then id). 按接收时间从新到旧。 Deleted records appear only when `updatedFrom` or `updatedTo` is given. 只有给出更新时间范围时才列出已删除的记录。
         */
        get: operations["listAlarms"];
        put?: never;
        /**
         * Create or replace alarms
         * @description Bulk upsert by id of 1 to 500 records; also the push format between platforms. Each item has its own result, in the order of the items: one that breaks its schema is refused alone. Unknown members are kept (SH-6). The same content again is `unchanged`. An alarm that comes before its device is parked and the whole answer is 202. 告警早于设备到达时暂存,整个应答为 202。 按 id 批量新增或更新 1 到 500 条;每条各有结果,不合格的只拒收该条;内容相同则不变。
         */
        post: operations["putAlarms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * An alarm by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getAlarm"];
        put?: never;
        post?: never;
        /**
         * Delete an alarm
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteAlarm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readings of a device, newest first */
        get: operations["listReadings"];
        put?: never;
        /**
         * Upload readings
         * @description For platforms whose devices do not speak to the hub. Each item has its own result, in the order of the items. 供设备不直接接入的平台上传;每条各有结果,顺序与上传相同。
         */
        post: operations["putReadings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unclaimed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses that speak but are not registered
         * @description Their alarms are kept and become the device's own when a device with this protocol and wireAddress is put. 告警已保留;登记同一协议和地址的设备后,归该设备所有。
         */
        get: operations["listUnclaimed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undecodable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bytes that were refused, with the reason */
        get: operations["listUndecodable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/frames/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A received frame, kept as evidence */
        get: operations["getFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How sharing with the city goes */
        get: operations["listDestinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes as they happen (server-sent events)
         * @description Every change of a record, in commit order and without gaps, after the given cursor; from now on when none is given.
         *
         *     - `event: change`, `id: <cursor>`, `data:` a ChangeEvent. Send the last `id` again to go on where the stream broke.
         *     - `event: beat`, every 5 seconds, `data:` a Beat: the hub's clock. A stream without a beat for 15 seconds is broken.
         *
         *     410 means that the cursor is too old or of a restored database: read the lists again. A reader that is too slow is cut off.
         *
         *     按提交顺序、无缺漏地发送给定游标之后的每次变更;每 5 秒一次心跳;410 表示游标已失效,须重新读取列表。
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Address: string;
        /**
         * 告警
         * @description 一次报警、预警、故障、离线或事件。告警可以早于它的设备到达:先暂存,不丢弃。 One alarm, warning, fault, offline or event. It may arrive before its device: it is parked, never lost. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         * @example {
         *       "id": "0197f3a2-7c1e-7000-8000-000000000001",
         *       "deviceId": "dev-889",
         *       "unitId": "unit-0001",
         *       "occurredAt": "2026-01-02T11:04:05+08:00",
         *       "description": "剩余电流报警:689 mA(设定值 500 mA)",
         *       "type": "residualCurrentOver",
         *       "platformCode": "JJLY01"
         *     }
         * @example {
         *       "id": "0197f3a2-7c1e-7000-8000-000000000001",
         *       "deviceId": "dev-889",
         *       "unitId": "unit-0001",
         *       "occurredAt": "2026-01-02T11:04:05+08:00",
         *       "description": "剩余电流报警:689 mA(设定值 500 mA)",
         *       "type": "residualCurrentOver",
         *       "platformCode": "JJLY01",
         *       "componentId": "dev-889:1-1-17-327682",
         *       "class": "alarm",
         *       "severity": "critical",
         *       "state": "cleared",
         *       "clearedAt": "2026-01-02T11:34:05+08:00",
         *       "receivedAt": "2026-01-02T11:04:06+08:00",
         *       "value": 689,
         *       "unit": "mA",
         *       "threshold": 500,
         *       "repeats": 0,
         *       "lastOccurredAt": "2026-01-02T11:05:05+08:00",
         *       "recoveredAt": "2026-01-02T11:30:05+08:00",
         *       "evidence": "0197f3a2-7c1e-7000-8000-0000000000aa",
         *       "version": 1,
         *       "updatedAt": "2026-01-02T11:04:05+08:00",
         *       "deleted": false
         *     }
         */
        Alarm: {
            /**
             * 报警编号 id
             * @description 报警编号,重发时不变。 Number of the alarm, the same when it is sent again.
             * @example 0197f3a2-7c1e-7000-8000-000000000001
             */
            id: components["schemas"]["RecordId"];
            /**
             * 设备 id
             * @description 发出告警的设备的 id。 Id of the device that it comes from.
             * @example dev-889
             */
            deviceId: components["schemas"]["RecordId"];
            /**
             * 单位主键
             * @description 设备所在单位的主键。 Key of the unit that the device is installed in.
             * @example unit-0001
             */
            unitId: components["schemas"]["RecordId"];
            /**
             * 发生时间
             * @description 告警发生的时间。 When it happened.
             * @example 2026-01-02T11:04:05+08:00
             */
            occurredAt: components["schemas"]["Time"];
            /**
             * 报警信息描述
             * @description 给人看的描述。 What it says to people.
             * @example 剩余电流报警:689 mA(设定值 500 mA)
             */
            description: components["schemas"]["Description"];
            /**
             * 报警类型
             * @description 报警类型的代码。 Code of what the alarm is about.
             * @example residualCurrentOver
             * @example temperatureOver
             * @example fireAlarm
             */
            type: components["schemas"]["Code"];
            /**
             * 平台厂商 code
             * @description 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere.
             * @example JJLY01
             */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * 设备部件 id
             * @description 发出告警的部件的 id;整个设备的告警为 null 或不写。 Id of the component; null or left out when the alarm is about the whole device.
             * @example dev-889:1-1-17-327682
             * @example null
             */
            componentId?: components["schemas"]["RecordIdOrNull"];
            /**
             * 告警类别
             * @description 告警类别的代码。 Code of the class.
             * @example alarm
             * @example fault
             * @example offline
             */
            class?: components["schemas"]["Code"];
            /**
             * 告警等级
             * @description 告警等级的代码。 Code of how urgent it is.
             * @example critical
             * @example medium
             */
            severity?: components["schemas"]["Code"];
            /**
             * 告警状态
             * @description raised 为未消除,cleared 为已消除。 `raised` while it stands, `cleared` when it is over.
             * @example raised
             * @example cleared
             */
            state?: components["schemas"]["Code"];
            /**
             * 消除时间
             * @description 告警消除的时间。 When it was cleared.
             * @example 2026-01-02T11:34:05+08:00
             */
            clearedAt?: components["schemas"]["Time"];
            /**
             * 接收时间
             * @description 平台首次收到的时间。 When the platform first received it.
             * @example 2026-01-02T11:04:06+08:00
             */
            receivedAt?: components["schemas"]["Time"];
            /**
             * 测量值
             * @description 告警时的测量值,单位见 unit。 Measured value at the alarm, in `unit`.
             * @example 689
             */
            value?: components["schemas"]["Value"];
            /**
             * 测量单位
             * @description value 和 threshold 的单位,UCUM 写法。 Unit of value and threshold, as UCUM writes it.
             * @example mA
             */
            unit?: components["schemas"]["UnitOfMeasure"];
            /**
             * 设定值
             * @description 报警设定值,单位见 unit。 Set point, in `unit`.
             * @example 500
             */
            threshold?: components["schemas"]["Value"];
            /**
             * 重复次数
             * @description 未消除时再次发生的次数。 How often it came again while it stood.
             * @example 0
             */
            repeats?: components["schemas"]["Count"];
            /**
             * 最近发生时间
             * @description 最近一次发生的时间。 When it last came again.
             * @example 2026-01-02T11:05:05+08:00
             */
            lastOccurredAt?: components["schemas"]["Time"];
            /**
             * 恢复时间
             * @description 设备报告恢复的时间;未经核实,不等于消除。 When the device reported it gone; unverified, so not the same as cleared.
             * @example 2026-01-02T11:30:05+08:00
             */
            recoveredAt?: components["schemas"]["Time"];
            /**
             * 原始报文
             * @description 原始报文的 id。 Id of the frame that it came from.
             * @example 0197f3a2-7c1e-7000-8000-0000000000aa
             */
            evidence?: components["schemas"]["RecordId"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             * @example 1
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             * @example 2026-01-02T11:04:05+08:00
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             * @example false
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        AlarmPage: {
            items: components["schemas"]["Alarm"][];
            next: components["schemas"]["NextCursor"];
            feedCursor: components["schemas"]["FeedCursor"];
        };
        AlarmUpload: {
            items: components["schemas"]["Alarm"][];
        };
        /** @description The hub's clock, every 5 seconds. 心跳。 */
        Beat: {
            now: components["schemas"]["Time"];
        };
        BulkAnswer: {
            results: components["schemas"]["BulkResult"][];
        };
        BulkResult: {
            /** @description Id of the item; null when it has none that is text. 该条的 id。 */
            id: string | null;
            /**
             * @description What became of it; `parked`: kept until its device is known. 处理结果。
             * @enum {string}
             */
            status: "created" | "updated" | "unchanged" | "parked" | "refused";
            /** @description Version of the record now. 记录现在的版本。 */
            version?: number;
            problem?: components["schemas"]["ItemProblem"];
        };
        /** @description One change of a record. 一次变更。 */
        ChangeEvent: {
            /** @enum {string} */
            kind: "operator" | "unit" | "device" | "component" | "alarm";
            id: components["schemas"]["RecordId"];
            version: number;
            /** @description The record after the change; `deleted` is true for a tombstone. 变更后的记录。 */
            record: components["schemas"]["Operator"] | components["schemas"]["Unit"] | components["schemas"]["Device"] | components["schemas"]["Component"] | components["schemas"]["Alarm"];
        };
        Code: string;
        /**
         * 部件
         * @description 设备中用于探测、通断或充电的部件。 A sensing, switching or charging part of a device. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         * @example {
         *       "id": "dev-889:1-1-17-327682",
         *       "name": "剩余电流探测器 5-2",
         *       "address": "5 回路 2 号",
         *       "deviceId": "dev-889",
         *       "manufacturer": "示例电气",
         *       "installedOn": "2026-03-18",
         *       "status": "normal",
         *       "type": "residualCurrentDetector"
         *     }
         * @example {
         *       "id": "dev-889:1-1-17-327682",
         *       "name": "剩余电流探测器 5-2",
         *       "address": "5 回路 2 号",
         *       "deviceId": "dev-889",
         *       "manufacturer": "示例电气",
         *       "installedOn": "2026-03-18",
         *       "status": "normal",
         *       "type": "residualCurrentDetector",
         *       "componentKey": "1/1/17/327682",
         *       "version": 1,
         *       "updatedAt": "2026-01-02T11:04:05+08:00",
         *       "deleted": false
         *     }
         */
        Component: {
            /**
             * id
             * @description 部件的 id,在一个平台内唯一。 Id of the component, unique within a platform.
             * @example dev-889:1-1-17-327682
             */
            id: components["schemas"]["RecordId"];
            /**
             * 名称
             * @description 部件名称。 Name of the component.
             * @example 剩余电流探测器 5-2
             */
            name: components["schemas"]["Name"];
            /**
             * 地址
             * @description 部件的位置或回路。 Place or loop of the component.
             * @example 5 回路 2 号
             */
            address: components["schemas"]["Address"];
            /**
             * 关联的设备 id
             * @description 所属设备的 id。 Id of the device that it is part of.
             * @example dev-889
             */
            deviceId: components["schemas"]["RecordId"];
            /**
             * 生产厂家或品牌
             * @description 生产厂家或品牌。 Manufacturer or brand.
             * @example 示例电气
             */
            manufacturer: components["schemas"]["Name"];
            /**
             * 安装日期
             * @description 安装的日期。 Date of installation.
             * @example 2026-03-18
             */
            installedOn: components["schemas"]["Date"];
            /**
             * 状态
             * @description 部件现在的状态。 State that the component is in.
             * @example normal
             * @example alarm
             * @example charging
             * @example idle
             */
            status: components["schemas"]["Code"];
            /**
             * 类型
             * @description 部件类型的代码:GB/T 26875.3 部件类型的英文名或数字。 Code of the kind of component: a name or a number of the GB/T 26875.3 component types.
             * @example residualCurrentDetector
             * @example 128
             */
            type: components["schemas"]["Code"];
            /**
             * 部件通信地址
             * @description 部件在协议中的地址。GB/T 26875.3:系统类型/系统地址/部件类型/部件地址。 Address of the component in the device's protocol. GB/T 26875.3: system type/system address/component type/component address.
             * @example 1/1/17/327682
             */
            componentKey?: components["schemas"]["WireAddress"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             * @example 1
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             * @example 2026-01-02T11:04:05+08:00
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             * @example false
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        ComponentPage: {
            items: components["schemas"]["Component"][];
            next: components["schemas"]["NextCursor"];
            feedCursor: components["schemas"]["FeedCursor"];
        };
        ComponentUpload: {
            items: components["schemas"]["Component"][];
        };
        Count: number;
        /** @description Exactly one of the two. 两者取一。 */
        Credential: {
            /** @description An API key. API 密钥。 */
            key?: string;
            /** @description A one-time sign-in code. 一次性登录码。 */
            code?: string;
        };
        CreditCode: string;
        /** Format: date */
        Date: string;
        /** @description Why bytes were refused. 报文被拒收的原因。 */
        DecodeFault: {
            /** @description Such as bad-checksum. 错误代码。 */
            code: string;
            /** @description Byte of the frame, from 0. 字节位置,从 0 起。 */
            offset: number;
            /** @description Field, such as items[2].status. 字段。 */
            path: string;
            /** @description Clause of the protocol. 条款。 */
            clause: string;
            message?: components["schemas"]["Words"];
        };
        Description: string;
        Destination: {
            /** @description Where records are sent; holds no secret. 目的地址,不含密钥。 */
            url: string;
            /**
             * @description `idle`: nothing is owed; `sending`: on its way; `retrying`: the last attempt failed. 状态。
             * @enum {string}
             */
            state: "idle" | "sending" | "retrying";
            /** @description Records that are owed. 待送记录数。 */
            pending: number;
            /** @description Records that the receiver refused for good. 被永久拒收的记录数。 */
            dead: number;
            /** @description The latest of them, newest first; a record is owed again when it changes. 最近被拒收的记录及原因,修改后重新上报。 */
            refused: {
                /** @enum {string} */
                kind: "operator" | "unit" | "device" | "component" | "alarm";
                id: components["schemas"]["RecordId"];
                /** @description Version that was refused. 被拒收的版本。 */
                version: number;
                since: components["schemas"]["Time"];
                /** @description The receiver's words. 对方给出的原因。 */
                error: string;
            }[];
            lastOkAt: components["schemas"]["TimeOrNull"];
            /** @description Of the last attempt; null when it went well. 最近一次错误。 */
            lastError: string | null;
            nextAt: components["schemas"]["TimeOrNull"];
        };
        DestinationList: {
            items: components["schemas"]["Destination"][];
        };
        /**
         * 设备
         * @description 安装好的电气火灾监控装置或充电桩等设备。 An installed device such as an electrical fire monitor or a charging pile. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         * @example {
         *       "id": "dev-889",
         *       "name": "1 号车间配电箱",
         *       "type": "electricalFireMonitor",
         *       "address": "1 号车间一层东侧配电间",
         *       "latitude": 24.718012,
         *       "longitude": 118.538871,
         *       "operatorId": "op-01",
         *       "unitId": "unit-0001",
         *       "platformCode": "JJLY01",
         *       "installedOn": "2026-03-18",
         *       "status": "normal",
         *       "manufacturer": "示例电气",
         *       "componentCount": 2
         *     }
         * @example {
         *       "id": "dev-889",
         *       "name": "1 号车间配电箱",
         *       "type": "electricalFireMonitor",
         *       "address": "1 号车间一层东侧配电间",
         *       "latitude": 24.718012,
         *       "longitude": 118.538871,
         *       "operatorId": "op-01",
         *       "unitId": "unit-0001",
         *       "platformCode": "JJLY01",
         *       "installedOn": "2026-03-18",
         *       "status": "normal",
         *       "manufacturer": "示例电气",
         *       "componentCount": 2,
         *       "protocol": "gb26875",
         *       "wireAddress": "889",
         *       "model": "EF-100",
         *       "presence": "online",
         *       "lastSeenAt": "2026-01-02T11:04:05+08:00",
         *       "version": 1,
         *       "updatedAt": "2026-01-02T11:04:05+08:00",
         *       "deleted": false
         *     }
         */
        Device: {
            /**
             * id
             * @description 设备的 id,在一个平台内唯一。 Id of the device, unique within a platform.
             * @example dev-889
             */
            id: components["schemas"]["RecordId"];
            /**
             * 名称
             * @description 设备名称。 Name of the device.
             * @example 1 号车间配电箱
             */
            name: components["schemas"]["Name"];
            /**
             * 类型
             * @description 设备类型的代码。 Code of the kind of device.
             * @example electricalFireMonitor
             * @example chargingPile
             */
            type: components["schemas"]["Code"];
            /**
             * 地址
             * @description 设备的安装位置。 Where the device is installed.
             * @example 1 号车间一层东侧配电间
             */
            address: components["schemas"]["Address"];
            /**
             * 纬度
             * @description 设备的纬度,度,建议 6 位小数。 Latitude of the device in degrees, 6 decimals recommended.
             * @example 24.718012
             */
            latitude: components["schemas"]["Latitude"];
            /**
             * 经度
             * @description 设备的经度,度,建议 6 位小数。 Longitude of the device in degrees, 6 decimals recommended.
             * @example 118.538871
             */
            longitude: components["schemas"]["Longitude"];
            /**
             * 运维机构
             * @description 负责此设备的运维机构的 id。 Id of the operator that maintains the device.
             * @example op-01
             */
            operatorId: components["schemas"]["RecordId"];
            /**
             * 单位 id
             * @description 设备所在单位的主键。 Key of the unit that it is installed in.
             * @example unit-0001
             */
            unitId: components["schemas"]["RecordId"];
            /**
             * 平台厂商 code
             * @description 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere.
             * @example JJLY01
             */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * 安装日期
             * @description 安装的日期。 Date of installation.
             * @example 2026-03-18
             */
            installedOn: components["schemas"]["Date"];
            /**
             * 设备状态
             * @description 设备现在的状态。 State that the device is in.
             * @example normal
             * @example alarm
             * @example fault
             * @example offline
             */
            status: components["schemas"]["Code"];
            /**
             * 生产公司或品牌
             * @description 生产公司或品牌。 Manufacturer or brand.
             * @example 示例电气
             */
            manufacturer: components["schemas"]["Name"];
            /**
             * IMEI
             * @description 通信模块的 IMEI。 IMEI of the radio module.
             * @example 490154203237518
             */
            imei?: components["schemas"]["Imei"];
            /**
             * 部件数量
             * @description 设备部件的数量;由平台计算。 Number of components; derived by the platform.
             * @example 2
             */
            componentCount: components["schemas"]["Count"];
            /**
             * 通信协议
             * @description 设备与平台通信所用的协议。 Protocol that the device speaks to the platform.
             * @example gb26875
             */
            protocol?: components["schemas"]["Code"];
            /**
             * 通信地址
             * @description 设备在协议中的地址。GB/T 26875.3:源地址的十进制数。 Address of the device in its protocol. GB/T 26875.3: the source address as a decimal number.
             * @example 889
             */
            wireAddress?: components["schemas"]["WireAddress"];
            /**
             * 型号
             * @description 产品型号。 Product model.
             * @example EF-100
             */
            model?: components["schemas"]["Name"];
            /**
             * 在线状态
             * @description 设备是否在线。 Whether the device is heard.
             * @example online
             * @example offline
             * @example timedOut
             */
            presence?: components["schemas"]["Code"];
            /**
             * 最后在线时间
             * @description 最后一次收到此设备报文的时间。 When the device was last heard.
             * @example 2026-01-02T11:04:05+08:00
             */
            lastSeenAt?: components["schemas"]["Time"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             * @example 1
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             * @example 2026-01-02T11:04:05+08:00
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             * @example false
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        DevicePage: {
            items: components["schemas"]["Device"][];
            next: components["schemas"]["NextCursor"];
            feedCursor: components["schemas"]["FeedCursor"];
        };
        DeviceUpload: {
            items: components["schemas"]["Device"][];
        };
        /** @description Where the change feed stood before this page was read. 读取此页之前变更流的位置。 */
        FeedCursor: string;
        /** @description One thing that is wrong with a request or record. 一处错误。 */
        Finding: {
            /** @description JSON pointer to the member. 成员的 JSON 指针。 */
            path: string;
            /** @description Stable word for the fault. 固定的错误代码。 */
            code?: string;
            /** @description Requirement that was broken, such as SH-3. 违反的要求。 */
            clause?: string;
            message: components["schemas"]["Words"];
        };
        Flag: boolean;
        FrameEvidence: {
            id: components["schemas"]["RecordId"];
            protocol: components["schemas"]["Code"];
            wireAddress: components["schemas"]["WireAddress"];
            deviceId: components["schemas"]["RecordIdOrNull"];
            receivedAt: components["schemas"]["Time"];
            /** @description Address and port of the sender. 发送方地址。 */
            remote: string;
            hex: components["schemas"]["Hex"];
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        /** @description Bytes, two lower-case digits each. 十六进制字节。 */
        Hex: string;
        Imei: string;
        /** @description Why one item of a bulk request was refused. 单条被拒收的原因。 */
        ItemProblem: {
            code: string;
            title: string;
            titleZh: string;
            errors?: components["schemas"]["Finding"][];
        };
        Latitude: number;
        Longitude: number;
        Name: string;
        /** @description Where the next page begins; null on the last one. 下一页的游标,最后一页为 null。 */
        NextCursor: string | null;
        /**
         * 运维机构
         * @description 为单位运行和维护设备的机构。 The organisation that runs and maintains devices for units. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         * @example {
         *       "id": "op-01",
         *       "name": "晋江示例消防技术服务有限公司",
         *       "code": "91350100M000100Y43",
         *       "address": "福建省泉州市晋江市灵源街道 100 号",
         *       "contactName": "示例联系人",
         *       "contactPhone": "+86-595-85600000"
         *     }
         * @example {
         *       "id": "op-01",
         *       "name": "晋江示例消防技术服务有限公司",
         *       "code": "91350100M000100Y43",
         *       "address": "福建省泉州市晋江市灵源街道 100 号",
         *       "contactName": "示例联系人",
         *       "contactPhone": "+86-595-85600000",
         *       "version": 1,
         *       "updatedAt": "2026-01-02T11:04:05+08:00",
         *       "deleted": false,
         *       "creditCode": "91350100M000100Y43"
         *     }
         */
        Operator: {
            /**
             * ID
             * @description 运维机构的 id,在一个平台内唯一。 Id of the operator, unique within a platform.
             * @example op-01
             */
            id: components["schemas"]["RecordId"];
            /**
             * 名称
             * @description 运维机构名称。 Name of the operator.
             * @example 晋江示例消防技术服务有限公司
             */
            name: components["schemas"]["Name"];
            /**
             * 编码
             * @description 运维机构的编码,建议用统一社会信用代码。 Code of the operator; the unified social credit code is recommended.
             * @example 91350100M000100Y43
             */
            code: components["schemas"]["RecordId"];
            /**
             * 统一社会信用代码
             * @description 运维机构的统一社会信用代码(GB 32100-2015)。 Unified social credit code of the operator (GB 32100-2015).
             * @example 91350100M000100Y43
             */
            creditCode?: components["schemas"]["CreditCode"];
            /**
             * 地址
             * @description 运维机构的地址。 Address of the operator.
             * @example 福建省泉州市晋江市灵源街道 100 号
             */
            address: components["schemas"]["Address"];
            /**
             * 联系人姓名
             * @description 联系人姓名,属个人信息。 Name of the contact; personal data.
             * @example 示例联系人
             */
            contactName: components["schemas"]["PersonName"];
            /**
             * 联系人电话
             * @description 联系人电话,属个人信息。 Phone of the contact; personal data.
             * @example +86-595-85600000
             */
            contactPhone: components["schemas"]["Phone"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             * @example 1
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             * @example 2026-01-02T11:04:05+08:00
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             * @example false
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        OperatorPage: {
            items: components["schemas"]["Operator"][];
            next: components["schemas"]["NextCursor"];
            feedCursor: components["schemas"]["FeedCursor"];
        };
        OperatorUpload: {
            items: components["schemas"]["Operator"][];
        };
        PersonName: string;
        Phone: string;
        PlatformCode: string;
        /** @description RFC 9457 problem details. 错误详情。 */
        Problem: {
            /** @description URI of the kind of problem, or about:blank. 问题类型。 */
            type: string;
            /** @description What is wrong, in English. 英文标题。 */
            title: string;
            /** @description What is wrong, in Chinese. 中文标题。 */
            titleZh: string;
            /** @description The HTTP status. HTTP 状态码。 */
            status: number;
            /** @description What to do about it. 说明和处理办法。 */
            detail: string;
            /** @description Stable word for programs, such as not-found. 固定的错误代码。 */
            code: string;
            /** @description Finds the request in the hub's log. 请求编号。 */
            requestId: string;
            errors?: components["schemas"]["Finding"][];
        };
        Reading: {
            deviceId: components["schemas"]["RecordId"];
            componentId: components["schemas"]["RecordIdOrNull"];
            quantity: components["schemas"]["Code"];
            /** @description In `unit`; null when the quality says that there is none. 测量值;无值时为 null。 */
            value: number | null;
            /** @description UCUM unit. UCUM 单位。 */
            unit: string;
            quality: components["schemas"]["Code"];
            at: components["schemas"]["Time"];
            receivedAt: components["schemas"]["Time"];
        };
        ReadingAnswer: {
            results: components["schemas"]["ReadingResult"][];
        };
        ReadingItem: {
            deviceId: components["schemas"]["RecordId"];
            componentId?: components["schemas"]["RecordIdOrNull"];
            quantity: components["schemas"]["Code"];
            /** @description In the quantity's unit. 以该测量量的单位计。 */
            value: number;
            at: components["schemas"]["Time"];
        };
        ReadingPage: {
            items: components["schemas"]["Reading"][];
            next: components["schemas"]["NextCursor"];
        };
        ReadingResult: {
            /** @description Of the item; null when it has none that is text. 该条的设备 id。 */
            deviceId: string | null;
            /** @enum {string} */
            status: "created" | "unchanged" | "refused";
            problem?: components["schemas"]["ItemProblem"];
        };
        ReadingUpload: {
            items: components["schemas"]["ReadingItem"][];
        };
        RecordId: string;
        RecordIdOrNull: string | null;
        RegionCode: string;
        Session: {
            /** @description Name of the key. 密钥名称。 */
            name: string;
            platformCode: components["schemas"]["PlatformCode"];
            /** @constant */
            signedIn: true;
        };
        /** Format: date-time */
        Time: string;
        /**
         * Format: date-time
         * @description A time with offset, or null. 时间或 null。
         */
        TimeOrNull: string | null;
        Unclaimed: {
            protocol: components["schemas"]["Code"];
            wireAddress: components["schemas"]["WireAddress"];
            firstSeenAt: components["schemas"]["Time"];
            lastSeenAt: components["schemas"]["Time"];
            /** @description Frames so far. 已收报文数。 */
            frames: number;
            alarms: components["schemas"]["UnclaimedAlarm"][];
        };
        /** @description An alarm whose device is not registered yet. 设备尚未登记的告警。 */
        UnclaimedAlarm: {
            id: components["schemas"]["RecordId"];
            type: components["schemas"]["Code"];
            class?: components["schemas"]["Code"];
            severity?: components["schemas"]["Code"];
            description: components["schemas"]["Description"];
            occurredAt: components["schemas"]["Time"];
            receivedAt: components["schemas"]["Time"];
            componentKey?: components["schemas"]["WireAddress"];
            evidence?: components["schemas"]["RecordId"];
        };
        UnclaimedList: {
            items: components["schemas"]["Unclaimed"][];
        };
        Undecodable: {
            id: components["schemas"]["RecordId"];
            protocol: components["schemas"]["Code"];
            receivedAt: components["schemas"]["Time"];
            /** @description Address and port of the sender. 发送方地址。 */
            remote: string;
            hex: components["schemas"]["Hex"];
            error: components["schemas"]["DecodeFault"];
        };
        UndecodableList: {
            items: components["schemas"]["Undecodable"][];
        };
        /**
         * 单位
         * @description 使用设备的社会单位、站点或建筑物。 A site or building that uses the devices. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         * @example {
         *       "id": "unit-0001",
         *       "name": "晋江市灵水社区示例制衣厂",
         *       "operatorId": "op-01",
         *       "address": "福建省泉州市晋江市灵源街道灵水社区 1 号",
         *       "latitude": 24.718012,
         *       "longitude": 118.538871,
         *       "regionCode": "350582",
         *       "deviceCount": 2,
         *       "platformCode": "JJLY01"
         *     }
         * @example {
         *       "id": "unit-0001",
         *       "name": "晋江市灵水社区示例制衣厂",
         *       "operatorId": "op-01",
         *       "address": "福建省泉州市晋江市灵源街道灵水社区 1 号",
         *       "latitude": 24.718012,
         *       "longitude": 118.538871,
         *       "regionCode": "350582",
         *       "deviceCount": 2,
         *       "platformCode": "JJLY01",
         *       "placeType": "labourIntensive",
         *       "community": "灵水",
         *       "coordinateSystem": "CGCS2000",
         *       "contactName": "示例联系人",
         *       "contactPhone": "0595-85600000",
         *       "version": 1,
         *       "updatedAt": "2026-01-02T11:04:05+08:00",
         *       "deleted": false,
         *       "creditCode": "91350100M000100Y43",
         *       "heritageLevel": "none",
         *       "keyFireUnit": true,
         *       "residents": 120
         *     }
         */
        Unit: {
            /**
             * 主键
             * @description 单位的主键,在一个平台内唯一,不含义。 Key of the unit, unique within a platform; it means nothing.
             * @example unit-0001
             */
            id: components["schemas"]["RecordId"];
            /**
             * 名称
             * @description 单位名称。 Name of the unit.
             * @example 晋江市灵水社区示例制衣厂
             */
            name: components["schemas"]["Name"];
            /**
             * 统一社会信用代码
             * @description 单位的统一社会信用代码(GB 32100-2015)。 Unified social credit code of the unit (GB 32100-2015).
             * @example 91350100M000100Y43
             */
            creditCode?: components["schemas"]["CreditCode"];
            /**
             * 所属运维机构编码(id)
             * @description 负责此单位设备的运维机构的 id。 Id of the operator that maintains the unit's devices.
             * @example op-01
             */
            operatorId: components["schemas"]["RecordId"];
            /**
             * 详细地址
             * @description 单位的详细地址。 Full address of the unit.
             * @example 福建省泉州市晋江市灵源街道灵水社区 1 号
             */
            address: components["schemas"]["Address"];
            /**
             * 纬度
             * @description 单位的纬度,度,建议 6 位小数。 Latitude of the unit in degrees, 6 decimals recommended.
             * @example 24.718012
             */
            latitude: components["schemas"]["Latitude"];
            /**
             * 经度
             * @description 单位的经度,度,建议 6 位小数。 Longitude of the unit in degrees, 6 decimals recommended.
             * @example 118.538871
             */
            longitude: components["schemas"]["Longitude"];
            /**
             * 区域编码
             * @description 行政区划代码(县级 6 位,乡级 9 位,村级 12 位)。 Administrative division code: 6 digits for a county, 9 for a town, 12 for a village.
             * @example 350582
             */
            regionCode: components["schemas"]["RegionCode"];
            /**
             * 设备数
             * @description 单位内设备的数量;由平台计算。 Number of devices in the unit; derived by the platform.
             * @example 2
             */
            deviceCount: components["schemas"]["Count"];
            /**
             * 平台厂商 code
             * @description 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere.
             * @example JJLY01
             */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * 场所类型
             * @description 场所类型的代码。 Code of the kind of place.
             * @example labourIntensive
             * @example school
             */
            placeType?: components["schemas"]["Code"];
            /**
             * 文保级别
             * @description 文物保护单位的级别(RF-4)。 Level of protection of a heritage unit (RF-4).
             * @example city
             */
            heritageLevel?: components["schemas"]["Code"];
            /**
             * 消防安全重点单位
             * @description 是否为消防安全重点单位(RF-4)。 Whether it is a key fire-safety unit (RF-4).
             * @example true
             */
            keyFireUnit?: components["schemas"]["Flag"];
            /**
             * 居住人数
             * @description 出租房等场所的居住人数;与场所类型一起决定月报类别(RF-4)。 People who live there; with the place type it decides the category of the monthly form (RF-4).
             * @example 120
             */
            residents?: components["schemas"]["Count"];
            /**
             * 社区
             * @description 所在社区。 Community that it lies in.
             * @example 灵水
             */
            community?: components["schemas"]["Name"];
            /**
             * 坐标系
             * @description 经纬度所用的坐标系。 System that latitude and longitude are given in.
             * @example CGCS2000
             */
            coordinateSystem?: components["schemas"]["Code"];
            /**
             * 联系人姓名
             * @description 单位联系人姓名,属个人信息。 Name of the unit's contact; personal data.
             * @example 示例联系人
             */
            contactName?: components["schemas"]["PersonName"];
            /**
             * 联系人电话
             * @description 单位联系人电话,属个人信息。 Phone of the unit's contact; personal data.
             * @example 0595-85600000
             */
            contactPhone?: components["schemas"]["Phone"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             * @example 1
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             * @example 2026-01-02T11:04:05+08:00
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             * @example false
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        UnitOfMeasure: string;
        UnitPage: {
            items: components["schemas"]["Unit"][];
            next: components["schemas"]["NextCursor"];
            feedCursor: components["schemas"]["FeedCursor"];
        };
        UnitUpload: {
            items: components["schemas"]["Unit"][];
        };
        Value: number;
        Version: number;
        WireAddress: string;
        /** @description One text in both languages. 中英文文字。 */
        Words: {
            zh: string;
            en: string;
        };
    };
    responses: {
        /** @description The body is no JSON. 请求体不是 JSON。 */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "The body is not JSON",
                 *       "titleZh": "请求体不是 JSON",
                 *       "status": 400,
                 *       "detail": "Unexpected end of the text.",
                 *       "code": "bad-json",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No credential, or one that is not valid (any more). 没有凭证或凭证无效。 */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Sign in first",
                 *       "titleZh": "请先登录",
                 *       "status": 401,
                 *       "detail": "Send Authorization: Bearer with a valid key.",
                 *       "code": "unauthorized",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credential does not allow this. 凭证无此权限。 */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not allowed",
                 *       "titleZh": "无此权限",
                 *       "status": 403,
                 *       "detail": "This key may not do that.",
                 *       "code": "forbidden",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it belongs to someone else. 不存在。 */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not found",
                 *       "titleZh": "不存在",
                 *       "status": 404,
                 *       "detail": "There is no record with this id.",
                 *       "code": "not-found",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The cursor is too old or of a restored database: read again from the start. 游标已失效,请从头读取。 */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "The cursor is too old",
                 *       "titleZh": "游标已失效",
                 *       "status": 410,
                 *       "detail": "Read the lists again, then follow the new feedCursor.",
                 *       "code": "cursor-gone",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body or the number of items is over the limit. 请求体或条数超过上限。 */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too large",
                 *       "titleZh": "请求过大",
                 *       "status": 413,
                 *       "detail": "Send at most 500 items.",
                 *       "code": "too-large",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not application/json. 请求体不是 application/json。 */
        WrongMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Wrong media type",
                 *       "titleZh": "媒体类型不对",
                 *       "status": 415,
                 *       "detail": "Send Content-Type: application/json.",
                 *       "code": "wrong-media-type",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A parameter or the body breaks its schema. 参数或请求体不合格式。 */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Does not fit the schema",
                 *       "titleZh": "不符合格式",
                 *       "status": 422,
                 *       "detail": "1 finding.",
                 *       "code": "invalid",
                 *       "requestId": "req-1",
                 *       "errors": [
                 *         {
                 *           "path": "/items",
                 *           "message": {
                 *             "zh": "缺少 items。请补上。",
                 *             "en": "items is missing. Add it."
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. 请求过多。 */
        TooMany: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too many requests",
                 *       "titleZh": "请求过多",
                 *       "status": 429,
                 *       "detail": "Wait 5 seconds.",
                 *       "code": "too-many-requests",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other failure, such as 405 or 500. 其他错误。 */
        Failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Something failed",
                 *       "titleZh": "内部错误",
                 *       "status": 500,
                 *       "detail": "The request id is in the hub's log.",
                 *       "code": "internal",
                 *       "requestId": "req-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the record. 记录的 id。
         * @example dev-889
         */
        Id: components["schemas"]["RecordId"];
        /** @description Items in a page. 每页条数。 */
        Limit: number;
        /** @description The `next` of the page before; the other parameters stay the same. 上一页的 next,其他参数不变。 */
        Cursor: string;
        /**
         * @description Only records that changed at this time or later. 起始更新时间(含)。
         * @example 2026-01-01T00:00:00+08:00
         */
        UpdatedFrom: components["schemas"]["Time"];
        /**
         * @description Only records that changed before this time. 截止更新时间(不含)。
         * @example 2026-01-02T00:00:00+08:00
         */
        UpdatedTo: components["schemas"]["Time"];
        /**
         * @description Only readings at this time or later. 起始时间(含)。
         * @example 2026-01-01T00:00:00+08:00
         */
        From: components["schemas"]["Time"];
        /**
         * @description Only readings before this time. 截止时间(不含)。
         * @example 2026-01-02T00:00:00+08:00
         */
        To: components["schemas"]["Time"];
        /**
         * @description Whose readings. 哪台设备。
         * @example dev-889
         */
        ReadingDeviceId: components["schemas"]["RecordId"];
        /** @description Only those of this device. 只列出该设备的。 */
        DeviceIdFilter: components["schemas"]["RecordId"];
        /** @description Only those of this unit. 只列出该单位的。 */
        UnitIdFilter: components["schemas"]["RecordId"];
        /** @description Only devices with this presence, such as `offline`. 在线状态。 */
        PresenceFilter: components["schemas"]["Code"];
        /** @description Only devices with this status, such as `alarm`. 设备状态。 */
        StatusFilter: components["schemas"]["Code"];
        /** @description Only alarms that still stand or are over. 告警状态。 */
        StateFilter: "raised" | "cleared";
        /** @description Only alarms of this class, such as `warning`. 告警类别。 */
        ClassFilter: components["schemas"]["Code"];
        /** @description Only this quantity, such as `residualCurrent`. 测量量。 */
        QuantityFilter: components["schemas"]["Code"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description `<…>; rel=next` while there is a next page (RFC 8288). 有下一页时给出其地址。
         * @example </api/v1/devices?cursor=abc>; rel="next"
         */
        Link: string;
        /**
         * @description The record's version in quotes. 带引号的记录版本。
         * @example "3"
         */
        ETag: string;
        /**
         * @description Seconds to wait. 需等待的秒数。
         * @example 5
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is up. 正在运行。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI document with all schemas inside. 包含全部 schema 的 OpenAPI 文档。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.1",
                     *       "info": {
                     *         "title": "DianAn open API",
                     *         "version": "0.1.0"
                     *       },
                     *       "paths": {}
                     *     }
                     */
                    "application/json": {
                        openapi: string;
                        info: Record<string, never>;
                        paths: Record<string, never>;
                    };
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that loads nothing from other hosts. 不从其他主机加载内容的网页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>DianAn</title> */
                    "text/html": string;
                };
            };
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format 0.0.4. Prometheus 文本格式。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example dianan_frames_total 42 */
                    "text/plain": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credential is good. 凭证有效。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "console",
                     *       "platformCode": "JJLY01",
                     *       "signedIn": true
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credential"];
            };
        };
        responses: {
            /** @description Signed in. 已登录。 */
            204: {
                headers: {
                    /**
                     * @description The session. 会话。
                     * @example dianan_session=…; HttpOnly; SameSite=Strict; Path=/; Max-Age=43200
                     */
                    "Set-Cookie": string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over and its cookie removed. 会话已结束。 */
            204: {
                headers: {
                    /**
                     * @description Removes the cookie. 清除会话。
                     * @example dianan_session=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0
                     */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listOperators: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. 上一页的 next,其他参数不变。 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only records that changed at this time or later. 起始更新时间(含)。
                 * @example 2026-01-01T00:00:00+08:00
                 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /**
                 * @description Only records that changed before this time. 截止更新时间(不含)。
                 * @example 2026-01-02T00:00:00+08:00
                 */
                updatedTo?: components["parameters"]["UpdatedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. 一页。 */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "op-01",
                     *           "name": "晋江示例消防技术服务有限公司",
                     *           "code": "91350100M000100Y43",
                     *           "address": "福建省泉州市晋江市灵源街道 100 号",
                     *           "contactName": "示例联系人",
                     *           "contactPhone": "+86-595-85600000",
                     *           "version": 1,
                     *           "updatedAt": "2026-01-02T11:04:06+08:00",
                     *           "deleted": false
                     *         }
                     *       ],
                     *       "next": null,
                     *       "feedCursor": "eyJlIjoiYSIsInAiOls0Ml19"
                     *     }
                     */
                    "application/json": components["schemas"]["OperatorPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    putOperators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "id": "op-01",
                 *           "name": "晋江示例消防技术服务有限公司",
                 *           "code": "91350100M000100Y43",
                 *           "address": "福建省泉州市晋江市灵源街道 100 号",
                 *           "contactName": "示例联系人",
                 *           "contactPhone": "+86-595-85600000"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OperatorUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "op-01",
                     *           "status": "created",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "op-01",
                     *       "name": "晋江示例消防技术服务有限公司",
                     *       "code": "91350100M000100Y43",
                     *       "address": "福建省泉州市晋江市灵源街道 100 号",
                     *       "contactName": "示例联系人",
                     *       "contactPhone": "+86-595-85600000",
                     *       "version": 1,
                     *       "updatedAt": "2026-01-02T11:04:06+08:00",
                     *       "deleted": false
                     *     }
                     */
                    "application/json": components["schemas"]["Operator"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    deleteOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. 已删除。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. 上一页的 next,其他参数不变。 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only records that changed at this time or later. 起始更新时间(含)。
                 * @example 2026-01-01T00:00:00+08:00
                 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /**
                 * @description Only records that changed before this time. 截止更新时间(不含)。
                 * @example 2026-01-02T00:00:00+08:00
                 */
                updatedTo?: components["parameters"]["UpdatedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. 一页。 */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "unit-0001",
                     *           "name": "晋江市灵水社区示例制衣厂",
                     *           "operatorId": "op-01",
                     *           "address": "福建省泉州市晋江市灵源街道灵水社区 1 号",
                     *           "latitude": 24.718012,
                     *           "longitude": 118.538871,
                     *           "regionCode": "350582",
                     *           "deviceCount": 2,
                     *           "platformCode": "JJLY01",
                     *           "version": 1,
                     *           "updatedAt": "2026-01-02T11:04:06+08:00",
                     *           "deleted": false
                     *         }
                     *       ],
                     *       "next": null,
                     *       "feedCursor": "eyJlIjoiYSIsInAiOls0Ml19"
                     *     }
                     */
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    putUnits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "id": "unit-0001",
                 *           "name": "晋江市灵水社区示例制衣厂",
                 *           "operatorId": "op-01",
                 *           "address": "福建省泉州市晋江市灵源街道灵水社区 1 号",
                 *           "latitude": 24.718012,
                 *           "longitude": 118.538871,
                 *           "regionCode": "350582",
                 *           "deviceCount": 2,
                 *           "platformCode": "JJLY01"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UnitUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "unit-0001",
                     *           "status": "created",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "unit-0001",
                     *       "name": "晋江市灵水社区示例制衣厂",
                     *       "operatorId": "op-01",
                     *       "address": "福建省泉州市晋江市灵源街道灵水社区 1 号",
                     *       "latitude": 24.718012,
                     *       "longitude": 118.538871,
                     *       "regionCode": "350582",
                     *       "deviceCount": 2,
                     *       "platformCode": "JJLY01",
                     *       "version": 1,
                     *       "updatedAt": "2026-01-02T11:04:06+08:00",
                     *       "deleted": false
                     *     }
                     */
                    "application/json": components["schemas"]["Unit"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    deleteUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. 已删除。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. 上一页的 next,其他参数不变。 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only records that changed at this time or later. 起始更新时间(含)。
                 * @example 2026-01-01T00:00:00+08:00
                 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /**
                 * @description Only records that changed before this time. 截止更新时间(不含)。
                 * @example 2026-01-02T00:00:00+08:00
                 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only devices with this presence, such as `offline`. 在线状态。 */
                presence?: components["parameters"]["PresenceFilter"];
                /** @description Only devices with this status, such as `alarm`. 设备状态。 */
                status?: components["parameters"]["StatusFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. 一页。 */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "dev-889",
                     *           "name": "1 号车间配电箱",
                     *           "type": "electricalFireMonitor",
                     *           "address": "1 号车间一层东侧配电间",
                     *           "latitude": 24.718012,
                     *           "longitude": 118.538871,
                     *           "operatorId": "op-01",
                     *           "unitId": "unit-0001",
                     *           "platformCode": "JJLY01",
                     *           "installedOn": "2026-03-18",
                     *           "status": "normal",
                     *           "manufacturer": "示例电气",
                     *           "componentCount": 2,
                     *           "version": 1,
                     *           "updatedAt": "2026-01-02T11:04:06+08:00",
                     *           "deleted": false
                     *         }
                     *       ],
                     *       "next": null,
                     *       "feedCursor": "eyJlIjoiYSIsInAiOls0Ml19"
                     *     }
                     */
                    "application/json": components["schemas"]["DevicePage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    putDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "id": "dev-889",
                 *           "name": "1 号车间配电箱",
                 *           "type": "electricalFireMonitor",
                 *           "address": "1 号车间一层东侧配电间",
                 *           "latitude": 24.718012,
                 *           "longitude": 118.538871,
                 *           "operatorId": "op-01",
                 *           "unitId": "unit-0001",
                 *           "platformCode": "JJLY01",
                 *           "installedOn": "2026-03-18",
                 *           "status": "normal",
                 *           "manufacturer": "示例电气",
                 *           "componentCount": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DeviceUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "dev-889",
                     *           "status": "created",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dev-889",
                     *       "name": "1 号车间配电箱",
                     *       "type": "electricalFireMonitor",
                     *       "address": "1 号车间一层东侧配电间",
                     *       "latitude": 24.718012,
                     *       "longitude": 118.538871,
                     *       "operatorId": "op-01",
                     *       "unitId": "unit-0001",
                     *       "platformCode": "JJLY01",
                     *       "installedOn": "2026-03-18",
                     *       "status": "normal",
                     *       "manufacturer": "示例电气",
                     *       "componentCount": 2,
                     *       "version": 1,
                     *       "updatedAt": "2026-01-02T11:04:06+08:00",
                     *       "deleted": false
                     *     }
                     */
                    "application/json": components["schemas"]["Device"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    deleteDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. 已删除。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listComponents: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. 上一页的 next,其他参数不变。 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only records that changed at this time or later. 起始更新时间(含)。
                 * @example 2026-01-01T00:00:00+08:00
                 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /**
                 * @description Only records that changed before this time. 截止更新时间(不含)。
                 * @example 2026-01-02T00:00:00+08:00
                 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. 一页。 */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "dev-889:1-1-17-327682",
                     *           "name": "剩余电流探测器 5-2",
                     *           "address": "5 回路 2 号",
                     *           "deviceId": "dev-889",
                     *           "manufacturer": "示例电气",
                     *           "installedOn": "2026-03-18",
                     *           "status": "normal",
                     *           "type": "residualCurrentDetector",
                     *           "version": 1,
                     *           "updatedAt": "2026-01-02T11:04:06+08:00",
                     *           "deleted": false
                     *         }
                     *       ],
                     *       "next": null,
                     *       "feedCursor": "eyJlIjoiYSIsInAiOls0Ml19"
                     *     }
                     */
                    "application/json": components["schemas"]["ComponentPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    putComponents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "id": "dev-889:1-1-17-327682",
                 *           "name": "剩余电流探测器 5-2",
                 *           "address": "5 回路 2 号",
                 *           "deviceId": "dev-889",
                 *           "manufacturer": "示例电气",
                 *           "installedOn": "2026-03-18",
                 *           "status": "normal",
                 *           "type": "residualCurrentDetector"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ComponentUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "dev-889:1-1-17-327682",
                     *           "status": "created",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dev-889:1-1-17-327682",
                     *       "name": "剩余电流探测器 5-2",
                     *       "address": "5 回路 2 号",
                     *       "deviceId": "dev-889",
                     *       "manufacturer": "示例电气",
                     *       "installedOn": "2026-03-18",
                     *       "status": "normal",
                     *       "type": "residualCurrentDetector",
                     *       "version": 1,
                     *       "updatedAt": "2026-01-02T11:04:06+08:00",
                     *       "deleted": false
                     *     }
                     */
                    "application/json": components["schemas"]["Component"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    deleteComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. 已删除。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listAlarms: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. 上一页的 next,其他参数不变。 */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only records that changed at this time or later. 起始更新时间(含)。
                 * @example 2026-01-01T00:00:00+08:00
                 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /**
                 * @description Only records that changed before this time. 截止更新时间(不含)。
                 * @example 2026-01-02T00:00:00+08:00
                 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Only alarms that still stand or are over. 告警状态。 */
                state?: components["parameters"]["StateFilter"];
                /** @description Only alarms of this class, such as `warning`. 告警类别。 */
                class?: components["parameters"]["ClassFilter"];
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. 一页。 */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0197f3a2-7c1e-7000-8000-000000000001",
                     *           "deviceId": "dev-889",
                     *           "unitId": "unit-0001",
                     *           "occurredAt": "2026-01-02T11:04:05+08:00",
                     *           "description": "剩余电流报警:689 mA(设定值 500 mA)",
                     *           "type": "residualCurrentOver",
                     *           "platformCode": "JJLY01",
                     *           "version": 1,
                     *           "updatedAt": "2026-01-02T11:04:06+08:00",
                     *           "deleted": false
                     *         }
                     *       ],
                     *       "next": null,
                     *       "feedCursor": "eyJlIjoiYSIsInAiOls0Ml19"
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    putAlarms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "id": "0197f3a2-7c1e-7000-8000-000000000001",
                 *           "deviceId": "dev-889",
                 *           "unitId": "unit-0001",
                 *           "occurredAt": "2026-01-02T11:04:05+08:00",
                 *           "description": "剩余电流报警:689 mA(设定值 500 mA)",
                 *           "type": "residualCurrentOver",
                 *           "platformCode": "JJLY01"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["AlarmUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "0197f3a2-7c1e-7000-8000-000000000001",
                     *           "status": "created",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            /** @description At least one alarm came before its device and is parked; it takes effect when the device is known. 有告警早于其设备到达,已暂存。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "0197f3a2-7c1e-7000-8000-000000000001",
                     *           "status": "parked"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getAlarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0197f3a2-7c1e-7000-8000-000000000001",
                     *       "deviceId": "dev-889",
                     *       "unitId": "unit-0001",
                     *       "occurredAt": "2026-01-02T11:04:05+08:00",
                     *       "description": "剩余电流报警:689 mA(设定值 500 mA)",
                     *       "type": "residualCurrentOver",
                     *       "platformCode": "JJLY01",
                     *       "version": 1,
                     *       "updatedAt": "2026-01-02T11:04:06+08:00",
                     *       "deleted": false
                     *     }
                     */
                    "application/json": components["schemas"]["Alarm"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    deleteAlarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. 已删除。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listReadings: {
        parameters: {
            query: {
                /**
                 * @description Whose readings. 哪台设备。
                 * @example dev-889
                 */
                deviceId: components["parameters"]["ReadingDeviceId"];
                /**
                 * @description Only readings at this time or later. 起始时间(含)。
                 * @example 2026-01-01T00:00:00+08:00
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description Only readings before this time. 截止时间(不含)。
                 * @example 2026-01-02T00:00:00+08:00
                 */
                to?: components["parameters"]["To"];
                /** @description Only this quantity, such as `residualCurrent`. 测量量。 */
                quantity?: components["parameters"]["QuantityFilter"];
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. 上一页的 next,其他参数不变。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. 一页。 */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "deviceId": "dev-889",
                     *           "componentId": "dev-889:1-1-17-327682",
                     *           "quantity": "residualCurrent",
                     *           "value": 68.9,
                     *           "unit": "mA",
                     *           "quality": "good",
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "receivedAt": "2026-01-02T11:04:06+08:00"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["ReadingPage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    putReadings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "deviceId": "dev-889",
                 *           "quantity": "residualCurrent",
                 *           "value": 68.9,
                 *           "at": "2026-01-02T11:04:05+08:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReadingUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "deviceId": "dev-889",
                     *           "status": "created"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReadingAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listUnclaimed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, bounded. 全部,数量有上限。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "protocol": "gb26875",
                     *           "wireAddress": "890",
                     *           "firstSeenAt": "2026-01-02T11:04:05+08:00",
                     *           "lastSeenAt": "2026-01-02T11:09:05+08:00",
                     *           "frames": 6,
                     *           "alarms": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["UnclaimedList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listUndecodable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest ones, newest first. 最近的若干条,从新到旧。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0197f3a2-7c1e-7000-8000-0000000000bb",
                     *           "protocol": "gb26875",
                     *           "receivedAt": "2026-01-02T11:04:06+08:00",
                     *           "remote": "127.0.0.1:50123",
                     *           "hex": "40400100",
                     *           "error": {
                     *             "code": "bad-checksum",
                     *             "offset": 57,
                     *             "path": "checksum",
                     *             "clause": "GB/T 26875.3-2011 §6.6"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["UndecodableList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    getFrame: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record. 记录的 id。
                 * @example dev-889
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The frame. 报文。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0197f3a2-7c1e-7000-8000-0000000000aa",
                     *       "protocol": "gb26875",
                     *       "wireAddress": "889",
                     *       "deviceId": "dev-889",
                     *       "receivedAt": "2026-01-02T11:04:06+08:00",
                     *       "remote": "127.0.0.1:50123",
                     *       "hex": "404001000101"
                     *     }
                     */
                    "application/json": components["schemas"]["FrameEvidence"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    listDestinations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All destinations. 全部目的地。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "url": "https://city.example/api/v1",
                     *           "state": "retrying",
                     *           "pending": 12,
                     *           "dead": 1,
                     *           "refused": [
                     *             {
                     *               "kind": "unit",
                     *               "id": "u-0001",
                     *               "version": 3,
                     *               "since": "2026-01-02T10:58:00+08:00",
                     *               "error": "/creditCode: not a unified social credit code"
                     *             }
                     *           ],
                     *           "lastOkAt": "2026-01-02T11:04:06+08:00",
                     *           "lastError": "HTTP 503",
                     *           "nextAt": "2026-01-02T11:05:06+08:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DestinationList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description A `feedCursor` or event id. 起始游标。 */
                after?: string;
            };
            header?: {
                /** @description The `id` of the last event that was received; goes before `after`. 最后收到的事件 id,优先于 after。 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; the schema is that of one event's data. 事件流;schema 为单个事件的 data。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ChangeEvent"] | components["schemas"]["Beat"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["Gone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            default: components["responses"]["Failed"];
        };
    };
}
