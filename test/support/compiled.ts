import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

// To load the libraries is nearly all that starting a bot costs, and a dozen processes of the tests do it: what Node has compiled once is
// kept beside them, also for the processes that this one starts. Whatever has changed is compiled anew.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);
