import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export interface CopyingNoticeProps {
  readonly name: string;
  readonly cancel: () => void;
}

/** A browser gives no path of a dropped file: it is copied first, and a large one takes a while. */
export function CopyingNotice({ name, cancel }: CopyingNoticeProps) {
  return (
    <Notice tone="info" actions={<Button onPress={cancel}>Cancel</Button>}>
      Reading {name}…
    </Notice>
  );
}
