"""Exports of press databases in their published form, of invented articles."""

from __future__ import annotations

SENTENCES = (
    "The mayor of Lowhaven said on Tuesday that the bridge was safe.",
    "“Nobody was hurt,” said Hedda Corl, a spokeswoman for the harbour office, late in the evening.",
    "Police reported that two vans and a lorry had been found on the northern bank of the river.",
)
"""Invented sentences that every sample holds in some setting."""

NEXIS = f"""
                               Document 1 of 2

                     Copyright 2024 The Harbour Post Ltd
                            All Rights Reserved
                              The Harbour Post

                     December 17, 2024 Tuesday
                         Late Edition - Final

SECTION: NEWS; Pg. 4

LENGTH: 42 words

HEADLINE: Bridge closed
at Lowhaven

BYLINE: By HEDDA CORL

BODY:
   {SENTENCES[0][:38]}
{SENTENCES[0][38:]}

   {SENTENCES[1]}

LOAD-DATE: December 18, 2024

                               Document 2 of 2

                              The Harbour Post

                     December 18, 2024 Wednesday

Ferry runs again

BYLINE: Halden Reyle

LENGTH: 12 words

The ferry ran again, the harbour office said.

LOAD-DATE: December 18, 2024
"""
"""An export of Nexis in the older form; the second article has no "BODY"."""

NEXIS_UNI = f"""Bridge closed at Lowhaven

The Harbour Post (Lowhaven)

December 17, 2024 Tuesday 9:00 AM GMT

Copyright 2024 Harbour Media Limited All Rights Reserved
Section: NEWS; Version:1
Length: 81 words
Byline: Hedda Corl in Lowhaven
Highlight: Officials say nobody was hurt

Body

{SENTENCES[0]}

{SENTENCES[1]}

Load-Date: December 17, 2024

End of Document

Ferry runs again

The Harbour Post

December 18, 2024 Wednesday

Length: 12 words

Body

The ferry ran again.

Classification

Language: ENGLISH

End of Document
"""
"""An export of Nexis Uni."""

FACTIVA = f"""HD
Bridge closed at Lowhaven
BY
By Hedda Corl
WC
42 words
PD
17 December 2024
SN
The Harbour Post
SC
HARBP
LA
English
CY
Copyright 2024 Harbour Media
LP

{SENTENCES[0]}

TD

IN the evening nobody was on it, the office said.

NS
gcat : Political/General News
AN
Document HARBP00020241217ekch0000x

HD   Ferry runs again
PD   18 December 2024
SN   The Harbour Post
LP   The ferry ran again.
AN   Document HARBP00020241218ekci0000y
Document HARBP00020241218ekci0000y
"""
"""An export of Factiva with field codes, once above and once beside the words."""

FACTIVA_PLAIN = f"""Business

Bridge closed at Lowhaven

By Hedda Corl
42 words
17 December 2024
The Harbour Post
HARBP
English
Copyright 2024 Harbour Media

{SENTENCES[0]}

{SENTENCES[1]}

Harbour Media Limited

Document HARBP00020241217ekch0000x
"""
"""An export of Factiva without the codes."""
