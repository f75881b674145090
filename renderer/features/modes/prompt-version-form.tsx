import { useState } from 'react';
import { Label, TextArea, TextField as AriaTextField } from 'react-aria-components';
import type { PromptVersion } from '../../../shared/contract/prompt-version-operations.ts';
import { parseInstant } from '../../../shared/domain/time/parse-instant.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import opened from './opened.module.css';
import { useModeActs } from './use-mode-acts.ts';

export interface PromptVersionFormProps {
  readonly version: PromptVersion;
  readonly onClose: () => void;
}

/** When a prompt version went live, and its template. */
export function PromptVersionForm({ version, onClose }: PromptVersionFormProps) {
  const acts = useModeActs();
  const [liveFrom, setLiveFrom] = useState(() =>
    version.liveFrom === null ? '' : new Date(version.liveFrom).toISOString(),
  );
  const [template, setTemplate] = useState(version.template ?? '');
  const time = liveFrom.trim() === '' ? null : parseInstant(liveFrom)?.ms;
  const problem =
    time === undefined ? `“${liveFrom}” is not a time. Write a date or a time, such as 2026-01-31.` : '';
  const save = async () => {
    if (time === undefined) return;
    const change = { liveFrom: time, template: template === '' ? null : template };
    const saved = await acts.act(
      (client, annotator) => client.promptVersions.change({ annotator, id: version.id, change }),
      `Saved ${version.name}`,
    );
    if (saved !== null) onClose();
  };
  return (
    <Dialog
      title={`Prompt version ${version.name}`}
      isOpen
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className={opened['form']}>
        {acts.failure === null ? null : <Notice tone="error">{acts.failure}</Notice>}
        <TextField
          label="Went live"
          autoFocus
          value={liveFrom}
          onChange={setLiveFrom}
          onEnter={() => void save()}
          problem={problem}
          hint="A date or a time, such as 2026-01-31 or 2026-01-31T14:00+01:00; without a zone it is UTC. Empty: as first seen."
        />
        <AriaTextField
          className={opened['area'] ?? ''}
          value={template}
          maxLength={100_000}
          onChange={setTemplate}
        >
          <Label>Template</Label>
          <TextArea rows={8} dir="auto" />
        </AriaTextField>
      </div>
    </Dialog>
  );
}
