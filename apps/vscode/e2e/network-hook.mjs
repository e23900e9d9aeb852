// Loaded into the server and all it starts (`node --import`). In an extension host, whoever asks for the network is written
// down with the way there; nothing is refused, so that the host itself works as ever.
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

if (process.argv.includes('--type=extensionHost')) {
  const note = (name, given) => {
    const stack = new Error('asked').stack ?? '';
    appendFileSync(process.env.RUBRICATE_NETWORK_LOG, `${JSON.stringify({ name, given: String(given), stack })}\n`);
  };
  const watch = (owner, about, names) => {
    for (const name of names) {
      const own = owner[name];
      owner[name] = function (...given) {
        note(`${about}.${name}`, typeof given[0] === 'object' ? Object.keys(given[0] ?? {}) : given[0]);
        return own.apply(this, given);
      };
    }
  };
  watch(net.Socket.prototype, 'socket', ['connect']);
  watch(tls, 'tls', ['connect']);
  watch(dns, 'dns', ['lookup', 'resolve']);
  watch(http, 'http', ['request', 'get']);
  watch(https, 'https', ['request', 'get']);
  watch(globalThis, 'globalThis', ['fetch']);
  syncBuiltinESMExports();
  note('started', '');
}
