//! Expressions: what they mean and what type they have.

use base::TextRange;
use ir::{ArithmeticOp, CompareOp};
use problem::{NameKind, NameProblem, TypeProblem};
use syntax::ast::{self, AstNode, InList, InRight};

use super::Elaborator;
use super::literal::{broken, percentage};
use crate::model::{Expr, ExprKind, GroupKind, Named, Over};
use crate::types::{EnumTy, Ty};

impl Elaborator<'_> {
    /// An expression that must be a formula.
    pub(super) fn formula(&mut self, node: Option<ast::Expr>, place: TextRange) -> Expr {
        let Some(node) = node else { return broken(place) };
        let expr = self.expr(&node, None);
        if expr.ty.is_formula() {
            return expr;
        }
        if expr.ty == Ty::Event {
            self.problem(TypeProblem::EventAsFormula { event: text_of(&node) }, expr.range);
        } else {
            self.mismatch("bool", &expr);
        }
        broken(expr.range)
    }

    /// An expression of any type.
    pub(super) fn term(&mut self, node: Option<ast::Expr>, place: TextRange) -> Expr {
        node.map_or_else(|| broken(place), |node| self.expr(&node, None))
    }

    fn expr(&mut self, node: &ast::Expr, expected: Option<&EnumTy>) -> Expr {
        let range = node.range();
        match node {
            ast::Expr::PathExpr(path) => match path.path() {
                Some(path) => self.path(&path, expected),
                None => broken(range),
            },
            ast::Expr::Apply(apply) => self.apply(apply),
            ast::Expr::Literal(literal) => self.literal(literal),
            ast::Expr::Paren(paren) => match paren.inner() {
                Some(inner) => self.expr(&inner, expected),
                None => broken(range),
            },
            ast::Expr::Logic(logic) => {
                let operands = logic.operands().map(|operand| self.formula(Some(operand), range)).collect();
                let kind = match logic.op() {
                    ast::LogicOp::And => ExprKind::All(operands),
                    ast::LogicOp::Or => ExprKind::Any(operands),
                };
                formula(kind, range)
            }
            ast::Expr::Not(not) => {
                let operand = self.formula(not.operand(), range);
                formula(ExprKind::Not(Box::new(operand)), range)
            }
            ast::Expr::Group(group) => {
                let points = group.points().map(|point| {
                    let name = point.name().map_or_else(String::new, |name| name.text);
                    (name, self.formula(point.expr(), point.range()))
                });
                let kind = match group.kind() {
                    ast::GroupKind::Any => GroupKind::Any,
                    ast::GroupKind::All => GroupKind::All,
                    ast::GroupKind::None => GroupKind::None,
                };
                formula(ExprKind::Group(kind, points.collect()), range)
            }
            ast::Expr::Comparison(comparison) => self.comparison(comparison),
            ast::Expr::In(node) => self.membership(node),
            ast::Expr::Happened(happened) => {
                let event = self.term(happened.event(), range);
                if event.ty != Ty::Event && event.ty != Ty::Error {
                    self.mismatch("event", &event);
                    return broken(range);
                }
                formula(ExprKind::Happened(Box::new(event)), range)
            }
            ast::Expr::Arithmetic(row) => {
                let first = self.term(row.first(), range);
                row.rest().into_iter().fold(first, |left, (op, place, right)| {
                    let right = self.term(Some(right), range);
                    self.arithmetic(op, place, left, right)
                })
            }
            ast::Expr::PercentOf(node) => {
                let rate = node.percentage().and_then(|literal| match literal.value() {
                    Some(ast::LiteralValue::Percentage(text)) => percentage(&text),
                    _ => None,
                });
                let Some(rate) = rate else { return broken(range) };
                let amount = self.term(node.base(), range);
                let rate = Expr { kind: ExprKind::Value(ir::Value::Decimal(rate)), ty: Ty::Decimal, range };
                self.arithmetic(ast::ArithmeticOp::Mul, range, rate, amount)
            }
            ast::Expr::Quantifier(quantifier) => {
                let body = quantifier.body();
                let found = self.over(quantifier, |this, _| Some(this.formula(body, range)));
                let Some((over, body)) = found else { return broken(range) };
                let body = Box::new(body);
                let kind = match quantifier.kind() {
                    ast::QuantifierKind::Some => ExprKind::Some(over, body),
                    ast::QuantifierKind::Every => ExprKind::Every(over, body),
                };
                formula(kind, range)
            }
            ast::Expr::Count(count) => {
                let filter = count.body();
                let found =
                    self.over(count, |this, _| Some(filter.map(|filter| this.formula(Some(filter), range))));
                let Some((over, filter)) = found else { return broken(range) };
                Expr { kind: ExprKind::Count(over, filter.map(Box::new)), ty: Ty::Integer, range }
            }
            ast::Expr::Extremum(extremum) => self.extremum(extremum),
            ast::Expr::Pick(pick) => {
                let choices: Vec<Expr> = pick.choices().map(|choice| self.expr(&choice, None)).collect();
                let Some(ty) = self.joined(choices.iter()) else { return broken(range) };
                let kind = match pick.kind() {
                    ast::PickKind::Higher => ExprKind::Highest(choices),
                    ast::PickKind::Lower => ExprKind::Lowest(choices),
                };
                Expr { kind, ty, range }
            }
            ast::Expr::Case(case) => {
                let branches: Vec<(Expr, Expr)> = case
                    .branches()
                    .map(|branch| {
                        let condition = self.formula(branch.condition(), branch.range());
                        (condition, self.term(branch.value(), branch.range()))
                    })
                    .collect();
                let otherwise = self.term(case.otherwise(), range);
                let values = branches.iter().map(|(_, value)| value).chain([&otherwise]);
                let Some(ty) = self.joined(values) else { return broken(range) };
                Expr { kind: ExprKind::Case(branches, Box::new(otherwise)), ty, range }
            }
            ast::Expr::Provided(provided) => {
                let inner = self.formula(provided.expr(), range);
                let obligations = provided.obligations().into_iter().filter(|name| self.is_obligation(name));
                let obligations: Vec<_> = obligations.collect();
                let obligations =
                    obligations.into_iter().map(|name| Named { text: name.text, range: name.range }).collect();
                formula(ExprKind::Provided(Box::new(inner), obligations), range)
            }
            ast::Expr::Set(_) => {
                self.problem(TypeProblem::Misplaced { clause: "{ }", on: "an expression".into() }, range);
                broken(range)
            }
        }
    }

    fn comparison(&mut self, node: &ast::Comparison) -> Expr {
        let range = node.range();
        let (Some(left), Some(op), Some(right)) = (node.left(), node.op(), node.right()) else {
            return broken(range);
        };
        let left = self.expr(&left, None);
        let expected = match &left.ty {
            Ty::Enum(members) => Some(members.clone()),
            _ => None,
        };
        let right = self.expr(&right, expected.as_deref());
        let (op, equality) = match op {
            ast::CompareOp::Eq => (CompareOp::Equal, true),
            ast::CompareOp::Ne => (CompareOp::NotEqual, true),
            ast::CompareOp::Lt => (CompareOp::Less, false),
            ast::CompareOp::Le => (CompareOp::AtMost, false),
            ast::CompareOp::Gt => (CompareOp::Greater, false),
            ast::CompareOp::Ge => (CompareOp::AtLeast, false),
        };
        let fits = if equality { left.ty.equatable(&right.ty) } else { left.ty.orderable(&right.ty) };
        if !fits {
            let operator = text_between(node, &left, &right);
            self.incompatible(operator, &left, &right, range);
            return broken(range);
        }
        formula(ExprKind::Compare(op, Box::new(left), Box::new(right)), range)
    }

    fn membership(&mut self, node: &ast::In) -> Expr {
        let range = node.range();
        let (Some(left), Some(right)) = (node.left(), node.right()) else { return broken(range) };
        let left = self.expr(&left, None);
        let Ty::Enum(members) = left.ty.clone() else {
            self.mismatch("enum", &left);
            return broken(range);
        };
        let kind = match right {
            InRight::Set(set) => {
                let numbers = set.members().into_iter().filter_map(|name| {
                    let at = members.members.iter().position(|member| *member == name.text);
                    if at.is_none() {
                        self.unknown(NameKind::Member, &name.text, &members.members, name.range);
                    }
                    at.map(|at| at as u8)
                });
                ExprKind::OneOf(Box::new(left), numbers.collect())
            }
            InRight::Expr(right) => {
                let right = self.expr(&right, None);
                if right.ty != Ty::Set(members) && right.ty != Ty::Error {
                    self.incompatible("in".into(), &left, &right, range);
                    return broken(range);
                }
                ExprKind::In(Box::new(left), Box::new(right))
            }
        };
        let inside = formula(kind, range);
        if node.is_negated() { formula(ExprKind::Not(Box::new(inside)), range) } else { inside }
    }

    fn arithmetic(&mut self, op: ast::ArithmeticOp, place: TextRange, left: Expr, right: Expr) -> Expr {
        let range = left.range.cover(right.range);
        let Some(ty) = arithmetic_type(op, &left.ty, &right.ty) else {
            let operator = match op {
                ast::ArithmeticOp::Add => "+",
                ast::ArithmeticOp::Sub => "-",
                ast::ArithmeticOp::Mul => "*",
                ast::ArithmeticOp::Div => "/",
            };
            self.incompatible(operator.into(), &left, &right, place);
            return broken(range);
        };
        let op = match op {
            ast::ArithmeticOp::Add => ArithmeticOp::Add,
            ast::ArithmeticOp::Sub => ArithmeticOp::Subtract,
            ast::ArithmeticOp::Mul => ArithmeticOp::Multiply,
            ast::ArithmeticOp::Div => ArithmeticOp::Divide,
        };
        Expr { kind: ExprKind::Arithmetic(op, Box::new(left), Box::new(right)), ty, range }
    }

    fn extremum(&mut self, node: &ast::Extremum) -> Expr {
        let range = node.range();
        let (item, filter) = (node.item(), node.body());
        let found = self.over(node, |this, _| {
            let event = this.event_field(&item?)?;
            Some((event, filter.map(|filter| Box::new(this.formula(Some(filter), range)))))
        });
        let Some((over, (event, filter))) = found else { return broken(range) };
        let kind = match node.kind() {
            ast::ExtremumKind::Earliest => ExprKind::Earliest(over, event, filter),
            ast::ExtremumKind::Latest => ExprKind::Latest(over, event, filter),
        };
        Expr { kind, ty: Ty::Event, range }
    }

    /// Elaborates what stands under a variable that runs over a list.
    fn over<N: InList, T>(
        &mut self,
        node: &N,
        inside: impl FnOnce(&mut Self, &Over) -> Option<T>,
    ) -> Option<(Over, T)> {
        let (variable, list) = (node.variable()?, node.list()?);
        let over = self.list(&list)?;
        self.variables.push((variable.text, over.record.clone()));
        let inside = inside(self, &over);
        self.variables.pop();
        Some((over, inside?))
    }

    fn is_obligation(&mut self, name: &ast::Name) -> bool {
        let rules = self.names.rules.get(&name.text);
        let kinds: Vec<NameKind> = rules.into_iter().flatten().map(|rule| rule.kind).collect();
        if kinds.contains(&NameKind::Obligation) {
            return true;
        }
        if let Some(&found) = kinds.first() {
            let expected = vec![NameKind::Obligation];
            self.problem(NameProblem::WrongKind { name: name.text.clone(), found, expected }, name.range);
        } else {
            let known = self.rules_of(&[NameKind::Obligation]);
            self.unknown(NameKind::Obligation, &name.text, &known, name.range);
        }
        false
    }

    /// The one type of several; reports two that have none.
    fn joined<'e>(&mut self, mut exprs: impl Iterator<Item = &'e Expr>) -> Option<Ty> {
        let first = exprs.next()?;
        let mut ty = first.ty.clone();
        for expr in exprs {
            match ty.join(&expr.ty) {
                Some(joined) => ty = joined,
                None => {
                    self.mismatch(&ty.name(), expr);
                    return None;
                }
            }
        }
        Some(ty)
    }

    pub(super) fn mismatch(&mut self, expected: &str, expr: &Expr) {
        if expr.ty != Ty::Error {
            let mismatch = TypeProblem::Mismatch { expected: expected.to_owned(), found: expr.ty.name() };
            self.problem(mismatch, expr.range);
        }
    }

    fn incompatible(&mut self, operator: String, left: &Expr, right: &Expr, range: TextRange) {
        if left.ty == Ty::Error || right.ty == Ty::Error {
            return;
        }
        let (left, right) = match (&left.ty, &right.ty) {
            (Ty::Money(left), Ty::Money(right)) if left != right => {
                let currency = TypeProblem::Currency { left: left.clone(), right: right.clone() };
                return self.problem(currency, range);
            }
            (left, right) => (left.name(), right.name()),
        };
        self.problem(TypeProblem::Incompatible { operator, left, right }, range);
    }
}

