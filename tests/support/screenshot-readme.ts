import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startLoopback } from './start-loopback.ts';

/**
 * Takes the README's picture from the sample project in the built app: `npm run screenshot`. Works in folders of its
 * own, so that nobody's settings show.
 */
const root = resolve(import.meta.dirname, '../..');
const picture = join(root, 'docs/images/review.png');
/** A short English mail with a promise that the agent took out. */
const shown = process.argv[2] ?? 'd-0160';
const annotator = 'Ada Vrba';

const folder = mkdtempSync(join(tmpdir(), 'flywheel-screenshot-'));
/** Where the host keeps settings and the sample project. */
const dataFolder = join(folder, 'data');
mkdirSync(dataFolder);
writeFileSync(join(dataFolder, 'settings.json'), JSON.stringify({ annotator, theme: 'light' }));
const host = await startLoopback(folder);
try {
  await takePicture(host.address);
  process.stdout.write(`${picture}\n`);
} finally {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function takePicture(address: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    });
    await page.goto(address);
    await page.getByRole('button', { name: 'Open the sample project' }).click();
    await page.getByText('Synthetic sample project').waitFor();
    await openInteraction(page, idOf(shown));
    await page.getByRole('heading', { name: shown, exact: true }).waitFor();
    await page.getByRole('button', { name: /next change/i }).waitFor();
    await page.getByText('HTER', { exact: true }).waitFor();
    mkdirSync(dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}

/** By the page's own router: the token is not in the address any more. */
async function openInteraction(page: Page, id: string): Promise<void> {
  await page.evaluate(
    (path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    },
    `/review/${id}?where=${encodeURIComponent(`labelled_by=${annotator}`)}`,
  );
}

function idOf(externalId: string): string {
  const project = join(dataFolder, 'Support mail (synthetic).flywheel');
  const args = [
    join(root, 'dist/main/cli.js'),
    'items',
    project,
    '--where',
    `external_id=${externalId}`,
    '--json',
  ];
  const answer: { items: { id: string }[] } = JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8' }),
  );
  const [item] = answer.items;
  if (item === undefined) throw new Error(`The sample has no interaction ${externalId}.`);
  return item.id;
}
