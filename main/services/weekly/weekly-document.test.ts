import * as fc from 'fast-check';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import type { WeeklyDecision, WeeklyReport, WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import { wilsonInterval } from '../../../shared/domain/statistics/wilson-interval.ts';
import { weeklyDocument } from './weekly-document.ts';
import { changeText } from '../documents/write-markdown.ts';
import { escapeMarkdown } from '../../../shared/domain/text/escape-markdown.ts';

const nasty = '<script>alert(1)</script> | [x](http://e.vil) `a` *b* ~~c~~ # d & "e" \'f\'';
const id = '0190a0b0-0000-7000-8000-000000000000';

function count(interactions: number, of: number) {
  return { interactions, of, share: wilsonInterval(interactions, of) };
}

const change = {
  interactionId: id,
  place: '4-7',
  before: `the ${nasty}`,
  removed: 'big',
  added: nasty,
  after: ' dog',
  comments: [nasty],
  clusterId: null,
  failureMode: null,
  how: null,
  similarity: 1,
  week: '2026-W40',
  createdAt: 0,
};

const decision: WeeklyDecision = {
  week: '2026-W40',
  subject: id,
  decision: 'change_prompt',
  owner: nasty,
  due: '2026-10-09',
  note: nasty,
  annotator: 'Ana',
  at: 0,
};

const row: WeeklyRow = {
  subject: { kind: 'mode', id },
  name: nasty,
  colour: 1,
  status: 'open',
  severity: 'major',
  owner: null,
  state: 'growing',
  thisWeek: count(20, 100),
  lastWeek: count(4, 100),
  before: count(16, 400),
  difference: { difference: 0.16, low: 0.09, high: 0.25, test: 'z', p: 0.0001, q: 0.0004 },
  trend: { weeks: 6, tau: 0.5, p: 0.2 },
  weeks: [],
  typical: [change],
  borderline: [change],
  decision,
  earlier: null,
};

const report: WeeklyReport = {
  week: '2026-W40',
  firstDay: '2026-09-28',
  lastDay: '2026-10-04',
  isOver: true,
  totals: { interactions: 100, edited: 37, changes: 37, unclassified: 2, lastWeek: 100, before: 400 },
  promptVersions: [{ name: nasty, liveFrom: 0, day: '2026-09-29' }],
  rows: [row, { ...row, state: 'steady', decision: null, subject: { kind: 'cluster', id } }],
  open: [{ ...decision, week: '2026-W38', about: { kind: 'mode', id, name: nasty }, isOverdue: true }],
};

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  void marked.walkTokens(marked.lexer(text), (token) => void found.push(token));
  return found;
}

describe('a week as Markdown', () => {
  const text = weeklyDocument(report, 'md', { name: nasty });

  it('has figures, changes, decisions and what is open', () => {
    expect(text).toContain('- This week: 20.0 % (13.3 to 28.9), 20 of 100');
    expect(text).toContain(
      '- Difference: +16.0 points (+9.0 to +25.0), p below 0.001, q below 0.001, z test',
    );
    expect(text).toContain('~~big~~**');
    expect(text).toContain('Change the prompt');
    expect(text).toContain('2026-10-09, overdue');
    expect(text).toContain('1 of 2 decided.');
  });

  it('reads imported text as text', () => {
    const kinds = new Set(tokensOf(text).map(({ type }) => type));
    for (const kind of ['html', 'link', 'image', 'codespan', 'em', 'code', 'blockquote'])
      expect([...kinds]).not.toContain(kind);
    expect(tokensOf(text).filter(({ type }) => type === 'table')).toHaveLength(3);
  });
});

const words = fc
  .array(
    fc.constantFrom(
      'a',
      '1.',
      '- ',
      '+',
      '*',
      '_',
      '~',
      '`',
      '<b>',
      '|',
      '\\',
      ' ',
      '\n',
      '!',
      '[',
      ']',
      '(',
      ')',
      'www.',
      'http://a.b',
      '&lt;',
      '#',
      '=',
      '>',
      '日',
      '.',
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

describe('Markdown of one change', () => {
  it('is one paragraph of plain text outside of the marks', () => {
    fc.assert(
      fc.property(words, (text) => {
        const kinds = tokensOf(`- ${escapeMarkdown(text)}`).map(({ type }) => type);
        expect(
          kinds.filter((kind) => !['list', 'list_item', 'text', 'escape', 'space'].includes(kind)),
        ).toEqual([]);
        expect(kinds.filter((kind) => kind === 'list')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('strikes what was removed and marks what was added, inside of words too', () => {
    fc.assert(
      fc.property(words, words, words, words, (before, removed, added, after) => {
        const tokens = tokensOf(
          `- ${changeText({ before: `x${before}`, removed, added, after, comments: [] })}`,
        );
        const marks = tokens
          .filter(({ type }) => type === 'del' || type === 'strong')
          .map(({ type }) => type);
        const expected = [removed === '' ? [] : ['del'], added === '' ? [] : ['strong']].flat();
        expect(marks).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a week as HTML', () => {
  const html = weeklyDocument(report, 'html', { name: nasty });

  it('has no element of imported text, and nothing that runs or is fetched', () => {
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<(a|img|link|iframe)\b|\son\w+=|src=|href=/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain(`default-src 'none'`);
  });

  it('strikes and underlines', () => {
    expect(html).toContain('<del>big</del><ins>');
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html).toContain('@media print');
  });
});
