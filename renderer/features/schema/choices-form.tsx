import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { ChoiceQuestion, Option } from '../../../shared/domain/schema/label-schema.ts';
import { labelsOfAnswer, type SchemaUsage } from '../../../shared/domain/schema/schema-usage.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './choices-form.module.css';
import { addOption, moveOption } from './edit-draft.ts';
import { KeyField } from './key-field.tsx';

export interface ChoicesFormProps {
  readonly question: ChoiceQuestion;
  readonly usage: SchemaUsage;
  readonly onChange: (question: ChoiceQuestion) => void;
}

const tones: readonly { readonly value: NonNullable<Option['tone']>; readonly name: string }[] = [
  { value: 'neutral', name: 'No colour' },
  { value: 'positive', name: 'Green' },
  { value: 'caution', name: 'Amber' },
  { value: 'negative', name: 'Red' },
];

/** The choices of a question. In a name, Enter adds the next choice and Alt with an arrow moves this one. */
export function ChoicesForm({ question, usage, onChange }: ChoicesFormProps) {
  const list = useRef<HTMLOListElement>(null);
  const { options } = question;

  const focusName = (place: number) =>
    // After the fields have followed the new order.
    requestAnimationFrame(() =>
      list.current?.children[place]?.querySelector<HTMLInputElement>('input')?.select(),
    );
  const change = (place: number, option: Option) =>
    onChange({ ...question, options: options.with(place, option) });
  const add = (place: number) => {
    onChange(addOption(question, place));
    focusName(place + 1);
  };
  const move = (place: number, step: 1 | -1) => {
    onChange(moveOption(question, place, step));
    focusName(Math.max(0, Math.min(options.length - 1, place + step)));
  };
  const remove = (place: number) => {
    onChange({ ...question, options: options.toSpliced(place, 1) });
    focusName(Math.max(0, place - 1));
  };
  const onKeyDown = (event: Pick<KeyboardEvent, 'key' | 'altKey' | 'preventDefault'>, place: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (!event.altKey || step === null) return;
    event.preventDefault();
    move(place, step);
  };

  return (
    <div className={styles['choices']} role="group" aria-label="Choices">
      <ol ref={list} className={styles['list']}>
        {options.map((option, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- ids follow names while these are typed
          <li key={place} className={styles['choice']}>
            <TextField
              aria-label={`Choice ${place + 1}`}
              value={option.name}
              onChange={(name) => change(place, { ...option, name })}
              onEnter={() => add(place)}
              onKeyDown={(event) => onKeyDown(event, place)}
            />
            <TextField
              aria-label={`Help on choice ${place + 1}`}
              placeholder="Help"
              value={option.help ?? ''}
              onChange={(help) => change(place, withText(option, 'help', help))}
            />
            <KeyField
              name={`Key of choice ${place + 1}`}
              value={option.key}
              onChange={(key) => change(place, withText(option, 'key', key ?? ''))}
            />
            <Select
              label={`Colour of choice ${place + 1}`}
              isLabelHidden
              options={tones}
              value={option.tone ?? 'neutral'}
              onChange={(tone) => {
                const { tone: _, ...plain } = option;
                change(place, tone === 'neutral' ? plain : { ...plain, tone });
              }}
            />
            <span className={styles['labels']}>
              {usageText(labelsOfAnswer(usage, question.id, option.id))}
            </span>
            <span className={styles['buttons']}>
              <IconButton
                icon={<ArrowUp aria-hidden />}
                name={`Move choice ${place + 1} up`}
                isDisabled={place === 0}
                onPress={() => move(place, -1)}
              />
              <IconButton
                icon={<ArrowDown aria-hidden />}
                name={`Move choice ${place + 1} down`}
                isDisabled={place === options.length - 1}
                onPress={() => move(place, 1)}
              />
              <IconButton
                icon={<X aria-hidden />}
                name={`Remove choice ${place + 1}`}
                isDisabled={options.length <= 2}
                onPress={() => remove(place)}
              />
            </span>
          </li>
        ))}
      </ol>
      <div>
        <Button variant="quiet" icon={<Plus aria-hidden />} onPress={() => add(options.length - 1)}>
          Add a choice
        </Button>
      </div>
    </div>
  );
}

function usageText(labels: number): string {
  return labels === 0 ? '' : formatPlural(labels, 'label');
}

function withText(option: Option, field: 'help' | 'key', text: string): Option {
  const { [field]: _, ...others } = option;
  return text === '' ? others : { ...others, [field]: text };
}
