import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The rules of axe that look at colours, which are all that a theme changes (`tests/architecture/theme.test.ts`). */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Fails with every violation that axe finds on the page as it is now, and with those of its colours in the dark theme. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await showIn(page, 'light');
  await expectNothingFound(axeFor(page), `${screen}, light`, 6);
  await showIn(page, 'dark');
  await expectNothingFound(axeFor(page).withRules(colourRules), `${screen}, dark`, 1);
}

/** axe for a page without frames: what it is for, and the usual mode opens another page each time to put frames together. */
export function axeFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
}

/** @param least so many rules apply: a page that axe could not read would pass as well */
async function expectNothingFound(axe: AxeBuilder, where: string, least: number): Promise<void> {
  const { violations, passes, incomplete } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n  ')}`);
  expect(found, where).toEqual([]);
  expect(passes.length + incomplete.length, `${where}: rules that apply`).toBeGreaterThanOrEqual(least);
}
