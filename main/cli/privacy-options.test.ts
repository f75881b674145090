import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { StageReports } from '../../shared/domain/export/stage-reports.ts';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import { reportLines } from './export-reports.ts';
import { addPrivacyOptions, type PrivacyFlags, privacyPart } from './privacy-options.ts';
import { addTokenOptions, type TokenFlags, tokensPart } from './token-options.ts';

function partsOf(...args: string[]) {
  const command = addTokenOptions(addPrivacyOptions(new Command('test')))
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  command.parse(args, { from: 'user' });
  const options: PrivacyFlags & TokenFlags = command.opts();
  return { ...privacyPart(options), ...tokensPart(options) };
}

describe('options of personal data', () => {
  it('are no part of a recipe where nobody asks for them', () => {
    expect(partsOf()).toEqual({});
  });

  it('name kinds in the order of the finders, all of them without names, or with a file of names', () => {
    expect(partsOf('--redact', 'phone, email')).toEqual({
      privacy: { finders: ['email', 'phone'], action: 'redact' },
    });
    const everything = ['secret', 'iban', 'payment_card', 'email', 'ip_address', 'phone'];
    expect(partsOf('--drop', 'all')).toEqual({ privacy: { finders: everything, action: 'drop' } });
    const file = join(useTempFolder(), 'names.txt');
    writeFileSync(file, 'Anna Meyer\r\n\n  lee \n');
    expect(partsOf('--mask', 'all', '--names', file)).toEqual({
      privacy: { finders: [...everything, 'name'], names: ['Anna Meyer', 'lee'], action: 'mask' },
    });
  });

  it.each([
    [['--redact', 'all', '--mask', 'all'], '--redact and --mask exclude each other'],
    [['--redact', 'emails'], 'It must be all, or some of secret,iban'],
    [['--redact', ''], 'It must be all, or some of secret,iban'],
    [['--names', 'names.txt'], '--names goes with --redact'],
    [['--redact', 'all', '--names', '/nowhere/names.txt'], 'cannot be read'],
    [['--price', '-1'], 'It must be a number of at least 0.'],
    [['--most-tokens', '0'], 'It must be a whole number of at least 1.'],
  ])('refuse %j', (args, message) => {
    expect(() => partsOf(...args)).toThrow(message);
  });
});

describe('options of tokens', () => {
  it('take a vocabulary by its name or the path of its file, or the usual one', () => {
    expect(partsOf('--tokens', 'cl100k_base')).toEqual({ tokens: { encoding: 'cl100k_base' } });
    expect(partsOf('--tokens', 'model/tokenizer.json')).toEqual({
      tokens: { encoding: { file: resolve('model/tokenizer.json') } },
    });
    expect(partsOf('--most-tokens', '4096', '--price', '2.5', '--epochs', '3')).toEqual({
      tokens: { encoding: 'o200k_base', most: 4096, pricePerMillion: 2.5, epochs: 3 },
    });
  });
});

describe('reportLines', () => {
  const kinds = [
    { kind: 'email' as const, findings: 1200, rows: 2, examples: ['a…@ex….com'] },
    { kind: 'phone' as const, findings: 0, rows: 0, examples: [] },
  ];
  const tokens = {
    encoding: 'o200k_base',
    rows: 3,
    total: 3000,
    training: 2000,
    learned: 1000,
    median: 9,
    p95: 12,
    most: 12,
    histogram: [
      { from: 0, rows: 0 },
      { from: 5, rows: 2 },
      { from: 10, rows: 1 },
    ],
    cost: 1.5,
  };

  it('tells shortly what was found and counted, and nothing of what did not run', () => {
    const precision = { right: 19, wrong: 1, share: 0.95, low: 0.764, high: 0.991 };
    const privacy: StageReports['privacy'] = {
      action: 'redact',
      rows: 2,
      kinds: kinds.map((kind) => (kind.kind === 'email' ? Object.assign(kind, { precision }) : kind)),
    };
    expect(reportLines({})).toEqual([]);
    const text = reportLines({ privacy, tokens }).join('\n');
    expect(text).toContain('personal data in 2 rows, redacted\n');
    expect(text).toContain('  email  1,200  in 2 rows  a…@ex….com  right: 95.0 % (76.4 to 99.1) of 20');
    expect(text).not.toContain('phone');
    expect(text).toContain('3,000 tokens by o200k_base: 2,000 in training, 1,000 learned');
    expect(text).toMatch(/^ {2}from {2}\s*5 {2}2 {2}#{40}$/mu);
    expect(text).not.toMatch(/from +0 /u);
    expect(text).toContain('cost of training: 1.50');
  });
});
