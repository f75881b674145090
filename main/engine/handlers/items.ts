import { getItem } from '../../services/items/get-item.ts';
import { countItems, listItems, neighboursOfItem } from '../../services/items/list-items.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createItemsHandlers(state: EngineState) {
  const { items } = operations;
  const database = () => unwrap(state.requireProject()).database;
  return {
    list: items.list.handler(({ input }) => unwrap(listItems(database(), input))),
    count: items.count.handler(({ input }) => unwrap(countItems(database(), input))),
    get: items.get.handler(({ input }) => unwrap(getItem(database(), input.id))),
    neighbours: items.neighbours.handler(({ input }) => unwrap(neighboursOfItem(database(), input))),
  };
}
