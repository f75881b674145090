import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { connect } from '../../main/db/database.ts';
import { launchBrowser } from './browser.ts';
import { quantile } from './key-to-paint.ts';
import { installPaintClock, paintTime } from './paint-clock.ts';
import { runProgram } from './run-program.ts';
import { startLoopback } from './start-loopback.ts';
import { makeTempFolder } from './temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'dist/main/cli.js');
const data = resolve(root, '../shared/data');
const annotator = 'Ada';
const itemsPerFile = 250;

/** Milliseconds that the annotator reads; in them the next interactions are fetched and compared. */
const readingPause = 120;

const files = [
  { name: 'LAMP', path: join(data, 'lamp/lamp_pairs.jsonl'), map: [] },
  {
    name: 'MLQE',
    path: join(data, 'mlqe-pe/et-en.test20.jsonl'),
    map: ['output=mt_tok', 'edit=pe_tok', 'input=source'],
  },
] as const;

/**
 * Labels 250 LAMP and 250 MLQE interactions in the built app, in a real Chromium, by keys only: a verdict each, ratings
 * and notes now and then, and the next one. Prints what came of it as JSON; `npm run bench -- --only labelling` runs it.
 * Needs `npm run build`, and `../shared/data` beside the checkout; without the data the list it prints is empty.
 */
const rows = [];
if (files.every(({ path }) => existsSync(path))) {
  const browser = await launchBrowser();
  for (const file of files) {
    const folder = makeTempFolder();
    rows.push(await labelFile(browser, folder, file));
    rmSync(folder, { recursive: true, force: true });
  }
  await browser.close();
}
console.log(JSON.stringify(rows));

async function labelFile(browser: Browser, folder: string, { name, path, map }: (typeof files)[number]) {
  const project = join(folder, 'labelling.flywheel');
  const part = join(folder, 'part.jsonl');
  writeFileSync(part, readFileSync(path, 'utf8').split('\n').slice(0, itemsPerFile).join('\n'));
  const environment = { ...process.env, FLYWHEEL_DATA: folder };
  const mapping = map.flatMap((entry) => ['--map', entry]);
  for (const args of [
    ['init', project],
    ['import', project, part, ...mapping],
  ]) {
    const { code, stderr } = await runProgram(process.execPath, [cli, ...args], { environment });
    if (code !== 0) throw new Error(stderr);
  }
  const host = await startLoopback(folder, project);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await installPaintClock(page);
    await page.goto(host.address);
    await page.locator('[data-item]').waitFor();
    await nameAnnotator(page);
    const meter = await createMeter(browser, page);
    await page.waitForTimeout(1500);
    const [start, cpuBefore] = [await meter.memory(), await meter.cpuSeconds()];
    const { given, times } = await labelAll(page);
    const cpu = (await meter.cpuSeconds()) - cpuBefore;
    const end = await meter.memory();
    return {
      name,
      items: itemsPerFile,
      median_ms: quantile(times, 0.5),
      p95_ms: quantile(times, 0.95),
      goal_ms: 16,
      page_cpu_ms: (cpu * 1000) / itemsPerFile,
      heap_start_mb: start.heap,
      heap_end_mb: end.heap,
      page_start_mb: start.process,
      page_end_mb: end.process,
      given,
      on_disk: labelsOnDisk(project),
    };
  } finally {
    await context.close();
    await host.stop();
  }
}

/** Returns how many labels were given, and the milliseconds from each key to the next interaction on the screen. */
async function labelAll(page: Page): Promise<{ readonly given: number; readonly times: number[] }> {
  const times: number[] = [];
  let given = 0;
  for (let index = 0; index < itemsPerFile; index++) {
    await page.waitForTimeout(readingPause);
    await page.keyboard.press(String((index % 3) + 1));
    given++;
    if (index % 5 === 0) {
      await page.keyboard.press('r');
      await page.keyboard.press(String((index % 5) + 1));
      given++;
    }
    if (index % 25 === 0) {
      await page.keyboard.press('t');
      await page.keyboard.type(`Note ${index}`);
      await page.keyboard.press('Escape');
      given++;
    }
    if (index === itemsPerFile - 1) break;
    await page.keyboard.press('j');
    times.push(await paintTime(page));
  }
  await page.getByText('Saved', { exact: true }).waitFor();
  return { given, times };
}

async function nameAnnotator(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('annotator name');
  await page.keyboard.press('Enter');
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(annotator);
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}

interface Meter {
  readonly cpuSeconds: () => Promise<number>;
  /** In megabytes, after a collection. */
  readonly memory: () => Promise<{ readonly heap: number; readonly process: number }>;
}

async function createMeter(browser: Browser, page: Page): Promise<Meter> {
  const ofPage = await page.context().newCDPSession(page);
  const ofBrowser = await browser.newBrowserCDPSession();
  const busiest = async () => {
    const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
    const pages = processInfo
      .filter(({ type }) => type === 'renderer')
      .toSorted((a, b) => b.cpuTime - a.cpuTime);
    const [first] = pages;
    if (first === undefined) throw new Error('The browser has no process of a page.');
    return first;
  };
  return {
    cpuSeconds: async () => (await busiest()).cpuTime,
    async memory() {
      return { heap: await heapMegabytes(ofPage), process: residentMegabytes((await busiest()).id) };
    },
  };
}

async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.send('HeapProfiler.disable');
  return usedSize / 1e6;
}

/** Of a process of this machine; NaN where the system does not say. */
function residentMegabytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
    : undefined;
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1000;
}

function labelsOnDisk(project: string): number {
  const database = connect(project, { readOnly: true });
  try {
    const count = database
      .prepare('SELECT count(*) FROM labels JOIN annotators ON seq = annotator_seq WHERE name = ?')
      .pluck();
    return Number(count.get(annotator));
  } finally {
    database.close();
  }
}
