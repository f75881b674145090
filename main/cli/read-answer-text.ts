import type { LabelSchema, LabelValue } from '../../shared/domain/schema/label-schema.ts';

/**
 * An answer typed in a shell as the kind of value that its question takes; an empty one is no answer. What fits no kind
 * is left to the engine to refuse.
 */
export function readAnswerText(schema: LabelSchema, id: string, text: string): LabelValue | null {
  if (text === '') return null;
  const question = schema.questions.find((candidate) => candidate.id === id);
  switch (question?.kind) {
    case 'scale': {
      const number = Number(text);
      return Number.isFinite(number) ? number : text;
    }
    case 'yes_no':
      if (text === 'yes' || text === 'true') return true;
      return text === 'no' || text === 'false' ? false : text;
    case 'multiple_choice':
      return text.split(',').map((option) => option.trim());
    default:
      return text;
  }
}
