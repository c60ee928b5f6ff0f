// Generated from specs/sharing by scripts/gen.ts, do not edit.
var $e = Object.defineProperty;
var Fe = Object.getOwnPropertyDescriptor;
var Me = Object.getOwnPropertyNames;
var _e = Object.prototype.hasOwnProperty;
var Re = (r, s, l) => () => {
  if (l) throw l[0];
  try {
    return r && (s = r(r = 0)), s;
  } catch (p) {
    throw l = [p], p;
  }
};
var He = (r, s) => () => {
  try {
    return s || r((s = { exports: {} }).exports, s), s.exports;
  } catch (l) {
    throw s = 0, l;
  }
}, Je = (r, s) => {
  for (var l in s)
    $e(r, l, { get: s[l], enumerable: !0 });
}, We = (r, s, l, p) => {
  if (s && typeof s == "object" || typeof s == "function")
    for (let o of Me(s))
      !_e.call(r, o) && o !== l && $e(r, o, { get: () => s[o], enumerable: !(p = Fe(s, o)) || p.enumerable });
  return r;
};
var Ne = (r) => We($e({}, "__esModule", { value: !0 }), r);

var Te = He((Le) => {
  "use strict";
  Object.defineProperty(Le, "__esModule", { value: !0 });
  function Ee(r) {
    let s = r.length, l = 0, p = 0, o;
    for (; p < s; )
      l++, o = r.charCodeAt(p++), o >= 55296 && o <= 56319 && p < s && (o = r.charCodeAt(p), (o & 64512) === 56320 && p++);
    return l;
  }
  Le.default = Ee;
  Ee.code = 'require("ajv/dist/runtime/ucs2length").default';
});

var Ce = {};
Je(Ce, {
  formats: () => Ge,
  isDate: () => Ae,
  isTime: () => Se
});
var Ye, Ve, Ae, Se, Ge, be = Re(() => {
  "use strict";
  Ye = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/, Ve = /^([0-9]{2}):([0-9]{2}):([0-5][0-9])(?:\.[0-9]{1,9})?(?:Z|[+-]([0-9]{2}):([0-9]{2}))$/, Ae = (r) => {
    let [, s, l, p] = (Ye.exec(r) ?? []).map(Number);
    if (s === void 0 || l === void 0 || p === void 0) return !1;
    let o = s % 4 === 0 && (s % 100 !== 0 || s % 400 === 0);
    return l >= 1 && l <= 12 && p >= 1 && p <= new Date(Date.UTC(o ? 2e3 : 2001, l, 0)).getUTCDate();
  }, Se = (r) => {
    let [, s, l, , p, o] = (Ve.exec(r.slice(11)) ?? []).map(Number);
    return s === void 0 || l === void 0 ? !1 : r[10] === "T" && Ae(r.slice(0, 10)) && s < 24 && l < 60 && !(Number(p) > 23) && !(Number(o) > 59);
  }, Ge = { date: Ae, "date-time": Se };
});

