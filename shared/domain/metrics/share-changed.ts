import { editRates } from './edit-rates.ts';

/** Words that were changed, of the longer text's words: 0 to 1. */
export function shareChanged(output: string, edit: string): number {
  const { wordEdits, outputWords, editWords } = editRates(output, edit);
  return wordEdits / Math.max(outputWords, editWords, 1);
}
