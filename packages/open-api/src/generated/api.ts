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
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where tokens are issued (RFC 8414) */
        get: operations["getAuthorizationServer"];
        put?: never;
        post?: never;
        delete?: never;
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
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * An operator by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getOperator"];
        /**
         * Create or replace an operator
         * @description The whole record: a member that is left out is removed. `If-None-Match: *` creates, `If-Match` replaces. 整条记录:省略的成员将被删除。
         */
        put: operations["putOperator"];
        post?: never;
        /**
         * Delete an operator
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteOperator"];
        options?: never;
        head?: never;
        /**
         * Change some members of an operator
         * @description A JSON merge patch (RFC 7396): null removes a member. JSON 合并补丁,null 表示删除成员。
         */
        patch: operations["patchOperator"];
        trace?: never;
    };
    "/api/v1/operators/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Changes of an operator, newest first
         * @description As far back as the change feed is kept. 追溯范围与变更流的保留范围相同。
         */
        get: operations["listOperatorChanges"];
        put?: never;
        post?: never;
        delete?: never;
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
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * A unit by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getUnit"];
        /**
         * Create or replace a unit
         * @description The whole record: a member that is left out is removed. `If-None-Match: *` creates, `If-Match` replaces. 整条记录:省略的成员将被删除。
         */
        put: operations["putUnit"];
        post?: never;
        /**
         * Delete a unit
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteUnit"];
        options?: never;
        head?: never;
        /**
         * Change some members of a unit
         * @description A JSON merge patch (RFC 7396): null removes a member. JSON 合并补丁,null 表示删除成员。
         */
        patch: operations["patchUnit"];
        trace?: never;
    };
    "/api/v1/units/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Changes of a unit, newest first
         * @description As far back as the change feed is kept. 追溯范围与变更流的保留范围相同。
         */
        get: operations["listUnitChanges"];
        put?: never;
        post?: never;
        delete?: never;
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
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * A device by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getDevice"];
        /**
         * Create or replace a device
         * @description The whole record: a member that is left out is removed. `If-None-Match: *` creates, `If-Match` replaces. 整条记录:省略的成员将被删除。
         */
        put: operations["putDevice"];
        post?: never;
        /**
         * Delete a device
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteDevice"];
        options?: never;
        head?: never;
        /**
         * Change some members of a device
         * @description A JSON merge patch (RFC 7396): null removes a member. JSON 合并补丁,null 表示删除成员。
         */
        patch: operations["patchDevice"];
        trace?: never;
    };
    "/api/v1/devices/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Changes of a device, newest first
         * @description A move of the device shows as a change of address, latitude or longitude. It goes as far back as the change feed is kept. 设备移位表现为地址或经纬度的变更。追溯范围与变更流的保留范围相同。
         */
        get: operations["listDeviceChanges"];
        put?: never;
        post?: never;
        delete?: never;
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
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * A component by its id
         * @description A deleted record is not found. 已删除的记录视为不存在。
         */
        get: operations["getComponent"];
        /**
         * Create or replace a component
         * @description The whole record: a member that is left out is removed. `If-None-Match: *` creates, `If-Match` replaces. 整条记录:省略的成员将被删除。
         */
        put: operations["putComponent"];
        post?: never;
        /**
         * Delete a component
         * @description Leaves a tombstone, which the feed and the city receive. 留下删除标记,并通知变更流和市级平台。
         */
        delete: operations["deleteComponent"];
        options?: never;
        head?: never;
        /**
         * Change some members of a component
         * @description A JSON merge patch (RFC 7396): null removes a member. JSON 合并补丁,null 表示删除成员。
         */
        patch: operations["patchComponent"];
        trace?: never;
    };
    "/api/v1/components/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Changes of a component, newest first
         * @description As far back as the change feed is kept. 追溯范围与变更流的保留范围相同。
         */
        get: operations["listComponentChanges"];
        put?: never;
        post?: never;
        delete?: never;
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
         * @description Newest first (receivedAt, then id); with `occurredFrom` or `occurredTo` by occurredAt. 按接收时间从新到旧;给出发生时间范围时按发生时间。 Deleted records appear only when `updatedFrom` or `updatedTo` is given. 只有给出更新时间范围时才列出已删除的记录。
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
                /** @description Id of the record. 记录的 id。 */
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
    "/api/v1/vendors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of vendors */
        get: operations["listVendors"];
        put?: never;
        /** Create or replace vendors */
        post: operations["putVendors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a vendor by its id */
        get: operations["getVendor"];
        put?: never;
        post?: never;
        /**
         * Delete a vendor
         * @description Refused while device models refer to it. 仍被型号引用时拒绝。
         */
        delete: operations["deleteVendor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of device models */
        get: operations["listDeviceModels"];
        put?: never;
        /** Create or replace device models */
        post: operations["putDeviceModels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/device-models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a device model by its id */
        get: operations["getDeviceModel"];
        put?: never;
        post?: never;
        /**
         * Delete a device model
         * @description Refused while devices refer to it. 仍被设备引用时拒绝。
         */
        delete: operations["deleteDeviceModel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/installation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The installation file of a device */
        get: operations["getInstallation"];
        /**
         * Write the installation file of a device
         * @description A charging site in an evacuation walkway, stairwell or safety exit is refused (CP-1.4). The first time without If-Match. 充电点设在疏散走道、楼梯间、安全出口时拒绝;首次填写无需 If-Match。
         */
        put: operations["putInstallation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Can the unit be accepted?
         * @description Names whatever stands against it: every fault and every alarm that is open, each with its device. 逐条列出妨碍验收的故障与告警。
         */
        get: operations["getAcceptance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Records of the acceptance of a unit, newest first */
        get: operations["listAcceptances"];
        put?: never;
        /**
         * Accept a unit
         * @description The unit is checked once more. While anything blocking stands against it, it is refused and each of these is named; else the record is made, with the devices as they were. 再次检查;存在妨碍验收的事项时逐条列出并拒绝,否则形成验收记录。
         */
        post: operations["createAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/acceptances/{acceptanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the record. 验收记录 id。 */
                acceptanceId: components["schemas"]["RecordId"];
            };
            cookie?: never;
        };
        /** One record of acceptance with its devices */
        get: operations["getAcceptanceRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operators/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Documents that an operator keeps */
        get: operations["getOperatorDocuments"];
        /** Replace the list of documents that an operator keeps */
        put: operations["putOperatorDocuments"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of tenants */
        get: operations["listTenants"];
        put?: never;
        /**
         * Make a tenant
         * @description For the hub's own administrators. The code makes the tenant's first security administrator (`setUp`), within an hour. 仅限平台自身的管理员;一次性代码一小时内用于创建该租户的首个安全管理员。
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a tenant by its id */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename, suspend or bring back a tenant
         * @description Of another tenant than the hub's own, administrators see and change their own alone, and do not suspend it. While it is suspended its people and machines are refused; its alarms are still taken. 其他租户的管理员只能查看和修改本租户,不能停用;停用期间人员与机器均被拒绝,告警照收。
         */
        patch: operations["patchTenant"];
        trace?: never;
    };
    "/api/v1/tenants/{id}/setup-code": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another code for a tenant that nobody has set up */
        post: operations["issueTenantCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of the code lists */
        get: operations["listCodeLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-lists/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the list. 代码表名称。 */
                name: components["parameters"]["ListName"];
            };
            cookie?: never;
        };
        /** One code list with words in both languages */
        get: operations["getCodeList"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/v1/latest-readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Newest value of every quantity of a device or unit
         * @description One of `deviceId` and `unitId` is needed. By device, then component and quantity, 5000 at most. deviceId 与 unitId 至少给一个;最多 5000 条。
         */
        get: operations["listLatestReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reading-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readings downsampled to minimum, maximum, mean and last
         * @description The hub picks a step so that no series has more than `points` steps, and one answer no more than 50000 of all its series (100 at most: name a component or quantity for others). Steps are whole: the first may begin before `from`, the last end after `to`; from an hour on they begin as the hours and days of the hub's clock do. A gap stays a gap. 平台选择时段使点数不超过 points,且一次应答所有序列合计不超过 50000 点(最多 100 个序列)。时段取整,首尾可超出所给范围;1 小时及以上的时段按平台时区的整点、零点起算。缺口保持为缺口。
         */
        get: operations["listReadingSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge an alarm
         * @description Two officers at once: both succeed, the first is the acknowledger. 两人同时确认均成功,以先者为准。
         */
        post: operations["acknowledgeAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an acknowledgement back */
        post: operations["takeBackAcknowledgement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an alarm to a person */
        post: operations["assignAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/advise": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write rectification advice */
        post: operations["adviseAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/rectify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that it was rectified */
        post: operations["rectifyAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an alarm
         * @description Refused while the value is still over the set point, except as `false` or `test`, and without advice (EF-5.3). 测量值仍超限时只能按误报或测试关闭;缺少整改建议时拒绝。
         */
        post: operations["closeAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed alarm again */
        post: operations["reopenAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/shelve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an alarm out of sight for a while
         * @description It comes back as new when the time is over and it still stands. 到期未消除则重新出现。
         */
        post: operations["shelveAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/unshelve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a shelved alarm back */
        post: operations["unshelveAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/confirm-recovery": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that an alarm is gone
         * @description What an unverified device reported as recovered is cleared only so, or by a verified message. 未经核实的恢复须人工确认。
         */
        post: operations["confirmRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on an alarm */
        post: operations["commentAlarm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** History of an alarm, oldest first */
        get: operations["listAlarmEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Frames, readings and files behind an alarm */
        get: operations["getAlarmEvidence"];
        put?: never;
        /** Attach a file to an alarm */
        post: operations["addAlarmEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/assignees": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * People to whom an alarm can be given
         * @description Who may deal with alarms and sees this one, by role and account. Names are masked but one's own. 可处理并可见该告警的人员;姓名脱敏。
         */
        get: operations["listAlarmAssignees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Alarms grouped under this one
         * @description Newest first. Of an alarm that is grouped under one outside of what you may see, the first of yours stands in its place. 从新到旧。根告警不在可见范围内时,由可见的第一条代替。
         */
        get: operations["listAlarmMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarm-acknowledgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge several alarms
         * @description Each has its own result; there is no way to acknowledge what was not named. 逐条返回结果;只确认列出的告警。
         */
        post: operations["acknowledgeAlarms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarm-tallies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts of open alarms by class and community */
        get: operations["getAlarmTallies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that this console is watched
         * @description Every 30 seconds. Without a watcher for 60 seconds alarms go straight to the phone. 每 30 秒上报;60 秒无人值守时告警直接电话通知。
         */
        post: operations["reportWatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty/latency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report how fast alarms were shown */
        post: operations["reportLatency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shifts handed over, newest first */
        get: operations["listHandovers"];
        put?: never;
        /** Hand a shift over */
        post: operations["createHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duty/handovers/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a shift over
         * @description The one who takes over cannot be the one who gave it. 接班人不得与交班人为同一人。
         */
        post: operations["takeHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of presence, newest first */
        get: operations["listPresenceChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Presence by device and day
         * @description By device, then by day, of at most 366 days. A day of which nothing is known is left out. 按设备、再按日期排列,最多 366 天;无记录的日期不列出。
         */
        get: operations["listPresenceDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/presence-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices by presence now */
        get: operations["getPresenceCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charging-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Charging sessions, newest first */
        get: operations["listChargingSessions"];
        put?: never;
        /**
         * Upload charging sessions
         * @description For platforms whose piles do not speak to the hub. 供充电桩不直接接入的平台上传。
         */
        post: operations["putChargingSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charging-sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a charging session by its id */
        get: operations["getChargingSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charging-sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Charging sites with the state of their ports */
        get: operations["listChargingSites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charging-sites/{id}/ports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Ports of a charging site now
         * @description `id` is the unit's. id 为单位的 id。
         */
        get: operations["listChargingPorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charging-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Charging counts and abnormal power-offs by site or port and period */
        get: operations["listChargingStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a command to a device
         * @description Never to a device of trust level T0 unless the tenant allows it in writing (putCommandPolicy); reads, clock setting and duty checks are exempt. It is durable before it is sent; a device that is away gets it when it next speaks. One command of a device is under way at a time, in the order in which they were asked for; at most 20 may wait. 未经租户书面授权不向 T0 设备下发(读取、校时、查岗除外);先落盘后下发,离线设备下次联络时下发;每台设备同时只执行一条,按提交顺序。
         */
        post: operations["sendCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commands, newest first */
        get: operations["listCommands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a command by its id */
        get: operations["getCommand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve another person's command */
        post: operations["approveCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commands/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a command that was not sent */
        post: operations["cancelCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/command-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What commands the organisation allows */
        get: operations["getCommandPolicy"];
        /**
         * Change what commands the organisation allows
         * @description It holds at once, also for commands that wait. 立即生效,对等待下发的命令同样有效。
         */
        put: operations["putCommandPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Set point rules of the organisation
         * @description Its own rules, and what holds there with the level it comes from. 本级规则,以及生效规则与来源。
         */
        get: operations["listTenantThresholds"];
        /**
         * Replace the set point rules of the organisation
         * @description They are judged from the next reading on; a warning whose rule is gone is cleared. The first time without If-Match. Only for who may see the whole organisation. 仅限可见全机构者。自下一条测量值起生效;规则取消后其预警随之消除;首次填写无需 If-Match。
         */
        put: operations["putTenantThresholds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Set point rules of a unit
         * @description Its own rules, and what holds there with the level it comes from. 本级规则,以及生效规则与来源。
         */
        get: operations["listUnitThresholds"];
        /**
         * Replace the set point rules of a unit
         * @description They are judged from the next reading on; a warning whose rule is gone is cleared. The first time without If-Match. 自下一条测量值起生效;规则取消后其预警随之消除;首次填写无需 If-Match。
         */
        put: operations["putUnitThresholds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/thresholds": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Set point rules of a device
         * @description Its own rules, and what holds there with the level it comes from. 本级规则,以及生效规则与来源。
         */
        get: operations["listThresholds"];
        /**
         * Replace the set point rules of a device
         * @description They are judged from the next reading on; a warning whose rule is gone is cleared. The first time without If-Match. 自下一条测量值起生效;规则取消后其预警随之消除;首次填写无需 If-Match。
         */
        put: operations["putThresholds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/threshold-trial": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try set point rules on the stored readings of a device
         * @description Judges the history twice, by the rules that hold and by those tried, and changes nothing. The newest 20000 stored rows of at most 31 days. 分别以现行规则和拟用规则试算,不作任何改变;最长 31 天、最近 20000 行。
         */
        post: operations["tryThresholds"];
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
    "/api/v1/unclaimed-claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register an unknown address as a device; its kept alarms become the device's own */
        post: operations["claimDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unclaimed-dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop listing an unknown address; its alarms are kept
         * @description It is listed again when it raises another alarm. 若再次产生告警,将重新列出。
         */
        post: operations["dismissStranger"];
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
                /** @description Id of the record. 记录的 id。 */
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
    "/api/v1/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Frames, newest first
         * @description A page looks through a bounded part of all frames: it may be short, even empty, and have a next one all the same. What the hub sends is not kept, so `direction=down` is empty. 每页只检索一部分报文,可能为空但仍有下一页;平台下发的报文不保存。
         */
        get: operations["listFrames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/frames/{id}/decoded": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * A frame field by field
         * @description Of a received frame, or of refused bytes that listUndecodable names, as far as they can be read. 也可用于被拒收的报文,能解析多少就给出多少。
         */
        get: operations["getDecodedFrame"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Frames as they pass (server-sent events)
         * @description From now on, both ways. A sample: at most 50 frames a second are shown to one reader.
         *
         *     - `event: frame`, `data:` a TraceEvent.
         *     - `event: left-out`, `data:` a TraceGap: how many were not shown.
         *     - `event: beat`, every 5 seconds, `data:` a Beat: the hub's clock.
         *
         *     自连接时起的上下行报文;每秒最多显示 50 条,未显示的给出条数。
         */
        get: operations["streamTrace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Device profiles that the hub knows */
        get: operations["listProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A device profile as a whole */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uplink/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload frames of a device protocol
         * @description A repeat is confirmed again and changes nothing. 重发再次确认,不产生新记录。
         */
        post: operations["uplinkFrames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uplink/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload readings and conditions as JSON
         * @description For a device that is registered with the protocol `json`. An alarm type that is not in the list is kept as `unmapped`; a value that cannot be kept is listed for the integrator, and is no reason to refuse the rest. 适用于以协议 json 登记的设备;未知报警类型按 unmapped 保存,无法保存的测量值列入接入诊断,不影响其余内容。
         */
        post: operations["uplinkEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uplink/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Commands that wait for this device
         * @description One of this device and one of each that names it as its gateway, in the order in which they were asked for. The same comes again, with its id, until its result is reported or its time is over: a device does a command that it has done already no second time. 本设备及经其接入的设备各一条,按提交顺序;上报结果或过期之前,再次领取得到同一条(同一 id),设备不得重复执行。
         */
        get: operations["listDownlink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uplink/commands/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what became of a command
         * @description The same report again changes nothing. A device of a protocol of frames may send its answering frame instead. 重复上报不产生变化;有报文协议的设备也可直接上送应答报文。
         */
        post: operations["reportDownlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uplink/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trade a one-time enrolment secret for a device key */
        post: operations["enrolDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/way": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * How a device comes in, and what its ack means
         * @description Where a broker or another platform stands between, the device's ack means that this one has it, not that it is stored here. 经外部服务器或第三方平台接入时,设备收到的应答只表示对方已收到。
         */
        get: operations["getDeviceWay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time enrolment secret for a device */
        post: operations["createEnrolment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Keys and certificates of a device */
        get: operations["listDeviceCredentials"];
        put?: never;
        /** Issue a new device key; the old one works on until it is revoked */
        post: operations["rotateDeviceKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/credentials/{credentialId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the credential. 凭证 id。 */
                credentialId: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a device key, within 60 seconds also on open connections */
        delete: operations["revokeDeviceKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receivers of pushes of IoT platforms */
        get: operations["listReceivers"];
        put?: never;
        /** Set up a receiver for the pushes of one platform; its address is shown once */
        post: operations["createReceiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receivers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a receiver by its id */
        get: operations["getReceiver"];
        put?: never;
        post?: never;
        /** Remove a receiver; from the answer on its addresses take nothing */
        delete: operations["deleteReceiver"];
        options?: never;
        head?: never;
        /** Change a receiver */
        patch: operations["patchReceiver"];
        trace?: never;
    };
    "/api/v1/receivers/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a new push address; the one before it takes pushes for 24 hours more */
        post: operations["rotateReceiverAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receivers/{id}/pushes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * What a platform pushed and what became of it, newest first
         * @description Kept for 3 days; what could not be read, for 30 days. A page has 50 at most. 保留 3 天,未能解读的保留 30 天;每页最多 50 条。
         */
        get: operations["listPushes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receivers/{id}/pushes/{pushId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the push. 推送 id。 */
                pushId: components["parameters"]["PushId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a refused push once more, by what its receiver says now
         * @description For after its mapping, its payload or its devices were mended. What had been taken of it is told from what is new. 用于修正映射、载荷设置或设备登记之后;已入库部分不会重复。
         */
        post: operations["replayPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mapping-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mappings that the hub brings along
         * @description Each with its parameters and what is known of the platform that it is for; a receiver or a webhook names one by its `id`. 预设映射及其参数、来源与验证状态,可在接收器或推送订阅中按 id 引用。
         */
        get: operations["listMappingPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mapping-trials/pushes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mapping with a sample of a push; nothing is stored
         * @description The answer has what the expression makes of the sample, what of it would be taken, and what would be refused, with its place. 返回表达式结果、可入库内容以及被拒内容及位置。
         */
        post: operations["tryPushMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mapping-trials/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mapping with a sample of an event; nothing is sent
         * @description The answer has what the expression makes of the event, and the request that would be sent, without the headers of the webhook. 返回表达式结果和将要发送的请求。
         */
        post: operations["tryEventMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pushes/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret part of the address that was shown once. 推送地址的保密部分。 */
                address: components["parameters"]["PushAddress"];
            };
            cookie?: never;
        };
        /**
         * Answer the address check of OneNET
         * @description OneNET asks with `msg`, `nonce` and `signature` before it pushes; the answer is `msg`. A `+` of the signature may come as a space. OneNET 推送前的验证请求,应答为 msg。
         */
        get: operations["checkPushAddress"];
        put?: never;
        /**
         * Take a push of an IoT platform; it is answered once it is durable
         * @description The body is in the platform's own form: see docs/receivers.md. What is decoded of it shows under the receiver's pushes. A resend is told as one and stored once. 请求体为平台自身格式,解读结果见接收器的推送列表;重发只存一次。
         */
        post: operations["takePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tcec-partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Partners that speak T/CEC 102 */
        get: operations["listTcecPartners"];
        put?: never;
        /** Set up a partner that speaks T/CEC 102 */
        post: operations["createTcecPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tcec-partners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a partner by its id */
        get: operations["getTcecPartner"];
        put?: never;
        post?: never;
        /** Remove a partner with its tokens and what is queued for it; records that came from it stay */
        delete: operations["deleteTcecPartner"];
        options?: never;
        head?: never;
        /** Change a partner; new secrets end the tokens issued under the former ones */
        patch: operations["patchTcecPartner"];
        trace?: never;
    };
    "/api/v1/tcec-partners/{id}/pushes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * What waits for a partner, or was not taken by it, oldest first
         * @description What was not taken is kept for 30 days. 拒收内容保留 30 天。
         */
        get: operations["listTcecPushes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tcec-partners/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queue what a partner did not take again, the oldest 500 at most */
        post: operations["replayTcecPushes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tcec-partners/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold our orders that began in a time against the partner's (`check_charge_orders`)
         * @description At most 5,000 orders at a time. Nothing is changed: what is disputed can be pushed again. Members of the message but `CheckOrderSeq` are unconfirmed. 每次最多 5000 条,不修改数据。
         */
        post: operations["checkTcecOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tcec-partners/{id}/pull": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a partner for all of its stations and their states now; what became of it is `lastPull` */
        post: operations["pullTcecPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evcs/v1/{interface}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the interface, such as query_token. 接口名称。 */
                interface: components["parameters"]["TcecInterface"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The address at which partners call by T/CEC 102
         * @description The partner is found by `OperatorID`. Refusals are answers with a `Ret`, status 200, as the standard has it: see docs/tcec.md. What is pushed is answered once it is durable. 按 OperatorID 识别对接方;拒绝以 Ret 表示,HTTP 状态为 200;推送落盘后应答。
         */
        post: operations["callTcec"];
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
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes after a cursor, in commit order
         * @description The same log as the stream, for readers that cannot hold one. 与事件流同一日志,供无法保持长连接者使用。
         */
        get: operations["listChanges"];
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
        /** Set up a destination; everything that exists is owed to it */
        post: operations["createDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a destination by its id */
        get: operations["getDestination"];
        put?: never;
        post?: never;
        /** Stop sharing with a destination for good */
        delete: operations["deleteDestination"];
        options?: never;
        head?: never;
        /** Change a destination */
        patch: operations["patchDestination"];
        trace?: never;
    };
    "/api/v1/sharing/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause sharing; what is owed is kept */
        post: operations["pauseDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on sharing */
        post: operations["resumeDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try what is owed now, refused records too */
        post: operations["retryDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What is owed to a destination, as it would be sent, persons masked */
        get: operations["listOwedRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing/{id}/points": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Addresses under which a fire centre knows components, and what is open there; empty for another form */
        get: operations["listCentrePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing/{id}/duty-answers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a fire centre's duty check; resolves when the centre has confirmed */
        post: operations["answerDutyCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/senders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who shares with this hub, and how fresh what they share is
         * @description One for each organisation of this hub; those of another organisation see their own alone. Counts and times only: what one sender shares no other sees. 每个租户一条,其他租户只见自身;仅含数量与时间。
         */
        get: operations["listSenders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing-digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Digests of all records of a kind in the order of their ids, tombstones too, for comparing both sides */
        get: operations["listDigests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sharing-requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this hub demands of those who push to it, for machines */
        get: operations["getSharingRequirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comparisons, newest first */
        get: operations["listReconciliations"];
        put?: never;
        /** Compare both sides */
        post: operations["createReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A comparison and how far it is */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Every difference, named */
        get: operations["listDifferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations/{id}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolve differences */
        post: operations["resolveDifferences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of this API */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version. 版本。 */
                version: components["parameters"]["VersionNumber"];
            };
            cookie?: never;
        };
        /** Where the modules of a version are */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The credentials that this hub gave, without the token */
        get: operations["getCredentials"];
        /**
         * Rotate the credentials or change the version
         * @description The token with which this was asked works for 24 hours more, then only the new one. 原令牌 24 小时后失效。
         */
        put: operations["rotatePlatformCredentials"];
        /**
         * Register with token A: give token B, get token C
         * @description The hub reads the caller's /versions with token B before it answers. Token A works once and only here; it tells which platform registers, and what the administrator lets it do. 平台先用令牌 B 读取对方版本再应答;令牌 A 只能用于注册,且只能用一次。
         */
        post: operations["registerPlatform"];
        /**
         * Unregister
         * @description Its tokens end at once; to come back it needs a new invitation. 令牌立即失效,再次接入须重新邀请。
         */
        delete: operations["unregisterPlatform"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Platforms that this hub talks to, and whether they are up
         * @description A platform sees itself only. 平台只能看到自己。
         */
        get: operations["listParties"];
        put?: never;
        /**
         * Make token A for another platform
         * @description The token is shown once, works once and ends after seven days. An invitation that ended unused is replaced. 令牌只显示一次、只能用一次,七天内有效;过期未用的邀请可重新发出。
         */
        post: operations["inviteParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/party-connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect this hub to another platform with the token A that it has given
         * @description This hub reads the other side's /versions, gives it a token B and keeps the token C of its answer: the handshake from the side that was invited. It renews both tokens monthly from then on. 本平台读取对方版本、提交令牌 B、保存令牌 C;此后每月自动轮换。
         */
        post: operations["connectParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read a connected platform by its id
         * @description A platform sees itself only. 平台只能看到自己。
         */
        get: operations["getParty"];
        put?: never;
        post?: never;
        /** Remove a connected platform and its credentials */
        delete: operations["removeParty"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a connected platform
         * @description Its tokens are refused from now on (403), its streams end within seconds. 其令牌立即被拒绝,事件流数秒内断开。
         */
        post: operations["suspendParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended platform in again */
        post: operations["restoreParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the tokens of both sides now
         * @description Both former tokens go on for 24 hours, so that nothing under way is refused. 双方原令牌继续有效 24 小时,不影响进行中的推送。
         */
        post: operations["rotateParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties/{id}/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /** What is pushed to a platform and what is pulled from it */
        put: operations["putPartyExchange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Subscribe to events
         * @description The address is checked here and again at each dial. Events are those that the caller may read, as long as it may: the webhook has the rights of whoever made it, as they are at each delivery. It begins with a test event; the others wait until the address has answered it. 地址在登记和每次连接时均检查;推送范围不超过登记者当前的权限;先发送测试事件,应答后才推送其他事件。
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a webhook by its id */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Remove a webhook */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change, stop or go on with a webhook
         * @description It keeps the rights of whoever made it. Another address is tested before it gets events. Going on delivers what waited. 权限仍为登记者的权限;新地址先测试;恢复后补发积压事件。
         */
        patch: operations["patchWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new signing secret; both sign for 24 hours
         * @description A third secret ends the oldest at once. 第三个密钥使最早的立即失效。
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Deliveries, newest first */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the event. 事件 id。 */
                deliveryId: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver once more
         * @description With the same id: a receiver that took it knows it. 事件 id 不变。
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event now
         * @description One attempt, and its outcome; a webhook that was unverified or had stopped by itself goes on when it is answered. 只尝试一次并返回结果;应答成功后未验证或自动停用的订阅恢复推送。
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file, at most 16 MiB
         * @description Pictures (PNG, JPEG, GIF, WebP), PDF, CSV and XLSX only; the hub looks at the bytes, not at the name. Workbooks with macros are refused. 仅接收图片、PDF、CSV、XLSX,按内容识别,不接收含宏的工作簿。
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** What a file is */
        get: operations["getFile"];
        put?: never;
        post?: never;
        /** Delete a file that nothing refers to */
        delete: operations["deleteFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The bytes of a file */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["listImports"];
        put?: never;
        /**
         * Check a spreadsheet, row by row
         * @description Only checks. Look at the rows, then commit: all rows are stored, or none. A column decides its member, an empty cell too; members without a column stay as they are stored. At most 10,000 rows. 只检查;提交后全部写入或全部不写入。表中没有的列保持原值,最多 10000 行。
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** An import and how far it is */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /** Discard an import that was not committed */
        delete: operations["discardImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Report of every row */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Store all rows of a checked import */
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Kind of record. 记录类别。 */
                kind: components["parameters"]["RecordKind"];
            };
            cookie?: never;
        };
        /** An empty spreadsheet with headings in both languages */
        get: operations["getImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports, newest first */
        get: operations["listExports"];
        put?: never;
        /**
         * Export data as CSV, XLSX or Parquet
         * @description Whoever may read the list of the same name, as far as their data scope goes. Persons are masked unless `isUnmasked`: then a purpose is needed, each record with a person in it is told to the audit log, and there are at most 1,000 of them. At most 1,000,000 rows. Cells that a spreadsheet would run as a formula are made harmless. CSV and XLSX are for people, with codes in words; Parquet has the members' names, codes and times in UTC. 按数据范围导出,默认脱敏;不脱敏须说明用途并逐条审计,最多 1000 条;最多 1000000 行;单元格公式已中和。
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** An export and how far it is */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /** Cancel an export, or remove its file */
        delete: operations["cancelExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * The file of an export that is done
         * @description Only who asked for the export. A download that broke off goes on with Range. 仅限导出人;可断点续传。
         */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alarms by time, region, place type and alarm type
         * @description By when the hub received them; one dimension may be year, quarter (`2026-Q1`), month, week (`2026-W05`, from Monday), day or hour, in the hub's zone. A cell links to its alarms by the same filters. At most 31 days by hour, 366 by day, 1830 otherwise; more than 5000 cells are refused. 按平台接收时间统计;year、quarter、month、week(周一起)、day、hour 最多取一个,按平台时区。每格可用相同条件查到告警。按小时最多 31 天,按日最多 366 天,其余最多 1830 天;超过 5000 格则拒绝。
         */
        get: operations["getAlarmStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Availability of devices by time, region and place type
         * @description Dimensions and spans as of alarms, without type, class and severity. A device counts in the unit that it was in then, for the time of which its presence is known. 维度与时间范围同告警统计,不含 type、class、severity。设备计入当时所在的单位,只计在线状态已知的时间。
         */
        get: operations["getPresenceStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coverage by category against the target
         * @description Every category of form RF-4. A site is a unit of the category by its record; it is equipped when a device of the system is registered there. 附件 4 的全部类别;场所即按登记归入该类别的单位,登记了该系统设备的为已完成。
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/alarm-quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alarm load, floods, chattering and stale alarms
         * @description In the terms of ISA-18.2. Events count nowhere, repeats of an alarm that stands only as chattering and in the top sources. 术语按 ISA-18.2;事件不计,重复仅计入反复与高频告警源。
         */
        get: operations["getAlarmQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/latency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Time from received to shown, against 20 s and 5 s
         * @description Of alarms that this hub's devices raised, by when they were received; a leg of which nothing is known is left out. 本平台设备的告警,按接收时间;没有数据的环节不列出。
         */
        get: operations["getLatencyStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports, newest first */
        get: operations["listReports"];
        put?: never;
        /** Make a report */
        post: operations["createReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A report and how far it is */
        get: operations["getReport"];
        put?: never;
        post?: never;
        /** Delete a draft */
        delete: operations["deleteReport"];
        options?: never;
        head?: never;
        /** Edit the advice, make it final, record that it was sent */
        patch: operations["patchReport"];
        trace?: never;
    };
    "/api/v1/reports/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** The file of a report */
        get: operations["downloadReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that are made again and again */
        get: operations["listReportSchedules"];
        put?: never;
        /** Plan a report */
        post: operations["createReportSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report-schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop a planned report */
        delete: operations["deleteReportSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Targets per community */
        get: operations["getTargets"];
        /** Set the targets per community */
        put: operations["putTargets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notices, newest first
         * @description Each attempt with what the provider said of it: the record of delivery (通知送达记录). Persons and numbers are masked. 每次通知及其回执,号码与姓名脱敏。
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is told about which alarms
         * @description `gaps`: when within four weeks nobody is on call by a schedule. gaps 为四周内的值班空档。
         */
        get: operations["getNotificationPolicy"];
        /**
         * Change who is told
         * @description From the first policy on, every new alarm is told; one of class alarm that no rule names goes by the strict rule: phone, SMS and app at once. 首次设置后对新告警生效;没有规则命中的报警按“电话、短信、App 同时通知”处理。
         */
        put: operations["putNotificationPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-policy-trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who would be told now, or last night, and how?
         * @description As if nobody acknowledged; nothing is sent. 按无人确认推算,不发送。
         */
        post: operations["tryNotificationPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People who can be told */
        get: operations["listNotificationContacts"];
        put?: never;
        /**
         * Add somebody who can be told
         * @description Addresses are sealed at rest and come out masked. 地址加密存储,读取时脱敏。
         */
        post: operations["createNotificationContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a contact by its id */
        get: operations["getNotificationContact"];
        put?: never;
        post?: never;
        /** Remove a contact that the policy does not name */
        delete: operations["deleteNotificationContact"];
        options?: never;
        head?: never;
        /** Change a contact */
        patch: operations["patchNotificationContact"];
        trace?: never;
    };
    "/api/v1/notification-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ways by which notices go */
        get: operations["listNotificationChannels"];
        put?: never;
        /**
         * Set up a way by which notices go
         * @description What each kind takes: docs/notifications.md. Secrets go in and never come out; the address for call-backs is shown once. 各类渠道的设置项见 docs/notifications.md;密钥只进不出,回执地址只显示一次。
         */
        post: operations["createNotificationChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a channel by its id */
        get: operations["getNotificationChannel"];
        put?: never;
        post?: never;
        /** Remove a channel that the policy does not name */
        delete: operations["deleteNotificationChannel"];
        options?: never;
        head?: never;
        /**
         * Change a channel
         * @description `secrets`, when given, takes the place of all of them. 提供 secrets 时整体替换。
         */
        patch: operations["patchNotificationChannel"];
        trace?: never;
    };
    "/api/v1/notification-channels/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a new address for call-backs; the one before ends */
        post: operations["rotateNotificationAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a real test message to a contact
         * @description One attempt, and what the provider said. Try calls at night too: carriers block by the hour. 只尝试一次;语音应在夜间也试拨。
         */
        post: operations["testNotificationChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-receipts/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret part of the address that was shown once. 回执地址的保密部分。 */
                address: components["parameters"]["ReceiptAddress"];
            };
            cookie?: never;
        };
        /**
         * Answer the address check of WeCom
         * @description The query is signed and encrypted with the channel's token and key. 请求参数由渠道的 token 与密钥签名、加密。
         */
        get: operations["checkNotificationAddress"];
        put?: never;
        /**
         * Take a receipt of a provider
         * @description The body is in the provider's own form. A receipt says how far a message came and never clears an alarm; a key or button acknowledges, of a message that the hub sent. 请求体为服务商自身格式;回执不会消除告警,按键或按钮仅对本平台发出的通知生效。
         */
        post: operations["takeNotificationReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acknowledgements/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the link in a notice; works once. 通知链接中的一次性令牌。 */
                token: components["parameters"]["LinkToken"];
            };
            cookie?: never;
        };
        /** The page of a link in a notice; reading it does nothing */
        get: operations["getAcknowledgementPage"];
        put?: never;
        /** Acknowledge by the link of a notice, once */
        post: operations["acknowledgeByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alarms/{id}/notify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call or message somebody about an alarm now */
        post: operations["notifyAboutAlarm"];
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
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the hub still wait for its first administrator? */
        get: operations["getSetup"];
        put?: never;
        /**
         * Make the first administrator by a one-time code
         * @description It becomes the security administrator, who invites everybody else. 产生安全管理员,由其邀请其他人员。
         */
        post: operations["createFirstAdministrator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password: first step
         * @description Same answer and time for an account that does not exist. 账号不存在时应答与耗时相同。
         */
        post: operations["signInWithPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Second step with a time-based code */
        post: operations["signInWithTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a passkey challenge; the browser offers the passkeys that it has */
        post: operations["startPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey: possession and the check of the person are both factors */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/recovery-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Second step with a recovery code */
        post: operations["signInWithRecoveryCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove the second factor again before a sensitive act */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation or a reset: set a password */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change an expired password while signing in */
        post: operations["changeExpiredPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp-enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set up the second factor at the first sign-in */
        post: operations["startFirstTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/totp-enrolment/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the second factor with its first code: signed in */
        post: operations["confirmFirstTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own account and what it may do */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one's own name or language */
        patch: operations["patchAccount"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own password; other sessions end */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up time-based codes */
        post: operations["startTotp"];
        /** Remove time-based codes */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish to set up time-based codes; the recovery codes are new */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own passkeys */
        get: operations["listPasskeys"];
        put?: never;
        /** Add a passkey */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to add a passkey */
        post: operations["startPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own sessions */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        /** End all of one's sessions but this one */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's sessions */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People's accounts */
        get: operations["listUsers"];
        put?: never;
        /**
         * Make an account, and a one-time code by which its owner sets a password
         * @description The table of roles says who may grant which. Until all three administrators exist, any of them may invite one that is missing. 由角色表决定可授予的角色;三员未齐时,任一管理员可邀请所缺的管理员。
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read an account by its id */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct an account */
        patch: operations["patchUser"];
        trace?: never;
    };
    "/api/v1/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable an account: sessions and codes end in one act */
        post: operations["disableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a disabled account in again */
        post: operations["enableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reset password and factors: a new one-time code */
        post: operations["resetUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set the role of an account and where it holds; its sessions end
         * @description One person has one role, so the three administrators are three people; nobody changes their own. 一人一角色,三员分立;不得修改自己的授权。
         */
        put: operations["putGrant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Sessions of an account */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** End all sessions of an account */
        delete: operations["endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles and the operations that each allows */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/security-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules for passwords and sessions */
        get: operations["getSecurityPolicy"];
        /**
         * Change the rules for passwords and sessions
         * @description All of them; they hold at once, also for sessions that are open. Whoever would lock themselves out with adminAddresses is refused. 整体更新,立即生效;会使自己无法访问的管理地址将被拒绝。
         */
        put: operations["putSecurityPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/displays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wall displays */
        get: operations["listDisplays"];
        put?: never;
        /**
         * Allow a wall display: read-only, no personal fields
         * @description The code is typed once at the display (`signIn`), within 24 hours; the browser stays signed in until the display is revoked. 登录码 24 小时内在大屏上输入一次,之后一直有效,直至撤销。
         */
        post: operations["createDisplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/displays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a wall display */
        delete: operations["removeDisplay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get an access token (client credentials) */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an access token back (RFC 7009) */
        post: operations["revokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, without their secrets */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key; its secret is shown once */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; the old one works for 24 hours more */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key within 60 seconds */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Machine clients */
        get: operations["listClients"];
        put?: never;
        /** Make a machine client */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** Read a machine client by its id */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /** Delete a machine client, its secrets and tokens */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        /** Change, disable or enable a machine client */
        patch: operations["patchClient"];
        trace?: never;
    };
    "/api/v1/clients/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a second secret, for rotation
         * @description At most two are live: the oldest goes when there would be three. 最多两个有效,第三个产生时最旧的失效。
         */
        post: operations["addClientSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clients/{id}/secrets/{secretId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the secret. 密钥 id。 */
                secretId: components["parameters"]["SecretId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a secret */
        delete: operations["revokeClientSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the audit log, newest first */
        get: operations["searchAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed points of the chain */
        get: operations["listAuditCheckpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verify a range of the chain */
        post: operations["verifyAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-verifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /** A verification and how far it is */
        get: operations["getAuditVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export entries and checkpoints for verifying offline
         * @description JSON lines, of whole stretches between checkpoints; `dianan audit verify` checks them without the hub. JSON Lines 格式,可用命令行离线校验。
         */
        post: operations["exportAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/security-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Security alerts, newest first */
        get: operations["listSecurityAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/security-alerts/{id}/handle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record how a security alert was dealt with */
        post: operations["handleSecurityAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/personal-data/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read personal data in full, for a stated purpose */
        post: operations["revealPersonalData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/personal-data/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every personal field: purpose, basis, recipients, retention */
        get: operations["getPersonalDataRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/personal-data/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a person from all records in one act */
        post: operations["erasePersonalData"];
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
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of nodes, links, certificates, backups and alerts */
        get: operations["getSystemStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every limit, what it is and how often it refused */
        get: operations["listLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change limits without a restart */
        patch: operations["patchLimits"];
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long data are kept, and how much there is */
        get: operations["getRetention"];
        /** Change how long data are kept, never below a year */
        put: operations["putRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backups with the last proof that each can be restored */
        get: operations["listBackups"];
        put?: never;
        /** Back up now */
        post: operations["createBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups/{id}/drills": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove that a backup can be restored, beside the running hub */
        post: operations["drillBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disk used, growth, and when it will be full */
        get: operations["getStorage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map-source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where map tiles come from */
        get: operations["getMapSource"];
        /** Set where map tiles come from */
        put: operations["putMapSource"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map-tiles/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Zoom. 级别。 */
                z: components["parameters"]["TileZ"];
                /** @description Column. 列号。 */
                x: components["parameters"]["TileX"];
                /** @description Row. 行号。 */
                y: components["parameters"]["TileY"];
            };
            cookie?: never;
        };
        /** A map tile through the hub */
        get: operations["getMapTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An event that the hub pushes
         * @description Signed as Standard Webhooks 1.0.0 says; the body is a CloudEvents 1.0 event in structured mode. Any 2xx accepts it, 410 ends the subscription. 按 Standard Webhooks 签名;任意 2xx 表示接收,410 表示取消订阅。
         */
        post: operations["receiveEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Whether a unit can be accepted. 单位是否具备验收条件。 */
        Acceptance: {
            /** @description Key of the unit. 单位主键。 */
            unitId: components["schemas"]["RecordId"];
            /** @description Nothing stands against it: none of the findings is blocking. 无妨碍验收的事项。 */
            isReady: boolean;
            /** @description Devices with a fault now. 存在故障的设备数。 */
            deviceFaults: components["schemas"]["Count"];
            /** @description Alarms without rectification. 未整改的告警数。 */
            openAlarms: components["schemas"]["Count"];
            /** @description The unit has an operator (EF-5.10). 已落实运维机构。 */
            hasOperator: boolean;
            /** @description What was found, what is blocking first; at most 1,000 of them. 检查发现,妨碍验收的在前,最多 1000 条。 */
            findings: components["schemas"]["AcceptanceFinding"][];
            /** @description When it was looked at. 检查时间。 */
            checkedAt: components["schemas"]["Time"];
        };
        /** @description An acceptance. 验收。 */
        AcceptanceDraft: {
            /** @description What was looked at, and who was there. 验收情况与参加人员。 */
            notes: string;
        };
        /** @description Something that is not as it should be. 一条检查发现。 */
        AcceptanceFinding: {
            /**
             * @description What it is. 类别。
             * @enum {string}
             */
            reason: "noDevices" | "deviceFault" | "deviceOffline" | "componentFault" | "openFault" | "openAlarm" | "forbiddenPlace" | "noOperator" | "noInstallationFile" | "wiringNotChecked" | "noProtection" | "noInstaller" | "unqualifiedInstaller" | "noModel" | "noCertificate" | "shortWarranty";
            /** @description The unit is not accepted until it is gone. 消除前不得验收。 */
            isBlocking: boolean;
            /** @description The requirement that asks for it. 依据条款。 */
            requirement: string;
            /** @description The device. 设备。 */
            deviceId: components["schemas"]["RecordIdOrNull"];
            /** @description The component. 部件。 */
            componentId: components["schemas"]["RecordIdOrNull"];
            /** @description The alarm. 告警。 */
            alarmId: components["schemas"]["RecordIdOrNull"];
            /** @description In words. 英文说明。 */
            en: string;
            /** @description 中文说明。 */
            zh: string;
        };
        /** @description An acceptance as it was found. 验收记录。 */
        AcceptanceRecord: components["schemas"]["AcceptanceSummary"] & {
            /** @description The unit's devices as they were. 验收时的设备。 */
            devices: components["schemas"]["AcceptedDevice"][];
            /** @description What did not stand against it, at most 1,000. 不妨碍验收的检查发现,最多 1000 条。 */
            advice: components["schemas"]["AcceptanceFinding"][];
        };
        /** @description A page of them. 一页。 */
        AcceptanceRecordPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["AcceptanceSummary"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description An acceptance without its devices. 验收记录概要。 */
        AcceptanceSummary: {
            /** @description Id of the record. 验收记录 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Key of the unit. 单位主键。 */
            unitId: components["schemas"]["RecordId"];
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Who did it. 操作者。 */
            by: components["schemas"]["Actor"];
            /** @description In words. 说明。 */
            notes: string;
            /** @description Devices that were accepted. 验收的设备数。 */
            deviceCount: components["schemas"]["Count"];
            /** @description What was not as it should be, without standing against it. 建议改进的事项数。 */
            adviceCount: components["schemas"]["Count"];
        };
        /** @description A device that was accepted. 验收的设备。 */
        AcceptedDevice: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Its name. 名称。 */
            name: string;
            /** @description Its type. 类型。 */
            type: string;
            /** @description Its registered model. 型号。 */
            modelId: components["schemas"]["RecordIdOrNull"];
        };
        /** @description One's own account. 本人账号。 */
        Account: {
            /** @description Id of the account. 账号 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to sign in with. 登录名。 */
            account: string;
            /** @description Name to show. 姓名。 */
            name: string;
            /** @description The role and where it holds. 角色与范围。 */
            grant: components["schemas"]["Grant"];
            /** @description Operations that the role allows; the page shows no others. 可用的操作。 */
            operations: string[];
            /** @description Second factors that are set up. 已设置的第二因素。 */
            factors: ("totp" | "passkey")[];
            /** @description When the password must be changed; null for never. 密码到期时间。 */
            passwordExpiresAt: components["schemas"]["TimeOrNull"];
            /** @description Unused recovery codes. 剩余恢复码。 */
            recoveryCodesLeft: number;
            /**
             * @description Language of mails and notices. 语言。
             * @enum {string}
             */
            language: "zh" | "en";
            /** @description Sensitive acts are allowed until then. 敏感操作授权至。 */
            stepUpUntil: components["schemas"]["TimeOrNull"];
        };
        /** @description What to change of one's own. 修改个人设置。 */
        AccountPatch: {
            /** @description Name to show. 姓名。 */
            name?: components["schemas"]["PersonName"];
            /**
             * @description Language. 语言。
             * @enum {string}
             */
            language?: "zh" | "en";
            /** @description Single-key shortcuts of the console (WCAG 2.1.4). 控制台单键快捷键。 */
            areKeysOn?: boolean;
        };
        /** @description What became of each alarm, in order. 逐条结果。 */
        AcknowledgementAnswer: {
            /** @description What became of each item, in their order. 逐条结果,顺序与请求相同。 */
            results: components["schemas"]["AcknowledgementResult"][];
        };
        /** @description What became of one alarm. 单条结果。 */
        AcknowledgementResult: {
            /** @description The alarm. 告警 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description What became of it. 处理结果。
             * @enum {string}
             */
            status: "acknowledged" | "already" | "refused";
            /** @description Why it was refused. 拒收原因。 */
            problem?: components["schemas"]["ItemProblem"];
        };
        /** @description Who did something. 操作者。 */
        Actor: {
            /**
             * @description A person, another platform's key, a device, or the hub itself. 人员、对接平台、设备或平台自身。
             * @enum {string}
             */
            kind: "person" | "machine" | "device" | "system";
            /** @description Id of the account, key or device; null for the hub itself. 账号、密钥或设备的 id。 */
            id: components["schemas"]["RecordIdOrNull"];
            /** @description Name to show; personal names are masked where the reader may not see them. 显示名,无权限时脱敏。 */
            name: string;
        };
        Address: string;
        /**
         * 告警
         * @description 一次报警、预警、故障、离线或事件。告警可以早于它的设备到达:先暂存,不丢弃。 One alarm, warning, fault, offline or event. It may arrive before its device: it is parked, never lost. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         */
        Alarm: {
            /**
             * 报警编号 id
             * @description 报警编号,重发时不变。 Number of the alarm, the same when it is sent again.
             */
            id: components["schemas"]["RecordId"];
            /**
             * 设备 id
             * @description 发出告警的设备的 id。 Id of the device that it comes from.
             */
            deviceId: components["schemas"]["RecordId"];
            /**
             * 单位主键
             * @description 设备所在单位的主键。 Key of the unit that the device is installed in.
             */
            unitId: components["schemas"]["RecordId"];
            /**
             * 发生时间
             * @description 告警发生的时间。 When it happened.
             */
            occurredAt: components["schemas"]["Time"];
            /**
             * 报警信息描述
             * @description 给人看的描述。 What it says to people.
             */
            description: components["schemas"]["Description"];
            /**
             * 报警类型
             * @description 报警类型的代码。 Code of what the alarm is about.
             */
            type: components["schemas"]["Code"];
            /**
             * 平台厂商 code
             * @description 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere.
             */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * 设备部件 id
             * @description 发出告警的部件的 id;整个设备的告警为 null 或不写。 Id of the component; null or left out when the alarm is about the whole device.
             */
            componentId?: components["schemas"]["RecordIdOrNull"];
            /**
             * 告警类别
             * @description 告警类别的代码。 Code of the class.
             */
            class?: components["schemas"]["Code"];
            /**
             * 告警等级
             * @description 告警等级的代码。 Code of how urgent it is.
             */
            severity?: components["schemas"]["Code"];
            /**
             * 告警状态
             * @description raised 为未消除,cleared 为已消除。 `raised` while it stands, `cleared` when it is over.
             */
            state?: components["schemas"]["Code"];
            /**
             * 消除时间
             * @description 告警消除的时间。 When it was cleared.
             */
            clearedAt?: components["schemas"]["Time"];
            /**
             * 接收时间
             * @description 平台首次收到的时间。 When the platform first received it.
             */
            receivedAt?: components["schemas"]["Time"];
            /**
             * 测量值
             * @description 告警时的测量值,单位见 unit。 Measured value at the alarm, in `unit`.
             */
            value?: components["schemas"]["Value"];
            /**
             * 测量单位
             * @description value 和 threshold 的单位,UCUM 写法。 Unit of value and threshold, as UCUM writes it.
             */
            unit?: components["schemas"]["UnitOfMeasure"];
            /**
             * 设定值
             * @description 报警设定值,单位见 unit。 Set point, in `unit`.
             */
            threshold?: components["schemas"]["Value"];
            /**
             * 重复次数
             * @description 未消除时再次发生的次数。 How often it came again while it stood.
             */
            repeats?: components["schemas"]["Count"];
            /**
             * 最近发生时间
             * @description 最近一次发生的时间。 When it last came again.
             */
            lastOccurredAt?: components["schemas"]["Time"];
            /**
             * 恢复时间
             * @description 设备报告恢复的时间;未经核实,不等于消除。 When the device reported it gone; unverified, so not the same as cleared.
             */
            recoveredAt?: components["schemas"]["Time"];
            /**
             * 原始报文
             * @description 原始报文的 id。 Id of the frame that it came from.
             */
            evidence?: components["schemas"]["RecordId"];
            /**
             * 未核实
             * @description 为 true 时来自信任级别低于租户要求的连接,须人工核实。 True: it came by a connection that the tenant trusts too little; a person is to verify it.
             */
            unverified?: components["schemas"]["Flag"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        /** @description An acknowledgement. 确认。 */
        AlarmAcknowledgement: {
            /** @description In words. 说明。 */
            note?: string;
            /**
             * @description Where from. 途径。
             * @enum {string}
             */
            via?: "web" | "phone" | "sms" | "voice" | "api";
        };
        /** @description Rectification advice. 整改建议。 */
        AlarmAdvice: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Who did it. 操作者。 */
            by: components["schemas"]["Actor"];
            /** @description The advice in words. 建议内容。 */
            text: string;
        };
        /** @description Advice to write. 整改建议。 */
        AlarmAdviceDraft: {
            /** @description The advice. 建议内容。 */
            text: string;
            /** @description Another due time. 另定期限。 */
            dueAt?: components["schemas"]["Time"];
        };
        /** @description Who shall have it. 派单。 */
        AlarmAssignment: {
            /** @description Account of a person. 处理人账号。 */
            assigneeId: components["schemas"]["RecordId"];
            /** @description In words. 说明。 */
            note?: string;
        };
        /** @description A closure. 关闭情况。 */
        AlarmClosure: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Who did it. 操作者。 */
            by: components["schemas"]["Actor"];
            /**
             * @description Why it is closed. 关闭原因。
             * @enum {string}
             */
            reason: "resolved" | "false" | "test" | "duplicate";
            /** @description In words. 说明。 */
            text: string;
        };
        /** @description A closure. 关闭。 */
        AlarmClosureDraft: {
            /**
             * @description Why. 关闭原因。
             * @enum {string}
             */
            reason: "resolved" | "false" | "test" | "duplicate";
            /** @description In words. 说明。 */
            text: string;
        };
        /** @description One line of an alarm's history. 告警经过的一条。 */
        AlarmEntry: {
            /** @description Id of the entry. 条目 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description What happened. 事项。
             * @enum {string}
             */
            kind: "raised" | "repeated" | "recovered" | "cleared" | "acknowledged" | "takenBack" | "assigned" | "advised" | "rectified" | "closed" | "reopened" | "shelved" | "unshelved" | "commented" | "evidenceAdded" | "notified" | "shown" | "escalated" | "grouped" | "ungrouped";
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Who did it. 操作者。 */
            by: components["schemas"]["Actor"];
            /** @description Where from: web, phone, sms, voice, api, device. 途径。 */
            via: string | null;
            /** @description In words. 说明。 */
            text: string | null;
            /** @description Attached files. 附件。 */
            files: components["schemas"]["RecordId"][];
            /** @description Of `assigned`. Whose it is now. 派单对象的账号。 */
            assigneeId?: components["schemas"]["RecordId"];
            /**
             * @description Of `closed`. Why. 关闭原因。
             * @enum {string}
             */
            reason?: "resolved" | "false" | "test" | "duplicate";
            /** @description Of `shelved`. Until when; of `advised` and `reopened` the due time. 搁置截止时间或整改期限。 */
            until?: components["schemas"]["Time"];
        };
        /** @description A page of them. 一页。 */
        AlarmEntryPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["AlarmEntry"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What an alarm rests on. 告警的证据。 */
        AlarmEvidence: {
            /** @description The frames. 报文。 */
            frames: components["schemas"]["FrameEvidence"][];
            /** @description Readings around it. 前后的测量值。 */
            readings: components["schemas"]["Reading"][];
            /** @description Files. 文件。 */
            files: components["schemas"]["FileInfo"][];
        };
        /** @description Alarms of one cell. 一个单元格的告警数。 */
        AlarmFigure: {
            /** @description One member for each dimension that was asked for. 各维度的取值。 */
            key: {
                [key: string]: string | null;
            };
            /** @description Alarms raised. 发生数。 */
            raised: components["schemas"]["Count"];
            /** @description Of them acknowledged as of now. 其中已确认(以当前状态计)。 */
            acknowledged: components["schemas"]["Count"];
            /** @description Of them rectified as of now. 其中已整改(以当前状态计)。 */
            rectified: components["schemas"]["Count"];
            /** @description Of them closed as of now. 其中已关闭(以当前状态计)。 */
            closed: components["schemas"]["Count"];
            /** @description Of them overdue now. 其中当前逾期。 */
            overdue: components["schemas"]["Count"];
            /** @description Closed as false. 误报数。 */
            false: components["schemas"]["Count"];
            /** @description Mean time to acknowledge, seconds. 平均确认用时,秒。 */
            meanAcknowledgeSeconds: number | null;
            /** @description Mean time to rectify, hours. 平均整改用时,小时。 */
            meanRectifyHours: number | null;
        };
        /** @description A table of counts. 统计表。 */
        AlarmFigures: {
            /** @description The dimensions, in order. 维度。 */
            dimensions: ("year" | "quarter" | "month" | "week" | "day" | "hour" | "regionCode" | "community" | "placeType" | "type" | "class" | "severity" | "unitId" | "operatorId" | "vendorId" | "deviceType")[];
            /** @description The items. 条目。 */
            items: components["schemas"]["AlarmFigure"][];
            /** @description All together. 合计。 */
            total: components["schemas"]["AlarmFigure"];
            /** @description Total of the span of the same length before, when it was asked for. 上期合计。 */
            previous?: components["schemas"]["AlarmFigure"];
        };
        /**
         * 告警处理情况
         * @description How far people have dealt with an alarm. 告警的处理情况。
         */
        AlarmHandling: {
            /**
             * @description Stage of the life. 处理阶段。
             * @enum {string}
             */
            stage: "unacknowledged" | "acknowledged" | "rectified" | "closed";
            /** @description When it was acknowledged. 确认时间。 */
            acknowledgedAt?: components["schemas"]["Time"];
            /** @description Who acknowledged it first. 首先确认者。 */
            acknowledgedBy?: components["schemas"]["Actor"];
            /**
             * @description Where from. 确认途径。
             * @enum {string}
             */
            acknowledgedVia?: "web" | "phone" | "sms" | "voice" | "api";
            /** @description When it must be dealt with: 1 week for electrical fire (EF-5.3), 3 days for charging (CP-4.2), settable. 整改期限。 */
            dueAt?: components["schemas"]["Time"];
            /** @description The due time is over and it is not rectified. 是否逾期。 */
            isOverdue?: boolean;
            /** @description Who has it. 处理人。 */
            assignee?: components["schemas"]["Actor"];
            /** @description Written rectification advice (EF-5.3). 书面整改建议。 */
            advice?: components["schemas"]["AlarmAdvice"];
            /** @description What was done. 整改情况。 */
            rectification?: components["schemas"]["AlarmRectification"];
            /** @description How it was closed. 关闭情况。 */
            closure?: components["schemas"]["AlarmClosure"];
            /** @description Out of sight until then. 搁置至。 */
            shelvedUntil?: components["schemas"]["Time"];
            /** @description Why. 搁置原因。 */
            shelvedReason?: string;
            /** @description The alarm that this one is grouped under; null for a root. 所归并的根告警。 */
            rootId?: components["schemas"]["RecordIdOrNull"];
            /** @description Alarms grouped under this one. 归并的告警数。 */
            memberCount?: components["schemas"]["Count"];
            /** @description It has come again three times and more, each within five minutes of the one before: while it does, it stays with who has acknowledged it. 反复抖动:连续三次及以上、每次相隔不超过 5 分钟的再次发生;期间不重新变为未确认。 */
            isChattering?: boolean;
            /** @description Comments on it. 备注数。 */
            commentCount?: components["schemas"]["Count"];
        };
        AlarmPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["AlarmView"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
            /** @description Where the change feed stood before this page was read. 读取此页之前变更流的位置。 */
            feedCursor: components["schemas"]["FeedCursor"];
        };
        /** @description How well the alarm system serves people. 告警质量。 */
        AlarmQuality: {
            /** @description From this time on. 起始时间(含)。 */
            from: components["schemas"]["Time"];
            /** @description As asked, but no later than now. 不晚于当前时间。 */
            to: components["schemas"]["Time"];
            /** @description Alarms received. 收到的告警数。 */
            alarms: components["schemas"]["Count"];
            /** @description Accounts of duty officers that are active; without any the load is that of one. 在用值班员账号数;没有时按一人计。 */
            officers: components["schemas"]["Count"];
            /** @description Mean alarms per officer in 10 minutes. 每人每 10 分钟平均告警数。 */
            perOfficerTenMinutes: number;
            /** @description Times with more than 10 alarms in 10 minutes; each lasts until there are fewer than 5. 告警泛滥次数:10 分钟内超过 10 条起,至少于 5 条止。 */
            floods: components["schemas"]["Count"];
            /** @description Sources that raised one type 3 times in a minute. 反复告警源数。 */
            chattering: components["schemas"]["Count"];
            /** @description Not cleared at the end, whenever they came. 截止时未消除,不论何时发生。 */
            standing: components["schemas"]["Count"];
            /** @description Of them received more than 24 hours before. 其中超过 24 小时未消除。 */
            staleOver24h: components["schemas"]["Count"];
            /** @description Most frequent sources. 高频来源。 */
            topSources: components["schemas"]["AlarmSource"][];
            /** @description Share of the class alarm. 报警类占比。 */
            topClassShare: number;
        };
        /** @description A rectification. 整改情况。 */
        AlarmRectification: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Who did it. 操作者。 */
            by: components["schemas"]["Actor"];
            /** @description What was done. 整改内容。 */
            text: string;
            /** @description When it was done. 完成时间。 */
            rectifiedAt: components["schemas"]["Time"];
            /** @description Photos and documents. 照片和文件。 */
            files: components["schemas"]["RecordId"][];
        };
        /** @description A rectification to record. 整改情况。 */
        AlarmRectificationDraft: {
            /** @description What was done. 整改内容。 */
            text: string;
            /** @description When it was done. 完成时间。 */
            rectifiedAt: components["schemas"]["Time"];
            /** @description Photos and documents. 照片和文件。 */
            files?: components["schemas"]["RecordId"][];
        };
        /** @description How long to put it out of sight. 搁置。 */
        AlarmShelving: {
            /** @description Minutes, at most 24 hours. 搁置分钟数,最多 24 小时。 */
            minutes: number;
            /** @description Why. 原因。 */
            reason: string;
        };
        /** @description A frequent source. 高频告警源。 */
        AlarmSource: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Alarm type. 告警类型。 */
            type: components["schemas"]["Code"];
            /** @description How often it came, repeats counted. 次数,含重复。 */
            count: components["schemas"]["Count"];
        };
        /** @description Counts of open alarms. 未关闭告警计数。 */
        AlarmTallies: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Since when the oldest one waits. 最早未确认时间。 */
            oldestUnacknowledgedAt: components["schemas"]["TimeOrNull"];
            /** @description By class. 按类别。 */
            classes: components["schemas"]["AlarmTally"][];
            /** @description The same by community, for the overview. 按社区的计数。 */
            areas: components["schemas"]["AreaTally"][];
        };
        /** @description Counts of one class. 一个类别的计数。 */
        AlarmTally: {
            /** @description Class of the alarms. 类别。 */
            class: components["schemas"]["Code"];
            /** @description Not acknowledged. 未确认。 */
            unacknowledged: components["schemas"]["Count"];
            /** @description Acknowledged and open. 已确认未关闭。 */
            acknowledged: components["schemas"]["Count"];
            /** @description Shelved. 已搁置。 */
            shelved: components["schemas"]["Count"];
            /** @description Overdue. 逾期。 */
            overdue: components["schemas"]["Count"];
        };
        AlarmUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Alarm"][];
        };
        /** @description An alarm with what people did about it. 告警及其处理情况。 */
        AlarmView: components["schemas"]["Alarm"] & {
            handling?: components["schemas"]["AlarmHandling"];
        };
        /** @description Where a module is. 模块地址。 */
        ApiEndpoint: {
            /** @description Module: units, operators, devices, components, alarms, readings, events, credentials. 模块。 */
            module: components["schemas"]["Code"];
            /**
             * @description Serves it, or takes it. 提供方或接收方。
             * @enum {string}
             */
            role: "sender" | "receiver";
            /** @description Its address. 地址。 */
            url: components["schemas"]["WebAddress"];
        };
        /** @description An API key, without its secret. API 密钥(不含内容)。 */
        ApiKey: {
            /** @description Id of the key. 密钥 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description First characters of the secret. 密钥前几位。 */
            hint: string;
            /** @description What it may do. 权限范围。 */
            scopes: string[];
            /** @description The role. 角色。 */
            role: components["schemas"]["RoleName"];
            /** @description Where it holds; null for the whole tenant. 数据范围。 */
            within: components["schemas"]["Bounds"] | null;
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description Who asked for it. 创建者。 */
            createdBy: components["schemas"]["Actor"];
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
            /** @description When it was last used; null for never. 最近使用时间。 */
            lastUsedAt: components["schemas"]["TimeOrNull"];
        };
        /** @description A key to make. 新密钥。 */
        ApiKeyDraft: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description What it may do. 权限范围。 */
            scopes: string[];
            /** @description At most one year ahead. 有效期,最长一年。 */
            expiresAt: components["schemas"]["Time"];
            /** @description Role that its scopes narrow; `platform` when left out. 角色,默认 platform。 */
            role?: components["schemas"]["RoleName"];
            /** @description Where it holds. 数据范围。 */
            within?: components["schemas"]["Bounds"];
        };
        /** @description A page of them. 一页。 */
        ApiKeyPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ApiKey"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description The key and its secret, shown once. 密钥及其内容,只显示一次。 */
        ApiKeyWithSecret: {
            /** @description The key. 密钥。 */
            key: components["schemas"]["ApiKey"];
            /** @description The key itself. 密钥内容。 */
            secret: string;
        };
        /** @description A version of this API. 接口版本。 */
        ApiVersion: {
            /** @description The version. 版本。 */
            version: string;
            /** @description Its details. 详情地址。 */
            url: components["schemas"]["WebAddress"];
            /** @description No longer served after that (SEC-API-16). 停用时间。 */
            sunsetAt?: components["schemas"]["Time"];
        };
        /** @description A version in detail. 版本详情。 */
        ApiVersionDetails: {
            /** @description The version. 版本。 */
            version: string;
            /** @description Where the modules are. 各模块地址。 */
            endpoints: components["schemas"]["ApiEndpoint"][];
        };
        /** @description Versions, oldest first. 版本列表。 */
        ApiVersions: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ApiVersion"][];
        };
        /** @description Counts of one community. 一个社区的计数。 */
        AreaTally: {
            /** @description Community. 社区。 */
            community: string;
            /** @description Not acknowledged. 未确认。 */
            unacknowledged: components["schemas"]["Count"];
            /** @description Open in all. 未关闭合计。 */
            open: components["schemas"]["Count"];
            /** @description Worst class that is open; null when none is. 最严重类别。 */
            worstClass: string | null;
        };
        /** @description Somebody to whom an alarm can be given. 可派单的人员。 */
        Assignee: {
            /** @description Id of the account. 账号 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to sign in with. 登录名。 */
            account: string;
            /** @description Name to show, masked. 姓名,脱敏。 */
            name: string;
            /** @description The role. 角色。 */
            role: string;
        };
        /** @description Those who may have it, by account. 可派单的人员,按登录名排序。 */
        AssigneeList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Assignee"][];
        };
        /** @description A signed point of the chain (SEC-AUD-04). 签名检查点。 */
        AuditCheckpoint: {
            /** @description Up to which entry. 至第几条。 */
            sequence: components["schemas"]["Count"];
            /** @description Keyed hash of that entry, hex. 该条的哈希。 */
            hash: string;
            /** @description Plain digest of the chain up to it, hex: verified without the hub's key. 至该条的链摘要,可离线校验。 */
            digest: string;
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description With which key. 签名密钥。 */
            keyId: components["schemas"]["RecordId"];
            /** @description Base64 of the Ed25519 signature. 签名。 */
            signature: string;
        };
        /** @description A page of them. 一页。 */
        AuditCheckpointPage: {
            /** @description With which key the hub signs now. 当前签名密钥。 */
            keyId: components["schemas"]["RecordId"];
            /** @description Base64 of its 32 public bytes (Ed25519), for verifying offline. 公钥,供离线校验。 */
            publicKey: string;
            /** @description The items. 条目。 */
            items: components["schemas"]["AuditCheckpoint"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /**
         * 审计记录
         * @description One act and its place in the chain (SEC-AUD-02, -04). 一次操作及其在链中的位置。
         */
        AuditEntry: {
            /** @description 1, 2, 3 … without gaps. 连续序号。 */
            sequence: number;
            /** @description Id of the entry. 记录 id。 */
            id: components["schemas"]["RecordId"];
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description `account:…`, `client:…`, `key:…`, `hub` or `nobody`. 操作者。 */
            actor: string;
            /** @description Role that allowed it; empty when there is none. 角色。 */
            role: string;
            /** @description Address of the peer; empty for the hub itself. 来源地址。 */
            source: string;
            /** @description What was done. 操作。 */
            act: string;
            /** @description What it was done to; empty when it is the hub. 对象。 */
            object: string;
            /**
             * @description How it ended. 结果。
             * @enum {string}
             */
            result: "done" | "denied" | "failed";
            /** @description Why it was denied or failed, or the reason that was given; may be empty. 原因。 */
            reason: string;
            /** @description Of which request. 请求编号。 */
            requestId: string;
            /** @description Keyed hash of the entry before it and of every member, hex. 链上哈希。 */
            hash: string;
        };
        /** @description A page of them. 一页。 */
        AuditEntryPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["AuditEntry"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What to export. 导出范围。 */
        AuditExportDraft: {
            /** @description From this time on. 起始时间(含)。 */
            from: components["schemas"]["Time"];
            /** @description Before this time. 截止时间(不含)。 */
            to: components["schemas"]["Time"];
        };
        /** @description Whether the chain holds. 校验结果。 */
        AuditVerification: {
            /** @description Id of the verification. 校验 id。 */
            id: components["schemas"]["RecordId"];
            /** @description First entry. 起始序号。 */
            fromSequence: components["schemas"]["Count"];
            /** @description Last entry. 截止序号。 */
            toSequence: components["schemas"]["Count"];
            /** @description How far it is. 进度。 */
            progress: components["schemas"]["JobProgress"];
            /**
             * @description Null while it runs. 结论,进行中为 null。
             * @enum {unknown}
             */
            verdict: "intact" | "broken" | null;
            /** @description First entry that is wrong; null when none is. 首个异常序号。 */
            firstBad: number | null;
            /**
             * @description What is wrong with it; null when nothing is. 异常原因。
             * @enum {unknown}
             */
            why: "hash" | "gap" | "order" | null;
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description Who asked for it. 创建者。 */
            createdBy: components["schemas"]["Actor"];
        };
        /** @description What to verify. 校验范围。 */
        AuditVerificationDraft: {
            /** @description First entry. 起始序号。 */
            fromSequence: number;
            /** @description Last entry. 截止序号。 */
            toSequence: number;
        };
        /** @description Metadata of RFC 8414. RFC 8414 元数据。 */
        AuthorizationServer: {
            /** @description Who issues the tokens. 签发者。 */
            issuer: components["schemas"]["WebAddress"];
            /** @description Where to ask for one. 令牌地址。 */
            token_endpoint: components["schemas"]["WebAddress"];
            /** @description Where to give one back. 撤销地址。 */
            revocation_endpoint: components["schemas"]["WebAddress"];
            /** @description None: nobody is sent here by a browser. 无,不支持浏览器授权。 */
            response_types_supported: string[];
            /** @description Only client credentials. 仅支持客户端凭证。 */
            grant_types_supported: string[];
            /** @description How the client proves itself. 客户端认证方式。 */
            token_endpoint_auth_methods_supported: string[];
            /** @description How it proves itself to give one back. 撤销时的认证方式。 */
            revocation_endpoint_auth_methods_supported: string[];
            /** @description Scopes of this document. 权限范围。 */
            scopes_supported: string[];
            /** @description For people. 供人阅读的文档。 */
            service_documentation: components["schemas"]["WebAddress"];
        };
        /** @description A backup. 备份。 */
        Backup: {
            /** @description Id of the backup. 备份 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description `restoredGood`: a restore of it was proven. 状态。
             * @enum {string}
             */
            state: "running" | "good" | "failed" | "restoredGood" | "restoredBad";
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description When it ended; null before. 结束时间。 */
            endedAt: components["schemas"]["TimeOrNull"];
            /** @description Size. 字节数。 */
            bytes: components["schemas"]["Count"];
            /** @description An increment: the backup without which it cannot be restored; null: it is whole. 增量备份所依赖的完整备份。 */
            baseId: components["schemas"]["RecordIdOrNull"];
            /** @description Where it lies, without secrets. 存放位置。 */
            place: string;
            /** @description Encrypted. 是否加密。 */
            isEncrypted: boolean;
            /** @description Up to which change. 截至的变更位置。 */
            feedCursor: components["schemas"]["FeedCursor"];
            /** @description When a restore of it was proven. 恢复验证时间。 */
            restoredAt: components["schemas"]["TimeOrNull"];
            /** @description What is wrong. 异常说明。 */
            error: string | null;
        };
        /** @description A page of them. 一页。 */
        BackupPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Backup"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description The hub's clock, every 5 seconds. 心跳。 */
        Beat: {
            /** @description The hub's clock. 平台时间。 */
            now: components["schemas"]["Time"];
        };
        /** @description Part of a tenant. A list that is left out sets no bound; several bound together. 数据范围,多项同时限定。 */
        Bounds: {
            /** @description Only these units. 限定单位。 */
            units?: components["schemas"]["RecordId"][];
            /** @description Only what these operators maintain. 限定运维机构。 */
            operators?: components["schemas"]["RecordId"][];
            /** @description Only in these regions and those below. 限定区域,含下级。 */
            regions?: components["schemas"]["RegionCode"][];
            /** @description Only these place types (PL-4). 限定场所类型。 */
            placeTypes?: components["schemas"]["Code"][];
        };
        BulkAnswer: {
            /** @description What became of each item, in their order. 逐条结果,顺序与请求相同。 */
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
            /**
             * @description Taken as `unchanged`, and changed nothing: the same sender had sent a higher `version` of it before (CS-ORDER-02), and this one says no later `updatedAt`. 同一发送方已送过较高版本,且本条 `updatedAt` 不更晚:按 `unchanged` 接收,不作更改。
             * @constant
             */
            superseded?: true;
            /** @description Why it was refused. 拒收原因。 */
            problem?: components["schemas"]["ItemProblem"];
        };
        /** @description The connection to a fire centre. 与消防监控中心的连接。 */
        CentreLink: {
            /** @description Whether the connection stands. 是否已连接。 */
            isUp: boolean;
            /** @description When the centre last confirmed or asked something since the hub started. 本次启动后最近一次收到确认或命令的时间。 */
            heardAt: components["schemas"]["TimeOrNull"];
            /** @description The centre has checked whether somebody is on duty (查岗); the answer is due by then. Null: it has not, or it was answered. 查岗应答截止时间;无待应答的查岗时为 null。 */
            dutyCheckUntil: components["schemas"]["TimeOrNull"];
        };
        /** @description A component, or a device as a whole, as a fire centre knows it. 部件(或整台设备)在监控中心的点位。 */
        CentrePoint: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Null: the device as a whole. 为 null 时指整台设备。 */
            componentId: components["schemas"]["RecordIdOrNull"];
            /** @description Key of the unit. 单位主键。 */
            unitId: components["schemas"]["RecordId"];
            /** @description Description (部件说明) before it is cut to 31 bytes. 部件说明,上报时截为 31 字节。 */
            name: string;
            /** @description System type (系统类型). 系统类型。 */
            systemType: number;
            /** @description System address (系统地址). 系统地址。 */
            systemAddress: number;
            /** @description Component type (部件类型). 部件类型。 */
            componentType: number;
            /** @description Component address (部件地址). 部件地址。 */
            componentAddress: number;
            /** @description Types of the alarms that are open there. 未恢复的告警类型。 */
            openAlarms: components["schemas"]["Code"][];
            /** @description Time of that state, as the centre is told it. 状态发生时间。 */
            changedAt: components["schemas"]["Time"];
        };
        /** @description A page of them. 一页。 */
        CentrePointPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["CentrePoint"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description A certificate of a model. 型号的证书。 */
        Certificate: {
            /** @description Number of the certificate. 证书编号。 */
            number: string;
            /** @description Standard with its edition, the year behind a dash. 标准及版本,须带年号。 */
            standard: string;
            /** @description Last day of validity. 有效期至。 */
            validUntil: components["schemas"]["Date"];
            /** @description The scanned document. 扫描件。 */
            fileId?: components["schemas"]["RecordId"];
        };
        /** @description A certificate in use (SEC-TLS-05). 证书状态。 */
        CertificateStatus: {
            /** @description Whose. 主体。 */
            subject: string;
            /** @description Until when it is valid. 有效期至。 */
            validUntil: components["schemas"]["Time"];
            /** @description Days left. 剩余天数。 */
            daysLeft: number;
        };
        /** @description One change of a record. 一次变更。 */
        ChangeEvent: {
            /**
             * @description Its kind. 类别。
             * @enum {string}
             */
            kind: "operator" | "unit" | "device" | "component" | "alarm";
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: number;
            /** @description The record after the change; `deleted` is true for a tombstone. 变更后的记录。 */
            record: components["schemas"]["Operator"] | components["schemas"]["Unit"] | components["schemas"]["Device"] | components["schemas"]["Component"] | components["schemas"]["AlarmView"];
        };
        /** @description Changes in commit order. 按提交顺序的变更。 */
        ChangePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ChangeEvent"][];
            /** @description Ask for the changes after it next. 下一次的起点。 */
            feedCursor: components["schemas"]["FeedCursor"];
            /** @description There are more right now. 还有更多。 */
            isMore: boolean;
        };
        /** @description Charging of one site or port in one period. 一个站点或充电口一个时段的充电统计。 */
        ChargingFigure: {
            /** @description Key of the unit. 单位主键。 */
            unitId: components["schemas"]["RecordId"];
            /** @description Null for the site as a whole. 整站为 null。 */
            componentId: components["schemas"]["RecordIdOrNull"];
            /** @description From this time on. 起始时间(含)。 */
            from: components["schemas"]["Time"];
            /** @description Sessions begun (CP-3.2). 充电次数。 */
            sessions: components["schemas"]["Count"];
            /** @description Abnormal power-offs (CP-3.2). 异常断电次数。 */
            abnormalEnds: components["schemas"]["Count"];
            /** @description Energy, kWh. 电量,kWh。 */
            energyKwh: number;
            /** @description Minutes of charging. 充电分钟数。 */
            minutes: components["schemas"]["Count"];
            /** @description Count by reason. 按原因计数。 */
            ends: components["schemas"]["EndCount"][];
        };
        /** @description A page of them. 一页。 */
        ChargingFigurePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ChargingFigure"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description A charging port now. 充电口当前状态。 */
        ChargingPort: {
            /** @description The port. 充电口。 */
            componentId: components["schemas"]["RecordId"];
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Number in the site's own numbering. 站点编号。 */
            number: string;
            /** @description A slug of the code list `statuses`. 状态。 */
            status: components["schemas"]["Code"];
            /** @description Since when. 起始时间。 */
            since: components["schemas"]["TimeOrNull"];
            /** @description The session under way. 当前会话。 */
            sessionId: components["schemas"]["RecordIdOrNull"];
            /** @description Power now, W. 当前功率,W。 */
            powerW: number | null;
            /** @description Minutes of the session so far. 已充分钟数。 */
            minutes: number | null;
        };
        /** @description All ports of a site. 站点的全部充电口。 */
        ChargingPorts: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description The items. 条目。 */
            items: components["schemas"]["ChargingPort"][];
        };
        /**
         * 充电会话
         * @description One charge on one port. 一个充电口上的一次充电。
         */
        ChargingSession: {
            /** @description Id of the session. 会话 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description The port. 充电口。 */
            componentId: components["schemas"]["RecordId"];
            /** @description Key of the unit. 单位主键。 */
            unitId: components["schemas"]["RecordId"];
            /** @description Order number of the device or platform. 订单号。 */
            order: string | null;
            /**
             * @description State of the session. 会话状态。
             * @enum {string}
             */
            state: "charging" | "ended";
            /** @description When it began. 开始时间。 */
            startedAt: components["schemas"]["Time"];
            /** @description When it ended; null before. 结束时间。 */
            endedAt: components["schemas"]["TimeOrNull"];
            /** @description Energy used, kWh. 电量,kWh。 */
            energyKwh: number | null;
            /** @description Amount as the device says, fen. 设备上报金额,分。 */
            amountFen: number | null;
            /** @description Greatest power, W. 最大功率,W。 */
            maxPowerW: number | null;
            /** @description Why it ended: a slug of the code list `sessionEnds`. 结束原因。 */
            end: string | null;
            /** @description It ended abnormally (CP-3.2). 是否异常断电。 */
            isAbnormal: boolean;
            /** @description The protocol's own reason. 协议原始代码。 */
            rawCode: string | null;
        };
        /** @description A page of them. 一页。 */
        ChargingSessionPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ChargingSession"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description Sessions to store. 待保存的会话。 */
        ChargingSessionUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ChargingSession"][];
        };
        /** @description A unit with charging ports. 充电站点。 */
        ChargingSite: {
            /** @description Key of the unit. 单位主键。 */
            unitId: components["schemas"]["RecordId"];
            /** @description Name of the unit. 站点名称。 */
            name: components["schemas"]["Name"];
            /** @description Ports. 充电口数。 */
            portCount: components["schemas"]["Count"];
            /** @description Free. 空闲。 */
            idle: components["schemas"]["Count"];
            /** @description Charging. 充电中。 */
            charging: components["schemas"]["Count"];
            /** @description Full, still plugged in. 已充满。 */
            full: components["schemas"]["Count"];
            /** @description Fault. 故障。 */
            fault: components["schemas"]["Count"];
            /** @description Offline. 离线。 */
            offline: components["schemas"]["Count"];
            /** @description Sessions begun today (CP-3.2). 今日充电次数。 */
            sessionsToday: components["schemas"]["Count"];
            /** @description Abnormal power-offs today (CP-3.2). 今日异常断电次数。 */
            abnormalToday: components["schemas"]["Count"];
        };
        /** @description A page of them. 一页。 */
        ChargingSitePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ChargingSite"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description Make an unknown address a device. 认领。 */
        Claim: {
            /** @description Its protocol. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description Address in the protocol. 通信地址。 */
            wireAddress: components["schemas"]["WireAddress"];
            /** @description The device to register. 待登记设备。 */
            device: components["schemas"]["Device"];
        };
        /** @description A machine client. 机器客户端。 */
        Client: {
            /** @description Its client_id. 客户端 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /**
             * @description Gets tokens, or signs every request. 令牌或签名方式。
             * @enum {string}
             */
            kind: "oauth2" | "signature";
            /** @description What it may do. 权限范围。 */
            scopes: string[];
            /** @description The role. 角色。 */
            role: components["schemas"]["RoleName"];
            /** @description Where it holds; null for the whole tenant. 数据范围。 */
            within: components["schemas"]["Bounds"] | null;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
            /** @description Disabled. 是否停用。 */
            isDisabled: boolean;
            /** @description Live secrets, at most two. 有效密钥,最多两个。 */
            secrets: components["schemas"]["SecretInfo"][];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description A client to make. 新客户端。 */
        ClientDraft: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /**
             * @description Gets tokens, or signs every request. 令牌或签名方式。
             * @enum {string}
             */
            kind: "oauth2" | "signature";
            /** @description What it may do. 权限范围。 */
            scopes: string[];
            /** @description When it ends to be valid. 有效期至。 */
            expiresAt: components["schemas"]["Time"];
            /** @description Where it holds. 数据范围。 */
            within?: components["schemas"]["Bounds"];
        };
        /** @description A page of them. 一页。 */
        ClientPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Client"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What to change. 修改内容。 */
        ClientPatch: {
            /** @description Name to show. 名称。 */
            name?: components["schemas"]["Name"];
            /** @description What it may do. 权限范围。 */
            scopes?: string[];
            /** @description Disable or enable. 停用或启用。 */
            isDisabled?: boolean;
        };
        /** @description The client and its first secret, shown once. 客户端及首个密钥。 */
        ClientWithSecret: {
            /** @description The client. 客户端。 */
            client: components["schemas"]["Client"];
            /** @description The secret. 密钥。 */
            secret: components["schemas"]["NewSecret"];
        };
        /** @description A CloudEvents 1.0 event in structured mode. CloudEvents 1.0 事件。 */
        CloudEvent: {
            /**
             * @description Always 1.0. 固定为 1.0。
             * @constant
             */
            specversion: "1.0";
            /** @description Same over retries. 重发时不变。 */
            id: string;
            /** @description The hub and tenant that it comes from. 来源。 */
            source: string;
            /** @description Type of the event. 事件类型。 */
            type: string;
            /** @description Id of the record. 记录 id。 */
            subject: string;
            /** @description When it was. 时间。 */
            time: components["schemas"]["Time"];
            /**
             * @description Always JSON. 固定为 JSON。
             * @constant
             */
            datacontenttype: "application/json";
            /** @description Position in the feed, opaque. 变更流位置。 */
            sequence?: string;
            /** @description What the event is about, by its type. 事件内容。 */
            data: components["schemas"]["ChangeEvent"] | components["schemas"]["PresenceChange"] | components["schemas"]["ChargingSession"] | components["schemas"]["Command"] | components["schemas"]["JobEnd"] | components["schemas"]["WebhookTest"];
        };
        Code: string;
        /** @description A code list. 代码表。 */
        CodeList: {
            /** @description Name of the list. 代码表名称。 */
            name: string;
            /** @description Rows. 各行。 */
            entries: components["schemas"]["CodeListEntry"][];
        };
        /** @description One code of a list. 代码表的一行。 */
        CodeListEntry: {
            /** @description The word in JSON. JSON 中的代码。 */
            slug: components["schemas"]["Code"];
            /** @description Its number. 数字代码。 */
            code: number;
            /** @description Chinese name. 中文名。 */
            zh: string;
            /** @description English name. 英文名。 */
            en: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Names of the code lists. 代码表名称。 */
        CodeListNames: {
            /** @description Names. 名称。 */
            items: string[];
        };
        /**
         * 设备命令
         * @description A command to a device (SEC-DEV-14). 发给设备的命令。
         */
        Command: {
            /** @description Id of the command. 命令 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Null for the device as a whole. 整机为 null。 */
            componentId: components["schemas"]["RecordIdOrNull"];
            /**
             * @description What the device shall do. 命令类别。
             * @enum {string}
             */
            action: "mute" | "reset" | "selfTest" | "read" | "setThreshold" | "openBreaker" | "closeBreaker" | "startCharge" | "stopCharge" | "syncClock" | "dutyCheck";
            /** @description What the action needs, such as quantity and value of setThreshold. 命令参数。 */
            parameters: Record<string, never>;
            /** @description Why. 原因。 */
            reason: string;
            /**
             * @description State of the command. 命令状态。
             * @enum {string}
             */
            state: "awaitingApproval" | "queued" | "sent" | "done" | "refused" | "failed" | "expired" | "cancelled";
            /** @description Who asked for it. 申请人。 */
            askedBy: components["schemas"]["Actor"];
            /** @description When it was asked for. 申请时间。 */
            askedAt: components["schemas"]["Time"];
            /** @description The second person, where one is needed. 复核人。 */
            approvedBy: components["schemas"]["Actor"] | null;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
            /** @description When it was sent; null before. 发送时间。 */
            sentAt: components["schemas"]["TimeOrNull"];
            /** @description When it ended; null before. 结束时间。 */
            endedAt: components["schemas"]["TimeOrNull"];
            /** @description When a sleeping device is next expected. 休眠设备预计下次联络时间。 */
            nextContactAt: components["schemas"]["TimeOrNull"];
            /** @description The device's answer in words. 设备应答。 */
            result: string | null;
            /** @description Frames of the exchange. 往来报文。 */
            frames: components["schemas"]["RecordId"][];
        };
        /** @description A command. 命令。 */
        CommandDraft: {
            /**
             * @description What the device shall do. 命令类别。
             * @enum {string}
             */
            action: "mute" | "reset" | "selfTest" | "read" | "setThreshold" | "openBreaker" | "closeBreaker" | "startCharge" | "stopCharge" | "syncClock" | "dutyCheck";
            /** @description Which component; left out for the device as a whole. 部件。 */
            componentId?: components["schemas"]["RecordId"];
            /** @description What the action needs, such as `what` of read (status, values, configuration, version, time, operations) and `timeoutMinutes` of dutyCheck. 命令参数,如读取内容、查岗应答时限。 */
            parameters?: Record<string, never>;
            /** @description Why. 原因。 */
            reason: string;
            /** @description Not sent any more after that; 3600 when left out. 有效秒数。 */
            expiresInSeconds?: number;
            /** @description For dangerous actions: the unit's name, typed. 危险操作须键入单位名称。 */
            confirmName?: components["schemas"]["Name"];
        };
        /** @description A page of them. 一页。 */
        CommandPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Command"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What commands the organisation allows. 命令策略。 */
        CommandPolicy: {
            /** @description Whether commands other than reads, clock setting and duty checks go to devices of trust level T0. 是否允许向 T0 设备下发控制命令。 */
            isT0Allowed: boolean;
            /** @description The written word by which it is allowed; must be there when it is. 书面授权文号,允许时必填。 */
            authorisation: string | null;
            /** @description Whether dangerous commands (reset, openBreaker, closeBreaker) wait for a second person. 危险命令是否须第二人复核。 */
            needsSecondPerson: boolean;
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description A comment. 备注。 */
        CommentDraft: {
            /** @description In words. 内容。 */
            text: string;
            /** @description Attached files. 附件。 */
            files?: components["schemas"]["RecordId"][];
        };
        /** @description Targets of one community (RF-3). 一个社区的目标。 */
        CommunityTarget: {
            /** @description Community. 社区。 */
            community: string;
            /** @description Electrical fire systems to install. 电气火灾监控目标数。 */
            electricalFireTarget: components["schemas"]["Count"];
            /** @description Installed. 完成数。 */
            electricalFireDone: components["schemas"]["Count"];
            /** @description Charging places to build. 充电场所目标数。 */
            chargingTarget: components["schemas"]["Count"];
            /** @description Built. 完成数。 */
            chargingDone: components["schemas"]["Count"];
            /** @description Base counts of RF-4 by category, where they are not the registered units. 附件4 各类型底数,不填则为登记单位数。 */
            bases?: {
                [key: string]: components["schemas"]["Count"];
            };
        };
        /** @description A target. 目标。 */
        CommunityTargetDraft: {
            /** @description Community. 社区。 */
            community: string;
            /** @description Electrical fire systems to install. 电气火灾监控目标数。 */
            electricalFireTarget: components["schemas"]["Count"];
            /** @description Charging places to build. 充电场所目标数。 */
            chargingTarget: components["schemas"]["Count"];
            /** @description Base counts of RF-4 by category, where they are not the registered units. 附件4 各类型底数,不填则为登记单位数。 */
            bases?: {
                [key: string]: components["schemas"]["Count"];
            };
        };
        /** @description Targets to set; what is done is counted by the hub. 目标设置。 */
        CommunityTargetUpload: {
            /** @description Of which year. 年度。 */
            year: number;
            /** @description One for each community. 各社区。 */
            items: components["schemas"]["CommunityTargetDraft"][];
        };
        /** @description Targets of all communities. 各社区目标。 */
        CommunityTargets: {
            /** @description Of which year. 年度。 */
            year: number;
            /** @description The items. 条目。 */
            items: components["schemas"]["CommunityTarget"][];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /**
         * 部件
         * @description 设备中用于探测、通断或充电的部件。 A sensing, switching or charging part of a device. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         */
        Component: {
            /**
             * id
             * @description 部件的 id,在一个平台内唯一。 Id of the component, unique within a platform.
             */
            id: components["schemas"]["RecordId"];
            /**
             * 名称
             * @description 部件名称。 Name of the component.
             */
            name: components["schemas"]["Name"];
            /**
             * 地址
             * @description 部件的位置或回路。 Place or loop of the component.
             */
            address: components["schemas"]["Address"];
            /**
             * 关联的设备 id
             * @description 所属设备的 id。 Id of the device that it is part of.
             */
            deviceId: components["schemas"]["RecordId"];
            /**
             * 生产厂家或品牌
             * @description 生产厂家或品牌。 Manufacturer or brand.
             */
            manufacturer: components["schemas"]["Name"];
            /**
             * 安装日期
             * @description 安装的日期。 Date of installation.
             */
            installedOn: components["schemas"]["Date"];
            /**
             * 状态
             * @description 部件现在的状态。 State that the component is in.
             */
            status: components["schemas"]["Code"];
            /**
             * 类型
             * @description 部件类型的代码:GB/T 26875.3 部件类型的英文名或数字。 Code of the kind of component: a name or a number of the GB/T 26875.3 component types.
             */
            type: components["schemas"]["Code"];
            /**
             * 部件通信地址
             * @description 部件在协议中的地址。GB/T 26875.3:系统类型/系统地址/部件类型/部件地址。 Address of the component in the device's protocol. GB/T 26875.3: system type/system address/component type/component address.
             */
            componentKey?: components["schemas"]["WireAddress"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        ComponentPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Component"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
            /** @description Where the change feed stood before this page was read. 读取此页之前变更流的位置。 */
            feedCursor: components["schemas"]["FeedCursor"];
        };
        ComponentUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Component"][];
        };
        /** @description What is looked at. 判据。 */
        Condition: {
            /**
             * @description `above`, `below`: from `limit` on, until the value has left it by more than `deadband`. `rising`, `falling`: changed by `by` within `withinSeconds`. `nOfM`: `n` of the last `m` readings beyond `limit`. `noData`: silent for `forSeconds`. 超上限、低于下限、上升、下降、m 次中 n 次、数据缺失。
             * @enum {string}
             */
            kind: "above" | "below" | "rising" | "falling" | "nOfM" | "noData";
            /** @description What is measured, of the list quantities. 测量量。 */
            quantity: components["schemas"]["Code"];
            /** @description Set point, in the quantity's unit. 设定值,以该测量量的单位计。 */
            limit?: number;
            /** @description How far the value must leave the set point before it counts as gone; 0 when left out. 回差,默认 0。 */
            deadband?: number;
            /**
             * @description Of nOfM: on which side of the set point. m 次中 n 次的方向。
             * @enum {string}
             */
            side?: "above" | "below";
            /** @description Change, in the quantity's unit. 变化量。 */
            by?: number;
            /** @description Within how long, seconds. 变化时间窗,秒。 */
            withinSeconds?: number;
            /** @description So many of the last m. 其中 n 次。 */
            n?: number;
            /** @description So many last readings. 最近 m 次。 */
            m?: number;
            /** @description For how long nothing good was read, seconds. 无有效数据的时长,秒。 */
            forSeconds?: number;
        };
        Count: number;
        /** @description Coverage by category. 各类别覆盖率。 */
        Coverage: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description As asked; null when it was not. 所查区域;未指定为 null。 */
            regionCode: components["schemas"]["RegionCode"] | null;
            /** @description The items. 条目。 */
            items: components["schemas"]["CoverageRow"][];
        };
        /** @description Coverage of one category. 一个类别的覆盖率。 */
        CoverageRow: {
            /**
             * @description Which of the two systems. 系统类别。
             * @enum {string}
             */
            system: "electricalFire" | "charging";
            /** @description Category of form RF-4. 附件 4 类别。 */
            category: components["schemas"]["Code"];
            /** @description Sites in all. 底数。 */
            base: components["schemas"]["Count"];
            /** @description Sites that are equipped. 完成数。 */
            done: components["schemas"]["Count"];
            /** @description Of them, percent, to a tenth (PL-3); null where there are no sites. 完成率;没有场所时为 null。 */
            percent: number | null;
        };
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
        /** @description Hours of each day in the hub's zone. 每日时段。 */
        DaySpan: string;
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
            /** @description In both languages. 中英文说明。 */
            message?: components["schemas"]["Words"];
        };
        /** @description One field of a frame. 报文的一个字段。 */
        DecodedField: {
            /** @description Field path. 字段路径。 */
            path: string;
            /** @description First byte, from 0. 起始字节,从 0 起。 */
            offset: number;
            /** @description Bytes. 字节数。 */
            length: number;
            /** @description Decoded value. 解码值。 */
            value: unknown;
            /** @description Clause of the protocol. 条款。 */
            clause: string | null;
            /** @description In both languages. 中英文说明。 */
            words: components["schemas"]["Words"];
        };
        /** @description A frame taken apart. 报文的解析。 */
        DecodedFrame: {
            /** @description The frame. 报文。 */
            frame: components["schemas"]["FrameEvidence"];
            /**
             * @description Whether it decodes. 是否可解析。
             * @enum {string}
             */
            verdict: "good" | "refused";
            /** @description Field by field. 逐字段。 */
            fields: components["schemas"]["DecodedField"][];
            /** @description Why it was refused; null when it is good. 拒收原因。 */
            error: components["schemas"]["DecodeFault"] | null;
            /** @description What became of it in the model. 转换后的模型事件。 */
            events: Record<string, never>[];
        };
        Description: string;
        Destination: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description Where records are sent; holds no secret. 目的地址,不含密钥。 */
            url: string;
            /**
             * @description `idle`: nothing is owed; `sending`: on its way; `retrying`: the last attempt failed; `paused`: somebody paused it, what is owed is kept. 状态。
             * @enum {string}
             */
            state: "idle" | "sending" | "retrying" | "paused";
            /** @description Records that are owed. 待送记录数。 */
            pending: number;
            /** @description Records that the receiver refused for good. 被永久拒收的记录数。 */
            dead: number;
            /** @description The latest of them, newest first; a record is owed again when it changes. 最近被拒收的记录及原因,修改后重新上报。 */
            refused: {
                /**
                 * @description Its kind. 类别。
                 * @enum {string}
                 */
                kind: "operator" | "unit" | "device" | "component" | "alarm";
                /** @description Id of the record. 记录的 id。 */
                id: components["schemas"]["RecordId"];
                /** @description Version that was refused. 被拒收的版本。 */
                version: number;
                /** @description Since when. 起始时间。 */
                since: components["schemas"]["Time"];
                /** @description The receiver's words. 对方给出的原因。 */
                error: string;
            }[];
            /** @description When it last went well; null for never. 最近成功时间。 */
            lastOkAt: components["schemas"]["TimeOrNull"];
            /** @description Of the last attempt; null when it went well. 最近一次错误。 */
            lastError: string | null;
            /** @description When it is next due; null for none. 下次时间。 */
            nextAt: components["schemas"]["TimeOrNull"];
        };
        /**
         * Format: uri
         * @description An http or https address, or gb26875://host:port of a fire monitoring centre. http 或 https 地址,或消防监控中心的 gb26875://主机:端口。
         */
        DestinationAddress: string;
        /** @description A destination to set up. 新目的地。 */
        DestinationDraft: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description Base address of the receiver: records go to `<url>/units` and so on; of a fire centre `gb26875://host:port`. 接收方基础地址;消防监控中心为 gb26875://主机:端口。 */
            url: components["schemas"]["DestinationAddress"];
            /**
             * @description How it wants the records; `dianan`: the bulk upserts of this API, at `<url>/operators` and so on; `gb26875`: alarms only, as component states of GB/T 26875.3-2011, sent as a user information transmission device. 共享形式:dianan 为本接口的批量上报;gb26875 为作为用户信息传输装置向消防监控中心上报部件状态,仅告警。
             * @enum {string}
             */
            form: "dianan" | "gb26875";
            /** @description What it receives. 共享的记录类别。 */
            kinds: ("operator" | "unit" | "device" | "component" | "alarm")[];
            /** @description System in which it wants positions: CGCS2000, WGS84, GCJ02 or BD09. 坐标系。 */
            coordinateSystem: components["schemas"]["Code"];
            /** @description Agreed period of everything but alarms, which go at once; at most 6 hours. 约定周期,秒;告警即时发送。 */
            periodSeconds: number;
            /**
             * @description `full` only by agreement, signed and over https (SEC-PII-05). 个人信息是否脱敏。
             * @enum {string}
             */
            personalData: "full" | "masked";
            /** @description Agreement by which it gets full personal data, such as its number; must be named for `full`. 提供完整个人信息所依据的协议。 */
            agreement?: string;
            /** @description Signing secret (`whsec_…`). 签名密钥。 */
            secret?: string;
            /** @description Needed for the form `gb26875`, and for no other. 形式为 gb26875 时必填,其他形式不可填。 */
            centre?: components["schemas"]["FireCentre"];
            /** @description How records become requests of the receiver's own form; null or left out: the bulk upserts of this API. Not for the form `gb26875`. 共享映射;不填为本接口的批量上报,gb26875 形式不可填。 */
            mapping?: components["schemas"]["SharingMapping"] | null;
            /** @description Headers to send along, such as a credential; never shown again. 附加请求头,不再显示。 */
            headers?: {
                [key: string]: string;
            };
        };
        DestinationList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Destination"][];
        };
        /** @description What to change. 修改内容。 */
        DestinationPatch: {
            /** @description Name to show. 名称。 */
            name?: components["schemas"]["Name"];
            /** @description Base address of the receiver: records go to `<url>/units` and so on; of a fire centre `gb26875://host:port`. 接收方基础地址;消防监控中心为 gb26875://主机:端口。 */
            url?: components["schemas"]["DestinationAddress"];
            /**
             * @description How it wants the records; `dianan`: the bulk upserts of this API, at `<url>/operators` and so on; `gb26875`: alarms only, as component states of GB/T 26875.3-2011, sent as a user information transmission device. 共享形式:dianan 为本接口的批量上报;gb26875 为作为用户信息传输装置向消防监控中心上报部件状态,仅告警。
             * @enum {string}
             */
            form?: "dianan" | "gb26875";
            /** @description What it receives. 共享的记录类别。 */
            kinds?: ("operator" | "unit" | "device" | "component" | "alarm")[];
            /** @description System in which it wants positions: CGCS2000, WGS84, GCJ02 or BD09. 坐标系。 */
            coordinateSystem?: components["schemas"]["Code"];
            /** @description Agreed period of everything but alarms, which go at once; at most 6 hours. 约定周期,秒;告警即时发送。 */
            periodSeconds?: number;
            /**
             * @description `full` only by agreement, signed and over https (SEC-PII-05). 个人信息是否脱敏。
             * @enum {string}
             */
            personalData?: "full" | "masked";
            /** @description Agreement by which it gets full personal data, such as its number; must be named for `full`. 提供完整个人信息所依据的协议。 */
            agreement?: string;
            /** @description Another signing secret (`whsec_…`). 新的签名密钥。 */
            secret?: string;
            /** @description Needed for the form `gb26875`, and for no other. 形式为 gb26875 时必填,其他形式不可填。 */
            centre?: components["schemas"]["FireCentre"];
            /** @description Another mapping, or null for none; what was sent goes again in the other form. 新的共享映射,null 为不使用;已共享的记录按新形式重送。 */
            mapping?: components["schemas"]["SharingMapping"] | null;
            /** @description Other headers instead of all that were set. 新的附加请求头,整体替换。 */
            headers?: {
                [key: string]: string;
            };
        };
        /**
         * 设备
         * @description 安装好的电气火灾监控装置或充电桩等设备。 An installed device such as an electrical fire monitor or a charging pile. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         */
        Device: {
            /**
             * id
             * @description 设备的 id,在一个平台内唯一。 Id of the device, unique within a platform.
             */
            id: components["schemas"]["RecordId"];
            /**
             * 名称
             * @description 设备名称。 Name of the device.
             */
            name: components["schemas"]["Name"];
            /**
             * 类型
             * @description 设备类型的代码。 Code of the kind of device.
             */
            type: components["schemas"]["Code"];
            /**
             * 地址
             * @description 设备的安装位置。 Where the device is installed.
             */
            address: components["schemas"]["Address"];
            /**
             * 纬度
             * @description 设备的纬度,度,建议 6 位小数。 Latitude of the device in degrees, 6 decimals recommended.
             */
            latitude: components["schemas"]["Latitude"];
            /**
             * 经度
             * @description 设备的经度,度,建议 6 位小数。 Longitude of the device in degrees, 6 decimals recommended.
             */
            longitude: components["schemas"]["Longitude"];
            /**
             * 运维机构
             * @description 负责此设备的运维机构的 id。 Id of the operator that maintains the device.
             */
            operatorId: components["schemas"]["RecordId"];
            /**
             * 单位 id
             * @description 设备所在单位的主键。 Key of the unit that it is installed in.
             */
            unitId: components["schemas"]["RecordId"];
            /**
             * 平台厂商 code
             * @description 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere.
             */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * 安装日期
             * @description 安装的日期。 Date of installation.
             */
            installedOn: components["schemas"]["Date"];
            /**
             * 设备状态
             * @description 设备现在的状态。 State that the device is in.
             */
            status: components["schemas"]["Code"];
            /**
             * 生产公司或品牌
             * @description 生产公司或品牌。 Manufacturer or brand.
             */
            manufacturer: components["schemas"]["Name"];
            /**
             * IMEI
             * @description 通信模块的 IMEI。 IMEI of the radio module.
             */
            imei?: components["schemas"]["Imei"];
            /**
             * 部件数量
             * @description 设备部件的数量;由平台计算。 Number of components; derived by the platform.
             */
            componentCount: components["schemas"]["Count"];
            /**
             * 通信协议
             * @description 设备与平台通信所用的协议。 Protocol that the device speaks to the platform.
             */
            protocol?: components["schemas"]["Code"];
            /**
             * 通信地址
             * @description 设备在协议中的地址。GB/T 26875.3:源地址的十进制数。 Address of the device in its protocol. GB/T 26875.3: the source address as a decimal number.
             */
            wireAddress?: components["schemas"]["WireAddress"];
            /**
             * 网关 id
             * @description 设备经哪个设备(网关)接入;同一网关下的告警风暴归并为一组。 Id of the device (a gateway) through which it speaks; a storm of alarms behind one gateway is one group.
             */
            gatewayId?: components["schemas"]["RecordId"];
            /**
             * 型号
             * @description 产品型号。 Product model.
             */
            model?: components["schemas"]["Name"];
            /**
             * 型号 id
             * @description 登记的设备型号的 id,型号记有准入证书与标准版本。 Id of the registered device model, which has the certificates and editions of standards.
             */
            modelId?: components["schemas"]["RecordId"];
            /**
             * 设备档案 id
             * @description 设备档案(specs/profiles)的标识,说明其寄存器、代码和轮询;档案的协议与设备相同。 Id of the device profile that says what its registers and codes mean and how it is polled; the profile has the device's protocol.
             */
            profileId?: components["schemas"]["RecordId"];
            /**
             * 在线状态
             * @description 设备是否在线。 Whether the device is heard.
             */
            presence?: components["schemas"]["Code"];
            /**
             * 最后在线时间
             * @description 最后一次收到此设备报文的时间。 When the device was last heard.
             */
            lastSeenAt?: components["schemas"]["Time"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        /** @description A device's key. 设备密钥。 */
        DeviceCredential: {
            /** @description Id of the credential. 凭证 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description A key for authentication codes, or a certificate. 密钥或证书。
             * @enum {string}
             */
            kind: "key" | "certificate";
            /**
             * @description Trust level that it gives. 信任级别。
             * @enum {string}
             */
            trust: "T2" | "T3";
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["TimeOrNull"];
            /** @description When it was last used; null for never. 最近使用时间。 */
            lastUsedAt: components["schemas"]["TimeOrNull"];
            /** @description When it was revoked; null while it holds. 吊销时间。 */
            revokedAt: components["schemas"]["TimeOrNull"];
        };
        /** @description Keys and certificates of a device. 设备凭证。 */
        DeviceCredentialList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["DeviceCredential"][];
        };
        /**
         * 设备型号
         * @description A model of device with its market access papers. 设备型号及其准入证明。
         */
        DeviceModel: {
            /** @description Id of the model. 型号 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Who makes it. 厂商 id。 */
            vendorId: components["schemas"]["RecordId"];
            /** @description Model designation. 型号。 */
            name: components["schemas"]["Name"];
            /** @description Kind of device. 设备类型。 */
            deviceType: components["schemas"]["Code"];
            /** @description Its device profile. 设备描述文件。 */
            profile?: components["schemas"]["Code"];
            /** @description Certificates of product standards and market access (EF-1.1). 产品标准与市场准入证书。 */
            certificates?: components["schemas"]["Certificate"][];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
            /** @description When it last changed; set by the platform. 更新时间。 */
            updatedAt?: components["schemas"]["Time"];
            /** @description True for a tombstone. 为 true 时已删除。 */
            deleted?: boolean;
        };
        /** @description A page of them. 一页。 */
        DeviceModelPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["DeviceModel"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description Items to store. 待保存的条目。 */
        DeviceModelUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["DeviceModel"][];
        };
        DevicePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Device"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
            /** @description Where the change feed stood before this page was read. 读取此页之前变更流的位置。 */
            feedCursor: components["schemas"]["FeedCursor"];
        };
        /** @description A device's key with its secret, shown once. 设备密钥(只显示一次)。 */
        DeviceSecret: {
            /** @description The credential. 凭证。 */
            credential: components["schemas"]["DeviceCredential"];
            /** @description Base64 of the key, or PEM of the certificate. 密钥或证书内容。 */
            secret: string;
        };
        DeviceUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Device"][];
        };
        /** @description How what a device sent last came in. 设备最近一次上报的接入方式。 */
        DeviceWay: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /**
             * @description By a connection of its protocol, this hub's MQTT, HTTP or CoAP, another broker, another platform; null: nothing since the start of the hub. 接入方式;平台启动后未上报时为 null。
             * @enum {string|null}
             */
            way: "connection" | "mqtt" | "http" | "coap" | "broker" | "platform" | null;
            /**
             * @description What an ack tells the device: it is stored here; the broker has it; the other platform has it. 应答的含义:已落盘、外部服务器已收到、第三方平台已收到。
             * @enum {string|null}
             */
            ack: "stored" | "atBroker" | "atPlatform" | null;
        };
        /** @description One difference. 一处差异。 */
        Difference: {
            /** @description Id of the difference. 差异 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description Of which kind. 类别。
             * @enum {string}
             */
            kind: "operator" | "unit" | "device" | "component" | "alarm";
            /** @description Of which record. 记录 id。 */
            recordId: components["schemas"]["RecordId"];
            /**
             * @description What differs. 差异种类。
             * @enum {string}
             */
            difference: "missingThere" | "missingHere" | "different";
            /** @description Member by member: before is there, after is here, persons masked. Null: not looked at, as is the case after the first 1,000 that differ. 逐成员:before 为对方,after 为本方,个人信息脱敏;超出前 1000 条时为 null。 */
            members: components["schemas"]["MemberChange"][] | null;
            /** @description It was resolved. 已处理。 */
            resolved: boolean;
        };
        /** @description A page of them. 一页。 */
        DifferencePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Difference"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What to do about differences. 处理方式。 */
        DifferenceResolution: {
            /** @description Differences. 差异 id。 */
            ids: components["schemas"]["RecordId"][];
            /**
             * @description Send ours, fetch theirs, or leave it. 推送本方、取对方或忽略。
             * @enum {string}
             */
            action: "send" | "fetch" | "ignore";
            /** @description Why. 原因。 */
            reason: string;
        };
        /** @description Version and digest of one record, in the order of the ids (code points). 一条记录的版本与摘要,按 id 码位排序。 */
        Digest: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: components["schemas"]["Version"];
            /** @description When it last changed; set by the platform. 更新时间。 */
            updatedAt: components["schemas"]["Time"];
            /** @description SHA-256, hex, of the canonical JSON (RFC 8785) of the record with its id, without version, updatedAt, deleted, deviceCount and componentCount; of a tombstone: of its id and `deleted` alone. Two sides hold the same when their digests are equal. 规范化 JSON(RFC 8785)的 SHA-256;不含 version、updatedAt、deleted、deviceCount、componentCount;已删除记录只含 id 与 deleted。 */
            digest: string;
            /** @description True for a tombstone. 是否已删除。 */
            deleted: boolean;
        };
        /** @description A page of them. 一页。 */
        DigestPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Digest"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description Stop listing an address. 忽略。 */
        Dismissal: {
            /** @description Its protocol. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description Address in the protocol. 通信地址。 */
            wireAddress: components["schemas"]["WireAddress"];
            /** @description Why. 原因。 */
            reason: string;
        };
        /** @description A wall display. 大屏。 */
        Display: {
            /** @description Id of the display. 大屏 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description The role and where it holds. 角色与范围。 */
            grant: components["schemas"]["Grant"];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description When it was last seen; null for never. 最近活动时间。 */
            lastSeenAt: components["schemas"]["TimeOrNull"];
        };
        /** @description The display and its one-time sign-in code, shown once. 大屏及一次性登录码。 */
        DisplayCode: {
            /** @description The display. 大屏。 */
            display: components["schemas"]["Display"];
            /** @description Type it at the display (`signIn`). 在大屏上输入。 */
            code: string;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description A wall display to allow. 新大屏。 */
        DisplayDraft: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description What it may show. 显示范围。 */
            within?: components["schemas"]["Bounds"];
        };
        /** @description A page of them. 一页。 */
        DisplayPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Display"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description A command for the device. 待执行命令。 */
        DownlinkCommand: {
            /** @description Id of the command. 命令 id。 */
            id: components["schemas"]["RecordId"];
            /** @description The device that it is for. 执行命令的设备。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Its protocol. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description Address in the protocol. 通信地址。 */
            wireAddress: components["schemas"]["WireAddress"];
            /** @description What to do. 命令类别。 */
            action: components["schemas"]["Code"];
            /** @description Which component. 部件编号。 */
            component: string | null;
            /** @description What the action needs. 命令参数。 */
            parameters: Record<string, never>;
            /** @description The frame; null for devices that speak JSON. 报文;JSON 设备为 null。 */
            hex: components["schemas"]["Hex"] | null;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description Commands that wait. 待取命令。 */
        DownlinkList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["DownlinkCommand"][];
        };
        /** @description What became of a command. 命令结果。 */
        DownlinkResult: {
            /**
             * @description What became of it. 结果。
             * @enum {string}
             */
            outcome: "done" | "refused" | "failed";
            /** @description In words. 说明。 */
            text?: string;
        };
        /** @description The answer to a duty check. 查岗应答。 */
        DutyAnswerDraft: {
            /** @description Operator number (操作员编号) as agreed with the centre. 与监控中心约定的操作员编号。 */
            operatorNumber: number;
        };
        /** @description A rule that holds, explained. 生效规则及来源。 */
        EffectiveThreshold: {
            /** @description From this time on. 起始时间(含)。 */
            from: components["schemas"]["ThresholdLevel"];
            rule: components["schemas"]["Threshold"];
            /** @description At which component, where that has rules of its own; null elsewhere. 部件;null 为其余各处。 */
            componentId: components["schemas"]["RecordIdOrNull"];
            /** @description What it stands for, nearest first. 被其取代的规则,由近到远。 */
            instead: components["schemas"]["LeveledThreshold"][];
        };
        /** @description Sessions that ended for one reason. 按结束原因计数。 */
        EndCount: {
            /** @description Why: a slug of `sessionEnds`. 结束原因。 */
            end: components["schemas"]["Code"];
            /** @description Sessions. 会话数。 */
            sessions: components["schemas"]["Count"];
        };
        /** @description What a new device sends once. 入网请求。 */
        Enrolment: {
            /** @description Its enrolment secret. 一次性入网密钥。 */
            secret: string;
            /** @description PEM of its certificate request. 证书请求。 */
            publicKey?: string;
        };
        /** @description An enrolment secret, shown once. 一次性入网密钥。 */
        EnrolmentSecret: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Give it to the installer. 交给安装人员。 */
            secret: string;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description Whose factor. 设置凭据。 */
        EnrolmentTicket: {
            /** @description Of the step before. 上一步的凭据。 */
            ticket: string;
        };
        /** @description Whose data to remove. 删除个人信息。 */
        Erasure: {
            /**
             * @description Of what kind of record. 记录类别。
             * @enum {string}
             */
            kind: "operator" | "unit" | "user";
            /** @description Of which record. 记录 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Why. 原因。 */
            reason: string;
        };
        /** @description What was removed. 删除结果。 */
        ErasureResult: {
            /** @description Id of the erasure. 删除 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Records from which the person was removed; events stay (SEC-PII-07). 处理的记录数。 */
            records: components["schemas"]["Count"];
            /** @description When the last backup with the data goes, at the latest, as the hub makes and drops them (SEC-KEY-06); null: there is none, or the hub makes none by itself. 备份中的数据最迟何时失效;没有备份或平台不自动备份时为 null。 */
            backupsExpireAt: components["schemas"]["TimeOrNull"];
        };
        /** @description Why a mapping made no request. 映射出错原因。 */
        EventMappingFault: {
            /** @description What was wrong. 问题代码。 */
            code: components["schemas"]["Code"];
            /** @description Characters of the expression up to and with the token at which it failed. 表达式内的字符位置。 */
            position: number | null;
            /** @description JSON Pointer into its result. 结果内的位置。 */
            path: string;
            /** @description In both languages. 中英文说明。 */
            message: components["schemas"]["MappingWords"];
        };
        /** @description A mapping, a preset or an expression, and an event. 待试算的映射与事件。 */
        EventTrial: {
            preset?: components["schemas"]["MappingPresetId"];
            expression?: components["schemas"]["MappingExpression"];
            parameters?: components["schemas"]["MappingParameters"];
            /** @description Where it is wrong. 位置。 */
            path?: components["schemas"]["MappingPath"];
            /** @description An event as a webhook without a mapping gets it. CloudEvents 事件。 */
            event: Record<string, never>;
        };
        /** @description What came of it. 试算结果。 */
        EventTrialResult: {
            /** @description What the expression made; null: it failed, or made nothing. 表达式结果。 */
            result: unknown;
            /** @description The same, when it is of the form that it should be. 形式正确的结果。 */
            made: components["schemas"]["MappedEvent"] | null;
            /** @description Whether the mapping says that it is not sent. 是否跳过。 */
            isSkipped: boolean;
            /** @description Null: nothing would be sent. 请求。 */
            request: components["schemas"]["MappedRequest"] | null;
            /** @description Why nothing would be sent. 出错原因。 */
            faults: components["schemas"]["EventMappingFault"][];
        };
        /** @description A file as evidence. 证据文件。 */
        EvidenceLink: {
            /** @description An uploaded file. 已上传的文件。 */
            fileId: components["schemas"]["RecordId"];
            /** @description What it shows. 说明。 */
            text?: string;
        };
        /** @description A new password for an expired one. 更换过期密码。 */
        ExpiredPasswordChange: {
            /** @description Of the step before. 上一步的凭据。 */
            ticket: string;
            /** @description 8 to 128 characters, any Unicode, checked by the policy (SEC-USR-02). 密码,8 至 128 个字符。 */
            password: string;
        };
        /** @description An export. 导出任务。 */
        Export: {
            /** @description Id of the export. 导出 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description What is exported. 数据集。
             * @enum {string}
             */
            dataset: "operators" | "units" | "devices" | "components" | "alarms" | "readings" | "presence" | "audit";
            /**
             * @description Format of the file. 文件格式。
             * @enum {string}
             */
            format: "csv" | "xlsx" | "parquet";
            /** @description Filter, as in the list of the same name; it stands in the workbook's second sheet and in Parquet's metadata too. 筛选条件。 */
            filter: Record<string, never>;
            /** @description How far it is. 进度。 */
            progress: components["schemas"]["JobProgress"];
            /** @description Rows; null while it runs. 行数。 */
            rows: number | null;
            /** @description The file when it is done. 完成后的文件。 */
            fileId: components["schemas"]["RecordIdOrNull"];
            /** @description When the file goes. 文件保留至。 */
            expiresAt: components["schemas"]["TimeOrNull"];
            /** @description Who asked for it. 创建者。 */
            createdBy: components["schemas"]["Actor"];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
        };
        /** @description What to export. 导出。 */
        ExportDraft: {
            /**
             * @description What is exported. 数据集。
             * @enum {string}
             */
            dataset: "operators" | "units" | "devices" | "components" | "alarms" | "readings" | "presence" | "audit";
            /**
             * @description Format of the file. 文件格式。
             * @enum {string}
             */
            format: "csv" | "xlsx" | "parquet";
            /** @description Filter, as in the list of the same name; of readings `deviceId` may be left out. 筛选条件,同名列表的参数。 */
            filter?: {
                [key: string]: string | number | boolean;
            };
            /** @description Members, in this order; all when left out. 列。 */
            columns?: components["schemas"]["Code"][];
            /**
             * @description Language of headings and codes of CSV and XLSX; Chinese when left out. 表头与代码的语言,默认中文。
             * @enum {string}
             */
            language?: "zh" | "en";
            /** @description Personal data in full: needs `pii:read` and a purpose. 个人信息不脱敏,须有权限并说明用途。 */
            isUnmasked?: boolean;
            /** @description What for. 用途。 */
            purpose?: string;
        };
        /** @description A page of them. 一页。 */
        ExportPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Export"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description Where the change feed stood before this page was read. 读取此页之前变更流的位置。 */
        FeedCursor: string;
        /** @description What a receiver demands of one member. 接收方对一个成员的要求。 */
        FieldRequirement: {
            /**
             * @description Of which record. 记录类别。
             * @enum {string}
             */
            kind: "operator" | "unit" | "device" | "component" | "alarm";
            /** @description Name of the member. 成员名。 */
            member: string;
            /**
             * @description How much. 要求程度。
             * @enum {string}
             */
            level: "must" | "should" | "may" | "refused";
            /** @description Values that are taken; null for any. 可接受的值。 */
            values: string[] | null;
        };
        /** @description An uploaded or made file. 文件。 */
        FileInfo: {
            /** @description Id of the file. 文件 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Its name. 文件名。 */
            name: string;
            /** @description Media type, found out by the hub. 媒体类型。 */
            mediaType: string;
            /** @description Size. 字节数。 */
            bytes: components["schemas"]["Count"];
            /** @description SHA-256, hex. 摘要。 */
            sha256: string;
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description Who asked for it. 创建者。 */
            createdBy: components["schemas"]["Actor"];
            /** @description When it goes: a day after the upload unless something refers to it; null while it stays. 保留至;未被引用的文件保留一天。 */
            expiresAt: components["schemas"]["TimeOrNull"];
        };
        /** @description One thing that is wrong with a request or record. 一处错误。 */
        Finding: {
            /** @description JSON pointer to the member. 成员的 JSON 指针。 */
            path: string;
            /** @description Stable word for the fault. 固定的错误代码。 */
            code?: string;
            /** @description Requirement that was broken, such as SH-3. 违反的要求。 */
            clause?: string;
            /** @description In both languages. 中英文说明。 */
            message: components["schemas"]["Words"];
        };
        /** @description How this hub appears to a fire monitoring centre (GB/T 26875.3-2011): one user information transmission device. 本平台作为用户信息传输装置的设置。 */
        FireCentre: {
            /** @description Source address (源地址) that the centre has given this device, 48 bits. 监控中心分配的源地址。 */
            sourceAddress: number;
            /**
             * @description Destination address (目的地址) of the centre, 48 bits. 监控中心的目的地址。
             * @default 0
             */
            centreAddress: number;
            /**
             * @description Units that this device speaks for; empty: all. 上报哪些单位;空为全部。
             * @default []
             */
            unitIds: components["schemas"]["RecordId"][];
            /**
             * @description System type (系统类型, table 4) of components that have no address of this protocol of their own. 自身没有本协议地址的部件所用的系统类型。
             * @default 1
             */
            systemType: number;
            /**
             * @description System address (系统地址) of those components. 上述部件所用的系统地址。
             * @default 1
             */
            systemAddress: number;
            /**
             * @description How often the device's own state (type 21) is sent while nothing else is, seconds; 0: never. The standard has no heartbeat. 空闲时上传装置运行状态的间隔,秒;0 为不发。标准未规定心跳。
             * @default 30
             */
            heartbeatSeconds: number;
            /**
             * @description How long a confirm is waited for before a resend; §6.5 asks for at most 10 s. 重发前等待确认的时间,秒。
             * @default 10
             */
            answerSeconds: number;
            /**
             * @description Resends of one packet; §6.5 asks for 3. 重发次数。
             * @default 3
             */
            resends: number;
        };
        /** @description The first administrator. 首个管理员。 */
        FirstAdministrator: {
            /** @description One-time code that the hub printed when it first started, good for 1 h. 首次启动打印的一次性代码。 */
            code: string;
            /** @description Name to sign in with. 登录名。 */
            account: string;
            /** @description Name to show; personal data. 姓名。 */
            name: components["schemas"]["PersonName"];
            /** @description 8 to 128 characters, any Unicode, checked by the policy (SEC-USR-02). 密码,8 至 128 个字符。 */
            password: string;
        };
        Flag: boolean;
        FrameEvidence: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Protocol. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description Address of the sender; null of bytes that were refused. 通信地址;被拒收的报文为 null。 */
            wireAddress: components["schemas"]["WireAddress"] | null;
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordIdOrNull"];
            /** @description When the hub received it. 接收时间。 */
            receivedAt: components["schemas"]["Time"];
            /** @description Address and port of the sender. 发送方地址。 */
            remote: string;
            /** @description Bytes, two lower-case digits each. 十六进制字节。 */
            hex: components["schemas"]["Hex"];
        };
        /** @description A page of them. 一页。 */
        FrameEvidencePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["FrameEvidence"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description A role and where it holds (SEC-AZ-03, PL-4). 角色及其范围。 */
        Grant: {
            /** @description The role. 角色。 */
            role: components["schemas"]["RoleName"];
            /** @description Where it holds; left out for the whole tenant. 数据范围。 */
            within?: components["schemas"]["Bounds"];
        };
        /** @description Another role or other bounds. 授权修改。 */
        GrantChange: {
            /** @description The role and where it holds. 角色与范围。 */
            grant: components["schemas"]["Grant"];
            /** @description Why. 原因。 */
            reason: string;
        };
        /** @description A shift handed over. 一次交接班。 */
        Handover: {
            /** @description Id of the handover. 交接 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Who handed over. 交班人。 */
            givenBy: components["schemas"]["Actor"];
            /** @description Null until the next officer signs. 接班人签字前为 null。 */
            takenBy: components["schemas"]["Actor"] | null;
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description When it was taken over. 接班时间。 */
            takenAt: components["schemas"]["TimeOrNull"];
            /** @description Open alarms then. 未关闭告警数。 */
            open: components["schemas"]["Count"];
            /** @description Shelved then. 搁置数。 */
            shelved: components["schemas"]["Count"];
            /** @description Overdue then. 逾期数。 */
            overdue: components["schemas"]["Count"];
            /** @description Silent devices then. 失联设备数。 */
            silentDevices: components["schemas"]["Count"];
            /** @description The sound was tested. 已测试声音。 */
            isSoundTested: boolean;
            /** @description In words. 说明。 */
            notes: string;
        };
        /** @description A handover. 交班。 */
        HandoverDraft: {
            /** @description The sound was tested. 已测试声音。 */
            isSoundTested: boolean;
            /** @description In words. 说明。 */
            notes: string;
        };
        /** @description A page of them. 一页。 */
        HandoverPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Handover"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        Health: {
            /**
             * @description What became of it. 处理结果。
             * @constant
             */
            status: "ok";
        };
        /** @description Bytes, two lower-case digits each. 十六进制字节。 */
        Hex: string;
        /** @description Which ones. 选定的记录。 */
        IdList: {
            /** @description Ids, each once. 记录 id。 */
            ids: components["schemas"]["RecordId"][];
        };
        Imei: string;
        /** @description An import. 导入任务。 */
        Import: {
            /** @description Id of the import. 导入 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description What the rows are. 记录类别。
             * @enum {string}
             */
            kind: "operator" | "unit" | "device" | "component" | "alarm";
            /** @description The spreadsheet. 表格文件。 */
            fileId: components["schemas"]["RecordId"];
            /** @description Its name. 文件名。 */
            fileName: string;
            /**
             * @description Stage: nothing is stored before it is committed as a whole. 阶段:整体提交前不写入。
             * @enum {string}
             */
            stage: "checking" | "checked" | "storing" | "stored" | "failed" | "discarded";
            /** @description How far it is. 进度。 */
            progress: components["schemas"]["JobProgress"];
            /** @description Rows. 行数。 */
            rows: components["schemas"]["Count"];
            /** @description Rows that fit. 合格行数。 */
            good: components["schemas"]["Count"];
            /** @description Rows that do not. 不合格行数。 */
            bad: components["schemas"]["Count"];
            /** @description Records made. 新增数。 */
            created: components["schemas"]["Count"];
            /** @description Records changed. 更新数。 */
            updated: components["schemas"]["Count"];
            /** @description Headings that name no member: their cells are not imported. 未识别的列,其内容不导入。 */
            ignoredColumns: string[];
            /** @description Who asked for it. 创建者。 */
            createdBy: components["schemas"]["Actor"];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
        };
        /** @description What to import. 导入。 */
        ImportDraft: {
            /** @description An uploaded CSV or XLSX file. 已上传的 CSV 或 XLSX。 */
            fileId: components["schemas"]["RecordId"];
            /**
             * @description What the rows are. 记录类别。
             * @enum {string}
             */
            kind: "operator" | "unit" | "device" | "component" | "alarm";
            /** @description Column heading to member, where the hub does not guess it. 列名与成员的对应。 */
            columns?: {
                [key: string]: string;
            };
            /** @description Sheet of the workbook; the first when left out. 工作表。 */
            sheet?: string;
        };
        /** @description One thing that is wrong with a row. 一处问题。 */
        ImportFinding: {
            /** @description JSON pointer to the member. 成员的 JSON 指针。 */
            path: string;
            /** @description Stable word for the fault. 固定的错误代码。 */
            code: string;
            /** @description Requirement that was broken, such as SH-3. 违反的要求。 */
            clause?: string;
            /** @description The cell of the sheet; left out where the sheet has no column for it. 单元格。 */
            cell?: string;
            /** @description In both languages. 中英文说明。 */
            message: components["schemas"]["Words"];
        };
        /** @description A page of them. 一页。 */
        ImportPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Import"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description One row's report. 单行报告。 */
        ImportRow: {
            /** @description Row of the sheet, from 1. 行号。 */
            row: number;
            /**
             * @description Whether it fits. 是否合格。
             * @enum {string}
             */
            status: "good" | "bad";
            /** @description Id of the record. 记录 id。 */
            id: string | null;
            /** @description What is wrong, one by one. 逐处错误。 */
            errors: components["schemas"]["ImportFinding"][];
            /** @description What is odd, and taken all the same: codes that no list has, swapped coordinates. 可疑但接受的内容。 */
            warnings: components["schemas"]["ImportFinding"][];
        };
        /** @description A page of them. 一页。 */
        ImportRowPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ImportRow"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /**
         * 安装档案
         * @description How a device was installed, by whom, and what its vendor promised. 设备的安装、验收与质保档案。
         */
        Installation: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Date of installation. 安装日期。 */
            installedOn: components["schemas"]["Date"];
            /** @description Kind of place, where it is not the unit's. 场所类型,与单位不同时填写。 */
            placeType?: components["schemas"]["Code"];
            /** @description Where in the place it stands, of the list installationSpots; a charging device must say it (CP-1.4). 安装部位,充电设备必填。 */
            spot?: components["schemas"]["Code"];
            /** @description Was the wiring checked before (EF-5.6)? 安装前是否检测线路。 */
            isWiringChecked?: boolean;
            /** @description Protection that is in place (EF-3.2). 防护措施。 */
            protection?: ("waterproof" | "dustproof" | "corrosionProof" | "damageProof")[];
            /** @description Who installed and commissioned it (EF-5.7). 安装调试人员。 */
            installers?: components["schemas"]["Installer"][];
            /** @description Last day of the vendor's free repair, 3 years from the installation when left out (EF-5.2). 免费维修截止日,默认 3 年。 */
            vendorRepairUntil?: components["schemas"]["Date"];
            /** @description Last day of the vendor's free maintenance, 1 year from the installation when left out (EF-5.2). 免费维护截止日,默认 1 年。 */
            vendorMaintenanceUntil?: components["schemas"]["Date"];
            /** @description Investment, fen (PL-2). 投资额,分。 */
            investmentFen?: number;
            /** @description Of it the unit's own funds, fen (PL-2). 单位自筹,分。 */
            ownShareFen?: number;
            /**
             * @description Review of an earlier installation (PL-2). 早期安装的复核状态。
             * @enum {string}
             */
            review?: "none" | "pending" | "accepted" | "refused";
            /** @description Documents of the file (EF-5.2). 技术档案文件。 */
            files?: components["schemas"]["RecordId"][];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
            /** @description When it last changed; set by the platform. 更新时间。 */
            updatedAt?: components["schemas"]["Time"];
        };
        /** @description A person who installed it. 安装人员。 */
        Installer: {
            /** @description Name; personal data. 姓名,个人信息。 */
            name: components["schemas"]["PersonName"];
            /** @description Holds an electrician's certificate. 持电工证。 */
            isElectrician: boolean;
            /** @description Number of the certificate, which holds that of an identity card; personal data. 证书编号,含身份证号,个人信息。 */
            certificate?: string;
            /** @description The electrician who was present, where the person is none; personal data. 在场电工,个人信息。 */
            accompaniedBy?: components["schemas"]["PersonName"];
        };
        /** @description Who accepts an invitation. 接受邀请。 */
        InvitationAnswer: {
            /** @description One-time code of the invitation. 邀请码。 */
            code: string;
            /** @description 8 to 128 characters, any Unicode, checked by the policy (SEC-USR-02). 密码,8 至 128 个字符。 */
            password: string;
        };
        /** @description Why one item of a bulk request was refused. 单条被拒收的原因。 */
        ItemProblem: {
            /** @description Stable word for programs. 固定代码。 */
            code: string;
            /** @description In English. 英文标题。 */
            title: string;
            /** @description In Chinese. 中文标题。 */
            titleZh: string;
            /** @description What is wrong, one by one. 逐处错误。 */
            errors?: components["schemas"]["Finding"][];
        };
        /** @description A job that ended. 结束的任务。 */
        JobEnd: {
            /**
             * @description What kind of job. 任务种类。
             * @enum {string}
             */
            job: "import" | "export" | "report" | "reconciliation" | "backup";
            /** @description Id of the job. 任务 id。 */
            id: components["schemas"]["RecordId"];
            /** @description How far it is. 进度。 */
            progress: components["schemas"]["JobProgress"];
        };
        /** @description How far a job is. 任务进度。 */
        JobProgress: {
            /**
             * @description State of the job. 任务状态。
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Items dealt with so far. 已处理条数。 */
            doneItems: components["schemas"]["Count"];
            /** @description Items in all; null while not known. 总条数,未知时为 null。 */
            totalItems: number | null;
            /** @description When it began. 开始时间。 */
            startedAt: components["schemas"]["TimeOrNull"];
            /** @description When it ended; null before. 结束时间。 */
            finishedAt: components["schemas"]["TimeOrNull"];
            /** @description Why it failed; null otherwise. 失败原因。 */
            error: components["schemas"]["ItemProblem"] | null;
        };
        /** @description Why a mapping made no request. 映射出错原因。 */
        KeptMappingFault: {
            /** @description What was wrong. 问题代码。 */
            code: components["schemas"]["Code"];
            /** @description Characters of the expression up to and with the token at which it failed. 表达式内的字符位置。 */
            position: number | null;
            /** @description JSON Pointer into its result. 结果内的位置。 */
            path: string;
        };
        /** @description One bucket. 一档。 */
        LatencyBucket: {
            /** @description Upper bound, milliseconds. 上界,毫秒。 */
            upToMs: number;
            /** @description How many. 数量。 */
            count: components["schemas"]["Count"];
        };
        /** @description Times of one leg; percentiles are times that were measured. 一个环节的时延。 */
        LatencyFigure: {
            /**
             * @description Which part of the way: the device's own time, received, durable, given to a live stream, painted by a console. 环节:设备时间、接收、落盘、推送、显示。
             * @enum {string}
             */
            leg: "deviceToReceived" | "receivedToStored" | "storedToPushed" | "storedToShown" | "receivedToShown";
            /**
             * @description Which of the two systems. 系统类别。
             * @enum {string}
             */
            system: "electricalFire" | "charging";
            /** @description Alarms measured. 样本数。 */
            count: components["schemas"]["Count"];
            /** @description Median, milliseconds. 中位数,毫秒。 */
            p50Ms: number;
            /** @description 99th percentile, milliseconds. P99,毫秒。 */
            p99Ms: number;
            /** @description Greatest, milliseconds. 最大值,毫秒。 */
            maxMs: number;
            /** @description Limit from received to shown: 20 s and 5 s. 从接收到显示的限值,毫秒。 */
            limitMs: number;
            /** @description Over the limit. 超限数。 */
            over: components["schemas"]["Count"];
        };
        /** @description Times of every leg. 各环节时延。 */
        LatencyFigures: {
            /** @description The items. 条目。 */
            items: components["schemas"]["LatencyFigure"][];
        };
        /** @description How fast events were painted. 显示时延。 */
        LatencyReport: {
            /** @description As in the watch beat. 同值守上报。 */
            consoleId: components["schemas"]["RecordId"];
            /** @description Counts by upper bound. 按上界计数。 */
            buckets: components["schemas"]["LatencyBucket"][];
            /** @description Which they were. One that is not there, or not to be seen, is passed over. 显示的告警;不存在或无权查看的忽略。 */
            alarms?: components["schemas"]["ShownAlarm"][];
        };
        /** @description Newest value of every quantity. 各测量量的最新值。 */
        LatestReadings: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description The items. 条目。 */
            items: components["schemas"]["Reading"][];
        };
        Latitude: number;
        /** @description A rule and the level that it is of. 规则及其级别。 */
        LeveledThreshold: {
            /** @description From this time on. 起始时间(含)。 */
            from: components["schemas"]["ThresholdLevel"];
            rule: components["schemas"]["Threshold"];
        };
        /** @description One limit. 一项限额。 */
        Limit: {
            /** @description Its name. 名称。 */
            name: string;
            /** @description What holds now. 当前值。 */
            value: number;
            /** @description What holds when nothing is set. 默认值。 */
            default: number;
            /** @description UCUM unit. 单位。 */
            unit: string;
            /** @description Refusals since the start. 启动以来拒绝次数。 */
            refused: components["schemas"]["Count"];
            /** @description It can be changed while the hub runs; else it is given with the hub's configuration. 可在线修改;否则在启动配置中设定。 */
            isLive: boolean;
            /** @description In both languages. 中英文说明。 */
            words: components["schemas"]["Words"];
        };
        /** @description Every limit (SEC-LIM). 全部限额。 */
        LimitList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Limit"][];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description Limits to change, by name. 修改限额。 */
        LimitPatch: {
            /** @description New values by name. 新值。 */
            values: {
                [key: string]: number;
            };
            /** @description Why; audited. 原因。 */
            reason: string;
        };
        Longitude: number;
        /** @description Where map tiles come from. 地图来源。 */
        MapSource: {
            /** @description Tile template with {z}, {x} and {y}; null for no tiles. 瓦片地址模板。 */
            url: string | null;
            /** @description System of the tiles. 瓦片坐标系。 */
            coordinateSystem: components["schemas"]["Code"];
            /** @description Shown on the map. 来源标注。 */
            attribution: string;
            /** @description Map approval number (审图号), needed for a public source. 审图号。 */
            approvalNumber: string;
            /** @description Least zoom. 最小级别。 */
            zoomMin: number;
            /** @description Greatest zoom. 最大级别。 */
            zoomMax: number;
            /** @description The hub fetches the tiles. 由平台代理。 */
            isViaHub: boolean;
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description What a mapping makes of an event: `body` and what goes with it, or `skip`. 推送映射的结果。 */
        MappedEvent: {
            /** @description Any JSON. 任意 JSON。 */
            body?: unknown;
            /** @description What stands for the `{names}` of the path. 路径变量。 */
            variables?: {
                [key: string]: string | number;
            };
            headers?: components["schemas"]["MappedHeaders"];
            /**
             * @description This event is not sent. 不推送。
             * @constant
             */
            skip?: true;
        };
        /** @description What of a mapping's result would be taken: an object of it, or of the list that it is. 可入库的内容。 */
        MappedFacts: {
            /** @description The `wireAddress` of a device of the protocol `json`; null: none is named, frames say themselves whose they are. 以协议 json 登记的设备通信地址。 */
            device: string | null;
            /** @description A record that names another IMEI takes nothing of it; null: none is named. 登记了其他 IMEI 的设备不接受。 */
            imei: string | null;
            /** @description Values. 测量值。 */
            readings: components["schemas"]["UplinkReading"][];
            /** @description Conditions. 状况。 */
            conditions: components["schemas"]["UplinkCondition"][];
            /** @description Frames that it tells. 报文。 */
            frames: components["schemas"]["MappedFrame"][];
        };
        /** @description A frame of a protocol of bytes; exactly one of `hex` and `base64`. 一帧二进制报文。 */
        MappedFrame: {
            /** @description Its protocol. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description As hex. 十六进制。 */
            hex?: string;
            /** @description As base64. 以 base64 表示。 */
            base64?: string;
        };
        /** @description Headers, none of them secret. 请求头(不含密钥)。 */
        MappedHeaders: {
            [key: string]: string;
        };
        /** @description The request that would be sent. 将要发送的请求。 */
        MappedRequest: {
            /** @description Below the webhook's address. 地址之下的路径。 */
            path: string;
            headers: components["schemas"]["MappedHeaders"];
            /** @description Any JSON. 任意 JSON。 */
            body: unknown;
        };
        /** @description An expression in JSONata; it is worked out outside of the hub's process, within bounds of steps, depth, memory and time. JSONata 表达式,在独立进程中有界求值。 */
        MappingExpression: string;
        /** @description Headers of a push that the expression reads as `$headers`, whose names are in lower case there. 表达式中以 `$headers` 读取的请求头(小写名称)。 */
        MappingHeaders: string[];
        /** @description What the expression reads as `$params`; it holds no secrets, as it is shown. 表达式中的 `$params`,会被显示,不得含密钥。 */
        MappingParameters: Record<string, never>;
        /** @description Path below the webhook's address, with `{names}` that the mapping fills with its `variables`; left out: that of the preset, or nothing. 推送地址之下的路径模板。 */
        MappingPath: string;
        /** @description A mapping that the hub brings along. 预设映射。 */
        MappingPreset: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["MappingPresetId"];
            /**
             * @description `in`: of pushes that a receiver takes; `out`: of events that a webhook sends. 接收或推送。
             * @enum {string}
             */
            direction: "in" | "out";
            /** @description Name to show. 名称。 */
            name: components["schemas"]["MappingWords"];
            /**
             * @description `own`: a form of our own; `unconfirmed`: after public documentation, not run against the platform. 自定形式,或未经平台联调证实。
             * @enum {string}
             */
            status: "own" | "unconfirmed";
            source: components["schemas"]["MappingWords"];
            headers: components["schemas"]["MappingHeaders"];
            parameters: components["schemas"]["MappingParameters"];
            expression: components["schemas"]["MappingExpression"];
            /** @description Where it is wrong. 位置。 */
            path?: components["schemas"]["MappingPath"];
        };
        /** @description Id of a mapping that the hub brings along. 预设映射 id。 */
        MappingPresetId: string;
        /** @description Presets. 预设映射列表。 */
        MappingPresetList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["MappingPreset"][];
        };
        /** @description In words. 说明。 */
        MappingWords: {
            /** @description Chinese. 中文。 */
            zh: string;
            /** @description English. 英文。 */
            en: string;
        };
        /** @description One member before and after. 一个成员的前后值。 */
        MemberChange: {
            /** @description Name of the member. 成员名。 */
            member: string;
            /** @description Its value before; null when it was not there. 修改前的值。 */
            before: unknown;
            /** @description Its value after; null when it was removed. 修改后的值。 */
            after: unknown;
        };
        /** @description The members to change. 需修改的成员。 */
        MergePatch: Record<string, never>;
        Name: string;
        /** @description A secret, shown once. 只显示一次的密钥。 */
        NewSecret: {
            /** @description Id of the secret, for revoking it. 密钥 id。 */
            id: components["schemas"]["RecordId"];
            /** @description The secret itself; the hub keeps only a hash (SEC-API-04). 密钥,平台只保存哈希。 */
            secret: string;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["TimeOrNull"];
        };
        /** @description The tenant, and the one-time code of its first administrator, shown once. 新租户及首个管理员的一次性代码。 */
        NewTenant: {
            tenant: components["schemas"]["Tenant"];
            /** @description It makes the first administrator (`setUp`). 用于创建首个管理员。 */
            code: string;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description Where the next page begins; null on the last one. 下一页的游标,最后一页为 null。 */
        NextCursor: string | null;
        /** @description One hub process. 一个平台进程。 */
        NodeStatus: {
            /** @description Its name. 名称。 */
            name: string;
            /**
             * @description State. 状态。
             * @enum {string}
             */
            state: "up" | "degraded" | "down";
            /**
             * @description Active or standby. 主备。
             * @enum {string}
             */
            role: "active" | "standby";
            /** @description What is wrong; empty when nothing is. 异常说明。 */
            text: string;
        };
        /** @description Tell somebody now. 立即通知。 */
        NoticeDraft: {
            /**
             * @description How. 渠道。
             * @enum {string}
             */
            channel: "voice" | "sms" | "app" | "mail";
            /**
             * @description Whom. 通知对象。
             * @enum {string}
             */
            recipient: "unitContact" | "operatorContact" | "assignee" | "contact";
            /** @description For `contact`: which. 指定联系人。 */
            contactId?: components["schemas"]["RecordId"];
            /** @description In words; kept with the notice. 附言,随记录保存。 */
            note?: string;
        };
        /** @description One notice to one person. 一条通知。 */
        Notification: {
            /** @description Id of the notice. 通知 id。 */
            id: components["schemas"]["RecordId"];
            /** @description About which alarm. 告警。 */
            alarmId: components["schemas"]["RecordId"];
            channel: components["schemas"]["NotificationWay"];
            /** @description Channel setting that carried it; null until it is sent. 所用渠道设置,未发送时为 null。 */
            channelId: components["schemas"]["RecordIdOrNull"];
            /** @description Who gets it. 接收人。 */
            recipient: components["schemas"]["Actor"];
            /** @description Number or address, masked. 号码或地址,已脱敏。 */
            target: string;
            /** @description Step of the rule; 0: by hand. 第几级,0 为人工。 */
            step: number;
            /**
             * @description State; `merged`: another message stands for it. 状态;merged 表示已并入另一条。
             * @enum {string}
             */
            state: "queued" | "sending" | "sent" | "delivered" | "answered" | "heard" | "acknowledged" | "failed" | "expired" | "cancelled" | "merged";
            /** @description Requests to providers so far. 已发起的请求数。 */
            attempts: components["schemas"]["Count"];
            /** @description Alarms that it stands for. 所代表的告警数。 */
            count: components["schemas"]["Count"];
            /** @description Of somebody who asked for it. 附言。 */
            note: string | null;
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description When it was sent; null before. 发送时间。 */
            sentAt: components["schemas"]["TimeOrNull"];
            /** @description When it ended; null before. 结束时间。 */
            endedAt: components["schemas"]["TimeOrNull"];
            /** @description Why it failed. 失败原因。 */
            error: string | null;
            /** @description What the provider said, in order. 回执,按时间。 */
            receipts: components["schemas"]["NotificationReceipt"][];
        };
        /** @description Where somebody is reached; sealed at rest, never read back. 通知地址,加密存储,不再读出。 */
        NotificationAddresses: {
            /** @description Phone. 电话。 */
            phone?: components["schemas"]["Phone"];
            /** @description Mail address. 邮箱。 */
            mail?: string;
            /** @description User id in WeCom. 企业微信账号。 */
            wecomUserId?: string;
            /** @description Registration id of JPush. 极光注册 id。 */
            jpushId?: string;
            webPush?: components["schemas"]["WebPushSubscription"];
        };
        /** @description How often one number may be used. 单号频次上限。 */
        NotificationCap: {
            /** @description Times. 次数。 */
            max: number;
            /** @description Within so long. 时间窗毫秒。 */
            windowMs: number;
            hours?: components["schemas"]["DaySpan"];
        };
        /** @description A way by which notices go, without its secrets. 通知渠道,不含密钥。 */
        NotificationChannel: {
            /** @description Id. 主键。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description Its kind. 类别。 */
            kind: components["schemas"]["NotificationChannelKind"];
            options: components["schemas"]["NotificationOptions"];
            /** @description Of SMS and calls; the first that names an alarm. 模板,首个命中者。 */
            templates: components["schemas"]["NotificationTemplate"][];
            /** @description With code variables only; used when the provider refuses the other. 仅含代码变量的兜底模板。 */
            fallbackTemplate: components["schemas"]["NotificationTemplate"] | null;
            /** @description Per number; null: what is known of the provider. 单号频次,null 为服务商默认值。 */
            caps: components["schemas"]["NotificationCap"][] | null;
            /** @description The lower goes first. 优先级,小者先用。 */
            priority: number;
            /** @description Whether it is used. 是否启用。 */
            isEnabled: boolean;
            channel: components["schemas"]["NotificationWay"];
            /** @description Which secrets there are. 已设置的密钥。 */
            secretsSet: string[];
            /** @description It failed too often and is left alone until then; others are used. 暂停至此时,改用其他渠道。 */
            pausedUntil: components["schemas"]["TimeOrNull"];
            /** @description What it said last when it failed. 最近错误。 */
            lastError: string | null;
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: components["schemas"]["Version"];
        };
        /** @description A channel, and where its provider calls back; shown once. 渠道及只显示一次的回执地址。 */
        NotificationChannelAddress: {
            channel: components["schemas"]["NotificationChannel"];
            /** @description Enter it at the provider. 在服务商处填写。 */
            url: components["schemas"]["WebAddress"];
        };
        /** @description A way by which notices go. 通知渠道。 */
        NotificationChannelDraft: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description Its kind. 类别。 */
            kind: components["schemas"]["NotificationChannelKind"];
            options?: components["schemas"]["NotificationOptions"];
            secrets?: components["schemas"]["NotificationSecrets"];
            /** @description Of SMS and calls; the first that names an alarm. 模板,首个命中者。 */
            templates?: components["schemas"]["NotificationTemplate"][];
            /** @description With code variables only; used when the provider refuses the other. 仅含代码变量的兜底模板。 */
            fallbackTemplate?: components["schemas"]["NotificationTemplate"] | null;
            /** @description Per number; null: what is known of the provider. 单号频次,null 为服务商默认值。 */
            caps?: components["schemas"]["NotificationCap"][] | null;
            /** @description The lower goes first. 优先级,小者先用。 */
            priority?: number;
            /** @description Whether it is used. 是否启用。 */
            isEnabled?: boolean;
        };
        /**
         * @description Who carries it. 渠道类别。
         * @enum {string}
         */
        NotificationChannelKind: "mail" | "webhook" | "wecomRobot" | "wecomApp" | "dingtalkRobot" | "feishuRobot" | "aliyunSms" | "aliyunVoice" | "tencentSms" | "tencentVoice" | "jpush" | "webPush" | "twilioSms" | "twilioVoice";
        /** @description All channels. 全部渠道。 */
        NotificationChannelList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["NotificationChannel"][];
        };
        /** @description What to change; the kind stays. 修改内容,类别不可改。 */
        NotificationChannelPatch: {
            /** @description Name to show. 名称。 */
            name?: components["schemas"]["Name"];
            options?: components["schemas"]["NotificationOptions"];
            secrets?: components["schemas"]["NotificationSecrets"];
            /** @description Of SMS and calls; the first that names an alarm. 模板,首个命中者。 */
            templates?: components["schemas"]["NotificationTemplate"][];
            /** @description With code variables only; used when the provider refuses the other. 仅含代码变量的兜底模板。 */
            fallbackTemplate?: components["schemas"]["NotificationTemplate"] | null;
            /** @description Per number; null: what is known of the provider. 单号频次,null 为服务商默认值。 */
            caps?: components["schemas"]["NotificationCap"][] | null;
            /** @description The lower goes first. 优先级,小者先用。 */
            priority?: number;
            /** @description Whether it is used. 是否启用。 */
            isEnabled?: boolean;
        };
        /** @description Somebody who can be told, masked. 通知联系人,已脱敏。 */
        NotificationContact: {
            /** @description Id. 主键。 */
            id: components["schemas"]["RecordId"];
            /** @description Name, masked. 脱敏姓名。 */
            name: string;
            /** @description The account of this person here. 对应账号。 */
            accountId: components["schemas"]["RecordIdOrNull"];
            /** @description Masked. 脱敏电话。 */
            phone: string | null;
            /** @description Masked. 脱敏邮箱。 */
            mail: string | null;
            /** @description Which addresses there are. 已设置的地址。 */
            addressesSet: string[];
            /** @description By which channels they can be reached. 可用渠道。 */
            channels: components["schemas"]["NotificationWay"][];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: components["schemas"]["Version"];
        };
        /** @description Somebody who can be told. 通知联系人。 */
        NotificationContactDraft: {
            /** @description Name. 姓名。 */
            name: components["schemas"]["PersonName"];
            /** @description The account of this person here. 对应账号。 */
            accountId?: components["schemas"]["RecordIdOrNull"];
            addresses: components["schemas"]["NotificationAddresses"];
        };
        /** @description All contacts. 全部联系人。 */
        NotificationContactList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["NotificationContact"][];
        };
        /** @description What to change; addresses take the place of all of them. 修改内容,地址整体替换。 */
        NotificationContactPatch: {
            /** @description Name. 姓名。 */
            name?: components["schemas"]["PersonName"];
            /** @description The account of this person here. 对应账号。 */
            accountId?: components["schemas"]["RecordIdOrNull"];
            addresses?: components["schemas"]["NotificationAddresses"];
        };
        /** @description When several alarms are one message. 归并。 */
        NotificationGrouping: {
            /** @description After a message about a unit or root the next one waits so long. 归并时间窗。 */
            windowSeconds: number;
            /** @description More alarms of a class in a minute are one storm. 告警风暴阈值。 */
            stormPerMinute: number;
            /** @description Messages to one person about one storm. 每人每次风暴的消息上限。 */
            perPersonMax: number;
        };
        /** @description Settings by name; which ones a kind takes is in docs/notifications.md. 设置项。 */
        NotificationOptions: {
            [key: string]: string;
        };
        /** @description A page of them. 一页。 */
        NotificationPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Notification"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description All rules, first match first. 通知策略。 */
        NotificationPolicy: {
            /** @description Rules. 规则。 */
            rules: components["schemas"]["NotificationRule"][];
            /** @description Who is on call. 排班。 */
            schedules?: components["schemas"]["OnCallSchedule"][];
            /** @description Told when nobody acknowledged an alarm of class alarm; at least one. 兜底联系人,至少一人。 */
            fallbackContactIds: components["schemas"]["RecordId"][];
            grouping?: components["schemas"]["NotificationGrouping"];
            /** @description A duty desk is kept: when nobody has watched for 60 s, an alarm goes to the phone at once. 设有值班台:60 秒无人值守时直接电话通知。 */
            dutyDesk?: boolean;
            /**
             * @description Language of notices. 通知语言。
             * @enum {string}
             */
            language?: "zh" | "en";
            /** @description Read only: when nobody is on call within four weeks. 只读:四周内的值班空档。 */
            gaps?: components["schemas"]["OnCallGap"][];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description What a provider said of a notice. 服务商回执。 */
        NotificationReceipt: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description State. 状态。 */
            state: string;
            /** @description Code of the provider. 服务商代码。 */
            code: string;
            /** @description Key that was pressed. 按键。 */
            key: string | null;
        };
        /** @description Who is told about which alarms. 通知规则。 */
        NotificationRule: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description Alarm classes. 告警类别。 */
            classes: components["schemas"]["Code"][];
            /** @description Only these types. 限定告警类型。 */
            types?: components["schemas"]["Code"][];
            /** @description Only these place types. 限定场所。 */
            placeTypes?: components["schemas"]["Code"][];
            /** @description Only these units. 限定单位。 */
            unitIds?: components["schemas"]["RecordId"][];
            hours?: components["schemas"]["DaySpan"];
            /** @description Steps, by time. 各级通知。 */
            steps: components["schemas"]["NotificationStep"][];
            quietHours?: components["schemas"]["DaySpan"];
            /** @description From the last step to the next loop; 900 when left out. 两轮间隔,默认 900 秒。 */
            repeatSeconds?: number;
            /** @description Loops until somebody acknowledges; 3 of class alarm, else 1. 轮数。 */
            loops?: number;
            /** @description What was not sent after so long is not sent; 60. 过期分钟数,默认 60。 */
            expireMinutes?: number;
        };
        /** @description Secrets by name; sealed at rest, never read back. 密钥,加密存储,不再读出。 */
        NotificationSecrets: {
            [key: string]: string;
        };
        /** @description One step of a rule. 一级通知。 */
        NotificationStep: {
            /** @description After the alarm, unless it was acknowledged. 告警后秒数(未确认时)。 */
            afterSeconds: number;
            /** @description How, at once. Whoever has none of them is told by what they have. 渠道,同时进行。 */
            channels: ("voice" | "sms" | "app" | "mail" | "chat" | "webhook")[];
            /** @description Whom. 通知对象。 */
            recipients: ("unitContact" | "operatorContact" | "dutyOfficer" | "assignee" | "account" | "contact" | "group")[];
            /** @description For `account`: which. 指定账号。 */
            accountIds?: components["schemas"]["RecordId"][];
            /** @description For `contact`: which. 指定联系人。 */
            contactIds?: components["schemas"]["RecordId"][];
            /** @description For `group`: which robots and webhooks. 指定群机器人或回调。 */
            channelIds?: components["schemas"]["RecordId"][];
            /** @description For `dutyOfficer`: by which schedule; the first when it is left out. 按哪个排班。 */
            scheduleId?: components["schemas"]["RecordId"];
        };
        /** @description A template that the provider has approved, and which fact each of its variables is, in its order. 已审核模板及变量对应关系。 */
        NotificationTemplate: {
            /** @description Id at the provider. 模板编号。 */
            id: string;
            /** @description Variables in order. 变量,按顺序。 */
            variables: {
                /** @description Name in the template. 变量名。 */
                name: string;
                /**
                 * @description Which fact; `code`: a short code of the alarm. 对应的要素。
                 * @enum {string}
                 */
                fact: "type" | "class" | "unit" | "device" | "value" | "time" | "count" | "code";
            }[];
            /** @description Only for these types. 限定告警类型。 */
            types?: components["schemas"]["Code"][];
            /** @description Only for these classes. 限定类别。 */
            classes?: components["schemas"]["Code"][];
        };
        /** @description To whom. 发给谁。 */
        NotificationTest: {
            /** @description Contact. 联系人。 */
            contactId: components["schemas"]["RecordId"];
        };
        /** @description What the provider said. 服务商的应答。 */
        NotificationTestResult: {
            /**
             * @description `unknown`: it may have got through. unknown 表示可能已送达。
             * @enum {string}
             */
            outcome: "accepted" | "refused" | "unknown";
            /** @description Why not. 未成功的原因。 */
            code: string | null;
        };
        /**
         * @description How: `app` is a card or push to one person, `chat` a robot in a group, by which nobody counts as reached. 渠道;chat 为群机器人,不算通知到人。
         * @enum {string}
         */
        NotificationWay: "voice" | "sms" | "app" | "mail" | "chat" | "webhook";
        /** @description When nobody is on call. 值班空档。 */
        OnCallGap: {
            /** @description Of which schedule. 排班。 */
            scheduleId: components["schemas"]["RecordId"];
            /** @description From then. 开始时间。 */
            from: components["schemas"]["Time"];
            /** @description Until then. 结束时间。 */
            until: components["schemas"]["Time"];
        };
        /** @description Somebody else for a time. 临时替班。 */
        OnCallOverride: {
            /** @description From then. 开始时间。 */
            from: components["schemas"]["Time"];
            /** @description Until then. 结束时间。 */
            until: components["schemas"]["Time"];
            /** @description Who; null: nobody. 替班人,null 为无人。 */
            contactId: components["schemas"]["RecordIdOrNull"];
        };
        /** @description Who is on call, a week each in turn. 轮值排班,按周轮换。 */
        OnCallSchedule: {
            /** @description Id within the policy. 排班 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /**
             * Format: date
             * @description First day of the first turn; turns change on its weekday. 首轮起始日。
             */
            from: string;
            /** @description When turns change. 交接时间。 */
            handOver: string;
            /** @description Contacts in turn. 轮值联系人。 */
            rotation: components["schemas"]["RecordId"][];
            hours?: components["schemas"]["DaySpan"];
            /** @description The last one goes before. 以后录入者为准。 */
            overrides?: components["schemas"]["OnCallOverride"][];
        };
        /**
         * 运维机构
         * @description 为单位运行和维护设备的机构。 The organisation that runs and maintains devices for units. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         */
        Operator: {
            /**
             * ID
             * @description 运维机构的 id,在一个平台内唯一。 Id of the operator, unique within a platform.
             */
            id: components["schemas"]["RecordId"];
            /**
             * 名称
             * @description 运维机构名称。 Name of the operator.
             */
            name: components["schemas"]["Name"];
            /**
             * 编码
             * @description 运维机构的编码,建议用统一社会信用代码。 Code of the operator; the unified social credit code is recommended.
             */
            code: components["schemas"]["RecordId"];
            /**
             * 统一社会信用代码
             * @description 运维机构的统一社会信用代码(GB 32100-2015)。 Unified social credit code of the operator (GB 32100-2015).
             */
            creditCode?: components["schemas"]["CreditCode"];
            /**
             * 地址
             * @description 运维机构的地址。 Address of the operator.
             */
            address: components["schemas"]["Address"];
            /**
             * 联系人姓名
             * @description 联系人姓名,属个人信息。 Name of the contact; personal data.
             */
            contactName: components["schemas"]["PersonName"];
            /**
             * 联系人电话
             * @description 联系人电话,属个人信息。 Phone of the contact; personal data.
             */
            contactPhone: components["schemas"]["ShownPhone"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        /** @description A document that an operator must keep. 运维机构应备的制度文件。 */
        OperatorDocument: {
            /**
             * @description Which of the documents of EF-5.4, or a qualification of EF-5.8. 文件类别。
             * @enum {string}
             */
            kind: "management" | "warningHandling" | "inspection" | "deviceOperation" | "patrol" | "systemOperation" | "emergency" | "networkSecurity" | "backupPlan" | "maintenance" | "qualification";
            /** @description Its title. 标题。 */
            title: components["schemas"]["Name"];
            /** @description The file; left out when it is kept elsewhere. 文件 id,另行保存时可不填。 */
            fileId?: components["schemas"]["RecordId"];
            /** @description First day of validity. 生效日期。 */
            validFrom: components["schemas"]["Date"];
            /** @description Last day of validity; none when left out. 有效期至,不填为长期。 */
            validUntil?: components["schemas"]["Date"];
        };
        /** @description All documents of the operator, and its qualification. 全部制度文件与资质。 */
        OperatorDocumentUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["OperatorDocument"][];
            qualification?: components["schemas"]["OperatorQualification"];
        };
        /** @description The documents of an operator, its qualification, and what is lacking. 制度文件、资质及缺项。 */
        OperatorDocuments: {
            /** @description The items. 条目。 */
            items: components["schemas"]["OperatorDocument"][];
            qualification?: components["schemas"]["OperatorQualification"];
            /** @description Kinds without a document that is valid today. 缺少现行有效文件的类别。 */
            missing: string[];
            /** @description What the qualification lacks (EF-5.8). 资质缺项。 */
            shortcomings: components["schemas"]["QualificationShortcoming"][];
        };
        /** @description Organisation code: characters 9 to 17 of the credit code. 组织机构代码,9 位。 */
        OperatorID: string;
        OperatorPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Operator"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
            /** @description Where the change feed stood before this page was read. 读取此页之前变更流的位置。 */
            feedCursor: components["schemas"]["FeedCursor"];
        };
        /** @description What an operator is and whom it has (EF-5.8). 运维机构资质。 */
        OperatorQualification: {
            /** @description It is a legal person. 具有法人资格。 */
            isLegalPerson: boolean;
            /** @description Its business covers operation. 经营范围包含运维。 */
            isOperationInScope: boolean;
            /** @description Its technicians. 技术人员。 */
            technicians: components["schemas"]["OperatorTechnician"][];
        };
        /** @description A technician of an operator: 5 years of experience or an electrician's certificate (EF-5.8). 技术人员。 */
        OperatorTechnician: {
            /** @description Name; personal data. 姓名,个人信息。 */
            name: components["schemas"]["PersonName"];
            /** @description Years of experience. 从业年限。 */
            experienceYears?: number;
            /** @description Holds an electrician's certificate. 持电工证。 */
            isElectrician: boolean;
            /** @description Number of the certificate, which holds that of an identity card; personal data. 证书编号,含身份证号,个人信息。 */
            certificate?: string;
        };
        OperatorUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Operator"][];
        };
        /** @description A record that is owed. 待送记录。 */
        OwedRecord: {
            /**
             * @description Its kind. 类别。
             * @enum {string}
             */
            kind: "operator" | "unit" | "device" | "component" | "alarm";
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: components["schemas"]["Version"];
            /** @description Since when. 起始时间。 */
            since: components["schemas"]["Time"];
            /**
             * @description Owed, or refused for good. 状态。
             * @enum {string}
             */
            state: "pending" | "refused";
            /** @description The receiver's words. 对方给出的原因。 */
            error: string | null;
            /** @description What would be sent, in the destination's coordinate system, persons masked; null when the record is no longer there. 将发送的内容,个人信息脱敏;记录已不存在时为 null。 */
            body: unknown;
        };
        /** @description A page of them. 一页。 */
        OwedRecordPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["OwedRecord"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description A platform that this hub talks to. 互联平台。 */
        Party: {
            /** @description Id of the party. 平台 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
            /** @description Name of the organisation. 机构名称。 */
            name: components["schemas"]["Name"];
            /**
             * @description Of the link. `offline`: silent for five minutes, and its /versions does not answer the hub. 互联状态;offline 表示静默五分钟且其 /versions 无应答。
             * @enum {string}
             */
            state: "invited" | "connected" | "offline" | "suspended";
            /** @description Version in use. 使用的版本。 */
            version: string | null;
            /** @description Its /versions; null before it registers. 对方的版本地址。 */
            url: components["schemas"]["WebAddress"] | null;
            /** @description What it may do. 权限范围。 */
            scopes: string[];
            /** @description Where it holds; null for the whole tenant. 数据范围。 */
            within: components["schemas"]["Bounds"] | null;
            /** @description What it serves and takes. 对方的模块。 */
            endpoints: components["schemas"]["ApiEndpoint"][];
            /** @description When it last called, or answered. 最近一次来访或应答的时间。 */
            lastSeenAt: components["schemas"]["TimeOrNull"];
            /** @description Renew at least monthly. 凭证最近轮换时间。 */
            credentialsRenewedAt: components["schemas"]["TimeOrNull"];
            /** @description When the invitation, or the newest token, ends. 邀请或最新令牌的失效时间。 */
            expiresAt: components["schemas"]["TimeOrNull"];
            /**
             * @description `there`: it registered with our invitation; `here`: we with its, and we renew. 由哪一方发起接入。
             * @enum {string}
             */
            initiative: "here" | "there";
            exchange: components["schemas"]["PartyExchange"];
            /** @description Sharing destination through which it is pushed to; its state is at /sharing/{id}. 对应的共享目的地。 */
            destinationId: components["schemas"]["RecordId"] | null;
            /** @description How pulling goes; null where nothing is pulled. 拉取状态。 */
            pull: components["schemas"]["PartyPullState"] | null;
        };
        /** @description An invitation that we got. 收到的邀请。 */
        PartyConnection: {
            /** @description The other side's /versions. 对方的版本地址。 */
            versionsUrl: components["schemas"]["WebAddress"];
            /** @description The token A that it has given. 对方给出的令牌 A。 */
            token: string;
            /** @description What the other side may do here. 对方在本平台的权限范围。 */
            scopes: string[];
            /** @description Where it holds. 数据范围。 */
            within?: components["schemas"]["Bounds"];
            exchange?: components["schemas"]["PartyExchange"];
            /** @description Default true: both sides sign each request with their tokens (RFC 9421, SEC-API-03), which do not travel again; false for a platform that only takes bearer tokens. 双方以令牌逐次签名,令牌不再传输;对方只支持 Bearer 令牌时填 false。 */
            isSigning?: boolean;
        };
        /** @description What goes to a platform and what comes from it. 与对方的数据交换。 */
        PartyExchange: {
            push?: components["schemas"]["PartyPush"];
            pull?: components["schemas"]["PartyPull"];
        };
        /** @description Who may register. 邀请。 */
        PartyInvitation: {
            /** @description Name of the organisation. 机构名称。 */
            name: components["schemas"]["Name"];
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
            /** @description What it may do. 权限范围。 */
            scopes: string[];
            /** @description Where it holds. 数据范围。 */
            within?: components["schemas"]["Bounds"];
            exchange?: components["schemas"]["PartyExchange"];
        };
        /** @description Kinds of records. 记录类别。 */
        PartyKinds: ("operator" | "unit" | "device" | "component" | "alarm")[];
        /** @description A page of them. 一页。 */
        PartyPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Party"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What is read from it once per period. 从对方定期读取的内容。 */
        PartyPull: {
            kinds: components["schemas"]["PartyKinds"];
            /** @description Period of reading, seconds; default 300. 读取周期,秒,默认 300。 */
            periodSeconds?: number;
        };
        /** @description How pulling goes. 拉取状态。 */
        PartyPullState: {
            /** @description When it last went well; null for never. 最近成功时间。 */
            lastOkAt: components["schemas"]["TimeOrNull"];
            /** @description Of the last attempt; null when it went well. 最近一次错误。 */
            lastError: string | null;
            /** @description Records that changed ours, since it was connected. 已采用的记录数。 */
            taken: components["schemas"]["Count"];
            /** @description Records that did not fit here, at the last reading. 最近一次未采用的记录数。 */
            refused: components["schemas"]["Count"];
        };
        /** @description What is pushed to it: alarms at once, the rest once per period. 向对方推送的内容。 */
        PartyPush: {
            kinds: components["schemas"]["PartyKinds"];
            /** @description System in which it wants positions: CGCS2000 (default), WGS84, GCJ02 or BD09. 坐标系。 */
            coordinateSystem?: components["schemas"]["Code"];
            /** @description Period of everything but alarms, seconds; default 60. 告警以外的推送周期,秒,默认 60。 */
            periodSeconds?: number;
            /**
             * @description `full` only by agreement and over https (SEC-PII-05); default masked. 个人信息是否脱敏,默认脱敏。
             * @enum {string}
             */
            personalData?: "full" | "masked";
            /** @description Agreement by which it gets full personal data; must be named for `full`. 提供完整个人信息所依据的协议。 */
            agreement?: string;
        };
        /** @description Token A, shown once. 令牌 A,只显示一次。 */
        PartyToken: {
            /** @description The party. 平台 id。 */
            partyId: components["schemas"]["RecordId"];
            /** @description Hand it over out of band. 线下交付。 */
            token: string;
            /** @description Where the other side begins. 起始地址。 */
            versionsUrl: components["schemas"]["WebAddress"];
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description A passkey. 通行密钥。 */
        Passkey: {
            /** @description Id of the passkey. 通行密钥 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: string;
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description When it was last used; null for never. 最近使用时间。 */
            lastUsedAt: components["schemas"]["TimeOrNull"];
        };
        /** @description What the browser's WebAuthn call gave. 浏览器 WebAuthn 调用的结果。 */
        PasskeyAnswer: {
            /** @description Of the step before. 上一步的凭据。 */
            ticket: string;
            /** @description PublicKeyCredential.toJSON(). 凭证 JSON。 */
            credential: Record<string, never>;
        };
        /** @description A new passkey. 新通行密钥。 */
        PasskeyDraft: {
            /** @description Of the step before. 上一步的凭据。 */
            ticket: string;
            /** @description Name to show. 名称。 */
            name: string;
            /** @description PublicKeyCredential.toJSON(). 凭证 JSON。 */
            credential: Record<string, never>;
        };
        /** @description Passkeys of the account. 通行密钥列表。 */
        PasskeyList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Passkey"][];
        };
        /** @description A new password. 修改密码。 */
        PasswordChange: {
            /** @description The present one. 原密码。 */
            old: string;
            /** @description The new one. 新密码。 */
            new: string;
        };
        /** @description First factor. 第一因素。 */
        PasswordSignIn: {
            /** @description Name to sign in with. 登录名。 */
            account: string;
            /** @description 8 to 128 characters, any Unicode, checked by the policy (SEC-USR-02). 密码,8 至 128 个字符。 */
            password: string;
        };
        /** @description JSON Pointer (RFC 6901) into what the platform reports, such as `/APPdata`. 载荷内的 JSON 指针。 */
        PayloadMember: string;
        PersonName: string;
        /** @description All personal fields (SEC-PII-01). 个人信息登记表。 */
        PersonalDataRegister: {
            /** @description The items. 条目。 */
            items: components["schemas"]["PersonalField"][];
        };
        /** @description A personal field. 个人信息字段。 */
        PersonalField: {
            /** @description Of which schema. 所属结构。 */
            schema: string;
            /** @description Which member. 成员。 */
            member: string;
            /** @description What for. 用途。 */
            purpose: components["schemas"]["Words"];
            /** @description On what basis. 依据。 */
            basis: components["schemas"]["Words"];
            /** @description Who gets it. 接收方。 */
            recipients: components["schemas"]["Words"];
            /** @description How long it is kept; null as long as its record. 保存天数。 */
            retentionDays: number | null;
        };
        Phone: string;
        /** @description A notice that would go out. 将发出的通知。 */
        PlannedNotice: {
            /** @description About which alarm; `sample`: the sample. 告警。 */
            alarmId: components["schemas"]["RecordId"];
            channel: components["schemas"]["NotificationWay"];
            /** @description Channel setting; null: none works now. 渠道设置,null 为暂不可用。 */
            channelId: components["schemas"]["RecordIdOrNull"];
            /** @description Who gets it. 接收人。 */
            recipient: components["schemas"]["Actor"];
            /** @description Masked. 已脱敏。 */
            target: string;
            /** @description Step of the rule. 第几级。 */
            step: number;
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
        };
        PlatformCode: string;
        /** @description What one platform gives to the other. 平台凭证。 */
        PlatformCredentials: {
            /** @description With which the receiver of this object calls its sender. 调用本方所用的令牌。 */
            token: string;
            /** @description The sender's /versions. 本方的版本地址。 */
            url: components["schemas"]["WebAddress"];
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
            /** @description Name of the organisation. 机构名称。 */
            name: components["schemas"]["Name"];
            /** @description Every request is signed with token C (RFC 9421, SEC-API-03), which then never travels again and is refused as a bearer. 以令牌 C 对每个请求签名,令牌此后不再传输,也不能作为 Bearer 使用。 */
            isSigning?: boolean;
            /** @description Whoever calls with token B signs each request with it instead of sending it (RFC 9421, SEC-API-03); its `keyid` is the SHA-256 of the token in hex. 以令牌 B 调用本方时须逐次签名而不传输令牌,`keyid` 为令牌的 SHA-256(十六进制)。 */
            mustSign?: boolean;
        };
        /** @description What this hub gives back: token C, shown once. 本平台返回的凭证,令牌 C 只显示一次。 */
        PlatformCredentialsAnswer: {
            /** @description With which the receiver of this object calls its sender. 调用本方所用的令牌。 */
            token: string;
            /** @description `keyid` of its signatures; null where the token is sent. 签名所用的 keyid。 */
            keyId: string | null;
            /** @description The hub's /versions. 本平台的版本地址。 */
            url: components["schemas"]["WebAddress"];
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
            /** @description Name of the organisation. 机构名称。 */
            name: components["schemas"]["Name"];
            /** @description What the token may do. 令牌的权限范围。 */
            scopes: string[];
            /** @description Where it holds; null for the whole tenant. 数据范围。 */
            within: components["schemas"]["Bounds"] | null;
            /** @description When it was made; renew at least monthly. 令牌产生时间,至少每月轮换一次。 */
            renewedAt: components["schemas"]["Time"];
            /** @description When it ends, a year after it was made. 令牌失效时间,产生后一年。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description What this hub gave, without the token. 本平台给出的凭证(不含令牌)。 */
        PlatformCredentialsInfo: {
            /** @description The hub's /versions. 本平台的版本地址。 */
            url: components["schemas"]["WebAddress"];
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
            /** @description Name of the organisation. 机构名称。 */
            name: components["schemas"]["Name"];
            /** @description What the token may do. 令牌的权限范围。 */
            scopes: string[];
            /** @description Where it holds; null for the whole tenant. 数据范围。 */
            within: components["schemas"]["Bounds"] | null;
            /** @description When it was made; renew at least monthly. 令牌产生时间,至少每月轮换一次。 */
            renewedAt: components["schemas"]["Time"];
            /** @description When it ends, a year after it was made. 令牌失效时间,产生后一年。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description A push in the form of the platform that sends it: CTWing AEP, OneNET, Huawei IoTDA, or whatever a mapping reads. 平台自身格式的推送。 */
        PlatformPush: Record<string, never> | unknown[];
        /** @description An alarm that nobody has raised. 样例告警。 */
        PolicySample: {
            /** @description Class. 类别。 */
            class: components["schemas"]["Code"];
            /** @description Type. 类型。 */
            type: components["schemas"]["Code"];
            /** @description Unit. 单位。 */
            unitId: components["schemas"]["RecordId"];
            /** @description When it was. 时间。 */
            at?: components["schemas"]["Time"];
        };
        /** @description A policy to try: on a sample, on past alarms, or both. 策略试算。 */
        PolicyTrial: {
            /** @description The policy. 策略。 */
            policy?: components["schemas"]["NotificationPolicy"];
            sample?: components["schemas"]["PolicySample"];
            /** @description From then. 开始时间。 */
            from?: components["schemas"]["Time"];
            /** @description Until then. 截止时间。 */
            to?: components["schemas"]["Time"];
        };
        /** @description Who would have been told. 试算结果。 */
        PolicyTrialResult: {
            /** @description Alarms that were tried, 500 at most. 试算的告警数。 */
            alarms: components["schemas"]["Count"];
            /** @description Notices that would go out. 将发出的通知。 */
            notices: components["schemas"]["PlannedNotice"][];
            /** @description Alarms of which nobody would be told. 无人被通知的告警。 */
            untold: components["schemas"]["RecordId"][];
        };
        /**
         * 在线状态变化
         * @description A device came online, went offline or timed out. 设备在线状态的一次变化。
         */
        PresenceChange: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Key of the unit. 单位主键。 */
            unitId: components["schemas"]["RecordId"];
            /** @description What it became. 变为。 */
            presence: components["schemas"]["Code"];
            /** @description What it was. 原为。 */
            before: components["schemas"]["Code"];
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description When it was last heard before. 此前最后收到报文的时间。 */
            heardAt: components["schemas"]["TimeOrNull"];
            /** @description How long it had been silent; null when it came online the first time. 静默秒数。 */
            silentSeconds: number | null;
        };
        /** @description A page of them. 一页。 */
        PresenceChangePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["PresenceChange"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description How many devices are in each state; each is counted once. 各状态设备数,每台只计一次。 */
        PresenceCounts: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Online. 在线。 */
            online: components["schemas"]["Count"];
            /** @description Offline. 离线。 */
            offline: components["schemas"]["Count"];
            /** @description Timed-out offline. 超时离线。 */
            timedOut: components["schemas"]["Count"];
            /** @description Registered but never heard. 已登记但从未上线。 */
            neverHeard: components["schemas"]["Count"];
        };
        /** @description Presence of one device on one day; the seconds add up to what is known of the day. 一台设备一天的在线情况;秒数之和为当日已知时长。 */
        PresenceDay: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description The day in the hub's zone. 日期。 */
            date: components["schemas"]["Date"];
            /** @description Seconds online. 在线秒数。 */
            onlineSeconds: number;
            /** @description Seconds offline. 离线秒数。 */
            offlineSeconds: number;
            /** @description Seconds timed-out offline. 超时离线秒数。 */
            timedOutSeconds: number;
            /** @description How often it went from online to offline or timed-out. 掉线次数。 */
            outages: components["schemas"]["Count"];
        };
        /** @description A page of them. 一页。 */
        PresenceDayPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["PresenceDay"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description Availability of one group. 一组设备的在线率。 */
        PresenceFigure: {
            /** @description One member for each dimension. 各维度的取值。 */
            key: {
                [key: string]: string | null;
            };
            /** @description Devices of which anything is known. 在线状态已知的设备数。 */
            devices: components["schemas"]["Count"];
            /** @description Share of the known time of all of them. 已知时间中在线的占比。 */
            onlineShare: number;
            /** @description Devices that were timed-out offline at some time. 曾超时离线的设备数。 */
            timedOutDevices: components["schemas"]["Count"];
        };
        /** @description A table of availability. 在线率统计表。 */
        PresenceFigures: {
            /** @description The items. 条目。 */
            items: components["schemas"]["PresenceFigure"][];
        };
        /** @description RFC 9457 problem details. 错误详情。 */
        Problem: {
            /** @description URI of the kind of problem: a page that describes it, with the code as anchor. 问题类型的说明地址。 */
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
            /** @description What is wrong, one by one. 逐处错误。 */
            errors?: components["schemas"]["Finding"][];
        };
        /** @description A device profile. 设备描述文件。 */
        ProfileInfo: {
            /** @description Id of the profile. 描述文件 id。 */
            id: components["schemas"]["Code"];
            /** @description Who wrote it. 厂商。 */
            vendor: components["schemas"]["Name"];
            /** @description For which model. 型号。 */
            model: components["schemas"]["Name"];
            /** @description Protocol that it builds on. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description Version of the profile. 版本。 */
            version: string;
            /** @description Test vectors inside. 测试向量数。 */
            vectorCount: components["schemas"]["Count"];
        };
        /** @description Device profiles. 设备描述文件。 */
        ProfileList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ProfileInfo"][];
        };
        /** @description A push as it came. 一次推送。 */
        Push: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description When the hub received it. 接收时间。 */
            receivedAt: components["schemas"]["Time"];
            /**
             * @description What it tells. 内容类别。
             * @enum {string}
             */
            kind: "data" | "online" | "offline" | "commandResult" | "other";
            /** @description The device as the receiver names it; empty: it names none. 设备标识。 */
            device: string;
            /**
             * @description `pending`: stored, not yet decoded; `refused`: a part of it could not be read. 处理状态。
             * @enum {string}
             */
            state: "pending" | "taken" | "refused";
            /** @description Frames and messages stored from it. 入库的报文数。 */
            taken: components["schemas"]["Count"];
            /** @description What of it could not be taken. 未能处理的部分。 */
            faults: components["schemas"]["PushFault"][];
            /** @description What the platform sent, as it was sent. 推送原文。 */
            body: string;
        };
        /** @description Confirmation. 确认。 */
        PushAnswer: {
            /**
             * @description `duplicate`: it was stored before. 重发的推送只存一次。
             * @enum {string}
             */
            status: "accepted" | "duplicate";
        };
        /** @description What could not be taken of a push. 未能处理的部分。 */
        PushFault: {
            /** @description What was wrong. 问题代码。 */
            code: components["schemas"]["Code"];
            /** @description JSON Pointer into the push; of a code that begins with `mapping-`, into what the mapping made. 推送内(或映射结果内)的位置。 */
            path: string;
            /** @description Of a mapping that failed: characters of its expression up to and with the token at which it did. 出错处在表达式中的字符位置(含该记号)。 */
            position?: number | null;
            /** @description In words. 说明。 */
            message: {
                /** @description Chinese. 中文。 */
                zh: string;
                /** @description English. 英文。 */
                en: string;
            };
        };
        /** @description A page of pushes. 推送分页。 */
        PushPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Push"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description A mapping, a preset or an expression, and a sample of a push. 待试算的映射与推送样例。 */
        PushTrial: {
            preset?: components["schemas"]["MappingPresetId"];
            expression?: components["schemas"]["MappingExpression"];
            parameters?: components["schemas"]["MappingParameters"];
            /** @description What the platform would push. 平台推送的内容。 */
            body: Record<string, never> | unknown[];
            /** @description Headers that come with it. 随推送的请求头。 */
            headers?: {
                [key: string]: string;
            };
        };
        /** @description What came of it. 试算结果。 */
        PushTrialResult: {
            /** @description What the expression made; null: it failed, or made nothing. 表达式结果。 */
            result: unknown;
            /** @description What would be taken. 可入库的内容。 */
            facts: components["schemas"]["MappedFacts"][];
            /** @description What would be refused. 被拒的内容。 */
            faults: components["schemas"]["PushFault"][];
        };
        /** @description Something that EF-5.8 asks for. 资质缺项。 */
        QualificationShortcoming: {
            /** @description Where, as a JSON pointer. 位置。 */
            path: string;
            /** @description In words. 英文说明。 */
            en: string;
            /** @description 中文说明。 */
            zh: string;
        };
        /**
         * 测量值
         * @description A measured value of a device. 设备的一个测量值。
         */
        Reading: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Which component measured it; null for the device as a whole. 测量部件,整机为 null。 */
            componentId: components["schemas"]["RecordIdOrNull"];
            /** @description What is measured: a slug of the code list `quantities`. 测量量。 */
            quantity: components["schemas"]["Code"];
            /** @description In `unit`; null when the quality says that there is none. 测量值;无值时为 null。 */
            value: number | null;
            /** @description UCUM unit. UCUM 单位。 */
            unit: string;
            /** @description How far it can be trusted. 数据质量。 */
            quality: components["schemas"]["Code"];
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description When the hub received it. 接收时间。 */
            receivedAt: components["schemas"]["Time"];
        };
        ReadingAnswer: {
            /** @description What became of each item, in their order. 逐条结果,顺序与请求相同。 */
            results: components["schemas"]["ReadingResult"][];
        };
        /** @description One step of a series. 序列中的一段。 */
        ReadingBucket: {
            /** @description Start of the step. 起始时间。 */
            from: components["schemas"]["Time"];
            /** @description Good values in it; 0 is a gap. 有效值个数,0 表示缺口。 */
            count: components["schemas"]["Count"];
            /** @description Least value. 最小值。 */
            min: number | null;
            /** @description Greatest value: a peak is never lost. 最大值,不丢峰值。 */
            max: number | null;
            /** @description Mean value. 平均值。 */
            mean: number | null;
            /** @description Last value. 末值。 */
            last: number | null;
            /** @description Set point then; null when it is not known. 当时的设定值,不明时为 null。 */
            threshold: number | null;
        };
        ReadingItem: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description Id of the component; null for the device as a whole. 部件 id。 */
            componentId?: components["schemas"]["RecordIdOrNull"];
            /** @description What is measured: a slug of the code list `quantities`. 测量量。 */
            quantity: components["schemas"]["Code"];
            /** @description In the quantity's unit. 以该测量量的单位计。 */
            value: number;
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
        };
        ReadingPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Reading"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        ReadingResult: {
            /** @description Of the item; null when it has none that is text. 该条的设备 id。 */
            deviceId: string | null;
            /**
             * @description What became of it. 处理结果。
             * @enum {string}
             */
            status: "created" | "unchanged" | "refused";
            /** @description Why it was refused. 拒收原因。 */
            problem?: components["schemas"]["ItemProblem"];
        };
        /** @description One quantity of one component, downsampled. 一个部件一个测量量的降采样序列。 */
        ReadingSeries: {
            /** @description Id of the device. 设备 id。 */
            deviceId: components["schemas"]["RecordId"];
            /** @description The component. 部件。 */
            componentId: components["schemas"]["RecordIdOrNull"];
            /** @description What is measured: a slug of the code list `quantities`. 测量量。 */
            quantity: components["schemas"]["Code"];
            /** @description UCUM unit. UCUM 单位。 */
            unit: string;
            /** @description Length of a step, seconds. 每段秒数。 */
            stepSeconds: number;
            /** @description The items. 条目。 */
            items: components["schemas"]["ReadingBucket"][];
        };
        /** @description Series, one for each component and quantity. 各部件各测量量的序列。 */
        ReadingSeriesList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ReadingSeries"][];
        };
        ReadingUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ReadingItem"][];
        };
        /** @description Why it is done; kept in the audit log. 操作原因,记入审计。 */
        Reason: {
            /** @description In words. 原因说明。 */
            reason: string;
        };
        /** @description What the provider asks to be answered. 服务商要求的应答。 */
        ReceiptAnswer: Record<string, never>;
        /** @description A receiver, without its secrets. 接收器(不含密钥)。 */
        Receiver: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: components["schemas"]["Version"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /**
             * @description Which platform pushes. 推送平台。
             * @enum {string}
             */
            platform: "ctwing" | "onenet" | "onenetLegacy" | "iotda" | "mapping";
            /**
             * @description Which of the platform's names of a device is the hub's. 以平台的哪个标识对应设备。
             * @enum {string}
             */
            deviceKey: "imei" | "deviceId" | "deviceName" | "nodeId";
            payload: components["schemas"]["ReceiverPayload"];
            /** @description Addresses from which pushes are taken. 允许的来源。 */
            sources: string[];
            /** @description Whether pushes are taken. 是否接收。 */
            isEnabled: boolean;
            switches: components["schemas"]["ReceiverSwitches"];
            /** @description How commands go down; null: they do not. 命令下行设置。 */
            commands: components["schemas"]["ReceiverCommands"] | null;
            /** @description Names of the secrets that it has. 已设置的密钥名称。 */
            secretsSet: string[];
            /** @description When the newest push came that is kept. 最近一次推送时间。 */
            lastPushAt: components["schemas"]["TimeOrNull"];
            /** @description Pushes refused at its addresses since the hub started. 启动以来拒收的推送数。 */
            refused: components["schemas"]["Count"];
            /** @description Code of the last refusal. 最近一次拒收的代码。 */
            lastRefusal: string | null;
            /** @description What the platform made of the last command, when that was no success: `HTTP 403`, `code 1000`, `timeout`. 最近一次命令下发的错误。 */
            commandError: string | null;
        };
        /** @description A receiver and the address to enter at the platform, shown once. 接收器及推送地址(只显示一次)。 */
        ReceiverAddress: {
            receiver: components["schemas"]["Receiver"];
            /** @description Address to enter at the platform: keep it secret. 填入平台的推送地址,请保密。 */
            url: string;
        };
        /** @description How commands go down by the platform: of CTWing AEP only, whose signature is confirmed; what is not is a member here. 经平台下发命令(仅 CTWing)。 */
        ReceiverCommands: {
            /** @description Base address of the platform's gateway. 平台 API 网关地址。 */
            url: components["schemas"]["WebAddress"];
            /** @description Path of the command call; `/aep_device_command/command` when it is left out (unconfirmed). 命令接口路径(未证实)。 */
            path?: string;
            /** @description Version header of that call; `20190712225145` when it is left out. 接口版本。 */
            version?: string;
            /**
             * @description Form of a transparent command: the frame as hex in `payload`, alone or beside `dataType` 2 (unconfirmed which). 透传命令的内容格式(未证实)。
             * @enum {string}
             */
            content?: "payload" | "typedPayload";
            /** @description How long the platform keeps a command for a sleeping device; 7200 when it is left out. 平台缓存命令的时间,秒。 */
            ttlSeconds?: number;
            /** @description Whether the protocol's own confirms go down as commands too; false when it is left out. 是否将协议应答也作为命令下发。 */
            confirms?: boolean;
        };
        /** @description Which member of the payload says an alarm. 载荷成员与报警的对应。 */
        ReceiverCondition: {
            member: components["schemas"]["PayloadMember"];
            /** @description A slug of the code list `alarmTypes`. 报警类型。 */
            type: components["schemas"]["Code"];
            /** @description Values that raise it; any other value reports it gone, which clears nothing (SEC-DEV-03). 表示报警的取值,其余取值表示报告恢复。 */
            raisedBy: (string | number | boolean)[];
            /** @description Component in the device's own numbering. 部件编号。 */
            component?: string;
        };
        /** @description A receiver to set up. 新接收器。 */
        ReceiverDraft: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /**
             * @description CTWing AEP, OneNET (current, legacy multi-protocol), Huawei IoTDA, or any that pushes JSON, by a mapping. 推送平台,或以映射接收的任意 JSON。
             * @enum {string}
             */
            platform: "ctwing" | "onenet" | "onenetLegacy" | "iotda" | "mapping";
            /**
             * @description Which of the platform's names of a device is the hub's: the `wireAddress` of its record where the payload has no address of its own. Needed but for `mapping`, which says it itself. 以平台的哪个标识对应设备通信地址;映射方式不填。
             * @enum {string}
             */
            deviceKey?: "imei" | "deviceId" | "deviceName" | "nodeId";
            payload: components["schemas"]["ReceiverPayload"];
            /** @description Addresses and ranges from which pushes are taken; empty: any. 允许的来源地址段,空为不限。 */
            sources?: string[];
            /** @description False: pushes are refused, so that the platform keeps or resends them. 停用后拒收推送。 */
            isEnabled?: boolean;
            switches?: components["schemas"]["ReceiverSwitches"];
            /** @description How commands go down; null or left out: they do not. 命令下行设置。 */
            commands?: components["schemas"]["ReceiverCommands"] | null;
            secrets?: components["schemas"]["ReceiverSecrets"];
        };
        /** @description Receivers. 接收器。 */
        ReceiverList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Receiver"][];
        };
        /** @description What to change; the platform stays. 修改内容,平台类别不可改。 */
        ReceiverPatch: {
            /** @description Name to show. 名称。 */
            name?: components["schemas"]["Name"];
            /**
             * @description Which of the platform's names of a device is the hub's. 以平台的哪个标识对应设备。
             * @enum {string}
             */
            deviceKey?: "imei" | "deviceId" | "deviceName" | "nodeId";
            payload?: components["schemas"]["ReceiverPayload"];
            /** @description Addresses and ranges from which pushes are taken. 允许的来源地址段。 */
            sources?: string[];
            /** @description Whether pushes are taken. 是否接收。 */
            isEnabled?: boolean;
            switches?: components["schemas"]["ReceiverSwitches"];
            /** @description How commands go down; null or left out: they do not. 命令下行设置。 */
            commands?: components["schemas"]["ReceiverCommands"] | null;
            secrets?: components["schemas"]["ReceiverSecretsPatch"];
        };
        /** @description How what a device reports is read: `frames` by a protocol of bytes, `members` by a list of members, `mapping` by an expression. 载荷的解读方式。 */
        ReceiverPayload: {
            /**
             * @description `frames`: a frame of `protocol` in `member`; `members`: `readings` and `conditions`; `mapping`: a `preset` or an `expression`. 二进制报文、JSON 属性或映射。
             * @enum {string}
             */
            kind: "frames" | "members" | "mapping";
            /** @description Protocol of the frames. 报文协议。 */
            protocol?: components["schemas"]["Code"];
            member?: components["schemas"]["PayloadMember"];
            /**
             * @description How the frame is written as text. 报文的文本编码。
             * @enum {string}
             */
            encoding?: "base64" | "hex";
            /** @description Values. 测量值。 */
            readings?: components["schemas"]["ReceiverReading"][];
            /** @description Conditions. 状况。 */
            conditions?: components["schemas"]["ReceiverCondition"][];
            preset?: components["schemas"]["MappingPresetId"];
            expression?: components["schemas"]["MappingExpression"];
            parameters?: components["schemas"]["MappingParameters"];
            headers?: components["schemas"]["MappingHeaders"];
        };
        /** @description Which member of the payload is which value. 载荷成员与测量量的对应。 */
        ReceiverReading: {
            member: components["schemas"]["PayloadMember"];
            /** @description What is measured: a slug of the code list `quantities`. 测量量。 */
            quantity: components["schemas"]["Code"];
            /** @description Component in the device's own numbering. 部件编号。 */
            component?: string;
            /** @description By which the value is multiplied to be in the quantity's unit; 1 when it is left out. 换算系数,省略为 1。 */
            factor?: number;
        };
        /** @description Secrets agreed with the platform; sealed, and never shown again. 与平台约定的密钥,加密保存,不再显示。 */
        ReceiverSecrets: {
            /** @description Token of OneNET pushes. OneNET 推送 Token。 */
            token?: string;
            /** @description Key of encrypted pushes: 43 characters of the legacy OneNET, 16 of the current one. 消息加密密钥。 */
            aesKey?: string;
            /** @description AppKey of CTWing AEP for commands. AEP 应用 AppKey。 */
            appKey?: string;
            /** @description Its AppSecret. AEP 应用 AppSecret。 */
            appSecret?: string;
            /** @description MasterKey of the product. 产品 MasterKey。 */
            masterKey?: string;
            /** @description Value of the header of `switches`. 请求头的值。 */
            headerValue?: string;
            /** @description Platform `mapping`: what `Authorization: Bearer` must say. Bearer 令牌。 */
            bearerToken?: string;
            /** @description Platform `mapping`: key of the HMAC, its text as UTF-8. HMAC 密钥。 */
            hmacKey?: string;
            /** @description Platform `mapping`: secret of Standard Webhooks, whose `webhook-id` then tells a resend. Standard Webhooks 密钥。 */
            webhookSecret?: string;
        };
        /** @description Secrets to set anew; null takes one away, what is left out stays. 要修改的密钥,null 为删除。 */
        ReceiverSecretsPatch: {
            /** @description Token of OneNET pushes. OneNET 推送 Token。 */
            token?: string | null;
            /** @description Key of encrypted pushes. 消息加密密钥。 */
            aesKey?: string | null;
            /** @description AppKey of CTWing AEP for commands. AEP 应用 AppKey。 */
            appKey?: string | null;
            /** @description Its AppSecret. AEP 应用 AppSecret。 */
            appSecret?: string | null;
            /** @description MasterKey of the product. 产品 MasterKey。 */
            masterKey?: string | null;
            /** @description Value of the header of `switches`. 请求头的值。 */
            headerValue?: string | null;
            /** @description What `Authorization: Bearer` must say. Bearer 令牌。 */
            bearerToken?: string | null;
            /** @description Key of the HMAC. HMAC 密钥。 */
            hmacKey?: string | null;
            /** @description Secret of Standard Webhooks. Standard Webhooks 密钥。 */
            webhookSecret?: string | null;
        };
        /** @description What no source confirms, as it is found to be at a platform; each is off until it is set. 未经证实的平台行为开关。 */
        ReceiverSwitches: {
            /** @description Name of a header that the platform is set to send along with `headerValue` (unconfirmed for each platform). 平台附带的请求头名称(未证实)。 */
            header?: string;
            /**
             * @description Encrypted pushes of the current OneNET: whether the initial vector is the key or zeros (unconfirmed). OneNET 加密推送的初始向量(未证实)。
             * @enum {string}
             */
            aesIv?: "key" | "zero";
            /** @description Platform `mapping`: the header with the HMAC of the body, whose key is the secret `hmacKey`. 携带请求体 HMAC 的请求头。 */
            hmacHeader?: string;
            /**
             * @description Its digest; `sha256` when it is left out. 摘要算法。
             * @enum {string}
             */
            hmacAlgorithm?: "sha256" | "sha512" | "sha1";
            /**
             * @description How it is written; `hex` when it is left out. 编码。
             * @enum {string}
             */
            hmacEncoding?: "hex" | "base64";
            /** @description Text before it, such as `sha256=`. 前缀。 */
            hmacPrefix?: string;
            /** @description Platform `mapping`: the header whose value tells a resend. 用于识别重发的请求头。 */
            idHeader?: string;
            /** @description Platform `mapping`: the member whose value tells a resend. 用于识别重发的成员。 */
            idMember?: components["schemas"]["PayloadMember"];
        };
        /** @description A comparison of both sides. 一次对账。 */
        Reconciliation: {
            /** @description Id of the reconciliation. 对账 id。 */
            id: components["schemas"]["RecordId"];
            /** @description With whom. 目的地。 */
            destinationId: components["schemas"]["RecordId"];
            /** @description What is compared. 对账的类别。 */
            kinds: ("operator" | "unit" | "device" | "component" | "alarm")[];
            /** @description Changed at this time or later. 起始更新时间(含)。 */
            updatedFrom: components["schemas"]["TimeOrNull"];
            /** @description Changed before this time. 截止更新时间(不含)。 */
            updatedTo: components["schemas"]["TimeOrNull"];
            /** @description Who asked for it. 发起者。 */
            startedBy: components["schemas"]["Actor"];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description How far it is. 进度。 */
            progress: components["schemas"]["JobProgress"];
            /** @description Here but not there. 对方缺少。 */
            missingThere: components["schemas"]["Count"];
            /** @description There but not here. 本方缺少。 */
            missingHere: components["schemas"]["Count"];
            /** @description On both sides but not the same. 内容不一致。 */
            different: components["schemas"]["Count"];
            /** @description Differ only because they are on their way: owed, or changed since the comparison began; not listed. 尚在途中的记录,不列入差异。 */
            owed: components["schemas"]["Count"];
        };
        /** @description What to compare. 对账范围。 */
        ReconciliationDraft: {
            /** @description With whom. 目的地。 */
            destinationId: components["schemas"]["RecordId"];
            /** @description What is compared. 对账的类别。 */
            kinds: ("operator" | "unit" | "device" | "component" | "alarm")[];
            /** @description Changed at this time or later. 起始更新时间(含)。 */
            updatedFrom?: components["schemas"]["Time"];
            /** @description Changed before this time. 截止更新时间(不含)。 */
            updatedTo?: components["schemas"]["Time"];
        };
        /** @description A page of them. 一页。 */
        ReconciliationPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Reconciliation"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description One version of a record. 记录的一次变更。 */
        RecordChange: {
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: components["schemas"]["Version"];
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Who did it. 操作者。 */
            by: components["schemas"]["Actor"];
            /** @description Why, where it was said. 原因。 */
            reason: string | null;
            /** @description What changed. 变更内容。 */
            changes: components["schemas"]["MemberChange"][];
        };
        /** @description A page of them. 一页。 */
        RecordChangePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["RecordChange"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        RecordId: string;
        RecordIdOrNull: string | null;
        /** @description Second factor by recovery code. 恢复码。 */
        RecoveryCodeSignIn: {
            /** @description Of the step before. 上一步的凭据。 */
            ticket: string;
            /** @description One of the recovery codes; each works once. 恢复码,只能用一次。 */
            code: string;
        };
        /** @description New recovery codes, shown once. 恢复码,只显示一次。 */
        RecoveryCodes: {
            /** @description Each works once; the old ones are void. 每个只能用一次,旧码作废。 */
            codes: string[];
        };
        /** @description A person confirms that it is gone. 人工确认恢复。 */
        RecoveryConfirmation: {
            /** @description How it was checked. 核实方式。 */
            note: string;
        };
        RegionCode: string;
        /** @description A report. 报告。 */
        Report: {
            /** @description Id of the report. 报告 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Number of the document, counted by kind and year. 文件编号。 */
            number: string;
            /**
             * @description Monitoring report of a unit (EF-4.3), a form, the year's evaluation (PL-5), or acceptance (EF-5.1). 报告种类。
             * @enum {string}
             */
            kind: "monitoring" | "rf3" | "rf4" | "rf5" | "rf6" | "evaluation" | "acceptance";
            /** @description Its title. 标题。 */
            title: string;
            /** @description First day. 起始日期。 */
            from: components["schemas"]["Date"];
            /** @description Last day. 截止日期。 */
            to: components["schemas"]["Date"];
            /** @description Whose; null for a form. 单位。 */
            unitId: components["schemas"]["RecordIdOrNull"];
            /** @description Of which region; null for a unit's. 区域。 */
            regionCode: string | null;
            /** @description Files that were made. 文件格式。 */
            formats: ("pdf" | "xlsx")[];
            /**
             * @description State; only a draft can be edited. 状态。
             * @enum {string}
             */
            state: "draft" | "final" | "sent";
            /** @description Rectification advice, to be edited. 整改建议。 */
            advice: string;
            /** @description Members that are still empty. 缺项。 */
            missing: string[];
            /** @description When it must be sent (the 24th). 报送期限。 */
            dueAt: components["schemas"]["TimeOrNull"];
            /** @description When it was sent, sealed (PL-1). 报送时间。 */
            sentAt: components["schemas"]["TimeOrNull"];
            /** @description To whom. 报送对象。 */
            sentTo: string | null;
            /** @description How far it is. 进度。 */
            progress: components["schemas"]["JobProgress"];
            /** @description Who asked for it. 创建者。 */
            createdBy: components["schemas"]["Actor"];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description A report to make. 新报告。 */
        ReportDraft: {
            /**
             * @description Which report. 报告种类。
             * @enum {string}
             */
            kind: "monitoring" | "rf3" | "rf4" | "rf5" | "rf6" | "evaluation" | "acceptance";
            /** @description First day. 起始日期。 */
            from: components["schemas"]["Date"];
            /** @description Last day. 截止日期。 */
            to: components["schemas"]["Date"];
            /** @description Whose. 单位。 */
            unitId?: components["schemas"]["RecordId"];
            /** @description Administrative division code. 区域编码。 */
            regionCode?: components["schemas"]["RegionCode"];
            /** @description Files to make. 文件格式。 */
            formats?: ("pdf" | "xlsx")[];
            /**
             * @description Language. 语言。
             * @enum {string}
             */
            language?: "zh" | "en";
            /** @description Contacts in full (RF-5, RF-6); needs a purpose and is told to the audit log. 联系人不脱敏,须说明用途并写入审计。 */
            isUnmasked?: boolean;
            /** @description What the contacts are for. 用途。 */
            purpose?: string;
        };
        /** @description A page of them. 一页。 */
        ReportPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Report"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What to change. 修改内容。 */
        ReportPatch: {
            /** @description Rectification advice. 整改建议。 */
            advice?: string;
            /**
             * @description Next state. 下一状态。
             * @enum {string}
             */
            state?: "final" | "sent";
            /** @description To whom. 报送对象。 */
            sentTo?: string;
            /** @description When it was sent. 报送时间。 */
            sentAt?: components["schemas"]["Time"];
        };
        /** @description A report that is made again and again. 定期报告。 */
        ReportSchedule: {
            /** @description Id of the schedule. 计划 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /**
             * @description Which report. 报告种类。
             * @enum {string}
             */
            kind: "monitoring" | "rf3" | "rf4" | "rf5" | "rf6" | "evaluation" | "acceptance";
            /**
             * @description How often. 周期。
             * @enum {string}
             */
            period: "week" | "month" | "quarter" | "year";
            /** @description Day on which it is made. 生成日。 */
            dayOfPeriod: number;
            /** @description Of which units; all when left out. 单位。 */
            unitIds?: components["schemas"]["RecordId"][];
            /** @description Accounts that get it. 接收账号。 */
            recipients?: components["schemas"]["RecordId"][];
            /** @description When it is next due; null for none. 下次时间。 */
            nextAt: components["schemas"]["Time"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description A schedule. 定期报告计划。 */
        ReportScheduleDraft: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /**
             * @description Which report. 报告种类。
             * @enum {string}
             */
            kind: "monitoring" | "rf3" | "rf4" | "rf5" | "rf6" | "evaluation" | "acceptance";
            /**
             * @description How often. 周期。
             * @enum {string}
             */
            period: "week" | "month" | "quarter" | "year";
            /** @description Day on which it is made. 生成日。 */
            dayOfPeriod: number;
            /** @description Of which units; all when left out. 单位。 */
            unitIds?: components["schemas"]["RecordId"][];
            /** @description Accounts that get it. 接收账号。 */
            recipients?: components["schemas"]["RecordId"][];
        };
        /** @description A page of them. 一页。 */
        ReportSchedulePage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["ReportSchedule"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description How long data are kept. 数据保存期限。 */
        Retention: {
            /** @description The items. 条目。 */
            items: components["schemas"]["RetentionRule"][];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description Days and hold of one data set. 一类数据的天数与证据保全。 */
        RetentionDays: {
            /**
             * @description Which data. 数据集。
             * @enum {string}
             */
            dataset: "alarms" | "readings" | "presence" | "sessions" | "frames" | "audit" | "notifications" | "reports" | "files";
            /** @description Days; never less than a year (EF-4.4.3). 保存天数,不少于一年。 */
            days: number;
            hold?: components["schemas"]["RetentionHoldOrNull"];
        };
        /** @description Legal hold: whatever was received or measured at `since` or later stays until it is lifted (null), however old. 证据保全:自 `since` 起接收或测量的数据在解除前一律不删除。 */
        RetentionHoldOrNull: {
            /** @description Since when. 起始时间。 */
            since: components["schemas"]["Time"];
            /** @description Why, such as the number of a case; audited. 原因,如案号。 */
            reason: string;
        } | null;
        /** @description How long one data set is kept. 一类数据的保存期限。 */
        RetentionRule: {
            /**
             * @description Which data. 数据集。
             * @enum {string}
             */
            dataset: "alarms" | "readings" | "presence" | "sessions" | "frames" | "audit" | "notifications" | "reports" | "files";
            /** @description Days; never less than a year (EF-4.4.3). 保存天数,不少于一年。 */
            days: number;
            /** @description Days in the database before it goes to the archive. 热数据天数。 */
            hotDays: number;
            hold: components["schemas"]["RetentionHoldOrNull"];
            /** @description Oldest record kept. 最早记录。 */
            oldestAt: components["schemas"]["TimeOrNull"];
            /** @description Rows kept, as last counted, at most an hour ago. 行数(一小时内统计)。 */
            rows: components["schemas"]["Count"];
            /** @description Bytes used. 占用字节。 */
            bytes: components["schemas"]["Count"];
            /** @description When something next expires. 下次到期清理时间。 */
            nextExpiryAt: components["schemas"]["TimeOrNull"];
        };
        /** @description Days and legal hold by data set; data sets that are not named, and a hold that is left out, stay as they are. Only readings, frames, presence and charging sessions expire. 保存期限与证据保全设置,未列出的不变;只有读数、报文、在线记录与充电会话会到期。 */
        RetentionUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["RetentionDays"][];
        };
        /** @description Whose data, which, what for. 查看个人信息。 */
        Reveal: {
            /**
             * @description Of what kind of record. 记录类别。
             * @enum {string}
             */
            kind: "operator" | "unit" | "user" | "alarm";
            /** @description Of which record. 记录 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Which members. 成员。 */
            members: string[];
            /** @description What for; kept in the audit log. 用途,记入审计。 */
            purpose: string;
        };
        /** @description Full values. 完整内容。 */
        Revealed: {
            /** @description Of what kind of record. 记录类别。 */
            kind: string;
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Member by member. 逐成员。 */
            values: {
                [key: string]: string | null;
            };
        };
        /** @description A role. 角色。 */
        Role: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RoleName"];
            /** @description Chinese name. 中文名。 */
            zh: string;
            /** @description English name. 英文名。 */
            en: string;
            /** @description One of the three exclusive administrators. 是否三员之一。 */
            isAdministrator: boolean;
            /** @description Roles that may grant it. 可授予该角色的角色。 */
            grantedBy: components["schemas"]["RoleName"][];
            /** @description Operations that it allows; all others are denied. 允许的操作。 */
            operations: string[];
        };
        /** @description All roles. 全部角色。 */
        RoleList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Role"][];
        };
        /**
         * @description Role, as in specs/access/roles.json. 角色。
         * @enum {string}
         */
        RoleName: "systemAdministrator" | "securityAdministrator" | "auditAdministrator" | "dutyOfficer" | "unitUser" | "operatorUser" | "departmentGuide" | "vendorEngineer" | "platform" | "device" | "wallDisplay";
        /** @description A live secret, without its content. 有效密钥(不含内容)。 */
        SecretInfo: {
            /** @description Id of the secret. 密钥 id。 */
            id: components["schemas"]["RecordId"];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["TimeOrNull"];
            /** @description When it was last used; null for never. 最近使用时间。 */
            lastUsedAt: components["schemas"]["TimeOrNull"];
        };
        /** @description A security alert (SEC-AUD-10). 安全告警。 */
        SecurityAlert: {
            /** @description Id of the alert. 安全告警 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description Which rule. 规则。
             * @enum {string}
             */
            rule: "bruteForce" | "manyDenials" | "massReading" | "unknownDevices" | "replayBurst" | "chainBreak" | "unusualHours" | "clockStep" | "certificateExpiry" | "backupOverdue" | "storageFilling" | "databaseDamaged" | "courierStuck" | "alarmUnanswered";
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Who, where known. 相关主体。 */
            actor: components["schemas"]["Actor"] | null;
            /** @description Address that it came from. 来源地址。 */
            source: string | null;
            /** @description How often. 次数。 */
            count: components["schemas"]["Count"];
            /** @description In words. 说明。 */
            text: string;
            /**
             * @description State. 状态。
             * @enum {string}
             */
            state: "open" | "handled";
            /** @description Who dealt with it. 处理人。 */
            handledBy: components["schemas"]["Actor"] | null;
        };
        /** @description A page of them. 一页。 */
        SecurityAlertPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["SecurityAlert"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description Rules for passwords and sessions. 密码与会话策略。 */
        SecurityPolicy: {
            /**
             * @description ASVS 5.0, or what assessors of level 3 expect. 策略。
             * @enum {string}
             */
            policy: "default" | "mlps3";
            /** @description A session ends after that without use. 空闲时限,分钟。 */
            idleMinutes: number;
            /** @description The same for administrators. 管理员空闲时限。 */
            administratorIdleMinutes: number;
            /** @description A session ends after that in any case. 最长会话,小时。 */
            absoluteHours: number;
            /** @description Address ranges for administrators; empty for any (SEC-USR-10). 管理地址范围。 */
            adminAddresses: string[];
            /** @description An account unused for so long is disabled. 停用未使用账号的天数。 */
            unusedDays: number;
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description Who shares with this hub. 共享方。 */
        Sender: {
            /** @description Id of the organisation whose records these are. 租户 id。 */
            tenantId: components["schemas"]["RecordId"];
            /** @description Name of the organisation. 机构名称。 */
            name: components["schemas"]["Name"];
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * @description Of the organisation. 租户状态。
             * @enum {string}
             */
            state: "active" | "suspended";
            /** @description When a platform or key of it last called or answered, to the minute. 最近一次来访或应答。 */
            heardAt: components["schemas"]["TimeOrNull"];
            /** @description When the newest change of its records came. 最近一次记录变更。 */
            lastChangedAt: components["schemas"]["TimeOrNull"];
            /** @description Since it was last heard, or a record of it last changed. 距最近一次来访或变更的秒数。 */
            ageSeconds: number | null;
            /** @description Its records by kind. 各类记录。 */
            kinds: {
                /**
                 * @description Kind. 记录类别。
                 * @enum {string}
                 */
                kind: "operator" | "unit" | "device" | "component" | "alarm";
                /** @description Records of it, tombstones not counted. 数量,不含删除标记。 */
                count: components["schemas"]["Count"];
                /** @description When the newest change of one came. 最近一次变更。 */
                lastChangedAt: components["schemas"]["TimeOrNull"];
            }[];
            /** @description Platforms through which it shares. 其互联平台。 */
            parties: {
                /** @description Id of the party. 平台 id。 */
                id: components["schemas"]["RecordId"];
                /** @description Code of the platform vendor. 平台厂商 code。 */
                platformCode: components["schemas"]["PlatformCode"];
                /** @description Name of the organisation. 机构名称。 */
                name: components["schemas"]["Name"];
                /**
                 * @description Of the link. 互联状态。
                 * @enum {string}
                 */
                state: "invited" | "connected" | "offline" | "suspended";
                /** @description When it last called, or answered. 最近一次来访或应答的时间。 */
                lastSeenAt: components["schemas"]["TimeOrNull"];
            }[];
        };
        /** @description A page of them. 一页。 */
        SenderPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Sender"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        Session: {
            /** @description Name of the key. 密钥名称。 */
            name: string;
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * @description The credential is good. 凭证有效。
             * @constant
             */
            signedIn: true;
        };
        /** @description A session. 会话。 */
        SessionInfo: {
            /** @description Id of the session. 会话 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Whose. 账号。 */
            userId: components["schemas"]["RecordId"];
            /** @description It is the one that asks. 是否当前会话。 */
            isCurrent: boolean;
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description When it was last seen; null for never. 最近活动时间。 */
            lastSeenAt: components["schemas"]["Time"];
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
            /** @description Address that it comes from. 来源地址。 */
            source: string;
            /** @description Browser, as it says itself. 浏览器。 */
            browser: string;
        };
        /** @description Sessions, newest first. 会话列表。 */
        SessionList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["SessionInfo"][];
        };
        /** @description Whether the hub still waits for its first administrator. 是否等待首个管理员。 */
        SetupState: {
            /** @description True until the first administrator exists. 首个管理员产生前为 true。 */
            isOpen: boolean;
        };
        /** @description A destination as it is set up and how it goes. 共享目的地的配置与状态。 */
        SharingDestination: {
            /** @description Id of the destination. 目的地 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description Base address of the receiver: records go to `<url>/units` and so on; of a fire centre `gb26875://host:port`. 接收方基础地址;消防监控中心为 gb26875://主机:端口。 */
            url: components["schemas"]["DestinationAddress"];
            /**
             * @description How it wants the records; `dianan`: the bulk upserts of this API, at `<url>/operators` and so on; `gb26875`: alarms only, as component states of GB/T 26875.3-2011, sent as a user information transmission device. 共享形式:dianan 为本接口的批量上报;gb26875 为作为用户信息传输装置向消防监控中心上报部件状态,仅告警。
             * @enum {string}
             */
            form: "dianan" | "gb26875";
            /** @description What it receives. 共享的记录类别。 */
            kinds: ("operator" | "unit" | "device" | "component" | "alarm")[];
            /** @description System in which it wants positions: CGCS2000, WGS84, GCJ02 or BD09. 坐标系。 */
            coordinateSystem: components["schemas"]["Code"];
            /** @description Agreed period of everything but alarms, which go at once; at most 6 hours. 约定周期,秒;告警即时发送。 */
            periodSeconds: number;
            /**
             * @description `full` only by agreement, signed and over https (SEC-PII-05). 个人信息是否脱敏。
             * @enum {string}
             */
            personalData: "full" | "masked";
            /** @description Agreement by which it gets full personal data, such as its number; must be named for `full`. 提供完整个人信息所依据的协议。 */
            agreement: string | null;
            /** @description True: the command line owns it; it can be paused, resumed and retried, not changed or removed. 由启动参数设置,不可在此修改或删除。 */
            isConfigured: boolean;
            /**
             * @description State. 状态。
             * @enum {string}
             */
            state: "idle" | "sending" | "retrying" | "paused";
            /** @description Why it is paused. 暂停原因。 */
            pausedReason: string | null;
            /** @description Records that are owed; while what existed before is still being listed, at most so many. 待送记录数;初次全量登记期间为上限。 */
            pending: components["schemas"]["Count"];
            /** @description Records that the receiver refused for good. 被永久拒收数。 */
            refused: components["schemas"]["Count"];
            /** @description Age of what is owed. 最早待送时间。 */
            oldestPendingAt: components["schemas"]["TimeOrNull"];
            /** @description How far behind, seconds. 滞后秒数。 */
            lagSeconds: number | null;
            /** @description When it last went well; null for never. 最近成功时间。 */
            lastOkAt: components["schemas"]["TimeOrNull"];
            /** @description Of the last attempt. 最近一次错误。 */
            lastError: string | null;
            /** @description When it is next due; null for none. 下次时间。 */
            nextAt: components["schemas"]["TimeOrNull"];
            lanes: components["schemas"]["SharingLanes"];
            /** @description How this hub appears to a fire centre; null for another form. 向消防监控中心上报的设置;其他形式为 null。 */
            centre: components["schemas"]["FireCentre"] | null;
            /** @description How records become requests of the receiver's own form; null: the bulk upserts of this API. 共享映射;null 为本接口的批量上报。 */
            mapping: components["schemas"]["SharingMapping"] | null;
            /** @description The connection to a fire centre; null for another form. 与消防监控中心的连接;其他形式为 null。 */
            link: components["schemas"]["CentreLink"] | null;
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: components["schemas"]["Version"];
        };
        /** @description How one way to a destination goes; it survives a restart. 一条通道的状态,重启后保留。 */
        SharingLane: {
            /**
             * @description State. 状态。
             * @enum {string}
             */
            state: "idle" | "sending" | "retrying" | "paused";
            /** @description Records that are owed on it. 待送记录数。 */
            pending: components["schemas"]["Count"];
            /** @description Age of what is owed on it. 最早待送时间。 */
            oldestPendingAt: components["schemas"]["TimeOrNull"];
            /** @description Failures in a row. 连续失败次数。 */
            fails: number;
            /** @description When the receiver last answered for what was sent on it. 最近一次对方应答的时间。 */
            lastOkAt: components["schemas"]["TimeOrNull"];
            /** @description Of the last attempt on it; null when it went well. 最近一次错误,成功时为 null。 */
            lastError: string | null;
            /** @description The next attempt after a failure; null when it does not fail. 失败后的下次尝试时间。 */
            nextAt: components["schemas"]["TimeOrNull"];
        };
        /** @description The two ways to a destination: neither waits for the other, and each fails by itself. 告警与其他记录两条通道,互不等待,各自计错。 */
        SharingLanes: {
            /** @description Alarms, which go at once; null: it takes none. 告警通道;不接收告警时为 null。 */
            alarms: components["schemas"]["SharingLane"] | null;
            /** @description All other records, in their period; null: it takes none. 其他记录通道;不接收时为 null。 */
            records: components["schemas"]["SharingLane"] | null;
        };
        /** @description Makes requests of the receiver's own form: the expression reads `{ kind, items }`, the records of one push as they would go without it, and gives a MappedEvent. 共享映射:表达式读取一次推送的 `{ kind, items }`,给出请求。 */
        SharingMapping: {
            expression: components["schemas"]["MappingExpression"];
            parameters?: components["schemas"]["MappingParameters"];
            /** @description Where it is wrong. 位置。 */
            path?: components["schemas"]["MappingPath"];
        };
        /** @description What this hub demands of those who push to it. 本平台对推送方的要求。 */
        SharingRequirements: {
            /** @description Version of the demands. 版本。 */
            version: string;
            /** @description Version of this document. 接口版本。 */
            openApi: string;
            /** @description Systems that are taken. 可接受的坐标系。 */
            coordinateSystems: components["schemas"]["Code"][];
            /** @description Members. 成员。 */
            members: components["schemas"]["FieldRequirement"][];
        };
        /** @description An alarm that was painted. 已显示的告警。 */
        ShownAlarm: {
            /** @description Id of the alarm. 告警 id。 */
            id: components["schemas"]["RecordId"];
            /** @description How long before this report, by the console's own clock: no two clocks are compared. Milliseconds. 距本次上报的时间,毫秒。 */
            agoMs: number;
        };
        /** @description A phone number, in full or masked (SEC-PII-03). 电话,完整或脱敏。 */
        ShownPhone: string;
        /** @description What comes next: a sign-in is complete only with a second factor. 登录的下一步,须完成第二因素。 */
        SignInStep: {
            /**
             * @description What is asked for. 所需步骤。
             * @enum {string}
             */
            step: "secondFactor" | "enrolFactor" | "changePassword";
            /** @description Send it with the next step. 凭此继续。 */
            ticket: string;
            /** @description Second factors of this account. 可用的第二因素。 */
            methods: ("totp" | "passkey" | "recoveryCode")[];
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description The second factor again; exactly one of them. 再次验证第二因素,任选其一。 */
        StepUp: {
            /** @description Time-based code. 动态口令。 */
            code?: string;
            /** @description A recovery code. 恢复码。 */
            recoveryCode?: string;
            /** @description A passkey, for the challenge of startPasskeySignIn. 通行密钥。 */
            passkey?: components["schemas"]["PasskeyAnswer"];
        };
        /** @description Disk now and ahead. 存储与预测。 */
        StorageForecast: {
            /** @description Size of the disk. 总容量。 */
            totalBytes: components["schemas"]["Count"];
            /** @description Free. 可用。 */
            freeBytes: components["schemas"]["Count"];
            /** @description Used by the hub. 平台占用。 */
            usedByHub: components["schemas"]["Count"];
            /** @description Growth a day, over the last week. 日增长。 */
            bytesPerDay: number;
            /** @description Until the warning at 80 %. 距预警天数。 */
            daysLeft: number | null;
            /**
             * @description `reserve`: telemetry is refused, alarms are taken. 状态。
             * @enum {string}
             */
            state: "good" | "warning" | "reserve";
        };
        /** @description The central view (SEC-OPS-04). 平台总览。 */
        SystemStatus: {
            /** @description Version of the hub. 版本。 */
            version: string;
            /** @description When it began. 开始时间。 */
            startedAt: components["schemas"]["Time"];
            /** @description The hub's clock. 平台时间。 */
            now: components["schemas"]["Time"];
            /** @description Off a time source, milliseconds; null without one. 时钟偏差。 */
            clockOffsetMs: number | null;
            /** @description Hub processes. 平台进程。 */
            nodes: components["schemas"]["NodeStatus"][];
            /** @description Certificates in use. 使用中的证书。 */
            certificates: components["schemas"]["CertificateStatus"][];
            /** @description When the last backup ended. 最近备份时间。 */
            lastBackupAt: components["schemas"]["TimeOrNull"];
            /** @description When a restore was last proven. 最近恢复验证时间。 */
            lastRestoreProofAt: components["schemas"]["TimeOrNull"];
            /** @description Open security alerts. 未处理安全告警。 */
            openSecurityAlerts: components["schemas"]["Count"];
            /** @description Devices online. 在线设备。 */
            devicesOnline: components["schemas"]["Count"];
            /** @description Frames a second, over the last minute. 每秒报文数。 */
            framesPerSecond: number;
        };
        /** @description An answer of T/CEC 102. 应答报文。 */
        TcecAnswer: {
            /** @description 0 accepted, -1 busy, 500 failed, 4001 signature, 4002 token, 4003 envelope, 4004 business parameters. 返回编码。 */
            Ret: number | string;
            /** @description In words. 说明。 */
            Msg: string;
            /** @description Encrypted; empty: none. 加密的业务数据。 */
            Data: string;
            /** @description Over Ret, Msg and Data; empty where no partner was found. 签名。 */
            Sig: string;
        };
        /** @description Calls of the partner in a minute; above it the answer is busy. 对接方每分钟调用上限。 */
        TcecCalls: number;
        /** @description What became of a comparison. 对账结果。 */
        TcecCheck: {
            /** @description Orders that were sent. 核对的订单数。 */
            orders: components["schemas"]["Count"];
            /** @description Those that the partner disputes. 有差异的订单。 */
            disputed: components["schemas"]["TcecDisputedOrder"][];
        };
        /** @description Which orders are compared. 对账范围。 */
        TcecCheckDraft: {
            /** @description Charges that began at this time or later. 起始时间(含)。 */
            from: components["schemas"]["Time"];
            /** @description Charges that began before this time. 截止时间(不含)。 */
            to: components["schemas"]["Time"];
        };
        /**
         * @description System of StationLng and StationLat on the wire; the standard has GCJ02. 报文坐标系。
         * @enum {string}
         */
        TcecCoordinates: "CGCS2000" | "WGS84" | "GCJ02" | "BD09";
        /** @description An order that a partner disputes. 一条有差异的订单。 */
        TcecDisputedOrder: {
            /** @description `StartChargeSeq`. 充电订单号。 */
            orderNumber: string;
            /** @description Id of the session; null: it is none that was sent. 会话 id。 */
            sessionId: string | null;
            /** @description `DisputeReason` as the partner numbers it. 差异原因。 */
            reason: number | null;
        };
        /** @description False: its calls are answered busy, and it is not called. 停用后来访应答繁忙,也不再推送。 */
        TcecEnabled: boolean;
        /** @description A partner, without its secrets. 对接方(不含密钥)。 */
        TcecPartner: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version: components["schemas"]["Version"];
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description The role. 角色。 */
            role: components["schemas"]["TcecRole"];
            operatorId: components["schemas"]["OperatorID"];
            ownOperatorId: components["schemas"]["OperatorID"];
            /** @description Address. 地址。 */
            url: components["schemas"]["TcecUrl"];
            sources: components["schemas"]["TcecSources"];
            isEnabled: components["schemas"]["TcecEnabled"];
            switches: components["schemas"]["TcecSwitches"];
            coordinateSystem: components["schemas"]["TcecCoordinates"];
            unitIds: components["schemas"]["TcecUnits"];
            serviceTel: components["schemas"]["TcecServiceTel"];
            callsPerMinute: components["schemas"]["TcecCalls"];
            pullMinutes: components["schemas"]["TcecPullMinutes"];
            /** @description What its records become. 来自对接方的记录的补充信息。 */
            records: components["schemas"]["TcecRecords"] | null;
            /** @description Directions that have secrets. 已设置密钥的方向。 */
            secretsSet: ("incoming" | "outgoing")[];
            /** @description Calls of the partner that were refused since the hub started. 启动以来拒绝的调用数。 */
            refused: components["schemas"]["Count"];
            /** @description Ret, interface and place of the last refusal. 最近一次拒绝。 */
            lastRefusal: string | null;
            /** @description When a push was last taken since the hub started. 最近一次推送成功时间。 */
            lastOkAt: components["schemas"]["TimeOrNull"];
            /** @description Why the last push was not taken: `HTTP 503`, `timeout`, `Ret 4001`, `answer: /Sig`. 最近一次推送失败原因。 */
            lastError: string | null;
            /** @description Pushes that wait, counted up to 1,000. 待推送数,最多计到 1000。 */
            pending: components["schemas"]["Count"];
            /** @description Pushes that were not taken, counted up to 1,000. 拒收数,最多计到 1000。 */
            dead: components["schemas"]["Count"];
            /** @description What became of asking it last; null: it was not asked. 最近一次拉取结果。 */
            lastPull: components["schemas"]["TcecPull"] | null;
        };
        /** @description A partner to set up. 新对接方。 */
        TcecPartnerDraft: {
            /** @description Name to show. 名称。 */
            name: components["schemas"]["Name"];
            /** @description The role. 角色。 */
            role: components["schemas"]["TcecRole"];
            operatorId: components["schemas"]["OperatorID"];
            ownOperatorId: components["schemas"]["OperatorID"];
            /** @description Address. 地址。 */
            url?: components["schemas"]["TcecUrl"];
            sources?: components["schemas"]["TcecSources"];
            isEnabled?: components["schemas"]["TcecEnabled"];
            switches?: components["schemas"]["TcecSwitches"];
            coordinateSystem?: components["schemas"]["TcecCoordinates"];
            unitIds?: components["schemas"]["TcecUnits"];
            serviceTel?: components["schemas"]["TcecServiceTel"];
            callsPerMinute?: components["schemas"]["TcecCalls"];
            pullMinutes?: components["schemas"]["TcecPullMinutes"];
            /** @description Needed for the role platform. 服务/监管平台角色必填。 */
            records?: components["schemas"]["TcecRecords"] | null;
            secrets: components["schemas"]["TcecSecrets"];
        };
        /** @description Partners. 对接方。 */
        TcecPartnerList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["TcecPartner"][];
        };
        /** @description What to change. 修改内容。 */
        TcecPartnerPatch: {
            /** @description Name to show. 名称。 */
            name?: components["schemas"]["Name"];
            /** @description The role. 角色。 */
            role?: components["schemas"]["TcecRole"];
            operatorId?: components["schemas"]["OperatorID"];
            ownOperatorId?: components["schemas"]["OperatorID"];
            /** @description Address. 地址。 */
            url?: components["schemas"]["TcecUrl"];
            sources?: components["schemas"]["TcecSources"];
            isEnabled?: components["schemas"]["TcecEnabled"];
            switches?: components["schemas"]["TcecSwitches"];
            coordinateSystem?: components["schemas"]["TcecCoordinates"];
            unitIds?: components["schemas"]["TcecUnits"];
            serviceTel?: components["schemas"]["TcecServiceTel"];
            callsPerMinute?: components["schemas"]["TcecCalls"];
            pullMinutes?: components["schemas"]["TcecPullMinutes"];
            /** @description Needed for the role platform. 服务/监管平台角色必填。 */
            records?: components["schemas"]["TcecRecords"] | null;
            secrets?: components["schemas"]["TcecSecrets"];
        };
        /** @description What became of asking a partner. 拉取结果。 */
        TcecPull: {
            /** @description When it was. 时间。 */
            at: components["schemas"]["Time"];
            /** @description Stations that it told. 充电站数。 */
            stations: components["schemas"]["Count"];
            /** @description Connectors of which it told the state. 接口数。 */
            connectors: components["schemas"]["Count"];
            /** @description Stations that were not taken, and why. 未能导入的充电站及原因。 */
            faults: string[];
            /** @description Why it was not asked to the end; null: it was. 拉取失败原因。 */
            error: string | null;
        };
        /** @description How often stations and states are asked for, in the role platform; 0: never. 拉取间隔,分钟。 */
        TcecPullMinutes: number;
        /** @description What is told to a partner. 一条推送。 */
        TcecPush: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /**
             * @description State of a connector, a charge under way, a charge that has ended. 接口状态、充电状态、充电订单。
             * @enum {string}
             */
            kind: "status" | "running" | "order";
            /** @description Connector. 接口。 */
            connectorId: components["schemas"]["RecordId"];
            /** @description Session of a charge. 充电会话。 */
            sessionId: components["schemas"]["RecordIdOrNull"];
            /** @description State as T/CEC 102 numbers it. 状态编码。 */
            status: number | null;
            /** @description When it was queued. 排队时间。 */
            queuedAt: components["schemas"]["Time"];
            /**
             * @description Whether it waits or was not taken. 状态。
             * @enum {string}
             */
            state: "pending" | "dead";
            /** @description Why it was not taken. 拒收原因。 */
            reason: string | null;
            /** @description When it was given up. 放弃时间。 */
            endedAt: components["schemas"]["TimeOrNull"];
        };
        /** @description A page of pushes. 推送分页。 */
        TcecPushPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["TcecPush"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What records become of that come from the partner, where T/CEC 102 does not say it. 来自对接方的记录的补充信息。 */
        TcecRecords: {
            /** @description Code of the partner's platform; not this hub's. 对接平台厂商代码。 */
            platformCode: components["schemas"]["PlatformCode"];
            /** @description Operator record to which its stations belong. 所属运维机构 id。 */
            operatorId: components["schemas"]["RecordId"];
            /** @description Date of installation, which T/CEC 102 does not have. 安装日期缺省值。 */
            installedOn: components["schemas"]["Date"];
            /** @description For equipment that names none. 生产厂家缺省值。 */
            manufacturer: components["schemas"]["Name"];
            /** @description Put before the partner's ids, where others may use the same. 记录 id 前缀。 */
            idPrefix?: string;
        };
        /** @description How many were queued again. 重放数量。 */
        TcecReplay: {
            /** @description Queued again. 重新排队数。 */
            replayed: components["schemas"]["Count"];
        };
        /** @description OperatorID, Data, TimeStamp, Seq, Sig as T/CEC 102.4 has them; what is wrong with them is answered with a Ret. 请求报文。 */
        TcecRequest: Record<string, never>;
        /**
         * @description What this hub is to the partner: `operator` gives stations, states and orders, `platform` takes them. 本平台的角色:运营商(提供数据)或服务/监管平台(接收数据)。
         * @enum {string}
         */
        TcecRole: "operator" | "platform" | "both";
        /** @description The four secrets of one direction, as agreed; sealed, and never shown again. 一个方向的四个密钥,加密保存,不再显示。 */
        TcecSecretSet: {
            /** @description OperatorSecret. 运营商密钥。 */
            operatorSecret: string;
            /** @description DataSecret. 消息密钥。 */
            dataSecret: string;
            /** @description DataSecretIV. 消息密钥初始化向量。 */
            dataSecretIv: string;
            /** @description SigSecret. 签名密钥。 */
            sigSecret: string;
        };
        /** @description Secrets of each direction; null takes a direction's away, what is left out stays. 各方向的密钥,null 为删除。 */
        TcecSecrets: {
            /** @description With which the partner calls this hub. 对接方调用本平台所用。 */
            incoming?: components["schemas"]["TcecSecretSet"] | null;
            /** @description With which this hub calls the partner. 本平台调用对接方所用。 */
            outgoing?: components["schemas"]["TcecSecretSet"] | null;
        };
        /** @description ServiceTel of our stations: a public number, no person's. 服务电话(公开热线)。 */
        TcecServiceTel: string;
        /** @description Addresses and ranges from which the partner may call; empty: any. 允许的来源地址段,空为不限。 */
        TcecSources: string[];
        /** @description How the partner differs from the text of 2016; each is as the standard has it until it is set. 对接方差异,缺省按标准。 */
        TcecSwitches: {
            /**
             * @description How the secrets write their bytes; text: 16 ASCII characters. 密钥写法。
             * @enum {string}
             */
            secretForm?: "text" | "hex" | "base64";
            /**
             * @description Letter case of signatures. 签名大小写。
             * @enum {string}
             */
            sigCase?: "upper" | "lower" | "any";
            /**
             * @description How signatures of the partner's answers are checked; only strict proves who answered. 应答签名校验。
             * @enum {string}
             */
            answerSig?: "strict" | "lenient" | "none";
            /**
             * @description Whether `Ret` is a number or a text, in both directions. 返回编码类型。
             * @enum {string}
             */
            ret?: "integer" | "text";
            /**
             * @description lenient: TimeStamp and Seq may come twice with different content. 序号重复是否放行。
             * @enum {string}
             */
            seq?: "strict" | "lenient";
            /**
             * @description Spelling in money members; the text of 2016 has Sevice. 费用字段拼写。
             * @enum {string}
             */
            service?: "Sevice" | "Service";
            /**
             * @description Spelling of ElecMoney. 电费字段拼写。
             * @enum {string}
             */
            elec?: "Elec" | "Elect";
            /**
             * @description Shape of `ConnectorStatusInfo` in a push. 状态推送为对象或数组。
             * @enum {string}
             */
            statusShape?: "object" | "array";
            /**
             * @description text: numbers of the partner may be texts. 数值可否为文本。
             * @enum {string}
             */
            numbers?: "number" | "text";
            /** @description How far a TimeStamp may be off; 300 is usual, the standard does not say. 时间戳允许偏差,秒。 */
            windowSeconds?: number;
        };
        /** @description Charging sites that are given to the partner; empty: all. 提供给对接方的站点,空为全部。 */
        TcecUnits: components["schemas"]["RecordId"][];
        /**
         * Format: uri
         * @description Address before the interface's name; null: the partner is not called. 对接方接口地址(不含接口名)。
         */
        TcecUrl: string | null;
        /**
         * 租户
         * @description One organisation that runs a platform; everything belongs to exactly one tenant. 运行平台的一个机构,所有数据归属唯一租户。
         */
        Tenant: {
            /** @description Id of the tenant. 租户 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name of the organisation. 机构名称。 */
            name: components["schemas"]["Name"];
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * @description A suspended tenant keeps its data and its alarms are still taken. 停用后数据保留,告警照收。
             * @enum {string}
             */
            state: "active" | "suspended";
            /**
             * @description Least trust level of device connections (SEC-DEV-02); below it only alarms are taken. 设备连接的最低信任级别。
             * @enum {string}
             */
            leastTrust: "T0" | "T1" | "T2" | "T3";
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
            /** @description When it was made. 创建时间。 */
            createdAt?: components["schemas"]["Time"];
            /** @description When it last changed; set by the platform. 更新时间。 */
            updatedAt?: components["schemas"]["Time"];
        };
        /** @description The one-time code of a tenant's first administrator, shown once. 首个管理员的一次性代码。 */
        TenantCode: {
            /** @description It makes the first administrator (`setUp`). 用于创建首个管理员。 */
            code: string;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description A tenant to make. 新租户。 */
        TenantDraft: {
            /** @description Name of the organisation. 机构名称。 */
            name: components["schemas"]["Name"];
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode: components["schemas"]["PlatformCode"];
        };
        /** @description A page of them. 一页。 */
        TenantPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Tenant"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What to change. 修改内容。 */
        TenantPatch: {
            /** @description Name of the organisation. 机构名称。 */
            name?: components["schemas"]["Name"];
            /**
             * @description State. 状态。
             * @enum {string}
             */
            state?: "active" | "suspended";
            /**
             * @description Least trust level of device connections. 最低信任级别。
             * @enum {string}
             */
            leastTrust?: "T0" | "T1" | "T2" | "T3";
        };
        /**
         * 设定值规则
         * @description A set point of the hub's own analysis (EF-2.2, EF-3.1): what it takes for a hazard that the device did not report. A rule of a nearer level with the same code stands for it. 平台分析的设定值规则;近一级的同名规则取代远一级的。
         */
        Threshold: {
            /** @description Name of the rule. 规则代码。 */
            code: string;
            /** @description The alarm that it raises, of the class warning in the list alarmTypes. 产生的预警类型。 */
            type: components["schemas"]["Code"];
            /** @description False: not judged here, though a farther level has it. 是否启用。 */
            isOn: boolean;
            /**
             * @description Whether all conditions must hold or one. 全部满足或任一满足。
             * @enum {string}
             */
            match: "all" | "any";
            /** @description What is looked at, of one component. 判据,针对同一部件。 */
            conditions: components["schemas"]["Condition"][];
            /** @description How long it must hold before it is raised. 报警延时,秒。 */
            onDelaySeconds: number;
            /** @description How long readings must say otherwise before it is cleared. 恢复延时,秒。 */
            offDelaySeconds: number;
            /** @description Only at this component; only in a device's own rules. 仅用于该部件。 */
            componentId?: components["schemas"]["RecordId"];
            /** @description Only at devices of these types; not in a device's own rules. 仅用于这些设备类型。 */
            deviceTypes?: components["schemas"]["Code"][];
        };
        /**
         * @description Where a rule comes from, from far to near. 规则来源,由远到近:默认、机构、单位、设备、部件。
         * @enum {string}
         */
        ThresholdLevel: "default" | "tenant" | "unit" | "device" | "component";
        /** @description Set point rules of one level, and what holds there. 某一级的设定值规则与生效结果。 */
        ThresholdSet: {
            /** @description Level. 级别。 */
            level: components["schemas"]["ThresholdLevel"];
            /** @description Its own rules. 本级规则。 */
            rules: components["schemas"]["Threshold"][];
            /** @description What holds there. 生效规则。 */
            effective: components["schemas"]["EffectiveThreshold"][];
            /** @description Why it was written; null before. 修改原因。 */
            reason: string | null;
            /** @description 0 while none was written. 版本,未填写时为 0。 */
            version: number;
            /** @description When it last changed; set by the platform. 更新时间。 */
            updatedAt: components["schemas"]["TimeOrNull"];
        };
        /** @description Rules to try. 待试算的规则。 */
        ThresholdTrial: {
            /**
             * @description The level at which they would be written. 拟写入的级别。
             * @enum {string}
             */
            level: "tenant" | "unit" | "device";
            /** @description All rules that the level would have. 该级全部规则。 */
            rules: components["schemas"]["Threshold"][];
            /**
             * Format: date-time
             * @description From this time on. 起始时间。
             */
            from: string;
            /**
             * Format: date-time
             * @description Until before this time, 31 days at most. 截止时间,最长 31 天。
             */
            to: string;
        };
        /** @description What the history says of both. 试算结果。 */
        ThresholdTrialResult: {
            /** @description Stored rows that were judged. 试算的数据行数。 */
            rows: number;
            /** @description False when older rows of the range were left out. 是否覆盖全部时段。 */
            isWhole: boolean;
            /** @description The hub's clock. 平台时间。 */
            now: components["schemas"]["ThresholdTrialSide"];
            tried: components["schemas"]["ThresholdTrialSide"];
        };
        /** @description What came of one set of rules. 一组规则的试算结果。 */
        ThresholdTrialSide: {
            /** @description How many warnings. 预警次数。 */
            count: number;
            /** @description The first 200 of them. 前 200 条。 */
            warnings: components["schemas"]["TriedWarning"][];
        };
        /** @description Rules to write, with the reason. 待写入的规则与原因。 */
        ThresholdUpload: {
            /** @description All rules of this level; none leaves it to the farther levels. 本级全部规则。 */
            rules: components["schemas"]["Threshold"][];
            /** @description Why. 原因。 */
            reason: string;
        };
        /** Format: date-time */
        Time: string;
        /**
         * Format: date-time
         * @description A time with offset, or null. 时间或 null。
         */
        TimeOrNull: string | null;
        /** @description An access token (RFC 6749 §5.1). 访问令牌。 */
        Token: {
            /** @description The token. 令牌。 */
            access_token: string;
            /**
             * @description Always Bearer. 固定值。
             * @constant
             */
            token_type: "Bearer";
            /** @description Seconds, at most one hour. 有效秒数,最多 1 小时。 */
            expires_in: number;
            /** @description What it may do. 权限范围。 */
            scope: string;
        };
        /** @description RFC 6749 §4.4, as a form. 客户端凭证请求(表单)。 */
        TokenRequest: {
            /**
             * @description Always client_credentials. 固定值。
             * @constant
             */
            grant_type: "client_credentials";
            /** @description Scopes, space between; all of the client's when left out. 权限范围,空格分隔。 */
            scope?: string;
        };
        /** @description RFC 7009, as a form. 令牌撤销(表单)。 */
        TokenRevocation: {
            /** @description The token to give back. 待撤销的令牌。 */
            token: string;
            /**
             * @description Only access tokens exist. 仅有访问令牌。
             * @enum {string}
             */
            token_type_hint?: "access_token";
        };
        /** @description A new TOTP secret, shown once. 动态口令密钥,只显示一次。 */
        TotpOffer: {
            /** @description Send it with the first code. 凭此确认。 */
            ticket: string;
            /** @description Base32. 密钥。 */
            secret: string;
            /** @description For the authenticator app (otpauth). 供验证器扫码。 */
            uri: string;
        };
        /** @description Second factor by code. 动态口令。 */
        TotpSignIn: {
            /** @description Of the step before. 上一步的凭据。 */
            ticket: string;
            /** @description The six digits; each works once. 六位动态口令,只能用一次。 */
            code: string;
        };
        /** @description One frame as it passes. 实时报文。 */
        TraceEvent: {
            /** @description The frame. 报文。 */
            frame: components["schemas"]["FrameEvidence"];
            /**
             * @description From or to the device. 方向。
             * @enum {string}
             */
            direction: "up" | "down";
            /**
             * @description Whether it decodes. 是否可解析。
             * @enum {string}
             */
            verdict: "good" | "refused";
            /** @description One line in words. 一行说明。 */
            text: string;
            /** @description Until the confirm left, milliseconds. 确认时延,毫秒。 */
            ackMs: number | null;
        };
        /** @description Frames that were not shown. 未显示的报文。 */
        TraceGap: {
            /** @description How many since the event before. 条数。 */
            leftOut: components["schemas"]["Count"];
        };
        /** @description A warning that would have been raised. 将产生的预警。 */
        TriedWarning: {
            /** @description Of the rule. 规则代码。 */
            code: components["schemas"]["Code"];
            /** @description Type of the alarm. 告警类型。 */
            type: components["schemas"]["Code"];
            /** @description From this time on. 起始时间(含)。 */
            from: components["schemas"]["ThresholdLevel"];
            /** @description The component. 部件。 */
            componentId: components["schemas"]["RecordIdOrNull"];
            /**
             * Format: date-time
             * @description When. 时间。
             */
            at: string;
            /** @description The value then, in the quantity's unit. 当时的测量值。 */
            value: number | null;
        };
        Unclaimed: {
            /** @description Protocol. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description Address in the protocol. 通信地址。 */
            wireAddress: components["schemas"]["WireAddress"];
            /** @description When it was first heard. 首次出现时间。 */
            firstSeenAt: components["schemas"]["Time"];
            /** @description When it was last seen; null for never. 最近活动时间。 */
            lastSeenAt: components["schemas"]["Time"];
            /** @description Frames so far. 已收报文数。 */
            frames: number;
            /** @description Alarms. 告警。 */
            alarms: components["schemas"]["UnclaimedAlarm"][];
        };
        /** @description An alarm whose device is not registered yet. 设备尚未登记的告警。 */
        UnclaimedAlarm: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description What it is. 类型。 */
            type: components["schemas"]["Code"];
            /** @description Class of the alarm. 告警类别。 */
            class?: components["schemas"]["Code"];
            /** @description How urgent it is. 告警等级。 */
            severity?: components["schemas"]["Code"];
            /** @description In words. 描述。 */
            description: components["schemas"]["Description"];
            /** @description When it happened. 发生时间。 */
            occurredAt: components["schemas"]["Time"];
            /** @description When the hub received it. 接收时间。 */
            receivedAt: components["schemas"]["Time"];
            /** @description Component in the protocol. 部件地址。 */
            componentKey?: components["schemas"]["WireAddress"];
            /** @description Id of the frame. 原始报文 id。 */
            evidence?: components["schemas"]["RecordId"];
        };
        UnclaimedList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Unclaimed"][];
        };
        Undecodable: {
            /** @description Id of the record. 记录的 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Protocol. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description When the hub received it. 接收时间。 */
            receivedAt: components["schemas"]["Time"];
            /** @description Address and port of the sender. 发送方地址。 */
            remote: string;
            /** @description Bytes, two lower-case digits each. 十六进制字节。 */
            hex: components["schemas"]["Hex"];
            /** @description What is wrong. 错误。 */
            error: components["schemas"]["DecodeFault"];
        };
        UndecodableList: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Undecodable"][];
        };
        /**
         * 单位
         * @description 使用设备的社会单位、站点或建筑物。 A site or building that uses the devices. 未知成员保留(SH-6)。 Unknown members are kept (SH-6).
         */
        Unit: {
            /**
             * 主键
             * @description 单位的主键,在一个平台内唯一,不含义。 Key of the unit, unique within a platform; it means nothing.
             */
            id: components["schemas"]["RecordId"];
            /**
             * 名称
             * @description 单位名称。 Name of the unit.
             */
            name: components["schemas"]["Name"];
            /**
             * 统一社会信用代码
             * @description 单位的统一社会信用代码(GB 32100-2015)。 Unified social credit code of the unit (GB 32100-2015).
             */
            creditCode?: components["schemas"]["CreditCode"];
            /**
             * 所属运维机构编码(id)
             * @description 负责此单位设备的运维机构的 id。 Id of the operator that maintains the unit's devices.
             */
            operatorId: components["schemas"]["RecordId"];
            /**
             * 详细地址
             * @description 单位的详细地址。 Full address of the unit.
             */
            address: components["schemas"]["Address"];
            /**
             * 纬度
             * @description 单位的纬度,度,建议 6 位小数。 Latitude of the unit in degrees, 6 decimals recommended.
             */
            latitude: components["schemas"]["Latitude"];
            /**
             * 经度
             * @description 单位的经度,度,建议 6 位小数。 Longitude of the unit in degrees, 6 decimals recommended.
             */
            longitude: components["schemas"]["Longitude"];
            /**
             * 区域编码
             * @description 行政区划代码(县级 6 位,乡级 9 位,村级 12 位)。 Administrative division code: 6 digits for a county, 9 for a town, 12 for a village.
             */
            regionCode: components["schemas"]["RegionCode"];
            /**
             * 设备数
             * @description 单位内设备的数量;由平台计算。 Number of devices in the unit; derived by the platform.
             */
            deviceCount: components["schemas"]["Count"];
            /**
             * 平台厂商 code
             * @description 产生此记录的平台厂商代码;与 id 一起全局唯一。 Code of the platform vendor that made the record; with id it is unique everywhere.
             */
            platformCode: components["schemas"]["PlatformCode"];
            /**
             * 场所类型
             * @description 场所类型的代码。 Code of the kind of place.
             */
            placeType?: components["schemas"]["Code"];
            /**
             * 文保级别
             * @description 文物保护单位的级别(RF-4)。 Level of protection of a heritage unit (RF-4).
             */
            heritageLevel?: components["schemas"]["Code"];
            /**
             * 消防安全重点单位
             * @description 是否为消防安全重点单位(RF-4)。 Whether it is a key fire-safety unit (RF-4).
             */
            keyFireUnit?: components["schemas"]["Flag"];
            /**
             * 居住人数
             * @description 出租房等场所的居住人数;与场所类型一起决定月报类别(RF-4)。 People who live there; with the place type it decides the category of the monthly form (RF-4).
             */
            residents?: components["schemas"]["Count"];
            /**
             * 社区
             * @description 所在社区。 Community that it lies in.
             */
            community?: components["schemas"]["Name"];
            /**
             * 坐标系
             * @description 经纬度所用的坐标系。 System that latitude and longitude are given in.
             */
            coordinateSystem?: components["schemas"]["Code"];
            /**
             * 联系人姓名
             * @description 单位联系人姓名,属个人信息。 Name of the unit's contact; personal data.
             */
            contactName?: components["schemas"]["PersonName"];
            /**
             * 联系人电话
             * @description 单位联系人电话,属个人信息。 Phone of the unit's contact; personal data.
             */
            contactPhone?: components["schemas"]["ShownPhone"];
            /**
             * 版本
             * @description 记录的版本,每次修改加 1;由平台填写。 Version of the record, grows by 1 with each change; set by the platform.
             */
            version?: components["schemas"]["Version"];
            /**
             * 更新时间
             * @description 最后一次修改的时间;由平台填写。 When it last changed; set by the platform.
             */
            updatedAt?: components["schemas"]["Time"];
            /**
             * 已删除
             * @description 为 true 时此记录已删除,只留下标记。 True: the record is deleted and only its mark is left.
             */
            deleted?: components["schemas"]["Flag"];
        } & {
            [key: string]: unknown;
        };
        UnitOfMeasure: string;
        UnitPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Unit"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
            /** @description Where the change feed stood before this page was read. 读取此页之前变更流的位置。 */
            feedCursor: components["schemas"]["FeedCursor"];
        };
        UnitUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Unit"][];
        };
        /** @description What became of each frame, in order; each is durable. 逐帧结果,均已落盘。 */
        UplinkAnswer: {
            /** @description What became of each item, in their order. 逐条结果,顺序与请求相同。 */
            results: components["schemas"]["UplinkResult"][];
        };
        /** @description A condition that is there or gone. 状况。 */
        UplinkCondition: {
            /** @description Component in the device's own numbering. 部件编号。 */
            component?: string;
            /** @description A slug of the code list `alarmTypes`. 报警类型。 */
            type: components["schemas"]["Code"];
            /** @description False: reported gone, which clears nothing (SEC-DEV-03). false 表示报告恢复。 */
            present: boolean;
            /** @description Value then. 当时的测量值。 */
            value?: number;
            /** @description Set point. 设定值。 */
            threshold?: number;
            /** @description When. 发生时间。 */
            at?: components["schemas"]["Time"];
        };
        /** @description Confirmation. 确认。 */
        UplinkEventAnswer: {
            /** @description The confirmed number. 已确认序号。 */
            sequence: components["schemas"]["Count"];
            /**
             * @description What became of it. 处理结果。
             * @enum {string}
             */
            status: "accepted" | "duplicate";
            /** @description The hub's clock. 平台时间。 */
            now: components["schemas"]["Time"];
            /** @description Commands that wait for the device. 待取命令数。 */
            commands: components["schemas"]["Count"];
        };
        /** @description What a device says, without a protocol of bytes. 设备上报的事件。 */
        UplinkEvents: {
            /** @description Grows by one with each message of the device. 序号。 */
            sequence: components["schemas"]["Count"];
            /** @description Values. 测量值。 */
            readings?: components["schemas"]["UplinkReading"][];
            /** @description Conditions. 状况。 */
            conditions?: components["schemas"]["UplinkCondition"][];
            /** @description What the device says of itself. 设备标识。 */
            identity?: {
                [key: string]: string;
            };
        };
        /** @description One frame of a device protocol. 一帧报文。 */
        UplinkFrame: {
            /** @description Its protocol. 协议。 */
            protocol: components["schemas"]["Code"];
            /** @description Address in the protocol. 通信地址。 */
            wireAddress: components["schemas"]["WireAddress"];
            /** @description Bytes, two lower-case digits each. 十六进制字节。 */
            hex: components["schemas"]["Hex"];
            /** @description When the device sent it. 设备发送时间。 */
            sentAt?: components["schemas"]["Time"];
        };
        /** @description Frames, oldest first. 报文,从旧到新。 */
        UplinkFrames: {
            /** @description The items. 条目。 */
            items: components["schemas"]["UplinkFrame"][];
        };
        /** @description A value. 测量值。 */
        UplinkReading: {
            /** @description Component in the device's own numbering. 部件编号。 */
            component?: string;
            /** @description What is measured: a slug of the code list `quantities`. 测量量。 */
            quantity: components["schemas"]["Code"];
            /** @description In the quantity's unit. 测量值。 */
            value: number;
            /** @description When it was measured. 测量时间。 */
            at?: components["schemas"]["Time"];
        };
        /** @description What became of one frame. 单帧结果。 */
        UplinkResult: {
            /**
             * @description What became of it. 处理结果。
             * @enum {string}
             */
            status: "accepted" | "duplicate" | "refused";
            /** @description The confirm to give to the device; null when it has none. 应答报文。 */
            reply: components["schemas"]["Hex"] | null;
            /** @description Why it was refused. 拒收原因。 */
            error: components["schemas"]["DecodeFault"] | null;
        };
        /** @description A person's account. 人员账号。 */
        User: {
            /** @description Id of the account. 账号 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name to sign in with. 登录名。 */
            account: string;
            /** @description Name to show; masked without `pii:read`. 姓名,无权限时脱敏。 */
            name: string;
            /**
             * @description State of the account. 账号状态。
             * @enum {string}
             */
            state: "invited" | "active" | "disabled";
            /** @description The role and where it holds. 角色与范围。 */
            grant: components["schemas"]["Grant"];
            /** @description Second factors that are set up. 第二因素。 */
            factors: ("totp" | "passkey")[];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description When it was last seen; null for never. 最近活动时间。 */
            lastSeenAt: components["schemas"]["TimeOrNull"];
            /** @description When the password was last changed. 密码修改时间。 */
            passwordChangedAt: components["schemas"]["TimeOrNull"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description A person to invite. 新账号。 */
        UserDraft: {
            /** @description The role and where it holds. 角色与范围。 */
            grant: components["schemas"]["Grant"];
            /** @description Name to sign in with. 登录名。 */
            account: string;
            /** @description Name to show; personal data. 姓名。 */
            name: components["schemas"]["PersonName"];
            /** @description For the invitation and notices; personal data. 邮箱。 */
            mail?: string;
            /** @description Phone; personal data. 电话,个人信息。 */
            phone?: components["schemas"]["Phone"];
        };
        /** @description A new account and its one-time code, shown once. 新账号及一次性邀请码。 */
        UserInvitation: {
            /** @description The account. 账号。 */
            user: components["schemas"]["User"];
            /** @description Hand it to the person; it gives no right by itself. 交给本人。 */
            code: string;
            /** @description When it ends to be valid; null for never. 失效时间。 */
            expiresAt: components["schemas"]["Time"];
        };
        /** @description A page of them. 一页。 */
        UserPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["User"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What to change. 修改内容。 */
        UserPatch: {
            /** @description Name to show; personal data. 姓名。 */
            name?: components["schemas"]["PersonName"];
            /** @description Mail address; personal data. 邮箱。 */
            mail?: string;
            /** @description Phone; personal data. 电话,个人信息。 */
            phone?: components["schemas"]["Phone"];
        };
        Value: number;
        /**
         * 设备厂商
         * @description An organisation that supplies devices or runs a platform. 提供设备或运行平台的厂商。
         */
        Vendor: {
            /** @description Id of the vendor. 厂商 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Name of the vendor. 厂商名称。 */
            name: components["schemas"]["Name"];
            /** @description Unified social credit code. 统一社会信用代码。 */
            creditCode?: string;
            /** @description Code of the platform vendor. 平台厂商 code。 */
            platformCode?: components["schemas"]["PlatformCode"];
            /** @description Its site. 网站。 */
            website?: components["schemas"]["WebAddress"];
            /** @description Name of the contact; personal data. 联系人姓名,个人信息。 */
            contactName?: components["schemas"]["PersonName"];
            /** @description Phone of the contact; personal data. 联系人电话,个人信息。 */
            contactPhone?: components["schemas"]["ShownPhone"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
            /** @description When it last changed; set by the platform. 更新时间。 */
            updatedAt?: components["schemas"]["Time"];
            /** @description True for a tombstone. 为 true 时已删除。 */
            deleted?: boolean;
        };
        /** @description A page of them. 一页。 */
        VendorPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Vendor"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description Items to store. 待保存的条目。 */
        VendorUpload: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Vendor"][];
        };
        Version: number;
        /** @description A console that is armed and visible. 已开启声音且可见的控制台。 */
        WatchBeat: {
            /** @description Made up by the page, one for each tab. 页面自拟的标识。 */
            consoleId: components["schemas"]["RecordId"];
            /** @description The sound is armed. 声音已开启。 */
            isSoundOn: boolean;
            /** @description The tab is shown. 页面可见。 */
            isVisible: boolean;
        };
        /**
         * Format: uri
         * @description An http or https address. http 或 https 地址。
         */
        WebAddress: string;
        /** @description Options for the browser's WebAuthn call, as JSON (W3C WebAuthn level 3). 浏览器 WebAuthn 调用的参数。 */
        WebAuthnOptions: {
            /** @description Send it with the answer. 随应答送回。 */
            ticket: string;
            /** @description PublicKeyCredentialRequestOptionsJSON or …CreationOptionsJSON. 公钥凭证参数。 */
            publicKey: Record<string, never>;
        };
        /** @description A browser's subscription (RFC 8030). 浏览器推送订阅。 */
        WebPushSubscription: {
            /** @description Where. 地址。 */
            endpoint: components["schemas"]["WebAddress"];
            /** @description Key of the browser. 公钥。 */
            p256dh: string;
            /** @description Secret of the browser. 密钥。 */
            auth: string;
        };
        /** @description A subscription. 推送订阅。 */
        Webhook: {
            /** @description Id of the webhook. 订阅 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Where to. 推送地址。 */
            url: components["schemas"]["WebAddress"];
            /** @description Which events: `record.changed` is of operators, units, devices and components; alarms have their own. 事件类型;record.changed 不含告警。 */
            eventTypes: ("com.dianan.alarm.raised" | "com.dianan.alarm.changed" | "com.dianan.record.changed" | "com.dianan.presence.changed" | "com.dianan.charging.ended" | "com.dianan.command.ended" | "com.dianan.job.ended")[];
            /** @description Only of these units; left out or empty for all that the caller may see. 限定单位,不填为全部。 */
            unitIds?: components["schemas"]["RecordId"][];
            /** @description For people. 说明。 */
            description?: string;
            /** @description How an event becomes what the receiver takes; null or left out: events go as CloudEvents. 推送映射。 */
            mapping?: components["schemas"]["WebhookMapping"] | null;
            /** @description Names of the headers that go along. 附带请求头的名称。 */
            headerNames?: string[];
            /**
             * @description `unverified` until the address answered the test; `failing` while the last attempt failed. 状态。
             * @enum {string}
             */
            state: "unverified" | "active" | "failing" | "disabled";
            /**
             * @description Why it is disabled: somebody asked; three days without one success; the receiver answered 410; whose rights it has may no longer read events. Null otherwise. 停用原因。
             * @enum {string|null}
             */
            disabledBecause: "asked" | "failing" | "gone" | "owner" | null;
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description When it last went well; null for never. 最近成功时间。 */
            lastOkAt: components["schemas"]["TimeOrNull"];
            /** @description HTTP status of the last attempt. 最近一次状态码。 */
            lastStatus: number | null;
            /** @description Since when no attempt succeeded; null when the last one did. 持续失败起始时间。 */
            failingSince: components["schemas"]["TimeOrNull"];
            /** @description When a failing one is tried again. 下次重试时间。 */
            nextAt: components["schemas"]["TimeOrNull"];
            /** @description Deliveries that wait. 待推送数。 */
            pending: components["schemas"]["Count"];
            /** @description Events that were given up because more than 100,000 waited; never alarms. 因积压超限放弃的事件数,不含告警。 */
            dropped: components["schemas"]["Count"];
            /** @description Version, grows by 1 with each change; set by the platform. 版本,由平台填写。 */
            version?: components["schemas"]["Version"];
        };
        /** @description An attempt to deliver, or several. 一次推送及其重试。 */
        WebhookDelivery: {
            /** @description Id of the event; the same over retries. 事件 id。 */
            id: components["schemas"]["RecordId"];
            /** @description Type of the event. 事件类型。 */
            eventType: string;
            /** @description Of which record. 对应记录。 */
            subject: components["schemas"]["RecordId"];
            /** @description When it was made. 创建时间。 */
            createdAt: components["schemas"]["Time"];
            /** @description Attempts so far. 尝试次数。 */
            attempts: components["schemas"]["Count"];
            /**
             * @description State. 状态。
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed";
            /** @description HTTP status of the last attempt. 最近状态码。 */
            lastStatus: number | null;
            /**
             * @description Why the last attempt had no status, or why there will be none: `dropped`: too many waited; `notAllowed`: it may no longer be read; `secretUnreadable`: the hub can no longer open the secret that signs, so rotate it; `skipped`: the mapping says that it is not sent; `mappingFailed`: see `mappingFault`. 无状态码的原因;`secretUnreadable` 时请轮换密钥。
             * @enum {string|null}
             */
            lastError: "addressForbidden" | "nameNotFound" | "noConnection" | "tlsRefused" | "timeout" | "dropped" | "notAllowed" | "secretUnreadable" | "skipped" | "mappingFailed" | null;
            /** @description Where the mapping failed, or what of its result cannot be sent; null of all else. Mend the mapping and replay. 映射出错之处。 */
            mappingFault: components["schemas"]["KeptMappingFault"] | null;
            /** @description How long it took, milliseconds. 用时,毫秒。 */
            lastMs: number | null;
            /** @description When it is next due; null for none. 下次时间。 */
            nextAt: components["schemas"]["TimeOrNull"];
        };
        /** @description A page of them. 一页。 */
        WebhookDeliveryPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description A subscription to make. 新订阅。 */
        WebhookDraft: {
            /** @description Where to. 推送地址。 */
            url: components["schemas"]["WebAddress"];
            /** @description Which events: `record.changed` is of operators, units, devices and components; alarms have their own. 事件类型;record.changed 不含告警。 */
            eventTypes: ("com.dianan.alarm.raised" | "com.dianan.alarm.changed" | "com.dianan.record.changed" | "com.dianan.presence.changed" | "com.dianan.charging.ended" | "com.dianan.command.ended" | "com.dianan.job.ended")[];
            /** @description Only of these units; left out or empty for all that the caller may see. 限定单位,不填为全部。 */
            unitIds?: components["schemas"]["RecordId"][];
            /** @description For people. 说明。 */
            description?: string;
            /** @description How an event becomes what the receiver takes; null or left out: events go as CloudEvents. 推送映射。 */
            mapping?: components["schemas"]["WebhookMapping"] | null;
            /** @description Headers that go along, such as a token of the receiver; sealed, and never shown again. 附带的请求头(如对方令牌),加密保存,不再显示。 */
            headers?: {
                [key: string]: string;
            };
        };
        /** @description A preset or an expression that makes a request of an event. 推送映射。 */
        WebhookMapping: {
            preset?: components["schemas"]["MappingPresetId"];
            expression?: components["schemas"]["MappingExpression"];
            parameters?: components["schemas"]["MappingParameters"];
            /** @description Where it is wrong. 位置。 */
            path?: components["schemas"]["MappingPath"];
        };
        /** @description A page of them. 一页。 */
        WebhookPage: {
            /** @description The items. 条目。 */
            items: components["schemas"]["Webhook"][];
            /** @description Where the next page begins; null on the last one. 下一页的游标。 */
            next: components["schemas"]["NextCursor"];
        };
        /** @description What to change. 修改内容。 */
        WebhookPatch: {
            /** @description Where to. 推送地址。 */
            url?: components["schemas"]["WebAddress"];
            /** @description Which events: `record.changed` is of operators, units, devices and components; alarms have their own. 事件类型;record.changed 不含告警。 */
            eventTypes?: ("com.dianan.alarm.raised" | "com.dianan.alarm.changed" | "com.dianan.record.changed" | "com.dianan.presence.changed" | "com.dianan.charging.ended" | "com.dianan.command.ended" | "com.dianan.job.ended")[];
            /** @description Only of these units; left out or empty for all that the caller may see. 限定单位,不填为全部。 */
            unitIds?: components["schemas"]["RecordId"][];
            /** @description For people. 说明。 */
            description?: string;
            /** @description Stop or go on. 是否停用。 */
            isDisabled?: boolean;
            /** @description How an event becomes what the receiver takes; null or left out: events go as CloudEvents. 推送映射。 */
            mapping?: components["schemas"]["WebhookMapping"] | null;
        };
        /** @description A signing secret, shown once. 签名密钥,只显示一次。 */
        WebhookSecret: {
            /** @description Id of the secret. 密钥 id。 */
            id: components["schemas"]["RecordId"];
            /** @description `whsec_` and base64. 密钥。 */
            secret: string;
            /** @description The secret before it signs along until then. 旧密钥并签截止时间。 */
            previousUntil: components["schemas"]["TimeOrNull"];
        };
        /** @description What a test event (`com.dianan.webhook.test`) is about. 测试事件的内容。 */
        WebhookTest: {
            /** @description Id of the webhook. 订阅 id。 */
            webhookId: components["schemas"]["RecordId"];
        };
        /** @description The subscription and its secret, shown once. 订阅及密钥。 */
        WebhookWithSecret: {
            /** @description The webhook. 订阅。 */
            webhook: components["schemas"]["Webhook"];
            /** @description The secret. 密钥。 */
            secret: components["schemas"]["WebhookSecret"];
        };
        WireAddress: string;
        /** @description One text in both languages. 中英文文字。 */
        Words: {
            /** @description In Chinese. 中文。 */
            zh: string;
            /** @description In English. 英文。 */
            en: string;
        };
    };
    responses: {
        /** @description This address must not be called; Attribution and approval number are needed; Does not fit the schema. 不允许调用该地址;缺少来源标注或审图号;不符合格式。 */
        AddressForbiddenOrApprovalMissingOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This address must not be called; Nobody grants rights that they lack; Does not fit the schema; There is no version that both speak; The other platform refuses the handshake; The other platform does not answer. 不允许调用该地址;不得授予自己没有的权限;不符合格式;没有共同的版本;对方平台拒绝了握手;对方平台无应答。 */
        AddressForbiddenOrBeyondOwnRightsOrInvalidOrNoCommonVersionOrPeerRefusedOrPeerUnreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This address must not be called; The key was used for another request; Does not fit the schema. 不允许调用该地址;该幂等键已用于其他请求;不符合格式。 */
        AddressForbiddenOrIdempotencyMismatchOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This address must not be called; The key was used for another request; Does not fit the schema; The value is out of range. 不允许调用该地址;该幂等键已用于其他请求;不符合格式;数值超出范围。 */
        AddressForbiddenOrIdempotencyMismatchOrInvalidOrOutOfRange: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This address must not be called; Does not fit the schema. 不允许调用该地址;不符合格式。 */
        AddressForbiddenOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This address must not be called; Does not fit the schema; There is no version that both speak; The other platform does not answer. 不允许调用该地址;不符合格式;没有共同的版本;对方平台无应答。 */
        AddressForbiddenOrInvalidOrNoCommonVersionOrPeerUnreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This address must not be called; Does not fit the schema; The other platform refuses the handshake; The other platform does not answer. 不允许调用该地址;不符合格式;对方平台拒绝了握手;对方平台无应答。 */
        AddressForbiddenOrInvalidOrPeerRefusedOrPeerUnreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another device has this address. 该通信地址已被其他设备使用。 */
        AddressTaken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#address-taken",
                 *       "title": "Another device has this address",
                 *       "titleZh": "该通信地址已被其他设备使用",
                 *       "status": 409,
                 *       "detail": "Remove it there first. 请先解除原设备的地址。",
                 *       "code": "address-taken",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another device has this address; It exists already; The same request is still under way. 该通信地址已被其他设备使用;已存在;相同请求正在处理。 */
        AddressTakenOrAlreadyExistsOrIdempotencyBusy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Rectification advice is missing; The same request is still under way; The value is still over the set point; Its state does not allow this. 缺少整改建议;相同请求正在处理;测量值仍超限;当前状态不允许此操作。 */
        AdviceMissingOrIdempotencyBusyOrValueStillOverOrWrongState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It exists already. 已存在。 */
        AlreadyExists: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#already-exists",
                 *       "title": "It exists already",
                 *       "titleZh": "已存在",
                 *       "status": 409,
                 *       "detail": "Choose another name or code. 请换用其他名称或代码。",
                 *       "code": "already-exists",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It exists already; The same request is still under way. 已存在;相同请求正在处理。 */
        AlreadyExistsOrIdempotencyBusy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Registered already. 已注册。 */
        AlreadyRegistered: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#already-registered",
                 *       "title": "Registered already",
                 *       "titleZh": "已注册",
                 *       "status": 405,
                 *       "detail": "Use PUT to rotate or DELETE to end it. 请用 PUT 轮换或 DELETE 注销。",
                 *       "code": "already-registered",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials are not right. 凭证不正确。 */
        BadCredentials: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#bad-credentials",
                 *       "title": "The credentials are not right",
                 *       "titleZh": "凭证不正确",
                 *       "status": 401,
                 *       "detail": "Check them and try again; nothing says which part is wrong. 请核对后重试;不提示具体错误部分。",
                 *       "code": "bad-credentials",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials are not right; The signature does not fit the request. 凭证不正确;请求签名不符。 */
        BadCredentialsOrBadSignature: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials are not right; Sign in first. 凭证不正确;请先登录。 */
        BadCredentialsOrUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON that can be accepted. 请求体不是可接受的 JSON。 */
        BadJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#bad-json",
                 *       "title": "The body is not JSON that can be accepted",
                 *       "titleZh": "请求体不是可接受的 JSON",
                 *       "status": 400,
                 *       "detail": "Send one JSON value in UTF-8. 请发送一个 UTF-8 编码的 JSON。",
                 *       "code": "bad-json",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON that can be accepted; There is no such scope. 请求体不是可接受的 JSON;没有此权限范围。 */
        BadJsonOrBadScope: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The range lies behind the end of the file. 请求的范围超出文件末尾。 */
        BadRange: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#bad-range",
                 *       "title": "The range lies behind the end of the file",
                 *       "titleZh": "请求的范围超出文件末尾",
                 *       "status": 416,
                 *       "detail": "Ask for a range inside the file; its size is in Content-Range. 请在文件范围内请求,文件大小见 Content-Range。",
                 *       "code": "bad-range",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such scope. 没有此权限范围。 */
        BadScope: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#bad-scope",
                 *       "title": "There is no such scope",
                 *       "titleZh": "没有此权限范围",
                 *       "status": 400,
                 *       "detail": "Ask only for scopes that the client has. 只能申请客户端已有的权限范围。",
                 *       "code": "bad-scope",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The signature does not fit the request; The nonce was used before; The signature is too old or of the future; Sign in first. 请求签名不符;随机数已使用过;签名已过期或时间超前;请先登录。 */
        BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody grants rights that they lack; The key was used for another request; Does not fit the schema. 不得授予自己没有的权限;该幂等键已用于其他请求;不符合格式。 */
        BeyondOwnRightsOrIdempotencyMismatchOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody grants rights that they lack; Does not fit the schema. 不得授予自己没有的权限;不符合格式。 */
        BeyondOwnRightsOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Busy. 服务繁忙。 */
        Busy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#busy",
                 *       "title": "Busy",
                 *       "titleZh": "服务繁忙",
                 *       "status": 503,
                 *       "detail": "Wait as long as Retry-After says. 请按 Retry-After 等待。",
                 *       "code": "busy",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The cursor is no longer valid. 游标已失效。 */
        CursorGone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#cursor-gone",
                 *       "title": "The cursor is no longer valid",
                 *       "titleZh": "游标已失效",
                 *       "status": 410,
                 *       "detail": "Read the lists again, then follow the new feedCursor. 请重新读取列表,再跟随新的 feedCursor。",
                 *       "code": "cursor-gone",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The file is not of a kind that is taken; The key was used for another request; Does not fit the schema. 不接受该类文件;该幂等键已用于其他请求;不符合格式。 */
        FileRefusedOrIdempotencyMismatchOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed. 无此权限。 */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#forbidden",
                 *       "title": "Not allowed",
                 *       "titleZh": "无此权限",
                 *       "status": 403,
                 *       "detail": "The credential does not allow this. 该凭证无此权限。",
                 *       "code": "forbidden",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed; Prove the second factor again. 无此权限;请再次验证第二因素。 */
        ForbiddenOrStepUpRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Charging is forbidden in such a place; The id in the body is not that of the address; Does not fit the schema. 该场所禁止充电;请求体与地址中的 id 不一致;不符合格式。 */
        ForbiddenPlaceOrIdMismatchOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Some rows do not fit; Its state does not allow this. 存在不合格的行;当前状态不允许此操作。 */
        HasBadRowsOrWrongState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The id in the body is not that of the address; Does not fit the schema. 请求体与地址中的 id 不一致;不符合格式。 */
        IdMismatchOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The same request is still under way. 相同请求正在处理。 */
        IdempotencyBusy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#idempotency-busy",
                 *       "title": "The same request is still under way",
                 *       "titleZh": "相同请求正在处理",
                 *       "status": 409,
                 *       "detail": "Wait for its answer. 请等待其应答。",
                 *       "code": "idempotency-busy",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The same request is still under way; It is still referred to. 相同请求正在处理;仍被引用。 */
        IdempotencyBusyOrInUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The same request is still under way; Nobody else has this role; It must be another person. 相同请求正在处理;无其他人担任该角色;须由他人操作。 */
        IdempotencyBusyOrLastOfRoleOrSamePerson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The same request is still under way; Something stands against the acceptance of the unit. 相同请求正在处理;存在妨碍验收的事项。 */
        IdempotencyBusyOrNotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The same request is still under way; It must be another person. 相同请求正在处理;须由他人操作。 */
        IdempotencyBusyOrSamePerson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The same request is still under way; It must be another person; Its state does not allow this. 相同请求正在处理;须由他人操作;当前状态不允许此操作。 */
        IdempotencyBusyOrSamePersonOrWrongState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The same request is still under way; Its state does not allow this. 相同请求正在处理;当前状态不允许此操作。 */
        IdempotencyBusyOrWrongState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key was used for another request; Does not fit the schema. 该幂等键已用于其他请求;不符合格式。 */
        IdempotencyMismatchOrInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key was used for another request; Does not fit the schema; The unit's name was not typed; The device cannot do that; The device's connection is not trusted enough. 该幂等键已用于其他请求;不符合格式;未键入单位名称;设备不支持该操作;设备连接的信任级别不足。 */
        IdempotencyMismatchOrInvalidOrNameNotTypedOrNotSupportedOrTrustTooLow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key was used for another request; Does not fit the schema; The value is out of range. 该幂等键已用于其他请求;不符合格式;数值超出范围。 */
        IdempotencyMismatchOrInvalidOrOutOfRange: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key was used for another request; Does not fit the schema; A purpose is needed. 该幂等键已用于其他请求;不符合格式;缺少用途。 */
        IdempotencyMismatchOrInvalidOrPurposeMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is still referred to. 仍被引用。 */
        InUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#in-use",
                 *       "title": "It is still referred to",
                 *       "titleZh": "仍被引用",
                 *       "status": 409,
                 *       "detail": "Remove what refers to it first. 请先解除引用。",
                 *       "code": "in-use",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Does not fit the schema. 不符合格式。 */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#invalid",
                 *       "title": "Does not fit the schema",
                 *       "titleZh": "不符合格式",
                 *       "status": 422,
                 *       "detail": "See errors. 详见 errors。",
                 *       "code": "invalid",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd",
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
        /** @description Does not fit the schema; A filter is needed. 不符合格式;缺少筛选条件。 */
        InvalidOrMissingFilter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Does not fit the schema; The device cannot do that. 不符合格式;设备不支持该操作。 */
        InvalidOrNotSupported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Does not fit the schema; The password is not good enough. 不符合格式;密码不符合策略。 */
        InvalidOrPasswordRejected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Does not fit the schema; The other platform does not answer. 不符合格式;对方平台无应答。 */
        InvalidOrPeerUnreachable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is the last second factor. 这是最后一个第二因素。 */
        LastFactor: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#last-factor",
                 *       "title": "It is the last second factor",
                 *       "titleZh": "这是最后一个第二因素",
                 *       "status": 409,
                 *       "detail": "Set up another one first. 请先设置其他第二因素。",
                 *       "code": "last-factor",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody else has this role; It must be another person. 无其他人担任该角色;须由他人操作。 */
        LastOfRoleOrSamePerson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Locked after failed sign-ins; Too many requests. 登录失败过多,已锁定;请求过多。 */
        LockedOrTooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no map source; Not found. 未设置地图来源;不存在。 */
        NoMapOrNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found. 不存在。 */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#not-found",
                 *       "title": "Not found",
                 *       "titleZh": "不存在",
                 *       "status": 404,
                 *       "detail": "There is nothing with this id. 没有此 id 的内容。",
                 *       "code": "not-found",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Planned, but not there yet. 已规划,尚未提供。 */
        NotImplemented: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#not-implemented",
                 *       "title": "Planned, but not there yet",
                 *       "titleZh": "已规划,尚未提供",
                 *       "status": 501,
                 *       "detail": "The document marks it x-planned. 文档中标记为 x-planned。",
                 *       "code": "not-implemented",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is not ready yet. 尚未完成。 */
        NotReady: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#not-ready",
                 *       "title": "It is not ready yet",
                 *       "titleZh": "尚未完成",
                 *       "status": 409,
                 *       "detail": "Wait until its state is done. 请等待任务完成。",
                 *       "code": "not-ready",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not registered yet. 尚未注册。 */
        NotRegistered: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#not-registered",
                 *       "title": "Not registered yet",
                 *       "titleZh": "尚未注册",
                 *       "status": 405,
                 *       "detail": "Register with POST first. 请先用 POST 注册。",
                 *       "code": "not-registered",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It has changed since you read it. 内容已被修改。 */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#precondition-failed",
                 *       "title": "It has changed since you read it",
                 *       "titleZh": "内容已被修改",
                 *       "status": 412,
                 *       "detail": "Read it again and repeat the change. 请重新读取后再修改。",
                 *       "code": "precondition-failed",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Say which version you change. 请给出所修改的版本。 */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#precondition-required",
                 *       "title": "Say which version you change",
                 *       "titleZh": "请给出所修改的版本",
                 *       "status": 428,
                 *       "detail": "Send If-Match, or If-None-Match: * to create. 请发送 If-Match;新建时发送 If-None-Match: *。",
                 *       "code": "precondition-required",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is an administrator already. 已有管理员。 */
        SetupOver: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#setup-over",
                 *       "title": "There is an administrator already",
                 *       "titleZh": "已有管理员",
                 *       "status": 409,
                 *       "detail": "Ask that person for an invitation. 请向管理员申请邀请。",
                 *       "code": "setup-over",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large. 请求过大。 */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#too-large",
                 *       "title": "Too large",
                 *       "titleZh": "请求过大",
                 *       "status": 413,
                 *       "detail": "Send less at a time. 请减少单次发送的内容。",
                 *       "code": "too-large",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. 请求过多。 */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#too-many-requests",
                 *       "title": "Too many requests",
                 *       "titleZh": "请求过多",
                 *       "status": 429,
                 *       "detail": "Wait as long as Retry-After says. 请按 Retry-After 等待。",
                 *       "code": "too-many-requests",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Sign in first. 请先登录。 */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#unauthorized",
                 *       "title": "Sign in first",
                 *       "titleZh": "请先登录",
                 *       "status": 401,
                 *       "detail": "Send Authorization: Bearer with a valid key, or sign in. 请发送有效密钥或登录。",
                 *       "code": "unauthorized",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Wrong media type. 媒体类型不对。 */
        WrongMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#wrong-media-type",
                 *       "title": "Wrong media type",
                 *       "titleZh": "媒体类型不对",
                 *       "status": 415,
                 *       "detail": "Send the Content-Type that the document has. 请使用文档中的 Content-Type。",
                 *       "code": "wrong-media-type",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Its state does not allow this. 当前状态不允许此操作。 */
        WrongState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "https://github.com/dianan/dianan/blob/main/docs/problems.md#wrong-state",
                 *       "title": "Its state does not allow this",
                 *       "titleZh": "当前状态不允许此操作",
                 *       "status": 409,
                 *       "detail": "Read it again: someone may have been faster. 请重新读取,可能已被他人处理。",
                 *       "code": "wrong-state",
                 *       "requestId": "0197f3a2-7c1e-7000-8000-0000000000dd"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
        IfNoneMatch: string;
        /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
        IdempotencyKey: string;
        /** @description Items in a page. 每页条数。 */
        Limit: number;
        /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
        Cursor: string;
        /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
        UpdatedFrom: components["schemas"]["Time"];
        /** @description Only records that changed before this time. 截止更新时间(不含)。 */
        UpdatedTo: components["schemas"]["Time"];
        /** @description Words that the id, name or address holds, each of them; of a device its wire address and IMEI too. Neither width nor case matters. 编号、名称或地址(设备还有通信地址和 IMEI)所含的词,须全部包含,不分全角半角与大小写。 */
        RecordSearchFilter: string;
        /** @description Id of the record. 记录的 id。 */
        Id: components["schemas"]["RecordId"];
        /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
        IfMatch: string;
        /** @description Only readings at this time or later. 起始时间(含)。 */
        From: components["schemas"]["Time"];
        /** @description Only readings before this time. 截止时间(不含)。 */
        To: components["schemas"]["Time"];
        /** @description Only those of this operator. 只列出该运维机构的。 */
        OperatorIdFilter: components["schemas"]["RecordId"];
        /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
        RegionFilter: components["schemas"]["RegionCode"];
        /** @description Only units of this place type and what belongs to such units. 场所类型。 */
        PlaceTypeFilter: components["schemas"]["Code"];
        /** @description Only those of this unit. 只列出该单位的。 */
        UnitIdFilter: components["schemas"]["RecordId"];
        /** @description Only devices with this presence, such as `offline`. 在线状态。 */
        PresenceFilter: components["schemas"]["Code"];
        /** @description Only devices with this status, such as `alarm`. 设备状态。 */
        StatusFilter: components["schemas"]["Code"];
        /** @description Only devices of this type. 设备类型。 */
        DeviceTypeFilter: components["schemas"]["Code"];
        /** @description Only devices of this registered model. 只列出该型号的设备。 */
        ModelIdFilter: components["schemas"]["RecordId"];
        /** @description Only those of this device. 只列出该设备的。 */
        DeviceIdFilter: components["schemas"]["RecordId"];
        /** @description Only components with this status. 部件状态。 */
        ComponentStatusFilter: components["schemas"]["Code"];
        /** @description Only alarms that still stand or are over. 告警状态。 */
        StateFilter: "raised" | "cleared";
        /** @description Only alarms of this class, such as `warning`. 告警类别。 */
        ClassFilter: components["schemas"]["Code"];
        /** @description Only alarms of this type. 告警类型。 */
        TypeFilter: components["schemas"]["Code"];
        /** @description Only alarms of this severity. 告警等级。 */
        SeverityFilter: components["schemas"]["Code"];
        /** @description Only alarms in this stage. 处理阶段。 */
        StageFilter: "unacknowledged" | "acknowledged" | "rectified" | "closed";
        /** @description Only alarms that this person has. 处理人。 */
        AssigneeFilter: components["schemas"]["RecordId"];
        /** @description Only overdue alarms, or none of them. 是否逾期。 */
        OverdueFilter: "true" | "false";
        /** @description Only shelved alarms, or none of them. 是否搁置。 */
        ShelvedFilter: "true" | "false";
        /** @description `false`: without alarms that are grouped under another one that you may see. false 时不列出已归并到其他可见告警之下的告警。 */
        GroupedFilter: "false";
        /** @description Only alarms that happened at this time or later. 发生时间起(含)。 */
        OccurredFrom: components["schemas"]["Time"];
        /** @description Only alarms that happened before this time. 发生时间止(不含)。 */
        OccurredTo: components["schemas"]["Time"];
        /** @description Name of the list. 代码表名称。 */
        ListName: components["schemas"]["Code"];
        /** @description Whose readings. 哪台设备。 */
        ReadingDeviceId: components["schemas"]["RecordId"];
        /** @description Only this quantity, such as `residualCurrent`. 测量量。 */
        QuantityFilter: components["schemas"]["Code"];
        /** @description Only those of this component. 只列出该部件的。 */
        ComponentIdFilter: components["schemas"]["RecordId"];
        /** @description From this time on. 起始时间(含)。 */
        FromRequired: components["schemas"]["Time"];
        /** @description Before this time. 截止时间(不含)。 */
        ToRequired: components["schemas"]["Time"];
        /** @description At most so many steps. 最多点数。 */
        PointsMax: number;
        /** @description First day. 起始日期(含)。 */
        DateFrom: components["schemas"]["Date"];
        /** @description Last day. 截止日期(含)。 */
        DateTo: components["schemas"]["Date"];
        /** @description Only sessions that ended abnormally, or none of them. 是否异常断电。 */
        AbnormalFilter: "true" | "false";
        /** @description Length of a period. 统计周期。 */
        Bucket: "hour" | "day" | "week" | "month";
        /** @description By site or by port. 按站点或充电口。 */
        PerPort: "site" | "port";
        /** @description Only commands in this state. 命令状态。 */
        CommandStateFilter: "awaitingApproval" | "queued" | "sent" | "done" | "refused" | "failed" | "expired" | "cancelled";
        /** @description Only of this protocol. 协议。 */
        ProtocolFilter: components["schemas"]["Code"];
        /** @description From or to the device. 方向。 */
        DirectionFilter: "up" | "down";
        /** @description Wait so long for one when there is none, seconds. 无命令时的等待秒数。 */
        WaitSeconds: number;
        /** @description Id of the credential. 凭证 id。 */
        CredentialId: components["schemas"]["RecordId"];
        /** @description Id of the push. 推送 id。 */
        PushId: components["schemas"]["RecordId"];
        /** @description The secret part of the address that was shown once. 推送地址的保密部分。 */
        PushAddress: string;
        /** @description Name of the interface, such as query_token. 接口名称。 */
        TcecInterface: string;
        /** @description A `feedCursor`; from the oldest kept change when left out. 起始游标。 */
        After: string;
        /** @description Only these kinds, comma between. 记录类别,逗号分隔。 */
        KindsFilter: string;
        /** @description Only records in this state. 状态。 */
        OwedStateFilter: "pending" | "refused";
        /** @description Which kind. 记录类别。 */
        KindRequired: "operator" | "unit" | "device" | "component" | "alarm";
        /** @description The version. 版本。 */
        VersionNumber: string;
        /** @description Only deliveries in this state. 状态。 */
        DeliveryStateFilter: "pending" | "delivered" | "failed";
        /** @description Id of the event. 事件 id。 */
        DeliveryId: components["schemas"]["RecordId"];
        /** @description Its name. 文件名。 */
        FileName: string;
        /** @description One range of bytes, to go on with a download that broke off. 字节范围,用于断点续传。 */
        Range: string;
        /** @description The ETag of the part that the caller has: another file is sent whole. 已有部分的 ETag,文件不同时返回整个文件。 */
        IfRange: string;
        /** @description Only good rows, or only bad ones. 是否合格。 */
        RowStatusFilter: "good" | "bad";
        /** @description Kind of record. 记录类别。 */
        RecordKind: "operator" | "unit" | "device" | "component" | "alarm";
        /** @description Format of the template. 模板格式。 */
        TemplateFormat: "xlsx" | "csv";
        /** @description Up to four dimensions, comma between: year, quarter, month, week, day, hour, regionCode, community, placeType, type, class, severity, unitId, operatorId, vendorId, deviceType. 统计维度,最多四个。 */
        Dimensions: string;
        /** @description `previous`: the total of the span of the same length before is given too. 同时给出上期合计。 */
        Compare: "previous";
        /** @description Only reports of this kind. 报告种类。 */
        ReportKindFilter: components["schemas"]["Code"];
        /** @description Which of its files. 文件格式。 */
        ReportFormat: "pdf" | "xlsx";
        /** @description Which year; this one when left out. 年度。 */
        Year: number;
        /** @description Only about this alarm. 告警。 */
        AlarmIdFilter: components["schemas"]["RecordId"];
        /** @description Only by this channel. 渠道。 */
        ChannelFilter: "voice" | "sms" | "app" | "mail" | "chat" | "webhook";
        /** @description The secret part of the address that was shown once. 回执地址的保密部分。 */
        ReceiptAddress: string;
        /** @description Signature. 签名。 */
        WecomSignature: string;
        /** @description Time in seconds. 时间戳。 */
        WecomTimestamp: string;
        /** @description Random text. 随机串。 */
        WecomNonce: string;
        /** @description Encrypted text to echo. 加密的回显文字。 */
        WecomEcho: string;
        /** @description Of WeCom: signature of the body. 企业微信回调签名。 */
        CallbackSignature: string;
        /** @description Of WeCom: time in seconds. 企业微信回调时间戳。 */
        CallbackTimestamp: string;
        /** @description Of WeCom: random text. 企业微信回调随机串。 */
        CallbackNonce: string;
        /** @description Of the link in a notice; works once. 通知链接中的一次性令牌。 */
        LinkToken: string;
        /** @description Words that the name or address holds. 名称或地址包含的文字。 */
        SearchFilter: string;
        /** @description Only people with this role. 角色。 */
        RoleFilter: components["schemas"]["Code"];
        /** @description Only accounts in this state. 账号状态。 */
        UserStateFilter: "invited" | "active" | "disabled";
        /** @description Id of the secret. 密钥 id。 */
        SecretId: components["schemas"]["RecordId"];
        /** @description Only what this account, key or device did. 操作者。 */
        ActorFilter: components["schemas"]["RecordId"];
        /** @description Only this act. 操作。 */
        ActFilter: components["schemas"]["Code"];
        /** @description Only with this result. 结果。 */
        ResultFilter: "done" | "denied" | "failed";
        /** @description Only what was done to this. 对象。 */
        ObjectFilter: string;
        /** @description Zoom. 级别。 */
        TileZ: number;
        /** @description Column. 列号。 */
        TileX: number;
        /** @description Row. 行号。 */
        TileY: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
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
                    "application/json": components["schemas"]["Health"];
                };
            };
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": {
                        openapi: string;
                        info: Record<string, never>;
                        paths: Record<string, never>;
                    };
                };
            };
            429: components["responses"]["TooManyRequests"];
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
                    "text/html": string;
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServer"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listOperators: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Only records that changed before this time. 截止更新时间(不含)。 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Words that the id, name or address holds, each of them; of a device its wire address and IMEI too. Neither width nor case matters. 编号、名称或地址(设备还有通信地址和 IMEI)所含的词,须全部包含,不分全角半角与大小写。 */
                q?: components["parameters"]["RecordSearchFilter"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Operator"];
            };
        };
        responses: {
            /** @description Replaced. 已更新。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
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
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchOperator: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description Changed. 已修改。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operator"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listOperatorChanges: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordChangePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Only records that changed before this time. 截止更新时间(不含)。 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Words that the id, name or address holds, each of them; of a device its wire address and IMEI too. Neither width nor case matters. 编号、名称或地址(设备还有通信地址和 IMEI)所含的词,须全部包含,不分全角半角与大小写。 */
                q?: components["parameters"]["RecordSearchFilter"];
                /** @description Only those of this operator. 只列出该运维机构的。 */
                operatorId?: components["parameters"]["OperatorIdFilter"];
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
                /** @description Only units of this place type and what belongs to such units. 场所类型。 */
                placeType?: components["parameters"]["PlaceTypeFilter"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unit"];
            };
        };
        responses: {
            /** @description Replaced. 已更新。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
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
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description Changed. 已修改。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listUnitChanges: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordChangePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Only records that changed before this time. 截止更新时间(不含)。 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only devices with this presence, such as `offline`. 在线状态。 */
                presence?: components["parameters"]["PresenceFilter"];
                /** @description Only devices with this status, such as `alarm`. 设备状态。 */
                status?: components["parameters"]["StatusFilter"];
                /** @description Words that the id, name or address holds, each of them; of a device its wire address and IMEI too. Neither width nor case matters. 编号、名称或地址(设备还有通信地址和 IMEI)所含的词,须全部包含,不分全角半角与大小写。 */
                q?: components["parameters"]["RecordSearchFilter"];
                /** @description Only those of this operator. 只列出该运维机构的。 */
                operatorId?: components["parameters"]["OperatorIdFilter"];
                /** @description Only devices of this type. 设备类型。 */
                type?: components["parameters"]["DeviceTypeFilter"];
                /** @description Only devices of this registered model. 只列出该型号的设备。 */
                modelId?: components["parameters"]["ModelIdFilter"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DevicePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Device"];
            };
        };
        responses: {
            /** @description Replaced. 已更新。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AddressTaken"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
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
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description Changed. 已修改。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AddressTaken"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listDeviceChanges: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordChangePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listComponents: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Only records that changed before this time. 截止更新时间(不含)。 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only components with this status. 部件状态。 */
                status?: components["parameters"]["ComponentStatusFilter"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getComponent: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Component"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putComponent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Component"];
            };
        };
        responses: {
            /** @description Replaced. 已更新。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Component"];
                };
            };
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Component"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AddressTaken"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteComponent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
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
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchComponent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description Changed. 已修改。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Component"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AddressTaken"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listComponentChanges: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordChangePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listAlarms: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Only records that changed before this time. 截止更新时间(不含)。 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Only alarms that still stand or are over. 告警状态。 */
                state?: components["parameters"]["StateFilter"];
                /** @description Only alarms of this class, such as `warning`. 告警类别。 */
                class?: components["parameters"]["ClassFilter"];
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only alarms of this type. 告警类型。 */
                type?: components["parameters"]["TypeFilter"];
                /** @description Only alarms of this severity. 告警等级。 */
                severity?: components["parameters"]["SeverityFilter"];
                /** @description Only alarms in this stage. 处理阶段。 */
                stage?: components["parameters"]["StageFilter"];
                /** @description Only alarms that this person has. 处理人。 */
                assigneeId?: components["parameters"]["AssigneeFilter"];
                /** @description Only overdue alarms, or none of them. 是否逾期。 */
                overdue?: components["parameters"]["OverdueFilter"];
                /** @description Only shelved alarms, or none of them. 是否搁置。 */
                shelved?: components["parameters"]["ShelvedFilter"];
                /** @description `false`: without alarms that are grouped under another one that you may see. false 时不列出已归并到其他可见告警之下的告警。 */
                grouped?: components["parameters"]["GroupedFilter"];
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
                /** @description Only units of this place type and what belongs to such units. 场所类型。 */
                placeType?: components["parameters"]["PlaceTypeFilter"];
                /** @description Only alarms that happened at this time or later. 发生时间起(含)。 */
                occurredFrom?: components["parameters"]["OccurredFrom"];
                /** @description Only alarms that happened before this time. 发生时间止(不含)。 */
                occurredTo?: components["parameters"]["OccurredTo"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            /** @description At least one alarm came before its device and is parked; it takes effect when the device is known. 有告警早于其设备到达,已暂存。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. 记录。 */
            200: {
                headers: {
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
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteAlarm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
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
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listVendors: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Only records that changed before this time. 截止更新时间(不含)。 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Words that the id, name or address holds, each of them; of a device its wire address and IMEI too. Neither width nor case matters. 编号、名称或地址(设备还有通信地址和 IMEI)所含的词,须全部包含,不分全角半角与大小写。 */
                q?: components["parameters"]["RecordSearchFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putVendors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VendorUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getVendor: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vendor"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteVendor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listDeviceModels: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Only records that changed before this time. 截止更新时间(不含)。 */
                updatedTo?: components["parameters"]["UpdatedTo"];
                /** @description Words that the id, name or address holds, each of them; of a device its wire address and IMEI too. Neither width nor case matters. 编号、名称或地址(设备还有通信地址和 IMEI)所含的词,须全部包含,不分全角半角与大小写。 */
                q?: components["parameters"]["RecordSearchFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceModelPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putDeviceModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceModelUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getDeviceModel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceModel"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteDeviceModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getInstallation: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putInstallation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Installation"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["ForbiddenPlaceOrIdMismatchOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAcceptance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listAcceptances: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceRecordPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createAcceptance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceRecord"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrNotAcceptable"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAcceptanceRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the record. 验收记录 id。 */
                acceptanceId: components["schemas"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptanceRecord"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getOperatorDocuments: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorDocuments"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putOperatorDocuments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperatorDocumentUpload"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorDocuments"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTenant"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["AlreadyExistsOrIdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    issueTenantCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantCode"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["SetupOver"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listCodeLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeListNames"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getCodeList: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Name of the list. 代码表名称。 */
                name: components["parameters"]["ListName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeList"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listReadings: {
        parameters: {
            query: {
                /** @description Whose readings. 哪台设备。 */
                deviceId: components["parameters"]["ReadingDeviceId"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
                /** @description Only this quantity, such as `residualCurrent`. 测量量。 */
                quantity?: components["parameters"]["QuantityFilter"];
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["ReadingAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listLatestReadings: {
        parameters: {
            query?: {
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only this quantity, such as `residualCurrent`. 测量量。 */
                quantity?: components["parameters"]["QuantityFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LatestReadings"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidOrMissingFilter"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listReadingSeries: {
        parameters: {
            query: {
                /** @description Whose readings. 哪台设备。 */
                deviceId: components["parameters"]["ReadingDeviceId"];
                /** @description Only those of this component. 只列出该部件的。 */
                componentId?: components["parameters"]["ComponentIdFilter"];
                /** @description Only this quantity, such as `residualCurrent`. 测量量。 */
                quantity?: components["parameters"]["QuantityFilter"];
                /** @description From this time on. 起始时间(含)。 */
                from: components["parameters"]["FromRequired"];
                /** @description Before this time. 截止时间(不含)。 */
                to: components["parameters"]["ToRequired"];
                /** @description At most so many steps. 最多点数。 */
                points?: components["parameters"]["PointsMax"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingSeriesList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    acknowledgeAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmAcknowledgement"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    takeBackAcknowledgement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    assignAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmAssignment"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    adviseAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmAdviceDraft"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    rectifyAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmRectificationDraft"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    closeAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmClosureDraft"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["AdviceMissingOrIdempotencyBusyOrValueStillOverOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    reopenAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    shelveAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmShelving"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    unshelveAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    confirmRecovery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryConfirmation"];
            };
        };
        responses: {
            /** @description The alarm now. 处理后的告警。 */
            200: {
                headers: {
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
                     *       "handling": {
                     *         "stage": "acknowledged",
                     *         "acknowledgedAt": "2026-01-02T11:05:05+08:00",
                     *         "acknowledgedBy": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "acknowledgedVia": "web",
                     *         "dueAt": "2026-01-09T11:04:05+08:00",
                     *         "isOverdue": false,
                     *         "assignee": {
                     *           "kind": "person",
                     *           "id": "user-01",
                     *           "name": "林*"
                     *         },
                     *         "advice": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "检查 5 回路末端线缆绝缘,更换老化线缆"
                     *         },
                     *         "rectification": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "text": "已更换 5 回路末端线缆",
                     *           "rectifiedAt": "2026-01-03T15:20:00+08:00",
                     *           "files": [
                     *             "file-01"
                     *           ]
                     *         },
                     *         "closure": {
                     *           "at": "2026-01-02T11:04:05+08:00",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "user-01",
                     *             "name": "林*"
                     *           },
                     *           "reason": "resolved",
                     *           "text": "复测 68 mA,正常"
                     *         },
                     *         "shelvedUntil": "2026-01-02T12:04:05+08:00",
                     *         "shelvedReason": "夜间施工用电",
                     *         "rootId": null,
                     *         "memberCount": 0,
                     *         "isChattering": false,
                     *         "commentCount": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AlarmView"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    commentAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmEntry"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listAlarmEntries: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmEntryPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAlarmEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmEvidence"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    addAlarmEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvidenceLink"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmEntry"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listAlarmAssignees: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssigneeList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listAlarmMembers: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    acknowledgeAlarms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdList"];
            };
        };
        responses: {
            /** @description What became of each. 逐条结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcknowledgementAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAlarmTallies: {
        parameters: {
            query?: {
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
                /** @description Only units of this place type and what belongs to such units. 场所类型。 */
                placeType?: components["parameters"]["PlaceTypeFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmTallies"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    reportWatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchBeat"];
            };
        };
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    reportLatency: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LatencyReport"];
            };
        };
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listHandovers: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    takeHandover: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handover"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrSamePersonOrWrongState"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listPresenceChanges: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only devices with this presence, such as `offline`. 在线状态。 */
                presence?: components["parameters"]["PresenceFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceChangePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listPresenceDays: {
        parameters: {
            query: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description First day. 起始日期(含)。 */
                from: components["parameters"]["DateFrom"];
                /** @description Last day. 截止日期(含)。 */
                to: components["parameters"]["DateTo"];
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
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceDayPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getPresenceCounts: {
        parameters: {
            query?: {
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
                /** @description Only units of this place type and what belongs to such units. 场所类型。 */
                placeType?: components["parameters"]["PlaceTypeFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceCounts"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listChargingSessions: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only those of this component. 只列出该部件的。 */
                componentId?: components["parameters"]["ComponentIdFilter"];
                /** @description Only sessions that ended abnormally, or none of them. 是否异常断电。 */
                abnormal?: components["parameters"]["AbnormalFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargingSessionPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putChargingSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargingSessionUpload"];
            };
        };
        responses: {
            /** @description What became of each item. 每条的处理结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getChargingSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargingSession"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listChargingSites: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
                /** @description Only units of this place type and what belongs to such units. 场所类型。 */
                placeType?: components["parameters"]["PlaceTypeFilter"];
                /** @description Only those of this operator. 只列出该运维机构的。 */
                operatorId?: components["parameters"]["OperatorIdFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargingSitePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listChargingPorts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargingPorts"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listChargingStatistics: {
        parameters: {
            query: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description From this time on. 起始时间(含)。 */
                from: components["parameters"]["FromRequired"];
                /** @description Before this time. 截止时间(不含)。 */
                to: components["parameters"]["ToRequired"];
                /** @description Length of a period. 统计周期。 */
                bucket?: components["parameters"]["Bucket"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only those of this component. 只列出该部件的。 */
                componentId?: components["parameters"]["ComponentIdFilter"];
                /** @description By site or by port. 按站点或充电口。 */
                per?: components["parameters"]["PerPort"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargingFigurePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    sendCommand: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandDraft"];
            };
        };
        responses: {
            /** @description Queued, or waiting for a second person. 已排队或等待复核。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalidOrNameNotTypedOrNotSupportedOrTrustTooLow"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listCommands: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only commands in this state. 命令状态。 */
                state?: components["parameters"]["CommandStateFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getCommand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    approveCommand: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrSamePersonOrWrongState"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    cancelCommand: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getCommandPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPolicy"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putCommandPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandPolicy"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandPolicy"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listTenantThresholds: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdSet"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putTenantThresholds: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThresholdUpload"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdSet"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listUnitThresholds: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdSet"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putUnitThresholds: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThresholdUpload"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdSet"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listThresholds: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdSet"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putThresholds: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThresholdUpload"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdSet"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    tryThresholds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThresholdTrial"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThresholdTrialResult"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["UnclaimedList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    claimDevice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Claim"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Device"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["AddressTakenOrAlreadyExistsOrIdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    dismissStranger: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dismissal"];
            };
        };
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["UndecodableList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getFrame: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
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
                    "application/json": components["schemas"]["FrameEvidence"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listFrames: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only of this protocol. 协议。 */
                protocol?: components["parameters"]["ProtocolFilter"];
                /** @description From or to the device. 方向。 */
                direction?: components["parameters"]["DirectionFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameEvidencePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getDecodedFrame: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecodedFrame"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    streamTrace: {
        parameters: {
            query?: {
                /** @description Only those of this device. 只列出该设备的。 */
                deviceId?: components["parameters"]["DeviceIdFilter"];
                /** @description Only of this protocol. 协议。 */
                protocol?: components["parameters"]["ProtocolFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; the schema is that of one event's data. 事件流。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["TraceEvent"] | components["schemas"]["TraceGap"] | components["schemas"]["Beat"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listProfiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    uplinkFrames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UplinkFrames"];
            };
        };
        responses: {
            /** @description Durable. 已落盘。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UplinkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    uplinkEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UplinkEvents"];
            };
        };
        responses: {
            /** @description Durable. 已落盘。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UplinkEventAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    listDownlink: {
        parameters: {
            query?: {
                /** @description Wait so long for one when there is none, seconds. 无命令时的等待秒数。 */
                wait?: components["parameters"]["WaitSeconds"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownlinkList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    reportDownlink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DownlinkResult"];
            };
        };
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    enrolDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enrolment"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceSecret"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            409: components["responses"]["InUse"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["InvalidOrNotSupported"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getDeviceWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceWay"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createEnrolment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolmentSecret"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listDeviceCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceCredentialList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    rotateDeviceKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceSecret"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrInUse"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    revokeDeviceKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the credential. 凭证 id。 */
                credentialId: components["parameters"]["CredentialId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listReceivers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All receivers. 全部接收器。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createReceiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiverDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverAddress"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    getReceiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receiver"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteReceiver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchReceiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiverPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receiver"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    rotateReceiverAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiverAddress"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listPushes: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    replayPush: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the push. 推送 id。 */
                pushId: components["parameters"]["PushId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Push"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listMappingPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All presets. 全部预设。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingPresetList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    tryPushMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushTrial"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushTrialResult"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    tryEventMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventTrial"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTrialResult"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    checkPushAddress: {
        parameters: {
            query: {
                /** @description Text to echo. 应原样返回的文字。 */
                msg: string;
                /** @description Random text that is signed. 参与签名的随机串。 */
                nonce: string;
                /** @description base64(md5(token + nonce + msg)). 签名。 */
                signature: string;
            };
            header?: never;
            path: {
                /** @description The secret part of the address that was shown once. 推送地址的保密部分。 */
                address: components["parameters"]["PushAddress"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. 原文。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["BadCredentialsOrBadSignature"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    takePush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret part of the address that was shown once. 推送地址的保密部分。 */
                address: components["parameters"]["PushAddress"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformPush"];
            };
        };
        responses: {
            /** @description Durable. 已落盘。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentialsOrBadSignature"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    listTcecPartners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All partners. 全部对接方。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TcecPartnerList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createTcecPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TcecPartnerDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TcecPartner"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getTcecPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TcecPartner"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteTcecPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchTcecPartner: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TcecPartnerPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TcecPartner"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listTcecPushes: {
        parameters: {
            query?: {
                /** @description pending: waits; dead: was not taken. 待推送或拒收。 */
                state?: "pending" | "dead";
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TcecPushPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    replayTcecPushes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queued. 已排队。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TcecReplay"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    checkTcecOrders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TcecCheckDraft"];
            };
        };
        responses: {
            /** @description What the partner disputes. 对接方提出的差异。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TcecCheck"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["InvalidOrPeerUnreachable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    pullTcecPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It begins. 已开始。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    callTcec: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the interface, such as query_token. 接口名称。 */
                interface: components["parameters"]["TcecInterface"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TcecRequest"];
            };
        };
        responses: {
            /** @description An answer. 应答。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TcecAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description A `feedCursor`; from the oldest kept change when left out. 起始游标。 */
                after?: components["parameters"]["After"];
                /** @description Only these kinds, comma between. 记录类别,逗号分隔。 */
                kinds?: components["parameters"]["KindsFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["DestinationList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestinationDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingDestination"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    getDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingDestination"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestinationPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingDestination"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    pauseDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingDestination"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    resumeDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingDestination"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    retryDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingDestination"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listOwedRecords: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records in this state. 状态。 */
                state?: components["parameters"]["OwedStateFilter"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwedRecordPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listCentrePoints: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentrePointPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    answerDutyCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyAnswerDraft"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingDestination"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listSenders: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listDigests: {
        parameters: {
            query: {
                /** @description Which kind. 记录类别。 */
                kind: components["parameters"]["KindRequired"];
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only records that changed at this time or later. 起始更新时间(含)。 */
                updatedFrom?: components["parameters"]["UpdatedFrom"];
                /** @description Only records that changed before this time. 截止更新时间(不含)。 */
                updatedTo?: components["parameters"]["UpdatedTo"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getSharingRequirements: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingRequirements"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationDraft"];
            };
        };
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listDifferences: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferencePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    resolveDifferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DifferenceResolution"];
            };
        };
        responses: {
            /** @description What became of each. 逐条结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listVersions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiVersions"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The version. 版本。 */
                version: components["parameters"]["VersionNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiVersionDetails"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformCredentialsInfo"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["NotRegistered"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    rotatePlatformCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformCredentials"];
            };
        };
        responses: {
            /** @description Rotated. 已轮换。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformCredentialsAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["NotRegistered"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrInvalidOrNoCommonVersionOrPeerUnreachable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    registerPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformCredentials"];
            };
        };
        responses: {
            /** @description Registered; token A is void. 已注册,令牌 A 失效。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformCredentialsAnswer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["AlreadyRegistered"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrInvalidOrNoCommonVersionOrPeerUnreachable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    unregisterPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["NotRegistered"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    inviteParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyInvitation"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyToken"];
                };
            };
            400: components["responses"]["BadJsonOrBadScope"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["AlreadyExistsOrIdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["BeyondOwnRightsOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    connectParty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyConnection"];
            };
        };
        responses: {
            /** @description Connected. 已接入。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BadJsonOrBadScope"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["AlreadyExists"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrBeyondOwnRightsOrInvalidOrNoCommonVersionOrPeerRefusedOrPeerUnreachable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    removeParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    suspendParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    restoreParty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    rotateParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Renewed. 已轮换。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["NotRegistered"];
            422: components["responses"]["AddressForbiddenOrInvalidOrPeerRefusedOrPeerUnreachable"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putPartyExchange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyExchange"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Party"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrIdempotencyMismatchOrInvalidOrOutOfRange"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Busy"];
            default: components["responses"]["Failed"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
                /** @description Only deliveries in this state. 状态。 */
                state?: components["parameters"]["DeliveryStateFilter"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the event. 事件 id。 */
                deliveryId: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    uploadFile: {
        parameters: {
            query: {
                /** @description Its name. 文件名。 */
                name: components["parameters"]["FileName"];
            };
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileInfo"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["FileRefusedOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileInfo"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InUse"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description One range of bytes, to go on with a download that broke off. 字节范围,用于断点续传。 */
                Range?: components["parameters"]["Range"];
                /** @description The ETag of the part that the caller has: another file is sent whole. 已有部分的 ETag,文件不同时返回整个文件。 */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be kept and not shown as a page. 文件,以附件方式下载。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part that was asked for. 所请求的部分。 */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            416: components["responses"]["BadRange"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportDraft"];
            };
        };
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["FileRefusedOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    discardImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only good rows, or only bad ones. 是否合格。 */
                status?: components["parameters"]["RowStatusFilter"];
            };
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    commitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["HasBadRowsOrWrongState"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getImportTemplate: {
        parameters: {
            query?: {
                /** @description Format of the template. 模板格式。 */
                format?: components["parameters"]["TemplateFormat"];
            };
            header?: never;
            path: {
                /** @description Kind of record. 记录类别。 */
                kind: components["parameters"]["RecordKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. 文件。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportDraft"];
            };
        };
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalidOrPurposeMissing"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    cancelExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description One range of bytes, to go on with a download that broke off. 字节范围,用于断点续传。 */
                Range?: components["parameters"]["Range"];
                /** @description The ETag of the part that the caller has: another file is sent whole. 已有部分的 ETag,文件不同时返回整个文件。 */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be kept and not shown as a page. 文件,以附件方式下载。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part that was asked for. 所请求的部分。 */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotReady"];
            416: components["responses"]["BadRange"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAlarmStatistics: {
        parameters: {
            query: {
                /** @description From this time on. 起始时间(含)。 */
                from: components["parameters"]["FromRequired"];
                /** @description Before this time. 截止时间(不含)。 */
                to: components["parameters"]["ToRequired"];
                /** @description Up to four dimensions, comma between: year, quarter, month, week, day, hour, regionCode, community, placeType, type, class, severity, unitId, operatorId, vendorId, deviceType. 统计维度,最多四个。 */
                by?: components["parameters"]["Dimensions"];
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
                /** @description Only units of this place type and what belongs to such units. 场所类型。 */
                placeType?: components["parameters"]["PlaceTypeFilter"];
                /** @description Only alarms of this type. 告警类型。 */
                type?: components["parameters"]["TypeFilter"];
                /** @description Only alarms of this class, such as `warning`. 告警类别。 */
                class?: components["parameters"]["ClassFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only those of this operator. 只列出该运维机构的。 */
                operatorId?: components["parameters"]["OperatorIdFilter"];
                /** @description `previous`: the total of the span of the same length before is given too. 同时给出上期合计。 */
                compare?: components["parameters"]["Compare"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmFigures"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getPresenceStatistics: {
        parameters: {
            query: {
                /** @description From this time on. 起始时间(含)。 */
                from: components["parameters"]["FromRequired"];
                /** @description Before this time. 截止时间(不含)。 */
                to: components["parameters"]["ToRequired"];
                /** @description Up to four dimensions, comma between: year, quarter, month, week, day, hour, regionCode, community, placeType, type, class, severity, unitId, operatorId, vendorId, deviceType. 统计维度,最多四个。 */
                by?: components["parameters"]["Dimensions"];
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
                /** @description Only units of this place type and what belongs to such units. 场所类型。 */
                placeType?: components["parameters"]["PlaceTypeFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceFigures"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAlarmQuality: {
        parameters: {
            query: {
                /** @description From this time on. 起始时间(含)。 */
                from: components["parameters"]["FromRequired"];
                /** @description Before this time. 截止时间(不含)。 */
                to: components["parameters"]["ToRequired"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only those of this operator. 只列出该运维机构的。 */
                operatorId?: components["parameters"]["OperatorIdFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmQuality"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getLatencyStatistics: {
        parameters: {
            query: {
                /** @description From this time on. 起始时间(含)。 */
                from: components["parameters"]["FromRequired"];
                /** @description Before this time. 截止时间(不含)。 */
                to: components["parameters"]["ToRequired"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LatencyFigures"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only reports of this kind. 报告种类。 */
                kind?: components["parameters"]["ReportKindFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only those in this region, smaller ones inside included; a code may be filled up with zeros, such as `350500`. 区域,含下级;编码可用 0 补足,如 350500。 */
                regionCode?: components["parameters"]["RegionFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDraft"];
            };
        };
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalidOrPurposeMissing"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    downloadReport: {
        parameters: {
            query?: {
                /** @description Which of its files. 文件格式。 */
                format?: components["parameters"]["ReportFormat"];
            };
            header?: {
                /** @description One range of bytes, to go on with a download that broke off. 字节范围,用于断点续传。 */
                Range?: components["parameters"]["Range"];
                /** @description The ETag of the part that the caller has: another file is sent whole. 已有部分的 ETag,文件不同时返回整个文件。 */
                "If-Range"?: components["parameters"]["IfRange"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, to be kept and not shown as a page. 文件,以附件方式下载。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part that was asked for. 所请求的部分。 */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotReady"];
            416: components["responses"]["BadRange"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listReportSchedules: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSchedulePage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createReportSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportScheduleDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportSchedule"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteReportSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getTargets: {
        parameters: {
            query?: {
                /** @description Which year; this one when left out. 年度。 */
                year?: components["parameters"]["Year"];
            };
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunityTargets"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putTargets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityTargetUpload"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunityTargets"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
                /** @description Only about this alarm. 告警。 */
                alarmId?: components["parameters"]["AlarmIdFilter"];
                /** @description Only those of this unit. 只列出该单位的。 */
                unitId?: components["parameters"]["UnitIdFilter"];
                /** @description Only by this channel. 渠道。 */
                channel?: components["parameters"]["ChannelFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getNotificationPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPolicy"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putNotificationPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationPolicy"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPolicy"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    tryNotificationPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyTrial"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTrialResult"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listNotificationContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationContactList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createNotificationContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationContactDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationContact"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalidOrOutOfRange"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getNotificationContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationContact"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteNotificationContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchNotificationContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationContactPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationContact"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listNotificationChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannelList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createNotificationChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationChannelDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannelAddress"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrIdempotencyMismatchOrInvalidOrOutOfRange"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getNotificationChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannel"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteNotificationChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WrongState"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchNotificationChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationChannelPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannel"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    rotateNotificationAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannelAddress"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    testNotificationChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationTest"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationTestResult"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    checkNotificationAddress: {
        parameters: {
            query: {
                /** @description Signature. 签名。 */
                msg_signature: components["parameters"]["WecomSignature"];
                /** @description Time in seconds. 时间戳。 */
                timestamp: components["parameters"]["WecomTimestamp"];
                /** @description Random text. 随机串。 */
                nonce: components["parameters"]["WecomNonce"];
                /** @description Encrypted text to echo. 加密的回显文字。 */
                echostr: components["parameters"]["WecomEcho"];
            };
            header?: never;
            path: {
                /** @description The secret part of the address that was shown once. 回执地址的保密部分。 */
                address: components["parameters"]["ReceiptAddress"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. 原文。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["BadCredentials"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    takeNotificationReceipt: {
        parameters: {
            query?: {
                /** @description Of WeCom: signature of the body. 企业微信回调签名。 */
                msg_signature?: components["parameters"]["CallbackSignature"];
                /** @description Of WeCom: time in seconds. 企业微信回调时间戳。 */
                timestamp?: components["parameters"]["CallbackTimestamp"];
                /** @description Of WeCom: random text. 企业微信回调随机串。 */
                nonce?: components["parameters"]["CallbackNonce"];
            };
            header?: never;
            path: {
                /** @description The secret part of the address that was shown once. 回执地址的保密部分。 */
                address: components["parameters"]["ReceiptAddress"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Durable, in the form that the provider asks for. 已落盘,按服务商要求应答。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                    "text/plain": string;
                    "text/xml": string;
                };
            };
            401: components["responses"]["BadCredentials"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAcknowledgementPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the link in a notice; works once. 通知链接中的一次性令牌。 */
                token: components["parameters"]["LinkToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. 网页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    acknowledgeByLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the link in a notice; works once. 通知链接中的一次性令牌。 */
                token: components["parameters"]["LinkToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. 网页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    notifyAboutAlarm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeDraft"];
            };
        };
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
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
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
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
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createFirstAdministrator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstAdministrator"];
            };
        };
        responses: {
            /** @description What comes next. 下一步。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            409: components["responses"]["SetupOver"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["InvalidOrPasswordRejected"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    signInWithPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordSignIn"];
            };
        };
        responses: {
            /** @description What comes next. 下一步。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["LockedOrTooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    signInWithTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpSignIn"];
            };
        };
        responses: {
            /** @description Signed in. 已登录。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["LockedOrTooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    startPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge. 挑战。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebAuthnOptions"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyAnswer"];
            };
        };
        responses: {
            /** @description Signed in. 已登录。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["LockedOrTooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    signInWithRecoveryCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoveryCodeSignIn"];
            };
        };
        responses: {
            /** @description Signed in. 已登录。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["LockedOrTooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentialsOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAnswer"];
            };
        };
        responses: {
            /** @description What comes next. 下一步。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["InvalidOrPasswordRejected"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    changeExpiredPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpiredPasswordChange"];
            };
        };
        responses: {
            /** @description What comes next. 下一步。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["InvalidOrPasswordRejected"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    startFirstTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolmentTicket"];
            };
        };
        responses: {
            /** @description Confirm it with a code. 需以动态口令确认。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpOffer"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    confirmFirstTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpSignIn"];
            };
        };
        responses: {
            /** @description The factor holds; keep the recovery codes. 已生效,请保存恢复码。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentials"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentialsOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["InvalidOrPasswordRejected"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    startTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirm it with a code. 需以动态口令确认。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpOffer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["LastFactor"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpSignIn"];
            };
        };
        responses: {
            /** @description The factor holds; keep the recovery codes. 已生效,请保存恢复码。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentialsOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadCredentialsOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    startPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge. 挑战。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebAuthnOptions"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["LastFactor"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The old ones are void. 旧码作废。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
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
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Words that the name or address holds. 名称或地址包含的文字。 */
                q?: components["parameters"]["SearchFilter"];
                /** @description Only people with this role. 角色。 */
                role?: components["parameters"]["RoleFilter"];
                /** @description Only accounts in this state. 账号状态。 */
                state?: components["parameters"]["UserStateFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInvitation"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["AlreadyExistsOrIdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["BeyondOwnRightsOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    disableUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrLastOfRoleOrSamePerson"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    enableUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    resetUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInvitation"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrSamePerson"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putGrant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantChange"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["LastOfRoleOrSamePerson"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["BeyondOwnRightsOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getSecurityPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPolicy"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putSecurityPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecurityPolicy"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityPolicy"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listDisplays: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisplayPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createDisplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisplayDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisplayCode"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["BeyondOwnRightsOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    removeDisplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description Short-lived, bound to tenant and audience. 短期令牌,绑定租户与受众。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadScope"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRevocation"];
            };
        };
        responses: {
            /** @description It is void, whether it existed or not. 已失效(无论是否存在)。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            400: components["responses"]["BadJsonOrBadScope"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["BeyondOwnRightsOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientDraft"];
            };
        };
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientWithSecret"];
                };
            };
            400: components["responses"]["BadJsonOrBadScope"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["BeyondOwnRightsOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["BadJsonOrBadScope"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["BeyondOwnRightsOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    addClientSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. 已创建。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    revokeClientSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
                /** @description Id of the secret. 密钥 id。 */
                secretId: components["parameters"]["SecretId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. 已完成。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    searchAudit: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
                /** @description Only what this account, key or device did. 操作者。 */
                actorId?: components["parameters"]["ActorFilter"];
                /** @description Only this act. 操作。 */
                act?: components["parameters"]["ActFilter"];
                /** @description Only with this result. 结果。 */
                result?: components["parameters"]["ResultFilter"];
                /** @description Only what was done to this. 对象。 */
                object?: components["parameters"]["ObjectFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listAuditCheckpoints: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheckpointPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditVerificationDraft"];
            };
        };
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getAuditVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    exportAudit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditExportDraft"];
            };
        };
        responses: {
            /** @description The lines, as they are read. 逐行输出。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            409: components["responses"]["IdempotencyBusy"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listSecurityAlerts: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only readings at this time or later. 起始时间(含)。 */
                from?: components["parameters"]["From"];
                /** @description Only readings before this time. 截止时间(不含)。 */
                to?: components["parameters"]["To"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityAlertPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    handleSecurityAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecurityAlert"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    revealPersonalData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reveal"];
            };
        };
        responses: {
            /** @description Audited, one entry for each person. 已逐人记入审计。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revealed"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getPersonalDataRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalDataRegister"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    erasePersonalData: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erasure"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureResult"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrLastOfRoleOrSamePerson"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["BeyondOwnRightsOrIdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
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
                    "text/plain": string;
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getSystemStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemStatus"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listLimits: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitList"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    patchLimits: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LimitPatch"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitList"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    putRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionUpload"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    listBackups: {
        parameters: {
            query?: {
                /** @description Items in a page. 每页条数。 */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before; the other parameters stay the same. A page may be shorter than `limit`, even empty, and have a next one. 上一页的 next,其他参数不变;一页可以少于 limit 甚至为空而仍有下一页。 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupPage"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            410: components["responses"]["CursorGone"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    createBackup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backup"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["IdempotencyBusy"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    drillBackup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Made up by the caller, new for each act: a repeat within 24 hours gets the first answer (SEC-API-12). 幂等键,24 小时内重复返回首次结果。 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the record. 记录的 id。 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; it goes on in the background. 已受理,后台进行。 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backup"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["ForbiddenOrStepUpRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyBusyOrWrongState"];
            422: components["responses"]["IdempotencyMismatchOrInvalid"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getStorage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageForecast"];
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failed"];
        };
    };
    getMapSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapSource"];
                };
            };
            /** @description Not changed since. 未变化。 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            501: components["responses"]["NotImplemented"];
            default: components["responses"]["Failed"];
        };
    };
    putMapSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is refused with 412 when somebody has changed it since. Presence, status and counts, which the hub keeps, do not count. 读取时的 ETag;之后有人修改过则返回 412,平台自行维护的在线状态、状态与数量不计。 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description An ETag that the caller has, for 304; `*` to create only. 已有的 ETag。 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapSource"];
            };
        };
        responses: {
            /** @description It is so. 成功。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapSource"];
                };
            };
            400: components["responses"]["BadJson"];
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongMediaType"];
            422: components["responses"]["AddressForbiddenOrApprovalMissingOrInvalid"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            501: components["responses"]["NotImplemented"];
            default: components["responses"]["Failed"];
        };
    };
    getMapTile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Zoom. 级别。 */
                z: components["parameters"]["TileZ"];
                /** @description Column. 列号。 */
                x: components["parameters"]["TileX"];
                /** @description Row. 行号。 */
                y: components["parameters"]["TileY"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. 瓦片。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            401: components["responses"]["BadSignatureOrNonceReusedOrSignatureExpiredOrUnauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NoMapOrNotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooManyRequests"];
            501: components["responses"]["NotImplemented"];
            default: components["responses"]["Failed"];
        };
    };
    receiveEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Same over retries. 重发时不变。 */
                "webhook-id": string;
                /** @description Time of this attempt, seconds since 1970. 本次发送时间,秒。 */
                "webhook-timestamp": string;
                /** @description `v1,` and base64 of HMAC-SHA256; several during rotation. 签名。 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "specversion": "1.0",
                 *       "id": "event-01",
                 *       "source": "/hubs/JJLY01",
                 *       "type": "com.dianan.alarm.raised",
                 *       "subject": "0197f3a2-7c1e-7000-8000-000000000001",
                 *       "time": "2026-01-02T11:04:05+08:00",
                 *       "datacontenttype": "application/json",
                 *       "sequence": "eyJlIjoiYSIsInAiOls0Ml19",
                 *       "data": {
                 *         "kind": "operator",
                 *         "id": "0197f3a2-7c1e-7000-8000-000000000001",
                 *         "version": 1,
                 *         "record": {
                 *           "id": "op-01",
                 *           "name": "晋江示例消防技术服务有限公司",
                 *           "code": "91350100M000100Y43",
                 *           "address": "福建省泉州市晋江市灵源街道 100 号",
                 *           "contactName": "示例联系人",
                 *           "contactPhone": "+86-595-85600000"
                 *         }
                 *       }
                 *     }
                 */
                "application/cloudevents+json": components["schemas"]["CloudEvent"];
            };
        };
        responses: {
            /** @description Taken. 已接收。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send no more. 取消订阅。 */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
