// Generated from specs/mappings by scripts/gen.ts, do not edit.
export const mappingPresets = [
  {
    "id": "generic-event",
    "direction": "out",
    "name": {
      "zh": "通用扁平 JSON 推送",
      "en": "Generic flat JSON, out"
    },
    "status": "own",
    "source": {
      "zh": "本平台自定的通用形式:一个扁平对象;fixed 中的成员原样附加。",
      "en": "A form of our own: one flat object; the members of `fixed` are added as they are."
    },
    "headers": [],
    "parameters": {
      "fixed": {
        "source": "dianan"
      }
    },
    "expression": "(\n  $record := data.record;\n  {\n    \"body\": $merge([{\n      \"id\": id,\n      \"event\": $substringAfter(type, \"com.dianan.\"),\n      \"time\": time,\n      \"device\": data.kind = \"device\" ? data.id : $exists($record.deviceId) ? $record.deviceId : data.deviceId,\n      \"component\": $record.componentId,\n      \"unit\": $exists($record.unitId) ? $record.unitId : data.unitId,\n      \"record\": data.kind,\n      \"recordId\": data.id,\n      \"version\": data.version,\n      \"type\": $record.type,\n      \"severity\": $record.severity,\n      \"state\": $exists($record.state) ? $record.state : $exists(data.presence) ? data.presence : $record.status,\n      \"description\": $record.description,\n      \"value\": $record.value,\n      \"valueUnit\": $record.unit,\n      \"threshold\": $record.threshold\n    }, $params.fixed])\n  }\n)"
  },
  {
    "id": "generic-flat",
    "direction": "in",
    "name": {
      "zh": "通用扁平 JSON 接收",
      "en": "Generic flat JSON, in"
    },
    "status": "own",
    "source": {
      "zh": "本平台自定的通用形式:一个对象或对象数组,成员名由参数指明。",
      "en": "A form of our own: an object, or a list of them, whose members are named by parameters."
    },
    "headers": [],
    "parameters": {
      "device": "device",
      "time": "time",
      "readings": {
        "temperature": {
          "quantity": "temperature",
          "component": "t-1"
        }
      },
      "conditions": {
        "smoke": {
          "type": "smokeAlarm",
          "raisedBy": [
            1,
            true,
            "1"
          ]
        }
      }
    },
    "expression": "(\n  $missing := [\"\", \"undefined\", \"null\"];\n  $is := function($v) { $exists($v) and $v != null and $not($v in $missing) };\n  $text := function($v) { $type($v) = \"number\" ? $string($v) : $v };\n  $num := function($v) { $type($v) = \"string\" and $contains($v, /^ *[+-]?[0-9]+([.][0-9]+)? *$/) ? $number($trim($v)) : $v };\n  $time := function($v) { $type($v) = \"number\" ? $fromMillis($v > 100000000000 ? $v : $v * 1000) : $is($v) ? $v };\n  [$ .(\n    $item := $;\n    $at := $time($lookup($item, $params.time));\n    {\n      \"device\": $text($lookup($item, $params.device)),\n      \"readings\": [$each($params.readings, function($to, $name) {(\n        $v := $lookup($item, $name);\n        $is($v) ? {\n          \"component\": $to.component,\n          \"quantity\": $to.quantity,\n          \"value\": $type($num($v)) = \"number\" and $exists($to.factor) ? $num($v) * $to.factor : $num($v),\n          \"at\": $at\n        }\n      )})],\n      \"conditions\": [$each($params.conditions, function($to, $name) {(\n        $v := $lookup($item, $name);\n        $is($v) ? { \"component\": $to.component, \"type\": $to.type, \"present\": $v in $to.raisedBy, \"at\": $at }\n      )})]\n    }\n  )]\n)"
  },
  {
    "id": "thingsboard-rule-chain",
    "direction": "in",
    "name": {
      "zh": "ThingsBoard 规则链 REST 推送接收",
      "en": "ThingsBoard rule chain, REST API call node, in"
    },
    "status": "unconfirmed",
    "source": {
      "zh": "按 ThingsBoard 公开文档所述的消息形式编写,未与真实 ThingsBoard 联调(未证实)。请在 REST API call 节点设置请求头 X-Device-Name: ${deviceName} 与 X-Ts: ${ts}。",
      "en": "Written after the form of messages that ThingsBoard's public documentation describes; not run against a real ThingsBoard (unconfirmed). Give the REST API call node the headers X-Device-Name: ${deviceName} and X-Ts: ${ts}."
    },
    "headers": [
      "X-Device-Name",
      "X-Ts"
    ],
    "parameters": {
      "readings": {
        "temperature": {
          "quantity": "temperature"
        },
        "leakage": {
          "quantity": "residualCurrent",
          "factor": 0.1
        }
      },
      "alarms": {
        "High Temperature": {
          "type": "temperatureOver"
        }
      }
    },
    "expression": "(\n  $missing := [\"\", \"undefined\", \"null\"];\n  $is := function($v) { $exists($v) and $v != null and $not($v in $missing) };\n  $num := function($v) { $type($v) = \"string\" and $contains($v, /^ *[+-]?[0-9]+([.][0-9]+)? *$/) ? $number($trim($v)) : $v };\n  $device := $lookup($headers, \"x-device-name\");\n  $ts := $num($lookup($headers, \"x-ts\"));\n  $at := $type($ts) = \"number\" ? $fromMillis($ts);\n  $exists(severity) and $exists(status) and $exists(type) ? (\n    $to := $lookup($params.alarms, type);\n    {\n      \"device\": $device,\n      \"conditions\": [{\n        \"type\": $exists($to) ? $to.type : type,\n        \"component\": $to.component,\n        \"present\": $substring(status, 0, 6) = \"ACTIVE\",\n        \"at\": $type(startTs) = \"number\" ? $fromMillis(startTs) : $at\n      }]\n    }\n  ) : {\n    \"device\": $device,\n    \"readings\": [$each($params.readings, function($to, $name) {(\n      $v := $lookup($$, $name);\n      $is($v) ? {\n        \"component\": $to.component,\n        \"quantity\": $to.quantity,\n        \"value\": $type($num($v)) = \"number\" and $exists($to.factor) ? $num($v) * $to.factor : $num($v),\n        \"at\": $at\n      }\n    )})]\n  }\n)"
  },
  {
    "id": "thingsboard-telemetry",
    "direction": "out",
    "name": {
      "zh": "ThingsBoard 遥测推送",
      "en": "ThingsBoard telemetry, out"
    },
    "status": "unconfirmed",
    "source": {
      "zh": "按 ThingsBoard 公开的遥测 REST 接口编写,未与真实 ThingsBoard 联调(未证实)。地址填 ThingsBoard 的根地址,请求头 X-Authorization 填令牌;devices 为本平台设备 id 与 ThingsBoard 设备 UUID 的对应。",
      "en": "Written after ThingsBoard's public REST interface for telemetry; not run against a real ThingsBoard (unconfirmed). The address is the root of ThingsBoard, the header X-Authorization holds its token; `devices` says which of our devices has which UUID there."
    },
    "headers": [],
    "parameters": {
      "devices": {
        "dev-1": "784f394c-42b6-435a-983c-b7beff2784f9"
      },
      "testDevice": "dev-1",
      "others": "fail"
    },
    "path": "/api/plugins/telemetry/DEVICE/{id}/timeseries/ANY?scope=ANY",
    "expression": "(\n  $record := data.record;\n  $isTest := type = \"com.dianan.webhook.test\";\n  $device := $isTest ? $params.testDevice\n    : data.kind = \"device\" ? data.id\n    : $exists($record.deviceId) ? $record.deviceId : data.deviceId;\n  $id := $lookup($params.devices, $device);\n  $values := $isTest ? { \"diananTest\": true }\n    : data.kind = \"alarm\" ? $merge([\n        { \"alarm_\" & $record.type: $not($record.state = \"cleared\") },\n        $exists($record.value) ? { \"alarm_\" & $record.type & \"_value\": $record.value } : {}\n      ])\n    : $exists(data.presence) ? { \"online\": data.presence = \"online\" }\n    : $exists($record.status) ? { \"status\": $record.status };\n  $exists($device) and $exists($values) ? (\n    $exists($id) ? {\n      \"variables\": { \"id\": $id },\n      \"body\": { \"ts\": $toMillis(time), \"values\": $values }\n    } : $params.others = \"skip\" and $not($isTest) ? { \"skip\": true }\n    : $error(\"parameters.devices has no ThingsBoard device for \" & $device)\n  ) : $isTest ? $error(\"parameters.testDevice is missing\") : { \"skip\": true }\n)"
  }
] as const;
