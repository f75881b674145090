import { describe, expect, it } from 'vitest';
import { fixedTargets, type Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { groupTargets, mappingFor } from './target-groups.ts';

const mapping: Mapping = [
  { target: 'output', path: 'response' },
  { target: 'label.verdict', path: 'judgement' },
  { target: 'signal.dwell_ms', path: 'timing.dwell' },
  { target: 'edits', path: 'edits' },
];

function targetsOf(name: string, brings: 'interactions' | 'attachments', of = mapping) {
  const rows = groupTargets(of, brings).find((group) => group.name === name)?.rows ?? [];
  return rows.map(({ target, isRemovable }) => (isRemovable ? `${target} x` : target));
}

describe('the groups of the mapping table', () => {
  it('shows every fixed target exactly once, filled or not', () => {
    const shown = groupTargets(mapping, 'interactions').flatMap((group) =>
      group.rows.filter((row) => !row.isRemovable).map((row) => row.target),
    );
    expect(shown.toSorted()).toEqual(fixedTargets.toSorted());
  });

  it('shows named targets and lists in the group of their kind, only while mapped', () => {
    expect(targetsOf('Labels', 'interactions')).toContain('label.verdict x');
    expect(targetsOf('Signals', 'interactions')).toContain('signal.dwell_ms x');
    expect(targetsOf('Text', 'interactions')).toContain('edits x');
    expect(targetsOf('Text', 'interactions', [])).not.toContain('edits x');
    expect(targetsOf('Metadata', 'interactions')).toEqual([]);
  });

  it('asks attachments for the interaction first, and for no text of their own', () => {
    expect(targetsOf('Which interaction', 'attachments')).toEqual(['external_id', 'session']);
    const shown = groupTargets(mapping, 'attachments').flatMap(({ rows }) =>
      rows.map(({ target }) => target),
    );
    expect(shown).not.toContain('output');
    expect(mappingFor(mapping, 'attachments').map(({ target }) => target)).toEqual([
      'label.verdict',
      'signal.dwell_ms',
      'edits',
    ]);
    expect(mappingFor(mapping, 'interactions')).toEqual(mapping);
  });
});
