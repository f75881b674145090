import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { AgreementQuestion } from '../../../shared/contract/agreement-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { paths } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { type AgreementAddress, agreementPath, readAgreementAddress } from './agreement-address.ts';
import { listCommands } from './agreement-commands.ts';
import styles from './agreement.module.css';
import { levelName } from './agreement-texts.ts';
import { PartsAgreement } from './parts-agreement.tsx';
import { QuestionAgreement } from './question-agreement.tsx';

/** How far annotators agree: by question, by pair, and by the items behind each difference. */
export function AgreementScreen() {
  const [, navigate] = useLocation();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const questions = useQuery({ ...queries.agreement.questions.queryOptions(), staleTime: 0 });
  const measureAgain = () => void queryClient.invalidateQueries({ queryKey: queries.agreement.key() });
  return (
    <Page
      title="Agreement"
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
      {questions.error === null ? null : <Notice tone="error">{failureOf(questions.error).message}</Notice>}
      {questions.data === undefined ? null : (
        <ChosenAgreement questions={questions.data} onMeasureAgain={measureAgain} />
      )}
    </Page>
  );
}

interface ChosenAgreementProps {
  readonly questions: readonly AgreementQuestion[];
  readonly onMeasureAgain: () => void;
}

const parts = { name: 'Labels on parts', detail: 'Of outputs, by text' };

/** The questions, labels on parts behind them, and the one that is chosen. */
function ChosenAgreement({ questions, onMeasureAgain }: ChosenAgreementProps) {
  const address = useAddress(questions[0]?.question ?? null);
  const [, navigate] = useLocation();
  const { question } = address;
  const place = address.parts ? questions.length : questions.findIndex((one) => one.question === question);
  const show = (next: AgreementAddress) => navigate(agreementPath(next), { replace: true });
  const goTo = (index: number) => {
    const chosen = { level: null, pair: null, cell: null };
    if (index === questions.length) show({ ...chosen, question: null, parts: true });
    const target = questions[index];
    if (target !== undefined) show({ ...chosen, question: target.question, parts: false });
  };
  useCommands(
    'agreement',
    listCommands({
      next: () => goTo(place + 1),
      previous: () => goTo(place - 1),
      measureAgain: onMeasureAgain,
    }),
  );
  return (
    <div className={styles['columns']}>
      <div className={styles['questions']}>
        <ChoiceList
          label="Questions"
          choices={[
            ...questions.map(({ name, level }, index) => ({
              id: String(index),
              name,
              detail: levelName(level),
            })),
            { id: String(questions.length), ...parts },
          ]}
          chosen={place < 0 ? null : String(place)}
          onChoose={(id) => goTo(Number(id))}
        />
      </div>
      <div className={styles['content']}>
        {question === null ? (
          <PartsAgreement title={parts.name} isAlone={questions.length === 0} />
        ) : (
          <QuestionAgreement
            key={question}
            question={question}
            known={questions[place]}
            address={address}
            onShow={(next) => show({ ...address, ...next })}
          />
        )}
      </div>
    </div>
  );
}

/** Without a choice, the first question; where there is none, labels on parts. */
function useAddress(firstQuestion: string | null): AgreementAddress {
  const search = useSearch();
  return useMemo(() => {
    const address = readAgreementAddress(search);
    if (address.question !== null || address.parts) return address;
    return { ...address, question: firstQuestion, parts: firstQuestion === null };
  }, [search, firstQuestion]);
}
