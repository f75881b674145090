import { Notice } from '../../../ui/notice.tsx';
import { OptionalNumberField } from '../../../ui/optional-number-field.tsx';
import type { SectionProps } from './recipe-part.ts';

/** An edited output is less good, which is not yet bad: whoever calls it bad should know what that teaches. */
export function BadAnswers({ recipe, onChange }: SectionProps) {
  if (recipe.pairs !== undefined && recipe.pairs.from !== 'edit') return null;
  return (
    <>
      <OptionalNumberField
        label="An edited output counts as bad from"
        hint="Of its words changed; nothing: never."
        isShare
        minimum={0}
        maximum={1}
        placeholder="Never"
        value={recipe.badFrom}
        onChange={(badFrom) => onChange({ badFrom })}
      />
      {recipe.badFrom === undefined ? null : (
        <Notice tone="caution">
          An edited output is less good, not bad: people had begun with it. Counted as bad, the model learns
          to avoid what it had right as well. Ratings or outcomes say more plainly what is bad.
        </Notice>
      )}
    </>
  );
}
