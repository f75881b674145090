/** What a host tells the engine about where it runs. */
export interface EngineOptions {
  readonly host: 'electron' | 'loopback' | 'cli';
  /** Version of the app, written into manifests. */
  readonly version: string;
  /** Folder for settings, recent projects and the sample project; made when it is missing. */
  readonly dataFolder: string;
  /** Folder of what ships with the app (label schemas, sample project). */
  readonly resourcesFolder: string;
}
