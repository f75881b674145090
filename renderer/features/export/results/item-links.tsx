import { Link } from 'wouter';
import { reviewPath } from '../../../app/routes.ts';
import styles from './item-links.module.css';

export interface ItemLinksProps {
  /** Ids of interactions. */
  readonly items: readonly string[];
  /** What they have in common, for the names of the links. */
  readonly about: string;
}

const shownItems = 8;

/** The first interactions that something concerns. */
export function ItemLinks({ items, about }: ItemLinksProps) {
  if (items.length === 0) return null;
  return (
    <span className={styles['links']}>
      {items.slice(0, shownItems).map((id, index) => (
        <Link key={id} href={reviewPath([], id)} aria-label={`Interaction ${index + 1}: ${about}`}>
          {index === 0 ? `Interaction ${index + 1}` : String(index + 1)}
        </Link>
      ))}
    </span>
  );
}
