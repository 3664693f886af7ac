package tacit.memory.distill;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tacit.api.memory.CandidateType;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;

/**
 * Something that a run shows, before it is weighed. Immutable.
 *
 * @param type what it is
 * @param text its words
 * @param scope how far it reaches
 * @param lane where its words come from
 * @param evidence where it stands
 * @param explicit whether somebody asked to remember it
 * @param confidence how sure it is
 * @param believed what it puts right; empty for nothing
 * @param runs the runs that show it
 * @param levels what holds for those, the widest first
 */
record Found(
        CandidateType type,
        String text,
        MemoryScope scope,
        TrustLane lane,
        List<Evidence> evidence,
        boolean explicit,
        double confidence,
        String believed,
        List<String> runs,
        List<MemoryScope> levels) {

    private static final int MOST_EVIDENCE = 20;

    static Found of(
            Run run, CandidateType type, String text, MemoryScope scope, TrustLane lane, List<Evidence> evidence) {
        double confidence = Measure.of(type).confidence();
        return new Found(type, text, scope, lane, evidence, false, confidence, "", List.of(run.id()), run.levels());
    }

    Found asked() {
        double sure = Math.max(confidence, Measure.ASKED);
        return new Found(type, text, scope, lane, evidence, true, sure, believed, runs, levels);
    }

    Found correcting(String wrong) {
        return new Found(type, text, scope, lane, evidence, explicit, confidence, wrong, runs, levels);
    }

    /** Whether it tells how to go on. */
    boolean directs() {
        return explicit || type == CandidateType.CONSTRAINT || type == CandidateType.CORRECTION;
    }

    /** The same for what says the same of the same kind; it names a memory within its scope. */
    String key() {
        return "distilled:" + type.name().toLowerCase(Locale.ROOT) + ":" + Texts.digest(Texts.folded(text));
    }

    /** What stands for the same in the same scope. */
    String group() {
        return scope.reach() + "/" + scope.id() + "/" + key();
    }

    /** Both together: the surer one, surer still where other runs show it too. */
    Found with(Found other) {
        Set<String> all = new LinkedHashSet<>(runs);
        all.addAll(other.runs);
        double surer = Math.max(confidence, other.confidence);
        double again =
                all.size() > runs.size() ? Math.max(surer, Math.min(surer + Measure.AGAIN, Measure.SUREST)) : surer;
        Set<Evidence> places = new LinkedHashSet<>(evidence);
        places.addAll(other.evidence);
        return new Found(
                type,
                text,
                scope,
                lane.compareTo(other.lane) >= 0 ? lane : other.lane,
                new ArrayList<>(places).subList(0, Math.min(places.size(), MOST_EVIDENCE)),
                explicit || other.explicit,
                again,
                believed.isEmpty() ? other.believed : believed,
                List.copyOf(all),
                levels);
    }
}
