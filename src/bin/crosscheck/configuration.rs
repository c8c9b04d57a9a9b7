//! The numbers that decide, from all places where a user may set them. Of two places that set one number the nearer wins: an
//! option, a variable of the environment, the file of the project, the file of the user, what crosscheck ships.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crosscheck::align::model::Weights;
use crosscheck::read::PROJECT_FILE;
use crosscheck::{Config, Error};
use toml::{Table, Value};

use crate::args::GlobalArguments;
use crate::exit::Failure;

/// The file of a user, below the folder where programs keep what their users set.
const USER_FILE: &str = "crosscheck/config.toml";
/// Tables whose numbers belong together: the nearest place that has the table sets all of it.
const WHOLE: [&str; 1] = ["weights"];

/// The numbers of a run, and who set them.
pub struct Configuration {
    /// The numbers.
    pub config: Config,
    /// For each number that a user set, by its name, where: `limits.claims`, `crosscheck.toml`.
    pub origins: BTreeMap<String, String>,
}

/// What one place sets.
struct Layer {
    origin: String,
    values: Table,
}

impl Configuration {
    /// Reads all places. A file that is named by `--config` takes the place of the files of the project and the user.
    ///
    /// # Errors
    /// If a file that is named is not there, or any cannot be followed.
    pub fn read(global: &GlobalArguments) -> Result<Self, Failure> {
        let (mut values, mut origins) = (Table::new(), BTreeMap::new());
        for layer in layers(global)? {
            lay_over(&mut values, layer.values, "", &layer.origin, &mut origins);
        }
        let mut config = values.try_into().map_err(|failed: toml::de::Error| {
            Failure::Usage(format!("configuration: {}", failed.message()))
        })?;
        if let Some(file) = &global.weights {
            let path = file.display().to_string();
            config = Config::with_weights(config, &path, &content(file)?)?;
            origins.insert("weights".into(), path);
        }
        if global.threshold.is_some() {
            config.threshold = global.threshold;
            let origin = global.given_by.get("threshold").copied();
            let origin = origin.unwrap_or("--threshold");
            origins.insert("threshold".into(), origin.into());
        }
        config.validate("command line")?;
        Ok(Self { config, origins })
    }

    /// The same, with the weights for comparing meanings if the user set no others.
    pub fn with_encoder(mut self) -> Self {
        if matches!(self.config.weights, Cow::Borrowed(_)) {
            self.config.weights = Cow::Borrowed(weights_with_meaning());
        }
        self
    }
}

#[cfg(feature = "semantic")]
fn weights_with_meaning() -> &'static Weights {
    Weights::shipped_with_meaning()
}

/// No encoder can be opened without the feature.
#[cfg(not(feature = "semantic"))]
fn weights_with_meaning() -> &'static Weights {
    Weights::shipped()
}

/// What files set, the farthest first.
fn layers(global: &GlobalArguments) -> Result<Vec<Layer>, Failure> {
    if let Some(file) = &global.config {
        return Ok(vec![layer(file, &content(file)?)?]);
    }
    // The file of a project counts where crosscheck is started in its folder.
    let files = user_file().into_iter().chain([PROJECT_FILE.into()]);
    let mut layers = Vec::new();
    for file in files {
        match std::fs::read_to_string(&file) {
            Ok(text) => layers.push(layer(&file, &text)?),
            Err(failed) if failed.kind() == ErrorKind::NotFound => {}
            Err(failed) => return Err(unreadable(&file, &failed).into()),
        }
    }
    Ok(layers)
}

fn layer(file: &Path, text: &str) -> Result<Layer, Failure> {
    let origin = file.display().to_string();
    // By itself first: so an error names its file and line.
    Config::from_toml(&origin, text)?;
    let values = text.parse().map_err(|failed: toml::de::Error| {
        Failure::Usage(format!("configuration {origin}: {}", failed.message()))
    })?;
    Ok(Layer { origin, values })
}

/// Where the user's file would be, by the customs of the system.
fn user_file() -> Option<PathBuf> {
    let folder = |name| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|folder| folder.is_absolute())
    };
    let home = || Some(folder("HOME")?.join(".config"));
    let settings = folder("XDG_CONFIG_HOME")
        .or_else(|| folder("APPDATA"))
        .or_else(home)?;
    Some(settings.join(USER_FILE))
}

/// Lets the values of `above` take the place of those `below`; `prefix` is what stands before their names.
fn lay_over(
    below: &mut Table,
    above: Table,
    prefix: &str,
    origin: &str,
    origins: &mut BTreeMap<String, String>,
) {
    for (name, value) in above {
        let called = format!("{prefix}{name}");
        match value {
            Value::Table(inner) if !WHOLE.contains(&name.as_str()) => {
                let place = below.entry(name).or_insert_with(|| Table::new().into());
                if let Value::Table(place) = place {
                    lay_over(place, inner, &format!("{called}."), origin, origins);
                }
            }
            value => {
                below.insert(name, value);
                origins.insert(called, origin.to_owned());
            }
        }
    }
}

/// What a file that the user named says.
fn content(file: &Path) -> Result<String, Error> {
    std::fs::read_to_string(file).map_err(|failed| unreadable(file, &failed))
}

fn unreadable(file: &Path, failed: &std::io::Error) -> Error {
    Error::Config {
        path: file.display().to_string(),
        reason: failed.to_string(),
    }
}
