import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Column } from '../../../shared/contract/import-operations.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './add-target.module.css';
import {
  namedKinds,
  type NamedKind,
  namedTarget,
  namedTargetProblem,
  suggestName,
  withPath,
} from './mapping-draft.ts';
import { PathField } from './path-field.tsx';
import { kindTexts } from './target-texts.ts';

export interface AddTargetProps {
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
  readonly onChange: (mapping: Mapping) => void;
}

const kindOptions = namedKinds.map((kind) => ({
  value: kind,
  name: kindTexts[kind].name,
  detail: kindTexts[kind].help,
}));

/** Adds a target with a name of its own: a label, a signal, an outcome or a key of the metadata. */
export function AddTarget({ mapping, columns, onChange }: AddTargetProps) {
  const [kind, setKind] = useState<NamedKind>('label');
  const [path, setPath] = useState('');
  const [name, setName] = useState('');
  const problem = name === '' ? null : namedTargetProblem(mapping, kind, name);
  const isReady = name.trim() !== '' && path !== '' && problem === null;
  const add = () => {
    if (!isReady) return;
    onChange(withPath(mapping, namedTarget(kind, name), path));
    setPath('');
    setName('');
  };
  return (
    <div className={styles['form']} role="group" aria-label="Add a label, signal, outcome or metadata">
      <Select label="Kind of target" isLabelHidden options={kindOptions} value={kind} onChange={setKind} />
      <PathField
        label="Path of the new target"
        path={path}
        columns={columns}
        onChange={(chosen) => {
          setPath(chosen);
          if (name === '') setName(suggestName(chosen));
        }}
      />
      <TextField
        aria-label="Name of the new target"
        placeholder={kind === 'label' ? 'Question, or question@annotator' : 'Name'}
        value={name}
        onChange={setName}
        problem={problem ?? undefined}
        onEnter={add}
      />
      <Button icon={<Plus aria-hidden />} isDisabled={!isReady} onPress={add}>
        Add
      </Button>
    </div>
  );
}
