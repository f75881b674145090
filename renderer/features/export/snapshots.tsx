import { useState } from 'react';
import type { Snapshot } from '../../../shared/contract/export-operations.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fileName, formatCount, formatMoment } from '../../ui/format.ts';
import { ManifestView } from './manifest-view.tsx';
import styles from './manifest-view.module.css';

/** Exports made before, newest first. */
export function Snapshots({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const [open, setOpen] = useState<Snapshot | null>(null);
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Format</th>
            <th scope="col">When</th>
            <th scope="col" className={styles['number']}>
              Training
            </th>
            <th scope="col" className={styles['number']}>
              Validation
            </th>
            <th scope="col">Manifest</th>
          </tr>
        </thead>
        <tbody>
          {snapshots.map((snapshot) => (
            <tr key={snapshot.id}>
              <th scope="row" className={styles['name']} title={snapshot.path}>
                {fileName(snapshot.path)}
              </th>
              <td>{formats[snapshot.manifest.recipe.format].name}</td>
              <td>{formatMoment(snapshot.createdAt)}</td>
              <td className={styles['number']}>{formatCount(snapshot.manifest.counts.training)}</td>
              <td className={styles['number']}>{formatCount(snapshot.manifest.counts.validation)}</td>
              <td>
                <Button
                  variant="quiet"
                  aria-label={`Show the files of ${fileName(snapshot.path)}`}
                  onPress={() => setOpen(snapshot)}
                >
                  Files
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open === null ? null : (
        <Dialog title={fileName(open.path)} isOpen size="large" onClose={() => setOpen(null)}>
          <p>{open.path}</p>
          <ManifestView manifest={open.manifest} />
        </Dialog>
      )}
    </>
  );
}
