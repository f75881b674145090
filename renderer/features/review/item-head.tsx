import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo } from 'react';
import type { Item } from '../../../shared/contract/item-operations.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { ItemHistory } from './item-history.tsx';
import { FlagButton } from './queue/flag-button.tsx';
import { useIsBlind } from './queue/blind-item.ts';
import styles from './item-screen.module.css';
import type { ReviewList } from './use-review-list.ts';
import type { ReviewNavigation } from './use-review-navigation.ts';

export interface ItemHeadProps {
  readonly item: Item;
  readonly list: ReviewList;
  readonly navigation: ReviewNavigation;
  /** How many interactions match; undefined until it is known. */
  readonly total: number | undefined;
}

/** Which interaction is open and where it stands in the queue. */
export const ItemHead = memo(function ItemHead({ item, list, navigation, total }: ItemHeadProps) {
  const { index } = navigation;
  const isBlind = useIsBlind();
  const position = index >= 0 && list.firstPosition !== null ? list.firstPosition + index + 1 : null;
  return (
    <header className={styles['head']}>
      <h2 className={styles['heading']} data-item={item.id}>
        {item.externalId ?? `${item.sourceName} ${item.id.slice(-6)}`}
      </h2>
      <p className={styles['subheading']}>
        {[item.sourceName, item.promptVersion, item.createdAt === null ? null : formatMoment(item.createdAt)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <span className={styles['position']}>
        {position === null
          ? index < 0
            ? 'Not in this list'
            : ''
          : `${formatCount(position)} of ${formatCount(Math.max(position, total ?? list.items.length))}`}
      </span>
      {isBlind ? (
        <span className={styles['position']} title="What others said shows once you have answered.">
          Blind
        </span>
      ) : (
        <ItemHistory itemId={item.id} />
      )}
      <FlagButton flags={item.flags} />
      <Steps onPrevious={navigation.previous} onNext={navigation.next} />
    </header>
  );
});

interface StepsProps {
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

const Steps = memo(function Steps({ onPrevious, onNext }: StepsProps) {
  return (
    <>
      <IconButton
        icon={<ChevronUp aria-hidden />}
        name="Previous interaction"
        command="review.previous"
        onPress={onPrevious}
      />
      <IconButton
        icon={<ChevronDown aria-hidden />}
        name="Next interaction"
        command="review.next"
        onPress={onNext}
      />
    </>
  );
});
