import { resolve } from 'node:path';
import type { Client } from '../../../shared/contract/contract.ts';
import type { VelocityInput } from '../../../shared/contract/velocity-operations.ts';
import type { Answer, CommandContext } from '../command.ts';
import { UsageError } from '../failure.ts';
import { printable } from '../format.ts';
import { comparisonTable, velocityTable } from '../velocity-table.ts';
import { parseComparison, parseOnly } from '../velocity-options.ts';
import { withFreshSignals } from '../with-fresh-signals.ts';

export interface VelocityOptions {
  readonly by?: NonNullable<VelocityInput['by']>;
  readonly from?: string;
  readonly to?: string;
  readonly only: readonly string[];
  /** Such as `prompt_version:v1,v2`. */
  readonly compare?: string;
  /** Such as `2026-W40`, or `latest`. */
  readonly digest?: string;
  readonly md?: boolean;
  readonly html?: boolean;
  readonly json?: boolean;
  readonly out?: string;
}

/** Whether the flywheel spins: a table, a document, or with --json the figures. */
export async function velocity(
  project: string,
  options: VelocityOptions,
  context: CommandContext,
): Promise<Answer> {
  const { from, to, by, only: filters, compare, digest } = options;
  const only = parseOnly(filters);
  const time = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const input = { ...time, ...(by === undefined ? {} : { by }), only };
  const compared = compare === undefined ? null : parseComparison(compare);
  const format = options.html === true ? 'html' : options.md === true ? 'md' : null;
  const isDocument = format !== null || digest !== undefined || options.out !== undefined;
  if (compared !== null && isDocument)
    throw new UsageError({
      message: '--compare gives a table, or figures with --json. Leave the document out.',
    });
  return withFreshSignals(project, context, async (client) => {
    if (compared !== null) {
      const answer = await client.velocity.compare({ ...time, only, ...compared });
      return { json: answer, text: comparisonTable(answer) };
    }
    if (digest !== undefined) return digestOf(client, digest, format ?? 'md', options.out);
    if (options.out !== undefined)
      return written(
        await client.velocity.write({ ...input, format: format ?? 'md', path: resolve(options.out) }),
      );
    if (format !== null)
      return { json: null, text: printable((await client.velocity.document({ ...input, format })).text) };
    const report = await client.velocity.report(input);
    return { json: report, text: velocityTable(report, by) };
  });
}

async function digestOf(
  client: Client,
  named: string,
  format: 'md' | 'html',
  out: string | undefined,
): Promise<Answer> {
  const week = named === 'latest' ? {} : { week: named };
  if (out !== undefined)
    return written(await client.velocity.writeDigest({ ...week, format, path: resolve(out) }));
  const digest = await client.velocity.digest({ ...week, format });
  return { json: digest, text: printable(digest.text) };
}

function written(file: { readonly path: string }): Answer {
  return { json: file, text: `Written to ${file.path}` };
}
