import { memo, useDeferredValue, useLayoutEffect, useRef } from 'react';
import type { Item } from '../../../../shared/contract/item-operations.ts';
import { formatCount } from '../../../ui/format.ts';
import styles from './context-pane.module.css';
import { Foldable } from './context-section.tsx';
import { Conversation } from './conversation.tsx';
import { InteractionSection, MetadataSection } from './facts.tsx';
import { SessionSection } from './session-section.tsx';
import { SignalValuesSection } from './signal-values-section.tsx';
import { SimilarSection } from './similar-section.tsx';
import { TimelineSection } from './timeline.tsx';
import { openingTurn } from './turns.ts';

/** Pixels between the pane's title and the turn it opens at; less than the gap between turns. */
const turnMargin = 6;

export interface ContextPaneProps {
  readonly item: Item;
  /** Opens another interaction, stable; without it they open in the review. */
  readonly onOpen?: ((id: string) => void) | undefined;
}

/** The interaction's input and everything known about it. */
export const ContextPane = memo(function ContextPane({ item, onOpen }: ContextPaneProps) {
  const conversation = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const isScrolled = useRef(false);
  const opening = openingTurn(item.messages);
  // The texts come first: what is known about them is drawn in the frame after, and only where nobody goes on.
  const known = useDeferredValue(item);
  useLayoutEffect(() => {
    const element = conversation.current;
    // Places are asked for only where they matter: asking makes the browser lay out the whole screen.
    if (!element || (opening === 0 && !isScrolled.current)) return;
    const turn = element.querySelectorAll('li')[opening];
    const covered = (title.current?.offsetHeight ?? 0) + turnMargin;
    element.scrollTop = opening === 0 || !turn ? 0 : turn.offsetTop - covered;
    // Also where the next conversation opens at the same turn.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [item.id, opening]);
  return (
    <div className={styles['pane']}>
      <section
        ref={conversation}
        className={styles['conversation']}
        aria-label="Input"
        onScroll={(event) => {
          isScrolled.current = event.currentTarget.scrollTop > 0;
        }}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
        tabIndex={0}
      >
        <h2 ref={title} className={styles['title']}>
          Input
          {opening === 0 ? null : (
            <span className={styles['turnCount']}>{formatCount(item.messages.length)} turns</span>
          )}
        </h2>
        <Conversation messages={item.messages} />
      </section>
      <section
        className={styles['about']}
        aria-label="About this interaction"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
        tabIndex={0}
      >
        <h2 className={styles['title']}>About</h2>
        <Facts item={known} onOpen={onOpen} />
      </section>
    </div>
  );
});

const Facts = memo(function Facts({ item, onOpen }: ContextPaneProps) {
  return (
    <div className={styles['facts']}>
      <Foldable>
        <TimelineSection item={item} />
        <InteractionSection item={item} />
        <MetadataSection item={item} />
        {/* What is asked for later stands last, so that it pushes nothing away. */}
        <SessionSection item={item} onOpen={onOpen} />
        <SimilarSection item={item} onOpen={onOpen} />
        <SignalValuesSection item={item} />
      </Foldable>
    </div>
  );
});
