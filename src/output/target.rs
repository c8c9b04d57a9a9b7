//! Where a format writes to.

use std::io::{self, Read, Seek, Write};
use std::path::Path;

use tempfile::SpooledTempFile;

use crate::error::Error;

/// One stream, or several files, for formats that need them.
pub trait Target {
    /// Writes the next part of a single-stream format.
    ///
    /// # Errors
    /// If it cannot be written.
    fn stream(&mut self, part: &[u8]) -> Result<(), Error>;

    /// Writes one of several files.
    ///
    /// # Errors
    /// If it cannot be written, or if the target is a stream.
    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error>;
}

/// A stream up to so many bytes is kept in memory.
const IN_MEMORY: usize = 16 << 20;

/// What a format wrote, kept until it is put in its place. A long stream is kept in a file without a name in the system's folder for
/// temporary files, which goes with the process.
pub struct Kept {
    stream: SpooledTempFile,
    files: Vec<(String, Vec<u8>)>,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            stream: tempfile::spooled_tempfile(IN_MEMORY),
            files: Vec::new(),
        }
    }
}

impl Kept {
    /// Whether it is one stream, not several files.
    pub fn is_stream(&self) -> bool {
        self.files.is_empty()
    }

    /// Puts the stream at `path`, or the files into the folder there. Files are replaced atomically: readers see the old or the new one,
    /// never a part.
    ///
    /// # Errors
    /// If something cannot be written.
    pub fn place(&mut self, path: &Path) -> Result<(), Error> {
        if self.is_stream() {
            return replace(path, &mut self.rewound()?);
        }
        std::fs::create_dir_all(path).map_err(unwritten(path))?;
        let mut files = self.files.iter();
        files.try_for_each(|(name, bytes)| replace(&path.join(name), &mut bytes.as_slice()))
    }

    /// Copies the stream to a writer, such as standard output.
    ///
    /// # Errors
    /// If it cannot be written, or if there are several files.
    pub fn copy(&mut self, writer: &mut impl Write) -> Result<(), Error> {
        if let Some((name, bytes)) = self.files.first() {
            return StreamTarget(writer).file(name, bytes);
        }
        let copied = io::copy(&mut self.rewound()?, writer).and_then(|_| writer.flush());
        copied.map_err(unwritten(Path::new(STREAM)))
    }

    /// The stream, to be read from its beginning.
    fn rewound(&mut self) -> Result<impl Read, Error> {
        let begun = self.stream.rewind();
        begun.map_err(unwritten(&std::env::temp_dir()))?;
        Ok(&mut self.stream)
    }
}

impl Target for Kept {
    fn stream(&mut self, part: &[u8]) -> Result<(), Error> {
        let written = self.stream.write_all(part);
        written.map_err(unwritten(&std::env::temp_dir()))
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.files.push((name.to_owned(), bytes.to_owned()));
        Ok(())
    }
}

/// What errors call a stream.
const STREAM: &str = "-";

/// Any writer, such as standard output.
pub struct StreamTarget<W>(pub W);

impl<W: Write> Target for StreamTarget<W> {
    fn stream(&mut self, part: &[u8]) -> Result<(), Error> {
        let written = self.0.write_all(part).and_then(|()| self.0.flush());
        written.map_err(unwritten(Path::new(STREAM)))
    }

    fn file(&mut self, name: &str, _bytes: &[u8]) -> Result<(), Error> {
        let reason = "this format writes several files: name a folder, not standard output";
        let refused = io::Error::new(io::ErrorKind::InvalidInput, reason);
        Err(unwritten(Path::new(name))(refused))
    }
}

fn unwritten(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    |source| Error::Write { path, source }
}

/// Puts `content` in the place of the file at `path`, all at once. A symbolic link keeps pointing where it points; a device or
/// a pipe is written to and stays.
///
/// # Errors
/// If it cannot be written.
pub fn replace(path: &Path, content: &mut impl Read) -> Result<(), Error> {
    let mut write = || {
        let found = std::fs::canonicalize(path);
        let place = found.as_deref().unwrap_or(path);
        if std::fs::metadata(place).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
            let mut there = std::fs::OpenOptions::new().write(true).open(place)?;
            return io::copy(content, &mut there).map(drop);
        }
        let folder = place
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let mut file = builder().tempfile_in(folder.unwrap_or(Path::new(".")))?;
        io::copy(content, &mut file)?;
        file.as_file().sync_all()?;
        file.persist(place).map_err(|failed| failed.error)?;
        Ok(())
    };
    write().map_err(unwritten(path))
}

/// Makes temporary files that end up with the rights of any new file, not with those of a secret.
fn builder() -> tempfile::Builder<'static, 'static> {
    #[allow(unused_mut, reason = "only where files have such rights")]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

#[cfg(test)]
mod tests {
    use super::{IN_MEMORY, Kept, Target};

    #[test]
    fn a_stream_is_what_its_parts_are_in_their_order_however_long() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("stream");
        let parts = [vec![b'a'; IN_MEMORY], vec![b'b'; 3], vec![b'c'; 5]];
        let mut kept = Kept::default();
        for part in &parts {
            kept.stream(part).expect("kept");
        }
        let mut copied = Vec::new();
        kept.copy(&mut copied).expect("copied");
        kept.place(&path).expect("in its place");
        assert!(copied == parts.concat());
        assert!(std::fs::read(&path).expect("a file") == copied);
    }

    #[test]
    fn several_files_go_into_a_folder_and_not_into_a_stream() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut kept = Kept::default();
        kept.file("one.csv", b"1").expect("kept");
        kept.file("two.csv", b"2").expect("kept");
        kept.place(&folder.path().join("tables"))
            .expect("in their place");
        let two = std::fs::read(folder.path().join("tables/two.csv"));
        assert_eq!(two.expect("a file"), b"2");
        let refused = kept.copy(&mut Vec::new()).expect_err("refused");
        assert!(refused.to_string().contains("name a folder"), "{refused}");
    }
}
