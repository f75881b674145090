import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleText } from '../../resources/sample/generate.ts';
import {
  createSampleLines,
  interactionCount,
  reviewedByBoth,
  reviewedEach,
  topics,
  type SampleLine,
} from '../../resources/sample/generator/sample-lines.ts';
import { labelSchemaSchema } from '../../shared/domain/schema/label-schema.ts';
import { isJsonObject, parseJson } from '../../shared/domain/json.ts';
import { compileMapping } from '../../shared/domain/mapping/map-row.ts';
import type { MappedRow } from '../../shared/domain/mapping/mapped-row.ts';
import type { Mapping } from '../../shared/domain/mapping/mapping.ts';
import { mannKendall } from '../../shared/domain/statistics/mann-kendall.ts';

const resources = join(import.meta.dirname, '../../resources');
const committed = readFileSync(join(resources, 'sample/support-mail.jsonl'), 'utf8');
const lines = committed.split('\n').slice(0, -1).map(parseLine);

function parseLine(text: string): SampleLine {
  const line: SampleLine = JSON.parse(text);
  return line;
}

function count(matches: (line: SampleLine) => boolean, among: readonly SampleLine[] = lines): number {
  return among.filter(matches).length;
}

function ofVersion(name: string): readonly SampleLine[] {
  return lines.filter((line) => line.prompt_version === name);
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

describe('the committed sample', () => {
  it('is what the generator writes, byte for byte', () => {
    expect(sampleText() === committed, 'Run `npm run sample` and commit support-mail.jsonl.').toBe(true);
  });

  it('depends on the seed', () => {
    expect(createSampleLines(1)).not.toEqual(createSampleLines(2));
  });

  it('has 400 interactions over 12 weeks in less than 1.2 MB', () => {
    expect(lines).toHaveLength(interactionCount);
    expect(interactionCount).toBe(400);
    expect(Buffer.byteLength(committed)).toBeLessThan(1_200_000);
    expect(lines[0]?.ts.slice(0, 10)).toBe('2026-06-01');
    expect(lines.at(-1)?.ts.slice(0, 8)).toBe('2026-08-');
    const weeks = new Set(lines.map(weekOf));
    expect([...weeks].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('covers more than thirty topics in four languages', () => {
    expect(topics.length).toBeGreaterThan(30);
    expect(new Set(lines.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'fr', 'nl']));
  });

  it('is ordered in time, also inside each session, and in office hours of UTC+2', () => {
    const times = lines.map(({ ts }) => Date.parse(ts));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const last = new Map<string, number>();
    for (const { session_id, ts } of lines) {
      expect(Date.parse(ts)).toBeGreaterThan(last.get(session_id) ?? 0);
      last.set(session_id, Date.parse(ts));
      expect(ts).toMatch(/T(0[89]|1[0-7]):\d\d:\d\d\+02:00$/);
    }
    for (const { ts, timing } of lines) {
      if (timing.sent_at !== null) expect(Date.parse(timing.sent_at)).toBeGreaterThan(Date.parse(ts));
    }
  });

  it('has three prompt versions that go live in weeks 1, 5 and 9', () => {
    const first = (name: string): string => ofVersion(name)[0]?.ts.slice(0, 10) ?? '';
    expect(['v1', 'v2', 'v3'].map(first)).toEqual(['2026-06-01', '2026-06-29', '2026-07-27']);
    expect(new Set(lines.map(({ prompt_version }) => prompt_version)).size).toBe(3);
    expect(ofVersion('v1').every(({ ts }) => ts < '2026-06-29')).toBe(true);
  });
});

function share(action: string, among: readonly SampleLine[] = lines): number {
  return count((line) => line.action === action, among) / among.length;
}

function isSpaceOnly({ draft, sent }: SampleLine): boolean {
  return draft.replaceAll(/\s/g, '') === sent?.replaceAll(/\s/g, '');
}

function shareKept({ draft, sent }: SampleLine): number {
  const after = new Set(sent?.split(/\s+/));
  const before = draft.split(/\s+/);
  return before.filter((word) => after.has(word)).length / before.length;
}

function averageWords(version: string): number {
  return mean(ofVersion(version).map(({ draft }) => wordsOf(draft)));
}

function timesNamed(version: string, failure: string): number {
  const reviews = ofVersion(version).flatMap(({ review }) => Object.values(review ?? {}));
  return reviews.filter(({ failure_mode }) => failure_mode === failure).length;
}

function weekOf({ ts }: SampleLine): number {
  return Math.floor((Date.parse(ts) - Date.parse('2026-06-01T00:00:00+02:00')) / (7 * 86_400_000));
}

function half(which: 'first' | 'second'): readonly SampleLine[] {
  return lines.filter((line) => weekOf(line) < 6 === (which === 'first'));
}

/** The share of each week, in order. */
function weekly(matches: (line: SampleLine) => boolean): readonly number[] {
  return Array.from({ length: 12 }, (_, week) => {
    const part = lines.filter((line) => weekOf(line) === week);
    return count(matches, part) / part.length;
  });
}

function shareUsed(part: readonly SampleLine[]): number {
  return count(({ sent }) => sent !== null, part) / part.length;
}

function shareSettled(part: readonly SampleLine[]): number {
  return count(({ outcome }) => outcome.resolved, part) / part.length;
}

function meanKept(part: readonly SampleLine[]): number {
  return mean(part.filter(({ sent }) => sent !== null).map(shareKept));
}

describe('what happens in the sample', () => {
  it('has actions in plausible shares', () => {
    expect(share('edited')).toBeGreaterThan(0.6);
    expect(share('edited')).toBeLessThan(0.72);
    expect(share('accepted')).toBeCloseTo(0.2, 1);
    expect(share('discarded')).toBeCloseTo(0.1, 1);
    expect(share('regenerated')).toBeCloseTo(0.05, 1);
  });

  it('sends what the action says', () => {
    for (const { action, draft, sent, id } of lines) {
      if (action === 'edited') expect(sent !== null && sent !== draft, id).toBe(true);
      else expect(sent, id).toBe(action === 'accepted' ? draft : null);
    }
  });

  it('has edits of every weight, some of white space alone and some that keep little', () => {
    const edited = lines.filter(({ action }) => action === 'edited');
    expect(count(isSpaceOnly, edited)).toBeGreaterThanOrEqual(3);
    expect(count((line) => shareKept(line) < 0.6, edited)).toBeGreaterThan(15);
    expect(count((line) => shareKept(line) > 0.9, edited)).toBeGreaterThan(60);
  });

  it('writes no draft twice, of 50 to 250 words, with all templates filled in', () => {
    expect(new Set(lines.map(({ draft }) => draft)).size).toBe(lines.length);
    for (const { draft, sent, messages, id } of lines) {
      expect(wordsOf(draft), id).toBeGreaterThanOrEqual(50);
      expect(wordsOf(draft), id).toBeLessThanOrEqual(250);
      const texts = [draft, sent ?? '', ...messages.map(({ content }) => content)].join('\n');
      expect(texts, id).not.toMatch(/[{}|<>~]|\$[a-z]|undefined|\.\.|lorem/i);
    }
  });

  it('names no address outside example.com', () => {
    const addresses = committed.match(/[\w.-]+@[\w.-]+\w/g) ?? [];
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !address.endsWith('@example.com'))).toEqual([]);
  });

  it('has customers who come back, and says so on the earlier draft', () => {
    const requeried = lines.filter(({ outcome }) => outcome.requeried);
    expect(requeried.length).toBeGreaterThan(50);
    for (const line of requeried) {
      const later = lines.find((other) => other.session_id === line.session_id && other.ts > line.ts);
      expect(later?.messages.at(-1)?.content, line.id).not.toBe(line.messages.at(-1)?.content);
      expect(line.outcome.resolved, line.id).toBe(false);
    }
    expect(count(({ messages }) => messages.length > 2)).toBeGreaterThan(30);
  });

  it('tells the story of its three prompts: too long, then invented, then better', () => {
    expect(averageWords('v1')).toBeGreaterThan(averageWords('v2') * 1.4);
    expect(timesNamed('v1', 'Too long')).toBeGreaterThan(3 * timesNamed('v2', 'Too long'));
    expect(timesNamed('v2', 'Invented policy')).toBeGreaterThan(2 * timesNamed('v3', 'Invented policy'));
    expect(share('accepted', ofVersion('v3'))).toBeGreaterThan(share('accepted', ofVersion('v2')));
    expect(share('accepted', ofVersion('v2'))).toBeGreaterThan(share('accepted', ofVersion('v1')));
  });

  it('has a flywheel that spins: fewer drafts are turned away, and less of them is rewritten', () => {
    expect(shareUsed(half('first'))).toBeLessThan(shareUsed(half('second')));
    expect(meanKept(half('second'))).toBeGreaterThan(meanKept(half('first')) + 0.1);
  });

  it('has a loop that is stuck: customers are as angry as before', () => {
    expect(mannKendall(weekly(({ outcome }) => outcome.customer_replied_angry))?.p).toBeGreaterThan(0.3);
  });

  it('has a paradox: more is settled in each channel, and less of all', () => {
    expect(shareSettled(half('second'))).toBeLessThan(shareSettled(half('first')) - 0.05);
    for (const channel of ['web_form', 'marketplace'] as const) {
      const [first, second] = (['first', 'second'] as const).map((which) =>
        shareSettled(half(which).filter((line) => line.channel === channel)),
      );
      expect(second, channel).toBeGreaterThan((first ?? 1) + 0.1);
    }
  });

  it('has ratings on about a third and comments only on low ones', () => {
    expect(count(({ feedback }) => feedback.rating !== null) / lines.length).toBeCloseTo(0.3, 1);
    const commented = lines.filter(({ feedback }) => feedback.comment !== null);
    expect(commented.length).toBeGreaterThan(15);
    expect(commented.every(({ feedback }) => feedback.rating !== null && feedback.rating <= 3)).toBe(true);
  });

  it('has two reviewers who overlap and do not always agree', () => {
    const by = (key: string): readonly SampleLine[] =>
      lines.filter(({ review }) => review?.[key] !== undefined);
    const both = lines.filter(({ review }) => Object.keys(review ?? {}).length === 2);
    expect(by('ada_vrba')).toHaveLength(reviewedEach);
    expect(by('tomasz_lind')).toHaveLength(reviewedEach);
    expect(both).toHaveLength(reviewedByBoth);
    const agreeing = count(
      ({ review }) => review?.['ada_vrba']?.verdict === review?.['tomasz_lind']?.verdict,
      both,
    );
    expect(agreeing).toBeGreaterThan(reviewedByBoth / 2);
    expect(agreeing).toBeLessThan(reviewedByBoth * 0.9);
  });
});

describe('the sample with its mapping', () => {
  const mapping: Mapping = JSON.parse(readFileSync(join(resources, 'sample/mapping.json'), 'utf8'));
  const compiled = compileMapping(mapping);
  const rows: MappedRow[] = [];
  if (compiled.ok) {
    for (const text of committed.split('\n').slice(0, -1)) {
      const line = parseJson(text);
      const row = isJsonObject(line) ? compiled.value(line) : undefined;
      if (row?.ok === true) rows.push(row.value);
    }
  }

  it('maps every line', () => {
    expect(compiled.ok).toBe(true);
    expect(rows).toHaveLength(lines.length);
  });

  it('brings conversation, edit, signals and both kinds of time', () => {
    expect(
      rows.every(({ messages }) => messages[0]?.role === 'system' && messages.at(-1)?.role === 'user'),
    ).toBe(true);
    expect(rows.filter(({ edits }) => edits.length > 0).length).toBe(count(({ sent }) => sent !== null));
    expect(rows.every(({ createdAt }) => createdAt?.offsetMinutes === 120)).toBe(true);
    const names = new Set(rows.flatMap(({ signals }) => signals.map(({ name }) => name)));
    for (const name of [
      'action',
      'rating',
      'comment',
      'dwell_ms',
      'time_to_send_s',
      'requeried',
      'resolved',
      'csat',
    ])
      expect(names).toContain(name);
  });

  it('answers only questions of the built-in label schema, with its values', () => {
    const schema = labelSchemaSchema.parse(
      JSON.parse(readFileSync(join(resources, 'label-schemas/review.json'), 'utf8')),
    );
    const labels = rows.flatMap((row) => row.labels);
    expect(labels.filter(({ question }) => question === 'verdict')).toHaveLength(2 * reviewedEach);
    expect(new Set(labels.map(({ annotator }) => annotator))).toEqual(new Set(['Ada Vrba', 'Tomasz Lind']));
    for (const { question, value } of labels) {
      const asked = schema.questions.find(({ id }) => id === question);
      expect(asked, question).toBeDefined();
      if (asked?.kind === 'single_choice') expect(asked.options.map(({ id }) => id)).toContain(value);
      if (asked?.kind === 'scale')
        expect(typeof value === 'number' && value >= asked.min && value <= asked.max).toBe(true);
    }
  });

  it('leaves nothing over but language and channel', () => {
    expect(new Set(rows.flatMap(({ meta }) => Object.keys(meta)))).toEqual(new Set(['language', 'channel']));
  });
});
