#!/usr/bin/env node
'use strict';

// The bin. Runs under whatever Node the machine has (18 or newer) and hands over to the Node that Flywheel ships
// with (the `node` package), so that commands behave the same everywhere.
require('../launch-node.cjs').launch('cli', process.argv.slice(2));
