package tacit.adapt.style;

import java.util.List;
import java.util.regex.Pattern;

/** Wishes in other languages than English, as they are usually said; text in small letters. */
final class Phrases {

    private record Phrase(Pattern said, Wish wish) {}

    private static final List<Phrase> PHRASES = List.of(
            phrase(
                    "zu lang|zu ausführlich|kürzer|demasiado larg[oa]s?|más (?:cort[oa]s?|breves?)|trop longs?|plus court",
                    Wish.length(-1, Wish.LENGTH)),
            phrase(
                    "zu kurz|(?<!zu )ausführlicher|mehr details|demasiado cort[oa]s?|más detalles?|trop courte?s?"
                            + "|plus de détails|plus détaillée?s?",
                    Wish.length(1, Wish.LENGTH)),
            phrase(
                    "(?:keine|weniger|zu viele|ohne) emojis?|(?:sin|menos|demasiados) emojis?"
                            + "|(?:sans|moins d'|trop d'|pas d') ?[eé]mojis?",
                    Wish.emoji(-1, Wish.EMOJI)),
            phrase("mehr emojis?|más emojis?|plus d'[eé]mojis?", Wish.emoji(1, Wish.EMOJI)),
            phrase("zu technisch|einfacher erklär|demasiado técnic[oa]|trop technique", Wish.depth(1)));

    private Phrases() {}

    /** A phrase behind a word that negates it is none. */
    private static Phrase phrase(String words, Wish wish) {
        Pattern said = Pattern.compile(
                "(?<!nicht |no |pas |ni )(?<![\\p{L}])(?:" + words + ")", Pattern.UNICODE_CHARACTER_CLASS);
        return new Phrase(said, wish);
    }

    static List<Wish> in(String text) {
        return PHRASES.stream()
                .filter(phrase -> phrase.said().matcher(text).find())
                .map(Phrase::wish)
                .toList();
    }
}
