"""Names and lines in many scripts and languages, to be read back letter by letter.

Each has the language it is in. They are what casts hold: names of people, and lines with mixed
directions, digits, emoji and combining marks, composed and decomposed.
"""

import unicodedata

NAMES = (
    ("am", "ሀይሌ ገብረ ሥላሴ"),
    ("ar", "ليلى بنت الحسن بن علي"),
    ("az", "Əliyeva Günəş İsmayıl qızı"),
    ("bn", "সৌমিত্র চট্টোপাধ্যায়"),
    ("bo", "བསྟན་འཛིན་རྒྱ་མཚོ"),
    ("chr", "ᏍᏏᏉᏯ"),
    ("cs", "Příšerně žluťoučký Dvořák"),
    ("cy", "Siân Llŷr ap Gwynfor"),
    ("de", "Jürgen Groß-Weiß"),
    ("dv", "އިބްރާހިމް"),
    ("el", "Ελένη Παπαδοπούλου"),
    ("eo", "Ĉiĥo Ĝoĵo Ŝaŭa"),
    ("es", "Íñigo Núñez de la Peña"),
    ("fa", "پریچهر گلستانی‌نژاد"),
    ("ff", "𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪"),
    ("fr", "Anaïs L’Œuvre-Noël"),
    ("ga", "Sinéad Ní Ḋálaiġ"),
    ("gu", "હીરલ પટેલ"),
    ("ha", "Ɓala Ɗanjuma Ƙawu"),
    ("haw", "Kaʻiulani Keōua"),
    ("he", "שִׁירָה בַּת־אֵל כהן"),
    ("hi", "श्रद्धा क्षत्रिय"),
    ("hu", "Őry Zsófia Árvíztűrő"),
    ("hy", "Անահիտ Գրիգորյան"),
    ("is", "Þórdís Ægisdóttir"),
    ("iu", "ᓇᓄᖅ ᐃᓄᒃᑎᑐᑦ"),
    ("ja", "髙橋さくら 𠮷野"),
    ("ka", "ნინო გელაშვილი"),
    ("kk", "Әлия Нұрғали Қызы"),
    ("km", "ស្រីមុំ ខ្មែរ"),
    ("kn", "ಲಕ್ಷ್ಮಿ"),
    ("ko", "김지우 박서연"),
    ("lo", "ບຸນມີ ແກ້ວ"),
    ("lt", "Žydrūnė Ąžuolaitė"),
    ("mi", "Tāwhiri Kererū"),
    ("ml", "ലക്ഷ്മി"),
    ("mn", "Өнөболд Үүрийнтуяа"),
    ("my", "အောင်ဆန်းစုကြည်"),
    ("ne", "सरस्वती श्रेष्ठ"),
    ("nqo", "ߒߞߏ ߖߊ߯ߓߊ"),
    ("nv", "Dibé Łizhiní Tʼáá"),
    ("or", "ଲକ୍ଷ୍ମୀ ପଟ୍ଟନାୟକ"),
    ("pa", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ"),
    ("pl", "Świętosława Żółć"),
    ("ro", "Ștefania Țăranu"),
    ("ru", "Татьяна Ёлкина"),
    ("si", "ශ්‍රී ලංකා"),
    ("sr", "Ђурђа Њежић"),
    ("sv", "Åsa Öström"),
    ("ta", "கோகிலா ஸ்ரீனிவாசன்"),
    ("te", "శ్రీనివాస్"),
    ("th", "กัญญารัตน์ น้ำทิพย์ ปู่"),
    ("ti", "ኣስመረት ተኽለ"),
    ("tr", "Iğdır İpek Şimşek"),
    ("tzm", "ⵜⵉⵀⵉⵢⴰ ⵏ ⵉⵎⴰⵣⵉⵖⵏ"),
    ("uk", "Їжакевич Ґалаґан"),
    ("ur", "عائشہ صدیقی"),
    ("vi", "Nguyễn Thị Ánh Tuyết"),
    ("yi", "גאָלדע ייִדיש"),
    ("yo", "Olúwaṣeun Adébáyọ̀ Ọ̀ṣun"),
    ("zh-Hans", "欧阳娜娜"),
    ("zh-Hant", "歐陽娜娜"),
)
LINES = (
    ("ar", "قالت Ana: «مرحبا» (3 مرات)"),
    ("ar", "الساعة ١٢:٣٠، غرفة 204-ب"),
    ("he", "היא אמרה “OK, 15%” והלכה (שוב)."),
    ("en", "Salma (سلمى) said שלום to 3 people, 2 of them twice."),
    ("fa", "شمارهٔ ۱۲۳۴ را به Kofi داد"),
    ("en", "I use \u2067שלום (hello)\u2069, not \u2066مرحبا\u2069."),
    ("hi", "कमरा २०४, बजे १२:३०"),
    ("en", "👩🏽‍🦽 ❤️ 🏳️‍🌈 👨‍👩‍👧 1️⃣"),
    ("de", "z.\u202fB. 1.234,50\u00a0€ – „so“ ‚oder so‘"),
    ("en", "x̄ = 3½ ± 2 °C; Z̧̛ŏ́ and q̃"),
)
EVERYTHING = NAMES + LINES
DECOMPOSED = tuple((lang, unicodedata.normalize("NFD", text)) for lang, text in EVERYTHING)


def scripts():
    """The scripts of the names, by the first word of their letters' names in Unicode."""
    letters = {letter for _, name in NAMES for letter in name if letter.isalpha()}
    return {unicodedata.name(letter).split()[0] for letter in letters}
