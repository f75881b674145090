import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** More about something, closed at first; Enter and Space open and close it. */
export function Disclosure({ title, children }: DisclosureProps) {
  return (
    <AriaDisclosure className={styles['disclosure'] ?? ''}>
      <Button slot="trigger" className={styles['trigger'] ?? ''}>
        <ChevronRight aria-hidden />
        {title}
      </Button>
      <DisclosurePanel className={styles['panel'] ?? ''}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
