import type { WeeklyRow } from '../../../shared/contract/weekly-operations.ts';
import {
  differenceText,
  shareText,
  testText,
  trendText,
} from '../../../shared/domain/weekly/weekly-texts.ts';
import { weeklyDecisionNames } from '../../../shared/domain/weekly/weekly-words.ts';
import styles from './weekly.module.css';

/** The figures of a failure mode in a week, with intervals and what they are of. */
export function RowFacts({ row }: { readonly row: WeeklyRow }) {
  const { thisWeek, lastWeek, before, difference, trend, earlier } = row;
  return (
    <dl className={styles['facts']}>
      <Fact name="This week" value={shareText(thisWeek)} />
      <Fact name="Last week" value={shareText(lastWeek)} />
      <Fact name="Four weeks before" value={shareText(before)} />
      <Fact
        name="Difference"
        value={
          difference === null
            ? 'too little to compare'
            : `${differenceText(difference)}; ${testText(difference)}`
        }
      />
      <Fact
        name="Trend"
        value={trend === null ? 'fewer than four weeks with interactions' : trendText(trend)}
      />
      <Fact name="Earlier decision" value={earlier === null ? 'none' : earlierText(earlier)} />
    </dl>
  );
}

function earlierText({ decision, owner, due, week, note }: NonNullable<WeeklyRow['earlier']>): string {
  const parts = [
    `${weeklyDecisionNames[decision]} (${week})`,
    owner === null ? null : `owner ${owner}`,
    due === null ? null : `due ${due}`,
    note === '' ? null : note,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}
