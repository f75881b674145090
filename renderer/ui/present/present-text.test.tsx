// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { colourCode } from './colour-code.ts';
import { ColouredText } from './coloured-text.tsx';
import { colouredParts } from './colours.ts';
import { MarkdownBlock } from './markdown-block.tsx';
import { markdownRows } from './markdown-rows.ts';

afterEach(cleanup);

const code = 'const a = "x"; // why\nfunction f() { return 12; }\n';

function coloured(text: string, allCode = true, language: string | null = null) {
  return colouredParts(text, 0, colourCode(text, allCode, language))
    .filter((part) => part.colour !== null)
    .map((part) => `${part.colour}: ${part.text}`);
}

describe('colours of code', () => {
  it('name what a stretch is', () => {
    expect(coloured(code, true, 'javascript')).toEqual([
      'keyword: const',
      'string: "x"',
      'comment: // why',
      'keyword: function',
      'name: f',
      'keyword: return',
      'number: 12',
    ]);
  });

  it('are given to what stands between fences only, where there are fences', () => {
    const text = `return 1\n\n\`\`\`js\nreturn 2\n\`\`\`\nreturn 3\n`;
    expect(coloured(text)).toEqual(['keyword: return', 'number: 2']);
    expect(coloured('return 1', false)).toEqual([]);
    expect(coloured('constructor', true, 'constructor')).toEqual([]);
  });

  it('change no character, wherever a stretch is cut', () => {
    fc.assert(
      fc.property(
        fc.nat(code.length),
        fc.nat(code.length),
        fc.string({ unit: 'grapheme' }),
        (a, b, extra) => {
          const text = code + extra;
          const colours = colourCode(text, true, 'typescript');
          const [start, end] = [Math.min(a, b), Math.max(a, b) + extra.length];
          const { container, unmount } = render(
            <ColouredText text={text.slice(start, end)} at={start} colours={colours} />,
          );
          expect(container.textContent).toBe(text.slice(start, end));
          unmount();
        },
      ),
      { numRuns: 100 },
    );
  });
});

function rendered(text: string): HTMLElement {
  const { container } = render(
    markdownRows(text, text).map(({ right }, index) =>
      // oxlint-disable-next-line react/no-array-index-key
      right === null ? null : <MarkdownBlock key={index} token={right} />,
    ),
  );
  return container;
}

describe('Markdown as it displays', () => {
  it('has emphasis, lists, tables, quotes and code', () => {
    const page = rendered(
      '# Title\n\nSome **bold**, *slanted* & `code` &copy; &unknown;\n\n1. one\n2. two\n   - inner\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quoted\n\n```js\nlet a;\n```\n\n- [x] done\n',
    );
    expect(page.querySelector('strong')?.textContent).toBe('bold');
    expect(page.querySelector('em')?.textContent).toBe('slanted');
    expect(page.querySelectorAll('ol > li')).toHaveLength(2);
    expect(page.querySelector('ol ul li')?.textContent).toBe('inner');
    expect([...page.querySelectorAll('th, td')].map((cell) => cell.textContent)).toEqual([
      'a',
      'b',
      '1',
      '2',
    ]);
    expect(page.querySelector('blockquote')?.textContent).toBe('quoted');
    expect(page.querySelector('pre')?.textContent).toBe('let a;');
    expect(page.textContent).toContain('code © &unknown;');
    expect(page.textContent).toContain('☑ done');
    expect(page.querySelector('h1, h2, h3')).toBeNull();
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x()">b</b> c',
    '[a](javascript:alert(1))',
    '![a](https://example.com/pixel.png)',
    '<https://example.com>',
    'https://example.com',
    '<iframe src="https://example.com"></iframe>',
    '<svg><script>alert(1)</script></svg>',
    '&lt;img src=x&gt;',
  ])('makes no element that loads, runs or leads anywhere of %s', (text) => {
    const page = rendered(`${text}\n\n${text} and more`);
    expect(page.querySelector('script, img, iframe, svg, a, b, object, style, link')).toBeNull();
    for (const element of page.querySelectorAll('*'))
      for (const { name } of element.attributes)
        expect(['class', 'title', 'data-level', 'start']).toContain(name);
  });

  it('takes any text without failing', () => {
    const parts = [
      '# ',
      '* ',
      '**',
      '_',
      '`',
      '```\n',
      '> ',
      '| a |\n',
      '|-|\n',
      '[',
      '](',
      ')',
      '\n',
      '<b>',
      '&amp;',
      'x',
      '  ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (chosen) => {
        rendered(chosen.join(''));
        cleanup();
      }),
      { numRuns: 200 },
    );
  });

  it('stands block beside block, those that differ marked', () => {
    const rows = markdownRows('# A\n\none\n\ntwo\n\nend', '# A\n\none\n\nnew\n\nthree\n\nend').map(
      ({ left, right, isChanged }) => [left?.raw.trim(), right?.raw.trim(), isChanged],
    );
    expect(rows).toEqual([
      ['# A', '# A', false],
      ['one', 'one', false],
      ['two', 'new', true],
      [undefined, 'three', true],
      ['end', 'end', false],
    ]);
  });
});
