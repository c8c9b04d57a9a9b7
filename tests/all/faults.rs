//! What happens when the system does not play along: an existing report is either the old one or the new one, and no error is
//! without a message.
#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How often a run is ended at some moment; `CROSSCHECK_KILLS` asks for more.
const KILLS: u32 = 12;
const OLD: &str = "the old report";

fn program() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("crosscheck"));
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A run that writes two results over old ones.
fn run_over_old(folder: &Path) -> Child {
    for name in ["report.json", "report.md"] {
        fs::write(folder.join(name), OLD).expect("written");
    }
    let mut command = program();
    command.args(["compare", "seeds", "-q"]);
    for name in ["report.json", "report.md"] {
        command.arg("-o").arg(folder.join(name));
    }
    command.spawn().expect("started")
}

fn read(folder: &Path) -> [String; 2] {
    ["report.json", "report.md"]
        .map(|name| fs::read_to_string(folder.join(name)).expect("a report is always there"))
}

/// Ends runs with `end` at moments spread over their whole length; afterwards every report is an old or a new one.
fn end_at_any_moment(end: impl Fn(&mut Child), check: impl Fn(&Path)) {
    let folder = tempfile::tempdir().expect("a folder");
    let begun = Instant::now();
    assert!(run_over_old(folder.path()).wait().expect("ended").success());
    let whole = begun.elapsed() * 11 / 10;
    let new = read(folder.path());
    let kills = std::env::var("CROSSCHECK_KILLS").ok();
    let kills = kills.and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    for moment in 0..kills {
        let folder = tempfile::tempdir().expect("a folder");
        let mut child = run_over_old(folder.path());
        std::thread::sleep(whole * moment / kills);
        end(&mut child);
        child.wait().expect("ended");
        for (found, new) in read(folder.path()).iter().zip(&new) {
            assert!(
                found == OLD || found == new,
                "a report that is neither old nor new"
            );
        }
        check(folder.path());
    }
}

#[test]
fn a_killed_run_leaves_whole_reports() {
    end_at_any_moment(|child| child.kill().expect("killed"), |_| {});
}

#[test]
fn an_interrupted_run_leaves_whole_reports_and_nothing_else() {
    let interrupt = |child: &mut Child| {
        let process = child.id().to_string();
        // The run may be over already.
        let _ = Command::new("kill")
            .args(["-INT", &process])
            .stderr(Stdio::null())
            .status();
    };
    let nothing_else = |folder: &Path| {
        assert_eq!(fs::read_dir(folder).expect("a folder").count(), 2);
    };
    end_at_any_moment(interrupt, nothing_else);
}

#[test]
fn an_interrupted_run_says_so_by_its_exit_code() {
    let mut child = program()
        .args(["compare", "-", "seeds"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("started");
    // Without an end of standard input the run waits, and can only be interrupted.
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(b"Rain fell.").expect("written");
    std::thread::sleep(Duration::from_millis(500));
    let process = child.id().to_string();
    Command::new("kill")
        .args(["-INT", &process])
        .status()
        .expect("sent");
    let status = child.wait().expect("ended");
    drop(input);
    assert_eq!(status.code(), Some(130));
}

#[test]
fn a_full_disk_is_told() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("opened");
    let to_stdout = program()
        .args(["compare", "seeds"])
        .stdout(full)
        .output()
        .expect("run");
    let to_file = program()
        .args(["compare", "seeds", "-o", "json=/dev/full"])
        .output()
        .expect("run");
    for output in [to_stdout, to_file] {
        assert_eq!(output.status.code(), Some(4));
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(message.contains("cannot write"), "{message}");
    }
    assert!(!fs::metadata("/dev/full").expect("still there").is_file());
}

#[test]
fn a_disk_that_fills_while_a_report_is_written_keeps_the_old_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = folder.path().join("report.json");
    fs::write(&report, OLD).expect("written");
    // Files may grow to a few kilobytes only; the signal that would end the run then is not to.
    let limited = "trap '' XFSZ; ulimit -f 8; exec \"$0\" compare seeds -q -o \"$1\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", limited]);
    shell
        .arg(assert_cmd::cargo::cargo_bin("crosscheck"))
        .arg(&report);
    let output = shell.output().expect("run");
    assert_eq!(output.status.code(), Some(4));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("cannot write"), "{message}");
    assert_eq!(fs::read_to_string(&report).expect("still there"), OLD);
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
}

