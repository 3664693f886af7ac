package tacit.memory.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.RelationshipItem.Layer;
import tacit.memory.words.Quoting;

/** Writes items as they stand in a prompt: whole ones only. */
final class RelationshipText {

    private static final int LEAST_CHARACTERS = 300;
    private static final Duration SOON = Duration.ofDays(3);

    private RelationshipText() {}

    static String of(List<MemoryRecord> items, Instant now, int mostPerLayer, int mostCharacters) {
        if (mostPerLayer < 1 || mostCharacters < LEAST_CHARACTERS) {
            throw new IllegalArgumentException("mostPerLayer and mostCharacters must be at least 1 and "
                    + LEAST_CHARACTERS + ", got " + mostPerLayer + " and " + mostCharacters);
        }
        StringBuilder text = new StringBuilder();
        Predicate<MemoryRecord> soon = item ->
                Items.due(item).filter(due -> !due.isAfter(now.plus(SOON))).isPresent();
        group(text, "Identity", items, of(Layer.IDENTITY), mostPerLayer, mostCharacters);
        group(text, "Preferences", items, of(Layer.PREFERENCES), mostPerLayer, mostCharacters);
        group(text, "Current context", items, of(Layer.CONTEXT), mostPerLayer, mostCharacters);
        group(
                text,
                "Due soon",
                items,
                of(Layer.COMMITMENTS).and(Items::isOpen).and(soon),
                mostPerLayer,
                mostCharacters);
        group(
                text,
                "Open commitments",
                items,
                of(Layer.COMMITMENTS).and(Items::isOpen).and(soon.negate()),
                mostPerLayer,
                mostCharacters);
        group(text, "Recent history", items, of(Layer.HISTORY), mostPerLayer, mostCharacters);
        return text.toString().stripTrailing();
    }

    private static Predicate<MemoryRecord> of(Layer layer) {
        return item -> item.kind().equals(Items.kind(layer));
    }

    private static void group(
            StringBuilder text,
            String heading,
            List<MemoryRecord> items,
            Predicate<MemoryRecord> wanted,
            int most,
            int mostCharacters) {
        StringBuilder group = new StringBuilder();
        for (MemoryRecord item : items.stream().filter(wanted).limit(most).toList()) {
            String line = "- " + Quoting.safe(line(item)) + "\n";
            int length = text.length() + heading.length() + 2 + group.length() + line.length();
            if (length <= mostCharacters) {
                group.append(line);
            }
        }
        if (!group.isEmpty()) {
            text.append(heading).append(":\n").append(group);
        }
    }

    /** An item with its day, where it is due. */
    static String line(MemoryRecord item) {
        return item.text()
                + Items.due(item)
                        .filter(due -> Items.isOpen(item))
                        .map(due -> " (due " + due.toString().substring(0, 10) + ")")
                        .orElse("");
    }
}
