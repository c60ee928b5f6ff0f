// Generated from specs/openapi and specs/access by scripts/gen.ts, do not edit.
export const roles = [
  {
    "id": "systemAdministrator",
    "zh": "系统管理员",
    "en": "System administrator",
    "kind": "person",
    "isAdministrator": true,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Runs the platform: registry, limits, backup, retention, destinations",
      "zh": "运行平台:登记、限额、备份、保存期限、共享配置"
    }
  },
  {
    "id": "securityAdministrator",
    "zh": "安全管理员",
    "en": "Security administrator",
    "kind": "person",
    "isAdministrator": true,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Decides who may do what: accounts, roles, keys, clients, platforms, security policy",
      "zh": "授权:账号、角色、密钥、客户端、平台与安全策略"
    }
  },
  {
    "id": "auditAdministrator",
    "zh": "审计管理员",
    "en": "Audit administrator",
    "kind": "person",
    "isAdministrator": true,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Reads, verifies and exports the audit log; changes nothing",
      "zh": "查阅、校验、导出审计;不作任何修改"
    }
  },
  {
    "id": "dutyOfficer",
    "zh": "值班员",
    "en": "Duty officer",
    "kind": "person",
    "isAdministrator": false,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Watches, acknowledges, assigns, closes, hands over",
      "zh": "值守、确认、派单、关闭、交接"
    }
  },
  {
    "id": "unitUser",
    "zh": "单位用户",
    "en": "Unit user",
    "kind": "person",
    "isAdministrator": false,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Sees the own unit, acknowledges, records rectification",
      "zh": "查看本单位、确认、登记整改"
    }
  },
  {
    "id": "operatorUser",
    "zh": "运维人员",
    "en": "Operator user",
    "kind": "person",
    "isAdministrator": false,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Maintains devices of units: advises, rectifies, commands, registers",
      "zh": "维护设备:整改、命令、登记"
    }
  },
  {
    "id": "departmentGuide",
    "zh": "部门指导人员",
    "en": "Department guide",
    "kind": "person",
    "isAdministrator": false,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Guides the department's place types (PL-4): reads, statistics, forms",
      "zh": "按场所类型指导:查看、统计、报表"
    }
  },
  {
    "id": "vendorEngineer",
    "zh": "厂商接入工程师",
    "en": "Vendor engineer",
    "kind": "person",
    "isAdministrator": false,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Integrates the vendor's devices: frames, refusals, profiles",
      "zh": "联调设备:报文、拒收、描述文件"
    }
  },
  {
    "id": "platform",
    "zh": "对接平台",
    "en": "Platform",
    "kind": "machine",
    "isAdministrator": false,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Another platform; its key's scopes narrow it further",
      "zh": "第三方平台,权限再由密钥范围限定"
    }
  },
  {
    "id": "device",
    "zh": "设备",
    "en": "Device",
    "kind": "machine",
    "isAdministrator": false,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "A device that speaks HTTP",
      "zh": "以 HTTP 接入的设备"
    }
  },
  {
    "id": "wallDisplay",
    "zh": "大屏",
    "en": "Wall display",
    "kind": "machine",
    "isAdministrator": false,
    "grantedBy": [
      "securityAdministrator"
    ],
    "does": {
      "en": "Shows, read-only, without personal fields",
      "zh": "只读显示,无个人信息"
    }
  }
] as const;

