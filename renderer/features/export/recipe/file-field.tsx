import { useFileChooser } from '../../../api/use-file-chooser.ts';
import { Button } from '../../../ui/button.tsx';
import { fileName } from '../../../ui/format.ts';
import styles from './recipe-form.module.css';

export interface FileFieldProps {
  readonly label: string;
  /** Empty where none is chosen yet. */
  readonly path: string;
  readonly onChange: (path: string) => void;
  readonly problem?: string | undefined;
}

/** A file that a recipe reads. */
export function FileField({ label, path, onChange, problem }: FileFieldProps) {
  const { chooseFiles } = useFileChooser();
  const choose = async () => {
    const [chosen] = await chooseFiles({ title: label, kind: 'data', multiple: false });
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <div className={styles['field']}>
      <span className={styles['label']}>{label}</span>
      <div className={styles['file']}>
        <span className={styles['fileName']} title={path}>
          {path === '' ? 'None' : fileName(path)}
        </span>
        <Button aria-label={`Choose a file: ${label}`} onPress={() => void choose()}>
          Choose…
        </Button>
      </div>
      {problem === undefined ? null : <p className={styles['problem']}>{problem}</p>}
    </div>
  );
}
