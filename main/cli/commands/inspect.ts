import { resolve } from 'node:path';
import type { FileFormat, ImportPreview } from '../../../shared/contract/import-operations.ts';
import type { Answer } from '../command.ts';
import { oneLine, plural } from '../format.ts';
import { withEngine } from '../with-project.ts';

export interface InspectOptions {
  readonly format?: FileFormat;
  readonly adapter?: string;
  readonly attach?: boolean;
  readonly table?: string;
}

const shownRows = 5;
const width = 76;

/** How a file is written, what its fields hold and what its first rows would become. Needs no project. */
export async function inspectFile(path: string, options: InspectOptions): Promise<Answer> {
  return withEngine(async (client) => {
    const file = {
      path: resolve(path),
      ...(options.format === undefined ? {} : { format: options.format }),
      ...(options.adapter === undefined
        ? {}
        : { adapter: options.adapter === 'none' ? null : options.adapter }),
      ...(options.table === undefined ? {} : { table: options.table }),
      ...(options.attach === true ? { brings: 'attachments' as const } : {}),
    };
    const { shape, adapter, columns, mapping } = await client.imports.inspect(file);
    const isMapped = mapping.some(
      ({ target }) => target === 'output' || target === 'messages' || target === 'external_id',
    );
    const preview = isMapped ? await client.imports.preview({ ...file, mapping }) : null;
    const brings = file.brings ?? adapter?.brings ?? 'interactions';
    const rows = preview?.rows.slice(0, shownRows) ?? [];
    const text = [
      `${file.path}: ${shape.format.toUpperCase()}${shape.compression === 'none' ? '' : `, ${shape.compression}`}, ${shape.encoding}, ${plural(shape.bytes, 'byte')}`,
      `tool: ${adapter === null ? 'none recognised' : `${adapter.title} (${adapter.id})`}; rows are ${brings}`,
      '',
      'columns',
      ...columns.map(
        ({ path: column, kind, examples }) =>
          `  ${column} (${kind}): ${oneLine(examples.join(' | '), width)}`,
      ),
      '',
      'mapping',
      ...mapping.map(({ target, path: from }) => `  ${target} <- ${from}`),
      ...(preview === null
        ? [
            '',
            'No column is known to be the output. Name it with --map output=COLUMN when you import the file.',
          ]
        : [
            '',
            `first rows as they would arrive (${preview.accepted} of ${preview.read} accepted)`,
            ...rows.flatMap(arrivingLines),
            ...preview.rejects
              .slice(0, shownRows)
              .map(({ line, message }) => `  line ${line} rejected: ${oneLine(message, width)}`),
          ]),
    ].join('\n');
    return { json: { shape, adapter, brings, columns, mapping, preview }, text };
  });
}

function arrivingLines(row: ImportPreview['rows'][number]): string[] {
  const { line, input, output, edit, signals, labels } = row;
  const fields = [
    `input: ${input}`,
    `output: ${output}`,
    `edit: ${edit ?? '-'}`,
    signals.concat(labels).join('; '),
  ];
  return [`  line ${line}`, ...fields.map((field) => `    ${oneLine(field, width)}`)];
}
