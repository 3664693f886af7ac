package tacit.learn.lineage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Node;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Between experiments, their verdicts, generations and the rules that these brought. Thread-safe. */
final class HarnessEdges {

    private final Experiments experiments;
    private final Generations generations;

    HarnessEdges(Experiments experiments, Generations generations) {
        this.experiments = experiments;
        this.generations = generations;
    }

    List<Edge> all() {
        return List.of(
                new Edge(Kind.EXPERIMENT, Kind.VERDICT, this::verdict),
                new Edge(Kind.EXPERIMENT, Kind.GENERATION, this::made),
                new Edge(Kind.GENERATION, Kind.GUARD_RULE, this::brought),
                new Edge(Kind.GUARD_RULE, Kind.GENERATION, this::bringing),
                new Edge(Kind.GENERATION, Kind.VERDICT, this::verdictBehind),
                new Edge(Kind.GENERATION, Kind.EXPERIMENT, this::maker));
    }

    Optional<Node> generation(String id) {
        return id.matches("[1-9]\\d{0,17}")
                ? new GenerationRules(generations).find(Long.parseLong(id)).map(this::node)
                : Optional.empty();
    }

    Optional<Node> rule(String id) {
        return id.startsWith("guard-")
                ? new GenerationRules(generations).rule(id).map(Nodes::of)
                : Optional.empty();
    }

    private Part verdict(Scope scope, Node node, PageRequest page) {
        Optional<Experiment> known = experiments.find(scope, node.id());
        return Pages.only(
                known.flatMap(Nodes::verdict),
                "Experiment '" + node.id() + "' has no verdict, it is " + node.state(),
                page);
    }

    private Part made(Scope scope, Node node, PageRequest page) {
        @Nullable
        Long number =
                experiments.find(scope, node.id()).map(Experiment::generation).orElse(null);
        if (number == null) {
            return Pages.only(
                    Optional.empty(), "Experiment '" + node.id() + "' made no generation, it is " + node.state(), page);
        }
        return Pages.only(
                generation(String.valueOf(number)),
                "Generation " + number + " of experiment '" + node.id() + "' is not in the ledger",
                page);
    }

    private Part brought(Scope scope, Node node, PageRequest page) {
        GenerationRules rules = new GenerationRules(generations);
        List<Node> all = rules.find(Long.parseLong(node.id())).map(rules::broughtBy).orElse(List.of()).stream()
                .map(Nodes::of)
                .toList();
        return new Part(Pages.of(all, page).rows(), all.size(), List.of());
    }

    private Part bringing(Scope scope, Node node, PageRequest page) {
        List<Node> all = new GenerationRules(generations)
                .bringing(node.id()).stream().map(this::node).toList();
        return Part.of(Pages.of(all, page), "No generation holds rule '" + node.id() + "'");
    }

    private Part verdictBehind(Scope scope, Node node, PageRequest page) {
        return Pages.only(experimentOf(scope, node).flatMap(Nodes::verdict), null, page);
    }

    private Part maker(Scope scope, Node node, PageRequest page) {
        Optional<Generation> known = new GenerationRules(generations).find(Long.parseLong(node.id()));
        boolean named = known.map(Generation::experimentId).isPresent();
        String why = "Generation " + node.id()
                + (named ? " was made by an experiment that is not in this workspace" : " was made by no experiment");
        return Pages.only(experimentOf(scope, node).map(Nodes::of), why, page);
    }

    private Optional<Experiment> experimentOf(Scope scope, Node generation) {
        return new GenerationRules(generations)
                .find(Long.parseLong(generation.id()))
                .map(Generation::experimentId)
                .flatMap(id -> experiments.find(scope, id));
    }

    private Node node(Generation generation) {
        boolean active = generations
                .active()
                .map(one -> one.number() == generation.number())
                .orElse(false);
        return Nodes.of(generation, active);
    }
}
