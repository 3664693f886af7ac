package tacit.learn.proposers.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
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

    /** The same while the jar, its settings and the cases are the same. */
    String situation() {
        StringBuilder all = new StringBuilder(role).append(' ').append(bundle.sha256());
        ranges.stream().map(SettingRange::pid).distinct().sorted().forEach(pid -> all.append('\n')
                .append(pid)
                .append(active.configurations().getOrDefault(pid, Collections.emptySortedMap())));
        cases.stream().map(ReplayCase::id).sorted().forEach(id -> all.append('\n')
                .append(id));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
