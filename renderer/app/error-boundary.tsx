import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './full-page.module.css';

interface Props {
  readonly children: ReactNode;
  /** The failed part is drawn anew when this changes, e.g. with the route. */
  readonly resetKey?: string;
}

interface State {
  readonly error: Error | null;
  readonly resetKey: string | undefined;
}

/** Shows a sentence instead of an empty window where drawing a part of the app failed. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className={styles['page']}>
        <div className={styles['card']} role="alert">
          <h1 className={styles['title']}>This screen could not be shown</h1>
          <p>
            Your labels and edits are safe: each is on disk from the moment it was made. Load the window
            again; if it fails again, please report the line below.
          </p>
          <pre className={styles['detail']}>{error.message}</pre>
          <div>
            <Button variant="primary" onPress={() => location.reload()}>
              Load again
            </Button>
          </div>
        </div>
      </main>
    );
  }
}
