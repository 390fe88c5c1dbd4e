import assert from "node:assert/strict";
import { test } from "node:test";

import { addDays, readDay, readWeeks, spreadSteps, weekOfYear, weeksOfLeadTime } from "../../../theme/js/copy-plan/schedule.js";

test("steps are spread evenly, with none after the end", () => {
  assert.deepEqual(spreadSteps(3, "2027-03-01", 6), [
    { week: 1, day: "2027-03-01" },
    { week: 3, day: "2027-03-15" },
    { week: 5, day: "2027-03-29" },
  ]);
  for (const [count, weeks] of [[1, 1], [7, 3], [20, 52], [5, 520]]) {
    const found = spreadSteps(count, "2027-03-01", weeks).map(({ week }) => week);
    assert.equal(found[0], 1);
    assert.ok(Math.max(...found) <= weeks);
    assert.deepEqual(found, [...found].sort((a, b) => a - b));
  }
});

test("without weeks only the first step has a date, and without a start none", () => {
  assert.deepEqual(spreadSteps(2, null, null), [{ week: null, day: null }, { week: null, day: null }]);
  assert.deepEqual(spreadSteps(2, "2027-03-01", null), [{ week: 1, day: "2027-03-01" }, { week: null, day: null }]);
  assert.deepEqual(spreadSteps(2, null, 4), [{ week: null, day: null }, { week: null, day: null }]);
  assert.deepEqual(spreadSteps(0, "2027-03-01", 4), []);
});

test("a week is seven days, also around daylight saving time, leap days and New Year", () => {
  assert.equal(addDays("2027-03-22", 7), "2027-03-29"); // the clock goes forward on the 28th
  assert.equal(addDays("2027-10-25", 7), "2027-11-01"); // and back on the 31st
  assert.equal(addDays("2028-02-26", 7), "2028-03-04");
  assert.equal(addDays("2027-02-26", 7), "2027-03-05");
  assert.equal(addDays("2027-12-31", 1), "2028-01-01");
});

test("week numbers follow ISO 8601, also around New Year", () => {
  const weeks = { "2027-01-01": 53, "2027-01-04": 1, "2027-03-01": 9, "2024-12-30": 1, "2026-12-31": 53, "2028-02-29": 9, "2023-01-01": 52 };
  for (const [day, week] of Object.entries(weeks)) assert.equal(weekOfYear(day), week, day);
});

test("dates do not depend on the time zone of the reader", (t) => {
  const { TZ } = process.env;
  t.after(() => (TZ === undefined ? delete process.env.TZ : (process.env.TZ = TZ)));
  for (const zone of ["Europe/Amsterdam", "Pacific/Kiritimati", "America/Adak"]) {
    process.env.TZ = zone;
    assert.equal(addDays("2027-03-27", 1), "2027-03-28");
  }
});

test("only existing dates and valid numbers of weeks are accepted", () => {
  assert.equal(readDay("2028-02-29"), "2028-02-29");
  for (const text of ["2027-02-29", "2027-13-01", "2027-3-1", "", "morgen", "1027-03-01", "12027-03-01", "2027-03-01T00:00"]) assert.equal(readDay(text), null);
  assert.equal(readWeeks(" 26 "), 26);
  for (const text of ["0", "521", "-3", "2,5", "1e2", "", "drie"]) assert.equal(readWeeks(text), null);
});

test("a lead time has a number of weeks, unless it is open-ended", () => {
  assert.deepEqual([1, 2, 3, 4, 5, null].map(weeksOfLeadTime), [4, 13, 26, 52, null, null]);
});
