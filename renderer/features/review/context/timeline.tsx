import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Item } from '../../../../shared/contract/item-operations.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { formatMoment } from '../../../ui/format.ts';
import { Section } from './context-section.tsx';
import { durationText } from './signal-text.ts';
import { noNames, tellHappening, type Told } from './tell-happening.tsx';
import { type Happening, timelineOf } from './timeline-entries.ts';
import styles from './timeline.module.css';

/** Signals, edits and labels of an interaction in the order of time, counted from the interaction. */
export function TimelineSection({ item }: { readonly item: Item }) {
  const queries = useQueries();
  const questions = useQuery(queries.schema.everyQuestion.queryOptions()).data ?? noNames.questions;
  const failureModes = useQuery(queries.review.failureModes.queryOptions()).data ?? noNames.failureModes;
  const tell = (happening: Happening) => tellHappening(happening, { questions, failureModes });
  const { timed, untimed } = timelineOf(item);
  const isEmpty = untimed.length === 0 && timed.every(({ happening }) => happening.kind === 'interaction');
  return (
    <Section id="timeline" title="Signals and time">
      {isEmpty ? <p className={styles['empty']}>No signal, edit or label came with it yet.</p> : null}
      {isEmpty ? null : (
        <ol className={styles['timeline']}>
          {timed.map(({ at, after, happening }, index) => (
            <Row
              // Two things may happen at once; the order is that of time.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              told={tell(happening)}
              time={<time title={formatMoment(at)}>{distance(at, after)}</time>}
            />
          ))}
        </ol>
      )}
      {untimed.length === 0 ? null : (
        <ul className={styles['timeline']} aria-label="Without a time">
          {untimed.map((happening, index) => (
            <Row
              // They have no identity but their place, and are never reordered.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              told={tell(happening)}
              time={<span title="The log says no time">no time</span>}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** `+4.7 s` after the interaction, `+3 days`, or the moment where the interaction has no time of its own. */
function distance(at: number, after: number | null): string {
  if (after === null) return formatMoment(at);
  if (after === 0) return '0 s';
  const size = Math.abs(after);
  const length = size < 2 * day ? durationText(size) : `${Math.round(size / day)} days`;
  return `${after < 0 ? '−' : '+'}${length}`;
}

const day = 86_400_000;

function Row({ told, time }: { readonly told: Told; readonly time: ReactNode }) {
  const { mark, kind, text, title } = told;
  return (
    <li className={styles['row']} data-kind={kind}>
      <span className={styles['time']}>{time}</span>
      <span className={styles['mark']} aria-hidden>
        {mark}
      </span>
      <span className={styles['what']} dir="auto" title={title}>
        {text} <span className={styles['kind']}>{kind}</span>
      </span>
    </li>
  );
}
