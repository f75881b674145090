import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { Adapter, Expander, Expansion } from '../adapter.ts';
import { CoauthorSession } from './coauthor-session.ts';

/** Keystroke logs of CoAuthor: one writing session per file, a row for each thing the writer or the editor did. */
export const coauthorAdapter: Adapter = {
  id: 'coauthor',
  title: 'CoAuthor keystroke session',
  brings: 'interactions',
  fields: [
    {
      from: 'suggestion-open: currentSuggestions[].trimmed',
      to: 'output',
      note: 'the accepted one as it was inserted, else the first',
    },
    { from: 'suggestion-open: currentSuggestions', to: 'suggestions', note: 'all that were shown' },
    {
      from: 'textDelta replayed on currentDoc up to currentCursor',
      to: 'messages',
      note: 'what the writer had before the cursor when asking',
    },
    { from: 'suggestion-get: eventTimestamp', to: 'created_at' },
    { from: 'session_id', to: 'session', note: 'logs as published have none: the file is the session' },
    { from: 'system-initialize: eventTimestamp', to: 'session_started_at' },
    { from: 'later textDelta', to: 'edits', note: 'what the inserted text is at the end, where it differs' },
    { from: 'eventTimestamp of get and open', to: 'signal latency_ms' },
    {
      from: 'suggestion-select, -close, the next suggestion-get',
      to: 'signal action',
      note: 'accepted, discarded (closed by the writer), ignored (closed by the editor), regenerated',
    },
    { from: 'eventTimestamp of open and decision', to: 'signal time_to_action_ms' },
    { from: 'suggestion-hover', to: 'signal hovers' },
    { from: 'suggestion-up, suggestion-down', to: 'signal arrow_moves' },
    { from: 'suggestion-get without open', to: 'signal requeries_before_shown', note: 'of the next query' },
    { from: 'currentSuggestionIndex', to: 'signal selected_index', note: 'corrected by the inserted text' },
    { from: 'later textDelta', to: 'signal survived_verbatim' },
    {
      from: 'currentN, currentMaxToken, currentTemperature, currentTopP, currentPresencePenalty, currentFrequencyPenalty',
      to: 'columns of the same names',
    },
  ],
  recognises: (row) =>
    typeof row['eventName'] === 'string' &&
    (row['eventSource'] === 'user' || row['eventSource'] === 'api') &&
    typeof row['eventTimestamp'] === 'number' &&
    row['textDelta'] !== undefined &&
    row['currentCursor'] !== undefined,
  open: openCoauthor,
};

function openCoauthor(): Expander {
  let session: CoauthorSession | null = null;
  let sessionId: Json = null;
  return {
    push: (row) => {
      if (!coauthorAdapter.recognises(row))
        return { rows: [], skipped: ['a row that is no keystroke event'] };
      const id = row['session_id'] ?? null;
      const isNew = row['eventName'] === 'system-initialize' || id !== sessionId || session === null;
      const before = isNew ? session?.end() : undefined;
      if (isNew || session === null) session = startSession(row, id);
      sessionId = id;
      const isKnown = session.push(row);
      return joined([before, isKnown ? undefined : unknownEvent, session.relieve()]);
    },
    end: () => joined([session?.end()]),
  };
}

const unknownEvent: Expansion = { rows: [], skipped: ['an event of an unknown kind'] };

function startSession(row: JsonObject, id: Json): CoauthorSession {
  const isStart = row['eventName'] === 'system-initialize';
  const text = row['currentDoc'];
  return new CoauthorSession(
    { session_id: id, session_started_at: isStart ? (row['eventTimestamp'] ?? null) : null },
    isStart && typeof text === 'string' ? text : null,
  );
}

function joined(parts: readonly (Expansion | undefined)[]): Expansion {
  return {
    rows: parts.flatMap((part) => part?.rows ?? []),
    skipped: parts.flatMap((part) => part?.skipped ?? []),
  };
}