var rr = xe;
var m = Te().default, ye = new RegExp("^[A-Za-z0-9][A-Za-z0-9._:-]*$", "u");
function x(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = x.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ye.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._:-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return x.errors = e, n === 0;
}
x.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var v = new RegExp("\\S", "u");
function j(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = j.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 100) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return j.errors = e, n === 0;
}
j.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var ze = new RegExp("^[0-9A-HJ-NP-RTUW-Y]{18}$", "u");
function q(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = q.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 18) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 18 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 18) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 18 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ze.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9A-HJ-NP-RTUW-Y]{18}$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return q.errors = e, n === 0;
}
q.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function N(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = N.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 200) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return N.errors = e, n === 0;
}
N.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function E(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = E.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 50) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 50 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return E.errors = e, n === 0;
}
E.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Ze = new RegExp("^\\+?[0-9-]{7,20}$", "u");
function T(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = T.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 21) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 21 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 7) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 7 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Ze.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\+?[0-9-]{7,20}$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return T.errors = e, n === 0;
}
T.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function S(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = S.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 9007199254740991 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < 1 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return S.errors = e, n === 0;
}
S.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var ge = (be(), Ne(Ce)).formats["date-time"], ve = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$", "u");
function z(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = z.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (!ve.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ge(r)) {
      let t = { instancePath: s, schemaPath: "#/format", keyword: "format", params: { format: "date-time" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return z.errors = e, n === 0;
}
z.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function Z(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = Z.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r != "boolean") {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "boolean" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return Z.errors = e, n === 0;
}
Z.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function xe(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = xe.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.name === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.code === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "code" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.address === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.contactName === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "contactName" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.contactPhone === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "contactPhone" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    r.id !== void 0 && (x(r.id, { instancePath: s + "/id", parentData: r, parentDataProperty: "id", rootData: o, dynamicAnchors: a }) || (e = e === null ? x.errors : e.concat(x.errors), n = e.length)), r.name !== void 0 && (j(r.name, { instancePath: s + "/name", parentData: r, parentDataProperty: "name", rootData: o, dynamicAnchors: a }) || (e = e === null ? j.errors : e.concat(j.errors), n = e.length)), r.code !== void 0 && (x(r.code, { instancePath: s + "/code", parentData: r, parentDataProperty: "code", rootData: o, dynamicAnchors: a }) || (e = e === null ? x.errors : e.concat(x.errors), n = e.length)), r.creditCode !== void 0 && (q(r.creditCode, { instancePath: s + "/creditCode", parentData: r, parentDataProperty: "creditCode", rootData: o, dynamicAnchors: a }) || (e = e === null ? q.errors : e.concat(q.errors), n = e.length)), r.address !== void 0 && (N(r.address, { instancePath: s + "/address", parentData: r, parentDataProperty: "address", rootData: o, dynamicAnchors: a }) || (e = e === null ? N.errors : e.concat(N.errors), n = e.length)), r.contactName !== void 0 && (E(r.contactName, { instancePath: s + "/contactName", parentData: r, parentDataProperty: "contactName", rootData: o, dynamicAnchors: a }) || (e = e === null ? E.errors : e.concat(E.errors), n = e.length)), r.contactPhone !== void 0 && (T(r.contactPhone, { instancePath: s + "/contactPhone", parentData: r, parentDataProperty: "contactPhone", rootData: o, dynamicAnchors: a }) || (e = e === null ? T.errors : e.concat(T.errors), n = e.length)), r.version !== void 0 && (S(r.version, { instancePath: s + "/version", parentData: r, parentDataProperty: "version", rootData: o, dynamicAnchors: a }) || (e = e === null ? S.errors : e.concat(S.errors), n = e.length)), r.updatedAt !== void 0 && (z(r.updatedAt, { instancePath: s + "/updatedAt", parentData: r, parentDataProperty: "updatedAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? z.errors : e.concat(z.errors), n = e.length)), r.deleted !== void 0 && (Z(r.deleted, { instancePath: s + "/deleted", parentData: r, parentDataProperty: "deleted", rootData: o, dynamicAnchors: a }) || (e = e === null ? Z.errors : e.concat(Z.errors), n = e.length));
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return xe.errors = e, n === 0;
}
xe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var tr = Pe;
function P(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = P.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ye.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._:-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return P.errors = e, n === 0;
}
P.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function w(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = w.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 100) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return w.errors = e, n === 0;
}
w.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function O(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = O.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 18) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 18 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 18) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 18 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ze.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9A-HJ-NP-RTUW-Y]{18}$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return O.errors = e, n === 0;
}
O.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function U(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = U.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 200) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return U.errors = e, n === 0;
}
U.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function F(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = F.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "number" && isFinite(r)) {
    if (r > 90 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < -90 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: -90 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return F.errors = e, n === 0;
}
F.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function M(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = M.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "number" && isFinite(r)) {
    if (r > 180 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 180 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < -180 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: -180 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return M.errors = e, n === 0;
}
M.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Ke = new RegExp("^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$", "u");
function _(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = _.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 12) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 12 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 6) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 6 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Ke.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return _.errors = e, n === 0;
}
_.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function D(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = D.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 9007199254740991 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < 0 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return D.errors = e, n === 0;
}
D.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var je = new RegExp("^[A-Z0-9][A-Z0-9_-]*$", "u");
function R(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = R.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 32) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 2) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 2 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!je.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Z0-9][A-Z0-9_-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return R.errors = e, n === 0;
}
R.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Ie = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
function y(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = y.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Ie.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return y.errors = e, n === 0;
}
y.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function k(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = k.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r != "boolean") {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "boolean" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return k.errors = e, n === 0;
}
k.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function H(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = H.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 50) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 50 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return H.errors = e, n === 0;
}
H.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function J(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = J.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 21) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 21 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 7) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 7 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Ze.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^\\+?[0-9-]{7,20}$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return J.errors = e, n === 0;
}
J.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function W(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = W.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 9007199254740991 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < 1 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return W.errors = e, n === 0;
}
W.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function Y(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = Y.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (!ve.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ge(r)) {
      let t = { instancePath: s, schemaPath: "#/format", keyword: "format", params: { format: "date-time" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return Y.errors = e, n === 0;
}
Y.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function Pe(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = Pe.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.name === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.operatorId === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "operatorId" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.address === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.latitude === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "latitude" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.longitude === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "longitude" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.regionCode === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "regionCode" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.deviceCount === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deviceCount" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.platformCode === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "platformCode" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    r.id !== void 0 && (P(r.id, { instancePath: s + "/id", parentData: r, parentDataProperty: "id", rootData: o, dynamicAnchors: a }) || (e = e === null ? P.errors : e.concat(P.errors), n = e.length)), r.name !== void 0 && (w(r.name, { instancePath: s + "/name", parentData: r, parentDataProperty: "name", rootData: o, dynamicAnchors: a }) || (e = e === null ? w.errors : e.concat(w.errors), n = e.length)), r.creditCode !== void 0 && (O(r.creditCode, { instancePath: s + "/creditCode", parentData: r, parentDataProperty: "creditCode", rootData: o, dynamicAnchors: a }) || (e = e === null ? O.errors : e.concat(O.errors), n = e.length)), r.operatorId !== void 0 && (P(r.operatorId, { instancePath: s + "/operatorId", parentData: r, parentDataProperty: "operatorId", rootData: o, dynamicAnchors: a }) || (e = e === null ? P.errors : e.concat(P.errors), n = e.length)), r.address !== void 0 && (U(r.address, { instancePath: s + "/address", parentData: r, parentDataProperty: "address", rootData: o, dynamicAnchors: a }) || (e = e === null ? U.errors : e.concat(U.errors), n = e.length)), r.latitude !== void 0 && (F(r.latitude, { instancePath: s + "/latitude", parentData: r, parentDataProperty: "latitude", rootData: o, dynamicAnchors: a }) || (e = e === null ? F.errors : e.concat(F.errors), n = e.length)), r.longitude !== void 0 && (M(r.longitude, { instancePath: s + "/longitude", parentData: r, parentDataProperty: "longitude", rootData: o, dynamicAnchors: a }) || (e = e === null ? M.errors : e.concat(M.errors), n = e.length)), r.regionCode !== void 0 && (_(r.regionCode, { instancePath: s + "/regionCode", parentData: r, parentDataProperty: "regionCode", rootData: o, dynamicAnchors: a }) || (e = e === null ? _.errors : e.concat(_.errors), n = e.length)), r.deviceCount !== void 0 && (D(r.deviceCount, { instancePath: s + "/deviceCount", parentData: r, parentDataProperty: "deviceCount", rootData: o, dynamicAnchors: a }) || (e = e === null ? D.errors : e.concat(D.errors), n = e.length)), r.platformCode !== void 0 && (R(r.platformCode, { instancePath: s + "/platformCode", parentData: r, parentDataProperty: "platformCode", rootData: o, dynamicAnchors: a }) || (e = e === null ? R.errors : e.concat(R.errors), n = e.length)), r.placeType !== void 0 && (y(r.placeType, { instancePath: s + "/placeType", parentData: r, parentDataProperty: "placeType", rootData: o, dynamicAnchors: a }) || (e = e === null ? y.errors : e.concat(y.errors), n = e.length)), r.heritageLevel !== void 0 && (y(r.heritageLevel, { instancePath: s + "/heritageLevel", parentData: r, parentDataProperty: "heritageLevel", rootData: o, dynamicAnchors: a }) || (e = e === null ? y.errors : e.concat(y.errors), n = e.length)), r.keyFireUnit !== void 0 && (k(r.keyFireUnit, { instancePath: s + "/keyFireUnit", parentData: r, parentDataProperty: "keyFireUnit", rootData: o, dynamicAnchors: a }) || (e = e === null ? k.errors : e.concat(k.errors), n = e.length)), r.residents !== void 0 && (D(r.residents, { instancePath: s + "/residents", parentData: r, parentDataProperty: "residents", rootData: o, dynamicAnchors: a }) || (e = e === null ? D.errors : e.concat(D.errors), n = e.length)), r.community !== void 0 && (w(r.community, { instancePath: s + "/community", parentData: r, parentDataProperty: "community", rootData: o, dynamicAnchors: a }) || (e = e === null ? w.errors : e.concat(w.errors), n = e.length)), r.coordinateSystem !== void 0 && (y(r.coordinateSystem, { instancePath: s + "/coordinateSystem", parentData: r, parentDataProperty: "coordinateSystem", rootData: o, dynamicAnchors: a }) || (e = e === null ? y.errors : e.concat(y.errors), n = e.length)), r.contactName !== void 0 && (H(r.contactName, { instancePath: s + "/contactName", parentData: r, parentDataProperty: "contactName", rootData: o, dynamicAnchors: a }) || (e = e === null ? H.errors : e.concat(H.errors), n = e.length)), r.contactPhone !== void 0 && (J(r.contactPhone, { instancePath: s + "/contactPhone", parentData: r, parentDataProperty: "contactPhone", rootData: o, dynamicAnchors: a }) || (e = e === null ? J.errors : e.concat(J.errors), n = e.length)), r.version !== void 0 && (W(r.version, { instancePath: s + "/version", parentData: r, parentDataProperty: "version", rootData: o, dynamicAnchors: a }) || (e = e === null ? W.errors : e.concat(W.errors), n = e.length)), r.updatedAt !== void 0 && (Y(r.updatedAt, { instancePath: s + "/updatedAt", parentData: r, parentDataProperty: "updatedAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? Y.errors : e.concat(Y.errors), n = e.length)), r.deleted !== void 0 && (k(r.deleted, { instancePath: s + "/deleted", parentData: r, parentDataProperty: "deleted", rootData: o, dynamicAnchors: a }) || (e = e === null ? k.errors : e.concat(k.errors), n = e.length));
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return Pe.errors = e, n === 0;
}
Pe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var nr = we;
function d(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = d.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ye.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._:-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return d.errors = e, n === 0;
}
d.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function g(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = g.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 100) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return g.errors = e, n === 0;
}
g.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function c(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = c.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Ie.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return c.errors = e, n === 0;
}
c.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function V(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = V.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 200) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return V.errors = e, n === 0;
}
V.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function G(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = G.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "number" && isFinite(r)) {
    if (r > 90 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < -90 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: -90 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return G.errors = e, n === 0;
}
G.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function K(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = K.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "number" && isFinite(r)) {
    if (r > 180 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 180 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < -180 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: -180 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return K.errors = e, n === 0;
}
K.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function B(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = B.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 32) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 2) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 2 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!je.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Z0-9][A-Z0-9_-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return B.errors = e, n === 0;
}
B.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Oe = (be(), Ne(Ce)).formats.date, Ue = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
function Q(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = Q.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (!Ue.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Oe(r)) {
      let t = { instancePath: s, schemaPath: "#/format", keyword: "format", params: { format: "date" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return Q.errors = e, n === 0;
}
Q.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Be = new RegExp("^[0-9]{15}$", "u");
function X(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = X.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 15) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 15 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 15) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 15 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Be.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{15}$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return X.errors = e, n === 0;
}
X.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ee(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = ee.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 9007199254740991 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < 0 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return ee.errors = e, n === 0;
}
ee.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var qe = new RegExp("^[\\x21-\\x7e]+$", "u");
function re(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = re.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!qe.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[\\x21-\\x7e]+$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return re.errors = e, n === 0;
}
re.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function I(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = I.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (!ve.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ge(r)) {
      let t = { instancePath: s, schemaPath: "#/format", keyword: "format", params: { format: "date-time" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return I.errors = e, n === 0;
}
I.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function te(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = te.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 9007199254740991 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < 1 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return te.errors = e, n === 0;
}
te.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ne(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = ne.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r != "boolean") {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "boolean" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return ne.errors = e, n === 0;
}
ne.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function we(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = we.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.name === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.type === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.address === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.latitude === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "latitude" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.longitude === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "longitude" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.operatorId === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "operatorId" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.unitId === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "unitId" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.platformCode === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "platformCode" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.installedOn === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "installedOn" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.status === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.manufacturer === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "manufacturer" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.componentCount === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "componentCount" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    r.id !== void 0 && (d(r.id, { instancePath: s + "/id", parentData: r, parentDataProperty: "id", rootData: o, dynamicAnchors: a }) || (e = e === null ? d.errors : e.concat(d.errors), n = e.length)), r.name !== void 0 && (g(r.name, { instancePath: s + "/name", parentData: r, parentDataProperty: "name", rootData: o, dynamicAnchors: a }) || (e = e === null ? g.errors : e.concat(g.errors), n = e.length)), r.type !== void 0 && (c(r.type, { instancePath: s + "/type", parentData: r, parentDataProperty: "type", rootData: o, dynamicAnchors: a }) || (e = e === null ? c.errors : e.concat(c.errors), n = e.length)), r.address !== void 0 && (V(r.address, { instancePath: s + "/address", parentData: r, parentDataProperty: "address", rootData: o, dynamicAnchors: a }) || (e = e === null ? V.errors : e.concat(V.errors), n = e.length)), r.latitude !== void 0 && (G(r.latitude, { instancePath: s + "/latitude", parentData: r, parentDataProperty: "latitude", rootData: o, dynamicAnchors: a }) || (e = e === null ? G.errors : e.concat(G.errors), n = e.length)), r.longitude !== void 0 && (K(r.longitude, { instancePath: s + "/longitude", parentData: r, parentDataProperty: "longitude", rootData: o, dynamicAnchors: a }) || (e = e === null ? K.errors : e.concat(K.errors), n = e.length)), r.operatorId !== void 0 && (d(r.operatorId, { instancePath: s + "/operatorId", parentData: r, parentDataProperty: "operatorId", rootData: o, dynamicAnchors: a }) || (e = e === null ? d.errors : e.concat(d.errors), n = e.length)), r.unitId !== void 0 && (d(r.unitId, { instancePath: s + "/unitId", parentData: r, parentDataProperty: "unitId", rootData: o, dynamicAnchors: a }) || (e = e === null ? d.errors : e.concat(d.errors), n = e.length)), r.platformCode !== void 0 && (B(r.platformCode, { instancePath: s + "/platformCode", parentData: r, parentDataProperty: "platformCode", rootData: o, dynamicAnchors: a }) || (e = e === null ? B.errors : e.concat(B.errors), n = e.length)), r.installedOn !== void 0 && (Q(r.installedOn, { instancePath: s + "/installedOn", parentData: r, parentDataProperty: "installedOn", rootData: o, dynamicAnchors: a }) || (e = e === null ? Q.errors : e.concat(Q.errors), n = e.length)), r.status !== void 0 && (c(r.status, { instancePath: s + "/status", parentData: r, parentDataProperty: "status", rootData: o, dynamicAnchors: a }) || (e = e === null ? c.errors : e.concat(c.errors), n = e.length)), r.manufacturer !== void 0 && (g(r.manufacturer, { instancePath: s + "/manufacturer", parentData: r, parentDataProperty: "manufacturer", rootData: o, dynamicAnchors: a }) || (e = e === null ? g.errors : e.concat(g.errors), n = e.length)), r.imei !== void 0 && (X(r.imei, { instancePath: s + "/imei", parentData: r, parentDataProperty: "imei", rootData: o, dynamicAnchors: a }) || (e = e === null ? X.errors : e.concat(X.errors), n = e.length)), r.componentCount !== void 0 && (ee(r.componentCount, { instancePath: s + "/componentCount", parentData: r, parentDataProperty: "componentCount", rootData: o, dynamicAnchors: a }) || (e = e === null ? ee.errors : e.concat(ee.errors), n = e.length)), r.protocol !== void 0 && (c(r.protocol, { instancePath: s + "/protocol", parentData: r, parentDataProperty: "protocol", rootData: o, dynamicAnchors: a }) || (e = e === null ? c.errors : e.concat(c.errors), n = e.length)), r.wireAddress !== void 0 && (re(r.wireAddress, { instancePath: s + "/wireAddress", parentData: r, parentDataProperty: "wireAddress", rootData: o, dynamicAnchors: a }) || (e = e === null ? re.errors : e.concat(re.errors), n = e.length)), r.gatewayId !== void 0 && (d(r.gatewayId, { instancePath: s + "/gatewayId", parentData: r, parentDataProperty: "gatewayId", rootData: o, dynamicAnchors: a }) || (e = e === null ? d.errors : e.concat(d.errors), n = e.length)), r.model !== void 0 && (g(r.model, { instancePath: s + "/model", parentData: r, parentDataProperty: "model", rootData: o, dynamicAnchors: a }) || (e = e === null ? g.errors : e.concat(g.errors), n = e.length)), r.modelId !== void 0 && (d(r.modelId, { instancePath: s + "/modelId", parentData: r, parentDataProperty: "modelId", rootData: o, dynamicAnchors: a }) || (e = e === null ? d.errors : e.concat(d.errors), n = e.length)), r.profileId !== void 0 && (d(r.profileId, { instancePath: s + "/profileId", parentData: r, parentDataProperty: "profileId", rootData: o, dynamicAnchors: a }) || (e = e === null ? d.errors : e.concat(d.errors), n = e.length)), r.presence !== void 0 && (c(r.presence, { instancePath: s + "/presence", parentData: r, parentDataProperty: "presence", rootData: o, dynamicAnchors: a }) || (e = e === null ? c.errors : e.concat(c.errors), n = e.length)), r.lastSeenAt !== void 0 && (I(r.lastSeenAt, { instancePath: s + "/lastSeenAt", parentData: r, parentDataProperty: "lastSeenAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? I.errors : e.concat(I.errors), n = e.length)), r.version !== void 0 && (te(r.version, { instancePath: s + "/version", parentData: r, parentDataProperty: "version", rootData: o, dynamicAnchors: a }) || (e = e === null ? te.errors : e.concat(te.errors), n = e.length)), r.updatedAt !== void 0 && (I(r.updatedAt, { instancePath: s + "/updatedAt", parentData: r, parentDataProperty: "updatedAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? I.errors : e.concat(I.errors), n = e.length)), r.deleted !== void 0 && (ne(r.deleted, { instancePath: s + "/deleted", parentData: r, parentDataProperty: "deleted", rootData: o, dynamicAnchors: a }) || (e = e === null ? ne.errors : e.concat(ne.errors), n = e.length));
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return we.errors = e, n === 0;
}
we.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var sr = De;
function $(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = $.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ye.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._:-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return $.errors = e, n === 0;
}
$.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function L(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = L.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 100) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 100 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return L.errors = e, n === 0;
}
L.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function se(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = se.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 200) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return se.errors = e, n === 0;
}
se.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ie(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = ie.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (!Ue.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Oe(r)) {
      let t = { instancePath: s, schemaPath: "#/format", keyword: "format", params: { format: "date" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return ie.errors = e, n === 0;
}
ie.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function A(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = A.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Ie.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return A.errors = e, n === 0;
}
A.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function oe(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = oe.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!qe.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[\\x21-\\x7e]+$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return oe.errors = e, n === 0;
}
oe.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ae(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = ae.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 9007199254740991 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < 1 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return ae.errors = e, n === 0;
}
ae.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function le(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = le.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (!ve.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ge(r)) {
      let t = { instancePath: s, schemaPath: "#/format", keyword: "format", params: { format: "date-time" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return le.errors = e, n === 0;
}
le.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function pe(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = pe.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r != "boolean") {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "boolean" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return pe.errors = e, n === 0;
}
pe.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function De(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = De.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.name === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.address === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.deviceId === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deviceId" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.manufacturer === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "manufacturer" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.installedOn === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "installedOn" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.status === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "status" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.type === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    r.id !== void 0 && ($(r.id, { instancePath: s + "/id", parentData: r, parentDataProperty: "id", rootData: o, dynamicAnchors: a }) || (e = e === null ? $.errors : e.concat($.errors), n = e.length)), r.name !== void 0 && (L(r.name, { instancePath: s + "/name", parentData: r, parentDataProperty: "name", rootData: o, dynamicAnchors: a }) || (e = e === null ? L.errors : e.concat(L.errors), n = e.length)), r.address !== void 0 && (se(r.address, { instancePath: s + "/address", parentData: r, parentDataProperty: "address", rootData: o, dynamicAnchors: a }) || (e = e === null ? se.errors : e.concat(se.errors), n = e.length)), r.deviceId !== void 0 && ($(r.deviceId, { instancePath: s + "/deviceId", parentData: r, parentDataProperty: "deviceId", rootData: o, dynamicAnchors: a }) || (e = e === null ? $.errors : e.concat($.errors), n = e.length)), r.manufacturer !== void 0 && (L(r.manufacturer, { instancePath: s + "/manufacturer", parentData: r, parentDataProperty: "manufacturer", rootData: o, dynamicAnchors: a }) || (e = e === null ? L.errors : e.concat(L.errors), n = e.length)), r.installedOn !== void 0 && (ie(r.installedOn, { instancePath: s + "/installedOn", parentData: r, parentDataProperty: "installedOn", rootData: o, dynamicAnchors: a }) || (e = e === null ? ie.errors : e.concat(ie.errors), n = e.length)), r.status !== void 0 && (A(r.status, { instancePath: s + "/status", parentData: r, parentDataProperty: "status", rootData: o, dynamicAnchors: a }) || (e = e === null ? A.errors : e.concat(A.errors), n = e.length)), r.type !== void 0 && (A(r.type, { instancePath: s + "/type", parentData: r, parentDataProperty: "type", rootData: o, dynamicAnchors: a }) || (e = e === null ? A.errors : e.concat(A.errors), n = e.length)), r.componentKey !== void 0 && (oe(r.componentKey, { instancePath: s + "/componentKey", parentData: r, parentDataProperty: "componentKey", rootData: o, dynamicAnchors: a }) || (e = e === null ? oe.errors : e.concat(oe.errors), n = e.length)), r.version !== void 0 && (ae(r.version, { instancePath: s + "/version", parentData: r, parentDataProperty: "version", rootData: o, dynamicAnchors: a }) || (e = e === null ? ae.errors : e.concat(ae.errors), n = e.length)), r.updatedAt !== void 0 && (le(r.updatedAt, { instancePath: s + "/updatedAt", parentData: r, parentDataProperty: "updatedAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? le.errors : e.concat(le.errors), n = e.length)), r.deleted !== void 0 && (pe(r.deleted, { instancePath: s + "/deleted", parentData: r, parentDataProperty: "deleted", rootData: o, dynamicAnchors: a }) || (e = e === null ? pe.errors : e.concat(pe.errors), n = e.length));
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return De.errors = e, n === 0;
}
De.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
var ir = ke;
function f(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = f.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ye.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._:-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return f.errors = e, n === 0;
}
f.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function u(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = u.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (!ve.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ge(r)) {
      let t = { instancePath: s, schemaPath: "#/format", keyword: "format", params: { format: "date-time" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return u.errors = e, n === 0;
}
u.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function me(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = me.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 500) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 500 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!v.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "\\S" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return me.errors = e, n === 0;
}
me.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function h(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = h.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!Ie.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return h.errors = e, n === 0;
}
h.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function de(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = de.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 32) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 2) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 2 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!je.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Z0-9][A-Z0-9_-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return de.errors = e, n === 0;
}
de.evaluated = { dynamicProps: !1, dynamicItems: !1 };
var Qe = { type: ["string", "null"], minLength: 1, maxLength: 64, pattern: "^[A-Za-z0-9][A-Za-z0-9._:-]*$", "x-expect-zh": "1 \u5230 64 \u4E2A\u5B57\u7B26,\u53EA\u7528\u5B57\u6BCD\u3001\u6570\u5B57\u548C . _ : -,\u9996\u5B57\u7B26\u4E3A\u5B57\u6BCD\u6216\u6570\u5B57;\u6CA1\u6709\u65F6\u4E3A null", "x-expect-en": "1 to 64 of letters, digits and . _ : -, the first a letter or digit; null when there is none" };
function ue(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = ue.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r != "string" && r !== null) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: Qe.type } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "string") {
    if (m(r) > 64) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 64 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!ye.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._:-]*$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return ue.errors = e, n === 0;
}
ue.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function C(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = C.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "number" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return C.errors = e, n === 0;
}
C.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ce(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = ce.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r == "string") {
    if (m(r) > 32) {
      let t = { instancePath: s, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 32 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (m(r) < 1) {
      let t = { instancePath: s, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (!qe.test(r)) {
      let t = { instancePath: s, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[\\x21-\\x7e]+$" } };
      e === null ? e = [t] : e.push(t), n++;
    }
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return ce.errors = e, n === 0;
}
ce.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function fe(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = fe.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 9007199254740991 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < 0 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return fe.errors = e, n === 0;
}
fe.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function b(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = b.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), typeof r != "boolean") {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "boolean" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return b.errors = e, n === 0;
}
b.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function he(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = he.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), !(typeof r == "number" && !(r % 1) && !isNaN(r) && isFinite(r))) {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "integer" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  if (typeof r == "number" && isFinite(r)) {
    if (r > 9007199254740991 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r < 1 || isNaN(r)) {
      let t = { instancePath: s, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
      e === null ? e = [t] : e.push(t), n++;
    }
  }
  return he.errors = e, n === 0;
}
he.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ke(r, { instancePath: s = "", parentData: l, parentDataProperty: p, rootData: o = r, dynamicAnchors: a = {} } = {}) {
  let e = null, n = 0, i = ke.evaluated;
  if (i.dynamicProps && (i.props = void 0), i.dynamicItems && (i.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.deviceId === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "deviceId" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.unitId === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "unitId" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.occurredAt === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "occurredAt" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.description === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "description" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.type === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    if (r.platformCode === void 0) {
      let t = { instancePath: s, schemaPath: "#/required", keyword: "required", params: { missingProperty: "platformCode" } };
      e === null ? e = [t] : e.push(t), n++;
    }
    r.id !== void 0 && (f(r.id, { instancePath: s + "/id", parentData: r, parentDataProperty: "id", rootData: o, dynamicAnchors: a }) || (e = e === null ? f.errors : e.concat(f.errors), n = e.length)), r.deviceId !== void 0 && (f(r.deviceId, { instancePath: s + "/deviceId", parentData: r, parentDataProperty: "deviceId", rootData: o, dynamicAnchors: a }) || (e = e === null ? f.errors : e.concat(f.errors), n = e.length)), r.unitId !== void 0 && (f(r.unitId, { instancePath: s + "/unitId", parentData: r, parentDataProperty: "unitId", rootData: o, dynamicAnchors: a }) || (e = e === null ? f.errors : e.concat(f.errors), n = e.length)), r.occurredAt !== void 0 && (u(r.occurredAt, { instancePath: s + "/occurredAt", parentData: r, parentDataProperty: "occurredAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? u.errors : e.concat(u.errors), n = e.length)), r.description !== void 0 && (me(r.description, { instancePath: s + "/description", parentData: r, parentDataProperty: "description", rootData: o, dynamicAnchors: a }) || (e = e === null ? me.errors : e.concat(me.errors), n = e.length)), r.type !== void 0 && (h(r.type, { instancePath: s + "/type", parentData: r, parentDataProperty: "type", rootData: o, dynamicAnchors: a }) || (e = e === null ? h.errors : e.concat(h.errors), n = e.length)), r.platformCode !== void 0 && (de(r.platformCode, { instancePath: s + "/platformCode", parentData: r, parentDataProperty: "platformCode", rootData: o, dynamicAnchors: a }) || (e = e === null ? de.errors : e.concat(de.errors), n = e.length)), r.componentId !== void 0 && (ue(r.componentId, { instancePath: s + "/componentId", parentData: r, parentDataProperty: "componentId", rootData: o, dynamicAnchors: a }) || (e = e === null ? ue.errors : e.concat(ue.errors), n = e.length)), r.class !== void 0 && (h(r.class, { instancePath: s + "/class", parentData: r, parentDataProperty: "class", rootData: o, dynamicAnchors: a }) || (e = e === null ? h.errors : e.concat(h.errors), n = e.length)), r.severity !== void 0 && (h(r.severity, { instancePath: s + "/severity", parentData: r, parentDataProperty: "severity", rootData: o, dynamicAnchors: a }) || (e = e === null ? h.errors : e.concat(h.errors), n = e.length)), r.state !== void 0 && (h(r.state, { instancePath: s + "/state", parentData: r, parentDataProperty: "state", rootData: o, dynamicAnchors: a }) || (e = e === null ? h.errors : e.concat(h.errors), n = e.length)), r.clearedAt !== void 0 && (u(r.clearedAt, { instancePath: s + "/clearedAt", parentData: r, parentDataProperty: "clearedAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? u.errors : e.concat(u.errors), n = e.length)), r.receivedAt !== void 0 && (u(r.receivedAt, { instancePath: s + "/receivedAt", parentData: r, parentDataProperty: "receivedAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? u.errors : e.concat(u.errors), n = e.length)), r.value !== void 0 && (C(r.value, { instancePath: s + "/value", parentData: r, parentDataProperty: "value", rootData: o, dynamicAnchors: a }) || (e = e === null ? C.errors : e.concat(C.errors), n = e.length)), r.unit !== void 0 && (ce(r.unit, { instancePath: s + "/unit", parentData: r, parentDataProperty: "unit", rootData: o, dynamicAnchors: a }) || (e = e === null ? ce.errors : e.concat(ce.errors), n = e.length)), r.threshold !== void 0 && (C(r.threshold, { instancePath: s + "/threshold", parentData: r, parentDataProperty: "threshold", rootData: o, dynamicAnchors: a }) || (e = e === null ? C.errors : e.concat(C.errors), n = e.length)), r.repeats !== void 0 && (fe(r.repeats, { instancePath: s + "/repeats", parentData: r, parentDataProperty: "repeats", rootData: o, dynamicAnchors: a }) || (e = e === null ? fe.errors : e.concat(fe.errors), n = e.length)), r.lastOccurredAt !== void 0 && (u(r.lastOccurredAt, { instancePath: s + "/lastOccurredAt", parentData: r, parentDataProperty: "lastOccurredAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? u.errors : e.concat(u.errors), n = e.length)), r.recoveredAt !== void 0 && (u(r.recoveredAt, { instancePath: s + "/recoveredAt", parentData: r, parentDataProperty: "recoveredAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? u.errors : e.concat(u.errors), n = e.length)), r.evidence !== void 0 && (f(r.evidence, { instancePath: s + "/evidence", parentData: r, parentDataProperty: "evidence", rootData: o, dynamicAnchors: a }) || (e = e === null ? f.errors : e.concat(f.errors), n = e.length)), r.unverified !== void 0 && (b(r.unverified, { instancePath: s + "/unverified", parentData: r, parentDataProperty: "unverified", rootData: o, dynamicAnchors: a }) || (e = e === null ? b.errors : e.concat(b.errors), n = e.length)), r.version !== void 0 && (he(r.version, { instancePath: s + "/version", parentData: r, parentDataProperty: "version", rootData: o, dynamicAnchors: a }) || (e = e === null ? he.errors : e.concat(he.errors), n = e.length)), r.updatedAt !== void 0 && (u(r.updatedAt, { instancePath: s + "/updatedAt", parentData: r, parentDataProperty: "updatedAt", rootData: o, dynamicAnchors: a }) || (e = e === null ? u.errors : e.concat(u.errors), n = e.length)), r.deleted !== void 0 && (b(r.deleted, { instancePath: s + "/deleted", parentData: r, parentDataProperty: "deleted", rootData: o, dynamicAnchors: a }) || (e = e === null ? b.errors : e.concat(b.errors), n = e.length));
  } else {
    let t = { instancePath: s, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    e === null ? e = [t] : e.push(t), n++;
  }
  return ke.errors = e, n === 0;
}
ke.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
export {
  ir as alarm,
  sr as component,
  nr as device,
  rr as operator,
  tr as unit
};
