//! Expressions to nodes.

use base::TextRange;
use ir::{Conduct, LayoutId, MemberSet, Node, NodeId, SlotRef, Value};
use problem::{Problem, SyntaxProblem};
use syntax::ItemKind;

use super::{Home, Lowering};
use crate::model::{Base, Body, Expr, ExprKind, FieldRef, GroupKind, Over};

/// A definition as it is used: the item, the record it is for, and how many
/// frames stand around it.
pub type DefinitionKey = (usize, Option<Binding>, u8);

/// What a variable stands for: a row, or a record within it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Binding {
    frame: u8,
    layout: LayoutId,
    prefix: String,
}

/// Where an expression is lowered.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    home: Home<'a>,
    variables: Vec<Binding>,
    /// The next frame.
    frame: u8,
    /// How many expressions stand around, those of definitions included.
    depth: u32,
}

/// The first frame that is too deep: so far quantifiers nest, definitions
/// included.
const FRAME_LIMIT: u8 = 14;

/// The deepest nesting of expressions, definitions included. It keeps every
/// walk over nodes within the stack.
const DEPTH_LIMIT: u32 = 512;

impl<'a> Scope<'a> {
    pub(super) fn new(home: Home<'a>) -> Scope<'a> {
        Scope { home, variables: Vec::new(), frame: 2, depth: 0 }
    }
}

impl<'a> Lowering<'a> {
    /// Lowers an expression of an item, outside all quantifiers.
    pub(super) fn expr(&mut self, at: usize, expr: &'a Expr) -> NodeId {
        let mut scope = Scope::new(self.home(at));
        self.node(expr, &mut scope)
    }

    pub(super) fn add(&mut self, node: Node, home: Home<'_>, range: TextRange) -> NodeId {
        self.pool.add(node, (home.span(range), home.citation))
    }

    /// All of these; a single one stands for itself.
    pub(super) fn all(&mut self, nodes: Vec<NodeId>, home: Home<'_>, range: TextRange) -> NodeId {
        match nodes.as_slice() {
            [] => self.add(Node::Known(true), home, range),
            [only] => *only,
            _ => {
                let list = self.pool.list(nodes);
                self.add(Node::All(list), home, range)
            }
        }
    }

    /// Any of these; a single one stands for itself.
    pub(super) fn any(&mut self, nodes: Vec<NodeId>, home: Home<'_>, range: TextRange) -> NodeId {
        match nodes.as_slice() {
            [] => self.add(Node::Known(false), home, range),
            [only] => *only,
            _ => {
                let list = self.pool.list(nodes);
                self.add(Node::Any(list), home, range)
            }
        }
    }

    pub(super) fn not(&mut self, node: NodeId, home: Home<'_>, range: TextRange) -> NodeId {
        match self.pool.nodes().node(node) {
            Node::Not(inner) => inner,
            _ => self.add(Node::Not(node), home, range),
        }
    }

    /// A slot of conduct is one of these members.
    pub(super) fn conduct_in(
        &mut self,
        slot: u32,
        members: &[u8],
        home: Home<'_>,
        range: TextRange,
    ) -> NodeId {
        let term = self.add(Node::Read(SlotRef { frame: 1, slot }), home, range);
        let set: MemberSet = members.iter().copied().collect();
        self.add(Node::OneOf(term, set), home, range)
    }

    /// The kind of the conduct is one of these.
    pub(super) fn kind_in(&mut self, kinds: &[u8], home: Home<'_>, range: TextRange) -> NodeId {
        self.conduct_in(Conduct::KIND, kinds, home, range)
    }

    fn value(&mut self, value: Value, scope: &Scope<'_>, range: TextRange) -> NodeId {
        let literal = self.pool.literal(value);
        self.add(Node::Literal(literal), scope.home, range)
    }

    fn node(&mut self, expr: &'a Expr, scope: &mut Scope<'a>) -> NodeId {
        if scope.depth >= DEPTH_LIMIT {
            self.too_deep(DEPTH_LIMIT, scope, expr.range);
            return self.add(Node::Known(false), scope.home, expr.range);
        }
        scope.depth += 1;
        let node = self.node_within(expr, scope);
        scope.depth -= 1;
        node
    }

