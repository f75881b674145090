import type { Simpson } from '../../../shared/contract/velocity-operations.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { figureLine, formatDifference } from './figure-format.ts';
import { dimensionNames, valueName } from './velocity-words.ts';
import styles from './velocity.module.css';

export interface SimpsonNoticeProps {
  readonly warning: Simpson;
  /** Whether the chart is broken down by it already. */
  readonly isShown: boolean;
  readonly hasKey: boolean;
  readonly onShow: () => void;
}

const titles = {
  reversed: 'A paradox: within each group it goes the other way',
  explained: 'The mix explains most of it',
  hidden: 'The mix hides a change',
} as const;

/** Warns that who is counted changed, which looks like a change of the figure or hides one. */
export function SimpsonNotice({ warning, isShown, hasKey, onShow }: SimpsonNoticeProps) {
  const { dimension, kind, message, crude, adjusted, values } = warning;
  const name = dimensionNames[dimension].toLowerCase();
  return (
    <Notice
      tone="caution"
      title={titles[kind]}
      actions={
        <Button {...(hasKey ? { command: 'velocity.mix' } : {})} isDisabled={isShown} onPress={onShow}>
          {`Chart by ${name}`}
        </Button>
      }
    >
      <p>
        {message}{' '}
        {`As it is: ${formatDifference('share', crude)}; with the mix held: ${formatDifference('share', adjusted)}.`}
      </p>
      <Disclosure title={`Mix by ${name}`}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{dimensionNames[dimension]}</th>
              <th scope="col">Share of all, first half</th>
              <th scope="col">last half</th>
              <th scope="col">Figure, first half</th>
              <th scope="col">last half</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ value, firstMix, lastMix, firstShare, lastShare }) => (
              <tr key={value}>
                <th scope="row" dir="auto">
                  {valueName(value)}
                </th>
                <td>{percent(firstMix)}</td>
                <td>{percent(lastMix)}</td>
                <td>{figureLine('share', firstShare)}</td>
                <td>{figureLine('share', lastShare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </Notice>
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
