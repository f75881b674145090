'use strict';

// Plain CommonJS without dependencies: it must run on any Node from 18 on, before anything is built.
const { spawn, spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const requiredMajor = 24;

/** The Node 24 of the `node` package; else the running one where it is new enough; else null. */
function findNode() {
  try {
    const home = path.resolve(
      createRequire(path.join(root, 'package.json')).resolve('node/package.json'),
      '..',
    );
    const binary = path.join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (existsSync(binary)) return binary;
  } catch {
    // The package is not there: an installation without it relies on the running Node.
  }
  return Number(process.versions.node.split('.')[0]) >= requiredMajor ? process.execPath : null;
}

/** Runs a built entry with the right Node; passes signals on and ends as it ends. */
function launch(entry, args) {
  const node = findNode();
  if (!node)
    return stop(`Flywheel needs Node ${requiredMajor}. Run "npm ci" in ${root}; it brings the right one.`);
  const script = path.join(root, 'dist', 'main', `${entry}.js`);
  if (!existsSync(script))
    return stop(`Flywheel is not built yet. Run "npm run build" in ${root}, then try again.`);
  // The IPC channel tells the program when this process is gone, even where it was killed.
  const child = spawn(node, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl+C to both; passing it on again is harmless, and needed when only we got it.
    process.on(signal, () => child.kill(signal));
  }
  endWithNpm(() => child.kill('SIGTERM'));
  child.on('error', (error) => stop(`Flywheel could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15);
  });
  return undefined;
}

/**
 * npm (and npx) that is told to end does not tell the programs it runs, which would go on unseen. They notice that
 * npm is gone by being given another parent. A program that no npm started may outlive its parent (nohup).
 */
function endWithNpm(stopProgram) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stopProgram();
  }, 500);
  timer.unref();
}

/** Builds where there is no build or a source is newer than it. False when that failed. */
function buildIfStale() {
  const built = modified(path.join(root, 'dist', 'main', 'start.js'));
  const page = modified(path.join(root, 'dist', 'renderer', 'index.html'));
  // An installed package has no sources; what it has is its build.
  if (!existsSync(path.join(root, 'vite.config.ts'))) return true;
  const newest = Math.max(
    ...['main', 'shared', 'renderer'].map((folder) => newestSource(path.join(root, folder))),
    modified(path.join(root, 'vite.config.ts')),
    modified(path.join(root, 'package-lock.json')),
  );
  if (Math.min(built, page) >= newest) return true;
  const node = findNode();
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!node || !existsSync(vite)) {
    stop(`Flywheel cannot be built. Run "npm ci" in ${root} first.`);
    return false;
  }
  console.error('Building Flywheel ...');
  const { status } = spawnSync(node, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) stop('The build failed; see above.');
  return status === 0;
}

function newestSource(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const found = path.join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestSource(found));
    else if (!/\.test\.tsx?$/.test(entry.name)) newest = Math.max(newest, modified(found));
  }
  return newest;
}

function modified(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? stats.mtimeMs : 0;
}

function stop(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

module.exports = { buildIfStale, findNode, launch };
