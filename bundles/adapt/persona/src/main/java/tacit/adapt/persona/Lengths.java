package tacit.adapt.persona;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.MessageLimit.Measure;

/** How long texts are as a channel counts, and where one that is too long can be cut. */
final class Lengths {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final int ADDRESS_WEIGHT = 23;

    private Lengths() {}

    static int of(String text, MessageLimit limit) {
        return switch (limit.measure()) {
            case CHARACTERS -> text.length();
            case BYTES -> text.codePoints().map(Lengths::bytes).sum();
            case WEIGHTED -> weight(text);
        };
    }

    static boolean fits(String text, MessageLimit limit) {
        return of(text, limit) <= limit.most();
    }

    private static int bytes(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }

    private static int weight(String text) {
        int weight = text.codePoints().map(Lengths::weight).sum();
        Matcher addresses = ADDRESS.matcher(text);
        while (addresses.find()) {
            int plain = addresses.group().codePoints().map(Lengths::weight).sum();
            weight += Math.max(0, ADDRESS_WEIGHT - plain);
        }
        return weight;
    }

    /** Letters up to Georgian and common punctuation weigh half of everything else. */
    private static int weight(int point) {
        boolean light = point <= 0x10FF
                || (point >= 0x2000 && point <= 0x200D)
                || (point >= 0x2010 && point <= 0x201F)
                || (point >= 0x2032 && point <= 0x2037);
        return light ? 1 : 2;
    }

    /** A text without a place to end a message at, in parts that fit: of whole characters, as people see them, where that goes. */
    static List<String> cut(String text, MessageLimit limit, int room) {
        if (of(text, limit) <= room) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int used = 0;
        int at = 0;
        for (String character : characters(text, limit, room)) {
            int cost = of(character, limit) + more(text, at, limit);
            at += character.length();
            while (used > 0 && used + cost > room) {
                int end = pleasant(part.toString());
                parts.add(part.substring(0, end));
                part.delete(0, end);
                used = of(part.toString(), limit);
            }
            part.append(character);
            used += cost;
        }
        parts.add(part.toString());
        return parts;
    }

    // An address counts as soon as it begins, whatever its own length
    private static int more(String text, int at, MessageLimit limit) {
        boolean address = text.startsWith("http://", at) || text.startsWith("https://", at);
        return address && limit.measure() == Measure.WEIGHTED ? ADDRESS_WEIGHT : 0;
    }

    // One character can have any number of marks on it
    private static List<String> characters(String text, MessageLimit limit, int room) {
        List<String> characters = new ArrayList<>();
        Matcher seen = GRAPHEME.matcher(text);
        while (seen.find()) {
            if (of(seen.group(), limit) <= room) {
                characters.add(seen.group());
            } else {
                seen.group().codePoints().mapToObj(Character::toString).forEach(characters::add);
            }
        }
        return characters;
    }

    // Where a line may end in its language, unless that leaves much of the room empty
    private static int pleasant(String text) {
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text + "x");
        int end = text.length();
        int place = places.isBoundary(end) ? end : places.preceding(end);
        return place > end / 2 ? place : end;
    }
}
