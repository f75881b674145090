import { describe, expect, it } from 'vitest';
import { fileName, formatBytes, formatCount, formatPlural, formatSeconds } from './format.ts';

describe('numbers as people read them', () => {
  it('groups counts and gets the plural right', () => {
    expect(formatCount(1_234_567)).toBe('1,234,567');
    expect(formatPlural(1, 'row')).toBe('1 row');
    expect(formatPlural(0, 'row')).toBe('0 rows');
    expect(formatPlural(2, 'entry', 'entries')).toBe('2 entries');
  });

  it('shows sizes in the unit that fits', () => {
    expect(formatBytes(1)).toBe('1 byte');
    expect(formatBytes(999)).toBe('999 bytes');
    expect(formatBytes(1540)).toBe('1.5 kB');
    expect(formatBytes(52_428_800)).toBe('52.4 MB');
  });

  it('shows times coarser the longer they are', () => {
    expect(formatSeconds(0.2)).toBe('under 1 s');
    expect(formatSeconds(35.4)).toBe('35 s');
    expect(formatSeconds(240)).toBe('4 min');
    expect(formatSeconds(7800)).toBe('2 h 10 min');
  });

  it('finds the name in paths of both kinds', () => {
    expect(fileName('/home/ada/mail.jsonl')).toBe('mail.jsonl');
    expect(fileName('C:\\data\\mail.jsonl')).toBe('mail.jsonl');
  });
});