#[test]
fn a_folder_that_takes_no_files_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let shut = fs::Permissions::from_mode(0o555);
    fs::set_permissions(folder.path(), shut).expect("shut");
    // Who may write everywhere may not write here.
    let nobody_writes = match fs::write(folder.path().join("try"), "") {
        Ok(()) => Path::new("/proc"),
        Err(_) => folder.path(),
    };
    if nobody_writes.is_dir() {
        let path = nobody_writes.join("report.json");
        let mut command = program();
        command.args(["compare", "seeds", "-q", "-o"]).arg(&path);
        let output = command.output().expect("run");
        assert_eq!(output.status.code(), Some(4));
        assert!(!path.exists());
    }
}

#[test]
fn a_file_that_is_gone_or_cannot_be_read_is_told_and_the_rest_is_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    let gone = folder.path().join("gone.txt");
    symlink("nowhere.txt", &gone).expect("linked");
    let endless = folder.path().join("self.txt");
    symlink("self.txt", &endless).expect("linked");
    let mut command = program();
    command.args(["compare", "seeds"]).args([&gone, &endless]);
    // Everybody may open it, and nobody can read it from the start.
    let unreadable = Path::new("/proc/self/mem");
    let present = unreadable.exists();
    command.args(present.then_some(unreadable));
    let output = command.output().expect("run");
    assert_eq!(output.status.code(), Some(0));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    for name in ["gone.txt", "self.txt"] {
        assert!(message.contains(name), "{message}");
    }
    assert!(!present || message.contains("/proc/self/mem"), "{message}");
}

#[test]
fn a_folder_in_the_way_stays_and_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("report.json")).expect("a folder");
    let output = compare_to(&folder, "report.json");
    assert_eq!(output, (Some(4), 1));
}

#[test]
fn a_symbolic_link_keeps_pointing_where_it_points() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("real.json"), OLD).expect("written");
    symlink("real.json", folder.path().join("report.json")).expect("linked");
    let output = compare_to(&folder, "report.json");
    assert_eq!(output, (Some(0), 2));
    assert_ne!(
        fs::read_to_string(folder.path().join("real.json")).expect("there"),
        OLD
    );
    let link = fs::symlink_metadata(folder.path().join("report.json")).expect("there");
    assert!(link.is_symlink());
}

#[test]
fn a_report_can_be_read_by_whoever_may_read_new_files() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("usual"), "").expect("written");
    compare_to(&folder, "report.json");
    let mode = |name: &str| {
        let about = fs::metadata(folder.path().join(name)).expect("there");
        about.permissions().mode()
    };
    assert_eq!(mode("report.json"), mode("usual"));
}

/// Compares the seeds into a file of `folder`: the exit code, and how many entries the folder then has.
fn compare_to(folder: &TempDir, name: &str) -> (Option<i32>, usize) {
    let mut command = program();
    let path = folder.path().join(name);
    let output = command
        .args(["compare", "seeds", "-q", "-o"])
        .arg(path)
        .output()
        .expect("run");
    let entries = fs::read_dir(folder.path()).expect("a folder").count();
    (output.status.code(), entries)
}

#[test]
fn folders_that_hold_themselves_and_files_that_are_none_are_survived() {
    let folder = tempfile::tempdir().expect("a folder");
    let inside = |name: &str| folder.path().join(name);
    fs::write(inside("a.txt"), "Rain fell on Monday.").expect("written");
    fs::write(inside("b.txt"), "On Monday rain fell.").expect("written");
    symlink(".", inside("loop")).expect("linked");
    symlink("nowhere.txt", inside("gone.txt")).expect("linked");
    symlink("self.txt", inside("self.txt")).expect("linked");
    fs::create_dir(inside("folder.txt")).expect("a folder");
    let output = program()
        .current_dir(&folder)
        .args(["compare", "."])
        .output()
        .expect("run");
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{message}");
    assert!(!message.contains("error"), "{message}");
}

#[test]
fn nothing_around_a_run_changes_its_result() {
    let seeds = fs::canonicalize("seeds").expect("shipped");
    let folder = tempfile::tempdir().expect("a folder");
    symlink(&seeds, folder.path().join("seeds")).expect("linked");
    let run = |locale: &str, zone: &str, folder: &Path| {
        let mut command = program();
        command
            .args(["compare", "seeds", "-o", "json=-"])
            .current_dir(folder);
        command.envs([("LC_ALL", locale), ("LANG", locale), ("TZ", zone)]);
        command.output().expect("run").stdout
    };
    let usual = run("C", "UTC", Path::new("."));
    assert!(!usual.is_empty());
    assert_eq!(
        run("tr_TR.UTF-8", "Pacific/Kiritimati", Path::new(".")),
        usual
    );
    assert_eq!(run("C.UTF-8", "America/Anchorage", folder.path()), usual);
}
