import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Fails with every violation that axe finds on the page as it is now, in the light and the dark theme. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    const { violations, passes } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n  ')}`);
    expect(found, `${screen}, ${colorScheme}`).toEqual([]);
    // A page that axe could not read would pass as well.
    expect(passes.length, `${screen}, ${colorScheme}: rules that passed`).toBeGreaterThan(5);
  }
}
