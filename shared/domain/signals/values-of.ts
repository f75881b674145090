import { catalogue, outcomeId, pendingId, type SignalDefinition, summaries } from './catalogue.ts';
import { acceptedValue, copiedValue, decisionOf, discardedValue } from './derive/action-values.ts';
import { editDistanceValue, editedValue, keptShareValue } from './derive/edit-values.ts';
import { outcomeValue } from './derive/outcome-value.ts';
import { labelValue, ratingValue, thumbsValue, writtenValue, yesOrNo } from './derive/said-values.ts';
import { abandonedValue, requeriedValue } from './derive/session-values.ts';
import { survivedValue } from './derive/survived-value.ts';
import { dwellValue, timeToActionValue } from './derive/time-values.ts';
import { isQuiet } from './is-quiet.ts';
import { laterEditOf, meaningOf } from './logged-names.ts';
import type { DerivedValue, LoggedSignal, MeasuredRow } from './measured-row.ts';
import { createQualityScore } from './quality-score.ts';
import type { OutcomeDefinition, SignalSettings } from './settings.ts';

/** What values depend on besides the interaction and the settings: the same for all of a project at a time. */
export interface ProjectFacts {
  /** Ratings as they are logged to 0 to 1; null where there is none. */
  readonly ratingScale: ((rating: number) => number) | null;
  readonly copiesAreLogged: boolean;
  /** Whether edits are logged anywhere. */
  readonly editsAreLogged: boolean;
  /** UTC milliseconds of the newest interaction; null where none has a time. */
  readonly newestAt: number | null;
  /** Outcomes that are defined or logged. */
  readonly outcomes: readonly OutcomeDefinition[];
  /** Until when each outcome would be there if it had come. */
  readonly feedEnds: ReadonlyMap<string, number>;
}

/** What is known of a signal of an interaction. */
export interface KnownSignal {
  readonly id: string;
  /** Null where it is an outcome that may still come. */
  readonly value: number | null;
  readonly reason: string;
}

export interface InteractionValues {
  /** In the order of the catalogue, outcomes last. */
  readonly known: readonly KnownSignal[];
  /** Quality score from weights, 0 to 1; null where nothing is known that counts. */
  readonly quality: number | null;
}

/** An outcome as a signal of the catalogue. */
export function outcomeSignal({
  name,
  title,
  direction,
  unit,
  strength,
}: OutcomeDefinition): SignalDefinition {
  return {
    id: outcomeId(name),
    name: title === '' ? name : title,
    kind: 'outcome',
    direction,
    unit,
    strength,
    definition: 'What happened after the interaction.',
    computation:
      'The latest value that is logged; where nothing is, by the horizon of its definition. One that may still come is in no rate.',
    derived: false,
  };
}

/** Works out the values of interactions of one project under its settings. */
export function createValuesOf(
  settings: SignalSettings,
  facts: ProjectFacts,
): (row: MeasuredRow) => InteractionValues {
  const definitions = [...catalogue, ...facts.outcomes.map((outcome) => outcomeSignal(outcome))];
  const qualityOf = createQualityScore(definitions, settings.weights);
  const meanings = new Map<string, string | null>();
  const meaning = (name: string): string | null => {
    const known = meanings.get(name);
    if (known !== undefined) return known;
    const found = meaningOf(name, settings.mapped);
    meanings.set(name, found);
    return found;
  };
  const outcomesByName = new Map(facts.outcomes.map((outcome) => [outcome.name, outcome]));

  return (row) => {
    const bySignal = Map.groupBy(row.signals, ({ name }) => meaning(name));
    const derived = derive(row, { bySignal, settings, facts });
    const known: KnownSignal[] = [];
    const values: Record<string, number> = {};
    const keep = (id: string, value: DerivedValue): void => {
      if (value === null) return;
      known.push({ id, ...value });
      values[id] = value.value;
    };
    for (const { id } of catalogue) keep(id, derived(id));
    const logged = Map.groupBy(
      row.signals.filter(({ kind }) => kind === 'outcome'),
      ({ name }) => name,
    );
    for (const [name, definition] of outcomesByName) {
      const feedEnd = facts.feedEnds.get(name) ?? null;
      const times = { createdAt: row.createdAt, feedEnd };
      const { state, value, reason } = outcomeValue(definition, logged.get(name) ?? [], times);
      if (state === 'known' && value !== null) keep(outcomeId(name), { value, reason });
      else if (state === 'pending') known.push({ id: outcomeId(name), value: null, reason });
    }
    return { known, quality: qualityOf(values)?.score ?? null };
  };
}

