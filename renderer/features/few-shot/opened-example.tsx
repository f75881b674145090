import { Link } from 'wouter';
import type {
  FewShotChoice,
  FewShotCounter,
  FewShotExample,
  FewShotItem,
} from '../../../shared/contract/few-shot-operations.ts';
import { evidenceText } from '../../../shared/domain/fewshot/explain-example.ts';
import { reviewPath } from '../../app/routes.ts';
import diffStyles from '../../ui/diff/diff-view.module.css';
import { formatPlural } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { percent } from './few-shot-texts.ts';
import styles from './opened-example.module.css';

/** The entry of the list that is open: its texts, why it is there, and what would be missing without it. */
export function OpenedExample({ choice, index }: { readonly choice: FewShotChoice; readonly index: number }) {
  const counter = choice.counters[index];
  const example = choice.examples[index - choice.counters.length];
  if (counter !== undefined) return <OpenedCounter counter={counter} />;
  return example === undefined ? null : <Opened example={example} />;
}

function Opened({ example }: { readonly example: FewShotExample }) {
  const { id, input, answer, isEdited, why, evidence, quality, loss, aloneCount, alone } = example;
  return (
    <div className={styles['opened']}>
      <Section title="The example" hint={<Link href={reviewPath([], id)}>Open it in the review</Link>}>
        <Text name="Input" text={input} />
        <Text name={isEdited ? 'Answer: the edit' : 'Answer: the output'} text={answer} />
      </Section>
      <Section title="Why it is here">
        <p>{why}</p>
        <ul className={styles['facts']}>
          {evidence.map((one) => (
            <li key={`${one.kind} ${one.name}`}>
              {evidenceText(one)} counts {percent(one.score)}
            </li>
          ))}
          <li>Together with one half for what is not known: {percent(quality)}</li>
        </ul>
      </Section>
      <Section title="Without it">
        <p>
          {percent(loss)} of coverage would be lost.{' '}
          {aloneCount === 0
            ? 'Other examples are nearly as like to all that it covers.'
            : `It alone covers ${formatPlural(aloneCount, 'interaction')}: without it they are less than half as like to any example.`}
        </p>
        <Items items={alone} />
      </Section>
    </div>
  );
}

function OpenedCounter({ counter }: { readonly counter: FewShotCounter }) {
  const { id, input, bad, good, mode, why } = counter;
  return (
    <div className={styles['opened']}>
      <Section
        title="The counter-example"
        hint={<Link href={reviewPath([], id)}>Open it in the review</Link>}
      >
        <Text name="Input" text={input} />
        <div className={styles['text']}>
          <h3 className={styles['name']}>Not like this: the output</h3>
          <p dir="auto">
            <span className={diffStyles['removed']}>{bad}</span>
          </p>
        </div>
        <div className={styles['text']}>
          <h3 className={styles['name']}>Like this: the edit</h3>
          <p dir="auto">
            <span className={diffStyles['added']}>{good}</span>
          </p>
        </div>
      </Section>
      <Section title="Why it is here">
        <p>{why}</p>
        <p className={styles['definition']}>
          <bdi>{mode.name}</bdi>
          {mode.definition === ''
            ? ' has no definition yet: models only read its name.'
            : `: ${mode.definition}`}
        </p>
      </Section>
    </div>
  );
}

function Text({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className={styles['text']}>
      <h3 className={styles['name']}>{name}</h3>
      <p dir="auto">{text}</p>
    </div>
  );
}

/** Interactions by their inputs, each a way to the review. */
export function Items({ items }: { readonly items: readonly FewShotItem[] }) {
  return items.length === 0 ? null : (
    <ul className={styles['items']}>
      {items.map(({ id, input }) => (
        <li key={id}>
          <Link href={reviewPath([], id)} dir="auto">
            {input === '' ? 'No input' : input}
          </Link>
        </li>
      ))}
    </ul>
  );
}
