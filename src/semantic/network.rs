//! The encoder half of a transformer (Vaswani et al. 2017, in the form of Devlin et al. 2019): pieces of text to vectors.

use ndarray::{Array1, Array2, ArrayView2, Axis, Slice, Zip};
use serde::Deserialize;

use super::tensors::Tensors;

/// What `config.json` says of a model.
#[derive(Debug, Deserialize)]
pub struct Shape {
    hidden_size: usize,
    intermediate_size: usize,
    num_attention_heads: usize,
    num_hidden_layers: usize,
    max_position_embeddings: usize,
    type_vocab_size: usize,
    layer_norm_eps: f32,
}

/// A whole model.
#[derive(Debug)]
pub struct Network {
    /// For each piece, each place and the one kind of text that is used: where it starts.
    pieces: Array2<f32>,
    places: Array2<f32>,
    kind: Array1<f32>,
    start: Normal,
    layers: Vec<Layer>,
}

impl Network {
    /// A model of this shape for so many kinds of pieces.
    ///
    /// # Errors
    /// Names the first array that is missing or of another shape.
    pub fn new(shape: &Shape, vocabulary: usize, tensors: &Tensors) -> Result<Self, String> {
        let width = shape.hidden_size;
        if shape.num_attention_heads == 0 || !width.is_multiple_of(shape.num_attention_heads) {
            return Err(format!(
                "{width} dimensions cannot be shared by {} heads",
                shape.num_attention_heads
            ));
        }
        let embeddings = |name: &str, count: usize| {
            let name = format!("embeddings.{name}_embeddings.weight");
            tensors.matrix(&name, [count, width])
        };
        let layers = 0..shape.num_hidden_layers;
        Ok(Self {
            pieces: embeddings("word", vocabulary)?,
            places: embeddings("position", shape.max_position_embeddings)?,
            kind: embeddings("token_type", shape.type_vocab_size.max(1))?
                .row(0)
                .to_owned(),
            start: Normal::new("embeddings.LayerNorm", shape, tensors)?,
            layers: layers
                .map(|layer| Layer::new(&format!("encoder.layer.{layer}"), shape, tensors))
                .collect::<Result<_, _>>()?,
        })
    }

    /// So many pieces a text may have at the most.
    pub fn most_pieces(&self) -> usize {
        self.places.nrows()
    }

    /// One vector for each piece; a piece that the model does not have gets that of its first.
    pub fn run(&self, pieces: &[u32]) -> Array2<f32> {
        let rows: Vec<usize> = pieces
            .iter()
            .map(|piece| (*piece as usize).min(self.pieces.nrows() - 1))
            .collect();
        let start = self.pieces.select(Axis(0), &rows)
            + self.places.slice_axis(Axis(0), Slice::from(..pieces.len()))
            + &self.kind;
        let layers = self.layers.iter();
        layers.fold(self.start.apply(start), |vectors, layer| layer.run(vectors))
    }
}

/// One round: every piece looks at all others, then at itself.
#[derive(Debug)]
struct Layer {
    heads: usize,
    query: Linear,
    key: Linear,
    value: Linear,
    attended: Linear,
    after_attention: Normal,
    widened: Linear,
    narrowed: Linear,
    after_all: Normal,
}

impl Layer {
    fn new(name: &str, shape: &Shape, tensors: &Tensors) -> Result<Self, String> {
        let (width, wide) = (shape.hidden_size, shape.intermediate_size);
        let linear = |part: &str, size| Linear::new(&format!("{name}.{part}"), size, tensors);
        let normal = |part: &str| Normal::new(&format!("{name}.{part}"), shape, tensors);
        Ok(Self {
            heads: shape.num_attention_heads,
            query: linear("attention.self.query", [width, width])?,
            key: linear("attention.self.key", [width, width])?,
            value: linear("attention.self.value", [width, width])?,
            attended: linear("attention.output.dense", [width, width])?,
            after_attention: normal("attention.output.LayerNorm")?,
            widened: linear("intermediate.dense", [wide, width])?,
            narrowed: linear("output.dense", [width, wide])?,
            after_all: normal("output.LayerNorm")?,
        })
    }

