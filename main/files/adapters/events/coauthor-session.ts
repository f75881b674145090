import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingRow, Expansion } from '../adapter.ts';
import {
  finishQuery,
  insertText,
  moveInserted,
  suggestionsOf,
  type CoauthorQuery,
  type QueryAction,
} from './coauthor-query.ts';
import { applyChange, fitChange, readDelta, type TextChange } from './text-delta.ts';

/** Queries of one session that wait for its end; more, and the oldest ends with what its text is by then. */
const maxQueries = 1000;
/** A document longer than this was not typed, and is not followed. */
const maxDocument = 4_000_000;

/** Replays one writing session: the document, and the queries for suggestions made in it. */
export class CoauthorSession {
  readonly #columns: JsonObject;
  /** Null where the log does not begin with the document: then positions in it mean nothing. */
  #document: string | null;
  readonly #queries: CoauthorQuery[] = [];
  /** The query that is waiting for suggestions or for a decision. */
  #open: CoauthorQuery | null = null;
  /** The query whose accepted suggestion is about to be inserted. */
  #accepted: CoauthorQuery | null = null;
  #requeries = 0;

  constructor(columns: JsonObject, document: string | null) {
    this.#columns = columns;
    this.#document = document;
  }

  /** Takes one event; false where its name is unknown. */
  push(event: JsonObject): boolean {
    const at = timeOf(event['eventTimestamp']);
    const isProgram = event['eventSource'] === 'api';
    for (const change of readDelta(event['textDelta'])) this.#change(change, at, isProgram);
    switch (event['eventName']) {
      case 'suggestion-get':
        this.#get(event, at);
        return true;
      case 'suggestion-open':
        this.#show(event, at);
        return true;
      case 'suggestion-reopen':
        this.#showAgain(event, at);
        return true;
      case 'suggestion-hover':
        if (this.#isShowing(this.#open)) this.#open.hovers += 1;
        return true;
      case 'suggestion-up':
      case 'suggestion-down':
        if (this.#isShowing(this.#open)) this.#open.arrowMoves += 1;
        return true;
      case 'suggestion-select':
        this.#select(event, at);
        return true;
      case 'suggestion-close':
        if (this.#isShowing(this.#open)) this.#decide(isProgram ? 'ignored' : 'discarded', at);
        return true;
      default:
        return isQuietEvent(event['eventName']);
    }
  }

  /** Gives out the oldest query once there are too many. */
  relieve(): Expansion {
    const oldest = this.#queries.length > maxQueries ? this.#queries.shift() : undefined;
    return oldest === undefined ? { rows: [], skipped: [] } : this.#finish([oldest]);
  }

  end(): Expansion {
    return this.#finish(this.#queries.splice(0));
  }

  #finish(queries: readonly CoauthorQuery[]): Expansion {
    const rows: ArrivingRow[] = [];
    const skipped: string[] = [];
    for (const query of queries) {
      const finished = finishQuery(query, this.#document);
      if (typeof finished === 'string') skipped.push(finished);
      else rows.push(finished);
    }
    return { rows, skipped };
  }

  #change(change: TextChange, at: number | null, isProgram: boolean): void {
    if (this.#document === null) {
      if (isProgram) this.#insert(change);
      return;
    }
    const fitting = fitChange(change, this.#document.length);
    if (this.#document.length + fitting.inserted.length > maxDocument) {
      this.#document = null;
      return;
    }
    this.#document = applyChange(this.#document, fitting);
    for (const query of this.#queries) {
      if (query.inserted !== null) query.inserted = moveInserted(query.inserted, fitting, !isProgram, at);
    }
    if (isProgram) this.#insert(fitting);
  }

  #insert(change: TextChange): void {
    if (this.#accepted === null || change.inserted === '') return;
    this.#accepted.inserted = insertText(change);
    this.#accepted = null;
  }

  #get(event: JsonObject, at: number | null): void {
    if (this.#open !== null) {
      if (this.#open.shownAt === null) this.#requeries += 1;
      this.#decide('regenerated', at);
    }
    this.#start(event, at);
  }

  #start(event: JsonObject, queriedAt: number | null): CoauthorQuery {
    const query: CoauthorQuery = {
      queriedAt,
      input: this.#textBefore(event['currentCursor']),
      columns: { ...this.#columns, ...settingsOf(event) },
      requeries: this.#requeries,
      shownAt: null,
      suggestions: [],
      hovers: 0,
      arrowMoves: 0,
      selectedIndex: null,
      action: null,
      endedAt: null,
      inserted: null,
    };
    this.#accepted = null;
    this.#open = query;
    this.#queries.push(query);
    return query;
  }

  #show(event: JsonObject, at: number | null): void {
    if (this.#isShowing(this.#open)) this.#decide('regenerated', at);
    const query = this.#open ?? this.#start(event, null);
    query.shownAt = at;
    query.suggestions = suggestionsOf(event['currentSuggestions']);
    this.#requeries = 0;
  }

  /** A closed list that is opened again was not decided yet. After an accepted one it is a new choice. */
  #showAgain(event: JsonObject, at: number | null): void {
    const last = this.#queries.findLast((query) => query.shownAt !== null);
    if (this.#open !== null || last === undefined) return;
    if (last.action !== 'accepted') {
      this.#open = last;
      last.action = null;
      last.endedAt = null;
      return;
    }
    const again = this.#start(event, null);
    again.shownAt = at;
    again.suggestions = last.suggestions;
  }

  #select(event: JsonObject, at: number | null): void {
    if (!this.#isShowing(this.#open)) return;
    const index = event['currentSuggestionIndex'];
    this.#open.selectedIndex = typeof index === 'number' ? index : null;
    this.#accepted = this.#open;
    this.#decide('accepted', at);
  }

  #decide(action: QueryAction, at: number | null): void {
    if (this.#open === null) return;
    this.#open.action = action;
    this.#open.endedAt = at;
    this.#open = null;
  }

  #isShowing(query: CoauthorQuery | null): query is CoauthorQuery {
    return query !== null && query.shownAt !== null;
  }

  #textBefore(cursor: Json | undefined): string | null {
    if (this.#document === null) return null;
    return typeof cursor === 'number' ? this.#document.slice(0, Math.max(0, cursor)) : this.#document;
  }
}

function timeOf(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

const settings = [
  'currentN',
  'currentMaxToken',
  'currentTemperature',
  'currentTopP',
  'currentPresencePenalty',
  'currentFrequencyPenalty',
];

function settingsOf(event: JsonObject): JsonObject {
  return Object.fromEntries(settings.map((name) => [name, event[name] ?? null]));
}

function isQuietEvent(name: Json | undefined): boolean {
  return typeof name === 'string' && /^(?:text|cursor|system)-/.test(name);
}
