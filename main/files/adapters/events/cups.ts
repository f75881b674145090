import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { Adapter, ArrivingRow, Expander, Expansion } from '../adapter.ts';
import {
  addEvent,
  finishInteraction,
  isDecision,
  openInteraction,
  type CupsInteraction,
} from './cups-interaction.ts';

/** Telemetry of code suggestions with the activity that developers reported (CUPS): a row for each event. */
export const cupsAdapter: Adapter = {
  id: 'cups',
  title: 'CUPS code suggestion telemetry',
  brings: 'interactions',
  fields: [
    {
      from: 'CurrentSuggestion',
      to: 'output',
      note: 'the last one on display; `suggestions` lists them where the developer browsed',
    },
    { from: 'CurrentPrompt', to: 'messages' },
    { from: 'TimeGenerated', to: 'created_at', note: 'when it was shown' },
    { from: 'session_index', to: 'session' },
    { from: 'UserId', to: 'user', note: 'and the annotator of the label' },
    {
      from: 'StateName',
      to: 'signal action',
      note: 'Accepted: accepted, Rejected: discarded, followed by another suggestion: ignored',
    },
    {
      from: 'TimeSpentInState after Shown',
      to: 'signal dwell_ms, time_to_action_ms',
      note: 'each event tells the seconds since the one before it, so that of Shown is before the display',
    },
    {
      from: 'Measurements.timeSinceIssuedMs - timeSinceDisplayedMs at Shown',
      to: 'signal latency_ms',
    },
    { from: 'Measurements.numTokens', to: 'signal completion_tokens' },
    { from: 'Measurements.confidence', to: 'signal confidence', note: 'origin model:copilot' },
    {
      from: 'EditPercentage[0..4]',
      to: 'signal edit_share_1 ... edit_share_5',
      note: 'of accepted suggestions: relative edit distance, 0 to 1, at five later times; a column of all',
    },
    { from: 'LabeledState of the last event', to: 'label activity', note: 'where it is not Shown' },
    {
      from: 'event_index, StateName, HiddenState, TimeSpentInState, LabeledState, Measurements',
      to: 'events',
      note: 'of each event; after 500 they are counted in events_left_out',
    },
    { from: 'Task, UserExperience and others', to: 'columns of the same names' },
  ],
  recognises: (row) =>
    typeof row['StateName'] === 'string' &&
    states.has(row['StateName']) &&
    typeof row['HiddenState'] === 'string' &&
    row['CurrentSuggestion'] !== undefined &&
    row['TimeSpentInState'] !== undefined,
  open: openCups,
};

const states: ReadonlySet<string> = new Set(['Shown', 'Replay', 'Browsing', 'Accepted', 'Rejected']);

/** Sessions whose last suggestion is undecided; files hold one session after the other. */
const maxSessions = 100;

function openCups(): Expander {
  const open = new Map<string, CupsInteraction>();

  const push = (row: JsonObject): Expansion => {
    if (!cupsAdapter.recognises(row)) return { rows: [], skipped: ['a row that is no suggestion event'] };
    const session = JSON.stringify([row['session_index'], row['UserId']]);
    const current = open.get(session);
    if (current === undefined || row['StateName'] === 'Shown') {
      open.delete(session);
      const done = isDecision(row) ? [finishInteraction(openInteraction(row), false)] : [];
      if (!isDecision(row)) open.set(session, openInteraction(row));
      return expansion([...finishOne(current, true), ...done, ...finishOldest(open)]);
    }
    addEvent(current, row);
    if (!isDecision(row)) return expansion([]);
    open.delete(session);
    return expansion([finishInteraction(current, false)]);
  };

  return {
    push,
    end: () => {
      const rest = [...open.values()].map((interaction) => finishInteraction(interaction, false));
      open.clear();
      return expansion(rest);
    },
  };
}

function finishOldest(open: Map<string, CupsInteraction>): readonly (ArrivingRow | string)[] {
  const [oldest] = open.size > maxSessions ? open : [];
  if (oldest === undefined) return [];
  open.delete(oldest[0]);
  return finishOne(oldest[1], false);
}

function finishOne(
  interaction: CupsInteraction | undefined,
  isFollowed: boolean,
): readonly (ArrivingRow | string)[] {
  return interaction === undefined ? [] : [finishInteraction(interaction, isFollowed)];
}

function expansion(finished: readonly (ArrivingRow | string)[]): Expansion {
  return {
    rows: finished.filter((item) => typeof item !== 'string'),
    skipped: finished.filter((item) => typeof item === 'string'),
  };
}
