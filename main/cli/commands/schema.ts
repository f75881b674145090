import { resolve } from 'node:path';
import type { Client } from '../../../shared/contract/contract.ts';
import {
  compareSchemas,
  kindNames,
  type SchemaChange,
} from '../../../shared/domain/schema/compare-schemas.ts';
import type { LabelSchema, SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';
import { labelsOf, type SchemaUsage } from '../../../shared/domain/schema/schema-usage.ts';
import type { Answer } from '../command.ts';
import { UsageError } from '../failure.ts';
import { formatTable, plural } from '../format.ts';
import { withProject } from '../with-project.ts';

export interface SchemaOptions {
  readonly import?: string;
  readonly builtin?: string;
  readonly export?: string;
  readonly as?: string;
}

/** Shows the questions; with `--import` or `--builtin` saves others as the next version, with `--export` writes them. */
export async function showSchema(project: string, options: SchemaOptions): Promise<Answer> {
  if (options.import !== undefined && options.builtin !== undefined)
    throw new UsageError({
      message: 'Take the questions from a file or from a built-in schema, not from both.',
    });
  const changes = options.import !== undefined || options.builtin !== undefined;
  return withProject(project, changes ? 'write' : 'read', async (client) => {
    const saved = changes ? await save(client, options) : null;
    const schema = saved?.schema ?? (await client.review.schema());
    const written =
      options.export === undefined ? null : await client.schema.write({ path: resolve(options.export) });
    const usage = await client.schema.usage();
    const lines = [
      ...(saved === null ? [] : [describeSaved(saved)]),
      describe(schema, usage),
      ...(written === null ? [] : [`Version ${written.version} written to ${written.path}`]),
    ];
    return {
      json: {
        schema,
        usage,
        changes: saved?.changes ?? [],
        ...(written === null ? {} : { exported: written.path }),
      },
      text: lines.join('\n\n'),
    };
  });
}

interface Saved {
  readonly schema: LabelSchema;
  readonly changes: readonly SchemaChange[];
}

async function save(client: Client, options: SchemaOptions): Promise<Saved> {
  const draft = await readDraft(client, options);
  const current = await client.review.schema();
  const annotator = options.as ?? (await client.app.settings()).annotator;
  if (annotator.trim() === '')
    throw new UsageError({ message: 'Say with --as NAME who changes the questions.' });
  const changes = compareSchemas(current, draft, await client.schema.usage());
  const schema = await client.schema.save({ schema: draft, basedOn: current.version, annotator });
  return { schema, changes };
}

async function readDraft(client: Client, options: SchemaOptions): Promise<SchemaDraft> {
  if (options.import !== undefined) return client.schema.read({ path: resolve(options.import) });
  const builtIn = await client.schema.builtIn();
  const found = builtIn.find(({ id }) => id === options.builtin);
  if (found !== undefined) return found.schema;
  const names = builtIn.map(({ id }) => id).join(', ');
  throw new UsageError({
    message: `There is no built-in schema "${options.builtin}". Take one of: ${names}.`,
  });
}

function describeSaved({ schema, changes }: Saved): string {
  if (changes.length === 0) return `Nothing changes: version ${schema.version} has these questions already.`;
  return [`Saved as version ${schema.version}:`, ...changes.map(({ text }) => `  ${text}`)].join('\n');
}

function describe(schema: LabelSchema, usage: SchemaUsage): string {
  const rows = schema.questions.map(({ id, name, kind, key, required, when }) => [
    id,
    name,
    kindNames[kind],
    key ?? '',
    required === true ? 'required' : '',
    when === undefined ? '' : `after ${when.question}${when.is === undefined ? '' : `=${when.is.join('|')}`}`,
    labelsOf(usage, id),
  ]);
  const asked = new Set(schema.questions.map(({ id }) => id));
  const unasked = usage.filter(({ question }) => !asked.has(question));
  return [
    `${schema.name}, version ${schema.version}`,
    formatTable([['id', 'question', 'kind', 'key', '', 'asked', 'labels'], ...rows]),
    ...unasked.map(({ question, labels }) => `Not asked: ${question}, ${plural(labels, 'label')}`),
  ].join('\n');
}
