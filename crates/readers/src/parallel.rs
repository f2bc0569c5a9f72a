//! Work on many things by several threads. What they give is put together in the order of the things, the same in
//! every run.

use std::thread;

/// Fewer things than these are done sooner than a thread is started.
const A_THREAD: usize = 16;

/// What is made of the shares that the things are cut into, one for each thread.
pub(crate) fn by_shares<T: Sync, R: Send>(
    things: &[T],
    made: impl Fn(&[T]) -> Vec<R> + Sync,
) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    in_threads(threads.min(things.len() / A_THREAD), things, made)
}

fn in_threads<T: Sync, R: Send>(
    threads: usize,
    things: &[T],
    made: impl Fn(&[T]) -> Vec<R> + Sync,
) -> Vec<R> {
    if threads < 2 {
        return made(things);
    }
    let made = &made;
    thread::scope(|scope| {
        let started = things.chunks(things.len().div_ceil(threads).max(1)).map(|share| {
            let started = thread::Builder::new().spawn_scoped(scope, move || made(share));
            started.map_err(|_| share)
        });
        let started: Vec<_> = started.collect();
        // Where the system has no thread to give, this one does the work.
        let done = |share| match share {
            Ok(thread) => joined(thread),
            Err(share) => made(share),
        };
        started.into_iter().flat_map(done).collect()
    })
}

/// What is made of those things of which something is made.
pub(crate) fn filter_map<T: Sync, R: Send>(
    things: &[T],
    made: impl Fn(&T) -> Option<R> + Sync,
) -> Vec<R> {
    by_shares(things, |share| share.iter().filter_map(&made).collect())
}

/// What a thread gave; a panic in it goes on here.
fn joined<R>(thread: thread::ScopedJoinHandle<'_, Vec<R>>) -> Vec<R> {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_things() {
        for (count, threads) in [(0, 2), (1, 2), (15, 1), (16, 3), (17, 4), (1_000, 7), (3, 9)] {
            let things: Vec<usize> = (0..count).collect();
            let even = |thing: &usize| thing.is_multiple_of(2).then_some(thing / 2);
            let wanted: Vec<usize> = (0..count.div_ceil(2)).collect();
            let made = |share: &[usize]| share.iter().filter_map(even).collect();
            assert_eq!(in_threads(threads, &things, made), wanted, "{count} by {threads}");
            assert_eq!(filter_map(&things, even), wanted, "{count}");
        }
    }
}
