use ir::Bounds;

use super::*;
use crate::sample::at;

const AS_OF: &str = "2026-12-10T12:00Z";

fn bounds(earliest: &str, latest: &str) -> Bounds {
    let time = |text: &str, open| if text.is_empty() { open } else { at(text) };
    Bounds { earliest: time(earliest, Bounds::OPEN), latest: time(latest, Bounds::NEVER) }
}

fn done(text: &str) -> Bounds {
    Bounds::at(at(text))
}

fn not_yet() -> Bounds {
    Bounds { earliest: at(AS_OF) + 1, latest: Bounds::NEVER }
}

const EARLY: &str = "2026-12-05T12:00Z";
const PAST: &str = "2026-12-08T12:00Z";
const LATE: &str = "2026-12-09T12:00Z";
const AHEAD: &str = "2026-12-20T12:00Z";

const STANDARDS: [Option<Status>; 4] = [None, Some(Status::Met), Some(Status::Unknown), Some(Status::NotMet)];

/// The statuses without a standard, and with one judged true, not judged and
/// judged false.
fn check(event: Bounds, due: Option<Bounds>, expected: [&str; 4]) {
    let statuses = STANDARDS.map(|standard| timed(event, due, standard, at(AS_OF)).status.name());
    assert_eq!(statuses, expected);
}

fn check_all(event: Bounds, due: Option<Bounds>, expected: &str) {
    check(event, due, [expected; 4]);
}

#[test]
fn surely_after_a_due_time_that_is_past() {
    check_all(done(LATE), Some(done(PAST)), "violated");
    check_all(not_yet(), Some(done(PAST)), "violated");
    check_all(bounds(LATE, ""), Some(done(PAST)), "violated");
}

#[test]
fn happened_in_time() {
    let expected = ["fulfilled", "fulfilled", "undetermined", "violated"];
    check(done(EARLY), Some(done(PAST)), expected);
    check(done(PAST), Some(done(PAST)), expected);
    check(done(EARLY), Some(done(AHEAD)), expected);
    check(done(EARLY), None, expected);
    check(bounds("", PAST), Some(done(PAST)), expected);
}

#[test]
fn happened_but_whether_in_time_is_unknown() {
    let expected = ["undetermined", "undetermined", "undetermined", "violated"];
    check(bounds("", LATE), Some(done(PAST)), expected);
    check(done(PAST), Some(bounds(EARLY, LATE)), expected);
    check(done(PAST), Some(bounds("", "")), expected);
}

#[test]
fn not_done_with_the_due_time_ahead() {
    check_all(not_yet(), Some(done(AHEAD)), "pending");
    check_all(not_yet(), Some(done(AS_OF)), "pending");
    check_all(not_yet(), Some(bounds(AS_OF, "")), "pending");
    assert_eq!(timed(not_yet(), Some(done(AHEAD)), None, at(AS_OF)).due(done(AHEAD)).due, Some(done(AHEAD)));
}

#[test]
fn not_done_with_the_due_time_unknown_or_around_now() {
    check_all(not_yet(), Some(bounds("", "")), "undetermined");
    check_all(not_yet(), Some(bounds(LATE, AHEAD)), "undetermined");
}

#[test]
fn not_done_without_a_limit() {
    check(not_yet(), None, ["pending", "pending", "undetermined", "violated"]);
    let no_limit = STANDARDS.map(|standard| timed(not_yet(), None, standard, at(AS_OF)).no_limit);
    assert_eq!(no_limit, [true, false, false, false]);
}

#[test]
fn not_known_whether_it_was_done() {
    let unknown = bounds("", "");
    check(unknown, Some(done(AHEAD)), ["pending", "pending", "undetermined", "undetermined"]);
    check_all(unknown, Some(done(PAST)), "undetermined");
    check_all(unknown, Some(bounds(LATE, AHEAD)), "undetermined");
    check_all(unknown, None, "undetermined");
}

#[test]
fn the_standard_is_asked_once_the_event_is_known_and_within_the_limit() {
    let asks = |event, due| timed(event, due, Some(Status::Unknown), at(AS_OF)).asks;
    assert_eq!(asks(done(EARLY), Some(done(PAST))), Asks::Standard);
    assert_eq!(asks(not_yet(), None), Asks::Standard);
    assert_eq!(asks(bounds("", LATE), Some(done(PAST))), Asks::Facts);
    assert_eq!(asks(bounds("", ""), None), Asks::Facts);
    assert_eq!(asks(not_yet(), Some(done(AHEAD))), Asks::Nothing);
}

#[test]
fn the_moment_of_a_violation_is_the_due_time_or_lies_before_it_was_done() {
    let at_what = |event, due, standard| timed(event, due, standard, at(AS_OF)).violated_at;
    assert_eq!(at_what(not_yet(), Some(done(PAST)), None), Some(done(PAST)));
    assert_eq!(at_what(done(EARLY), Some(done(PAST)), Some(Status::NotMet)), Some(done(PAST)));
    let before_it_was_done = Some(bounds("", EARLY));
    assert_eq!(at_what(done(EARLY), Some(done(AHEAD)), Some(Status::NotMet)), before_it_was_done);
    assert_eq!(at_what(done(EARLY), None, Some(Status::NotMet)), before_it_was_done);
    assert_eq!(at_what(not_yet(), None, Some(Status::NotMet)), Some(bounds("", AS_OF)));
}
