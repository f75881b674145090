import { array, assert, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedMutualInformation, expectedMutualInformation } from './adjusted-mutual-information.ts';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { contingencyOf } from './contingency.ts';
import { macroF1 } from './macro-f1.ts';
import { purity } from './purity.ts';
import { vMeasure } from './v-measure.ts';

/** 500 items in 7 classes and groups that follow them two times of three, by a linear congruential generator. */
function generated(): [number[], number[]] {
  let state = 12_345;
  const next = () => {
    state = Number((1_103_515_245n * BigInt(state) + 12_345n) % 2_147_483_648n);
    return state >>> 16;
  };
  const classes: number[] = [];
  const groups: number[] = [];
  for (let item = 0; item < 500; item++) {
    const kind = next() % 7;
    classes.push(kind);
    groups.push(next() % 3 > 0 ? kind + 10 : next() % 12);
  }
  return [classes, groups];
}

const [classes, groups] = generated();

/**
 * Values of scikit-learn 1.2.1 on the same numbers: `adjusted_mutual_info_score`, `homogeneity_score`,
 * `completeness_score`, `v_measure_score`, `adjusted_rand_score`, `expected_mutual_information`; purity from its
 * `contingency_matrix`. The second and third are examples of its documentation.
 */
const references = [
  {
    name: 'six items',
    first: [0, 0, 0, 1, 1, 1],
    second: [0, 0, 1, 1, 2, 2],
    ami: 0.2987924581708901,
    homogeneity: 0.6666666666666669,
    completeness: 0.420619835714305,
    v: 0.5158037429793889,
    ari: 0.24242424242424243,
    purity: 0.8333333333333334,
    expected: 0.27725887222397816,
  },
  {
    name: 'one class too few',
    first: [0, 0, 1, 2],
    second: [0, 0, 1, 1],
    ami: 0.5714285714285714,
    homogeneity: 0.6666666666666666,
    completeness: 1,
    v: 0.8,
    ari: 0.5714285714285714,
    purity: 0.75,
    expected: 0.4620981203732966,
  },
  {
    name: 'one group too many',
    first: [0, 0, 1, 1],
    second: [0, 0, 1, 2],
    ami: 0.5714285714285715,
    homogeneity: 1,
    completeness: 0.6666666666666666,
    v: 0.8,
    ari: 0.5714285714285714,
    purity: 1,
    expected: 0.4620981203732966,
  },
  {
    name: 'fifteen items in three groups',
    first: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3],
    second: [1, 1, 1, 2, 1, 2, 2, 1, 2, 3, 3, 3, 2, 3, 1],
    ami: 0.11932767143518135,
    homogeneity: 0.2593035916654415,
    completeness: 0.2625111514213094,
    v: 0.2608975132174813,
    ari: 0.14521452145214522,
    purity: 0.6666666666666666,
    expected: 0.1755251857591798,
  },
  {
    name: 'one class in groups of one',
    first: [0, 0, 0, 0],
    second: [0, 1, 2, 3],
    ami: 0,
    homogeneity: 1,
    completeness: 0,
    v: 0,
    ari: 0,
    purity: 1,
    expected: 0,
  },
  {
    name: '500 generated items',
    first: classes,
    second: groups,
    ami: 0.5610335690045245,
    homogeneity: 0.6803124201942632,
    completeness: 0.508135714286121,
    v: 0.581751996647755,
    ari: 0.5619620622742384,
    purity: 0.766,
    expected: 0.10721180993815299,
  },
];

describe('measures of clusters', () => {
  it.each(references)('are those of scikit-learn: $name', (reference) => {
    const table = contingencyOf(reference.first, reference.second);
    expect(adjustedMutualInformation(table)).toBeCloseTo(reference.ami, 10);
    expect(expectedMutualInformation(table)).toBeCloseTo(reference.expected, 10);
    expect(adjustedRandIndex(table)).toBeCloseTo(reference.ari, 10);
    expect(purity(table)).toBeCloseTo(reference.purity, 10);
    const fit = vMeasure(table);
    expect(fit.homogeneity).toBeCloseTo(reference.homogeneity, 10);
    expect(fit.completeness).toBeCloseTo(reference.completeness, 10);
    expect(fit.vMeasure).toBeCloseTo(reference.v, 10);
  });

  it('are about 0 for groups of one item each where they are corrected for chance, and high where they are not', () => {
    const table = contingencyOf(
      classes,
      classes.map((_, item) => item),
    );
    expect(Math.abs(adjustedMutualInformation(table))).toBeLessThan(1e-9);
    expect(adjustedRandIndex(table)).toBe(0);
    expect(purity(table)).toBe(1);
    expect(vMeasure(table).homogeneity).toBeCloseTo(1, 10);
  });

  const grouping = array(tuple(nat(5), nat(5)), { minLength: 1, maxLength: 60 });

  it('do not depend on the names of groups or the order of items, and are 1 for equal groupings', () => {
    assert(
      property(grouping, nat(1000), (pairs, shift) => {
        const [first, second] = [pairs.map(([group]) => group), pairs.map(([, group]) => group)];
        const table = contingencyOf(first, second);
        const renamed = contingencyOf(
          first.toReversed().map((group) => (group * 7 + shift) % 997),
          second.toReversed(),
        );
        for (const measure of [adjustedMutualInformation, adjustedRandIndex, purity])
          expect(measure(renamed)).toBeCloseTo(measure(table), 9);
        const same = contingencyOf(
          first,
          first.map((group) => group + shift),
        );
        for (const measure of [adjustedMutualInformation, adjustedRandIndex, purity])
          expect(measure(same)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('macro F1', () => {
  it('is that of scikit-learn', () => {
    // The example of its documentation of f1_score, and the generated items.
    expect(macroF1([0, 1, 2, 0, 1, 2], [0, 2, 1, 0, 0, 1])).toBeCloseTo(0.26666666666666666, 10);
    const answers = groups.map((group) => (group >= 10 ? group - 10 : group % 7));
    expect(macroF1(classes, answers)).toBeCloseTo(0.7200321452732579, 10);
  });

  it('counts answers that are no class against recall only', () => {
    // f1_score(..., average='macro', labels=[0, 1, 2])
    expect(macroF1([0, 0, 1, 1, 2], [0, 3, 1, 0, 1])).toBeCloseTo(0.3333333333333333, 10);
  });
});
