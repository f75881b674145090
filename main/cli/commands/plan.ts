import { resolve } from 'node:path';
import type { Client } from '../../../shared/contract/contract.ts';
import type { PlanCheck, PlanCode } from '../../../shared/contract/plan-operations.ts';
import { planSignalName, type PlanSignal, surfaceName } from '../../../shared/domain/plan/plan-signal.ts';
import { planStatusNames, verdictNames } from '../../../shared/domain/plan/plan-words.ts';
import type { Answer, CommandContext } from '../command.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { formatCount, formatTable, formatTime, oneLine, plural, printable } from '../format.ts';
import { withFreshSignals } from '../with-fresh-signals.ts';
import { withProject } from '../with-project.ts';

export interface PlanOptions {
  readonly suggest?: boolean;
  readonly addSuggested?: boolean;
  readonly schema?: boolean;
  readonly typescript?: boolean;
  readonly python?: boolean;
  readonly otel?: boolean;
  readonly md?: boolean;
  readonly html?: boolean;
  readonly check?: string;
  readonly out?: string;
}

/** The instrumentation plan: a list, suggestions from the audit, code, a document, or the check of a file by it. */
export async function plan(project: string, options: PlanOptions, context: CommandContext): Promise<Answer> {
  if (options.suggest === true || options.addSuggested === true)
    return withFreshSignals(project, context, async (client) =>
      suggested(client, options.addSuggested === true),
    );
  return withProject(project, 'read', async (client) => {
    if (options.check !== undefined) return checked(client, resolve(options.check));
    const what = chosen(options);
    if (what === null) return listed(client);
    if (options.out !== undefined) {
      const { path } = await client.plan.write({ what, path: resolve(options.out) });
      return { json: { path }, text: `Written to ${path}` };
    }
    const { text } =
      what === 'md' || what === 'html'
        ? await client.plan.document({ format: what })
        : await client.plan.generate({ kind: what });
    return { json: { text }, text: printable(text) };
  });
}

function chosen(options: PlanOptions): PlanCode | 'md' | 'html' | null {
  const { schema, typescript, python, otel = false, md, html } = options;
  if (otel && typescript !== true && python !== true)
    throw new UsageError({ message: '--otel goes with --typescript or --python.' });
  if (schema === true) return 'schema';
  if (typescript === true) return otel ? 'typescript-otel' : 'typescript';
  if (python === true) return otel ? 'python-otel' : 'python';
  return html === true ? 'html' : md === true ? 'md' : null;
}

async function listed(client: Client): Promise<Answer> {
  const { signals } = await client.plan.read();
  return { json: { signals }, text: listText(signals) };
}

function listText(signals: readonly PlanSignal[]): string {
  if (signals.length === 0) return 'Nothing is planned yet. See what to begin with: --suggest.';
  return formatTable([
    ['surface', 'signal', 'event', 'status', 'owner'],
    ...signals.map(({ surface, signal, event, status, owner }) => [
      oneLine(surfaceName(surface), 30),
      planSignalName(signal),
      oneLine(event, 30),
      planStatusNames[status],
      oneLine(owner, 30),
    ]),
  ]);
}

async function suggested(client: Client, adds: boolean): Promise<Answer> {
  const { suggestions } = await client.plan.suggest();
  if (suggestions.length === 0)
    return {
      json: { suggestions, added: [] },
      text: 'Nothing to add: the audit misses no signal that is not planned.',
    };
  if (!adds) {
    const rows = suggestions.map(({ title, draft }) => [planSignalName(draft.signal), oneLine(title, 70)]);
    return { json: { suggestions }, text: formatTable([['signal', 'why'], ...rows]) };
  }
  const { added } = await client.plan.add({ drafts: suggestions.map(({ draft }) => draft) });
  return { json: { added }, text: `${plural(added.length, 'signal')} added\n${listText(added)}` };
}

/** Exit code 1 where a signal of the plan is not in the file as it should be. */
async function checked(client: Client, path: string): Promise<Answer> {
  const check = await client.plan.check({ path });
  const isComplete = check.signals.every(({ verdict }) => verdict === 'complete');
  return { json: check, text: checkText(check), exitCode: isComplete ? exitCodes.done : exitCodes.failed };
}

function checkText(check: PlanCheck): string {
  const { rows, signals, unplanned, problems, problemsNotListed, first, last } = check;
  return [
    `${plural(rows, 'row')}, ${formatTime(first)} to ${formatTime(last)}`,
    '',
    signals.length === 0
      ? 'Nothing is planned yet. See what to begin with: --suggest.'
      : formatTable([
          ['signal', 'event', 'events', 'faulty', ''],
          ...signals.map(({ signal, event, events, faulty, verdict }) => [
            planSignalName(signal),
            oneLine(event, 30),
            formatCount(events),
            formatCount(faulty),
            verdictNames[verdict],
          ]),
        ]),
    ...(unplanned.length === 0
      ? []
      : [
          '',
          `Not in the plan: ${unplanned.map(({ event, events }) => `${oneLine(event, 30)} (${formatCount(events)})`).join(', ')}`,
        ]),
    ...(problems.length === 0 ? [] : ['']),
    ...problems.map(
      ({ line, event, message }) =>
        `line ${line}: ${event === null ? '' : `${oneLine(event, 30)}: `}${oneLine(message, 160)}`,
    ),
    ...(problemsNotListed > 0 ? [`and ${plural(problemsNotListed, 'problem')} more`] : []),
  ].join('\n');
}
