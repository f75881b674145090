import { create } from 'zustand';
import type { LabelSchema, SchemaDraft } from '../../../shared/domain/schema/label-schema.ts';

/** Changes that are not saved yet; they outlive the screen, and belong to one project. */
export interface SchemaChanges {
  readonly project: string;
  /** The version that they change. */
  readonly basedOn: number;
  readonly draft: SchemaDraft;
}

interface SchemaScreenState {
  readonly changes: SchemaChanges | null;
  /** Index of the question that is shown for editing. */
  readonly place: number;
}

export const useSchemaState = create<SchemaScreenState>()(() => ({ changes: null, place: 0 }));

export function keepChanges(changes: SchemaChanges, place: number): void {
  useSchemaState.setState({
    changes,
    place: Math.max(0, Math.min(place, changes.draft.questions.length - 1)),
  });
}

export function goToPlace(place: number): void {
  useSchemaState.setState({ place });
}

export function dropChanges(): void {
  useSchemaState.setState({ changes: null });
}

/** A version as something to change. */
export function draftOf({ name, description, questions }: LabelSchema): SchemaDraft {
  return { name, ...(description === undefined ? {} : { description }), questions };
}
