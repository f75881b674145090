import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { compileEntry } from './compile-entry.ts';
import type { Transform } from './mapping.ts';

function read(transform: Transform, row: JsonObject, path = 'v'): Json | undefined {
  const compiled = compileEntry({ target: 'output', path, transform });
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value.read(row);
}

function refusal(transform: Transform): string {
  const compiled = compileEntry({ target: 'output', path: 'v', transform });
  if (compiled.ok) throw new Error('It was taken.');
  expect(compiled.error.code).toBe('MAPPING_INVALID');
  return compiled.error.message;
}

describe('transforms', () => {
  it('give a constant to every row, without a path', () => {
    expect(read({ kind: 'constant', value: 'v2' }, {}, '')).toBe('v2');
  });

  it('fill templates from nested values, and give nothing where all are missing', () => {
    const template = { kind: 'template', template: 'Subject: {mail.subject}\n{{{body[0]}}}' } as const;
    expect(read(template, { mail: { subject: 'Refund' }, body: ['now'] }, '')).toBe('Subject: Refund\n{now}');
    expect(read(template, { mail: { subject: 'Refund' } }, '')).toBe('Subject: Refund\n{}');
    expect(read(template, {}, '')).toBeNull();
    expect(refusal({ kind: 'template', template: 'a { b' })).toContain('brace');
  });

  it.each([
    ['DD.MM.YYYY HH:mm', '18.08.2021 15:31', '2021-08-18T15:31:00.000Z'],
    ['D/M/YY', '1/2/24', '2024-02-01T00:00:00.000Z'],
    ['MMM D, YYYY h:mm A', 'Aug 8, 2021 12:05 am', '2021-08-08T00:05:00.000Z'],
    ['YYYYMMDDHHmmssSSS', '20210818153100123', '2021-08-18T15:31:00.123Z'],
  ])('read dates of the form %s', (format, text, iso) => {
    expect(read({ kind: 'date', format }, { v: text })).toBe(iso);
  });

  it('leave a date of another form, or of no such day, for the target to refuse', () => {
    expect(read({ kind: 'date', format: 'DD.MM.YYYY' }, { v: '2021-08-18' })).toBe('2021-08-18');
    expect(read({ kind: 'date', format: 'DD.MM.YYYY' }, { v: '31.02.2021' })).toBe('31.02.2021');
    expect(refusal({ kind: 'date', format: 'HH:mm' })).toContain('YYYY');
  });

  it('replace known values and keep or drop the others', () => {
    const values = { '1': 'up', '0': 'down' };
    expect(read({ kind: 'values', values, otherwise: 'drop' }, { v: 1 })).toBe('up');
    expect(read({ kind: 'values', values, otherwise: 'keep' }, { v: 'other' })).toBe('other');
    expect(read({ kind: 'values', values, otherwise: 'drop' }, { v: 'other' })).toBeNull();
    expect(read({ kind: 'values', values, otherwise: 'drop' }, {})).toBeUndefined();
  });

  it('take a group of a pattern, and nothing where it does not match', () => {
    const regex = { kind: 'regex', pattern: '^ticket-(\\d+)', group: 1 } as const;
    expect(read(regex, { v: 'ticket-42 reopened' })).toBe('42');
    expect(read(regex, { v: 'mail' })).toBeNull();
    expect(refusal({ kind: 'regex', pattern: '(', group: 0 })).toContain('cannot be read');
    expect(refusal({ kind: 'regex', pattern: 'a', group: 1 })).toContain('no group 1');
  });

  it('answer at once where a pattern would make other engines hang', () => {
    const text = `${'a'.repeat(50_000)}!`;
    expect(read({ kind: 'regex', pattern: '^(a+)+$', group: 0 }, { v: text })).toBeNull();
  });
});
