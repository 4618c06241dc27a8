//! Facts, records, enums, conduct: what declarations may say.

use super::{MANIFEST, PRELUDE, check, check_files, many};

#[test]
fn a_type_must_be_declared() {
    check("facts { x : Color }", &[("P0201", "Color")]);
    check("facts { x : list of Colour }", &[("P0301", "Colour")]);
    check("facts { x : set of Visit }", &[("P0301", "Visit")]);
}

#[test]
fn a_path_is_declared_once() {
    check("facts { given : bool }", &[("P0204", "given")]);
    check("facts { x : bool  x : bool }", &[("P0204", "x")]);
    check("record R { x : bool  x : bool }", &[("P0204", "x")]);
    check("conduct { kinds b moment operators c  urgent : bool }", &[("P0204", "urgent")]);
}

#[test]
fn no_path_lies_within_another() {
    check("facts { given.more : bool }", &[("P0211", "given.more")]);
    check("record R { a : bool  a.b.c : bool }", &[("P0211", "a.b.c")]);
}

#[test]
fn conduct_may_be_declared_in_parts() {
    check("conduct { kinds selling moment operators importer  sold : bool }", &[]);
    check("conduct { kinds use lasting operators importer }", &[("P0204", "use")]);
    check("conduct { kinds selling moment operators deployer }", &[("P0204", "deployer")]);
}

#[test]
fn names_of_the_facts_format_are_reserved() {
    check("facts { as_of : date  readings.x : bool }", &[("P0107", "as_of"), ("P0107", "readings.x")]);
    check("conduct { kinds a moment operators b  from : date }", &[("P0107", "from")]);
    check("record R { id : text }", &[("P0107", "id")]);
}

#[test]
fn clauses_fit_their_fields() {
    check("facts { x : event assumed false }", &[("P0307", "event")]);
    check("facts { x : bool considering article 5(2) }", &[("P0309", "bool")]);
    check("facts { x : bool on use }", &[("P0309", "on use")]);
}

#[test]
fn an_enum_has_each_member_once() {
    check("enum E { a, b, a }", &[("P0204", "a")]);
    check("record Colour { x : bool }", &[("P0204", "Colour")]);
}

#[test]
fn an_enum_has_as_many_members_as_fit() {
    let members = |count| (0..count).map(|at| format!("m{at}")).collect::<Vec<_>>().join(", ");
    check(&format!("enum E {{ {} }}", members(64)), &[]);
    check(&format!("enum E {{ {} }}", members(65)), &[("P0306", "m64")]);
    check(&format!("facts {{ x : enum {{ {} }} }}", members(300)), &[("P0306", "m64")]);
}

#[test]
fn there_are_as_many_kinds_and_roles_as_fit() {
    let kinds = |count| (0..count).map(|at| format!("k{at} moment")).collect::<Vec<_>>().join(", ");
    let roles = |count| (0..count).map(|at| format!("r{at}")).collect::<Vec<_>>().join(", ");
    check(&format!("conduct {{ kinds {} operators x }}", kinds(62)), &[]);
    check(&format!("conduct {{ kinds {} operators x }}", kinds(63)), &[("P0210", "conduct")]);
    check(&format!("conduct {{ kinds {} operators x }}", kinds(300)), &[("P0210", "k64")]);
    check(&format!("conduct {{ kinds a moment operators {} }}", roles(65)), &[("P0210", "r64")]);
}

#[test]
fn a_record_does_not_contain_itself() {
    check("record R { r : R }", &[("P0207", "R")]);
    check("record R { s : S }\nrecord S { r : R }", &[("P0207", "R")]);
    check("record R { others : list of R }", &[]);
}

#[test]
fn records_in_records_have_as_many_slots_as_fit() {
    // Each holds the next twice: 2^17 slots in all.
    let records = many(17, |at| format!("record R{at} {{ a : R{}  b : R{} }}", at + 1, at + 1));
    let policy = format!("{records}record R17 {{ x : bool }}\nfacts {{ r : R0 }}");
    check(&policy, &[("P0210", "R1")]);
}

#[test]
fn a_broken_item_gives_one_message() {
    check("record {\n  a : bool\n}\nrecord {\n  b : bool\n}\n", &[("P0101", "{"), ("P0101", "{")]);
    check("prohibition scoring {\n  forbids use\n  basis article\n}\n", &[("P0101", "}")]);
}

#[test]
fn several_sources_need_a_choice() {
    let bare = "[policy]\nname = \"test\"\nversion = \"1\"\n";
    let gdpr = "source gdpr { title \"GDPR\" number \"Regulation (EU) 2016/679\" celex \"32016R0679\" }";
    check_files(&[("p/policy.toml", bare), ("p/a.pol", PRELUDE)], &[]);
    check_files(
        &[("p/policy.toml", bare), ("p/a.pol", PRELUDE), ("p/b.pol", gdpr)],
        &[("P0209", "\"test\"")],
    );
    check_files(&[("p/policy.toml", MANIFEST), ("p/a.pol", PRELUDE), ("p/b.pol", gdpr)], &[]);
    let other = MANIFEST.replace("ai_act", "ai_akt");
    check_files(&[("p/policy.toml", &other), ("p/a.pol", PRELUDE)], &[("P0201", "\"ai_akt\"")]);
}
