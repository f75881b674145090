import { Button } from './button.tsx';
import { formatBytes } from './format.ts';
import { Notice } from './notice.tsx';
import { Progress } from './progress.tsx';

export interface CopyingNoticeProps {
  readonly name: string;
  readonly bytes: number;
  readonly copied: number;
  readonly cancel: () => void;
}

/** A browser gives no path of a dropped file: it is copied first, and a large one takes a while. */
export function CopyingNotice({ name, bytes, copied, cancel }: CopyingNoticeProps) {
  return (
    <Notice tone="info" actions={<Button onPress={cancel}>Cancel</Button>}>
      <Progress
        label={`Copying ${name}`}
        done={copied}
        total={bytes}
        detail={`${formatBytes(copied)} of ${formatBytes(bytes)}`}
      />
    </Notice>
  );
}
