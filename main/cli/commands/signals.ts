import type { SignalOverview, SignalsOverview } from '../../../shared/contract/signal-operations.ts';
import { countBehind } from '../../../shared/domain/signals/is-behind.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import type { Answer, CommandContext } from '../command.ts';
import { followJob } from '../follow-job.ts';
import { formatCount, formatSeconds, formatTable, oneLine, plural, shareText } from '../format.ts';
import { withFreshSignals } from '../with-fresh-signals.ts';
import { withProject } from '../with-project.ts';

export interface SignalsOptions {
  readonly recompute?: boolean;
}

/** What working out all values anew took. */
interface Recomputed {
  readonly rows: number;
  readonly seconds: number;
}

/** Signals of the catalogue with what the project has of each; with --recompute they are all worked out anew before. */
export async function signals(
  project: string,
  { recompute = false }: SignalsOptions,
  context: CommandContext,
): Promise<Answer> {
  if (!recompute)
    return withFreshSignals(project, context, async (client) => answerOf(await client.signals.overview()));
  return withProject(project, 'write', async (client) => {
    const recomputed = await recomputeAll(client, context);
    return answerOf(await client.signals.overview(), recomputed);
  });
}

async function recomputeAll(client: Client, context: CommandContext): Promise<Recomputed> {
  const startedAt = performance.now();
  const { id } = await client.signals.recompute({ all: true });
  const { rows } = await followJob(client, id, context);
  return { rows, seconds: (performance.now() - startedAt) / 1000 };
}

function answerOf(overview: SignalsOverview, recomputed?: Recomputed): Answer {
  const text = [
    ...(recomputed === undefined ? [] : [recomputedText(recomputed), '']),
    ...(overview.interactions === 0
      ? ['The project has no interactions yet. Import some first.']
      : overviewText(overview)),
  ].join('\n');
  return { json: recomputed === undefined ? overview : { ...overview, recomputed }, text };
}

function recomputedText({ rows, seconds }: Recomputed): string {
  const rate = formatCount(Math.round(rows / Math.max(seconds, 0.001)));
  return `${plural(rows, 'interaction')} worked out anew in ${formatSeconds(seconds)}: ${rate} a second`;
}

function overviewText(overview: SignalsOverview): string[] {
  const { interactions, signals: all, unused, surfaceField, segmentField, freshness } = overview;
  const behind = countBehind(freshness);
  const known = all.filter((signal) => signal.known + signal.pending > 0);
  const unknown = all.filter((signal) => signal.known + signal.pending === 0);
  return [
    `${plural(interactions, 'interaction')}; surface: ${surfaceField ?? 'none'}, segment: ${segmentField ?? 'none'}`,
    ...(behind === 0
      ? []
      : [`${plural(behind, 'interaction')} not worked out yet: the project is open elsewhere.`]),
    '',
    known.length === 0
      ? 'No signal is known. Map some when importing, or join a file of outcomes.'
      : formatTable([
          ['signal', 'kind', 'known', 'of all', 'value', 'read from'],
          ...known.map((signal) => [
            oneLine(signal.name, 40),
            signal.kind,
            signal.known,
            `${Math.round((100 * signal.known) / interactions)} %`,
            valueText(signal),
            oneLine(signal.names.join(', '), 40),
          ]),
        ]),
    ...(unknown.length === 0 ? [] : ['', `Not known: ${unknown.map(({ name }) => name).join(', ')}`]),
    ...(unused.length === 0
      ? []
      : [
          '',
          'Logged, and no signal of the catalogue (say what they mean on the signals screen):',
          formatTable(unused.map(({ name, kind, count }) => [oneLine(name, 60), kind, count])),
        ]),
  ];
}

function valueText({ unit, yes, median, low, high, pending }: SignalOverview): string {
  const waits = pending === 0 ? '' : `; ${formatCount(pending)} may still come`;
  if (unit === 'yes_no') return `${shareText(yes)}${waits}`;
  if (median === null) return waits.slice(2);
  const quartiles = low === null || high === null ? '' : ` (${inUnit(low, unit)} to ${inUnit(high, unit)})`;
  return `${inUnit(median, unit)}${quartiles}${waits}`;
}

function inUnit(value: number, unit: SignalOverview['unit']): string {
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  if (unit === 'ms') return formatSeconds(value / 1000);
  return formatCount(Math.round(value * 100) / 100);
}