export const scopes = {
  "records:read": {
    "en": "Read units, operators, devices, components and the registry",
    "zh": "读取登记信息"
  },
  "records:write": {
    "en": "Write them",
    "zh": "写入登记信息"
  },
  "alarms:read": {
    "en": "Read alarms",
    "zh": "读取告警"
  },
  "alarms:write": {
    "en": "Upload and delete alarms",
    "zh": "上传和删除告警"
  },
  "alarms:handle": {
    "en": "Acknowledge, advise, rectify, close, shelve, comment",
    "zh": "处理告警"
  },
  "readings:read": {
    "en": "Read readings",
    "zh": "读取测量值"
  },
  "readings:write": {
    "en": "Upload readings",
    "zh": "上传测量值"
  },
  "events:read": {
    "en": "Follow the change feed",
    "zh": "读取变更流"
  },
  "charging:read": {
    "en": "Read charging sessions and sites",
    "zh": "读取充电数据"
  },
  "charging:write": {
    "en": "Upload charging sessions",
    "zh": "上传充电会话"
  },
  "commands:read": {
    "en": "Read commands",
    "zh": "读取命令"
  },
  "commands:write": {
    "en": "Send commands and set points to devices",
    "zh": "下发命令和设定值"
  },
  "integration:read": {
    "en": "Read frames, refused bytes, unknown addresses and profiles",
    "zh": "读取报文与接入情况"
  },
  "integration:write": {
    "en": "Tidy up unknown addresses",
    "zh": "处理未登记地址"
  },
  "devices:keys": {
    "en": "Issue and revoke device keys",
    "zh": "管理设备密钥"
  },
  "sharing:read": {
    "en": "See how sharing goes",
    "zh": "查看共享情况"
  },
  "sharing:manage": {
    "en": "Set up destinations and reconcile",
    "zh": "管理共享与对账"
  },
  "platforms:handshake": {
    "en": "Read versions, register and rotate credentials",
    "zh": "平台注册与凭证轮换"
  },
  "platforms:manage": {
    "en": "Invite, suspend and remove platforms",
    "zh": "管理互联平台"
  },
  "webhooks:manage": {
    "en": "Manage webhooks",
    "zh": "管理事件推送"
  },
  "files:read": {
    "en": "Read files",
    "zh": "读取文件"
  },
  "files:write": {
    "en": "Upload and delete files",
    "zh": "上传和删除文件"
  },
  "transfer:import": {
    "en": "Import spreadsheets",
    "zh": "导入表格"
  },
  "transfer:export": {
    "en": "Export data",
    "zh": "导出数据"
  },
  "statistics:read": {
    "en": "Read statistics",
    "zh": "读取统计"
  },
  "reports:read": {
    "en": "Read reports",
    "zh": "读取报告"
  },
  "reports:write": {
    "en": "Make, edit and send reports",
    "zh": "生成和报送报告"
  },
  "notifications:read": {
    "en": "Read notices and the policy",
    "zh": "读取通知"
  },
  "notifications:manage": {
    "en": "Change who is told",
    "zh": "管理通知策略"
  },
  "accounts:read": {
    "en": "Read accounts and roles",
    "zh": "读取账号与角色"
  },
  "accounts:manage": {
    "en": "Make and disable accounts",
    "zh": "管理账号"
  },
  "roles:manage": {
    "en": "Grant roles",
    "zh": "授权角色"
  },
  "keys:manage": {
    "en": "Manage keys and clients",
    "zh": "管理密钥与客户端"
  },
  "security:read": {
    "en": "Read the security policy and alerts",
    "zh": "读取安全策略与告警"
  },
  "security:manage": {
    "en": "Change the security policy",
    "zh": "管理安全策略"
  },
  "audit:read": {
    "en": "Read and verify the audit log",
    "zh": "读取与校验审计"
  },
  "audit:export": {
    "en": "Export the audit log",
    "zh": "导出审计"
  },
  "pii:read": {
    "en": "Read personal data in full, for a purpose",
    "zh": "按用途查看完整个人信息"
  },
  "pii:erase": {
    "en": "Remove a person's data",
    "zh": "删除个人信息"
  },
  "tenants:manage": {
    "en": "Manage tenants",
    "zh": "管理租户"
  },
  "metrics:read": {
    "en": "Read metrics",
    "zh": "读取指标"
  },
  "system:read": {
    "en": "Read the state of the hub",
    "zh": "读取平台状态"
  },
  "system:manage": {
    "en": "Change limits, retention, backups, map source",
    "zh": "管理平台"
  }
} as const;

