//! Packages that depend on others.

use super::{MANIFEST, PRELUDE, check_files, compiled};

const GDPR: &str =
    "source gdpr { title \"GDPR\" number \"Regulation (EU) 2016/679\" celex \"32016R0679\" }\n";

fn national(path: &str) -> String {
    format!(
        "[policy]\nname = \"national\"\nversion = \"1\"\nsource = \"gdpr\"\n[dependencies]\nact = {{ path = \"{path}\" }}\n"
    )
}

#[test]
fn names_of_a_dependency_are_known() {
    let policy = format!(
        "{GDPR}prohibition p {{ basis article 9 forbids use element given element x = act::weighed }}\n\
         prohibition q {{ basis ai_act article 5 forbids use element x = akt::weighed }}"
    );
    let files = [
        ("p/policy.toml", &*national("../act")),
        ("p/a.pol", &policy),
        ("act/policy.toml", MANIFEST),
        ("act/a.pol", PRELUDE),
    ];
    check_files(&files, &[("P0201", "akt::weighed")]);
}

#[test]
fn a_citation_is_of_the_source_of_its_own_package() {
    let act = format!("{PRELUDE}prohibition a {{ basis article 5(1)(ba) forbids use }}");
    let policy = format!("{GDPR}prohibition p {{ basis article 9 forbids use }}");
    let files = [
        ("p/policy.toml", &*national("../act")),
        ("p/a.pol", &policy),
        ("act/policy.toml", MANIFEST),
        ("act/a.pol", &act),
    ];
    check_files(&files, &[]);
    let program = compiled(&files).2.program.expect("compiles");
    let basis: Vec<String> =
        program.prohibitions.iter().map(|norm| norm.versions.0[0].basis[0].to_string()).collect();
    assert_eq!(basis, ["gdpr article 9", "ai_act article 5(1)(ba)"]);
}

#[test]
fn a_name_of_two_packages_is_told_in_the_own_one() {
    let act = format!("{PRELUDE}definition d {{ means given }}");
    let policy = format!("{GDPR}definition d {{ means weighed }}\nconditions c {{ element d }}");
    let files = [
        ("p/policy.toml", &*national("../act")),
        ("p/a.pol", &policy),
        ("act/policy.toml", MANIFEST),
        ("act/a.pol", &act),
    ];
    check_files(&files, &[("P0204", "d")]);
    let (db, loaded, found) = compiled(&files);
    let place = found.problems[0].file.map(|id| loaded.files[id.0 as usize].path(&db));
    assert_eq!(place, Some("p/a.pol"));
}

#[test]
fn a_package_may_name_itself() {
    let manifest =
        format!("{MANIFEST}[dependencies]\nitself = {{ path = \"../p\" }}\nagain = {{ path = \".\" }}\n");
    check_files(&[("p/policy.toml", &manifest), ("p/a.pol", PRELUDE)], &[]);
}

#[test]
fn packages_may_depend_on_each_other() {
    let back = format!("{MANIFEST}[dependencies]\nnational = {{ path = \"../p\" }}\n");
    let files = [
        ("p/policy.toml", &*national("../act")),
        ("p/a.pol", GDPR),
        ("act/policy.toml", &back),
        ("act/a.pol", PRELUDE),
    ];
    check_files(&files, &[]);
}

#[test]
fn a_dependency_that_is_not_there_is_told() {
    let files = [("p/policy.toml", &*national("../akt")), ("p/a.pol", GDPR)];
    check_files(&files, &[("P0518", "")]);
}
