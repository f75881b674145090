import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './form-section.module.css';

export interface FormSectionProps {
  readonly id: string;
  readonly title: string;
  /** What it says, in a line; shown while it is closed. */
  readonly summary: string;
  readonly problems: number;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A part of a form that opens and closes; closed it still says what it holds. */
export function FormSection(props: FormSectionProps) {
  const { id, title, summary, problems, isOpen, onToggle, children } = props;
  return (
    <Disclosure className={styles['section'] ?? ''} isExpanded={isOpen} onExpandedChange={onToggle}>
      <Heading level={2} className={styles['heading'] ?? ''}>
        <Button slot="trigger" className={styles['trigger'] ?? ''} data-section={id}>
          <ChevronRight aria-hidden />
          <span className={styles['title']}>{title}</span>
          {problems === 0 ? null : <span className={styles['problem']}>to mend</span>}
          <span className={styles['summary']}>{isOpen ? '' : summary}</span>
        </Button>
      </Heading>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        {/* What is closed asks the engine for nothing. */}
        {isOpen ? <div className={styles['fields']}>{children}</div> : null}
      </DisclosurePanel>
    </Disclosure>
  );
}