export const rateClasses = {
  "open": {
    "en": "Open to all, per source",
    "zh": "无需凭证,按来源",
    "requests": 10,
    "perSeconds": 1,
    "burst": 30,
    "bodyBytes": 0
  },
  "read": {
    "en": "Reads",
    "zh": "读取",
    "requests": 50,
    "perSeconds": 1,
    "burst": 100,
    "bodyBytes": 0
  },
  "write": {
    "en": "Single changes",
    "zh": "单条写入",
    "requests": 50,
    "perSeconds": 1,
    "burst": 100,
    "bodyBytes": 1048576
  },
  "bulk": {
    "en": "Up to 500 items or a file at a time",
    "zh": "批量写入与文件",
    "requests": 20,
    "perSeconds": 1,
    "burst": 40,
    "bodyBytes": 16777216
  },
  "statistics": {
    "en": "Reads that calculate",
    "zh": "统计计算",
    "requests": 60,
    "perSeconds": 60,
    "burst": 10,
    "bodyBytes": 1048576
  },
  "job": {
    "en": "Starts work in the background",
    "zh": "后台任务",
    "requests": 60,
    "perSeconds": 3600,
    "burst": 15,
    "bodyBytes": 1048576
  },
  "export": {
    "en": "Takes data out",
    "zh": "数据导出",
    "requests": 6,
    "perSeconds": 3600,
    "burst": 6,
    "bodyBytes": 1048576
  },
  "reveal": {
    "en": "Personal data in full",
    "zh": "查看完整个人信息",
    "requests": 100,
    "perSeconds": 3600,
    "burst": 10,
    "bodyBytes": 1048576
  },
  "signIn": {
    "en": "Sign-in, tokens, handshake, per source",
    "zh": "登录、令牌与握手,按来源",
    "requests": 10,
    "perSeconds": 60,
    "burst": 10,
    "bodyBytes": 1048576
  },
  "stream": {
    "en": "Opens a stream",
    "zh": "打开事件流",
    "requests": 30,
    "perSeconds": 60,
    "burst": 10,
    "bodyBytes": 0
  },
  "uplink": {
    "en": "Devices, per device",
    "zh": "设备上行,按设备",
    "requests": 10,
    "perSeconds": 1,
    "burst": 100,
    "bodyBytes": 1048576
  },
  "push": {
    "en": "Pushes of IoT platforms, per source",
    "zh": "平台推送,按来源",
    "requests": 1000,
    "perSeconds": 1,
    "burst": 2000,
    "bodyBytes": 262144
  },
  "tile": {
    "en": "Map tiles",
    "zh": "地图瓦片",
    "requests": 200,
    "perSeconds": 1,
    "burst": 400,
    "bodyBytes": 0
  }
} as const;

