import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = resolve(import.meta.dirname, '../../renderer');
const tokens = readFileSync(join(renderer, 'ui/tokens.css'), 'utf8');
const dark = /:root\[data-theme='dark'\] \{(?<body>[^}]*)\}/.exec(tokens)?.groups?.['body'] ?? '';
const declarations = [...dark.matchAll(/^ {2}([\w-]+): (.+);$/gm)].map(([, name = '', value = '']) => ({
  name,
  value,
}));

/** A colour, or a shadow of the same size in another one. */
const colour = /^(?:0 8px 28px )?(?:#[\da-f]{6}|(?:hsl|rgb)\([\d\s%/]+\))$/;

describe('the dark theme', () => {
  it('changes colours and nothing else, so that one theme says what is on a page', () => {
    expect(declarations.length).toBeGreaterThan(35);
    expect(declarations.filter(({ name, value }) => name !== 'color-scheme' && !colour.test(value))).toEqual(
      [],
    );
  });

  it('is made of tokens alone', () => {
    const styles = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.css'),
    );
    expect(styles.length).toBeGreaterThan(80);
    const own = styles.filter((name) =>
      /data-theme|prefers-color-scheme|light-dark\(/.test(readFileSync(join(renderer, name), 'utf8')),
    );
    expect(own).toEqual(['ui/tokens.css']);
  });
});
