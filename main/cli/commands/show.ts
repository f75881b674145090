import type { Item } from '../../../shared/contract/item-operations.ts';
import type { Answer } from '../command.ts';
import { labelText, readFailureModeNames } from '../failure-mode-names.ts';
import { formatTime, printable } from '../format.ts';
import { parseId } from '../parse-id.ts';
import { spanText } from '../span-text.ts';
import { withProject } from '../with-project.ts';

export async function showItem(project: string, id: string): Promise<Answer> {
  const asked = parseId(id, 'interaction');
  return withProject(project, 'read', async (client) => {
    const item = await client.items.get({ id: asked });
    return { json: item, text: describeItem(item, await readFailureModeNames(client)) };
  });
}

function describeItem(item: Item, names: ReadonlyMap<string, string>): string {
  const facts = [
    ['id', item.id],
    ['external id', item.externalId],
    ['source', item.sourceName],
    ['model', item.model],
    ['prompt version', item.promptVersion],
    ['session', item.session],
    ['user', item.user],
    ['time', item.createdAt === null ? null : formatTime(item.createdAt)],
    ['near-duplicates', item.nearDuplicates === 0 ? null : String(item.nearDuplicates)],
  ];
  const parts = [
    facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])).join('\n'),
    ...item.messages.map((message) => heading(message.role, message.content)),
    heading('output', item.output),
    ...item.edits.map((edit) =>
      heading(`edit${edit.annotator === null ? '' : ` by ${edit.annotator}`}`, edit.text),
    ),
  ];
  if (item.signals.length > 0) {
    parts.push(
      heading(
        'signals',
        item.signals.map((signal) => `${signal.name} = ${signal.number ?? signal.text ?? ''}`).join('\n'),
      ),
    );
  }
  if (item.labels.length > 0) {
    const lines = item.labels.map(
      (label) => `${label.question} = ${labelText(label.value, names)} (${label.annotator})`,
    );
    parts.push(heading('labels', lines.join('\n')));
  }
  if (item.resolutions.length > 0) {
    const lines = item.resolutions.map(
      ({ question, value, note, annotator }) =>
        `${question} = ${labelText(value, names)} (${annotator})${note === null ? '' : `: ${note}`}`,
    );
    parts.push(heading('resolutions', lines.join('\n')));
  }
  if (item.spans.length > 0) parts.push(heading('labels on parts', item.spans.map(spanText).join('\n')));
  return printable(parts.join('\n\n'));
}

function heading(name: string, text: string): string {
  return `--- ${name}\n${text}`;
}
