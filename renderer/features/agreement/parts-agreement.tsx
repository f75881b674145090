import { useQuery } from '@tanstack/react-query';
import type { SpansAgreement } from '../../../shared/contract/agreement-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './agreement.module.css';
import { aboutParts, formatFigure } from './agreement-texts.ts';
import { NothingLabelled } from './empty-agreement.tsx';

export interface PartsAgreementProps {
  readonly title: string;
  /** No question has labels. */
  readonly isAlone: boolean;
}

/** How far annotators label the same parts of outputs. */
export function PartsAgreement({ title, isAlone }: PartsAgreementProps) {
  const queries = useQueries();
  const measured = useQuery({ ...queries.agreement.spans.queryOptions({ input: {} }), staleTime: 0 });
  const agreement = measured.data;
  if (agreement?.pairs.length === 0) return isAlone ? <NothingLabelled /> : <NoPartsYet />;
  return (
    <Section title={title} hint={agreement === undefined ? 'Measuring…' : summaryOf(agreement)}>
      {measured.error === null ? null : <Notice tone="error">{failureOf(measured.error).message}</Notice>}
      {agreement === undefined ? null : <PairTable agreement={agreement} />}
      <p className={styles['hint']}>{aboutParts}</p>
    </Section>
  );
}

function PairTable({ agreement }: { readonly agreement: SpansAgreement }) {
  const heads = [
    'Pair',
    'Items',
    'Parts of each',
    'Text',
    'Same ends',
    'Overlapping',
    'Same ends and failure mode',
    'Overlapping, same failure mode',
  ];
  return (
    // Takes the focus, so that the arrow keys can scroll it where it is too wide.
    <div className={styles['wide']} role="group" aria-label="Agreement on parts" tabIndex={0}>
      <table className={styles['figures']} aria-label="Pairs">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index === 0 ? undefined : styles['head']}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agreement.pairs.map(({ pair, items, spans, text, marked, named }) => (
            <tr key={pair.join('\n')}>
              <th scope="row">{pair.join(' and ')}</th>
              <td className={styles['cell']}>{formatCount(items)}</td>
              <td className={styles['cell']}>{spans.map((count) => formatCount(count)).join(' and ')}</td>
              {[text, marked.exact, marked.overlapping, named.exact, named.overlapping].map(
                (value, index) => (
                  <td key={heads[index + 3]} className={styles['cell']}>
                    {formatFigure(value)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NoPartsYet() {
  return (
    <div className={styles['empty']}>
      <h2>No two annotators labelled parts of the same outputs</h2>
      <p>
        In the review, go to a change or mark text of the output and give it a failure mode or a severity; let
        a second person do the same under their own name.
      </p>
    </div>
  );
}

function summaryOf({ items, spans, raters, pairs_left_out: others }: SpansAgreement): string {
  const summary = `${formatPlural(items, 'item')}, ${formatPlural(spans, 'label')} on parts, ${formatPlural(raters.length, 'annotator')}`;
  return others === 0 ? summary : `${summary}; ${formatPlural(others, 'pair')} with fewer items not shown`;
}
