import { KeyHint } from '../../ui/keys/key-hint.tsx';
import { type Order, orders } from './modes-state.ts';
import { orderNames } from './mode-texts.ts';
import styles from './opened.module.css';

export interface OrderTabsProps {
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

/** Which examples come first. */
export function OrderTabs({ order, onOrder }: OrderTabsProps) {
  return (
    <div className={styles['orders']} role="group" aria-label="Which examples come first">
      {orders.map((one) => (
        <button
          key={one}
          type="button"
          className={styles['order']}
          aria-pressed={one === order}
          onClick={() => onOrder(one)}
        >
          {orderNames[one]}
        </button>
      ))}
      <KeyHint command="modes.example.order" />
    </div>
  );
}
