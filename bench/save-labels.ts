import { setTimeout } from 'node:timers/promises';
import type { Client } from '../shared/contract/contract.ts';

/** Saves a label ten times a second until something is over, and tells how long each took, in milliseconds. */
export async function saveLabels(client: Client, isOver: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  while (!isOver()) {
    const { items } = await client.items.list({ limit: 100 });
    for (const { id } of items) {
      if (isOver()) break;
      const startedAt = performance.now();
      const value = `note ${times.length}`;
      await client.review.setLabel({ id, annotator: 'Ana', question: 'note', value });
      times.push(performance.now() - startedAt);
      await setTimeout(100);
    }
    if (items.length === 0) await setTimeout(100);
  }
  return times;
}
