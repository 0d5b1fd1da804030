import pytest

from marsad.reading.furniture import Mark, article_part, furniture_data, mark_of
from marsad.reading.lines import Line, split_lines


def one(text: str) -> Line:
    (line,) = split_lines(text)
    return line


@pytest.mark.parametrize(
    "text",
    [
        "شارك الخبر عبر واتساب",
        "مشاركة",
        "فيسبوك تويتر واتساب",
        "Facebook | Twitter | WhatsApp",
        "طباعة",
        "نسخ الرابط",
        "تابعونا على تلغرام",
        "تابع آخر الأخبار عبر Google News",
        "يمكنكم الاشتراك في نشرتنا لتصلكم أهم الأنباء كل صباح.",
        "اقرأ أيضًا: سلطنة عُمان تستضيف الجولة المقبلة",
        "شاهد أيضا.. افتتاح الميناء",
        "إقرأ المزيد في: الاقتصاد",
        "للمزيد: ميناء صحار في أرقام",
        "قد يعجبك أيضا: أسعار النفط اليوم",
        "...المزيد",
        "رابط الخبر بصحيفة الساحل: افتتاح الميناء",
        "https://example.org/a/1",
        "desk@example.org",
        "#مسقط #صحار_الميناء",
        "المصدر: بترا",
        "المصدر : وكالات + الساحل",
        "فرانس24/ رويترز",
        "نقلته إلى العربية: سلمى الكندي",
        "صورة: أرشيف الساحل",
        "بقلم سلمى الكندي",
        "كتب: سالم الهنائي",
        "© الساحل 2021",
        "1,204 مشاهدة",
        "اليوم 07:15",
        "----------",
        "* * *",
        ".",
    ],
)
def test_furniture(text: str) -> None:
    assert mark_of(one(text)) is Mark.FURNITURE


@pytest.mark.parametrize(
    "text",
    [
        "/انتهى/",
        "انتهى**1187",
        "// انتهى //",
        "(النهاية) س ه / م ك",
        "رمز الخبر 481516",
        "سمات",
        "الوسوم: ميناء، صحار",
        "كلمات دليلية",
        "تعليقك",
        "أضف تعليقا",
        "You are replying to: Salim",
        "• captcha",
        "جميع الحقوق محفوظة للساحل",
        "الأكثر قراءة",
    ],
)
def test_ends(text: str) -> None:
    assert mark_of(one(text)) is Mark.END


@pytest.mark.parametrize("text", ["اقرأ أيضاً:", "إقرأ أيضا", "مواضيع ذات صلة:", "أخبار ذات صلة"])
def test_links(text: str) -> None:
    assert mark_of(one(text)) is Mark.LINKS


@pytest.mark.parametrize(
    "text",
    [
        "شارك وزير النقل العماني في افتتاح الميناء",
        "شاركت مسقط في القمة",
        "طباعة العملة الجديدة تبدأ في تونس غدا",
        "تابع الوزيران سير العمل في المشروع المشترك",
        "المصدر الرئيس للطاقة في البلدين هو الغاز",
        "قرأ الرئيسان بيان القمة",
        "المزيد من الاتفاقيات بين عمان والهند هذا العام",
        "انتهى الاجتماع بتوقيع مذكرتين",
        "التعليق على الاتفاق جاء من مسقط",
        "رمز الأخوة بين البلدين",
        "سمات المرحلة المقبلة كما يراها الوزير",
        "ترجمة الاتفاق إلى مشاريع",
    ],
)
def test_the_same_words_in_an_article(text: str) -> None:
    assert mark_of(one(text)) is None


def test_section() -> None:
    assert mark_of(one("عربي ودولي")) is Mark.SECTION


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("وتستمر الزيارة يومين. سمات زيارة مسقط", "وتستمر الزيارة يومين."),
        ("وتستمر الزيارة يومين. رابط الخبر بصحيفة الساحل: زيارة", "وتستمر الزيارة يومين."),
        ("وتستمر الزيارة يومين. /انتهى/", "وتستمر الزيارة يومين."),
        ("(CNN) -- وصل الوفد", "وصل الوفد"),
        ("ومن سمات المرحلة التعاون", "ومن سمات المرحلة التعاون"),
    ],
)
def test_furniture_at_the_ends_of_a_paragraph(text: str, article: str) -> None:
    line = one(text)
    start, end = article_part(line)
    assert line.text[start:end].strip() == one(article).text


def test_patterns_are_written_plain() -> None:
    """Folding takes marks off; a pattern that only exists with them would be lost silently."""
    data = furniture_data()
    assert data["sources"]
    groups = data["patterns"]
    assert all(len(set(group)) == len(group) for group in groups.values())
