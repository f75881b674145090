import { z } from 'zod';

/**
 * Which interactions: clauses joined by "and". The same data comes from the query line (see `parseQuery`), from
 * `--where` on the command line (see `parseClause`) and from an export recipe, and is stored in manifests.
 *
 * Fields:
 * - `source` (id or name), `model`, `prompt_version`, `session`, `user`, `external_id`: text
 * - `labelled`: yes | no, by anybody; `labelled_by`: annotator name (`!=` : not labelled by that annotator)
 * - `edited`: yes | no; `flagged`: yes | no, by a flag that is not settled
 * - `edit.hter`, `edit.share_kept`, `edit.length_change`: numbers, of the edit that is shown (see `EditRates`)
 * - `quality`: number from 0 to 1, the quality score by weights where it is worked out
 * - `span.failure_mode`, `span.severity`: of anybody's label on a part of the output; severities are in order
 * - `mode`, `cluster`: id or name of a failure mode, or of a cluster of the current run, that a change is in; `none`: there
 *   are changes, and none of them is in any
 * - `near_duplicate`: yes | no; `near_duplicate_of`: id of an interaction, itself included
 * - `disagreement`, `resolved`: a question on which annotators differ, for which a resolution stands; empty: any
 * - `created_at`: ISO time
 * - `label.<question>`: value of anybody's current label; `label.<question>@<annotator>`: of this annotator's
 * - `signal.<name>`: number or text
 * - `text`: full-text match over input, output and edit; `input`, `output`, `edit`: over one of them
 */
export const filterOperators = ['=', '!=', '<', '<=', '>', '>=', '~'] as const;

export const clauseSchema = z.object({
  field: z.union([
    z.enum([
      'source',
      'model',
      'prompt_version',
      'session',
      'user',
      'external_id',
      'labelled',
      'labelled_by',
      'edited',
      'edit.hter',
      'edit.share_kept',
      'edit.length_change',
      'quality',
      'flagged',
      'span.failure_mode',
      'span.severity',
      'mode',
      'cluster',
      'near_duplicate',
      'near_duplicate_of',
      'disagreement',
      'resolved',
      'created_at',
      'text',
      'input',
      'output',
      'edit',
    ]),
    z.templateLiteral(['label.', z.string().min(1)]),
    z.templateLiteral(['signal.', z.string().min(1)]),
  ]),
  operator: z.enum(filterOperators),
  value: z.string(),
  /** The interactions for which the rest does not hold. Where an operator or value says it, it is said there. */
  not: z.literal(true).optional(),
});

export type Clause = z.infer<typeof clauseSchema>;

export const filterSchema = z.array(clauseSchema);

export type Filter = readonly Clause[];

export const textFields = ['text', 'input', 'output', 'edit'] as const;
export type TextField = (typeof textFields)[number];

export function isTextField(field: string): field is TextField {
  return textFields.some((name) => name === field);
}
