/* Table 3 of the standard: which object each type has. */
#include "tables.h"

#define SIZE(list) ((int)(sizeof(list) / sizeof *(list)))
#define FACILITY "normal", "fire", "fault", "shielded", "supervised", "started", "feedback", "delayed"
#define OPERATIONS "reset", "muted", "manualAlarm", "alarmCleared", "selfTest"

static const struct flags system_status = {2, 14, {FACILITY, "mainPowerFault", "backupPowerFault", "busFault", "manual", "configurationChanged", "reset"}};
static const struct flags component_status = {2, 9, {FACILITY, "powerFault"}};
static const struct flags transmitter_status = {1, 7, {"normal", "fire", "fault", "mainPowerFault", "backupPowerFault", "channelFault", "lineFault"}};
static const struct flags facility_operation = {1, 7, {OPERATIONS, "acknowledged", "tested"}};
static const struct flags transmitter_operation = {1, 7, {OPERATIONS, "dutyAnswered", "tested"}};

#define SYSTEM {"systemType", BYTE}, {"systemAddress", BYTE}
#define COMPONENT SYSTEM, {"componentType", BYTE}, {"componentAddress", ADDRESS4}
#define ASKED SYSTEM, {"componentAddress", ADDRESS4}
#define VERSION {"major", BYTE}, {"minor", BYTE}
#define RECORDS {"records", AT_MOST_102}, {"start", TIME}
#define SPARE_BYTE {"spare", SPARE}

static const struct field f1[] = {SYSTEM, {"status", FLAGS, &system_status}, {"time", TIME}};
static const struct field f2[] = {COMPONENT, {"status", FLAGS, &component_status}, {"note", NOTE}, {"time", TIME}};
static const struct field f3[] = {COMPONENT, {"analogType", BYTE}, {"value", SIGNED}, {"time", TIME}};
static const struct field f4[] = {SYSTEM, {"operation", FLAGS, &facility_operation}, {"operator", BYTE}, {"time", TIME}};
static const struct field f5[] = {SYSTEM, VERSION};
static const struct field f6[] = {SYSTEM, {"description", DESCRIPTION}};
static const struct field f7[] = {COMPONENT, {"note", NOTE}};
static const struct field f8[] = {SYSTEM, {"time", TIME}};
static const struct field f21[] = {{"status", FLAGS, &transmitter_status}, {"time", TIME}};
static const struct field f24[] = {{"operation", FLAGS, &transmitter_operation}, {"operator", BYTE}, {"time", TIME}};
static const struct field version[] = {VERSION}, description[] = {{"description", DESCRIPTION}}, when[] = {{"time", TIME}};
static const struct field system_only[] = {SYSTEM}, asked[] = {ASKED}, spare[] = {SPARE_BYTE};
static const struct field f64[] = {SYSTEM, RECORDS}, f84[] = {RECORDS}, f91[] = {{"timeoutMinutes", BYTE}};

/* number, kind, most objects (0: exactly one), members of an object */
const struct type types[] = {
  {1, "systemStatus", 102, SIZE(f1), f1},
  {2, "componentStatus", 22, SIZE(f2), f2},
  {3, "componentAnalog", 63, SIZE(f3), f3},
  {4, "operation", 102, SIZE(f4), f4},
  {5, "softwareVersion", 0, SIZE(f5), f5},
  {6, "systemConfiguration", 3, SIZE(f6), f6},
  {7, "componentConfiguration", 26, SIZE(f7), f7},
  {8, "systemTime", 0, SIZE(f8), f8},
  {21, "transmitterStatus", 0, SIZE(f21), f21},
  {24, "transmitterOperation", 127, SIZE(f24), f24},
  {25, "transmitterVersion", 0, SIZE(version), version},
  {26, "transmitterConfiguration", 0, SIZE(description), description},
  {28, "transmitterTime", 0, SIZE(when), when},
  {61, "readSystemStatus", 102, SIZE(system_only), system_only},
  {62, "readComponentStatus", 22, SIZE(asked), asked},
  {63, "readComponentAnalog", 63, SIZE(asked), asked},
  {64, "readOperation", 0, SIZE(f64), f64},
  {65, "readSoftwareVersion", 0, SIZE(system_only), system_only},
  {66, "readSystemConfiguration", 3, SIZE(system_only), system_only},
  {67, "readComponentConfiguration", 26, SIZE(asked), asked},
  {68, "readSystemTime", 0, SIZE(system_only), system_only},
  {81, "readTransmitterStatus", 0, SIZE(spare), spare},
  {84, "readTransmitterOperation", 0, SIZE(f84), f84},
  {85, "readTransmitterVersion", 0, SIZE(spare), spare},
  {86, "readTransmitterConfiguration", 0, SIZE(spare), spare},
  {88, "readTransmitterTime", 0, SIZE(spare), spare},
  {89, "initialise", 0, SIZE(spare), spare},
  {90, "setClock", 0, SIZE(when), when},
  {91, "dutyCheck", 0, SIZE(f91), f91},
};
const int type_count = SIZE(types);
