import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { MapController } from './map-controller.ts';
import type { MapScene } from './map-painter.ts';
import styles from './map.module.css';
import { type PointerActions, useMapPointer } from './use-map-pointer.ts';

export interface MapCanvasProps extends PointerActions {
  readonly controller: MapController;
  readonly scene: MapScene;
  /** What the picture shows, in words. */
  readonly description: string;
  readonly children: ReactNode;
}

/** The picture of the map, which takes the pointer and, with the commands of the screen, the keys. */
export function MapCanvas({ controller, scene, description, children, ...pointer }: MapCanvasProps) {
  const area = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (area.current === null || below.current === null || above.current === null) return undefined;
    return controller.attach(area.current, below.current, above.current);
  }, [controller]);
  useLayoutEffect(() => controller.show(scene), [controller, scene]);
  const handlers = useMapPointer(area, controller, pointer);
  return (
    // The keys of the map are commands of the screen, so that the person can change them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={area}
      className={styles['area']}
      role="application"
      aria-label="Map of changes"
      aria-describedby="map-description"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-lasso={pointer.isLasso || undefined}
      {...handlers}
    >
      <canvas ref={below} className={styles['canvas']} />
      <canvas ref={above} className={styles['canvas']} />
      <p id="map-description" className={styles['hidden']}>
        {description}
      </p>
      {children}
    </div>
  );
}
