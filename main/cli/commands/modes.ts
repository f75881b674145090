import type { Client } from '../../../shared/contract/contract.ts';
import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import type { ModeEstimate } from '../../../shared/contract/estimate-operations.ts';
import type { Answer } from '../command.ts';
import { formatCount, formatTable, oneLine, plural, printable, shareText } from '../format.ts';
import { withProject } from '../with-project.ts';
import { modesDocument } from './modes-document.ts';

export interface ModesOptions {
  readonly md?: boolean;
}

/** Lists the failure modes with their counts: as a table, with --md as a document, with --json as figures. */
export async function listModes(project: string, { md = false }: ModesOptions): Promise<Answer> {
  return withProject(project, 'read', async (client) => {
    const list = await client.modes.list();
    const { reviewed, coveredShare, isRandom, modes: estimates } = await client.modes.estimates();
    const estimateOf = new Map(estimates.map((estimate) => [estimate.id, estimate]));
    const json = {
      interactions: list.interactions,
      unclassified: list.unclassified,
      reviewed,
      coveredShare,
      isRandom,
      modes: list.modes.map((mode) => ({
        ...modeJson(mode, list.modes),
        estimate: estimateJson(estimateOf.get(mode.id)),
      })),
    };
    return { json, text: md ? printable(modesDocument(list)) : describe(list, estimateOf) };
  });
}

type ModeList = Awaited<ReturnType<Client['modes']['list']>>;

function modeJson({ id, name, definition, inclusion, exclusion, ...mode }: Mode, all: readonly Mode[]) {
  const { severity, owner, status, changes, interactions, share, labels, clusters } = mode;
  const parent = all.find((one) => one.id === mode.parent)?.name ?? null;
  return {
    id,
    name,
    definition,
    inclusion,
    exclusion,
    parent,
    status,
    severity,
    owner,
    changes,
    interactions,
    share,
    labels,
    clusters: clusters.map((cluster) => cluster.name),
  };
}

/** Among all interactions, judged from the reviewed ones. */
function estimateJson(estimate: ModeEstimate | undefined) {
  if (estimate === undefined) return null;
  const { share, low, high, found, naiveShare, effectiveSample } = estimate;
  return { share, low, high, found, naiveShare, effectiveSample };
}

function describe(
  { modes, unclassified, interactions }: ModeList,
  estimateOf: ReadonlyMap<string, ModeEstimate>,
): string {
  const counts = `${plural(modes.length, 'failure mode')}, ${plural(unclassified, 'change')} in none and in no cluster`;
  if (modes.length === 0)
    return `${counts}. Make one of a cluster or of labels in the app, or name one in a label.`;
  const rows = modes.map((mode) => [
    oneLine(mode.name, 40),
    mode.status,
    mode.severity ?? '',
    mode.owner ?? '',
    formatCount(mode.changes),
    formatCount(mode.interactions),
    shareText(mode.share),
    estimateText(estimateOf.get(mode.id)),
    formatCount(mode.labels),
  ]);
  const head = [
    'failure mode',
    'status',
    'severity',
    'owner',
    'changes',
    'interactions',
    'share',
    'estimate',
    'labels',
  ];
  return `${formatTable([head, ...rows])}\n\n${counts}, of ${plural(interactions, 'interaction')}`;
}

function estimateText(estimate: ModeEstimate | undefined): string {
  if (estimate === undefined || estimate.share === null) return '';
  const { share, low, high } = estimate;
  return shareText({ share, low, high });
}
