import { describe, expect, it } from 'vitest';
import { emptyParts } from './empty-parts.ts';

describe('emptyParts', () => {
  it.each([
    [{ validation: 0 }, [10, 0, 0], []],
    [{ validation: 0.1 }, [10, 1, 0], []],
    [{ validation: 0.1 }, [10, 0, 0], ['validation']],
    [{ validation: 0.1, test: 0.1 }, [10, 0, 0], ['validation', 'test']],
    [{ validation: 0, test: 0.5 }, [0, 0, 4], ['training']],
    [{ validation: 0.1 }, [0, 0, 0], []],
  ] as const)('of %j with %j names %j', (recipe, [training, validation, test], expected) => {
    const found = emptyParts(recipe, { training, validation, test });
    expect(found.map(({ message }) => /in (\w+):/u.exec(message)?.[1])).toEqual(expected);
  });
});
