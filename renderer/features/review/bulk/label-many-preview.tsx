import type { LabelManyPreview } from '../../../../shared/contract/label-many-operations.ts';
import { formatCount } from '../../../ui/format.ts';
import styles from './label-many-dialog.module.css';

export interface LabelManyPreviewViewProps {
  /** Undefined until an answer is chosen and counted. */
  readonly preview: LabelManyPreview | undefined;
  readonly replaces: boolean;
  readonly isTakingBack: boolean;
}

/** Lines of examples; their room is kept, so that nothing moves when they come. */
const exampleCount = 5;

/** What the step would do: how many get the answer, have it, or have another one, and the first that would change. */
export function LabelManyPreviewView({ preview, replaces, isTakingBack }: LabelManyPreviewViewProps) {
  const examples = preview?.examples ?? [];
  const rows = isTakingBack
    ? [
        ['Your answer is taken back', preview?.different],
        ['You have not answered', preview?.same],
      ]
    : [
        ['Get this answer', preview?.unanswered],
        [`You answered differently, which is ${replaces ? 'replaced' : 'kept'}`, preview?.different],
        ['Have this answer of yours already', preview?.same],
      ];
  return (
    <div className={styles['preview']}>
      <dl className={styles['counts']} aria-label="Preview" aria-live="polite">
        {rows.map(([name, count]) => (
          <div key={name} className={styles['count']}>
            <dt>{name}</dt>
            <dd>{typeof count === 'number' ? formatCount(count) : '–'}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles['examples']} aria-label="Examples of what changes">
        {Array.from({ length: exampleCount }, (_, index) => {
          const example = examples[index];
          return (
            <li key={example?.id ?? index} className={styles['example']} dir="auto">
              {example === undefined
                ? '\u00a0'
                : `${example.input || 'No input'} → ${example.output || 'No output'}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
