import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { counted, percent } from './figures.ts';
import type { Audited, FoundGap } from './found-gap.ts';

/** Some calls always lack one; a gap is what one can do something about. */
const leastShare = 0.05;

interface FieldGap extends Pick<FoundGap, 'kind' | 'advice' | 'strength' | 'loops'> {
  readonly field: keyof AuditReport['without'];
  readonly title: string;
}

const fields: readonly FieldGap[] = [
  {
    field: 'time',
    kind: 'no_time',
    title: 'Interactions without a time',
    advice: 'Log when the output was shown, with its time zone, and map it to the time.',
    strength: 4,
    loops: ['prompt', 'outcome'],
  },
  {
    field: 'promptVersion',
    kind: 'no_prompt_version',
    title: 'Interactions without a prompt version',
    advice:
      'Log a name or number of the prompt with each call, and change it with every change of the prompt.',
    strength: 4,
    loops: ['prompt'],
  },
  {
    field: 'session',
    kind: 'no_session',
    title: 'Interactions without a session',
    advice:
      'Log an id of the conversation or visit: re-queries and abandonment are read from it, and outcomes are joined by it.',
    strength: 3,
    loops: ['prompt', 'outcome'],
  },
  {
    field: 'user',
    kind: 'no_user',
    title: 'Interactions without a user',
    advice: 'Log a pseudonymous id of the person: outcomes are joined by it, and splits keep people apart.',
    strength: 2,
    loops: ['outcome', 'fine_tune'],
  },
];

/** What interactions lack that everything is told apart and joined by. */
export function fieldGaps({ interactions, without }: Audited): FoundGap[] {
  return fields.flatMap(({ field, ...rest }) => {
    const affected = without[field];
    if (affected < leastShare * interactions) return [];
    return [
      {
        ...rest,
        id: rest.kind,
        detail: `${counted(affected)} of ${counted(interactions)} interactions (${percent(affected, interactions)}).`,
        surface: null,
        signal: null,
        affected,
        of: interactions,
      },
    ];
  });
}
