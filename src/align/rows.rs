//! Lists of any lengths, one after the other in one array: one piece of memory instead of one for each list.

/// Lists, numbered from 0.
#[derive(Clone, Debug)]
pub struct Rows<T> {
    items: Vec<T>,
    /// Where each list ends.
    ends: Vec<usize>,
}

impl<T> Rows<T> {
    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// All of them, in order.
    pub fn rows(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|number| self.row(number))
    }

    /// Adds a list at the end.
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.ends.push(self.items.len());
    }

    /// So many lists: for each number what stands beside it in `sorted`, which is in the order of the numbers.
    pub fn grouped(sorted: impl IntoIterator<Item = (u32, T)>, count: usize) -> Self {
        let mut rows = Self::default();
        for (number, item) in sorted {
            rows.ends.resize(number as usize, rows.items.len());
            rows.items.push(item);
        }
        rows.ends.resize(count, rows.items.len());
        rows
    }

    /// The list of a number; empty if there is none.
    pub fn row(&self, number: usize) -> &[T] {
        let Some(end) = self.ends.get(number) else {
            return &[];
        };
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start..*end]
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            ends: Vec::new(),
        }
    }
}

impl<T, I: IntoIterator<Item = T>> FromIterator<I> for Rows<T> {
    fn from_iter<L: IntoIterator<Item = I>>(lists: L) -> Self {
        let mut rows = Self::default();
        for list in lists {
            rows.push(list);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn lists_come_back_as_they_were_put_in() {
        let lists = [vec![1_u8, 2], vec![], vec![3]];
        let rows: Rows<u8> = lists.clone().into_iter().collect();
        assert_eq!([0, 1, 2].map(|number| rows.row(number).to_vec()), lists);
        assert_eq!(rows.len(), lists.len());
        assert!(rows.row(lists.len()).is_empty());
    }

    #[test]
    fn what_stands_beside_a_number_is_its_list() {
        let rows = Rows::grouped([(1, 'a'), (1, 'b'), (3, 'c')], 5);
        assert_eq!(
            rows.rows().collect::<Vec<_>>(),
            [&[][..], &['a', 'b'], &[], &['c'], &[]]
        );
    }
}
