import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { ProjectInfo } from '../../shared/contract/project-operations.ts';
import { useAppState } from '../state/app-state.ts';
import { followProject } from './engine-events.ts';
import { failureOf } from './failure.ts';
import { useClient, useQueries } from './query-utils.ts';

type Opening =
  | { readonly kind: 'open'; readonly path: string; readonly readOnly?: boolean }
  | { readonly kind: 'create'; readonly path: string; readonly name: string }
  | { readonly kind: 'sample' };

export interface ProjectOpener {
  readonly open: (path: string, readOnly?: boolean) => void;
  /** `onDone` runs after the project was made and is open; a failure is in the app's state. */
  readonly create: (path: string, name: string, next: string, onDone: () => void) => void;
  readonly openSample: () => void;
  readonly isOpening: boolean;
}

/** Opens, creates and shows projects. What fails is kept in the app's state and shown on the welcome screen. */
export function useOpenProject(): ProjectOpener {
  const client = useClient();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({
      opening,
    }: {
      readonly opening: Opening;
      readonly next: string;
    }): Promise<ProjectInfo> => {
      if (opening.kind === 'sample') return client.project.openSample();
      if (opening.kind === 'create') return client.project.create({ path: opening.path, name: opening.name });
      return client.project.open({ path: opening.path, readOnly: opening.readOnly ?? false });
    },
    onMutate: ({ next }) => {
      useAppState.setState({ openFailure: null, landing: next });
      return { from: location.pathname };
    },
    onSuccess: async (_project, { next }, { from }) => {
      await followProject(queryClient, queries);
      // The engine's own word of the project may have come first, and somebody may have gone on from there.
      if (location.pathname === from) navigate(next);
    },
    onError: (error, { opening }) =>
      useAppState.setState({
        openFailure: { ...failureOf(error), path: opening.kind === 'open' ? opening.path : null },
      }),
  });
  return {
    open: useCallback(
      (path, readOnly = false) => mutate({ opening: { kind: 'open', path, readOnly }, next: '/review' }),
      [mutate],
    ),
    create: useCallback(
      (path, name, next, onDone) =>
        mutate({ opening: { kind: 'create', path, name }, next }, { onSuccess: onDone }),
      [mutate],
    ),
    openSample: useCallback(() => mutate({ opening: { kind: 'sample' }, next: '/review' }), [mutate]),
    isOpening: isPending,
  };
}
