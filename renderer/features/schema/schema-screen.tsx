import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { useCommands } from '../../app/key-map.ts';
import { useAppState } from '../../state/app-state.ts';
import { showToast } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BuiltInDialog } from './built-in-dialog.tsx';
import { QuestionForm } from './question-form.tsx';
import { QuestionPicker } from './question-picker.tsx';
import { SaveSchemaDialog } from './save-schema-dialog.tsx';
import { draftOf, dropChanges, goToPlace } from './schema-draft.ts';
import { SchemaPreview } from './schema-preview.tsx';
import styles from './schema-screen.module.css';
import { RetiredQuestions, SchemaVersions } from './schema-versions.tsx';
import { type SchemaEditor, useSchemaEditor } from './use-schema-editor.ts';
import { schemaCommands } from './schema-commands.ts';
import { useSchemaFiles } from './use-schema-files.ts';

/** The project's questions: add, change, order and try them, and save them as the next version. */
export function SchemaScreen() {
  const editor = useSchemaEditor();
  return editor === undefined ? <Page title="Label schema">{null}</Page> : <LoadedSchema editor={editor} />;
}

function LoadedSchema({ editor }: { readonly editor: SchemaEditor }) {
  const { draft, place, question, problems, changes, usage } = editor;
  const queries = useQueries();
  const failureModes = useQuery(queries.review.failureModes.queryOptions()).data ?? [];
  const versions = useQuery(queries.schema.history.queryOptions()).data ?? [];
  const { settings } = useSettings();
  const showApp = useAppState((state) => state.show);
  const [dialog, setDialog] = useState<'save' | 'built-in' | null>(null);
  const save = useMutation(
    queries.schema.save.mutationOptions({
      onSuccess: (saved) => {
        dropChanges();
        setDialog(null);
        showToast(`Saved as version ${saved.version}. Labels are as they were.`);
      },
    }),
  );
  const files = useSchemaFiles(editor.replace);
  const annotator = settings?.annotator ?? '';
  const canSave = changes.length > 0 && problems.length === 0;
  const openSave = () => {
    save.reset();
    if (annotator === '') showApp('annotator');
    else setDialog('save');
  };
  const add = () => {
    editor.add();
    focusQuestionName();
  };
  useCommands(
    'schema',
    schemaCommands({
      editor,
      canSave,
      add,
      edit: focusQuestionName,
      save: openSave,
      chooseBuiltIn: () => setDialog('built-in'),
      read: () => void files.read(),
      write: () => void files.write(draft.name),
    }),
  );

  return (
    <Page
      title="Label schema"
      subtitle={
        changes.length === 0
          ? `Version ${editor.saved.version} is in use.`
          : `${formatPlural(changes.length, 'change')} to version ${editor.basedOn}, not saved yet.`
      }
      actions={
        <>
          <Button command="schema.built-in" onPress={() => setDialog('built-in')}>
            Built-in…
          </Button>
          <Button command="schema.read" onPress={() => void files.read()}>
            Import…
          </Button>
          <Button command="schema.write" onPress={() => void files.write(draft.name)}>
            Export…
          </Button>
          <Button isDisabled={changes.length === 0} onPress={editor.discard}>
            Discard
          </Button>
          <Button variant="primary" command="schema.save" isDisabled={!canSave} onPress={openSave}>
            Save…
          </Button>
        </>
      }
    >
      <WholeSchema editor={editor} />
      <div className={styles['columns']}>
        <Section title="Questions">
          <QuestionPicker
            questions={draft.questions}
            place={place}
            problems={problems}
            onGoTo={goToPlace}
            onOpen={focusQuestionName}
            onAdd={add}
            onMove={editor.move}
            onRemove={editor.remove}
          />
        </Section>
        <section className={styles['editor']} aria-label="Question" data-question-form>
          {question === undefined ? null : (
            <QuestionForm
              key={place}
              question={question}
              before={draft.questions.slice(0, place)}
              usage={usage}
              problems={problems.filter((problem) => problem.place === place)}
              onChange={editor.change}
            />
          )}
        </section>
        <SchemaPreview draft={draft} failureModes={failureModes} />
      </div>
      <RetiredQuestions questions={editor.retired} usage={usage} onAskAgain={editor.askAgain} />
      <SchemaVersions versions={versions} onTake={({ schema }) => editor.replace(draftOf(schema))} />
      {dialog === 'save' ? (
        <SaveSchemaDialog
          version={editor.saved.version + 1}
          changes={changes}
          isSaving={save.isPending}
          problem={save.error === null ? null : failureOf(save.error).message}
          onSave={() => save.mutate({ schema: draft, basedOn: editor.basedOn, annotator })}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'built-in' ? (
        <BuiltInDialog
          onChoose={(schema) => {
            editor.replace(schema);
            setDialog(null);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Page>
  );
}

/** After the form shows the question that was gone to. */
function focusQuestionName(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLInputElement>('[data-question-form] input[type=text]')?.select();
  });
}

/** What belongs to no single question, and the problems of questions that are not shown. */
function WholeSchema({ editor }: { readonly editor: SchemaEditor }) {
  const { draft, place, problems } = editor;
  const { description, ...undescribed } = draft;
  const elsewhere = problems.filter((problem) => problem.place !== place);
  return (
    <>
      {elsewhere.length === 0 ? null : (
        <Notice tone="caution" title="It cannot be saved yet">
          {elsewhere.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      <div className={styles['schema']}>
        <TextField
          label="Name of the schema"
          value={draft.name}
          onChange={(name) => editor.replace({ ...draft, name }, place)}
        />
        <TextField
          label="What it is for"
          value={description ?? ''}
          onChange={(text) =>
            editor.replace(text === '' ? undescribed : { ...draft, description: text }, place)
          }
        />
      </div>
    </>
  );
}
