"""In which language a source is written: told by the note, else by the letters and small words of its title."""

from __future__ import annotations

import re

LANGUAGES = {
    "albanian": "sq", "amharic": "am", "arabic": "ar", "armenian": "hy", "azerbaijani": "az", "azeri": "az", "belarusian": "be", "bengali": "bn", "bangla": "bn", "burmese": "my",
    "chinese": "zh", "mandarin": "zh", "dutch": "nl", "english": "en", "estonian": "et", "farsi": "fa", "persian": "fa", "french": "fr", "georgian": "ka",
    "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "bahasa indonesia": "id",
    "italian": "it", "japanese": "ja", "kazakh": "kk", "khmer": "km", "korean": "ko", "kurdish": "ku", "kyrgyz": "ky", "lao": "lo", "malay": "ms", "bahasa malaysia": "ms",
    "mongolian": "mn", "nepali": "ne", "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr", "sinhala": "si", "spanish": "es", "swahili": "sw",
    "swedish": "sv", "norwegian": "no", "danish": "da", "finnish": "fi", "czech": "cs", "slovak": "sk", "slovenian": "sl", "slovene": "sl", "croatian": "hr", "bosnian": "bs", "macedonian": "mk", "bulgarian": "bg",
    "latvian": "lv", "lithuanian": "lt", "catalan": "ca", "hausa": "ha", "yoruba": "yo", "igbo": "ig", "tigrinya": "ti", "oromo": "om", "afaan oromo": "om", "somali": "so", "malagasy": "mg", "punjabi": "pa",
    "gujarati": "gu", "marathi": "mr", "telugu": "te", "malayalam": "ml", "kannada": "kn", "pashto": "ps", "dari": "fa", "kinyarwanda": "rw", "luganda": "lg", "shona": "sn", "zulu": "zu", "afrikaans": "af",
    "tibetan": "bo", "uyghur": "ug", "simplified chinese": "zh", "traditional chinese": "zh", "cantonese": "yue", "sinhalese": "si", "cambodian": "km", "laotian": "lo", "brazilian portuguese": "pt", "montenegrin": "sr",
    "tagalog": "tl", "filipino": "tl", "tajik": "tg", "tamil": "ta", "thai": "th", "turkish": "tr", "turkmen": "tk", "ukrainian": "uk", "urdu": "ur", "uzbek": "uz", "vietnamese": "vi",
}  # fmt: skip

