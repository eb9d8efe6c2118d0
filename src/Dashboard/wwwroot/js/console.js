import { open } from './circuit.js';

open();
