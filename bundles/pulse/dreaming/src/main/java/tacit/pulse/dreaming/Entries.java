package tacit.pulse.dreaming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamEntry;

/** Finds curated entries that say the same twice, that no longer hold, or that newer words put right. Stateless. */
final class Entries {

    /** Says that something does not hold any more. */
    static final Pattern OUTDATED = Pattern.compile(
            "\\b(?:no longer|outdated|stale|invalid|obsolete|replaced by|instead of|not (?:true|valid|right|correct)(?: any ?more)?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Says that something changed. */
    static final Pattern CHANGED = Pattern.compile(
            "\\b(?:actually|instead|correction|corrected|now|no longer|changed|moved|from now on|as of|switched|updated|wrong)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final double DUPLICATE = 0.86;
    private static final double REPLACED = 0.84;
    private static final double GONE = 0.78;

    private Entries() {}

    static void look(Sketch sketch) {
        duplicates(sketch);
        for (Line line : sketch.lines()) {
            for (DreamEntry entry : sketch.changeable()) {
                if (!line.at().isBefore(entry.at()) && !line.evidence().id().equals(Sketch.id(entry))) {
                    look(sketch, line, entry);
                }
            }
        }
    }

    private static void duplicates(Sketch sketch) {
        Map<String, DreamEntry> first = new HashMap<>();
        List<DreamEntry> oldestFirst = sketch.changeable().stream()
                .sorted(java.util.Comparator.comparing(DreamEntry::at).thenComparing(DreamEntry::id))
                .toList();
        for (DreamEntry entry : oldestFirst) {
            String same = entry.target() + "|" + entry.kind() + "|" + Words.telling(entry.text());
            DreamEntry other = first.putIfAbsent(same, entry);
            if (other != null && Words.of(other.text()).size() >= 2) {
                sketch.propose(
                        DreamAction.CURATED_ARCHIVE,
                        "entry|" + entry.id(),
                        entry.id(),
                        entry.text(),
                        "Put aside: entry '" + other.id() + "' says \"" + other.text() + "\"",
                        "Two entries of " + entry.target() + "/" + entry.kind() + " say the same: \"" + other.text()
                                + "\" and \"" + entry.text() + "\"",
                        DUPLICATE,
                        List.of(Sketch.id(other), Sketch.id(entry)));
            }
        }
    }

    private static void look(Sketch sketch, Line line, DreamEntry entry) {
        Optional<String> replaced = replaced(line, entry.text());
        if (replaced.isPresent()) {
            sketch.propose(
                    DreamAction.CURATED_REPLACE,
                    "entry|" + entry.id(),
                    entry.id(),
                    entry.text(),
                    replaced.get(),
                    REPLACED,
                    line);
        } else if (OUTDATED.matcher(line.said()).find() && Words.holds(line.said(), entry.text())) {
            sketch.propose(
                    DreamAction.CURATED_ARCHIVE,
                    "entry|" + entry.id(),
                    entry.id(),
                    entry.text(),
                    "Put aside: " + line.said(),
                    GONE,
                    line);
        }
    }

    /** What a text should say after a sentence; empty where the sentence does not speak against it. */
    static Optional<String> replaced(Line line, String text) {
        Optional<String> swapped = Swap.in(line.said()).flatMap(swap -> swap.in(text, line.said()));
        if (swapped.isPresent()) {
            return swapped;
        }
        boolean marked = CHANGED.matcher(line.said()).find();
        Optional<Statement> said = Statement.of(line.said());
        Optional<Statement> known = Statement.of(text);
        boolean against = said.isPresent() && known.isPresent() && said.get().contradicts(known.get(), marked);
        return against ? Optional.of(Corrections.bare(line.said())) : Optional.empty();
    }
}
