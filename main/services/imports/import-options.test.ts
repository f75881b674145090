import { describe, expect, it } from 'vitest';
import { importRows, importText, plainMapping } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { listSources } from '../../db/tables/sources.ts';
import { mappingsFor, saveMapping } from './saved-mappings.ts';

const rows = [
  { id: '1', user: 'ana@example.org', input: 'Write to bo@example.com, please.', output: 'Done.' },
  {
    id: '2',
    user: 'ana@example.org',
    input: 'And call +49 30 901820.',
    output: 'Bo (bo@example.com) knows.',
  },
  { id: '3', user: 'cy', input: 'Nothing here.', output: 'Order 4711-0815 of 2024-05-06.' },
];
const key = Buffer.alloc(32, 7).toString('base64url');

describe('options of an import', () => {
  it('leave users and texts alone unless somebody asks', async () => {
    const { database, ...project } = newProject();
    const report = await importRows({ database, ...project }, rows);
    expect(report.personalData).toBeNull();
    expect(database.prepare('SELECT DISTINCT user FROM interactions ORDER BY 1').pluck().all()).toEqual([
      'ana@example.org',
      'cy',
    ]);
  });

  it('give users pseudonyms that stay the same from import to import, and keep the key out of the file', async () => {
    const project = newProject();
    const options = { pseudonymise: true };
    await importRows(project, rows, { options, pseudonymKey: key });
    await importRows(project, [{ id: '4', user: 'cy', input: 'x', output: 'y' }], {
      options,
      pseudonymKey: key,
    });
    const users = project.database.prepare('SELECT user FROM interactions ORDER BY seq').pluck().all();
    expect(users[0]).toMatch(/^u_[\w-]{22}$/);
    expect(users[1]).toBe(users[0]);
    expect(users[3]).toBe(users[2]);
    expect(users[2]).not.toBe(users[0]);
    const stored = JSON.stringify(project.database.prepare('SELECT * FROM sources').all());
    expect(stored).not.toContain(key);
    expect(stored).not.toContain('ana@example.org');
  });

  it('count personal data by kind, and never keep a whole value', async () => {
    const project = newProject();
    const { personalData } = await importRows(project, rows, { options: { scanPersonalData: true } });
    expect(personalData).toMatchObject({ interactions: 3, affected: 2 });
    const kinds = Object.fromEntries(
      (personalData?.kinds ?? []).map(({ kind, ...counts }) => [kind, counts]),
    );
    expect(kinds).toMatchObject({
      email: { findings: 2, interactions: 2 },
      phone: { findings: 1, interactions: 1 },
    });
    expect(JSON.stringify(personalData)).not.toContain('bo@example.com');
    expect(listSources(project.database)[0]?.personalData).toEqual(personalData);
  });
});

describe('a dry run', () => {
  it('tells per field how many rows fill it, how many values there are, and what fails', async () => {
    const project = newProject();
    const text = [
      { output: 'a', rating: 4, time: '2025-01-01' },
      { output: 'b', rating: 4, time: 'soon' },
      { output: 'c', extra: 'kept' },
      { rating: 1 },
    ]
      .map((row) => JSON.stringify(row))
      .join('\n');
    const report = await importText(project, text, { mapping: plainMapping, dryRun: true });
    if (!report.ok) throw new Error(report.error.message);
    const fields = Object.fromEntries((report.value.targets ?? []).map((field) => [field.target, field]));
    expect(fields).toMatchObject({
      output: { filled: 3, empty: 1, distinct: 3, failed: 1 },
      rating: { filled: 3, empty: 1, distinct: 2, failed: 0 },
      created_at: { filled: 2, empty: 2, failed: 1 },
    });
    expect(report.value).toMatchObject({ read: 4, imported: 2, rejected: 2, unmapped: { extra: 1 } });
    expect(listSources(project.database)).toEqual([]);
  });
});

describe('rows of a tool', () => {
  const events = [
    { id: 'a', event: 'shown', text: 'One.' },
    { id: 'a', event: 'edited', text: 'One!' },
    { id: 'a', event: 'sent', text: 'One!' },
  ];

  it('are read by its adapter, unless somebody mapped the output from a column of the file itself', async () => {
    const folded = newProject();
    const all = await importText(folded, events.map((row) => JSON.stringify(row)).join('\n'));
    expect(all).toMatchObject({ ok: true, value: { imported: 1 } });
    expect(listSources(folded.database)[0]?.adapter).toBe('event-log');
    const plain = newProject();
    await importRows(plain, events, { mapping: [{ target: 'output', path: 'text' }] });
    expect(listSources(plain.database)[0]).toMatchObject({ adapter: null, read: 3 });
  });
});

describe('saved mappings', () => {
  it('are offered for files of the same columns, the newest first', () => {
    const { database } = newProject();
    const mapping = [
      { target: 'output', path: 'answer', transform: { kind: 'constant' as const, value: 'x' } },
    ];
    saveMapping(database, { name: 'Support', mapping, columns: ['id', 'answer'] }, 1);
    saveMapping(database, { name: 'Other', mapping, columns: ['somewhere', 'else'] }, 2);
    saveMapping(database, { name: 'Newer', mapping, columns: ['id', 'answer', 'user'] }, 3);
    expect(mappingsFor(database, ['id', 'answer', 'user']).map(({ name }) => name)).toEqual([
      'Newer',
      'Support',
    ]);
    expect(mappingsFor(database, ['id', 'answer'])[0]).toMatchObject({ name: 'Support', mapping });
    expect(mappingsFor(database, ['a', 'b'])).toEqual([]);
  });

  it('replace one of the same name', () => {
    const { database } = newProject();
    const first = saveMapping(database, { name: 'Support', mapping: [], columns: ['a'] }, 1);
    const second = saveMapping(database, { name: 'support', mapping: [], columns: ['b'] }, 2);
    expect(second).toMatchObject({ id: first.id, columns: ['b'] });
    expect(mappingsFor(database, ['b'])).toHaveLength(1);
  });
});
