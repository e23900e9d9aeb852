// Loaded into the command and each of its threads before anything else (`node --import`). Whoever asks for the network is
// written down and refused; a test then finds the file empty.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const refuse =
  (name) =>
  (...given) => {
    appendFileSync(process.env.RUBRICATE_NETWORK_LOG, `${name} ${String(given[0])}\n`);
    throw new Error(`The network was asked for: ${name}`);
  };

for (const [owner, about, names] of [
  [net, 'net', ['connect', 'createConnection', 'createServer']],
  [net.Socket.prototype, 'socket', ['connect']],
  [net.Server.prototype, 'server', ['listen']],
  [tls, 'tls', ['connect']],
  [dns, 'dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
  [dns.promises, 'dns.promises', ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
  [http, 'http', ['request', 'get']],
  [https, 'https', ['request', 'get']],
  [http2, 'http2', ['connect']],
  [dgram, 'dgram', ['createSocket']],
  [globalThis, 'globalThis', ['fetch', 'WebSocket', 'EventSource']],
])
  for (const name of names) if (name in owner) owner[name] = refuse(`${about}.${name}`);
syncBuiltinESMExports();
appendFileSync(process.env.RUBRICATE_NETWORK_STARTS, 'started\n');
