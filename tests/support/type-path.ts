import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Types a path into the file dialog that is open, once its folder is there: it takes the focus to its list when it comes. */
export async function typePath(page: Page, path: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('textbox', { name: /^Path/ });
  await expect.poll(async () => field.inputValue()).not.toBe('');
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(path);
  await page.keyboard.press('Enter');
}
