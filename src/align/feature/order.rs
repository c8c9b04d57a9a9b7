//! Whether what corresponds comes in one order.

use super::Feature;
use crate::align::comparison::Comparison;

/// Of all twos of corresponding content words, the share that stands in one order on both sides, 0 to 1 (Kendall's tau): who did what
/// to whom is told by order.
pub struct Order;

impl Feature for Order {
    fn name(&self) -> &'static str {
        "order"
    }

    fn summary(&self) -> &'static str {
        "Of all twos of corresponding content words, the share that stands in one order on both sides, 0 to 1 (Kendall's tau): who did \
         what to whom is told by order."
    }

    fn speaks_for(&self) -> Option<bool> {
        None
    }

    fn measure(&self, seen: &Comparison) -> Option<f32> {
        let (mut all, mut kept) = (0_u32, 0_u32);
        for (at, (_, before)) in seen.content.iter().enumerate() {
            for (_, after) in &seen.content[at + 1..] {
                all += 1;
                kept += u32::from(after > before);
            }
        }
        (all > 0).then(|| kept as f32 / all as f32)
    }
}
