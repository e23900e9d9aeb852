/**
 * What a unit's characters show that its words do not: an endpoint, a schema line, a flow of arrows. Every expression is
 * linear in the length of the unit.
 */
export const shapeNames = [
  'flow',
  'endpoint',
  'signature',
  'fields',
  'schema',
  'query',
  'arithmetic',
  'two-quantities',
  'quantity',
  'question',
  'diagram',
  'code-like',
  'labelled',
  'endpoint-detail',
  'mapping',
  'record',
  'flow-long',
] as const;
export type ShapeName = (typeof shapeNames)[number];

const bit = Object.fromEntries(shapeNames.map((name, index) => [name, 1 << index])) as Record<ShapeName, number>;

export function shapeBit(name: string): number | undefined {
  return Object.hasOwn(bit, name) ? bit[name as ShapeName] : undefined;
}

/** From one name or box to another; arrows of drawings are as long as there is room. */
const flow =
  /[\p{L}\p{N})\]"'`}*|│]\s{0,3}(?:-{1,16}>|={1,16}>|—>|→|⟶|➜|⇒|─{1,16}[>→▶►]|▶|►)\s{0,3}[|│]?\s{0,2}[\p{L}\p{N}([{"'`*<]/u;
const endpoint =
  /\b(?:GET|POST|PUT|PATCH|DELETE)\b[\s`:]{0,3}\/?[\w{<]|(?:^|[\s`"(])\/(?:api|v\d)\b|\/api\/|\/v\d\/|\brpc\s+\w+\s*\(|\bcurl\b/;
/** A parameter of an endpoint; it is one only in the word of a path or method, or in the word behind it. */
const parameter = /\?\w+=|\{\w+\}|\/:\w+|<\w+>/g;
const pathOrMethod = /\/|\b(?:GET|POST|PUT|PATCH|DELETE)\b/;
const requestBody = /(?:POST|PUT|PATCH)\b.{0,60}[{(]/;
const signature = /\b[A-Za-z_][\w.]{2,40}\((?:\s{0,2}[A-Za-z_"'{[][^()\n]{1,160})\)/;
const commaFields =
  /[(:{]\s{0,2}`?[a-z_][\w ]{0,24}`?(?:\s?[:(][\w ()]{1,16})?,\s{0,2}`?[a-z_][\w ]{0,24}`?(?:\s?[:(][\w ()]{1,16})?,\s{0,2}`?[a-z_]/i;
/** Three or more words in a row, one of them written as an identifier: `user_id, type, expires_at`. */
const identifierList = /(?:\b[A-Za-z][\w.]{1,24}(?:\s?[([]\w{0,12}[)\]])?,\s){2,12}[A-Za-z]\w*/;
/** What a key leads to: `pin_id → [{box, class}]`, `hash(prefix) -> ids`. */
const mapping = /\b(?:(?=\w+_\w)\w+|\w{2,20}\([\w, ]{1,30}\)|key)\s{0,2}(?:->|→|=>|:)\s{0,2}[[{(\w]/;
/** `link(code, target, owner_id, created_at)`: a record with four or more fields. */
const record = /\b[A-Za-z]\w{2,30}\s?[({](?:[\r\n]{0,2}[^(){},\r\n]{1,31},){3,20}[\r\n]{0,2}[^(){},\r\n]{1,31}[)}]/;
const flowLong = /(?:->|→|⟶|─>|─▶|—>|=>).{1,60}(?:->|→|⟶|─>|─▶|—>|=>).{1,60}(?:->|→|⟶|─>|─▶|—>|=>)/;
const identifierFields = /\b[a-z]+(?:_[a-z]+)+\b/i;
const schema =
  /\bcreate table\b|\bprimary key\b|\bforeign key\b|\bpartition key\b|\bclustering key\b|\bsort key\b|\bnot null\b|\bvarchar\b|\bbigint\b|\b(?:user|item|pin|post|image|photo|message|order|url|event|doc|document|tenant|author|owner|sender|follower|followee)_?id\b[\s`"*]{0,3}[,:(|)]/i;
const typedLine =
  /^[\s"'`*|-]{0,6}[A-Za-z_][\w.]{0,40}["'`*]{0,3}\s{0,3}[:|\s]\s{0,3}["'`]?(?:string|str|text|int|int32|int64|integer|bigint|smallint|long|float|double|decimal|bool|boolean|bytes|blob|uuid|guid|timestamp|timestamptz|datetime|date|char|varchar|enum|list|array|set|map|json|jsonb|number|serial|vector)\b/i;
const query = /\bselect\b[^;]{1,200}\bfrom\b|\binsert into\b|\bgroup by\b|\bzadd\b|\bzrange/i;
const arithmetic = /\d[\w\s,.%$()]{0,40}[×*÷/=≈x^]\s{0,2}[~$(]?\s?\d|[=≈]\s{0,2}~?\$?\d/;
const diagram = /[│┌└├─▼▲]|\+-{3,}\+|(?:^|\s)(?:graph|flowchart|sequenceDiagram)\b/;
const label = /^[^:.?!]{2,60}(?::|→|->)\s/;
const codeLike = /[;{}=]\s*$|\breturn\b|\bif\s*\(|\bfor\s*\(|\bdef\s|\bfunction\b|:=|==|\+\+/;

function hasEndpointDetail(text: string): boolean {
  if (requestBody.test(text)) return true;
  if (!pathOrMethod.test(text)) return false;
  for (const { index } of text.matchAll(parameter)) {
    let from = index;
    for (let breaks = 0; from > 0; from--) if (/\s/.test(text[from - 1] as string) && ++breaks === 2) break;
    if (pathOrMethod.test(text.slice(from, index))) return true;
  }
  return false;
}

/** The shapes of a unit as bits. `text` is the unit's source with mark-up masked; `quantities` how many it holds. */
export function shapesOf(text: string, quantities: number, question: boolean, code: boolean): number {
  let shapes = 0;
  if (quantities > 0) shapes |= bit.quantity;
  if (quantities > 1) shapes |= bit['two-quantities'];
  if (question) shapes |= bit.question;
  if (/[>→⟶➜⇒▶►]/.test(text) && flow.test(text)) shapes |= bit.flow;
  if (/[A-Z]{3}|\/|rpc/.test(text) && endpoint.test(text)) shapes |= bit.endpoint;
  if (text.includes('(') && signature.test(text)) shapes |= bit.signature;
  if (schema.test(text) || typedLine.test(text)) shapes |= bit.schema;
  if (hasEndpointDetail(text)) shapes |= bit['endpoint-detail'];
  // In a flow, brackets hold remarks, not fields.
  const flows = (shapes & bit.flow) !== 0;
  const identifiers = !flows && (identifierFields.test(text) || /\bids?\b/i.test(text));
  if (identifiers && (commaFields.test(text) || identifierList.test(text))) shapes |= bit.fields;
  else if (code && !flows && commaFields.test(text)) shapes |= bit.fields;
  if (record.test(text) && identifiers) shapes |= bit.record;
  if (flowLong.test(text)) shapes |= bit['flow-long'];
  if (mapping.test(text)) shapes |= bit.mapping;
  if (query.test(text)) shapes |= bit.query;
  if (/\d/.test(text) && arithmetic.test(text)) shapes |= bit.arithmetic;
  if (diagram.test(text)) shapes |= bit.diagram;
  if (label.test(text)) shapes |= bit.labelled;
  if (code && codeLike.test(text)) shapes |= bit['code-like'];
  return shapes;
}
