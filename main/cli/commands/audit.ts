import { resolve } from 'node:path';
import type { AuditReport } from '../../../shared/contract/audit-operations.ts';
import { loopNames, loopStateNames } from '../../../shared/domain/audit/audit-words.ts';
import { countBehind } from '../../../shared/domain/signals/is-behind.ts';
import type { Answer, CommandContext } from '../command.ts';
import { formatCount, formatTable, oneLine, plural, printable } from '../format.ts';
import { withFreshSignals } from '../with-fresh-signals.ts';

export interface AuditOptions {
  readonly md?: boolean;
  readonly html?: boolean;
  readonly json?: boolean;
  readonly out?: string;
}

/** What is logged, used and thrown away: a short text, a document, or with --json the figures. */
export async function audit(
  project: string,
  options: AuditOptions,
  context: CommandContext,
): Promise<Answer> {
  const format = options.html === true ? 'html' : options.md === true ? 'md' : null;
  return withFreshSignals(project, context, async (client) => {
    if (options.out !== undefined) {
      const { path } = await client.audit.write({ format: format ?? 'md', path: resolve(options.out) });
      return { json: { path }, text: `Written to ${path}` };
    }
    if (options.json === true) return { json: await client.audit.report(), text: '' };
    if (format !== null)
      return { json: null, text: printable((await client.audit.document({ format })).text) };
    return { json: null, text: summaryOf(await client.audit.report()) };
  });
}

/** Gaps that the text names; a document has all of them. */
const listed = 10;

function summaryOf(report: AuditReport): string {
  const { interactions, silent, signals, loops, gaps } = report;
  if (interactions === 0) return 'The project has no interactions yet. Import some first.';
  const logged = signals
    .filter(({ known, pending }) => known + pending > 0)
    .map(({ name, known, pending }) => [
      oneLine(name, 40),
      known,
      `${percent(known, interactions)}${pending === 0 ? '' : `, ${formatCount(pending)} may still come`}`,
    ]);
  return [
    `${plural(interactions, 'interaction')}, ${percent(silent, interactions)} without any signal`,
    freshnessOf(report),
    '',
    logged.length === 0 ? 'No signal is logged.' : formatTable([['signal', 'known', 'share'], ...logged]),
    '',
    formatTable(
      loops.map(({ loop, state, reason }) => [loopNames[loop], loopStateNames[state], oneLine(reason, 110)]),
    ),
    '',
    gaps.length === 0
      ? 'No gaps.'
      : formatTable([
          ['gap', 'figures', 'weight'],
          ...gaps
            .slice(0, listed)
            .map(({ title, detail, weight }) => [oneLine(title, 60), oneLine(detail, 60), weight.toFixed(1)]),
        ]),
    gaps.length > listed ? `${plural(gaps.length - listed, 'more gap')}: see --md.` : '',
  ]
    .filter((line, place, lines) => line !== '' || (lines[place - 1] ?? '') !== '')
    .join('\n')
    .trimEnd();
}

/** Empty where the figures are those of the project as it is. */
function freshnessOf({ freshness }: AuditReport): string {
  const behind = countBehind(freshness);
  return behind === 0
    ? ''
    : `${plural(behind, 'interaction')} not worked out: the project is open elsewhere.`;
}

function percent(part: number, all: number): string {
  return `${all === 0 ? 0 : Math.round((100 * part) / all)} %`;
}
