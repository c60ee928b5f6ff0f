import { createApp } from "vue";
import { createAlarmApi } from "./api/alarm-api.ts";
import { createDutyApi } from "./api/duty-api.ts";
import { createHubApi } from "./api/hub-api.ts";
import { alarmActsKey, createAlarmActs } from "./app/alarm-acts.ts";
import { createBlink } from "./app/blink.ts";
import ConsoleApp from "./app/console-app.vue";
import { createDuty, dutyKey } from "./app/duty.ts";
import { alarmApiKey, hubApiKey } from "./app/hub-api-key.ts";
import { createLiveFeed, liveFeedKey } from "./app/live-feed.ts";
import { createPreferences, preferencesKey } from "./app/preferences.ts";
import { codeOf } from "./app/route.ts";
import { createRouter, routerKey } from "./app/router.ts";
import { createSession, sessionKey } from "./app/session.ts";
import { createPlayer } from "./app/sound.ts";
import "./styles/tokens.css";
import "./styles/shell.css";
import "./styles/grid.css";
import "./styles/detail.css";
import "./styles/handling.css";
import "./styles/duty.css";
import "./styles/overview.css";

// The code leaves the address before anything else happens: no history, no screenshot, no link keeps it.
const code = codeOf(location.hash);
if (code !== null) history.replaceState(null, "", "#/alarms");

const api = createHubApi(location.origin);
const app = createApp(ConsoleApp, { code });
app.provide(preferencesKey, createPreferences());
app.provide(hubApiKey, api);
app.provide(routerKey, createRouter());
const session = createSession(api);
const feed = createLiveFeed(api);
const blink = createBlink(document.documentElement);
feed.onNewAlarm((id) => feed.alarms.get(id)?.class === "alarm" && blink.heard());
const alarmApi = createAlarmApi(location.origin);
app.provide(sessionKey, session);
app.provide(liveFeedKey, feed);
app.provide(dutyKey, createDuty(feed, createDutyApi(location.origin), session, createPlayer()));
app.provide(alarmApiKey, alarmApi);
app.provide(alarmActsKey, createAlarmActs(alarmApi, feed, session));
app.mount("#app");
// Once the list has had its time: whoever waits for an alarm waits for nothing else.
const KEEP_AFTER_MS = 2_000;
addEventListener("load", () =>
  // Of a hub that is gone just then nothing is kept; the next start tries again.
  setTimeout(
    () => void import("./app/install.ts").then(({ keepShell }) => keepShell()).catch(() => undefined),
    KEEP_AFTER_MS,
  ),
);
