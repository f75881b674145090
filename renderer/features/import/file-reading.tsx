import type { AdapterInfo, Brings } from '../../../shared/contract/import-operations.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './file-reading.module.css';

export interface FileReadingProps {
  /** The tool whose form the file has; null where none is recognised. */
  readonly tool: AdapterInfo | null;
  /** Whether its rows are read as they stand all the same. */
  readonly isPlain: boolean;
  readonly brings: Brings;
  readonly onPlain: (isPlain: boolean) => void;
  readonly onBrings: (brings: Brings) => void;
}

/** How the rows of a file are read: by the tool that wrote it or as they stand, and what they are to the project. */
export function FileReading({ tool, isPlain, brings, onPlain, onBrings }: FileReadingProps) {
  return (
    <Section title="Rows">
      {tool === null ? null : (
        <div className={styles['tool']}>
          <Select
            label="Read as"
            options={[
              { value: 'tool', name: tool.title, detail: 'Recognised from the first rows' },
              { value: 'plain', name: 'Rows as they stand', detail: 'Every column under its own name' },
            ]}
            value={isPlain ? 'plain' : 'tool'}
            onChange={(value) => onPlain(value === 'plain')}
          />
          {isPlain ? null : <p className={styles['sentence']}>{sentenceOf(tool)}</p>}
        </div>
      )}
      {tool === null || isPlain ? (
        <Switch
          label="These rows belong to interactions that are already in the project"
          detail="Their edits, signals and labels are added to the interaction that they find; no output is needed."
          isSelected={brings === 'attachments'}
          onChange={(isSelected) => onBrings(isSelected ? 'attachments' : 'interactions')}
        />
      ) : (
        <Disclosure title={`What becomes of ${formatPlural(tool.fields.length, 'field')}`}>
          <FieldTable fields={tool.fields} />
        </Disclosure>
      )}
    </Section>
  );
}

function sentenceOf({ brings }: AdapterInfo): string {
  return brings === 'interactions'
    ? 'Recognised by its form. Its rows become interactions.'
    : 'Recognised by its form. What its rows say is added to interactions of another file, by their ids.';
}

function FieldTable({ fields }: Pick<AdapterInfo, 'fields'>) {
  return (
    <div className={styles['frame']} tabIndex={0} role="region" aria-label="Fields of the tool">
      <table className={styles['fields']}>
        <thead>
          <tr>
            <th scope="col">Field of the tool</th>
            <th scope="col">Becomes</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ from, to, note }) => (
            <tr key={`${from}\n${to}`}>
              <td>
                <code>{from}</code>
              </td>
              <td>{to}</td>
              <td className={styles['sentence']}>{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
