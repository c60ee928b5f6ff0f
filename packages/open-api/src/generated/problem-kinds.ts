// Generated from specs/openapi and specs/access by scripts/gen.ts, do not edit.
export const PROBLEM_BASE = "https://github.com/dianan/dianan/blob/main/docs/problems.md#";

export const problemKinds = {
  "bad-json": {
    "status": 400,
    "en": "The body is not JSON that can be accepted",
    "zh": "请求体不是可接受的 JSON",
    "detail": {
      "en": "Send one JSON value in UTF-8.",
      "zh": "请发送一个 UTF-8 编码的 JSON。"
    }
  },
  "bad-scope": {
    "status": 400,
    "en": "There is no such scope",
    "zh": "没有此权限范围",
    "detail": {
      "en": "Ask only for scopes that the client has.",
      "zh": "只能申请客户端已有的权限范围。"
    }
  },
  "unauthorized": {
    "status": 401,
    "en": "Sign in first",
    "zh": "请先登录",
    "detail": {
      "en": "Send Authorization: Bearer with a valid key, or sign in.",
      "zh": "请发送有效密钥或登录。"
    }
  },
  "bad-credentials": {
    "status": 401,
    "en": "The credentials are not right",
    "zh": "凭证不正确",
    "detail": {
      "en": "Check them and try again; nothing says which part is wrong.",
      "zh": "请核对后重试;不提示具体错误部分。"
    }
  },
  "bad-signature": {
    "status": 401,
    "en": "The signature does not fit the request",
    "zh": "请求签名不符",
    "detail": {
      "en": "Sign method, path, query, body digest, time and nonce (RFC 9421).",
      "zh": "请按 RFC 9421 对方法、路径、查询、摘要、时间和随机数签名。"
    }
  },
  "signature-expired": {
    "status": 401,
    "en": "The signature is too old or of the future",
    "zh": "签名已过期或时间超前",
    "detail": {
      "en": "The time may differ by 5 minutes.",
      "zh": "时间误差不得超过 5 分钟。"
    }
  },
  "nonce-reused": {
    "status": 401,
    "en": "The nonce was used before",
    "zh": "随机数已使用过",
    "detail": {
      "en": "Make a new one for each request.",
      "zh": "每次请求须使用新的随机数。"
    }
  },
  "forbidden": {
    "status": 403,
    "en": "Not allowed",
    "zh": "无此权限",
    "detail": {
      "en": "The credential does not allow this.",
      "zh": "该凭证无此权限。"
    }
  },
  "step-up-required": {
    "status": 403,
    "en": "Prove the second factor again",
    "zh": "请再次验证第二因素",
    "detail": {
      "en": "Call stepUp, then repeat the request.",
      "zh": "请先调用 stepUp 再重试。"
    }
  },
  "not-found": {
    "status": 404,
    "en": "Not found",
    "zh": "不存在",
    "detail": {
      "en": "There is nothing with this id.",
      "zh": "没有此 id 的内容。"
    }
  },
  "not-registered": {
    "status": 405,
    "en": "Not registered yet",
    "zh": "尚未注册",
    "detail": {
      "en": "Register with POST first.",
      "zh": "请先用 POST 注册。"
    }
  },
  "already-registered": {
    "status": 405,
    "en": "Registered already",
    "zh": "已注册",
    "detail": {
      "en": "Use PUT to rotate or DELETE to end it.",
      "zh": "请用 PUT 轮换或 DELETE 注销。"
    }
  },
  "wrong-method": {
    "status": 405,
    "en": "Wrong method",
    "zh": "方法不对",
    "detail": {
      "en": "Use a method that the document has.",
      "zh": "请使用文档中的方法。"
    }
  },
  "already-exists": {
    "status": 409,
    "en": "It exists already",
    "zh": "已存在",
    "detail": {
      "en": "Choose another name or code.",
      "zh": "请换用其他名称或代码。"
    }
  },
  "address-taken": {
    "status": 409,
    "en": "Another device has this address",
    "zh": "该通信地址已被其他设备使用",
    "detail": {
      "en": "Remove it there first.",
      "zh": "请先解除原设备的地址。"
    }
  },
  "in-use": {
    "status": 409,
    "en": "It is still referred to",
    "zh": "仍被引用",
    "detail": {
      "en": "Remove what refers to it first.",
      "zh": "请先解除引用。"
    }
  },
  "not-acceptable": {
    "status": 409,
    "en": "Something stands against the acceptance of the unit",
    "zh": "存在妨碍验收的事项",
    "detail": {
      "en": "See errors: each of them must be gone first.",
      "zh": "逐条处理 errors 中的事项后重试。"
    }
  },
  "wrong-state": {
    "status": 409,
    "en": "Its state does not allow this",
    "zh": "当前状态不允许此操作",
    "detail": {
      "en": "Read it again: someone may have been faster.",
      "zh": "请重新读取,可能已被他人处理。"
    }
  },
  "value-still-over": {
    "status": 409,
    "en": "The value is still over the set point",
    "zh": "测量值仍超限",
    "detail": {
      "en": "Close it as false or test, or wait until the value is back.",
      "zh": "只能按误报或测试关闭,或待恢复后关闭。"
    }
  },
  "advice-missing": {
    "status": 409,
    "en": "Rectification advice is missing",
    "zh": "缺少整改建议",
    "detail": {
      "en": "Write the advice first (EF-5.3).",
      "zh": "请先填写整改建议。"
    }
  },
  "last-of-role": {
    "status": 409,
    "en": "Nobody else has this role",
    "zh": "无其他人担任该角色",
    "detail": {
      "en": "Give the role to another person first.",
      "zh": "请先将角色授予他人。"
    }
  },
  "last-factor": {
    "status": 409,
    "en": "It is the last second factor",
    "zh": "这是最后一个第二因素",
    "detail": {
      "en": "Set up another one first.",
      "zh": "请先设置其他第二因素。"
    }
  },
  "same-person": {
    "status": 409,
    "en": "It must be another person",
    "zh": "须由他人操作",
    "detail": {
      "en": "Nobody approves or grants for themselves.",
      "zh": "不得自行复核或为自己授权。"
    }
  },
  "setup-over": {
    "status": 409,
    "en": "There is an administrator already",
    "zh": "已有管理员",
    "detail": {
      "en": "Ask that person for an invitation.",
      "zh": "请向管理员申请邀请。"
    }
  },
  "has-bad-rows": {
    "status": 409,
    "en": "Some rows do not fit",
    "zh": "存在不合格的行",
    "detail": {
      "en": "Correct the sheet and import it again: nothing was stored.",
      "zh": "请修正后重新导入;未写入任何数据。"
    }
  },
  "not-ready": {
    "status": 409,
    "en": "It is not ready yet",
    "zh": "尚未完成",
    "detail": {
      "en": "Wait until its state is done.",
      "zh": "请等待任务完成。"
    }
  },
  "idempotency-busy": {
    "status": 409,
    "en": "The same request is still under way",
    "zh": "相同请求正在处理",
    "detail": {
      "en": "Wait for its answer.",
      "zh": "请等待其应答。"
    }
  },
  "cursor-gone": {
    "status": 410,
    "en": "The cursor is no longer valid",
    "zh": "游标已失效",
    "detail": {
      "en": "Read the lists again, then follow the new feedCursor.",
      "zh": "请重新读取列表,再跟随新的 feedCursor。"
    }
  },
  "precondition-failed": {
    "status": 412,
    "en": "It has changed since you read it",
    "zh": "内容已被修改",
    "detail": {
      "en": "Read it again and repeat the change.",
      "zh": "请重新读取后再修改。"
    }
  },
  "too-large": {
    "status": 413,
    "en": "Too large",
    "zh": "请求过大",
    "detail": {
      "en": "Send less at a time.",
      "zh": "请减少单次发送的内容。"
    }
  },
  "bad-range": {
    "status": 416,
    "en": "The range lies behind the end of the file",
    "zh": "请求的范围超出文件末尾",
    "detail": {
      "en": "Ask for a range inside the file; its size is in Content-Range.",
      "zh": "请在文件范围内请求,文件大小见 Content-Range。"
    }
  },
  "too-long-address": {
    "status": 414,
    "en": "The address is too long",
    "zh": "请求地址过长",
    "detail": {
      "en": "At most 8 KiB.",
      "zh": "最多 8 KiB。"
    }
  },
  "wrong-media-type": {
    "status": 415,
    "en": "Wrong media type",
    "zh": "媒体类型不对",
    "detail": {
      "en": "Send the Content-Type that the document has.",
      "zh": "请使用文档中的 Content-Type。"
    }
  },
  "invalid": {
    "status": 422,
    "en": "Does not fit the schema",
    "zh": "不符合格式",
    "detail": {
      "en": "See errors.",
      "zh": "详见 errors。"
    }
  },
  "id-mismatch": {
    "status": 422,
    "en": "The id in the body is not that of the address",
    "zh": "请求体与地址中的 id 不一致",
    "detail": {
      "en": "Make both the same.",
      "zh": "请使二者一致。"
    }
  },
  "missing-filter": {
    "status": 422,
    "en": "A filter is needed",
    "zh": "缺少筛选条件",
    "detail": {
      "en": "Give one of the filters that the description names.",
      "zh": "请给出说明中的任一筛选条件。"
    }
  },
  "forbidden-place": {
    "status": 422,
    "en": "Charging is forbidden in such a place",
    "zh": "该场所禁止充电",
    "detail": {
      "en": "No charging in evacuation walkways, stairwells or safety exits (CP-1.4).",
      "zh": "疏散走道、楼梯间、安全出口不得设置充电点。"
    }
  },
  "trust-too-low": {
    "status": 422,
    "en": "The device's connection is not trusted enough",
    "zh": "设备连接的信任级别不足",
    "detail": {
      "en": "Allow it for the tenant, or connect the device safely.",
      "zh": "请由租户授权或改用可信接入。"
    }
  },
  "not-supported": {
    "status": 422,
    "en": "The device cannot do that",
    "zh": "设备不支持该操作",
    "detail": {
      "en": "See its profile.",
      "zh": "请查看设备描述文件。"
    }
  },
  "name-not-typed": {
    "status": 422,
    "en": "The unit's name was not typed",
    "zh": "未键入单位名称",
    "detail": {
      "en": "Type the unit's name to confirm a dangerous action.",
      "zh": "危险操作须键入单位名称确认。"
    }
  },
  "out-of-range": {
    "status": 422,
    "en": "The value is out of range",
    "zh": "数值超出范围",
    "detail": {
      "en": "See the quantity's limits.",
      "zh": "请查看该测量量的范围。"
    }
  },
  "address-forbidden": {
    "status": 422,
    "en": "This address must not be called",
    "zh": "不允许调用该地址",
    "detail": {
      "en": "https to a public host, or one that an administrator allowed.",
      "zh": "仅允许公网 https 地址或管理员放行的地址。"
    }
  },
  "peer-unreachable": {
    "status": 422,
    "en": "The other platform does not answer",
    "zh": "对方平台无应答",
    "detail": {
      "en": "Its /versions must answer with the token that you gave.",
      "zh": "对方 /versions 须能以所给令牌访问。"
    }
  },
  "peer-refused": {
    "status": 422,
    "en": "The other platform refuses the handshake",
    "zh": "对方平台拒绝了握手",
    "detail": {
      "en": "Its administrator must look: a token that was used or has ended, another platform code, or an address that it may not call.",
      "zh": "请与对方管理员核对:令牌已用或已失效、平台厂商代码不同,或其不能访问本平台地址。"
    }
  },
  "no-common-version": {
    "status": 422,
    "en": "There is no version that both speak",
    "zh": "没有共同的版本",
    "detail": {
      "en": "See /versions of both sides.",
      "zh": "请查看双方的 /versions。"
    }
  },
  "beyond-own-rights": {
    "status": 422,
    "en": "Nobody grants rights that they lack",
    "zh": "不得授予自己没有的权限",
    "detail": {
      "en": "Ask for less.",
      "zh": "请减少权限。"
    }
  },
  "file-refused": {
    "status": 422,
    "en": "The file is not of a kind that is taken",
    "zh": "不接受该类文件",
    "detail": {
      "en": "Send a picture, a PDF, a CSV or an XLSX file.",
      "zh": "请发送图片、PDF、CSV 或 XLSX。"
    }
  },
  "purpose-missing": {
    "status": 422,
    "en": "A purpose is needed",
    "zh": "缺少用途",
    "detail": {
      "en": "Say what the personal data are for.",
      "zh": "请说明个人信息的用途。"
    }
  },
  "password-rejected": {
    "status": 422,
    "en": "The password is not good enough",
    "zh": "密码不符合策略",
    "detail": {
      "en": "See errors; a longer one helps most.",
      "zh": "详见 errors;加长最有效。"
    }
  },
  "approval-missing": {
    "status": 422,
    "en": "Attribution and approval number are needed",
    "zh": "缺少来源标注或审图号",
    "detail": {
      "en": "A public map source shows both.",
      "zh": "公开地图须标注来源和审图号。"
    }
  },
  "idempotency-mismatch": {
    "status": 422,
    "en": "The key was used for another request",
    "zh": "该幂等键已用于其他请求",
    "detail": {
      "en": "Make a new key for a new request.",
      "zh": "新请求请使用新的幂等键。"
    }
  },
  "precondition-required": {
    "status": 428,
    "en": "Say which version you change",
    "zh": "请给出所修改的版本",
    "detail": {
      "en": "Send If-Match, or If-None-Match: * to create.",
      "zh": "请发送 If-Match;新建时发送 If-None-Match: *。"
    }
  },
  "too-many-requests": {
    "status": 429,
    "en": "Too many requests",
    "zh": "请求过多",
    "detail": {
      "en": "Wait as long as Retry-After says.",
      "zh": "请按 Retry-After 等待。"
    }
  },
  "locked": {
    "status": 429,
    "en": "Locked after failed sign-ins",
    "zh": "登录失败过多,已锁定",
    "detail": {
      "en": "Wait as long as Retry-After says.",
      "zh": "请按 Retry-After 等待。"
    }
  },
  "internal": {
    "status": 500,
    "en": "Something failed",
    "zh": "内部错误",
    "detail": {
      "en": "The request id is in the hub's log.",
      "zh": "请按请求编号查看日志。"
    }
  },
  "not-implemented": {
    "status": 501,
    "en": "Planned, but not there yet",
    "zh": "已规划,尚未提供",
    "detail": {
      "en": "The document marks it x-planned.",
      "zh": "文档中标记为 x-planned。"
    }
  },
  "tile-unavailable": {
    "status": 502,
    "en": "The map source does not give the tile",
    "zh": "地图来源未提供瓦片",
    "detail": {
      "en": "It did not answer, or with no picture.",
      "zh": "来源无应答,或应答不是图片。"
    }
  },
  "no-map": {
    "status": 404,
    "en": "There is no map source",
    "zh": "未设置地图来源",
    "detail": {
      "en": "Set one, or do without.",
      "zh": "请设置地图来源或不使用瓦片。"
    }
  },
  "busy": {
    "status": 503,
    "en": "Busy",
    "zh": "服务繁忙",
    "detail": {
      "en": "Wait as long as Retry-After says.",
      "zh": "请按 Retry-After 等待。"
    }
  }
} as const;
