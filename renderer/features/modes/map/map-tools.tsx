import { Lasso, Maximize, Minus, Plus, Table2 } from 'lucide-react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { ColourBy } from './colouring.ts';
import { colourMapBy } from './map-state.ts';
import styles from './map.module.css';

export interface MapToolsProps {
  readonly colourBy: ColourBy;
  readonly isTable: boolean;
  readonly isLasso: boolean;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onLasso: () => void;
  readonly onTable: () => void;
}

const colourOptions = [
  { value: 'cluster', name: 'Cluster' },
  { value: 'mode', name: 'Failure mode' },
  { value: 'action', name: 'Action' },
  { value: 'week', name: 'Week' },
] as const;

export function MapTools(props: MapToolsProps) {
  const { colourBy, isTable, isLasso, onZoom, onFit, onLasso, onTable } = props;
  return (
    <div className={styles['tools']} role="toolbar" aria-label="Map">
      <div className={styles['colourBy']}>
        <span aria-hidden>Colour by</span>
        <Select
          label="Colour by"
          isLabelHidden
          options={colourOptions}
          value={colourBy}
          onChange={colourMapBy}
        />
      </div>
      <IconButton
        icon={<Plus aria-hidden />}
        name="Nearer"
        command="map.nearer"
        isDisabled={isTable}
        onPress={() => onZoom(1.4)}
      />
      <IconButton
        icon={<Minus aria-hidden />}
        name="Farther"
        command="map.farther"
        isDisabled={isTable}
        onPress={() => onZoom(1 / 1.4)}
      />
      <IconButton
        icon={<Maximize aria-hidden />}
        name="Show all"
        command="map.fit"
        isDisabled={isTable}
        onPress={onFit}
      />
      <Button
        icon={<Lasso aria-hidden />}
        command="map.lasso"
        aria-pressed={isLasso}
        {...pressedStyle(isLasso)}
        isDisabled={isTable}
        onPress={onLasso}
      >
        Lasso
      </Button>
      <Button
        icon={<Table2 aria-hidden />}
        command="map.table"
        aria-pressed={isTable}
        {...pressedStyle(isTable)}
        onPress={onTable}
      >
        Table
      </Button>
    </div>
  );
}

function pressedStyle(isOn: boolean): { className?: string } {
  return isOn ? { className: styles['on'] ?? '' } : {};
}
