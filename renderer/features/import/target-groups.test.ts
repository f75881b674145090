import { describe, expect, it } from 'vitest';
import { fixedTargets, type Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { byId, joinBy } from './join-draft.ts';
import { interactionRows, type RowsMeaning } from './mapping-draft.ts';
import { groupTargets, mappingFor } from './target-groups.ts';

const mapping: Mapping = [
  { target: 'output', path: 'response' },
  { target: 'label.verdict', path: 'judgement' },
  { target: 'signal.dwell_ms', path: 'timing.dwell' },
  { target: 'edits', path: 'edits' },
];

const attached: RowsMeaning = { brings: 'attachments', join: byId };

function targetsOf(name: string, meaning: RowsMeaning, of = mapping) {
  const rows = groupTargets(of, meaning).find((group) => group.name === name)?.rows ?? [];
  return rows.map(({ target, isRemovable }) => (isRemovable ? `${target} x` : target));
}

describe('the groups of the mapping table', () => {
  it('shows every fixed target exactly once, filled or not', () => {
    const shown = groupTargets(mapping, interactionRows).flatMap((group) =>
      group.rows.filter((row) => !row.isRemovable).map((row) => row.target),
    );
    expect(shown.toSorted()).toEqual(fixedTargets.toSorted());
  });

  it('shows named targets and lists in the group of their kind, only while mapped', () => {
    expect(targetsOf('Labels', interactionRows)).toContain('label.verdict x');
    expect(targetsOf('Signals', interactionRows)).toContain('signal.dwell_ms x');
    expect(targetsOf('Text', interactionRows)).toContain('edits x');
    expect(targetsOf('Text', interactionRows, [])).not.toContain('edits x');
    expect(targetsOf('Metadata', interactionRows)).toEqual([]);
  });

  it('asks attachments for the interaction first, and for no text of their own', () => {
    expect(targetsOf('Which interaction', attached)).toEqual(['external_id', 'session']);
    const shown = groupTargets(mapping, attached).flatMap(({ rows }) => rows.map(({ target }) => target));
    expect(shown).not.toContain('output');
    expect(mappingFor(mapping, attached).map(({ target }) => target)).toEqual([
      'label.verdict',
      'signal.dwell_ms',
      'edits',
    ]);
    expect(mappingFor(mapping, interactionRows)).toEqual(mapping);
  });

  it('asks attachments for what their way to join reads, once', () => {
    const joining = (way: Parameters<typeof joinBy>[0]): RowsMeaning => ({ ...attached, join: joinBy(way) });
    expect(targetsOf('Which interaction', joining('user_window'))).toEqual(['user', 'created_at']);
    expect(targetsOf('Signals', joining('user_window'))).not.toContain('created_at');
    expect(targetsOf('Signals', joining('session_all'))).toContain('created_at');
    expect(targetsOf('Which interaction', joining('key'))).toEqual([]);
    const both: Mapping = [
      { target: 'external_id', path: 'id' },
      { target: 'user', path: 'who' },
    ];
    expect(mappingFor(both, attached).map(({ target }) => target)).toEqual(['external_id']);
    expect(mappingFor(both, joining('user_window')).map(({ target }) => target)).toEqual(['user']);
  });
});
