"""Stop-lines of web pages as tables: phrases that open a line which is no article text.

Each row is (phrase, how, kind). ``how`` says what may follow the phrase:

- ``line``: nothing but punctuation, a bracketed number or a counter;
- ``colon``: a colon or a spaced dash, then anything;
- ``start``: anything, on a line of at most ``START_LIMIT`` characters;
- ``open``: as ``line`` and ``colon``, and short lines below it belong to it (a list of links).

A language is added by adding rows; phrases are lower case, apostrophes straight,
one phrase between two slashes.
"""

from typing import Literal

from harmtrace.records.text import ZoneKind

How = Literal["line", "colon", "start", "open"]
Row = tuple[str, How, ZoneKind]

START_LIMIT = 220

_MENU = ZoneKind.MENU
_JUNK = ZoneKind.BOILERPLATE
_LINE = ZoneKind.BYLINE
_PICTURE = ZoneKind.CAPTION


def _rows(how: How, kind: ZoneKind, phrases: str) -> tuple[Row, ...]:
    return tuple((" ".join(phrase.split()), how, kind) for phrase in phrases.split("/"))


ENGLISH: tuple[Row, ...] = (
    *_rows(
        "line",
        _MENU,
        """accessibility links / breaking news / latest news / main menu / menu / home / home page / log in / login
        / sign in / sign up / register / my account / search / sections / navigation / next article / previous
        article / previous post / next post / previous post next post / newer post / older post / back to top /
        top of page / contact us / about us / site map / sitemap / terms of use / terms and conditions / privacy
        policy / cookie policy / imprint / newsletter / newsletters / podcasts / donate / languages""",
    ),
    *_rows(
        "start",
        _MENU,
        """skip to / jump to content""",
    ),
    *_rows(
        "line",
        _JUNK,
        """please wait / loading / ad / ads / advertisement / advertisements / advertising / embed / share / share
        this / share this article / share this story / share on facebook / share on twitter / share on whatsapp
        / tweet / tweet this / email / email this / print / print this / print this page / copy link / save /
        follow / follow us / subscribe / subscribe now / download / direct link / pop-out player / play / play
        video / pause / mute / unmute / hide caption / toggle caption / enlarge this image / show more / see
        more / load more / read more / continue reading / continue / close / cancel / accept / accept all /
        reject / ok / on this page / reply / like / liked / comment / retweet / retweeted / undo / see translation / show
        this thread / copy link to tweet / embed tweet / report tweet / back to top ↑ / all reactions / top fan /
        loading seems to be taking a while. / one moment, please... / prev post / next post / for immediate release / ends / shares / likes / views / reactions /
        transcript / all rights reserved / image / video / photo gallery / media playback is unsupported on your
        device / auto""",
    ),
    *_rows(
        "colon",
        _JUNK,
        """read more / read also / also read / read / read next / watch / watch also / watch live / listen / see
        also / see more / more / more on this / don't miss / in pictures / in video / tags / tag / topics /
        topic / keywords / filed under / category / categories / posted in / advertisement / advert / sponsored
        / follow us / share / share this / contact / contacts / media contact / press contact / release no / via
        / views / shares / likes / permalink / poll / quiz / trending / podcast / newsletter / donate /
        subscribe / follow / menu / cookies / short url / copyright / embed""",
    ),
    *_rows(
        "open",
        _JUNK,
        """sponsored / sponsored content / promoted / promoted content / paid content / most read / most popular /
        most viewed / most shared / most commented / most discussed / today's most popular / top stories / top
        stories today / hot topics / from the archive / from the archives / from our archive / from our archives
        / also in the news / also on this site / also today / elsewhere on this site / other news / more
        headlines / more in this series / in this series / popular / popular now / trending / trending now /
        related / related articles / related article / related content / related coverage / related links /
        related news / related posts / related stories / related topics / recommended / recommended for you /
        recommended stories / editors' picks / editor's picks / more stories / more news / more from this
        section / latest updates / latest stories / read next / up next / what to read next / you may also like
        / you might also like / you may also be interested in / people also read / from around the web / around
        the web / recent posts / also in this section""",
    ),
    *_rows(
        "start",
        _JUNK,
        """no media source currently available / the code has been copied to your clipboard / the url has been
        copied to your clipboard / the media could not be loaded / your browser does not support / please enable
        javascript / javascript is / you have reached your / this website uses / this site uses / this site is
        protected / we use cookies / we and our / by continuing to use / by using this site / your choices on /
        continue reading after / continue reading below / story continues below / article continues below /
        article continues after / advertisement scroll / scroll to continue / sign up for / sign up to /
        subscribe to / subscribe from / subscribe for / already a subscriber / already a member / support our
        journalism / support independent / become a member / become a subscriber / follow us on / find us on /
        like us on / join us on / join our / download our / download the app / get our / get the latest / click
        here / click to share / tap here / listen to this article / listen to this story / listen to article /
        read more about / read more on / read the full / more from / more about / you may also like / you might
        also like / this article appears in / this article was first published / this article was originally /
        this story was originally / this page was last / this is your last / subscribe now / subscribe today /
        support us / donate now / donate to / register to / register now / register for / log in to / sign in to
        / create an account / create a free account / follow @ / comments powered by / share on / share via /
        the best of / unlimited access / copyright © / © / (c) 20 / all rights reserved / the comments are
        closed / comments are closed / comments are moderated / -30- / ###""",
    ),
    *_rows(
        "start",
        _LINE,
        """reporting by / additional reporting by / additional reporting: / writing by / written by / editing by /
        edited by / compiled by / story by / text by / (reporting by / (additional reporting by / (writing by /
        (editing by / (with inputs from / with inputs from / with agencies / our correspondent""",
    ),
    *_rows(
        "colon",
        _LINE,
        """source / sources / byline / author / authors / reporter / correspondent / published / updated / last
        updated / last modified / last update / posted / first published / date""",
    ),
    *_rows(
        "start",
        _LINE,
        """published on / published at / updated on / updated at / last updated / last modified / posted on /
        posted at / posted by / reading time / issued on""",
    ),
    *_rows(
        "colon",
        _PICTURE,
        """photo / photos / photograph / picture / image / image caption / image source / image credit / photo
        credit / caption / file photo / video / video caption / media caption / graphic / map""",
    ),
    *_rows(
        "start",
        _PICTURE,
        """file photo / file - / file – / file — / photo by / photograph by / image copyright / image caption /
        media caption / (photo by / (photo:""",
    ),
)

