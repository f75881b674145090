import { useMutation } from '@tanstack/react-query';
import type { FewShotSet } from '../../../shared/contract/few-shot-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatMoment, formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { liveText, percent } from './few-shot-texts.ts';
import styles from './kept-sets.module.css';

/** The sets that are kept, and which of them is in the prompt now. */
export function KeptSets({
  sets,
  isReadOnly,
}: {
  readonly sets: readonly FewShotSet[];
  readonly isReadOnly: boolean;
}) {
  const queries = useQueries();
  const setLive = useMutation(queries.fewShot.setLive.mutationOptions());
  const remove = useMutation(queries.fewShot.remove.mutationOptions());
  const error = setLive.error ?? remove.error;
  return (
    <Section title="Kept sets" hint="One set is live for each prompt version, and one for all of them.">
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      <ul className={styles['sets']}>
        {sets.map((set) => {
          const { id, name, examples, counters, tokens, coverage, createdAt } = set;
          const live = liveText(set);
          return (
            <li key={id} className={styles['set']}>
              <div className={styles['texts']}>
                <p>
                  <bdi>{name}</bdi> {live === null ? null : <Badge tone="positive">{live}</Badge>}
                </p>
                <p className={styles['about']}>
                  {formatPlural(examples.length, 'example')}
                  {counters.length === 0 ? '' : `, ${formatPlural(counters.length, 'counter-example')}`},{' '}
                  {formatCount(tokens)} tokens, coverage {percent(coverage)} when chosen,{' '}
                  {formatMoment(createdAt)}
                </p>
              </div>
              {isReadOnly ? null : (
                <div className={styles['actions']}>
                  <Button onPress={() => setLive.mutate({ name, liveFor: live === null ? '' : null })}>
                    {live === null ? 'Make live' : 'Take out of the prompt'}
                  </Button>
                  <Button
                    variant="quiet"
                    aria-label={`Remove ${name}`}
                    onPress={() => remove.mutate({ name })}
                  >
                    Remove
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
