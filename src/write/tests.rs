//! Whole or not at all, together or not at all, and nothing left beside.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::*;

fn count(directory: &Path) -> usize {
    fs::read_dir(directory).unwrap().count()
}

fn read_only(path: &Path) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_file_is_replaced_whole_or_not_at_all() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("with space.md");
    create(&path, "old").unwrap();
    assert!(matches!(create(&path, "new").unwrap_err().problem, Problem::Exists));
    assert!(matches!(replace(&path, "other", "new").unwrap_err().problem, Problem::Changed));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    replace(&path, "old", "new").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(count(directory.path()), 1, "nothing is left beside it");

    read_only(&path);
    let error = replace(&path, "new", "newer").unwrap_err();
    assert!(matches!(error.problem, Problem::ReadOnly));
    assert_eq!(error.help(), Some("make it writable, then run this again"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
}

#[test]
fn the_byte_order_mark_stays_and_is_no_part_of_the_text() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("a.md");
    fs::write(&path, "\u{feff}one\r\n").unwrap();
    replace(&path, "one\r\n", "two\r\n").unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "\u{feff}two\r\n");
    assert!(replace(&path, "wo\r\n", "x").is_err(), "the end of a text is not the text");
}

#[test]
fn what_belongs_together_is_written_together() {
    let directory = tempfile::tempdir().unwrap();
    let [old, new] = ["old.md", "sub/deep/new.md"].map(|name| directory.path().join(name));
    fs::write(&old, "one").unwrap();
    let both = || {
        let mut changes = Changes::default();
        changes.replace(&old, "one", "two").unwrap();
        changes.create(&new, "new").unwrap();
        changes
    };
    drop(both());
    assert_eq!(count(directory.path()), 1, "neither the new file nor its directories");

    let changes = both();
    fs::write(&old, "one and more").unwrap();
    let error = changes.commit().unwrap_err();
    assert!(matches!(error.problem, Problem::Changed) && error.file.ends_with("old.md"));
    assert_eq!((count(directory.path()), &*fs::read(&old).unwrap()), (1, &b"one and more"[..]));

    fs::write(&old, "one").unwrap();
    let changes = both();
    fs::write(&new, "somebody else's").unwrap();
    assert!(matches!(changes.commit().unwrap_err().problem, Problem::Exists));
    assert_eq!(fs::read_to_string(&old).unwrap(), "one");
    assert_eq!(fs::read_to_string(&new).unwrap(), "somebody else's");

    fs::remove_file(&new).unwrap();
    both().commit().unwrap();
    assert_eq!([old, new].map(|path| fs::read_to_string(path).unwrap()), ["two", "new"]);
    assert_eq!(count(&directory.path().join("sub/deep")), 1);
}

#[test]
fn what_was_done_before_a_failure_is_taken_back() {
    let directory = tempfile::tempdir().unwrap();
    let [first, second] = ["a/one.md", "b/two.md"].map(|name| directory.path().join(name));
    create(&first, "one").unwrap();
    create(&second, "two").unwrap();
    let mut changes = Changes::default();
    changes.create(&directory.path().join("c/new.md"), "new").unwrap();
    changes.replace(&first, "one", "1").unwrap();
    changes.replace(&second, "two", "2").unwrap();
    // The text that was to take the second file's place is gone.
    let passing = fs::read_dir(second.parent().unwrap()).unwrap().flatten();
    for entry in passing.filter(|entry| entry.file_name().to_string_lossy().starts_with(OURS)) {
        fs::remove_file(entry.path()).unwrap();
    }
    let error = changes.commit().unwrap_err();
    assert!(error.file.ends_with("two.md") && error.written.is_empty(), "{error:?}");
    assert_eq!([first, second].map(|path| fs::read_to_string(path).unwrap()), ["one", "two"]);
    assert_eq!(count(directory.path()), 2);
}

#[test]
fn what_a_killed_process_left_is_removed_and_nothing_else() {
    let directory = tempfile::tempdir().unwrap();
    let old = |name: &str| {
        let file = fs::File::create(directory.path().join(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).unwrap();
    };
    [".archdoc-a1b2c3.tmp", ".archdoc-a.md.claim", ".archdoc-notes", "a.tmp"]
        .into_iter()
        .for_each(old);
    fs::write(directory.path().join(".archdoc-x7y8z9.tmp"), "of a process at work").unwrap();
    create(&directory.path().join("a.md"), "").unwrap();
    replace(&directory.path().join("a.md"), "", "x").unwrap();
    let mut names: Vec<_> = fs::read_dir(directory.path()).unwrap().flatten().collect();
    names.sort_by_key(fs::DirEntry::file_name);
    let names = names.iter().map(|entry| entry.file_name().into_string().unwrap());
    assert_eq!(
        names.collect::<Vec<_>>(),
        [".archdoc-notes", ".archdoc-x7y8z9.tmp", "a.md", "a.tmp"]
    );
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay_and_a_dangling_link_is_in_the_way() {
    use std::os::unix::fs::PermissionsExt;
    let directory = tempfile::tempdir().unwrap();
    let [path, link, dangling] = ["a.md", "b.md", "c.md"].map(|name| directory.path().join(name));
    create(&path, "old").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
    replace(&link, "old", "new").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(matches!(create(&dangling, "x").unwrap_err().problem, Problem::Exists));
}