    fn too_deep(&mut self, limit: u32, scope: &Scope<'_>, range: TextRange) {
        // One message: what stands around is no less deep.
        if !self.is_too_deep {
            let problem = Problem::new(SyntaxProblem::TooDeep { limit }, range);
            self.problems.push(problem.at(scope.home.file, scope.home.offset));
        }
        self.is_too_deep = true;
    }

    fn node_within(&mut self, expr: &'a Expr, scope: &mut Scope<'a>) -> NodeId {
        let range = expr.range;
        let home = scope.home;
        let node = match &expr.kind {
            ExprKind::Broken => Node::Known(false),
            ExprKind::Known(known) => Node::Known(*known),
            ExprKind::Value(value) => return self.value(*value, scope, range),
            ExprKind::Member(member) => return self.value(Value::Member(*member), scope, range),
            ExprKind::Text(text) => {
                let at = *self.text_ids.entry(text).or_insert_with(|| {
                    self.texts.push(text.clone());
                    self.texts.len() as u32 - 1
                });
                return self.value(Value::Text(at), scope, range);
            }
            ExprKind::Field(field) => match self.slot(field, scope) {
                None => Node::Known(false),
                Some(slot) if expr.ty.is_formula() => Node::Test(slot),
                Some(slot) => Node::Read(slot),
            },
            ExprKind::Call(name, argument) => return self.call(name, argument.as_ref(), scope, range),
            ExprKind::Not(inner) => {
                let inner = self.node(inner, scope);
                return self.not(inner, home, range);
            }
            ExprKind::All(many) => {
                let many = self.many(many, scope);
                return self.all(many, home, range);
            }
            ExprKind::Any(many) => {
                let many = self.many(many, scope);
                return self.any(many, home, range);
            }
            ExprKind::Group(kind, points) => {
                let points = points.iter().map(|(_, point)| self.node(point, scope)).collect();
                return self.group(*kind, points, home, range);
            }
            ExprKind::Compare(op, left, right) => {
                let (left, right) = (self.node(left, scope), self.node(right, scope));
                Node::Compare(*op, left, right)
            }
            ExprKind::OneOf(term, members) => {
                let term = self.node(term, scope);
                Node::OneOf(term, members.iter().copied().collect())
            }
            ExprKind::In(member, set) => {
                let (member, set) = (self.node(member, scope), self.node(set, scope));
                Node::In(member, set)
            }
            ExprKind::Happened(event) => Node::Happened(self.node(event, scope)),
            ExprKind::Arithmetic(op, left, right) => {
                let (left, right) = (self.node(left, scope), self.node(right, scope));
                Node::Arithmetic(*op, left, right)
            }
            ExprKind::Some(over, body) => {
                let (list, frame, (body, _)) = self.over(over, Some(body.as_ref()), None, scope, range);
                Node::Some { list, frame, body }
            }
            ExprKind::Every(over, body) => {
                let (list, frame, (body, _)) = self.over(over, Some(body.as_ref()), None, scope, range);
                Node::Every { list, frame, body }
            }
            ExprKind::Count(over, filter) => {
                let (list, frame, (filter, _)) = self.over(over, filter.as_deref(), None, scope, range);
                Node::Count { list, frame, filter }
            }
            ExprKind::Earliest(over, event, filter) => {
                let (list, frame, (filter, event)) =
                    self.over(over, filter.as_deref(), Some(event), scope, range);
                Node::Earliest { list, frame, event: event.unwrap_or(filter), filter }
            }
            ExprKind::Latest(over, event, filter) => {
                let (list, frame, (filter, event)) =
                    self.over(over, filter.as_deref(), Some(event), scope, range);
                Node::Latest { list, frame, event: event.unwrap_or(filter), filter }
            }
            ExprKind::Highest(many) => {
                let many = self.many(many, scope);
                Node::Highest(self.pool.list(many))
            }
            ExprKind::Lowest(many) => {
                let many = self.many(many, scope);
                Node::Lowest(self.pool.list(many))
            }
            ExprKind::Case(branches, otherwise) => {
                let mut nodes = Vec::with_capacity(branches.len() * 2 + 1);
                for (condition, value) in branches {
                    nodes.push(self.node(condition, scope));
                    nodes.push(self.node(value, scope));
                }
                nodes.push(self.node(otherwise, scope));
                Node::Case(self.pool.list(nodes))
            }
            ExprKind::Provided(inner, obligations) => {
                let mut nodes = vec![self.node(inner, scope)];
                for obligation in obligations {
                    if let Some(id) = self.obligation_ids.get(obligation.text.as_str()).copied() {
                        nodes.push(self.add(Node::Kept(id), home, obligation.range));
                    }
                }
                return self.all(nodes, home, range);
            }
        };
        self.add(node, home, range)
    }

