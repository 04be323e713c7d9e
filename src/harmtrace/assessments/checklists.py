"""What is to be gone through at each stage of an assessment, item by item."""

from collections.abc import Mapping

from harmtrace.records.assessment import State

# The steps of the published credibility process (initial review of strike data and video, requests for
# information, credibility assessment, formal investigation) as questions. An item left open forbids nothing:
# it is shown beside the closing, so that a reader sees what a decision did not look at.
CHECKLISTS: Mapping[State, Mapping[str, str]] = {
    State.RECEIVED: {
        "logged": "The report is kept as it came, with its channel",
        "reporter_acknowledged": "The reporter was told that it was received",
    },
    State.SCREENED: {
        "own_operation": "It lies within the body's area and time of operation",
        "not_known_yet": "It was compared with earlier allegations",
        "time_place": "Day and place were settled as closely as the report allows",
    },
    State.INITIAL_ASSESSMENT: {
        "strike_log": "Strike data was searched at the place, day and hours, with their uncertainty",
        "other_forces": "Partner and ground forces were asked for their own strikes and fire",
        "video_reviewed": "Strike and surveillance video of the place and time was reviewed",
        "open_sources": "Reports, posts and pictures from the place were read in their own language",
        "reporter_asked": "The reporter was asked for what is missing",
    },
    State.CREDIBILITY_ASSESSMENT: {
        "imagery_compared": "Imagery from before and after the strike was compared",
        "crew_heard": "Those who asked for, approved and carried out the strike were heard",
        "witnesses_heard": "Witnesses or survivors were heard",
        "site_evidence": "Evidence from the site was examined, or it is said why not",
        "numbers_settled": "Killed and injured were counted by one stated rule",
        "standard_named": "The standard of proof is named",
    },
    State.FORMAL_INVESTIGATION: {
        "officer_appointed": "An investigating officer outside the chain of the strike was appointed",
        "legal_review": "The findings were reviewed for their legal sufficiency",
        "findings_recorded": "Findings and recommendations are on record",
        "family_informed": "Those harmed were informed, or it is said why not",
    },
}


def checklist(stage: State) -> Mapping[str, str]:
    """Return the items of a stage, each with its question; none for closed stages.

    A reopened allegation is gone through again from the initial assessment on.

    >>> list(checklist(State.RECEIVED))
    ['logged', 'reporter_acknowledged']
    """
    return CHECKLISTS.get(stage, {})
