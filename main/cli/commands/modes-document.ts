import type { Client } from '../../../shared/contract/contract.ts';
import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import { escapeMarkdown } from '../../../shared/domain/text/escape-markdown.ts';
import { modeStatusNames } from '../../../shared/domain/modes/mode-status.ts';
import { formatCount, plural, shareText } from '../format.ts';

type ModeList = Awaited<ReturnType<Client['modes']['list']>>;

/** All failure modes as Markdown: a table, then a section for each with what is said of it. */
export function modesDocument({ modes, unclassified, interactions }: ModeList): string {
  const counts =
    `${plural(modes.length, 'failure mode')} in ${plural(interactions, 'interaction')}; ` +
    `${plural(unclassified, 'change')} in none and in no cluster. Shares are of all interactions, with 95 % intervals.`;
  const nameOf = (id: string | null) => modes.find((mode) => mode.id === id)?.name ?? '';
  const head = ['Failure mode', 'Kind of', 'Status', 'Severity', 'Owner', 'Changes', 'Interactions', 'Share'];
  const rows = modes.map((mode) =>
    [
      mode.name,
      nameOf(mode.parent),
      modeStatusNames[mode.status].toLowerCase(),
      mode.severity ?? '',
      mode.owner ?? '',
      formatCount(mode.changes),
      formatCount(mode.interactions),
      shareText(mode.share),
    ].map((text) => escapeMarkdown(text)),
  );
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const sections = modes.map((mode) => section(mode));
  return `${['# Failure modes', counts, ...(modes.length === 0 ? [] : [table]), ...sections].join('\n\n')}\n`;
}

function section({ name, definition, inclusion, exclusion, clusters, labels }: Mode): string {
  const facts = [
    ['', definition],
    ['Belongs to it: ', inclusion],
    ['Does not belong to it: ', exclusion],
    ['Clusters: ', clusters.map((cluster) => cluster.name).join('; ')],
    ['Labels: ', labels === 0 ? '' : formatCount(labels)],
  ];
  const said = facts
    .filter(([, text]) => text !== '')
    .map(([title, text = '']) => `${title}${escapeMarkdown(text)}`);
  return [`## ${escapeMarkdown(name)}`, ...said].join('\n\n');
}
