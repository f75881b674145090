import { CaseSensitive, Columns2, Columns3, FileText, FoldVertical, Rows2, Space } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type DiffMode, diffModes } from '../../../shared/contract/app-operations.ts';
import { useKeysOf } from '../../ui/keys/command-keys.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { keyCaps } from '../../ui/keys/key-stroke.ts';
import { isMac } from '../../ui/keys/platform.ts';
import styles from './comparison.module.css';
import type { Reading } from './reading.ts';

export interface ReadingToolsProps {
  readonly reading: Reading;
  readonly hasSeveralEdits: boolean;
  readonly onReading: (part: Partial<Reading>) => void;
}

/** How output and edit are shown. Drawn anew only when that changes, not with every interaction. */
export const ReadingTools = memo(function ReadingTools(props: ReadingToolsProps) {
  const { reading, hasSeveralEdits, onReading } = props;
  const { diffMode, changesOnly, ignoreWhitespace, ignoreCase } = reading;
  return (
    <>
      <div className={styles['modes']}>
        <ToggleButton
          className={styles['toggle'] ?? ''}
          isSelected={ignoreWhitespace}
          onChange={(next) => onReading({ ignoreWhitespace: next })}
        >
          <OnlyIcon
            name="Ignore white space"
            command="review.reading.whitespace"
            icon={<Space aria-hidden />}
          />
        </ToggleButton>
        <ToggleButton
          className={styles['toggle'] ?? ''}
          isSelected={ignoreCase}
          onChange={(next) => onReading({ ignoreCase: next })}
        >
          <OnlyIcon name="Ignore case" command="review.reading.case" icon={<CaseSensitive aria-hidden />} />
        </ToggleButton>
      </div>
      <ToggleButton
        className={styles['toggle'] ?? ''}
        isSelected={changesOnly}
        onChange={(next) => onReading({ changesOnly: next })}
      >
        <Named icon={<FoldVertical aria-hidden />}>Changes only</Named>
        <KeyHint command="review.reading.changes-only" />
      </ToggleButton>
      <ToggleButtonGroup
        aria-label="View"
        className={styles['modes'] ?? ''}
        selectedKeys={[diffMode]}
        disallowEmptySelection
        onSelectionChange={(keys) => {
          const chosen = diffModes.find((mode) => keys.has(mode));
          if (chosen !== undefined) onReading({ diffMode: chosen });
        }}
      >
        {diffModes.map((mode) => (
          <ToggleButton
            key={mode}
            id={mode}
            isDisabled={mode === 'three-way' && !hasSeveralEdits}
            className={styles['toggle'] ?? ''}
          >
            <Named icon={modeIcons[mode]}>{modeNames[mode]}</Named>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <KeyHint command="review.reading.mode" />
    </>
  );
});

const modeNames: Readonly<Record<DiffMode, string>> = {
  'side-by-side': 'Side by side',
  inline: 'Inline',
  'edit-only': 'Edit only',
  'three-way': 'Three-way',
};

const modeIcons: Readonly<Record<DiffMode, ReactNode>> = {
  'side-by-side': <Columns2 aria-hidden />,
  inline: <Rows2 aria-hidden />,
  'edit-only': <FileText aria-hidden />,
  'three-way': <Columns3 aria-hidden />,
};

/** A name that gives way to its icon where there is no room for all names; it stays for screen readers. */
function Named({ icon, children }: { readonly icon: ReactNode; readonly children: string }) {
  return (
    <>
      <span className={styles['icon']} title={children}>
        {icon}
      </span>
      <span className={styles['name']}>{children}</span>
    </>
  );
}

/** A switch that is seldom used: an icon at any width, with its name and key in the tooltip. */
function OnlyIcon(props: { readonly icon: ReactNode; readonly name: string; readonly command: string }) {
  const keys = useKeysOf(props.command);
  const shown = keys === undefined ? '' : ` (${keyCaps(keys, isMac).join('+')})`;
  return (
    <>
      <span className={styles['onlyIcon']} title={`${props.name}${shown}`}>
        {props.icon}
      </span>
      <span className={styles['hiddenName']}>{props.name}</span>
    </>
  );
}
