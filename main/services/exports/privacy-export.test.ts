import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrivacyOptions } from '../../../shared/domain/export/recipe-parts.ts';
import { exportFormats, type Recipe } from '../../../shared/domain/export/recipe.ts';
import { findPersonalData } from '../../../shared/domain/privacy/find-personal-data.ts';
import { findingKinds } from '../../../shared/domain/privacy/finding.ts';
import { personalDataFinders } from '../../../shared/domain/privacy/personal-data-finders.ts';
import { importRows } from '../../../tests/support/test-import.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import type { OpenProject } from '../project/open-project.ts';
import { previewExport } from './preview-export.ts';
import { privacySamples } from './privacy-samples.ts';

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};
const names = ['Anna Meyer'];
const finders = personalDataFinders(names);
const all: PrivacyOptions = { finders: [...findingKinds], names, action: 'redact' };
const mapping = (['messages', 'output', 'edit'] as const).map((name) => ({ target: name, path: name }));

const personal = 'Anna Meyer, anna@example.com, +49 30 1234567, 203.0.113.7 and 4111 1111 1111 1111';
const argumentsText = JSON.stringify({
  to: 'anna@example.com',
  note: 'Hi\nAnna Meyer',
  card: 4_111_111_111_111_111,
});
const call = { id: 'call_abc', type: 'function', function: { name: 'send', arguments: argumentsText } };
const conversations = [
  [{ role: 'user', content: `Write to ${personal}.` }],
  [
    { role: 'system', content: `You answer for ${personal}.` },
    { role: 'user', content: 'Who?' },
    { role: 'assistant', content: '', tool_calls: [call] },
    { role: 'tool', content: argumentsText, tool_call_id: 'call_abc' },
  ],
];
const personalRows = conversations.map((messages) => ({
  messages,
  output: `This is what was removed about Anna Meyer: anna@example.com.\nDear ${personal}, it ships today.`,
  edit: `Dear ${personal}, it shipped.`,
}));

function withCall({
  input,
  note,
  output,
  edit,
}: Readonly<Record<'input' | 'note' | 'output' | 'edit', string>>) {
  const sent = {
    id: 'c1',
    type: 'function',
    function: { name: 'send', arguments: JSON.stringify({ note }) },
  };
  const messages = [
    { role: 'user', content: input },
    { role: 'assistant', content: '', tool_calls: [sent] },
    { role: 'tool', content: note, tool_call_id: 'c1' },
  ];
  return { messages, output: `a ${output}`, edit: `b ${edit}` };
}

async function previewed(project: OpenProject, changes: Partial<Recipe>) {
  const result = await previewExport(project.database, { recipe: { ...recipe, ...changes }, lines: 100 });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Every text in a line of an export, and in texts that are JSON themselves. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value, ...textsIn(parsed(value))];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value)].flatMap(textsIn);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

