import type { KeyboardEvent } from 'react';
import type { Metric, VelocityReport } from '../../../shared/contract/velocity-operations.ts';
import { Section } from '../../ui/page.tsx';
import { MetricCard } from './metric-card.tsx';
import styles from './velocity.module.css';

export interface MetricGridProps {
  readonly report: VelocityReport;
  readonly onOpen: (id: string) => void;
}

const groups = [
  ['leading', 'Leading', 'What is put in: signals, labels and changes. They move first.'],
  ['lagging', 'Lagging', 'What comes of it: how good the outputs are to those who get them.'],
] as const;

/** Every metric as a card; the arrow keys go through them. */
export function MetricGrid({ report, onOpen }: MetricGridProps) {
  return (
    // Its cards take the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['groups']} onKeyDown={goThroughCards}>
      {groups.map(([group, title, hint]) => {
        const metrics = metricsOf(report, group);
        return metrics.length === 0 ? null : (
          <Section key={group} title={title} hint={hint}>
            <div className={styles['grid']}>
              {metrics.map((metric) => (
                <MetricCard
                  key={metric.id}
                  metric={metric}
                  openWeek={report.openWeek}
                  onOpen={() => onOpen(metric.id)}
                />
              ))}
            </div>
          </Section>
        );
      })}
    </div>
  );
}

/** The metrics in the order in which they are shown. */
export function shownMetrics(report: VelocityReport | undefined): readonly Metric[] {
  return report === undefined ? [] : groups.flatMap(([group]) => metricsOf(report, group));
}

function metricsOf({ metrics }: VelocityReport, group: Metric['group']): readonly Metric[] {
  return metrics.filter((metric) => metric.group === group);
}

/** Moves the focus to a card, and with it into view. */
export function focusCard(id: string | undefined): void {
  if (id === undefined) return;
  const card = document.querySelector(`[data-metric="${CSS.escape(id)}"]`);
  if (card instanceof HTMLElement) card.focus();
}

/** The card that has the focus. */
export function focusedCard(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset['metric'] : undefined;
}

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** By what is seen: to the nearest card of the next row, and along a row. */
function goThroughCards(event: KeyboardEvent<HTMLElement>): void {
  const way = arrows[event.key];
  const from = document.activeElement;
  if (way === undefined || !(from instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey)
    return;
  event.preventDefault();
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-metric]')];
  const [x, y] = way;
  if (y === 0) {
    cards[cards.indexOf(from) + x]?.focus();
    return;
  }
  const start = from.getBoundingClientRect();
  const further = cards
    .map((card) => ({ card, box: card.getBoundingClientRect() }))
    .filter(({ box }) => (y > 0 ? box.top > start.top : box.top < start.top));
  const nearest = further.toSorted(
    (a, b) =>
      y * (a.box.top - b.box.top) || Math.abs(a.box.left - start.left) - Math.abs(b.box.left - start.left),
  )[0];
  nearest?.card.focus();
}
