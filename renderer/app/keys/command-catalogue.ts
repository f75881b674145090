/** A command that a person can give other keys, as it is known without its screen. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  /** Heading it is listed under. */
  readonly group: string;
  /** Where its keys work; only commands of the same place, or everywhere, can be in each other's way. */
  readonly place: Place;
  readonly keys: readonly string[];
  /** True where it works while a text is written, so that its keys must write nothing. */
  readonly inTextFields: boolean;
}

export type Place =
  | 'everywhere'
  | 'review'
  | 'editing'
  | 'schema'
  | 'queues'
  | 'import'
  | 'rejects'
  | 'export'
  | 'few-shot'
  | 'snapshots'
  | 'validate'
  | 'keys'
  | 'team'
  | 'agreement'
  | 'adjudicate'
  | 'modes'
  | 'weekly'
  | 'velocity'
  | 'audit'
  | 'signals'
  | 'mode-editing'
  | 'coding'
  | 'map';

type Row = readonly [id: string, name: string, ...keys: string[]];

const whileTyping = new Set([
  'project.open',
  'app.palette',
  'review.edit.save',
  'review.edit.leave',
  'schema.save',
  'import.start',
  'import.save-mapping',
  'export.run',
  'export.save',
  'export.save-as',
  'few-shot.choose',
  'modes.save',
  'modes.leave',
  'signals.save',
]);

function rows(place: Place, group: string, entries: readonly Row[]): readonly CatalogueEntry[] {
  return entries.map(([id, name, ...keys]) => ({
    id,
    name,
    group,
    place,
    keys,
    inTextFields: whileTyping.has(id),
  }));
}

/**
 * Every command with its standard keys. Screens register theirs with `useCommands` when they are on; this list is what
 * can be said about them before: in the settings, and beside buttons in the first frame. Tests hold the two together.
 */
