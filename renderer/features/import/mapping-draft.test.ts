import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import type { JoinMethod } from '../../../shared/domain/mapping/join-method.ts';
import {
  bringsOfMapping,
  interactionRows,
  mappingProblem,
  namedTargetProblem,
  pathProblem,
  suggestName,
  toMapping,
  topColumns,
  withPath,
  withTransform,
  type RowsMeaning,
} from './mapping-draft.ts';
import { byId, idNeeded, joinBy } from './join-draft.ts';

const attached: RowsMeaning = { brings: 'attachments', join: byId };

const mapping: Mapping = [
  { target: 'output', path: 'response' },
  { target: 'label.verdict', path: 'judgement' },
  { target: 'signal.dwell_ms', path: 'timing.dwell' },
];

describe('the draft of a mapping', () => {
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

  it('keeps a transform when the path changes, and goes with the last of both', () => {
    const dated = withTransform(mapping, 'output', { kind: 'date', format: 'YYYY' });
    expect(withPath(dated, 'output', 'at')[0]).toEqual({
      target: 'output',
      path: 'at',
      transform: { kind: 'date', format: 'YYYY' },
    });
    expect(withPath(dated, 'output', '').some(({ target }) => target === 'output')).toBe(false);
    expect(withTransform(dated, 'output', undefined)).toEqual(mapping);
  });

  it('fills a target with a text that needs no path, and empties it again', () => {
    const constant = withTransform(mapping, 'model', { kind: 'constant', value: 'small' });
    expect(constant.at(-1)).toEqual({
      target: 'model',
      path: '',
      transform: { kind: 'constant', value: 'small' },
    });
    expect(withPath(constant, 'model', '')).toEqual(constant);
    expect(withTransform(constant, 'model', undefined)).toEqual(mapping);
  });

  it('needs an output or a conversation, and says so', () => {
    const without = withPath(mapping, 'output', '');
    expect(mappingProblem(mapping, [], interactionRows)).toBeNull();
    expect(mappingProblem(without, [], interactionRows)).toContain('output');
    expect(mappingProblem(withPath(without, 'messages', 'turns'), [], interactionRows)).toBeNull();
    expect(mappingProblem(withPath(mapping, 'edit', 'a..b'), [], interactionRows)).toContain('a..b');
  });

  it('needs an id or a session where rows belong to other interactions, and no output', () => {
    const edits: Mapping = [{ target: 'edit', path: 'final' }];
    expect(mappingProblem(edits, [], attached)).toBe(idNeeded);
    expect(mappingProblem(withPath(edits, 'external_id', 'id'), [], attached)).toBeNull();
    expect(bringsOfMapping(withPath(edits, 'external_id', 'id'))).toBe('attachments');
    expect(bringsOfMapping(mapping)).toBe('interactions');
  });

  it('needs of a file that is joined in another way only what that way reads', () => {
    const sold: Mapping = [{ target: 'outcome.sold', path: 'sold' }];
    const joining = (join: JoinMethod, of = sold) => mappingProblem(of, [], { brings: 'attachments', join });
    const user = withPath(sold, 'user', 'who');
    expect(joining(joinBy('user_window'))).toContain('column of the user');
    expect(joining(joinBy('user_window'), user)).toContain('column of the time');
    expect(joining(joinBy('user_window'), withPath(user, 'created_at', 'when'))).toBeNull();
    expect(joining(joinBy('session_all'), withPath(sold, 'external_id', 'id'))).toContain('session');
    expect(joining(joinBy('session_last'), withPath(sold, 'session', 's'))).toBeNull();
    expect(joining(joinBy('key'))).toContain('Write what');
    expect(joining({ by: 'key', row: '{order}', interaction: '{order}' })).toContain('{meta.NAME}');
    expect(joining({ by: 'key', row: '{order}', interaction: '{meta.order}' })).toBeNull();
  });

  it('does not start with a transform that is not written to its end', () => {
    const open = withTransform(mapping, 'output', { kind: 'regex', pattern: '', group: 0 });
    expect(mappingProblem(open, [], interactionRows)).toContain('pattern');
  });

  it('knows the columns that paths lead into', () => {
    expect(topColumns(['id', 'about.chapter', 'about.part', '["odd.name"]'])).toEqual([
      'id',
      'about',
      'odd.name',
    ]);
  });

  it('leaves out what is no target', () => {
    expect(
      toMapping([
        { target: 'output', path: 'a' },
        { target: 'nonsense', path: 'b' },
        { target: 'model', path: '', transform: { kind: 'constant', value: 'm' } },
      ]),
    ).toEqual([
      { target: 'output', path: 'a' },
      { target: 'model', path: '', transform: { kind: 'constant', value: 'm' } },
    ]);
  });

  it('suggests the last key of a path as a name', () => {
    expect(suggestName('feedback.Response Time (ms)')).toBe('response_time_ms');
    expect(suggestName('scores[0].value')).toBe('value');
  });
});
