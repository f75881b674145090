import { useState } from 'react';
import type { ModelSettings } from '../../../shared/contract/model-settings.ts';
import { Section } from '../../ui/page.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './models-section.module.css';
import { TryModel } from './try-model.tsx';

export interface ModelsSectionProps {
  readonly models: ModelSettings;
  readonly onChange: (models: ModelSettings) => void;
}

/** Models beside the lexical one, by which changes can be compared; kept when a field is left. */
export function ModelsSection({ models, onChange }: ModelsSectionProps) {
  const [folder, setFolder] = useState(models.folder ?? '');
  const [service, setService] = useState(models.service);
  const keep = () => onChange({ folder: folder.trim() === '' ? null : folder.trim(), service });
  const turn = (isOn: boolean) => {
    setService({ ...service, isOn });
    onChange({ ...models, service: { ...service, isOn } });
  };
  return (
    <Section
      title="Embedding models"
      hint="Clusters compare changes by their words. A model can compare them by meaning instead."
    >
      <div className={styles['models']}>
        <div className={styles['model']}>
          <TextField
            label="Folder of a static model"
            placeholder="/home/ana/models/potion-base-8M"
            hint="With model.safetensors and tokenizer.json, as model2vec writes it. It is read on this computer; nothing is downloaded."
            value={folder}
            onChange={setFolder}
            onBlur={keep}
            onEnter={keep}
          />
          <TryModel model="folder" />
        </div>
        <div className={styles['model']}>
          <Switch
            label="Use an embedding service"
            detail="The texts of changes are sent to the address below when clusters are made with it, and to nowhere else."
            isSelected={service.isOn}
            onChange={turn}
          />
          <div className={styles['fields']}>
            <TextField
              label="Address"
              hint="One that answers as OpenAI's does, such as a local Ollama."
              placeholder="http://localhost:11434/v1"
              value={service.url}
              onChange={(url) => setService({ ...service, url })}
              onBlur={keep}
              onEnter={keep}
              isDisabled={!service.isOn}
            />
            <TextField
              label="Model"
              hint="As the service names it."
              placeholder="nomic-embed-text"
              value={service.model}
              onChange={(model) => setService({ ...service, model })}
              onBlur={keep}
              onEnter={keep}
              isDisabled={!service.isOn}
            />
          </div>
          <TryModel model="service" />
        </div>
      </div>
    </Section>
  );
}
