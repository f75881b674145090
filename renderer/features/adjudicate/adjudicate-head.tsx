import { Eye, EyeOff } from 'lucide-react';
import type { DisputedQuestion } from '../../../shared/contract/adjudication-operations.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Select } from '../../ui/select.tsx';
import { toggleNames, useAdjudicateState } from './adjudicate-state.ts';
import styles from './adjudicate.module.css';

export interface AdjudicateHeadProps {
  readonly questions: readonly DisputedQuestion[];
  readonly known: readonly Question[];
  readonly question: string;
  readonly onQuestion: (question: string) => void;
}

/** Which question is resolved, how far that is, and whether names show. */
export function AdjudicateHead({ questions, known, question, onQuestion }: AdjudicateHeadProps) {
  const hidesNames = useAdjudicateState((state) => state.hidesNames);
  const nameOf = (id: string) => known.find((candidate) => candidate.id === id)?.name ?? id;
  const counted = questions.find((candidate) => candidate.question === question);
  const ids = questions.map((candidate) => candidate.question);
  const options = ids.includes(question) ? ids : [question, ...ids];
  const nextQuestion = options[(options.indexOf(question) + 1) % options.length] ?? question;
  useCommands('adjudicate.head', [
    {
      id: 'adjudicate.question',
      name: 'Next question with disagreements',
      keys: ['q'],
      group: 'Adjudicate',
      enabled: options.length > 1,
      run: () => onQuestion(nextQuestion),
    },
    {
      id: 'adjudicate.names',
      name: 'Show or hide the names of annotators',
      keys: ['h'],
      group: 'Adjudicate',
      run: toggleNames,
    },
  ]);
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>Adjudicate</h1>
      <div className={styles['chooser']}>
        <Select
          label="Question"
          isLabelHidden
          options={options.map((value) => ({ value, name: nameOf(value) }))}
          value={question}
          onChange={onQuestion}
        />
        {options.length > 1 ? <KeyHint command="adjudicate.question" /> : null}
      </div>
      <div className={styles['progress']}>
        <Progress label="Resolved" done={counted?.resolved ?? 0} total={counted?.total ?? 0} isCompact />
        <p className={styles['count']} aria-live="polite">
          {counted === undefined ? 'No disagreement' : progressText(counted)}
        </p>
      </div>
      <Button
        variant="quiet"
        command="adjudicate.names"
        icon={hidesNames ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        onPress={toggleNames}
      >
        {hidesNames ? 'Names hidden' : 'Names shown'}
      </Button>
    </header>
  );
}

function progressText({ resolved, total, isMore }: DisputedQuestion): string {
  return `${formatCount(resolved)} of ${formatCount(total)}${isMore ? '+' : ''} resolved`;
}
