import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { withdrawn } from '../../../shared/domain/export/formats/withdrawn.ts';
import type { ExportFormat } from '../../../shared/domain/export/recipe.ts';
import { Badge } from '../../ui/badge.tsx';
import fields from '../../ui/fields.module.css';
import { findFormats } from './find-formats.ts';
import styles from './format-picker.module.css';

export interface FormatPickerProps {
  readonly format: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** All formats by what they are for. Typing finds one by any part of its name, id or readers; Enter takes it. */
export function FormatPicker({ format, onChange, field }: FormatPickerProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const groups = findFormats(search);
  const found = groups.flatMap(({ members }) => members);
  const [wanted, setWanted] = useState<ExportFormat | null>(null);
  // The first that was found, or the one that stands, until the arrow keys go elsewhere.
  const marked =
    [wanted, search === '' ? format : null].find((one) => one !== null && found.includes(one)) ?? found[0];
  const warning = withdrawn[format];

  const mark = (step: number) => {
    const index = marked === undefined ? 0 : found.indexOf(marked) + step;
    const next = found[Math.max(0, Math.min(found.length - 1, index))];
    if (next === undefined) return;
    setWanted(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (chosen: ExportFormat | undefined) => {
    if (chosen === undefined) return;
    setSearch('');
    setWanted(null);
    onChange(chosen);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') mark(1);
    else if (event.key === 'ArrowUp') mark(-1);
    else if (event.key === 'Enter') choose(marked);
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles['picker']}>
      <label className={fields['label']} htmlFor={`${id}-field`}>
        Find a format
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        className={styles['field']}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={marked === undefined ? undefined : `${id}-${marked}`}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={formats[format].name}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setWanted(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Formats" className={styles['list']}>
        {groups.map(({ name, members }) => (
          <div key={name} role="group" aria-label={name}>
            <div className={styles['group']} aria-hidden>
              {name}
            </div>
            {members.map((member) => (
              // The field has the keys; this is for the pointer.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={member}
                id={`${id}-${member}`}
                role="option"
                aria-selected={member === format}
                tabIndex={-1}
                className={styles['format']}
                data-marked={member === marked || undefined}
                onClick={() => choose(member)}
              >
                {formats[member].name}
                {withdrawn[member] === undefined ? null : <Badge tone="caution">closing</Badge>}
              </div>
            ))}
          </div>
        ))}
        {found.length > 0 ? null : <p className={styles['group']}>No format has this in its name.</p>}
      </div>
      <p className={styles['sentence']}>
        <strong>{formats[format].name}.</strong> {formats[format].sentence}
        {warning === undefined ? null : <span className={styles['withdrawn']}>{warning}</span>}
      </p>
    </div>
  );
}
