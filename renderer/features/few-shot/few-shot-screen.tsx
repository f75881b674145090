import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { failureOf } from '../../api/failure.ts';
import { useClient, useQueries } from '../../api/query-utils.ts';
import { useFileChooser } from '../../api/use-file-chooser.ts';
import { useCommands } from '../../app/key-map.ts';
import { reviewPath } from '../../app/routes.ts';
import { useFewShotDraft } from '../../state/few-shot-draft.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatPlural } from '../../ui/format.ts';
import { describeJob } from '../../ui/job-progress.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ChoiceSummary, Comparison } from './choice-summary.tsx';
import { ChosenList } from './chosen-list.tsx';
import { fewShotCommands } from './few-shot-commands.ts';
import { FewShotForm } from './few-shot-form.tsx';
import styles from './few-shot-screen.module.css';
import { KeepDialog } from './keep-dialog.tsx';
import { KeptSets } from './kept-sets.tsx';
import { OpenedExample } from './opened-example.tsx';
import { contentOf, type FewShot, useFewShot } from './use-few-shot.ts';

/** Examples for a prompt: chosen, explained, compared with what is live, kept and written. */
export function FewShotScreen() {
  const queries = useQueries();
  const client = useClient();
  const [, navigate] = useLocation();
  const { chooseSavePath } = useFileChooser();
  const project = useQuery(queries.project.current.queryOptions()).data;
  const isReadOnly = project?.readOnly ?? false;
  const [isKeeping, setKeeping] = useState(false);
  const { compare, index } = useFewShotDraft();
  const fewShot = useFewShot();
  const { choice, options, text, running, sets } = fewShot;
  const count = choice === null ? 0 : choice.counters.length + choice.examples.length;
  const current = choice === null ? undefined : [...choice.counters, ...choice.examples][index];

  const goTo = (next: number) => useFewShotDraft.setState({ index: Math.max(0, Math.min(count - 1, next)) });
  const copy = async () => {
    if (text === null) return;
    await navigator.clipboard.writeText(text.text).then(
      () => showToast(`Copied ${formatPlural(text.tokens, 'token')}`),
      () => showToast('The clipboard refused it. Write the set to a file instead.'),
    );
  };
  const write = async () => {
    if (choice === null) return;
    const { format } = choice.options;
    const extension = formats[format].layout?.extension ?? 'jsonl';
    const path = await chooseSavePath({
      title: 'Where to write the examples',
      suggestedName: `${project?.name ?? 'examples'} few-shot.${extension}`,
      extension,
    });
    if (path === null) return;
    // Whoever chose an existing file in the dialog has agreed there to replace it.
    await client.fewShot.write({ ...contentOf(choice), format, path, overwrite: true }).then(
      (written) => showToast(`Wrote ${written.path}`),
      (error: unknown) => showToast(failureOf(error).message),
    );
  };
  const canChoose = !isReadOnly && running === null && !fewShot.isStarting;
  useCommands(
    'few-shot',
    fewShotCommands({
      choose: fewShot.choose,
      cancel: fewShot.cancel,
      move: (step) => goTo(index + step),
      open: () => current !== undefined && navigate(reviewPath([], current.id)),
      copy: () => void copy(),
      write: () => void write(),
      keep: () => setKeeping(true),
      canChoose,
      isRunning: running !== null,
      hasChoice: choice !== null,
      canKeep: choice !== null && !isReadOnly,
    }),
  );

  return (
    <Page
      title="Few-shot examples"
      subtitle="Good answers that together are most like what is asked, within a budget of tokens."
      actions={
        <>
          <Button command="few-shot.copy" isDisabled={text === null} onPress={() => void copy()}>
            Copy
          </Button>
          <Button command="few-shot.write" isDisabled={choice === null} onPress={() => void write()}>
            Write…
          </Button>
          <Button
            command="few-shot.keep"
            isDisabled={choice === null || isReadOnly}
            onPress={() => setKeeping(true)}
          >
            Keep…
          </Button>
          <Button
            variant="primary"
            command="few-shot.choose"
            isDisabled={!canChoose}
            onPress={fewShot.choose}
          >
            Choose
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <FewShotForm
          options={options}
          onChange={(change) => useFewShotDraft.setState({ options: { ...options, ...change } })}
          compare={compare}
          sets={(sets ?? []).map(({ name }) => name)}
          onCompare={(name) => useFewShotDraft.setState({ compare: name })}
        />
        <div className={styles['results']}>
          <State fewShot={fewShot} isReadOnly={isReadOnly} />
          {choice === null ? null : (
            <>
              <ChoiceSummary choice={choice} />
              <div className={styles['chosen']}>
                <ChosenList choice={choice} index={index} onGoTo={goTo} />
                <OpenedExample choice={choice} index={index} />
              </div>
              <Comparison comparison={choice.comparison} />
              {text === null ? null : (
                <Disclosure title={`As it is written: ${formatPlural(text.tokens, 'token')}`}>
                  <pre className={styles['text']} tabIndex={0}>
                    {text.text}
                  </pre>
                </Disclosure>
              )}
            </>
          )}
          {sets === null || sets.length === 0 ? null : <KeptSets sets={sets} isReadOnly={isReadOnly} />}
        </div>
      </div>
      {isKeeping && choice !== null ? <KeepDialog choice={choice} onClose={() => setKeeping(false)} /> : null}
    </Page>
  );
}

/** What goes on, what went wrong, or what to do; one line, so that the results stay where they are. */
function State({ fewShot, isReadOnly }: { readonly fewShot: FewShot; readonly isReadOnly: boolean }) {
  const { running, failure, choice, isStale, cancel } = fewShot;
  return (
    <div className={styles['state']}>
      {running !== null ? (
        <div className={styles['running']}>
          <Progress
            label={running.title}
            done={running.done}
            total={running.total}
            detail={describeJob(running)}
          />
          <Button command="few-shot.cancel" onPress={cancel}>
            Cancel
          </Button>
        </div>
      ) : failure !== null ? (
        <Notice tone="error">{failure}</Notice>
      ) : isReadOnly ? (
        <Notice tone="info">The project is open to read only: examples cannot be chosen now.</Notice>
      ) : choice === null ? (
        <Section title="Nothing is chosen yet">
          <p>
            Choose examples of the interactions that people edited, or whose outputs were rated, labelled or
            turned out well. Each is explained, and nothing is kept before you say so.
          </p>
        </Section>
      ) : isStale ? (
        <Notice tone="info">The options changed since these were chosen. Choose again.</Notice>
      ) : (
        <Notice tone="success">These are the examples for the options as they are.</Notice>
      )}
    </div>
  );
}
