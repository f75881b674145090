import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangeLine } from '../../ui/diff/change-line.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ModeDialogProps } from './merge-dialog.tsx';
import styles from './split-dialog.module.css';
import { unitKey } from './use-examples.ts';

const fewest = 2;
const most = 8;
const shownExamples = 3;

/** Divides a failure mode into parts: how many, what would be in each, and what each is called. */
export function SplitDialog({ mode, acts, onClose }: ModeDialogProps) {
  const queries = useQueries();
  const [parts, setParts] = useState(fewest);
  /** Names as they were written, by the number of parts and the place of the part. */
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const preview = useQuery({
    ...queries.modes.splitPreview.queryOptions({ input: { subject: { kind: 'mode', id: mode.id }, parts } }),
    gcTime: 0,
    retry: false,
  });
  const found = preview.data?.parts ?? [];
  const nameOf = (index: number) =>
    names[`${parts} ${index}`] ?? (index === 0 ? mode.name : (found[index]?.name ?? ''));
  const taken = new Set<string>();
  const problems = found.map((_, index) => {
    const name = nameOf(index).trim();
    const problem =
      name === '' ? 'Give it a name.' : taken.has(name.toLowerCase()) ? 'Another part has this name.' : '';
    taken.add(name.toLowerCase());
    return problem;
  });
  const isReady = found.length >= fewest && problems.every((problem) => problem === '');
  const split = useMutation({
    mutationFn: async () =>
      acts.act(
        (client, annotator) =>
          client.modes.split({
            annotator,
            id: mode.id,
            parts: found.map(({ examples }, index) => ({
              name: nameOf(index).trim(),
              examples: examples.map(({ interactionId, place }) => ({ interactionId, place })),
            })),
          }),
        `Split “${mode.name}” into ${found.length}`,
      ),
    onSuccess: onClose,
  });
  const accept = () => {
    if (isReady && !split.isPending) split.mutate();
  };
  return (
    <Dialog
      title={`Split “${mode.name}”`}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" keys="Enter" isDisabled={!isReady || split.isPending} onPress={accept}>
            Split into {parts}
          </Button>
        </>
      }
    >
      <div className={styles['count']}>
        <NumberField
          label="Parts"
          value={parts}
          minimum={fewest}
          maximum={most}
          autoFocus
          onChange={setParts}
          onEnter={accept}
        />
        <p className={styles['hint']}>
          The first part keeps the failure mode with its history. What is like the examples of a part goes
          with it.
        </p>
      </div>
      {preview.error === null ? null : <Notice tone="error">{failureOf(preview.error).message}</Notice>}
      <ol className={styles['parts']} aria-busy={preview.isPending || undefined}>
        {found.map(({ count, terms, examples }, index) => (
          // The parts have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${parts} ${index}`} className={styles['part']}>
            <TextField
              label={`Name of part ${index + 1}`}
              value={nameOf(index)}
              maxLength={200}
              onChange={(name) => setNames({ ...names, [`${parts} ${index}`]: name })}
              onEnter={accept}
              problem={problems[index]}
            />
            <p className={styles['hint']} dir="auto">
              {formatPlural(count, 'change')}
              {terms.removed.length === 0 ? '' : ` · removed: ${terms.removed.slice(0, 5).join(', ')}`}
              {terms.added.length === 0 ? '' : ` · added: ${terms.added.slice(0, 5).join(', ')}`}
            </p>
            <ul className={styles['examples']}>
              {examples.slice(0, shownExamples).map((change) => (
                <li key={unitKey(change)}>
                  <ChangeLine change={change} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
