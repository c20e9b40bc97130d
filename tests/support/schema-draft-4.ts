/** A JSON Schema of draft 4, as far as the test suite of the Web Annotation group uses it. */
type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  uri: /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]*$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};

const KEYWORDS = new Set([
  '$schema',
  '$ref',
  'id',
  'title',
  'description',
  'definitions',
  'assertionType',
  'expectedResult',
  'onUnexpectedResult',
  'errorMessage',
  'type',
  'enum',
  'format',
  'pattern',
  'minLength',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
  'anyOf',
  'oneOf',
  'allOf',
  'not',
  'minimum',
  'maximum',
  'additionalItems',
  'patternProperties',
]);

function resolve(
  reference: string,
  base: Schema,
  all: ReadonlyMap<string, Schema>,
): { schema: Schema; base: Schema } {
  const [file = '', pointer = ''] = reference.split('#');
  const root = file === '' ? base : all.get(file.split('/').at(-1) ?? '');
  if (!root) throw new Error(`no schema ${file}`);
  let found: unknown = root;
  for (const part of pointer.split('/').filter(Boolean)) found = isObject(found) ? found[part] : undefined;
  if (!isObject(found)) throw new Error(`no schema ${reference}`);
  return { schema: found, base: root };
}

/** Whether a value keeps to a schema; `all` are the schemas that it may refer to, by file name. */
export function validates(
  schema: unknown,
  value: unknown,
  all: ReadonlyMap<string, Schema>,
  base?: Schema,
): boolean {
  if (!isObject(schema)) throw new Error('not a schema');
  const root = base ?? schema;
  const holds = (inner: unknown, target: unknown) => validates(inner, target, all, root);
  const list = (key: string): unknown[] => (Array.isArray(schema[key]) ? schema[key] : []);
  for (const key of Object.keys(schema))
    if (!KEYWORDS.has(key)) throw new Error(`keyword ${key} is not known here`);
  if (typeof schema.$ref === 'string') {
    const target = resolve(schema.$ref, root, all);
    return validates(target.schema, value, all, target.base);
  }
  const types = [schema.type ?? []].flat() as string[];
  if (types.length > 0 && !types.some((type) => hasType(value, type))) return false;
  if (Array.isArray(schema.enum) && !schema.enum.some((one) => JSON.stringify(one) === JSON.stringify(value)))
    return false;
  if (typeof value === 'string') {
    const format = typeof schema.format === 'string' ? FORMATS[schema.format] : undefined;
    if (format && !format.test(value)) return false;
    if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)) return false;
    if (typeof schema.minLength === 'number' && value.length < schema.minLength) return false;
  }
  if (typeof value === 'number' && typeof schema.minimum === 'number' && value < schema.minimum) return false;
  if (isObject(value)) {
    if (list('required').some((key) => !(String(key) in value))) return false;
    const properties = isObject(schema.properties) ? schema.properties : {};
    for (const [key, inner] of Object.entries(properties))
      if (key in value && !holds(inner, value[key])) return false;
    if (schema.additionalProperties === false && Object.keys(value).some((key) => !(key in properties)))
      return false;
  }
  if (Array.isArray(value)) {
    if (typeof schema.minItems === 'number' && value.length < schema.minItems) return false;
    if (typeof schema.maxItems === 'number' && value.length > schema.maxItems) return false;
    if (schema.uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length)
      return false;
    if (isObject(schema.items) && !value.every((one) => holds(schema.items, one))) return false;
  }
  if (list('allOf').some((inner) => !holds(inner, value))) return false;
  if (list('anyOf').length > 0 && !list('anyOf').some((inner) => holds(inner, value))) return false;
  if (list('oneOf').length > 0 && list('oneOf').filter((inner) => holds(inner, value)).length !== 1)
    return false;
  return schema.not === undefined || !holds(schema.not, value);
}
