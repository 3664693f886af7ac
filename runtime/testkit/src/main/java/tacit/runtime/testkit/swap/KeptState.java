package tacit.runtime.testkit.swap;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;

/** Every document of the parts that adapt, byte for byte, with versions and times. */
final class KeptState {

    private static final List<String> KINDS = List.of(
            "style",
            "personality",
            "channel-profile",
            "skill",
            "skill.file",
            "skill.proposal",
            "skill.refusal",
            "skill.use/ferry-times",
            "feedback",
            "correction",
            "evolution",
            "learning-progress");
    private static final int MOST = 1000;

    private final StateStore states;

    KeptState(Facades facades) {
        states = facades.service(StateStore.class);
    }

    List<String> documents() {
        return KINDS.stream().flatMap(this::ofKind).toList();
    }

    private Stream<String> ofKind(String kind) {
        return states.list(Kept.ALL, StateFilter.of(kind), MOST).stream().map(StateDocument::toString);
    }

    /** What stands in one list alone; empty when both are the same. */
    static String difference(List<String> before, List<String> after) {
        return Stream.concat(
                        before.stream().filter(line -> !after.contains(line)).map(line -> "-" + line),
                        after.stream().filter(line -> !before.contains(line)).map(line -> "+" + line))
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }
}
