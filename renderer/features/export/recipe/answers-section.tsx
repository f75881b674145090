import { formats } from '../../../../shared/domain/export/formats/registry.ts';
import { OptionalNumberField } from '../../../ui/optional-number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { BadAnswers } from './bad-answers.tsx';
import { CleanFields } from './clean-fields.tsx';
import { PairingFields } from './pairing-fields.tsx';
import type { SectionProps } from './recipe-part.ts';
import { hasOneAnswer, optionsOf, targetTexts, trainsTexts } from './recipe-texts.ts';
import { SystemFields } from './system-fields.tsx';

/** What becomes what: which answers are good, which are learned, and how their texts are cleaned. */
export function AnswersSection(props: SectionProps) {
  const { recipe, onChange } = props;
  const { kind } = formats[recipe.format];
  return (
    <>
      <PairingFields {...props} />
      {kind === 'unpaired' ? <BadAnswers {...props} /> : null}
      {hasOneAnswer(recipe.format) ? (
        <Select
          label="Learn from"
          options={optionsOf(targetTexts)}
          value={recipe.target}
          onChange={(target) => onChange({ target })}
        />
      ) : null}
      {kind === 'supervised' ? (
        <Select
          label="Earlier answers of a conversation"
          options={optionsOf(trainsTexts)}
          value={recipe.trains ?? 'all'}
          onChange={(trains) => onChange({ trains: trains === 'all' ? undefined : trains })}
        />
      ) : null}
      {kind === 'evaluation' ? (
        <OptionalNumberField
          label="Examples of each confirmed failure mode"
          value={recipe.perMode}
          minimum={1}
          placeholder="One test for each interaction"
          onChange={(perMode) => onChange({ perMode })}
        />
      ) : null}
      <SystemFields {...props} />
      <CleanFields {...props} />
    </>
  );
}
