import { SlidersHorizontal } from 'lucide-react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { MappingEntry, Transform } from '../../../shared/domain/mapping/mapping.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { ChangedValues } from './changed-values.tsx';
import type { ReadAs } from './read-as.ts';
import { newTransform, transformKinds, transformTexts } from './transform-draft.ts';
import styles from './transform-field.module.css';
import { TransformForm } from './transform-form.tsx';
import { useTransformTrial } from './use-transform-trial.ts';

export interface TransformFieldProps {
  /** The target, as a person calls it. */
  readonly name: string;
  readonly file: ReadAs;
  readonly entry: MappingEntry;
  /** Values that the entry's column holds, to begin with. */
  readonly examples: readonly string[];
  readonly onChange: (transform: Transform | undefined) => void;
}

const none = 'none';

/** Opens what is done with a target's values before the target takes them. */
export function TransformField(props: TransformFieldProps) {
  const { name, entry } = props;
  return (
    <DialogTrigger>
      <IconButton
        icon={<SlidersHorizontal aria-hidden />}
        name={`Change the values of ${name}`}
        className={entry.transform === undefined ? '' : (styles['active'] ?? '')}
      />
      <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
        <Dialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            Values of {name}
          </Heading>
          <TransformEditor {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function TransformEditor({ file, entry, examples, onChange }: TransformFieldProps) {
  const { transform } = entry;
  // Without a column there is nothing to change, only something to write.
  const kinds = transformKinds.filter(
    (kind) => entry.path !== '' || kind === 'constant' || kind === 'template',
  );
  const options = [
    { value: none, name: 'As they stand', detail: 'Nothing is changed' },
    ...kinds.map((kind) => ({
      value: kind,
      name: transformTexts[kind].name,
      detail: transformTexts[kind].help,
    })),
  ] as const;
  return (
    <>
      <Select
        label="What is done with them"
        autoFocus
        options={options}
        value={transform?.kind ?? none}
        onChange={(kind) => onChange(kind === none ? undefined : newTransform(kind, examples))}
      />
      {entry.path === '' && transform === undefined ? (
        <p className={styles['note']}>Choose a column beside it to change what the column holds.</p>
      ) : null}
      {transform === undefined ? null : (
        <>
          <TransformForm key={transform.kind} transform={transform} onChange={onChange} />
          <Trial file={file} entry={entry} />
        </>
      )}
    </>
  );
}

const shownValues = 5;

/** Keeps its height, so that nothing moves while somebody types. */
function Trial({ file, entry }: Pick<TransformFieldProps, 'file' | 'entry'>) {
  const { problem, values } = useTransformTrial(file, entry);
  return (
    <div className={styles['trial']} aria-live="polite">
      {problem === null ? (
        <ChangedValues values={(values ?? []).slice(0, shownValues)} />
      ) : (
        <p className={styles['problem']}>{problem}</p>
      )}
    </div>
  );
}
