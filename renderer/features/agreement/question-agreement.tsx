import { useQuery } from '@tanstack/react-query';
import type { Agreement, AgreementQuestion } from '../../../shared/contract/agreement-operations.ts';
import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { formatPlural } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import type { AgreementAddress } from './agreement-address.ts';
import { questionCommands } from './agreement-commands.ts';
import styles from './agreement.module.css';
import { levelOptions, readingHint } from './agreement-texts.ts';
import { NobodyToCompare } from './empty-agreement.tsx';
import { OverallFigures } from './overall-figures.tsx';
import { PairDetails } from './pair-details.tsx';
import { PairMatrix } from './pair-matrix.tsx';

/** Enough for the matrices of a few annotators; of a crowd, the chosen pair's is asked for by itself. */
const mostCells = 10_000;

export interface QuestionAgreementProps {
  readonly question: string;
  /** Undefined for a question that an address asks for in vain. */
  readonly known: AgreementQuestion | undefined;
  readonly address: AgreementAddress;
  readonly onShow: (next: Partial<AgreementAddress>) => void;
}

/** How far annotators agree on one question: all of them, each pair, and the pair that is chosen. */
export function QuestionAgreement({ question, known, address, onShow }: QuestionAgreementProps) {
  const queries = useQueries();
  const { level, pair, cell } = address;
  const schema = useQuery(queries.review.schema.queryOptions()).data;
  const measured = useQuery(
    queries.agreement.measure.queryOptions({
      input: { question, cells: mostCells, ...(level === null ? {} : { level }) },
      // Labels may have changed since; whoever comes back sees the old figures until the new ones are there.
      staleTime: 0,
    }),
  );
  const agreement = measured.data;
  const name = known?.name ?? question;
  const shownLevel = level ?? agreement?.level ?? known?.level ?? 'nominal';
  const setLevel = (next: MeasurementLevel) => onShow({ level: next, cell: null });
  useCommands(
    'agreement-question',
    questionCommands({
      nextLevel: () => {
        const at = levelOptions.findIndex(({ value }) => value === shownLevel);
        setLevel(levelOptions[(at + 1) % levelOptions.length]?.value ?? 'nominal');
      },
      goToPairs: () => focusFirst('[data-pairs] button[tabindex="0"]'),
      goToMatrix: () => focusFirst('[data-pair] [role=grid] button[tabindex="0"]'),
      goToItems: () => focusFirst('[data-items] [role=option]'),
      hasPair: pair !== null,
      hasCell: cell !== null,
    }),
  );
  return (
    <>
      <Section
        title={name}
        hint={measured.error === null ? summaryOf(agreement) : undefined}
        actions={
          <>
            <span className={styles['level']}>
              Level <KeyHint command="agreement.level" />
            </span>
            <Select
              label="Level of measurement"
              isLabelHidden
              options={levelOptions}
              value={shownLevel}
              onChange={setLevel}
            />
          </>
        }
      >
        {measured.error === null ? (
          <OverallFigures agreement={agreement} />
        ) : (
          <Notice tone="error">{failureOf(measured.error).message}</Notice>
        )}
        <p className={styles['hint']}>{readingHint}</p>
        {agreement === undefined || agreement.labels_left_out === 0 || agreement.items === 0 ? null : (
          <Notice tone="info">
            {`${formatPlural(agreement.labels_left_out, 'label')} without a place on an ${agreement.level} scale left out.`}
          </Notice>
        )}
      </Section>
      {agreement === undefined ? null : agreement.items === 0 ? (
        <NobodyToCompare agreement={agreement} name={name} />
      ) : (
        <Section title="Pairs" hint={pairsHint(agreement)}>
          <div data-pairs>
            <PairMatrix
              agreement={agreement}
              chosen={pair}
              onChoose={(next) => onShow({ pair: next, cell: null })}
            />
          </div>
        </Section>
      )}
      {pair === null ? null : (
        <div className={styles['pair']} data-pair>
          <PairDetails
            question={question}
            asked={schema?.questions.find(({ id }) => id === question)}
            level={level}
            pair={pair}
            all={agreement}
            cell={cell}
            onChoose={(next) => onShow({ cell: next })}
          />
        </div>
      )}
    </>
  );
}

/** Within the screen; where it is not there, the focus stays. */
function focusFirst(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function summaryOf(agreement: Agreement | undefined): string {
  if (agreement === undefined) return 'Measuring…';
  const { items, labels, raters } = agreement;
  return `${formatPlural(items, 'item')} with labels of two or more, ${formatPlural(labels, 'label')}, ${formatPlural(raters.length, 'annotator')}`;
}

function pairsHint({ pairs_left_out: others }: Agreement): string {
  const hint = 'Cohen’s kappa with its interval; choose a pair to see where they differ.';
  return others === 0 ? hint : `${hint} ${formatPlural(others, 'pair')} with fewer items not shown.`;
}
