package tacit.memory.layers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tacit.api.memory.AssembledContext;
import tacit.memory.words.Tokens;

/** What the workspace's kit says, without what the hot lane says already. Immutable. */
final class KitPage {

    private static final String MORE = "[the kit goes on]";

    private final String text;

    KitPage(String kit, List<Piece> shown) {
        Set<String> said = new HashSet<>();
        shown.forEach(piece -> said.add(Said.key(piece.fragment().text())));
        List<String> lines = new ArrayList<>();
        boolean gap = false;
        for (String line : Inert.page(kit).lines().toList()) {
            boolean repeated = !isHeading(line) && !line.isBlank() && said.contains(Said.key(line));
            gap |= repeated;
            if (!repeated) {
                if (gap && isHeading(line)) {
                    dropBareHeading(lines, level(line));
                }
                gap = gap && line.isBlank();
                lines.add(line);
            }
        }
        if (gap) {
            dropBareHeading(lines, 1);
        }
        text = String.join("\n", lines).strip();
    }

    // A heading whose lines all stand elsewhere would only confuse; one with headings of its own below it stays
    private static void dropBareHeading(List<String> lines, int next) {
        int last = lines.size() - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        if (last >= 0 && isHeading(lines.get(last)) && level(lines.get(last)) >= next) {
            lines.subList(last, lines.size()).clear();
        }
    }

    private static boolean isHeading(String line) {
        return line.startsWith("#");
    }

    private static int level(String line) {
        return line.length() - line.replaceFirst("^#+", "").length();
    }

    /** As much of it as fits, in whole lines. */
    Optional<AssembledContext.Block> within(int tokens) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String fitting = text.length() + 2 <= tokens * 4 ? text : cut(tokens * 4 - MORE.length() - 3);
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssembledContext.Block("kit", fitting, Tokens.of(fitting), List.of()));
    }

    private String cut(int most) {
        int end = most < 1 ? -1 : text.lastIndexOf('\n', most);
        return end < 1 ? "" : text.substring(0, end).stripTrailing() + "\n" + MORE;
    }

    /** Whether all of it fits. */
    boolean fits(int tokens) {
        return text.length() + 2 <= tokens * 4;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
