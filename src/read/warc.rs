//! Web archives.

use flate2::read::MultiGzDecoder;

use super::html::Html;
use super::{Reader, identity, unreadable};
use crate::error::Error;
use crate::limits::Limits;
use crate::model::Source;

/// A web archive (WARC 1.x), compressed or not: every page in it that holds an article.
pub struct Warc;

impl Reader for Warc {
    fn name(&self) -> &'static str {
        "warc"
    }

    fn summary(&self) -> &'static str {
        "web archives, each page with an article a source (feature warc)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["warc", "gz"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        head.starts_with(b"WARC/1.")
    }

    fn read(&self, path: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Source>, Error> {
        let unpacked = match bytes.starts_with(GZIP) {
            true => unpacked(path, bytes, limits)?
                .ok_or_else(|| unreadable(path, "it is no whole gzip archive"))?,
            false => bytes.to_owned(),
        };
        if !self.sniff(&unpacked) {
            return Err(unreadable(
                path,
                "it is no web archive; unpack it and name the files",
            ));
        }
        let pages = records(&unpacked).filter_map(|record| page(path, &record, limits));
        let mut sources: Vec<Source> = Vec::new();
        for (number, page) in (1..).zip(pages) {
            limits.check_entries(path, number)?;
            let (address, html) = page?;
            let read = Html.read(path, &html, limits).unwrap_or_default();
            sources.extend(read.into_iter().map(|mut source| {
                source.id = format!(
                    "{}-{number}",
                    identity::from_path(path.trim_end_matches(".gz"))
                );
                source.url = source.url.or_else(|| Some(address.clone()));
                source
            }));
        }
        match sources.is_empty() {
            true => Err(unreadable(path, "no page in the archive holds an article")),
            false => Ok(sources),
        }
    }
}

/// How compressed files begin.
const GZIP: &[u8] = b"\x1f\x8b";

fn unpacked(path: &str, bytes: &[u8], limits: &Limits) -> Result<Option<Vec<u8>>, Error> {
    limits.unpack(path, bytes.len(), MultiGzDecoder::new(bytes))
}

/// Header lines and what follows them.
struct Message<'a> {
    headers: Vec<(String, &'a str)>,
    body: &'a [u8],
}

impl<'a> Message<'a> {
    /// Cuts `bytes` at the first blank line.
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let end = bytes
            .windows(BLANK_LINE.len())
            .position(|part| part == BLANK_LINE)?;
        let head = std::str::from_utf8(&bytes[..end]).ok()?;
        let headers = head.lines().filter_map(|line| line.split_once(':'));
        Some(Self {
            headers: headers
                .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim()))
                .collect(),
            body: &bytes[end + BLANK_LINE.len()..],
        })
    }

    fn header(&self, name: &str) -> &'a str {
        let header = self.headers.iter().find(|(header, _)| header == name);
        header.map_or("", |(_, value)| value)
    }
}

const BLANK_LINE: &[u8] = b"\r\n\r\n";

/// The records of an archive; what follows a damaged one is lost.
fn records(bytes: &[u8]) -> impl Iterator<Item = Message<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let mut record = Message::new(rest)?;
        let length: usize = record.header("content-length").parse().ok()?;
        let (body, after) = record.body.split_at_checked(length)?;
        record.body = body;
        let blank = after
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        rest = &after[blank..];
        Some(record)
    })
}

/// The address and the HTML of a record, if that holds the answer of a server with a page.
fn page(path: &str, record: &Message, limits: &Limits) -> Option<Result<(String, Vec<u8>), Error>> {
    let address = record
        .header("warc-target-uri")
        .trim_matches(['<', '>'])
        .to_owned();
    if record.header("warc-type") != "response" {
        return None;
    }
    let answer = Message::new(record.body)?;
    if !answer.header("content-type").contains("html") {
        return None;
    }
    let is = |header, value| answer.header(header).eq_ignore_ascii_case(value);
    let body = match is("transfer-encoding", "chunked") {
        true => dechunked(answer.body),
        false => answer.body.to_owned(),
    };
    if !is("content-encoding", "gzip") {
        return Some(Ok((address, body)));
    }
    let unpacked = unpacked(path, &body, limits).transpose()?;
    Some(unpacked.map(|html| (address, html)))
}

/// A body that was sent in chunks, each headed by its length; up to where it is damaged.
fn dechunked(mut rest: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = rest.windows(2).position(|part| part == b"\r\n") {
        let length = std::str::from_utf8(&rest[..end]).ok();
        let length =
            length.and_then(|line| usize::from_str_radix(line.split(';').next()?.trim(), 16).ok());
        let after = &rest[end + 2..];
        match length.and_then(|length| after.split_at_checked(length)) {
            Some((chunk, after)) if !chunk.is_empty() => {
                whole.extend_from_slice(chunk);
                rest = after.strip_prefix(b"\r\n").unwrap_or(after);
            }
            _ => break,
        }
    }
    whole
}