ARABIC: tuple[Row, ...] = (
    *_rows(
        "line",
        _JUNK,
        """شارك / مشاركة / شارك الخبر / شارك المقال / المزيد / اقرأ المزيد / إعلان / اعلان / طباعة / نسخ الرابط /
        تابعنا / تحميل / جميع الحقوق محفوظة / أعجبني / إعجاب / تعليق / رد / الرد / إعادة تغريد / كل التفاعلات / الأكثر صلة
        / عرض الترجمة / عرض المزيد / عرض المزيد من التعليقات / عرض التعليقات السابقة / عرض كل التعليقات / اكتب تعليقا /
        اكتب تعليقاً / تويتر / فيسبوك / فيس بوك / تلغرام / واتساب / مرتبط / شارك هذا الموضوع / حفظ / إرسال
        / متابعة / النشرة البريدية / أفضل معجب / معجب نشط / تم التعديل / منشور / صاحب المنشور""",
    ),
    *_rows(
        "line",
        _MENU,
        """الرئيسية / القائمة / بحث / تسجيل الدخول / اتصل بنا / من نحن""",
    ),
    *_rows(
        "colon",
        _JUNK,
        """اقرأ أيضا / اقرأ أيضاً / إقرأ أيضا / إقرأ أيضاً / اقرأ ايضا / اقرا ايضا / اقرأ المزيد / قد يهمك / قد يهمك أيضا /
        قد يهمك أيضاً / للمزيد / شاهد / شاهد أيضا / شاهد أيضاً / وسوم / الوسوم / كلمات مفتاحية / كلمات دلالية / كل التفاعلات""",
    ),
    *_rows(
        "open",
        _JUNK,
        """اقرأ أيضا / اقرأ أيضاً / إقرأ أيضا / إقرأ أيضاً / اقرأ ايضا / اقرا ايضا / الأكثر قراءة / الأكثر مشاهدة / مواضيع ذات
        صلة / أخبار ذات صلة / مقالات ذات صلة / قد يعجبك أيضا / مقالات متعلقة / مواضيع متعلقة / أخبار متعلقة / مقالات مشابهة
        / اخترنا لك / آخر الأخبار / أهم المواضيع / أهم التصنيفات / آخر ما نشر من القسم / ذات صلة / قد يهمك / قد يهمك أيضا /
        قد يهمك أيضاً / المزيد من الأخبار / السابق / التالي / الخبر السابق / الخبر التالي / المقال السابق / المقال التالي /
        المقالة السابقة / المقالة التالية / اقرأ التالي / أقرأ التالي / من الممكن أن يعجبك / ربما يعجبك / مواضيع قد تهمك /
        اخترنا لكم / الأكثر شعبية / الأكثر تفاعلا / الوسوم المشهورة""",
    ),
    *_rows(
        "start",
        _JUNK,
        """تابعنا على / تابعونا على / التعليقات على / اشترك في / انضم إلى / للاتصال ب / للتواصل""",
    ),
    *_rows(
        "colon",
        _LINE,
        """المصدر / الكاتب / تاريخ النشر / نشر في / آخر تحديث""",
    ),
)

COMMENT_HEADS: tuple[str, ...] = tuple(
    phrase.strip()
    for phrase in """comment / comments / readers' comments / reader comments / user comments / your comments / post a
    comment / leave a comment / leave a reply / add a comment / add comment / write a comment / join the
    conversation / join the discussion / view comments / show comments / replies / responses /
    discussion / most relevant / view more comments / all comments / write a comment… / تعليقات / التعليقات / أضف تعليقا /
    أضف تعليقاً / اترك تعليقا / اترك تعليقاً / اترك تعليقاً إلغاء الرد / دع تعليقاً cancel reply / تعليقات حول الموضوع /
    أبرز التعليقات / أهم التعليقات / كل التعليقات / تعليقات القراء / تعليقات الزوار / عرض المزيد من التعليقات / الأكثر صلة
    / الردود""".split("/")
)
