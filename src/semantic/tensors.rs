//! Named arrays of numbers in one file.

use ndarray::{Array1, Array2};
use safetensors::{Dtype, SafeTensors};

/// The arrays of a model.
pub struct Tensors<'a>(SafeTensors<'a>);

impl<'a> Tensors<'a> {
    /// Reads the list of what `bytes` hold.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn new(bytes: &'a [u8]) -> Result<Self, String> {
        let tensors = SafeTensors::deserialize(bytes).map_err(|error| error.to_string())?;
        Ok(Self(tensors))
    }

    /// The array called `name`, which must have so many rows and columns.
    ///
    /// # Errors
    /// If there is none, or of another shape or of other numbers than four-byte floats.
    pub fn matrix(&self, name: &str, shape: [usize; 2]) -> Result<Array2<f32>, String> {
        let numbers = self.numbers(name, &shape)?;
        Array2::from_shape_vec(shape, numbers).map_err(|error| format!("{name}: {error}"))
    }

    /// The list of numbers called `name`, which must have this length.
    ///
    /// # Errors
    /// As [`Tensors::matrix`].
    pub fn vector(&self, name: &str, length: usize) -> Result<Array1<f32>, String> {
        self.numbers(name, &[length]).map(Array1::from_vec)
    }

    fn numbers(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, String> {
        let found = self.0.tensor(name).map_err(|error| error.to_string())?;
        if found.dtype() != Dtype::F32 || found.shape() != shape {
            return Err(format!(
                "{name} is {:?} of {:?}, but must be four-byte floats of {shape:?}",
                found.shape(),
                found.dtype()
            ));
        }
        let (numbers, _) = found.data().as_chunks::<4>();
        Ok(numbers.iter().copied().map(f32::from_le_bytes).collect())
    }
}
