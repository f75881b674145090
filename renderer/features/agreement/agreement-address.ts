import {
  type MeasurementLevel,
  measurementLevels,
} from '../../../shared/domain/agreement/measurement-level.ts';
import { parseJson } from '../../../shared/domain/json.ts';
import { type LabelValue, labelValueSchema } from '../../../shared/domain/schema/label-schema.ts';
import { paths } from '../../app/routes.ts';

export type Pair = readonly [string, string];

/** A cell of a pair's confusion matrix. */
export interface Cell {
  readonly first: LabelValue;
  readonly second: LabelValue;
}

/** What the agreement screen shows. Null where nobody has chosen; a cell only of a pair, a pair only of a question. */
export interface AgreementAddress {
  readonly question: string | null;
  /** Labels on parts of outputs, which belong to no question. */
  readonly parts: boolean;
  readonly level: MeasurementLevel | null;
  readonly pair: Pair | null;
  readonly cell: Cell | null;
}

/** Reads `parts=yes`, or `question=verdict&level=ordinal&pair=ana,bo&first="good"&second="bad"`; what cannot be read is not chosen. */
export function readAgreementAddress(search: string): AgreementAddress {
  const query = new URLSearchParams(search);
  const question = query.get('question');
  const pair = question === null ? null : readPair(query.get('pair') ?? '');
  const first = readValue(query.get('first'));
  const second = readValue(query.get('second'));
  return {
    question,
    parts: question === null && query.get('parts') === 'yes',
    level: measurementLevels.find((level) => level === query.get('level')) ?? null,
    pair,
    cell: pair === null || first === null || second === null ? null : { first, second },
  };
}

export function agreementPath({ question, parts, level, pair, cell }: AgreementAddress): string {
  const query = new URLSearchParams();
  if (question !== null) query.set('question', question);
  else if (parts) query.set('parts', 'yes');
  if (level !== null) query.set('level', level);
  if (pair !== null)
    query.set('pair', pair.map((name) => name.replaceAll(/[\\,]/gu, String.raw`\$&`)).join(','));
  if (cell !== null) {
    query.set('first', JSON.stringify(cell.first));
    query.set('second', JSON.stringify(cell.second));
  }
  const text = query.toString();
  return text === '' ? paths.agreement : `${paths.agreement}?${text}`;
}

/** A comma separates the names; one in a name stands behind a backslash. */
function readPair(text: string): Pair | null {
  const names = text.match(/(?:[^\\,]|\\.)+/gsu)?.map((name) => name.replaceAll(/\\(.)/gsu, '$1')) ?? [];
  const [first, second, ...others] = names;
  return first === undefined || second === undefined || others.length > 0 ? null : [first, second];
}

function readValue(text: string | null): LabelValue | null {
  if (text === null) return null;
  try {
    const value = labelValueSchema.safeParse(parseJson(text));
    return value.success ? value.data : null;
  } catch {
    return null;
  }
}
