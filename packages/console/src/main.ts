import { createApp } from "vue";
import { createHubApi } from "./api/hub-api.ts";
import ConsoleApp from "./app/console-app.vue";
import { hubApiKey } from "./app/hub-api-key.ts";
import { createLiveFeed, liveFeedKey } from "./app/live-feed.ts";
import { createPreferences, preferencesKey } from "./app/preferences.ts";
import { codeOf } from "./app/route.ts";
import { createRouter, routerKey } from "./app/router.ts";
import { createSession, sessionKey } from "./app/session.ts";
import "./styles/tokens.css";
import "./styles/shell.css";
import "./styles/grid.css";
import "./styles/detail.css";

// The code leaves the address before anything else happens: no history, no screenshot, no link keeps it.
const code = codeOf(location.hash);
if (code !== null) history.replaceState(null, "", "#/alarms");

const api = createHubApi(location.origin);
const app = createApp(ConsoleApp, { code });
app.provide(preferencesKey, createPreferences());
app.provide(hubApiKey, api);
app.provide(routerKey, createRouter());
app.provide(sessionKey, createSession(api));
app.provide(liveFeedKey, createLiveFeed(api));
app.mount("#app");
