//! Words by which sentences are understood, and words that stand where an author's should.

use super::meanings;

meanings! {
    /// What a function word does in a sentence. A word may do several: "when" asks and conditions.
    ClauseRole {
        /// The clause says that it is not so.
        Negation = "negation",
        /// It was so, and ended.
        NoLonger = "no-longer",
        /// It is so only if something else is.
        Condition = "condition",
        /// It may be so.
        Possibility = "possibility",
        /// It has to be so: "must", "it is necessary to".
        Demand = "demand",
        /// It is to become so.
        Plan = "plan",
        /// It was so at an earlier time.
        Past = "past",
        /// It is so of a part.
        Part = "part",
        /// It is so of the whole.
        Whole = "whole",
        /// What is done one after the other: "phase", "milestone".
        Stage = "stage",
        /// All of those: "all phases".
        EveryStage = "every-stage",
        /// Ends the name of a part: "the mechanical half", "at the level of".
        Aspect = "aspect",
        /// In which way it is so, of all of it: "operationally", "de facto".
        Manner = "manner",
        /// It is so of most: "mostly", before the verb.
        Largely = "largely",
        /// It is so but for what follows: "except for".
        Except = "except",
        /// A place or a kind of work in which alone it is so: "in production", "for new projects".
        Scope = "scope",
        /// What a part leaves: "the rest".
        Rest = "rest",
        /// It still counts: "stands", "in force".
        Holds = "holds",
        /// An end was undone.
        Restored = "restored",
        /// What follows was not chosen.
        Instead = "instead",
        /// What follows did it too.
        Jointly = "jointly",
        /// What follows did it.
        Agent = "agent",
        /// Joins.
        And = "and",
        /// Tells what came next: "then", "later", "now".
        Then = "then",
        /// What is wanted, before a label: "target".
        Aimed = "aimed",
        /// Offers a choice.
        Or = "or",
        /// Stands before a date.
        Time = "time",
        /// May stand before a status without changing it.
        LeadIn = "lead-in",
        /// As a whole statement it says that a decision counts; in a sentence it only tells of one.
        Settled = "settled",
        /// Stands before what something is for, or where it holds.
        Purpose = "purpose",
        /// Says that what follows belongs to the record: "its".
        Own = "own",
        /// Stands before another record, an older one or one of the team's: "our", "earlier".
        Earlier = "earlier",
        /// Ties what follows to the name before it, as a thing that this has: `ADR-2 の`.
        Genitive = "genitive",
        /// Points to what follows: "see".
        See = "see",
    }
}

meanings! {
    /// A short answer that says: there is nothing to say here.
    Answer {
        /// There are none.
        None = "none",
        /// The question does not arise.
        NotApplicable = "not-applicable",
        /// May follow "none" without changing it: `none so far`.
        SoFar = "so-far",
        /// Begins the reason, or says where it holds: `not needed because`, `not relevant here`.
        Because = "because",
    }
}

meanings! {
    /// What stands where an author's own words should.
    Placeholder {
        /// Says that something is to be done.
        Todo = "todo",
        /// Says that more will follow, where it is all that a section says; beside a name it says how that stands:
        /// `Staging: under construction`.
        Announced = "announced",
        /// Names the value that belongs here: `your name`.
        Noun = "noun",
        /// Fills the space: `lorem ipsum`.
        Filler = "filler",
        /// Says something although it stands in brackets: `[verified]`.
        Stamp = "stamp",
        /// Beside it `TODO` is spoken of: `TODO comments`.
        Mention = "mention",
    }
}

meanings! {
    /// How a template speaks to whoever fills it in.
    Instruction {
        /// A verb in the imperative: `describe`.
        Verb = "verb",
        /// A verb that may be said to a system or of it as well: `include`, `define`. Only what else the
        /// sentence names can tell; a list of nothing else is the author's.
        Supply = "supply",
        /// The beginning of a sentence about the section: `this section describes`.
        Opener = "opener",
        /// Other words that an instruction in brackets begins with: `how`.
        Question = "question",
    }
}

meanings! {
    /// What a word says of what it stands beside. A word may say several things.
    Reference {
        /// A decision record has the number behind it.
        Record = "record",
        /// A directory of decision records is called so.
        RecordDirectory = "record-directory",
        /// What follows is a number.
        Number = "number",
        /// The number behind it belongs to something that is no record.
        Foreign = "foreign",
        /// Where the records of others are kept.
        Repository = "repository",
        /// The document is a template.
        Template = "template",
        /// The record informs and decides nothing, as an
        /// [RFC](https://www.rfc-editor.org/rfc/rfc2026#section-4.2.2) may.
        Informational = "informational",
        /// A chapter's number follows.
        Chapter = "chapter",
        /// A page that lists what lies beside it is called so.
        Index = "index",
        /// The number of a smaller piece of a text follows: `item`, `step`.
        Passage = "passage",
        /// The name of one thing follows: `Constraints for Atlas`.
        For = "for",
        /// Says how a subject is treated, and not what it is: `strategy`, `設計`.
        Treatment = "treatment",
        /// Says how much of a subject or which state of it is meant, and names no other: `current`, `overall`, `principal`.
        Qualifier = "qualifier",
        /// Says behind a subject how it stands, and names no other: `remaining`, `used`.
        Standing = "standing",
        /// Stands between what describes and the word that is described: `的`.
        Describes = "describes",
        /// A text that tells of what follows: `description of`, `list of`.
        Account = "account",
        /// A picture that may be asked for: `diagram`, `Abbildung`.
        Figure = "figure",
        /// What stands below such a heading is about one part of the system.
        PartOfSystem = "part-of-system",
        /// What the code of a system comes apart into: `crates`, `layers`, `module structure`.
        PartOfCode = "part-of-code",
        /// What goes through a system: `requests`, `messages`.
        Flowing = "flowing",
        /// Where a system runs, and for whom: "production", "staging".
        Environment = "environment",
        /// The same, by a word that names what is done there as well: "development", "test", "local".
        WorkingEnvironment = "working-environment",
        /// A program writes the text, as a key of its own front matter says: `generado: true`.
        Generated = "generated",
        /// What follows is one of many: `e.g.`, `z. B.`
        Example = "example",
        /// The place where something is to be written.
        Here = "here",
        /// What stood here is elsewhere now: "moved to".
        Moved = "moved",
        /// A heading for the status that may also be one for the situation in which a decision is made: "Durum".
        Situation = "situation",
        /// Stands in the place of a name in the shape of an address: `your.name@company.com`.
        Mailbox = "mailbox",
    }
}
