import { useQuery } from '@tanstack/react-query';
import type { PairingOptions } from '../../../../shared/domain/export/recipe-parts.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { OptionalNumberField } from '../../../ui/optional-number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './recipe-form.module.css';
import type { SectionProps } from './recipe-part.ts';
import { optionsOf, pairTexts } from './recipe-texts.ts';

/** What says which answer is the better one, or a good one, and from where on. */
export function PairingFields({ recipe, problems, onChange }: SectionProps) {
  const pairs: PairingOptions = recipe.pairs ?? { from: 'edit' };
  const change = (part: Partial<PairingOptions>) => {
    const next = { ...pairs, ...part };
    const isPlain = next.from === 'edit' && next.leastChange === undefined && next.mostChange === undefined;
    onChange({ pairs: isPlain ? undefined : next });
  };
  return (
    <>
      <Select
        label="What says which answer is better"
        options={optionsOf(pairTexts)}
        value={pairs.from}
        onChange={(from) =>
          // Shares of changed words are for pairs of edits.
          onChange(from === 'edit' ? { pairs: undefined } : { pairs: { from }, badFrom: undefined })
        }
      />
      {pairs.from === 'edit' ? (
        <div className={styles['pair']}>
          <OptionalNumberField
            label="Smallest change"
            hint="Of the words; less is noise."
            isShare
            minimum={0}
            maximum={1}
            placeholder="Any"
            value={pairs.leastChange}
            onChange={(leastChange) => change({ leastChange })}
          />
          <OptionalNumberField
            label="Largest change"
            hint="More is a rewrite."
            isShare
            minimum={0}
            maximum={1}
            placeholder="Any"
            value={pairs.mostChange}
            onChange={(mostChange) => change({ mostChange })}
          />
        </div>
      ) : (
        <SignalFields pairs={pairs} onChange={change} />
      )}
      {problems['pairs'] === undefined ? null : (
        <p className={styles['problem']} role="alert">
          {problems['pairs']}
        </p>
      )}
    </>
  );
}

interface SignalFieldsProps {
  readonly pairs: PairingOptions;
  readonly onChange: (part: Partial<PairingOptions>) => void;
}

function SignalFields({ pairs, onChange }: SignalFieldsProps) {
  const signals = useSignalNames();
  return (
    <>
      <TextField
        label="Signal or question"
        value={pairs.signal ?? ''}
        {...(signals.length === 0 ? {} : { hint: `There are: ${signals.join(', ')}.` })}
        onChange={(signal) => onChange({ signal: signal === '' ? undefined : signal })}
      />
      {pairs.from === 'preference' ? (
        <TextField
          label="Metadata field of the other output"
          placeholder="other_output"
          value={pairs.other ?? ''}
          onChange={(other) => onChange({ other: other === '' ? undefined : other })}
        />
      ) : (
        <div className={styles['pair']}>
          <OptionalNumberField
            label="Good from"
            digits={3}
            value={pairs.good}
            onChange={(good) => onChange({ good })}
          />
          <OptionalNumberField
            label="Bad up to"
            digits={3}
            value={pairs.bad}
            hint="Between the two it is neither."
            onChange={(bad) => onChange({ bad })}
          />
        </div>
      )}
    </>
  );
}

const signalField = 'signal.';

/** Names of signals that interactions of the project have. */
function useSignalNames(): readonly string[] {
  const queries = useQueries();
  const { data } = useQuery(
    queries.search.complete.queryOptions({ input: { query: signalField, caret: signalField.length } }),
  );
  const names = (data?.options ?? []).flatMap(({ text }) => {
    const name = /^signal\.([^:<>=~\s]+)/u.exec(text)?.[1];
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)];
}
