import { useQuery } from '@tanstack/react-query';
import { Radio, RadioGroup } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { Settings } from '../../../shared/contract/app-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useSettings } from '../../api/use-settings.ts';
import { paths } from '../../app/routes.ts';
import { useAppState } from '../../state/app-state.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ModelsSection } from './models-section.tsx';
import styles from './settings-screen.module.css';

const themeNames: Record<Settings['theme'], string> = {
  system: 'Like the system',
  light: 'Light',
  dark: 'Dark',
};

const hostNames = { electron: 'desktop window', loopback: 'browser window', cli: 'command line' } as const;

/** Preferences of this person on this computer, and what Flywheel is. */
export function SettingsScreen() {
  const queries = useQueries();
  const project = useQuery(queries.project.current.queryOptions()).data ?? null;
  const [, navigate] = useLocation();
  const info = useQuery(queries.app.info.queryOptions());
  const { settings, update, error } = useSettings();
  const show = useAppState((state) => state.show);
  return (
    <Page title="Settings" subtitle="Kept beside the app on this computer, never in a project.">
      {error === null ? null : <Notice tone="error">{failureOf(error).message}</Notice>}
      <Section title="Annotator" hint="The name your labels and edits are kept under.">
        <div className={styles['row']}>
          <span className={styles['value']}>{settings?.annotator ?? ''}</span>
          <Button onPress={() => show('annotator')}>Change</Button>
        </div>
      </Section>
      {project === null ? null : (
        <Section title="Label schema" hint={`The questions about the outputs of ${project.name}.`}>
          <div>
            <Button command="go.schema" onPress={() => navigate(paths.schema)}>
              Change the questions
            </Button>
          </div>
        </Section>
      )}
      <Section title="Theme">
        <RadioGroup
          className={styles['choices'] ?? ''}
          aria-label="Theme"
          orientation="horizontal"
          value={settings?.theme ?? null}
          onChange={(value) => {
            if (isTheme(value)) update({ theme: value });
          }}
        >
          {Object.entries(themeNames).map(([theme, name]) => (
            <Radio key={theme} value={theme} className={styles['choice'] ?? ''}>
              {name}
            </Radio>
          ))}
        </RadioGroup>
      </Section>
      <Section title="Keys" hint="Change them, or see all keys of the screen you are on.">
        <div className={styles['row']}>
          <Button command="go.keys" onPress={() => navigate(paths.keys)}>
            Change the keys
          </Button>
          <Button command="app.keys" onPress={() => show('keys')}>
            Show all keys
          </Button>
        </div>
      </Section>
      {settings === undefined ? null : (
        <ModelsSection models={settings.models} onChange={(models) => update({ models })} />
      )}
      <Section title="About">
        <dl className={styles['facts']}>
          <dt>Version</dt>
          <dd>{info.data === undefined ? '' : `${info.data.version}, ${hostNames[info.data.host]}`}</dd>
          <dt>System</dt>
          <dd>{info.data?.platform ?? ''}</dd>
          <dt>Privacy</dt>
          <dd>
            {settings?.models.service.isOn === true
              ? 'Nothing leaves this computer but the texts of changes, to the embedding service that is turned on above.'
              : 'Nothing leaves this computer.'}{' '}
            Flywheel has no accounts, sends no statistics and looks for no updates; your data is in your
            project files only.
          </dd>
          <dt>Licence</dt>
          <dd>MIT</dd>
        </dl>
      </Section>
    </Page>
  );
}

function isTheme(value: string): value is Settings['theme'] {
  return value in themeNames;
}
