import { ArrowDown, ArrowUp, CornerDownRight, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { SchemaProblem } from '../../../shared/domain/schema/check-schema.ts';
import { kindNames } from '../../../shared/domain/schema/compare-schemas.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './question-picker.module.css';

export interface QuestionPickerProps {
  readonly questions: readonly Question[];
  readonly place: number;
  readonly problems: readonly SchemaProblem[];
  readonly onGoTo: (place: number) => void;
  readonly onOpen: () => void;
  readonly onAdd: () => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** The schema's questions in their order; the chosen one is edited beside it. */
export function QuestionPicker(props: QuestionPickerProps) {
  const { questions, place, problems, onGoTo, onOpen, onAdd, onMove, onRemove } = props;
  const entries = questions.map((question, index) => ({ id: String(index), index, question }));
  return (
    <div className={styles['picker']}>
      <ListBox
        className={styles['list'] ?? ''}
        aria-label="Questions of the schema"
        items={entries}
        dependencies={[questions, problems]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[String(place)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onGoTo(Number(key));
        }}
        onAction={onOpen}
      >
        {({ id, index, question }) => (
          <ListBoxItem
            id={id}
            textValue={`${question.name} ${kindNames[question.kind]}`}
            className={styles['entry'] ?? ''}
          >
            {question.when === undefined ? null : (
              <CornerDownRight role="img" aria-label="Asked after certain answers" />
            )}
            <span className={styles['texts']}>
              <span className={styles['name']}>
                {question.name === '' ? 'Without a name' : question.name}
                {question.required === true ? ' *' : ''}
              </span>
              <span className={styles['kind']}>{kindNames[question.kind]}</span>
            </span>
            {problems.some((problem) => problem.place === index) ? (
              <TriangleAlert role="img" aria-label="Has a problem" className={styles['problem']} />
            ) : null}
            {question.key === undefined ? null : <KeyHint keys={question.key} />}
          </ListBoxItem>
        )}
      </ListBox>
      <div className={styles['buttons']}>
        <Button icon={<Plus aria-hidden />} command="schema.add" onPress={onAdd}>
          Add
        </Button>
        <IconButton
          icon={<ArrowUp aria-hidden />}
          name="Move the question up"
          command="schema.up"
          isDisabled={place === 0}
          onPress={() => onMove(-1)}
        />
        <IconButton
          icon={<ArrowDown aria-hidden />}
          name="Move the question down"
          command="schema.down"
          isDisabled={place >= questions.length - 1}
          onPress={() => onMove(1)}
        />
        <IconButton
          icon={<Trash2 aria-hidden />}
          name="Remove the question"
          command="schema.remove"
          isDisabled={questions.length <= 1}
          onPress={onRemove}
        />
      </div>
    </div>
  );
}
