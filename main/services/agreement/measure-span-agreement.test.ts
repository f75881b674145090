import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import {
  addImportedLabel,
  addImportedSpan,
  addInteractions,
  newProject,
} from '../../../tests/support/temp-project.ts';
import { importRows } from '../../../tests/support/test-import.ts';
import { type Database, prepare } from '../../db/database.ts';
import { answerersSql, interactionsWithSpansSql, markedSpansSql } from '../../db/tables/span-agreement.ts';
import { measureSpanAgreement, type SpanAgreementInput } from './measure-span-agreement.ts';

async function agreementOf(database: Database, input: SpanAgreementInput = {}) {
  const measured = await measureSpanAgreement(database, input);
  if (!measured.ok) throw new Error(measured.error.message);
  return measured.value;
}

function project() {
  const { database } = newProject();
  const ids = addInteractions(database, 5);
  database.exec(
    `INSERT INTO failure_modes (id, name, created_at) VALUES ('m1', 'Too long', 0), ('m2', 'Cliche', 0)`,
  );
  const mark = (item: number, annotator: string, start: number, end: number, failureMode = 'm1') =>
    addImportedSpan(database, ids[item] ?? '', annotator, { start, end, severity: 'minor', failureMode });
  const answer = (item: number, annotator: string) =>
    addImportedLabel(database, ids[item] ?? '', annotator, 'verdict', 'good');
  return { database, mark, answer };
}

describe('measureSpanAgreement', () => {
  it('compares what two annotators marked, with and without what they say of it', async () => {
    const { database, mark } = project();
    mark(0, 'Ana', 0, 4);
    mark(0, 'Bo', 0, 4);
    mark(1, 'Ana', 0, 4);
    mark(1, 'Bo', 2, 6, 'm2');
    expect(await agreementOf(database)).toEqual({
      items: 2,
      spans: 4,
      raters: ['Ana', 'Bo'],
      pairs: [
        {
          pair: ['Ana', 'Bo'],
          items: 2,
          spans: [2, 2],
          // Of 16 units that the two marked, 12 are of text that both marked.
          text: 12 / 16,
          marked: { exact: 1 / 2, overlapping: 1 },
          named: { exact: 1 / 2, overlapping: 1 / 2 },
        },
      ],
      pairs_left_out: 0,
    });
  });

  it('counts who answered and marked nothing, and leaves out who never marks and what one alone worked on', async () => {
    const { database, mark, answer } = project();
    mark(0, 'Ana', 0, 4);
    answer(0, 'Bo');
    answer(0, 'Cy');
    mark(1, 'Bo', 0, 4);
    mark(2, 'Ana', 0, 4);
    answer(3, 'Ana');
    answer(3, 'Bo');
    const agreement = await agreementOf(database);
    expect(agreement).toMatchObject({ items: 1, spans: 1, raters: ['Ana', 'Bo'] });
    expect(agreement.pairs).toMatchObject([{ spans: [1, 0], text: 0, marked: { exact: 0, overlapping: 0 } }]);
  });

  it('looks at the interactions and annotators that are asked for', async () => {
    const { database, mark } = project();
    for (const annotator of ['Ana', 'Bo', 'Cy']) mark(0, annotator, 0, 4);
    for (const annotator of ['Ana', 'Bo']) mark(1, annotator, 0, 4, 'm2');
    expect((await agreementOf(database)).pairs.map(({ pair, items }) => [pair, items])).toEqual([
      [['Ana', 'Bo'], 2],
      [['Ana', 'Cy'], 1],
      [['Bo', 'Cy'], 1],
    ]);
    const filter = [{ field: 'span.failure_mode', operator: '=', value: 'Cliche' }] as const;
    expect(await agreementOf(database, { filter })).toMatchObject({ items: 1, raters: ['Ana', 'Bo'] });
    expect(await agreementOf(database, { annotators: ['Ana', 'Cy'] })).toMatchObject({ items: 1 });
    expect(await measureSpanAgreement(database, { annotators: ['Ana', 'Di'] })).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
  });

  it.each([
    ['interactions', interactionsWithSpansSql, 'span_labels USING PRIMARY KEY (interaction_seq>?)'],
    ['labels', markedSpansSql, 'SEARCH s USING PRIMARY KEY (interaction_seq=?)'],
    ['answers', answerersSql, 'SEARCH l USING PRIMARY KEY (interaction_seq=?)'],
  ])('finds %s by index', (_, sql, step) => {
    const { database } = newProject();
    const parameters = [...sql.matchAll(/\?/gu)].map(() => '1');
    const plan = prepare(database, `EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
    expect(JSON.stringify(plan)).toContain(step);
  });
});

const file = resolve(import.meta.dirname, '../../../../shared/data/lamp/reannotation_150.jsonl');
const isThere = existsSync(file);

interface LampRow {
  readonly annotator: string;
  readonly preedit: string;
  readonly fine_grained_edits: readonly { readonly originalText: string; readonly categorization: string }[];
}

describe('LAMP, three writers over the same paragraphs', () => {
  it.skipIf(!isThere)(
    isThere ? 'agree as a count over characters says' : 'agree (skipped: ../shared/data is not there)',
    async () => {
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      const rows = lines.map((line): LampRow => JSON.parse(line));
      const mapping: Mapping = [
        { target: 'output', path: 'preedit' },
        { target: 'annotator', path: 'annotator' },
        { target: 'spans', path: 'fine_grained_edits' },
      ];
      const opened = newProject();
      await importRows(opened, rows, { mapping });
      const agreement = await agreementOf(opened.database);
      expect(agreement.pairs).toHaveLength(3);
      for (const { pair, items, text } of agreement.pairs) {
        const [first, second] = pair.map((name) =>
          charactersOf(rows.filter((row) => row.annotator === name)),
        );
        let [both, all, shared] = [0, 0, 0];
        for (const [output, a] of first ?? []) {
          const b = second?.get(output);
          if (b === undefined) continue;
          shared += 1;
          both += 2 * a.intersection(b).size;
          all += a.size + b.size;
        }
        expect([pair, items]).toEqual([pair, shared]);
        expect(text).toBeCloseTo(both / all, 2);
      }
    },
  );
});

/** What a writer marked of each output, by position of its characters. */
function charactersOf(rows: readonly LampRow[]): Map<string, Set<number>> {
  return new Map(
    rows.map(({ preedit, fine_grained_edits: edits }) => {
      const marked = new Set<number>();
      for (const { originalText } of edits) {
        const start = preedit.indexOf(originalText);
        if (start < 0) continue;
        for (let at = start; at < start + originalText.length; at += 1) marked.add(at);
      }
      return [preedit, marked];
    }),
  );
}
