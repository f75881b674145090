import { X } from 'lucide-react';
import type { Column, TargetPreview } from '../../../shared/contract/import-operations.ts';
import type { Mapping, MappingEntry } from '../../../shared/domain/mapping/mapping.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { ChangedValues } from './changed-values.tsx';
import { missingTarget, type RowsMeaning, withoutTarget, withPath, withTransform } from './mapping-draft.ts';
import styles from './mapping-table.module.css';
import { PathField } from './path-field.tsx';
import type { ReadAs } from './read-as.ts';
import type { TargetRow } from './target-groups.ts';
import { textOfTarget } from './target-texts.ts';
import { describeTransform, readsPath } from './transform-draft.ts';
import { TransformField } from './transform-field.tsx';
import { useTransformTrial } from './use-transform-trial.ts';

export interface MappingRowProps {
  readonly row: TargetRow;
  readonly file: ReadAs;
  readonly mapping: Mapping;
  readonly meaning: RowsMeaning;
  readonly columns: readonly Column[];
  readonly preview: TargetPreview | undefined;
  readonly onChange: (mapping: Mapping) => void;
}

const shownValues = 3;

/** One target: where its values come from, what is done with them, and what arrives. */
export function MappingRow(props: MappingRowProps) {
  const { row, file, mapping, meaning, columns, preview, onChange } = props;
  const { target, isRemovable } = row;
  const { name, help } = textOfTarget(target, meaning);
  const entry: MappingEntry = row.entry ?? { target, path: '' };
  const { transform } = entry;
  const column = columns.find(({ path }) => path === entry.path);
  const missing = missingTarget(mapping, meaning);
  const need = missing?.target === target ? missing.sentence : null;
  return (
    <tr data-empty={(row.entry === undefined && need === null) || undefined}>
      <th scope="row" className={styles['target']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['help']}>{help}</span>
      </th>
      <td>
        <div className={styles['path']}>
          <div className={styles['field']}>
            {readsPath(entry) ? (
              <PathField
                label={`Path for ${name}`}
                path={entry.path}
                columns={columns}
                onChange={(path) => onChange(withPath(mapping, target, path))}
              />
            ) : null}
            {transform === undefined ? null : (
              <span className={styles['transform']}>{describeTransform(transform)}</span>
            )}
          </div>
          <TransformField
            name={name}
            file={file}
            entry={entry}
            examples={column?.examples ?? []}
            onChange={(changed) => onChange(withTransform(mapping, target, changed))}
          />
          {isRemovable ? (
            <IconButton
              icon={<X aria-hidden />}
              name={`Take out ${target}`}
              onPress={() => onChange(withoutTarget(mapping, target))}
            />
          ) : null}
        </div>
      </td>
      <td>
        {need === null ? null : <span className={styles['needed']}>{need}</span>}
        {row.entry === undefined ? null : transform === undefined ? (
          // Without a dry run, what the column holds in the file is shown all the same.
          <Examples examples={preview?.examples ?? column?.examples} />
        ) : (
          <TriedValues file={file} entry={row.entry} />
        )}
      </td>
      <Numbers preview={preview} />
    </tr>
  );
}

function TriedValues({ file, entry }: { readonly file: ReadAs; readonly entry: MappingEntry }) {
  const { problem, values } = useTransformTrial(file, entry);
  if (problem !== null) return <span className={styles['problem']}>{problem}</span>;
  return values === undefined ? null : <ChangedValues values={values.slice(0, shownValues)} />;
}

function Examples({ examples }: { readonly examples: readonly string[] | undefined }) {
  if (examples === undefined) return null;
  if (examples.length === 0) return <span className={styles['none']}>Always empty in these rows</span>;
  return (
    <span className={styles['examples']}>
      {examples.slice(0, shownValues).map((example) => (
        <span key={example} className={styles['example']} title={example}>
          {example.replaceAll(/\s+/g, ' ')}
        </span>
      ))}
    </span>
  );
}

const noNumbers = <td colSpan={4}>{''}</td>;

/** The engine tells at most this many values apart. */
const distinctLimit = 1000;

function Numbers({ preview }: { readonly preview: TargetPreview | undefined }) {
  if (preview === undefined) return noNumbers;
  const { filled, empty, distinct, failed } = preview;
  return (
    <>
      <td className={styles['number']} data-name="Filled">
        {formatCount(filled)}
      </td>
      <td className={styles['number']} data-name="Empty">
        {formatCount(empty)}
      </td>
      <td className={styles['number']} data-name="Distinct">
        {distinct >= distinctLimit ? `${formatCount(distinctLimit)} or more` : formatCount(distinct)}
      </td>
      <td className={styles['number']} data-name="Failed" data-some={failed > 0 || undefined}>
        {formatCount(failed)}
      </td>
    </>
  );
}
