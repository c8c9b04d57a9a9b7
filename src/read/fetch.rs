//! Articles by their address: the only place that uses the network.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error as FetchError};

use super::{Options, sha256, unreadable};
use crate::error::Error;
use crate::limits::Limits;

/// What a server may say that it sends.
const CONTENT: &[&str] = &["text/", "html", "xml", "json", "pdf", "markdown"];

/// Fetches the bytes at `address`, and keeps them in a file if the user wants that.
///
/// # Errors
/// If the address is not one of the public web, does not answer in time with a page of a reasonable size, or the bytes cannot be kept.
pub fn fetch(address: &str, options: &Options) -> Result<Vec<u8>, Error> {
    let bytes = get(address, options.allow_private, &options.limits)?;
    if let Some(folder) = &options.save_sources {
        keep(folder, address, &bytes)?;
    }
    Ok(bytes)
}

fn get(address: &str, allow_private: bool, limits: &Limits) -> Result<Vec<u8>, Error> {
    let failed = |error: &FetchError| unreadable(address, in_words(error, limits));
    let agent = agent(allow_private, limits);
    let mut answer = agent.get(address).call().map_err(|error| failed(&error))?;
    let kind = answer
        .headers()
        .get("content-type")
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default()
        .to_lowercase();
    if !kind.is_empty() && !CONTENT.iter().any(|part| kind.contains(part)) {
        return Err(unreadable(
            address,
            format!("the server sends {kind}, which is no article"),
        ));
    }
    let body = answer
        .body_mut()
        .with_config()
        .limit((limits.page_mib as u64) << 20);
    body.read_to_vec().map_err(|error| failed(&error))
}

fn agent(allow_private: bool, limits: &Limits) -> Agent {
    let config = Config::builder()
        .timeout_global(Some(Duration::from_secs(limits.fetch_seconds as u64)))
        .max_redirects(limits.redirects as u32)
        // A page is one call: a connection kept for the next may be closed at the other end when a redirect uses it.
        .max_idle_connections(0)
        .max_idle_connections_per_host(0)
        // A proxy would look up names in our place, and so past the guard.
        .proxy(None)
        .user_agent(concat!("crosscheck/", env!("CARGO_PKG_VERSION")))
        .build();
    let resolver = Guard {
        inner: DefaultResolver::default(),
        allow_private,
    };
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

/// Looks names up and refuses addresses that are not of the public network. Redirects pass it as well.
#[derive(Debug)]
struct Guard {
    inner: DefaultResolver,
    allow_private: bool,
}

/// How the guard says no.
const PRIVATE: &str = "private address";

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, FetchError> {
        let found = self.inner.resolve(uri, config, timeout)?;
        match self.allow_private || found.iter().all(|address| is_public(address.ip())) {
            true => Ok(found),
            false => Err(FetchError::Other(PRIVATE.into())),
        }
    }
}

/// Whether an address is of the public network.
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(four) => {
            let [first, second, ..] = four.octets();
            let shared = first == 100 && (64..128).contains(&second);
            let reserved =
                first == 0 || first >= 240 || (first == 198 && (18..20).contains(&second));
            let special = four.is_private()
                || four.is_loopback()
                || four.is_link_local()
                || four.is_multicast()
                || four.is_documentation();
            !(shared || reserved || special)
        }
        IpAddr::V6(six) => match six.segments() {
            // Translated (NAT64) and tunnelled (6to4) addresses lead to the address of the older kind that they hold.
            [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
                let [[a, b], [c, d]] = [high.to_be_bytes(), low.to_be_bytes()];
                is_public(Ipv4Addr::new(a, b, c, d).into())
            }
            // Documentation and Teredo.
            [0x2001, 0x0db8 | 0, ..] => false,
            // All that is given to the public begins with the bits 001.
            [first, ..] => first >> 13 == 1,
        },
    }
}

/// Keeps the bytes under a name that follows from the address alone.
fn keep(folder: &Path, address: &str, bytes: &[u8]) -> Result<(), Error> {
    let path = folder.join(file_name(address));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&path, bytes))
        .map_err(|source| Error::Write { path, source })
}

/// A file name for an address: what it is about, and a hash that tells it from others.
fn file_name(address: &str) -> String {
    const HASH_DIGITS: usize = 16;
    let hash = &sha256(address.as_bytes())[..HASH_DIGITS];
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let last = path
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default();
    let (stem, ending) = last
        .rsplit_once('.')
        .filter(|(_, ending)| ending.len() <= 5)
        .unwrap_or((last, "html"));
    format!("{}_{hash}.{ending}", super::identity::from_name(stem))
}

