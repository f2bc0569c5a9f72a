//! `trace`: which links between items are asked for, and how a team writes its ids.

use readers::settings::places::KeyPath;
use readers::settings::{Chain, Chains, ID_PARTS, IdForm, TraceSettings};
use text::wording::listed;

use super::ConfigError;
use super::loose::Texts;
use super::raw::{RawTrace, RawTraceTable};
use super::resolve::Resolver;

impl Resolver {
    pub(super) fn trace(&mut self, at: &KeyPath, raw: Option<RawTrace>) -> TraceSettings {
        let (chains, ids) = match raw {
            None | Some(RawTrace::Flag(false)) => (None, None),
            Some(RawTrace::Flag(true)) => (Some(Chains::Usual), None),
            Some(RawTrace::Links(links)) => (Some(self.chains(at, links)), None),
            Some(RawTrace::Table(RawTraceTable { links, ids })) => {
                let chains = links.map(|links| self.chains(&at.key("links"), links));
                (Some(chains.unwrap_or(Chains::Usual)), ids)
            }
        };
        let forms = ids.map(|Texts(forms)| forms).unwrap_or_default();
        let forms = forms.iter().enumerate();
        let at = at.key("ids");
        let ids = forms.filter_map(|(index, form)| self.id_form(&at.index(index), form)).collect();
        TraceSettings { chains, ids }
    }

    fn chains(&mut self, at: &KeyPath, Texts(links): Texts) -> Chains {
        let mut chains = Vec::new();
        for (index, written) in links.iter().enumerate() {
            let at = at.index(index);
            let Some(found) = Chain::read(written, &at) else {
                let problem = format!(
                    "expected a link such as `decision -> quality-goal`, found `{written}`"
                );
                self.wrong.push(ConfigError::new(&at, problem, self.places.value(&at)));
                continue;
            };
            chains.extend(found);
        }
        Chains::Named(chains)
    }

    fn id_form(&mut self, at: &KeyPath, form: &str) -> Option<IdForm> {
        match IdForm::read(form) {
            Ok(form) => Some(form),
            Err(problem) => {
                let known = ID_PARTS.map(|name| format!("{{{name}}}"));
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let error = ConfigError::new(at, problem, self.places.value(at));
                self.wrong.push(error.hint(format!("write {}", listed(&known))));
                None
            }
        }
    }
}
