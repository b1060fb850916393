"""The steps by which the verdicts of an HTML page are settled, in order of trust."""

from __future__ import annotations

from cleaner.settle.above_title import settle_above_title
from cleaner.settle.announced import settle_announced
from cleaner.settle.beside_story import settle_beside_story
from cleaner.settle.between import settle_between
from cleaner.settle.bio import settle_bio
from cleaner.settle.board import Board
from cleaner.settle.brief import settle_brief
from cleaner.settle.cards import settle_cards
from cleaner.settle.claims import settle_claims
from cleaner.settle.doubtful_list import settle_doubtful_lists
from cleaner.settle.entry_heading import settle_entry_headings
from cleaner.settle.far_account import settle_far_accounts
from cleaner.settle.fragment import settle_fragment
from cleaner.settle.groups import settle_groups
from cleaner.settle.headline import settle_headline
from cleaner.settle.labelled_link import settle_labelled_links
from cleaner.settle.labels import settle_labels
from cleaner.settle.lead import settle_lead
from cleaner.settle.leftovers import settle_leftovers
from cleaner.settle.linked_items import settle_linked_items
from cleaner.settle.lone_link import settle_lone_links
from cleaner.settle.long_story import settle_long_story
from cleaner.settle.menus import settle_menus
from cleaner.settle.named_box import settle_named_boxes
from cleaner.settle.offer import settle_offer
from cleaner.settle.other_article import settle_other_article
from cleaner.settle.other_lead import settle_other_leads
from cleaner.settle.photo_story import settle_photo_story
from cleaner.settle.repeats import settle_repeats
from cleaner.settle.signature import settle_signature, settle_signed_above
from cleaner.settle.story import settle_story
from cleaner.settle.subheading import settle_subheading
from cleaner.settle.tag_list import settle_tag_lists
from cleaner.settle.tail import settle_tail
from cleaner.settle.teasers import settle_teasers
from cleaner.settle.under_picture import settle_under_picture
from cleaner.settle.unmarked_headline import settle_unmarked_headline

STEPS = (
    settle_claims,  # what a pack rule says of a block for certain
    settle_labels,  # boxes of other articles that a label opens
    settle_tag_lists,  # key words one below the other under their label
    settle_headline,  # the printed title, and its copies
    settle_other_leads,  # leads of the cards around the story
    settle_fragment,  # running text without a page around it
    settle_story,  # what the trained judge keeps, typed by its element
    settle_linked_items,  # lists whose items open with other articles' headlines
    settle_brief,  # the paragraphs of a short story, where the markup says that it is told
    settle_cards,  # rows of other articles, a linked title each
    settle_beside_story,  # what the judge is not sure of and what stands apart from the rest
    settle_doubtful_lists,  # bullets on pages of news that may be a summary or other stories
    settle_long_story,  # the far paragraphs of a long row that begins as story
    settle_entry_headings,  # a doubtful heading of an entry, where others of its make are story
    settle_under_picture,  # captions that only their place gives away
    settle_lone_links,  # other articles offered between paragraphs
    settle_labelled_links,  # and behind a label, on a page of news
    settle_teasers,  # the leads of such articles
    settle_announced,  # other articles that a line announces, as newsrooms do
    settle_subheading,  # headings in scripts of few characters
    settle_groups,  # the rest of lists and tables that are story
    settle_unmarked_headline,  # a headline that only its place gives away
    settle_between,  # what stands inside a box whose edges the rules know
    settle_above_title,  # what the judge keeps of what stands above the headline
    settle_offer,  # what a box under a label of subscription lists
    settle_named_boxes,  # small boxes of doubtful lines whose class says newsletter or related
    settle_bio,  # who the author is, told behind the story
    settle_other_article,  # the next story of an endless page
    settle_far_accounts,  # accounts in a side bar
    settle_photo_story,  # a story that is told by its captions
    settle_signed_above,  # names between headline and story
    settle_lead,  # the sapo, and its copy in the body
    settle_repeats,  # captions, paragraphs and quotations that are printed twice
    settle_signature,  # claims that hold only before or after the story
    settle_tail,  # headings and labels with nothing under them
    settle_leftovers,  # all that is left is furniture, named by what stands around it
    settle_menus,  # rows of short links that are no other articles
)


def settle_html(board: Board) -> None:
    """Give every block of an HTML page its verdict."""
    for step in STEPS:
        step(board)