/// The type of reckoning with two types, if they can be.
fn arithmetic_type(op: ast::ArithmeticOp, left: &Ty, right: &Ty) -> Option<Ty> {
    use ast::ArithmeticOp::{Add, Div, Mul, Sub};
    match (op, left, right) {
        (_, Ty::Error, _) | (_, _, Ty::Error) => Some(Ty::Error),
        (Add | Sub, Ty::Money(one), Ty::Money(other)) => (one == other).then(|| left.clone()),
        (Mul, Ty::Money(_), number) if number.is_number() => Some(left.clone()),
        (Mul, number, Ty::Money(_)) if number.is_number() => Some(right.clone()),
        (Div, Ty::Money(_), number) if number.is_number() => Some(left.clone()),
        (Div, Ty::Money(one), Ty::Money(other)) => (one == other).then_some(Ty::Decimal),
        (Add | Sub, Ty::Duration, Ty::Duration) => Some(Ty::Duration),
        (Add | Sub, time, Ty::Duration) if time.is_time() => Some(time.clone()),
        (Add | Sub | Mul, Ty::Integer, Ty::Integer) => Some(Ty::Integer),
        (_, one, other) if one.is_number() && other.is_number() => Some(Ty::Decimal),
        _ => None,
    }
}

fn formula(kind: ExprKind, range: TextRange) -> Expr {
    Expr { kind, ty: Ty::Bool, range }
}

fn text_of(node: &ast::Expr) -> String {
    node.syntax().text().to_string()
}

fn text_between(node: &ast::Comparison, left: &Expr, right: &Expr) -> String {
    let text = node.syntax().text().to_string();
    let start = usize::from(left.range.end() - node.range().start());
    let end = usize::from(right.range.start() - node.range().start());
    text.get(start..end).unwrap_or_default().trim_matches(['(', ')', ' ', '\n', '\t', '\r']).to_owned()
}
