//! A zip file of a few thousand small files, by the format's specification
//! (APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16): no dates, no
//! encryption, nothing large. Compression and check sums are flate2's.

use std::io::Write as _;

use anyhow::{Context, Result};
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// Version 2.0, which knows folders and compression.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// 1 January 1980, where the format's time begins, at midnight.
const TIME: u16 = 0;
const DATE: u16 = (1 << 5) | 1;

/// The archive of files with their names, in this order; what compression
/// would not make smaller is stored as it is.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let start = small(archive.len())?;
        let (method, packed) = packed(content)?;
        let about = about(name, content, method, packed.len())?;
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.as_bytes());
        archive.extend(packed);

        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&about);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = small(archive.len())?;
    let count = u16::try_from(files.len()).context("too many files")?;
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(small(directory.len())?.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    Ok(archive)
}

/// What the header of a file and its line in the directory have in common.
fn about(name: &str, content: &[u8], method: u16, packed: usize) -> Result<Vec<u8>> {
    let mut sum = Crc::new();
    sum.update(content);
    let mut about = Vec::new();
    for number in [VERSION, FLAGS, method, TIME, DATE] {
        about.extend(number.to_le_bytes());
    }
    for number in [sum.sum(), small(packed)?, small(content.len())?] {
        about.extend(number.to_le_bytes());
    }
    let length = u16::try_from(name.len()).context("a name is too long")?;
    about.extend(length.to_le_bytes());
    // No extra field.
    about.extend([0; 2]);
    Ok(about)
}

/// The content as it lies in the archive, and the method.
fn packed(content: &[u8]) -> Result<(u16, Vec<u8>)> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    let deflated = encoder.finish()?;
    Ok(if deflated.len() < content.len() {
        (DEFLATED, deflated)
    } else {
        (STORED, content.to_vec())
    })
}

fn small(size: usize) -> Result<u32> {
    u32::try_from(size).context("more than this kind of zip file can hold")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_without_files_is_the_end_record_alone() {
        let empty = archive(&[]).unwrap();
        assert_eq!(empty.len(), 22);
        assert!(empty.starts_with(b"PK\x05\x06"));
    }

    #[test]
    fn what_compression_would_not_make_smaller_is_stored() {
        let archive = archive(&[("a".into(), b"abc".to_vec())]).unwrap();
        assert_eq!(archive[8..10], STORED.to_le_bytes());
        assert_eq!(archive[18..22], 3_u32.to_le_bytes());
        assert_eq!(&archive[30..34], b"aabc");
        let archive = super::archive(&[("a".into(), vec![b'x'; 100])]).unwrap();
        assert_eq!(archive[8..10], DEFLATED.to_le_bytes());
    }

    #[test]
    fn a_file_is_where_the_directory_says_with_its_check_sum() {
        // The check value of CRC-32: https://reveng.sourceforge.io/crc-catalogue/17plus.htm
        let archive = archive(&[("a/b".into(), b"123456789".to_vec())]).unwrap();
        assert_eq!(archive[14..18], 0xCBF4_3926_u32.to_le_bytes());
        assert_eq!(archive[22..26], 9_u32.to_le_bytes());
        assert_eq!(&archive[30..33], b"a/b");
        let directory = archive
            .windows(4)
            .position(|it| it == b"PK\x01\x02")
            .unwrap();
        assert_eq!(
            archive[directory + 16..directory + 20],
            0xCBF4_3926_u32.to_le_bytes()
        );
        assert_eq!(archive[directory + 42..directory + 46], [0; 4]);
        let end = archive.len() - 22;
        assert_eq!(
            archive[end + 16..end + 20],
            u32::try_from(directory).unwrap().to_le_bytes()
        );
    }
}
