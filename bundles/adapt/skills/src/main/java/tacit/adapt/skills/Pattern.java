package tacit.adapt.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tacit.api.adapt.SkillCandidate;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Visibility;

/**
 * The runs of one goal, as the playbook remembers them. Immutable.
 *
 * @param id the playbook's hash of the goal
 * @param episodes what was done, the newest first
 * @param successes the runs in which it worked: episodes, and verified uses of one
 * @param failures the runs in which it did not
 */
record Pattern(String id, List<MemoryRecord> episodes, Set<String> successes, Set<String> failures) {

    static final String EPISODE = "episode";
    static final String USE = "use";
    static final String PATTERN = "pattern";
    static final String GOAL = "goal";
    static final String REQUEST = "request";
    static final String STEP = "step.";
    static final String TOOL = "tool.";
    static final String LESSON = "lesson";
    static final String ERROR = "error";
    static final String CATEGORY = "category";

    private static final String TASK = "task";
    private static final String OUTCOME = "outcome";
    private static final String SUCCESS = "SUCCESS";
    private static final int REQUESTS = 5;

    static Pattern of(String id, List<MemoryRecord> records) {
        Set<String> successes = new LinkedHashSet<>();
        Set<String> failures = new LinkedHashSet<>();
        for (MemoryRecord record : records) {
            (worked(record) ? successes : failures).add(run(record));
        }
        successes.removeAll(failures);
        List<MemoryRecord> episodes =
                records.stream().filter(record -> record.kind().equals(EPISODE)).toList();
        return new Pattern(id, episodes, successes, failures);
    }

    static boolean worked(MemoryRecord record) {
        return record.attribute(OUTCOME).orElse("").equals(SUCCESS);
    }

    static String run(MemoryRecord record) {
        return record.attribute(TASK).orElse(record.id());
    }

    List<MemoryRecord> worked() {
        return episodes.stream().filter(Pattern::worked).toList();
    }

    List<MemoryRecord> failed() {
        return episodes.stream().filter(record -> !worked(record)).toList();
    }

    /** How the newest run that worked puts it; empty when there is none. */
    String title() {
        return worked().stream()
                .findFirst()
                .flatMap(record -> record.attribute(GOAL))
                .orElse("");
    }

    boolean isPrivate() {
        return episodes.stream().anyMatch(record -> record.visibility() == Visibility.PRIVATE);
    }

    /** The values of an attribute and the runs that have each, the most frequent first. */
    static Map<String, List<String>> values(
            List<MemoryRecord> records, Function<MemoryRecord, ? extends Iterable<String>> values) {
        Map<String, Set<String>> runs = new LinkedHashMap<>();
        for (MemoryRecord record : records) {
            values.apply(record).forEach(value -> runs.computeIfAbsent(value, any -> new LinkedHashSet<>())
                    .add(run(record)));
        }
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        runs.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .forEach(entry -> sorted.put(entry.getKey(), List.copyOf(entry.getValue())));
        return sorted;
    }

    static List<String> below(MemoryRecord record, String prefix) {
        return List.copyOf(
                record.attributes().subMap(prefix, prefix + Character.MAX_VALUE).values());
    }

    static List<String> one(MemoryRecord record, String name) {
        return record.attribute(name).filter(value -> !value.isBlank()).stream().toList();
    }

    Map<String, List<String>> tools() {
        return values(worked(), record -> below(record, TOOL));
    }

    Map<String, List<String>> requests() {
        Map<String, List<String>> all = values(worked(), record -> one(record, REQUEST));
        Map<String, List<String>> some = new LinkedHashMap<>();
        all.entrySet().stream().limit(REQUESTS).forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        return some;
    }

    SkillCandidate candidate() {
        List<String> runs = new ArrayList<>(successes);
        runs.addAll(failures);
        return new SkillCandidate(
                id,
                title(),
                successes.size(),
                failures.size(),
                List.copyOf(tools().keySet()),
                List.copyOf(requests().keySet()),
                runs);
    }
}