    fn run(&self, vectors: Array2<f32>) -> Array2<f32> {
        let attended = self.attended.apply(self.attend(vectors.view()).view());
        let vectors = self.after_attention.apply(vectors + attended);
        let wide = self.widened.apply(vectors.view()).mapv_into(bend);
        let narrow = self.narrowed.apply(wide.view());
        self.after_all.apply(vectors + narrow)
    }

    /// For each piece the mean of what all pieces offer, by how well what it seeks meets what they are; in each head apart.
    fn attend(&self, vectors: ArrayView2<f32>) -> Array2<f32> {
        let (query, key) = (self.query.apply(vectors), self.key.apply(vectors));
        let value = self.value.apply(vectors);
        let share = vectors.ncols() / self.heads;
        let mut attended = Array2::zeros(vectors.raw_dim());
        for head in 0..self.heads {
            let own = Slice::from(head * share..(head + 1) * share);
            let of = |all: &Array2<f32>| all.slice_axis(Axis(1), own).to_owned();
            let mut met = of(&query).dot(&of(&key).t());
            met /= (share as f32).sqrt();
            met.rows_mut().into_iter().for_each(to_shares);
            let mut place = attended.slice_axis_mut(Axis(1), own);
            place.assign(&met.dot(&of(&value)));
        }
        attended
    }
}

/// `x · Wᵀ + b`.
#[derive(Debug)]
struct Linear {
    weights: Array2<f32>,
    bias: Array1<f32>,
}

impl Linear {
    /// From `size[1]` to `size[0]` dimensions.
    fn new(name: &str, size: [usize; 2], tensors: &Tensors) -> Result<Self, String> {
        Ok(Self {
            weights: tensors.matrix(&format!("{name}.weight"), size)?,
            bias: tensors.vector(&format!("{name}.bias"), size[0])?,
        })
    }

    fn apply(&self, vectors: ArrayView2<f32>) -> Array2<f32> {
        vectors.dot(&self.weights.t()) + &self.bias
    }
}

/// Brings every vector to mean 0 and deviation 1, then to what was learnt (Ba et al. 2016).
#[derive(Debug)]
struct Normal {
    scale: Array1<f32>,
    shift: Array1<f32>,
    least_variance: f32,
}

impl Normal {
    fn new(name: &str, shape: &Shape, tensors: &Tensors) -> Result<Self, String> {
        let vector = |part| tensors.vector(&format!("{name}.{part}"), shape.hidden_size);
        Ok(Self {
            scale: vector("weight")?,
            shift: vector("bias")?,
            least_variance: shape.layer_norm_eps,
        })
    }

    fn apply(&self, mut vectors: Array2<f32>) -> Array2<f32> {
        for mut row in vectors.rows_mut() {
            let count = row.len() as f32;
            let mean = row.sum() / count;
            row -= mean;
            let variance = row.iter().map(|one| one * one).sum::<f32>() / count;
            let deviation = (variance + self.least_variance).sqrt();
            Zip::from(&mut row)
                .and(&self.scale)
                .and(&self.shift)
                .for_each(|one, scale, shift| *one = *one / deviation * scale + shift);
        }
        vectors
    }
}

/// Shares that add up to 1, by the exponential of each number.
fn to_shares(mut numbers: ndarray::ArrayViewMut1<f32>) {
    let most = numbers.fold(f32::NEG_INFINITY, |most, one| most.max(*one));
    numbers.mapv_inplace(|one| libm::expf(one - most));
    let all = numbers.sum();
    numbers /= all;
}

/// The Gaussian error linear unit (Hendrycks & Gimpel 2016).
fn bend(one: f32) -> f32 {
    one * 0.5 * (1.0 + libm::erff(one / std::f32::consts::SQRT_2))
}
