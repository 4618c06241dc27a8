//! From pest's rules to the kinds of the tree, and to the words in which an expectation is put.
//! Nothing else of pest's `Rule` is known outside the parser.

use pest_derive::Parser;

use crate::kind::SyntaxKind;

/// The parser that pest makes of the grammar.
#[derive(Parser)]
#[grammar = "../../grammar/policy.pest"]
pub(crate) struct Grammar;

/// What a rule becomes in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A token.
    Token(SyntaxKind),
    /// A node.
    Node(SyntaxKind),
    /// A node if it holds more than one thing, else the thing itself.
    Wrapper(SyntaxKind),
    /// A stretch of text that fits no rule.
    Error,
    /// Nothing of its own.
    Transparent,
}

macro_rules! keywords {
    ($($rule:ident $word:literal,)*) => {
        fn is_keyword(rule: Rule) -> bool {
            matches!(rule, $(Rule::$rule)|*)
        }

        fn keyword(rule: Rule) -> Option<&'static str> {
            match rule {
                $(Rule::$rule => Some(concat!("`", $word, "`")),)*
                _ => None,
            }
        }

        /// Every word of the language between backquotes, as an expectation names it.
        pub(crate) fn quoted(word: &str) -> Option<&'static str> {
            match word {
                $($word => Some(concat!("`", $word, "`")),)*
                _ => None,
            }
        }
    };
}

keywords! {
    kw_source "source", kw_facts "facts", kw_record "record", kw_enum "enum", kw_conduct "conduct",
    kw_constraint "constraint", kw_definition "definition", kw_prohibition "prohibition",
    kw_exception "exception", kw_interpretive "interpretive", kw_conditions "conditions",
    kw_obligation "obligation", kw_scope "scope", kw_exclusion "exclusion", kw_saving "saving",
    kw_precedence "precedence", kw_power "power", kw_sanction "sanction", kw_issue "issue",
    kw_support "support", kw_title "title", kw_number "number", kw_celex "celex", kw_kinds "kinds",
    kw_moment "moment", kw_lasting "lasting", kw_operators "operators", kw_authorities "authorities",
    kw_label "label", kw_help "help", kw_ask "ask", kw_basis "basis", kw_considering "considering",
    kw_assumed "assumed", kw_recitals "recitals", kw_in "in", kw_force "force", kw_from "from",
    kw_until "until", kw_applies "applies", kw_always "always", kw_means "means", kw_forbids "forbids",
    kw_so "so", kw_far "far", kw_as "as", kw_subject "subject", kw_to "to", kw_addressed "addressed",
    kw_on "on", kw_for "for", kw_when "when", kw_without "without", kw_prejudice "prejudice",
    kw_prevails "prevails", kw_over "over", kw_may "may", kw_cap "cap", kw_default "default",
    kw_status "status", kw_element "element", kw_must "must", kw_immediately "immediately",
    kw_undue "undue", kw_delay "delay", kw_at "at", kw_the "the", kw_latest "latest", kw_after "after",
    kw_each "each", kw_year "year", kw_reading "reading", kw_keeps "keeps", kw_narrows "narrows",
    kw_widens "widens", kw_replaces "replaces", kw_with "with", kw_adds "adds", kw_drops "drops",
    kw_money "money", kw_set "set", kw_list "list", kw_of "of", kw_article "article", kw_annex "annex",
    kw_recital "recital", kw_subparagraph "subparagraph", kw_sentence "sentence", kw_and "and",
    kw_or "or", kw_not "not", kw_some "some", kw_every "every", kw_any "any", kw_all "all",
    kw_none "none", kw_happened "happened", kw_count "count", kw_earliest "earliest", kw_higher "higher",
    kw_lower "lower", kw_case "case", kw_otherwise "otherwise", kw_provided "provided", kw_that "that",
    kw_true "true", kw_false "false", kw_unlimited "unlimited",
}

