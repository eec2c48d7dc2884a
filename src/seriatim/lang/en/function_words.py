"""The commonest function words of languages written in Latin letters, to tell English from the rest."""

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "English": frozenset(
        {
            "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he", "her", "his", "in", "is",
            "it", "its", "not", "of", "on", "or", "said", "she", "that", "the", "they", "to", "was", "were", "which", "who", "with",
        }
    ),
    "German": frozenset(
        {
            "als", "an", "auch", "auf", "aus", "bei", "das", "dass", "dem", "den", "der", "des", "die", "ein", "eine", "einer", "er", "es", "für",
            "hat", "im", "in", "ist", "mit", "nach", "nicht", "sich", "sie", "um", "und", "von", "werden", "wird", "zu",
        }
    ),
    "French": frozenset(
        {
            "a", "au", "aux", "avec", "ce", "cette", "dans", "de", "des", "du", "elle", "en", "est", "et", "il", "la", "le", "les", "mais", "ne",
            "ont", "ou", "par", "pas", "plus", "pour", "que", "qui", "se", "ses", "son", "sont", "sur", "un", "une", "été",
        }
    ),
    "Spanish": frozenset(
        {
            "a", "al", "como", "con", "cuando", "de", "del", "el", "en", "entre", "es", "esta", "este", "ha", "la", "las", "le", "lo", "los",
            "muy", "más", "no", "o", "para", "pero", "por", "porque", "que", "se", "sin", "sobre", "su", "sus", "un", "una", "y",
        }
    ),
    "Italian": frozenset(
        {
            "a", "al", "alla", "anche", "che", "come", "con", "da", "dal", "dei", "del", "della", "delle", "di", "e", "gli", "ha", "i", "il", "in",
            "la", "le", "lo", "ma", "nel", "nella", "non", "per", "più", "se", "si", "sono", "un", "una", "è",
        }
    ),
    "Portuguese": frozenset(
        {
            "a", "ao", "as", "com", "como", "da", "das", "de", "do", "dos", "e", "ele", "em", "foi", "mais", "mas", "muito", "na", "no", "não",
            "o", "os", "ou", "para", "por", "quando", "que", "se", "ser", "seu", "sua", "tem", "um", "uma", "é",
        }
    ),
    "Dutch": frozenset(
        {
            "aan", "als", "bij", "dan", "dat", "de", "die", "door", "een", "en", "er", "heeft", "het", "hij", "in", "is", "maar", "met", "naar",
            "niet", "nog", "om", "ook", "op", "over", "te", "uit", "van", "voor", "werd", "wordt", "ze", "zijn",
        }
    ),
    "Swedish": frozenset(
        {
            "att", "av", "de", "den", "det", "efter", "en", "ett", "från", "för", "han", "har", "hon", "i", "inte", "jag", "kan", "med", "men",
            "när", "och", "också", "om", "på", "sig", "som", "så", "till", "under", "var", "vi", "är", "år",
        }
    ),
    "Danish or Norwegian": frozenset(
        {
            "af", "at", "av", "de", "den", "det", "efter", "en", "er", "et", "for", "fra", "han", "har", "hun", "i", "ikke", "jeg", "kan", "med",
            "men", "når", "og", "også", "om", "på", "sig", "som", "så", "til", "under", "var", "vi",
        }
    ),
    "Polish": frozenset(
        {
            "ale", "być", "był", "co", "dla", "do", "i", "ich", "jak", "jego", "jest", "już", "które", "który", "może", "na", "nie", "o", "od",
            "oraz", "po", "przez", "przy", "się", "są", "tego", "to", "tym", "w", "z", "za", "że",
        }
    ),
    "Turkish": frozenset(
        {
            "ancak", "bir", "bu", "da", "daha", "de", "değil", "en", "gibi", "her", "ile", "ise", "için", "kadar", "ki", "mi", "ne", "o", "olan",
            "olarak", "olduğu", "sonra", "var", "ve", "ya", "çok",
        }
    ),
    "Latin": frozenset(
        {
            "a", "ab", "ad", "atque", "autem", "cum", "de", "enim", "esse", "est", "et", "ex", "hoc", "in", "nec", "non", "per", "quae", "qui",
            "quod", "sed", "si", "sunt", "ut",
        }
    ),
}  # fmt: skip

# As a subject alone they only count what the sentence before names.
POINTING_BACK: frozenset[str] = frozenset(
    "neither none both each either all some others another".split()
)

# Words before a clause that only tie it to the one before, or set it off.
OPENERS: frozenset[str] = frozenset(
    "however moreover furthermore additionally also thus therefore hence nevertheless nonetheless instead besides accordingly likewise similarly "
    "conversely incidentally meanwhile so now well then later afterwards afterward thereafter subsequently soon".split()
)
