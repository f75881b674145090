import { useToasts } from '../state/toasts.ts';
import styles from './toasts.module.css';

/** Short confirmations, read out in turn. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={styles['region']} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <p key={toast.id} className={styles['toast']}>
          {toast.text}
        </p>
      ))}
    </div>
  );
}
