import type { Item } from '../../../shared/contract/item-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readItem } from '../../db/tables/items.ts';
import { notFound } from './list-items.ts';

/** One interaction with its edits, signals and labels. ITEM_NOT_FOUND. */
export function getItem(database: Database, id: string): Result<Item> {
  const item = readItem(database, id);
  return item === null ? notFound(id) : succeed(item);
}
