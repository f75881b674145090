import { canBecome, kindNames } from '../../../shared/domain/schema/compare-schemas.ts';
import type { SchemaProblem } from '../../../shared/domain/schema/check-schema.ts';
import {
  type Question,
  type QuestionKind,
  questionKinds,
} from '../../../shared/domain/schema/label-schema.ts';
import { labelsOf, type SchemaUsage } from '../../../shared/domain/schema/schema-usage.ts';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { ConditionForm } from './condition-form.tsx';
import { withKind } from './edit-draft.ts';
import { KeyField } from './key-field.tsx';
import styles from './question-form.module.css';

export interface QuestionFormProps {
  readonly question: Question;
  /** The questions that come before. */
  readonly before: readonly Question[];
  readonly usage: SchemaUsage;
  readonly problems: readonly SchemaProblem[];
  readonly onChange: (question: Question) => void;
}

/** Everything about one question. */
export function QuestionForm(props: QuestionFormProps) {
  const { question, before, usage, problems, onChange } = props;
  const labels = labelsOf(usage, question.id);
  const kinds = questionKinds.filter((kind) => labels === 0 || canBecome(question.kind, kind));
  return (
    <div className={styles['form']}>
      {problems.length === 0 ? null : (
        <Notice tone="caution">
          {problems.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      <div className={styles['head']}>
        <TextField
          label="Question"
          value={question.name}
          onChange={(name) => onChange({ ...question, name })}
        />
        <Select
          label="Answered by"
          options={kinds.map((kind) => ({ value: kind, name: kindNames[kind] }))}
          value={question.kind}
          onChange={(kind: QuestionKind) => onChange(withKind(question, kind))}
        />
        <KeyField
          label="Key"
          name="Key"
          value={question.key}
          onChange={(key) => onChange(withKey(question, key))}
        />
      </div>
      <p className={styles['facts']}>
        Id <code>{question.id}</code>
        {labels === 0
          ? ''
          : `, ${formatPlural(labels, 'label')}. Labels stay whatever you change, so the way of answering stays too.`}
      </p>
      <TextField
        label="Help"
        hint="How to decide. Annotators show it with q."
        value={question.help ?? ''}
        onChange={(help) => onChange(withHelp(question, help))}
      />
      {'options' in question ? <ChoicesForm question={question} usage={usage} onChange={onChange} /> : null}
      {question.kind === 'scale' ? <ScaleForm question={question} onChange={onChange} /> : null}
      <ConditionForm
        condition={question.when}
        before={before}
        onChange={(when) => {
          const { when: _, ...unconditional } = question;
          onChange(when === undefined ? unconditional : { ...question, when });
        }}
      />
      <Switch
        label="Required"
        detail="Marked in review, and waited for before going to the next interaction by itself."
        isSelected={question.required ?? false}
        onChange={(required) => {
          const { required: _, ...optional } = question;
          onChange(required ? { ...question, required } : optional);
        }}
      />
    </div>
  );
}

type Scale = Extract<Question, { kind: 'scale' }>;

function ScaleForm({
  question,
  onChange,
}: {
  readonly question: Scale;
  readonly onChange: (question: Scale) => void;
}) {
  const { minName: _, maxName: __, ...plain } = question;
  const named = (minName: string, maxName: string) =>
    onChange({
      ...plain,
      ...(minName === '' ? {} : { minName }),
      ...(maxName === '' ? {} : { maxName }),
    });
  return (
    <div className={styles['scale']}>
      <NumberField label="From" value={question.min} onChange={(min) => onChange({ ...question, min })} />
      <TextField
        label="Which means"
        value={question.minName ?? ''}
        onChange={(text) => named(text, question.maxName ?? '')}
      />
      <NumberField label="To" value={question.max} onChange={(max) => onChange({ ...question, max })} />
      <TextField
        label="Which means"
        value={question.maxName ?? ''}
        onChange={(text) => named(question.minName ?? '', text)}
      />
    </div>
  );
}

function withKey(question: Question, key: string | undefined): Question {
  const { key: _, ...others } = question;
  return key === undefined ? others : { ...others, key };
}

function withHelp(question: Question, help: string): Question {
  const { help: _, ...others } = question;
  return help === '' ? others : { ...others, help };
}
