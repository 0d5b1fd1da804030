"""Who a mention is: offices completed through a preposition, articles of names, counterparts."""


def people(document):
    return {(p.person, p.state, p.office) for m in document.cast.mentions for p in m.members if p.office}


def test_an_office_is_completed_by_its_state_behind_a_preposition(read):
    document = read("استقبل الوزير رئيس مجلس النواب في جمهورية كازاخستان يرلان كوشانوف في مسقط.")
    assert ("yerlan-koshanov", "KAZ", "speaker_lower_house") in people(document)
    mention = next(m for m in document.cast.mentions if m.participant.person == "yerlan-koshanov")
    assert document.text[mention.start : mention.end].startswith("رئيس مجلس النواب في جمهوريه كازاخستان")


def test_a_place_behind_a_preposition_is_no_part_of_another_office(read):
    document = read("التقى الرئيس التركي رجب طيب أردوغان في جمهورية كازاخستان عددا من الطلاب.")
    assert ("recep-tayyip-erdogan", "TUR", "head_of_state") in people(document)


def test_a_counterpart_has_the_office_of_the_person_before(read):
    document = read("التقى وزير الخارجية العماني نظيره القطري في مسقط.")
    assert {(state, office) for _, state, office in people(document)} == {
        ("OMN", "foreign_minister"),
        ("QAT", "foreign_minister"),
    }


def test_an_article_belongs_to_the_name(read):
    document = read("أكد الملك سلمان أن بلاده ستواصل دعم اليمن.", published="2018-05-07")
    king = next(m.participant for m in document.cast.mentions if m.participant.office == "monarch")
    assert king.person == "salman-bin-abdulaziz-al-saud"
    assert king.name.startswith(("الملك", "سلمان"))
