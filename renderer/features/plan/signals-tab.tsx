import { useState } from 'react';
import {
  type PlanDraft,
  planDraftSchema,
  type PlanSignal,
  planStatuses,
} from '../../../shared/domain/plan/plan-signal.ts';
import { planStatusNames } from '../../../shared/domain/plan/plan-words.ts';
import { useCommands } from '../../app/key-map.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { NewSignalDialog } from './new-signal-dialog.tsx';
import { listCommands } from './plan-commands.ts';
import styles from './plan.module.css';
import { SignalForm } from './signal-form.tsx';
import { focusSignal, SignalList } from './signal-list.tsx';
import { Suggestions } from './suggestions.tsx';
import type { Plan } from './use-plan.ts';
import { usePlanFiles } from './use-plan-files.ts';

export interface SignalsTabProps {
  readonly plan: Plan;
  readonly signals: readonly PlanSignal[];
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** Suggestions at the top, the plan by surface, and beside it the signal that is open. */
export function SignalsTab({ plan, signals, openId, onOpen }: SignalsTabProps) {
  const { act } = plan;
  // The audit is counted for a moment after each act; what was just added is not offered again.
  const waiting = plan.suggestions?.filter(({ draft }) => !isPlanned(draft, signals));
  const suggestions = waiting ?? [];
  const write = usePlanFiles();
  const [isCreating, setCreating] = useState(false);
  const [removed, setRemoved] = useState<PlanDraft | null>(null);
  const open = signals.find(({ id }) => id === openId) ?? signals[0];
  const shown = inShownOrder(signals);

  const go = (steps: number) => {
    const next = shown[shown.findIndex(({ id }) => id === open?.id) + steps];
    if (next === undefined) return;
    onOpen(next.id);
    focusSignal(next.id);
  };
  const add = async (drafts: readonly PlanDraft[]) => {
    const result = await act((client) => client.add({ drafts: [...drafts] }));
    const added = result?.added.find(({ signal }) => signal === drafts[0]?.signal);
    if (result === null || added === undefined) return;
    onOpen(added.id);
    showToast(
      result.added.length === 1 ? 'Added to the plan' : `Added ${result.added.length} signals to the plan`,
    );
  };
  const step = (by: number) => {
    if (open === undefined) return;
    const status = planStatuses[planStatuses.indexOf(open.status) + by];
    if (status === undefined) return;
    const { id } = open;
    void act((client) => client.change({ id, changes: { status } }), planStatusNames[status]);
  };
  const remove = () => {
    if (open === undefined) return;
    const { id } = open;
    const place = shown.findIndex((signal) => signal.id === id);
    onOpen((shown[place + 1] ?? shown[place - 1])?.id ?? null);
    setRemoved(planDraftSchema.parse(open));
    void act((client) => client.remove({ id }), 'Removed from the plan');
  };
  const bringBack = () => {
    if (removed === null) return;
    setRemoved(null);
    void add([removed]);
  };
  const move = (by: -1 | 1) => {
    if (open !== undefined) void act((client) => client.move({ id: open.id, by }));
  };
  useCommands(
    'plan.list',
    listCommands({
      next: () => go(1),
      previous: () => go(-1),
      suggest: () => void add(suggestions.slice(0, 1).map(({ draft }) => draft)),
      suggestAll: () => void add(suggestions.map(({ draft }) => draft)),
      create: () => setCreating(true),
      edit: () => focusForm(),
      nextStatus: () => step(1),
      previousStatus: () => step(-1),
      remove,
      bringBack,
      down: () => move(1),
      up: () => move(-1),
      saveMarkdown: () => void write('md', 'Instrumentation plan.md'),
      saveHtml: () => void write('html', 'Instrumentation plan.html'),
      hasSuggestions: suggestions.length > 0,
      hasOpen: open !== undefined,
      hasRemoved: removed !== null,
    }),
  );
  return (
    <div className={styles['plan']} data-plan={plan.suggestions !== undefined}>
      <Suggestions suggestions={waiting} hasPlan={signals.length > 0} onAdd={(drafts) => void add(drafts)} />
      <div className={styles['bar']}>
        <Button command="plan.new" onPress={() => setCreating(true)}>
          Plan a signal…
        </Button>
        <Button
          command="plan.markdown"
          isDisabled={open === undefined}
          onPress={() => void write('md', 'Instrumentation plan.md')}
        >
          Markdown
        </Button>
        <Button
          command="plan.html"
          isDisabled={open === undefined}
          onPress={() => void write('html', 'Instrumentation plan.html')}
        >
          HTML
        </Button>
      </div>
      {open === undefined ? (
        <p className={styles['empty']}>
          Nothing is planned yet. Add a suggestion, or plan a signal of your own: each becomes an event with
          its fields, and code that logs it.
        </p>
      ) : (
        <div className={styles['panes']}>
          <SignalList signals={signals} openId={open.id} onOpen={onOpen} />
          <div className={styles['form']} data-plan-form>
            <SignalForm
              key={`${open.id} ${open.changedAt}`}
              signal={open}
              onRemove={remove}
              onSave={async (draft) => {
                const saved = await act((client) => client.change({ id: open.id, changes: draft }), 'Saved');
                return saved !== null;
              }}
              onLeave={() => focusSignal(open.id)}
            />
          </div>
        </div>
      )}
      {isCreating ? (
        <NewSignalDialog
          surfaces={[...new Set(signals.map(({ surface }) => surface))]}
          onClose={() => setCreating(false)}
          onCreate={(draft) => {
            setCreating(false);
            void add([draft]);
          }}
        />
      ) : null}
    </div>
  );
}

function isPlanned({ surface, signal }: PlanDraft, signals: readonly PlanSignal[]): boolean {
  return signals.some((one) => one.signal === signal && (one.surface === '' || one.surface === surface));
}

function focusForm(): void {
  const field = document.querySelector('[data-plan-form] input');
  if (field instanceof HTMLElement) field.focus();
}

/** By surface, as the list shows them. */
function inShownOrder(signals: readonly PlanSignal[]): PlanSignal[] {
  return [...Map.groupBy(signals, ({ surface }) => surface).values()].flat();
}
