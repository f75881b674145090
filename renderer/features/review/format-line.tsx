import { ToggleButton } from 'react-aria-components';
import { readings } from '../../../shared/contract/app-operations.ts';
import type { TextKind } from '../../../shared/domain/format/text-kind.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import type { ComparedPair } from './compared-pair.ts';
import styles from './format-line.module.css';
import type { Reading } from './reading.ts';

export interface FormatLineProps {
  readonly pair: ComparedPair;
  readonly reading: Reading;
  readonly onReading: (part: Partial<Reading>) => void;
  /** Two edits are compared: only what is said about all three texts is shown. */
  readonly isThreeWay?: boolean;
}

/** What the texts are taken for and what can be done with that; nothing for prose that is taken for prose. */
export function FormatLine({ pair, reading, onReading, isThreeWay = false }: FormatLineProps) {
  const { kind, jsonChanges } = pair;
  const { readAs, sortKeys, rendered } = reading;
  if (kind === 'prose' && readAs === 'auto') return null;
  return (
    <div className={styles['line']} role="group" aria-label="Format of the texts">
      <Button
        variant="quiet"
        command="review.reading.read-as"
        onPress={() => onReading({ readAs: readingAfter(readAs) })}
      >
        {`${kindNames[kind]}${readAs === 'auto' ? ', detected' : ''}`}
      </Button>
      {kind === 'markdown' && !isThreeWay ? (
        <Toggle
          name="Rendered"
          command="review.reading.rendered"
          isOn={rendered}
          onChange={(next) => onReading({ rendered: next })}
        />
      ) : null}
      {kind === 'json' && jsonChanges !== null ? (
        <>
          <Toggle
            name="Sort keys"
            command="review.reading.sort-keys"
            isOn={sortKeys}
            onChange={(next) => onReading({ sortKeys: next })}
          />
          {isThreeWay ? null : (
            <details className={styles['paths']}>
              <summary>{formatPlural(jsonChanges.length, 'changed path')}</summary>
              <ul aria-label="Changed paths">
                {jsonChanges.map(({ path, kind: change }) => (
                  <li key={`${change} ${path}`}>
                    <code>{path}</code> {change}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      ) : null}
      {kind === 'json' && jsonChanges === null ? <span>Not both texts are JSON.</span> : null}
    </div>
  );
}

/** What the texts are taken for after the next press of the key. */
export function readingAfter(readAs: Reading['readAs']): Reading['readAs'] {
  return readings[(readings.indexOf(readAs) + 1) % readings.length] ?? 'auto';
}

const kindNames: Readonly<Record<TextKind, string>> = {
  prose: 'Text',
  code: 'Code',
  json: 'JSON',
  markdown: 'Markdown',
};

interface ToggleProps {
  readonly name: string;
  readonly command: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Toggle({ name, command, isOn, onChange }: ToggleProps) {
  return (
    <ToggleButton className={styles['toggle'] ?? ''} isSelected={isOn} onChange={onChange}>
      {name}
      <KeyHint command={command} />
    </ToggleButton>
  );
}
