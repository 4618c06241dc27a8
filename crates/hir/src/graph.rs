//! Walks over graphs of names, without recursion: a package may be hostile.

use std::collections::BTreeMap;

/// For each name the longest way down that begins with it, counted in names
/// and up to `limit`. Where a way comes back to itself it ends.
pub fn depths<'a>(
    names: impl Iterator<Item = &'a str>,
    edges: &dyn Fn(&str) -> Vec<&'a str>,
    limit: u32,
) -> BTreeMap<String, u32> {
    let mut depths: BTreeMap<&str, u32> = BTreeMap::new();
    for root in names {
        let mut path: Vec<(&str, Vec<&str>, u32)> = Vec::new();
        let mut entering = Some(root);
        loop {
            if let Some(name) = entering.take()
                && !depths.contains_key(name)
            {
                let mut inside = edges(name);
                inside.reverse();
                path.push((name, inside, 1));
            }
            let Some((name, inside, depth)) = path.last_mut() else { break };
            let Some(next) = inside.pop() else {
                depths.insert(name, (*depth).min(limit));
                let below = *depth;
                path.pop();
                if let Some((_, _, depth)) = path.last_mut() {
                    *depth = (*depth).max(below.saturating_add(1));
                }
                continue;
            };
            match depths.get(next) {
                Some(&below) => *depth = (*depth).max(below.saturating_add(1)),
                None if path.iter().any(|(open, ..)| *open == next) => {}
                None => entering = Some(next),
            }
        }
    }
    depths.into_iter().map(|(name, depth)| (name.to_owned(), depth)).collect()
}

/// The cycles of a graph: each once, from its first name in order.
pub fn cycles(nodes: usize, edges: &dyn Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; nodes];
    let mut found = Vec::new();
    for root in 0..nodes {
        if marks[root] != Mark::New {
            continue;
        }
        marks[root] = Mark::Open;
        let mut path = vec![(root, edges(root).into_iter())];
        while let Some((node, rest)) = path.last_mut() {
            let node = *node;
            match rest.next() {
                None => {
                    marks[node] = Mark::Done;
                    path.pop();
                }
                Some(next) if marks[next] == Mark::New => {
                    marks[next] = Mark::Open;
                    path.push((next, edges(next).into_iter()));
                }
                Some(next) if marks[next] == Mark::Open => {
                    let start = path.iter().position(|(open, _)| *open == next).unwrap_or(0);
                    found.push(path[start..].iter().map(|(node, _)| *node).collect());
                }
                Some(_) => {}
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth_of(chain: &[(&'static str, &[&'static str])], name: &str) -> u32 {
        let edges = |name: &str| {
            let found = chain.iter().find(|(from, _)| *from == name);
            found.map_or_else(Vec::new, |(_, to)| to.to_vec())
        };
        depths(chain.iter().map(|(from, _)| *from), &edges, 9)[name]
    }

    #[test]
    fn a_depth_counts_the_names_on_the_longest_way_down() {
        let chain: &[(&str, &[&str])] = &[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])];
        assert_eq!((depth_of(chain, "a"), depth_of(chain, "b"), depth_of(chain, "c")), (3, 2, 1));
    }

    #[test]
    fn a_way_ends_where_it_comes_back_to_itself() {
        assert_eq!(depth_of(&[("a", &["b"]), ("b", &["a"])], "a"), 2);
        assert_eq!(depth_of(&[("a", &["a"])], "a"), 1);
    }

    #[test]
    fn a_cycle_is_found_once() {
        let edges = |node: usize| vec![(node + 1) % 3];
        assert_eq!(cycles(3, &edges), vec![vec![0, 1, 2]]);
    }
}
