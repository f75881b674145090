import type { Cleaning } from '../../../../shared/domain/export/recipe-parts.ts';
import { Switch } from '../../../ui/switch.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { orNothing, type SectionProps } from './recipe-part.ts';

/** How texts are cleaned before a format writes them. */
export function CleanFields({ recipe, problems, onChange }: SectionProps) {
  const change = (part: Partial<Cleaning>) => onChange({ clean: orNothing({ ...recipe.clean, ...part }) });
  return (
    <>
      <Switch
        label="Trim answers"
        detail="White space goes at both ends."
        isSelected={recipe.clean?.trim ?? false}
        onChange={(trim) => change({ trim: trim || undefined })}
      />
      <Switch
        label="Compose Unicode"
        detail="Letters with marks are written as one sign (NFC)."
        isSelected={recipe.clean?.normalise !== undefined}
        onChange={(isOn) => change({ normalise: isOn ? 'nfc' : undefined })}
      />
      <TextArea
        label="Template of the last message"
        rows={2}
        placeholder="{{input}}"
        hint="{{input}} stands for what the user wrote; nothing: as it is."
        value={recipe.clean?.template ?? ''}
        problem={problems['clean.template']}
        onChange={(template) => change({ template: template === '' ? undefined : template })}
      />
    </>
  );
}
