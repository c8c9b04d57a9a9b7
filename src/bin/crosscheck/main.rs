//! The command line.

use crosscheck::output::target::PathTarget;
use crosscheck::output::{self, Options};
use crosscheck::{Config, Reconciler, read, report};

fn main() {
    let args: Vec<String> = std::env::args().skip(2).collect();
    let (outputs, paths): (Vec<_>, Vec<_>) = args.into_iter().partition(|arg| arg.contains('='));
    let (sources, _) = read::open(&paths);
    let config = Config::default();
    let graph = Reconciler::new(config.clone()).reconcile(sources);
    let report = report::report(&graph, &config, true);
    for given in outputs {
        let (name, path) = given.split_once('=').expect("checked above");
        let format = output::by_name(name).expect("a known format");
        format
            .write(&report, &Options::default(), &mut PathTarget::new(path))
            .expect("written");
    }
}
