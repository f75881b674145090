import type { QueueOrder, QueueOrderKind } from '../../../shared/domain/queue/queue-order.ts';
import { queueOrderKinds } from '../../../shared/domain/queue/queue-order.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import type { SelectOption } from '../../ui/select.tsx';

interface OrderText {
  readonly name: string;
  /** One sentence. */
  readonly explained: string;
}

const texts: Record<QueueOrderKind, OrderText> = {
  unlabelled: {
    name: 'Not labelled first',
    explained: 'Interactions that nobody has labelled come first, then the others.',
  },
  import: { name: 'As imported', explained: 'Interactions come as they stand in the imported files.' },
  newest: {
    name: 'Newest first',
    explained: 'The latest interactions come first; those without a time come last.',
  },
  random: {
    name: 'Random',
    explained: 'A random order that the seed decides, so that a limit of it is a fair choice from all.',
  },
  stratified: {
    name: 'Evenly by a field',
    explained:
      'One interaction of each value of a field in turn, so that rare values are seen as often as frequent ones.',
  },
  largest_edit: {
    name: 'Largest edit first',
    explained: 'What people changed most comes first (HTER of the edit); outputs without an edit come last.',
  },
  lowest_signal: {
    name: 'Lowest rating first',
    explained: 'The lowest number of a signal comes first; interactions without it come last.',
  },
  disagreement: {
    name: 'Disagreement first',
    explained: 'Where annotators answered a question most differently comes first.',
  },
  uncertain: {
    name: 'Uncertain first',
    explained:
      'Where a simple model of the answers so far is least sure comes first, so that each label teaches most.',
  },
  one_per_group: {
    name: 'One per near-duplicate group',
    explained: 'Of interactions that say nearly the same, only the first is taken.',
  },
};

export const orderOptions: readonly SelectOption<QueueOrderKind>[] = queueOrderKinds.map((value) => ({
  value,
  name: texts[value].name,
  detail: texts[value].explained,
}));

export function orderExplained(kind: QueueOrderKind): string {
  return texts[kind].explained;
}

/** `Evenly by model`, `Disagreement first: Verdict`. */
export function orderName(order: QueueOrder, questions: readonly Question[]): string {
  const nameOf = (id: string) => questions.find((question) => question.id === id)?.name ?? id;
  const { name } = texts[order.by];
  switch (order.by) {
    case 'stratified':
      return `Evenly by ${fieldName(order.field, questions)}`;
    case 'lowest_signal':
      return `Lowest ${order.signal} first`;
    case 'disagreement':
    case 'uncertain':
      return `${name}: ${nameOf(order.question)}`;
    default:
      return name;
  }
}

const columns: Readonly<Record<string, string>> = {
  source: 'source',
  model: 'model',
  prompt_version: 'prompt version',
  cluster: 'cluster of changes',
  mode: 'failure mode of changes',
};

function fieldName(field: string, questions: readonly Question[]): string {
  const [family, name = ''] = field.split(/\.(.*)/su);
  if (family !== 'label') return columns[field] ?? name;
  return questions.find(({ id }) => id === name)?.name ?? name;
}

/** The fields that interactions can be spread over, as far as they are known beforehand. */
export function stratumOptions(
  questions: readonly Question[],
  signals: readonly string[],
): readonly SelectOption<string>[] {
  return [
    ...Object.entries(columns).map(([value, name]) => ({ value, name: capital(name) })),
    ...questions
      .filter(({ kind }) => kind !== 'text')
      .map(({ id, name }) => ({ value: `label.${id}`, name: `Answer: ${name}` })),
    ...signals.map((name) => ({ value: `signal.${name}`, name: `Signal: ${name}` })),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
