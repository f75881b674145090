import { useSyncExternalStore } from 'react';
import type { Place } from './camera.ts';
import { ChangeCard, type ChangeCardProps } from './change-card.tsx';
import { type MapController, placeInView } from './map-controller.ts';
import styles from './map.module.css';

export interface PointCardProps extends ChangeCardProps {
  readonly controller: MapController;
  /** Of its point on the map. */
  readonly place: Place;
}

/** Pixels between a point and its card. */
const gap = 14;

/** The change that the pointer or the cursor is at, beside its point, on the side where there is room. */
export function PointCard({ controller, place, ...card }: PointCardProps) {
  const view = useSyncExternalStore(controller.subscribe, controller.view);
  if (view === null) return null;
  const { width, height } = view.size;
  const { x, y } = placeInView(view, place);
  return (
    <div
      className={styles['card']}
      role="status"
      style={{
        ...(x > width / 2 ? { right: width - x + gap } : { left: x + gap }),
        ...(y > height / 2 ? { bottom: height - y + gap } : { top: y + gap }),
      }}
    >
      <ChangeCard {...card} />
    </div>
  );
}
