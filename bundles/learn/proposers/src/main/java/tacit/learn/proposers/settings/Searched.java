package tacit.learn.proposers.settings;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Proposer.Context;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.learn.ReplayCase;

/**
 * One role with its settings that may be searched, and the cases that show what they do. Immutable.
 *
 * @param active what decides now
 * @param bundle that fills the role
 * @param ranges of settings that no experiment under way claims
 * @param cases the older ones
 */
record Searched(String role, Generation active, Artifact bundle, List<SettingRange> ranges, List<ReplayCase> cases) {

    Searched {
        ranges = List.copyOf(ranges);
        cases = List.copyOf(cases);
    }

    /** What stands in a setting now, or its default. */
    @Nullable
    String now(SettingRange range) {
        return active.configurations()
                .getOrDefault(range.pid(), Collections.emptySortedMap())
                .getOrDefault(range.key(), range.usual());
    }

    Values values(SettingRange range, Context context) {
        return new Values(range, now(range), Past.of(range, context));
    }

    /** See {@link Tries#situation}. */
    String situation() {
        return Tries.situation(
                active, role, ranges.stream().map(SettingRange::pid).toList(), cases);
    }
}