export const personalFields = [
  {
    "schema": "Operator",
    "member": "contactName",
    "purpose": {
      "zh": "火警和隐患时联系运维机构",
      "en": "To reach the operator at an alarm or hazard"
    },
    "basis": {
      "zh": "法定职责:共享记录要求的字段(SH-2)",
      "en": "Legal duty: a field that the shared record requires (SH-2)"
    },
    "recipients": {
      "zh": "城市平台;写明 pii:read 的平台",
      "en": "The city's platform; platforms whose credential names pii:read"
    },
    "retentionDays": null
  },
  {
    "schema": "Operator",
    "member": "contactPhone",
    "purpose": {
      "zh": "火警和隐患时联系运维机构",
      "en": "To reach the operator at an alarm or hazard"
    },
    "basis": {
      "zh": "法定职责:共享记录要求的字段(SH-2)",
      "en": "Legal duty: a field that the shared record requires (SH-2)"
    },
    "recipients": {
      "zh": "城市平台;写明 pii:read 的平台",
      "en": "The city's platform; platforms whose credential names pii:read"
    },
    "retentionDays": null
  },
  {
    "schema": "Unit",
    "member": "contactName",
    "purpose": {
      "zh": "火警和隐患时联系单位",
      "en": "To reach the unit at an alarm or hazard"
    },
    "basis": {
      "zh": "为应对突发事件、保护生命财产安全所必需",
      "en": "Needed to protect life and property in an emergency"
    },
    "recipients": {
      "zh": "城市平台;写明 pii:read 的平台",
      "en": "The city's platform; platforms whose credential names pii:read"
    },
    "retentionDays": null
  },
  {
    "schema": "Unit",
    "member": "contactPhone",
    "purpose": {
      "zh": "火警和隐患时联系单位",
      "en": "To reach the unit at an alarm or hazard"
    },
    "basis": {
      "zh": "为应对突发事件、保护生命财产安全所必需",
      "en": "Needed to protect life and property in an emergency"
    },
    "recipients": {
      "zh": "城市平台;写明 pii:read 的平台",
      "en": "The city's platform; platforms whose credential names pii:read"
    },
    "retentionDays": null
  },
  {
    "schema": "Vendor",
    "member": "contactName",
    "purpose": {
      "zh": "联调与故障时联系厂商",
      "en": "To reach the vendor about integration and faults"
    },
    "basis": {
      "zh": "履行合同所必需",
      "en": "Needed for the contract"
    },
    "recipients": {
      "zh": "不对外提供",
      "en": "Nobody outside"
    },
    "retentionDays": null
  },
  {
    "schema": "Vendor",
    "member": "contactPhone",
    "purpose": {
      "zh": "联调与故障时联系厂商",
      "en": "To reach the vendor about integration and faults"
    },
    "basis": {
      "zh": "履行合同所必需",
      "en": "Needed for the contract"
    },
    "recipients": {
      "zh": "不对外提供",
      "en": "Nobody outside"
    },
    "retentionDays": null
  },
  {
    "schema": "Installer",
    "member": "name",
    "purpose": {
      "zh": "证明由持证电工安装(EF-3.2)",
      "en": "To prove that an electrician installed it (EF-3.2)"
    },
    "basis": {
      "zh": "法定职责:安装记录",
      "en": "Legal duty: the installation record"
    },
    "recipients": {
      "zh": "验收与监督人员",
      "en": "Those who accept and supervise"
    },
    "retentionDays": null
  },
  {
    "schema": "Installer",
    "member": "accompaniedBy",
    "purpose": {
      "zh": "证明由持证电工在场(EF-3.2)",
      "en": "To prove that an electrician was present (EF-3.2)"
    },
    "basis": {
      "zh": "法定职责:安装记录",
      "en": "Legal duty: the installation record"
    },
    "recipients": {
      "zh": "验收与监督人员",
      "en": "Those who accept and supervise"
    },
    "retentionDays": null
  },
  {
    "schema": "Installer",
    "member": "certificate",
    "purpose": {
      "zh": "证明安装人员持证(EF-3.2)",
      "en": "To prove that the installer is certified (EF-3.2)"
    },
    "basis": {
      "zh": "法定职责:安装记录",
      "en": "Legal duty: the installation record"
    },
    "recipients": {
      "zh": "验收与监督人员",
      "en": "Those who accept and supervise"
    },
    "retentionDays": null
  },
  {
    "schema": "OperatorTechnician",
    "member": "name",
    "purpose": {
      "zh": "证明运维机构有合格人员(EF-5.8)",
      "en": "To prove that the operator has qualified people (EF-5.8)"
    },
    "basis": {
      "zh": "法定职责:运维机构资格",
      "en": "Legal duty: qualification of the operator"
    },
    "recipients": {
      "zh": "验收与监督人员",
      "en": "Those who accept and supervise"
    },
    "retentionDays": null
  },
  {
    "schema": "OperatorTechnician",
    "member": "certificate",
    "purpose": {
      "zh": "证明运维人员持证(EF-5.8)",
      "en": "To prove that the technician is certified (EF-5.8)"
    },
    "basis": {
      "zh": "法定职责:运维机构资格",
      "en": "Legal duty: qualification of the operator"
    },
    "recipients": {
      "zh": "验收与监督人员",
      "en": "Those who accept and supervise"
    },
    "retentionDays": null
  },
  {
    "schema": "UserDraft",
    "member": "name",
    "purpose": {
      "zh": "值守人员的显示名与操作留痕",
      "en": "To show who is on duty and who did what"
    },
    "basis": {
      "zh": "履行合同所必需;网络安全等级保护要求",
      "en": "Needed for the contract and for protection level 3"
    },
    "recipients": {
      "zh": "不对外提供;他人所见为脱敏姓名",
      "en": "Nobody outside; others see it masked"
    },
    "retentionDays": null
  },
  {
    "schema": "UserDraft",
    "member": "mail",
    "purpose": {
      "zh": "邀请与通知",
      "en": "Invitation and notices"
    },
    "basis": {
      "zh": "履行合同所必需",
      "en": "Needed for the contract"
    },
    "recipients": {
      "zh": "所配置的邮件服务",
      "en": "The mail service that is configured"
    },
    "retentionDays": null
  },
  {
    "schema": "UserDraft",
    "member": "phone",
    "purpose": {
      "zh": "告警通知",
      "en": "Notices of alarms"
    },
    "basis": {
      "zh": "履行合同所必需",
      "en": "Needed for the contract"
    },
    "recipients": {
      "zh": "所配置的短信与语音服务",
      "en": "The message and voice services that are configured"
    },
    "retentionDays": null
  },
  {
    "schema": "UserPatch",
    "member": "name",
    "purpose": {
      "zh": "更正值守人员的显示名",
      "en": "To correct the name of somebody on duty"
    },
    "basis": {
      "zh": "本人的更正权",
      "en": "The right to correction"
    },
    "recipients": {
      "zh": "不对外提供",
      "en": "Nobody outside"
    },
    "retentionDays": null
  },
  {
    "schema": "UserPatch",
    "member": "mail",
    "purpose": {
      "zh": "更正通知邮箱",
      "en": "To correct where notices go"
    },
    "basis": {
      "zh": "本人的更正权",
      "en": "The right to correction"
    },
    "recipients": {
      "zh": "所配置的邮件服务",
      "en": "The mail service that is configured"
    },
    "retentionDays": null
  },
  {
    "schema": "UserPatch",
    "member": "phone",
    "purpose": {
      "zh": "更正通知电话",
      "en": "To correct where notices go"
    },
    "basis": {
      "zh": "本人的更正权",
      "en": "The right to correction"
    },
    "recipients": {
      "zh": "所配置的短信与语音服务",
      "en": "The message and voice services that are configured"
    },
    "retentionDays": null
  },
  {
    "schema": "AccountPatch",
    "member": "name",
    "purpose": {
      "zh": "本人更正显示名",
      "en": "To correct one's own name"
    },
    "basis": {
      "zh": "本人的更正权",
      "en": "The right to correction"
    },
    "recipients": {
      "zh": "不对外提供",
      "en": "Nobody outside"
    },
    "retentionDays": null
  },
  {
    "schema": "FirstAdministrator",
    "member": "name",
    "purpose": {
      "zh": "首个安全管理员的显示名",
      "en": "Name of the first security administrator"
    },
    "basis": {
      "zh": "履行合同所必需;网络安全等级保护要求",
      "en": "Needed for the contract and for protection level 3"
    },
    "recipients": {
      "zh": "不对外提供",
      "en": "Nobody outside"
    },
    "retentionDays": null
  },
  {
    "schema": "Actor",
    "member": "name",
    "purpose": {
      "zh": "说明由谁操作",
      "en": "To say who did something"
    },
    "basis": {
      "zh": "网络安全等级保护要求的操作留痕",
      "en": "Traceability that protection level 3 asks for"
    },
    "recipients": {
      "zh": "他人所见为脱敏姓名",
      "en": "Others see it masked"
    },
    "retentionDays": null
  },
  {
    "schema": "NotificationContactDraft",
    "member": "name",
    "purpose": {
      "zh": "通知联系人姓名",
      "en": "Name of whom notices go to"
    },
    "basis": {
      "zh": "履行法定职责:隐患和报警须及时通知到人(EF-4.2)",
      "en": "Statutory duty: hazards and alarms must be told at once (EF-4.2)"
    },
    "recipients": {
      "zh": "所选短信、语音、推送服务商;界面和日志中脱敏",
      "en": "The SMS, voice or push provider that was chosen; masked in screens and logs"
    },
    "retentionDays": null
  },
  {
    "schema": "NotificationContactPatch",
    "member": "name",
    "purpose": {
      "zh": "通知联系人姓名",
      "en": "Name of whom notices go to"
    },
    "basis": {
      "zh": "履行法定职责:隐患和报警须及时通知到人(EF-4.2)",
      "en": "Statutory duty: hazards and alarms must be told at once (EF-4.2)"
    },
    "recipients": {
      "zh": "所选短信、语音、推送服务商;界面和日志中脱敏",
      "en": "The SMS, voice or push provider that was chosen; masked in screens and logs"
    },
    "retentionDays": null
  },
  {
    "schema": "NotificationAddresses",
    "member": "phone",
    "purpose": {
      "zh": "电话和短信通知",
      "en": "To call and text"
    },
    "basis": {
      "zh": "履行法定职责:隐患和报警须及时通知到人(EF-4.2)",
      "en": "Statutory duty: hazards and alarms must be told at once (EF-4.2)"
    },
    "recipients": {
      "zh": "所选短信、语音、推送服务商;界面和日志中脱敏",
      "en": "The SMS, voice or push provider that was chosen; masked in screens and logs"
    },
    "retentionDays": null
  },
  {
    "schema": "NotificationAddresses",
    "member": "mail",
    "purpose": {
      "zh": "邮件通知",
      "en": "To mail"
    },
    "basis": {
      "zh": "履行法定职责:隐患和报警须及时通知到人(EF-4.2)",
      "en": "Statutory duty: hazards and alarms must be told at once (EF-4.2)"
    },
    "recipients": {
      "zh": "所选短信、语音、推送服务商;界面和日志中脱敏",
      "en": "The SMS, voice or push provider that was chosen; masked in screens and logs"
    },
    "retentionDays": null
  },
  {
    "schema": "NotificationAddresses",
    "member": "wecomUserId",
    "purpose": {
      "zh": "企业微信通知",
      "en": "To reach in WeCom"
    },
    "basis": {
      "zh": "履行法定职责:隐患和报警须及时通知到人(EF-4.2)",
      "en": "Statutory duty: hazards and alarms must be told at once (EF-4.2)"
    },
    "recipients": {
      "zh": "所选短信、语音、推送服务商;界面和日志中脱敏",
      "en": "The SMS, voice or push provider that was chosen; masked in screens and logs"
    },
    "retentionDays": null
  },
  {
    "schema": "NotificationAddresses",
    "member": "jpushId",
    "purpose": {
      "zh": "App 推送",
      "en": "To push to an app"
    },
    "basis": {
      "zh": "履行法定职责:隐患和报警须及时通知到人(EF-4.2)",
      "en": "Statutory duty: hazards and alarms must be told at once (EF-4.2)"
    },
    "recipients": {
      "zh": "所选短信、语音、推送服务商;界面和日志中脱敏",
      "en": "The SMS, voice or push provider that was chosen; masked in screens and logs"
    },
    "retentionDays": null
  },
  {
    "schema": "WorkRecordPerson",
    "member": "name",
    "purpose": {
      "zh": "运维记录的参加人员,供签字与核对",
      "en": "Who took part in work that is on record, to sign and to be checked"
    },
    "basis": {
      "zh": "法定职责:运维机构须留存巡检、故障、培训、交接记录(EF-5.4)",
      "en": "Statutory duty: operators keep records of inspections, faults, training and hand-overs (EF-5.4)"
    },
    "recipients": {
      "zh": "可查看该记录的账号与平台;下载计入审计",
      "en": "Accounts and platforms that may see the record; downloads are audited"
    },
    "retentionDays": null
  }
] as const;
