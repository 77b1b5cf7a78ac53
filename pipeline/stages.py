"""The stages of a run, top to bottom. Each takes the type on its left and gives the type on its right.

`work` names the function that does it, as "module:name"; it is imported when the stage begins, so that no
command pays for a stage that it does not use. This file holds the list and no logic.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its name, what it takes, what it gives, and the function that does it."""

    name: str
    takes: str
    gives: str
    work: str


STAGES = (
    Stage("configuring", "folder", "Configuration", "pipeline.configuring.configuration:load"),
    Stage("reading", "files", "Reading", "pipeline.reading.folder:read_all"),
    Stage("annotating", "Article", "Doc", "pipeline.annotating.annotate:Annotator"),
    Stage("extracting", "Doc", "Extraction", "pipeline.extracting.extract:extract"),
    Stage("resolving", "Extraction", "Resolved", "pipeline.resolving.resolve:resolve"),
    Stage("reconciling", "Resolved", "Reconciled", "pipeline.reconciling.reconcile:reconcile"),
    Stage("tabling", "Findings", "tables", "pipeline.tabling.tables:write_tables"),
    Stage("reporting", "tables", "page", "pipeline.reporting.page:write_report"),
)
