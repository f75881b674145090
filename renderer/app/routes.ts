import type { Filter } from '../../shared/domain/filter/filter.ts';
import { clauseToText } from '../../shared/domain/filter/parse-clause.ts';

export const paths = {
  welcome: '/',
  review: '/review',
  import: '/import',
  export: '/export',
  fewShot: '/few-shot',
  snapshots: '/export/snapshots',
  validate: '/export/validate',
  settings: '/settings',
  keys: '/settings/keys',
  schema: '/schema',
  team: '/team',
  agreement: '/agreement',
  queues: '/queues',
  adjudicate: '/adjudicate',
  modes: '/modes',
  map: '/modes/map',
  weekly: '/weekly',
  velocity: '/velocity',
  audit: '/audit',
  plan: '/plan',
  signals: '/signals',
  coding: '/coding',
} as const;

/**
 * The address of the review screen for these interactions, one of them open where `id` is given.
 * @param queue id of the queue that is worked through; it has its own filter
 */
export function reviewPath(filter: Filter, id?: string, queue?: string | null): string {
  const query = new URLSearchParams([
    ...(queue === undefined || queue === null ? [] : [['queue', queue]]),
    ...filter.map((clause) => ['where', clauseToText(clause)]),
  ]).toString();
  const path = id === undefined ? paths.review : `${paths.review}/${id}`;
  return query === '' ? path : `${path}?${query}`;
}

/** The address of the dialog that makes a queue, with these conditions in it. */
export function newQueuePath(filter: Filter): string {
  const query = new URLSearchParams(filter.map((clause) => ['where', clauseToText(clause)])).toString();
  return `${paths.queues}?${query}`;
}

/** What was done in a queue, and what is left. */
export function queueEndPath(queue: string): string {
  return `${reviewPath([], undefined, queue)}&at=end`;
}

/** The address of an annotator's profile. */
export function annotatorPath(name: string): string {
  return `${paths.team}?${new URLSearchParams({ annotator: name }).toString()}`;
}

/** The address of the disagreements on a question, one of them open where `id` is given. */
export function adjudicatePath(question: string, id?: string): string {
  const query = new URLSearchParams({ question, ...(id === undefined ? {} : { id }) }).toString();
  return `${paths.adjudicate}?${query}`;
}

/** The address of a failure mode's page. */
export function modePath(id: string): string {
  return `${paths.modes}/${id}`;
}

/** The address of a cluster's page. */
export function clusterPath(id: string): string {
  return `${paths.modes}/cluster/${id}`;
}

/** The address of a snapshot, compared with an earlier one where `before` is given. */
export function snapshotPath(id: string, before?: string): string {
  const query = new URLSearchParams({ id, ...(before === undefined ? {} : { before }) }).toString();
  return `${paths.snapshots}?${query}`;
}

/** The address of a source's reject list. */
export function sourcePath(id: string): string {
  return `/sources/${id}`;
}
