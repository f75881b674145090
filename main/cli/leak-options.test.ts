import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { type LeakOptions, leakParts } from './leak-options.ts';

const usual: LeakOptions = { split: 0, groupBy: 'session', words: 13 };

it('says nothing that was not asked for', () => {
  expect(leakParts(usual)).toEqual({});
  expect(leakParts({ ...usual, split: 0.2, groupBy: 'interaction' })).toEqual({});
});

it('asks for a stable split where groups could be joined', () => {
  expect(leakParts({ ...usual, split: 0.2 })).toEqual({ stable: true });
  expect(leakParts({ ...usual, test: 0.1, groupBy: 'user' })).toEqual({ stable: true, test: 0.1 });
});

it('takes exact repeats out with near ones', () => {
  expect(leakParts({ ...usual, unique: true })).toEqual({ duplicates: { exact: true } });
  expect(leakParts({ ...usual, near: 0.8 })).toEqual({ duplicates: { exact: true, near: 0.8 } });
});

it('names the file by its whole path', () => {
  expect(leakParts({ ...usual, notIn: 'eval.jsonl', keepNearDuplicates: true })).toEqual({
    keepsNearDuplicates: true,
    decontaminate: { path: resolve('eval.jsonl'), words: 13 },
  });
});
