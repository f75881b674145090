import { Flag as FlagIcon } from 'lucide-react';
import { memo } from 'react';
import type { Flag } from '../../../../shared/contract/item-operations.ts';
import { IconButton } from '../../../ui/button.tsx';
import styles from './flag-button.module.css';
import { askFor } from './mark-state.ts';

/** Flags the interaction for the lead; filled while a flag is open. */
export function FlagButton({ flags }: { readonly flags: readonly Flag[] }) {
  const open = flags.filter(({ resolved }) => resolved === null);
  const name =
    open.length === 0
      ? 'Flag for the lead'
      : open.map(({ annotator, note }) => `Flagged by ${annotator}: ${note}`).join('; ');
  return <NamedFlag name={name} isFlagged={open.length > 0} />;
}

interface NamedFlagProps {
  readonly name: string;
  readonly isFlagged: boolean;
}

const NamedFlag = memo(function NamedFlag({ name, isFlagged }: NamedFlagProps) {
  return (
    <IconButton
      icon={<FlagIcon aria-hidden />}
      name={name}
      command="review.flag"
      className={(isFlagged ? styles['flagged'] : '') ?? ''}
      onPress={() => askFor('flag')}
    />
  );
});
