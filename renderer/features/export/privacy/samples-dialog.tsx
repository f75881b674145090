import { findingKindNames } from '../../../../shared/domain/privacy/finding.ts';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import type { PrivacyOptions } from '../../../../shared/domain/export/recipe-parts.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { failureOf } from '../../../api/failure.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { SampleView } from './sample-view.tsx';
import styles from './samples.module.css';
import { addVerdict, type Confirmed, confirmedWith, takeBack, type Verdicts } from './verdicts.ts';

export interface SamplesDialogProps {
  readonly recipe: Recipe;
  readonly privacy: PrivacyOptions;
  /** With what was said, null where nothing was. */
  readonly onClose: (confirmed: Confirmed | null) => void;
}

/** Enough that a share of 95 % right ones is told from 75 %. */
const most = 20;

/** Findings of one kind after the other, each in its context, with yes and no. */
export function SamplesDialog({ recipe, privacy, onClose }: SamplesDialogProps) {
  const queries = useQueries();
  const { finders, confirmed } = privacy;
  const [kind, setKind] = useState(finders[0] ?? 'email');
  const [verdicts, setVerdicts] = useState<Verdicts>({});
  const { confirmed: _, ...asked } = privacy;
  const found = useQuery({
    ...queries.exports.privacySamples.queryOptions({
      input: { recipe: { ...recipe, privacy: asked }, kind, most },
    }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const samples = found.data?.samples ?? [];
  const said = verdicts[kind] ?? [];
  const sample = samples[said.length];
  const next = finders[(finders.indexOf(kind) + 1) % finders.length] ?? kind;
  const answer = (isRight: boolean) => {
    if (sample !== undefined) setVerdicts(addVerdict(verdicts, kind, isRight));
  };
  const undo = () => setVerdicts(takeBack(verdicts, kind));
  const acts: Readonly<Record<string, () => void>> = {
    y: () => answer(true),
    n: () => answer(false),
    u: undo,
    k: () => setKind(next),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const inList = event.target instanceof Element && event.target.closest('[role=listbox]') !== null;
    const act = acts[event.key.toLowerCase()];
    if (act === undefined || inList || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  return (
    <Dialog
      title="Are these findings right?"
      isOpen
      size="medium"
      onClose={() => onClose(confirmedWith(confirmed, verdicts))}
      actions={<Button onPress={() => onClose(confirmedWith(confirmed, verdicts))}>Close</Button>}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the buttons inside say what the keys do */}
      <div className={styles['content']} onKeyDown={onKeyDown}>
        <Select
          label="Kind"
          options={finders.map((value) => ({ value, name: findingKindNames[value] }))}
          value={kind}
          onChange={setKind}
        />
        {found.error === null ? null : <Notice tone="error">{failureOf(found.error).message}</Notice>}
        <div
          key={kind}
          ref={focusOn}
          className={styles['region']}
          tabIndex={0}
          role="group"
          aria-label="Finding"
        >
          <SampleView kind={kind} found={found.data} said={said} before={confirmed?.[kind]} />
        </div>
        <div className={styles['buttons']}>
          <Button keys="y" isDisabled={sample === undefined} onPress={() => answer(true)}>
            Yes, it is
          </Button>
          <Button keys="n" isDisabled={sample === undefined} onPress={() => answer(false)}>
            No, it is not
          </Button>
          <Button variant="quiet" keys="u" isDisabled={said.length === 0} onPress={undo}>
            Undo
          </Button>
          <Button variant="quiet" keys="k" isDisabled={finders.length < 2} onPress={() => setKind(next)}>
            Next kind
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** With each kind the keys are at hand again. */
function focusOn(element: HTMLElement | null): void {
  element?.focus();
}
