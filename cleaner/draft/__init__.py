"""Rules drafted for a person to look at and accept, from stored pages and from corrections.

Nothing learns by itself: a draft is a text, and counts when somebody has saved it among the rules.
"""

from cleaner.draft.change import Change, Was
from cleaner.draft.correct import Draft, draft_rules
from cleaner.draft.pack import draft_pack
from cleaner.draft.trial import Changed, Judged, compare

__all__ = ["Change", "Changed", "Draft", "Judged", "Was", "compare", "draft_pack", "draft_rules"]
