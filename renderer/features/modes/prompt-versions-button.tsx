import { useState } from 'react';
import { useCommands } from '../../app/key-map.ts';
import { Button } from '../../ui/button.tsx';
import { on } from './modes-commands.ts';
import styles from './opened.module.css';
import { PromptVersionsDialog } from './prompt-versions-dialog.tsx';

/** Opens what is known of prompt versions, beside the trend that they explain. */
export function PromptVersionsButton() {
  const [isOpen, setOpen] = useState(false);
  useCommands('modes.prompt-versions', [on('prompt-versions', () => setOpen(true))]);
  return (
    <div className={styles['buttons']}>
      <Button variant="quiet" command="modes.prompt-versions" onPress={() => setOpen(true)}>
        Prompt versions
      </Button>
      {isOpen ? <PromptVersionsDialog onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
