// Sends log events by OTLP as these agents do: protobuf over HTTP
"use strict";

const varint = (number) => {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) {
    bytes.push((number % 128) | 128);
  }
  return Buffer.from([...bytes, number]);
};
const field = (number, body) => {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(String(body));
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
};
const message = (...parts) => Buffer.concat(parts);
const attribute = ([key, value]) => message(field(1, key), field(2, field(1, value)));
const attributes = (number, values) => Object.entries(values).map((pair) => field(number, attribute(pair)));

const record = (event) => {
  const time = Buffer.alloc(9);
  time[0] = 1 * 8 + 1;
  time.writeBigUInt64LE(BigInt(Date.now()) * 1000000n, 1);
  return message(time, field(5, field(1, event["event.name"])), ...attributes(6, event));
};

/** Sends events, which are attributes each, and fails unless they were taken. */
exports.send = async (url, headers, resource, events) => {
  const logs = message(...events.map((event) => field(2, record(event))));
  const body = field(1, message(field(1, message(...attributes(1, resource))), field(2, logs)));
  const type = { "Content-Type": "application/x-protobuf" };
  const answer = await fetch(url, { method: "POST", headers: { ...headers, ...type }, body });
  if (answer.status !== 200) {
    throw new Error(url + " answered " + answer.status + " " + (await answer.text()));
  }
};
