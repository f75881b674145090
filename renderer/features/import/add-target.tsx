import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Column } from '../../../shared/contract/import-operations.ts';
import { type ListTarget, listTargets, type Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './add-target.module.css';
import {
  isListTarget,
  namedKinds,
  type NamedKind,
  namedTarget,
  namedTargetProblem,
  type RowsMeaning,
  suggestName,
  withPath,
} from './mapping-draft.ts';
import { PathField } from './path-field.tsx';
import { canFill } from './target-groups.ts';
import { kindTexts, textOfTarget } from './target-texts.ts';

export interface AddTargetProps {
  readonly mapping: Mapping;
  readonly meaning: RowsMeaning;
  readonly columns: readonly Column[];
  readonly onChange: (mapping: Mapping) => void;
}

type Kind = NamedKind | ListTarget;

/** Adds a target with a name of its own (a label, a signal, an outcome, metadata) or one that takes a list. */
export function AddTarget({ mapping, meaning, columns, onChange }: AddTargetProps) {
  const [kind, setKind] = useState<Kind>('label');
  const [path, setPath] = useState('');
  const [name, setName] = useState('');
  const named = isListTarget(kind) ? null : kind;
  const problem = named === null || name === '' ? null : namedTargetProblem(mapping, named, name);
  const isReady = path !== '' && problem === null && (named === null || name.trim() !== '');
  const add = () => {
    if (!isReady) return;
    onChange(withPath(mapping, isListTarget(kind) ? kind : namedTarget(kind, name), path));
    setPath('');
    setName('');
  };
  return (
    <div className={styles['form']} role="group" aria-label="Add a label, signal, outcome or metadata">
      <Select
        label="Kind of target"
        isLabelHidden
        options={kindOptions(meaning)}
        value={kind}
        onChange={setKind}
      />
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
        isDisabled={named === null}
        value={named === null ? '' : name}
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

/** What belongs to an interaction that is there already has no metadata, and further ids only where it is joined by id. */
function kindOptions(meaning: RowsMeaning) {
  const named = namedKinds.filter((kind) => kind !== 'meta' || meaning.brings === 'interactions');
  return [
    ...named.map((kind) => ({ value: kind, name: kindTexts[kind].name, detail: kindTexts[kind].help })),
    ...listTargets
      .filter((kind) => canFill(kind, meaning))
      .map((kind) => {
        const { name, help } = textOfTarget(kind, meaning);
        return { value: kind, name, detail: help };
      }),
  ];
}
