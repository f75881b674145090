import type {
  FewShotChoice,
  FewShotExample,
  FewShotItem,
} from '../../../shared/contract/few-shot-operations.ts';
import { explainExample } from '../../../shared/domain/fewshot/explain-example.ts';
import type { FewShotOptions } from '../../../shared/domain/fewshot/few-shot-options.ts';
import type { Likeness } from '../../../shared/domain/fewshot/likeness.ts';
import { type ExampleCoverage, measureCoverage } from '../../../shared/domain/fewshot/measure-coverage.ts';
import { orderExamples, orderSentences } from '../../../shared/domain/fewshot/order-examples.ts';
import type { Database } from '../../db/database.ts';
import { exportRowReader, type StoredExportRow } from '../../db/tables/export-rows.ts';
import { chanceCoverage } from './chance-coverage.ts';
import type { ChosenCounter } from './choose-counters.ts';
import type { GroupedCandidates } from './group-candidates.ts';
import { createQualityReader } from './read-quality.ts';
import { answeredText } from './read-texts.ts';

export interface ChosenParts {
  readonly options: FewShotOptions;
  readonly grouped: GroupedCandidates;
  readonly likeness: Likeness;
  readonly measuredSeqs: Float64Array;
  /** Places among the candidates, as they were chosen. */
  readonly places: readonly number[];
  readonly counters: readonly ChosenCounter[];
}

export type DescribedChoice = Omit<FewShotChoice, 'found' | 'good' | 'considered' | 'notes' | 'comparison'>;

/** Characters of texts that are shown. */
const shownInput = 300;
const shownAnswer = 1200;
const namedInput = 80;

/** Interactions that are named in a sentence, and in the list of what an example alone covers. */
const mostNamed = 2;
const mostAlone = 20;

/** Puts the examples in order and says what each does. */
export function describeChoice(database: Database, parts: ChosenParts): DescribedChoice {
  const { options, grouped, likeness, measuredSeqs, places, counters } = parts;
  const chosen = places.map((place) => {
    const row = likeness.toAll(grouped.vectors[place] ?? new Uint8Array(1)).slice();
    const quality = grouped.quality[place] ?? 0;
    return { place, row, quality, centrality: mean(row) };
  });
  const ordered = orderExamples(chosen, options.order).flatMap((at) => chosen[at] ?? []);
  const { mean: coverage, examples: covers } = measureCoverage(
    ordered.map(({ row }) => row),
    likeness.size,
  );
  const itemAt = createItemReader(database, measuredSeqs);
  const rows = readRows(database, [
    ...ordered.map(({ place }) => grouped.seqs[place] ?? 0),
    ...counters.map(({ seq }) => seq),
  ]);
  const rated = new Map(
    createQualityReader(
      database,
      options,
    )(places.map((place) => grouped.seqs[place] ?? 0)).map((one) => [one.seq, one]),
  );

  const examples = ordered.flatMap(({ place, quality }, at): FewShotExample[] => {
    const seq = grouped.seqs[place] ?? 0;
    const [row, cover] = [rows.get(seq), covers[at]];
    if (row === undefined || cover === undefined) return [];
    const { input, answer } = answeredText(row);
    const evidence = [...(rated.get(seq)?.evidence ?? [])];
    const tokens = grouped.tokens[place] ?? 0;
    const group = grouped.groups[grouped.group[place] ?? 0]?.name ?? null;
    const figures = figuresOf(cover, itemAt, itemOf(row));
    return [
      {
        id: row.id,
        input: beginning(input, shownInput),
        answer: beginning(answer, shownAnswer),
        isEdited: row.edit !== null,
        tokens,
        quality,
        evidence,
        group,
        ...figures,
        why: explainExample({
          covers: figures.covers,
          such: figures.such.map(({ input: text }) => text),
          measured: likeness.size,
          quality,
          evidence,
          tokens,
          group,
        }),
      },
    ];
  });
  const described = counters.flatMap((counter) => {
    const row = rows.get(counter.seq);
    return row === undefined ? [] : [describeCounter(counter, row)];
  });
  return {
    options,
    examples,
    counters: described,
    tokens: [...examples, ...described].reduce((sum, { tokens }) => sum + tokens, 0),
    coverage,
    chance: chanceCoverage(grouped, likeness, { most: places.length, budget: options.budget }),
    orderWhy: orderSentences[options.order],
    measured: likeness.size,
    groups: grouped.groups.flatMap(({ name, candidates }, number) =>
      name === null
        ? []
        : [{ name, candidates, chosen: places.filter((place) => grouped.group[place] === number).length }],
    ),
  };
}

/** Places that are read for a list of different inputs. */
const mostRead = 60;

/** @param self the example, whose own input is no news in a list of what it covers */
function figuresOf(
  { covers, loss, alone }: ExampleCoverage,
  itemAt: (place: number) => FewShotItem | null,
  self: FewShotItem,
) {
  const others = (places: readonly number[], most: number): FewShotItem[] => {
    const inputs = new Map<string, FewShotItem>();
    for (const place of places.slice(0, mostRead)) {
      const item = itemAt(place);
      if (inputs.size === most) break;
      if (item !== null && item.input !== self.input && !inputs.has(item.input)) inputs.set(item.input, item);
    }
    return [...inputs.values()];
  };
  return {
    covers: covers.length,
    such: others(covers, mostNamed),
    loss,
    aloneCount: alone.length,
    alone: others(alone, mostAlone),
  };
}

function describeCounter(counter: ChosenCounter, row: StoredExportRow) {
  const { tokens, mode, cases, changes } = counter;
  return {
    id: row.id,
    input: beginning(answeredText(row).input, shownInput),
    bad: beginning(row.output, shownAnswer),
    good: beginning(row.edit ?? row.output, shownAnswer),
    tokens,
    mode,
    cases,
    why:
      `Shows “${mode.name}”, which ${cases === 1 ? '1 edited interaction has' : `${cases} edited interactions have`}. ` +
      `Its edit makes ${changes === 1 ? '1 change' : `${changes} changes`}: the fewer, the plainer what is meant.`,
  };
}

function createItemReader(database: Database, measuredSeqs: Float64Array) {
  const read = exportRowReader(database);
  return (place: number): FewShotItem | null => {
    const seq = measuredSeqs[place];
    const [row] = seq === undefined ? [] : read(Float64Array.of(seq));
    return row === undefined ? null : itemOf(row);
  };
}

export function itemOf(row: StoredExportRow): FewShotItem {
  return { id: row.id, input: beginning(answeredText(row).input, namedInput) };
}

function readRows(database: Database, seqs: readonly number[]): ReadonlyMap<number, StoredExportRow> {
  return new Map(exportRowReader(database)(Float64Array.from(seqs)).map((row) => [row.seq, row]));
}

/** On one line. */
function beginning(text: string, most: number): string {
  const line = text
    .slice(0, 4 * most)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return (line.length > most ? `${line.slice(0, most - 1)}…` : line).toWellFormed();
}

function mean(numbers: Float32Array): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
