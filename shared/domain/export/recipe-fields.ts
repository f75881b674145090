/** What a field of a recipe is called, and what it means where it is not there. */
export interface RecipeField {
  readonly label: string;
  readonly absent: string;
  /** A number from 0 to 1 that people read as a percentage. */
  readonly isShare?: true;
}

const none = 'none';
const noLimit = 'no limit';

/** By path. Fields that no list here names are called by their path. */
export const recipeFields: Readonly<Record<string, RecipeField>> = {
  format: { label: 'Format', absent: none },
  filter: { label: 'Interactions', absent: 'all' },
  validation: { label: 'Share held out for validation', absent: '0 %', isShare: true },
  test: { label: 'Share held out as a test set', absent: '0 %', isShare: true },
  seed: { label: 'Seed of the split', absent: none },
  target: { label: 'What supervised pairs learn from', absent: none },
  trains: { label: 'Answers that are learned', absent: 'all' },
  groupBy: { label: 'Never split', absent: none },
  consensus: { label: 'Consensus', absent: 'any annotator' },
  badFrom: { label: 'Changed words from which an output is bad', absent: 'never', isShare: true },
  container: { label: 'Container', absent: 'jsonl' },
  'pairs.from': { label: 'What gives the better answer', absent: 'edit' },
  'pairs.leastChange': { label: 'Smallest change of an edit', absent: noLimit, isShare: true },
  'pairs.mostChange': { label: 'Largest change of an edit', absent: noLimit, isShare: true },
  'pairs.signal': { label: 'Signal or question that is read', absent: none },
  'pairs.other': { label: 'Field of the other output', absent: 'other_output' },
  'pairs.good': { label: 'Good from', absent: 'nothing' },
  'pairs.bad': { label: 'Bad up to', absent: 'nothing' },
  system: { label: 'System message', absent: 'as logged' },
  'clean.trim': { label: 'White space off both ends', absent: 'no' },
  'clean.normalise': { label: 'Unicode form', absent: 'as logged' },
  'clean.template': { label: 'Template of the input', absent: none },
  'privacy.finders': { label: 'Personal data that is looked for', absent: none },
  'privacy.names': { label: 'Names that are looked for', absent: none },
  'privacy.action': { label: 'What happens to personal data', absent: 'nothing' },
  'privacy.confirmed': { label: 'Findings that were confirmed', absent: none },
  'tokens.encoding': { label: 'Vocabulary that tokens are counted with', absent: none },
  'tokens.most': { label: 'Tokens of a row', absent: noLimit },
  'tokens.pricePerMillion': { label: 'Price of a million tokens', absent: none },
  'tokens.epochs': { label: 'Epochs', absent: '1' },
  'limits.mostCharacters': { label: 'Characters of a row', absent: noLimit },
  'limits.perUser': { label: 'Rows of a user', absent: noLimit },
  'limits.perMode': { label: 'Rows of a failure mode', absent: noLimit },
  'limits.perPromptVersion': { label: 'Rows of a prompt version', absent: noLimit },
  'limits.total': { label: 'Rows in all', absent: noLimit },
  'balance.by': { label: 'Balanced by', absent: 'nothing' },
  'balance.most': { label: 'Largest group beside the smallest', absent: noLimit },
  'duplicates.exact': { label: 'Leaves out equal rows', absent: 'no' },
  'duplicates.near': { label: 'Leaves out near-duplicates from', absent: 'never', isShare: true },
  'decontaminate.path': { label: 'File that must not be in it', absent: none },
  'decontaminate.words': { label: 'Words in a row that are a hit', absent: none },
  stable: { label: 'Leaves out rows that belong to both sides', absent: 'no' },
  keepsNearDuplicates: { label: 'Near-duplicates stay on one side', absent: 'no' },
  perMode: { label: 'Examples of each failure mode', absent: 'one for each interaction' },
  'card.title': { label: 'Title of the card', absent: none },
  'card.licence': { label: 'Licence of the card', absent: none },
  'card.description': { label: 'Description of the card', absent: none },
  'card.creator': { label: 'Creator that the card names', absent: none },
  'card.published': { label: 'Day of publication', absent: none },
  'card.url': { label: 'Address that the card names', absent: none },
};
