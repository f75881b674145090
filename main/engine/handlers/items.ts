import { getItem } from '../../services/items/get-item.ts';
import {
  countItems,
  isLongCount,
  itemSummaries,
  listItems,
  neighboursOfItem,
} from '../../services/items/list-items.ts';
import { sessionOfItem } from '../../services/items/session-of-item.ts';
import { similarItems } from '../../services/items/similar-items.ts';
import { promptVersionNamed } from '../../services/items/prompt-version.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createItemsHandlers(state: EngineState) {
  const { items } = operations;
  const database = () => unwrap(state.requireProject()).database;
  return {
    list: items.list.handler(({ input }) => unwrap(listItems(database(), input))),
    summaries: items.summaries.handler(({ input }) => itemSummaries(database(), input)),
    count: items.count.handler(async ({ input, signal }) =>
      unwrap(
        isLongCount(database(), input)
          ? await state.readings.read(unwrap(state.requireProject()), 'count', input, signal)
          : countItems(database(), input),
      ),
    ),
    get: items.get.handler(({ input }) => unwrap(getItem(database(), input.id))),
    neighbours: items.neighbours.handler(({ input }) => unwrap(neighboursOfItem(database(), input))),
    session: items.session.handler(({ input }) => unwrap(sessionOfItem(database(), input))),
    similar: items.similar.handler(({ input }) => unwrap(similarItems(database(), input))),
    promptVersion: items.promptVersion.handler(({ input }) => promptVersionNamed(database(), input.name)),
  };
}
