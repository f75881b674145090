import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Agreement, AgreementQuestion } from '../../../shared/contract/agreement-operations.ts';
import type { MeasurementLevel } from '../../../shared/domain/agreement/measurement-level.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { formatPlural } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { type AgreementAddress, agreementPath, readAgreementAddress } from './agreement-address.ts';
import { agreementCommands } from './agreement-commands.ts';
import styles from './agreement.module.css';
import { levelName, levelOptions, readingHint } from './agreement-texts.ts';
import { NobodyToCompare, NothingLabelled } from './empty-agreement.tsx';
import { OverallFigures } from './overall-figures.tsx';
import { PairDetails } from './pair-details.tsx';
import { PairMatrix } from './pair-matrix.tsx';

/** How far annotators agree: by question, by pair, and by the items behind each difference. */
export function AgreementScreen() {
  const queries = useQueries();
  const questions = useQuery({ ...queries.agreement.questions.queryOptions(), staleTime: 0 });
  if (questions.error !== null) {
    return (
      <Page title="Agreement">
        <Notice tone="error">{failureOf(questions.error).message}</Notice>
      </Page>
    );
  }
  if (questions.data === undefined) return <Page title="Agreement">{null}</Page>;
  if (questions.data.length === 0) {
    return (
      <Page title="Agreement">
        <NothingLabelled />
      </Page>
    );
  }
  return <LoadedAgreement questions={questions.data} />;
}

function LoadedAgreement({ questions }: { readonly questions: readonly AgreementQuestion[] }) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const address = useMemo(() => readAgreementAddress(search), [search]);
  const question = address.question ?? questions[0]?.question ?? '';
  const place = questions.findIndex((candidate) => candidate.question === question);
  const schema = useQuery(queries.review.schema.queryOptions()).data;
  const asked = schema?.questions.find(({ id }) => id === question);
  const { level, pair, cell } = address;
  const measured = useQuery(
    queries.agreement.measure.queryOptions({
      input: { question, confusion: false, ...(level === null ? {} : { level }) },
      // Labels may have changed since; whoever comes back sees the old figures until the new ones are there.
      staleTime: 0,
    }),
  );
  const agreement = measured.data;
  const shownLevel = level ?? agreement?.level ?? questions[place]?.level ?? 'nominal';
  const show = (next: Partial<AgreementAddress>) =>
    navigate(agreementPath({ ...address, question, ...next }), { replace: true });
  const goTo = (index: number) => {
    const target = questions[index];
    if (target !== undefined) show({ question: target.question, level: null, pair: null, cell: null });
  };
  const setLevel = (next: MeasurementLevel) => show({ level: next, cell: null });
  const measureAgain = () => void queryClient.invalidateQueries({ queryKey: queries.agreement.key() });
  useCommands(
    'agreement',
    agreementCommands({
      next: () => goTo(place + 1),
      previous: () => goTo(place - 1),
      nextLevel: () => {
        const at = levelOptions.findIndex(({ value }) => value === shownLevel);
        setLevel(levelOptions[(at + 1) % levelOptions.length]?.value ?? 'nominal');
      },
      measureAgain,
      goToPairs: () => focusFirst('[data-pairs] button[tabindex="0"]'),
      goToMatrix: () => focusFirst('[data-pair] [role=grid] button[tabindex="0"]'),
      goToItems: () => focusFirst('[data-items] [role=option], [role=listbox][data-items]'),
      hasPair: pair !== null,
      hasCell: cell !== null,
    }),
  );

  return (
    <Page
      title="Agreement"
      subtitle={summaryOf(agreement)}
      actions={
        <>
          <Button command="go.team" onPress={() => navigate(paths.team)}>
            Annotators
          </Button>
          <Button command="agreement.again" onPress={measureAgain}>
            Measure again
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['questions']}>
          <ChoiceList
            label="Questions"
            choices={questions.map((one) => ({
              id: one.question,
              name: one.name,
              detail: levelName(one.level),
            }))}
            chosen={question}
            onChoose={(id) => goTo(questions.findIndex((one) => one.question === id))}
          />
        </div>
        <div className={styles['content']}>
          <Section
            title={questions[place]?.name ?? question}
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
            <NobodyToCompare agreement={agreement} name={questions[place]?.name ?? question} />
          ) : (
            <Section title="Pairs" hint={pairsHint(agreement)}>
              <div data-pairs>
                <PairMatrix
                  agreement={agreement}
                  chosen={pair}
                  onChoose={(next) => show({ pair: next, cell: null })}
                />
              </div>
            </Section>
          )}
          {pair === null ? null : (
            <div className={styles['pair']} data-pair>
              <PairDetails
                question={question}
                asked={asked}
                level={level}
                pair={pair}
                cell={cell}
                onChoose={(next) => show({ cell: next })}
              />
            </div>
          )}
        </div>
      </div>
    </Page>
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
