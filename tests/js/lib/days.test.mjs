import assert from "node:assert/strict";
import { test } from "node:test";

import { describeDate, isDay, localDay } from "../../../theme/js/lib/days.js";

/** Do something in each of three zones, of which two are a day apart. */
function inZones(t, act) {
  const { TZ } = process.env;
  t.after(() => (TZ === undefined ? delete process.env.TZ : (process.env.TZ = TZ)));
  for (const zone of ["Europe/Amsterdam", "Pacific/Kiritimati", "America/Adak"]) {
    process.env.TZ = zone;
    act(zone);
  }
}

test("a date is formatted as precisely as it is known, other text is unchanged", () => {
  const dates = ["2018", "2018-08", "2018-08-01", "", "ooit", "2018-13"];
  assert.deepEqual(dates.map((date) => describeDate(date)), ["2018", "augustus 2018", "1 augustus 2018", "", "ooit", "2018-13"]);
  assert.equal(describeDate("2027-03-01", "short"), "1 mrt 2027");
});

test("dates do not depend on the time zone of the reader", (t) => {
  inZones(t, (zone) => assert.equal(describeDate("2027-03-28"), "28 maart 2027", zone));
});

test("today is the local date of the reader", (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-21T23:30:00Z") });
  const days = [];
  inZones(t, () => days.push(localDay()));
  assert.deepEqual(days, ["2026-11-22", "2026-11-22", "2026-11-21"]);
});

test("only existing dates are valid", () => {
  assert.equal(isDay("2028-02-29"), true);
  for (const text of ["2027-02-29", "2027-13-01", "2027-3-1", "", "morgen", "12027-03-01", "2027-03-01T00:00"]) assert.equal(isDay(text), false, text);
});
