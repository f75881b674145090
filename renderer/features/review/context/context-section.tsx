import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { ContextSection } from '../../../../shared/contract/app-operations.ts';
import { useSettings } from '../../../api/use-settings.ts';
import styles from './context-pane.module.css';

export interface SectionProps {
  readonly id: ContextSection;
  readonly title: string;
  /** Beside the title, such as a count. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the context that folds; which ones are folded is kept from one interaction to the next. */
export function Section({ id, title, note, children }: SectionProps) {
  const { settings, update } = useSettings();
  const panel = useId();
  const folded = settings?.contextFolded ?? [];
  const isOpen = !folded.includes(id);
  const toggle = () =>
    update({ contextFolded: isOpen ? [...folded, id] : folded.filter((other) => other !== id) });
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>
        <button
          type="button"
          className={styles['fold']}
          data-context-section={id}
          aria-expanded={isOpen}
          aria-controls={isOpen ? panel : undefined}
          onClick={toggle}
        >
          <ChevronRight aria-hidden />
          {title}
        </button>
        {note === undefined ? null : <span className={styles['note']}>{note}</span>}
      </h3>
      {isOpen ? <div id={panel}>{children}</div> : null}
    </section>
  );
}

/** Puts the focus on the title of the next part, or of the first; the pane scrolls to it. */
export function focusNextSection(): void {
  const titles = [...document.querySelectorAll<HTMLElement>('[data-context-section]')];
  const current = titles.findIndex((title) => title === document.activeElement);
  titles[(current + 1) % Math.max(1, titles.length)]?.focus();
}
