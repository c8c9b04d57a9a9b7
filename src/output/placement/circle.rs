//! Everything around one circle of claims.

use std::f64::consts::TAU;

use super::Point;
use crate::report::network::{Network, NodeKind};

/// Pixels from one claim to the next along the circle: room for a small disc with a number.
const CLAIM_SPACING: f64 = 30.0;
/// Places left free between the claims of two sources.
const SOURCE_GAP: usize = 4;
/// Pixels between two nodes of another ring: room for a label of a few words.
const RING_SPACING: f64 = 76.0;
/// Pixels from one ring to the next.
const RING_STEP: f64 = 110.0;
/// The circle is never smaller: a few claims shall not stand on one spot.
const SMALLEST_RADIUS: f64 = 160.0;
/// The ring of the groups, as a share of the circle of the claims.
const GROUP_RADIUS: f64 = 0.6;
/// The rings around the claims, from within.
const OUTER_RINGS: [NodeKind; 5] = [
    NodeKind::Source,
    NodeKind::Lineage,
    NodeKind::Outlet,
    NodeKind::Speaker,
    NodeKind::Name,
];

/// All claims on one circle in the order of their sources' texts, so that links are chords; groups within, all else on rings
/// around it, each node near those that it is joined with.
pub fn circle(network: &Network) -> Vec<Point> {
    let mut circle = Circle::new(network);
    circle.place_claims();
    circle.place_ring(NodeKind::Group, circle.radius * GROUP_RADIUS);
    let mut radius = circle.radius;
    for kind in OUTER_RINGS {
        let around = circle.all(kind).len() as f64 * RING_SPACING / TAU;
        radius = around.max(radius + RING_STEP);
        circle.place_ring(kind, radius);
    }
    circle.points()
}

struct Circle<'n, 'r> {
    network: &'n Network<'r>,
    /// The nodes that each node shares an edge with.
    neighbours: Vec<Vec<usize>>,
    /// Angle (from the top, clockwise, as a share of the circle) and radius of those that are placed.
    placed: Vec<Option<(f64, f64)>>,
    radius: f64,
}

impl<'n, 'r> Circle<'n, 'r> {
    fn new(network: &'n Network<'r>) -> Self {
        let mut neighbours = vec![Vec::new(); network.nodes().len()];
        for edge in network.edges() {
            neighbours[edge.from].push(edge.to);
            neighbours[edge.to].push(edge.from);
        }
        Self {
            network,
            neighbours,
            placed: vec![None; network.nodes().len()],
            radius: SMALLEST_RADIUS,
        }
    }

    fn all(&self, kind: NodeKind) -> Vec<usize> {
        let nodes = self.network.nodes().iter().enumerate();
        nodes
            .filter(|(_, node)| node.kind() == kind)
            .map(|(position, _)| position)
            .collect()
    }

    fn place_claims(&mut self) {
        let claims = self.all(NodeKind::Claim);
        let mut slots = Vec::with_capacity(claims.len());
        let (mut slot, mut last) = (0, None);
        for claim in &claims {
            let source = self.network.nodes()[*claim].source;
            if source != last {
                slot += SOURCE_GAP;
            }
            last = source;
            slots.push(slot);
            slot += 1;
        }
        let round = slot.max(1) as f64;
        self.radius = (round * CLAIM_SPACING / TAU).max(SMALLEST_RADIUS);
        for (claim, slot) in claims.into_iter().zip(slots) {
            self.placed[claim] = Some((slot as f64 / round, self.radius));
        }
    }

    /// Places all nodes of a kind on one ring, each at the mean angle of its placed neighbours, as far as they do not touch.
    fn place_ring(&mut self, kind: NodeKind, radius: f64) {
        let ring = self.all(kind);
        let count = ring.len().max(1) as f64;
        let mut wanted: Vec<(f64, usize)> = ring
            .iter()
            .enumerate()
            .map(|(rank, node)| (self.mean_angle(*node).unwrap_or(rank as f64 / count), *node))
            .collect();
        wanted.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
        let apart = (RING_SPACING / (TAU * radius)).min(1.0 / count);
        let mut free = f64::NEG_INFINITY;
        for (angle, node) in wanted {
            let angle = angle.max(free);
            free = angle + apart;
            self.placed[node] = Some((angle, radius));
        }
    }

    /// The direction of the middle of the neighbours; none where there are none, or where they pull in opposite directions.
    fn mean_angle(&self, node: usize) -> Option<f64> {
        let placed = self.neighbours[node]
            .iter()
            .filter_map(|other| self.placed[*other]);
        let (x, y) = placed.fold((0.0, 0.0), |(x, y), (angle, _)| {
            let (sine, cosine) = (angle * TAU).sin_cos();
            (x + cosine, y + sine)
        });
        let undecided = x.hypot(y) < 1e-6;
        (!undecided).then(|| y.atan2(x).rem_euclid(TAU) / TAU)
    }

    fn points(&self) -> Vec<Point> {
        let point = |(angle, radius): (f64, f64)| {
            let (sine, cosine) = (angle * TAU).sin_cos();
            Point {
                x: tenth(sine * radius),
                y: tenth(-cosine * radius),
            }
        };
        let placed = self.placed.iter();
        placed
            .map(|placed| placed.map(point).unwrap_or_default())
            .collect()
    }
}

/// Tenths of a pixel: finer than any screen, coarse enough to be the same on every machine. Never minus zero.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}
