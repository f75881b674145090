import { useState } from 'react';
import { Label, TextArea, TextField as AriaTextField } from 'react-aria-components';
import type { Mode, ModeDefinition } from '../../../shared/contract/cluster-operations.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { on } from './modes-commands.ts';
import styles from './opened.module.css';
import type { ModeActs } from './use-mode-acts.ts';

export interface DefinitionFormProps {
  readonly mode: Mode;
  readonly modes: readonly Mode[];
  readonly acts: ModeActs;
  readonly onClose: () => void;
}

type Draft = Pick<ModeDefinition, 'name' | 'definition' | 'inclusion' | 'exclusion'> & {
  readonly owner: string;
};

/** The texts of a failure mode, to be written anew; only what is another text is saved. */
export function DefinitionForm({ mode, acts, onClose }: DefinitionFormProps) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...textsOf(mode) }));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = async () => {
    if (draft.name.trim() === '') return;
    const changed = changesOf(mode, draft);
    if (Object.keys(changed).length === 0) return onClose();
    const saved = await acts.act(
      (client, annotator) => client.modes.update({ id: mode.id, annotator, change: changed }),
      'Saved the definition',
    );
    return saved === null ? undefined : onClose();
  };
  useCommands('modes.form', [on('save', () => void save()), on('leave', onClose)]);
  return (
    <div className={styles['form']}>
      <Area
        label="What it is"
        value={draft.definition}
        isFirst
        onChange={(definition) => change({ definition })}
      />
      <Area label="Belongs to it" value={draft.inclusion} onChange={(inclusion) => change({ inclusion })} />
      <Area
        label="Does not belong to it"
        value={draft.exclusion}
        onChange={(exclusion) => change({ exclusion })}
      />
      <div className={styles['formLine']}>
        <TextField
          label="Name"
          maxLength={200}
          value={draft.name}
          onChange={(name) => change({ name })}
          problem={draft.name.trim() === '' ? 'Give it a name.' : undefined}
        />
        <TextField
          label="Owner"
          maxLength={100}
          value={draft.owner}
          onChange={(owner) => change({ owner })}
        />
      </div>
      <div className={styles['formActions']}>
        <Button command="modes.leave" onPress={onClose}>
          Leave
        </Button>
        <Button variant="primary" command="modes.save" onPress={() => void save()}>
          Save
        </Button>
      </div>
    </div>
  );
}

interface AreaProps {
  readonly label: string;
  readonly value: string;
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}

function Area({ label, value, isFirst = false, onChange }: AreaProps) {
  return (
    <AriaTextField
      className={styles['area'] ?? ''}
      value={value}
      maxLength={5000}
      autoFocus={isFirst}
      onChange={onChange}
    >
      <Label>{label}</Label>
      <TextArea rows={2} dir="auto" />
    </AriaTextField>
  );
}

function textsOf({ name, definition, inclusion, exclusion, owner }: Mode): Draft {
  return { name, definition, inclusion, exclusion, owner: owner ?? '' };
}

/** What a draft says otherwise. */
export function changesOf(mode: Mode, draft: Draft): Partial<ModeDefinition> {
  const before = textsOf(mode);
  const owner = draft.owner.trim();
  return {
    ...(draft.name.trim() === before.name ? {} : { name: draft.name.trim() }),
    ...(draft.definition === before.definition ? {} : { definition: draft.definition }),
    ...(draft.inclusion === before.inclusion ? {} : { inclusion: draft.inclusion }),
    ...(draft.exclusion === before.exclusion ? {} : { exclusion: draft.exclusion }),
    ...(owner === before.owner ? {} : { owner: owner === '' ? null : owner }),
  };
}
