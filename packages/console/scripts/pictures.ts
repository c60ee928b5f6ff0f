// Takes the pictures of the documentation from the real page: node --conditions=@dianan/source scripts/pictures.ts
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../test/browser.ts";
import { buildPage } from "../test/build-page.ts";
import { addressOf, componentStatus, link, openHub, putAlarms, seed } from "../test/page-hub.ts";
import { openTeam } from "../test/people.ts";

const images = join(import.meta.dirname, "../../../docs/images");
mkdirSync(images, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), "dianan-pictures-"));
const consoleDir = await buildPage();
const hub = await openHub(dataDir, consoleDir);
const browser = await openBrowser();
const key = hub.firstKey ?? "";
const devices = [addressOf(0), addressOf(3), addressOf(4), 77_001].map((address) => link(hub, address));
try {
  await seed(hub, key, []);
  await putAlarms(hub, key);
  const [first, second, third, stranger] = devices;
  await first?.send(componentStatus({ fire: true }, 17, "A 相剩余电流"));
  await second?.send(componentStatus({ fault: true }, 18, "电缆温度"));
  await third?.send(componentStatus({ normal: true }, 17, "B 相剩余电流"));
  await stranger?.send(componentStatus({ fire: true }, 40, "走廊感烟"));

  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, colorScheme: "light" });
  await page.goto(`${hub.httpUrl}/#code=${hub.signInCode}`);
  await page.locator(".grid-row").first().click();
  await page.locator(".detail .fields").waitFor();
  // New alarms blink for 4.5 s.
  await page.waitForTimeout(6_000);
  await page.screenshot({ path: join(images, "console.png") });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.locator(".tools button").nth(0).click();
  await page.locator(".tools button").nth(1).click();
  await page.mouse.move(5, 500);
  await page.screenshot({ path: join(images, "console-dark-en.png") });
  await page.locator(".tools button").nth(0).click();
  await page.locator(".tools button").nth(1).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: join(images, "console-phone.png") });

  const team = await openTeam(hub);
  const officer = await team.invite("陈伟", "dutyOfficer");
  const fitter = await team.invite("赵强", "operatorUser");
  const { items } = (await team.ask(officer, "GET", "/api/v1/alarms?class=alarm&state=raised")) as {
    items: readonly { id: string; evidence?: string }[];
  };
  const id = items.find(({ evidence }) => evidence !== undefined)?.id ?? "";
  const act = (name: string, body: object) => team.ask(officer, "POST", `/api/v1/alarms/${id}/${name}`, body);
  await act("acknowledge", { note: "已电话联系现场" });
  await act("advise", { text: "检查 5 回路末端线缆绝缘，更换老化线缆" });
  await act("assign", { assigneeId: fitter.id });
  const desk = await team.desk(browser, officer, `#/alarms/${id}`);
  await desk.page.locator(".detail .fields").waitFor();
  await desk.page.screenshot({ path: join(images, "console-handling.png") });
  const wall = await team.desk(browser, officer, "#/overview?wall=1", { width: 1920, height: 1080 });
  await wall.page.locator(".newest li").first().waitFor();
  await wall.page.screenshot({ path: join(images, "console-wall.png") });
  const phone = await team.desk(browser, fitter, `#/alarms/${id}`, { width: 390, height: 844 });
  await phone.page.locator(".act-rectify").click();
  await phone.page.locator(".form-rectify textarea").fill("已更换 5 回路末端线缆");
  await phone.page.screenshot({ path: join(images, "console-handling-phone.png") });
} finally {
  await browser.close();
  await Promise.all(devices.map((device) => device.close()));
  await hub.close();
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(consoleDir, { recursive: true, force: true });
}