    /// A group of points as one node.
    pub(super) fn group(
        &mut self,
        kind: GroupKind,
        points: Vec<NodeId>,
        home: Home<'_>,
        range: TextRange,
    ) -> NodeId {
        match kind {
            GroupKind::All => self.all(points, home, range),
            GroupKind::Any => self.any(points, home, range),
            GroupKind::None => {
                let any = self.any(points, home, range);
                self.not(any, home, range)
            }
        }
    }

    fn many(&mut self, many: &'a [Expr], scope: &mut Scope<'a>) -> Vec<NodeId> {
        many.iter().map(|expr| self.node(expr, scope)).collect()
    }

    /// The list, the frame of its records, and what is lowered within it: the
    /// body (or filter; `true` if there is none) and the event.
    fn over(
        &mut self,
        over: &Over,
        body: Option<&'a Expr>,
        event: Option<&FieldRef>,
        scope: &mut Scope<'a>,
        range: TextRange,
    ) -> (NodeId, u8, (NodeId, Option<NodeId>)) {
        let list = match self.slot(&over.list, scope) {
            Some(slot) => self.add(Node::Read(slot), scope.home, range),
            None => self.add(Node::Known(false), scope.home, range),
        };
        let frame = scope.frame;
        if frame >= FRAME_LIMIT {
            self.too_deep(u32::from(FRAME_LIMIT) - 2, scope, range);
        }
        let layout = self.records.get(over.record.as_str()).copied().unwrap_or(LayoutId::FACTS);
        scope.variables.push(Binding { frame, layout, prefix: String::new() });
        scope.frame = (frame + 1).min(FRAME_LIMIT);
        let event = event.and_then(|event| self.slot(event, scope));
        let event = event.map(|slot| self.add(Node::Read(slot), scope.home, range));
        let body = match body {
            Some(body) => self.node(body, scope),
            None => self.add(Node::Known(true), scope.home, range),
        };
        scope.variables.pop();
        scope.frame = frame;
        (list, frame, (body, event))
    }

    fn binding(&self, field: &FieldRef, scope: &Scope<'_>) -> Option<Binding> {
        match field.base {
            Base::Facts => Some(Binding { frame: 0, layout: LayoutId::FACTS, prefix: field.path.clone() }),
            Base::Conduct => {
                Some(Binding { frame: 1, layout: LayoutId::CONDUCT, prefix: field.path.clone() })
            }
            Base::Variable(at) => {
                let Binding { frame, layout, prefix } = scope.variables.get(usize::from(at))?.clone();
                let prefix = match (prefix.is_empty(), field.path.is_empty()) {
                    (true, _) => field.path.clone(),
                    (_, true) => prefix,
                    (false, false) => format!("{prefix}.{}", field.path),
                };
                Some(Binding { frame, layout, prefix })
            }
        }
    }

    fn slot(&self, field: &FieldRef, scope: &Scope<'_>) -> Option<SlotRef> {
        let Binding { frame, layout, prefix } = self.binding(field, scope)?;
        let slot = *self.slots.get(&(layout, prefix))?;
        Some(SlotRef { frame, slot })
    }

    fn call(
        &mut self,
        name: &str,
        argument: Option<&FieldRef>,
        scope: &Scope<'a>,
        range: TextRange,
    ) -> NodeId {
        let Some(at) = self.needed(ItemKind::Definition, name) else {
            return self.add(Node::Known(false), scope.home, range);
        };
        let argument = argument.and_then(|argument| self.binding(argument, scope));
        let key = (at, argument.clone(), scope.frame);
        if let Some((node, horizon)) = self.definitions.get(&key).copied() {
            self.bound(horizon);
            return node;
        }
        let Body::Definition(_, means) = &self.items[at].item.body else {
            return self.add(Node::Known(false), scope.home, range);
        };
        let outside = self.horizon.take();
        let mut inside =
            Scope { home: self.home(at), variables: argument.into_iter().collect(), ..scope.clone() };
        let meant = self.node(means, &mut inside);
        let node = self.with_issues(meant, name, None);
        let horizon = self.horizon;
        self.definitions.insert(key, (node, horizon));
        self.bound(outside);
        node
    }
}
