//! Where a format writes to.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// One stream, or a folder for formats that need several files.
pub trait Target {
    /// Writes the whole of a single-stream format.
    ///
    /// # Errors
    /// If it cannot be written.
    fn stream(&mut self, bytes: &[u8]) -> Result<(), Error>;

    /// Writes one of several files.
    ///
    /// # Errors
    /// If it cannot be written, or if the target is a stream.
    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error>;
}

/// A file, or a folder of files, at a path. Files are replaced atomically: readers see the old or the new one, never a part.
pub struct PathTarget(PathBuf);

impl PathTarget {
    /// Writes to `path`.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

impl Target for PathTarget {
    fn stream(&mut self, bytes: &[u8]) -> Result<(), Error> {
        replace(&self.0, bytes)
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let failed = |source| Error::Write {
            path: self.0.clone(),
            source,
        };
        std::fs::create_dir_all(&self.0).map_err(failed)?;
        replace(&self.0.join(name), bytes)
    }
}

/// Any writer, such as standard output.
pub struct StreamTarget<W>(pub W);

impl<W: Write> Target for StreamTarget<W> {
    fn stream(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let written = self.0.write_all(bytes).and_then(|()| self.0.flush());
        written.map_err(|source| Error::Write {
            path: "-".into(),
            source,
        })
    }

    fn file(&mut self, name: &str, _bytes: &[u8]) -> Result<(), Error> {
        let reason = "this format writes several files: name a folder, not standard output";
        let source = io::Error::new(io::ErrorKind::InvalidInput, reason);
        Err(Error::Write {
            path: name.into(),
            source,
        })
    }
}

/// Puts `bytes` in the place of the file at `path`, all at once. A symbolic link keeps pointing where it points; a device or
/// a pipe is written to and stays.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let write = || {
        let found = std::fs::canonicalize(path);
        let place = found.as_deref().unwrap_or(path);
        if std::fs::metadata(place).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
            return std::fs::write(place, bytes);
        }
        let folder = place
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let mut file = builder().tempfile_in(folder.unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(place).map_err(|failed| failed.error)?;
        Ok(())
    };
    write().map_err(|source| Error::Write {
        path: path.to_owned(),
        source,
    })
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
