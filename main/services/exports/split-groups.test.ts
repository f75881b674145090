import { expect, it } from 'vitest';
import { hashText } from '../../../shared/domain/text/hash-text.ts';
import { createGroups } from './split-groups.ts';

it('knows a prompt by its hash to the base of 36, which the splits of existing exports depend on', () => {
  const groups = createGroups('interaction');
  for (let id = 0; id < 1000; id += 1) {
    const messages = [
      { role: 'developer', content: 'Be brief.' },
      { role: 'user', content: `Question ${id}` },
    ];
    const hash = hashText(`system\nBe brief.\n\nuser\nQuestion ${id}`);
    expect(groups.keyOf({ id: 'i1', messages, session: null, user: null })).toBe(
      `prompt:${hash.toString(36)}`,
    );
  }
});
