import type { Change, Cluster, Mode } from '../../../shared/contract/cluster-operations.ts';

export const modeId = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A failure mode for tests. */
export function testMode(n: number, part: Partial<Mode> = {}): Mode {
  return {
    id: modeId(n),
    name: `Mode ${n}`,
    definition: '',
    inclusion: '',
    exclusion: '',
    parent: null,
    severity: null,
    owner: null,
    status: 'open',
    colour: null,
    createdAt: 1_700_000_000_000 + n,
    statusAt: null,
    changes: 10 * n,
    interactions: 10 * n,
    share: { share: 0.1, low: 0.05, high: 0.2 },
    weeks: [],
    labels: 0,
    clusters: [],
    ...part,
  };
}

/** A proposed cluster for tests. */
export function testCluster(n: number, part: Partial<Cluster> = {}): Cluster {
  return {
    id: modeId(1000 + n),
    name: `Cluster ${n}`,
    colour: n,
    terms: { removed: ['utilise'], added: ['use'], typical: { before: 'utilise', after: 'use' } },
    changes: n,
    interactions: n,
    share: null,
    weeks: [],
    drift: null,
    isDrifting: false,
    state: 'proposed',
    failureModes: [],
    suggestedName: null,
    ...part,
  };
}

/** A change for tests. */
export function testChange(n: number, part: Partial<Change> = {}): Change {
  return {
    interactionId: modeId(2000 + n),
    place: `0 ${n}`,
    removed: `old ${n}`,
    added: `new ${n}`,
    before: 'Before ',
    after: ' after.',
    comments: [],
    clusterId: null,
    failureMode: null,
    how: null,
    similarity: null,
    week: null,
    createdAt: null,
    ...part,
  };
}