fn in_words(error: &FetchError, limits: &Limits) -> String {
    match error {
        FetchError::StatusCode(404) => "there is no such page (404)".to_owned(),
        FetchError::StatusCode(code) => format!("the server answers with status {code}"),
        FetchError::Timeout(_) => format!(
            "no whole answer came within {} seconds (limits.fetch_seconds)",
            limits.fetch_seconds
        ),
        FetchError::TooManyRedirects => format!(
            "it leads from address to address, more than {} times (limits.redirects)",
            limits.redirects
        ),
        FetchError::BodyExceedsLimit(_) => {
            format!(
                "the page is larger than {} MiB (limits.page_mib)",
                limits.page_mib
            )
        }
        FetchError::Other(inner) if inner.to_string() == PRIVATE => {
            "it is an address within a private network; --allow-private permits it".to_owned()
        }
        FetchError::HostNotFound => {
            "no host of this name was found; check the address and the network".to_owned()
        }
        FetchError::Io(inner) if inner.kind() == ErrorKind::UnexpectedEof => {
            "the server broke off before all of the page had come".to_owned()
        }
        FetchError::Protocol(inner) => {
            format!("the server does not answer as web servers do: {inner}")
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::net::{TcpListener, TcpStream};
    use std::thread;

    use super::*;

    const SECONDS: u64 = 2;

    fn short() -> Limits {
        Limits {
            fetch_seconds: SECONDS as usize,
            page_mib: 1,
            redirects: 3,
            ..Limits::default()
        }
    }

    /// A server on this machine that answers every call by `answer`; its address.
    fn server(answer: impl Fn(&mut TcpStream) -> std::io::Result<()> + Send + 'static) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a call");
                // The whole request: a connection that is closed before all of it was read is reset, and the answer lost.
                let lines = BufReader::new(&mut stream).lines();
                let _ = lines.map_while(Result::ok).find(String::is_empty);
                let _ = answer(&mut stream);
            }
        });
        format!("http://{address}/a/story.html")
    }

    fn says(text: &'static str) -> String {
        server(move |stream| stream.write_all(text.as_bytes()))
    }

    fn error(address: &str, allow_private: bool) -> String {
        let fetched = get(address, allow_private, &short());
        fetched.expect_err("no page").to_string()
    }

    #[test]
    fn a_page_is_fetched_and_kept() {
        let address = says(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 8\r\n\r\n<p>Yes.\n",
        );
        let folder = tempfile::tempdir().expect("a folder");
        let options = Options {
            allow_private: true,
            save_sources: Some(folder.path().to_owned()),
            ..Options::default()
        };
        assert_eq!(fetch(&address, &options).expect("a page"), b"<p>Yes.\n");
        let kept = std::fs::read(folder.path().join(file_name(&address)));
        assert_eq!(kept.expect("a file"), b"<p>Yes.\n");
        assert!(file_name(&address).starts_with("story_"));
    }

    #[test]
    fn addresses_of_private_networks_are_refused() {
        let address = says("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        assert!(error(&address, false).contains("--allow-private"));
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "fc00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
            "64:ff9b::10.0.0.1",
            "2002:7f00:1::1",
            "2001:db8::1",
        ] {
            assert!(
                !is_public(private.parse().expect("an address")),
                "{private}"
            );
        }
        for public in ["93.184.216.34", "2606:4700::1111", "64:ff9b::93.184.216.34"] {
            assert!(is_public(public.parse().expect("an address")), "{public}");
        }
    }

    #[test]
    fn a_server_that_misbehaves_gets_a_clear_answer() {
        let cases = [
            (
                says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
                "no such page",
            ),
            (
                says("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 2\r\n\r\nhi"),
                "image/png",
            ),
            (
                says("HTTP/1.1 302 Found\r\nLocation: /a/story.html\r\nContent-Length: 0\r\n\r\n"),
                "from address to address",
            ),
            (
                says(
                    "HTTP/1.1 302 Found\r\nLocation: ftp://example.com/\r\nContent-Length: 0\r\n\r\n",
                ),
                "ftp",
            ),
            (
                says(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\nshort",
                ),
                "broke off",
            ),
            (says("nonsense"), "as web servers do"),
            (
                server(|_| {
                    thread::sleep(Duration::from_secs(SECONDS * 3));
                    Ok(())
                }),
                "within 2 seconds",
            ),
            (
                server(|stream| {
                    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")?;
                    loop {
                        stream.write_all(b"drip")?;
                        thread::sleep(Duration::from_millis(SECONDS * 100));
                    }
                }),
                "within 2 seconds",
            ),
            (
                server(|stream| {
                    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")?;
                    loop {
                        stream.write_all(&[b'a'; 4096])?;
                    }
                }),
                "larger than",
            ),
        ];
        for (address, expected) in cases {
            let said = error(&address, true);
            assert!(said.contains(expected), "{said} lacks {expected}");
        }
    }
}
