import { useRef, useState } from 'react';
import { parseQuery } from '../../../shared/domain/search/parse-query.ts';
import { QueryLine } from '../../app/query-line/query-line.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftProblems, QueueDraft } from './queue-draft.ts';
import styles from './queue-form.module.css';
import { orderExplained, orderOptions, stratumOptions } from './queue-orders.ts';
import type { QueueChoices } from './use-queue-choices.ts';

export interface QueueFormProps {
  readonly draft: QueueDraft;
  readonly choices: QueueChoices;
  readonly problems: DraftProblems;
  /** Names of known annotators. */
  readonly people: readonly string[];
  readonly onChange: (part: Partial<QueueDraft>) => void;
  readonly onEnter: () => void;
}

/** The fields of a queue: which interactions, in which order, and who gets them. */
export function QueueForm({ draft, choices, problems, people, onChange, onEnter }: QueueFormProps) {
  const field = useRef<HTMLInputElement>(null);
  // What it began with; what is written since is the line's own.
  const [begun] = useState(() => parseQuery(draft.query));
  return (
    <div className={styles['form']}>
      <TextField
        label="Name"
        autoFocus
        maxLength={100}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        problem={problems.name}
        onEnter={onEnter}
      />
      <div className={styles['query']}>
        <span className={styles['label']}>Which interactions (nothing: all of them)</span>
        <QueryLine
          filter={begun.ok ? begun.value : []}
          onFilter={keep}
          field={field}
          onText={(text) => onChange({ query: text })}
        />
        {problems.query === undefined ? null : <p className={styles['problem']}>{problems.query}</p>}
      </div>
      <OrderFields draft={draft} choices={choices} onChange={onChange} />
      <div className={styles['row']}>
        <TextField
          label="Limit"
          value={draft.limit}
          onChange={(limit) => onChange({ limit })}
          problem={problems.limit}
          hint="The first so many; nothing: all."
          onEnter={onEnter}
        />
        <NumberField
          label="Seed"
          minimum={0}
          value={draft.seed}
          onChange={(seed) => onChange({ seed })}
          hint="The same seed, the same choice."
        />
        <TextField
          label="A gold item after every"
          value={draft.goldEvery}
          onChange={(goldEvery) => onChange({ goldEvery })}
          problem={problems.goldEvery}
          hint="Interactions; nothing: none."
          onEnter={onEnter}
        />
      </div>
      <CheckList
        label="Assigned to (nobody: everybody who opens it)"
        options={people.map((name) => ({ value: name, name }))}
        chosen={draft.annotators}
        onChange={(annotators) => onChange({ annotators: [...annotators] })}
      />
      <div className={styles['row']}>
        <TextField
          label="Others, separated by commas"
          value={draft.others}
          onChange={(others) => onChange({ others })}
          onEnter={onEnter}
        />
        <NumberField
          label="Overlap, in percent"
          minimum={0}
          maximum={100}
          value={draft.overlap}
          onChange={(overlap) => onChange({ overlap })}
          hint="This share goes to everyone assigned; the rest is divided."
        />
      </div>
      <Switch
        label="Blind"
        detail="What others said of an interaction is hidden until one's own answers are given."
        isSelected={draft.blind}
        onChange={(blind) => onChange({ blind })}
      />
    </div>
  );
}

/** The line runs nothing here: the form is saved as a whole. */
function keep(): void {}

function OrderFields({ draft, choices, onChange }: Pick<QueueFormProps, 'draft' | 'choices' | 'onChange'>) {
  const { questions, signals } = choices;
  const asked = questions.filter(({ kind }) => kind !== 'text').map(({ id, name }) => ({ value: id, name }));
  return (
    <div className={styles['order']}>
      <div className={styles['row']}>
        <Select label="Order" options={orderOptions} value={draft.by} onChange={(by) => onChange({ by })} />
        {draft.by === 'stratified' ? (
          <Select
            label="Field"
            options={stratumOptions(questions, signals)}
            value={draft.field}
            onChange={(next) => onChange({ field: next })}
          />
        ) : null}
        {draft.by === 'lowest_signal' ? (
          <TextField
            label="Signal"
            value={draft.signal}
            onChange={(signal) => onChange({ signal })}
            {...(signals.length === 0 ? {} : { hint: `There are: ${signals.join(', ')}.` })}
          />
        ) : null}
        {draft.by === 'disagreement' || draft.by === 'uncertain' ? (
          <Select
            label="Question"
            options={asked}
            value={draft.question}
            onChange={(question) => onChange({ question })}
          />
        ) : null}
      </div>
      <p className={styles['explained']}>{orderExplained(draft.by)}</p>
    </div>
  );
}
