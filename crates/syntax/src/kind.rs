//! The kinds of nodes and tokens of the tree. They are the project's own: pest's `Rule` is mapped
//! to them in `rules` and goes no further.

/// The language of the tree, for rowan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PolicyLanguage {}

/// A node of the tree.
pub type SyntaxNode = rowan::SyntaxNode<PolicyLanguage>;
/// A token of the tree.
pub type SyntaxToken = rowan::SyntaxToken<PolicyLanguage>;
/// A node or a token.
pub type SyntaxElement = rowan::SyntaxElement<PolicyLanguage>;

macro_rules! kinds {
    (tokens { $($(#[$token_doc:meta])* $token:ident,)* } nodes { $($(#[$node_doc:meta])* $node:ident,)* }) => {
        /// What a node or token is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum SyntaxKind {
            $($(#[$token_doc])* $token,)*
            $($(#[$node_doc])* $node,)*
        }

        const ALL: &[SyntaxKind] = &[$(SyntaxKind::$token,)* $(SyntaxKind::$node,)*];

        impl SyntaxKind {
            /// Whether it is a token: a leaf, with text of its own.
            pub fn is_token(self) -> bool {
                match self {
                    $(SyntaxKind::$token => true,)*
                    $(SyntaxKind::$node => false,)*
                }
            }
        }
    };
}

kinds! {
    tokens {
        /// Blanks and line breaks.
        Whitespace,
        /// From `#` to the end of the line.
        Comment,
        /// A piece of text that fits no rule; it stands in an `Error` node.
        ErrorText,
        /// A word of the language.
        Keyword,
        /// A name in small letters.
        Name,
        /// A name that begins with a capital.
        TypeName,
        /// A currency of three capitals.
        Currency,
        /// A whole number.
        Integer,
        /// A number with a decimal point.
        Decimal,
        /// `%`.
        Percent,
        /// A date.
        Date,
        /// A date with a time and an offset.
        DateTime,
        /// A text between quotes, with the quotes.
        String,
        /// A unit of time.
        Unit,
        /// The number of an article: `5`, `4a`.
        ArticleNumber,
        /// The number of an annex: `II`.
        AnnexNumber,
        /// A step of a citation, with its brackets: `(1a)`.
        Bracket,
        /// `{`.
        LBrace,
        /// `}`.
        RBrace,
        /// `(`.
        LParen,
        /// `)`.
        RParen,
        /// `,`.
        Comma,
        /// `.`.
        Dot,
        /// `:`.
        Colon,
        /// `::`.
        ColonColon,
        /// `=`.
        Eq,
        /// An operator: `==`, `<`, `+`, …
        Operator,
    }
    nodes {
        /// The whole text of one item.
        Root,
        /// Text that fits no rule.
        Error,
        /// `source ai_act { … }`.
        Source,
        /// `facts { … }`.
        Facts,
        /// `record Authorisation { … }`.
        Record,
        /// `enum Objective { … }`.
        Enum,
        /// `conduct { … }`.
        Conduct,
        /// `constraint c { … }`.
        Constraint,
        /// `definition d { … }`.
        Definition,
        /// `prohibition p { … }`.
        Prohibition,
        /// `exception e to p { … }`.
        Exception,
        /// `interpretive exception e to p { … }`, or `support`.
        Interpretive,
        /// `conditions c { … }`.
        Conditions,
        /// `obligation o { … }`.
        Obligation,
        /// `scope s for t { … }`.
        Scope,
        /// `exclusion e for t { … }`.
        Exclusion,
        /// `saving s for t { … }`.
        Saving,
        /// `precedence p for t { … }`.
        Precedence,
        /// `power p for t { … }`.
        Power,
        /// `sanction s for t { … }`.
        Sanction,
        /// `issue i on t { … }`.
        Issue,
        /// What an item is directed at: a provision or a path.
        Target,
        /// `for d : Depiction` of a definition.
        Parameter,
        /// `title "…"`.
        TitleClause,
        /// `number "…"`.
        NumberClause,
        /// `celex "…"`.
        CelexClause,
        /// `label "…"`.
        LabelClause,
        /// `help "…"`.
        HelpClause,
        /// `ask "…"`.
        AskClause,
        /// `basis article 5(1)`.
        BasisClause,
        /// `considering article 5(2)(a)`.
        ConsideringClause,
        /// `assumed false`.
        AssumedClause,
        /// `recitals 31`.
        RecitalsClause,
        /// `in force from 2024-08-01`.
        InForceClause,
        /// `applies from 2025-02-02`.
        AppliesFromClause,
        /// `applies until 2027-01-01`.
        AppliesUntilClause,
        /// `kinds use lasting`.
        KindsClause,
        /// `operators provider`.
        OperatorsClause,
        /// `authorities commission`.
        AuthoritiesClause,
        /// One kind of conduct: `use lasting`.
        ConductKind,
        /// `on use`.
        OnClause,
        /// `always …`.
        AlwaysClause,
        /// `means …`.
        MeansClause,
        /// `forbids use`.
        ForbidsClause,
        /// `in so far as …`.
        InSoFarAsClause,
        /// `subject to conditions_of_use`.
        SubjectToClause,
        /// `addressed to deployer`.
        AddressedToClause,
        /// `when …`.
        WhenClause,
        /// `without prejudice to gdpr article 9`.
        WithoutPrejudiceClause,
        /// `prevails over gdpr article 9`.
        PrevailsClause,
        /// `may "…"`.
        MayClause,
        /// `cap …`.
        CapClause,
        /// `default from_start "…"`.
        DefaultClause,
        /// `status guidelines`.
        StatusClause,
        /// `keeps`, `narrows with …` and so on.
        EffectClause,
        /// `element period = …`.
        Element,
        /// `must request = …`.
        Must,
        /// `immediately`, `at the latest …` and so on.
        Timing,
        /// `reading biometric { … }`.
        Reading,
        /// A fact, or a field of a record or of conduct.
        Field,
        /// The type of a field.
        Type,
        /// A citation.
        Citation,
        /// The article and its brackets, without blanks: `5(1)(h)`.
        Place,
        /// `subparagraph 2` or `sentence 3`.
        Part,
        /// A recital in `recitals`.
        RecitalRef,
        /// `conduct.from`.
        Path,
        /// `X provided that O`.
        ProvidedExpr,
        /// A row of `and`, or of `or`.
        LogicExpr,
        /// `not X`.
        NotExpr,
        /// `some a in xs : X`.
        QuantifierExpr,
        /// `X == Y`, `X in S`, `X happened`.
        ComparisonExpr,
        /// A row of `+` and `-`, or of `*` and `/`.
        ArithmeticExpr,
        /// `( X )`.
        ParenExpr,
        /// `7 % of X`.
        PercentOfExpr,
        /// `any of { … }`.
        GroupExpr,
        /// `(ii) X` in a group.
        Point,
        /// `count of a in xs : X`.
        CountExpr,
        /// `earliest of a.requested for a in xs`.
        ExtremumExpr,
        /// `higher of { … }`.
        PickExpr,
        /// `case { … }`.
        CaseExpr,
        /// `X : Y` in a case.
        CaseBranch,
        /// `otherwise : Y` in a case.
        OtherwiseBranch,
        /// A name as an expression, or a definition for a record.
        PathExpr,
        /// A value written down.
        Literal,
        /// `{ a, b }`.
        SetExpr,
    }
}

impl SyntaxKind {
    /// Whether it is blank or a comment.
    pub fn is_trivia(self) -> bool {
        self == SyntaxKind::Whitespace || self == SyntaxKind::Comment
    }
}

impl From<SyntaxKind> for rowan::SyntaxKind {
    fn from(kind: SyntaxKind) -> rowan::SyntaxKind {
        rowan::SyntaxKind(kind as u16)
    }
}

impl rowan::Language for PolicyLanguage {
    type Kind = SyntaxKind;

    fn kind_from_raw(raw: rowan::SyntaxKind) -> SyntaxKind {
        ALL[usize::from(raw.0)]
    }

    fn kind_to_raw(kind: SyntaxKind) -> rowan::SyntaxKind {
        kind.into()
    }
}
