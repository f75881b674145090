import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkProject } from '../../main/services/project/check-project.ts';
import { openProject } from '../../main/services/project/open-project.ts';
import { addInteractions, newProjectFile } from '../support/temp-project.ts';

const kills = 24;
const writer = fileURLToPath(new URL('./label-writer.ts', import.meta.url));

interface Acknowledged {
  readonly kind: string;
  readonly id: string;
  readonly number: number;
}

/** Lets a writer go on from `start`, kills it at some moment and tells what it had acknowledged by then. */
async function killedWriter(path: string, start: number, afterLines: number, delayMs: number) {
  const child = spawn(process.execPath, [writer, path, String(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: Acknowledged[] = [];
  const refused: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    const [kind = '', id = '', number = ''] = line.split(' ');
    if (kind === 'refused') refused.push(line);
    else if (number !== '') acknowledged.push({ kind, id, number: Number(number) });
    if (acknowledged.length === afterLines) setTimeout(() => child.kill('SIGKILL'), delayMs);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(refused).toEqual([]);
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

it(`loses no acknowledged label or edit over ${kills} kills`, async () => {
  const path = newProjectFile();
  const prepared = openProject(path, { readOnly: false });
  if (!prepared.ok) throw new Error(prepared.error.message);
  addInteractions(prepared.value.database, 7);
  prepared.value.close();

  let next = 0;
  let total = 0;
  for (let kill = 0; kill < kills; kill++) {
    const acknowledged = await killedWriter(path, next, 1 + (kill % 6), Math.random() * 12);
    total += acknowledged.length;
    expect(existsSync(`${path}.lock`)).toBe(true);

    const opened = openProject(path, { readOnly: false });
    if (!opened.ok) throw new Error(opened.error.message);
    const { database, close } = opened.value;
    const numbers = database
      .prepare(
        `SELECT CAST(substr(coalesce(payload ->> 'value', payload ->> 'text'), 6) AS INTEGER) FROM events`,
      )
      .pluck()
      .all()
      .map(Number);
    const stored = new Set(numbers);
    expect(acknowledged.filter(({ number }) => !stored.has(number))).toEqual([]);
    // At most the one act that was on disk but not yet acknowledged comes on top.
    const last = acknowledged.at(-1)?.number ?? next;
    expect(Math.max(...numbers)).toBeLessThanOrEqual(last + 1);
    expect(checkProject(database).problems).toEqual([]);
    close();
    next = Math.max(...numbers) + 1;
  }
  expect(total).toBeGreaterThan(kills);
});
