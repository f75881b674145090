import { Copy } from 'lucide-react';
import type { Manifest } from '../../../shared/contract/export-operations.ts';
import { showToast } from '../../state/toasts.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatBytes, formatCount } from '../../ui/format.ts';
import { consensusSentence } from './recipe/consensus-texts.ts';
import styles from './manifest-view.module.css';

/** The files of a snapshot with their checksums, and the rule by which its labels were one. */
export function ManifestView({ manifest }: { readonly manifest: Manifest }) {
  const { consensus } = manifest.recipe;
  return (
    <>
      {consensus === undefined ? null : <p>{consensusSentence(consensus)}</p>}
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Part</th>
            <th scope="col" className={styles['number']}>
              Lines
            </th>
            <th scope="col" className={styles['number']}>
              Size
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {manifest.files.map((file) => (
            <tr key={file.name}>
              <th scope="row" className={styles['name']}>
                {file.name}
              </th>
              <td>{file.role}</td>
              <td className={styles['number']}>{formatCount(file.rows)}</td>
              <td className={styles['number']}>{formatBytes(file.bytes)}</td>
              <td>
                <span className={styles['hash']}>
                  <code>{file.sha256}</code>
                  <IconButton
                    icon={<Copy aria-hidden />}
                    name={`Copy the SHA-256 of ${file.name}`}
                    onPress={() => void copy(file.sha256)}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => showToast('Copied the SHA-256'),
    () => showToast('The clipboard refused it; select the text and copy it'),
  );
}
