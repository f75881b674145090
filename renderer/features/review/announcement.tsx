import { useEffect, useState } from 'react';
import styles from './announcement.module.css';
import { useReviewState } from './review-state.ts';

/** Milliseconds a sentence stays on screen. */
const shownFor = 5000;

/** What an undo, a redo or a step past the end did: shown for a moment and read aloud. */
export function Announcement() {
  const { text, number } = useReviewState((state) => state.announcement);
  const [read, setRead] = useState(number);
  useEffect(() => {
    const timer = setTimeout(() => setRead(number), shownFor);
    return () => clearTimeout(timer);
  }, [number]);
  const isShown = read !== number && text !== '';
  return (
    <p role="status" className={styles['announcement']} data-shown={isShown || undefined}>
      {isShown ? text : ''}
    </p>
  );
}
