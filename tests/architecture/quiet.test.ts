import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '../../renderer');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:css|tsx?)$/.test(name),
);

/** What makes a sound, or moves by itself, whatever the system asks for. */
const restless =
  /\bnew Audio\b|AudioContext|speechSynthesis|@keyframes|\banimation\s*:|\btransition\s*:|scroll-behavior:\s*smooth|behavior: 'smooth'|\.animate\(/;

describe('the interface', () => {
  it('makes no sound and moves nothing by itself, so that nobody has to turn it off', () => {
    expect(files.length).toBeGreaterThan(250);
    expect(files.filter((name) => restless.test(readFileSync(join(renderer, name), 'utf8')))).toEqual([]);
  });
});
