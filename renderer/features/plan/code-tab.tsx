import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type PlanCode, planCodeSchema } from '../../../shared/contract/plan-operations.ts';
import { planCodeNames } from '../../../shared/domain/plan/plan-words.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { codeCommands } from './plan-commands.ts';
import styles from './plan.module.css';
import { usePlanFiles } from './use-plan-files.ts';

const kinds = planCodeSchema.options;

/** What the plan is turned into, to copy or to save. */
export function CodeTab({ hasSignals }: { readonly hasSignals: boolean }) {
  const queries = useQueries();
  const write = usePlanFiles();
  const [kind, setKind] = useState<PlanCode>('schema');
  const generated = useQuery({
    ...queries.plan.generate.queryOptions({ input: { kind } }),
    placeholderData: keepPreviousData,
  });
  const code = hasSignals ? generated.data : undefined;
  const go = (steps: number) => {
    const next = kinds[kinds.indexOf(kind) + steps];
    if (next !== undefined) setKind(next);
  };
  const copy = () => {
    if (code === undefined) return;
    void navigator.clipboard.writeText(code.text).then(
      () => showToast('Copied'),
      () => showToast('The clipboard refused it. Save the code to a file instead.'),
    );
  };
  const save = () => {
    if (code !== undefined) void write(kind, code.fileName);
  };
  useCommands(
    'plan.code-tab',
    codeCommands({
      next: () => go(1),
      previous: () => go(-1),
      copy,
      write: save,
      hasCode: code !== undefined,
    }),
  );
  return (
    <div className={styles['plan']}>
      <div className={styles['bar']}>
        <div className={styles['tabs']} role="group" aria-label="Kinds of code">
          {kinds.map((one) => (
            <button
              key={one}
              type="button"
              className={styles['tab']}
              aria-pressed={one === kind}
              onClick={() => setKind(one)}
            >
              {planCodeNames[one]}
            </button>
          ))}
        </div>
        <div className={styles['pushed']}>
          <Button command="plan.copy" isDisabled={code === undefined} onPress={copy}>
            Copy
          </Button>
          <Button command="plan.write" isDisabled={code === undefined} onPress={save}>
            Save…
          </Button>
        </div>
      </div>
      {generated.error === null ? null : <Notice tone="error">{failureOf(generated.error).message}</Notice>}
      {hasSignals ? (
        <pre className={styles['code']} tabIndex={0} aria-label={planCodeNames[kind]} data-code={kind}>
          <code>{code?.text ?? ''}</code>
        </pre>
      ) : (
        <p className={styles['empty']}>
          Nothing is planned yet, so that there is nothing to write. Plan a signal first.
        </p>
      )}
    </div>
  );
}
