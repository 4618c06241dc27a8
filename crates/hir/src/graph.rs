//! Walks over graphs of numbered nodes, without recursion and in linear
//! time: a package may be hostile.

use std::collections::VecDeque;

/// A graph: for each node those it leads to.
pub type Edges = [Vec<usize>];

/// The nodes that lead to each other, together. A component comes after all
/// those it leads to; its nodes are in order (Tarjan 1972).
pub fn components(edges: &Edges) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let mut found = Vec::new();
    let mut numbers = vec![NEW; edges.len()];
    let mut lowest = vec![0; edges.len()];
    let mut open = vec![false; edges.len()];
    let mut stack = Vec::new();
    let mut next_number = 0;
    for root in 0..edges.len() {
        if numbers[root] != NEW {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some(&mut (node, ref mut edge)) = path.last_mut() {
            if *edge == 0 {
                numbers[node] = next_number;
                lowest[node] = next_number;
                next_number += 1;
                open[node] = true;
                stack.push(node);
            }
            if let Some(&next) = edges[node].get(*edge) {
                *edge += 1;
                if numbers[next] == NEW {
                    path.push((next, 0));
                } else if open[next] {
                    lowest[node] = lowest[node].min(numbers[next]);
                }
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                lowest[*above] = lowest[*above].min(lowest[node]);
            }
            if lowest[node] == numbers[node] {
                let start = stack.iter().rposition(|member| *member == node).unwrap_or(0);
                let mut component = stack.split_off(start);
                component.iter().for_each(|member| open[*member] = false);
                component.sort_unstable();
                found.push(component);
            }
        }
    }
    found
}

/// For each node how many nodes the longest way down from it can pass; all
/// of a component count, so that no way is longer.
pub fn depths(edges: &Edges, components: &[Vec<usize>]) -> Vec<usize> {
    let mut depths = vec![0; edges.len()];
    for component in components {
        let below = component.iter().flat_map(|node| &edges[*node]).map(|next| depths[*next]).max();
        let depth = component.len() + below.unwrap_or(0);
        component.iter().for_each(|node| depths[*node] = depth);
    }
    depths
}

/// One cycle of each component that has one, the shortest through its first
/// node that lies on one.
pub fn cycles(edges: &Edges, components: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut component_of = vec![0; edges.len()];
    for (number, component) in components.iter().enumerate() {
        component.iter().for_each(|node| component_of[*node] = number);
    }
    let within = |number: usize, node: usize| component_of[node] == number;
    let mut found = Vec::new();
    for (number, component) in components.iter().enumerate() {
        let Some(&first) = component.first() else { continue };
        if component.len() == 1 && !edges[first].contains(&first) {
            continue;
        }
        let mut from: Vec<Option<usize>> = vec![None; component.len()];
        let place = |node: usize| component.binary_search(&node).unwrap_or(0);
        let mut pending = VecDeque::from([first]);
        let mut last = None;
        while let (Some(node), None) = (pending.pop_front(), last) {
            for &next in edges[node].iter().filter(|next| within(number, **next)) {
                if next == first {
                    last = Some(node);
                    break;
                }
                if from[place(next)].is_none() {
                    from[place(next)] = Some(node);
                    pending.push_back(next);
                }
            }
        }
        let mut cycle: Vec<usize> =
            std::iter::successors(last, |node| from[place(*node)].filter(|_| *node != first)).collect();
        cycle.reverse();
        found.push(cycle);
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depths_of(edges: &Edges) -> Vec<usize> {
        depths(edges, &components(edges))
    }

    fn cycles_of(edges: &Edges) -> Vec<Vec<usize>> {
        cycles(edges, &components(edges))
    }

    #[test]
    fn a_depth_counts_the_nodes_on_the_longest_way_down() {
        assert_eq!(depths_of(&[vec![1, 2], vec![2], vec![]]), [3, 2, 1]);
    }

    #[test]
    fn all_nodes_of_a_cycle_count() {
        assert_eq!(depths_of(&[vec![1], vec![0], vec![0]]), [2, 2, 3]);
        assert_eq!(depths_of(&[vec![0]]), [1]);
    }

    #[test]
    fn a_component_comes_after_those_it_leads_to() {
        assert_eq!(components(&[vec![1], vec![2], vec![1], vec![0]]), [vec![1, 2], vec![0], vec![3]]);
    }

    #[test]
    fn a_cycle_is_found_once() {
        assert_eq!(cycles_of(&[vec![1], vec![2], vec![0]]), [vec![0, 1, 2]]);
        assert_eq!(cycles_of(&[vec![0], vec![0]]), [vec![0]]);
        assert!(cycles_of(&[vec![1], vec![]]).is_empty());
    }

    #[test]
    fn of_many_cycles_through_a_node_the_shortest_is_found() {
        assert_eq!(cycles_of(&[vec![1, 3], vec![2], vec![0], vec![0]]), [vec![0, 3]]);
    }
}
