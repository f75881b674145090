import { describe, expect, it } from 'vitest';
import { nameClusters } from './name-cluster.ts';

/** Names of one cluster for each list of pairs. */
function namesOf(...clusters: readonly (readonly (readonly [removed: string, added: string])[])[]): string[] {
  const texts = clusters.flatMap((pairs, cluster) =>
    pairs.map(([removed, added]) => ({ cluster, removed, added })),
  );
  return nameClusters(texts, clusters.length).map(({ name }) => name);
}

describe('nameClusters', () => {
  it('names a cluster after the change that is made again and again', () => {
    expect(
      namesOf(
        [
          ['utilize', 'use'],
          ['utilize', 'use'],
          ['utilizes', 'uses'],
        ],
        [
          ['a sense of', ''],
          ['a sense of ', ''],
          ['A sense of', ''],
        ],
        [
          ['', 'please'],
          ['', 'please'],
          ['', 'please do'],
        ],
        [
          [',', ''],
          [',', ''],
          [';', ''],
        ],
      ),
    ).toEqual(['utilize → use', '"a sense of" removed', '"please" added', '"," removed']);
  });

  it('names it after the kind of change where texts differ', () => {
    expect(
      namesOf(
        [
          ['12', '15'],
          ['3', '4'],
          ['1900', '1901'],
          ['7', '8'],
        ],
        [
          ['of Anna', 'of Berta'],
          ['of Carl', 'of Dora'],
          ['of Emil', 'of Fritz'],
        ],
        [
          ['so', 'So'],
          ['then', 'Then'],
          ['when', 'When'],
        ],
        [
          ['**so**', 'so'],
          ['**then**', 'then'],
          ['# When', 'When'],
        ],
        [
          ['one two', 'one\n\ntwo'],
          ['four five', 'four\nfive'],
          [' ', '\n'],
        ],
      ),
    ).toEqual([
      'Numbers changed',
      'Names changed',
      'Capital letters changed',
      'Formatting changed',
      'White space changed',
    ]);
  });

  it('names it after distinctive phrases, not after words that all have', () => {
    const removed = [
      ['the stone was a testament to the age', 'it is a testament to the sea', 'a testament to the light'],
      ['the cat', 'to the dog', 'the house', 'by the sea'],
      ['the moon', 'to the sun', 'the stars', 'to the light'],
    ];
    const texts = removed.flatMap((list, cluster) =>
      list.map((text) => ({ cluster, removed: text, added: '' })),
    );
    const [first, second] = nameClusters(texts, 3);
    expect(first?.name).toContain('testament');
    expect(second?.name).not.toContain('testament');
    expect(first?.terms.removed.join(' ')).toContain('testament');
    expect(second?.terms.removed).not.toContain('the');
  });

  it('gives no name twice', () => {
    const numbers = [
      ['12', '15'],
      ['3', '4'],
      ['1900', '1901'],
      ['7', '8'],
    ] as const;
    const names = namesOf(numbers, numbers, numbers);
    expect(new Set(names).size).toBe(3);
  });

  it('has a name for a cluster without texts', () => {
    expect(namesOf([])).toEqual(['Words replaced']);
    expect(
      namesOf([
        ['', ''],
        ['', ''],
      ]),
    ).toEqual(['Outputs without an edit']);
  });

  it('gives terms and a typical pair', () => {
    const texts = [
      { cluster: 0, removed: 'utilize', added: 'use' },
      { cluster: 0, removed: 'utilize', added: 'use' },
      { cluster: 1, removed: 'very', added: '' },
      { cluster: 1, removed: 'very', added: '' },
    ];
    const [first, second] = nameClusters(texts, 2);
    expect(first?.terms).toEqual({
      removed: ['utilize'],
      added: ['use'],
      typical: { before: 'utilize', after: 'use' },
    });
    expect(second?.terms).toEqual({ removed: ['very'], added: [], typical: { before: 'very', after: '' } });
  });
});