_NAMES = "|".join(sorted((name.title() for name in LANGUAGES), key=len, reverse=True))
_IN = re.compile(
    rf"[\[(,]\s*(?:(?:available |only |original |text |article |report )*in (?:the )?)(?P<name>{_NAMES})(?: language)?\b\s*(?:only\s*)?(?=[\])]|,? and )|[\[(]\s*(?P<alone>{_NAMES})(?: language| only| version)?\s*(?=[\])])", re.IGNORECASE
)
_IN_UNKNOWN = re.compile(r"[\[(]\s*in (?P<name>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?)\s*[\])]")
# Letters that only one language of the reports' sources uses, before the script as a whole.
_LETTERS = (
    ("kk", r"[әғқңөұүһ]"), ("uk", r"[їєґ]"), ("be", r"ў"), ("ru", r"[а-яё]{3,}"), ("fa", r"[پچژگ]"), ("ur", r"[ٹڈڑے]"), ("ar", r"[\u0621-\u064a]{2,}"),
    ("ja", r"[\u3041-\u30ff]"), ("zh", r"[\u4e00-\u9fff]{2,}"), ("ko", r"[\uac00-\ud7af]{2,}"), ("th", r"[\u0e01-\u0e4e]{3,}"), ("my", r"[\u1000-\u109f]{3,}"),
    ("km", r"[\u1780-\u17ff]{3,}"), ("lo", r"[\u0e81-\u0edf]{3,}"), ("he", r"[\u05d0-\u05ea]{2,}"), ("hy", r"[\u0531-\u0587]{3,}"), ("ka", r"[\u10d0-\u10ff]{3,}"),
    ("el", r"[\u03b1-\u03c9]{3,}"), ("hi", r"[\u0904-\u0939]{2,}"), ("bn", r"[\u0985-\u09b9]{2,}"), ("ta", r"[\u0b85-\u0bb9]{2,}"), ("si", r"[\u0d85-\u0dc6]{2,}"), ("am", r"[\u1200-\u137f]{2,}"),
)  # fmt: skip
# The same for languages in Latin letters, told by words that are no names: without a capital.
_LATIN_LETTERS = (
    ("vi", r"[ơưđ]|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"), ("az", r"ə"), ("tr", r"[ğış]"), ("is", r"[ðþ]"), ("hu", r"[őű]"), ("pl", r"[łąężźśń]"),
)  # fmt: skip
# Small words: a title in Latin letters is of a language when it has at least two of them, and more than English ones.
_SMALL = {
    "es": "el la los las de del en por para con una un que se al y su sobre contra tras más", "pt": "o os as da do das dos em no na por para com uma um que se ao e sobre contra não",
    "fr": "le la les des du de en et un une pour par sur dans aux au est que qui contre", "it": "il lo la gli le di del della in per con una un che si e sul contro",
    "de": "der die das den dem des und in im auf für von mit ein eine gegen zu ist nicht", "id": "yang di dan ke dari untuk dengan pada ini itu tidak akan dalam oleh",
    "tr": "ve bir için ile bu olarak de da ne mi", "tl": "ang ng sa mga na at ay si", "nl": "de het een van en in op voor met niet tegen", "sw": "ya wa na kwa katika la za",
    "hu": "a az és egy nem hogy meg", "et": "ja on ei see kui", "az": "və bir üçün ilə bu",
}  # fmt: skip
_ENGLISH = set("the of and to in on for with by from at as is are a an its against after over under new how why what".split())
_ALL_SMALL = {word for small in _SMALL.values() for word in small.split()}
_FEWEST_SMALL_WORDS = 2


def told_language(text: str) -> tuple[str, str]:
    """The code that a note names ("[in Spanish]", "… statistics, in Spanish]"), "" where it names none, and the note without those words."""
    match = _IN.search(text)
    if not match:
        return "", text
    opens, closes = text[match.start()] in "[(", text[match.end() : match.end() + 1]
    end = match.end() + (1 if opens and closes else 0)
    return LANGUAGES[(match["name"] or match["alone"]).lower()], f"{text[: match.start()]}{',' if opens else ''}{text[end:]}"


def unknown_language(text: str) -> tuple[str, str]:
    """What a note may name as its language without a code for it here ("[in Romani]"), and the note without those words."""
    match = _IN_UNKNOWN.search(text)
    return (match["name"], f"{text[: match.start()]},{text[match.end() :]}") if match else ("", text)


def seen_language(title: str, text: str = "") -> str:
    """The code of the language in which a title is printed, by its letters, else by its small words; "" where it may be English.

    Other scripts count wherever they stand in the note's `text`.
    """
    for code, pattern in _LETTERS:
        if re.search(pattern, f"{title} {text}", re.IGNORECASE):
            return code
    printed = re.sub(r"\[[^\]]*\]", " ", title)
    words = re.findall(r"[^\W\d_]+", printed)
    english = sum(word.lower() in _ENGLISH for word in words)
    plain = [word for word in words if word.islower()]
    if english < _FEWEST_SMALL_WORDS:
        for code, pattern in _LATIN_LETTERS:
            if any(re.search(pattern, word) for word in plain):
                return code
    code, count = _most_small_words(plain)
    enough = count >= _FEWEST_SMALL_WORDS and any(word not in _ALL_SMALL for word in plain)  # else "de la" may stand in a name
    return code if enough and count > english else ""


def maybe_foreign(title: str) -> bool:
    """Whether a title may be in another language than English without showing which: it has several words and no English small word."""
    words = re.findall(r"[^\W\d_]+", title.lower())
    return len(words) > 1 and not any(word in _ENGLISH for word in words)


def _most_small_words(words: list[str]) -> tuple[str, int]:
    counts = {code: sum(word in small.split() for word in words) for code, small in _SMALL.items()}
    code = max(counts, key=lambda key: counts[key])
    return code, counts[code]
