import { z } from 'zod';
import { clauseSchema, filterSchema } from '../domain/filter/filter.ts';
import { count, id, operation, time } from './operation.ts';

const facetValueSchema = z.object({
  /** What the clause on the facet's field asks for; empty for interactions without any. */
  value: z.string(),
  name: z.string(),
  count,
  isChosen: z.boolean(),
});
export type FacetValue = z.infer<typeof facetValueSchema>;

export const facetSchema = z.object({
  field: clauseSchema.shape.field,
  name: z.string(),
  /** The counts are estimates from an even part of the interactions. */
  isAbout: z.boolean(),
  values: z.array(facetValueSchema),
  /** How many values are left out, the rarest. */
  more: count,
});
export type Facet = z.infer<typeof facetSchema>;

const completionSchema = z.object({
  /** What takes the place of the text from `from` to `to`. */
  text: z.string(),
  name: z.string(),
  kind: z.enum(['field', 'value']),
});
export type Completion = z.infer<typeof completionSchema>;

const savedViewSchema = z.object({ id, name: z.string(), query: z.string(), savedAt: time });
export type SavedView = z.infer<typeof savedViewSchema>;

export const searchOperations = {
  /**
   * How many of the interactions that match have each value of each field. A field's own clauses do not narrow its
   * counts. It takes about as long as is good to wait for: where there are too many, they are estimated.
   */
  facets: operation
    .input(z.object({ filter: filterSchema.optional() }))
    .output(z.object({ facets: z.array(facetSchema) })),
  /** What can stand in a query at the caret, in place of the text from `from` to `to`. */
  complete: operation
    .input(z.object({ query: z.string().max(10_000), caret: count }))
    .output(z.object({ from: count, to: count, options: z.array(completionSchema) })),
  /** Queries kept in the project, by name. */
  views: operation.output(z.array(savedViewSchema)),
  /** Keeps a query under a name, in place of one of the same name. FILTER_INVALID where it cannot be read. */
  saveView: operation
    .input(z.object({ name: z.string().trim().min(1).max(100), query: z.string().max(10_000) }))
    .output(savedViewSchema),
  /** VIEW_NOT_FOUND. */
  deleteView: operation.input(z.object({ id })).output(z.null()),
};
