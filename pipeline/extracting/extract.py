"""Doc -> Extraction: every claim of one article, with the hints at its contest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from pipeline.annotating.gate import CORE, SURE, ElectionWords
from pipeline.configuring.configuration import Configuration
from pipeline.extracting.aliases import aliases
from pipeline.extracting.circumstances import Judge
from pipeline.extracting.claims import ClaimMaker
from pipeline.extracting.cues import article_cues, claim_cues
from pipeline.extracting.each import all_together, counted_parties, level_one, others_alike, others_of_each
from pipeline.extracting.figures import outside_names, read_figures
from pipeline.extracting.grounds import Ground
from pipeline.extracting.listed import Listed, TableLines
from pipeline.extracting.measuring.ago import Ago
from pipeline.extracting.measuring.measure import MeasureReader
from pipeline.extracting.naming.duel import Duel
from pipeline.extracting.naming.frames import Frames
from pipeline.extracting.naming.quoted import Quoted
from pipeline.extracting.naming.subject import Discourse, Subject
from pipeline.extracting.naming.titled import Titled, Titles
from pipeline.extracting.people import People
from pipeline.extracting.polls import Polls, Telling
from pipeline.extracting.prints import sentence_prints
from pipeline.extracting.ratios import Ratios
from pipeline.extracting.readings import Reading
from pipeline.extracting.records import Records
from pipeline.extracting.scene import Scene, make_scene
from pipeline.types import Claim, ContestCue, CountStage, Doc, Extraction, SubjectKind

_BEFORE = 3  # sentences before the one read that the rules may look at


@dataclass(frozen=True, slots=True)
class _Views:
    """What is asked of an article as a whole, and which mentions a sentence is about."""

    ground: Callable[[Sequence[Scene]], Ground]
    stage: Callable[[Sequence[Scene]], CountStage]
    polls: Callable[[Sequence[Scene]], Telling | None]
    salient: Callable[[Scene], list[int]]
    goes_on: Callable[[Scene], SubjectKind | None]
    spoken: Callable[[Scene], Subject | None]


@dataclass
class _Story:
    """What is known of an article while its sentences are read in order.

    All that a reading needs is worked out when the first one asks for it: most articles have figures and no reading.
    """

    scenes: Sequence[Scene]
    views: _Views
    ago: Ago = field(default_factory=Ago)
    past: Discourse = field(default_factory=Discourse)
    unseen: list[Scene] = field(default_factory=list)  # sentences that `past` has not been told of

    @cached_property
    def ground(self) -> Ground:
        """The ground that the article gives its readings."""
        return self.views.ground(self.scenes)

    @cached_property
    def stage(self) -> CountStage:
        """The stage of the count that the article speaks of."""
        return self.views.stage(self.scenes)

    @cached_property
    def polls(self) -> Telling | None:
        """The polls that the article is on."""
        return self.views.polls(self.scenes)

    @property
    def discourse(self) -> Discourse:
        """What the sentences before this one spoke of.

        Whoever adds to its subjects has asked for it: those of the sentences not yet seen are as they left them.
        """
        for scene in self.unseen:
            same = self.views.goes_on(scene)
            self.past.see(scene, self.views.salient(scene), same, self.views.spoken(scene))
        self.unseen.clear()
        return self.past


class Extractor:
    """Holds the readers made from the configuration; `extract` reads one article."""

    def __init__(self, config: Configuration) -> None:
        self._config = config
        self._measures = MeasureReader(config)
        self._people, self._records = People(config.statements, config.places), Records(config.statements)
        self._frames = Frames(config.terms, config.annotating)
        self._ratios = Ratios.of(config.terms)
        self._seat_nouns = config.terms.nouns.seat | config.terms.nouns.member
        self._tables = TableLines(config, self._frames.names)
        self._judge = Judge(config.circumstances, config.terms)
        self._polls = Polls(config.circumstances.unasserted, config.circumstances.stages.exit)
        self._claims = ClaimMaker(config, self._judge)
        self._titles = Titles(config)
        self._election = ElectionWords(config.annotating)
        # What alone is read of an article without a word of elections: "results from 12 of the 18 provinces".
        self._areas = frozenset(config.terms.areas) | config.terms.counting.declared.nouns
        self._views = _Views(
            self._ground,
            self._judge.article_stage,
            self._polls.telling,
            self._frames.salient,
            self._frames.goes_on,
            self._frames.spoken,
        )

    def extract(self, doc: Doc) -> Extraction:
        """Return the article's claims in text order, its mentions, aliases and sentence prints."""
        scenes = self._scenes(doc)
        electoral = any(self._election.among(scene.words, scene.vocabulary) & (CORE | SURE) for scene in scenes)
        self._count(scenes if electoral else [scene for scene in scenes if scene.has(self._areas)])
        story = _Story(scenes, self._views, past=self._discourse(scenes))
        tables = self._tables.find(scenes) if electoral else {}
        claims: list[Claim] = []
        for n, scene in enumerate(scenes):
            near = scenes[max(0, n - _BEFORE) : n + 1]
            if n in tables:
                claims += self._rows(near, tables[n], story)
            elif scene.figures:
                claims += self._sentence(near, story)
            claims += self._stated(near)
            if scene.has(self._seat_nouns):
                story.ago.seat_words = story.ago.sentence
            story.ago.sentence += 1
            story.unseen.append(scene)
        cues = article_cues(doc, self._config)
        claims = self._public(claims, cues)
        return Extraction(
            doc.article.article_id,
            doc.mentions,
            tuple(sorted(claims, key=lambda c: (c.quantity.char_start, c.measure, c.subject_start or 0))),
            cues,
            aliases(doc),
            sentence_prints(doc),
        )

    def _discourse(self, scenes: list[Scene]) -> Discourse:
        quoted = Quoted(scenes, self._config.statements.speakers.turned)
        return Discourse(titled=Titled(scenes, self._titles), duel=Duel(scenes), quoted=quoted)

    def _public(self, claims: list[Claim], cues: Sequence[ContestCue]) -> list[Claim]:
        """Of an article on company ballots only what a sentence says of an election, and who heads what.

        "By proxy 44 percent voted to back the merger": shareholders vote too, and no election is meant.
        """
        if not any(cue.kind == "private" for cue in cues):
            return claims
        told = self._config.contests.measures.attributes
        return [c for c in claims if c.measure in told or any(cue.kind == "election_kind" for cue in c.cues)]

    def scenes(self, doc: Doc) -> list[Scene]:
        """Return the sentences as scenes, figures read in those that the gate let through."""
        scenes = self._scenes(doc)
        self._count(scenes)
        return scenes

    def _count(self, scenes: Sequence[Scene]) -> None:
        """Read the figures of those of the scenes that have a parse."""
        for scene in scenes:
            if scene.sentence.tokens:
                numbers = read_figures(scene.words, self._config.quantities, self._config.dates)
                figures = self._ratios.join(scene.words, scene.tags, numbers)
                scene.figures = outside_names(figures, scene.mention_at)

    def _scenes(self, doc: Doc) -> list[Scene]:
        """The sentences as scenes, without figures."""
        out, at = [], 0
        for sentence in doc.sentences:
            inside = []
            while at < len(doc.mentions) and doc.mentions[at].char_start < sentence.char_end:
                inside.append(doc.mentions[at])
                at += 1
            out.append(make_scene(doc, sentence, inside))
        return out

    def _ground(self, scenes: Sequence[Scene]) -> Ground:
        parties = self._config.terms.reference.party_heads
        return Ground(self._config.circumstances.grounds, self._election, parties, scenes)

    def _stated(self, scenes: Sequence[Scene]) -> list[Claim]:
        """People and records: read in every sentence, for most hold no figure and have no parse."""
        scene, out = scenes[-1], []
        for claim in [*self._people.claims(scene), *self._records.claims(scene, scenes[:-1])]:
            start, end = claim.quantity.char_start, claim.quantity.char_end
            inside = [i for i, w in enumerate(scene.words) if start <= w.start < end]
            out.append(replace(claim, cues=claim_cues(scene, inside[0], inside[-1] + 1, self._config)))
        return out

    def _sentence(self, scenes: Sequence[Scene], story: _Story) -> list[Claim]:
        """The claims of the last of `scenes`, each of which `story` is told of."""
        out: list[Claim] = []
        readings = self._measures.read(scenes[-1], story.ago)
        for figure_read in readings:
            if not story.ground.holds(scenes, figure_read, readings):
                continue
            story.ago.add(figure_read)
            reading = self._judge.limit(scenes[-1], figure_read) or figure_read
            if self._polls.polled(scenes, reading, story.polls):
                continue
            if not reading.limit and not self._judge.asserted(scenes[-1], reading):
                continue
            for subject in self._subjects(scenes, reading, story):
                claim = self._claims.make(scenes, reading, subject, story.stage)
                if self._config.measures.within_bounds(claim.measure, claim.quantity.value, claim.quantity.unit):
                    out.append(claim)
                    story.past.subjects += [] if subject is None else [subject]
                    story.past.told = claim.quantity.char_start
        return out

    def _rows(self, scenes: Sequence[Scene], row: Sequence[Listed], story: _Story) -> list[Claim]:
        """The claims of a line of a table: the line above it says which election it is of, and how settled."""
        head = row[0].head
        if story.polls == "opinion polls" or self._polls.names_one(head) or not story.ground.under(head):
            return []
        stage = self._judge.told(head) or story.stage
        out: list[Claim] = []
        for told in row:
            claim = self._claims.make(scenes, told.reading, told.subject, stage)
            if self._config.measures.within_bounds(claim.measure, claim.quantity.value, claim.quantity.unit):
                # at its first word, not at what "(last election in brackets)" ends with
                cues = self._under(claim.cues, head)
                out.append(replace(claim, cues=cues, scope_text=claim.scope_text or told.part))
                story.past.subjects.append(told.subject)
        return out

    def _under(self, own: tuple[ContestCue, ...], head: Scene) -> tuple[ContestCue, ...]:
        """A row's own cues, else those of the line above; a round may come from a heading above that."""
        if any(cue.kind != "round" for cue in own):
            return own
        above = claim_cues(head, 0, 1, self._config)
        return (*(cue for cue in above if not own or cue.kind != "round"), *own)

    def _subjects(self, scenes: Sequence[Scene], reading: Reading, story: _Story) -> list[Subject | None]:
        """The ones a reading is said of, [None] for a reading of the contest; none where a needed one is not found."""
        if reading.need == "none":
            return [None]
        level = self._config.terms.naming.frames.level
        found = self._frames.find(scenes[-1], reading, story.discourse)
        found = level_one(scenes[-1], reading, found, self._frames.names, level)
        if reading.need == "required":
            if found is None:
                return []
            shared = any(r is not reading and _told_share(r) for r in story.ago.recent())
            housed = any(r.unit == "seat" for r in story.ago.here())
            if not story.ground.supports(scenes, reading, found, shared, housed):
                return []
        names, scene = self._frames.names, scenes[-1]
        if found is None or (reading.measure == "candidates" and counted_parties(scene, found)):
            return [None]
        together = self._config.terms.reference.together
        return [
            all_together(scene, reading, found, names, together),
            *others_of_each(scene, reading, found, names, level),
            *others_alike(scene, reading, found, names, self._config.terms.naming.frames.alike),
        ]


def _told_share(reading: Reading) -> bool:
    """True for a share that its own words call one ("of the vote")."""
    return reading.measure == "vote_share" and not reading.rule.startswith(("got", "name"))


@lru_cache(maxsize=4)
def _extractor(holder: _Held) -> Extractor:
    return Extractor(holder.config)


class _Held:
    """A configuration as a cache key: equal where the digests are."""

    def __init__(self, config: Configuration) -> None:
        self.config = config

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.config.digest == self.config.digest

    def __hash__(self) -> int:
        return hash(self.config.digest)


def extract(doc: Doc, config: Configuration) -> Extraction:
    """Return what is read in one annotated article (see `Extractor`)."""
    return _extractor(_Held(config)).extract(doc)
