package tacit.memory.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The lines between two marks of a text, each of which stands on a line of its own: what a program keeps in a file that people
 * write too. Marks without their counterpart are text like any other. Immutable.
 *
 * @param begin the mark before the lines
 * @param end the mark behind them
 */
public record MarkedBlock(String begin, String end) {

    /**
     * Where a block stands.
     *
     * @param from where the first mark begins
     * @param inside where its line ends
     * @param last where the line of the second mark begins
     * @param until where the second mark ends, before the end of its line
     */
    private record Place(int from, int inside, int last, int until) {}

    /** What lies between the marks of the first block. */
    public Optional<String> inside(String text) {
        return places(text).stream().findFirst().map(place -> text.substring(place.inside, place.last));
    }

    /** What lies between the marks of each block. */
    public List<String> all(String text) {
        return places(text).stream()
                .map(place -> text.substring(place.inside, place.last))
                .toList();
    }

    /** The text without those of its blocks, and their marks, whose lines are unwanted. */
    public String without(String text, Predicate<String> unwanted) {
        StringBuilder left = new StringBuilder(text.length());
        int at = 0;
        for (Place place : places(text)) {
            if (unwanted.test(text.substring(place.inside, place.last))) {
                left.append(text, at, place.from);
                at = place.until;
            }
        }
        return left.append(text, at, text.length()).toString();
    }

    /** The text without its first block and its marks. */
    public String outside(String text) {
        return places(text).stream()
                .findFirst()
                .map(place -> text.substring(0, place.from) + text.substring(place.until))
                .orElse(text);
    }

    /** The text with these lines in its first block, or in one at its end; every character outside stays as it is. */
    public String with(String text, List<String> lines) {
        String br = text.contains("\r\n") ? "\r\n" : "\n";
        List<String> all = new ArrayList<>();
        all.add(begin);
        all.addAll(lines);
        all.add(end);
        String block = String.join(br, all);
        Optional<Place> place = places(text).stream().findFirst();
        if (place.isPresent()) {
            return text.substring(0, place.get().from) + block + text.substring(place.get().until);
        }
        String gap = text.isEmpty() ? "" : text.endsWith("\n") ? br : br + br;
        return text + gap + block + br;
    }

    /** The text with as many lines, those of each block and its marks empty. */
    public String blanked(String text) {
        StringBuilder blanked = new StringBuilder(text.length());
        int at = 0;
        for (Place place : places(text)) {
            blanked.append(text, at, place.from);
            text.substring(place.from, place.until)
                    .chars()
                    .filter(c -> c == '\n')
                    .forEach(c -> blanked.append('\n'));
            at = place.until;
        }
        return blanked.append(text, at, text.length()).toString();
    }

    private List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        int from = -1;
        int inside = 0;
        int at = 0;
        while (at < text.length()) {
            int next = text.indexOf('\n', at);
            int stop = next < 0 ? text.length() : next;
            String line = text.substring(at, stop).strip();
            if (line.equals(begin)) {
                from = at;
                inside = Math.min(stop + 1, text.length());
            } else if (line.equals(end) && from >= 0) {
                int until = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
                places.add(new Place(from, inside, at, until));
                from = -1;
            }
            at = stop + 1;
        }
        return places;
    }
}
