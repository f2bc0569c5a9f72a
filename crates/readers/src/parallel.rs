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
    let threads = threads.min(things.len() / A_THREAD).max(1);
    thread::scope(|scope| {
        let shares = things.chunks(things.len().div_ceil(threads).max(1));
        let running: Vec<_> = shares.map(|share| scope.spawn(|| made(share))).collect();
        running.into_iter().flat_map(joined).collect()
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
        for count in [0, 1, 15, 16, 17, 1_000] {
            let things: Vec<usize> = (0..count).collect();
            let even = |thing: &usize| thing.is_multiple_of(2).then_some(thing / 2);
            let wanted: Vec<usize> = (0..count.div_ceil(2)).collect();
            assert_eq!(filter_map(&things, even), wanted, "{count}");
        }
    }
}
