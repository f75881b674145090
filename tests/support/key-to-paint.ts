import type { Page } from 'playwright-core';

/**
 * Milliseconds from a key press in the page until the next interaction has been painted: its heading is in the
 * document, and the frame after that has been handed over (a message posted inside an animation frame arrives
 * after the frame's painting).
 */
export async function keyToPaint(page: Page, key: string): Promise<number> {
  return page.evaluate(async (pressed) => {
    // Runs in the page, where nothing of this file is.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const shown = () => document.querySelector('[data-item]')?.getAttribute('data-item') ?? null;
    const before = shown();
    const start = performance.now();
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
    );
    await Promise.resolve();
    while (shown() === before || shown() === null)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', resolve);
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
    return performance.now() - start;
  }, key);
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
