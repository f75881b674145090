import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { auditDocument } from './audit-document.ts';

const nasty = '<script>alert(1)</script> | [x](http://e.vil) `a` *b* # "c"';
const sourceId = '0190a0b0-0000-7000-8000-000000000000';

const report: AuditReport = {
  project: nasty,
  madeAt: Date.UTC(2026, 9, 5, 8, 30),
  freshness: { measured: 1000, total: 1000, stale: 0, isOutdated: false },
  interactions: 1000,
  silent: 100,
  signals: [
    { id: 'edited', name: 'Edited', kind: 'explicit', strength: 5, known: 400, pending: 0 },
    { id: 'copied', name: 'Copied', kind: 'implicit', strength: 2, known: 0, pending: 0 },
    { id: 'outcome.sold', name: nasty, kind: 'outcome', strength: 4, known: 50, pending: 20 },
  ],
  rows: [
    {
      surface: nasty,
      model: null,
      promptVersion: 'v1',
      interactions: 900,
      firstWeek: '2026-W38',
      lastWeek: '2026-W40',
      silent: 90,
      signals: { edited: { known: 400, pending: 0 }, 'outcome.sold': { known: 50, pending: 20 } },
    },
  ],
  rest: { rows: 3, interactions: 100, silent: 10, signals: {} },
  without: { session: 1000, user: 0, time: 12, promptVersion: 0 },
  actions: [{ action: nasty, count: 40 }],
  outcomes: [{ name: nasty, count: 50, pending: 20 }],
  unused: [{ name: nasty, what: 'metadata', count: 900 }],
  discarded: [{ what: 'rejected_row', name: 'wrong_type', source: nasty, sourceId, count: 4 }],
  unjoined: [{ source: nasty, sourceId, reason: 'no_match', count: 7, joined: 3 }],
  loops: [
    {
      loop: 'fine_tune',
      state: 'weak',
      reason: 'Edits or labels: 400 of 500.',
      needs: [{ name: 'Edits or labels', have: '400 of 500', state: 'weak' }],
    },
  ],
  gaps: [
    {
      id: 'not_collected/edited/mail',
      kind: 'not_collected',
      title: nasty,
      detail: 'Known of 0 of 100 interactions (0 %).',
      advice: 'Log the final text.',
      surface: 'mail',
      signal: 'edited',
      affected: 100,
      of: 100,
      blocks: ['fine_tune', 'few_shot'],
      weight: 15,
    },
  ],
};

const empty: AuditReport = {
  ...report,
  freshness: { measured: 0, total: 5, stale: 2, isOutdated: true },
  interactions: 0,
  silent: 0,
  signals: [],
  rows: [],
  rest: null,
  actions: [],
  outcomes: [],
  unused: [],
  discarded: [],
  unjoined: [],
  gaps: [],
};

function kindsOf(text: string): Token['type'][] {
  const found: Token['type'][] = [];
  void marked.walkTokens(marked.lexer(text), (token) => void found.push(token.type));
  return found;
}

describe('an audit as Markdown', () => {
  const text = auditDocument(report, 'md');

  it('has figures, loops, gaps, the matrix and what is left behind', () => {
    expect(text).toContain('- Without any signal: 100 (10 %)');
    expect(text).toContain('### Fine-tuning: weak');
    expect(text).toContain('- Holds back: Fine-tuning, Few-shot examples');
    expect(text).toContain('Not logged at all: Copied.');
    expect(text).toMatch(/\| 3 other groups \| 100 \| 0 % \| 0 % \| 10 % \|/);
    expect(text).toMatch(/\| All \| 1,000 \| 40 % \| 5\.0 % \| 10 % \|/);
    expect(text).toContain('no interaction matches');
    expect(text).not.toContain('not worked out yet');
  });

  it('reads imported text as text', () => {
    const kinds = kindsOf(text);
    for (const kind of ['html', 'link', 'codespan', 'em', 'code']) expect(kinds).not.toContain(kind);
    expect(kinds.filter((kind) => kind === 'table')).toHaveLength(6);
  });

  it('of an empty project says that there is nothing, and that figures are behind', () => {
    const said = auditDocument(empty, 'md');
    expect(kindsOf(said).filter((kind) => kind === 'table')).toHaveLength(1);
    expect(said).toContain('5 of 5 interactions are not worked out yet, and 2 changed since; all of them');
    expect(said).not.toMatch(/NaN|undefined|null/);
  });
});

describe('an audit as HTML', () => {
  it('has no element of imported text, and nothing that runs or is fetched', () => {
    const html = auditDocument(report, 'html');
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<(a|img|link|iframe)\b|\son\w+=|src=|href=/);
    expect(html.match(/<table>/g)).toHaveLength(6);
  });
});
