import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds from the key that left an interaction to the next one's painting, one per step. */
    paintTimes?: Promise<number>[];
  }
}

/**
 * Has the page measure every press of `j` by itself, from the moment the browser got the key until the next interaction
 * has been painted: its heading is in the document, and the frame after that has been handed over (a message posted
 * inside an animation frame arrives after the frame's painting). Call it before the page is opened.
 */
export async function installPaintClock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Runs in the page, where nothing of this file is.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const shown = () => document.querySelector('[data-item]')?.getAttribute('data-item') ?? null;
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const frame = async () => new Promise((resolve) => requestAnimationFrame(resolve));
    const measure = async (before: string | null, start: number) => {
      // What stands in the document when a frame begins is what that frame paints.
      do await frame();
      while (shown() === before || shown() === null);
      await new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', resolve);
        channel.port1.start();
        channel.port2.postMessage(null);
      });
      return performance.now() - start;
    };
    window.paintTimes = [];
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'j' && !(event.target instanceof HTMLTextAreaElement))
          window.paintTimes?.push(measure(shown(), event.timeStamp));
      },
      true,
    );
  });
}

/** The milliseconds of the latest press. */
export async function paintTime(page: Page): Promise<number> {
  return page.evaluate(async () => window.paintTimes?.at(-1) ?? Number.NaN);
}
