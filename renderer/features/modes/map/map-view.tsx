import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ClusterMap } from '../../../../shared/contract/cluster-operations.ts';
import { useQueries } from '../../../api/query-utils.ts';
import { formatCount, formatPlural } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useModeActs } from '../use-mode-acts.ts';
import type { Place } from './camera.ts';
import { describeMap } from './describe-map.ts';
import { pointsInside } from './lasso.ts';
import { MapCanvas } from './map-canvas.tsx';
import { createMapController } from './map-controller.ts';
import { MapLegend } from './map-legend.tsx';
import { type MapScene, pointRadius } from './map-painter.ts';
import { turnTable } from './map-state.ts';
import { MapTable } from './map-table.tsx';
import { MapTools } from './map-tools.tsx';
import styles from './map.module.css';
import { MembersDialog } from './members-dialog.tsx';
import { nearestPoint } from './nearest-point.ts';
import { PointCard } from './point-card.tsx';
import { mostMembers, SelectionPanel } from './selection-panel.tsx';
import { useMapChange, useMapChanges } from './use-map-changes.ts';
import { useMapCursor } from './use-map-cursor.ts';
import { useMapKeys } from './use-map-keys.ts';
import { useMapModel } from './use-map-model.ts';

export interface MapViewProps {
  readonly map: ClusterMap;
  readonly isReadOnly: boolean;
}

/** The map with its legend, its table and what is selected. */
export function MapView({ map, isReadOnly }: MapViewProps) {
  const queries = useQueries();
  const acts = useModeActs();
  const model = useMapModel(map);
  const { points, colouring, hidden, isTable, lookOf, labels, theme, selection, isShown, clusterName } =
    model;
  const { selected } = selection;
  const cursor = useMapCursor(model);
  const [controller] = useState(createMapController);
  const [isChoosing, setChoosing] = useState(false);
  const pointed = cursor.hovered === -1 ? cursor.point : cursor.hovered;
  const change = useMapChange(points, isTable ? -1 : pointed);
  const listed = useMapChanges(points, selected);
  const modes = useQuery({ ...queries.modes.list.queryOptions(), enabled: isChoosing }).data?.modes;
  const canBeMembers = !isReadOnly && selected.size > 0 && selected.size <= mostMembers;
  const { zoom, turnLasso, review } = useMapKeys({
    model,
    controller,
    cursor,
    acts,
    listed,
    openId: change?.interactionId ?? null,
    canWrite: !isReadOnly,
    canBeMembers,
    onMembers: () => setChoosing(true),
  });
  const { point, hovered, lasso } = cursor;
  const scene = useMemo(
    (): MapScene => ({ points, colouring, lookOf, labels, theme, cursor: point, hovered, lasso }),
    [points, colouring, lookOf, labels, theme, point, hovered, lasso],
  );
  const under = (at: Place): number => {
    const reach = Math.max(8, pointRadius(points.count, controller.scale()) + 2) / controller.scale();
    return nearestPoint(points, controller.placeAt(at), reach, isShown);
  };
  return (
    <>
      <header className={styles['head']}>
        <div>
          <h1 className={styles['title']}>Map of changes</h1>
          <p className={styles['subtitle']}>{countText(map)}</p>
        </div>
        <MapTools
          colourBy={colouring.by}
          isTable={isTable}
          isLasso={cursor.isLasso}
          onZoom={zoom}
          onFit={controller.fit}
          onLasso={turnLasso}
          onTable={turnTable}
        />
      </header>
      {acts.failure === null ? null : (
        <div className={styles['failure']}>
          <Notice tone="error">{acts.failure}</Notice>
        </div>
      )}
      <div className={styles['body']}>
        <div className={styles['main']}>
          {isTable ? (
            <MapTable
              colouring={colouring}
              theme={theme}
              shown={map.shown}
              current={cursor.group}
              onCurrent={cursor.goToGroup}
              onSelect={({ value }) => selection.chooseGroup(colouring, value)}
            />
          ) : (
            <MapCanvas
              controller={controller}
              scene={scene}
              description={describeMap(map, colouring)}
              isLasso={cursor.isLasso}
              onLasso={cursor.setLasso}
              onLassoEnd={(line, isAdded) => {
                cursor.setLasso([]);
                selection.choose(pointsInside(points, line, isShown), isAdded);
              }}
              onHover={(at) => cursor.hover(at === null ? -1 : under(at))}
              onPress={(at, isAdded) => {
                const pressed = under(at);
                if (pressed === -1) return;
                cursor.goTo(pressed);
                selection.choose([pressed], isAdded);
              }}
            >
              {change === null ? null : (
                <PointCard
                  controller={controller}
                  place={{ x: points.x[pointed] ?? 0, y: points.y[pointed] ?? 0 }}
                  change={change}
                  cluster={clusterName(change.clusterId)}
                />
              )}
            </MapCanvas>
          )}
        </div>
        <aside className={styles['side']} aria-label="Legend and selection">
          <MapLegend colouring={colouring} hidden={hidden} theme={theme} />
          <SelectionPanel
            count={selected.size}
            listed={listed}
            clusterName={clusterName}
            canWrite={!isReadOnly}
            onMembers={() => setChoosing(true)}
            onReview={review}
            onClear={selection.clear}
            onFocusChange={(index) => {
              const focused = [...selected][index];
              if (focused === undefined) return;
              cursor.goTo(focused);
              controller.reveal({ x: points.x[focused] ?? 0, y: points.y[focused] ?? 0 });
            }}
          />
        </aside>
      </div>
      {isChoosing && modes !== undefined ? (
        <MembersDialog
          modes={modes}
          acts={acts}
          seqs={[...selected].map((one) => points.seq[one] ?? 0)}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
}

function countText({ total, shown }: ClusterMap): string {
  const all = formatPlural(total, 'change');
  return shown === total ? all : `${formatCount(shown)} of ${all}, the same ones every time`;
}
