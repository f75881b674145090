export type Language = 'en' | 'de' | 'fr' | 'nl';

/**
 * What customers write about one matter and what the shop has to say to it. All texts are templates (see
 * `expand`). A fact that starts with `? ` is the answer to the customer's question, one with `- ` a step that an
 * agent may turn into a list; `<right~wrong>` marks a detail the assistant may get wrong.
 */
export interface Topic {
  readonly id: string;
  readonly language: Language;
  readonly weight: number;
  readonly subject: string;
  readonly mails: readonly string[];
  /** The same matter asked again after an answer that did not help. */
  readonly again: readonly string[];
  readonly acknowledge: string;
  readonly facts: readonly string[];
  /** Promises and policies the shop does not have. */
  readonly invented: readonly string[];
}
