/** Names of the messages between the shell and its preload. */
export const channels = {
  /** Page asks for a port; the answer travels on `port`: with a port, or without one when the engine stays down. */
  requestPort: 'flywheel:request-port',
  port: 'flywheel:port',
  chooseFiles: 'flywheel:choose-files',
  chooseSavePath: 'flywheel:choose-save-path',
  openExternal: 'flywheel:open-external',
  /** Page listens for commands from now on. */
  commandsReady: 'flywheel:commands-ready',
  command: 'flywheel:command',
} as const;
