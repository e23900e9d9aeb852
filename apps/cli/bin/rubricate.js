#!/usr/bin/env node
// The command is bundled into dist/ by the build; this file exists before the build so that installing can link it.
import '../dist/rubricate.js';