/// What a rule becomes in the tree.
pub(crate) fn shape(rule: Rule) -> Shape {
    use SyntaxKind as K;
    if is_keyword(rule) {
        return Shape::Token(K::Keyword);
    }
    match rule {
        Rule::item => Shape::Node(K::Root),
        Rule::source_item => Shape::Node(K::Source),
        Rule::facts_item => Shape::Node(K::Facts),
        Rule::record_item => Shape::Node(K::Record),
        Rule::enum_item => Shape::Node(K::Enum),
        Rule::conduct_item => Shape::Node(K::Conduct),
        Rule::constraint_item => Shape::Node(K::Constraint),
        Rule::definition_item => Shape::Node(K::Definition),
        Rule::prohibition_item => Shape::Node(K::Prohibition),
        Rule::exception_item => Shape::Node(K::Exception),
        Rule::interpretive_item => Shape::Node(K::Interpretive),
        Rule::conditions_item => Shape::Node(K::Conditions),
        Rule::obligation_item => Shape::Node(K::Obligation),
        Rule::scope_item => Shape::Node(K::Scope),
        Rule::exclusion_item => Shape::Node(K::Exclusion),
        Rule::saving_item => Shape::Node(K::Saving),
        Rule::precedence_item => Shape::Node(K::Precedence),
        Rule::power_item => Shape::Node(K::Power),
        Rule::sanction_item => Shape::Node(K::Sanction),
        Rule::issue_item => Shape::Node(K::Issue),
        Rule::target => Shape::Node(K::Target),
        Rule::parameter => Shape::Node(K::Parameter),
        Rule::title_clause => Shape::Node(K::TitleClause),
        Rule::number_clause => Shape::Node(K::NumberClause),
        Rule::celex_clause => Shape::Node(K::CelexClause),
        Rule::kinds_clause => Shape::Node(K::KindsClause),
        Rule::conduct_kind => Shape::Node(K::ConductKind),
        Rule::operators_clause => Shape::Node(K::OperatorsClause),
        Rule::authorities_clause => Shape::Node(K::AuthoritiesClause),
        Rule::label_clause => Shape::Node(K::LabelClause),
        Rule::help_clause => Shape::Node(K::HelpClause),
        Rule::basis_clause => Shape::Node(K::BasisClause),
        Rule::recitals_clause => Shape::Node(K::RecitalsClause),
        Rule::in_force_clause => Shape::Node(K::InForceClause),
        Rule::applies_from_clause => Shape::Node(K::AppliesFromClause),
        Rule::applies_until_clause => Shape::Node(K::AppliesUntilClause),
        Rule::always_clause => Shape::Node(K::AlwaysClause),
        Rule::means_clause => Shape::Node(K::MeansClause),
        Rule::forbids_clause => Shape::Node(K::ForbidsClause),
        Rule::in_so_far_as_clause => Shape::Node(K::InSoFarAsClause),
        Rule::subject_to_clause => Shape::Node(K::SubjectToClause),
        Rule::addressed_to_clause => Shape::Node(K::AddressedToClause),
        Rule::on_clause => Shape::Node(K::OnClause),
        Rule::when_clause => Shape::Node(K::WhenClause),
        Rule::without_prejudice_clause => Shape::Node(K::WithoutPrejudiceClause),
        Rule::prevails_clause => Shape::Node(K::PrevailsClause),
        Rule::may_clause => Shape::Node(K::MayClause),
        Rule::cap_clause => Shape::Node(K::CapClause),
        Rule::default_clause => Shape::Node(K::DefaultClause),
        Rule::status_clause => Shape::Node(K::StatusClause),
        Rule::element => Shape::Node(K::Element),
        Rule::must => Shape::Node(K::Must),
        Rule::timing => Shape::Node(K::Timing),
        Rule::reading => Shape::Node(K::Reading),
        Rule::effect_clause => Shape::Node(K::EffectClause),
        Rule::field => Shape::Node(K::Field),
        Rule::ask_clause => Shape::Node(K::AskClause),
        Rule::considering_clause => Shape::Node(K::ConsideringClause),
        Rule::assumed_clause => Shape::Node(K::AssumedClause),
        Rule::type_ref => Shape::Node(K::Type),
        Rule::plain_type => Shape::Token(K::Keyword),
        Rule::citation => Shape::Node(K::Citation),
        Rule::article_place | Rule::annex_place => Shape::Node(K::Place),
        Rule::part => Shape::Node(K::Part),
        Rule::recital_ref => Shape::Node(K::RecitalRef),
        Rule::article_number => Shape::Token(K::ArticleNumber),
        Rule::annex_number => Shape::Token(K::AnnexNumber),
        Rule::bracket => Shape::Token(K::Bracket),
        Rule::expr => Shape::Wrapper(K::ProvidedExpr),
        Rule::logic => Shape::Wrapper(K::LogicExpr),
        Rule::negation => Shape::Wrapper(K::NotExpr),
        Rule::quantifier => Shape::Node(K::QuantifierExpr),
        Rule::comparison => Shape::Wrapper(K::ComparisonExpr),
        Rule::sum | Rule::product => Shape::Wrapper(K::ArithmeticExpr),
        Rule::path_expr => Shape::Node(K::PathExpr),
        Rule::percent_of => Shape::Wrapper(K::PercentOfExpr),
        Rule::paren => Shape::Node(K::ParenExpr),
        Rule::group => Shape::Node(K::GroupExpr),
        Rule::point => Shape::Node(K::Point),
        Rule::count => Shape::Node(K::CountExpr),
        Rule::extremum => Shape::Node(K::ExtremumExpr),
        Rule::pick => Shape::Node(K::PickExpr),
        Rule::case => Shape::Node(K::CaseExpr),
        Rule::case_branch => Shape::Node(K::CaseBranch),
        Rule::otherwise => Shape::Node(K::OtherwiseBranch),
        Rule::set => Shape::Node(K::SetExpr),
        Rule::literal | Rule::percentage | Rule::duration => Shape::Node(K::Literal),
        Rule::name | Rule::point_name => Shape::Token(K::Name),
        Rule::type_name => Shape::Token(K::TypeName),
        Rule::currency => Shape::Token(K::Currency),
        Rule::path | Rule::declared_path => Shape::Node(K::Path),
        Rule::integer => Shape::Token(K::Integer),
        Rule::decimal => Shape::Token(K::Decimal),
        Rule::percent => Shape::Token(K::Percent),
        Rule::date => Shape::Token(K::Date),
        Rule::datetime => Shape::Token(K::DateTime),
        Rule::unit => Shape::Token(K::Unit),
        Rule::string => Shape::Token(K::String),
        Rule::lbrace => Shape::Token(K::LBrace),
        Rule::rbrace => Shape::Token(K::RBrace),
        Rule::lparen => Shape::Token(K::LParen),
        Rule::rparen => Shape::Token(K::RParen),
        Rule::comma => Shape::Token(K::Comma),
        Rule::dot => Shape::Token(K::Dot),
        Rule::coloncolon => Shape::Token(K::ColonColon),
        Rule::colon => Shape::Token(K::Colon),
        Rule::eq => Shape::Token(K::Eq),
        Rule::compare_op | Rule::sum_op | Rule::product_op => Shape::Token(K::Operator),
        Rule::header_error
        | Rule::error_clause
        | Rule::error_reading
        | Rule::error_field
        | Rule::error_point => Shape::Error,
        _ => Shape::Transparent,
    }
}

