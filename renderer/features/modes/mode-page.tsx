import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Mode } from '../../../shared/contract/cluster-operations.ts';
import { modeStatusNames } from '../../../shared/domain/modes/mode-status.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { modePath } from '../../app/routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Estimate } from './estimate.tsx';
import { Examples } from './examples.tsx';
import { ModeActions } from './mode-actions.tsx';
import { ModeDefinitionPart } from './mode-definition.tsx';
import { ModeFacts } from './mode-facts.tsx';
import { countText, shareText } from './mode-texts.ts';
import styles from './opened.module.css';
import type { ModeActs } from './use-mode-acts.ts';
import type { ModesList } from './use-modes-list.ts';

export interface ModePageProps {
  readonly id: string;
  readonly list: ModesList;
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
}

/** A failure mode: what it is, how frequent, since when, where, and examples. */
export function ModePage({ id, list, acts, isReadOnly }: ModePageProps) {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const known = list.modes.find((mode) => mode.id === id);
  const asked = useQuery({
    ...queries.modes.get.queryOptions({ input: { id } }),
    enabled: known === undefined && !list.isPending,
  });
  const mode = known ?? asked.data;
  // One that was merged gives the one that stands for it.
  const standsFor = mode !== undefined && mode.id !== id ? mode.id : null;
  useEffect(() => {
    if (standsFor !== null) navigate(modePath(standsFor), { replace: true });
  }, [standsFor, navigate]);
  const subject = useMemo(() => ({ kind: 'mode', id }) as const, [id]);

  if (mode === undefined)
    return asked.error === null ? (
      <div className={styles['page']} aria-busy />
    ) : (
      <div className={styles['page']}>
        <Notice tone="error">{failureOf(asked.error).message}</Notice>
      </div>
    );
  const shared = { mode, list, acts, isReadOnly };
  return (
    <article className={styles['page']} aria-label="Failure mode">
      <ModeHead mode={mode} />
      <ModeActions {...shared} />
      <div className={styles['columns']}>
        <div className={styles['facts']}>
          <div className={styles['about']}>
            <ModeDefinitionPart {...shared} />
            <Estimate id={mode.id} />
          </div>
          <ModeFacts mode={mode} clusters={list.clusters} />
        </div>
        <Examples
          subject={subject}
          modes={list.modes}
          acts={acts}
          isReadOnly={isReadOnly}
          known={mode.changes}
        />
      </div>
    </article>
  );
}

function ModeHead({ mode }: { readonly mode: Mode }) {
  const { name, status, severity, owner, share, labels } = mode;
  return (
    <header className={styles['head']}>
      <h2 className={styles['name']}>
        <bdi>{name}</bdi>
      </h2>
      <Badge tone={status === 'fixed' ? 'positive' : status === 'fixing' ? 'accent' : 'neutral'}>
        {modeStatusNames[status]}
      </Badge>
      {severity === null ? null : (
        <Badge tone={severity === 'critical' ? 'negative' : 'caution'}>{severity}</Badge>
      )}
      {owner === null ? null : <Badge>{owner}</Badge>}
      <p className={styles['counts']}>
        {countText(mode)}
        {share === null ? '' : `, ${shareText(share)} of all`}
        {labels === 0 ? '' : `, ${labels} labelled`}
      </p>
    </header>
  );
}
