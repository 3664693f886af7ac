package tacit.runtime.harness.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationPlan;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust.Moment;
import tacit.api.trust.ComponentFacts;
import tacit.runtime.harness.HostOffer;
import tacit.runtime.harness.slot.StepFailure;

/** Says what an activation would do; starts and writes nothing. Thread-safe. */
final class Plans {

    private final LiveTable table;
    private final Bundles bundles;
    private final Activation activation;
    private final HostOffer offer;

    Plans(LiveTable table, Bundles bundles, Activation activation, HostOffer offer) {
        this.table = table;
        this.bundles = bundles;
        this.activation = activation;
        this.offer = offer;
    }

    ActivationPlan plan(ActivationRequest request) {
        Optional<Generation> before = activation.base();
        try {
            Generation target = activation.target(request);
            GenerationDiff diff = Differences.between(before, target);
            List<String> packages = new ArrayList<>();
            List<String> services = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            for (GenerationDiff.RoleChange change : diff.roles()) {
                BundleFacts old = facts(change.before(), change.role());
                BundleFacts now = facts(change.after(), change.role());
                compare(imports(old), imports(now), packages);
                compare(services(old), services(now), services);
                judge(change, now, problems);
            }
            if (diff.isEmpty() && activation.changed(target).isEmpty()) {
                problems.add("Nothing would change");
            }
            return new ActivationPlan(diff, packages, services, affected(diff, target), problems);
        } catch (Refused e) {
            GenerationDiff none = new GenerationDiff(table.number(), table.number(), List.of(), List.of());
            String problem = e.step() + " of '" + e.subject() + "': " + e.words();
            return new ActivationPlan(none, List.of(), List.of(), List.of(), List.of(problem));
        }
    }

    private @Nullable BundleFacts facts(@Nullable Artifact artifact, String role) throws Refused {
        return artifact == null ? null : bundles.facts(artifact.sha256(), role);
    }

    private static Set<String> imports(@Nullable BundleFacts facts) {
        SortedSet<String> imports = new TreeSet<>();
        if (facts != null) {
            facts.imports().forEach((name, range) -> imports.add((name + " " + range).strip()));
        }
        return imports;
    }

    private static Set<String> services(@Nullable BundleFacts facts) {
        SortedSet<String> services = new TreeSet<>();
        if (facts != null) {
            for (ComponentFacts component : facts.components()) {
                component.interfaces().forEach(type -> services.add(type + " (" + component.name() + ")"));
            }
        }
        return services;
    }

    private static void compare(Set<String> before, Set<String> after, List<String> words) {
        Stream<String> gone =
                before.stream().filter(name -> !after.contains(name)).map(name -> "-" + name);
        Stream<String> come =
                after.stream().filter(name -> !before.contains(name)).map(name -> "+" + name);
        Stream.concat(gone, come).filter(word -> !words.contains(word)).forEach(words::add);
    }

    private void judge(GenerationDiff.RoleChange change, @Nullable BundleFacts facts, List<String> problems) {
        Artifact artifact = change.after();
        if (artifact == null || facts == null) {
            return;
        }
        try {
            bundles.examine(artifact, bundles.read(artifact), Moment.ACTIVATION);
        } catch (StepFailure e) {
            problems.add(e.words());
        }
        for (Map.Entry<String, String> entry : facts.imports().entrySet()) {
            if (!offer.exports(entry.getKey(), entry.getValue())) {
                problems.add(artifact + " imports package '" + entry.getKey() + "' " + entry.getValue()
                        + ", which no bundle exports");
            }
        }
        for (ComponentFacts component : facts.components()) {
            component.references().stream()
                    .filter(type -> !offer.registers(type) && !offered(facts, type))
                    .forEach(type -> problems.add("component " + component.name() + " of " + artifact
                            + " needs a service '" + type + "', which is not there"));
        }
    }

    private static boolean offered(BundleFacts facts, String type) {
        return facts.components().stream()
                .anyMatch(component -> component.interfaces().contains(type));
    }

    private List<String> affected(GenerationDiff diff, Generation target) throws Refused {
        SortedSet<String> roles = new TreeSet<>(activation.changed(target).keySet());
        diff.roles().forEach(change -> roles.add(change.role()));
        return roles.stream()
                .flatMap(role -> offer.callers(role).stream().map(caller -> caller + " asks '" + role + "'"))
                .toList();
    }
}
