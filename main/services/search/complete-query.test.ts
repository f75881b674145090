import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addImportedLabel, newProject } from '../../../tests/support/temp-project.ts';
import { importRows } from '../../../tests/support/test-import.ts';
import { type Database, prepare } from '../../db/database.ts';
import { completeQuery } from './complete-query.ts';

async function project(): Promise<Database> {
  const opened = newProject();
  const { database } = opened;
  const rows = ['gpt small', 'gpt-large', 'other'].map((model, index) => ({
    input: 'hello',
    output: `answer ${index}`,
    model,
    session: `s${index}`,
    prompt_version: `v${index}`,
    rating: 3,
    action: 'accepted',
  }));
  await importRows(opened, rows, { name: 'my file.jsonl' });
  database.exec(`INSERT INTO failure_modes (id, name, created_at) VALUES ('mode-1', 'Too long', 0)`);
  const id = String(prepare(database, 'SELECT id FROM interactions').pluck().get());
  addImportedLabel(database, id, 'Ana María', 'topics', ['billing', 'late']);
  return database;
}

/** The query with `|` at the caret, and what is offered, the first inserted. */
function complete(database: Database, marked: string) {
  const caret = marked.indexOf('|');
  const query = marked.replace('|', '');
  const { from, to, options } = completeQuery(database, { query, caret });
  const [first] = options;
  return {
    names: options.map(({ name }) => name),
    result: first === undefined ? query : `${query.slice(0, from)}${first.text}${query.slice(to)}`,
  };
}

describe('completeQuery', () => {
  it.each([
    ['lab|', 'labelled:'],
    ['refund -mod|', 'refund -model:'],
    ['label.top|', 'label.topics:'],
    ['signal.act|', 'action:'],
    ['fail|', 'failure_mode:'],
    ['crea|', 'created_at>='],
    ['labelled:|', 'labelled:yes'],
    ['labelled:n| refund', 'labelled:no refund'],
    ['labelled:n|maybe', 'labelled:nomaybe'.replace('maybe', '')],
    ['model:sma|', 'model:"gpt small"'],
    ['model="gpt s|', 'model="gpt small"'],
    ['model!=oth|', 'model!=other'],
    ['session=s2|', 'session=s2'],
    ['source:|', 'source:"my file.jsonl"'],
    ['prompt_version:v2|', 'prompt_version:v2'],
    ['labelled_by:|', 'labelled_by:"Ana María"'],
    ['label.verdict:ba|', 'label.verdict:bad'],
    ['label.topics:|', 'label.topics:billing'],
    ['failure_mode:too|', 'failure_mode:"Too long"'],
    ['label.topics@|', '"label.topics@Ana María":'],
    ['failure_mode@an|', '"failure_mode@Ana María":'],
    ['"label.topics@Ana María":|', '"label.topics@Ana María":billing'],
    ['label.verdict@ana:ba|', 'label.verdict@ana:bad'],
    ['action:|', 'action:accepted'],
    ['a | b', 'a labelled: b'],
    ['nothing_like_it|', 'nothing_like_it'],
    ['colour:|', 'colour:'],
  ])('turns %s into %s', async (marked, result) => {
    expect(complete(await project(), marked).result).toBe(result);
  });

  it('shows options by their names', async () => {
    expect(complete(await project(), 'label.verdict:|').names).toEqual(['Good', 'Needs work', 'Bad']);
  });

  it('never throws, wherever the caret is', async () => {
    const database = await project();
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        'model',
        ':',
        '"',
        'label.',
        'signal.',
        ' ',
        '-',
        '%',
        '_',
        '\\',
        '\0',
        "'",
        'session=',
        'label.topics=',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(40), (pieces, caret) => {
        const query = pieces.join('');
        const { from, to, options } = completeQuery(database, { query, caret });
        expect(from).toBeLessThanOrEqual(to);
        expect(options.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 300 },
    );
  });
});
