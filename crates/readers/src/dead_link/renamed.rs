//! What git calls the files now to which links lead that are not there.

use crate::book::Book;
use crate::git::Repository;

use super::{DeadLink, Fault, Renamed};

/// Whether git could say more of any of them.
pub(crate) fn is_asked_for(dead: &[DeadLink]) -> bool {
    dead.iter().any(|link| matches!(link.fault, Fault::NoFile { .. }))
}

/// Follows the files through a history that counts from the top of the repository.
pub(crate) fn follow(book: &Book<'_>, repository: &Repository, dead: &mut [DeadLink]) {
    let site = book.site();
    for link in dead {
        let Fault::NoFile { file, renamed, .. } = &mut link.fault else { continue };
        let moved = site.in_repository(file).and_then(|path| repository.moved(&path));
        let Some(moved) = moved else { continue };
        let there = site.of_repository(&moved.path);
        let there = there.filter(|path| book.source_dir().join(path).exists());
        *renamed =
            there.map(|path| Renamed { way: site.way(&link.file, &path), certain: moved.certain });
    }
}
