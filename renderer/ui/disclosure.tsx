import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Where another part opens and closes it as well; what is inside is then drawn only while it is open. */
  readonly isOpen?: boolean;
  readonly onOpen?: (isOpen: boolean) => void;
}

/** More about something, closed at first; Enter and Space open and close it. */
export function Disclosure({ title, children, isOpen, onOpen }: DisclosureProps) {
  return (
    <AriaDisclosure
      className={styles['disclosure'] ?? ''}
      {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
      {...(onOpen === undefined ? {} : { onExpandedChange: onOpen })}
    >
      <Button slot="trigger" className={styles['trigger'] ?? ''}>
        <ChevronRight aria-hidden />
        {title}
      </Button>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        {isOpen === false ? null : children}
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
