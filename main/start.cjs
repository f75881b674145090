'use strict';

// `npm start`: brings the build up to date, then starts the app with the Node that Flywheel ships with.
const { buildIfStale, launch } = require('./launch-node.cjs');

if (buildIfStale()) launch('start', process.argv.slice(2));
