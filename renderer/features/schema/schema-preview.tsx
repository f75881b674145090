import { useState } from 'react';
import type { FailureMode } from '../../../shared/contract/review-operations.ts';
import type { LabelValue, SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import { type Answers, visibleQuestions } from '../../../shared/domain/schema/visible-questions.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { QuestionList } from '../../ui/questions/question-list.tsx';
import { TextAnswer } from '../../ui/questions/text-answer.tsx';
import styles from './schema-preview.module.css';

export interface SchemaPreviewProps {
  readonly draft: SchemaDraft;
  readonly failureModes: readonly FailureMode[];
}

/** The questions as annotators see them. They can be answered, to try the conditions; nothing is kept. */
export function SchemaPreview({ draft, failureModes }: SchemaPreviewProps) {
  const [answers, setAnswers] = useState<Answers>({});
  const [openSearch, setOpenSearch] = useState<string | null>(null);
  const [showsHelp, setShowsHelp] = useState(false);
  const answer = (id: string, value: LabelValue | null) => {
    const { [id]: _, ...others } = answers;
    setAnswers(value === null ? others : { ...others, [id]: value });
  };
  return (
    <Section
      title="Preview"
      hint="Answers here are for trying only."
      actions={
        <>
          <Button variant="quiet" aria-pressed={showsHelp} onPress={() => setShowsHelp(!showsHelp)}>
            Help
          </Button>
          <Button
            variant="quiet"
            isDisabled={Object.keys(answers).length === 0}
            onPress={() => setAnswers({})}
          >
            Clear
          </Button>
        </>
      }
    >
      <div className={styles['panel']}>
        <QuestionList
          questions={visibleQuestions(draft, answers)}
          answers={answers}
          failureModes={failureModes}
          showsHelp={showsHelp}
          openSearch={openSearch}
          onOpenSearch={setOpenSearch}
          onAnswer={(question, value) => answer(question.id, value)}
          oldAnswerName={(_, value) => value}
          renderText={(question, value) => (
            <TextAnswer
              question={question.id}
              name={question.name}
              value={value === undefined ? '' : String(value)}
              onChange={(text) => answer(question.id, text === '' ? null : text)}
            />
          )}
        />
      </div>
    </Section>
  );
}
