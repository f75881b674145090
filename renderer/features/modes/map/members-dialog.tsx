import type { Change, Mode } from '../../../../shared/contract/cluster-operations.ts';
import { ChooserDialog } from '../../../ui/chooser-dialog.tsx';
import { formatPlural } from '../../../ui/format.ts';
import { modeChoices } from '../mode-choices.ts';
import type { ModeActs, Send } from '../use-mode-acts.ts';

export interface MembersDialogProps {
  readonly modes: readonly Mode[];
  readonly acts: ModeActs;
  /** Numbers of the changes. */
  readonly seqs: readonly number[];
  readonly onClose: () => void;
}

/** As many changes as the engine gives at once. */
const perRequest = 500;

/** Makes changes examples of a failure mode that is there, or of a new one. */
export function MembersDialog({ modes, acts, seqs, onClose }: MembersDialogProps) {
  const makeExamples = (name: string, modeOf: Send<string>) => {
    onClose();
    const send: Send<Mode> = async (client, annotator) => {
      const changes: Change[] = [];
      for (let from = 0; from < seqs.length; from += perRequest) {
        const found = await client.clusters.points({ seqs: seqs.slice(from, from + perRequest) });
        changes.push(...found.changes);
      }
      const units = changes.map(({ interactionId, place }) => ({ interactionId, place }));
      const id = await modeOf(client, annotator);
      return client.modes.setMembers({ annotator, id, units, verdict: 'in' });
    };
    void acts.act(send, `${formatPlural(seqs.length, 'change')}: examples of “${name}”`);
  };
  return (
    <ChooserDialog
      title={`Make ${formatPlural(seqs.length, 'change')} examples of`}
      label="Failure mode"
      options={modeChoices(modes)}
      empty="Type a name to make the first failure mode."
      onClose={onClose}
      onChoose={(id) => {
        const name = modes.find((mode) => mode.id === id)?.name ?? '';
        makeExamples(name, async () => id);
      }}
      onAdd={(name) =>
        makeExamples(name, async (client, annotator) => {
          const mode = await client.modes.create({ annotator, mode: { name } });
          return mode.id;
        })
      }
    />
  );
}
