//! Citations by the acts of a package: their names and, where it is known,
//! their structure come from the crate `law`.

use std::collections::BTreeMap;

use base::{Citation, Lang, ProvisionId};
use law::{Act, ActName, Level, Style};

use crate::citing::Citations;

/// Cites the sources of a package. A source whose structure is not recorded
/// goes by its number.
#[derive(Clone, Debug)]
pub struct Acts {
    sources: BTreeMap<String, Source>,
    style: Style,
}

#[derive(Clone, Debug)]
struct Source {
    act: Option<&'static Act>,
    name: ActName,
}

impl Acts {
    /// Cites these sources, with the short names of acts that have one.
    pub fn new<'a>(sources: impl IntoIterator<Item = &'a ir::Source>) -> Acts {
        let source = |source: &ir::Source| {
            let act = Act::by_celex(&source.celex);
            let name = act.map_or_else(|| ActName::from_number(&source.number), |act| act.name().clone());
            (source.name.clone(), Source { act, name })
        };
        Acts { sources: sources.into_iter().map(source).collect(), style: Style::Short }
    }

    /// The same with another way to name the act.
    pub fn styled(self, style: Style) -> Acts {
        Acts { style, ..self }
    }
}

impl Citations for Acts {
    /// A source that is not declared is called as the citation calls it.
    fn cite(&self, citation: &Citation, lang: Lang) -> String {
        let name = &citation.provision.source;
        match self.sources.get(name) {
            Some(Source { act, name }) => law::cite(citation, *act, name, lang, self.style),
            None => law::cite(citation, None, &ActName::from_number(name), lang, Style::Full),
        }
    }

    fn cite_place(&self, citation: &Citation, lang: Lang) -> String {
        match self.sources.get(&citation.provision.source) {
            Some(Source { act, name }) => law::cite(citation, *act, name, lang, Style::Own),
            None => self.cite(citation, lang),
        }
    }

    fn levels(&self, provision: &ProvisionId) -> Vec<Level> {
        let act = self.sources.get(&provision.source).and_then(|source| source.act);
        law::levels(act, provision)
    }
}