describe('personal data of an export', () => {
  it.each(exportFormats)('is nowhere in %s', async (format) => {
    const project = newProject();
    await importRows(project, personalRows, { mapping });
    const plain = await previewed(project, { format });
    expect(plain.lines.some(({ text }) => text.includes('anna@example.com'))).toBe(true);
    for (const action of ['redact', 'mask'] as const) {
      const { lines, reports } = await previewed(project, { format, privacy: { ...all, action } });
      expect(lines.length).toBe(plain.lines.length);
      for (const { text } of lines) {
        expect(text).not.toMatch(/Meyer|example\.com|1234567|4111|203\.0/u);
        for (const part of textsIn(parsed(text) ?? text))
          expect(findPersonalData(part, finders), part).toEqual([]);
      }
      expect(reports.privacy).toMatchObject({ action, rows: personalRows.length });
    }
  });

  it('leaves no finding, whatever the texts, and arguments of calls stay JSON', async () => {
    const piece = fc.constantFrom(
      ...'anna@example.com|Anna|Meyer|Anna Meyer|+49 30 1234567|138 0013 8000|203.0.113.7|tel:|"|\\|\n| |, |1|{|}'.split(
        '|',
      ),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
    const row = fc.record({ input: text, note: text, output: text, edit: text });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 20, maxLength: 20 }),
        fc.constantFrom('redact', 'mask'),
        async (rows, action) => {
          const project = newProject();
          await importRows(project, rows.map(withCall), { mapping });
          for (const format of ['openai-chat', 'trl-preference', 'axolotl-spans'] as const) {
            const { lines } = await previewed(project, { format, privacy: { ...all, action } });
            for (const part of lines.flatMap((line) => textsIn(JSON.parse(line.text))))
              expect(findPersonalData(part, finders), part).toEqual([]);
          }
        },
      ),
      { numRuns: 5 },
    );
  });

  it('leaves rows without any as they are, byte for byte', async () => {
    const project = newProject();
    await importRows(
      project,
      [{ messages: [{ role: 'user', content: 'Hi' }], output: 'Hello {"a": 1.0}', edit: 'Hey' }],
      { mapping },
    );
    const plain = await previewed(project, { format: 'axolotl-spans' });
    const redacted = await previewed(project, { format: 'axolotl-spans', privacy: all });
    expect(redacted.lines).toEqual(plain.lines);
    expect(redacted.reports.privacy?.rows).toBe(0);
  });

  it('has one spelling in the better and the worse answer, and arguments stay JSON', async () => {
    const project = newProject();
    await importRows(project, personalRows, { mapping });
    const { lines } = await previewed(project, { format: 'openai-dpo', privacy: all });
    const row = JSON.parse(lines[0]?.text ?? '');
    const placed = 'Dear [NAME], [EMAIL], [PHONE], [IP_ADDRESS] and [PAYMENT_CARD], it ship';
    expect(row.preferred_output[0].content).toBe(`${placed}ped.`);
    expect(row.non_preferred_output[0].content).toContain(`${placed}s today.`);
    const chat = await previewed(project, { privacy: all });
    const made = JSON.parse(chat.lines[1]?.text ?? '').messages[2].tool_calls[0].function.arguments;
    expect(JSON.parse(made)).toEqual({ to: '[EMAIL]', note: 'Hi\n[NAME]', card: '[PAYMENT_CARD]' });
  });

  it('leaves rows out, counted by their rule', async () => {
    const project = newProject();
    await importRows(
      project,
      [...personalRows, { messages: [{ role: 'user', content: 'Hi' }], output: 'a', edit: 'b' }],
      { mapping },
    );
    const { counts, funnel, reports } = await previewed(project, { privacy: { ...all, action: 'drop' } });
    expect(counts).toMatchObject({ exported: 1, skipped: [{ rule: 'personal_data', rows: 2 }] });
    expect(funnel.find(({ step }) => step === 'private')).toMatchObject({
      rows: 1,
      lost: [{ rule: 'personal_data' }],
    });
    expect(reports.privacy?.kinds.find(({ kind }) => kind === 'email')).toMatchObject({
      rows: 2,
      examples: ['a…@ex….com'],
    });
  });

  it('is looked for only in the kinds that the recipe names, and precision is reported with its interval', async () => {
    const project = newProject();
    await importRows(project, personalRows, { mapping });
    const confirmed = { email: { right: 19, wrong: 1 }, phone: { right: 0, wrong: 0 } };
    const privacy: PrivacyOptions = { finders: ['phone', 'email'], action: 'redact', confirmed };
    const { lines, reports } = await previewed(project, { privacy });
    expect(lines[0]?.text).toContain('Anna Meyer, [EMAIL], [PHONE], 203.0.113.7');
    const [email, phone] = reports.privacy?.kinds ?? [];
    expect(email).toMatchObject({ kind: 'email', precision: { right: 19, wrong: 1, share: 0.95 } });
    expect(email?.precision?.low).toBeCloseTo(0.764, 3);
    expect(email?.precision?.high).toBeCloseTo(0.991, 3);
    expect(phone).toMatchObject({ kind: 'phone' });
    expect(phone?.precision).toBeUndefined();
  });

  it('keeps of texts to avoid those that people took out whole', async () => {
    const project = newProject();
    const output =
      'I am delighted to tell you everything.\nWrite to anna.maria.meyer.of.hamburg@example.com.';
    const edit = 'Write to anna@example.com.';
    await importRows(project, [{ messages: [{ role: 'user', content: 'Hi' }], output, edit }], { mapping });
    const plain = await previewed(project, { format: 'promptfoo' });
    expect(plain.lines[0]?.text).toContain('hamburg');
    const { lines } = await previewed(project, { format: 'promptfoo', privacy: all });
    expect(lines[0]?.text).not.toContain('hamburg');
    expect(lines[0]?.text).toContain('delighted');
  });

  it.each([
    [{ ...all, names: [] }, 'There is no name to find.'],
    [{ ...all, names: ['Anna', 'Email'] }, 'The listed name “EMAIL”'],
  ])('refuses names that cannot be found', async (privacy, message) => {
    const result = await previewExport(newProject().database, { recipe: { ...recipe, privacy } });
    expect(result).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
    expect(result.ok ? '' : result.error.message).toContain(message);
  });
});

describe('privacySamples', () => {
  it('draws findings by lot, one of an interaction, the same ones each time', async () => {
    const project = newProject();
    const rows = Array.from({ length: 60 }, (_, index) => ({
      messages: [{ role: 'user', content: `Question ${index}` }],
      output: `Write to a${index}@example.com or b${index}@example.com, please.`,
      edit: index % 2 === 0 ? `Write to c${index}@example.com.` : `Nothing ${index}.`,
    }));
    await importRows(project, rows, { mapping });
    const drawn = async (most: number) =>
      privacySamples(project.database, { recipe: { ...recipe, privacy: all }, kind: 'email', most });
    const first = await drawn(20);
    if (!first.ok) throw new Error(first.error.message);
    expect(first.value.matching).toBe(60);
    expect(new Set(first.value.samples.map(({ itemId }) => itemId)).size).toBe(20);
    expect(new Set(first.value.samples.map(({ place }) => place))).toEqual(new Set(['output', 'edit']));
    for (const { before, found, after } of first.value.samples) {
      expect(found).toMatch(/^[abc]\d+@example\.com$/u);
      expect(before + found + after).toMatch(/^Write to .*\.$/u);
    }
    expect(await drawn(20)).toEqual(first);
    const every = await drawn(200);
    expect(every).toMatchObject({ value: { looked: 60 } });
    expect(every.ok ? every.value.samples.length : 0).toBe(60);
  });

  it('finds nothing of a kind that is not there', async () => {
    const project = newProject();
    await importRows(project, personalRows, { mapping });
    expect(await privacySamples(project.database, { recipe, kind: 'iban' })).toEqual({
      ok: true,
      value: { samples: [], looked: 2, matching: 2 },
    });
  });
});
