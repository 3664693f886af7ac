package tacit.learn.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.learn.conditions.WrittenRule;

/** Which learned rules each generation holds: what its configuration of the guard says. Confined to one thread. */
final class GenerationRules {

    /** Where the guard keeps what was learned. */
    static final String PID = "tacit.pulse.guard.RuleGuard";

    static final String KEY = "rules";

    private final Map<Long, Generation> generations;
    private final Optional<Generation> active;

    GenerationRules(Generations generations) {
        this.active = generations.active();
        this.generations = generations.list().stream()
                .collect(
                        Collectors.toMap(Generation::number, Function.identity(), (one, other) -> other, TreeMap::new));
    }

    Optional<Generation> active() {
        return active;
    }

    Optional<Generation> find(long number) {
        return Optional.ofNullable(generations.get(number));
    }

    /** Those of a generation in their order, by id; a line that cannot be read is no rule. */
    static Map<String, WrittenRule> of(Generation generation) {
        Map<String, WrittenRule> rules = new LinkedHashMap<>();
        generation
                .configurations()
                .getOrDefault(PID, new TreeMap<>())
                .getOrDefault(KEY, "")
                .lines()
                .filter(line -> !line.isBlank())
                .flatMap(line -> read(line).stream())
                .forEach(rule -> rules.putIfAbsent(rule.id(), rule));
        return rules;
    }

    /** Those that a generation has and the one that it was made from has not. */
    List<WrittenRule> broughtBy(Generation generation) {
        Map<String, WrittenRule> before =
                parent(generation).map(GenerationRules::of).orElse(Map.of());
        return of(generation).values().stream()
                .filter(rule -> !before.containsKey(rule.id()))
                .toList();
    }

    /** The rule with this id, from the newest generation that has it. */
    Optional<WrittenRule> rule(String id) {
        return generations.values().stream()
                .flatMap(generation -> Optional.ofNullable(of(generation).get(id)).stream())
                .reduce((earlier, later) -> later);
    }

    /** The generations that brought a rule, oldest first. */
    List<Generation> bringing(String id) {
        return generations.values().stream()
                .filter(generation -> has(generation, id))
                .filter(generation ->
                        parent(generation).filter(before -> has(before, id)).isEmpty())
                .toList();
    }

    /** From which one on a rule of this generation has been there, by what each was made from. */
    Generation since(Generation generation, String id) {
        List<Generation> line = new ArrayList<>(List.of(generation));
        Optional<Generation> before = parent(generation);
        while (before.isPresent() && has(before.get(), id)) {
            line.add(before.get());
            before = parent(before.get());
        }
        return line.get(line.size() - 1);
    }

    /** Numbers grow, so that no line is followed for ever. */
    private Optional<Generation> parent(Generation generation) {
        Long parent = generation.parent();
        return parent == null || parent >= generation.number() ? Optional.empty() : find(parent);
    }

    private static boolean has(Generation generation, String id) {
        return of(generation).containsKey(id);
    }

    private static Optional<WrittenRule> read(String line) {
        try {
            return Optional.of(WrittenRule.read(line));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