interface Derivation {
  readonly bySignal: ReadonlyMap<string | null, readonly LoggedSignal[]>;
  readonly settings: SignalSettings;
  readonly facts: ProjectFacts;
}

function derive(row: MeasuredRow, { bySignal, settings, facts }: Derivation): (id: string) => DerivedValue {
  const decision = decisionOf(row.signals);
  const edit = { ...row, decision, editsAreLogged: facts.editsAreLogged };
  const latest = (id: string): LoggedSignal | null =>
    bySignal.get(id)?.findLast(({ name }) => name !== 'action') ?? null;
  const said = (id: string): boolean | null => {
    const signal = latest(id);
    return signal === null ? null : yesOrNo(signal);
  };
  const number = (id: string): number | null => latest(id)?.number ?? null;
  const { createdAt } = row;
  const { idleCapMs } = settings;
  return (id) => {
    switch (id) {
      case 'edited':
        return editedValue(edit);
      case 'edit_distance':
        return editDistanceValue(edit);
      case 'kept_share':
        return keptShareValue(edit, number(id));
      case 'correction':
      case 'comment':
        return writtenValue(latest(id));
      case 'label':
        return labelValue(row.labelled);
      case 'rating':
        return ratingValue(latest(id), facts.ratingScale);
      case 'thumbs':
        return thumbsValue(latest(id));
      case 'accepted':
        return acceptedValue(decision, said(id));
      case 'discarded':
        return discardedValue(decision, said(id));
      case 'requeried': {
        const { requeries, session, user } = row;
        const where = { hasSession: session !== null, hasUser: user !== null };
        return requeriedValue({ logged: said(id), decision, requeries, ...where }, settings.requery);
      }
      case 'copied':
        return copiedValue(row.signals, said(id), facts.copiesAreLogged);
      case 'survived': {
        const signal = latest(id);
        const share = signal === null || isLaterEdit(signal) ? null : shareOf(signal);
        return survivedValue(row.signals, share, edit);
      }
      case 'time_to_action':
        return timeToActionValue(latest(id), { createdAt, decision, idleCapMs });
      case 'dwell': {
        const times = row.signals.flatMap(({ kind, at }) => (kind === 'implicit' && at !== null ? [at] : []));
        return dwellValue(latest(id), { createdAt, times, idleCapMs });
      }
      case 'abandoned': {
        const hasAction = decision !== null || row.hasEdit || bySignal.has('copied');
        const { isLastOfSession } = row;
        const about = { logged: said(id), isLastOfSession, hasAction, createdAt, newestAt: facts.newestAt };
        return abandonedValue(about, settings.abandonedAfterMinutes);
      }
      default:
        return null;
    }
  };
}

const isLaterEdit = ({ name }: LoggedSignal): boolean => laterEditOf(name) !== null;

/** A share as a number, or as yes or no. */
function shareOf(signal: LoggedSignal): number | null {
  if (signal.number !== null) return signal.number;
  const said = yesOrNo(signal);
  return said === null ? null : Number(said);
}

/** The body that is stored: numbers by id, with what is pending and the summaries. */
export function bodyOf(
  { known, quality }: InteractionValues,
  strengths: ReadonlyMap<string, number>,
  usableFrom: number,
): Readonly<Record<string, number>> {
  const body: Record<string, number> = {};
  let [any, usable] = [0, 0];
  for (const { id, value } of known) {
    if (value === null) {
      body[pendingId(id)] = 1;
      continue;
    }
    body[id] = value;
    if (isQuiet(id, value)) continue;
    any = 1;
    if ((strengths.get(id) ?? 0) >= usableFrom) usable = 1;
  }
  body[summaries.any] = any;
  body[summaries.usable] = usable;
  if (quality !== null) body[summaries.quality] = quality;
  return body;
}
