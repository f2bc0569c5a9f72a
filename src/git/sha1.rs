//! The name that git gives a file's content: SHA-1 ([FIPS 180-4](https://doi.org/10.6028/NIST.FIPS.180-4))
//! of `blob <length>\0<content>`. Used to compare, not to trust.

use std::fmt::Write as _;

/// Digits of a name.
pub(super) const HEX: usize = 40;

/// The name of a content.
pub(super) fn blob(content: &[u8]) -> String {
    let mut message = format!("blob {}\0", content.len()).into_bytes();
    message.extend_from_slice(content);
    digest(message).iter().fold(String::with_capacity(HEX), |mut name, word| {
        let _infallible = write!(name, "{word:08x}");
        name
    })
}

fn digest(mut message: Vec<u8>) -> [u32; 5] {
    let bits = (message.len() as u64).wrapping_mul(8);
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend_from_slice(&bits.to_be_bytes());
    let start = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    message.chunks_exact(64).fold(start, block)
}

fn block(state: [u32; 5], chunk: &[u8]) -> [u32; 5] {
    let mut words = [0_u32; 80];
    for (word, bytes) in words.iter_mut().zip(chunk.chunks_exact(4)) {
        *word = bytes.iter().fold(0, |word, &byte| (word << 8) | u32::from(byte));
    }
    for at in 16..80 {
        words[at] =
            (words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16]).rotate_left(1);
    }
    let mut mixed = state;
    for (round, word) in words.iter().enumerate() {
        let [first, x, y, z, last] = mixed;
        let (mix, constant) = match round / 20 {
            0 => ((x & y) | (!x & z), 0x5a82_7999),
            1 => (x ^ y ^ z, 0x6ed9_eba1),
            2 => ((x & y) | (x & z) | (y & z), 0x8f1b_bcdc),
            _ => (x ^ y ^ z, 0xca62_c1d6_u32),
        };
        let sum =
            [mix, last, constant, *word].into_iter().fold(first.rotate_left(5), u32::wrapping_add);
        mixed = [sum, first, x.rotate_left(30), y, z];
    }
    std::array::from_fn(|at| state[at].wrapping_add(mixed[at]))
}

#[cfg(test)]
mod tests {
    use super::blob;

    #[test]
    fn as_git_hash_object_says() {
        assert_eq!(blob(b""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
        assert_eq!(blob(b"hello\n"), "ce013625030ba8dba906f756967f9e9ca394464a");
        assert_eq!(blob(&[b'a'; 1000]), "a50be72b20f0e3f078d252e8e56b11b4bec67509");
    }
}
