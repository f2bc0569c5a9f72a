//! Work on many things by several threads. What they give is put together in the order of the things, the same in
//! every run.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Fewer things than these are done sooner than a thread is started.
const MIN_PER_THREAD: usize = 16;

/// So many times a thread comes back for more things: where it had short ones, it gets more of them than the others.
const CHUNKS_PER_THREAD: usize = 8;

/// What is made of each thing.
pub fn map<T: Sync, R: Send>(things: &[T], made: impl Fn(&T) -> R + Sync) -> Vec<R> {
    map_with(things, || (), |(), thing| made(thing))
}

/// What is made of those things of which something is made.
pub fn filter_map<T: Sync, R: Send>(things: &[T], made: impl Fn(&T) -> Option<R> + Sync) -> Vec<R> {
    map(things, made).into_iter().flatten().collect()
}

/// What is made of each thing, where each thread keeps what saves it work with the next one.
pub fn map_with<T: Sync, K, R: Send>(
    things: &[T],
    kept: impl Fn() -> K + Sync,
    made: impl Fn(&mut K, &T) -> R + Sync,
) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    in_threads(threads.min(things.len() / MIN_PER_THREAD), things, kept, made)
}

fn in_threads<T: Sync, K, R: Send>(
    threads: usize,
    things: &[T],
    kept: impl Fn() -> K + Sync,
    made: impl Fn(&mut K, &T) -> R + Sync,
) -> Vec<R> {
    let shares = things.chunks(things.len().div_ceil(threads.max(1) * CHUNKS_PER_THREAD).max(1));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut kept = kept();
        let turns = std::iter::from_fn(|| {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            Some((turn, shares.clone().nth(turn)?))
        });
        let done = turns.map(|(turn, share)| {
            let made: Vec<R> = share.iter().map(|thing| made(&mut kept, thing)).collect();
            (turn, made)
        });
        done.collect::<Vec<_>>()
    };
    let mut done = thread::scope(|scope| {
        let start = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let started: Vec<_> = (1..threads).filter_map(start).collect();
        // This thread works too, and alone where the system has no other to give.
        let own = work();
        started.into_iter().fold(own, |mut done, thread| {
            done.extend(joined(thread));
            done
        })
    });
    done.sort_by_key(|(turn, _)| *turn);
    done.into_iter().flat_map(|(_, made)| made).collect()
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
            let wanted: Vec<Option<usize>> = things.iter().map(even).collect();
            let made = in_threads(threads, &things, || (), |(), thing| even(thing));
            assert_eq!(made, wanted, "{count} by {threads}");
            let wanted: Vec<usize> = (0..count.div_ceil(2)).collect();
            assert_eq!(filter_map(&things, even), wanted, "{count}");
        }
    }

    #[test]
    fn each_thread_keeps_its_own() {
        let things = [(); 100];
        let counted = in_threads(
            3,
            &things,
            || 0,
            |seen, ()| {
                *seen += 1;
                *seen
            },
        );
        // Each of them counts from one.
        let firsts = counted.iter().filter(|count| **count == 1).count();
        assert!((1..=3).contains(&firsts), "{counted:?}");
        assert_eq!(counted.len(), things.len());
    }
}
