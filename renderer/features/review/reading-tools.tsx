import { CaseSensitive, Columns2, Columns3, FileText, FoldVertical, Rows2, Space } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type DiffMode, diffModes } from '../../../shared/contract/app-operations.ts';
import { KeyHint } from '../../ui/keys/key-hint.tsx';
import styles from './comparison.module.css';
import type { Reading } from './reading.ts';

export interface ReadingToolsProps {
  readonly reading: Reading;
  readonly onReading: (part: Partial<Reading>) => void;
}

/** How output and edit are shown. Drawn anew only when that changes, not with every interaction. */
export const ReadingTools = memo(function ReadingTools({ reading, onReading }: ReadingToolsProps) {
  const { diffMode, changesOnly, ignoreWhitespace, ignoreCase } = reading;
  return (
    <>
      <div className={styles['modes']}>
        <ToggleButton
          className={styles['toggle'] ?? ''}
          isSelected={ignoreWhitespace}
          onChange={(next) => onReading({ ignoreWhitespace: next })}
        >
          <OnlyIcon name="Ignore white space" keys="w" icon={<Space aria-hidden />} />
        </ToggleButton>
        <ToggleButton
          className={styles['toggle'] ?? ''}
          isSelected={ignoreCase}
          onChange={(next) => onReading({ ignoreCase: next })}
        >
          <OnlyIcon name="Ignore case" keys="Shift+C" icon={<CaseSensitive aria-hidden />} />
        </ToggleButton>
      </div>
      <ToggleButton
        className={styles['toggle'] ?? ''}
        isSelected={changesOnly}
        onChange={(next) => onReading({ changesOnly: next })}
      >
        <Named icon={<FoldVertical aria-hidden />}>Changes only</Named>
        <KeyHint keys="o" />
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
          <ToggleButton key={mode} id={mode} className={styles['toggle'] ?? ''}>
            <Named icon={modeIcons[mode]}>{modeNames[mode]}</Named>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <KeyHint keys="v" />
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
function OnlyIcon(props: { readonly icon: ReactNode; readonly name: string; readonly keys: string }) {
  return (
    <>
      <span className={styles['onlyIcon']} title={`${props.name} (${props.keys})`}>
        {props.icon}
      </span>
      <span className={styles['hiddenName']}>{props.name}</span>
    </>
  );
}
