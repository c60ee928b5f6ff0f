import { type FrameContext, type Protocol, type ProtocolId, protocols } from "@dianan/codec";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { firstSample } from "../../.vitepress/theme/playground/first-sample.ts";
import type { Sample } from "../../.vitepress/theme/playground/samples.ts";
import { samplesOf } from "../../site/samples.ts";
import { otherNumber } from "./other-number.ts";
import { site } from "./site-page.ts";

const { withPage, picture } = site();

const verdict = (page: Page) => page.locator(".pg-verdict");
const hex = (page: Page): Promise<string> => page.locator('textarea[name="hex"]').inputValue();
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const pick = (page: Page, index: number) => page.locator('select[name="sample"]').selectOption(String(index));

const contextOf = (sample: Sample | undefined): FrameContext => ({
  direction: sample?.direction ?? "up",
  ...(sample?.request === undefined ? {} : { request: bytesOf(sample.request) }),
});

test.each(Object.keys(protocols) as ProtocolId[])(
  "EF-N.2: the playground reads %s, changes it, and says why it refuses",
  async (id) => {
    const samples = samplesOf(id) as readonly Sample[];
    const protocol = protocols[id] as unknown as Protocol<unknown>;
    await withPage(`/playground?frame=${id}`, async ({ page }) => {
      await verdict(page).getByText("这一帧符合文件").waitFor();
      expect(await page.locator(".pg-tree li").count()).toBeGreaterThan(3);

      // Another number in a value: the frame that comes out decodes to it.
      const first = samples[firstSample(samples)];
      const before = await hex(page);
      expect(before).toBe(first?.hex);
      const read = protocol.decodeFrame(bytesOf(before), contextOf(first));
      if (!read.ok) throw new Error("the sample is refused");
      const { path, next, hex: expected } = otherNumber(protocol, read.value, contextOf(first));
      const field = page
        .locator(".pg-values label")
        .filter({ has: page.locator(`code:text-is("${path}")`) })
        .locator("input");
      await field.fill(String(next));
      await field.press("Enter");
      await expect.poll(() => hex(page)).toBe(expected);
      await verdict(page).getByText("这一帧符合文件").waitFor();
      expect(await page.locator(".pg-bytes .changed").count()).toBeGreaterThan(0);

      // A frame of the refusals: where, by which clause, what to do.
      const index = samples.findIndex(({ isRefused, dialect: named }) => isRefused && named === undefined);
      const refused = samples[index];
      expect(refused).toBeDefined();
      await pick(page, index);
      await verdict(page).getByText("这一帧被拒绝").waitFor();
      const error = protocol.decodeFrame(bytesOf(refused?.hex ?? ""), contextOf(refused));
      if (error.ok) throw new Error("the sample is not refused");
      const said = await verdict(page).innerText();
      expect(said).toContain(`第 ${error.error.offset} 字节`);
      expect(said).toContain(error.error.clause);
      expect(said).toContain(error.error.code);
      expect(said).toMatch(/请(检查|对照)/);
    });
  },
);

test("a text that is no hex is refused at its character, in both languages", async () => {
  for (const [path, words] of [
    ["/playground", "第 5 个字符“x”"],
    ["/en/playground", 'Character 5, "x", is no hex digit'],
  ] as const)
    await withPage(path, async ({ page }) => {
      await page.locator(".pg-tree").waitFor();
      const field = page.locator('textarea[name="hex"]');
      await field.fill("4040x0");
      await verdict(page).getByText(words).waitFor();
      await field.fill("40403");
      await verdict(page)
        .getByText(/5 (个十六进制数字|hex digits)/)
        .waitFor();
      await expect.poll(() => page.locator(".pg-tree").count()).toBe(0);
    });
});

test("a value that does not fit is refused with its path, and the frame stays as it was", async () => {
  await withPage("/en/playground?frame=gb26875", async ({ page }) => {
    await verdict(page).getByText("This frame is as the document says").waitFor();
    const before = await hex(page);
    const field = page.locator(".pg-values label", { hasText: "serial" }).locator("input");
    await field.fill("65536");
    await field.press("Enter");
    await verdict(page).getByText("It cannot be encoded: serial").waitFor();
    await field.fill("many");
    await field.press("Enter");
    await verdict(page).getByText('"many" is no number').waitFor();
    expect(await hex(page)).toBe(before);
  });
});

test("the tree is walked by keys and marks the bytes of its field", async () => {
  await withPage("/en/playground?frame=gb26875", async ({ page }) => {
    await page.locator(".pg-tree").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".pg-bytes .chosen").allInnerTexts()).toHaveLength(2);
    expect(await page.locator('.pg-tree [aria-selected="true"]').innerText()).toContain("serial");
    await page.keyboard.press("End");
    expect(await page.locator(".pg-bytes .chosen").allInnerTexts()).toEqual(["23", "23"]);
    await picture(page, "playground-en", true);
  });
});

test("items of a list are repeated and removed", async () => {
  const up = (samplesOf("gb26875") as readonly Sample[]).find(({ name }) => /component status/i.test(name));
  await withPage(`/playground?frame=gb26875/up/${up?.hex}`, async ({ page }) => {
    await verdict(page).getByText("这一帧符合文件").waitFor();
    const count = () => page.locator(".pg-values .item").count();
    const [before, length] = [await count(), (await hex(page)).length];
    await page.getByRole("button", { name: "重复此项" }).first().click();
    await expect.poll(count).toBe(before + 1);
    expect((await hex(page)).length).toBeGreaterThan(length);
    await page.getByRole("button", { name: "删除此项" }).first().click();
    await expect.poll(count).toBe(before);
    await picture(page, "playground-zh", true);
  });
});

test("a piece of a stream is offered frame by frame", async () => {
  const heart = "404001000101233a091a090c385b01000000790300000000000003ab2323";
  await withPage(`/playground?frame=gb26875/down/${heart}${heart}`, async ({ page }) => {
    await verdict(page).getByText("这段字节里有 2 帧").waitFor();
    await page.getByRole("button", { name: "第 2 帧" }).click();
    await verdict(page).getByText("这一帧符合文件").waitFor();
    expect(await hex(page)).toBe(heart);
  });
});
