import { useEffect, useRef } from 'react';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { TextAnswer } from '../../ui/questions/text-answer.tsx';
import { setNoteDraft, useReviewState } from './review-state.ts';

export interface NoteQuestionProps {
  readonly itemId: string;
  readonly question: string;
  readonly name: string;
  readonly value: LabelValue | undefined;
  /** Saves a text (null: none); true when it is on disk. */
  readonly onSave: (value: string | null) => Promise<boolean>;
}

/** Milliseconds without typing after which a note is saved. */
const savePause = 700;

/** A text answer. What is typed is a draft until the engine has it, also when another interaction is opened. */
export function NoteQuestion({ itemId, question, name, value, onSave }: NoteQuestionProps) {
  const draftKey = `${itemId} ${question}`;
  const saved = value === undefined ? '' : String(value);
  const draft = useReviewState((state) => state.noteDrafts[draftKey]);

  const save = async () => {
    const text = useReviewState.getState().noteDrafts[draftKey];
    if (text === undefined) return;
    const isSaved = text.trim() === saved.trim() || (await onSave(text.trim() === '' ? null : text));
    // What was typed meanwhile stays a draft.
    if (isSaved && useReviewState.getState().noteDrafts[draftKey] === text) setNoteDraft(draftKey, null);
  };
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });

  useEffect(() => {
    if (draft === undefined) return undefined;
    const timer = setTimeout(() => void latestSave.current(), savePause);
    return () => clearTimeout(timer);
  }, [draft]);

  // The component is made anew per interaction (its key), so leaving it is leaving the interaction.
  useEffect(() => () => void latestSave.current(), []);

  return (
    <TextAnswer
      question={question}
      name={name}
      value={draft ?? saved}
      onChange={(text) => setNoteDraft(draftKey, text)}
      onBlur={() => void save()}
    />
  );
}
