import type { Card } from '../../../../shared/domain/export/recipe-parts.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { SectionProps } from './recipe-part.ts';

/** What the card of a Hugging Face folder says beside the counts. */
export function CardSection({ recipe, problems, onChange }: SectionProps) {
  const card: Card = recipe.card ?? { title: '' };
  const change = (part: Partial<Card>) => {
    const next = { ...card, ...part };
    const isEmpty = next.title === '' && next.licence === undefined && next.description === undefined;
    onChange({ card: isEmpty ? undefined : next });
  };
  return (
    <>
      <TextField
        label="Title"
        value={card.title}
        problem={problems['card.title']}
        onChange={(title) => change({ title })}
      />
      <TextField
        label="Licence"
        placeholder="cc-by-4.0"
        value={card.licence ?? ''}
        onChange={(licence) => change({ licence: licence === '' ? undefined : licence })}
      />
      <TextArea
        label="Description"
        value={card.description ?? ''}
        onChange={(description) => change({ description: description === '' ? undefined : description })}
      />
    </>
  );
}
