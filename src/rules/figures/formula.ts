import Big from 'big.js';

/**
 * The value of a derived observation's formula over others: `plan-2025 + plan-2026`, `(a - b) / c * 100`.
 * Operators stand between spaces, since ids hold hyphens. Gives `undefined` where the formula cannot be read,
 * and the name of the first id that does not exist.
 */
export function evaluateFormula(
  formula: string,
  lookUp: (id: string) => string | undefined,
): { readonly value: Big | undefined; readonly unknown: string | undefined } {
  const tokens = formula.match(/[()]|[^\s()]+/g) ?? [];
  const unknown = tokens.find((token) => /^[a-z]/.test(token) && lookUp(token) === undefined);
  if (unknown !== undefined) return { value: undefined, unknown };
  let at = 0;
  const factor = (): Big | undefined => {
    const token = tokens[at];
    at += 1;
    if (token === undefined) return undefined;
    if (token === '(') {
      const inner = sum();
      const closed = tokens[at] === ')';
      at += 1;
      return closed ? inner : undefined;
    }
    const text = /^[a-z]/.test(token) ? lookUp(token) : token;
    return text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? Big(text) : undefined;
  };
  const product = (): Big | undefined => {
    let left = factor();
    while (left !== undefined && (tokens[at] === '*' || tokens[at] === '×' || tokens[at] === '/')) {
      const operator = tokens[at];
      at += 1;
      const right = factor();
      if (right === undefined || (operator === '/' && right.eq(0))) return undefined;
      left = operator === '/' ? left.div(right) : left.times(right);
    }
    return left;
  };
  const sum = (): Big | undefined => {
    let left = product();
    while (left !== undefined && (tokens[at] === '+' || tokens[at] === '-')) {
      const operator = tokens[at];
      at += 1;
      const right = product();
      if (right === undefined) return undefined;
      left = operator === '+' ? left.plus(right) : left.minus(right);
    }
    return left;
  };
  const value = sum();
  return { value: at === tokens.length ? value : undefined, unknown: undefined };
}
