/** What a filter field of a label is about. */
export interface LabelField {
  readonly question: string;
  /** Whose answers; null for anybody's. */
  readonly annotator: string | null;
}

/** The field of a question's answers: `label.verdict`, or `label.verdict@ana` for those of one annotator. */
export function labelField({ question, annotator }: LabelField): `label.${string}` {
  return annotator === null ? `label.${question}` : `label.${question}@${annotator}`;
}

/**
 * Reads {@link labelField}'s text; null for another field. The annotator starts after the first `@`, because names are
 * often mail addresses.
 */
export function parseLabelField(field: string): LabelField | null {
  if (!field.startsWith('label.')) return null;
  const name = field.slice('label.'.length);
  const at = name.indexOf('@');
  if (at < 0) return { question: name, annotator: null };
  return { question: name.slice(0, at), annotator: name.slice(at + 1) };
}
