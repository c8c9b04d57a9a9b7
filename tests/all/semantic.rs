//! Comparing meanings with a sentence encoder, on a small model whose vectors another program computed (fixtures/model).

use assert_cmd::Command;
use predicates::str::contains;

fn crosscheck() -> Command {
    let mut command = Command::cargo_bin("crosscheck").expect("built");
    command.env_remove("CROSSCHECK_MODEL");
    command
}

const MODEL: &str = "fixtures/model";

#[cfg(not(feature = "semantic"))]
#[test]
fn a_build_without_encoders_says_how_to_get_one() {
    let mut command = crosscheck();
    command
        .args(["compare", "seeds", "--model", MODEL])
        .assert()
        .code(2)
        .stderr(contains("--features semantic"));
}

#[cfg(feature = "semantic")]
mod with_encoder {
    use std::fs;
    use std::path::Path;

    use crosscheck::semantic::SentenceEncoder;
    use crosscheck::text::meaning::{Direction, Encoder};
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Expected {
        text: String,
        words: Vec<(usize, usize)>,
        sentence: Vec<f32>,
        meanings: Vec<Vec<f32>>,
    }

    /// Small enough to tell any step left out or done twice.
    const ALIKE: f32 = 0.999;

    fn assert_alike(found: &Direction, expected: &[f32], what: &str) {
        let cosine = found.cosine(&Direction::of(expected));
        match expected.is_empty() {
            true => assert!(found.steps().is_empty(), "{what}"),
            false => assert!(cosine > ALIKE, "{what}: {cosine}"),
        }
    }

    #[test]
    fn texts_and_words_point_where_another_program_says() {
        let encoder = SentenceEncoder::open(Path::new(MODEL)).expect("well-formed");
        let expected = fs::read_to_string("fixtures/model/expected.json").expect("there");
        let expected: Vec<Expected> = serde_json::from_str(&expected).expect("well-formed");
        for one in &expected {
            let words: Vec<_> = one.words.iter().map(|(start, end)| *start..*end).collect();
            let meaning = encoder.encode(&one.text, &words);
            assert_alike(&meaning.sentence, &one.sentence, &one.text);
            for (word, (found, expected)) in
                words.iter().zip(meaning.words.iter().zip(&one.meanings))
            {
                assert_alike(found, expected, &one.text[word.clone()]);
            }
        }
        assert_eq!(expected.len(), 4);
    }

    /// A copy of the model in which one file holds `bytes`.
    fn with(name: &str, bytes: &[u8]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for entry in fs::read_dir(MODEL).expect("there") {
            let path = entry.expect("readable").path();
            fs::copy(&path, folder.path().join(path.file_name().expect("a name"))).expect("copied");
        }
        fs::write(folder.path().join(name), bytes).expect("written");
        folder
    }

    #[test]
    fn a_folder_that_is_no_model_is_refused_with_the_reason() {
        let empty = tempfile::tempdir().expect("a folder");
        let refused = |folder: &Path| {
            SentenceEncoder::open(folder)
                .expect_err("refused")
                .to_string()
        };
        assert!(refused(empty.path()).contains("config.json"));
        let cases: [(&str, &[u8], &str); 5] = [
            ("config.json", b"{}", "hidden_size"),
            ("vocab.txt", b"a\nb\n", "[CLS]"),
            (
                "vocab.txt",
                b"[CLS]\n[SEP]\n[UNK]\n",
                "embeddings.word_embeddings.weight",
            ),
            ("model.safetensors", b"", "model.safetensors"),
            ("model.safetensors", &[0xff; 64], "model.safetensors"),
        ];
        for (name, bytes, reason) in cases {
            let message = refused(with(name, bytes).path());
            assert!(message.contains(reason), "{message}");
        }
    }

    #[test]
    fn a_config_of_another_shape_is_refused() {
        let config = fs::read_to_string("fixtures/model/config.json").expect("there");
        for (from, to) in [
            ("\"num_attention_heads\": 2", "\"num_attention_heads\": 3"),
            ("heads\": 2", "heads\": 0"),
            ("intermediate_size\": 16", "intermediate_size\": 17"),
        ] {
            let changed = config.replace(from, to);
            assert_ne!(changed, config);
            let folder = with("config.json", changed.as_bytes());
            assert!(SentenceEncoder::open(folder.path()).is_err(), "{to}");
        }
    }

    #[test]
    fn weights_learnt_with_an_encoder_compare_with_it_and_with_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let weights = folder.path().join("weights.json");
        let cache = folder.path().join("cache");
        let model = ["--model", MODEL];
        let mut fit = crosscheck();
        fit.args(["fit", "--gold", "fixtures/gold=seeds", "-o"])
            .arg(&weights);
        fit.args(model)
            .arg("--model-cache")
            .arg(&cache)
            .assert()
            .success();
        let explain = |cached: bool| {
            let mut command = crosscheck();
            command
                .args(["explain", "000.3", "001.2", "seeds"])
                .args(model)
                .arg("--weights")
                .arg(&weights);
            if cached {
                command.arg("--model-cache").arg(&cache);
            }
            command
                .assert()
                .success()
                .stdout(contains("meaning"))
                .get_output()
                .stdout
                .clone()
        };
        assert_eq!(explain(true), explain(false));
        crosscheck()
            .args(["compare", "seeds"])
            .args(model)
            .assert()
            .code(2)
            .stderr(contains("fit --model"));
        let mut without = crosscheck();
        without
            .args(["compare", "seeds", "--weights"])
            .arg(&weights)
            .assert()
            .code(2)
            .stderr(contains("--model"));
    }
}
