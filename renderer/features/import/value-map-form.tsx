import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Transform } from '../../../shared/domain/mapping/mapping.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './value-map-form.module.css';

type ValueMap = Extract<Transform, { kind: 'values' }>;

export interface ValueMapFormProps {
  readonly transform: ValueMap;
  readonly onChange: (transform: ValueMap) => void;
}

interface Pair {
  readonly key: number;
  readonly from: string;
  readonly to: string;
}

const otherwiseOptions = [
  { value: 'keep', name: 'stay as they are' },
  { value: 'drop', name: 'are left out' },
] as const;

/** Values of the file and what stands in their place. A pair counts once it says of what value it speaks. */
export function ValueMapForm({ transform, onChange }: ValueMapFormProps) {
  const [pairs, setPairs] = useState<readonly Pair[]>(() => pairsOf(transform.values));
  const change = (next: readonly Pair[]) => {
    setPairs(next);
    const values = next.filter(({ from }) => from !== '').map(({ from, to }) => [from, to]);
    onChange({ ...transform, values: Object.fromEntries(values) });
  };
  const replace = (pair: Pair) => change(pairs.map((known) => (known.key === pair.key ? pair : known)));
  return (
    <div className={styles['form']}>
      <ul className={styles['pairs']} aria-label="Values">
        {pairs.map((pair, index) => (
          <li key={pair.key} className={styles['pair']}>
            <TextField
              aria-label={`Value ${index + 1} in the file`}
              placeholder="In the file"
              value={pair.from}
              onChange={(from) => replace({ ...pair, from })}
            />
            <span aria-hidden className={styles['arrow']}>
              →
            </span>
            <TextField
              aria-label={`What value ${index + 1} becomes`}
              placeholder="Becomes"
              value={pair.to}
              onChange={(to) => replace({ ...pair, to })}
            />
            <IconButton
              icon={<X aria-hidden />}
              name={`Take out value ${index + 1}`}
              onPress={() => change(pairs.filter(({ key }) => key !== pair.key))}
            />
          </li>
        ))}
      </ul>
      <div className={styles['foot']}>
        <Button
          variant="quiet"
          icon={<Plus aria-hidden />}
          onPress={() => setPairs([...pairs, { key: nextKey(pairs), from: '', to: '' }])}
        >
          Add a value
        </Button>
        <span className={styles['others']}>Other values</span>
        <Select
          label="Other values"
          isLabelHidden
          options={otherwiseOptions}
          value={transform.otherwise}
          onChange={(otherwise) => onChange({ ...transform, otherwise })}
        />
      </div>
    </div>
  );
}

function pairsOf(values: ValueMap['values']): readonly Pair[] {
  const pairs = Object.entries(values).map(([from, to], key) => ({ key, from, to }));
  return pairs.length === 0 ? [{ key: 0, from: '', to: '' }] : pairs;
}

function nextKey(pairs: readonly Pair[]): number {
  return Math.max(-1, ...pairs.map(({ key }) => key)) + 1;
}
