import type { ModelSettings } from '../../../shared/contract/model-settings.ts';
import { ChooserDialog, type ChooserOption } from '../../ui/chooser-dialog.tsx';

export interface ModelDialogProps {
  readonly models: ModelSettings;
  /** Id of the one that the clusters in use are made by. */
  readonly chosen: string | null;
  readonly onChoose: (model: string) => void;
  readonly onClose: () => void;
}

/** By what changes are compared where all clusters are made anew. */
export function ModelDialog({ models, chosen, onChoose, onClose }: ModelDialogProps) {
  return (
    <ChooserDialog
      title="Make all clusters anew"
      label="Compare changes by"
      options={modelOptions(models)}
      chosen={chosen}
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}

/** The lexical one, and the models that the settings name. */
export function modelOptions({ folder, service }: ModelSettings): readonly ChooserOption[] {
  return [
    { value: 'lexical', name: 'Their words', detail: 'Nothing else is needed' },
    ...(folder === null ? [] : [{ value: 'folder', name: 'A model in a folder', detail: folder }]),
    ...(service.isOn
      ? [{ value: 'service', name: 'An embedding service', detail: `${service.model}, ${service.url}` }]
      : []),
  ];
}
