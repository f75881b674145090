import { ChevronRight } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import type { ContextSection } from '../../../../shared/contract/app-operations.ts';
import { useSettings } from '../../../api/use-settings.ts';
import styles from './context-pane.module.css';

/** Which parts are folded, asked for once for all of them. */
interface Folding {
  readonly folded: ReadonlySet<ContextSection>;
  readonly toggle: (id: ContextSection) => void;
}

const FoldingContext = createContext<Folding>({ folded: new Set(), toggle: () => undefined });

/** Remembers which of the parts inside are folded. */
export function Foldable({ children }: { readonly children: ReactNode }) {
  const { settings, update } = useSettings();
  const kept = settings?.contextFolded;
  const folding = useMemo((): Folding => {
    const folded = new Set(kept);
    return {
      folded,
      toggle: (id) => {
        const others = [...folded].filter((other) => other !== id);
        update({ contextFolded: folded.has(id) ? others : [...others, id] });
      },
    };
  }, [kept, update]);
  return <FoldingContext value={folding}>{children}</FoldingContext>;
}

export interface SectionProps {
  readonly id: ContextSection;
  readonly title: string;
  /** Beside the title, such as a count. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the context that folds; which ones are folded is kept from one interaction to the next. */
export function Section({ id, title, note, children }: SectionProps) {
  const { folded, toggle } = useContext(FoldingContext);
  const panel = useId();
  const isOpen = !folded.has(id);
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>
        <button
          type="button"
          className={styles['fold']}
          data-context-section={id}
          aria-expanded={isOpen}
          aria-controls={isOpen ? panel : undefined}
          onClick={() => toggle(id)}
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
