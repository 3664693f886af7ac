package tacit.learn.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillVersion;
import tacit.api.adapt.Skills;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Node;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Between traces, what was remembered of them, and the skills that were made of both. Thread-safe. */
final class MemoryEdges {

    /** Skills that are looked through for those that name a thing. */
    static final int MOST = 1_000;

    private final EvidenceEdges evidence;
    private final MemoryStore memories;
    private final Supplier<@Nullable Skills> skills;

    MemoryEdges(EvidenceEdges evidence, MemoryStore memories, Supplier<@Nullable Skills> skills) {
        this.evidence = evidence;
        this.memories = memories;
        this.skills = skills;
    }

    List<Edge> all() {
        return List.of(
                new Edge(Kind.TRACE, Kind.MEMORY, this::given),
                new Edge(Kind.TRACE, Kind.SKILL, this::skillsOn),
                new Edge(Kind.MEMORY, Kind.TRACE, this::tracesOf),
                new Edge(Kind.MEMORY, Kind.SKILL, this::skillsOf),
                new Edge(Kind.SKILL, Kind.MEMORY, this::patternOf),
                new Edge(Kind.SKILL, Kind.TRACE, this::evidenceOf));
    }

    Optional<Node> memory(Scope scope, String id) {
        return memories.find(scope, id).map(Nodes::of);
    }

    Optional<Node> skill(Scope scope, String name) {
        return found(scope, name).map(Nodes::of);
    }

    /** What the host noted that it wrote when it learnt from a run. */
    private Part given(Scope scope, Node trace, PageRequest page) {
        MemoryFilter note =
                MemoryFilter.active(MemoryLearning.LAYER).withAttributes(new TreeMap<>(Map.of("trace", trace.id())));
        List<String> ids = memories.list(scope, note, PageRequest.first(1)).rows().stream()
                .flatMap(MemoryEdges::written)
                .distinct()
                .toList();
        List<Node> nodes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : Pages.of(ids, page).rows()) {
            memory(scope, id)
                    .ifPresentOrElse(
                            nodes::add,
                            () -> missing.add(
                                    "What trace '" + trace.id() + "' gave as '" + id + "' is not here any more"));
        }
        return new Part(nodes, ids.size(), missing);
    }

    /** Ids behind their parts; what waits for an approval is none yet. */
    private static Stream<String> written(MemoryRecord note) {
        return Arrays.stream(note.attribute("written").orElse("").split(" ", -1))
                .filter(entry -> entry.indexOf(':') > 0 && entry.charAt(0) != '~')
                .map(entry -> entry.substring(entry.indexOf(':') + 1));
    }

    private Part tracesOf(Scope scope, Node node, PageRequest page) {
        List<String> ids = memories.find(scope, node.id()).map(MemoryRecord::evidence).orElse(List.of()).stream()
                .flatMap(MemoryEdges::trace)
                .distinct()
                .toList();
        return traces(scope, "Memory '" + node.id() + "'", ids, page);
    }

    private static Stream<String> trace(Evidence one) {
        return switch (one.kind()) {
            case TRACE -> Stream.of(one.id());
            case SPAN -> Stream.of(one.id().substring(0, Math.max(0, one.id().lastIndexOf('/'))));
            default -> Stream.empty();
        };
    }

    private Part traces(Scope scope, String what, List<String> ids, PageRequest page) {
        List<Node> nodes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : Pages.of(ids, page).rows()) {
            evidence.trace(scope, id)
                    .ifPresentOrElse(
                            nodes::add, () -> missing.add(what + " rests on '" + id + "', which is no trace here"));
        }
        if (ids.isEmpty()) {
            missing.add(what + " names no trace");
        }
        return new Part(nodes, ids.size(), missing);
    }

    private Part skillsOn(Scope scope, Node trace, PageRequest page) {
        return named(scope, skill -> skill.current().evidence().contains(trace.id()), page);
    }

    private Part skillsOf(Scope scope, Node memory, PageRequest page) {
        return named(scope, skill -> memory.id().equals(skill.patternId()), page);
    }

    /** Looks through the newest ones; says where it stopped. */
    private Part named(Scope scope, Predicate<Skill> wanted, PageRequest page) {
        Map<String, Skill> all = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        Skills known = skills.get();
        for (Scope owner : known == null ? List.<Scope>of() : owners(scope)) {
            List<Skill> some = list(known, owner);
            some.forEach(skill -> all.putIfAbsent(skill.name(), skill));
            if (some.size() == MOST) {
                missing.add("Only the newest " + MOST + " skills were looked through");
            }
        }
        List<Node> found = all.values().stream().filter(wanted).map(Nodes::of).toList();
        return new Part(Pages.of(found, page).rows(), found.size(), missing);
    }

    private Part patternOf(Scope scope, Node node, PageRequest page) {
        String pattern = found(scope, node.id()).map(Skill::patternId).orElse(null);
        return Pages.only(
                pattern == null ? Optional.empty() : memory(scope, pattern),
                pattern == null
                        ? null
                        : "Skill '" + node.id() + "' came of the pattern '" + pattern + "', which is not here any more",
                page);
    }

    private Part evidenceOf(Scope scope, Node node, PageRequest page) {
        List<String> ids = found(scope, node.id())
                .map(Skill::current)
                .map(SkillVersion::evidence)
                .orElse(List.of());
        return traces(scope, "Skill '" + node.id() + "'", ids, page);
    }

    private Optional<Skill> found(Scope scope, String name) {
        Skills known = skills.get();
        if (known == null) {
            return Optional.empty();
        }
        try {
            return owners(scope).stream()
                    .flatMap(owner -> known.find(owner, name).stream())
                    .findFirst();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // No provider keeps skills now, or the id is the name of none
            return Optional.empty();
        }
    }

    private static List<Skill> list(Skills known, Scope owner) {
        try {
            return known.list(owner, true, MOST);
        } catch (IllegalStateException e) {
            // No provider keeps skills now
            return List.of();
        }
    }

    /** Where a skill may lie that the scope may see: with its user, and with the workspace. */
    private static List<Scope> owners(Scope scope) {
        Scope workspace = Scope.ofWorkspace(scope.workspaceId());
        return scope.userId() == null ? List.of(workspace) : List.of(scope, workspace);
    }
}
