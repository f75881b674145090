/**
 * What an event is about. Events of one key are folded together and never touch another key, so that the state of
 * one label can be computed from a handful of rows.
 */
export type FoldTarget =
  | {
      readonly kind: 'label';
      readonly interactionId: string;
      readonly annotatorId: string;
      readonly question: string;
    }
  | { readonly kind: 'edit'; readonly interactionId: string; readonly annotatorId: string }
  | {
      readonly kind: 'span';
      readonly interactionId: string;
      readonly annotatorId: string;
      /** See `placeKey`. */
      readonly place: string;
    }
  | { readonly kind: 'resolution'; readonly interactionId: string; readonly question: string }
  | {
      readonly kind: 'skip';
      readonly interactionId: string;
      readonly annotatorId: string;
      readonly queueId: string;
    }
  | { readonly kind: 'flag'; readonly interactionId: string; readonly annotatorId: string }
  | { readonly kind: 'gold'; readonly interactionId: string; readonly question: string }
  /** Whether an interaction asks again what an earlier one asked. */
  | { readonly kind: 'requery'; readonly interactionId: string; readonly earlierId: string }
  | { readonly kind: 'failure_mode'; readonly failureModeId: string }
  | {
      readonly kind: 'member';
      readonly failureModeId: string;
      readonly interactionId: string;
      /** Empty for a whole output. */
      readonly place: string;
    }
  | { readonly kind: 'cluster'; readonly clusterId: string }
  /** A failure mode or cluster in an ISO week, such as `2026-W40`. */
  | { readonly kind: 'weekly'; readonly week: string; readonly subject: string }
  | { readonly kind: 'prompt_version'; readonly promptVersionId: string }
  | { readonly kind: 'label_schema'; readonly version: number };

/**
 * `label/<interaction>/<annotator>/<question>`, `edit/<interaction>/<annotator>`, `span/<interaction>/<annotator>/<place>`,
 * `resolution/<interaction>/<question>`, `skip/<interaction>/<annotator>/<queue>`,
 * `flag/<interaction>/<annotator>`, `gold/<interaction>/<question>`, `requery/<interaction>/<earlier one>`, `failure_mode/<id>`,
 * `member/<failure mode>/<interaction>/<place>`, `cluster/<id>`, `weekly/<week>/<subject>`, `prompt_version/<id>` or
 * `label_schema/<version>`.
 */
export function foldKeyOf(target: FoldTarget): string {
  switch (target.kind) {
    case 'label':
      return `label/${target.interactionId}/${target.annotatorId}/${target.question}`;
    case 'edit':
      return `edit/${target.interactionId}/${target.annotatorId}`;
    case 'span':
      return `span/${target.interactionId}/${target.annotatorId}/${target.place}`;
    case 'resolution':
      return `resolution/${target.interactionId}/${target.question}`;
    case 'skip':
      return `skip/${target.interactionId}/${target.annotatorId}/${target.queueId}`;
    case 'flag':
      return `flag/${target.interactionId}/${target.annotatorId}`;
    case 'gold':
      return `gold/${target.interactionId}/${target.question}`;
    case 'requery':
      return `requery/${target.interactionId}/${target.earlierId}`;
    case 'failure_mode':
      return `failure_mode/${target.failureModeId}`;
    case 'member':
      return `member/${target.failureModeId}/${target.interactionId}/${target.place}`;
    case 'cluster':
      return `cluster/${target.clusterId}`;
    case 'weekly':
      return `weekly/${target.week}/${target.subject}`;
    case 'prompt_version':
      return `prompt_version/${target.promptVersionId}`;
    case 'label_schema':
      return `label_schema/${target.version}`;
  }
}

/** Reads {@link foldKeyOf}'s text. Throws where it is none: only this app writes it. */
export function parseFoldKey(text: string): FoldTarget {
  const [kind, first = '', second = '', ...rest] = text.split('/');
  switch (kind) {
    case 'label':
      return { kind, interactionId: first, annotatorId: second, question: rest.join('/') };
    case 'edit':
      return { kind, interactionId: first, annotatorId: second };
    case 'span':
      return { kind, interactionId: first, annotatorId: second, place: rest.join('/') };
    case 'resolution':
      return { kind, interactionId: first, question: [second, ...rest].join('/') };
    case 'skip':
      return { kind, interactionId: first, annotatorId: second, queueId: rest.join('/') };
    case 'flag':
      return { kind, interactionId: first, annotatorId: second };
    case 'gold':
      return { kind, interactionId: first, question: [second, ...rest].join('/') };
    case 'requery':
      return { kind, interactionId: first, earlierId: second };
    case 'failure_mode':
      return { kind, failureModeId: first };
    case 'member':
      return { kind, failureModeId: first, interactionId: second, place: rest.join('/') };
    case 'cluster':
      return { kind, clusterId: first };
    case 'weekly':
      return { kind, week: first, subject: [second, ...rest].join('/') };
    case 'prompt_version':
      return { kind, promptVersionId: first };
    case 'label_schema':
      return { kind, version: Number(first) };
    default:
      throw new Error(`Not a fold key: ${text}`);
  }
}
