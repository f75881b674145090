import type { FewShotChoice } from '../../../shared/contract/few-shot-operations.ts';
import { formatCount, formatPlural } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import styles from './choice-summary.module.css';
import { percent } from './few-shot-texts.ts';
import { Items } from './opened-example.tsx';

/** What the whole set comes to, beside sets by chance and the set that it is compared with. */
export function ChoiceSummary({ choice }: { readonly choice: FewShotChoice }) {
  const { coverage, chance, comparison, tokens, options, found, good, considered, measured } = choice;
  const bars = [
    { name: 'These examples', share: coverage },
    { name: 'As many by chance', share: chance },
    ...(comparison === null ? [] : [{ name: comparison.name, share: comparison.before.coverage }]),
  ];
  return (
    <div className={styles['summary']}>
      <p>
        {formatCount(tokens)} of {formatPlural(options.budget, 'token')}. Of{' '}
        {formatPlural(found, 'interaction')} {formatCount(good)} have a good answer, {formatCount(considered)}{' '}
        of them to choose from.
      </p>
      <dl className={styles['bars']} aria-label="Coverage">
        {bars.map(({ name, share }) => (
          <div key={name} className={styles['line']}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <span className={styles['track']} aria-hidden>
                <span className={styles['bar']} style={{ width: `${100 * share}%` }} />
              </span>
              {percent(share)}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['hint']}>
        Coverage is how like an interaction is to the example nearest to it, on average over{' '}
        {formatPlural(measured, 'interaction')}. {choice.orderWhy}
      </p>
      {choice.notes.map((note) => (
        <p key={note} className={styles['hint']}>
          {note}
        </p>
      ))}
      {choice.groups.length === 0 ? null : (
        <p className={styles['hint']}>
          {choice.groups
            .map(({ name, chosen, candidates }) => `${name}: ${chosen} of ${formatCount(candidates)}`)
            .join('; ')}
        </p>
      )}
    </div>
  );
}

/** Which examples come and go beside the set that it is compared with. */
export function Comparison({ comparison }: { readonly comparison: FewShotChoice['comparison'] }) {
  if (comparison === null) return null;
  const { name, stays, in: added, out, missing, before, after } = comparison;
  return (
    <Section
      title={`Beside “${name}”`}
      hint={`${formatPlural(stays, 'example')} ${stays === 1 ? 'stays' : 'stay'}, ${added.length} in, ${out.length} out. Coverage ${percent(before.coverage)} before, ${percent(after.coverage)} after; tokens ${formatCount(before.tokens)} before, ${formatCount(after.tokens)} after.`}
    >
      {missing === 0 ? null : (
        <p className={styles['hint']}>
          {formatPlural(missing, 'example')} of it are no longer in the project.
        </p>
      )}
      <div className={styles['sides']}>
        <div>
          <h3 className={styles['side']}>In</h3>
          {added.length === 0 ? <p className={styles['hint']}>Nothing comes in.</p> : <Items items={added} />}
        </div>
        <div>
          <h3 className={styles['side']}>Out</h3>
          {out.length === 0 ? <p className={styles['hint']}>Nothing goes out.</p> : <Items items={out} />}
        </div>
      </div>
    </Section>
  );
}
