"""The closed classes of English that the rules walk over: the grammar itself, which no configuration changes."""

from __future__ import annotations

from pipeline.annotating.words import ARTICLES

INDEFINITE = frozenset(("a", "an"))
OWNERS = frozenset(("his", "her", "its", "their"))
HERS = frozenset(("his", "her"))
DETERMINERS = ARTICLES | OWNERS
POINTERS = frozenset(("the", "this", "that"))
STARTERS = ARTICLES | {"this"}
OPENERS = STARTERS | OWNERS  # what begins a noun phrase: nothing left of it belongs to the phrase
BEING = frozenset(("is", "are", "was", "were"))
BE_FORMS = BEING | {"been", "be", "being"}
PLURAL_BEING = frozenset(("are", "were"))
HAVING = frozenset(("have", "has", "had"))
COMING = frozenset(("will", "to", "can", "could", "would"))  # what is not done yet ("12 million voters will cast")
RELATIVES = frozenset(("who", "which", "that"))
ALL_RELATIVES = RELATIVES | {"whom", "whose"}
PRONOUNS = frozenset(("he", "she", "it", "they"))
THEY = frozenset(("they", "them"))
THOSE = frozenset(("them", "these", "those"))
RECEIVING = frozenset(("him", "her", "them", "it"))  # whom a verb of giving gives something
COORDINATORS = frozenset(("and", "or"))
RANGE_LINKS = frozenset(("to", "or", "-", "\u2013", "\u2014"))
RANGE_OPENERS = frozenset(("from", "between", "by"))  # "from 29 to 47" is a change; "between" wants "and"
AFTER_PARTS = frozenset(("of", "the", "in", "between", "each", "apiece"))  # "a third of", "a third the votes"
TURNS = frozenset(("but", "while", "whereas", "although", "though"))  # a clause of its own begins
ENDS = TURNS | {"and", "with", "in", "on", "to", "after", "at"}  # behind a phrase: something else is told

NO_VERBS = frozenset(("vote", "voting"))  # nouns as often as verbs: "19.8% of vote", "93 percent of voting stations"

# The parser's tags (Penn Treebank) and dependency labels (spaCy's English ones).
FINITE = frozenset(("VBD", "VBZ", "VBP"))
PARTICIPLES = frozenset(("VBN", "VBG"))
ADJECTIVES = frozenset(("JJ", "JJR"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
PLURALS = frozenset(("NNS", "NNPS"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
# From a figure up to the verb of its own clause, and from a second verb to the first: "fell to 43 and exceeded 80".
CARRIES = frozenset(
    ("nummod", "quantmod", "dobj", "pobj", "prep", "attr", "acomp", "advmod", "amod", "npadvmod", "conj")
)

# Behind a span of time: "five years ago", "a decade earlier".
AGO = frozenset(("ago", "earlier", "before", "previously"))
HYPHENS = frozenset(("-", "\u2011"))
ALL_HYPHENS = HYPHENS | {"\u2010"}
OPEN_QUOTES = frozenset(('"', "\u201c", "'", "\u2018"))
CLOSE_QUOTES = frozenset(('"', "\u201d", "'", "\u2019"))
STANCES = frozenset(("for", "against", "yes", "no"))  # of a vote, behind its figure or its verb
