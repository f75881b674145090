import type { AnnotatorProfile } from '../../../shared/contract/team-operations.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatMoment, formatPlural, formatSeconds } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import styles from './team.module.css';

export interface ProfileFiguresProps {
  readonly profile: AnnotatorProfile;
  readonly hasItems: boolean;
  readonly onOpen: () => void;
}

/** What one annotator did, in figures. */
export function ProfileFigures({ profile, hasItems, onOpen }: ProfileFiguresProps) {
  const { name, kind, labels, items, edits, spans, activeDays, firstAt, lastAt, pace } = profile;
  return (
    <Section
      title={name}
      hint={
        firstAt === null || lastAt === null
          ? 'All that is theirs was imported; when they worked is not known.'
          : `In Flywheel from ${formatMoment(firstAt)} to ${formatMoment(lastAt)}.`
      }
      actions={
        <>
          <Badge>{kind === 'person' ? 'Person' : 'Imported'}</Badge>
          <Button command="team.open" isDisabled={!hasItems} onPress={onOpen}>
            Open in the review
          </Button>
        </>
      }
    >
      <dl className={styles['figures']}>
        <Figure name="Labels" value={formatCount(labels)} detail={`on ${formatPlural(items, 'item')}`} />
        <Figure name="Edits" value={formatCount(edits)} />
        <Figure name="Labels on parts" value={formatCount(spans)} />
        <Figure name="Active days" value={formatCount(activeDays)} />
        <Figure
          name="Pace"
          value={pace === null ? '–' : formatCount(Math.round(pace.perHour))}
          detail={
            pace === null
              ? firstAt === null
                ? 'not known of imported labels'
                : 'known once they go on to a next item'
              : `items an hour; ${formatPlural(pace.items, 'item')} in ${formatSeconds(pace.milliseconds / 1000)}`
          }
        />
      </dl>
      <p className={styles['hint']}>
        Pauses of more than five minutes, and answers given to many items at once, do not count towards the
        pace.
      </p>
    </Section>
  );
}

function Figure({
  name,
  value,
  detail,
}: {
  readonly name: string;
  readonly value: string;
  readonly detail?: string;
}) {
  return (
    <div className={styles['figure']}>
      <dt>{name}</dt>
      <dd>
        <span className={styles['value']}>{value}</span>
        {detail === undefined ? null : <span className={styles['detail']}>{detail}</span>}
      </dd>
    </div>
  );
}
