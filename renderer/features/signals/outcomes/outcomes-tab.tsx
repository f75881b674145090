import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { OutcomeDefinition } from '../../../../shared/domain/signals/settings.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { useCommands } from '../../../app/key-map.ts';
import { paths } from '../../../app/routes.ts';
import { Button } from '../../../ui/button.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { outcomeCommands } from './outcome-commands.ts';
import { OutcomeDetails } from './outcome-details.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { RemoveOutcomeDialog } from './remove-outcome-dialog.tsx';
import { OutcomeTable } from './outcome-table.tsx';
import styles from './outcomes.module.css';
import { useOutcomeDefinitions } from './use-outcome-definitions.ts';

/** What came of outputs: every outcome with what is known of it, and how files of outcomes were joined. */
export function OutcomesTab() {
  const queries = useQueries();
  const list = useQuery(queries.outcomes.list.queryOptions());
  const coverage = useQuery(queries.outcomes.coverage.queryOptions());
  const definitions = useOutcomeDefinitions();
  const [chosen, setChosen] = useState<string | null>(null);
  const [edited, setEdited] = useState<OutcomeDefinition | 'new' | null>(null);
  const [removed, setRemoved] = useState<OutcomeDefinition | null>(null);
  const outcomes = list.data?.outcomes ?? [];
  const place = Math.max(
    0,
    outcomes.findIndex(({ definition }) => definition.name === chosen),
  );
  const outcome = outcomes[place];
  const choose = (index: number) => setChosen(outcomes[index]?.definition.name ?? chosen);
  const save = async (definition: OutcomeDefinition) => {
    const isSaved = await definitions.define(definition, edited === 'new' ? null : definition.name);
    if (!isSaved) return;
    setEdited(null);
    setChosen(definition.name);
  };
  const remove = async (definition: OutcomeDefinition) => {
    await definitions.remove(definition.name);
    setRemoved(null);
  };
  const askToRemove = () => setRemoved(outcome?.isDefined === true ? outcome.definition : null);
  useCommands(
    'outcomes',
    outcomeCommands({
      next: () => choose(Math.min(outcomes.length - 1, place + 1)),
      previous: () => choose(Math.max(0, place - 1)),
      add: () => setEdited('new'),
      change: () => setEdited(outcome?.definition ?? null),
      remove: askToRemove,
      hasOutcomes: outcome !== undefined,
      canDefine: definitions.canSave,
      canRemove: definitions.canSave && outcome?.isDefined === true,
    }),
  );
  const error = list.error ?? coverage.error ?? definitions.error;
  return (
    <>
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      <Section
        title="Outcomes"
        hint={
          list.data === undefined
            ? 'Counting…'
            : outcomes.length === 0
              ? undefined
              : `Of ${formatPlural(list.data.interactions, 'interaction')}. What may still come is in no share.`
        }
        actions={
          <>
            <Button
              command="outcomes.remove"
              isDisabled={!definitions.canSave || outcome?.isDefined !== true}
              onPress={askToRemove}
            >
              Remove
            </Button>
            <Button
              command="outcomes.change"
              isDisabled={!definitions.canSave || outcome === undefined}
              onPress={() => setEdited(outcome?.definition ?? null)}
            >
              Change…
            </Button>
            <Button command="outcomes.add" isDisabled={!definitions.canSave} onPress={() => setEdited('new')}>
              Define…
            </Button>
          </>
        }
      >
        {outcomes.length > 0 ? (
          <OutcomeTable outcomes={outcomes} chosen={outcome?.definition.name ?? null} onChoose={setChosen} />
        ) : (
          <NoOutcomes isLoading={list.isPending} />
        )}
      </Section>
      {outcome === undefined ? null : <OutcomeDetails outcome={outcome} />}
      {coverage.data === undefined || coverage.data.length === 0 ? null : (
        <Section
          title="Joined files"
          hint="How rows of edits, ratings and outcomes that arrived apart found their interactions."
        >
          <CoverageTable coverage={coverage.data} />
        </Section>
      )}
      {removed === null ? null : (
        <RemoveOutcomeDialog
          outcome={removed}
          isPending={definitions.isSaving}
          onRemove={() => void remove(removed)}
          onClose={() => setRemoved(null)}
        />
      )}
      {edited === null ? null : (
        <OutcomeDialog
          outcome={edited === 'new' ? null : edited}
          taken={
            edited === 'new'
              ? outcomes.flatMap(({ isDefined, definition }) => (isDefined ? [definition.name] : []))
              : []
          }
          onSave={(definition) => void save(definition)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function NoOutcomes({ isLoading }: { readonly isLoading: boolean }) {
  const [, navigate] = useLocation();
  if (isLoading) return <p className={styles['hint']}>Counting…</p>;
  return (
    <Notice
      tone="info"
      title="No outcome is known"
      actions={
        <Button command="go.import" onPress={() => navigate(paths.import)}>
          Import
        </Button>
      }
    >
      Import a file of outcomes and say that its rows belong to interactions, map a column of the log to
      outcome.NAME, or define an outcome here to say how it will be read.
    </Notice>
  );
}
