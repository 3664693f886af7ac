package tacit.memory.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * One part of what a kit says. Immutable.
 *
 * @param title what it is
 * @param path where it stands
 * @param text what it says; empty when nothing
 */
record KitSection(String title, String path, String text) {

    /** The longest text of a section. */
    static final int LONGEST = 6000;

    private static final int LONGEST_OF_ALL = 16_000;
    private static final int SHORTEST_REST = 200;

    private String shown() {
        return "### " + title + " (" + path + ")\n" + Parsing.cut(text, LONGEST);
    }

    /** All that fit, in their order; the first that does not is cut where enough room is left, and is the last. */
    static String join(List<KitSection> sections) {
        List<String> shown = new ArrayList<>();
        int used = 0;
        for (KitSection section : sections) {
            if (section.text.isBlank()) {
                continue;
            }
            String text = section.shown();
            int room = LONGEST_OF_ALL - used - (used == 0 ? 0 : 2);
            if (text.length() > room) {
                if (room > SHORTEST_REST) {
                    shown.add(Parsing.cut(text, room));
                }
                break;
            }
            shown.add(text);
            used += text.length() + (used == 0 ? 0 : 2);
        }
        return String.join("\n\n", shown);
    }
}
