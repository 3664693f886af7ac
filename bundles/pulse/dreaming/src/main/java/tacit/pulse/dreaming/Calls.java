package tacit.pulse.dreaming;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamEvidence;

/** Finds calls of tools that failed and worked after a small change: what was wrong in them is a fact that was put right. */
final class Calls {

    private static final double SURE = 0.80;
    private static final double ALIKE = 0.5;
    private static final int LONGEST_CALL = 200;
    private static final int LONGEST_ERROR = 160;
    private static final int MOST_DIFFERENT = 4;

    private Calls() {}

    static void look(Sketch sketch) {
        List<DreamEvidence> calls = sketch.situation().evidence().stream()
                .filter(one -> one.attributes().containsKey(DreamEvidence.TOOL)
                        && one.attributes().containsKey(DreamEvidence.ARGUMENTS))
                .toList();
        for (int i = 0; i < calls.size(); i++) {
            DreamEvidence failed = calls.get(i);
            if (failed.attributes().containsKey(DreamEvidence.ERROR)) {
                calls.subList(i + 1, calls.size()).stream()
                        .filter(next -> follows(failed, next))
                        .findFirst()
                        .ifPresent(worked -> correct(sketch, failed, worked));
            }
        }
    }

    private static boolean follows(DreamEvidence failed, DreamEvidence next) {
        return part(next, DreamEvidence.TRACE).equals(part(failed, DreamEvidence.TRACE))
                && part(next, DreamEvidence.TOOL).equals(part(failed, DreamEvidence.TOOL))
                && !next.attributes().containsKey(DreamEvidence.ERROR)
                && !next.at().isBefore(failed.at());
    }

    private static void correct(Sketch sketch, DreamEvidence failed, DreamEvidence worked) {
        String old = part(failed, DreamEvidence.ARGUMENTS);
        String right = part(worked, DreamEvidence.ARGUMENTS);
        String tool = part(failed, DreamEvidence.TOOL);
        Optional<String> change = change(old, right);
        if (change.isEmpty()) {
            sketch.drop(tool + " " + old, "the call that worked is another one");
            return;
        }
        String error = Words.bounded(part(failed, DreamEvidence.ERROR), LONGEST_ERROR);
        sketch.propose(
                DreamAction.CORRECTION,
                "call|" + tool + "|" + change.get(),
                null,
                tool + ": " + Words.bounded(old, LONGEST_CALL),
                "For " + tool + ", " + change.get().replace(" > ", " is wrong and ") + " is right: \""
                        + Words.bounded(right, LONGEST_CALL) + "\" worked where \"" + Words.bounded(old, LONGEST_CALL)
                        + "\" failed",
                "The call failed (" + failed.id() + "): \"" + error + "\"; changed, it worked (" + worked.id() + ")",
                SURE,
                List.of(failed.id(), worked.id()));
    }

    /** The words that were changed, such as {@code patients > patient}; empty where too much was. */
    private static Optional<String> change(String old, String right) {
        List<String> before = Words.of(old);
        List<String> after = Words.of(right);
        Set<String> common = new HashSet<>(before);
        common.retainAll(after);
        Set<String> all = new HashSet<>(before);
        all.addAll(after);
        List<String> gone = before.stream()
                .filter(word -> !common.contains(word))
                .distinct()
                .toList();
        List<String> come =
                after.stream().filter(word -> !common.contains(word)).distinct().toList();
        boolean alike = common.size() >= ALIKE * all.size();
        boolean small = gone.size() <= MOST_DIFFERENT && come.size() <= MOST_DIFFERENT;
        return alike && small && !gone.isEmpty() && !come.isEmpty()
                ? Optional.of(String.join(" ", gone) + " > " + String.join(" ", come))
                : Optional.empty();
    }

    private static String part(DreamEvidence one, String name) {
        return one.attributes().getOrDefault(name, "");
    }
}
