import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import type { AnnotatorProfile } from '../../../shared/contract/team-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { useQueries } from '../../api/query-utils.ts';
import { useCommands } from '../../app/key-map.ts';
import { annotatorPath, paths, reviewPath } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { AnnotatorAnswers } from './annotator-answers.tsx';
import { ProfileFigures } from './profile-figures.tsx';
import styles from './team.module.css';
import { teamCommands } from './team-commands.ts';

/** Who has labelled: how much, how fast, and how their answers compare with everyone's. */
export function TeamScreen() {
  const queries = useQueries();
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();
  const chosen = new URLSearchParams(useSearch()).get('annotator');
  // Whoever comes back sees the old figures until the new ones are there.
  const profiles = useQuery({ ...queries.team.profiles.queryOptions(), staleTime: 0 });
  const annotators = profiles.data ?? [];
  const place = Math.max(
    0,
    annotators.findIndex(({ name }) => name === chosen),
  );
  const profile = annotators[place];
  const goTo = (name: string | undefined) => {
    if (name !== undefined) navigate(annotatorPath(name), { replace: true });
  };
  const refresh = () => void queryClient.invalidateQueries({ queryKey: queries.team.key() });
  const openLabelled = () => {
    if (profile !== undefined)
      navigate(reviewPath([{ field: 'labelled_by', operator: '=', value: profile.name }]));
  };
  const hasItems = (profile?.items ?? 0) > 0;
  useCommands(
    'team',
    teamCommands({
      next: () => goTo(annotators[place + 1]?.name),
      previous: () => goTo(annotators[place - 1]?.name),
      refresh,
      openLabelled,
      hasItems,
    }),
  );
  const isUnknown = profiles.data !== undefined && chosen !== null && profile?.name !== chosen;

  return (
    <Page
      title="Annotators"
      subtitle={profiles.data === undefined ? 'Counting…' : formatPlural(annotators.length, 'annotator')}
      actions={
        <>
          <Button command="go.agreement" onPress={() => navigate(paths.agreement)}>
            Agreement
          </Button>
          <Button command="team.refresh" onPress={refresh}>
            Count again
          </Button>
        </>
      }
    >
      {profiles.error === null ? null : <Notice tone="error">{failureOf(profiles.error).message}</Notice>}
      {isUnknown ? (
        <Notice tone="caution">{`There is no annotator “${chosen}” in this project. Choose one of the list.`}</Notice>
      ) : null}
      {profiles.data !== undefined && annotators.length === 0 ? <NobodyYet /> : null}
      {annotators.length === 0 ? null : (
        <div className={styles['columns']}>
          <div className={styles['list']}>
            <ChoiceList
              label="Annotators"
              choices={annotators.map((one) => ({ id: one.name, name: one.name, detail: summaryOf(one) }))}
              chosen={profile?.name ?? null}
              onChoose={goTo}
            />
          </div>
          {profile === undefined ? null : (
            <div className={styles['profile']}>
              <ProfileFigures profile={profile} hasItems={hasItems} onOpen={openLabelled} />
              <AnnotatorAnswers annotator={profile.name} gold={profile.gold} />
            </div>
          )}
        </div>
      )}
    </Page>
  );
}

function summaryOf({ kind, labels }: AnnotatorProfile): string {
  return `${kind === 'person' ? 'Person' : 'Imported'}, ${formatPlural(labels, 'label')}`;
}

function NobodyYet() {
  const [, navigate] = useLocation();
  return (
    <div className={styles['empty']}>
      <h2>Nobody has labelled yet</h2>
      <p>
        Whoever answers a question in the review is an annotator, and so are those whose labels are in an
        imported file.
      </p>
      <div className={styles['buttons']}>
        <Button variant="primary" command="go.review" onPress={() => navigate(paths.review)}>
          Review
        </Button>
        <Button command="go.import" onPress={() => navigate(paths.import)}>
          Import
        </Button>
      </div>
    </div>
  );
}
