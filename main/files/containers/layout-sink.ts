import type { Layout } from '../../../shared/domain/export/formats/format.ts';
import type { SetFile } from '../file-set.ts';
import type { RowSink } from './row-sink.ts';

/** Takes the texts of rows and writes them as the layout has them. */
export function createLayoutSink({ head, between, tail }: Layout, file: SetFile): RowSink {
  let isFirst = true;
  file.write(head);
  return {
    add: (text) => {
      file.write(isFirst ? text : between + text);
      isFirst = false;
    },
    finish: () => {
      file.write(tail);
      return [];
    },
  };
}
