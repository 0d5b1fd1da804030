"""Who a mention is: offices completed through a preposition, articles of names, counterparts."""

import pytest


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


def named(document):
    return {p.name for m in document.cast.mentions for p in m.members if p.name}


def test_a_definite_phrase_is_whoever_held_that_office_last(read):
    document = read("التقى رئيس الوزراء الياباني عادل ناصيف الطلاب. وشكر رئيس الوزراء الحاضرين.")
    assert [m.participant.name for m in document.cast.mentions] == ["عادل ناصيف"] * 2


def test_further_titles_are_nobody_else(read):
    text = "التقى وزير الدفاع الياباني عادل ناصيف الطلاب. وحضر ولي العهد القطري وزير الدفاع."
    mentions = read(text).cast.mentions
    assert [m.participant.office for m in mentions] == ["minister", "crown_prince"]


def test_a_name_goes_on_behind_the_word_for_son(read):
    assert "عادل بن سلطان" in named(read("وقال الأمير عادل بن سلطان إن السوق واعدة."))


def test_the_fathers_name_is_nobody_by_itself(read):
    document = read("وقال الوزير الياباني عادل بن رشدي ناصيف إن السوق واعدة. وحضر رشدي المعرض.")
    assert [m.participant.name for m in document.cast.mentions] == ["عادل بن رشدي ناصيف"]


def test_a_nisba_may_stand_between_title_and_name(read):
    document = read("أفرج عن القس الياباني عادل ناصيف أمس.")
    assert [(m.participant.name, m.participant.state) for m in document.cast.mentions] == [
        ("عادل ناصيف", "JPN")
    ]


def test_an_office_takes_no_known_person_of_another_state(read):
    document = read("هنأ الرئيس الفرنسي رجب طيب أردوغان بالفوز.")
    assert {(p.state, p.person) for m in document.cast.mentions for p in m.members if p.state == "TUR"} == {
        ("TUR", "recep-tayyip-erdogan")
    }
    assert "FRA" in {m.participant.state for m in document.cast.mentions}


def test_an_unknown_name_stands_in_front_of_its_office(read):
    document = read("ووقع المذكرة عادل ناصيف، وزير الطاقة الياباني، مساء أمس.")
    assert [(m.participant.name, m.participant.office) for m in document.cast.mentions] == [
        ("عادل ناصيف", "minister")
    ]


def test_a_noun_for_states_may_stand_in_front_of_the_state_of_an_office(read):
    document = read("وصل وزير خارجية مملكة النرويج إلى مسقط.")
    first = next(iter(document.cast.mentions)).participant
    assert (first.state, first.office) == (
        "NOR",
        "foreign_minister",
    )


def test_both_countries_are_those_that_the_report_is_about(read):
    text = (
        "بحثت اليابان والأردن فتح السوق. وتدعم اليابان الأردن منذ سنوات. ويصدر الأردن إلى اليابان السماد. "
        "وكانت مصر مستوردا. واتفق البلدان على خطة."
    )
    group = next(m for m in read(text).cast.mentions if m.kind == "group")
    assert {member.state for member in group.members} == {"JPN", "JOR"}


def test_otherwise_both_countries_are_those_last_in_view(read):
    text = "زارت اليابان مصر. وبحثت مصر والأردن فتح السوق. واتفق البلدان على خطة."
    group = next(m for m in read(text).cast.mentions if m.kind == "group")
    assert {member.state for member in group.members} == {"EGY", "JOR"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وأكد الرئيس الفرنسي استعداد بلاده للحوار.", "emmanuel-macron"),
        ("ورفض الرئيس الصيني تشينج هذا الكلام.", "xi-jinping"),
        ("وأعلن الرئيس الفرنسي ماكرو ذلك.", "emmanuel-macron"),
    ],
)
def test_a_stray_word_behind_an_office_is_no_new_holder(read, text, person):
    named = [mention.participant.person for mention in read(text).cast.mentions if mention.participant.office]
    assert named == [person]


def test_a_full_name_behind_an_office_is_believed_against_the_knowledge(read):
    mentions = read("وقال الرئيس الفرنسي باتريس بلانشو إن الحوار مستمر.").cast.mentions
    assert [mention.participant.name for mention in mentions] == ["باتريس بلانشو"]


def pair(document):
    return {p.state for m in document.cast.mentions if m.kind == "group" for p in m.members}


def test_two_just_joined_are_the_two_countries(read):
    document = read(
        "التقى الرئيس الإيراني نظيره الكازاخستاني وبحث مع الرئيس الكازاخستاني العلاقات الإيرانية الكازاخستانية. "
        "وأسف لعدم توسيع التجارة بين باكو وطشقند، وقال إن خطا جديدا يخدم البلدين."
    )
    assert pair(document) == {"AZE", "UZB"}


def test_with_the_next_guest_the_two_countries_are_others(read):
    document = read(
        "التقى الرئيس الإيراني نظيره الكازاخستاني وبحث مع الرئيس الكازاخستاني العلاقات الإيرانية الكازاخستانية. "
        "ثم هنأ الرئيس القرغيزي إيران بعيدها وأشاد بالعلاقات بين البلدين."
    )
    assert pair(document) == {"KGZ", "IRN"}


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("تعديل وزاري يشمل وزير النفط", "الرئيس السوري بشار الأسد يصدر مرسوما بتعديل الحكومة."),
        ("هدية من خادم الحرمين الشريفين", "إنفاذا لتوجيهات الملك سلمان وصلت قافلة من المساعدات."),
    ],
)
def test_no_mention_runs_from_the_headline_into_the_article(read, headline, text):
    document = read(text, headline=headline)
    assert all("\n" not in document.text[mention.start : mention.end] for mention in document.cast.mentions)
