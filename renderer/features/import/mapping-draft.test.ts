import { describe, expect, it } from 'vitest';
import { fixedTargets, type Mapping } from '../../../shared/domain/mapping/mapping.ts';
import {
  groupTargets,
  mappingProblem,
  namedTargetProblem,
  pathProblem,
  suggestName,
  toMapping,
  withPath,
} from './mapping-draft.ts';

const mapping: Mapping = [
  { target: 'output', path: 'response' },
  { target: 'label.verdict', path: 'judgement' },
  { target: 'signal.dwell_ms', path: 'timing.dwell' },
];

describe('the draft of a mapping', () => {
  it('shows every fixed target exactly once, filled or not', () => {
    const shown = groupTargets(mapping).flatMap((group) =>
      group.rows.filter((row) => !row.isNamed).map((row) => row.target),
    );
    expect(shown.toSorted()).toEqual(fixedTargets.toSorted());
  });

  it('shows named targets in the group of their kind', () => {
    const groups = groupTargets(mapping);
    const group = (name: string) => groups.find((candidate) => candidate.name === name)?.rows ?? [];
    expect(group('Labels')).toContainEqual({ target: 'label.verdict', path: 'judgement', isNamed: true });
    expect(group('Signals')).toContainEqual({
      target: 'signal.dwell_ms',
      path: 'timing.dwell',
      isNamed: true,
    });
    expect(group('Metadata')).toEqual([]);
  });

  it('fills, refills and empties a target without touching the others', () => {
    const filled = withPath(mapping, 'edit', ' final.text ');
    expect(filled).toEqual([...mapping, { target: 'edit', path: 'final.text' }]);
    expect(withPath(filled, 'edit', 'final')).toEqual([...mapping, { target: 'edit', path: 'final' }]);
    expect(withPath(filled, 'edit', '')).toEqual(mapping);
  });

  it('refuses names that are taken or empty', () => {
    expect(namedTargetProblem(mapping, 'label', 'verdict')).toContain('already');
    expect(namedTargetProblem(mapping, 'label', ' ')).not.toBeNull();
    expect(namedTargetProblem(mapping, 'label', 'tone@ada')).toBeNull();
  });

  it('takes column names as they are, and paths only where they can be read', () => {
    expect(pathProblem('odd [name', ['odd [name'])).toBeNull();
    expect(pathProblem('messages[-1].content', [])).toBeNull();
    expect(pathProblem('messages[', [])).toContain('not a path');
    expect(pathProblem('', [])).toBeNull();
  });

  it('needs an output, and says so', () => {
    expect(mappingProblem(mapping, [])).toBeNull();
    expect(mappingProblem(withPath(mapping, 'output', ''), [])).toContain('output');
    expect(mappingProblem(withPath(mapping, 'edit', 'a..b'), [])).toContain('a..b');
  });

  it('leaves out what is no target', () => {
    expect(
      toMapping([
        { target: 'output', path: 'a' },
        { target: 'nonsense', path: 'b' },
      ]),
    ).toEqual([{ target: 'output', path: 'a' }]);
  });

  it('suggests the last key of a path as a name', () => {
    expect(suggestName('feedback.Response Time (ms)')).toBe('response_time_ms');
    expect(suggestName('scores[0].value')).toBe('value');
  });
});
