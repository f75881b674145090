import type { AuditReport, Loop, LoopState } from '../../../shared/contract/audit-operations.ts';
import type { PeopleCounts } from '../../db/tables/audit-counts.ts';
import { counted, percent } from './figures.ts';

type Need = LoopState['needs'][number];

/** What there is for the loops. */
export interface Evidence extends Pick<AuditReport, 'interactions' | 'without' | 'outcomes' | 'unjoined'> {
  readonly people: PeopleCounts;
  readonly failureModes: number;
  /** Interactions of which it is known that the output was used. */
  readonly accepted: number;
  /** Interactions with a signal of at least the strength that counts as usable. */
  readonly usable: number;
  /** Prompt versions whose interactions have times. */
  readonly datedPromptVersions: number;
}

/** Where a need begins to be met, and from where it is met. */
interface Steps {
  readonly weakFrom: number;
  readonly metFrom: number;
}

/** Counts and shares that loops need; decision 0030 says why. */
const steps = {
  looked: { weakFrom: 20, metFrom: 100 },
  versions: { weakFrom: 1, metFrom: 2 },
  good: { weakFrom: 10, metFrom: 100 },
  usableShare: { weakFrom: 0.05, metFrom: 0.3 },
  pairs: { weakFrom: 100, metFrom: 500 },
  outcomeShare: { weakFrom: 0.001, metFrom: 0.3 },
  mostlyKnown: { weakFrom: 0.001, metFrom: 0.8 },
} satisfies Record<string, Steps>;

/** With so many failure modes it is known what goes wrong, however few interactions were looked at. */
const enoughModes = 3;

/** What each of the four loops can do with the data as it is. */
export function loopStates(evidence: Evidence): LoopState[] {
  return [
    loopOf('prompt', [whatGoesWrong(evidence), promptVersions(evidence), times(evidence)]),
    loopOf('few_shot', [goodOutputs(evidence), howGood(evidence)]),
    loopOf('fine_tune', [pairs(evidence), groups(evidence)]),
    loopOf('outcome', [outcomeKnown(evidence), ...joined(evidence)]),
  ];
}

function loopOf(loop: Loop, needs: readonly Need[]): LoopState {
  const isBlocked = needs.some(({ state }) => state === 'missing');
  const open = needs.filter(({ state }) => state !== 'met');
  return {
    loop,
    state: isBlocked ? 'blocked' : open.length > 0 ? 'weak' : 'ready',
    reason: (open.length > 0 ? open : needs).map(({ name, have }) => `${name}: ${have}.`).join(' '),
    needs: [...needs],
  };
}

function whatGoesWrong({ people, failureModes }: Evidence): Need {
  const state = failureModes >= enoughModes ? 'met' : stateOf(people.either, steps.looked);
  const modes = `${counted(failureModes)} failure ${failureModes === 1 ? 'mode' : 'modes'}`;
  return {
    name: 'What goes wrong',
    have: `${counted(people.either)} interactions edited or labelled of ${counted(steps.looked.metFrom)} needed, ${modes}`,
    state,
  };
}

function promptVersions({ interactions, without, datedPromptVersions }: Evidence): Need {
  const share = shareOf(interactions - without.promptVersion, interactions);
  const versions = stateOf(datedPromptVersions, steps.versions);
  return {
    name: 'Prompt versions',
    have: `known of ${percent(share, 1)} of interactions, ${counted(datedPromptVersions)} with dates of ${steps.versions.metFrom} needed to compare`,
    state: worse(stateOf(share, steps.mostlyKnown), versions),
  };
}

function times({ interactions, without }: Evidence): Need {
  const share = shareOf(interactions - without.time, interactions);
  return {
    name: 'Times',
    have: `known of ${percent(share, 1)} of interactions`,
    state: stateOf(share, steps.mostlyKnown),
  };
}

function goodOutputs({ accepted, people }: Evidence): Need {
  const good = Math.max(accepted, people.edited);
  return {
    name: 'Good outputs',
    have: `${counted(good)} used or edited of ${counted(steps.good.metFrom)} needed`,
    state: stateOf(good, steps.good),
  };
}

function howGood({ interactions, usable }: Evidence): Need {
  const share = shareOf(usable, interactions);
  return {
    name: 'How good each output was',
    have: `a strong signal on ${percent(share, 1)} of interactions of ${percent(steps.usableShare.metFrom, 1)} needed`,
    state: stateOf(share, steps.usableShare),
  };
}

function pairs({ people }: Evidence): Need {
  return {
    name: 'Edits or labels',
    have: `${counted(people.either)} interactions (${counted(people.edited)} edited, ${counted(people.labelled)} labelled) of ${counted(steps.pairs.metFrom)} needed`,
    state: stateOf(people.either, steps.pairs),
  };
}

/** Without either of them, rows of one conversation may be trained on and tested with; that never blocks. */
function groups({ interactions, without }: Evidence): Need {
  const share = shareOf(interactions - Math.min(without.session, without.user), interactions);
  return {
    name: 'Sessions or users to keep splits apart',
    have: `known of ${percent(share, 1)} of interactions`,
    state: share >= steps.mostlyKnown.metFrom ? 'met' : 'weak',
  };
}

function outcomeKnown({ interactions, outcomes }: Evidence): Need {
  const best = outcomes.toSorted((one, other) => other.count - one.count)[0];
  if (best === undefined) return { name: 'An outcome', have: 'none is logged', state: 'missing' };
  const share = shareOf(best.count, interactions);
  const waits = best.pending === 0 ? '' : `, ${counted(best.pending)} may still come`;
  return {
    name: 'An outcome',
    have: `“${best.name}” known of ${percent(share, 1)} of interactions of ${percent(steps.outcomeShare.metFrom, 1)} needed${waits}`,
    state: stateOf(share, steps.outcomeShare),
  };
}

/** Only asked of projects with files of signals that were joined. */
function joined({ unjoined }: Evidence): Need[] {
  const lost = unjoined.reduce((sum, { count }) => sum + count, 0);
  if (lost === 0) return [];
  const found = new Map(unjoined.map(({ sourceId, joined: rows }) => [sourceId, rows]));
  const rows = [...found.values()].reduce((sum, count) => sum + count, 0);
  const share = shareOf(rows, rows + lost);
  return [
    {
      name: 'Rows of signals that found their interaction',
      have: `${counted(rows)} of ${counted(rows + lost)}`,
      state: share >= steps.mostlyKnown.metFrom ? 'met' : 'weak',
    },
  ];
}

function stateOf(value: number, { weakFrom, metFrom }: Steps): Need['state'] {
  if (value >= metFrom) return 'met';
  return value >= weakFrom ? 'weak' : 'missing';
}

const states = ['met', 'weak', 'missing'] as const;

function worse(one: Need['state'], other: Need['state']): Need['state'] {
  return states[Math.max(states.indexOf(one), states.indexOf(other))] ?? one;
}

function shareOf(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}
