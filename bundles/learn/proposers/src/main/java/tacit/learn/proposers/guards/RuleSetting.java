package tacit.learn.proposers.guards;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.api.experiment.HarnessChange;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.ComponentFacts;
import tacit.learn.conditions.WrittenRule;

/**
 * The setting that holds the rules of the guard in force. Immutable.
 *
 * @param pid of the guard's configuration
 * @param value what stands there now; empty for the default
 */
record RuleSetting(String pid, String value) {

    static final String KEY = "rules";

    /** Empty when the guard in force has no such setting. */
    static Optional<RuleSetting> of(Generation active, BundleFacts facts, String role) {
        return facts.components().stream()
                .filter(component -> Objects.equals(component.role(), role))
                .map(ComponentFacts::pids)
                .flatMap(List::stream)
                .filter(pid -> facts.settings()
                        .getOrDefault(pid, Collections.emptySortedMap())
                        .containsKey(KEY))
                .findFirst()
                .map(pid -> new RuleSetting(pid, value(active, pid)));
    }

    private static String value(Generation active, String pid) {
        return active.configurations()
                .getOrDefault(pid, Collections.emptySortedMap())
                .getOrDefault(KEY, "");
    }

    String place() {
        return pid + ":" + KEY;
    }

    /** The ids of the rules that stand in a value; a line that cannot be read has none. */
    static Set<String> ids(String value) {
        return value.lines().flatMap(RuleSetting::id).collect(Collectors.toSet());
    }

    private static Stream<String> id(String line) {
        try {
            return Stream.of(WrittenRule.read(line).id());
        } catch (IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }

    /** The change that adds rules behind those that stand there, which stay as they are. */
    HarnessChange adding(List<WrittenRule> rules) {
        String added = rules.stream().map(WrittenRule::line).collect(Collectors.joining("\n"));
        String all = value.isBlank() ? added : value.stripTrailing() + "\n" + added;
        return HarnessChange.ofSettings(pid, Map.of(KEY, all));
    }
}
