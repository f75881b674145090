import { useEffect, useRef, useState } from 'react';
import { parseKeys } from '../../../shared/domain/keys/shortcut.ts';
import { isQuiet, pressOf } from '../../app/key-map.ts';
import { isMac } from '../../ui/keys/platform.ts';
import { recordStroke } from '../../ui/keys/record-stroke.ts';

/** Milliseconds in which another press makes a sequence. */
const sequencePause = 1000;

const longestSequence = 3;

export interface Recording {
  /** What was pressed so far; null before the first key. */
  readonly keys: string | null;
  /** Why the last press can be no key; null where nothing is wrong. */
  readonly problem: string | null;
}

const nothingYet: Recording = { keys: null, problem: null };

/**
 * Listens for the keys of a shortcut while it is on the screen, before anything else hears them; Escape is left to the
 * dialog around it. `onRecorded` is called once, a pause after the last press.
 */
export function useKeyRecorder(inTextFields: boolean, onRecorded: (keys: string) => void): Recording {
  const [recording, setRecording] = useState(nothingYet);
  const latest = useRef(onRecorded);
  useEffect(() => {
    latest.current = onRecorded;
  });
  useEffect(() => {
    const strokes: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refuse = (problem: string) => {
      strokes.length = 0;
      setRecording({ keys: null, problem });
    };
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.isComposing || event.repeat) return;
      const recorded = recordStroke(pressOf(event), isMac);
      if (recorded === null) return;
      clearTimeout(timer);
      if (recorded.keys === null) return refuse(recorded.problem);
      const [stroke] = parseKeys(recorded.keys, isMac);
      if (strokes.length === 0 && inTextFields && stroke !== undefined && !isQuiet(stroke))
        return refuse(
          'This command works while you type, so its key needs Ctrl, Alt or Command, or is an F key.',
        );
      strokes.push(recorded.keys);
      const keys = strokes.join(' ');
      setRecording({ keys, problem: null });
      const pause = strokes.length < longestSequence ? sequencePause : 0;
      timer = setTimeout(() => latest.current(keys), pause);
    };
    window.addEventListener('keydown', hear, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', hear, true);
    };
  }, [inTextFields]);
  return recording;
}
