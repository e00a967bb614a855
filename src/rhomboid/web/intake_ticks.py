"""The "any of these?" pages: a tick is yes, a mark in its second column not sure, "none of these" a no to them all."""

from django.http import QueryDict

from rhomboid.screening.questions import Question
from rhomboid.web.intake_fields import Reading

NONE = "none_of_these"
UNSURE = "not_sure"


def read_ticks(questions: tuple[Question, ...], post: QueryDict) -> Reading:
    """Read a page of ticks. What was asked and not ticked is a no, once the person has chosen anything at all."""
    reading = Reading()
    for question in questions:
        sent = post.getlist(question.fact.id)
        # Both marks on one line: the more cautious reading.
        answer = "yes" if "yes" in sent else "unsure" if "unsure" in sent else "no"
        reading.facts[question.fact.id] = answer
    chosen = any(answer != "no" for answer in reading.facts.values())
    unsure = any("unsure" in post.getlist(question.fact.id) for question in questions)
    says_none, says_unsure = NONE in post, UNSURE in post
    reading.shown = {**reading.facts, NONE: says_none, UNSURE: says_unsure or unsure}
    if says_none and (chosen or says_unsure):
        reading.errors[NONE] = "You chose “None of these” and something else too. Keep what is right."
    elif says_unsure and not unsure:
        reading.errors[UNSURE] = "Mark each line you are not sure about."
    elif not (says_none or chosen):
        reading.errors[NONE] = "Tick what fits, or choose “None of these”."
    return reading
