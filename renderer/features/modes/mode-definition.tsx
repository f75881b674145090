import { useState } from 'react';
import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { DefinitionForm } from './definition-form.tsx';
import { NameDialog } from './name-dialog.tsx';
import { on } from './modes-commands.ts';
import styles from './opened.module.css';
import type { ModeActs } from './use-mode-acts.ts';
import type { ModesList } from './use-modes-list.ts';

export interface ModeDefinitionPartProps {
  readonly mode: Mode;
  readonly list: ModesList;
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
}

/** What a failure mode is, changed in place. */
export function ModeDefinitionPart({ mode, list, acts, isReadOnly }: ModeDefinitionPartProps) {
  const [isEditing, setEditing] = useState(false);
  const [isRenaming, setRenaming] = useState(false);
  useCommands('modes.definition', [
    on('rename', () => setRenaming(true), !isReadOnly),
    on('edit', () => setEditing(true), !isReadOnly),
  ]);
  return (
    <section className={styles['section']} aria-label="Definition">
      <div className={styles['sectionHead']}>
        <h3 className={styles['sectionTitle']}>Definition</h3>
        {isReadOnly || isEditing ? null : (
          <>
            <Button variant="quiet" command="modes.edit" onPress={() => setEditing(true)}>
              Change
            </Button>
            <Button variant="quiet" command="modes.rename" onPress={() => setRenaming(true)}>
              Rename
            </Button>
          </>
        )}
      </div>
      {isEditing ? (
        <DefinitionForm mode={mode} modes={list.modes} acts={acts} onClose={() => setEditing(false)} />
      ) : (
        <DefinitionTexts mode={mode} above={list.modes.find(({ id }) => id === mode.parent)?.name} />
      )}
      {isRenaming ? (
        <NameDialog
          title={`Rename “${mode.name}”`}
          confirm="Rename"
          name={mode.name}
          onClose={() => setRenaming(false)}
          onName={async (name) => {
            setRenaming(false);
            await acts.act(
              (client, annotator) => client.modes.update({ id: mode.id, annotator, change: { name } }),
              `Renamed to “${name}”`,
            );
          }}
        />
      ) : null}
    </section>
  );
}

function DefinitionTexts({ mode, above }: { readonly mode: Mode; readonly above: string | undefined }) {
  const { definition, inclusion, exclusion } = mode;
  return (
    <dl className={styles['definition']}>
      <Text name="What it is" text={definition} empty="Not defined yet." />
      <Text name="Belongs to it" text={inclusion} />
      <Text name="Does not belong to it" text={exclusion} />
      {above === undefined ? null : <Text name="Under" text={above} />}
    </dl>
  );
}

function Text({
  name,
  text,
  empty,
}: {
  readonly name: string;
  readonly text: string;
  readonly empty?: string;
}) {
  if (text === '' && empty === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto" data-empty={text === '' || undefined}>
        {text === '' ? empty : text}
      </dd>
    </div>
  );
}
