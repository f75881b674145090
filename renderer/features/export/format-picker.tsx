import {
  Autocomplete,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Text,
  TextField,
} from 'react-aria-components';
import { type RefObject, useMemo, useState } from 'react';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { withdrawn } from '../../../shared/domain/export/formats/withdrawn.ts';
import { type ExportFormat, exportFormats } from '../../../shared/domain/export/recipe.ts';
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
  const [search, setSearch] = useState('');
  const groups = useMemo(() => findFormats(search), [search]);
  const warning = withdrawn[format];
  return (
    <div className={styles['picker']}>
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        <TextField className={fields['field'] ?? ''}>
          <Label className={fields['label'] ?? ''}>Find a format</Label>
          <Input
            ref={field}
            role="combobox"
            aria-expanded
            // Its list is always there; for the key map an open list keeps Escape for itself.
            onKeyDownCapture={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
            className={fields['input'] ?? ''}
            placeholder={formats[format].name}
            autoComplete="off"
          />
        </TextField>
        <ListBox
          className={styles['list'] ?? ''}
          aria-label="Formats"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[format]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            const chosen = exportFormats.find((candidate) => candidate === key);
            if (chosen === undefined) return;
            setSearch('');
            onChange(chosen);
          }}
          renderEmptyState={() => <p className={styles['empty']}>No format has this in its name.</p>}
        >
          {groups.map(({ name, members }) => (
            <ListBoxSection key={name} id={name}>
              <Header className={styles['group'] ?? ''}>{name}</Header>
              {members.map((id) => (
                <ListBoxItem key={id} id={id} textValue={formats[id].name} className={styles['format'] ?? ''}>
                  <Text slot="label" className={styles['name'] ?? ''}>
                    {formats[id].name}
                    {withdrawn[id] === undefined ? null : <Badge tone="caution">closing</Badge>}
                  </Text>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
      <p className={styles['sentence']}>
        <strong>{formats[format].name}.</strong> {formats[format].sentence}
        {warning === undefined ? null : <span className={styles['withdrawn']}>{warning}</span>}
      </p>
    </div>
  );
}
