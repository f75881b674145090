import { useState } from 'react';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import { useCommands } from '../../../app/key-map.ts';
import { Button } from '../../../ui/button.tsx';
import { commandFor } from '../export-command.ts';
import { SamplesDialog } from './samples-dialog.tsx';

export interface PrivacySamplesProps {
  readonly recipe: Recipe;
  readonly onChange: (change: Partial<Recipe>) => void;
}

/** Opens findings by lot, to say whether the finders are right; what was said becomes a part of the recipe. */
export function PrivacySamples({ recipe, onChange }: PrivacySamplesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { privacy } = recipe;
  const open = () => setIsOpen(true);
  useCommands('export.findings', [commandFor('export.findings', open, privacy !== undefined)]);
  return (
    <>
      <Button command="export.findings" isDisabled={privacy === undefined} onPress={open}>
        Look at findings
      </Button>
      {isOpen && privacy !== undefined ? (
        <SamplesDialog
          recipe={recipe}
          privacy={privacy}
          onClose={(confirmed) => {
            setIsOpen(false);
            if (confirmed !== null) onChange({ privacy: { ...privacy, confirmed } });
          }}
        />
      ) : null}
    </>
  );
}
