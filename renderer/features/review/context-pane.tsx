import { memo, useEffect, useRef } from 'react';
import type { Item } from '../../../shared/contract/item-operations.ts';
import styles from './context-pane.module.css';
import { Conversation } from './conversation.tsx';
import { Facts } from './facts.tsx';

/** The interaction's input and everything known about it. */
export const ContextPane = memo(function ContextPane({ item }: { readonly item: Item }) {
  const conversation = useRef<HTMLElement>(null);
  // A long conversation opens at its end: the turn that the output answers.
  useEffect(() => {
    const element = conversation.current;
    const last = element?.querySelector('li:last-child');
    if (element && last instanceof HTMLElement)
      element.scrollTop = item.messages.length > 1 ? last.offsetTop - element.offsetTop : 0;
    // Also where the next conversation is as long as this one.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [item.id, item.messages.length]);
  return (
    <div className={styles['pane']}>
      <section
        ref={conversation}
        className={styles['conversation']}
        aria-label="Input"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
        tabIndex={0}
      >
        <h2 className={styles['title']}>Input</h2>
        <Conversation messages={item.messages} />
      </section>
      <section
        className={styles['about']}
        aria-label="About this interaction"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
        tabIndex={0}
      >
        <h2 className={styles['title']}>About</h2>
        <Facts item={item} />
      </section>
    </div>
  );
});