export const commandCatalogue: readonly CatalogueEntry[] = [
  ...rows('review', 'Review', [
    ['review.next', 'Next interaction', 'j', 'ArrowDown', 'Enter'],
    ['review.previous', 'Previous interaction', 'k', 'ArrowUp'],
    ['review.skip', 'Skip: to the next one I have not labelled, or in a queue with a reason', 's'],
    ['review.next-open', 'Next one of the queue that I have not done', 'Shift+S'],
    ['review.flag', 'Flag for the lead', 'Shift+M'],
    ['review.select-next', 'Select the next interaction too', 'Shift+J', 'Shift+ArrowDown'],
    ['review.select-previous', 'Select the one before too', 'Shift+ArrowUp'],
    ['review.select-all', 'Select every interaction of the list', 'Mod+A'],
    ['review.label-selection', 'Label the selection', 'Shift+B'],
    ['review.clear-selection', 'Select nothing', 'Escape'],
    ['review.undo', 'Undo my last act', 'u', 'Mod+Z'],
    ['review.redo', 'Redo', 'Mod+Shift+Z', 'Shift+U'],
    ['review.history', 'History of this interaction', 'h'],
    ['review.search', 'Search in the texts', '/'],
    ['review.facets', 'Show or hide the facets', 'Shift+F'],
    ['review.views', 'Saved views', 'Shift+V'],
    ['review.list', 'Show or hide the list', '['],
  ]),
  ...rows('review', 'Reading', [
    ['review.next-change', 'Next change', 'n'],
    ['review.previous-change', 'Previous change', 'p'],
    ['review.other-end', 'Go to the other place of moved text', 'm'],
    ['review.next-edit', 'Show the next edit', 'e'],
    ['review.next-against', 'Compare it with the output or another edit', 'Shift+E'],
    ['review.scroll', 'Scroll down', 'Space'],
    ['review.scroll-back', 'Scroll up', 'Shift+Space'],
    ['review.context', 'Show or hide the context', 'c'],
    ['review.reading.mode', 'Next view: pair, inline, edit only, three-way', 'v'],
    ['review.reading.side-by-side', 'Show output and edit side by side'],
    ['review.reading.inline', 'Show output and edit as one text'],
    ['review.reading.edit-only', 'Show the edit only'],
    ['review.reading.three-way', 'Show the output between two edits'],
    ['review.reading.changes-only', 'Show changes only', 'o'],
    ['review.reading.unfold', 'Show the next folded lines', 'Shift+X'],
    ['review.reading.whitespace', 'Ignore white space, or not', 'w'],
    ['review.reading.case', 'Ignore upper and lower case, or not', 'Shift+C'],
    ['review.reading.read-as', 'Read as detected, text, code, JSON or Markdown', 'y'],
    ['review.reading.sort-keys', 'Sort the keys of JSON, or not', 'Shift+K'],
    ['review.reading.rendered', 'Show Markdown rendered, or not', 'd'],
  ]),
  ...rows('review', 'Context', [
    ['review.session.next', 'Next interaction of the session', 'Alt+ArrowDown'],
    ['review.session.previous', 'Previous interaction of the session', 'Alt+ArrowUp'],
    ['review.back', 'Back to the interaction before', 'Backspace'],
    ['review.context.section', 'Go to the next part of the context', 'Shift+D'],
  ]),
  ...rows('review', 'Label', [
    ['review.go-to-next', 'Go to next after required answers, on or off', 'a'],
    ['review.help', 'Help on the questions, on or off', 'q'],
    ['review.part.label', 'Label the change or the selected text', 'Shift+L'],
    ['review.part.words', 'Select words of the output', 'Shift+W'],
    ['review.part.next', 'Next label on the output', 'Shift+N'],
    ['review.part.previous', 'Previous label on the output', 'Shift+P'],
    ['review.part.remove', 'Take my label off the change or text', 'Delete'],
    ...Array.from({ length: 9 }, (_, index): Row => [
      `review.part.mode-${index + 1}`,
      `Label the change or text with failure mode ${index + 1}`,
      `Shift+${index + 1}`,
    ]),
  ]),
  ...rows('review', 'Edit', [
    ['review.edit', 'Edit the text', 'i'],
    ['review.change.revert', 'Revert the change', 'x'],
    ['review.change.accept', 'Accept the change again', 'Shift+A'],
    ['review.change.keep', 'Keep what is shown as my edit', 'Mod+Enter'],
  ]),
  ...rows('editing', 'Edit', [
    ['review.edit.save', 'Save the edit', 'Mod+Enter'],
    ['review.edit.leave', 'Leave the edit', 'Escape'],
  ]),
  ...rows('adjudicate', 'Adjudicate', [
    ['adjudicate.next', 'Next disagreement, this one as it is', 'j', 'ArrowDown', 'Enter', 's'],
    ['adjudicate.previous', 'Previous disagreement', 'k', 'ArrowUp'],
    ['adjudicate.undo', 'Undo my last act', 'u', 'Mod+Z'],
    ['adjudicate.redo', 'Redo', 'Mod+Shift+Z', 'Shift+U'],
    ['adjudicate.note', 'Write a note on the resolution', 'i'],
    ['adjudicate.review', 'Open it in the review', 'Shift+R'],
    ['adjudicate.question', 'Next question with disagreements', 'q'],
    ['adjudicate.names', 'Show or hide the names of annotators', 'h'],
  ]),
  ...rows('schema', 'Label schema', [
    ['schema.next', 'Next question', 'j', 'ArrowDown'],
    ['schema.previous', 'Previous question', 'k', 'ArrowUp'],
    ['schema.edit', 'Change the question', 'e', 'Enter'],
    ['schema.add', 'Add a question', 'a'],
    ['schema.down', 'Move the question down', 'Shift+J', 'Alt+ArrowDown'],
    ['schema.up', 'Move the question up', 'Shift+K', 'Alt+ArrowUp'],
    ['schema.remove', 'Remove the question', 'x', 'Delete'],
    ['schema.built-in', 'Begin with a built-in schema', 'b'],
    ['schema.read', 'Import a label schema', 'i'],
    ['schema.write', 'Export the label schema', 'w'],
    ['schema.discard', 'Discard the changes'],
    ['schema.save', 'Save the label schema', 'Mod+S'],
  ]),
  ...rows('queues', 'Queues', [
    ['queues.next', 'Next queue', 'j', 'ArrowDown'],
    ['queues.previous', 'Previous queue', 'k', 'ArrowUp'],
    ['queues.make', 'Make a queue', 'n'],
    ['queues.change', 'Change the queue', 'e'],
    ['queues.refresh', 'Put the queue in order anew', 'r'],
    ['queues.remove', 'Delete the queue', 'x', 'Delete'],
  ]),
  ...rows('velocity', 'Velocity', [
    ['velocity.next', 'Next metric', 'j'],
    ['velocity.previous', 'Previous metric', 'k'],
    ['velocity.back', 'Back to all metrics', 'Escape'],
    ['velocity.filters', 'Choose the time and what is counted', 'f'],
    ['velocity.by', 'Break down by the next: prompt version, model, surface, segment, user', 'b'],
    ['velocity.compare', 'Compare two prompt versions, models, surfaces or segments', 'c'],
    ['velocity.swap', 'Swap what is compared', 'y'],
    ['velocity.digest', 'Show the digest of the latest week', 'd'],
    ['velocity.markdown', 'Save the digest as Markdown', 'm'],
    ['velocity.html', 'Save the digest as HTML', 'h'],
    ['velocity.print', 'Print what is shown', 'p'],
    ['velocity.refresh', 'Count again', 'r'],
    ['velocity.chart', 'Go to the points of the chart', 'x'],
    ['velocity.table', 'Show or hide the table of the chart', 't'],
    ['velocity.target', 'Set a target', 'w'],
    ['velocity.mix', 'Break down by what the mix warns of', 's'],
    ['velocity.svg', 'Save the chart as SVG', 'v'],
    ['velocity.png', 'Save the chart as PNG', 'n'],
  ]),
  ...rows('weekly', 'Weekly review', [
    ['weekly.earlier', 'The week before', '['],
    ['weekly.later', 'The week after', ']'],
    ['weekly.next', 'Next failure mode', 'j', 'ArrowDown'],
    ['weekly.previous', 'Previous failure mode', 'k', 'ArrowUp'],
    ['weekly.open', 'Open it among the failure modes', 'o'],
    ['weekly.whole', 'Show its changes in full, or in a line each', 'e'],
    ['weekly.decide-1', 'Decide: Change the prompt', '1'],
    ['weekly.decide-2', 'Decide: Add examples', '2'],
    ['weekly.decide-3', 'Decide: Fine-tune', '3'],
    ['weekly.decide-4', 'Decide: Watch', '4'],
    ['weekly.decide-5', 'Decide: Ignore', '5'],
    ['weekly.take-back', 'Take the decision back', 'x', 'Delete'],
    ['weekly.owner', 'Say who does it', 'w'],
    ['weekly.due', 'Say until when', 'd'],
    ['weekly.note', 'Write a note on the decision', 'i'],
    ['weekly.undo', 'Undo my last act on failure modes', 'u', 'Mod+Z'],
    ['weekly.redo', 'Redo', 'Mod+Shift+Z', 'Shift+U'],
    ['weekly.markdown', 'Save the week as Markdown', 'm'],
    ['weekly.html', 'Save the week as HTML', 'h'],
    ['weekly.print', 'Print the week', 'p'],
    ['weekly.refresh', 'Count again', 'r'],
  ]),
  ...rows('audit', 'Audit', [
    ['audit.next', 'Next gap', 'j'],
    ['audit.previous', 'Previous gap', 'k'],
    ['audit.plan', 'Add the gap to the plan', 'a'],
    ['audit.matrix', 'Go to the coverage', 'c'],
    ['audit.rows', 'Show all rows of the coverage, or the greatest', 'e'],
    ['audit.other', 'Examples that have the signal, or lack it', 'x'],
    ['audit.leave', 'Close the examples', 'Escape'],
    ['audit.markdown', 'Save the audit as Markdown', 'm'],
    ['audit.html', 'Save the audit as HTML', 'h'],
    ['audit.print', 'Print the audit', 'p'],
    ['audit.recompute', 'Work out what is missing', 'r'],
  ]),
  ...rows('signals', 'Signals', [
    ['signals.catalogue', 'Catalogue of signals', '1'],
    ['signals.requeries', 'Re-queries', '2'],
    ['signals.outcomes', 'Outcomes', '3'],
    ['signals.quality', 'Quality score', '4'],
    ['signals.recompute', 'Work out all signals anew', 'r'],
    ['signals.settings', 'Go to the settings', 'e'],
    ['signals.unused', 'Go to the unused signals', 'x'],
    ['signals.save', 'Save the settings', 'Mod+S'],
    ['signals.learn', 'Learn quality from labels', 'l'],
    ['signals.defaults', 'Take the default weights', 'd'],
    ['signals.next', 'Next pair', 'j'],
    ['signals.previous', 'Previous pair', 'k'],
    ['signals.yes', 'It asks again', 'y'],
    ['signals.no', 'It does not ask again', 'n'],
    ['signals.take-back', 'Take the verdict back', 'u'],
  ]),
  ...rows('import', 'Import', [
    ['import.choose', 'Choose files to import', 'o'],
    ['import.resume', 'Go on with an import that was cut off', 'r'],
    ['import.start', 'Import this file', 'Mod+Enter'],
    ['import.save-mapping', 'Save this mapping', 'Mod+S'],
    ['import.leave', 'Leave this file out'],
  ]),
  ...rows('rejects', 'Rejected rows', [
    ['rejects.retry', 'Try the rejected rows again', 'r'],
    ['rejects.map', 'Change the mapping and try again', 'm'],
    ['rejects.write', 'Write the rejected rows to a file', 'w'],
  ]),
  ...rows('export', 'Export', [
    ['export.run', 'Export to a file', 'Mod+Enter'],
    ['export.save', 'Save the recipe', 'Mod+S'],
    ['export.save-as', 'Save the recipe under another name', 'Mod+Shift+S'],
    ['export.open', 'Open a saved recipe', 'o'],
    ['export.versions', 'Versions of the recipe, and what changed', 'v'],
    ['export.format', 'Go to the format', 'f'],
    ['export.search', 'Go to the conditions', '/'],
    ['export.next-section', 'Next part of the recipe', 's'],
    ['export.previous-section', 'Part of the recipe before', 'Shift+S'],
    ['export.funnel', 'Go to the funnel', 'w'],
    ['export.reports', 'Go to the reports', 'r'],
    ['export.findings', 'Look at findings of personal data', 'p'],
    ['export.next-line', 'Next line of the file', 'j', 'ArrowDown'],
    ['export.previous-line', 'Line of the file before', 'k', 'ArrowUp'],
    ['export.open-line', 'Open the interaction of the line in the review', 'Enter'],
    ['export.indent', 'Indent the lines, or not', 'i'],
  ]),
  ...rows('snapshots', 'Snapshots', [
    ['snapshots.next', 'Next snapshot', 'j', 'ArrowDown'],
    ['snapshots.previous', 'Previous snapshot', 'k', 'ArrowUp'],
    ['snapshots.recipe', 'Open its recipe', 'o'],
    ['snapshots.verify', 'Make its files anew and compare', 'v'],
    ['snapshots.cancel', 'Cancel the verification', 'x'],
    ['snapshots.freeze', 'Freeze its test set', 'Shift+F'],
    ['snapshots.compare', 'Compare it with another', 'c'],
    ['snapshots.leave', 'Leave the comparison', 'Escape'],
    ['snapshots.next-row', 'Next row that differs', 'n'],
    ['snapshots.previous-row', 'Row before that differs', 'p'],
    ['snapshots.open-row', 'Open the interaction of the row in the review', 'Enter'],
  ]),
  ...rows('validate', 'Validate', [
    ['validate.choose', 'Choose a file', 'o'],
    ['validate.format', 'Go to the format', 'f'],
    ['validate.again', 'Check the file again', 'r'],
  ]),
  ...rows('few-shot', 'Few-shot examples', [
    ['few-shot.choose', 'Choose examples', 'Mod+Enter'],
    ['few-shot.cancel', 'Stop choosing', 'x'],
    ['few-shot.search', 'Go to the conditions', '/'],
    ['few-shot.next', 'Next example', 'j', 'ArrowDown'],
    ['few-shot.previous', 'Example before', 'k', 'ArrowUp'],
    ['few-shot.open', 'Open the example in the review', 'o', 'Enter'],
    ['few-shot.copy', 'Copy the set as it is written', 'c'],
    ['few-shot.write', 'Write the set to a file', 'w'],
    ['few-shot.keep', 'Keep the set', 's'],
  ]),
  ...rows('team', 'Annotators', [
    ['team.next', 'Next annotator', 'j', 'ArrowDown'],
    ['team.previous', 'Previous annotator', 'k', 'ArrowUp'],
    ['team.open', 'Open what they labelled in the review', 'o'],
    ['team.refresh', 'Count again', 'r'],
  ]),
  ...rows('agreement', 'Agreement', [
    ['agreement.next', 'Next question', 'j', 'ArrowDown'],
    ['agreement.previous', 'Previous question', 'k', 'ArrowUp'],
    ['agreement.level', 'Next level of measurement', 'l'],
    ['agreement.pairs', 'Go to the pairs', 'p'],
    ['agreement.matrix', 'Go to the confusion matrix', 'c'],
    ['agreement.items', 'Go to the items of the cell', 'i'],
    ['agreement.open-cell', 'Open the items of the cell in the review', 'o'],
    ['agreement.again', 'Measure again', 'r'],
  ]),
  ...rows('modes', 'Failure modes', [
    ['modes.next', 'Next failure mode or cluster', 'j', 'ArrowDown'],
    ['modes.previous', 'Previous failure mode or cluster', 'k', 'ArrowUp'],
    ['modes.fold', 'Fold it', 'ArrowLeft'],
    ['modes.unfold', 'Unfold it', 'ArrowRight'],
    ['modes.back', 'Back to the list', 'Escape'],
    ['modes.shape', 'Show a tree or a list', 't'],
    ['modes.sort', 'Next order of the list', 'Shift+T'],
    ['modes.filter', 'Show those of the next status', 'f'],
    ['modes.cluster', 'Cluster now', 'r'],
    ['modes.cluster-anew', 'Make all clusters anew', 'Shift+R'],
    ['modes.stop', 'Cancel the clustering', 'x'],
    ['modes.difference', 'Show what a new clustering would change', 'd'],
    ['modes.accept', 'Accept the new clustering', 'Shift+A'],
    ['modes.discard', 'Discard the new clustering', 'Shift+D'],
    ['modes.undo', 'Undo my last step', 'u', 'Mod+Z'],
    ['modes.redo', 'Redo', 'Mod+Shift+Z', 'Shift+U'],
    ['modes.prompt-versions', 'Prompt versions', 'w'],
  ]),
  ...rows('modes', 'Failure mode', [
    ['modes.create', 'New failure mode', 'a'],
    ['modes.rename', 'Rename', 'F2'],
    ['modes.edit', 'Change the definition', 'e'],
    ['modes.status', 'Set the status', 's'],
    ['modes.severity', 'Set the severity', 'y'],
    ['modes.under', 'Move it under another', 'Shift+M'],
    ['modes.merge', 'Merge it into another', 'Shift+J'],
    ['modes.split', 'Split it', 'Shift+S'],
    ['modes.retire', 'Take it out of the lists', 'Delete'],
    ['modes.review', 'Review its interactions', 'Shift+O'],
    ['modes.queue', 'Make a queue of its interactions', 'Shift+Q'],
    ['modes.export', 'Export its interactions', 'Shift+E'],
  ]),
  ...rows('modes', 'Proposed cluster', [
    ['modes.confirm', 'Confirm the cluster as a new failure mode', 'c'],
    ['modes.confirm-into', 'Confirm the cluster as a failure mode there is', 'Shift+C'],
    ['modes.dismiss', 'Dismiss the cluster', 'Shift+X'],
  ]),
  ...rows('modes', 'Examples', [
    ['modes.example.next', 'Next example', 'n'],
    ['modes.example.previous', 'Previous example', 'p'],
    ['modes.example.open', 'Open the example in the review', 'o', 'Enter'],
    ['modes.example.like', 'Like this: it is an example', '+'],
    ['modes.example.unlike', 'Not like this: it is no example', '-'],
    ['modes.example.move', 'Move the example to another failure mode', 'm'],
    ['modes.example.similar', 'More like this', 'l'],
    ['modes.example.order', 'Next order: typical, borderline, newest', 'v'],
  ]),
  ...rows('coding', 'Open coding', [
    ['coding.next', 'Next note', 'j', 'ArrowDown'],
    ['coding.previous', 'Previous note', 'k', 'ArrowUp'],
    ['coding.select', 'Select the note, or take it out', 'x', 'Space'],
    ['coding.extend-next', 'Select the next note as well', 'Shift+J', 'Shift+ArrowDown'],
    ['coding.extend-previous', 'Select the note before as well', 'Shift+K', 'Shift+ArrowUp'],
    ['coding.clear', 'Clear the selection', 'Escape'],
    ['coding.group', 'Put the notes into a failure mode', 'm', 'Enter'],
    ['coding.create', 'Make a failure mode of the notes', 'a'],
    ['coding.open', 'Open the note in the review', 'o'],
    ['coding.side', 'Show notes in no group, or in one', 't'],
    ['coding.next-item', 'Next item to code', 'n'],
    ['coding.undo', 'Undo my last step', 'u', 'Mod+Z'],
    ['coding.redo', 'Redo', 'Mod+Shift+Z', 'Shift+U'],
  ]),
  ...rows('map', 'Map of changes', [
    ['map.right', 'To the next change on the right', 'ArrowRight'],
    ['map.left', 'To the next change on the left', 'ArrowLeft'],
    ['map.down', 'To the next change below', 'ArrowDown'],
    ['map.up', 'To the next change above', 'ArrowUp'],
    ['map.group.next', 'To the next group', 'n'],
    ['map.group.previous', 'To the group before', 'p'],
    ['map.nearer', 'Nearer', '+', '='],
    ['map.farther', 'Farther', '-'],
    ['map.fit', 'Show all', '0'],
    ['map.pan.right', 'Look further right', 'Shift+ArrowRight'],
    ['map.pan.left', 'Look further left', 'Shift+ArrowLeft'],
    ['map.pan.down', 'Look further down', 'Shift+ArrowDown'],
    ['map.pan.up', 'Look further up', 'Shift+ArrowUp'],
    ['map.colour', 'Colour by the next: cluster, failure mode, action, week', 'c'],
    ['map.table', 'Show a table or the map', 't'],
    ['map.lasso', 'Draw a line round changes', 's'],
    ['map.select', 'Select the change, or take it out', 'Space'],
    ['map.select-group', 'Select all of its group', 'a'],
    ['map.clear', 'Clear the selection', 'Escape'],
    ['map.next', 'Next selected change', 'j'],
    ['map.previous', 'Previous selected change', 'k'],
    ['map.open', 'Open the change in the review', 'o', 'Enter'],
    ['map.review', 'Review the selected changes', 'Shift+O'],
    ['map.members', 'Make the selected changes examples of a failure mode', 'm'],
    ['map.undo', 'Undo my last step', 'u', 'Mod+Z'],
    ['map.redo', 'Redo', 'Mod+Shift+Z', 'Shift+U'],
  ]),
  ...rows('mode-editing', 'Failure mode', [
    ['modes.save', 'Save the definition', 'Mod+Enter'],
    ['modes.leave', 'Leave the definition', 'Escape'],
  ]),
  ...rows('keys', 'Keys', [
    ['keys.search', 'Search for a command or a key', '/'],
    ['keys.read', 'Import keys', 'i'],
    ['keys.write', 'Export keys', 'w'],
    ['keys.reset', 'Take back all changes of keys'],
  ]),
  ...rows('everywhere', 'Go to', [
    ['go.review', 'Review', 'g r', 'Alt+1'],
    ['go.queues', 'Queues', 'g q'],
    ['go.import', 'Import', 'g i', 'Alt+2'],
    ['go.export', 'Export', 'g e', 'Alt+3'],
    ['go.snapshots', 'Snapshots', 'g n'],
    ['go.validate', 'Validate a file', 'g v'],
    ['go.few-shot', 'Few-shot examples', 'g f'],
    ['go.schema', 'Label schema', 'g l'],
    ['go.team', 'Annotators', 'g t'],
    ['go.agreement', 'Agreement', 'g a'],
    ['go.adjudicate', 'Adjudicate', 'g d'],
    ['go.modes', 'Failure modes', 'g m'],
    ['go.weekly', 'Weekly review', 'g w'],
    ['go.velocity', 'Velocity', 'g y'],
    ['go.audit', 'Data audit', 'g u'],
    ['go.signals', 'Signals', 'g h'],
    ['go.map', 'Map of changes', 'g p'],
    ['go.coding', 'Open coding', 'g o'],
    ['go.settings', 'Settings', 'g s', 'Alt+4'],
    ['go.keys', 'Keys', 'g k'],
  ]),
  ...rows('everywhere', 'Project', [
    ['project.create', 'Create a project…', 'Alt+N'],
    ['project.open', 'Open a project…', 'Mod+O'],
    ['project.backup', 'Back up the project…'],
    ['project.close', 'Close the project'],
  ]),
  ...rows('everywhere', 'Flywheel', [
    ['app.palette', 'Find a command', 'Mod+K'],
    ['app.keys', 'Show all keys', '?'],
    ['app.annotator', 'Change the annotator name'],
    ['app.theme', 'Use the light or the dark theme'],
  ]),
];

const byId: ReadonlyMap<string, CatalogueEntry> = new Map(commandCatalogue.map((entry) => [entry.id, entry]));

export function catalogueEntry(id: string): CatalogueEntry | undefined {
  return byId.get(id);
}
