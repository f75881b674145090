import { comparedInput, likeness } from './likeness.ts';
import { defaultSignalSettings } from './settings.ts';

/** Whether an input asks again what the one before it asked, by what is alike unless a project says otherwise. */
export function isAskedAgain(before: string, after: string): boolean {
  return likeness(comparedInput(before), comparedInput(after)) >= defaultSignalSettings.requery.leastLikeness;
}