/// How a rule is called where it was expected, and how telling that is: of several expectations
/// those with the smallest number are named.
pub(crate) fn expectation(rule: Rule) -> Option<(u8, &'static str)> {
    if let Some(word) = keyword(rule) {
        return Some((3, word));
    }
    match rule {
        Rule::rbrace => Some((0, "`}`")),
        Rule::rparen => Some((0, "`)`")),
        Rule::lbrace => Some((0, "`{`")),
        Rule::lparen => Some((1, "`(`")),
        Rule::colon => Some((0, "`:`")),
        Rule::eq => Some((1, "`=`")),
        Rule::comma => Some((2, "`,`")),
        Rule::string => Some((0, "a text in quotes")),
        Rule::date => Some((0, "a date")),
        Rule::name | Rule::declared_path | Rule::path | Rule::path_expr => Some((1, "a name")),
        Rule::point_name => Some((1, "a letter or number")),
        Rule::type_name => Some((1, "a name with a capital")),
        Rule::type_ref | Rule::plain_type => Some((0, "a type")),
        Rule::currency => Some((1, "a currency")),
        Rule::integer | Rule::decimal => Some((1, "a number")),
        Rule::article_number | Rule::article_place => Some((0, "the number of an article")),
        Rule::annex_number | Rule::annex_place => Some((0, "the number of an annex")),
        Rule::bracket => Some((3, "a bracket")),
        Rule::unit => Some((3, "a unit of time")),
        Rule::percent => Some((4, "`%`")),
        Rule::citation => Some((0, "a citation")),
        Rule::target => Some((0, "a provision or a name")),
        Rule::recital_ref => Some((0, "a recital")),
        Rule::conduct_kind => Some((0, "a kind of conduct")),
        Rule::expr
        | Rule::logic
        | Rule::negation
        | Rule::comparison
        | Rule::quantifier
        | Rule::sum
        | Rule::product
        | Rule::literal
        | Rule::percent_of
        | Rule::paren
        | Rule::group
        | Rule::count
        | Rule::extremum
        | Rule::pick
        | Rule::case
        | Rule::percentage => Some((0, "an expression")),
        Rule::set => Some((1, "a set")),
        Rule::case_branch => Some((1, "a branch")),
        Rule::otherwise => Some((1, "`otherwise`")),
        Rule::compare_op | Rule::sum_op | Rule::product_op => Some((2, "an operator")),
        Rule::timing => Some((2, "a limit in time")),
        Rule::point => Some((1, "a point")),
        Rule::field => Some((1, "a field")),
        Rule::EOI => Some((2, "the next clause")),
        _ => None,
    }
}
