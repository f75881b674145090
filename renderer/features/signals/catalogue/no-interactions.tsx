import { useLocation } from 'wouter';
import { paths } from '../../../app/routes.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './catalogue.module.css';

/** There is nothing that signals could be of. */
export function NoInteractions() {
  const [, navigate] = useLocation();
  return (
    <div className={styles['empty']}>
      <h2>No interactions yet</h2>
      <p>
        Signals tell how good outputs were: what people said of them, did with them, and what happened after.
        Import a log first.
      </p>
      <Button variant="primary" command="go.import" onPress={() => navigate(paths.import)}>
        Import
      </Button>
    </div>
  );
}
